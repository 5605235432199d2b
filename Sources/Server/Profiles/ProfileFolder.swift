import Foundation
package import Issuance
package import Registration

/// The folder with an owner's profiles.
package struct ProfileFolder: Sendable {
    package static let filesMax = 200

    package let path: String
    /// Whether it need not be there.
    let isOptional: Bool

    /// The folder's name in a data folder.
    static let usualName = "profiles"

    /// Reads all its files, and puts them together with those that come with the program.
    package func book() throws -> ProfileBook { try ProfileBook(own: try files()) }

    /// The same with this file in it, in the place of one of its name.
    package func book(with file: ProfileFile) throws -> ProfileBook {
        try ProfileBook(own: try files(but: file.name) + [file])
    }

    /// One profile, whatever is wrong with others: the file of that name, or else the one that
    /// comes with the program. A file with nothing in it counts as none: a shell makes one before
    /// the command runs whose output it is to take.
    package func named(_ name: String) throws -> ProfileFile? {
        let path = "\(path)/\(name)\(ProfileReader.ending)"
        let shipped = ProfileBook.shipped.named(name)
        guard ProfileReader.isName(name),
            let content = FileManager.default.contents(atPath: path)
        else { return shipped }
        if let shipped, content.isEmpty { return shipped }
        return try Self.file(path)
    }

    /// The names of its profiles, endings included, whatever is in them.
    func names() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).filter(Self.isProfile)
            .sorted()
    }

    static func isProfile(_ name: String) -> Bool {
        name.hasSuffix(ProfileReader.ending)
            && ProfileReader.isName(String(name.dropLast(ProfileReader.ending.count)))
    }

    private func files(but left: String? = nil) throws -> [ProfileFile] {
        guard FileManager.default.fileExists(atPath: path) else {
            guard isOptional else {
                throw SettingsProblem(description: "profiles is \"\(path)\", which is not there")
            }
            return []
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        if let other = names.first(where: { $0.hasSuffix(".yml") || $0.hasSuffix(".json") }) {
            throw ProfileProblem(
                file: "\(path)/\(other)",
                problem: "is not read: the name of a profile ends in \(ProfileReader.ending)")
        }
        let own = names.filter { $0.hasSuffix(ProfileReader.ending) && !$0.hasPrefix(".") }
        guard own.count <= Self.filesMax else {
            throw SettingsProblem(
                description: "\(path) has \(own.count) profiles, at most \(Self.filesMax)")
        }
        return try own.filter { $0 != left.map { $0 + ProfileReader.ending } }.map {
            try Self.file("\(path)/\($0)")
        }
    }

    /// Reads one file, wherever it lies.
    package static func file(_ path: String) throws -> ProfileFile {
        let url = URL(filePath: path)
        let octets: Data
        do {
            let handle = try FileHandle(forReadingFrom: url)
            defer { try? handle.close() }  // it was only read
            octets = try handle.read(upToCount: ProfileReader.octetsMax + 1) ?? Data()
        } catch {
            throw ProfileProblem(file: path, problem: "cannot be read")
        }
        guard let text = String(validating: octets, as: UTF8.self) else {
            throw ProfileProblem(file: path, problem: "is not UTF-8")
        }
        let name = url.lastPathComponent
        guard name.hasSuffix(ProfileReader.ending) else {
            throw ProfileProblem(file: path, problem: "has to end in \(ProfileReader.ending)")
        }
        return try ProfileReader.read(
            text, name: String(name.dropLast(ProfileReader.ending.count)), path: path)
    }
}
