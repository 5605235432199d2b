import Foundation
import OrderCore
import Testing

private let noon = Date(timeIntervalSince1970: 1_767_614_400)

@Suite struct VoucherTests {
    private static let product = ProductCatalog.product("ssl_multi_domain")!

    private static func voucher(_ state: Voucher.State = .active) -> Voucher {
        Voucher(
            id: 1, accountID: 1, code: "CODE", product: product,
            names: PurchasedNames(dns: 2, wildcard: 0), length: .years(1), state: state,
            expiresAt: noon.addingTimeInterval(100))
    }

    @Test("it pays for its product, its names and its time, or less of them")
    func good() throws {
        try Self.voucher().check(
            Self.product, names: PurchasedNames(dns: 2, wildcard: 0), length: .years(1), at: noon)
        try Self.voucher().check(
            Self.product, names: PurchasedNames(dns: 0, wildcard: 0), length: .days(30), at: noon)
    }

    @Test("it pays for nothing else")
    func refusals() {
        let none = PurchasedNames(dns: 0, wildcard: 0)
        let other = ProductCatalog.product("ssl_plus")!
        func problem(
            _ voucher: Voucher = Self.voucher(), _ product: Product = Self.product,
            _ names: PurchasedNames = none, _ length: OrderLength = .years(1), at now: Date = noon
        ) -> Voucher.Problem? {
            do {
                try voucher.check(product, names: names, length: length, at: now)
                return nil
            } catch {
                return error
            }
        }
        #expect(problem(Self.voucher(.used(7))) == .notActive(.used(7)))
        #expect(problem(Self.voucher(.canceled)) == .notActive(.canceled))
        #expect(problem(at: noon.addingTimeInterval(100)) == .expired)
        #expect(problem(Self.voucher(), other) == .otherProduct(Self.product))
        #expect(
            problem(Self.voucher(), Self.product, PurchasedNames(dns: 3, wildcard: 0))
                == .tooManyNames(PurchasedNames(dns: 2, wildcard: 0)))
        #expect(
            problem(Self.voucher(), Self.product, PurchasedNames(dns: 0, wildcard: 1))
                == .tooManyNames(PurchasedNames(dns: 2, wildcard: 0)))
        #expect(problem(Self.voucher(), Self.product, none, .years(2)) == .tooLong(.years(1)))
    }

    @Test("units can be taken back within 30 days while none is spent")
    func units() {
        func order(spent: Int = 0, isCanceled: Bool = false) -> UnitOrder {
            UnitOrder(
                id: 1, accountID: 1, unitAccountID: 2, unitAccountName: "Child", notes: nil,
                bundle: [
                    .init(product: Self.product, units: 5, spent: spent, cost: .zero)
                ], cost: .zero, isCanceled: isCanceled, createdAt: noon,
                expiresAt: noon.addingTimeInterval(365 * 86_400))
        }
        #expect(order().canCancel(at: noon.addingTimeInterval(30 * 86_400)))
        #expect(!order().canCancel(at: noon.addingTimeInterval(30 * 86_400 + 1)))
        #expect(!order(spent: 1).canCancel(at: noon))
        #expect(!order(isCanceled: true).canCancel(at: noon))
    }
}
