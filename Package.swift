// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The pure rooms build without any dependency: `script/test --core` sets this.
let isCoreOnly = ProcessInfo.processInfo.environment["CHANCERY_CORE"] == "1"

/// The one test target to build, while working on it: `swift test --filter` builds all of them.
let onlyTests = ProcessInfo.processInfo.environment["CHANCERY_TESTS"]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
    name: "AsyncHTTPClient", package: "async-http-client")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let pureTargets: [Target] = [
    .target(
        name: "APIDescription", dependencies: ["APIModels"],
        resources: [.embedInCode("Examples"), .embedInCode("Orders")]),
    .target(name: "APIModels"),
    .target(name: "OrderCore"),
    .testTarget(
        name: "APIModelsTests", dependencies: ["APIModels"], resources: [.copy("Fixtures")]),
    .testTarget(name: "OrderCoreTests", dependencies: ["OrderCore"]),
    .testTarget(name: "TidyTests"),
]

let shellTargets: [Target] = [
    .systemLibrary(
        name: "CAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),
    .systemLibrary(name: "CExchange"),
    .systemLibrary(name: "CMemory"),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
        name: "CP11Kit", pkgConfig: "p11-kit-1", providers: [.apt(["libp11-kit-dev"])]),
    .target(name: "CSQLiteSetup", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CTaskHook"),
    .executableTarget(
        name: "answering-rate", dependencies: ["Issuance", "Registration", "Server"],
        path: "Benchmarks/Sources/answering-rate"),
    .executableTarget(
        name: "chancery",
        dependencies: [
            "Issuance", "OrderCore", "Registration", "Server", "Storage", "Transparency",
            argumentParser, hummingbird, logging,
        ]),
    .target(
        name: "DomainControl",
        dependencies: ["CAres", "OrderCore", asyncHTTPClient, nio, nioHTTP1, nioPosix, nioSSL]),
    .target(
        name: "Issuance", dependencies: ["CExchange", asn1, crypto, cryptoExtras, x509, yams],
        resources: [.embedInCode("Profiles/Shipped")]),
    .target(name: "PKCS11Driver", dependencies: ["CP11Kit", "Issuance"]),
    .target(name: "PostgresDriver", dependencies: ["CLibPQ", "Storage"]),
    .target(
        name: "Publication",
        dependencies: [
            "Issuance", "OrderCore", "Registration", "Storage", "Web", httpTypes, hummingbird,
            logging,
            nio,
        ]),
    .target(
        name: "Registration",
        dependencies: [
            "DomainControl", "Issuance", "OrderCore", "Storage", "Transparency", crypto, logging,
        ]),
    .target(
        name: "Server",
        dependencies: [
            "APIModels", "CTaskHook", "DomainControl", "Issuance", "OrderCore", "PKCS11Driver",
            "PostgresDriver", "Publication", "Registration", "SQLiteDriver", "ServicesAPI",
            "Storage", "Transparency", "Web",
            configuration, crypto, hummingbird, hummingbirdCore, hummingbirdHTTP2, hummingbirdTLS,
            lifecycle, logging, nio, nioHTTP1, nioPosix, nioSSL, system,
        ]),
    .target(
        name: "ServicesAPI",
        dependencies: [
            "APIDescription", "APIModels", "Issuance", "OrderCore", "Registration", "Storage",
            "Web", httpTypes, hummingbird,
        ]),
    .target(name: "SQLiteDriver", dependencies: ["CSQLiteSetup", "Storage", grdb, grdbSQLite]),
    .target(name: "Storage", dependencies: ["CMemory", "OrderCore", crypto]),
    .target(
        name: "TestKit",
        dependencies: [
            "DomainControl", "Issuance", "OrderCore", "PostgresDriver", "Registration",
            "SQLiteDriver", "Storage", "Transparency",
            crypto, cryptoExtras, hummingbird, logging, nio, nioPosix, nioSSL,
        ]),
    .target(
        name: "Transparency",
        dependencies: ["Issuance", asyncHTTPClient, nio, nioHTTP1, nioPosix]),
    .target(
        name: "Web",
        dependencies: [
            "APIModels", "OrderCore", "Registration", crypto, hummingbird, httpTypes, logging, nio,
        ]),
    .executableTarget(
        name: "signing-rate", dependencies: ["Issuance"],
        path: "Benchmarks/Sources/signing-rate"),
    .testTarget(
        name: "DomainControlTests", dependencies: ["DomainControl", "OrderCore", "TestKit"]),
    .testTarget(name: "IssuanceTests", dependencies: ["Issuance", "TestKit", crypto]),
    .testTarget(
        name: "PKCS11DriverTests", dependencies: ["Issuance", "PKCS11Driver", "TestKit"]),
    .testTarget(
        name: "RegistrationTests",
        dependencies: [
            "DomainControl", "Issuance", "OrderCore", "Registration", "SQLiteDriver", "Storage",
            "TestKit", "Transparency", logging,
        ],
        exclude: ["Profiles/profiles.txt"]),
    .testTarget(
        name: "ServerTests",
        dependencies: [
            "Issuance", "OrderCore", "Registration", "Server", "Storage", "TestKit",
            "Transparency", logging, nio, nioEmbedded, nioHTTP1,
        ]),
    .testTarget(
        name: "ServicesAPITests",
        dependencies: [
            "APIDescription", "APIModels", "DomainControl", "Issuance", "OrderCore", "Registration",
            "Server", "ServicesAPI", "Storage", "TestKit", "Transparency", "Web", crypto, httpTypes,
            hummingbird, hummingbirdTesting, logging, nio, nioEmbedded, nioHTTP1,
        ],
        exclude: ["Transcripts"]),
    .testTarget(
        name: "StorageTests",
        dependencies: ["OrderCore", "PostgresDriver", "SQLiteDriver", "Storage", "TestKit"],
        exclude: ["Schema/Upgrades", "Schema/schema.postgres.sql", "Schema/schema.sqlite.sql"]),
    .testTarget(
        name: "TransparencyTests",
        dependencies: ["Issuance", "TestKit", "Transparency", asyncHTTPClient, nio]),
]

let package = Package(
    name: "chancery",
    platforms: [.macOS(.v15)],
    products: isCoreOnly
        ? []
        : [
            .executable(name: "chancery", targets: ["chancery"]),
            .library(name: "APIModels", targets: ["APIModels"]),
        ],
    dependencies: isCoreOnly
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
            .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.0"),
            .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.0"),
            .package(
                url: "https://github.com/apple/swift-configuration.git", from: "1.4.0",
                traits: ["YAML"]),
            .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
            .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
            .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
            .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
            .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
            .package(url: "https://github.com/apple/swift-system.git", from: "1.8.0"),
            .package(
                url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
            .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
            .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
            .package(
                url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        ],
    targets: (isCoreOnly ? pureTargets : pureTargets + shellTargets).filter { target in
        onlyTests == nil || target.type != .test || target.name == onlyTests
    }
)

/// Swift's settings are not for them.
let targetsInC: Set = ["CSQLiteSetup", "CTaskHook"]

for target in package.targets where target.type != .system && !targetsInC.contains(target.name) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
