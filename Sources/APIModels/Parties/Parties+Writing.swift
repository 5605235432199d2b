extension OrderOrganization: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.name, name)
        members.add(.assumedName, assumedName)
        members.add(.displayName, displayName)
        members.add(.isActive, isActive)
        members.add(.city, city)
        members.add(.state, state)
        members.add(.country, country)
        members.add(.telephone, telephone)
        members.end()
    }
}

extension Contact: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.firstName, firstName)
        members.add(.lastName, lastName)
        members.add(.email, email)
        members.add(.jobTitle, jobTitle)
        members.add(.telephone, telephone)
        members.add(.telephoneExtension, telephoneExtension)
        members.end()
    }
}

extension Person: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.firstName, firstName)
        members.add(.lastName, lastName)
        members.add(.email, email)
        members.add(.jobTitle, jobTitle)
        members.add(.telephone, telephone)
        members.end()
    }
}

extension ContainerSummary: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.parentID, parentID)
        members.add(.name, name)
        members.add(.isActive, isActive)
        members.end()
    }
}
