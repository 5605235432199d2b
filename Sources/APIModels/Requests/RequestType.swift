/// What a request asks for.
public enum RequestType: String, CaseIterable, Sendable {
    case newRequest = "new_request"
    case reissue
    case duplicate
    case revoke
}
