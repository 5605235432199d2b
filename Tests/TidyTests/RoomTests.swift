import Testing

/// The rooms of the house and who may look into which: arrows point down only.
///
/// The compiler lets a target import whatever happens to be built; this does not. A new target gets
/// a line here and in `Package.swift`.
@Suite struct RoomTests {
    /// From the top down: what each room may import of the others.
    static let rooms: [String: Set<String>] = [
        "chancery": [
            "Issuance", "OrderCore", "Registration", "Server", "Storage", "Transparency",
        ],
        "Server": [
            "APIModels", "DomainControl", "Issuance", "OrderCore", "PKCS11Driver",
            "PostgresDriver", "Publication", "Registration",
            "SQLiteDriver", "ServicesAPI", "Storage", "Transparency", "Web",
        ],
        "ServicesAPI": [
            "APIDescription", "APIModels", "Issuance", "OrderCore", "Registration", "Storage",
            "Web",
        ],
        "Publication": ["Issuance", "OrderCore", "Registration", "Storage", "Web"],
        "Web": ["APIModels", "OrderCore", "Registration"],
        "Registration": ["DomainControl", "Issuance", "OrderCore", "Storage", "Transparency"],
        "PKCS11Driver": ["Issuance"],
        "PostgresDriver": ["Storage"],
        "SQLiteDriver": ["Storage"],
        "Storage": ["OrderCore"],
        "DomainControl": ["OrderCore"],
        "Transparency": ["Issuance"],
        "Issuance": [],
        "OrderCore": [],
        "APIDescription": ["APIModels"],
        "APIModels": [],
        "TestKit": [
            "DomainControl", "Issuance", "OrderCore", "PostgresDriver", "Registration",
            "SQLiteDriver", "Storage", "Transparency",
        ],
    ]

    /// Rooms that are built and tested without any dependency.
    static let pureRooms: Set<String> = ["APIModels", "OrderCore"]

    /// Who may see the libraries that shape what touches them.
    static let libraries: [String: Set<String>] = [
        "ArgumentParser": ["chancery"],
        "AsyncHTTPClient": ["DomainControl", "Transparency"],
        "CAres": ["DomainControl"],
        "CTaskHook": ["Server"],
        "CExchange": ["Issuance"],
        "CMemory": ["Storage"],
        "CLibPQ": ["PostgresDriver"],
        "CP11Kit": ["PKCS11Driver"],
        "Crypto": ["Issuance", "Registration", "Server", "Storage", "TestKit", "Web"],
        "CryptoExtras": ["Issuance", "TestKit"],
        "GRDB": ["SQLiteDriver"],
        "GRDBSQLite": ["SQLiteDriver"],
        "Hummingbird": ["chancery", "Publication", "Server", "ServicesAPI", "TestKit", "Web"],
        "SwiftASN1": ["Issuance"],
        "Testing": ["TestKit"],
        "X509": ["Issuance"],
        "Yams": ["Issuance"],
    ]

    /// Rooms whose declarations are for everyone.
    static let publicRooms: Set<String> = ["APIClient", "APIModels"]

    @Test("every room is drawn")
    func drawn() throws {
        let there = Set(try SourceTree.package.get().sources.compactMap(\.target))
        #expect(there == Set(Self.rooms.keys))
    }

    @Test("arrows point down only")
    func arrows() throws {
        expectNone(
            try imports { room, module in
                Self.rooms[module] != nil && Self.rooms[room]?.contains(module) != true
            })
    }

    @Test("no room can see itself through another")
    func layers() {
        for room in Self.rooms.keys {
            var below = Self.rooms[room, default: []]
            for _ in Self.rooms { below.formUnion(below.flatMap { Self.rooms[$0, default: []] }) }
            #expect(!below.contains(room), "\(room) is above itself")
        }
    }

    @Test("the pure rooms import nothing but Foundation")
    func purity() throws {
        expectNone(
            try imports { room, module in Self.pureRooms.contains(room) && module != "Foundation" })
    }

    @Test("a library stays in the rooms that are for it")
    func libraries() throws {
        expectNone(
            try imports { room, module in Self.libraries[module]?.contains(room) == false })
    }

    @Test("only the wire and its client are public")
    func publicity() throws {
        let sources = try SourceTree.package.get().sources.filter {
            !Self.publicRooms.contains($0.target ?? "")
        }
        expectNone(
            sources.flatMap { $0.findings("is public; package is enough", where: \.isPublic) })
    }

    private func imports(
        where isStray: (_ room: String, _ module: String) -> Bool
    ) throws -> [Finding] {
        try SourceTree.package.get().sources.flatMap { file in
            file.lines.compactMap { line -> Finding? in
                guard let room = file.target, let module = line.importedModule,
                    isStray(room, module)
                else { return nil }
                return Finding(
                    path: file.path, line: line.number, message: "\(room) imports \(module)")
            }
        }
    }
}

extension SwiftFile.Line {
    /// Whether something is declared or imported as public here; a label of that name is not.
    fileprivate var isPublic: Bool {
        let words = code.split { $0.isWhitespace }
        return zip(words, words.dropFirst()).contains { word, next in
            word == "public" && next.allSatisfy { $0.isLetter || "()_".contains($0) }
        }
    }
}
