import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

/// The plan for ten days of low-back pain, quoted as ``PlannedCareText`` has it by hand: 137.70,
/// 42.86, 3 × 9.02 and 16.80 for visits 1 to 6, together 224.42, and four visits left.
@Suite("A plan of care whose checkpoint was not met")
struct PlanEndedTests {
    private static let missed = RequestedCare.Finding(test: "gate-mcid", hasImproved: false)

    private func ended(
        _ json: String = PlannedCareText().json,
        after count: Int = 6,
        answering screening: DeskScreening = DeskScreening()
    ) throws -> PlanEnded? {
        let maker = try PlannedCareText.maker()
        let whole = QuoteJSON(try maker.quote(Array(json.utf8)), words: Words()).bytes()
        let error = #expect(throws: ContinuationError.self) {
            try maker.goingOn(
                after: whole,
                visitsDone: count,
                showing: Self.missed,
                answering: screening
            )
        }
        return error?.planEnded
    }

    private func unbroken(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("says so on a page, with what is owed, what was paid, what else helps and when to call")
    func page() throws {
        let ended = try #require(try ended())
        let page = unbroken(ended.text(Words()))

        #expect(page.hasPrefix("CARE STOPS HERE quote "))
        #expect(
            page.contains(
                "Care was to go on after visit 6 only if: pain or function is better by 30 percent"
            )
        )
        #expect(page.contains("by its own rule the plan ends"))
        #expect(page.contains("FOR THE REST YOU PAY 0.00 4 visits left are not made and cost"))
        #expect(page.contains("VISITS MADE COST 224.42 6 visits of quote "))
        #expect(page.contains("Nothing more is owed for this plan, and nothing was paid ahead"))
        #expect(page.contains("WHAT ELSE CAN HELP Keep moving"))
        #expect(page.contains("WHEN TO CALL Call 911 at once"))
    }

    @Test("says so in Spanish too")
    func spanish() throws {
        let ended = try #require(try ended())
        let page = unbroken(ended.text(Words(language: .spanish)))

        #expect(page.hasPrefix("EL CUIDADO TERMINA AQUÍ cotización "))
        #expect(page.contains("POR EL RESTO PAGA 0.00 las 4 visitas que faltaban no se hacen"))
        #expect(page.contains("COSTO DE LO HECHO 224.42 6 visitas de la cotización"))
        #expect(page.contains("QUÉ MÁS PUEDE AYUDAR Siga en movimiento"))
        #expect(page.contains("CUÁNDO LLAMAR Llame al 911"))
        #expect(!page.contains("visits"))
    }

    @Test("says the same in JSON, in rows and in HTML")
    func forms() throws {
        let ended = try #require(try ended())
        let json = try JSONValue(ended.json(Words()))
        let plan = try #require(json["planEnded"])

        #expect(json["visits"]?.elements == [])
        #expect(plan["pattern"]?.text == "lbp-acute")
        #expect(plan["checkpoint"]?.text == "6")
        #expect(plan["visitsDone"]?.text == "6")
        #expect(plan["patientPays"]?.text == "0.00")
        #expect(plan["settlement"]?["cost"]?.text == "224.42")
        #expect(plan["settlement"]?["refund"]?.text == "0.00")
        #expect(plan["settlement"]?["owed"]?.text == "0.00")
        #expect(plan["alternatives"]?.elements.isEmpty == false)
        #expect(plan["whenToCall"]?.elements.isEmpty == false)
        let rows = ended.csv(Words())
        #expect(rows.hasPrefix("what,amount_usd,text\n\"Care stops here\",,\"Care was to go on"))
        #expect(rows.contains("\n\"Visits made cost\",224.42,\"6 visits of quote "))
        let html = ended.html(Words(language: .spanish, audience: .patient))
        #expect(html.contains("<h1>El cuidado termina aquí</h1>"))
        #expect(html.contains("<dd class=\"amount\">$224.42</dd>"))
        #expect(html.contains("<h2>Qué más puede ayudar</h2>"))
    }

    @Test("speaks of no visit that is to come")
    func noNextVisit() throws {
        let ended = try #require(try ended())

        #expect(!unbroken(ended.text(Words())).contains("next visit"))
        #expect(unbroken(ended.text(Words())).contains("Call us, and do not wait for a visit"))
        let spanish = unbroken(ended.text(Words(language: .spanish)))
        #expect(!spanish.contains("próxima visita"))
        #expect(spanish.contains("Llámenos sin esperar a una visita"))
    }

    /// Two visits under a first quote are 137.70 and 42.86, 180.56; four under a second one are
    /// 3 × 9.02 and 16.80, 43.86: together 224.42.
    @Test("counts the visits that were made under the quotes before, where their cost is known")
    func chained() throws {
        let maker = try PlannedCareText.maker()
        let whole = QuoteJSON(try maker.quote(PlannedCareText().bytes), words: Words())
        let rest = try maker.goingOn(after: whole.bytes(), visitsDone: 2).made
        let day = try #require(rest.quote.visits.dropFirst(3).first?.date)
        let second = QuoteJSON(rest, words: Words()).bytes()
        let text = String(decoding: second, as: UTF8.self)
        let unknown = Array(text.replacing("visitsBefore", with: "visitsEarlier").utf8)
        func ended(_ bytes: [UInt8]) throws -> PlanEnded {
            let error = #expect(throws: ContinuationError.self) {
                try QuoteMaker(tables: TableFolder(Repository.tables), today: day)
                    .quote(after: bytes, visitsDone: 4, showing: Self.missed)
            }
            return try #require(error?.planEnded)
        }

        #expect(try JSONValue(second)["visitsBefore"]?["cost"]?.text == "180.56")
        let page = unbroken(try ended(second).text(Words()))
        #expect(page.contains("VISITS MADE COST 224.42 4 visits of quote \(rest.id), the last on"))
        #expect(page.contains(", and the 2 before it"))
        let settlement = try JSONValue(ended(second).json(Words()))["planEnded"]?["settlement"]
        #expect(settlement?["cost"]?.text == "43.86")
        #expect(settlement?["visitsBefore"]?["cost"]?.text == "180.56")
        let spanish = unbroken(try ended(second).text(Words(language: .spanish)))
        #expect(spanish.contains("COSTO DE LO HECHO 224.42") && spanish.contains("lo de antes (2"))
        let part = unbroken(try ended(unknown).text(Words()))
        #expect(part.contains("VISITS MADE COST 43.86"))
        #expect(part.contains(", without the 2 before it, whose cost is not known here"))
        // A count that no plan can have is none.
        let huge = text.replacing(
            /"visitsBefore": \{\s*"visits": 2/,
            with: #""visitsBefore": {"visits": 9223372036854775807"#
        )
        #expect(huge != text)
        #expect(unbroken(try ended(Array(huge.utf8)).text(Words())).contains("is not known here"))
    }

    /// Two visits beyond the checkpoint were made before anybody looked: 224.42 and 2 × 9.02.
    @Test("ends it at whatever visit the answer comes")
    func late() throws {
        let ended = try #require(try ended(after: 8))

        #expect(ended.plan.checkpoint.visit == 6)
        #expect(unbroken(ended.text(Words())).contains("VISITS MADE COST 242.46 8 visits of"))
    }

    private func monthly(_ choice: String) -> String {
        """
        {"asOf": "2026-11-27", "patient": {"lastSeen": null}, "payment": {"option": "monthly"}, \
        "screening": {"askedOn": "2026-11-27"}, "coverage": [], "care": {\(choice), \
        "start": "2026-11-30", "session": {"spinalRegions": 3}}}
        """
    }

    /// Worked by hand for two parts, of which the second is paid before the checkpoint.
    ///
    /// Without insurance a visit is 65.00, the first exam (99203) 125.00 and one on the way (99212)
    /// 55.00. Neck pain of 60 days has ten visits, with exams at 6 and at the checkpoint, 8: 650.00,
    /// 125.00 and 110.00 are 885.00, in two parts until December 30. Eight visits, of which the last
    /// is in January, are 520.00, with the three exams 755.00.
    @Test("says what is paid back of what was paid ahead, and how it is worked out")
    func refund() throws {
        let neck = #""complaint": {"region": "neck", "durationDays": 60, "painScore": 5}"#
        let ended = try #require(try ended(monthly(neck), after: 8))
        let page = unbroken(ended.text(Words()))

        #expect(
            page.contains(
                "PAID BACK TO YOU 130.00 885.00 was paid by then, and the 8 visits made come to "
                    + "755.00: 885.00 - 755.00 = 130.00."
            )
        )
        #expect(page.contains("VISITS MADE COST 755.00"))
        #expect(page.contains("Nothing is owed for this plan."))
        #expect(
            unbroken(ended.text(Words(language: .spanish))).contains(
                "SE LE DEVUELVE 130.00 Hasta entonces se pagaron 885.00. Las 8 visitas hechas suman "
                    + "755.00: 885.00 - 755.00 = 130.00."
            )
        )
        let settlement = try JSONValue(ended.json(Words()))["planEnded"]?["settlement"]
        #expect(settlement?["refund"]?.text == "130.00")
        #expect(settlement?["collected"]?.text == "885.00")
        #expect(ended.csv(Words()).contains("\"Paid back to you\",130.00,"))
    }

    /// Worked by hand for two parts, of which the second is paid after the checkpoint.
    ///
    /// Ten visits until January 8 are 650.00 and both exams 830.00, in two parts of 415.00 on
    /// November 30 and December 30. Six visits by December 18 are 390.00 and 180.00, 570.00.
    @Test("says what is still to pay where less was paid than the visits made cost")
    func owed() throws {
        let ended = try #require(try ended(monthly(#""pattern": "lbp-acute""#)))
        let page = unbroken(ended.text(Words()))

        #expect(
            page.contains(
                "STILL TO PAY 155.00 for the 6 visits made: 570.00, of which 415.00 was paid"
            )
        )
        #expect(page.contains("Nothing else is owed for this plan."))
        #expect(!page.contains("PAID BACK"))
    }

    @Test("is told with a request that gives the answer, where nothing is known of what was paid")
    func request() throws {
        var text = PlannedCareText()
        text.more =
            #", "forecast": {"visitsDone": 6, "test": "gate-mcid", "improved": false}"#
        let failure = #expect(throws: QuoteFailure.self) {
            try PlannedCareText.maker().quote(text.bytes)
        }
        let ended = try #require(failure?.planEnded)
        let page = unbroken(ended.text(Words()))

        #expect(page.contains("FOR THE REST YOU PAY 0.00 the visits that were left are not made"))
        #expect(page.contains("What the visits done cost is not known here."))
        #expect(!page.contains("VISITS MADE COST"))
    }

    @Test("has no page where a warning sign says to seek care first")
    func sign() throws {
        var screening = DeskScreening()
        screening.redFlags = ["ces-saddle"]

        #expect(try ended(answering: screening) == nil)
    }

    @Test("keeps what a caution asks for")
    func caution() throws {
        var screening = DeskScreening()
        screening.cautions = ["osteoporosis"]
        let ended = try #require(try ended(answering: screening))

        #expect(ended.plan.screening.outcome == .clinicianDecides)
        #expect(ended.text(Words()).contains(" FIRST\n"))
    }

    /// "For now we give only the price of that exam" would stand on a page that has no exam.
    @Test("says nothing of an exam's price, nor of care that goes on, since no visit follows")
    func noExam() throws {
        var screening = DeskScreening()
        screening.cautions = ["osteoporosis"]
        let cautioned = try #require(try ended(answering: screening))
        screening.clearedBy = "A. Clinician"
        screening.clearedOn = CalendarDate.spelled("2026-11-27")
        let cleared = try #require(try ended(answering: screening))

        #expect(!unbroken(cautioned.text(Words())).contains("price of that exam"))
        #expect(
            unbroken(cautioned.text(Words())).contains("the bones are looked at first")
        )
        #expect(!unbroken(cleared.text(Words())).contains("care is possible"))
        let messages = try JSONValue(cautioned.json(Words()))["screening"]?["messages"]?.elements
        #expect(messages?.compactMap { $0["id"]?.text } == ["osteoporosis"])
    }

    /// The plan has ten visits at most; after all of them nothing is left that could be called off.
    @Test("is not told of a plan that has no visit left", arguments: [10, 11])
    func over(_ count: Int) throws {
        var text = PlannedCareText()
        text.more =
            #", "forecast": {"visitsDone": \#(count), "test": "gate-mcid", "improved": false}"#
        let failure = #expect(throws: QuoteFailure.self) {
            try PlannedCareText.maker().quote(text.bytes)
        }

        #expect(failure?.planEnded == nil)
        #expect(
            failure?.request.first?.message.contains("and the plan has at most 10") == true
        )
    }
}
