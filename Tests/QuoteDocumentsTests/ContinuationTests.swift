import CareModel
import CareQuote
import FoundationEssentials
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote that goes on in the middle of another")
struct ContinuationTests {
    private static let today = CalendarDate(dayNumber: 56 * 365 + 14 + 323)
    private static let maker = QuoteMaker(tables: TableFolder(Repository.tables), today: today)

    /// The requests of the examples whose visits are not paid for by an offer.
    private static let examples = [
        "new-patient-january/request.json", "everything-stated/request.json",
        "medicare-deductible-ends/request.json", "medicare-limiting-charge/request.json",
        "medicare-maintenance/signed.json", "medicare-and-medigap/plan-g.json",
        "medicare-and-medicaid/request.json", "medicare-second/request.json",
        "auto-policy-runs-out/then-health-plan.json", "auto-policy-runs-out/alone.json",
        "hurt-at-work/request.json", "two-plans/spouse.json", "two-plans/retiree.json",
        "discount-card/alone.json", "discount-card/behind-a-plan.json",
        "medicaid-visits-end/request.json", "out-of-network/request.json",
        "insurance-or-self-pay/request.json",
    ]

    private static func request(_ name: String) throws -> [UInt8] {
        let path = Repository.root + "/Examples/" + name
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func asJSON(_ made: MadeQuote) -> [UInt8] {
        QuoteJSON(made, words: Words()).bytes()
    }

    @Test(
        "costs with the visits done what the whole costs, wherever it is split",
        arguments: examples
    )
    func everySplit(_ name: String) throws {
        let whole = try Self.maker.quote(try Self.request(name))
        let visits = whole.quote.visits
        try #require(visits.count > 1)
        for count in 1..<visits.count {
            let rest = try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: count)
            let done = visits.prefix(count).map(\.amounts.patientPays).sum()
            let left = rest.made.quote.totals.patientPays

            #expect(done + left == whole.quote.totals.patientPays, "\(name), after \(count)")
            // The remark gives the first part, fees beside the visits included, the rest and the
            // whole.
            let fees = whole.quote.membershipFees.prefix(count).sum()
            let rests = rest.made.quote.chosenWay.total
            let all = whole.quote.chosenWay.total
            #expect(done + fees + rests == all, "\(name), after \(count)")
            #expect(
                rest.remarks(in: .english).allSatisfy { remark in
                    remark.contains("cost the patient \((done + fees).groupedText)")
                        && remark.contains("for the rest, \(rests.groupedText); ")
                        && remark.hasSuffix("together the \(all.groupedText) of the whole")
                }
            )
            #expect(rest.remarks(in: .english).count == 1)
            #expect(rest.made.quote.visits.count == visits.count - count)
            #expect(rest.warnings(in: .english) == [])
        }
    }

    @Test("can be gone on from again")
    func chained() throws {
        let whole = try Self.maker.quote(try Self.request("new-patient-january/request.json"))
        let once = try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: 10)
        let twice = try Self.maker.goingOn(after: Self.asJSON(once.made), visitsDone: 5)

        // Visit 16 alone is left: 46.00 and a re-examination of 39.70.
        #expect(twice.made.quote.totals.patientPays == Money(cents: 85_70))
    }

    @Test(
        "refuses numbers of visits that leave nothing done or nothing left",
        arguments: [-1, 0, 4, 5]
    )
    func outOfRange(_ count: Int) throws {
        let whole = try Self.maker.quote(try Self.request("two-plans/spouse.json"))

        #expect(throws: ContinuationError.visitsDone(count, of: 4)) {
            try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: count)
        }
    }

    /// The worked plan has visits on Mondays and Fridays: November 30, December 4, 7, 11 and later.
    @Test(
        "refuses a visit as done that lies after the day of the quote, and says what is done by then",
        arguments: [("2026-12-06", 2), ("2026-12-10", 3), ("2026-11-29", 0)]
    )
    func stillAhead(_ day: String, _ done: Int) throws {
        let whole = Self.asJSON(try PlannedCareText.maker().quote(PlannedCareText().bytes))
        let maker = try PlannedCareText.maker(on: day)
        let error = #expect(throws: ContinuationError.self) {
            try maker.quote(after: whole, visitsDone: 4)
        }

        #expect(
            error
                == .stillAhead(
                    visit: 4,
                    on: .spelled("2026-12-11"),
                    today: .spelled(day),
                    doneByThen: done
                )
        )
        #expect(error?.isUsage == true)
        guard done > 0 else { return }
        // What the advice says can be written.
        #expect(throws: Never.self) { try maker.quote(after: whole, visitsDone: done) }
        #expect(throws: Never.self) {
            try PlannedCareText.maker(on: "2026-12-11").quote(after: whole, visitsDone: 4)
        }
    }

    @Test("says in both languages that a visit is not done yet, and what to write instead")
    func stillAheadInWords() {
        let day = CalendarDate.spelled("2026-12-09")
        let today = CalendarDate.spelled("2026-12-06")
        let error = ContinuationError.stillAhead(visit: 4, on: day, today: today, doneByThen: 2)
        let none = ContinuationError.stillAhead(visit: 1, on: day, today: today, doneByThen: 0)

        #expect(
            error.lines(file: "q") == [
                "--visits-done: visit 4 is on 2026-12-09, after 2026-12-06, the day of the quote, so "
                    + "it is not done yet. Write --visits-done 2, which are those up to that day; or, "
                    + "if it was done, --as-of 2026-12-09 or a later day"
            ]
        )
        #expect(
            error.lines(file: "q", in: .spanish) == [
                "--visits-done: la visita 4 es del 2026-12-09, después del 2026-12-06, el día de la "
                    + "cotización, así que aún no está hecha. Escriba --visits-done 2, que son las "
                    + "hasta ese día; o, si se hizo, --as-of 2026-12-09 o un día posterior"
            ]
        )
        #expect(none.lines(file: "q")[0].contains("Leave --after out, as no visit is done by then"))
        #expect(
            none.lines(file: "q", in: .spanish)[0].contains("Quite --after, porque hasta ese día")
        )
    }

    @Test(
        "refuses what is no quote",
        arguments: ["", "[]", "{}", #"{"id": "x"}"#, #"{"id": "0123456789ab"}"#]
    )
    func notAQuote(_ text: String) {
        #expect(throws: ContinuationError.self) {
            try Self.maker.goingOn(after: Array(text.utf8), visitsDone: 1)
        }
    }

    @Test("says that the request is another where its quote has another name")
    func changed() throws {
        let whole = try Self.maker.quote(try Self.request("two-plans/spouse.json"))
        let text = String(decoding: Self.asJSON(whole), as: UTF8.self)
            .replacing(whole.id, with: "000000000000")
        let rest = try Self.maker.goingOn(after: Array(text.utf8), visitsDone: 1)

        let warnings = rest.warnings(in: .english)
        #expect(warnings.count == 1)
        #expect(warnings.allSatisfy { $0.contains("is not the one of its quote") })
    }

    /// Five adjustments that allow 45.10 each, in September, October, November and twice in January.
    private static func carryover(deductible: String, onlyIfNotMet: Bool) -> RequestText {
        RequestText(
            asOf: #""2026-09-01""#,
            visits: ["2026-09-14", "2026-10-05", "2026-11-02", "2027-01-04", "2027-01-11"].map {
                RequestText.visit($0)
            }.joined(separator: ", "),
            coverage: RequestText.plan(
                more: """
                    , "deductible": {"individual": "\(deductible)", "carryover": {"months": 3, \
                    "onlyIfNotMet": \(onlyIfNotMet)}}
                    """,
                accumulators: #"{"deductible": {"individualMet": "0"}, "carryoverMonths": {}}"#
            )
        )
    }

    @Test(
        "takes along the months that count for the next year's deductible, wherever it is split",
        arguments: [
            // 45.10, 45.10, 9.80 + 20 % of 35.30 = 16.86; October's 45.10 and November's 9.80 count
            // for January, so 45.10 are left: 45.10, then 20 % = 9.02.
            ("100.00", false, [45_10, 45_10, 16_86, 45_10, 9_02]),
            // The deductible was met, so nothing counts: 45.10 twice.
            ("100.00", true, [45_10, 45_10, 16_86, 45_10, 45_10]),
            // 14.70 were left, so October and November count, 90.20: 59.80 are left in January, of
            // which 45.10, then 14.70 + 20 % of 30.40 = 20.78.
            ("150.00", true, [45_10, 45_10, 45_10, 45_10, 20_78]),
        ]
    )
    func carryover(_ deductible: String, _ onlyIfNotMet: Bool, _ cents: [Int]) throws {
        let request = Self.carryover(deductible: deductible, onlyIfNotMet: onlyIfNotMet)
        let whole = try Self.maker.quote(Array(request.json.utf8))

        #expect(whole.quote.visits.map(\.amounts.patientPays.cents) == cents)
        for count in 1..<cents.count {
            let rest = try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: count)
            let paid = rest.made.quote.visits.map(\.amounts.patientPays.cents)
            #expect(paid == Array(cents.dropFirst(count)), "after \(count)")
            // And once more from there.
            guard count < cents.count - 1 else { continue }
            let next = try Self.maker.goingOn(after: Self.asJSON(rest.made), visitsDone: 1)
            #expect(
                next.made.quote.visits.map(\.amounts.patientPays.cents)
                    == Array(cents.dropFirst(count + 1))
            )
        }
    }

    /// With nothing of 100.00 taken as met, three visits are 45.10, 45.10 and 16.86: 107.06.
    ///
    /// What was
    /// met before is not known after the first either, so that the rest takes nothing as met anew:
    /// 90.20, and 135.30 together.
    @Test("says that its parts do not make up the whole where something is not known")
    func open() throws {
        let visits = ["2026-11-23", "2026-11-30", "2026-12-07"].map { RequestText.visit($0) }
        let request = RequestText(
            visits: visits.joined(separator: ", "),
            coverage: RequestText.plan(more: #", "deductible": {"individual": "100.00"}"#)
        )
        let whole = try Self.maker.quote(Array(request.json.utf8))
        let rest = try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: 1)

        #expect(
            rest.remarks(in: .english) == [
                "1 of 3 visits of quote \(whole.id) are taken as done, the last on 2026-11-23: they "
                    + "cost the patient 45.10, as the quote takes what is not known. This quote is "
                    + "for the rest, 90.20; together 135.30 and not the 107.06 of the whole, because "
                    + "something is not known: answer the questions of the quote"
            ]
        )
    }

    @Test("speaks Spanish where the page does")
    func spanish() throws {
        let whole = try Self.maker.quote(try Self.request("two-plans/spouse.json"))
        let rest = try Self.maker.goingOn(after: Self.asJSON(whole), visitsDone: 1)
        let total = whole.quote.chosenWay.total.groupedText

        #expect(rest.remarks(in: .spanish).allSatisfy { $0.hasPrefix("1 de 4 visitas de la") })
        #expect(rest.remarks(in: .spanish).allSatisfy { $0.hasSuffix("los \(total) del total") })
        #expect(
            ContinuationError.visitsDone(9, of: 4).lines(file: "q", in: .spanish) == [
                "--visits-done: 9, y la cotización tiene 4 visitas. Escriba de 1 a 3, para que unas "
                    + "estén hechas y otras falten"
            ]
        )
        for error in Self.errors {
            let english = error.lines(file: "q", in: .english)
            let spanish = error.lines(file: "q", in: .spanish)
            #expect(english.count == 1)
            #expect(spanish.count == 1)
            #expect(zip(english, spanish).allSatisfy { $0 != $1 })
            #expect(spanish.allSatisfy { $0.contains("cotización") || $0.contains("reclamos") })
        }
    }

    private static let errors: [ContinuationError] = [
        .notAQuote(.noName), .notAQuote(.noRequest), .notAQuote(.notJSON("1:1: x")),
        .notAQuote(.tooLarge(bytes: 1)), .visitsDone(1, of: 1), .visitsDone(0, of: 4),
        .withinOneDay(today, visitsDone: 1, before: 0, after: 2, of: 3), .offer("package-6"),
        .notSeparable(visit: 2),
        .stillAhead(visit: 2, on: today, today: today, doneByThen: 1),
    ]
}
