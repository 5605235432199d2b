CREATE TABLE account_products (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  product TEXT NOT NULL,
  PRIMARY KEY (account_id, product)
);

CREATE TABLE account_settings (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  admin_emails TEXT,
  emergency_emails TEXT,
  approval_recipients TEXT,
  rejection_recipients TEXT,
  renewal_recipients TEXT,
  tells_adjustments BIGINT NOT NULL CHECK (tells_adjustments IN (0, 1)),
  manager_id BIGINT REFERENCES users (id)
);

CREATE INDEX account_settings_by_manager ON account_settings (manager_id);

CREATE TABLE account_terms (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  currency TEXT NOT NULL,
  pricing TEXT NOT NULL CHECK (pricing IN ('default', 'custom', 'units')),
  negative_limit_cents BIGINT NOT NULL,
  balance_cents BIGINT NOT NULL,
  limits_products BIGINT NOT NULL CHECK (limits_products IN (0, 1))
, bills_parent BIGINT NOT NULL DEFAULT 0
  CHECK (bills_parent IN (0, 1)));

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  parent_id BIGINT REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('retail', 'enterprise', 'reseller', 'managed')),
  organization_name TEXT NOT NULL,
  child_name TEXT,
  created_at BIGINT NOT NULL
, guest_token TEXT, revision BIGINT NOT NULL DEFAULT 0);

CREATE UNIQUE INDEX accounts_by_guest_token ON accounts (guest_token);

CREATE INDEX accounts_by_parent ON accounts (parent_id);

CREATE TABLE acme_credentials (
  api_key_id BIGINT NOT NULL PRIMARY KEY REFERENCES api_keys (id),
  key_id TEXT NOT NULL UNIQUE,
  sealed_mac_key BLOB NOT NULL,
  service TEXT NOT NULL CHECK (service IN ('current', 'legacy')),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  product TEXT NOT NULL,
  organization_id BIGINT REFERENCES organizations (id),
  length_unit TEXT NOT NULL CHECK (length_unit IN ('years', 'days', 'until')),
  length_value BIGINT NOT NULL,
  profile_option TEXT
);

CREATE TABLE alternative_orders (
  order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL
);

CREATE INDEX alternative_orders_by_name ON alternative_orders (account_id, name, order_id);

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

CREATE TRIGGER audit_anchors_remain BEFORE DELETE ON audit_anchors
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_anchors_stay BEFORE UPDATE ON audit_anchors
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TABLE audit_anchors (
  id BIGINT NOT NULL PRIMARY KEY,
  pruned_at BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  ledgers TEXT,
  hash BLOB NOT NULL,
  code BLOB NOT NULL
);

CREATE TRIGGER audit_entries_remain BEFORE DELETE ON audit_entries
  WHEN OLD.id > coalesce((SELECT max(reached) FROM audit_anchors), 0)
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  at BIGINT NOT NULL,
  account_id BIGINT,
  author TEXT NOT NULL CHECK ((author = 'user' OR author = 'visitor' OR author = 'operator' OR author = 'worker')),
  author_name TEXT NOT NULL,
  operation TEXT NOT NULL,
  user_id BIGINT,
  api_key_id BIGINT,
  request_id TEXT,
  address TEXT,
  forwarded TEXT,
  object TEXT NOT NULL,
  object_id BIGINT,
  changes TEXT NOT NULL,
  code BLOB NOT NULL
);

CREATE INDEX audit_entries_by_key ON audit_entries (account_id, api_key_id, at, id);

CREATE INDEX audit_entries_by_kind ON audit_entries (account_id, object, at, id);

CREATE INDEX audit_entries_by_object ON audit_entries
  (account_id, object_id, at, id, object);

CREATE INDEX audit_entries_by_operation ON audit_entries (account_id, operation, at, id);

CREATE INDEX audit_entries_by_request ON audit_entries (account_id, request_id, at, id);

CREATE INDEX audit_entries_by_time ON audit_entries (account_id, at, id, author);

CREATE INDEX audit_entries_by_user ON audit_entries (account_id, user_id, at, id);

CREATE TABLE audit_head (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  number BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  missing TEXT,
  hash BLOB NOT NULL,
  code BLOB NOT NULL
);

CREATE TABLE audit_keys (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed BLOB NOT NULL
);

CREATE TRIGGER audit_seals_remain BEFORE DELETE ON audit_seals
  WHEN OLD.number > coalesce((SELECT max(id) FROM audit_anchors), 0)
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_seals_stay BEFORE UPDATE ON audit_seals
  BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TABLE audit_seals (
  number BIGINT NOT NULL PRIMARY KEY,
  sealed_at BIGINT NOT NULL,
  entries BLOB NOT NULL,
  ledgers TEXT,
  hash BLOB NOT NULL
);

CREATE TABLE authority_requests (
  key_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  key_place TEXT NOT NULL CHECK (key_place IN ('files', 'token')),
  der BLOB NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE authority_versions (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  version BIGINT NOT NULL
);

CREATE TABLE automatic_requests (
  request_id BIGINT NOT NULL PRIMARY KEY REFERENCES requests (id)
);

CREATE TABLE balance_entries (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  amount_cents BIGINT NOT NULL,
  balance_cents BIGINT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('deposit', 'withdrawal', 'charge', 'refund')),
  receipt_id BIGINT REFERENCES receipts (id),
  created_at BIGINT NOT NULL
);

CREATE INDEX balance_entries_by_account ON balance_entries (account_id, id);

CREATE INDEX balance_entries_by_receipt ON balance_entries (receipt_id);

CREATE TABLE certificates (
  id INTEGER PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK ((kind = 'original' OR kind = 'reissue' OR kind = 'duplicate')),
  sub_id BIGINT,
  state TEXT NOT NULL CHECK ((state = 'pending' OR state = 'rejected' OR state = 'issued' OR state = 'revoked')),
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
  added_wildcard_names BIGINT, holder TEXT, crl_partition_id BIGINT,
  CHECK ((state IN ('issued', 'revoked')) = (der IS NOT NULL)),
  CHECK ((der IS NULL) = (serial IS NULL)),
  CHECK ((der IS NULL) = (issuer_id IS NULL)),
  CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
  CHECK ((kind = 'duplicate') = (sub_id IS NOT NULL))
);

CREATE INDEX certificates_by_end ON certificates (account_id, valid_till, state, order_id);

CREATE INDEX certificates_by_order ON certificates (order_id, id);

CREATE UNIQUE INDEX certificates_by_serial ON certificates (serial, issuer_id);

CREATE UNIQUE INDEX certificates_by_sub_id ON certificates (order_id, sub_id);

CREATE INDEX certificates_by_thumbprint ON certificates (thumbprint);

CREATE TABLE chores (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('renew_order', 'reissue_certificate')),
  order_id BIGINT NOT NULL REFERENCES orders (id),
  certificate_id BIGINT NOT NULL REFERENCES certificates (id),
  subject_id BIGINT NOT NULL,
  due_at BIGINT,
  attempts BIGINT NOT NULL,
  failure TEXT,
  done_at BIGINT,
  UNIQUE (kind, subject_id)
);

CREATE INDEX chores_by_due ON chores (due_at);

CREATE INDEX chores_by_order ON chores (order_id);

CREATE TABLE compromised_keys (
  certificate_id BIGINT NOT NULL PRIMARY KEY REFERENCES certificates (id),
  fingerprint TEXT
);

CREATE INDEX compromised_keys_by_fingerprint ON compromised_keys (fingerprint);

CREATE TABLE container_domains (
  container_id BIGINT NOT NULL REFERENCES containers (id),
  name TEXT NOT NULL,
  PRIMARY KEY (container_id, name)
);

CREATE TABLE container_organizations (
  container_id BIGINT NOT NULL REFERENCES containers (id),
  organization_id BIGINT NOT NULL REFERENCES organizations (id),
  PRIMARY KEY (container_id, organization_id)
);

CREATE INDEX container_organizations_by_organization
  ON container_organizations (organization_id);

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

CREATE TABLE control_checks (
  domain_id BIGINT NOT NULL PRIMARY KEY REFERENCES domains (id),
  started_at BIGINT NOT NULL,
  due_at BIGINT,
  attempts BIGINT NOT NULL,
  failure TEXT
);

CREATE INDEX control_checks_by_due ON control_checks (due_at);

CREATE TABLE control_invitations (
  id INTEGER PRIMARY KEY,
  domain_id BIGINT NOT NULL REFERENCES domains (id),
  email TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  sent_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  UNIQUE (domain_id, email)
);

CREATE TABLE crl_digests (
  id INTEGER PRIMARY KEY,
  partition_id BIGINT NOT NULL REFERENCES crl_partitions (id),
  number BIGINT NOT NULL,
  digest BLOB NOT NULL
);

CREATE TABLE crl_partitions (
  id INTEGER PRIMARY KEY,
  issuer_id BIGINT NOT NULL REFERENCES issuers (id),
  number BIGINT NOT NULL,
  published_url TEXT,
  places_taken BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  failure TEXT,
  UNIQUE (issuer_id, number)
);

CREATE INDEX crl_partitions_by_due ON crl_partitions (due_at);

CREATE TABLE crls (
  partition_id BIGINT NOT NULL PRIMARY KEY REFERENCES crl_partitions (id),
  number BIGINT NOT NULL,
  this_update BIGINT NOT NULL,
  next_update BIGINT NOT NULL,
  der BLOB NOT NULL
);

CREATE TABLE cross_certificates (
  id INTEGER PRIMARY KEY,
  issuer_id BIGINT NOT NULL REFERENCES issuers (id),
  name TEXT NOT NULL,
  key_id TEXT NOT NULL,
  der BLOB NOT NULL,
  created_at BIGINT NOT NULL
, revoked_at BIGINT, revocation_reason TEXT);

CREATE INDEX cross_certificates_by_issuer ON cross_certificates (issuer_id);

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
, proof_method TEXT);

CREATE UNIQUE INDEX domains_by_name ON domains (account_id, name);

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

CREATE TABLE email_proofs (
  order_id BIGINT NOT NULL REFERENCES orders (id),
  email TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  emailed_at BIGINT NOT NULL,
  proved_at BIGINT,
  PRIMARY KEY (order_id, email)
);

CREATE TABLE guest_questions (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  subject TEXT NOT NULL,
  email TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE guest_visits (
  id INTEGER PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  email TEXT NOT NULL,
  link_hash BLOB NOT NULL UNIQUE,
  session_hash BLOB UNIQUE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX guest_visits_by_order ON guest_visits (order_id, created_at);

CREATE TABLE ip_rules (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id BIGINT REFERENCES users (id),
  api_key_id BIGINT REFERENCES api_keys (id),
  first_address BIGINT NOT NULL CHECK (first_address BETWEEN 0 AND 4294967295),
  last_address BIGINT NOT NULL CHECK (last_address BETWEEN first_address AND 4294967295),
  description TEXT,
  created_at BIGINT NOT NULL,
  CHECK (user_id IS NULL OR api_key_id IS NULL)
);

CREATE INDEX ip_rules_by_account ON ip_rules (account_id, id);

CREATE INDEX ip_rules_by_user ON ip_rules (user_id);

CREATE TABLE issuer_choices (
  product TEXT NOT NULL PRIMARY KEY,
  issuer_id BIGINT NOT NULL REFERENCES issuers (id)
);

CREATE TABLE issuers (
  id INTEGER PRIMARY KEY,
  parent_id BIGINT REFERENCES issuers (id),
  name TEXT NOT NULL,
  key_id TEXT NOT NULL UNIQUE,
  der BLOB NOT NULL,
  created_at BIGINT NOT NULL
, role TEXT NOT NULL DEFAULT 'issuing'
  CHECK (role IN ('root', 'intermediate', 'issuing')), key_place TEXT NOT NULL DEFAULT 'files'
  CHECK (key_place IN ('files', 'token', 'elsewhere')), retired_at BIGINT, successor_id BIGINT REFERENCES issuers (id), revoked_at BIGINT, revocation_reason TEXT);

CREATE TABLE kept_answers (
  id INTEGER PRIMARY KEY,
  api_key_id BIGINT NOT NULL REFERENCES api_keys (id),
  idempotency_key TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  answer BLOB NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (api_key_id, idempotency_key)
);

CREATE INDEX kept_answers_by_creation ON kept_answers (created_at);

CREATE TABLE key_uses (
  api_key_id BIGINT NOT NULL PRIMARY KEY REFERENCES api_keys (id),
  used_at BIGINT NOT NULL
);

CREATE TABLE last_numbers (
  table_name TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

CREATE TABLE log_submissions (
  id INTEGER PRIMARY KEY,
  precertificate_id BIGINT NOT NULL UNIQUE REFERENCES precertificates (id),
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  failure TEXT
, claimed_at BIGINT);

CREATE INDEX log_submissions_by_due ON log_submissions (due_at);

CREATE TABLE logos (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  organization_id BIGINT NOT NULL REFERENCES organizations (id),
  hash BLOB NOT NULL,
  svg BLOB NOT NULL,
  mark TEXT,
  created_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX logos_by_hash ON logos (organization_id, hash);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  order_id BIGINT REFERENCES orders (id),
  once TEXT UNIQUE,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  due_at BIGINT,
  attempts BIGINT NOT NULL,
  sent_at BIGINT,
  failure TEXT
, handed_at BIGINT);

CREATE INDEX messages_by_due ON messages (due_at);

CREATE TABLE notice_marks (
  days BIGINT NOT NULL PRIMARY KEY,
  reached_at BIGINT NOT NULL,
  reached_id BIGINT NOT NULL
);

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

CREATE TABLE order_controls (
  order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
  method TEXT NOT NULL,
  token TEXT,
  token_expires_at BIGINT
);

CREATE TABLE order_custom_fields (
  order_id BIGINT NOT NULL REFERENCES orders (id),
  custom_field_id BIGINT NOT NULL REFERENCES custom_fields (id),
  value TEXT NOT NULL,
  PRIMARY KEY (order_id, custom_field_id)
);

CREATE INDEX order_custom_fields_by_field ON order_custom_fields
  (custom_field_id, order_id);

CREATE INDEX order_custom_fields_by_text ON order_custom_fields (value, order_id);

CREATE INDEX order_custom_fields_by_value ON order_custom_fields (custom_field_id, value);

CREATE TABLE order_domains (
  order_id BIGINT NOT NULL REFERENCES orders (id),
  domain_id BIGINT NOT NULL REFERENCES domains (id),
  PRIMARY KEY (order_id, domain_id)
);

CREATE INDEX order_domains_by_domain ON order_domains (domain_id);

CREATE TABLE order_index_files (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE
);

CREATE TABLE order_logos (
  order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
  logo_id BIGINT NOT NULL REFERENCES logos (id)
);

CREATE INDEX order_logos_by_logo ON order_logos (logo_id);

CREATE TABLE order_names (
  name TEXT NOT NULL,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  PRIMARY KEY (name, order_id)
);

CREATE INDEX order_names_by_order ON order_names (order_id);

CREATE TABLE order_notes (
  id INTEGER PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  text TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX order_notes_by_order ON order_notes (order_id, id);

CREATE TRIGGER orders_added AFTER INSERT ON orders WHEN new.change = 0 BEGIN UPDATE orders SET change = (SELECT max(o.change) + 1 FROM orders o) WHERE id = new.id; END;

CREATE TRIGGER orders_changed AFTER UPDATE ON orders WHEN new.change = old.change BEGIN UPDATE orders SET change = (SELECT max(o.change) + 1 FROM orders o) WHERE id = new.id; END;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  version BIGINT NOT NULL,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  organization_id BIGINT REFERENCES organizations (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  product TEXT NOT NULL,
  state TEXT NOT NULL CHECK ((state = 'needs_approval' OR state = 'pending' OR state = 'issued' OR state = 'reissue_pending' OR state = 'rejected' OR state = 'canceled' OR state = 'revoked')),
  primary_certificate_id BIGINT,
  common_name TEXT NOT NULL,
  certificate_valid_till BIGINT,
  length_unit TEXT NOT NULL CHECK ((length_unit = 'years' OR length_unit = 'days' OR length_unit = 'until')),
  length_value BIGINT NOT NULL,
  renewal_of BIGINT REFERENCES orders (id),
  renewed_by BIGINT REFERENCES orders (id),
  origin TEXT NOT NULL CHECK ((origin = 'api_key' OR origin = 'acme_url' OR origin = 'console')),
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
  payment_method TEXT NOT NULL CHECK ((payment_method = 'balance' OR payment_method = 'credit' OR payment_method = 'profile')), status_changed_at BIGINT NOT NULL DEFAULT 0, has_guest_access BIGINT NOT NULL DEFAULT 0
  CHECK (has_guest_access IN (0, 1)), awaits TEXT
  CHECK (awaits IN ('needs_csr', 'waiting_pickup')), dcv_method TEXT, details TEXT, product_name TEXT NOT NULL DEFAULT '', revision BIGINT NOT NULL DEFAULT 0, change BIGINT NOT NULL DEFAULT 0,
  CHECK (((state = 'issued' OR state = 'reissue_pending' OR state = 'revoked')) = (issued_at IS NOT NULL)),
  CHECK ((issued_at IS NULL) = (valid_from IS NULL)),
  CHECK ((issued_at IS NULL) = (valid_till IS NULL))
);

CREATE INDEX orders_by_account ON orders (account_id, id);

CREATE INDEX orders_by_auto_reissue ON orders (auto_reissue, certificate_valid_till, id)
  WHERE auto_reissue = 1;

CREATE INDEX orders_by_auto_renewal ON orders (auto_renew, valid_till, id)
  WHERE auto_renew = 1;

CREATE INDEX orders_by_certificate_end ON orders (certificate_valid_till, id)
  WHERE certificate_valid_till IS NOT NULL;

CREATE INDEX orders_by_change ON orders (change);

CREATE INDEX orders_by_common_name ON orders (account_id, common_name, id);

CREATE INDEX orders_by_container ON orders (account_id, container_id, id);

CREATE INDEX orders_by_creation ON orders (account_id, created_at, id);

CREATE INDEX orders_by_end ON orders (account_id, certificate_valid_till, id);

CREATE INDEX orders_by_length ON orders
  (account_id, (CASE length_unit WHEN 'years' THEN length_value END), id);

CREATE INDEX orders_by_notices ON orders (account_id, disable_renewal_notifications, id);

CREATE INDEX orders_by_order_end ON orders (account_id, valid_till);

CREATE INDEX orders_by_organization ON orders (account_id, organization_id, id);

CREATE INDEX orders_by_product ON orders (account_id, product, id);

CREATE INDEX orders_by_product_name ON orders (account_id, product_name, id);

CREATE INDEX orders_by_renewal ON orders (renewed_by);

CREATE INDEX orders_by_renewed_order ON orders (renewal_of);

CREATE INDEX orders_by_renewedness ON orders
  (account_id, (CASE WHEN renewed_by IS NULL THEN 0 ELSE 1 END), id);

CREATE INDEX orders_by_state ON orders (account_id, state, id);

CREATE INDEX orders_by_status_change ON orders (account_id, status_changed_at);

CREATE INDEX orders_by_term ON orders
  (account_id, valid_till, state, container_id, user_id);

CREATE INDEX orders_by_user ON orders (account_id, user_id, id);

CREATE INDEX orders_by_wait ON orders (account_id, awaits, id);

CREATE TABLE organization_validations (
  organization_id BIGINT NOT NULL REFERENCES organizations (id),
  type TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  valid_until BIGINT,
  PRIMARY KEY (organization_id, type)
);

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

CREATE TABLE own_certificates (
  id INTEGER PRIMARY KEY,
  issuer_id BIGINT NOT NULL REFERENCES issuers (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('ocsp', 'server')),
  serial BLOB NOT NULL,
  der BLOB NOT NULL,
  valid_till BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (serial, issuer_id)
);

CREATE INDEX own_certificates_by_end
  ON own_certificates (issuer_id, purpose, valid_till);

CREATE TABLE precertificates (
  id INTEGER PRIMARY KEY,
  certificate_id BIGINT NOT NULL REFERENCES certificates (id),
  issuer_id BIGINT NOT NULL REFERENCES issuers (id),
  serial BLOB NOT NULL,
  der BLOB NOT NULL,
  crl_partition_id BIGINT,
  order_end BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'issued', 'abandoned')),
  timestamps BLOB,
  UNIQUE (serial, issuer_id)
);

CREATE UNIQUE INDEX precertificates_waiting ON precertificates (certificate_id)
  WHERE state = 'waiting';

CREATE TABLE prices (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  product TEXT NOT NULL,
  years BIGINT NOT NULL CHECK (years > 0),
  cost_cents BIGINT NOT NULL CHECK (cost_cents >= 0),
  name_cents BIGINT NOT NULL CHECK (name_cents >= 0),
  wildcard_cents BIGINT NOT NULL CHECK (wildcard_cents >= 0),
  PRIMARY KEY (account_id, product, years)
);

CREATE TABLE product_limits (
  container_id BIGINT NOT NULL REFERENCES containers (id),
  role_id BIGINT NOT NULL CHECK (role_id BETWEEN 0 AND 5),
  product TEXT NOT NULL,
  hashes TEXT,
  issuer_ids TEXT,
  certificate_years TEXT,
  order_years TEXT,
  allows_auto_renew BIGINT NOT NULL CHECK (allows_auto_renew IN (0, 1)),
  allows_auto_reissue BIGINT NOT NULL CHECK (allows_auto_reissue IN (0, 1)),
  allows_wildcards BIGINT NOT NULL CHECK (allows_wildcards IN (0, 1)),
  PRIMARY KEY (container_id, role_id, product)
);

CREATE TABLE publications (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  url TEXT NOT NULL,
  is_chosen BIGINT NOT NULL CHECK (is_chosen IN (0, 1))
);

CREATE TABLE "receipts" (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  order_id BIGINT REFERENCES orders (id),
  cost_cents BIGINT NOT NULL,
  created_at BIGINT NOT NULL
, payment TEXT NOT NULL DEFAULT 'balance'
  CHECK ((payment = 'balance' OR payment = 'credit' OR payment = 'profile' OR payment = 'voucher' OR payment = 'units')), deal TEXT NOT NULL DEFAULT 'purchase'
  CHECK (deal IN ('purchase', 'refund')));

CREATE INDEX receipts_by_order ON receipts (order_id);

CREATE TABLE request_counts (
  api_key_id BIGINT NOT NULL,
  second BIGINT NOT NULL,
  node TEXT NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (api_key_id, second, node)
);

CREATE INDEX request_counts_by_second ON request_counts (second);

CREATE TABLE requests (
  id INTEGER PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  requester_id BIGINT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK ((kind = 'new_request' OR kind = 'reissue' OR kind = 'duplicate' OR kind = 'revoke')),
  certificate_id BIGINT REFERENCES certificates (id),
  reason TEXT,
  state TEXT NOT NULL CHECK ((state = 'pending' OR state = 'submitted' OR state = 'approved' OR state = 'rejected')),
  processor_id BIGINT REFERENCES users (id),
  processed_at BIGINT,
  processor_comment TEXT,
  comments TEXT,
  created_at BIGINT NOT NULL
, container_id BIGINT NOT NULL DEFAULT 0, owner_id BIGINT NOT NULL DEFAULT 0, reviewer_id BIGINT REFERENCES users (id));

CREATE INDEX requests_by_account ON requests (account_id, id, container_id, owner_id);

CREATE INDEX requests_by_creation ON requests (account_id, created_at, id);

CREATE INDEX requests_by_kind ON requests (account_id, kind, id);

CREATE INDEX requests_by_order ON requests (order_id, id);

CREATE INDEX requests_by_state ON requests (account_id, state, id, container_id, owner_id);

CREATE INDEX requests_by_wait ON requests
  (account_id, state, kind, container_id, owner_id);

CREATE TABLE revocations (
  partition_id BIGINT NOT NULL REFERENCES crl_partitions (id),
  serial BLOB NOT NULL,
  revoked_at BIGINT NOT NULL,
  reason BIGINT NOT NULL,
  valid_till BIGINT NOT NULL,
  PRIMARY KEY (partition_id, serial)
);

CREATE TABLE schema_migrations (number BIGINT NOT NULL PRIMARY KEY);

CREATE TABLE site_seals (
  order_id BIGINT NOT NULL PRIMARY KEY REFERENCES orders (id),
  settings TEXT NOT NULL
);

CREATE TABLE spent_units (
  order_id BIGINT NOT NULL REFERENCES orders (id),
  unit_order_id BIGINT NOT NULL REFERENCES unit_orders (id),
  product TEXT NOT NULL,
  units BIGINT NOT NULL CHECK (units > 0),
  PRIMARY KEY (order_id, unit_order_id)
);

CREATE TABLE technical_contacts (
  organization_id BIGINT NOT NULL PRIMARY KEY REFERENCES organizations (id),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  job_title TEXT,
  telephone TEXT,
  telephone_extension TEXT
);

CREATE TABLE unit_bundles (
  unit_order_id BIGINT NOT NULL REFERENCES unit_orders (id),
  product TEXT NOT NULL,
  units BIGINT NOT NULL CHECK (units > 0),
  spent BIGINT NOT NULL CHECK (spent BETWEEN 0 AND units),
  cost_cents BIGINT NOT NULL,
  PRIMARY KEY (unit_order_id, product)
);

CREATE TABLE unit_orders (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  unit_account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  notes TEXT,
  cost_cents BIGINT NOT NULL,
  receipt_id BIGINT NOT NULL REFERENCES receipts (id),
  is_canceled BIGINT NOT NULL CHECK (is_canceled IN (0, 1)),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX unit_orders_by_account ON unit_orders (account_id, id);

CREATE INDEX unit_orders_by_unit_account ON unit_orders (unit_account_id, expires_at);

CREATE TABLE user_containers (
  user_id BIGINT NOT NULL REFERENCES users (id),
  container_id BIGINT NOT NULL REFERENCES containers (id),
  PRIMARY KEY (user_id, container_id)
);

CREATE INDEX user_containers_by_container ON user_containers (container_id);

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

CREATE INDEX users_by_email ON users (account_id, email);

CREATE TABLE verified_contacts (
  id INTEGER PRIMARY KEY,
  organization_id BIGINT NOT NULL REFERENCES organizations (id),
  user_id BIGINT REFERENCES users (id),
  types TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL,
  job_title TEXT,
  telephone TEXT
);

CREATE INDEX verified_contacts_by_organization ON verified_contacts (organization_id, id);

CREATE INDEX verified_contacts_by_user ON verified_contacts (user_id);

CREATE TABLE voucher_orders (
  id INTEGER PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id BIGINT NOT NULL REFERENCES users (id),
  name TEXT,
  notes TEXT,
  cost_cents BIGINT NOT NULL,
  receipt_id BIGINT NOT NULL REFERENCES receipts (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX voucher_orders_by_account ON voucher_orders (account_id, id);

CREATE TABLE vouchers (
  id INTEGER PRIMARY KEY,
  voucher_order_id BIGINT NOT NULL REFERENCES voucher_orders (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  code TEXT NOT NULL UNIQUE,
  product TEXT NOT NULL,
  dns_names BIGINT NOT NULL,
  wildcard_names BIGINT NOT NULL,
  length_unit TEXT NOT NULL CHECK (length_unit IN ('years', 'days', 'until')),
  length_value BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'used', 'canceled')),
  order_id BIGINT REFERENCES orders (id),
  expires_at BIGINT NOT NULL,
  CHECK ((state = 'used') = (order_id IS NOT NULL))
);

CREATE INDEX vouchers_by_order ON vouchers (order_id);

CREATE INDEX vouchers_by_voucher_order ON vouchers (voucher_order_id, id);
