import Crypto

@testable import Issuance

/// DER taken apart into a tree that a test can change anywhere and put together again.
struct DERTree {
    var tag: UInt8
    /// Of what holds no elements.
    var content: [UInt8] = []
    var children: [DERTree] = []

    var isConstructed: Bool { tag & 0x20 != 0 }

    init(_ tag: UInt8, _ content: [UInt8]) {
        self.tag = tag
        self.content = content
    }

    init(_ tag: UInt8, of children: [DERTree]) {
        self.tag = tag
        self.children = children
    }

    init(der: [UInt8]) throws {
        var reader = DERReader(der)
        self = try Self.read(&reader)
        try reader.finish()
    }

    private static func read(_ reader: inout DERReader) throws -> DERTree {
        let element = try reader.readAny()
        guard element.tag & 0x20 != 0 else {
            return DERTree(element.tag, Array(reader.octets(element.content)))
        }
        var inside = reader.inside(element)
        var children: [DERTree] = []
        while !inside.isAtEnd { children.append(try read(&inside)) }
        return DERTree(element.tag, of: children)
    }

    var der: [UInt8] {
        var writer = DERWriter()
        writer.append(tag, isConstructed ? children.flatMap(\.der) : content)
        return writer.octets
    }

    /// The element that a path of places leads to.
    subscript(path: Int...) -> DERTree {
        get { self[path[...]] }
        set { self[path[...]] = newValue }
    }

    private subscript(path: ArraySlice<Int>) -> DERTree {
        get { path.first.map { children[$0][path.dropFirst()] } ?? self }
        set {
            guard let place = path.first else { return self = newValue }
            children[place][path.dropFirst()] = newValue
        }
    }
}

/// The places of a certificate that mutations touch.
extension DERTree {
    static func text(_ text: String) -> DERTree {
        DERTree(LintedName.StringTag.utf8, Array(text.utf8))
    }

    static func oid(_ oid: OID) -> DERTree { DERTree(DERWriter.Tag.oid, oid.octets) }

    static func attribute(_ type: OID, _ value: DERTree) -> DERTree {
        DERTree(0x31, of: [DERTree(0x30, of: [.oid(type), value])])
    }

    static func host(_ name: String) -> DERTree { DERTree(0x82, Array(name.utf8)) }

    static func extension_(_ name: OID, isCritical: Bool = false, _ value: [UInt8]) -> DERTree {
        let flag = isCritical ? [DERTree(0x01, [0xFF])] : []
        return DERTree(0x30, of: [.oid(name)] + flag + [DERTree(0x04, value)])
    }

    /// Serial, algorithm, issuer, validity, subject and key are the second to seventh of these.
    var body: DERTree {
        get { self[0] }
        set { self[0] = newValue }
    }

    var extensions: [DERTree] {
        get { self[0, 7, 0].children }
        set { self[0, 7, 0].children = newValue }
    }

    mutating func remove(_ name: OID) {
        extensions.removeAll { $0[0].content == name.octets }
    }

    mutating func setCriticality(_ name: OID, _ isCritical: Bool) {
        for place in extensions.indices where extensions[place][0].content == name.octets {
            let value = extensions[place].children.last?.content ?? []
            extensions[place] = .extension_(name, isCritical: isCritical, value)
        }
    }

    /// The value of an extension, as a tree of its own.
    mutating func change(_ name: OID, _ change: (inout DERTree) -> Void) throws {
        for place in extensions.indices where extensions[place][0].content == name.octets {
            let last = extensions[place].children.count - 1
            var value = try DERTree(der: extensions[place][last].content)
            change(&value)
            extensions[place][last].content = value.der
        }
    }

    /// Other bits for the key, and the identifier that goes with them.
    mutating func setKey(_ spki: DERTree) throws {
        body[6] = spki
        let digest = SHA256.hash(data: spki[1].content.dropFirst())
        try change(.subjectKeyIdentifier) { $0.content = Array(digest.prefix(20)) }
    }
}
