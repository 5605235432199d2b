package import Foundation

/// How a key for signing reaches its owner, and how far it has come.
package struct Provisioning: Codable, Equatable, Sendable {
    package var method: Method
    /// What the owner types into the installer of an own token.
    package var initializationCode: String?
    package var shipping: Shipping?
    package var shippedAt: Date?

    package enum Method: String, CaseIterable, Codable, Sendable {
        case shipToken = "ship_token"
        /// The owner's own token, set up with an installer.
        case clientApp = "client_app"
        /// Hardware of the owner's: the CSR comes with the order.
        case email
        case none

        /// Whether the key is made on a token after the order has been placed.
        package var isToken: Bool { self == .shipToken || self == .clientApp }
    }

    package struct Shipping: Codable, Equatable, Sendable {
        package var name: String
        package var address1: String
        package var address2: String?
        package var city: String
        package var state: String
        package var zip: String
        package var country: String
        package var method: Speed

        package enum Speed: String, CaseIterable, Codable, Sendable {
            case standard = "STANDARD"
            case expedited = "EXPEDITED"
        }

        package init(
            name: String, address1: String, address2: String?, city: String, state: String,
            zip: String, country: String, method: Speed
        ) {
            self.name = name
            self.address1 = address1
            self.address2 = address2
            self.city = city
            self.state = state
            self.zip = zip
            self.country = country
            self.method = method
        }
    }

    package init(method: Method) {
        self.method = method
    }
}
