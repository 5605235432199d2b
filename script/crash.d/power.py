"""A loss of power, played on SQLite's files after the server was killed.

A kill alone loses nothing that was written: the kernel still has it. So the server runs with a
library that writes down each write and each sync (script/lib/power-loss.c). Afterwards the files
are made anew from what they were at the start: with all that was synced, and of what was not, some
sectors and not others, as a disk may do.
"""

import os
import shutil
import struct
import subprocess

RECORD = struct.Struct("=cb6xQQ")
SECTOR = 512


class PowerLoss:
    def __init__(self, folder, work, chance, lies=False):
        self.files = [os.path.join(folder, "chancery.sqlite" + end) for end in ("", "-wal")]
        self.shared = self.files[0] + "-shm"
        self.log = os.path.join(work, "power.log")
        self.kept = os.path.join(work, "power.kept")
        self.chance = chance
        library = os.path.join(work, "power-loss.so")
        source = os.path.join(os.path.dirname(__file__), "..", "lib", "power-loss.c")
        subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source,
                        "-ldl"], check=True)
        self.environment = {"LD_PRELOAD": library, "POWER_LOG": self.log}
        if lies:
            self.environment["POWER_LIES"] = "1"

    def prepare(self):
        """To be called before each start: what is on the disk now stays there."""
        os.makedirs(self.kept, exist_ok=True)
        for number, path in enumerate(self.files):
            copy = os.path.join(self.kept, str(number))
            if os.path.exists(path):
                shutil.copyfile(path, copy)
            elif os.path.exists(copy):
                os.remove(copy)
        if os.path.exists(self.log):
            os.remove(self.log)

    def strike(self):
        """To be called after the kill. Returns how many writes were lost, wholly or in part."""
        records = list(self.records())
        lost = 0
        for number, path in enumerate(self.files):
            mine = [record for record in records if record[1] == number]
            synced = max((place for place, record in enumerate(mine) if record[0] == b"s"),
                         default=-1)
            content = self.content(number)
            for place, (kind, _, at, octets) in enumerate(mine):
                if kind == b"s":
                    continue
                pieces = self.pieces(at, octets) if place > synced and kind == b"w" else None
                if place > synced and kind == b"t" and self.chance.random() < 0.5:
                    lost += 1
                elif kind == b"t":
                    content[at:] = b"\0" * max(0, at - len(content))
                elif pieces is None:
                    put(content, at, octets)
                else:
                    kept = [piece for piece in pieces if self.chance.random() < 0.5]
                    lost += len(kept) < len(pieces)
                    for start, part in kept:
                        put(content, start, part)
            if os.path.exists(path) or content:
                with open(path, "wb") as file:
                    file.write(content)
        if os.path.exists(self.shared):
            os.remove(self.shared)
        return lost

    def content(self, number):
        copy = os.path.join(self.kept, str(number))
        if not os.path.exists(copy):
            return bytearray()
        with open(copy, "rb") as file:
            return bytearray(file.read())

    def records(self):
        if not os.path.exists(self.log):
            return
        with open(self.log, "rb") as log:
            while len(head := log.read(RECORD.size)) == RECORD.size:
                kind, is_log, at, length = RECORD.unpack(head)
                octets = log.read(length) if kind == b"w" else b""
                if kind == b"w" and len(octets) < length:
                    return  # the kill cut the last record
                yield kind, is_log, at, octets

    def pieces(self, at, octets):
        """A disk writes whole sectors, and not all of them."""
        return [(at + start, octets[start:start + SECTOR])
                for start in range(0, len(octets), SECTOR)]


def put(content, at, octets):
    if len(content) < at:
        content.extend(b"\0" * (at - len(content)))
    content[at:at + len(octets)] = octets
