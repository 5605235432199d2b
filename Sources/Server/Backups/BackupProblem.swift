/// Why a backup is not made, or not restored.
package enum BackupProblem: Error, Equatable, CustomStringConvertible {
    case exists(path: String)
    case nothingToBackUp(folder: String)
    case notEmpty(folder: String)
    /// The file is none of ours, was cut, or has changed since it was written.
    case damaged(String)
    case unreadable(path: String, reason: String)
    case schemaTooNew(found: Int, known: Int)

    package var description: String {
        switch self {
        case .exists(let path): "\(path) exists, and nothing is overwritten. Take another name."
        case .nothingToBackUp(let folder): "There is no installation in \(folder)."
        case .notEmpty(let folder):
            "\(folder) is not empty. Restore into a folder that is empty or not there."
        case .damaged(let reason):
            "This is no whole backup of Chancery: \(reason). Nothing was restored."
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .schemaTooNew(let found, let known):
            """
            The backup has schema \(found), and this Chancery knows \(known). Restore it with the \
            release that made it, or a later one.
            """
        }
    }
}
