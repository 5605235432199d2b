/// A logo that keeps to SVG Tiny PS.
package enum SampleLogo {
    package static let svg = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" \
        viewBox="0 0 64 64"><title>Example</title><desc>A blue dot in a ring</desc>\
        <defs><linearGradient id="sky"><stop offset="0" stop-color="#06c"/>\
        <stop offset="1" stop-color="#09f"/></linearGradient></defs>\
        <circle cx="32" cy="32" r="20" fill="url(#sky)"/>\
        <path d="M2 32a30 30 0 1 0 60 0a30 30 0 1 0-60 0" fill="none" stroke="#333"/></svg>
        """
}
