/// Filters that mean one and the same row of another table where more than one of them is given:
/// a custom field, and what was filled in there.
package struct JointFilters<Property: ListProperty>: Sendable {
    /// With `{}` where the conditions on the row go.
    let condition: String
    /// The columns of the row.
    let columns: [Property: String]

    /// Those that have to hold for one row; none where one property is asked for alone.
    func parts(
        of filters: [ListQuery<Property>.Filter]
    ) -> [ListQuery<Property>.Filter] {
        let parts = filters.filter { columns[$0.property] != nil }
        return Set(parts.map(\.property)).count > 1 ? parts : []
    }
}

extension Conditions {
    /// All filters of a query.
    mutating func add<Property>(_ query: ListQuery<Property>) {
        let joint = Property.joint
        let parts = joint?.parts(of: query.filters) ?? []
        if let joint, !parts.isEmpty {
            let row = parts.map { alternatives($0.matches, joint.columns[$0.property] ?? "") }
            add(term: joint.condition.replacing("{}", with: row.joined(separator: " AND ")))
        }
        for filter in query.filters
        where parts.isEmpty || joint?.columns[filter.property] == nil {
            add(filter, now: query.now)
        }
    }
}
