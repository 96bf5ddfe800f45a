import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite("A rule of the tables")
struct RuleFileTests {
    @Test("has a test here, and each test a file")
    func everyFile() throws {
        #expect(try RuleTables.files(in: "rules") == RuleFile.allCases.map(\.rawValue).sorted())
    }

    @Test("decides something that a quote says", arguments: RuleFile.allCases)
    func matters(_ file: RuleFile) throws {
        let effect = RuleEffect(tables: try RuleTables())
        switch file {
        case .federalBeneficiaries: try effect.federalBeneficiaries()
        case .medicareFeeSchedule: try effect.medicareFeeSchedule()
        case .medicarePartB: try effect.medicarePartB()
        case .medigap: try effect.medigap()
        case .newPatient: try effect.newPatient()
        case .payers: try effect.payers()
        case .modifiers: try effect.modifiers()
        case .priceWarnings: effect.priceWarnings()
        case .quoteValidity: try effect.quoteValidity()
        case .sameDayEdits: try effect.sameDayEdits()
        case .spinalRegions: try effect.spinalRegions()
        case .timedUnits: try effect.timedUnits()
        case .verification: try effect.verification()
        }
    }
}

/// The files under `rules`.
enum RuleFile: String, CaseIterable, CustomTestStringConvertible {
    case federalBeneficiaries = "federal-beneficiaries.json"
    case medicareFeeSchedule = "medicare-fee-schedule.json"
    case medicarePartB = "medicare-part-b.json"
    case medigap = "medigap.json"
    case modifiers = "modifiers.json"
    case newPatient = "new-patient.json"
    case payers = "payers.json"
    case priceWarnings = "price-warnings.json"
    case quoteValidity = "quote-validity.json"
    case sameDayEdits = "same-day-edits.json"
    case spinalRegions = "spinal-regions.json"
    case timedUnits = "timed-units.json"
    case verification = "verification.json"

    var testDescription: String { rawValue }
}

/// What each rule decides: once by the tables, and once by another value in its place.
struct RuleEffect {
    let tables: RuleTables

    /// A patient of a federal program may have nothing but hardship; the example clinic's own
    /// hardship is not for insured visits, which is then the reason that is given.
    func federalBeneficiaries() throws {
        func refusals(_ rule: InducementRule) throws -> [Offer.Kind: OfferRefusal] {
            let rules = tables.rules.changing(inducements: rule)
            let quote = try tables.estimator(rules: rules).quote(
                QuoteRequest(
                    [adjustment("2026-11-23")],
                    lastSeen: .never,
                    coverage: .payingAll(on: "acme-ppo-2026", isFederal: true)
                )
            )
            return Dictionary(
                quote.waysToPay.compactMap { way in
                    guard case .offer(let offer) = way.kind else { return nil }
                    return way.refusal.map { (offer.kind, $0) }
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let law = tables.rules.inducements
        let byLaw = try refusals(law)

        #expect(byLaw.count == Offer.Kind.allCases.count)
        #expect(byLaw[.hardship] == .insuredVisits)
        for kind in Offer.Kind.allCases where kind != .hardship {
            #expect(byLaw[kind] == .federalBeneficiary(source: law.source))
        }
        #expect(
            try refusals(InducementRule(allowedKinds: [], source: "x"))[.hardship]
                == .federalBeneficiary(source: "x")
        )
    }

    /// Three fractions: 41.90 is 39.81 without participation, at most 45.78 without assignment.
    ///
    /// 97110 is 23.43 as a further procedure; with the whole practice expense it would stay 31.71.
    func medicareFeeSchedule() throws {
        let formula = tables.medicare.formula
        let fee = Money(cents: 41_90)
        let oracle = GeographicIndex(
            work: 1_028,
            practiceExpense: 1_191,
            malpractice: 572,
            place: SourcePlace(file: "gpci.csv", row: 2)
        )
        let value = try #require(
            tables.medicare.release(on: .spelled("2025-06-02"))?.value(of: .spelled("97110"))
        )
        func reduced(_ formula: MedicareFormula) -> Money {
            formula.amount(
                value,
                in: oracle,
                at: ConversionFactor(tenThousandths: 323_465),
                isReduced: true
            )
        }
        let whole = MedicareFormula(
            payableStatuses: formula.payableStatuses,
            nonParticipatingFraction: formula.nonParticipatingFraction,
            limitingChargeFactor: formula.limitingChargeFactor,
            reducedIndicator: formula.reducedIndicator,
            reducedPracticeExpense: .whole
        )

        #expect(formula.payableStatuses == ["A", "R", "T"])
        #expect(formula.nonParticipatingAmount(of: fee) == Money(cents: 39_81))
        #expect(formula.limitingCharge(of: fee) == Money(cents: 45_78))
        #expect(formula.reducedIndicator == value.multipleProcedure)
        #expect(reduced(formula) == Money(cents: 23_43))
        #expect(reduced(whole) == Money(cents: 31_71))
    }

    /// Three years, to the day.
    func newPatient() throws {
        func exams(on date: String, _ rule: NewPatientRule) throws -> Int {
            let rules = tables.rules.changing(newPatient: rule)
            let visit = RequestedVisit(
                date: .spelled(date),
                contents: .session(Session(spinalRegions: 3)),
                place: SourcePlace(file: "", pointer: "/visits/0")
            )
            let quote = try tables.estimator(rules: rules).quote(
                QuoteRequest([visit], lastSeen: .on(.spelled("2023-11-23")))
            )
            return try #require(quote.visits.first).lines.count - 1
        }
        let rule = tables.rules.newPatient

        #expect(try exams(on: "2026-11-23", rule) == 0)
        #expect(try exams(on: "2026-11-24", rule) == 1)
        #expect(try exams(on: "2026-11-23", NewPatientRule(years: 2)) == 1)
    }

    /// Acme pools the minutes; without its entry nobody knows how it wants them billed.
    func payers() throws {
        let others = tables.rules.payers.filter { $0.schedule != "acme-ppo-2026" }
        let place = SourcePlace(file: "", pointer: "/coverage/0")

        #expect(try units(tables.rules) == [2, 1])
        #expect(
            tables.estimator(rules: tables.rules.changing(payers: others)).problems(
                with: QuoteRequest(
                    [adjustment("2026-11-23")],
                    coverage: .payingAll(on: "acme-ppo-2026")
                )
            ) == [.noPayerRule(schedule: "acme-ppo-2026", place: place)]
        )
        #expect(
            Set(tables.rules.payers.compactMap(\.schedule))
                == [
                    "acme-ppo-2026", "bluebird-2026", "medicare", "pacifica-medicaid-2026",
                    "pacifica-workers-2026", "thrift-card-2026",
                ]
        )
        #expect(tables.rules.payer(ofSchedule: "medicare")?.reducesProcedures == true)
        #expect(tables.rules.payer(ofSchedule: "bluebird-2026")?.reducesProcedures == false)
        #expect(tables.rules.payer(ofSchedule: "another") == nil)
    }

    /// Each modifier that an edit asks for has words, for a request may carry it.
    func modifiers() throws {
        var files = PriceTables(root: Repository.tables)
        let words = try files.modifiers()
        for edit in tables.rules.sameDayEdits {
            guard case .modifier(let modifiers, _, _) = edit.demand else { continue }
            for modifier in modifiers { #expect(words[modifier] != nil, "\(modifier)") }
        }
        #expect(words[.spelled("25")]?.words.spanish.isEmpty == false)
        #expect(words[.spelled("QQ")] == nil)
    }

    /// Bluebird's last prices end on December 31, 2026: 60 days after November 1.
    func priceWarnings() {
        func isWarned(on day: String) -> Bool {
            TableCheck(root: Repository.tables, asOf: .spelled(day)).warnings.contains {
                $0.file.hasSuffix("schedules/bluebird-2026.csv")
            }
        }

        #expect(isWarned(on: "2026-11-01"))
        #expect(!isWarned(on: "2026-10-31"))
    }

    /// 30 days from October 1 is October 31.
    func quoteValidity() throws {
        func goodUntil(_ rules: Estimator.Rules) throws -> CalendarDate {
            try tables.estimator(rules: rules)
                .quote(QuoteRequest([adjustment("2026-11-23")]))
                .goodUntil
        }

        #expect(try goodUntil(tables.rules) == .spelled("2026-10-31"))
        #expect(
            try goodUntil(tables.rules.changing(validityDays: 10)) == .spelled("2026-10-11")
        )
    }

    /// Massage beside an adjustment is refused, and would not be without the edits.
    func sameDayEdits() throws {
        let lines = [try tables.line("adjust-spine-3-4"), try tables.line("massage")]
        let request = QuoteRequest([RequestedVisit("2026-11-23", lines)])
        let without = tables.rules.changing(sameDayEdits: [])

        #expect(tables.estimator().problems(with: request).count == 1)
        #expect(tables.estimator(rules: without).problems(with: request) == [])
    }

    /// One or two, three or four, five; and no adjustment stands for none or six.
    func spinalRegions() throws {
        func services(_ regions: Int) throws -> [String] {
            let session = Session(spinalRegions: regions, isExtraspinal: true)
            let quote = try tables.estimator().quote(
                QuoteRequest([RequestedVisit("2026-11-23", session: session)])
            )
            return try #require(quote.visits.first).lines.compactMap {
                $0.priced.line.service?.description
            }
        }
        let extraspinal = "adjust-extraspinal"
        let small = ["adjust-spine-1-2", extraspinal]
        let middle = ["adjust-spine-3-4", extraspinal]

        #expect(try (1...2).map(services) == [small, small])
        #expect(try (3...4).map(services) == [middle, middle])
        #expect(try services(5) == ["adjust-spine-5", extraspinal])
        for regions in [0, 6] {
            let session = Session(spinalRegions: regions)
            #expect(
                tables.estimator().problems(
                    with: QuoteRequest([RequestedVisit("2026-11-23", session: session)])
                ) == [
                    .session(
                        .noAdjustment(regions: regions),
                        place: SourcePlace(file: "", pointer: "/visits/0/session")
                    )
                ]
            )
        }
    }

    /// 33 + 7 minutes are three units of 15, the last from the eighth minute on; from the
    /// fifteenth minute on they are two.
    func timedUnits() throws {
        func rules(minimumMinutes: Int) -> Estimator.Rules {
            tables.rules.changing(
                payers: tables.rules.payers.map { payer in
                    PayerRule(
                        schedule: payer.schedule,
                        timedUnits: TimedUnitRule(
                            id: payer.timedUnits.id,
                            unitMinutes: payer.timedUnits.unitMinutes,
                            minimumMinutes: minimumMinutes,
                            isPooled: payer.timedUnits.isPooled
                        ),
                        reducesProcedures: payer.reducesProcedures
                    )
                }
            )
        }
        let pooled = try #require(tables.rules.payer(ofSchedule: "medicare")).timedUnits
        let alone = try #require(tables.rules.payer(ofSchedule: nil)).timedUnits

        #expect(try units(tables.rules) == [2, 1])
        #expect(try units(rules(minimumMinutes: 15)) == [2])
        #expect((pooled.unitMinutes, pooled.minimumMinutes, pooled.isPooled) == (15, 8, true))
        #expect((alone.unitMinutes, alone.minimumMinutes, alone.isPooled) == (15, 8, false))
    }

    /// Seven days are not too old, eight are.
    func verification() throws {
        func isStale(on day: String, _ rules: Estimator.Rules) throws -> Bool {
            let quote = try tables.estimator(rules: rules).quote(
                QuoteRequest(
                    [adjustment("2026-11-23")],
                    coverage: .payingAll(on: "acme-ppo-2026", verifiedOn: day)
                )
            )
            return quote.notices.contains(.verificationStale(on: .spelled(day), days: 8))
        }

        #expect(try !isStale(on: "2026-09-24", tables.rules))
        #expect(try isStale(on: "2026-09-23", tables.rules))
        #expect(try !isStale(on: "2026-09-23", tables.rules.changing(verificationDays: 8)))
    }

    /// The units that Acme's patients have for 33 minutes of exercise and 7 of manual therapy.
    private func units(_ rules: Estimator.Rules) throws -> [Int] {
        let session = Session(
            spinalRegions: nil,
            timed: [
                TimedService(service: .spelled("therapeutic-exercise"), minutes: 33),
                TimedService(service: .spelled("manual-therapy"), minutes: 7),
            ]
        )
        let quote = try tables.estimator(rules: rules).quote(
            QuoteRequest(
                [RequestedVisit("2026-11-23", session: session)],
                coverage: .payingAll(on: "acme-ppo-2026")
            )
        )
        return try #require(quote.visits.first).lines.map(\.priced.line.units)
    }

    private func adjustment(_ date: String) -> RequestedVisit {
        RequestedVisit(date, session: Session(spinalRegions: 3))
    }
}
