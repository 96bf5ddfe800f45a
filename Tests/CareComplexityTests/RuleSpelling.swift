import CareModel

extension ServiceKey {
    /// A service that a test spells out.
    static func spelled(_ text: String) -> ServiceKey {
        guard let key = ServiceKey(text) else { preconditionFailure("service: \(text)") }
        return key
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
