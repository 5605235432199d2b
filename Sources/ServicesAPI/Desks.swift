package import Registration

/// The use cases behind the routes.
package struct Desks: Sendable {
    let orders: OrderDesk
    let further: FurtherDesk
    let revocations: RevocationDesk
    let requests: RequestDesk
    let downloads: DownloadDesk
    let marks: MarkDesk
    let seals: SealDesk
    let parties: PartyDesk
    let accounts: AccountDesk
    let organizations: OrganizationDesk
    let domains: DomainDesk
    let subaccounts: SubaccountDesk
    let settings: SettingsDesk
    let archive: ArchiveDesk
    let guests: GuestDesk
    let replacement: ReplacementDesk
    let reports: ReportDesk
    let finance: FinanceDesk
    let subaccountTerms: SubaccountTermsDesk
    let vouchers: VoucherDesk
    let units: UnitDesk
    let credentials: ACMECredentialDesk
    let userKeys: UserKeyDesk
    let ipRules: IPRuleDesk
    let ctMonitoring: CTMonitoringDesk
    let audit: AuditDesk
    let control: ControlDesk
    let invitations: InvitationDesk
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
        orders = OrderDesk(registry: registry)
        further = FurtherDesk(registry: registry)
        revocations = RevocationDesk(registry: registry)
        requests = RequestDesk(registry: registry)
        downloads = DownloadDesk(registry: registry)
        marks = MarkDesk(registry: registry)
        seals = SealDesk(registry: registry)
        parties = PartyDesk(registry: registry)
        accounts = AccountDesk(registry: registry)
        organizations = OrganizationDesk(registry: registry)
        domains = DomainDesk(registry: registry)
        subaccounts = SubaccountDesk(registry: registry)
        settings = SettingsDesk(registry: registry)
        archive = ArchiveDesk(registry: registry)
        guests = GuestDesk(registry: registry)
        replacement = ReplacementDesk(registry: registry)
        reports = ReportDesk(registry: registry)
        finance = FinanceDesk(registry: registry)
        subaccountTerms = SubaccountTermsDesk(registry: registry)
        vouchers = VoucherDesk(registry: registry)
        units = UnitDesk(registry: registry)
        credentials = ACMECredentialDesk(registry: registry)
        userKeys = UserKeyDesk(registry: registry)
        ipRules = IPRuleDesk(registry: registry)
        ctMonitoring = CTMonitoringDesk(registry: registry)
        audit = AuditDesk(registry: registry)
        control = ControlDesk(registry: registry)
        invitations = InvitationDesk(registry: registry)
    }
}
