/// The objects that bodies and answers consist of, each by the name of its type.
///
/// A schema is found out by having the type decode itself from a decoder that hands out samples and
/// notes what it was asked for. So it cannot differ from what is read; that it does not differ from
/// what is written, the tests see to.
package final class SchemaBook {
    package private(set) var objects: [String: [Schema.Member]] = [:]

    private let limits: [String: Int]

    /// - Parameter limits: of how many characters members may be, by type and name: `AddNote.text`.
    package init(limits: [String: Int] = [:]) {
        self.limits = limits
    }

    package func schema(of type: any Decodable.Type) -> Schema {
        if let leaf = type as? any SchemaLeaf.Type { return leaf.schema(in: self) }
        let name = "\(type)"
        if objects[name] == nil {
            // There, if it is asked for again on the way down.
            objects[name] = []
            let recorder = SchemaRecorder(book: self)
            do {
                _ = try type.init(from: recorder)
            } catch {
                preconditionFailure("\(name) does not decode from samples: \(error)")
            }
            objects[name] = demanding(type, recorder.members).map { member in
                guard let max = limits["\(name).\(member.name)"] else { return member }
                return Schema.Member(
                    member.name, member.schema.limited(to: max), isRequired: member.isRequired,
                    note: member.note)
            }
        }
        return .object(name)
    }

    /// Members of bodies may all be left out as far as the types go; rules ask for some of them.
    private func demanding(
        _ type: any Decodable.Type, _ members: [Schema.Member]
    ) -> [Schema.Member] {
        guard let demands = (type as? any Demanding.Type)?.demands else { return members }
        precondition(
            demands.allSatisfy { name in members.contains { $0.name == name } },
            "\(type) demands what it has not")
        return members.map { member in
            Schema.Member(
                member.name, member.schema,
                isRequired: member.isRequired || demands.contains(member.name))
        }
    }
}
