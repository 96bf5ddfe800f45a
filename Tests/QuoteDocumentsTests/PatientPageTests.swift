import CareModel
import CareQuote
import FoundationEssentials
import QuoteDocuments
import TestSupport
import Testing

@Suite("A limit on a page")
struct LimitWordsTests {
    /// A plan with one limit, its uses unknown, and two visits.
    private func text(
        _ limit: String,
        _ audience: Words.Audience,
        _ language: Language = .english,
        used: String? = nil
    ) throws -> String {
        let uses = used.map { "{\"limits\": {\"my-limit\": \($0)}}" } ?? "{}"
        let made = try Desk.quote(
            RequestText(
                visits: RequestText.visit("2026-11-23") + ", " + RequestText.visit("2026-11-30"),
                coverage: RequestText.plan(
                    more: ", \"limits\": [{\"id\": \"my-limit\", \(limit)}]",
                    benefits: """
                        [{"category": "chiropractic", "coinsurance": "0.20", \
                        "limits": ["my-limit"]}]
                        """,
                    accumulators: uses
                )
            ).json
        )
        let words = Words(language: language, audience: audience, catalog: made.catalog)
        return QuoteText(made, words: words).text().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    @Test(
        "is asked for by its unit, amount and period on a patient's page",
        arguments: [
            (
                #""unit": "visits", "maximum": 20"#,
                "How many of the plan's 20 visits a year are used?",
                "¿Cuántas de las 20 visitas al año del plan se usaron?"
            ),
            (
                #""unit": "visits", "maximum": 1, "period": "lifetime""#,
                "Is the plan's one visit in all used?",
                "¿Se usó ya la única visita en total del plan?"
            ),
            (
                #""unit": "services", "maximum": 12"#,
                "How many of the plan's 12 services a year are used?",
                "¿Cuántos de los 12 servicios al año del plan se usaron?"
            ),
            (
                #""unit": "dollars", "maximum": "500.00""#,
                "How much of the plan's 500.00 a year is used?",
                "¿Cuánto de los 500.00 al año del plan se usó?"
            ),
            (
                #""unit": "visits", "maximum": 20, "period": "rolling12Months""#,
                "On which dates of the last twelve months was the plan's limit of visits used?",
                "¿En qué fechas de los últimos doce meses se usó el límite de visitas del plan?"
            ),
            (
                #""unit": "visits", "maximum": "unknown""#,
                "How much of the plan's limit of visits is used?",
                "¿Cuánto del límite de visitas del plan se usó?"
            ),
        ]
    )
    func asked(_ limit: String, _ english: String, _ spanish: String) throws {
        let forPatient = try text(limit, .patient)
        let inSpanish = try text(limit, .patient, .spanish)

        #expect(forPatient.contains(english))
        #expect(inSpanish.contains(spanish))
        #expect(!forPatient.contains("my-limit"))
        #expect(!inSpanish.contains("my-limit"))
        // The desk looks the limit up by its name.
        #expect(try text(limit, .desk).contains("my-limit"))
    }

    /// The plan pays 80 % of 45.10 = 36.08 of its 50.00 at the first visit, and 13.92 at the second.
    @Test("of dollars that is used up is told without its name to a patient")
    func event() throws {
        let limit = #""unit": "dollars", "maximum": "50.00""#
        let used = #"{"used": "0"}"#

        #expect(
            try text(limit, .patient, used: used).contains(
                "The plan's 50.00 a year are used up at visit 2, Mon Nov 30."
            )
        )
        #expect(
            try text(limit, .patient, .spanish, used: used).contains(
                "Los 50.00 al año del plan se agotan en la visita 2, lun 30 nov."
            )
        )
        #expect(
            try text(limit, .desk, used: used).contains(
                "The 50.00 of my-limit are used up at visit 2, Mon Nov 30."
            )
        )
    }
}

@Suite("The word beside today's amount")
struct TodayRemarkTests {
    private func text(
        _ option: String,
        coverage: String = "[]",
        last: String = "2027-01-04",
        _ language: Language = .english
    ) throws -> String {
        let made = try Desk.quote(
            RequestText(
                visits: RequestText.visit("2026-11-30") + ", " + RequestText.visit(last),
                coverage: coverage,
                more: ", \"payment\": {\"option\": \"\(option)\"}"
            ).json
        )
        return QuoteText(made, words: Words(language: language)).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Two visits at 60.00 are 120.00, on November 30 and December 30 in halves.
    @Test("is which part it is, where the whole is paid monthly")
    func monthly() throws {
        #expect(try text("monthly").contains("TODAY 60.00 the first of 2 parts WHOLE PLAN"))
        #expect(try text("monthly", .spanish).contains("HOY 60.00 la primera de 2 partes EN TOTAL"))
        #expect(!(try text("monthly").contains("TODAY 60.00 the self-pay price")))
    }

    /// Each visit costs 20 % of 45.10, 9.02.
    @Test("is which part it is with insurance too")
    func insured() throws {
        let text = try text("monthly", coverage: RequestText.plan())

        #expect(text.contains("TODAY 9.02 the first of 2 parts"))
    }

    @Test("is that all of it is paid in advance, or the price of the visit")
    func others() throws {
        #expect(try text("prepay").contains("TODAY 120.00 all of it, in advance"))
        #expect(
            try text("monthly", last: "2026-12-07").contains("TODAY 120.00 all of it, in advance")
        )
        #expect(try text("perVisit").contains("TODAY 60.00 the self-pay price"))
    }
}

@Suite("The membership of a discount plan")
struct MembershipTests {
    private func page(
        _ coverage: String,
        visits: String = RequestText.session("2026-11-30"),
        _ language: Language = .english
    ) throws -> String {
        let made = try Desk.quote(
            RequestText(
                visits: visits,
                coverage: coverage,
                more: #", "patient": {"lastSeen": "2026-10-05"}"#
            ).json
        )
        return QuoteText(made, words: Words(language: language)).text()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The card's price of an adjustment is 55.25, its membership 60.00 a year.
    @Test("stands beneath the visit at which it is due")
    func row() throws {
        let visits = RequestText.session("2026-11-30") + ", " + RequestText.session("2026-12-07")
        let text = try page(#"[{"plan": "thrift-card"}]"#, visits: visits)

        #expect(
            text.contains(
                "1-2 Nov 30, Dec 7 55.25 discount plan's price Nov 30 60.00 membership of the "
                    + "discount plan, beside the visit"
            )
        )
        #expect(text.contains("WHOLE PLAN, YOU PAY 170.50"))
        #expect(
            try page(#"[{"plan": "thrift-card"}]"#, visits: visits, .spanish).contains(
                "30 nov 60.00 cuota del plan de descuento, además de la visita"
            )
        )
    }

    private static let covered = """
        [{"plan": {"id": "p", "payerName": "Acme", "planName": "Test", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", "feeSchedule": "acme-ppo-2026", "benefits": \
        [{"category": "chiropractic", "coverage": "COVERAGE", "coinsurance": "0.20", \
        "afterExhaustion": "selfPay"}]}}, {"plan": "thrift-card"}]
        """

    /// One adjustment that the plan covers: the card changes nothing and costs 60.00.
    @Test("is told as lost behind a plan that covers everything")
    func lost() throws {
        let coverage = Self.covered.replacing("COVERAGE", with: "covered")

        #expect(
            try page(coverage).contains(
                "The discount plan saves 0.00 on these visits and costs 60.00: without it you pay "
                    + "60.00 less."
            )
        )
        #expect(
            try page(coverage, .spanish).contains(
                "El plan de descuento ahorra 0.00 en estas visitas y cuesta 60.00: sin él usted "
                    + "paga 60.00 menos."
            )
        )
    }

    /// What the plan does not cover costs 65.00 alone and 55.25 with the card: 9.75 a visit, so six
    /// visits save 58.50, less than the fee, and seven 68.25.
    @Test("is told as more than it saves until it is not", arguments: [(6, true), (7, false)])
    func worth(_ count: Int, _ isTold: Bool) throws {
        let coverage = Self.covered.replacing("COVERAGE", with: "notCovered")
        let days = ["01", "03", "07", "08", "09", "10", "14"].prefix(count)
        let visits = days.map { RequestText.session("2026-12-\($0)") }.joined(separator: ", ")
        let text = try page(coverage, visits: visits)

        #expect(
            text.contains(
                "The discount plan saves 58.50 on these visits and costs 60.00: without it you pay "
                    + "1.50 less."
            ) == isTold
        )
        #expect(text.contains("on these visits and costs") == isTold)
    }
}
