"""What clients asked for, what they were told, and what may be so because of it.

An order belongs to one client, which asks for one thing after the other. So the states that it may
be in follow from what was answered, refused, or left without an answer when the server was killed.
"""

# What each deed makes of the state of an order. The first two make the order.
MOVES = {
    "approve": {"needs_approval": "issued"},
    "approve-unproved": {"needs_approval": "pending"},
    "reject": {"needs_approval": "rejected"},
    "cancel": {"needs_approval": "canceled", "pending": "canceled", "reissue_pending": "issued"},
    "reissue": {"issued": "issued"},
    "ask-reissue": {"issued": "reissue_pending"},
    "approve-reissue": {"reissue_pending": "issued"},
    "duplicate": {"issued": "issued"},
    "revoke": {"issued": "revoked"},
}
FIRST_STATES = {"place": "issued", "ask": "needs_approval", "place-unproved": "pending",
                "ask-unproved": "needs_approval"}


class Contradiction(Exception):
    """The server said or kept something that cannot be."""


class Order:
    def __init__(self, number, state, proved):
        self.number = number
        self.states = {state}
        self.proved = proved
        self.request = None  # the one that waits for a decision

    def settle(self, deed):
        moves = MOVES[deed.kind]
        if deed.outcome == "done":
            after = {moves[state] for state in self.states if state in moves}
        elif deed.outcome == "refused":
            after = {state for state in self.states if state not in moves}
        else:
            after = self.states | {moves[state] for state in self.states if state in moves}
        if not after:
            raise Contradiction(f"{deed} is {deed.outcome} while the order was {self.states}")
        self.states = after

    def seen(self, state, where):
        """The order was looked at: it must be as may be, and is known from here on."""
        if state not in self.states:
            raise Contradiction(
                f"order {self.number} is {state} in {where}, and can only be {self.states}")
        self.states = {state}
        if state in ("pending", "issued"):
            self.request = None  # the one that waited was decided


class Deed:
    """One request that changes something."""

    def __init__(self, kind, marker, key, method, path, body, order=None):
        self.kind, self.marker, self.key = kind, marker, key
        self.method, self.path, self.body = method, path, body
        self.order = order
        self.outcome = None  # done, refused, or unknown
        self.tries = 0
        self.status = self.answer = None
        self.certificate = None  # its number and DER, where the answer had one

    @property
    def is_under_way(self):
        return self.outcome is None

    @property
    def makes_request(self):
        return self.method == "POST"

    def __str__(self):
        target = f" of order {self.order.number}" if self.order else ""
        return f"{self.kind} {self.marker}{target} (key: {bool(self.key)}, tries: {self.tries})"


def rows_expected(deed):
    """How many requests with the deed's marker there may be: at least, at most."""
    if deed.outcome == "done":
        return 1, 1
    if deed.outcome == "refused":
        return 0, 0
    return 0, 1
