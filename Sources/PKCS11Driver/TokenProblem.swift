import CP11Kit

/// Why a token does not do as asked. Nothing secret is in it.
package enum TokenProblem: Error, Equatable, CustomStringConvertible {
    case moduleMissing(path: String, reason: String)
    case tokenMissing(label: String, known: [String])
    case tokenAmbiguous(label: String)
    case pinWrong(label: String)
    case pinLocked(label: String)
    /// The token said no to a call of PKCS #11.
    case failed(call: String, code: UInt)
    case keyMalformed
    case closed

    package var description: String {
        switch self {
        case .moduleMissing(let path, let reason):
            "The PKCS #11 module \(path) cannot be loaded: \(reason)"
        case .tokenMissing(let label, let known):
            """
            There is no token "\(label)". The module shows: \
            \(known.isEmpty ? "none" : known.joined(separator: ", "))
            """
        case .tokenAmbiguous(let label): "Several tokens are called \"\(label)\"."
        case .pinWrong(let label):
            """
            The PIN is not that of the token "\(label)". It is not tried again: tokens lock \
            themselves.
            """
        case .pinLocked(let label): "The PIN of the token \"\(label)\" is locked."
        case .failed(let call, let code):
            """
            The token refused \(call): \(String(cString: p11_kit_strerror(CK_RV(code)))) \
            (0x\(String(code, radix: 16)))
            """
        case .keyMalformed: "The token holds a public key that cannot be read."
        case .closed: "The token is closed."
        }
    }

    /// Whether a new session may help: this one was lost.
    var isSessionLost: Bool {
        guard case .failed(_, let code) = self else { return false }
        return [
            CKR_SESSION_HANDLE_INVALID, CKR_SESSION_CLOSED, CKR_DEVICE_REMOVED,
            CKR_TOKEN_NOT_PRESENT, CKR_USER_NOT_LOGGED_IN, CKR_OBJECT_HANDLE_INVALID,
            CKR_KEY_HANDLE_INVALID, CKR_CRYPTOKI_NOT_INITIALIZED, CKR_DEVICE_ERROR,
        ].map { UInt($0) }.contains(code)
    }
}
