import Configuration
import Foundation
package import Transparency

extension Settings.Transparency {
    /// Longer than that, and clients of HTTP give up.
    static let patienceSecondsMax = 20

    init(_ reader: ConfigReader) throws {
        listPath = reader.string(forKey: "ct.logs")
        let most = TimestampPolicy.timestampsMax
        timestamps = try reader.string(forKey: "ct.timestamps").map { text in
            guard let count = Int(text), (1...most).contains(count) else {
                throw SettingsProblem(
                    description: "ct.timestamps is \"\(text)\", from 1 to \(most)")
            }
            return count
        }
        let usual = PublicLogs.patienceUsual.components.seconds
        let text = reader.string(forKey: "ct.wait", default: "\(usual)")
        guard let seconds = Int(text), (0...Self.patienceSecondsMax).contains(seconds) else {
            throw SettingsProblem(
                description: "ct.wait is \"\(text)\", from 0 to \(Self.patienceSecondsMax) seconds")
        }
        patienceSeconds = seconds
    }

    /// The logs that are configured; nil where none are.
    package func logs() throws -> PublicLogs? {
        guard let listPath else { return nil }
        let file: Foundation.Data
        do {
            file = try Foundation.Data(contentsOf: URL(filePath: listPath))
        } catch {
            throw SettingsProblem(
                description: "The list of logs \(listPath) (ct.logs) cannot be read: "
                    + error.localizedDescription)
        }
        do throws(LogListProblem) {
            return PublicLogs(
                list: try LogList(json: file), policy: TimestampPolicy(timestamps: timestamps),
                patience: .seconds(patienceSeconds))
        } catch {
            throw SettingsProblem(description: "The list of logs \(listPath) (ct.logs) \(error).")
        }
    }
}
