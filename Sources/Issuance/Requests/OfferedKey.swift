import SwiftASN1

/// The key that a certificate is asked for, as clients give it.
package enum OfferedKey: Hashable, Sendable {
    /// Proves that whoever asks has the private key.
    case request(SigningRequest)
    /// A SubjectPublicKeyInfo by itself (RFC 5280 section 4.1.2.7), under the same policy. It
    /// proves nothing: who takes it has another reason to believe whose key it is.
    case bareKey(SubjectKey)

    package var key: SubjectKey {
        switch self {
        case .request(let request): request.key
        case .bareKey(let key): key
        }
    }

    package var isBare: Bool {
        switch self {
        case .request: false
        case .bareKey: true
        }
    }

    /// Lines of 64 characters that end in LF, the last one too.
    package var pem: String {
        switch self {
        case .request(let request): request.pem
        case .bareKey(let key): PEM(label: Self.keyLabel, der: key.spki).text + "\n"
        }
    }

    /// What is kept of the text that this was read from: PEM as it was given, since clients look
    /// for theirs letter by letter; of anything else, PEM made of it.
    package func kept(of text: String) -> String {
        let isPEM = text.contains("-----BEGIN ") && text.contains("-----END ")
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        return isPEM && isPlain ? text : pem
    }

    private static let keyLabel = "PUBLIC KEY"

    /// Reads a CSR as ``SigningRequest`` does, or a public key in PEM or bare base64. Of a text
    /// that has both, as openssl writes it when asked, the CSR counts.
    ///
    /// - Parameter known: what was read before, as it was kept or as ``pem`` has it.
    package init(
        _ text: String, policy: WeakKeyPolicy = .standard, known: String? = nil
    ) throws(SigningRequestProblem) {
        let unread: SigningRequestProblem
        do {
            self = .request(try SigningRequest(text, policy: policy, known: known))
            return
        } catch {
            unread = error
        }
        guard unread == .unparseable, let spki = Self.bareKey(in: text) else { throw unread }
        self = .bareKey(try SubjectKey(sound: spki, policy: policy))
    }

    /// Nil where the text holds no key, or was meant for a CSR.
    private static func bareKey(in text: String) -> [UInt8]? {
        guard !text.contains(SigningRequest.label) else { return nil }
        let der = PEM(firstOf: [keyLabel], in: text)?.der ?? PEM.octets(ofBase64: text.padded)
        // Whatever else was given is no key: the CSR that it is not has been refused.
        guard let der, (try? SPKIFields(derEncoded: der)) != nil else { return nil }
        return der
    }
}

extension SubjectKey {
    /// A key that may be certified, as far as can be told from the key alone.
    init(sound spki: [UInt8], policy: WeakKeyPolicy) throws(SigningRequestProblem) {
        do {
            try self.init(spki: spki)
        } catch {
            switch error {
            case .unparseable: throw .unparseable
            case .typeUnsupported(let name): throw .keyTypeUnsupported(name)
            case .malformed: throw .keyMalformed
            }
        }
        do {
            try policy.check(self)
        } catch {
            throw .weakKey(error)
        }
    }
}
