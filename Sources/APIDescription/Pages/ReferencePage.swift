import APIModels

/// The API for people to read: one page, in HTML and CSS alone.
struct ReferencePage {
    let operations: [OperationDescription]
    let book: SchemaBook
    let overview: Overview

    var html: String {
        get throws {
            var text = "<!doctype html>\n"
            try page.write(to: &text)
            return text + "\n"
        }
    }

    private var page: Markup {
        get throws {
            Markup(
                "html", [("lang", "en")],
                Markup(
                    "head", [],
                    Markup("meta", [("charset", "utf-8")]),
                    Markup(
                        "meta",
                        [
                            ("name", "viewport"),
                            ("content", "width=device-width, initial-scale=1"),
                        ]),
                    Markup("meta", [("name", "color-scheme"), ("content", "light dark")]),
                    Markup("title", [], "\(overview.title): the API"),
                    Markup("style", [], .text(PageStyle.text))),
                Markup("body", [], navigation, try content))
        }
    }

    private var areas: [(name: String, operations: [OperationDescription])] {
        var areas: [(name: String, operations: [OperationDescription])] = []
        for operation in operations {
            if areas.last?.name != operation.area { areas.append((operation.area, [])) }
            areas[areas.count - 1].operations.append(operation)
        }
        return areas
    }

    private static func anchor(_ area: String) -> String {
        "area-" + area.lowercased().filter { $0 != "'" }.replacing(" ", with: "-")
    }

    private var navigation: Markup {
        Markup(
            "nav", [("aria-label", "Operations")],
            Markup("a", [("href", "#top"), ("class", "home")], .text(overview.title)),
            .group(
                areas.map { area in
                    Markup(
                        "details", [],
                        Markup("summary", [], .text(area.name)),
                        Markup(
                            "ul", [],
                            all: area.operations.map { operation in
                                Markup(
                                    "li", [],
                                    .link("#\(operation.id)", .text(operation.operation.summary)))
                            }))
                }),
            .link("#objects", "Objects"))
    }

    private var content: Markup {
        get throws {
            let sections = try areas.map { area in
                Markup(
                    "section", [("id", Self.anchor(area.name))],
                    Markup("h2", [], .text(area.name)),
                    .group(
                        try area.operations.map {
                            try OperationSection(
                                operation: $0, book: book, origin: overview.origin
                            ).markup
                        }))
            }
            return Markup(
                "main", [("id", "top")], introduction, .group(sections), objects)
        }
    }

    private var introduction: Markup {
        Markup(
            "header", [],
            Markup("h1", [], "\(overview.title): the API"),
            .group(overview.notes.map { Markup("p", [], .prose($0)) }),
            Markup(
                "p", [], "For tools: ",
                .link("\(EndpointCatalog.root)/openapi.json", "the description in OpenAPI 3.1"),
                "."),
            Markup("h2", [], "Refusals"),
            Markup(
                "table", [],
                all: Failure.all.map { failure in
                    Markup(
                        "tr", [], Markup("th", [], .code("\(failure.status)")),
                        Markup("td", [], .text(failure.description)))
                }))
    }

    private var objects: Markup {
        Markup(
            "section", [("id", "objects")],
            Markup("h2", [], "Objects"),
            .group(
                book.objects.sorted { $0.key < $1.key }.map { name, members in
                    Markup(
                        "article", [("id", "object-\(name)")],
                        Markup("h3", [], .text(name)),
                        MemberTable(members: members).markup)
                }))
    }
}
