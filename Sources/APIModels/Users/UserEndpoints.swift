extension EndpointCatalog {
    static let users: [Operation] = [
        Endpoint.listUsers.operation,
        Endpoint.showCurrentUser.operation,
        Endpoint.showUser.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == UserList {
    public static var listUsers: Self { Self(.get, "/user", "List users") }
}

extension Endpoint where Body == NoBody, Answer == UserDetails {
    public static var showCurrentUser: Self { Self(.get, "/user/me", "Show the user of the key") }

    public static var showUser: Self { Self(.get, "/user/{user_id}", "Show a user") }
}
