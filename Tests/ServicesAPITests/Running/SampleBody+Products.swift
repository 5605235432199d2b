import Issuance
import OrderCore
import TestKit

extension SampleBody {
    /// An order for the product with what it asks for, placed by one who may approve it.
    static func order(for product: Product, _ change: [String: Any] = [:]) throws -> String {
        let members = members(of: product).merging(change) { $1 }
        return try order(
            members, csr: product.family.isProvisioned ? SampleCSR.longRSA : SampleCSR.rsa)
    }

    private static func members(of product: Product) -> [String: Any] {
        let name = product.names == .wildcard ? "*.example.com" : "www.example.com"
        switch product.family {
        case .tls: return ["certificate.common_name": name]
        case .client:
            return [
                "certificate.common_name": "Ada Lovelace",
                "certificate.emails": ["ada@example.com", "countess@example.com"],
            ]
        case .mailbox:
            return ["certificate.common_name": "", "certificate.emails": ["ada@example.com"]]
        case .sponsoredMailbox:
            return [
                "certificate.common_name": "", "certificate.emails": ["ada@example.com"],
                "certificate.common_name_indicator": "given_name_surname",
                "certificate.individual": ["first_name": "Ada", "last_name": "Lovelace"],
                "certificate.usage_designation": ["primary_usage": "dual_use"],
            ]
        case .organizationMailbox:
            return [
                "certificate.common_name": "", "certificate.emails": ["office@example.com"],
                "certificate.common_name_indicator": "organization_name",
                "certificate.profile_type": "multipurpose",
            ]
        case .codeSigning:
            return ["certificate.common_name": "", "cs_provisioning_method": "email"]
        case .documents:
            return [
                "certificate.common_name": "", "cs_provisioning_method": "email",
                "certificate.usage_designation": ["primary_usage": "signing"],
            ]
        case .mark(let mark):
            return [
                "certificate": ["dns_names": ["example.com"]],
                "organization.contacts": [["contact_type": "verified_contact", "user_id": 1]],
                "vmc": [
                    "logo": Gzip.encoded(Array(SampleLogo.svg.utf8)),
                    "mark_type": mark == .verified ? "registered_mark" : "prior_use_mark",
                    "mark_type_data": ["country_code": "us", "registration_number": "12345"],
                ],
            ]
        }
    }
}
