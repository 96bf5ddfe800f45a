/// Something that can be done or handed over at a clinic, as the services table lists it.
public struct Service: Hashable, Sendable {
    /// How a service is counted on a claim.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// Once a day, however long it takes.
        case once
        /// In units of 15 minutes.
        case minutes15
        /// By the piece.
        case item
    }

    /// The table's name for it.
    public let key: ServiceKey
    /// Its procedure code, if it has one.
    public let code: ProcedureCode?
    /// The kind of benefit that it falls under.
    public let category: ServiceCategory
    /// How it is counted.
    public let unit: Unit
    /// The X12 service type code of its category, empty where eligibility has none.
    public let serviceType: String
    /// What it is, in plain English and Spanish words of our own.
    public let words: LocalizedWords

    /// Creates a service.
    public init(
        key: ServiceKey,
        code: ProcedureCode?,
        category: ServiceCategory,
        unit: Unit,
        serviceType: String,
        words: LocalizedWords
    ) {
        self.key = key
        self.code = code
        self.category = category
        self.unit = unit
        self.serviceType = serviceType
        self.words = words
    }
}

/// The languages in which a quote can be read.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// English.
    case english = "en"
    /// Spanish.
    case spanish = "es"
}

/// The same short text in each language.
public struct LocalizedWords: Hashable, Sendable {
    /// The English words.
    public let english: String
    /// The Spanish words.
    public let spanish: String

    /// Creates the pair.
    public init(english: String, spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    /// The words in one language.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }
}
