extension Validity: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.years, years)
        members.add(.days, days)
        members.add(.customExpirationDate, customExpirationDate)
        members.end()
    }
}

extension OrderedProduct: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.nameID, nameID)
        members.add(.name, name)
        members.add(.type, type)
        members.add(.validationType, validationType)
        members.add(.validationName, validationName)
        members.add(.validationDescription, validationDescription)
        members.add(.csrRequired, csrRequired)
        members.end()
    }
}

extension OrderRequest: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.date, date)
        members.add(.type, type)
        members.add(.status, status)
        members.add(.comments, comments)
        members.end()
    }
}

extension OrderingKey: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.name, name)
        members.add(.keyType, keyType)
        members.end()
    }
}

extension OrderNote: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.text, text)
        members.end()
    }
}
