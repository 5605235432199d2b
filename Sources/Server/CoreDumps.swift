import Foundation

/// The memory of a process that has unsealed keys is not to be written to a disk when it dies.
enum CoreDumps {
    /// Sets the limit of the size of core files to nothing, for good.
    static func forbid() throws {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        guard setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }
}
