import APIModels
import Foundation
import Testing

/// One JSON file and the type it is written in.
struct WireFixture: Sendable, CustomTestStringConvertible {
    let name: String
    let roundTrip: @Sendable (String) throws -> [UInt8]

    init<Value: Codable & SendableMetatype>(_ type: Value.Type, _ variant: String = "") {
        name = variant.isEmpty ? "\(type)" : "\(type).\(variant)"
        roundTrip = { text in
            try WireEncoder().encode(WireDecoder().decode(Value.self, from: text.utf8))
        }
    }

    var testDescription: String { name }

    func text() throws -> String {
        let file = Self.examples.appending(path: "\(name).json")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    static func filesPresent() throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: examples.path)
        return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
    }

    /// The description of the API shows them, too.
    private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/APIDescription/Examples").standardizedFileURL

    static var folder: URL {
        get throws {
            try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
        }
    }
}

extension WireFixture {
    static let all: [WireFixture] = bodies + answers + samples

    private static let bodies = [
        WireFixture(AddIPRule.self),
        WireFixture(PriceVouchers.self),
        WireFixture(ChangeOrganizationContacts.self),
        WireFixture(UpdateAccount.self),
        WireFixture(SetAccountSettings.self),
        WireFixture(EditSubaccount.self),
        WireFixture(AssignUsers.self),
        WireFixture(AssignOrganizations.self),
        WireFixture(AllowDomains.self),
        WireFixture(AddNote.self),
        WireFixture(AdjustBalance.self),
        WireFixture(ChangeControlMethod.self),
        WireFixture(ChangeDomainMethod.self),
        WireFixture(ChangeOrderContacts.self),
        WireFixture(ChangeOrderStatus.self),
        WireFixture(CheckControl.self),
        WireFixture(ConfineUser.self),
        WireFixture(CreateACMECredentials.self),
        WireFixture(ChangeSiteSeal.self),
        WireFixture(CreateContainer.self),
        WireFixture(CreateCustomField.self),
        WireFixture(CreateDomain.self),
        WireFixture(CreateOrganization.self),
        WireFixture(CreateSubaccount.self),
        WireFixture(CreateUnitOrder.self),
        WireFixture(CreateVouchers.self),
        WireFixture(CustomFieldValue.self),
        WireFixture(DecideRequest.self),
        WireFixture(DuplicateCertificate.self),
        WireFixture(EncodedLogo.self),
        WireFixture(FindReplaceable.self),
        WireFixture(MailCertificate.self),
        WireFixture(MarkToCertify.self),
        WireFixture(PlaceOrder.self),
        WireFixture(PriceOrder.self),
        WireFixture(ReissueCertificate.self),
        WireFixture(ReplaceAdditionalEmails.self),
        WireFixture(ResendControlEmails.self),
        WireFixture(ResendDomainEmails.self),
        WireFixture(ResendOrderApproval.self),
        WireFixture(RevokeCertificate.self),
        WireFixture(SetAutoReissue.self),
        WireFixture(SetGuestAccess.self),
        WireFixture(SetRenewalMessage.self),
        WireFixture(SetSubaccountProducts.self),
        WireFixture(SetTransparency.self),
        WireFixture(SubmitDomain.self),
        WireFixture(SetDomainMethod.self),
        WireFixture(CreateCustomFields.self),
        WireFixture(EditCustomField.self),
        WireFixture(EditContainer.self),
        WireFixture(CreateKey.self),
        WireFixture(EditKey.self),
        WireFixture(SetKeyStatus.self),
        WireFixture(SubmitOrganization.self),
        WireFixture(CreateUser.self),
        WireFixture(EditUser.self),
        WireFixture(ChangeUserRole.self),
        WireFixture(SupplyCSR.self),
        WireFixture(ValidateEmail.self),
    ]

    private static let answers = [
        WireFixture(IPRuleList.self),
        WireFixture(BalanceHistory.self),
        WireFixture(VoucherEstimate.self),
        WireFixture(SubaccountReport.self),
        WireFixture(SubaccountDomainList.self),
        WireFixture(SubaccountOrganizationList.self),
        WireFixture(ACMECredentials.self),
        WireFixture(AccountBalance.self),
        WireFixture(AlternateOrderList.self),
        WireFixture(AuditEntryList.self),
        WireFixture(LogoReceipt.self),
        WireFixture(ReplaceableCertificates.self),
        WireFixture(SiteSealDetails.self),
        WireFixture(AccountDetails.self),
        WireFixture(CTCertificateFile.self),
        WireFixture(CTCertificateList.self),
        WireFixture(CTMonitorStatus.self),
        WireFixture(CertificateChain.self),
        WireFixture(CheckOutcome.self),
        WireFixture(ContainerDetails.self),
        WireFixture(ContainerLimits.self),
        WireFixture(ContainerList.self),
        WireFixture(ControlResult.self),
        WireFixture(ControlValue.self),
        WireFixture(CreationReceipt.self),
        WireFixture(CustomFieldList.self),
        WireFixture(DomainControlReceipt.self),
        WireFixture(DomainDetails.self),
        WireFixture(DomainList.self),
        WireFixture(DomainReceipt.self),
        WireFixture(DomainToken.self),
        WireFixture(DomainValidations.self),
        WireFixture(DomainControlStart.self),
        WireFixture(ContainerTemplateList.self),
        WireFixture(ContainerTemplateDetails.self),
        WireFixture(AccessRoleList.self),
        WireFixture(KeyReceipt.self),
        WireFixture(OrganizationValidations.self),
        WireFixture(ValidationTypeList.self),
        WireFixture(ControlMethodList.self),
        WireFixture(ExpiringDomains.self),
        WireFixture(UsernameAvailability.self),
        WireFixture(Permission.self),
        WireFixture(PermissionList.self),
        WireFixture(DuplicateList.self),
        WireFixture(EmailValidationList.self),
        WireFixture(ErrorAnswer.self),
        WireFixture(ExpiringReport.self),
        WireFixture(GuestAccess.self),
        WireFixture(IntermediateList.self),
        WireFixture(KeyDetails.self),
        WireFixture(KeyList.self),
        WireFixture(NoteDetails.self),
        WireFixture(NoteList.self),
        WireFixture(OrderDetails.self),
        WireFixture(OrderEstimate.self),
        WireFixture(OrderList.self),
        WireFixture(OrderReceipt.self),
        WireFixture(OrderValidation.self),
        WireFixture(OrganizationDetails.self),
        WireFixture(OrganizationList.self),
        WireFixture(PermittedContainers.self),
        WireFixture(PlatformFormats.self),
        WireFixture(PotentialApprovers.self),
        WireFixture(ProductDetails.self),
        WireFixture(ProductList.self),
        WireFixture(ProductPricing.self),
        WireFixture(ReceiptDetails.self),
        WireFixture(ReissueList.self),
        WireFixture(RequestDetails.self),
        WireFixture(RequestList.self),
        WireFixture(RequestReceipt.self),
        WireFixture(RequestReport.self),
        WireFixture(StatusChangeList.self),
        WireFixture(SubaccountBalance.self),
        WireFixture(SubaccountDetails.self),
        WireFixture(SubaccountLimits.self),
        WireFixture(SubaccountList.self),
        WireFixture(SubaccountOrder.self),
        WireFixture(SubaccountOrderList.self),
        WireFixture(SubaccountProducts.self),
        WireFixture(SubaccountReceipt.self),
        WireFixture(UnitOrderDetails.self),
        WireFixture(UnitOrderList.self),
        WireFixture(UserDetails.self),
        WireFixture(UserList.self),
        WireFixture(ValidationEmails.self),
        WireFixture(VoucherOrder.self),
        WireFixture(VoucherOrderList.self),
    ]

    /// The shapes that the reference pages show, members left out included.
    private static let samples = [
        WireFixture(DomainControlReceipt.self, "unchanged"),
        WireFixture(GuestAccess.self, "off"),
        WireFixture(StatusChangeList.self, "none"),
        WireFixture(DuplicateList.self, "approved-rejected-pending"),
        WireFixture(ExpiringReport.self, "certificates"),
        WireFixture(OrderDetails.self, "issued"),
        WireFixture(OrderDetails.self, "needs-approval"),
        WireFixture(ReissueList.self, "issued-rejected-pending"),
        WireFixture(SubaccountOrder.self, "child-issued"),
        WireFixture(SubaccountOrder.self, "child-pending"),
        WireFixture(SubaccountOrder.self, "grandchild"),
    ]
}

extension String {
    /// The JSON text without the whitespace between its tokens.
    var compacted: String {
        var isInString = false
        var isEscaped = false
        let kept = unicodeScalars.filter { sign in
            defer { isEscaped = isInString && sign == "\\" && !isEscaped }
            if sign == "\"" && !isEscaped { isInString.toggle() }
            return isInString || !sign.properties.isWhitespace
        }
        return String(String.UnicodeScalarView(kept))
    }
}
