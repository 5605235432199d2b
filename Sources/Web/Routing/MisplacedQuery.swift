package import Hummingbird

extension Request {
    /// The request with its query where a query belongs: one client writes
    /// `/domain/5/include_dcv=true&include_validation=true`.
    package var withQueryInPlace: Request {
        // Nearly all paths have no such sign, and looking for one costs nothing.
        guard let path = head.path, path.utf8.contains(UInt8(ascii: "=")),
            let mark = path.firstRange(of: "/include_"),
            !path.contains("?"), path[mark.upperBound...].contains("=")
        else { return self }
        var head = head
        head.path = path[..<mark.lowerBound] + "?" + path[mark.lowerBound...].dropFirst()
        return Request(head: head, body: body)
    }
}
