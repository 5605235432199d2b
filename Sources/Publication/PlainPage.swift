import HTTPTypes
import Hummingbird

/// A page for people: no script, nothing from elsewhere, not to be kept or framed.
struct PlainPage {
    let title: String
    let content: HTML
    var status: HTTPResponse.Status = .ok

    static let stylePath = "/pages.css"

    var response: Response {
        let page: HTML = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
            <meta name="viewport" content="width=device-width">
            <link rel="stylesheet" href="\(Self.stylePath)"></head>
            <body><h1>\(title)</h1>
            \(content)
            </body></html>

            """
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy:
                    "default-src 'none'; style-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'",
                .xContentTypeOptions: "nosniff", .init("Referrer-Policy")!: "no-referrer",
            ],
            body: ResponseBody(byteBuffer: .init(string: page.text)))
    }

    /// How all of them look.
    static var style: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/css; charset=utf-8", .xContentTypeOptions: "nosniff",
                .cacheControl: "public, max-age=3600",
            ],
            body: ResponseBody(byteBuffer: .init(string: styleText)))
    }

    private static let styleText = """
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto;
          padding: 0 1rem; color: #1b1b1b; background: #fff; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        table { border-collapse: collapse; }
        th, td { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0;
          overflow-wrap: anywhere; }
        th { font-weight: 600; white-space: nowrap; }
        label { display: block; margin: .8rem 0 .2rem; }
        input, textarea, select, button { font: inherit; padding: .3rem .5rem; }
        input, textarea { width: 100%; box-sizing: border-box; }
        textarea.pem { font-family: monospace; height: 12rem; }
        button { margin-top: 1rem; }
        .said { border-left: .3rem solid #0a5c36; padding-left: .8rem; }
        .wrong { border-left: .3rem solid #8a1c1c; padding-left: .8rem; }

        """
}
