import Foundation

/// Reads a logo's XML from end to end and stops at the first thing the profile has not.
struct LogoReader {
    private var path: [String] = []
    /// What each prefix stands for, by the depth at which it was said.
    private var spaces: [[String: String]] = [[:]]
    private var title: String?
    private var isOver = false

    /// The title of a picture that keeps to SVG Tiny PS.
    static func title(of svg: [UInt8]) throws(LogoProblem) -> String {
        var scanner = try XMLScanner(svg)
        var reader = LogoReader()
        while let token = try scanner.next() { try reader.read(token) }
        guard reader.isOver else { throw .notXML }
        guard let title = reader.title?.trimmingCharacters(in: .whitespacesAndNewlines),
            !title.isEmpty
        else { throw .noTitle }
        guard title.count <= Logo.titleCharactersMax else { throw .titleTooLong }
        return title
    }

    private mutating func read(_ token: XMLScanner.Token) throws(LogoProblem) {
        switch token {
        case .start(let name, let attributes, let isEmpty):
            try start(name, attributes)
            if isEmpty { try end(name) }
        case .end(let name): try end(name)
        case .text(let text):
            if path.isEmpty, text.contains(where: { !$0.isWhitespace }) { throw .notXML }
            if path == ["svg", "title"] { title?.append(text) }
        }
    }

    private mutating func start(
        _ qualified: String, _ attributes: [XMLScanner.Attribute]
    ) throws(LogoProblem) {
        guard !isOver else { throw .notXML }
        guard path.count < Logo.depthMax else { throw .tooDeep }
        var known = spaces[spaces.count - 1]
        for attribute in attributes {
            if attribute.name == "xmlns" { known[""] = attribute.value }
            if attribute.name.hasPrefix("xmlns:") {
                known[String(attribute.name.dropFirst(6))] = attribute.value
            }
        }
        let parts = qualified.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.last else { throw .notXML }
        let isSVG = known[parts.count == 2 ? parts[0] : ""] == Self.namespace
        if path.isEmpty {
            guard name == "svg", isSVG else { throw .notSVG }
            let profile = Dictionary(attributes.map { ($0.name, $0.value) }) { $1 }
            guard profile["version"] == "1.2", profile["baseProfile"] == "tiny-ps" else {
                throw .wrongProfile
            }
        }
        guard Self.elements.contains(name), isSVG, path.isEmpty || name != "svg" else {
            throw .elementNotAllowed(name)
        }
        if let found = Self.problem(attributes, of: name) { throw found }
        path.append(name)
        spaces.append(known)
        if path == ["svg", "title"], title == nil { title = "" }
    }

    private mutating func end(_ qualified: String) throws(LogoProblem) {
        guard let name = qualified.split(separator: ":", maxSplits: 1).last,
            path.popLast() == String(name)
        else { throw .notXML }
        spaces.removeLast()
        isOver = path.isEmpty
    }

    private static let namespace = "http://www.w3.org/2000/svg"

    /// The elements of SVG Tiny PS.
    private static let elements: Set<String> = [
        "svg", "title", "desc", "metadata", "defs", "g", "use", "path", "rect", "circle",
        "ellipse", "line", "polyline", "polygon", "text", "tspan", "textArea", "tbreak",
        "linearGradient", "radialGradient", "stop", "solidColor",
    ]

    private static func problem(
        _ attributes: [XMLScanner.Attribute], of element: String
    ) -> LogoProblem? {
        for attribute in attributes {
            let (name, value) = (attribute.name, attribute.value)
            if name == "xmlns" || name.hasPrefix("xmlns:") { continue }
            let local = name.split(separator: ":").last.map { $0.lowercased() } ?? name
            let isRoot = element == "svg"
            if local.hasPrefix("on") || local == "style" || local == "class" || local == "base"
                || (isRoot && (local == "x" || local == "y"))
            {
                return .attributeNotAllowed(name, element: element)
            }
            if local == "href", !value.hasPrefix("#") { return .externalReference(value) }
            if let found = externalReference(in: value) { return .externalReference(found) }
        }
        return nil
    }

    /// What `url(…)` or a scheme that runs something refers to outside the picture.
    private static func externalReference(in value: String) -> String? {
        let text = value.lowercased().filter { !$0.isWhitespace }
        for scheme in ["javascript:", "data:", "vbscript:"] where text.contains(scheme) {
            return value
        }
        var rest = text[...]
        while let start = rest.range(of: "url(") {
            rest = rest[start.upperBound...]
            let target = rest.drop { $0 == "'" || $0 == "\"" }
            if !target.hasPrefix("#") { return value }
        }
        return nil
    }
}
