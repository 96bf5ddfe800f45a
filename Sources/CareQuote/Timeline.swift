import CareCoverage
import CareModel

/// Collects, visit by visit, what a patient notices in the course of a plan of care.
struct Timeline {
    private(set) var events: [QuoteEvent] = []
    private let plan: BenefitPlan?
    /// The limits whose end was told and that have not started anew since.
    private var ended: [String: UsageLimit] = [:]
    private var lacksAuthorization = false
    private var lastPrices: [PriceKey: Money] = [:]

    init(plan: BenefitPlan?) {
        self.plan = plan
    }

    mutating func add(_ visit: AdjudicatedVisit, number: Int, date: CalendarDate) {
        func event(_ kind: QuoteEvent.Kind) -> QuoteEvent {
            QuoteEvent(kind: kind, visit: number, date: date)
        }
        for happened in visit.events {
            switch happened {
            case .benefitYearReset:
                let start = plan?.benefitPeriod.yearStart(containing: date) ?? date
                events.append(event(.benefitYearReset(startsOn: start)))
                ended = ended.filter { $0.value.period == .lifetime }
            case .deductibleMet:
                events.append(event(.deductibleMet))
            case .outOfPocketMaximumMet:
                events.append(event(.outOfPocketMaximumMet))
            case .limitReached(let limit, let isDenied):
                if isDenied, ended[limit.id] != nil { continue }
                ended[limit.id] = limit
                events.append(
                    event(
                        .limitReached(
                            limit,
                            isDenied: isDenied,
                            renewsOn: renewal(of: limit, after: date)
                        )
                    )
                )
            }
        }
        if !lacksAuthorization, visit.lines.contains(where: \.lacksAuthorization) {
            lacksAuthorization = true
            events.append(event(.authorizationEnds))
        }
        for line in visit.lines {
            addPriceChanges(of: line, event: event)
        }
    }

    /// The day on which a limit's count starts anew, where that is a fixed day.
    private func renewal(of limit: UsageLimit, after date: CalendarDate) -> CalendarDate? {
        switch limit.period {
        case .benefitYear: plan?.benefitPeriod.nextYearStart(after: date)
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
