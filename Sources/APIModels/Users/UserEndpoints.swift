extension EndpointCatalog {
    static let users: [Signature] = [
        Endpoint.listUsers.signature,
        Endpoint.showCurrentUser.signature,
        Endpoint.showUser.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == UserList {
    public static var listUsers: Self { Self(.get, "/user") }
}

extension Endpoint where Body == NoBody, Answer == UserDetails {
    public static var showCurrentUser: Self { Self(.get, "/user/me") }

    public static var showUser: Self { Self(.get, "/user/{user_id}") }
}
