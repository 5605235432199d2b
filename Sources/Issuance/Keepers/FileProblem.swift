import Foundation

/// A file or folder that is not made, read or written, and what the system says to it.
package struct FileProblem: Error, Equatable, CustomStringConvertible {
    package let path: String
    /// One of the values of `errno`.
    package let code: Int32

    /// - Parameter code: what the last call left behind, if nothing else is given.
    package init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    init(_ url: URL, code: Int32 = errno) {
        self.init(url.path(percentEncoded: false), code: code)
    }

    package var description: String { "\(path): \(String(cString: strerror(code)))." }
}
