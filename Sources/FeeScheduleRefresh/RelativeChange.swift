import CareModel

/// A number and the one that takes its place, compared in whole numbers.
struct RelativeChange: Hashable {
    let old: Int
    let new: Int

    private var difference: Int128 { Int128((Int128(new) - Int128(old)).magnitude) }

    /// Whether the change is more than a part of the old number.
    func isMore(than part: Percentage) -> Bool {
        difference * Int128(Percentage.whole.billionths) > Int128(old) * Int128(part.billionths)
    }

    /// Whether the change is a larger part of its old number than another is of its own.
    func isMore(than other: RelativeChange) -> Bool {
        if old == 0 || other.old == 0 {
            return old == 0 && other.old == 0
                ? difference > other.difference : old == 0 && difference > 0
        }
        return difference * Int128(other.old) > other.difference * Int128(old)
    }

    /// Whether the new number is the old one times a factor, give or take a part of that.
    func isTimes(_ factor: Int, within part: Percentage) -> Bool {
        old > 0 && RelativeChange.isNear(Int128(new), Int128(old) * Int128(factor), part)
    }

    /// Whether the new number is the old one divided by a factor, give or take a part of that.
    func isDivided(by factor: Int, within part: Percentage) -> Bool {
        new > 0 && RelativeChange.isNear(Int128(new) * Int128(factor), Int128(old), part)
    }

    private static func isNear(_ one: Int128, _ other: Int128, _ part: Percentage) -> Bool {
        let difference = one < other ? other - one : one - other
        return difference * Int128(Percentage.whole.billionths) <= other * Int128(part.billionths)
    }

    /// The change in words, rounded to a tenth of a percent: `+2.4 %`.
    var words: String {
        guard old > 0 else { return new > 0 ? "from nothing" : "none" }
        let tenths = (2_000 * difference + Int128(old)) / (2 * Int128(old))
        return "\(new < old ? "-" : "+")\(tenths / 10).\(tenths % 10) %"
    }
}
