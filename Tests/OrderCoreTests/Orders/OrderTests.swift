import Foundation
import OrderCore
import Testing

@Suite struct OrderTests {
    @Test("a move changes the state and nothing else", arguments: OrderState.allCases)
    func moving(from state: OrderState) throws {
        for move in OrderMove.allCases where state.allows(move) {
            var order = Order.sample(in: state)
            try order.move(move)
            #expect(order == .sample(in: try state.after(move)))
        }
    }

    @Test("an illegal move changes nothing", arguments: OrderState.allCases)
    func refusal(from state: OrderState) {
        for move in OrderMove.allCases where !state.allows(move) {
            var order = Order.sample(in: state)
            #expect(throws: IllegalMove(move: move, state: state)) { try order.move(move) }
            #expect(order == .sample(in: state))
        }
    }

    @Test("the term begins with the first certificate")
    func term() throws {
        var order = Order.sample(in: .pending)
        try order.issue(term: .firstDay)
        #expect(order == .sample(in: .issued, term: .firstDay))
    }

    @Test(
        "an order that cannot be issued gets no term",
        arguments: OrderState.allCases.filter { $0 != .pending })
    func noTerm(in state: OrderState) {
        var order = Order.sample(in: state)
        #expect(throws: IllegalMove(move: .issue, state: state)) {
            try order.issue(term: .firstDay)
        }
        #expect(order == .sample(in: state))
    }

    @Test("an issued order has expired once its last second is over")
    func expiry() {
        let order = Order.sample(in: .issued, term: .firstDay)
        #expect(order.status(at: Order.Term.firstDay.validTill) == .state(.issued))
        let after = Order.Term.firstDay.validTill.addingTimeInterval(1)
        #expect(order.status(at: after) == .expired)
        #expect(order.status(at: after).name == "expired")
    }

    @Test(
        "only issued orders expire", arguments: OrderState.allCases.filter { $0 != .issued })
    func noExpiry(in state: OrderState) {
        let order = Order.sample(in: state, term: .firstDay)
        #expect(order.status(at: .distantFuture) == .state(state))
        #expect(order.status(at: .distantFuture).name == state.rawValue)
    }
}
