import Foundation

/// The files of this package, as they lie on disk.
struct SourceTree {
    /// A file by its path from the root of the package.
    struct File {
        let path: String
        let text: String

        var name: String { (path as NSString).lastPathComponent }

        /// The target whose folder the file lies in, such as `OrderCore`; nil for `Package.swift`.
        var target: String? {
            let parts = path.split(separator: "/")
            return parts.count > 2 ? String(parts[1]) : nil
        }
    }

    /// Read once for all tests.
    static let package = Result { try SourceTree(root: packageRoot) }

    let root: URL
    let swiftFiles: [SwiftFile]
    let markdownFiles: [File]

    /// The Swift files of the targets that are no tests.
    var sources: [SwiftFile] { swiftFiles.filter { $0.path.hasPrefix("Sources/") } }

    init(root: URL) throws {
        self.root = root
        let files = try Self.paths(under: root).map { path in
            let url = root.appending(path: path)
            return File(path: path, text: try String(contentsOf: url, encoding: .utf8))
        }
        swiftFiles = files.filter { $0.path.hasSuffix(".swift") }.map(SwiftFile.init)
        markdownFiles = files.filter { $0.path.hasSuffix(".md") }
    }

    private static let suffixes = [".swift", ".md"]
    /// The data folder of a server that was tried out here; hidden folders are left out anyway.
    private static let otherFolders = ["var"]

    /// The nearest folder above this file that holds a `Package.swift`.
    private static var packageRoot: URL {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path() != "/" {
            folder = folder.deletingLastPathComponent()
            let manifest = folder.appending(path: "Package.swift").path()
            if FileManager.default.fileExists(atPath: manifest) { return folder }
        }
        preconditionFailure("no Package.swift above \(#filePath)")
    }

    private static func paths(under folder: URL, prefix: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
        ).sorted { $0.lastPathComponent < $1.lastPathComponent }.flatMap { url -> [String] in
            let path = prefix + url.lastPathComponent
            if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
                return otherFolders.contains(path) ? [] : try paths(under: url, prefix: path + "/")
            }
            return suffixes.contains(where: path.hasSuffix) ? [path] : []
        }
    }
}
