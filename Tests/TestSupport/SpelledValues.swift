package import CareModel

extension CalendarDate {
    /// A date that a test spells out.
    package static func spelled(_ text: String) -> CalendarDate {
        wellFormed("date", text, CalendarDate(isoText: text))
    }
}

extension ServiceKey {
    /// A service that a test spells out.
    package static func spelled(_ text: String) -> ServiceKey {
        wellFormed("service", text, ServiceKey(text))
    }
}

extension ProcedureCode {
    /// A code that a test spells out.
    package static func spelled(_ text: String) -> ProcedureCode {
        wellFormed("code", text, ProcedureCode(text))
    }
}

extension Modifier {
    /// A modifier that a test spells out.
    package static func spelled(_ text: String) -> Modifier {
        wellFormed("modifier", text, Modifier(text))
    }
}

extension ServiceCategory {
    /// A category that a test spells out.
    package static func spelled(_ text: String) -> ServiceCategory {
        wellFormed("category", text, ServiceCategory(text))
    }
}

extension Percentage {
    /// A part that a test spells out: `"0.10"` is 10 percent.
    package static func spelled(_ text: String) -> Percentage {
        wellFormed("part", text, Percentage(decimalText: text))
    }
}

/// The value of a text; a test that spells it wrong is wrong itself.
private func wellFormed<Value>(_ kind: String, _ text: String, _ value: Value?) -> Value {
    guard let value else { preconditionFailure("\(kind): \(text)") }
    return value
}
