/// An exact number of days that need not be whole, such as three and a half.
public struct DayFraction: Hashable, Sendable {
    /// The days times ``denominator``.
    public let numerator: Int128
    /// The parts of a day, above zero and without a factor in common with ``numerator``.
    public let denominator: Int128

    /// Creates a fraction in its lowest terms.
    ///
    /// - Parameters:
    ///   - numerator: The number of parts.
    ///   - denominator: The parts of a day, above zero.
    public init(numerator: Int128, denominator: Int128) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(max(a, 1))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Creates a whole number of days.
    public init(days: Int) {
        numerator = Int128(days)
        denominator = 1
    }

    /// The sum of two.
    public static func + (left: DayFraction, right: DayFraction) -> DayFraction {
        DayFraction(
            numerator: left.numerator * right.denominator + right.numerator * left.denominator,
            denominator: left.denominator * right.denominator
        )
    }

    /// The nearest whole number of days, a half counted up: `floor(days + ½)`.
    public var rounded: Int {
        Int(DayFraction.floor(2 * numerator + denominator, by: 2 * denominator))
    }

    /// Whether a whole number of days lies more than one day away.
    func isMoreThanADay(from days: Int) -> Bool {
        (numerator - Int128(days) * denominator).magnitude > denominator.magnitude
    }

    /// The least whole number of days that is not below a part of this one.
    ///
    /// - Parameter billionths: The part, in billionths.
    /// - Returns: The days.
    func ceiling(ofBillionths billionths: Int) -> Int {
        -Int(
            DayFraction.floor(
                -numerator * Int128(billionths),
                by: denominator * 1_000_000_000
            )
        )
    }

    private static func floor(_ number: Int128, by divisor: Int128) -> Int128 {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}
