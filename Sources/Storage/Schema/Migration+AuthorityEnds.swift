extension Migration {
    /// When and why certificates of authorities stopped being good.
    static let authorityEnds = Migration(
        22,
        """
        ALTER TABLE issuers ADD COLUMN revoked_at BIGINT;
        ALTER TABLE issuers ADD COLUMN revocation_reason TEXT;
        ALTER TABLE cross_certificates ADD COLUMN revoked_at BIGINT;
        ALTER TABLE cross_certificates ADD COLUMN revocation_reason TEXT;
        """)
}
