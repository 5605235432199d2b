/// When the write-ahead log is carried over into the database file, and how long it grows.
///
/// The log grows at its end while anybody reads from it, and begins anew from its start once all of
/// it is carried over and nobody reads from it any more.
package struct JournalLimits: Sendable {
    /// After so many new pages, they are carried over, on a thread of their own, beside readers and
    /// writer.
    var checkpointPages = 1000
    /// From so many pages on, the writer pauses between two groups until the log can begin anew.
    var pagesMax = 16_000
    /// How long it pauses for readers of an old state at most; then it goes on, and the log grows.
    var pauseSeconds = 0.25
    /// What is left of the file when a log that had to grow longer begins anew.
    var octetsKept = 16_000 * 4096

    package init() {}

    /// For tests, which cannot write so much.
    package init(checkpointPages: Int, pagesMax: Int, pauseSeconds: Double, octetsKept: Int) {
        self.checkpointPages = checkpointPages
        self.pagesMax = pagesMax
        self.pauseSeconds = pauseSeconds
        self.octetsKept = octetsKept
    }
}
