import CareQuote
import JSONText
import PriceTableFiles
import TestSupport
import Testing

@Suite("The example clinic's offers")
struct OfferQuoteTests {
    private let tables: RuleTables
    private let mondays: [RequestedVisit]

    init() throws {
        tables = try RuleTables()
        let line = try tables.line("adjust-spine-3-4")
        // Six Mondays at 65.00, 390.00 in all.
        mondays = [
            "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07",
        ]
        .map { RequestedVisit($0, [line]) }
    }

    // A package of six is 331.50. 5 percent off is 370.50. The discount plan is
    // 49.00 + 312.00 = 361.00. The membership is 99.00 twice, and three of November's five
    // adjustments are 58.50 each: 373.50.
    @Test("stand beside the self-pay price, lowest total first")
    func totals() throws {
        let quote = try tables.estimator().quote(
            QuoteRequest(mondays, lastSeen: .on(.spelled("2026-01-05")))
        )
        let ways = quote.waysToPay

        #expect(
            ways.filter(\.isAllowed).map(\.name) == [
                "package-6", "discount-plan", "prompt-pay", "monthly-membership", "self-pay",
            ]
        )
        #expect(
            ways.filter(\.isAllowed).map(\.total.cents) == [
                331_50, 361_00, 370_50, 373_50, 390_00,
            ]
        )
        #expect(
            ways.filter { !$0.isAllowed }.map(\.name) == [
                "new-patient-special", "household", "hardship",
            ]
        )
        #expect(
            ways.compactMap(\.refusal) == [.notNewPatient, .householdNotTold, .unknownIncome]
        )
        #expect(quote.chosenWay.name == "self-pay")
        #expect(quote.today == Money(cents: 65_00))
    }

    // An exam and the first adjustment for 99.00, then two adjustments at 65.00.
    @Test("let a new patient begin with the special")
    func newPatientSpecial() throws {
        let first = RequestedVisit(
            "2026-11-02",
            [try tables.line("exam-new-standard", "25"), try tables.line("adjust-spine-3-4")]
        )
        let quote = try tables.estimator().quote(
            QuoteRequest(
                [first] + mondays[1...2],
                lastSeen: .never,
                offer: "new-patient-special"
            )
        )

        #expect(quote.chosenWay.total == Money(cents: 229_00))
        #expect(quote.today == Money(cents: 99_00))
        // What the special leaves out is told with its self-pay price.
        let leftOut = quote.notices.compactMap { notice in
            if case .offerApplied(_, let leftOut, _) = notice { leftOut } else { nil }
        }
        #expect(leftOut.count == 1)
        #expect(
            leftOut.first?.map(\.service) == [
                .spelled("xray-low-back-2-3"), .spelled("therapeutic-exercise"),
            ]
        )
        #expect(
            leftOut.first?.map(\.price) == [Money(cents: 75_00), Money(cents: 40_00)]
        )
    }

    // 331.50 / 6 = 55.25, of a charge of 85.00.
    @Test("price the visits of a patient who asks for one")
    func offeredVisits() throws {
        func visits(_ offer: String) throws -> Quote {
            try tables.estimator().quote(QuoteRequest(mondays, offer: offer))
        }
        let package = try visits("package-6")

        #expect(
            package.visits.map(\.amounts.patientPays.cents) == Array(repeating: 55_25, count: 6)
        )
        #expect(package.visits.map(\.amounts.writeOff.cents) == Array(repeating: 29_75, count: 6))
        #expect(package.totals.patientPays == package.chosenWay.total)
        #expect(try visits("household").totals.patientPays == Money(cents: 351_00))
        #expect(try visits("household").visits.allSatisfy(\.amounts.isBalanced))
    }

    // Half of 390.00.
    @Test("grant hardship up to twice the poverty level")
    func hardship() throws {
        func way(_ percent: Int) throws -> WayToPay {
            let quote = try tables.estimator().quote(
                QuoteRequest(mondays, offer: "hardship", povertyLevelPercent: percent)
            )
            return try #require(quote.waysToPay.first { $0.name == "hardship" })
        }

        #expect(try way(200).total == Money(cents: 195_00))
        #expect(try way(201).refusal == .incomeAbove(limit: 200))
    }

    @Test("cannot be had for insured visits, and the quote says so")
    func insured() throws {
        let quote = try tables.estimator().quote(
            QuoteRequest(mondays, coverage: .payingAll(on: "acme-ppo-2026"), offer: "prompt-pay")
        )
        let offer = try #require(tables.clinic.offers.first { $0.id == "prompt-pay" })

        #expect(quote.notices.contains(.offerRefused(offer, .insuredVisits)))
        #expect(quote.chosenWay.kind == .insurance)
        #expect(quote.waysToPay.filter(\.isAllowed).map(\.name) == ["insurance", "self-pay"])
    }

    // The special is valid through June 30, 2027, and the self-pay prices go on.
    @Test("end with their last day")
    func lastDay() throws {
        func refusal(_ date: String) throws -> OfferRefusal? {
            let visit = RequestedVisit(
                date,
                [
                    try tables.line("exam-new-standard", "25"),
                    try tables.line("adjust-spine-3-4"),
                ]
            )
            let quote = try tables.estimator().quote(QuoteRequest([visit], lastSeen: .never))
            return quote.waysToPay.first { $0.name == "new-patient-special" }?.refusal
        }

        #expect(try refusal("2027-06-30") == nil)
        #expect(try refusal("2027-07-01") == .notValid(on: .spelled("2027-07-01")))
    }

    @Test("sell a package to the next re-evaluation and not beyond it")
    func checkpoint() throws {
        func refusal(at checkpoint: Int) throws -> OfferRefusal? {
            let line = try tables.line("adjust-spine-3-4")
            let visits = mondays.enumerated().map { index, visit in
                RequestedVisit(
                    visit.date.description,
                    [line],
                    kind: index + 1 == checkpoint ? .reEvaluation : .followUp
                )
            }
            let quote = try tables.estimator().quote(QuoteRequest(visits))
            return quote.waysToPay.first { $0.name == "package-6" }?.refusal
        }

        #expect(try refusal(at: 3) == .beyondCheckpoint(visit: 3))
        #expect(try refusal(at: 6) == nil)
    }

    @Test("hold no more than the plan of care uses")
    func moreThanNeeded() throws {
        let quote = try tables.estimator().quote(QuoteRequest(Array(mondays.prefix(4))))

        #expect(
            quote.waysToPay.first { $0.name == "package-6" }?.refusal
                == .moreThanNeeded(unused: 2)
        )
    }

    @Test("do not stack: a file that lets them is refused")
    func stacking() {
        func file(_ stacking: String) -> (OffersFile?, [DocumentFinding]) {
            let text = "{\"stacking\": \(stacking), \"source\": \"x\", \"offers\": []}"
            let reader = DocumentReader(Array(text.utf8))
            let place = SourcePlace(file: "offers.json", pointer: "")
            return (OffersFile(reader, catalog: tables.catalog, place: place), reader.findings)
        }

        #expect(file("false").0 != nil)
        #expect(file("false").1 == [])
        #expect(file("true").0 == nil)
        #expect(file("true").1.map(\.pointer) == ["/stacking"])
    }
}

extension WayToPay {
    /// The way as a test writes it down.
    var name: String {
        switch kind {
        case .insurance: "insurance"
        case .discountPlan: "discount plan"
        case .selfPay: "self-pay"
        case .offer(let offer): offer.id
        }
    }
}
