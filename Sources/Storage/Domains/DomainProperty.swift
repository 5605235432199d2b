import OrderCore

package enum DomainProperty: String, ListProperty {
    case id
    case name
    case status
    case dateCreated = "date_created"
    case dcvMethod = "dcv_method"
    case search
    case containerID = "container_id"
    case organizationID = "organization_id"
    /// When the proof of control ends or ended.
    case validation

    package var form: ListForm {
        switch self {
        case .id, .containerID, .organizationID: .integer
        case .name, .search: .host
        case .status: .words(["active": ["1"], "inactive": ["0"]])
        case .dateCreated: .date
        case .dcvMethod: .words(Self.methods)
        case .validation: .words(Self.endWords)
        }
    }

    private static let methods: [String: [String]] = {
        var words = Dictionary(
            uniqueKeysWithValues: ControlMethod.allCases.map { ($0.rawValue, [$0.rawValue]) })
        words["http-token-static"] = [ControlMethod.httpDynamic.rawValue]
        return words
    }()

    /// Days from today to the end of the proof, for each word of the contract. One proof is good
    /// for OV and EV, so the words of both say the same; rules have shortened none.
    private static let ends: [String: ClosedRange<Int>] = {
        var ends: [String: ClosedRange<Int>] = [:]
        for type in ["ov", "ev"] {
            ends["\(type)_expired_in_last_7_days"] = ProofEnds.recentDays
            ends["\(type)_expiring_within_7_days"] = 0...7
            ends["\(type)_expiring_within_30_days"] = 0...30
            ends["\(type)_expiring_from_31_to_60_days"] = 31...60
            ends["\(type)_expiring_from_61_to_90_days"] = 61...90
        }
        return ends
    }()

    private static let endWords: [String: [String]] = {
        var words = Dictionary(uniqueKeysWithValues: ends.keys.map { ($0, [$0]) })
        words["shortened_by_industry_changes"] = []
        return words
    }()

    package var condition: String {
        switch self {
        case .id, .name, .containerID, .organizationID: "d.\(rawValue) {}"
        case .search: "d.name {}"
        case .status: "CAST(d.is_active AS TEXT) {}"
        case .dateCreated: "d.created_at {}"
        case .dcvMethod: "d.control_method {}"
        case .validation: "d.name {}"
        }
    }

    /// In whole days, as people count them.
    package func condition(for match: ListMatch) -> String {
        guard self == .validation, case .equals(.text(let word)) = match,
            let days = Self.ends[word]
        else { return condition }
        return """
            (d.proof_valid_until / 86400000 - CAST({now} AS BIGINT) / 86400000 \
            BETWEEN \(days.lowerBound) AND \(days.upperBound) AND '\(word)' {})
            """
    }

    package var order: String? {
        switch self {
        case .id, .name, .containerID: "d.\(rawValue)"
        case .organizationID: "d.organization_id {}"
        case .status: "d.is_active"
        case .dateCreated: "d.created_at"
        case .dcvMethod: "d.control_method"
        case .search, .validation: nil
        }
    }
}
