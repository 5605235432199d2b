extension Migration {
    /// Orders with their certificates, requests and receipts, and the work that waits.
    ///
    /// `common_name` and `certificate_valid_till` repeat what the primary certificate says, for the
    /// indexes that order lists are answered from; the same transaction writes both.
    static let orders = Migration(
        2,
        """
        CREATE TABLE orders (
          id {identity},
          version BIGINT NOT NULL,
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          container_id BIGINT NOT NULL REFERENCES containers (id),
          organization_id BIGINT REFERENCES organizations (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          product TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('needs_approval', 'pending', 'issued',
            'reissue_pending', 'rejected', 'canceled', 'revoked')),
          primary_certificate_id BIGINT,
          common_name TEXT NOT NULL,
          certificate_valid_till BIGINT,
          length_unit TEXT NOT NULL CHECK (length_unit IN ('years', 'days', 'until')),
          length_value BIGINT NOT NULL,
          renewal_of BIGINT REFERENCES orders (id),
          renewed_by BIGINT REFERENCES orders (id),
          origin TEXT NOT NULL CHECK (origin IN ('api_key', 'acme_url', 'console')),
          origin_name TEXT,
          created_at BIGINT NOT NULL,
          issued_at BIGINT,
          valid_from BIGINT,
          valid_till BIGINT,
          receipt_id BIGINT,
          additional_emails TEXT,
          auto_reissue BIGINT NOT NULL CHECK (auto_reissue IN (0, 1)),
          auto_renew BIGINT NOT NULL CHECK (auto_renew IN (0, 1)),
          custom_renewal_message TEXT,
          disable_ct BIGINT NOT NULL CHECK (disable_ct IN (0, 1)),
          disable_issuance_email BIGINT NOT NULL CHECK (disable_issuance_email IN (0, 1)),
          disable_renewal_notifications BIGINT NOT NULL
            CHECK (disable_renewal_notifications IN (0, 1)),
          locale TEXT,
          payment_method TEXT NOT NULL CHECK (payment_method IN ('balance', 'credit', 'profile')),
          CHECK ((state IN ('issued', 'reissue_pending', 'revoked')) = (issued_at IS NOT NULL)),
          CHECK ((issued_at IS NULL) = (valid_from IS NULL)),
          CHECK ((issued_at IS NULL) = (valid_till IS NULL))
        );
        CREATE INDEX orders_by_account ON orders (account_id, id);
        CREATE INDEX orders_by_state ON orders (account_id, state, id);
        CREATE INDEX orders_by_product ON orders (account_id, product, id);
        CREATE INDEX orders_by_common_name ON orders (account_id, common_name, id);
        CREATE INDEX orders_by_creation ON orders (account_id, created_at, id);
        CREATE INDEX orders_by_renewal ON orders (renewed_by);
        CREATE INDEX orders_by_renewed_order ON orders (renewal_of);
        CREATE INDEX orders_by_end ON orders (account_id, certificate_valid_till{absent first}, id);

        CREATE TABLE order_contacts (
          order_id BIGINT NOT NULL REFERENCES orders (id),
          type TEXT NOT NULL CHECK (type IN ('organization_contact', 'technical_contact')),
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          email TEXT NOT NULL,
          job_title TEXT,
          telephone TEXT,
          telephone_extension TEXT,
          PRIMARY KEY (order_id, type)
        );

        CREATE TABLE order_names (
          name TEXT NOT NULL,
          order_id BIGINT NOT NULL REFERENCES orders (id),
          PRIMARY KEY (name, order_id)
        );
        CREATE INDEX order_names_by_order ON order_names (order_id);

        CREATE TABLE order_custom_fields (
          order_id BIGINT NOT NULL REFERENCES orders (id),
          custom_field_id BIGINT NOT NULL REFERENCES custom_fields (id),
          value TEXT NOT NULL,
          PRIMARY KEY (order_id, custom_field_id)
        );
        CREATE INDEX order_custom_fields_by_value ON order_custom_fields (custom_field_id, value);

        CREATE TABLE certificates (
          id {identity},
          order_id BIGINT NOT NULL REFERENCES orders (id),
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          user_id BIGINT NOT NULL REFERENCES users (id),
          kind TEXT NOT NULL CHECK (kind IN ('original', 'reissue', 'duplicate')),
          sub_id BIGINT,
          state TEXT NOT NULL CHECK (state IN ('pending', 'rejected', 'issued', 'revoked')),
          is_archived BIGINT NOT NULL CHECK (is_archived IN (0, 1)),
          created_at BIGINT NOT NULL,
          common_name TEXT NOT NULL,
          dns_names TEXT,
          organization_units TEXT,
          csr TEXT NOT NULL,
          key_size_bits BIGINT NOT NULL,
          signature_hash TEXT NOT NULL,
          server_platform_id BIGINT NOT NULL,
          profile_option TEXT,
          wished_issuer_id BIGINT REFERENCES issuers (id),
          wished_length_unit TEXT,
          wished_length_value BIGINT,
          issuer_id BIGINT REFERENCES issuers (id),
          serial {bytes},
          thumbprint {bytes},
          der {bytes},
          issued_at BIGINT,
          valid_from BIGINT,
          valid_till BIGINT,
          revoked_at BIGINT,
          revocation_reason TEXT,
          receipt_id BIGINT,
          added_dns_names BIGINT,
          added_wildcard_names BIGINT,
          CHECK ((state IN ('issued', 'revoked')) = (der IS NOT NULL)),
          CHECK ((der IS NULL) = (serial IS NULL)),
          CHECK ((der IS NULL) = (issuer_id IS NULL)),
          CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
          CHECK ((kind = 'duplicate') = (sub_id IS NOT NULL))
        );
        CREATE INDEX certificates_by_order ON certificates (order_id, id);
        CREATE UNIQUE INDEX certificates_by_serial ON certificates (serial, issuer_id);
        CREATE INDEX certificates_by_thumbprint ON certificates (thumbprint);
        CREATE UNIQUE INDEX certificates_by_sub_id ON certificates (order_id, sub_id);

        CREATE TABLE requests (
          id {identity},
          order_id BIGINT NOT NULL REFERENCES orders (id),
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          requester_id BIGINT NOT NULL REFERENCES users (id),
          kind TEXT NOT NULL CHECK (kind IN ('new_request', 'reissue', 'duplicate', 'revoke')),
          certificate_id BIGINT REFERENCES certificates (id),
          reason TEXT,
          state TEXT NOT NULL CHECK (state IN ('pending', 'submitted', 'approved', 'rejected')),
          processor_id BIGINT REFERENCES users (id),
          processed_at BIGINT,
          processor_comment TEXT,
          comments TEXT,
          created_at BIGINT NOT NULL
        );
        CREATE INDEX requests_by_order ON requests (order_id, id);
        CREATE INDEX requests_by_account ON requests (account_id, id);
        CREATE INDEX requests_by_state ON requests (account_id, state, id);

        CREATE TABLE receipts (
          id {identity},
          account_id BIGINT NOT NULL REFERENCES accounts (id),
          order_id BIGINT NOT NULL REFERENCES orders (id),
          cost_cents BIGINT NOT NULL,
          created_at BIGINT NOT NULL
        );
        CREATE INDEX receipts_by_order ON receipts (order_id);

        CREATE TABLE effects (
          id {identity},
          kind TEXT NOT NULL CHECK (kind IN ('issue_certificate')),
          certificate_id BIGINT NOT NULL REFERENCES certificates (id),
          due_at BIGINT,
          attempts BIGINT NOT NULL,
          failure TEXT,
          UNIQUE (kind, certificate_id)
        );
        CREATE INDEX effects_by_due ON effects (due_at);
        """)
}
