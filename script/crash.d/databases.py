"""The two engines, asked directly: what is really there, whatever the API says."""

import csv
import io
import sqlite3
import subprocess

CHUNK = 500


class SQLite:
    def __init__(self, path):
        self.path = path

    def rows(self, statement):
        # The server keeps the log and its index; a reader beside it sees what it sees.
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=30)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()

    def faults(self):
        found = self.rows("PRAGMA integrity_check(10)") + self.rows("PRAGMA foreign_key_check")
        return [row for row in found if row != ("ok",)]

    def certificates(self, numbers):
        return fetch(self, numbers, "hex(der)")


class PostgreSQL:
    def __init__(self, url):
        self.url = url

    def rows(self, statement):
        said = subprocess.run(
            ["psql", "--no-psqlrc", "--csv", "--tuples-only", "--set=ON_ERROR_STOP=1",
             "--dbname", self.url, "--command", statement],
            check=True, capture_output=True, text=True).stdout
        return [tuple(row) for row in csv.reader(io.StringIO(said))]

    def faults(self):
        """PostgreSQL checks its pages itself where the cluster has checksums; here, its indexes."""
        checks = self.rows(
            "SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'")
        if not checks:
            return []
        self.rows("CREATE EXTENSION IF NOT EXISTS amcheck")
        try:
            self.rows("""
                SELECT bt_index_check(i.indexrelid, true) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE a.amname = 'btree' AND n.nspname = 'public'""")
        except subprocess.CalledProcessError as problem:
            return [problem.stderr]
        return []

    def certificates(self, numbers):
        return fetch(self, numbers, "encode(der, 'hex')")


def fetch(database, numbers, hexadecimal):
    kept = {}
    for start in range(0, len(numbers), CHUNK):
        chosen = ", ".join(str(number) for number in numbers[start:start + CHUNK])
        for number, der in database.rows(
                f"SELECT id, {hexadecimal} FROM certificates WHERE id IN ({chosen})"):
            kept[int(number)] = bytes.fromhex(der)
    return kept
