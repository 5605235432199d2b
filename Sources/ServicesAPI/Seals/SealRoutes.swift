import APIModels
import OrderCore
import Registration
import Web

struct SealRoutes: Sendable {
    let desks: Desks

    func show(_ call: Call<NoBody>) async throws -> SiteSealDetails {
        SiteSealDetails(
            try await desks.seals.seal(
                of: try call.id("order_id", of: .order), for: call.caller))
    }

    func change(_ call: Call<ChangeSiteSeal>) async throws {
        try await desks.seals.change(
            try call.id("order_id", of: .order), for: call.caller, try SiteSeal.change(call.body))
    }

    func mail(_ call: Call<ChangeSiteSeal>) async throws {
        let size = ChangeSiteSeal(
            sealSize: call.body.sealSize, sealNumber: call.body.sealNumber)
        try await desks.seals.mail(
            try call.id("order_id", of: .order), for: call.caller,
            keeping: call.keepingNothing(), try SiteSeal.change(size))
    }

    func replaceable(_ call: Call<FindReplaceable>) async throws -> ReplaceableCertificates {
        guard let domains = call.body.domains, !domains.isEmpty else {
            throw Refusal.required("domains")
        }
        return ReplaceableCertificates(
            certificates: try await desks.replacement.certificates(of: domains).map {
                ReplaceableCertificate(
                    serialNumber: $0.serial, domain: $0.host, commonName: $0.commonName,
                    issuerCommonName: $0.issuer, validTill: Day($0.validTill))
            })
    }
}

extension SiteSeal {
    /// Reads what is to be changed, or says which member is wrong.
    fileprivate static func change(
        _ body: ChangeSiteSeal
    ) throws -> @Sendable (inout SiteSeal) -> Void {
        let size = try body.sealSize.map { text in
            guard let size = Size(rawValue: text.lowercased()) else {
                let all = Size.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.invalid("seal_size", "is \(text.quoted), has to be one of \(all)")
            }
            return size
        }
        let design = try body.sealNumber.map { number in
            guard let design = Design(rawValue: number) else {
                let all = Design.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
                throw Refusal.invalid("seal_number", "is \(number), has to be one of \(all)")
            }
            return design
        }
        return { seal in
            seal.size = size ?? seal.size
            seal.design = design ?? seal.design
            seal.hovers = body.sealHover ?? seal.hovers
            seal.plays = body.sealAutoplay ?? seal.plays
            seal.usesLogo = body.sealUseLogo ?? seal.usesLogo
            seal.showsMalwareScan = body.displayMalwareScan ?? seal.showsMalwareScan
            seal.showsCTLog = body.displayCTLog ?? seal.showsCTLog
            seal.showsPCIScan = body.displayPCIScan ?? seal.showsPCIScan
            seal.showsBlocklistCheck = body.displayBlocklistCheck ?? seal.showsBlocklistCheck
            seal.showsVerifiedCustomer =
                body.displayVerifiedCustomer ?? seal.showsVerifiedCustomer
        }
    }
}

extension SiteSealDetails {
    /// Nothing is scanned here: no site is eligible for showing it.
    init(_ file: SealFile) {
        let seal = file.seal
        self.init(
            orderID: file.order.id.wire, productNameID: file.order.product.nameID,
            sealHash: file.hash, sealSize: seal.size.rawValue, sealNumber: seal.design.rawValue,
            sealHover: seal.hovers, sealAutoplay: seal.plays, sealUseLogo: seal.usesLogo,
            displayMalwareScan: seal.showsMalwareScan, displayCTLog: seal.showsCTLog,
            displayPCIScan: seal.showsPCIScan, displayBlocklistCheck: seal.showsBlocklistCheck,
            displayVerifiedCustomer: seal.showsVerifiedCustomer, eligibleMalwareScan: false,
            eligibleCTLog: file.isLogged, eligibleBlocklistCheck: false, eligiblePCIScan: false,
            ctLogEnabled: file.isLogged, pciScanEnabled: false, sealCode: file.code)
    }
}
