package enum RequestKind: String, CaseIterable, Sendable {
    case newOrder = "new_request"
    case reissue
    case duplicate
    case revoke
}

/// A request waits (`pending`), may pass a first reader (`submitted`), and is decided once.
package enum RequestState: String, CaseIterable, Sendable {
    case pending
    case submitted
    case approved
    case rejected

    package var isDecided: Bool { self == .approved || self == .rejected }

    package mutating func move(to target: RequestState) throws(RequestAlreadyProcessed) {
        if isDecided { throw RequestAlreadyProcessed(state: self) }
        self = target
    }
}

package struct RequestAlreadyProcessed: Error, Equatable {
    package let state: RequestState
}
