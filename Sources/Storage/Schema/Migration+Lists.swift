extension Migration {
    /// What lists are answered from: an index for each property that a list can be narrowed or
    /// ordered by, ending in the id by which rows stand where nothing else is asked.
    ///
    /// `product_name` repeats what the catalog says, so that orders can be sorted by it.
    static let lists = Migration(
        10,
        """
        ALTER TABLE orders ADD COLUMN product_name TEXT NOT NULL DEFAULT '';
        \(named)
        CREATE INDEX orders_by_product_name ON orders (account_id, product_name, id);
        CREATE INDEX orders_by_organization ON orders (account_id, organization_id, id);
        CREATE INDEX orders_by_user ON orders (account_id, user_id, id);
        CREATE INDEX orders_by_container ON orders (account_id, container_id, id);
        CREATE INDEX orders_by_renewedness ON orders
          (account_id, (CASE WHEN renewed_by IS NULL THEN 0 ELSE 1 END), id);
        CREATE INDEX orders_by_notices ON orders (account_id, disable_renewal_notifications, id);
        CREATE INDEX orders_by_length ON orders
          (account_id, (CASE length_unit WHEN 'years' THEN length_value END){absent first}, id);
        CREATE INDEX order_custom_fields_by_field ON order_custom_fields
          (custom_field_id, order_id);
        CREATE INDEX order_custom_fields_by_text ON order_custom_fields (value, order_id);
        CREATE INDEX users_by_email ON users (account_id, email);
        CREATE INDEX requests_by_kind ON requests (account_id, kind, id);
        CREATE INDEX requests_by_creation ON requests (account_id, created_at, id);
        """)

    /// The products that there were, by the names they had.
    private static let named = [
        ("ssl_plus", "Standard SSL"),
        ("ssl_multi_domain", "Multi-Domain SSL"),
        ("ssl_wildcard", "WildCard"),
        ("ssl_ev_plus", "EV SSL"),
        ("ssl_ev_multi_domain", "EV Multi-Domain"),
        ("ssl_cloud_wildcard", "Cloud"),
        ("ssl_basic", "Basic OV"),
        ("ssl_ev_basic", "Basic EV"),
        ("ssl_securesite", "Secure Site SSL"),
        ("ssl_securesite_multi_domain", "Secure Site Multi-Domain SSL"),
        ("ssl_securesite_wildcard", "Secure Site Wildcard SSL"),
        ("ssl_ev_securesite", "Secure Site EV SSL"),
        ("ssl_ev_securesite_multi_domain", "Secure Site EV Multi-Domain SSL"),
        ("ssl_securesite_flex", "Secure Site OV"),
        ("ssl_ev_securesite_flex", "Secure Site EV"),
        ("ssl_securesite_pro", "Secure Site Pro SSL"),
        ("ssl_ev_securesite_pro", "Secure Site Pro EV SSL"),
        ("ssl_geotrust_truebizid", "GeoTrust TrueBusiness ID OV"),
        ("ssl_ev_geotrust_truebizid", "GeoTrust TrueBusiness ID EV"),
        ("ssl_thawte_webserver", "Thawte SSL Webserver OV"),
        ("ssl_ev_thawte_webserver", "Thawte SSL Webserver EV"),
        ("ssl_dv_geotrust", "GeoTrust Standard DV"),
        ("ssl_dv_geotrust_flex", "GeoTrust DV SSL"),
        ("cloud_dv_geotrust", "GeoTrust Cloud DV"),
        ("wildcard_dv_geotrust", "GeoTrust Wildcard DV"),
        ("ssl_dv_rapidssl", "RapidSSL Standard DV SSL Certificate"),
        ("wildcard_dv_rapidssl", "RapidSSL Wildcard DV SSL Certificate"),
        ("ssl_dv_thawte", "Thawte SSL 123 DV"),
        ("ssl_dv_ee", "Encryption Everywhere DV"),
        ("wildcard_dv_ee", "Encryption Everywhere Wildcard DV"),
        ("private_ssl_plus", "Private SSL"),
        ("private_ssl_wildcard", "Private SSL Wildcard"),
        ("private_ssl_multi_domain", "Private SSL Multi-Domain"),
        ("private_ssl_flex", "Private SSL"),
        ("client_premium", "Premium"),
        ("client_email_security_plus", "Email Security Plus"),
        ("client_digital_signature_plus", "Digital Signature Plus"),
        ("client_authentication_plus", "Authentication Plus"),
        ("client_premium_sha2", "Premium SHA2"),
        ("client_digital_signature_plus_sha2", "Digital Signature Plus SHA2"),
        ("private_client_premium", "Private Premium"),
        ("class1_smime", "Class 1 S/MIME"),
        ("secure_email_mailbox", "Secure Email for Individual"),
        ("secure_email_sponsor", "Secure Email for Business"),
        ("secure_email_organization", "Secure Email for Organization"),
        ("code_signing", "Code Signing"),
        ("code_signing_ev", "EV Code Signing"),
        ("document_signing_org_1", "Document Signing - Organization (2000)"),
        ("document_signing_org_2", "Document Signing - Organization (5000)"),
        ("ds_org", "Document Signing for Business - Organization"),
        ("ds_org_individual", "Document Signing for Business - Employee"),
        ("ds_individual", "Document Signing for Individual"),
        ("grid_host_ssl", "Public Grid Host SSL"),
        ("grid_robot_ssl", "Public Grid Robot SSL"),
        ("grid_host_ssl_multi_domain", "Public Grid Host Multi-Domain"),
        ("grid_robot_ssl_multi_domain", "Public Grid Robot Multi-Domain"),
        ("client_grid_private_premium", "Grid SMIME and Client Authentication"),
        ("vmc_basic", "Verified Mark Certificate"),
        ("mark_certificate", "Common Mark Certificate"),
    ].map { "UPDATE orders SET product_name = '\($0.1)' WHERE product = '\($0.0)';" }
        .joined(separator: "\n")
}
