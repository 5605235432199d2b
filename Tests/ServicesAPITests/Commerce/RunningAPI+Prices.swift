import OrderCore
import Registration
import Storage
import TestKit

extension RunningAPI {
    /// Has orders for several names cost something, and each name in them, and pays something in.
    func setPriceOfNames() async throws {
        try await installation.registry.database.write { tx in
            let account = try tx.rootAccount()!.id
            try tx.set(
                Price(
                    product: ProductCatalog.product("ssl_multi_domain")!, years: 1,
                    cost: Money(cents: 29_950), name: Money(cents: 2_000),
                    wildcard: Money(cents: 10_000)), of: account)
            try tx.changeBalance(
                of: account, by: Money(cents: 100_000), for: .deposit, at: StoppedClock.noon)
        }
    }
}
