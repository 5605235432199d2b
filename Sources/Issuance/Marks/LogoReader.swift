import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a logo's XML from end to end and stops at the first thing the profile has not.
final class LogoReader: NSObject, XMLParserDelegate {
    private var problem: LogoProblem?
    private var path: [String] = []
    private var title: String?

    /// The title of a picture that keeps to SVG Tiny PS.
    static func title(of svg: [UInt8]) throws(LogoProblem) -> String {
        let text = String(decoding: svg, as: UTF8.self)
        // Before any parser sees it: entities are how small files become large.
        guard !text.contains("<!DOCTYPE"), !text.contains("<!ENTITY") else { throw .hasDoctype }
        let reader = LogoReader()
        let parser = XMLParser(data: Data(svg))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        let isRead = parser.parse()
        if let problem = reader.problem { throw problem }
        guard isRead else { throw .notXML }
        guard let title = reader.title?.trimmingCharacters(in: .whitespacesAndNewlines),
            !title.isEmpty
        else { throw .noTitle }
        guard title.count <= Logo.titleCharactersMax else { throw .titleTooLong }
        return title
    }

    private func refuse(_ found: LogoProblem, _ parser: XMLParser) {
        if problem == nil { problem = found }
        parser.abortParsing()
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let name = elementName
        if path.isEmpty {
            guard name == "svg", namespaceURI == Self.namespace else {
                return refuse(.notSVG, parser)
            }
            guard attributes["version"] == "1.2", attributes["baseProfile"] == "tiny-ps" else {
                return refuse(.wrongProfile, parser)
            }
        }
        guard Self.elements.contains(name), namespaceURI == Self.namespace,
            path.isEmpty || name != "svg"
        else { return refuse(.elementNotAllowed(name), parser) }
        if let found = Self.problem(attributes, of: name) { return refuse(found, parser) }
        path.append(name)
        if path.count > Logo.depthMax { return refuse(.tooDeep, parser) }
        if path == ["svg", "title"], title == nil { title = "" }
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if path == ["svg", "title"] { title?.append(string) }
    }

    func parser(
        _ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?
    ) {
        refuse(.elementNotAllowed("?\(target)"), parser)
    }

    private static let namespace = "http://www.w3.org/2000/svg"

    /// The elements of SVG Tiny PS.
    private static let elements: Set<String> = [
        "svg", "title", "desc", "metadata", "defs", "g", "use", "path", "rect", "circle",
        "ellipse", "line", "polyline", "polygon", "text", "tspan", "textArea", "tbreak",
        "linearGradient", "radialGradient", "stop", "solidColor",
    ]

    private static func problem(_ attributes: [String: String], of element: String) -> LogoProblem?
    {
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
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
