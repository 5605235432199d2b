import Foundation
import Issuance
import PKCS11Driver
import TestKit
import Testing

/// Against SoftHSM, through p11-kit. In one process one after another: they share its tokens.
@Suite(.serialized, .enabled(if: SoftToken.isInstalled, "softhsm2 is not installed"))
struct TokenKeeperTests {
    private func open(
        _ token: SoftToken, pin: String = SoftToken.pin, sessionsMax: Int = 4
    ) throws -> TokenKeeper {
        try TokenKeeper(
            TokenPlace(
                modulePath: SoftToken.modulePath, tokenLabel: token.label,
                sessionsMax: sessionsMax),
            pin: TokenPIN(pin))
    }

    private func subject(_ name: String) throws -> Subject {
        try Subject([.init(.commonName, name), .init(.country, "se")])
    }

    @Test(
        "authorities with keys on a token are accepted by openssl",
        arguments: [
            (KeyKind.p384, KeyKind.p256), (.rsa(bits: 2048), .rsa(bits: 3072)), (.p256, .p384),
        ])
    func authorities(root rootKind: KeyKind, issuing issuingKind: KeyKind) async throws {
        let token = try SoftToken("authorities \(rootKind) \(issuingKind)")
        let keeper = try open(token)
        let maker = AuthorityMaker(keeper: keeper, serials: SystemSerialSource())
        let root = try await maker.makeRoot(.root(subject("Root"), key: rootKind), now: .now)
        let issuing = try await maker.makeIssuing(
            .issuing(subject("Issuing"), key: issuingKind, validityDays: 100),
            under: try Issuer(certificate: root, keeper: keeper, pointers: .none), now: .now)
        #expect(issuing.key.kind == issuingKind)
        let scratch = try ScratchFolder()
        let rootFile = try scratch.write("root.pem", root.pem)
        let file = try scratch.write("issuing.pem", issuing.pem)
        let verdict = try Command.openssl.run(["verify", "-x509_strict", "-CAfile", rootFile, file])
        #expect(verdict.output == "\(file): OK\n")
    }

    @Test("signatures over every hash verify, many at once, and keys are found again")
    func signatures() async throws {
        let token = try SoftToken("signatures")
        let maker = try open(token)
        let scratch = try ScratchFolder()
        let bytes = Array("to be signed".utf8)
        let file = try scratch.write("bytes", bytes)
        for kind in [KeyKind.p256, .p384, .p521, .rsa(bits: 2048)] {
            let key = try await maker.make(kind)
            let found = try open(token)
            #expect(try await found.keys().contains(key))
            let signatures = try await withThrowingTaskGroup(of: (HashAlgorithm, [UInt8]).self) {
                group in
                for hash in HashAlgorithm.allCases {
                    for _ in 0..<8 {
                        group.addTask {
                            (hash, try await found.sign(bytes, with: key.identifier, over: hash))
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(signatures.count == 24)
            let pem = try scratch.write("key.der", key.spki)
            for (hash, signature) in signatures {
                let signed = try scratch.write("signature", signature)
                let verdict = try Command.openssl.run([
                    "dgst", "-\(hash.rawValue)", "-verify", pem, "-keyform", "DER", "-signature",
                    signed, file,
                ])
                #expect(verdict.output == "Verified OK\n", "\(kind) over \(hash)")
            }
        }
    }

    @Test("keys that another tool put there are used, and none of ours can be taken out")
    func others() async throws {
        let token = try SoftToken("others")
        let keeper = try open(token)
        #expect(try await keeper.keys() == [])
        let made = try await keeper.make(.p256)
        _ = try token.tool([
            "--keypairgen", "--key-type", "EC:secp384r1", "--id", "0102", "--label", "foreign",
        ])
        let keys = try await keeper.keys()
        #expect(Set(keys.map(\.kind)) == [.p256, .p384])
        let foreign = try #require(keys.first { $0 != made })
        let signature = try await keeper.sign([1, 2, 3], with: foreign.identifier, over: .sha384)
        #expect(signature.count > 90)
        let listed = try token.tool(["--list-objects", "--type", "privkey"])
        #expect(listed.contains("sensitive, always sensitive, never extractable"))
    }

    @Test("what is wrong is said, the PIN never, and a wrong one is tried once")
    func refusals() async throws {
        let token = try SoftToken("refusals")
        #expect(throws: TokenProblem.pinWrong(label: "refusals")) {
            try open(token, pin: "not the PIN")
        }
        #expect {
            try TokenKeeper(
                TokenPlace(modulePath: SoftToken.modulePath, tokenLabel: "nowhere"),
                pin: TokenPIN("1234"))
        } throws: { error in
            guard case .tokenMissing("nowhere", let known)? = error as? TokenProblem else {
                return false
            }
            return known.contains("refusals")
        }
        #expect {
            try TokenKeeper(
                TokenPlace(modulePath: "/nowhere.so", tokenLabel: "x"), pin: TokenPIN("1234"))
        } throws: { error in
            guard case .moduleMissing("/nowhere.so", _)? = error as? TokenProblem else {
                return false
            }
            return true
        }
        let keeper = try open(token)
        for kind in [KeyKind.ed25519, .rsa(bits: 1024)] {
            await #expect(throws: KeeperProblem.kindUnsupported(kind)) {
                try await keeper.make(kind)
            }
        }
        let stray = try SubjectKey(
            spki: SignedCertificate(
                pem: try await AuthorityMaker(keeper: FixedKeeper(), serials: SystemSerialSource())
                    .makeRoot(.root(subject("Stray")), now: .now).pem
            ).key.spki)
        await #expect(throws: KeeperProblem.unknownKey(stray.identifier)) {
            try await keeper.sign([1], with: stray.identifier, over: .sha256)
        }
        #expect("\(TokenPIN("4711"))" == "(secret)")
    }
}
