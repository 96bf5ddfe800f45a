import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("The starts of a plan of care side by side")
struct StartComparisonTests {
    private func compare(_ care: PlannedCareText) throws -> StartComparison {
        try PlannedCareText.maker(on: "2026-12-18").compareStarts(care.bytes)
    }

    private func error(_ json: String) -> StartComparisonError? {
        #expect(throws: StartComparisonError.self) {
            try PlannedCareText.maker().compareStarts(Array(json.utf8))
        }
    }

    /// The deductible is met and eight covered visits are left in 2026.
    ///
    /// A visit costs a fifth of
    /// 45.10, 9.02; the first with its exam a fifth of 92.60 more, 27.54. From January on the
    /// deductible takes it whole: 46.00, the sixth with its exam 85.70; a first visit is 140.50.
    private static let newYear = PlannedCareText(
        start: "2026-12-21",
        more: #", "startNoLaterThan": "2027-01-04""#,
        deductibleMet: #""1500.00""#
    )

    @Test("has each open day once, and none on which the clinic is closed")
    func days() throws {
        let comparison = try compare(Self.newYear)

        // Friday December 25 and January 1 are holidays, and weekends are closed.
        #expect(
            comparison.entries.map(\.start.description) == [
                "2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24", "2026-12-28", "2026-12-29",
                "2026-12-30", "2026-12-31", "2027-01-04",
            ]
        )
        for entry in comparison.entries {
            #expect(entry.made.quote.visits.first?.date == entry.start)
            #expect(entry.made.quote.visits.count == 10)
        }
    }

    @Test("costs what the visits of each year cost by hand, across the new year")
    func amounts() throws {
        let comparison = try compare(Self.newYear)
        // From Dec 21 four visits are in 2026: 27.54 + 3 × 9.02 = 54.60, then 5 × 46.00 and 85.70.
        // From Dec 28 two are: 36.56, then 7 × 46.00 and 85.70; from Jan 4 none is: 140.50,
        // 8 × 46.00 and 85.70. By visit 6: 54.60 + 46.00 + 85.70, 36.56 + 3 × 46.00 + 85.70, and
        // 140.50 + 4 × 46.00 + 85.70.
        try #require(comparison.entries.count == 9)
        let worked: [(Int, today: Int, byThen: Int, all: Int)] = [
            (0, 27_54, 186_30, 370_30), (4, 27_54, 260_26, 444_26), (8, 140_50, 410_20, 594_20),
        ]
        for (index, today, byThen, all) in worked {
            let entry = comparison.entries[index]

            #expect(entry.made.quote.today == Money(cents: today))
            #expect(entry.headline?.visits == 6)
            #expect(entry.headline?.patientPays == Money(cents: byThen))
            #expect(entry.patientPays == Money(cents: all))
            #expect(comparison.saving(of: entry) == Money(cents: 370_30 - all))
            #expect(comparison.headlineSaving(of: entry) == Money(cents: 186_30 - byThen))
        }
        let text = comparison.text(Words())
        #expect(text.contains("Mon Jan 4, 2027        140.50     410.20     594.20"))
        #expect(text.contains("no later start costs less for all visits than the first"))
        let json = try JSONValue(comparison.json(Words()))
        #expect(json[8]?["start"]?.text == "2027-01-04")
        #expect(json[8]?["headline"]?["patientPays"]?.text == "410.20")
        #expect(json[8]?["saves"]?["patientPays"]?.text == "-223.90")
        #expect(json[8]?["saves"]?["headline"]?.text == "-223.90")
    }

    @Test("tells why: the benefit year that begins earlier in the plan")
    func reset() throws {
        let json = try JSONValue(try compare(Self.newYear).json(Words()))

        #expect(json[0]?["because"]?.elements == [])
        #expect(
            json[4]?["because"]?.elements.compactMap(\.text) == [
                "RESET Jan 1, before visit 3 instead of Jan 1, before visit 5"
            ]
        )
    }

    /// Two covered visits are left in 2026 and the deductible of 2026 is not begun.
    ///
    /// From Dec 21 a first visit is 137.70, a second 45.10; visits 3 and 4 are self-pay, 65.00 each;
    /// then 2027 as above: 137.70 + 45.10 + 130.00 + 315.70 = 628.50. From Dec 28 only the two
    /// covered ones are in 2026: 137.70 + 45.10 + 7 × 46.00 + 85.70 = 590.50, 38.00 less. From Jan 4
    /// no limit is met: 594.20, 34.30 less.
    @Test("tells why: a limit that is no longer met, and what that saves")
    func limit() throws {
        var care = Self.newYear
        care.deductibleMet = #""0.00""#
        care.visitsUsed = 18
        let comparison = try compare(care)
        let last = try #require(comparison.entries.last)

        #expect(comparison.entries.first?.patientPays == Money(cents: 628_50))
        #expect(last.patientPays == Money(cents: 594_20))
        #expect(comparison.saving(of: last) == Money(cents: 34_30))
        let because = try JSONValue(comparison.json(Words()))[8]?["because"]?.elements
        #expect(because?.first?.text == "no longer: LIMIT after visit 2")
        let text = comparison.text(Words())
        #expect(text.contains("no longer: LIMIT after visit 2"))
        #expect(
            text.contains(
                "LEAST  Mon Dec 28, 2026 costs the least for all visits: 590.50, 38.00 less"
            )
        )
        let spanish = Words(language: .spanish, audience: .patient)
        #expect(
            comparison.text(Words(language: .spanish)).contains("ya no: LÍMITE tras la visita 2")
        )
        // To a patient it is told in plain words.
        #expect(
            comparison.text(Words(audience: .patient))
                .contains("no longer: covered visits end after visit 2; new plan year Jan 1,")
        )
        #expect(
            comparison.text(spanish)
                .contains(
                    "ya no: termina lo cubierto tras la visita 2; nuevo año del plan 1 ene,"
                )
        )
    }

    @Test("is the quote of the request where the first start is the only one")
    func onlyOne() throws {
        let care = PlannedCareText(more: #", "startNoLaterThan": "2026-11-30""#)
        let comparison = try PlannedCareText.maker().compareStarts(care.bytes)
        let alone = try PlannedCareText.maker().quote(care.bytes)

        #expect(comparison.entries.count == 1)
        #expect(comparison.entries.first?.made.id == alone.id)
        #expect(comparison.entries.first?.made.quote == alone.quote)
    }

    @Test("compares sixty starts and no more")
    func most() throws {
        var care = Self.newYear
        care.more = #", "startNoLaterThan": "2027-12-01""#
        guard case .tooMany(let last)? = error(care.json) else {
            Issue.record("compares more")
            return
        }
        care.more = #", "startNoLaterThan": "\#(last)""#

        #expect(try compare(care).entries.count == 60)
    }

    @Test("is refused for a request that cannot start on several days")
    func refused() {
        let begun = PlannedCareText(
            more: #", "startNoLaterThan": "2026-12-04", "forecast": {"visitsDone": 2}"#
        )
        // November 28 and 29, 2026 are a weekend.
        let closed = PlannedCareText(
            start: "2026-11-28",
            more: #", "startNoLaterThan": "2026-11-29""#
        )

        #expect(error(RequestText().json) == .noCare)
        #expect(error(PlannedCareText().json) == .noLatestStart)
        #expect(error(begun.json) == .hasBegun(visitsDone: 2))
        guard case .noStart? = error(closed.json) else {
            Issue.record("starts on a closed day")
            return
        }
        for problem in [StartComparisonError.noCare, .noLatestStart, .hasBegun(visitsDone: 2)] {
            #expect(problem.isUsage)
            #expect(problem.lines.first?.hasPrefix("--compare-starts: ") == true)
        }
        #expect(error(closed.json)?.isUsage == false)
    }

    @Test("says to seek care first where the screening does")
    func careFirst() {
        let json = Self.newYear.json.replacing(
            #""askedOn": "2026-11-27""#,
            with: #""askedOn": "2026-11-27", "redFlags": ["ces-saddle"]"#
        )
        guard case .failed(let failure)? = error(json) else {
            Issue.record("compares prices")
            return
        }

        #expect(failure.careFirst?.screening.tier == .emergency)
    }
}
