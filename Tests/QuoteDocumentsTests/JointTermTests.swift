import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

/// Terms that nobody knows, against stating every value of each together: two of them can hide each
/// other, so that no term may be judged alone.
@Suite("Several terms of a plan that nobody knows (S17)")
struct JointTermTests {
    /// What the patient pays with every combination of values stated; one that no plan can have is
    /// refused and left out.
    private func stated(_ terms: [StatedTerm]) -> [Money] {
        var changes: [[String: String]] = [[:]]
        for term in terms {
            changes = changes.flatMap { change in
                term.ends.map { change.merging([term.name: $0]) { $1 } }
            }
        }
        return changes.compactMap { change in
            try? Desk.quote(StatedTerm.request(change)).quote.range.expected
        }
    }

    private func check(_ terms: [StatedTerm]) throws {
        let unknown = Dictionary(uniqueKeysWithValues: terms.map { ($0.name, #""unknown""#) })
        let quote = try Desk.quote(StatedTerm.request(unknown)).quote
        let totals = stated(terms)

        #expect(quote.range.low == totals.min())
        #expect(quote.range.expected == totals.max())
        #expect(quote.range.high == totals.max())
        #expect(quote.totals.patientPays == totals.max())
        #expect(quote.unverified.allSatisfy { $0.effect != nil })
    }

    @Test("cost what stating them costs, in every pair", arguments: StatedTerm.pairs)
    func pairs(_ terms: [StatedTerm]) throws { try check(terms) }

    @Test("cost what stating them costs, four at a time", arguments: 0..<12)
    func fours(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var rest = StatedTerm.all
        let terms = (0..<4).map { _ in
            rest.remove(at: Int(random.next() % UInt64(rest.count)))
        }
        try check(terms)
    }

    /// Three visits of 100.00, and neither the coinsurance nor the maximum known.
    ///
    /// With a maximum of
    /// 0.00 the two covered visits cost nothing, and the one after the limit 100.00; with 100 % and
    /// no maximum in reach all three cost 100.00.
    @Test("never hide each other: a coinsurance and the maximum over it")
    func hidden() throws {
        let both = StatedTerm.request(["coinsurance": #""unknown""#, "outOfPocket": #""unknown""#])
        let quote = try Desk.quote(both).quote

        #expect(quote.range.low == Money(cents: 100_00))
        #expect(quote.range.expected == Money(cents: 300_00))
        #expect(quote.range.high == Money(cents: 300_00))
    }

    /// Two visits of 100.00 that allow 50.00, of which the plan covers one that it pays for.
    ///
    /// At 0 % the first costs nothing and the second, after the limit, the charge: 100.00. At 100 %
    /// the plan pays for none, the limit is never used, and both cost 50.00: 100.00. At 90 % the
    /// first costs 45.00 and uses the limit: 145.00. So the ends are no bounds, and the quote says so.
    @Test("say where an answer between the ends can cost more")
    func reversal() throws {
        func request(_ coinsurance: String) -> String {
            let service = #"{"code": "98941", "charge": "100.00", "allowed": "50.00"}"#
            return RequestText(
                visits: RequestText.visit("2026-11-23", service) + ", "
                    + RequestText.visit("2026-11-25", service),
                coverage: RequestText.plan(
                    more: """
                        , "limits": [{"id": "v", "unit": "visits", "maximum": 1, "counting": \
                        "planPaid"}]
                        """,
                    benefits: """
                        [{"category": "chiropractic", "coinsurance": "\(coinsurance)", "limits": \
                        ["v"], "afterExhaustion": "billed"}]
                        """,
                    accumulators: #"{"limits": {"v": {"used": 0}}}"#
                )
            )
            .json
        }
        let between = try Desk.quote(request("0.90")).quote
        let made = try Desk.quote(request("unknown"))

        #expect(between.totals.patientPays == Money(cents: 145_00))
        #expect(between.rangeIsWhole)
        #expect(made.quote.range == AmountRange(Money(cents: 100_00)))
        #expect(!made.quote.rangeIsWhole)
        #expect(made.quote.notices.contains(.rangeMayBeWider))
        let page = QuoteText(made, words: Words(catalog: made.catalog)).text()
        #expect(page.contains("What part of the price is the patient's for chiropractic?"))
        #expect(!page.contains("up to 0.00"))
    }

    /// Twelve terms and the figures beneath them are open, several with many ends, which is more
    /// than can be combined.
    ///
    /// With 0 % of nothing counted the eleven visits cost nothing, and with no
    /// cover the charge: 11 × 130.00.
    @Test("of which there are too many for all their ends are still combined, and never crash")
    func tooMany() throws {
        let dates = (20...30).map { "2026-11-\($0)" }
        let service =
            #"{"code": "98941", "charge": "130.00", "allowed": "100.00", "#
            + #""selfPay": "115.00"}"#
        let terms = [
            "coinsurance", "deductibleApplies", "countsTowardOutOfPocketMaximum",
            "waivedAfterOutOfPocketMaximum", "coverage", "afterExhaustion",
        ]
        .map { "\"\($0)\": \"unknown\"" }.joined(separator: ", ")
        let json = RequestText(
            visits: dates.map { RequestText.visit($0, service) }.joined(separator: ", "),
            coverage: RequestText.plan(
                more: """
                    , "deductible": {"individual": "unknown"}, "outOfPocketMaximum": {"individual": \
                    "unknown"}, "limits": [{"id": "v", "unit": "visits", "maximum": "unknown"}]
                    """,
                benefits: """
                    [{"category": "chiropractic", \(terms), "copay": {"amount": "unknown", \
                    "deductible": "unknown"}, "limits": ["v"]}]
                    """
            )
        )
        .json
        let quote = try Desk.quote(json).quote

        #expect(quote.unverified.count { $0.effect != nil } == 10)
        #expect(quote.range.low == .zero)
        #expect(quote.range.expected == Money(cents: 1_430_00))
        #expect(quote.range.high == Money(cents: 1_430_00))
    }

    /// Fourteen terms are open, and twelve are of categories without a visit and change nothing.
    ///
    /// Four of those are left out, and the two that count are not: the range is as above.
    @Test("of which more than ten are open leave out what changes least, and say so")
    func leftOut() throws {
        let idle = ["massage", "xray", "acupuncture"].map { category in
            """
            {"category": "\(category)", "coinsurance": "unknown", "deductibleApplies": "unknown", \
            "countsTowardOutOfPocketMaximum": "unknown", "maintenance": "unknown"},
            """
        }
        let both = StatedTerm.request(["coinsurance": #""unknown""#, "outOfPocket": #""unknown""#])
        let made = try Desk.quote(
            both.replacing(#""benefits": ["#, with: #""benefits": ["# + idle.joined())
        )
        let quote = made.quote

        #expect(quote.unverified.count == 14)
        #expect(quote.unverified.count { $0.effect == nil } == 4)
        #expect(quote.unverified.prefix(2).allSatisfy { $0.worth > .zero })
        #expect(quote.range.low == Money(cents: 100_00))
        #expect(quote.range.expected == Money(cents: 300_00))
        #expect(quote.range.high == Money(cents: 300_00))
        #expect(quote.notices.contains(.unknownsLeftOut(4)))
        let page = QuoteText(made, words: Words(catalog: made.catalog)).text()
        #expect(page.contains("4 questions are not part of the range"))
    }
}
