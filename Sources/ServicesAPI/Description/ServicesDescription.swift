package import APIDescription
package import APIModels
package import OrderCore
import Registration
import Web

/// What this face knows of its operations, beside what their endpoints say.
package enum ServicesDescription {
    package static func make(
        rights: [Signature: Right], origin: String
    ) throws -> APIDescription {
        let operations = EndpointCatalog.areas.flatMap { area in
            area.operations.map { operation in
                let signature = operation.signature
                return OperationDescription(
                    operation, area: area.name, right: rights[signature].map { "\($0)" } ?? "",
                    parameters: OperationDescription.Parameter.path(signature)
                        + OperationDescription.Parameter.query(signature),
                    files: files[signature] ?? [], isTagged: tagged.contains(signature))
            }
        }
        return try APIDescription(
            operations, Overview(origin: origin), limits: LengthLimits.all)
    }

    /// The media types of files, and of tables beside lists.
    private static let files: [Signature: [String]] = [
        Endpoint.downloadCertificate.signature: DownloadFormat.contentTypes,
        Endpoint.downloadOrderInFormat.signature: DownloadFormat.contentTypes,
        Endpoint.downloadOrder.signature: DownloadFormat.contentTypes,
        Endpoint.downloadForPlatform.signature: DownloadFormat.contentTypes,
        Endpoint.downloadForChosenPlatform.signature: DownloadFormat.contentTypes,
        Endpoint.showOrder.signature: DownloadFormat.contentTypes,
        Endpoint.showLogo.signature: ["application/json", "image/svg+xml"],
        Endpoint.reportOrders.signature: [CSVTable.contentType],
        Endpoint.listOrders.signature: [CSVTable.contentType],
        Endpoint.listRequests.signature: [CSVTable.contentType],
        Endpoint.listAuditEntries.signature: [CSVTable.contentType],
    ]

    private static let tagged: Set<Signature> = [
        Endpoint.showOrder.signature,
        Endpoint.downloadCertificate.signature,
        Endpoint.downloadOrderInFormat.signature,
        Endpoint.downloadOrder.signature,
        Endpoint.downloadForPlatform.signature,
        Endpoint.downloadForChosenPlatform.signature,
        Endpoint.showChain.signature,
        Endpoint.listIntermediates.signature,
        Endpoint.showLogo.signature,
    ]
}

extension DownloadFormat {
    fileprivate static var contentTypes: [String] {
        allCases.map(\.contentType).reduce(into: []) { types, type in
            if !types.contains(type) { types.append(type) }
        }
    }
}
