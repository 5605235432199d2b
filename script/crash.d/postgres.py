"""A PostgreSQL cluster of the harness's own, so that it can be killed as well."""

import glob
import os
import pwd
import signal
import socket
import subprocess
import time

START_SECONDS_MAX = 60


class Cluster:
    """Durable as it comes: every commit is synced, pages have checksums."""

    def __init__(self, work):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        self.programs = found[-1] + "/" if found else ""
        self.folder = os.path.join(work, "postgres")
        os.mkdir(self.folder)
        self.account = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to be root
            names = {entry.pw_name for entry in pwd.getpwall()}
            owner = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            os.chmod(work, 0o711)
            self.account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        self.data = os.path.join(self.folder, "data")
        self.run("initdb", "--pgdata", self.data, "--username", "chancery", "--auth", "trust",
                 "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-sync")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"postgres://chancery@127.0.0.1:{self.port}/postgres"
        self.log = os.path.join(self.folder, "log")
        self.process = None

    def run(self, program, *options):
        subprocess.run([self.programs + program, *options], check=True, cwd=self.folder,
                       stdout=subprocess.DEVNULL, **self.account)

    def start(self):
        """Again and again: what a killed cluster leaves behind lets go of its memory first."""
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            with open(self.log, "ab") as log:
                self.process = subprocess.Popen(
                    [self.programs + "postgres", "-D", self.data, "-p", str(self.port),
                     "-c", "listen_addresses=127.0.0.1", "-c", "jit=off",
                     "-c", f"unix_socket_directories={self.folder}",
                     "-c", "restart_after_crash=on"],
                    cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                    **self.account)
            while self.process.poll() is None and time.monotonic() < deadline:
                if self.is_ready():
                    return
                time.sleep(0.05)
            time.sleep(0.1)
        raise RuntimeError(f"PostgreSQL does not start; see {self.log}")

    def is_ready(self):
        return subprocess.run(
            [self.programs + "pg_isready", "--quiet", "--dbname", self.url], check=False
        ).returncode == 0

    def kill_all(self):
        """Kills the postmaster; what it started ends by itself when it sees that."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def kill_one(self, chance):
        """Kills one of the processes at work; the postmaster takes all back and recovers."""
        children = subprocess.run(
            ["pgrep", "--parent", str(self.process.pid)], capture_output=True, text=True,
            check=False).stdout.split()
        if children:
            try:
                os.kill(int(chance.choice(children)), signal.SIGKILL)
            except ProcessLookupError:
                pass  # it had just ended

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait()
