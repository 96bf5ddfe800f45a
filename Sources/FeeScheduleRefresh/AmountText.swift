import CareModel

/// An amount as a table writes it, and why it is none.
struct AmountText {
    private static let form = "Write digits and at most two decimals, such as 118.40"

    /// What was read; nothing where the text is no amount.
    let amount: Money?
    /// Why it is none, or none that may stand here, and what to write.
    let problem: String?

    /// Reads an amount.
    ///
    /// - Parameters:
    ///   - text: The text of the cell.
    ///   - most: The most that one unit may cost.
    ///   - mayBeZero: Whether it may cost nothing.
    init(_ text: String, most: Money, mayBeZero: Bool) {
        amount = Money(decimalText: text)
        guard let amount else {
            problem = AmountText.problem(of: text, most: most)
            return
        }
        if amount > most {
            problem = AmountText.aboveCap(most)
        } else if amount == .zero, !mayBeZero {
            problem = "is no price. Write an amount of at least 0.01, or leave the row out"
        } else {
            problem = nil
        }
    }

    private static func aboveCap(_ most: Money) -> String {
        "is above \(most.decimalText), the most that a unit may cost. Write the price of one unit"
    }

    private static func problem(of text: String, most: Money) -> String {
        if text.isEmpty { return "the amount is missing. \(form)" }
        if let cents = DecimalDigits(text, decimals: 2) {
            return cents.scaled > Int128(Int64.max)
                ? "is larger than any amount. \(form)" : aboveCap(most)
        }
        return "\(fault(in: Array(text.unicodeScalars))). \(form)"
    }

    /// What is wrong with text that is not digits with at most two decimals.
    private static func fault(in scalars: [Unicode.Scalar]) -> String {
        let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
        let text = String(String.UnicodeScalarView(scalars)).lowercased()
        if "=@".unicodeScalars.contains(scalars[0]) {
            return "begins with \(scalars[0]), which a spreadsheet takes for a formula"
        }
        if ["nan", "inf", "infinity", "-inf", "+inf", "-infinity", "+infinity"].contains(text) {
            return "is not a number"
        }
        if "+-\u{2212}".unicodeScalars.contains(scalars[0]) { return "has a sign" }
        let isCurrency = scalars.contains { $0.properties.generalCategory == .currencySymbol }
        if isCurrency || text.contains("usd") { return "has a currency sign" }
        if scalars.contains(where: { $0.properties.numericType != nil && !isDigit($0) }) {
            return "has digits that are not 0 to 9"
        }
        if scalars.contains(where: \.properties.isWhitespace) { return "has a blank" }
        if isDigit(scalars[0]), text.contains("e"),
            scalars.allSatisfy({ isDigit($0) || ".eE+-".unicodeScalars.contains($0) })
        {
            return "has an exponent"
        }
        if scalars.allSatisfy({ isDigit($0) || ".,'’_٬٫".unicodeScalars.contains($0) }),
            scalars.contains(where: { !isDigit($0) && $0 != "." })
        {
            return "has a separator between its digits"
        }
        let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
        if scalars.allSatisfy({ isDigit($0) || $0 == "." }) {
            if scalars.count > 24 { return "is larger than any amount" }
            if parts.count == 2, !parts[0].isEmpty, parts[1].count > 2 {
                return "has more than two decimals"
            }
        }
        return "is not a dollar amount"
    }
}
