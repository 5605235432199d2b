import Storage

/// An error of the server that none of Storage's words fits.
package struct PostgresProblem: Error, Equatable, CustomStringConvertible {
    /// The five characters of SQLSTATE.
    package let state: String
    package let message: String

    package var description: String { "PostgreSQL \(state): \(message)" }
}

/// The server ended a transaction because of another one that ran at the same time. Nothing of it
/// is kept; run again, it may well succeed.
struct Collision: Error {
    let problem: PostgresProblem
}

/// The connection is gone, or leads to a server that takes no writes any more.
struct ConnectionLost: Error {
    let reason: String
    /// Whether it was given up because no answer came. The next one would not come either.
    var isOverdue = false
}

/// The database cannot hold every text.
package struct EncodingProblem: Error, Equatable, CustomStringConvertible {
    /// As the server calls it.
    package let encoding: String

    static let wanted = "UTF8"

    package var description: String {
        """
        The database has the encoding \(encoding); \(Self.wanted) is needed, so that it can keep \
        every name. Make another one: createdb --encoding UTF8 --template template0 NAME
        """
    }
}

extension PostgresProblem {
    /// What the rest of the house is told.
    var translated: any Error {
        switch state {
        case "40001", "40P01": Collision(problem: self)
        case "23505": StorageProblem.violates(.unique)
        case "23503": StorageProblem.violates(.foreignKey)
        case "23514": StorageProblem.violates(.check)
        case "23502": StorageProblem.violates(.notNull)
        // A lock that was waited for too long, a statement that was stopped, a disk that fails.
        case "55P03", "57014", "58030": StorageProblem.unavailable(description)
        default:
            switch state.prefix(3) {
            // The server goes down, or was made a standby behind our back.
            case "57P", "250": ConnectionLost(reason: description)
            default:
                switch state.prefix(2) {
                case "08": ConnectionLost(reason: description)
                // Out of disk, memory or connections.
                case "53": StorageProblem.unavailable(description)
                default: self
                }
            }
        }
    }
}
