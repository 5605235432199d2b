import OrderCore
import Testing

@Suite struct ScopeTests {
    /// The order in question: user 7, container 3, account 1.
    static let order = Order.sample()

    @Test(
        "an order is seen from its account, its containers and by its owner",
        arguments: [
            (Scope(accountID: 1), true), (Scope(accountID: 2), false),
            (Scope(accountID: 1, containerIDs: [3]), true),
            (Scope(accountID: 1, containerIDs: [2, 3]), true),
            (Scope(accountID: 1, containerIDs: [2]), false),
            (Scope(accountID: 2, containerIDs: [3]), false),
            (Scope(accountID: 1, ownerID: 7), true), (Scope(accountID: 1, ownerID: 8), false),
            (Scope(accountID: 1, containerIDs: [2], ownerID: 7), false),
        ])
    func orders(scope: Scope, isSeen: Bool) {
        #expect(scope.sees(Self.order) == isSeen)
    }

    @Test(
        "other things are seen from their account and containers, whoever made them",
        arguments: [
            (Scope(accountID: 1, ownerID: 8), true), (Scope(accountID: 1, containerIDs: [3]), true),
            (Scope(accountID: 1, containerIDs: [2]), false), (Scope(accountID: 2), false),
        ])
    func things(scope: Scope, isSeen: Bool) {
        #expect(scope.sees(account: 1, container: 3) == isSeen)
    }

    @Test("a caller's scope is its account, its assignments and, if limited, itself")
    func callers() {
        #expect(Caller.sample(.administrator, nil).scope == Scope(accountID: 1))
        #expect(
            Caller.sample(.manager, nil, assignments: [3, 4]).scope
                == Scope(accountID: 1, containerIDs: [3, 4]))
        #expect(Caller.sample(.limitedUser, nil).scope == Scope(accountID: 1, ownerID: 7))
    }

    @Test("an order remembers the key it came with, or the console")
    func origin() {
        #expect(Caller.sample(.manager, .orders).origin == .apiKey(name: "A key"))
        #expect(Caller.sample(.manager, nil).origin == .console)
    }
}
