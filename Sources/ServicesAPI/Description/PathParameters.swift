import APIDescription
import APIModels
import OrderCore
import Registration

extension OperationDescription.Parameter {
    /// The parameters in the path of an operation, as a face describes them.
    static func path(_ signature: Signature) -> [Self] {
        signature.path.matches(of: /\{([^}]*)\}/).map { match in
            path(String(match.1), of: signature)
        }
    }

    private static func path(_ name: String, of signature: Signature) -> Self {
        switch name {
        case "order_id" where signature == Endpoint.showOrder.signature:
            Self(
                name, in: .path, .pattern("^[0-9A-Fa-f]+$"),
                "An order's id, or the serial number or SHA-1 thumbprint of its certificate.",
                sample: "1")
        case "product_name_id":
            Self(
                name, in: .path, .words(["ssl"] + ProductCatalog.all.map(\.nameID)),
                "The product; `ssl` takes the first that fits.", sample: "ssl_plus")
        case "name_id":
            Self(
                name, in: .path, .words(ProductCatalog.all.map(\.nameID)), "The product.",
                sample: "ssl_plus")
        case "format_type":
            Self(
                name, in: .path, .words(DownloadFormat.allCases.map(\.rawValue)), "The format.",
                sample: "pem_all")
        case "platform_id":
            Self(
                name, in: .path, .integer(minimum: nil),
                "A platform; those that are unknown stand for any other.", sample: "2")
        case "identifier", "serial":
            Self(
                name, in: .path, .pattern("^[0-9A-Fa-f]+$"),
                name == "serial" ? "A serial number." : "A certificate's id or serial number.",
                sample: "1")
        case "status":
            Self(
                name, in: .path, .words(SettingsRoutes.words.keys.sorted()),
                "Whether they are sent.",
                sample: "enable")
        case "alternative_order_id":
            Self(name, in: .path, .text, "What the client calls its orders.", sample: "PO-1001")
        case "username": Self(name, in: .path, .text, "A username.", sample: "ada@example.com")
        case "permission":
            Self(
                name, in: .path, .words(PermissionRoutes.names), "What may be done.",
                sample: "view_orders")
        case "token": Self(name, in: .path, .text, "Out of the mail.", sample: "TOKEN")
        default:
            Self(name, in: .path, .integer(minimum: 1), "An id.", sample: "1")
        }
    }
}
