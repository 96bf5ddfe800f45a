import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("The range over what is not known (S17)")
struct RangeTests {
    /// What a request says of the worked plan; nothing where nobody knows.
    struct Figures: Hashable {
        var deductible: Int?
        var outOfPocket: Int?
        var visits: Int?

        /// All of each figure used, in cents and visits: the plan's own terms.
        static let all = Figures(deductible: 1_500_00, outOfPocket: 6_000_00, visits: 20)

        func json(verifiedOn: String? = nil) -> String {
            func amount(_ cents: Int?) -> String {
                cents.map { "\"\(Money(cents: $0).decimalText)\"" } ?? "null"
            }
            let accumulators = """
                {"asOf": "2026-11-20", "deductible": {"individualMet": \(amount(deductible))}, \
                "outOfPocket": {"individualMet": \(amount(outOfPocket))}, \
                "limits": {"v": {"used": \(visits.map(String.init) ?? "null")}}}
                """
            let verified = verifiedOn.map { ", \"verified\": {\"on\": \"\($0)\"}" } ?? ""
            return WorkedScenario.asWritten.json(
                visits: WorkedScenario.visits,
                accumulators: accumulators + verified
            )
        }

        /// The figures with the unknown ones at an end: all used where the bit is set.
        func stated(_ bits: Int) -> Figures {
            func end(_ value: Int?, _ whole: Int?, _ bit: Int) -> Int? {
                value ?? (bits & bit == 0 ? 0 : whole)
            }
            return Figures(
                deductible: end(deductible, Figures.all.deductible, 1),
                outOfPocket: end(outOfPocket, Figures.all.outOfPocket, 2),
                visits: end(visits, Figures.all.visits, 4)
            )
        }
    }

    private func quote(_ figures: Figures, verifiedOn: String? = nil) throws -> Quote {
        try Desk.quote(figures.json(verifiedOn: verifiedOn)).quote
    }

    /// The ends of an unknown deductible.
    ///
    /// With all of it met the worked total is 573.96. With nothing met all that the plan paid is
    /// deductible too: 717.96 + 379.84 = 1,097.80, which is 523.84 more.
    @Test("of the worked scenario is what documents.md prints")
    func worked() throws {
        let quote = try quote(Figures(deductible: nil, outOfPocket: 4_000_00, visits: 12))

        let low = Money(cents: 573_96)
        let high = Money(cents: 1_097_80)
        #expect(quote.range == AmountRange(low: low, expected: high, high: high))
        #expect(quote.totals.patientPays == high)
        let open = try #require(quote.unverified.first)
        #expect(quote.unverified.count == 1)
        #expect(open.subject == .figure(.deductible))
        #expect(open.kind == .unknown)
        #expect(open.effect?.low == low)
        #expect(open.effect?.high == high)
        #expect(open.worth == Money(cents: 523_84))
        #expect(quote.accumulatorsAfter.first?.deductible.individual != nil)
    }

    @Test("is one number where everything is known")
    func exact() throws {
        let quote = try quote(
            Figures(deductible: 1_320_00, outOfPocket: 4_000_00, visits: 12)
        )

        #expect(quote.range == AmountRange(Money(cents: 717_96)))
        #expect(quote.unverified == [])
    }

    /// Every combination is stated in a request of its own, and none of them is a range.
    @Test("is what stating every combination of ends gives", arguments: 0..<60)
    func bruteForce(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        func some(_ whole: Int, _ random: inout SplitMix64) -> Int? {
            random.next() % 2 == 0 ? nil : Int(random.next() % UInt64(whole + 1))
        }
        let figures = Figures(
            deductible: some(1_500_00, &random),
            outOfPocket: some(6_000_00, &random),
            visits: some(20, &random)
        )
        let quote = try quote(figures)
        let totals = try (0..<8).map { try self.quote(figures.stated($0)).totals.patientPays }

        #expect(quote.range.low == totals.min(), "\(figures)")
        #expect(quote.range.high == totals.max(), "\(figures)")
        #expect(quote.range.expected == totals[0], "\(figures)")
        #expect(quote.totals.patientPays == totals[0], "\(figures)")
        let unknown = [figures.deductible, figures.outOfPocket, figures.visits]
        #expect(quote.unverified.count == unknown.count { $0 == nil })
        for open in quote.unverified {
            guard case .figure(let need) = open.subject else { continue }
            let bit = need == .deductible ? 1 : need == .outOfPocket ? 2 : 4
            let worth = (0..<8).filter { $0 & bit == 0 }.map { number in
                let change = totals[number | bit] - totals[number]
                return max(change, .zero - change)
            }
            .max()
            #expect(open.worth == worth, "\(figures), \(need)")
        }
        let worths = quote.unverified.map(\.worth)
        #expect(worths == worths.sorted(by: >))
    }

    /// The benefits were verified eight days before: each figure as given, and all used.
    ///
    /// All of the deductible met is 573.96, the maximum reached only leaves the self-pay visits of
    /// December, 120.00, for January starts anew: 225.50 + 97.50 more. All visits used: the eight
    /// covered ones are 60 + 40 each, and 70 for the re-exam.
    @Test("lists a figure that was verified too long ago, and stays what it is")
    func stale() throws {
        let figures = Figures(deductible: 1_320_00, outOfPocket: 4_000_00, visits: 12)
        let old = try quote(figures, verifiedOn: "2026-11-12")
        let fresh = try quote(figures, verifiedOn: "2026-11-13")

        #expect(fresh.unverified == [])
        #expect(old.range == AmountRange(Money(cents: 717_96)))
        #expect(old.unverified.allSatisfy { $0.kind == .stale })
        let ends = Dictionary(
            uniqueKeysWithValues: old.unverified.map { open in
                guard case .figure(let need) = open.subject else { return ("", [Money]()) }
                return (need.pointer, [open.effect?.low, open.effect?.high].compactMap { $0 })
            }
        )
        let given = Money(cents: 717_96)
        #expect(
            ends["/accumulators/deductible/individualMet"] == [Money(cents: 573_96), given]
        )
        #expect(
            ends["/accumulators/outOfPocket/individualMet"] == [Money(cents: 443_00), given]
        )
        // 8 x 100.00 + 70.00 + 120.00 in this year, 323.00 in the next.
        #expect(
            ends["/accumulators/limits/v/used"] == [given, Money(cents: 1_313_00)]
        )
    }
}
