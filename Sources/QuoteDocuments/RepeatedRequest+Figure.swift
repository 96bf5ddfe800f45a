import CareCoverage
import CareModel
import CareQuote

extension RepeatedRequest.Figure {
    /// What a hole says, by the names that lead to it; nothing where it is no figure of these.
    ///
    /// - Parameters:
    ///   - path: The names.
    ///   - isText: Whether it is text and not a number.
    ///   - plan: The plan of the figures, where there is one.
    init?(_ path: [String], isText: Bool, of plan: BenefitPlan?) {
        switch path {
        case ["asOf"] where isText: self = .asOf
        case ["patient", "lastSeen"] where isText: self = .lastSeen
        case ["coverage", "accumulators", "asOf"] where isText: self = .figuresAsOf
        case ["coverage", "accumulators", "deductible", "individualMet"]: self = .deductibleMet
        case ["coverage", "accumulators", "deductible", "familyMet"]: self = .familyDeductibleMet
        case ["coverage", "accumulators", "outOfPocket", "individualMet"]: self = .outOfPocketMet
        case ["coverage", "accumulators", "outOfPocket", "familyMet"]: self = .familyOutOfPocketMet
        default:
            guard path.count == 5, path.starts(with: ["coverage", "accumulators", "limits"]),
                path[4] == "used", let limit = plan?.limits.first(where: { $0.id == path[3] }),
                isText == (limit.unit == .dollars)
            else { return nil }
            self = isText ? .dollarsUsed(limit: limit.id) : .used(limit: limit.id)
        }
    }

    /// Whether it is an amount of money.
    var isAmount: Bool {
        switch self {
        case .asOf, .lastSeen, .figuresAsOf, .used: false
        case .deductibleMet, .familyDeductibleMet, .outOfPocketMet, .familyOutOfPocketMet,
            .dollarsUsed:
            true
        }
    }

    /// Reads a hole.
    ///
    /// - Parameters:
    ///   - hole: The hole.
    ///   - text: The text of the request.
    ///   - patient: Whose figure it is.
    /// - Returns: Whether it is one.
    func read(
        _ hole: RequestValues.Hole,
        of text: [UInt8],
        into patient: inout RepeatedCourse.Patient
    ) -> Bool {
        let place = hole.value
        if isAmount {
            // An amount that is a number is whole, because binary fractions are none of money.
            guard let amount = Money(digits: text, place),
                hole.isText || text[place].allSatisfy(\.isDigit)
            else { return false }
            set(amount, of: &patient.accumulators)
            return true
        }
        if case .used(let limit) = self {
            guard !text.hasNeedlessZero(place), let count = Int(digits: text, place) else {
                return false
            }
            patient.accumulators.limits[limit] = .used(count)
            return true
        }
        guard place.count == CalendarDate.textLength,
            let date = CalendarDate(digits: text, at: place.lowerBound)
        else { return false }
        switch self {
        case .asOf: patient.asOf = date
        case .lastSeen: patient.lastSeen = .on(date)
        case .figuresAsOf: patient.accumulators.asOf = date
        default: return false
        }
        return true
    }

    private func set(_ amount: Money, of figures: inout Accumulators) {
        switch self {
        case .deductibleMet: figures.deductible.individual = amount
        case .familyDeductibleMet: figures.deductible.family = amount
        case .outOfPocketMet: figures.outOfPocket.individual = amount
        case .familyOutOfPocketMet: figures.outOfPocket.family = amount
        case .dollarsUsed(let limit): figures.limits[limit] = .amount(amount)
        case .asOf, .lastSeen, .figuresAsOf, .used: break
        }
    }
}
