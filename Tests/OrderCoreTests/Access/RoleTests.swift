import OrderCore
import Testing

@Suite struct RoleTests {
    /// A row a right; columns: the roles of users 1 to 5, then those of keys 0, 100 to 103.
    static let golden = """
        viewSelf            1 1 1 1 1  1 1 1 1 1
        viewOrders          1 1 1 1 1  1 1 1 1 0
        placeOrders         1 1 1 1 1  1 1 1 0 0
        decideRequests      1 0 0 1 0  1 1 1 0 0
        viewProducts        1 1 1 1 1  1 1 1 1 0
        viewContainers      1 1 1 1 1  1 1 1 1 1
        createContainers    1 0 0 0 0  1 0 0 0 0
        viewOrganizations   1 1 1 1 1  1 0 1 1 0
        createOrganizations 1 0 0 1 0  1 0 1 0 0
        deleteOrganizations 1 0 0 0 0  1 0 1 0 0
        viewDomains         1 1 1 1 1  1 0 1 1 0
        addDomains          1 0 0 1 0  1 0 1 0 0
        viewUsers           1 0 0 1 0  1 0 0 1 1
        manageUsers         1 0 0 1 0  1 0 0 0 1
        viewAccount         1 0 1 1 0  1 0 0 1 0
        manageAccount       1 0 0 0 0  1 0 0 0 0
        viewCustomFields    1 1 1 1 1  1 1 1 1 0
        manageCustomFields  1 0 0 0 0  1 0 0 0 0
        viewSubaccounts     1 0 0 0 0  1 0 0 1 0
        createSubaccounts   1 0 0 0 0  1 0 0 0 0
        viewFinances        1 0 1 1 0  1 0 0 1 0
        manageFinances      1 0 1 1 0  1 0 0 0 0
        createKeys          1 0 0 1 0  1 0 0 0 0
        viewAuditLog        1 0 0 0 0  1 0 0 1 0
        """

    @Test("each role of a user or a key holds the rights of the table")
    func table() {
        let rows = Right.allCases.map { right in
            [right.rawValue] + Role.allCases.map { $0.rights.contains(right) ? "1" : "0" }
                + KeyRole.allCases.map { $0.rights.contains(right) ? "1" : "0" }
        }
        let kept = Self.golden.split(separator: "\n").map { line in
            line.split(separator: " ").map(String.init)
        }
        #expect(rows == kept)
    }

    @Test("a caller may what both its user and its key may")
    func both() {
        for role in Role.allCases {
            for keyRole in KeyRole.allCases {
                let rights = Set(Right.allCases.filter(Caller.sample(role, keyRole).may))
                #expect(rights == role.rights.intersection(keyRole.rights))
            }
        }
    }

    @Test("without a key, the user's own rights count", arguments: Role.allCases)
    func noKey(role: Role) {
        #expect(Set(Right.allCases.filter(Caller.sample(role, nil).may)) == role.rights)
    }

    @Test("a key for viewing changes nothing")
    func viewing() {
        #expect(KeyRole.viewOnly.rights.filter { !$0.isReading } == [])
    }

    @Test("a caller covers users that may do and see no more than itself")
    func cover() {
        func user(_ role: Role, _ assignments: [ID<Container>]) -> User {
            Caller.sample(role, nil, assignments: assignments).user
        }
        let manager = Caller.sample(.manager, .unrestricted)
        #expect(manager.covers(user(.manager, [])))
        #expect(manager.covers(user(.limitedUser, [4])))
        #expect(!manager.covers(user(.administrator, [])))
        let confined = Caller.sample(.administrator, .unrestricted, assignments: [4, 5])
        #expect(confined.covers(user(.administrator, [5])))
        #expect(!confined.covers(user(.limitedUser, [])))
        #expect(!confined.covers(user(.limitedUser, [5, 6])))
    }

    @Test("administrators and managers approve; limited users see only their own orders")
    func particulars() {
        #expect(Role.allCases.filter(\.approves) == [.administrator, .manager])
        #expect(Role.allCases.filter(\.seesOwnOrdersOnly) == [.limitedUser])
    }
}
