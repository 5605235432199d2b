"""PostgreSQL servers, nodes of Chancery and a load of orders, for the scripts that test them together."""

import glob
import http.client
import itertools
import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse

START_SECONDS_MAX = 40
ANSWER_SECONDS_MAX = 30


class Failure(Exception):
    pass


def wait_for(what, question, seconds=START_SECONDS_MAX):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise Failure(f"not within {seconds} s: {what}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def programs():
    """Where PostgreSQL's programs are: Debian keeps them out of PATH."""
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    found = folders[-1] if folders else os.path.dirname(shutil.which("initdb") or "")
    if not found:
        raise Failure("there is no initdb; apt-get install postgresql")
    return found


class Folder:
    """A folder that is gone at the end."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="chancery-nodes.", dir="/tmp")
        os.chmod(self.path, 0o755)

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Cluster:
    """One PostgreSQL server that waits for its disk, as a user of its own where we are root."""

    def __init__(self, folder, name):
        self.name = name
        self.home = os.path.join(folder.path, name)
        self.data = os.path.join(self.home, "data")
        self.port = free_port()
        self.process = None
        os.mkdir(self.home)
        self.user = None
        if os.geteuid() == 0:
            names = {entry.pw_name for entry in pwd.getpwall()}
            self.user = "postgres" if "postgres" in names else "nobody"
            shutil.chown(self.home, self.user)

    def run(self, program, *arguments):
        done = subprocess.run(
            [os.path.join(programs(), program), *arguments], cwd=self.home, user=self.user,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise Failure(f"{program}: {done.stdout}")
        return done.stdout

    def make(self):
        self.run(
            "initdb", "--pgdata", self.data, "--username", "chancery", "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")

    def follow(self, primary):
        """Becomes a standby of another server."""
        self.run(
            "pg_basebackup", "--pgdata", self.data, "--checkpoint", "fast", "--write-recovery-conf",
            "--no-sync", "--dbname",
            f"host=127.0.0.1 port={primary.port} user=chancery application_name=standby")

    def start(self):
        log = open(os.path.join(self.home, "server.log"), "ab")
        self.process = subprocess.Popen(
            [os.path.join(programs(), "postgres"), "-D", self.data, "-p", str(self.port),
             "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.home}",
             "-c", "max_connections=150", "-c", "shared_buffers=64MB"],
            cwd=self.home, user=self.user, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True)
        wait_for(f"{self.name} takes connections", self.is_ready)

    def is_ready(self):
        if self.process.poll() is not None:
            log = open(os.path.join(self.home, "server.log")).read()
            raise Failure(f"{self.name} ended: {log[-2000:]}")
        return subprocess.run(
            [os.path.join(programs(), "pg_isready"), "-q", "-h", "127.0.0.1", "-p",
             str(self.port)]).returncode == 0

    def ask(self, sql):
        return self.run(
            "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "chancery", "-XAtqc", sql,
            "postgres").strip()

    def promote(self):
        self.run("pg_ctl", "promote", "--pgdata", self.data, "--no-wait")

    def kill(self):
        """As a machine that stops: all of its processes at once, without a word."""
        if self.process and self.process.poll() is None:
            self.signal(signal.SIGKILL)
            self.process.wait()
        self.process = None

    def signal(self, number):
        """To all of its processes: SIGSTOP makes it hang, with all of its connections."""
        # Its children lead sessions of their own; they are found before the father is gone.
        children = subprocess.run(
            ["pgrep", "--parent", str(self.process.pid)], stdout=subprocess.PIPE,
            text=True).stdout.split()
        for pid in [str(self.process.pid), *children]:
            try:
                os.kill(int(pid), number)
            except ProcessLookupError:
                pass


class Node:
    """One `chancery serve`."""

    def __init__(self, chancery, folder, name, database):
        self.name = name
        self.log_path = os.path.join(folder.path, f"{name}.log")
        environment = dict(os.environ, CHANCERY_DATABASE=database)
        self.log = open(self.log_path, "ab")
        self.process = subprocess.Popen(
            [chancery, "serve", "--data", os.path.join(folder.path, "data"), "--http",
             "127.0.0.1:0", "--limits", "off", "--log-level", "warning"],
            env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.port = None

    def said(self):
        with open(self.log_path, errors="replace") as log:
            return log.read()

    def is_serving(self):
        if self.process.poll() is not None:
            raise Failure(f"{self.name} ended: {self.said()[-3000:]}")
        found = re.search(r"^Serving on http://127\.0\.0\.1:(\d+)$", self.said(), re.MULTILINE)
        if found:
            self.port = int(found.group(1))
        return found

    def printed_key(self):
        found = re.search(r"export CHANCERY_KEY=(\w{64})", self.said())
        return found and found.group(1)

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)

    def call(self, key, method, path, body=None, name=None):
        """Returns status and answer; an `OSError` or an `HTTPException` where there is none."""
        headers = {"X-DC-DEVKEY": key, "Content-Type": "application/json"}
        if name:
            headers["Idempotency-Key"] = name
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS_MAX)
        try:
            link.request(method, "/services/v2" + path, body and json.dumps(body), headers)
            answer = link.getresponse()
            text = answer.read()
            return answer.status, json.loads(text) if text else None
        finally:
            link.close()


def signing_request(folder):
    key, request = (os.path.join(folder.path, name) for name in ("key.pem", "request.pem"))
    subprocess.run(
        ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-batch", "-subj", "/CN=www.example.com", "-keyout", key, "-out", request],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(request) as file:
        return file.read()


def order(csr, name="www.example.com"):
    return {
        "certificate": {"common_name": name, "csr": csr, "signature_hash": "sha256"},
        "organization": {"id": 1}, "order_validity": {"years": 1}, "skip_approval": True}


class Load:
    """Clients that place orders, one after the other, on whichever node answers. Each order has an
    Idempotency-Key; what is not answered, or with 503, is sent again until it is."""

    series = itertools.count(1)

    def __init__(self, nodes, key, csr, clients):
        self.number = next(self.series)
        self.nodes, self.key, self.csr = nodes, key, csr
        self.lock = threading.Lock()
        self.placed = {}
        self.answer_times = []
        self.refused = self.unanswered = 0
        self.problems = []
        self.is_over = threading.Event()
        self.threads = [
            threading.Thread(target=self.client, args=(number,)) for number in range(clients)]
        for thread in self.threads:
            thread.start()

    def client(self, number):
        count = 0
        while not self.is_over.is_set():
            count += 1
            name = f"load-{self.number}-client-{number}-order-{count}"
            try:
                self.place(name, number + count)
            except Failure as failure:
                with self.lock:
                    self.problems.append(str(failure))
                return

    def place(self, name, turn):
        end = time.monotonic() + 120
        while time.monotonic() < end:
            node = self.nodes[turn % len(self.nodes)]
            turn += 1
            try:
                status, answer = node.call(
                    self.key, "POST", "/order/certificate/ssl_plus", order(self.csr), name)
            except (OSError, http.client.HTTPException):
                with self.lock:
                    self.unanswered += 1
                time.sleep(0.05)
                continue
            if status == 201:
                with self.lock:
                    self.placed[name] = answer["id"]
                    self.answer_times.append(time.monotonic())
                return
            if status != 503:
                raise Failure(f"{name}: {status} {answer}")
            with self.lock:
                self.refused += 1
            time.sleep(0.05)
        raise Failure(f"{name}: no answer in two minutes")

    def answered(self):
        with self.lock:
            if self.problems:
                raise Failure(self.problems[0])
            return len(self.answer_times)

    def first_answer_after(self, moment):
        with self.lock:
            later = [time for time in self.answer_times if time > moment]
            return min(later) if later else None

    def stop(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join()
        if self.problems:
            raise Failure(self.problems[0])


def executable(arguments):
    """The executable that is tested: the one given, or that of the debug build."""
    if arguments:
        return arguments[0]
    swift = shutil.which("swift") or "/opt/swift/usr/bin/swift"
    scratch = os.environ.get("CHANCERY_SCRATCH", ".build")
    folder = subprocess.run(
        [swift, "build", "--show-bin-path", "--scratch-path", scratch], check=True,
        stdout=subprocess.PIPE, text=True).stdout.strip()
    return os.path.join(folder, "chancery")


def check(nodes, key, database, placed):
    """Everything answered is there, once, and whole. Returns how many orders there are."""
    for number, (name, order_id) in enumerate(placed.items()):
        node = nodes[number % len(nodes)]
        status, shown = node.call(key, "GET", f"/order/certificate/{order_id}")
        if status != 200 or shown["status"] != "issued":
            raise Failure(f"{name}: answered as order {order_id}, now {status} {shown}")
    if len(set(placed.values())) != len(placed):
        raise Failure("two requests were answered with one order")
    orders = int(database.ask("SELECT count(*) FROM orders"))
    if orders != len(placed):
        raise Failure(f"{orders} orders are there, {len(placed)} were asked for and answered")
    halves = database.ask(
        "SELECT count(*) FROM orders o LEFT JOIN certificates c ON c.id = o.primary_certificate_id "
        "LEFT JOIN requests r ON r.order_id = o.id "
        "WHERE c.state IS DISTINCT FROM 'issued' OR r.state IS DISTINCT FROM 'approved'")
    serials = database.ask("SELECT count(*) - count(DISTINCT serial) FROM certificates")
    if (halves, serials) != ("0", "0"):
        raise Failure(f"{halves} orders are half done, {serials} serial numbers twice")
    return orders
