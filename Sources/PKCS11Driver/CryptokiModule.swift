import CP11Kit
import Synchronization

/// A PKCS #11 module, loaded and initialized by p11-kit.
///
/// Unchecked: the list of functions is read only once it is loaded, and the functions may be called
/// from any thread, since p11-kit initializes modules with locks of the system's.
final class CryptokiModule: @unchecked Sendable {
    let functions: UnsafeMutablePointer<CK_FUNCTION_LIST>
    private let isClosed = Mutex(false)

    init(path: String) throws(TokenProblem) {
        guard let functions = p11_kit_module_load(path, 0) else {
            throw .moduleMissing(
                path: path, reason: p11_kit_message().map { String(cString: $0) } ?? "unknown")
        }
        let code = p11_kit_module_initialize(functions)
        guard code == CKR_OK else {
            p11_kit_module_release(functions)
            throw .moduleMissing(path: path, reason: String(cString: p11_kit_strerror(code)))
        }
        self.functions = functions
    }

    deinit {
        close()
    }

    /// Nothing may be asked of the module afterwards.
    func close() {
        let wasClosed = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return isClosed
        }
        if wasClosed { return }
        p11_kit_module_finalize(functions)
        p11_kit_module_release(functions)
    }

    /// The slot that holds the token of this label.
    func slot(of label: String) throws(TokenProblem) -> CK_SLOT_ID {
        var count = CK_ULONG(0)
        try check("C_GetSlotList", functions.pointee.C_GetSlotList(1, nil, &count))
        var slots = [CK_SLOT_ID](repeating: 0, count: Int(count))
        try check("C_GetSlotList", functions.pointee.C_GetSlotList(1, &slots, &count))
        var labels: [String] = []
        var found: [CK_SLOT_ID] = []
        for slot in slots.prefix(Int(count)) {
            var information = CK_TOKEN_INFO()
            try check("C_GetTokenInfo", functions.pointee.C_GetTokenInfo(slot, &information))
            let name = withUnsafeBytes(of: information.label) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let trimmed = String(name.reversed().drop { $0 == " " }.reversed())
            if trimmed == label { found.append(slot) }
            if information.flags & CK_FLAGS(CKF_TOKEN_INITIALIZED) != 0 { labels.append(trimmed) }
        }
        guard let slot = found.first else { throw .tokenMissing(label: label, known: labels) }
        guard found.count == 1 else { throw .tokenAmbiguous(label: label) }
        return slot
    }
}

func check(_ call: String, _ code: CK_RV) throws(TokenProblem) {
    guard code == CKR_OK else { throw .failed(call: call, code: UInt(code)) }
}
