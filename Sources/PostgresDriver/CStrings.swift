/// Lends an array of texts, ended by a null pointer, as C takes it.
func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { text in
        let octets = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: octets.count)
        copy.update(from: octets, count: octets.count)
        return copy
    }
    defer { copies.forEach { $0.deallocate() } }
    let addresses = copies.map { UnsafePointer<CChar>?($0) } + [nil]
    return addresses.withUnsafeBufferPointer { body($0.baseAddress!) }
}
