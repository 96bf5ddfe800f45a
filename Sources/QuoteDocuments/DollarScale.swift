import CareModel

/// The scale of an axis of dollars: from zero in round steps to at least some amount.
struct DollarScale: Hashable, Sendable {
    /// The amounts at which the axis is labelled, the first zero.
    let ticks: [Money]

    /// Creates the scale with at most five steps of 1, 2 or 5 dollars, times a power of ten.
    init(upTo amount: Money) {
        var step = 100
        var factors = [2, 5, 10].makeIterator()
        var unit = step
        while step * 5 < amount.cents {
            if let factor = factors.next() {
                step = unit * factor
            } else {
                unit *= 10
                factors = [2, 5, 10].makeIterator()
            }
        }
        let count = max((amount.cents + step - 1) / step, 1)
        ticks = (0...count).map { Money(cents: $0 * step) }
    }

    /// Where an amount lies, from 0 at zero to 1 at the last tick.
    func fraction(of amount: Money) -> Double {
        Double(amount.cents) / Double((ticks.last ?? amount).cents)
    }

    /// A tick in whole dollars: `$1,500`.
    func label(_ tick: Money) -> String { String("\(tick)".dropLast(3)) }
}
