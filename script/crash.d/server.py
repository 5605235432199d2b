"""One `chancery serve`, to be started, killed and started again."""

import os
import re
import signal
import subprocess
import time
import urllib.request

START_SECONDS_MAX = 60


class Server:
    def __init__(self, chancery, folder, options, log, environment=None):
        self.command = [chancery, "serve", "--data", folder, "--limits", "off",
                        "--log-level", "error", "--http", "127.0.0.1:0", *options]
        self.log = log
        self.environment = os.environ | (environment or {})
        self.process = None
        self.origin = None

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def start(self):
        """Returns the API key, if this start made the installation."""
        begin = os.path.getsize(self.log) if os.path.exists(self.log) else 0
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.environment)
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                log.seek(begin)
                said = log.read()
            serving = re.search(r"^Serving on (http://\S+)$", said, re.MULTILINE)
            if serving:
                self.origin = serving[1]
                key = re.search(r"export CHANCERY_KEY=(\w+)", said)
                return key and key[1]
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended at its start: {said}")
            time.sleep(0.02)
        raise RuntimeError(f"the server is not ready after {START_SECONDS_MAX} s")

    def wait_ready(self):
        """Until it has found its database again, by itself."""
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.origin + "/readyz", timeout=5):
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"the server has no database after {START_SECONDS_MAX} s")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        if self.process.wait(30) != 0:
            raise RuntimeError(f"SIGTERM ended the server with {self.process.returncode}")
