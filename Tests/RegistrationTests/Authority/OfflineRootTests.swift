import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// A root on one installation, those that issue on another.
@Suite struct OfflineRootTests {
    @Test("a key made here, certified by a root elsewhere, signs orders under that root")
    func roundTrip() async throws {
        let made = try await SampleOfflineRoot()
        let (sample, signed, root, added) = (made.sample, made.signed, made.root, made.added)
        #expect(added.map(\.role) == [.root, .issuing])
        #expect(added.map(\.keyPlace) == [.elsewhere, .files])
        try await sample.notice()
        #expect(sample.authority.signer(of: added[0].id) == nil)
        let certificate = try await sample.issued(wishing: added[1].id)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
        let path = sample.authority.roster.path(from: added[1].id)
        #expect(path == [signed.certificate, root])
        await #expect(throws: AuthorityRefusal.keyElsewhere(added[1].certificate.issuerCommon)) {
            try await sample.workshop.roll(added[1].id, key: nil, days: nil, keyPlace: .files)
        }
        await #expect(throws: IntakeRefusal.known(added[1].certificate.subjectName)) {
            try await sample.workshop.install(AuthorityIntake([signed.certificate]))
        }
    }

    @Test("openssl finds in the request what an authority needs, and its signature right")
    func request() async throws {
        let sample = try await SampleAuthorities()
        for key in [KeyKind.p384, .rsa(bits: 2048)] {
            let request = try await sample.workshop.request(
                try sample.plan("CA with \(key)") { $0.key = key })
            let file = try sample.scratch.write("request.pem", request.pem)
            let text = try Command.openssl.succeed([
                "req", "-in", file, "-noout", "-verify", "-text",
            ])
            for line in ["self-signature verify OK", "CA:TRUE, pathlen:0", "Certificate Sign"] {
                #expect(text.contains(line), "\(key)")
            }
        }
    }

    @Test("a key that waits is shown until it is certified, or withdrawn and destroyed")
    func withdrawn() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let before = try await sample.keeper.keys()
        let idle = try await sample.workshop.request(try sample.plan("Idle CA"))
        let online = try await sample.workshop.request(try sample.plan("Online CA"))
        #expect(
            Set(try await sample.desk.roster().requests.map(\.keyID))
                == [idle.key.identifier.hex, online.key.identifier.hex])
        _ = try await sample.workshop.install(
            AuthorityIntake([root.certificate, try root.sign(online.pem, "CA:TRUE,pathlen:0")]))
        let used = online.key.identifier.hex
        await #expect(throws: AuthorityRefusal.unknownRequest(used)) {
            try await sample.workshop.withdraw(used)
        }
        let gone = try await sample.workshop.withdraw(idle.key.identifier.hex.lowercased())
        #expect(gone.name == "Idle CA")
        #expect(try await sample.desk.roster().requests.isEmpty)
        #expect(
            Set(try await sample.keeper.keys()) == Set(before).union([online.key]))
        let anew = try SealedFileKeeper(
            folder: sample.scratch.url, secret: SampleAuthorities.secret)
        #expect(try await !anew.keys().contains(idle.key))
    }

    @Test("one that openssl signed for the request is installed, in place of another")
    func openssl() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        var intake = AuthorityIntake(
            [root.certificate, try root.sign(request.pem, "CA:TRUE,pathlen:0")])
        intake.replacedID = 2
        let added = try await sample.workshop.install(intake)
        try await sample.notice()
        let certificate = try await sample.issued(wishing: 2)
        #expect(certificate.issuance?.issuerID == added[1].id)
        #expect(try await sample.issuer() == added[1].id)
        #expect(try await sample.verify(certificate) == "leaf: OK\n")
    }

    @Test("what is not sound is not installed, and changes nothing")
    func refused() async throws {
        let sample = try await SampleAuthorities()
        let root = try OpenSSLRoot()
        let request = try await sample.workshop.request(try sample.plan("Online CA"))
        try await sample.notice()
        let name = "CN=Online CA,O=Example,C=SE"
        let good = try root.sign(request.pem, "CA:TRUE,pathlen:0")
        let other = try OpenSSLRoot()
        await #expect(
            throws: AuthorityChainProblem.incomplete(subject: name, issuer: "CN=OpenSSL Root")
        ) { try await sample.workshop.install(AuthorityIntake([good, other.certificate])) }
        await #expect(throws: AuthorityChainProblem.notAuthority(name)) {
            try await sample.workshop.install(
                AuthorityIntake([try root.sign(request.pem, "CA:FALSE"), root.certificate]))
        }
        await #expect(throws: AuthorityChainProblem.usageMissing(name)) {
            try await sample.workshop.install(
                AuthorityIntake([
                    try root.sign(request.pem, "CA:TRUE", usage: "keyCertSign"), root.certificate,
                ]))
        }
        let narrow = try OpenSSLRoot(constraints: "CA:TRUE,pathlen:0")
        await #expect(
            throws: AuthorityChainProblem.pathTooLong("CN=OpenSSL Root", lengthMax: 0)
        ) {
            try await sample.workshop.install(
                AuthorityIntake([
                    try narrow.sign(request.pem, "CA:TRUE,pathlen:0"), narrow.certificate,
                ]))
        }
        let foreign = try OpenSSLRoot().sign(SampleCSR.rsa, "CA:TRUE,pathlen:0")
        await #expect(throws: IntakeRefusal.keyMissing(foreign.subjectName)) {
            try await sample.workshop.install(AuthorityIntake([foreign]))
        }
        await #expect(throws: IntakeRefusal.noCertificate) {
            try await sample.workshop.install(AuthorityIntake([]))
        }
        #expect(try await sample.authority.refresh(from: sample.house.store) == false)
    }
}

extension SignedCertificate {
    fileprivate var issuerCommon: String { issuerCommonName ?? "" }
}
