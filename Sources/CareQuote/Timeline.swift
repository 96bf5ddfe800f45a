import CareCoverage
import CareModel

/// Collects, visit by visit, what a patient notices in the course of a plan of care.
struct Timeline {
    private(set) var events: [QuoteEvent] = []
    private let plans: [BenefitPlan]
    /// The limits whose end was told and that have not started anew since, of each plan.
    private var ended: [[String: UsageLimit]]
    private var lacksAuthorization = false
    private var lastPrices: [PriceKey: Money] = [:]

    init(plans: [BenefitPlan]) {
        self.plans = plans
        ended = plans.map { _ in [:] }
    }

    mutating func add(_ visit: AdjudicatedVisit, number: Int, date: CalendarDate) {
        func event(_ kind: QuoteEvent.Kind) -> QuoteEvent {
            QuoteEvent(kind: kind, coverage: 0, visit: number, date: date)
        }
        for (index, happened) in [visit.events, visit.secondEvents].enumerated() {
            add(happened, ofPlan: index, number: number, date: date)
        }
        if !lacksAuthorization, visit.lines.contains(where: \.lacksAuthorization) {
            lacksAuthorization = true
            events.append(event(.authorizationEnds))
        }
        for line in visit.lines {
            addPriceChanges(of: line, event: event)
        }
    }

    /// Adds what happened to one of the plans.
    private mutating func add(
        _ happened: [CoverageEvent],
        ofPlan index: Int,
        number: Int,
        date: CalendarDate
    ) {
        for event in happened {
            let kind: QuoteEvent.Kind
            switch event {
            case .benefitYearReset:
                let start = plans[index].benefitPeriod.yearStart(containing: date)
                kind = .benefitYearReset(startsOn: start)
                ended[index] = ended[index].filter { $0.value.period == .lifetime }
            case .deductibleMet: kind = .deductibleMet
            case .outOfPocketMaximumMet: kind = .outOfPocketMaximumMet
            case .limitReached(let limit, let isDenied):
                if isDenied, ended[index][limit.id] != nil { continue }
                ended[index][limit.id] = limit
                kind = .limitReached(
                    limit,
                    isDenied: isDenied,
                    renewsOn: renewal(of: limit, ofPlan: index, after: date)
                )
            }
            events.append(QuoteEvent(kind: kind, coverage: index, visit: number, date: date))
        }
    }

    /// The day on which a limit's count starts anew, where that is a fixed day.
    private func renewal(
        of limit: UsageLimit,
        ofPlan index: Int,
        after date: CalendarDate
    ) -> CalendarDate? {
        switch limit.period {
        case .benefitYear: plans[index].benefitPeriod.nextYearStart(after: date)
        case .calendarYear: BenefitPeriod.calendarYear.nextYearStart(after: date)
        case .visit, .day, .rolling12Months, .lifetime: nil
        }
    }

    /// Compares the price that decides a line with that of the same service before.
    private mutating func addPriceChanges(
        of line: AdjudicatedLine,
        event: (QuoteEvent.Kind) -> QuoteEvent
    ) {
        guard let service = line.priced.line.service else { return }
        let prices: [(String, UnitPrice?)] = [
            ("charge", line.priced.charge),
            ("allowed", line.denial == nil ? line.priced.allowed : nil),
            ("selfPay", line.amounts.notCovered > .zero ? line.priced.selfPay : nil),
        ]
        for (role, price) in prices {
            guard let amount = price?.amount else { continue }
            let key = PriceKey(
                service: service,
                modifiers: line.priced.line.modifiers,
                role: role
            )
            if let before = lastPrices.updateValue(amount, forKey: key), before != amount {
                events.append(
                    event(.priceChanges(line.priced.line, from: before, to: amount))
                )
            }
        }
    }

    private struct PriceKey: Hashable {
        let service: ServiceKey
        let modifiers: [Modifier]
        let role: String
    }
}

extension AdjudicatedLine {
    /// Whether the line is denied, or paid less, because an authorization is missing.
    fileprivate var lacksAuthorization: Bool {
        denial == .authorizationMissing
            || steps.contains { step in
                if case .authorizationPenalty = step.reason { true } else { false }
            }
    }
}
