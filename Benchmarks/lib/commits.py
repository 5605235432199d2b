"""Single-row commits a second that SQLite makes in a folder, each synced: python3 commits.py FOLDER"""

import os
import sqlite3
import sys
import time

SECONDS = 2

path = os.path.join(sys.argv[1], "commits.sqlite")
base = sqlite3.connect(path, isolation_level=None)
base.execute("PRAGMA journal_mode = WAL")
base.execute("PRAGMA synchronous = FULL")
base.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)")
count, end = 0, time.monotonic() + SECONDS
while time.monotonic() < end:
    base.execute("INSERT INTO rows (text) VALUES ('a row')")
    count += 1
print(count / SECONDS)
base.close()
for ending in ("", "-wal", "-shm"):
    if os.path.exists(path + ending):
        os.remove(path + ending)
