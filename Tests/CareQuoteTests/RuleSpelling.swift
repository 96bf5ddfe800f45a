import CareQuote

extension CalendarDate {
    /// A date that a test spells out.
    static func spelled(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(isoText: text) else { preconditionFailure("date: \(text)") }
        return date
    }
}

extension ServiceKey {
    /// A service that a test spells out.
    static func spelled(_ text: String) -> ServiceKey {
        guard let key = ServiceKey(text) else { preconditionFailure("service: \(text)") }
        return key
    }
}

extension ProcedureCode {
    /// A code that a test spells out.
    static func spelled(_ text: String) -> ProcedureCode {
        guard let code = ProcedureCode(text) else { preconditionFailure("code: \(text)") }
        return code
    }
}

extension Modifier {
    /// A modifier that a test spells out.
    static func spelled(_ text: String) -> Modifier {
        guard let modifier = Modifier(text) else { preconditionFailure("modifier: \(text)") }
        return modifier
    }
}

extension ServiceCategory {
    /// A category that a test spells out.
    static func spelled(_ text: String) -> ServiceCategory {
        guard let category = ServiceCategory(text) else {
            preconditionFailure("category: \(text)")
        }
        return category
    }
}

extension Percentage {
    /// A part that a test spells out: `"0.10"` is 10 percent.
    static func spelled(_ text: String) -> Percentage {
        guard let part = Percentage(decimalText: text) else { preconditionFailure("part: \(text)") }
        return part
    }
}
