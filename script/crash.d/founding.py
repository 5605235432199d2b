"""The first start, killed at any moment and begun again, ends in one whole installation."""

import os
import signal
import subprocess
import time

from databases import SQLite
from ledger import Contradiction

START_SECONDS = 0.6  # about as long as the making of an installation takes

WHOLE = {
    "accounts": 1, "issuers": 2, "users": 1, "api_keys": 1, "containers": 1, "organizations": 1,
    "domains": 1,
}


def found(chancery, folder, chance, kills):
    """Kills `chancery init` so many times, then lets it come to its end."""
    command = [chancery, "init", "--data", folder]
    for _ in range(kills):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, START_SECONDS))
        process.send_signal(signal.SIGKILL)
        process.wait()
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode != 0:
        raise Contradiction(f"chancery init ends with {ended.stderr} after {kills} kills")
    check(chancery, folder)


def check(chancery, folder):
    database = SQLite(os.path.join(folder, "chancery.sqlite"))
    for fault in database.faults():
        raise Contradiction(f"the new database is damaged: {fault}")
    for table, count in WHOLE.items():
        rows = database.rows(f"SELECT count(*) FROM {table}")
        if rows != [(count,)]:
            raise Contradiction(f"a new installation has {rows} {table}, not {count}")
    kept = {name for name in os.listdir(os.path.join(folder, "keys")) if name.endswith(".key")}
    for (key,) in database.rows("SELECT key_id FROM issuers"):
        if f"{key}.key" not in kept:
            raise Contradiction(f"the key {key} of the CA is not there")
    # Unseals every key, and so reads every file whole.
    subprocess.run([chancery, "ca", "show", "--data", folder], check=True, capture_output=True)
