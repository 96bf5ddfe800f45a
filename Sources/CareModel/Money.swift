/// An exact amount of US dollars, held as a whole number of cents.
///
/// Whatever a patient, a plan or a provider pays is a `Money`. A factor that is published
/// with more decimals, such as a conversion factor, keeps its own type and becomes `Money`
/// in one rounding step that names its rule.
///
/// ```swift
/// let visit = Money(cents: 118_40)
/// let copay = Money(cents: 25_00)
/// (visit - copay).description  // "$93.40"
/// ```
public struct Money: Hashable, Sendable {
    /// The amount in cents, negative for a refund.
    public let cents: Int

    /// Creates an amount from a whole number of cents.
    @inlinable
    public init(cents: Int) {
        self.cents = cents
    }

    /// No money at all; never a stand-in for an amount that is not known.
    @inlinable public static var zero: Money { Money(cents: 0) }

    /// The largest amount that a document may hold: $9,999,999.99.
    ///
    /// With at most ``DocumentLimits/units`` units, ``DocumentLimits/servicesInVisit`` services
    /// and ``DocumentLimits/visits`` visits, the largest total of a quote is far below the
    /// largest `Int`, so sums of amounts cannot overflow.
    public static let largestStated = Money(cents: 999_999_999)
}

extension Money {
    /// Adds two amounts.
    @inlinable
    public static func + (left: Money, right: Money) -> Money {
        Money(cents: left.cents + right.cents)
    }

    /// Takes the second amount from the first.
    @inlinable
    public static func - (left: Money, right: Money) -> Money {
        Money(cents: left.cents - right.cents)
    }

    /// The same amount owed instead of due, or the other way round.
    public static prefix func - (amount: Money) -> Money {
        Money(cents: -amount.cents)
    }

    /// The price of several units.
    public static func * (amount: Money, units: Int) -> Money {
        Money(cents: amount.cents * units)
    }

    /// Adds an amount in place.
    public static func += (left: inout Money, right: Money) {
        left = left + right
    }

    /// Takes an amount away in place.
    public static func -= (left: inout Money, right: Money) {
        left = left - right
    }
}

extension Money: Comparable {
    /// Whether the first amount is the smaller.
    @inlinable
    public static func < (left: Money, right: Money) -> Bool {
        left.cents < right.cents
    }
}

extension Money: CustomStringConvertible {
    /// The amount as a person writes it: `$1,093.40`, `-$5.00`.
    public var description: String {
        let sign = cents < 0 ? "-" : ""
        return sign + "$" + Money(cents: abs(cents)).groupedText
    }
}

extension Sequence<Money> {
    /// The sum of the amounts, exact.
    @inlinable
    public func sum() -> Money {
        reduce(.zero, +)
    }
}
