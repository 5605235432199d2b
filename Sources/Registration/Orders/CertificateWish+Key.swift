import Issuance
import OrderCore

extension CertificateWish {
    /// Whether a bare public key counts where a CSR is asked for. It proves nothing of who has the
    /// private key: the contract has it in reissues of some products, and nowhere else.
    package enum BareKeys: Sendable {
        case refused
        case taken

        func narrowed(to product: Product) -> BareKeys {
            product.reissuesForBareKeys ? self : .refused
        }
    }

    /// - Parameter known: the CSR of a certificate of the same order.
    static func key(
        _ csr: String, bareKeys: BareKeys, known: String? = nil
    ) throws -> OfferedKey {
        let key: OfferedKey
        do {
            key = try OfferedKey(csr, known: known)
        } catch {
            throw Refusal(error)
        }
        switch (bareKeys, key) {
        case (.taken, _), (.refused, .request): return key
        case (.refused, .bareKey):
            throw Refusal(
                .csrInvalid,
                "The CSR is a bare public key, which only reissues of client, code signing and "
                    + "document signing certificates take; send a CSR.")
        }
    }
}
