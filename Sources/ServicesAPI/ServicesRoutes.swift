import APIModels
import OrderCore
import Registration
package import Web

/// Everything below `/services/v2`: the table of contents of this face.
package struct ServicesRoutes {
    private let desks: Desks

    package init(desks: Desks) {
        self.desks = desks
    }

    package func add(to routes: RouteTable) {
        addOrders(to: routes)
        addOrderSettings(to: routes)
        addMarks(to: routes)
        addCertificates(to: routes)
        addRequests(to: routes)
        addParties(to: routes)
        addDomains(to: routes)
        addControl(to: routes)
        addAccounts(to: routes)
        addReports(to: routes)
        addFinance(to: routes)
        addKeys(to: routes)
        DescriptionRoutes(rights: routes.rights, origin: desks.registry.publication.baseURL)
            .add(to: routes.router)
    }

    private func addOrders(to routes: RouteTable) {
        let orders = OrderRoutes(desks: desks)
        routes.serve(.placeOrder, needs: .placeOrders, orders.place)
        routes.serve(.listOrders, needs: .viewOrders, orders.list)
        routes.serve(.showOrder, needs: .viewOrders, orders.show)
        routes.serve(.changeOrderStatus, needs: .placeOrders, orders.changeStatus)
        routes.serve(.listStatusChanges, needs: .viewOrders, orders.statusChanges)
        routes.serve(.listAlternateOrders, needs: .viewOrders, orders.alternates)
        routes.serve(.showOrderValidation, needs: .viewOrders, orders.validation)
        routes.serve(.supplyCSR, needs: .placeOrders, orders.supplyCSR)
        routes.serve(.listEmailValidations, needs: .viewOrders, orders.emailValidations)
        // Whoever reads the mail may say yes, with any key.
        routes.serve(.validateEmail, needs: .viewSelf, orders.validateEmail)
        let further = FurtherRoutes(desks: desks)
        routes.serve(.reissueCertificate, needs: .placeOrders, further.reissue)
        routes.serve(.listReissues, needs: .viewOrders, further.reissues)
        routes.serve(.duplicateCertificate, needs: .placeOrders, further.duplicate)
        routes.serve(.listDuplicates, needs: .viewOrders, further.duplicates)
    }

    private func addOrderSettings(to routes: RouteTable) {
        let settings = SettingsRoutes(desks: desks)
        routes.serve(.addNote, needs: .placeOrders, settings.addNote)
        routes.serve(.listNotes, needs: .viewOrders, settings.notes)
        routes.serve(.answerCustomField, needs: .placeOrders, settings.answerCustomField)
        routes.serve(.replaceAdditionalEmails, needs: .placeOrders, settings.replaceEmails)
        routes.serve(.changeOrderContacts, needs: .placeOrders, settings.changeContacts)
        routes.serve(.switchRenewalNotices, needs: .placeOrders, settings.switchRenewalNotices)
        routes.serve(.setRenewalMessage, needs: .placeOrders, settings.setRenewalMessage)
        routes.serve(.deleteRenewalMessage, needs: .placeOrders, settings.deleteRenewalMessage)
        routes.serve(.setAutoReissue, needs: .placeOrders, settings.setAutoReissue)
        routes.serve(.setGuestAccess, needs: .placeOrders, settings.setGuestAccess)
        routes.serve(.setTransparency, needs: .placeOrders, settings.setTransparency)
    }

    private func addMarks(to routes: RouteTable) {
        let marks = MarkRoutes(desks: desks)
        routes.serve(.changeMark, needs: .placeOrders, marks.change)
        routes.serve(.showLogo, needs: .viewOrders, marks.show)
        routes.serve(.uploadLogo, needs: .placeOrders, marks.upload)
        routes.serve(.uploadEncodedLogo, needs: .placeOrders, marks.uploadEncoded)
        let seals = SealRoutes(desks: desks)
        routes.serve(.showSiteSeal, needs: .viewOrders, seals.show)
        routes.serve(.changeSiteSeal, needs: .placeOrders, seals.change)
        routes.serve(.mailSiteSeal, needs: .placeOrders, seals.mail)
        routes.serve(.findReplaceable, needs: .viewDomains, seals.replaceable)
    }

    private func addCertificates(to routes: RouteTable) {
        let revocations = RevocationRoutes(desks: desks)
        routes.serve(.revokeOrder, needs: .placeOrders, revocations.order)
        routes.serve(.revokeCertificate, needs: .placeOrders, revocations.certificate)
        let archive = ArchiveRoutes(desks: desks)
        routes.serve(.archiveCertificate, needs: .placeOrders, archive.archive)
        routes.serve(.restoreCertificate, needs: .placeOrders, archive.restore)
        routes.serve(.unarchiveCertificate, needs: .placeOrders, archive.restore)
        routes.serve(
            .mailCertificate, needs: .placeOrders, CertificateMailRoutes(desks: desks).mail)
        let downloads = DownloadRoutes(desks: desks)
        routes.serve(.downloadCertificate, needs: .viewOrders, downloads.certificate)
        routes.serve(.downloadOrderInFormat, needs: .viewOrders, downloads.orderInFormat)
        routes.serve(.downloadOrder, needs: .viewOrders, downloads.order)
        routes.serve(.downloadForPlatform, needs: .viewOrders, downloads.forPlatform)
        routes.serve(.downloadForChosenPlatform, needs: .viewOrders, downloads.forChosenPlatform)
        routes.serve(.showChain, needs: .viewOrders, downloads.chain)
        routes.serve(.listIntermediates, needs: .viewProducts, downloads.intermediates)
    }

    private func addRequests(to routes: RouteTable) {
        let requests = RequestRoutes(desks: desks)
        routes.serve(.listRequests, needs: .viewOrders, requests.list)
        routes.serve(.showRequest, needs: .viewOrders, requests.show)
        // Who may not decide is told so by the desk, which knows whose request it is.
        routes.serve(.decideRequest, needs: .placeOrders, requests.decide)
        let products = ProductRoutes(desks: desks)
        routes.serve(.listProducts, needs: .viewProducts, products.list)
        routes.serve(.showProduct, needs: .viewProducts, products.show)
        let pricing = ProductPricingRoutes(desks: desks)
        routes.serve(.showProductPricing, needs: .viewProducts, pricing.prices)
        routes.serve(.showPlatformFormats, needs: .viewProducts, pricing.formats)
        routes.serve(.showContainerLimits, needs: .viewContainers, pricing.limits)
    }

    private func addParties(to routes: RouteTable) {
        let users = UserRoutes(desks: desks)
        routes.serve(.listUsers, needs: .viewUsers, users.list)
        routes.serve(.showCurrentUser, needs: .viewSelf, users.current)
        routes.serve(.showUser, needs: .viewUsers, users.show)
        addUserChanges(to: routes)
        let containers = ContainerRoutes(desks: desks)
        routes.serve(.listContainers, needs: .viewContainers, containers.list)
        routes.serve(.showContainer, needs: .viewContainers, containers.show)
        routes.serve(.listChildContainers, needs: .viewContainers, containers.children)
        routes.serve(.createContainer, needs: .createContainers, containers.create)
        routes.serve(.editContainer, needs: .createContainers, containers.edit)
        routes.serve(.activateContainer, needs: .createContainers, containers.activate)
        routes.serve(.deactivateContainer, needs: .createContainers, containers.deactivate)
        routes.serve(.makeContainerActive, needs: .createContainers, containers.activate)
        routes.serve(.showParentContainer, needs: .viewContainers, containers.parent)
        routes.serve(.listContainerRoles, needs: .viewContainers, containers.roles)
        routes.serve(.listContainerTemplates, needs: .viewContainers, containers.templates)
        routes.serve(.showContainerTemplate, needs: .viewContainers, containers.template)
        let use = ContainerUseRoutes(desks: desks)
        routes.serve(.assignUsers, needs: .manageUsers, use.assignUsers)
        routes.serve(.assignOrganizations, needs: .createContainers, use.assignOrganizations)
        routes.serve(.allowDomains, needs: .createContainers, use.allowDomains)
        let organizations = OrganizationRoutes(desks: desks)
        routes.serve(
            .listContainerOrganizations, needs: .viewOrganizations, organizations.ofContainer)
        routes.serve(.listOrganizations, needs: .viewOrganizations, organizations.list)
        routes.serve(.showOrganization, needs: .viewOrganizations, organizations.show)
        routes.serve(.createOrganization, needs: .createOrganizations, organizations.create)
        routes.serve(.submitOrganization, needs: .createOrganizations, organizations.submit)
        routes.serve(
            .changeOrganizationContacts, needs: .createOrganizations,
            organizations.changeContacts)
        routes.serve(
            .showOrganizationValidations, needs: .viewOrganizations, organizations.validations)
        routes.serve(.activateOrganization, needs: .createOrganizations, organizations.activate)
        routes.serve(
            .deactivateOrganization, needs: .createOrganizations, organizations.deactivate)
        routes.serve(.deleteOrganization, needs: .deleteOrganizations, organizations.delete)
        let choices = OrganizationChoices(desks: desks)
        routes.serve(
            .listOrganizationValidationTypes, needs: .viewOrganizations, choices.types)
        routes.serve(.listPotentialApprovers, needs: .viewOrganizations, choices.approvers)
    }

    private func addUserChanges(to routes: RouteTable) {
        let changes = UserChangeRoutes(desks: desks)
        routes.serve(.createUser, needs: .manageUsers, changes.create)
        routes.serve(.editUser, needs: .manageUsers, changes.edit)
        routes.serve(.changeUserRole, needs: .manageUsers, changes.changeRole)
        routes.serve(.confineUser, needs: .manageUsers, changes.confine)
        routes.serve(.deleteUser, needs: .manageUsers, changes.delete)
        routes.serve(.mailNewUser, needs: .manageUsers, changes.mail)
        routes.serve(.showUsernameAvailability, needs: .viewUsers, changes.availability)
        routes.serve(.listServiceUsers, needs: .viewUsers, changes.service)
        let permissions = PermissionRoutes(desks: desks)
        routes.serve(.listPermissions, needs: .viewSelf, permissions.list)
        routes.serve(.showPermission, needs: .viewSelf, permissions.show)
        routes.serve(.showUserPermission, needs: .viewUsers, permissions.ofUser)
        routes.serve(.listPermittedContainers, needs: .viewContainers, permissions.containers)
    }

    private func addDomains(to routes: RouteTable) {
        let domains = DomainRoutes(desks: desks)
        routes.serve(.listDomains, needs: .viewDomains, domains.list)
        routes.serve(.showDomain, needs: .viewDomains, domains.show)
        routes.serve(.createDomain, needs: .addDomains, domains.create)
        let control = DomainControlRoutes(desks: desks)
        routes.serve(.changeDomainMethod, needs: .addDomains, control.changeMethod)
        routes.serve(.checkDomain, needs: .addDomains, control.check)
        routes.serve(.makeDomainToken, needs: .addDomains, control.makeToken)
        routes.serve(.showDomainEmails, needs: .viewDomains, control.emails)
        routes.serve(.resendDomainEmails, needs: .addDomains, control.resend)
        routes.serve(.submitDomain, needs: .addDomains, control.submit)
        routes.serve(.showDomainValidations, needs: .viewDomains, control.validations)
        routes.serve(.activateDomain, needs: .addDomains, control.activate)
        routes.serve(.deactivateDomain, needs: .addDomains, control.deactivate)
        routes.serve(.deleteDomain, needs: .addDomains, control.delete)
        let old = OldDomainRoutes(desks: desks)
        routes.serve(.setDomainMethod, needs: .addDomains, old.setMethod)
        routes.serve(.mailDomain, needs: .addDomains, old.mail)
        routes.serve(.startDomainControl, needs: .addDomains, old.start)
        routes.serve(.checkDomainAlias, needs: .addDomains, control.check)
        routes.serve(.checkDomainAliasAgain, needs: .addDomains, control.check)
        let choices = DomainChoices(desks: desks)
        routes.serve(.listDomainValidationTypes, needs: .viewDomains, choices.types)
        routes.serve(.listControlMethods, needs: .viewDomains, choices.methods)
        routes.serve(.countExpiringDomains, needs: .viewDomains, choices.expiring)
    }

    private func addControl(to routes: RouteTable) {
        let control = ControlRoutes(desks: desks)
        routes.serve(.checkControl, needs: .placeOrders, control.check)
        routes.serve(.changeControlMethod, needs: .placeOrders, control.changeMethod)
        routes.serve(.renewControlValue, needs: .placeOrders, control.renewValue)
        routes.serve(.resendControlEmails, needs: .placeOrders, control.resend)
        routes.serve(.resendOrderApproval, needs: .placeOrders, control.resendApproval)
        // Whoever reads the mail may say yes, with any key.
        routes.serve(.approveDomain, needs: .viewSelf, control.approve)
    }

    private func addAccounts(to routes: RouteTable) {
        let accounts = AccountRoutes(desks: desks)
        routes.serve(.showAccount, needs: .viewAccount, accounts.show)
        let settings = AccountSettingsRoutes(desks: desks)
        routes.serve(.updateAccount, needs: .manageAccount, settings.update)
        routes.serve(.setAccountSettings, needs: .manageAccount, settings.set)
        routes.serve(.listCustomFields, needs: .viewCustomFields, accounts.customFields)
        routes.serve(.createCustomField, needs: .manageCustomFields, accounts.createCustomField)
        routes.serve(.createCustomFields, needs: .manageCustomFields, accounts.createCustomFields)
        routes.serve(.editCustomField, needs: .manageCustomFields, accounts.editCustomField)
        routes.serve(.deleteCustomField, needs: .manageCustomFields, accounts.deleteCustomField)
        routes.serve(.showGuestAccess, needs: .viewAccount, accounts.guestAccess)
        let subaccounts = SubaccountRoutes(desks: desks)
        routes.serve(.createSubaccount, needs: .createSubaccounts, subaccounts.create)
        routes.serve(.listSubaccounts, needs: .viewSubaccounts, subaccounts.list)
        routes.serve(.showSubaccount, needs: .viewSubaccounts, subaccounts.show)
        routes.serve(.listSubaccountOrders, needs: .viewSubaccounts, subaccounts.orders)
        routes.serve(.showSubaccountOrder, needs: .viewSubaccounts, subaccounts.order)
        let looks = SubaccountChangeRoutes(desks: desks)
        routes.serve(.editSubaccount, needs: .createSubaccounts, looks.edit)
        routes.serve(.listSubaccountDomains, needs: .viewSubaccounts, looks.domains)
        routes.serve(.listSubaccountOrganizations, needs: .viewSubaccounts, looks.organizations)
        routes.serve(.reportSubaccount, needs: .viewSubaccounts, looks.report)
        let terms = SubaccountTermsRoutes(desks: desks)
        routes.serve(.showSubaccountLimits, needs: .viewSubaccounts, terms.limits)
        routes.serve(.showSubaccountProducts, needs: .viewSubaccounts, terms.products)
        routes.serve(.setSubaccountProducts, needs: .createSubaccounts, terms.setProducts)
        routes.serve(.showSubaccountBalance, needs: .viewSubaccounts, terms.balance)
        routes.serve(.adjustSubaccountBalance, needs: .createSubaccounts, terms.adjust)
    }

    private func addReports(to routes: RouteTable) {
        let reports = ReportRoutes(desks: desks)
        routes.serve(.reportRequests, needs: .viewOrders, reports.requests)
        routes.serve(.reportOrders, needs: .viewOrders, reports.orders)
        routes.serve(.reportExpiringOrders, needs: .viewOrders, reports.expiring)
        routes.serve(.reportExpiringOrdersOfContainer, needs: .viewOrders, reports.ofContainer)
    }

    private func addFinance(to routes: RouteTable) {
        let finance = FinanceRoutes(desks: desks)
        routes.serve(.priceOrder, needs: .placeOrders, finance.price)
        routes.serve(.showReceipt, needs: .viewFinances, finance.receipt)
        routes.serve(.showBalance, needs: .viewFinances, finance.balance)
        routes.serve(.listBalanceHistory, needs: .viewFinances, finance.history)
        let vouchers = VoucherRoutes(desks: desks)
        routes.serve(.createVouchers, needs: .manageFinances, vouchers.create)
        routes.serve(.priceVouchers, needs: .viewFinances, vouchers.price)
        routes.serve(.listVouchers, needs: .viewFinances, vouchers.list)
        routes.serve(.showVouchers, needs: .viewFinances, vouchers.show)
        let units = UnitRoutes(desks: desks)
        routes.serve(.createUnitOrder, needs: .createSubaccounts, units.create)
        routes.serve(.listUnitOrders, needs: .viewSubaccounts, units.list)
        routes.serve(.showUnitOrder, needs: .viewSubaccounts, units.show)
        routes.serve(.cancelUnitOrder, needs: .createSubaccounts, units.cancel)
    }

    private func addKeys(to routes: RouteTable) {
        let keys = KeyRoutes(desks: desks)
        routes.serve(.createLegacyACMECredentials, needs: .createKeys, keys.createLegacy)
        routes.serve(.createACMECredentials, needs: .createKeys, keys.create)
        routes.serve(.listKeys, needs: .viewUsers, keys.list)
        routes.serve(.showKey, needs: .viewUsers, keys.show)
        let userKeys = UserKeyRoutes(desks: desks)
        routes.serve(.createKey, needs: .createKeys, userKeys.create)
        routes.serve(.editKey, needs: .createKeys, userKeys.edit)
        routes.serve(.setKeyStatus, needs: .createKeys, userKeys.setStatus)
        routes.serve(.listKeyRoles, needs: .viewUsers, userKeys.roles)
        let rules = IPRuleRoutes(desks: desks)
        routes.serve(.listIPRules, needs: .viewAccount, rules.list)
        routes.serve(.addIPRule, needs: .manageAccount, rules.add)
        routes.serve(.deleteIPRule, needs: .manageAccount, rules.delete)
        routes.serve(.removeIPRule, needs: .manageAccount, rules.delete)
        let monitoring = CTMonitoringRoutes(desks: desks)
        routes.serve(.showCTMonitorStatus, needs: .viewOrders, monitoring.status)
        routes.serve(.listCTCertificates, needs: .viewOrders, monitoring.certificates)
        routes.serve(.showCTCertificate, needs: .viewOrders, monitoring.certificate)
        routes.serve(.listAuditEntries, needs: .viewAuditLog, AuditRoutes(desks: desks).list)
    }
}
