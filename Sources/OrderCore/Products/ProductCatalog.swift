/// Every product of the contract, TLS first, in its order.
package enum ProductCatalog {
    package static let all: [Product] = ofHosts + ofPeople + ofSigners + ofGrids + ofMarks

    private static let ofHosts: [Product] = [
        Product("ssl_plus", "Standard SSL", .ssl, .ov, .plain),
        Product("ssl_multi_domain", "Multi-Domain SSL", .ssl, .ov, .plain),
        Product("ssl_wildcard", "WildCard", .ssl, .ov, .wildcard),
        Product("ssl_ev_plus", "EV SSL", .ssl, .ev, .plain),
        Product("ssl_ev_multi_domain", "EV Multi-Domain", .ssl, .ev, .plain),
        Product("ssl_cloud_wildcard", "Cloud", .ssl, .ov, .any),
        Product("ssl_basic", "Basic OV", .ssl, .ov, .any),
        Product("ssl_ev_basic", "Basic EV", .ssl, .ev, .plain),
        Product("ssl_securesite", "Secure Site SSL", .secureSite, .ov, .plain),
        Product(
            "ssl_securesite_multi_domain", "Secure Site Multi-Domain SSL", .secureSite, .ov,
            .plain),
        Product("ssl_securesite_wildcard", "Secure Site Wildcard SSL", .secureSite, .ov, .wildcard),
        Product("ssl_ev_securesite", "Secure Site EV SSL", .secureSite, .ev, .plain),
        Product(
            "ssl_ev_securesite_multi_domain", "Secure Site EV Multi-Domain SSL", .secureSite, .ev,
            .plain),
        Product("ssl_securesite_flex", "Secure Site OV", .ssl, .ov, .any),
        Product("ssl_ev_securesite_flex", "Secure Site EV", .ssl, .ev, .plain),
        Product("ssl_securesite_pro", "Secure Site Pro SSL", .ssl, .ov, .any),
        Product("ssl_ev_securesite_pro", "Secure Site Pro EV SSL", .ssl, .ev, .plain),
        Product("ssl_geotrust_truebizid", "GeoTrust TrueBusiness ID OV", .ssl, .ov, .any),
        Product("ssl_ev_geotrust_truebizid", "GeoTrust TrueBusiness ID EV", .ssl, .ev, .plain),
        Product("ssl_thawte_webserver", "Thawte SSL Webserver OV", .ssl, .ov, .any),
        Product("ssl_ev_thawte_webserver", "Thawte SSL Webserver EV", .ssl, .ev, .plain),
        Product("ssl_dv_geotrust", "GeoTrust Standard DV", .dvSSL, .dv, .plain),
        Product("ssl_dv_geotrust_flex", "GeoTrust DV SSL", .dvSSL, .dv, .any),
        Product("cloud_dv_geotrust", "GeoTrust Cloud DV", .dvSSL, .dv, .any),
        Product("wildcard_dv_geotrust", "GeoTrust Wildcard DV", .dvSSL, .dv, .wildcard),
        Product("ssl_dv_rapidssl", "RapidSSL Standard DV SSL Certificate", .dvSSL, .dv, .single),
        Product(
            "wildcard_dv_rapidssl", "RapidSSL Wildcard DV SSL Certificate", .dvSSL, .dv, .wildcard),
        Product("ssl_dv_thawte", "Thawte SSL 123 DV", .dvSSL, .dv, .single),
        Product("ssl_dv_ee", "Encryption Everywhere DV", .dvSSL, .dv, .single),
        Product("wildcard_dv_ee", "Encryption Everywhere Wildcard DV", .dvSSL, .dv, .wildcard),
        Product("private_ssl_plus", "Private SSL", .privateSSL, .privateSSL, .plain),
        Product(
            "private_ssl_wildcard", "Private SSL Wildcard", .privateSSL, .privateSSL, .wildcard),
        Product(
            "private_ssl_multi_domain", "Private SSL Multi-Domain", .privateSSL, .privateSSL, .plain
        ),
        Product("private_ssl_flex", "Private SSL", .privateSSL, .privateSSL, .any),
    ]

    private static let byNameID = Dictionary(uniqueKeysWithValues: all.map { ($0.nameID, $0) })

    package static func product(_ nameID: String) -> Product? { byNameID[nameID] }
}
