import OrderCore
import Testing

/// What each move leads to; `-` where it is not allowed.
private let table = """
    move              needs_approval pending        needs_csr waiting_pickup issued \
      reissue_pending rejected canceled revoked
    approve           pending        -              -         -              - \
      -               -        -        -
    reject            rejected       -              -         -              - \
      -               -        -        -
    cancel            canceled       canceled       canceled  canceled       - \
      issued          -        -        -
    awaitCSR          -              needs_csr      -         -              - \
      -               -        -        -
    awaitPickup       -              waiting_pickup -         -              - \
      -               -        -        -
    supplyKey         -              -              pending   pending        - \
      -               -        -        -
    issue             -              issued         -         -              - \
      -               -        -        -
    requestReissue    -              -              -         -              reissue_pending \
      -               -        -        -
    completeReissue   -              -              -         -              - \
      issued          -        -        -
    abandonReissue    -              -              -         -              - \
      issued          -        -        -
    requestDuplicate  -              -              -         -              issued \
      -               -        -        -
    requestRevocation -              -              -         -              issued \
      -               -        -        -
    revoke            -              -              -         -              revoked \
      -               -        -        -
    """

@Suite struct OrderStateTests {
    @Test("every move from every state leads where the table says, or nowhere")
    func everyMove() {
        let header = ["move"] + OrderState.allCases.map(\.rawValue)
        let rows = OrderMove.allCases.map { move in
            [move.rawValue]
                + OrderState.allCases.map { (try? $0.after(move).rawValue) ?? "-" }  // refused
        }
        let kept = table.split(separator: "\n").map { line in
            line.split(separator: " ").map(String.init)
        }
        #expect([header] + rows == kept)
    }

    @Test("an illegal move names itself and the state", arguments: OrderState.allCases)
    func refusal(state: OrderState) {
        for move in OrderMove.allCases where !state.allows(move) {
            #expect(throws: IllegalMove(move: move, state: state)) { try state.after(move) }
        }
    }

    @Test("nothing leads out of an order that was refused or ended")
    func ends() {
        let ends = OrderState.allCases.filter { state in
            !OrderMove.allCases.contains(where: state.allows)
        }
        #expect(ends == [.rejected, .canceled, .revoked])
    }
}

extension OrderState {
    func allows(_ move: OrderMove) -> Bool {
        // Which no it is does not matter here.
        (try? after(move)) != nil
    }
}
