import CP11Kit
import Issuance

/// One session of a token. Belongs to one thread.
final class TokenSession {
    private let module: CryptokiModule
    private let handle: CK_SESSION_HANDLE
    /// Handles of private keys, which hold in this session only.
    private var privateKeys: [KeyIdentifier: CK_OBJECT_HANDLE] = [:]

    private var functions: CK_FUNCTION_LIST { module.functions.pointee }

    init(_ module: CryptokiModule, slot: CK_SLOT_ID) throws(TokenProblem) {
        var handle = CK_SESSION_HANDLE(0)
        try check(
            "C_OpenSession",
            module.functions.pointee.C_OpenSession(
                slot, CK_FLAGS(CKF_SERIAL_SESSION) | CK_FLAGS(CKF_RW_SESSION), nil, nil, &handle))
        self.module = module
        self.handle = handle
    }

    deinit {
        // Of a session that is lost nothing is left to be closed.
        _ = functions.C_CloseSession(handle)
    }

    /// Logs the whole process in; that it is in already is as good.
    func logIn(_ pin: TokenPIN, label: String) throws(TokenProblem) {
        var octets = pin.octets
        let code = functions.C_Login(
            handle, CK_USER_TYPE(CKU_USER), &octets, CK_ULONG(octets.count))
        switch UInt(code) {
        case UInt(CKR_OK), UInt(CKR_USER_ALREADY_LOGGED_IN): return
        case UInt(CKR_PIN_INCORRECT), UInt(CKR_PIN_INVALID), UInt(CKR_PIN_LEN_RANGE):
            throw .pinWrong(label: label)
        case UInt(CKR_PIN_LOCKED): throw .pinLocked(label: label)
        default: throw .failed(call: "C_Login", code: UInt(code))
        }
    }

    /// The public keys whose private halves are there as well, with what joins the two.
    func keys() throws -> [TokenKey] {
        var wanted = Template()
        wanted.set(UInt(CKA_CLASS), number: UInt(CKO_PUBLIC_KEY))
        wanted.set(UInt(CKA_TOKEN), flag: true)
        return try find(wanted).compactMap { object in
            let id = try attribute(UInt(CKA_ID), of: object)
            guard !id.isEmpty, let key = try publicKey(object),
                try !find(Self.privateKey(id)).isEmpty
            else { return nil }
            return TokenKey(id: id, key: key)
        }
    }

    /// Nil for kinds of keys that sign nothing here.
    private func publicKey(_ object: CK_OBJECT_HANDLE) throws -> SubjectKey? {
        let type = try attribute(UInt(CKA_KEY_TYPE), of: object)
            .withUnsafeBytes { $0.loadUnaligned(as: CK_ULONG.self) }
        do {
            switch UInt(type) {
            case UInt(CKK_RSA):
                return try SubjectKey(
                    modulus: try attribute(UInt(CKA_MODULUS), of: object),
                    exponent: try attribute(UInt(CKA_PUBLIC_EXPONENT), of: object))
            case UInt(CKK_EC):
                return try SubjectKey(
                    curve: try attribute(UInt(CKA_EC_PARAMS), of: object),
                    point: try attribute(UInt(CKA_EC_POINT), of: object))
            default: return nil
            }
        } catch is SubjectKeyProblem {
            // A curve that is none of ours.
            return nil
        }
    }

    /// Makes a pair that never leaves the token, and returns its public half.
    func generate(_ kind: KeyKind) throws -> TokenKey {
        var id = [UInt8](repeating: 0, count: TokenKey.idOctets)
        try check(
            "C_GenerateRandom", functions.C_GenerateRandom(handle, &id, CK_ULONG(id.count)))
        var open = Template.kept(id, isPrivate: false)
        var closed = Template.kept(id, isPrivate: true)
        open.set(UInt(CKA_VERIFY), flag: true)
        closed.set(UInt(CKA_SIGN), flag: true)
        closed.set(UInt(CKA_SENSITIVE), flag: true)
        closed.set(UInt(CKA_EXTRACTABLE), flag: false)
        let mechanism: UInt
        if case .rsa(let bits) = kind {
            mechanism = UInt(CKM_RSA_PKCS_KEY_PAIR_GEN)
            open.set(UInt(CKA_MODULUS_BITS), number: UInt(bits))
            open.set(UInt(CKA_PUBLIC_EXPONENT), [1, 0, 1])
        } else if let curve = kind.tokenCurve {
            mechanism = UInt(CKM_EC_KEY_PAIR_GEN)
            open.set(UInt(CKA_EC_PARAMS), curve)
        } else {
            throw KeeperProblem.kindUnsupported(kind)
        }
        let publicHandle = try generate(mechanism, open, closed)
        guard let key = try publicKey(publicHandle) else { throw TokenProblem.keyMalformed }
        return TokenKey(id: id, key: key)
    }

    private func generate(
        _ mechanism: UInt, _ open: Template, _ closed: Template
    ) throws -> CK_OBJECT_HANDLE {
        var publicHandle = CK_OBJECT_HANDLE(0)
        var privateHandle = CK_OBJECT_HANDLE(0)
        var how = CK_MECHANISM(
            mechanism: CK_MECHANISM_TYPE(mechanism), pParameter: nil, ulParameterLen: 0)
        try open.withAttributes { open, openCount in
            try closed.withAttributes { closed, closedCount in
                try check(
                    "C_GenerateKeyPair",
                    functions.C_GenerateKeyPair(
                        handle, &how, open, openCount, closed, closedCount, &publicHandle,
                        &privateHandle))
            }
        }
        return publicHandle
    }

    func sign(_ input: [UInt8], with key: TokenKey) throws -> [UInt8] {
        let object = try privateKey(key)
        var how = CK_MECHANISM(
            mechanism: CK_MECHANISM_TYPE(key.signs), pParameter: nil, ulParameterLen: 0)
        try check("C_SignInit", functions.C_SignInit(handle, &how, object))
        var input = input
        var signature = [UInt8](repeating: 0, count: TokenKey.signatureOctetsMax)
        var count = CK_ULONG(signature.count)
        try check(
            "C_Sign",
            functions.C_Sign(handle, &input, CK_ULONG(input.count), &signature, &count))
        return Array(signature.prefix(Int(count)))
    }

    private func privateKey(_ key: TokenKey) throws -> CK_OBJECT_HANDLE {
        if let known = privateKeys[key.key.identifier] { return known }
        guard let found = try find(Self.privateKey(key.id)).first else {
            throw KeeperProblem.unknownKey(key.key.identifier)
        }
        privateKeys[key.key.identifier] = found
        return found
    }

    private static func privateKey(_ id: [UInt8]) -> Template {
        var wanted = Template()
        wanted.set(UInt(CKA_CLASS), number: UInt(CKO_PRIVATE_KEY))
        wanted.set(UInt(CKA_ID), id)
        return wanted
    }

    private func find(_ template: Template) throws -> [CK_OBJECT_HANDLE] {
        try template.withAttributes { list, count in
            try check("C_FindObjectsInit", functions.C_FindObjectsInit(handle, list, count))
        }
        // However it ends, the search has to be over before the next one.
        defer { _ = functions.C_FindObjectsFinal(handle) }
        var found: [CK_OBJECT_HANDLE] = []
        while true {
            var batch = [CK_OBJECT_HANDLE](repeating: 0, count: 64)
            var count = CK_ULONG(0)
            try check("C_FindObjects", functions.C_FindObjects(handle, &batch, 64, &count))
            found += batch.prefix(Int(count))
            if count < 64 { return found }
        }
    }

    private func attribute(_ type: UInt, of object: CK_OBJECT_HANDLE) throws -> [UInt8] {
        var wanted = CK_ATTRIBUTE(type: CK_ATTRIBUTE_TYPE(type), pValue: nil, ulValueLen: 0)
        try check("C_GetAttributeValue", functions.C_GetAttributeValue(handle, object, &wanted, 1))
        var value = [UInt8](repeating: 0, count: Int(wanted.ulValueLen))
        return try value.withUnsafeMutableBytes { octets in
            wanted.pValue = octets.baseAddress
            try check(
                "C_GetAttributeValue", functions.C_GetAttributeValue(handle, object, &wanted, 1))
            return Array(octets.prefix(Int(wanted.ulValueLen)))
        }
    }
}

extension Template {
    /// Half a pair that stays on the token.
    fileprivate static func kept(_ id: [UInt8], isPrivate: Bool) -> Template {
        var template = Template()
        template.set(UInt(CKA_TOKEN), flag: true)
        template.set(UInt(CKA_PRIVATE), flag: isPrivate)
        template.set(UInt(CKA_ID), id)
        template.set(UInt(CKA_LABEL), Array("chancery".utf8))
        return template
    }
}

/// A pair of keys on a token.
struct TokenKey: Sendable {
    static let idOctets = 20
    /// RSA keys of 8192 bits sign with so many.
    static let signatureOctetsMax = 1024

    /// CKA_ID, which both halves bear.
    let id: [UInt8]
    let key: SubjectKey

    /// The mechanism that it signs by.
    var signs: UInt {
        if case .rsa = key.kind { return UInt(CKM_RSA_PKCS) }
        return UInt(CKM_ECDSA)
    }
}
