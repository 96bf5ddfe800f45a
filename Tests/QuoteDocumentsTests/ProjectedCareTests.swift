import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("A projected plan of care")
struct ProjectedCareTests {
    private func projected(_ text: CareText) throws -> (quote: Quote, cost: ProjectedCost) {
        let quote = try Desk.quote(text.json).quote
        return (quote, try #require(quote.projection))
    }

    /// The plan for recent low-back pain, from Monday, November 30, 2026.
    ///
    /// The dates by hand: two visits a week for eight visits (3.5 days apart), then one a week.
    /// 12-03.5 -> 12-04 (Fri), 12-07, 12-10.5 -> 12-11, 12-14, 12-17.5 -> 12-18, 12-21,
    /// 12-24.5 -> 12-25, closed, of its neighbours the 24th (the 26th is a Saturday; the 28th is
    /// further); a week later 12-31.5 -> 01-01, a holiday, so 12-31; then 01-07.5 -> 01-08.
    ///
    /// The money by hand: 1,400.00 of 1,500.00 is met. The first visit allows 92.60 for the exam
    /// and 45.10: 100.00 deductible, then 20 % of 37.70, 7.54. A visit is 20 % of 45.10, 9.02. The
    /// re-exam allows 38.90: 7.78 more. In January the deductible starts again and the adjustment
    /// is 46.00.
    @Test("is dated, shared in order, and summed up to each visit")
    func worked() throws {
        let (quote, cost) = try projected(CareText())

        #expect(
            quote.visits.map(\.date.description) == [
                "2026-11-30", "2026-12-04", "2026-12-07", "2026-12-11", "2026-12-14",
                "2026-12-18", "2026-12-21", "2026-12-24", "2026-12-31", "2027-01-08",
            ]
        )
        #expect(
            cost.outcomes.map(\.patientPays.cents) == [
                107_54, 116_56, 125_58, 134_60, 143_62, 160_42, 169_44, 178_46, 187_48, 233_48,
            ]
        )
        #expect(quote.today == Money(cents: 107_54))
        #expect(cost.outcome(notExceededWith: 0.5)?.visits == 6)
        #expect(cost.patientPays.p10 == Money(cents: 116_56))
        #expect(cost.patientPays.p50 == Money(cents: 160_42))
        #expect(cost.patientPays.p90 == Money(cents: 233_48))
        #expect(cost.plan.checkpoints.map(\.visit) == [6])
        // "About 30 in 100 go on after it, 18 in 100 reach visit 10" (care-patterns.md).
        #expect(abs(cost.probability(ofMoreThan: 6) - 0.30) < 0.005)
        #expect(abs(cost.probability(ofMoreThan: 9) - 0.18) < 0.005)
        #expect(quote.totals.patientPays == Money(cents: 233_48))
    }

    /// The same visits written out and cut after each one, quoted one course at a time.
    @Test("costs what each possible course costs by itself", arguments: CareText.patterns)
    func oneByOne(_ pattern: String) throws {
        let (quote, cost) = try projected(.pattern(pattern))
        var mean = 0.0
        #expect(cost.outcomes.count == cost.plan.pattern.cap)
        for (index, outcome) in cost.outcomes.enumerated() {
            let visits = quote.visits.prefix(index + 1).map { visit in
                """
                {"date": "\(visit.date)", "kind": "\(visit.kind.rawValue)", "session": \
                {"spinalRegions": 3}}
                """
            }
            var given = CareText()
            given.visits = visits.joined(separator: ", ")
            let alone = try Desk.quote(given.json).quote

            #expect(alone.totals.patientPays == outcome.patientPays)
            #expect(alone.totals.planPays == outcome.planPays)
            #expect(alone.visits.last?.date == outcome.date)
            mean += Double(alone.totals.patientPays.cents) * outcome.probability
        }
        #expect(abs(mean - Double(cost.patientPays.mean.cents)) <= 0.5)
        #expect(abs(cost.outcomes.map(\.probability).reduce(0, +) - 1) < 1e-12)
    }

    /// The figures of the table in care-patterns.md.
    @Test(
        "has the mean and the quantiles of the published table",
        arguments: [
            ("lbp-acute", 5.78, [2, 6, 10]), ("lbp-acute-complicated", 6.68, [3, 6, 12]),
            ("lbp-subacute", 6.62, [2, 6, 12]), ("lbp-persistent", 8.44, [4, 8, 12]),
            ("lbp-flare-mild", 3.98, [2, 4, 6]), ("lbp-flare-moderate", 6.30, [2, 6, 12]),
            ("neck-acute", 5.98, [2, 6, 10]), ("neck-persistent", 8.36, [4, 8, 12]),
            ("cgh-persistent", 8.72, [5, 6, 18]), ("leg-pain", 7.83, [3, 6, 16]),
        ]
    )
    func table(_ id: String, _ mean: Double, _ quantiles: [Int]) throws {
        let made = try Desk.quote(CareText.pattern(id).json)
        let visits = try JSONValue(QuoteJSON(made, words: Words()).bytes())["projection"]?["visits"]

        #expect(visits?["mean"]?.text == "\(mean)" || visits?["mean"]?.text == "\(mean)0")
        #expect(["p10", "p50", "p90"].map { visits?[$0]?.text } == quantiles.map { "\($0)" })
    }

    /// With nothing known of the deductible, all that the plan paid is the patient's at the most;
    /// with all of it met, 20 % of everything in the year.
    @Test("keeps what is not known apart from chance, at each visit")
    func unknown() throws {
        func text(_ met: String) -> CareText {
            var text = CareText()
            text.accumulators = text.accumulators.replacing(#""1400.00""#, with: met)
            return text
        }
        let open = try projected(text("null")).cost
        let none = try projected(text(#""0.00""#)).cost
        let all = try projected(text(#""1500.00""#)).cost

        #expect(open.outcomes.map(\.probability) == none.outcomes.map(\.probability))
        for (index, outcome) in open.outcomes.enumerated() {
            #expect(outcome.range.low == all.outcomes[index].patientPays)
            #expect(outcome.range.expected == none.outcomes[index].patientPays)
            #expect(outcome.range.high == none.outcomes[index].patientPays)
            #expect(outcome.patientPays == outcome.range.expected)
        }
    }

    /// An offer of the clinic: a package that is paid first and paid back where it is not used costs
    /// at each stop what was used.
    @Test("of a patient who pays by herself costs the self-pay price of each visit")
    func selfPay() throws {
        var text = CareText()
        text.isInsured = false
        let (quote, cost) = try projected(text)

        // 125.00 for the exam and 65.00 for the adjustment, then 65.00 a visit; the re-exam is 55.00.
        #expect(cost.outcomes.prefix(3).map(\.patientPays.cents) == [190_00, 255_00, 320_00])
        #expect(cost.outcomes.allSatisfy { $0.planPays == .zero })
        #expect(quote.chosenWay.total == cost.outcomes.last?.patientPays)
    }

    @Test("costs as much at each stop as the way to pay settles")
    func settlements() throws {
        for offer in ["package-6", "monthly-membership", "prompt-pay"] {
            var text = CareText.pattern("lbp-flare-mild")
            text.isInsured = false
            text.offers = "[\"\(offer)\"]"
            let (quote, cost) = try projected(text)
            let way = quote.chosenWay

            #expect(cost.outcomes.last?.patientPays == way.total, "\(offer)")
            for (settlement, outcome) in zip(way.settlements, cost.outcomes) {
                let paid = way.schedule.filter { $0.date <= settlement.date }
                    .reduce(Money.zero) { $0 + $1.amount }
                #expect(outcome.patientPays == paid + settlement.owed - settlement.refund)
                #expect(settlement.visit == outcome.visits)
            }
        }
    }
}
