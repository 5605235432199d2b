package import Foundation
import Issuance

/// The logs that the owner of this house chose, in the order of the file.
package struct LogList: Equatable, Sendable {
    /// Far beyond any list there is.
    package static let octetsMax = 8 << 20
    package static let logsMax = 1000

    package let logs: [TransparencyLog]

    package init(_ logs: [TransparencyLog]) {
        self.logs = logs
    }

    /// Reads a list in the form of the known lists, version 3 (`operators[].logs[]` and
    /// `tiled_logs[]`). What matters here is looked at, and what is not known is passed over.
    package init(json: Data) throws(LogListProblem) {
        guard json.count <= Self.octetsMax else { throw LogListProblem("is too long") }
        let file: LogListFile
        do {
            file = try JSONDecoder().decode(LogListFile.self, from: json)
        } catch {
            throw LogListProblem(error)
        }
        var logs: [TransparencyLog] = []
        for (place, one) in file.operators.enumerated() {
            let known = [("logs", one.logs ?? []), ("tiled_logs", one.tiledLogs ?? [])]
            for (member, entries) in known {
                for (number, entry) in entries.enumerated() {
                    let path = "operators[\(place)].\(member)[\(number)]"
                    logs.append(try entry.log(of: one.name, at: path))
                }
            }
        }
        guard !logs.isEmpty else { throw LogListProblem("names no log") }
        guard logs.count <= Self.logsMax else {
            throw LogListProblem("names more than \(Self.logsMax) logs")
        }
        let twins = Dictionary(grouping: logs, by: \.key.id).values.first { $0.count > 1 }
        if let twins {
            throw LogListProblem(
                "names the key of \"\(twins[0].name)\" twice, also as \"\(twins[1].name)\"")
        }
        self.init(logs)
    }

    /// Those that take a certificate that ends then.
    package func taking(certificateTill end: Date) -> [TransparencyLog] {
        logs.filter { $0.takes(certificateTill: end) }
    }

    package subscript(id: [UInt8]) -> TransparencyLog? { logs.first { $0.key.id == id } }
}

/// Why a list is not taken, said so that it can be mended; a sentence that begins with the file.
package struct LogListProblem: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    init(_ error: any Error) {
        guard let error = error as? DecodingError else {
            self.init("is no JSON")
            return
        }
        switch error {
        case .keyNotFound(let key, let context):
            self.init("lacks \(Self.path(context.codingPath + [key]))")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self.init("has something unexpected at \(Self.path(context.codingPath))")
        default: self.init("is no JSON")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let place = key.intValue { return "\(path)[\(place)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }
}
