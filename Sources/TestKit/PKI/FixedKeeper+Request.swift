import Issuance

extension FixedKeeper {
    /// A request with the key of the sample installation's issuing authority, as only tests can
    /// make it: lints refuse its certificates.
    package static func requestOfIssuer() async throws -> String {
        let keeper = try FixedKeeper()
        // The root's, which is handed out first.
        _ = try await keeper.make(.p256)
        let maker = AuthorityMaker(keeper: keeper, serials: SystemSerialSource())
        let subject = try Subject([.init(.commonName, "ignored.example")])
        return try await maker.request(.issuing(subject)).pem
    }
}
