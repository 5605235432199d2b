"""Looks for anything that was answered and is gone, is there twice, or is half done."""

import json

from ledger import FIRST_STATES, Contradiction, rows_expected

# Statements that find something only where a transaction was torn.
TORN = {
    "an issued order without an issued certificate": """
        SELECT o.id FROM orders o LEFT JOIN certificates c ON c.id = o.primary_certificate_id
        WHERE o.state IN ('issued', 'reissue_pending', 'revoked')
          AND (c.id IS NULL OR c.state NOT IN ('issued', 'revoked'))""",
    "a certificate of an order that was not issued": """
        SELECT c.id FROM certificates c JOIN orders o ON o.id = c.order_id
        WHERE c.der IS NOT NULL AND o.state NOT IN ('issued', 'reissue_pending', 'revoked')""",
    "an order without exactly one first certificate": """
        SELECT o.id FROM orders o WHERE 1 <> (SELECT count(*) FROM certificates c
          WHERE c.order_id = o.id AND c.kind = 'original')""",
    "an order without exactly one first request": """
        SELECT o.id FROM orders o WHERE 1 <> (SELECT count(*) FROM requests r
          WHERE r.order_id = o.id AND r.kind = 'new_request')""",
    "an order without names": """
        SELECT o.id FROM orders o WHERE NOT EXISTS
          (SELECT 1 FROM order_names n WHERE n.order_id = o.id)""",
    "a first request that says something else than its order": """
        SELECT o.id FROM orders o JOIN requests r ON r.order_id = o.id AND r.kind = 'new_request'
        WHERE (o.state = 'needs_approval') <> (r.state IN ('pending', 'submitted'))
          OR (o.state = 'rejected' AND r.state <> 'rejected')
          OR (o.state IN ('pending', 'issued', 'reissue_pending', 'revoked')
              AND r.state <> 'approved')""",
    "an approved order without a receipt": """
        SELECT o.id FROM orders o WHERE o.state IN ('pending', 'issued', 'revoked')
          AND NOT EXISTS (SELECT 1 FROM receipts t WHERE t.id = o.receipt_id)""",
    "an approved certificate that is neither issued nor waits for it": """
        SELECT c.id FROM certificates c JOIN requests r ON r.certificate_id = c.id
        WHERE c.state = 'pending' AND r.state = 'approved' AND r.kind <> 'revoke'
          AND NOT EXISTS (SELECT 1 FROM effects e WHERE e.certificate_id = c.id)""",
    "work for a certificate that does not wait": """
        SELECT e.id FROM effects e JOIN certificates c ON c.id = e.certificate_id
        WHERE c.state <> 'pending'""",
    "an issued certificate whose request is not approved": """
        SELECT c.id FROM certificates c WHERE c.der IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM requests r WHERE r.certificate_id = c.id AND r.state = 'approved'
            AND r.kind <> 'revoke')""",
    "a reissue that waits beside its order's state": """
        SELECT o.id FROM orders o WHERE (o.state = 'reissue_pending') <> (1 =
          (SELECT count(*) FROM certificates c WHERE c.order_id = o.id AND c.kind = 'reissue'
            AND c.state = 'pending'))""",
    "a revoked order with a certificate in force": """
        SELECT o.id FROM orders o JOIN certificates c ON c.order_id = o.id
        WHERE o.state = 'revoked' AND c.state IN ('issued', 'pending')""",
    "an ended order with a request that waits": """
        SELECT o.id FROM orders o JOIN requests r ON r.order_id = o.id
        WHERE o.state IN ('canceled', 'rejected', 'revoked') AND r.state IN ('pending', 'submitted')
        """,
    "duplicates that are not numbered 1, 2, 3": """
        SELECT c.order_id FROM certificates c WHERE c.kind = 'duplicate'
        GROUP BY c.order_id HAVING max(c.sub_id) <> count(*)""",
    "a serial number that was used twice": """
        SELECT min(c.id) FROM certificates c WHERE c.serial IS NOT NULL
        GROUP BY c.issuer_id, c.serial HAVING count(*) > 1""",
}


class Checker:
    def __init__(self, database):
        self.database = database

    def check(self, clients, wire, origin, is_last=False):
        """Between two rounds what is new is compared; at the end, everything."""
        for fault in self.database.faults():
            raise Contradiction(f"the database is damaged: {fault}")
        for title, statement in TORN.items():
            found = self.database.rows(statement)
            if found:
                raise Contradiction(f"there is {title}: {[row[0] for row in found[:10]]}")
        requests = {}
        for marker, order, request, certificate in self.database.rows(
                "SELECT comments, order_id, id, certificate_id FROM requests "
                "WHERE comments IS NOT NULL"):
            requests.setdefault(marker, []).append((int(order), int(request), certificate))
        states = {int(number): state
                  for number, state in self.database.rows("SELECT id, state FROM orders")}
        known = self.check_markers(clients, requests)
        if len(states) != known:
            raise Contradiction(f"{len(states)} orders are there, {known} were asked for")
        for client in clients:
            # What is under way may have been done already: its client will be told.
            busy = {deed.order for deed in client.deeds[-1:] if deed.is_under_way}
            for order in {deed.order for deed in client.deeds if deed.order} - busy:
                order.seen(states.get(order.number, "missing"), "the database")
            self.check_answers(client, busy, wire, origin)
        self.check_certificates(clients, is_last)

    def check_markers(self, clients, requests):
        """Every request that was answered is there once. Returns how many orders that makes."""
        orders = 0
        for client in clients:
            for deed in client.deeds:
                if not deed.makes_request:
                    continue
                found = requests.get(deed.marker, [])
                least, most = rows_expected(deed)
                if not least <= len(found) <= most:
                    raise Contradiction(f"{deed} is {deed.outcome} and there {len(found)} times")
                if deed.kind in FIRST_STATES and found:
                    orders += 1
                    if deed.order and deed.order.number != found[0][0]:
                        raise Contradiction(f"{deed} was answered another number: {found}")
                    if deed.order is None and deed.outcome == "unknown":
                        client.adopt(deed, *found[0][:2])
        return orders

    def check_answers(self, client, busy, wire, origin):
        """The API shows what the database holds, for the orders that the client is busy with."""
        for order in set(client.orders) - busy:
            status, answer = wire.send(origin, "GET", f"/order/certificate/{order.number}")
            if status != 200:
                raise Contradiction(f"order {order.number} is answered {status}: {answer}")
            order.seen(json.loads(answer)["status"], "the API")

    def check_certificates(self, clients, is_last):
        """Certificates are kept as they were handed out."""
        told = [deed.certificate for client in clients for deed in client.deeds
                if deed.certificate]
        if len({der for _, der in told}) != len(told):
            raise Contradiction("a certificate was handed out twice")
        new = told if is_last else told[-300:]
        kept = self.database.certificates([number for number, _ in new])
        for number, der in new:
            if kept.get(number) != der:
                raise Contradiction(f"certificate {number} is not kept as it was handed out")
