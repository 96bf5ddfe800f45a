/// An exact part of a whole, such as a coinsurance of 20 percent.
///
/// Held in billionths, because a document may state nine decimals; no floating point touches
/// money.
///
/// ```swift
/// let patientPart = Percentage(decimalText: "0.20")
/// patientPart?.of(Money(cents: 45_10))  // $9.02
/// ```
public struct Percentage: Hashable, Sendable {
    /// The part in billionths of the whole: 200,000,000 is 20 percent.
    public let billionths: Int

    /// Creates a part from billionths of the whole.
    public init(billionths: Int) {
        self.billionths = billionths
    }

    /// Nothing of it.
    public static let zero = Percentage(billionths: 0)

    /// All of it.
    public static let whole = Percentage(billionths: 1_000_000_000)

    /// Reads a part written as decimal text with at most nine decimals, such as `"0.20"`.
    ///
    /// A part above ten times the whole is refused; callers that need at most the whole compare
    /// with ``whole``.
    public init?(decimalText: String) {
        guard let digits = DecimalDigits(decimalText, decimals: 9) else { return nil }
        guard digits.scaled <= 10_000_000_000 else { return nil }
        self.init(billionths: Int(digits.scaled))
    }

    /// The part of an amount, rounded half up to the cent (rule S15: rounded on each line).
    public func of(_ amount: Money) -> Money {
        let (product, isLarge) = amount.cents.multipliedReportingOverflow(by: billionths)
        guard !isLarge, product >= 0, product < Int.max / 4 else { return wide(of: amount) }
        return Money(cents: (2 * product + 1_000_000_000) / 2_000_000_000)
    }

    /// The same for amounts whose product is negative or does not fit.
    private func wide(of amount: Money) -> Money {
        let product = Int128(amount.cents) * Int128(billionths)
        let doubled = 2 * product + 1_000_000_000
        let divisor: Int128 = 2_000_000_000
        // Division truncates toward zero, so a negative amount needs the floor by hand.
        let quotient = doubled / divisor
        let floor = doubled % divisor < 0 ? quotient - 1 : quotient
        return Money(cents: Int(floor))
    }
}

extension Percentage: Comparable {
    /// Whether the first part is the smaller.
    public static func < (left: Percentage, right: Percentage) -> Bool {
        left.billionths < right.billionths
    }
}

extension Percentage {
    /// The part as decimal text without needless zeros, at least two decimals: `0.20`.
    public var decimalText: String {
        Percentage.text(billionths, unit: 1_000_000_000, atLeast: 2)
    }
}

extension Percentage: CustomStringConvertible {
    /// The part as people say it: `20 %`, `12.5 %`.
    public var description: String {
        Percentage.text(billionths, unit: 10_000_000, atLeast: 0) + " %"
    }

    /// So many parts of a unit, a power of ten, as decimal text without needless zeros.
    ///
    /// - Parameters:
    ///   - parts: The parts.
    ///   - unit: How many of them are one.
    ///   - least: How many decimals there are at least.
    /// - Returns: The text.
    fileprivate static func text(_ parts: Int, unit: Int, atLeast least: Int) -> String {
        var text = Array("\(parts < 0 ? "-" : "")\(abs(parts / unit))".utf8)
        var (rest, place, decimals) = (abs(parts % unit), unit / 10, 0)
        while place > 0, rest > 0 || decimals < least {
            if decimals == 0 { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(rest / place))
            (rest, place, decimals) = (rest % place, place / 10, decimals + 1)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
