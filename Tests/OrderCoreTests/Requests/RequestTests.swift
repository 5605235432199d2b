import Foundation
import Testing

@testable import OrderCore

@Suite struct RequestTests {
    private func request(in state: RequestState, decision: Request.Decision? = nil) -> Request {
        Request(
            id: 4, orderID: 5, accountID: 1, requesterID: 7, subject: .newOrder(9), state: state,
            decision: decision, comments: "please", createdAt: Date(timeIntervalSince1970: 0))
    }

    static let decision = Request.Decision(
        by: 8, at: Date(timeIntervalSince1970: 60), comment: "yes")

    @Test(
        "an open request goes wherever it is sent, with who sent it",
        arguments: [RequestState.pending, .submitted], RequestState.allCases)
    func open(from state: RequestState, to target: RequestState) throws {
        var request = request(in: state)
        try request.decide(target, decision: Self.decision)
        #expect(request.state == target && request.decision == Self.decision)
        #expect(request.reviewerID == (target == .submitted ? Self.decision.by : nil))
    }

    @Test("who passed it on stays its reviewer, whoever decides then")
    func reviewer() throws {
        var request = request(in: .pending)
        try request.decide(.submitted, decision: Self.decision)
        try request.decide(
            .approved,
            decision: Request.Decision(
                by: 9, at: Date(timeIntervalSince1970: 120), comment: nil))
        #expect(request.reviewerID == Self.decision.by)
        #expect(request.decision?.by == 9)
    }

    @Test(
        "a decided request stays as it is",
        arguments: [RequestState.approved, .rejected], RequestState.allCases)
    func decided(from state: RequestState, to target: RequestState) {
        var request = request(in: state)
        #expect(throws: RequestAlreadyProcessed(state: state)) {
            try request.decide(target, decision: Self.decision)
        }
        #expect(request == self.request(in: state))
    }

    @Test("a subject says its kind, its certificate and its reason")
    func subjects() {
        let subjects: [Request.Subject] = [
            .newOrder(1), .reissue(2), .duplicate(3), .revokeOrder(.superseded),
            .revokeCertificate(4, .keyCompromise),
        ]
        #expect(subjects.map(\.kind) == [.newOrder, .reissue, .duplicate, .revoke, .revoke])
        #expect(subjects.map(\.certificateID) == [1, 2, 3, nil, 4])
        #expect(subjects.map(\.reason) == [nil, nil, nil, .superseded, .keyCompromise])
    }
}
