public import CareModel

/// What the patient pays for covered services before the plan pays anything (rule S6).
public struct Deductible: Hashable, Sendable {
    /// How the deductibles of a person and of the family work together.
    public enum FamilyType: Hashable, Sendable {
        /// Whichever of the two is met first.
        case embedded
        /// The family's alone, where there is family coverage.
        case aggregate
        /// The person's alone.
        case perPerson
        /// The family's is met when so many members have met their own.
        case memberCount(Int)
    }

    /// Whether the deductible is taken before or after the coinsurance.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        /// The deductible first, then coinsurance on the rest.
        case beforeCoinsurance
        /// Coinsurance on the whole allowed amount, then the deductible.
        case afterCoinsurance
    }

    /// The person's deductible for a benefit year, as the plan states it.
    public let individual: Money?
    /// The person's deductibles that a table publishes year by year, in place of one of the plan.
    public let individualByYear: YearlyAmounts?
    /// The family's deductible for a benefit year.
    public let family: Money?
    /// How the two work together.
    public let familyType: FamilyType
    /// Whether more than one person is covered; only ``FamilyType/aggregate`` asks.
    public let hasFamilyCoverage: Bool
    /// Deductibles of a category, capped by the general one and feeding it.
    public let byCategory: [ServiceCategory: Money]
    /// Before or after coinsurance.
    public let order: Order
    /// Whether the last months of a year count for the next (rule S12).
    public let carryover: Carryover?

    /// What of a year's deductible counts for the next year.
    public struct Carryover: Hashable, Sendable {
        /// The last months of the benefit year whose amounts count.
        public let months: Int
        /// Whether they count only when the year's deductible was not met.
        public let onlyIfNotMet: Bool

        /// Creates the term.
        public init(months: Int, onlyIfNotMet: Bool = false) {
            self.months = months
            self.onlyIfNotMet = onlyIfNotMet
        }
    }

    /// Creates the terms of a deductible.
    public init(
        individual: Money?,
        individualByYear: YearlyAmounts? = nil,
        family: Money? = nil,
        familyType: FamilyType = .embedded,
        hasFamilyCoverage: Bool = false,
        byCategory: [ServiceCategory: Money] = [:],
        order: Order = .beforeCoinsurance,
        carryover: Carryover? = nil
    ) {
        self.individual = individual
        self.individualByYear = individualByYear
        self.family = family
        self.familyType = familyType
        self.hasFamilyCoverage = hasFamilyCoverage
        self.byCategory = byCategory
        self.order = order
        self.carryover = carryover
    }

    /// How many members must meet theirs, where the family's deductible is such a count.
    var memberCount: Int? {
        guard case .memberCount(let count) = familyType else { return nil }
        return count
    }

    /// The person's deductible in the benefit year that begins on a day; absent where the plan has
    /// none, or its year is not published.
    public func individual(inYearFrom yearStart: CalendarDate) -> Money? {
        individualByYear.map { $0.amount(of: yearStart.year) } ?? individual
    }

    /// Whether the person's own figure decides what is left.
    var usesIndividual: Bool {
        (individual != nil || individualByYear != nil)
            && !(familyType == .aggregate && hasFamilyCoverage)
    }

    /// Whether the family's figure decides what is left.
    var usesFamily: Bool {
        guard family != nil else { return false }
        switch familyType {
        case .embedded: return true
        case .aggregate: return hasFamilyCoverage
        case .perPerson, .memberCount: return false
        }
    }
}

/// The most that the patient's counted share comes to in a benefit year (rule S8).
public struct OutOfPocketMaximum: Hashable, Sendable {
    /// The person's maximum.
    public let individual: Money?
    /// The family's maximum, which applies whenever it is given.
    public let family: Money?

    /// Creates the terms of a maximum.
    public init(individual: Money?, family: Money? = nil) {
        self.individual = individual
        self.family = family
    }
}

/// An amount for each calendar year that a table publishes, such as Medicare's Part B deductible.
public struct YearlyAmounts: Hashable, Sendable {
    /// The published amounts.
    public let values: DatedValue<Money>
    /// The file that holds them.
    public let file: String

    /// Creates the amounts of a file.
    public init(values: DatedValue<Money>, file: String) {
        self.values = values
        self.file = file
    }

    /// The amount of a year; absent where it is not published.
    public func amount(of year: Int) -> Money? { values.entry(forYear: year)?.value }

    /// Where the amount of a year stands.
    func place(of year: Int) -> SourcePlace {
        let position = values.entries.lastIndex { $0.from.year == year } ?? 0
        return SourcePlace(file: file, pointer: "/values/\(position)/value")
    }
}
