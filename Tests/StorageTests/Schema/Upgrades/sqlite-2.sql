PRAGMA defer_foreign_keys = ON;

CREATE TABLE schema_migrations (number BIGINT NOT NULL PRIMARY KEY);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  parent_id BIGINT REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('retail', 'enterprise', 'reseller', 'managed')),
  organization_name TEXT NOT NULL,
  child_name TEXT,
  created_at BIGINT NOT NULL
);

CREATE INDEX accounts_by_parent ON accounts (parent_id);

CREATE TABLE containers (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  parent_id BIGINT REFERENCES containers (id),
  public_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT,
  template_id BIGINT NOT NULL,
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1))
);

CREATE INDEX containers_by_account ON containers (account_id);

CREATE INDEX containers_by_parent ON containers (parent_id);

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  username TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  job_title TEXT,
  telephone TEXT,
  role_id BIGINT NOT NULL CHECK (role_id BETWEEN 1 AND 5),
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1))
);

CREATE INDEX users_by_account ON users (account_id);

CREATE TABLE user_containers (
  user_id BIGINT NOT NULL REFERENCES users (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  PRIMARY KEY (user_id, container_id)
);

CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  role_id BIGINT NOT NULL CHECK (role_id IN (0, 100, 101, 102, 103)),
  created_at BIGINT NOT NULL,
  revoked_at BIGINT
);

CREATE INDEX api_keys_by_account ON api_keys (account_id);

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  name TEXT NOT NULL,
  assumed_name TEXT,
  street TEXT NOT NULL,
  street2 TEXT,
  city TEXT NOT NULL,
  state TEXT NOT NULL,
  zip TEXT NOT NULL,
  country TEXT NOT NULL,
  telephone TEXT,
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
  contact_first_name TEXT,
  contact_last_name TEXT,
  contact_email TEXT,
  contact_job_title TEXT,
  contact_telephone TEXT,
  contact_telephone_extension TEXT
);

CREATE INDEX organizations_by_account ON organizations (account_id);

CREATE TABLE organization_validations (
  organization_id BIGINT NOT NULL REFERENCES organizations (id),
  type TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (organization_id, type)
);

CREATE TABLE domains (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  organization_id BIGINT REFERENCES organizations (id),
  name TEXT NOT NULL,
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
  created_at BIGINT NOT NULL,
  validation_types TEXT,
  control_method TEXT NOT NULL,
  token TEXT,
  token_expires_at BIGINT,
  submitted_at BIGINT,
  proved_at BIGINT,
  proof_valid_until BIGINT
);

CREATE UNIQUE INDEX domains_by_name ON domains (account_id, name);

CREATE TABLE custom_fields (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  label TEXT NOT NULL,
  description TEXT,
  is_required BIGINT NOT NULL CHECK (is_required IN (0, 1)),
  is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
  format TEXT NOT NULL
);

CREATE INDEX custom_fields_by_account ON custom_fields (account_id);

CREATE TABLE issuers (
  id INTEGER PRIMARY KEY,
  parent_id BIGINT REFERENCES issuers (id),
  name TEXT NOT NULL,
  key_id TEXT NOT NULL UNIQUE,
  der BLOB NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
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

CREATE INDEX orders_by_end ON orders (account_id, certificate_valid_till, id);

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
  id INTEGER PRIMARY KEY,
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
  serial BLOB,
  thumbprint BLOB,
  der BLOB,
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
  id INTEGER PRIMARY KEY,
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
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  order_id BIGINT NOT NULL REFERENCES orders (id),
  cost_cents BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX receipts_by_order ON receipts (order_id);

CREATE TABLE effects (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('issue_certificate')),
  certificate_id BIGINT NOT NULL REFERENCES certificates (id),
  due_at BIGINT,
  attempts BIGINT NOT NULL,
  failure TEXT,
  UNIQUE (kind, certificate_id)
);

CREATE INDEX effects_by_due ON effects (due_at);

INSERT INTO accounts (id, parent_id, kind, organization_name, child_name, created_at) VALUES (1, NULL, 'enterprise', 'Example', NULL, 1767614400000);

INSERT INTO api_keys (id, account_id, user_id, name, hash, role_id, created_at, revoked_at) VALUES (1, 1, 1, 'key', X'010203', 0, 1767614400000, NULL);

INSERT INTO certificates (id, order_id, account_id, user_id, kind, sub_id, state, is_archived, created_at, common_name, dns_names, organization_units, csr, key_size_bits, signature_hash, server_platform_id, profile_option, wished_issuer_id, wished_length_unit, wished_length_value, issuer_id, serial, thumbprint, der, issued_at, valid_from, valid_till, revoked_at, revocation_reason, receipt_id, added_dns_names, added_wildcard_names) VALUES (1, 1, 1, 1, 'original', NULL, 'pending', 0, 1767614400000, 'www.example.com', NULL, NULL, 'csr', 2048, 'sha256', -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO containers (id, account_id, parent_id, public_id, name, description, template_id, is_active) VALUES (1, 1, NULL, 'public', 'Example', NULL, 1, 1);

INSERT INTO effects (id, kind, certificate_id, due_at, attempts, failure) VALUES (1, 'issue_certificate', 1, 1767614400000, 0, NULL);

INSERT INTO issuers (id, parent_id, name, key_id, der, created_at) VALUES (1, NULL, 'CA', 'key', X'3000', 1767614400000);

INSERT INTO order_names (name, order_id) VALUES ('www.example.com', 1);

INSERT INTO orders (id, version, account_id, container_id, organization_id, user_id, product, state, primary_certificate_id, common_name, certificate_valid_till, length_unit, length_value, renewal_of, renewed_by, origin, origin_name, created_at, issued_at, valid_from, valid_till, receipt_id, additional_emails, auto_reissue, auto_renew, custom_renewal_message, disable_ct, disable_issuance_email, disable_renewal_notifications, locale, payment_method) VALUES (1, 1, 1, 1, 1, 1, 'ssl_plus', 'pending', 1, 'www.example.com', NULL, 'years', 1, NULL, NULL, 'console', NULL, 1767614400000, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, 0, 0, 0, NULL, 'balance');

INSERT INTO organizations (id, account_id, container_id, name, assumed_name, street, street2, city, state, zip, country, telephone, is_active, contact_first_name, contact_last_name, contact_email, contact_job_title, contact_telephone, contact_telephone_extension) VALUES (1, 1, 1, 'Example', NULL, 's', NULL, 'c', 's', '1', 'us', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO receipts (id, account_id, order_id, cost_cents, created_at) VALUES (1, 1, 1, 0, 1767614400000);

INSERT INTO requests (id, order_id, account_id, requester_id, kind, certificate_id, reason, state, processor_id, processed_at, processor_comment, comments, created_at) VALUES (1, 1, 1, 1, 'new_request', 1, NULL, 'approved', NULL, NULL, NULL, NULL, 1767614400000);

INSERT INTO schema_migrations (number) VALUES (1);

INSERT INTO schema_migrations (number) VALUES (2);

INSERT INTO users (id, account_id, container_id, username, first_name, last_name, email, job_title, telephone, role_id, is_active) VALUES (1, 1, 1, 'ada', 'Ada', 'L', 'ada@example.com', NULL, NULL, 1, 1);

