package import CareModel

/// A price and the price that takes its place.
///
/// ```swift
/// PriceChange(old: Money(cents: 45_10), new: Money(cents: 46_20)).description
/// // "45.10 becomes 46.20 (+2.4 %)"
/// ```
package struct PriceChange: Hashable, Sendable, CustomStringConvertible {
    package let old: Money
    package let new: Money

    package init(old: Money, new: Money) {
        self.old = old
        self.new = new
    }

    /// The change in tenths of a percent of the old price; absent where that is zero.
    ///
    /// It is worked out in whole numbers. Half a tenth goes away from zero, so that a rise and
    /// the fall by the same amount read alike.
    package var tenthsOfPercent: Int? {
        guard old.cents > 0 else { return nil }
        let difference = new.cents - old.cents
        let tenths = (2_000 * abs(difference) + old.cents) / (2 * old.cents)
        return difference < 0 ? -tenths : tenths
    }

    package var description: String {
        let words = "\(old.decimalText) becomes \(new.decimalText)"
        guard let tenths = tenthsOfPercent else { return words }
        let sign = new < old ? "-" : "+"
        return words + " (\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10) %)"
    }
}
