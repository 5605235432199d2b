extension OrderCertificate: SelfWriting {
    func write(to buffer: WireBuffer) throws {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.thumbprint, thumbprint)
        members.add(.serialNumber, serialNumber)
        members.add(.status, status)
        members.add(.commonName, commonName)
        members.add(.dnsNames, dnsNames)
        members.add(.emails, emails)
        try members.add(.certificateValidity, certificateValidity)
        members.add(.dateCreated, dateCreated)
        members.add(.dateIssued, dateIssued)
        members.add(.validFrom, validFrom)
        members.add(.validTill, validTill)
        members.add(.daysRemaining, daysRemaining)
        members.add(.csr, csr)
        try members.add(.organization, organization)
        members.add(.organizationUnits, organizationUnits)
        try members.add(.serverPlatform, serverPlatform)
        members.add(.signatureHash, signatureHash)
        members.add(.keySize, keySize)
        try members.add(.caCertificate, caCertificate)
        members.add(.caCertificateID, caCertificateID)
        members.add(.userID, userID)
        members.add(.profileOption, profileOption)
        members.end()
    }
}

extension ServerPlatform: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.name, name)
        members.add(.installURL, installURL)
        members.add(.csrURL, csrURL)
        members.end()
    }
}

extension CAReference: SelfWriting {
    func write(to buffer: WireBuffer) {
        let members = ObjectWriter<CodingKeys>(buffer)
        members.add(.id, id)
        members.add(.name, name)
        members.end()
    }
}
