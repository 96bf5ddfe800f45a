public import CareModel

/// How a plan pays where another plan pays first.
public enum CoordinationRule: String, CaseIterable, Hashable, Sendable {
    /// What it would pay alone, up to what is left of the bill after write-off and first payment.
    ///
    /// The write-off is the first plan's; behind an auto policy, which has no contract, it is the
    /// health plan's own.
    case standard
    /// What it would pay alone, up to what its own allowed amount leaves after the first payment.
    case basic
    /// What it would pay alone, less the first payment.
    case carveOut
    /// Its part of what its allowed amount leaves after the first payment and its deductible.
    case maintenanceOfBenefits
    /// Up to its own allowed amount; the rest is written off.
    case medicaid
    /// The shares that Medicare leaves, by the plan's letter.
    case medigap
}

/// What a Medigap plan covers of the shares that Medicare leaves.
public struct MedigapCover: Hashable, Sendable {
    /// The letters that a quote can work out.
    public enum Letter: String, CaseIterable, Hashable, Sendable {
        /// Deductible and coinsurance.
        case f = "F"
        /// Coinsurance.
        case g = "G"
        /// Coinsurance, less a copay for an office visit.
        case n = "N"
    }

    /// The letter.
    public let letter: Letter
    /// Whether it covers the Part B deductible.
    public let coversDeductible: Bool
    /// What the patient pays at most on a date with a covered office visit.
    public let officeVisitCopay: Money
    /// The category of office visits.
    public let officeVisitCategory: ServiceCategory
    /// Where the rule was read.
    public let place: SourcePlace

    /// Creates the terms of a letter.
    public init(
        letter: Letter,
        coversDeductible: Bool,
        officeVisitCopay: Money,
        officeVisitCategory: ServiceCategory,
        place: SourcePlace
    ) {
        self.letter = letter
        self.coversDeductible = coversDeductible
        self.officeVisitCopay = officeVisitCopay
        self.officeVisitCategory = officeVisitCategory
        self.place = place
    }
}

extension CoordinationRule {
    /// What the second plan pays for a line, before it is kept within what is left of the bill.
    ///
    /// - Parameters:
    ///   - first: The line as the first plan shared it.
    ///   - alone: The same line as the second plan shares it by itself.
    ///   - row: The second plan's benefit row for the line.
    /// - Returns: The payment, which may be negative or more than is left.
    func payment(after first: LineAmounts, alone: LineAmounts, row: Benefit?) -> Money {
        switch self {
        case .standard: min(alone.planPays, first.charge - first.planPays - first.writeOff)
        case .basic, .medicaid: min(alone.planPays, alone.allowed - first.planPays)
        case .carveOut: alone.planPays - first.planPays
        case .maintenanceOfBenefits:
            // The plan's fraction of the base, the patient's part rounded: no copay, no maximum
            // and no limit of dollars.
            switch row?.sharing {
            case .coinsurance(let part)?:
                base(after: first, alone: alone)
                    - part.of(base(after: first, alone: alone))
            case .planPaysFixed(let fixed)?: min(fixed, base(after: first, alone: alone))
            case nil: .zero
            }
        case .medigap: .zero
        }
    }

    private func base(after first: LineAmounts, alone: LineAmounts) -> Money {
        max(alone.allowed - first.planPays - alone.deductible, .zero)
    }
}
