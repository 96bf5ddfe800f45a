import CareQuote
import Testing

extension PatientCoverage {
    /// A plan that pays 80 % of each category of ``Practice`` after a deductible, with nothing
    /// used of its benefit year and `used` of the visits of its limit.
    init(
        deductible: Int? = nil,
        outOfPocket: Int? = nil,
        limit: UsageLimit? = nil,
        used: Int = 0,
        afterExhaustion: Benefit.UncoveredPrice = .selfPay,
        coinsurance: Percentage = Percentage(billionths: 200_000_000),
        period: BenefitPeriod = .calendarYear,
        asOf: String = "2026-06-01",
        verification: Verification? = nil
    ) throws {
        let place = SourcePlace(file: "plan.json", pointer: "")
        let rows = try ["chiropractic", "physicalMedicine", "officeVisit"].map { name in
            Benefit(
                selector: .category(try #require(ServiceCategory(name))),
                sharing: .coinsurance(coinsurance),
                limits: limit == nil ? [] : [0],
                afterExhaustion: afterExhaustion,
                place: place
            )
        }
        let plan = BenefitPlan(
            id: "plan",
            payerName: "Acme",
            planName: "Test",
            type: .preferredProvider,
            effectiveFrom: try #require(CalendarDate(isoText: "2020-01-01")),
            benefitPeriod: period,
            feeSchedule: "rates",
            deductible: deductible.map { Deductible(individual: Money(cents: $0)) },
            outOfPocketMaximum: outOfPocket.map {
                OutOfPocketMaximum(individual: Money(cents: $0))
            },
            limits: [limit].compactMap { $0 },
            benefits: rows,
            place: place
        )
        self.init(
            plan: plan,
            accumulators: Accumulators(
                asOf: try #require(CalendarDate(isoText: asOf)),
                deductible: Accumulators.Tier(individual: .zero),
                outOfPocket: Accumulators.Tier(individual: .zero),
                limits: limit.map { [$0.id: .used(used)] } ?? [:]
            ),
            verification: verification,
            place: SourcePlace(file: "", pointer: "/coverage/0")
        )
    }
}

extension Estimator {
    /// Makes a quote of some visits.
    func quote(
        _ visits: [RequestedVisit],
        lastSeen: LastSeen = .notStated,
        coverage: PatientCoverage? = nil,
        screened: Bool = true,
        assumesPricesContinue: Bool = false
    ) throws -> Quote {
        let asOf = try #require(CalendarDate(isoText: "2026-06-01"))
        return try quote(
            QuoteRequest(
                asOf: asOf,
                lastSeen: lastSeen,
                screening: screened ? ScreeningAnswers(askedOn: asOf) : nil,
                visits: visits,
                coverages: [coverage].compactMap { $0 },
                assumesPricesContinue: assumesPricesContinue
            )
        )
    }
}
