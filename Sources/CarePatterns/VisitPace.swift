import CareModel

/// How often visits come, as an exact number of visits a week.
///
/// ```swift
/// VisitPace(perWeekText: "1.5")?.gap  // 14/3 days
/// ```
public struct VisitPace: Hashable, Sendable {
    /// Visits in a hundred weeks: 150 is one and a half a week.
    public let hundredthsPerWeek: Int

    /// Creates a pace, or nothing where it is not above zero and at most 70, ten visits a day.
    public init?(hundredthsPerWeek: Int) {
        guard (1...7_000).contains(hundredthsPerWeek) else { return nil }
        self.hundredthsPerWeek = hundredthsPerWeek
    }

    /// Reads decimal text with at most two decimals, such as `"1.5"`.
    public init?(perWeekText: String) {
        guard let digits = DecimalDigits(perWeekText, decimals: 2), digits.scaled <= 7_000
        else { return nil }
        self.init(hundredthsPerWeek: Int(digits.scaled))
    }

    /// The days from a visit to the next: 7 / visits a week.
    public var gap: DayFraction {
        DayFraction(numerator: 700, denominator: Int128(hundredthsPerWeek))
    }
}
