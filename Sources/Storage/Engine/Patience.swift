/// How long an engine that is elsewhere is waited for.
package enum Patience: Sendable {
    /// Somebody waits for the answer to a request: better told soon that there is none.
    case ofRequests
    /// Work that takes as long as it takes: migrations, copies, what a command reads from end to
    /// end.
    case ofWork

    @TaskLocal package static var current = Patience.ofRequests
}
