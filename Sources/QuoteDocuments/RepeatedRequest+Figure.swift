import CareCoverage
import CareModel
import CareQuote

extension RepeatedRequest.Figure {
    /// What a hole says, by the names that lead to it.
    ///
    /// - Parameters:
    ///   - path: The names.
    ///   - isText: Whether it is text and not a number.
    ///   - plan: The plan of the figures.
    /// - Returns: The figure, or nothing where it is none that is read from holes.
    init?(_ path: [String], isText: Bool, of plan: BenefitPlan) {
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
                path[4] == "used", let limit = plan.limits.first(where: { $0.id == path[3] }),
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
    ///   - text: The text of the request.
    ///   - place: Where the value stands.
    ///   - patient: Whose figure it is.
    /// - Returns: Whether it is one.
    func read(
        _ text: [UInt8],
        _ place: Range<Int>,
        into patient: inout RepeatedCourse.Patient
    ) -> Bool {
        if isAmount {
            guard let amount = Money(digits: text, place) else { return false }
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
        guard place.count == OutlineScanner.dateLength,
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

extension Money {
    /// Reads an amount that stands in a text as dollars, or as dollars and two digits of cents.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - place: Where it stands.
    /// - Returns: The amount, or nothing where something else stands there, or an amount that is
    ///   written in another way.
    init?(digits text: [UInt8], _ place: Range<Int>) {
        guard !text.hasNeedlessZero(place) else { return nil }
        let point = place.upperBound - 3
        let hasCents = point > place.lowerBound && text[point] == UInt8(ascii: ".")
        let whole = place.lowerBound..<(hasCents ? point : place.upperBound)
        let rest = hasCents ? Int(digits: text, (point + 1)..<place.upperBound) : 0
        guard let dollars = Int(digits: text, whole), let rest else { return nil }
        let amount = Money(cents: 100 * dollars + rest)
        guard amount <= .largestStated else { return nil }
        self = amount
    }
}

extension [UInt8] {
    /// Whether a number begins with a zero that could be left out.
    fileprivate func hasNeedlessZero(_ place: Range<Int>) -> Bool {
        place.count > 1 && self[place.lowerBound] == UInt8(ascii: "0")
            && self[place.lowerBound + 1].isDigit
    }

    /// Adds an amount of at least nothing with two decimals.
    mutating func append(dollars amount: Money) {
        append(contentsOf: String(amount.cents / 100).utf8)
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(amount.cents / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(amount.cents % 10))
    }
}
