"""Clients that order, approve, reissue, duplicate, revoke and cancel, each on its own orders."""

import base64
import http.client
import json
import random
import threading
import time

from ledger import FIRST_STATES, Contradiction, Deed, Order

ANSWER_SECONDS_MAX = 30
PAUSE_SECONDS = 0.05  # after an answer that did not come, or was 503
ORDERS_KEPT_MAX = 40  # the older ones are left in peace, so that the newer get deeds
KEYED_SHARE = 0.6
REPEATED_SHARE = 0.1


class Gate:
    """Lets clients through while it is open, and knows when all of them stand before it."""

    def __init__(self, clients_count):
        self.count = clients_count
        self.condition = threading.Condition()
        self.is_open = False
        self.is_over = False
        self.waiting = 0
        self.origins = []

    def open(self, origins):
        with self.condition:
            self.origins = origins
            self.is_open = True
            self.condition.notify_all()

    def close(self):
        with self.condition:
            self.is_open = False
            self.condition.wait_for(lambda: self.waiting == self.count, timeout=120)
            if self.waiting != self.count:
                raise Contradiction("a client got no answer for two minutes")

    def end(self):
        with self.condition:
            self.is_over = True
            self.condition.notify_all()

    def leave(self):
        with self.condition:
            self.count -= 1
            self.condition.notify_all()

    def pass_through(self):
        """Waits for the gate. Returns whether the load goes on."""
        with self.condition:
            self.waiting += 1
            self.condition.notify_all()
            self.condition.wait_for(lambda: self.is_open or self.is_over)
            self.waiting -= 1
            return not self.is_over


class Wire:
    """One connection, made anew where it broke."""

    def __init__(self, key):
        self.key = key
        self.connection = None
        self.address = None

    def send(self, origin, method, path, body=None, name=None):
        if self.address != origin:
            self.close()
        if not self.connection:
            self.connection = http.client.HTTPConnection(
                origin.removeprefix("http://"), timeout=ANSWER_SECONDS_MAX)
            self.address = origin
        headers = {"X-DC-DEVKEY": self.key, "Content-Type": "application/json"}
        if name:
            headers["Idempotency-Key"] = name
        try:
            self.connection.request(
                method, "/services/v2" + path, body=json.dumps(body) if body else None,
                headers=headers)
            answer = self.connection.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


class Client(threading.Thread):
    def __init__(self, number, seed, key, gate, csrs):
        super().__init__(name=f"client {number}", daemon=True)
        self.number = number
        self.chance = random.Random(f"{seed} client {number}")
        self.gate = gate
        self.wire = Wire(key)
        self.csrs = csrs
        self.deeds = []
        self.orders = []
        self.problem = None

    def run(self):
        try:
            while self.gate.pass_through():
                self.carry_out(self.next_deed())
        except Exception as problem:  # told by the main thread, which waits for all
            self.problem = problem
        self.gate.leave()

    # -- what to do next --

    def next_deed(self):
        for order in self.orders:
            if len(order.states) > 1:
                self.look_at(order)
        known = [order for order in self.orders if len(order.states) == 1]
        marker = f"c{self.number}-{len(self.deeds)}"
        if known and self.chance.random() < 0.6:
            order = self.chance.choice(known)
            kind = self.kind_for(order)
            if kind:
                return self.deed_on(order, kind, marker)
        kind = self.chance.choices(list(FIRST_STATES), weights=[6, 3, 1, 1])[0]
        name = "www.example.com" if not kind.endswith("unproved") else "www.other.org"
        body = {
            "certificate": self.certificate(name), "organization": {"id": 1},
            "order_validity": {"years": 1}, "comments": marker,
            "skip_approval": kind.startswith("place")}
        return self.deed(kind, marker, "POST", "/order/certificate/ssl_plus", body)

    def kind_for(self, order):
        state = next(iter(order.states))
        kinds = {
            "needs_approval": (["approve"] * 3 + ["reject", "cancel"]) if order.request else [],
            "pending": ["cancel"],
            "issued": ["reissue", "duplicate", "ask-reissue", "revoke"],
            "reissue_pending": (["approve-reissue"] * 2 if order.request else []) + ["cancel"],
        }.get(state)
        if not kinds:
            self.orders.remove(order)  # nothing more can be done with it
            return None
        kind = self.chance.choice(kinds)
        return "approve-unproved" if kind == "approve" and not order.proved else kind

    def deed_on(self, order, kind, marker):
        path = f"/order/certificate/{order.number}"
        if kind.startswith(("approve", "reject")):
            status = "rejected" if kind == "reject" else "approved"
            return self.deed(kind, marker, "PUT", f"/request/{order.request}/status",
                             {"status": status, "processor_comment": marker}, order)
        if kind == "cancel":
            return self.deed(kind, marker, "PUT", path + "/status",
                             {"status": "canceled", "note": marker}, order)
        if kind == "revoke":
            return self.deed(kind, marker, "PUT", path + "/revoke",
                             {"skip_approval": True, "comments": marker}, order)
        body = {"certificate": self.certificate("www.example.com"), "comments": marker,
                "skip_approval": kind != "ask-reissue"}
        end = "/duplicate" if kind == "duplicate" else "/reissue"
        return self.deed(kind, marker, "POST", path + end, body, order)

    def deed(self, kind, marker, method, path, body, order=None):
        keyed = method == "POST" and self.chance.random() < KEYED_SHARE
        deed = Deed(kind, marker, f"key {marker}" if keyed else None, method, path, body, order)
        self.deeds.append(deed)
        return deed

    def certificate(self, name):
        return {"common_name": name, "csr": self.chance.choice(self.csrs),
                "signature_hash": "sha256"}

    # -- doing it --

    def send(self, deed):
        """Returns status and answer; nothing where the server went away, or could not."""
        origin = self.chance.choice(self.gate.origins)
        deed.tries += 1
        try:
            status, answer = self.wire.send(
                origin, deed.method, deed.path, deed.body, deed.key)
        except (OSError, http.client.HTTPException):
            status, answer = 503, None
        if status == 503:
            time.sleep(PAUSE_SECONDS)
            return None
        if status >= 500:
            raise Contradiction(f"{deed} was answered {status}: {answer}")
        return status, answer

    def carry_out(self, deed):
        told = self.send(deed)
        while told is None and deed.key and self.gate.pass_through():
            told = self.send(deed)
        if told is None:
            deed.outcome = "unknown"
        else:
            deed.status, deed.answer = told
            deed.outcome = "done" if deed.status < 300 else "refused"
        self.settle(deed)
        if deed.outcome == "done" and deed.key and self.chance.random() < REPEATED_SHARE:
            again = self.send(deed)
            if again and again != (deed.status, deed.answer):
                raise Contradiction(f"{deed} was first answered {deed.answer}, then {again}")

    def settle(self, deed):
        answer = json.loads(deed.answer) if deed.outcome == "done" and deed.answer else {}
        chain = answer.get("certificate_chain")
        if chain:
            lines = chain[0]["pem"].split("-----")[2]
            deed.certificate = answer["certificate_id"], base64.b64decode(lines)
        if deed.kind in FIRST_STATES:
            if deed.outcome == "refused":
                raise Contradiction(f"{deed} was refused: {deed.answer}")
            if deed.outcome == "done":
                self.adopt(deed, answer["id"], answer["requests"][0]["id"])
            return
        deed.order.settle(deed)
        if deed.kind == "ask-reissue" and deed.outcome == "done":
            deed.order.request = answer["requests"][0]["id"]
        elif deed.outcome != "refused":
            deed.order.request = deed.order.request if deed.outcome == "unknown" else None

    def adopt(self, deed, number, request):
        order = Order(number, FIRST_STATES[deed.kind], not deed.kind.endswith("unproved"))
        order.request = request if deed.kind.startswith("ask") else None
        deed.order = order
        self.orders = (self.orders + [order])[-ORDERS_KEPT_MAX:]

    def look_at(self, order):
        origin = self.chance.choice(self.gate.origins)
        try:
            status, answer = self.wire.send(origin, "GET", f"/order/certificate/{order.number}")
        except (OSError, http.client.HTTPException):
            return
        if status == 200:
            order.seen(json.loads(answer)["status"], "the API")
        elif status != 503:
            raise Contradiction(f"order {order.number} was answered {status}: {answer}")
