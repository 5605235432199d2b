import CLibPQ

/// Counts what the server says beside its answers. It has to last as long as the connection.
final class ServerWarnings {
    var count = 0

    func collect(from link: OpaquePointer) {
        PQsetNoticeReceiver(
            link,
            { warnings, notice in
                guard let warnings, notice?.field("V") == "WARNING" else { return }
                Unmanaged<ServerWarnings>.fromOpaque(warnings).takeUnretainedValue().count += 1
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
