import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import Testing

@Suite("A request")
struct RequestErrorTests {
    @Test(
        "is refused at its mistake",
        arguments: WrongRequest.values + WrongRequest.limits + WrongRequest.syntax
            + WrongRequest.dates + WrongRequest.payments + WrongRequest.sessions
    )
    func wrong(_ request: WrongRequest) throws {
        let failure = try #require(Desk.failure(request.json))

        #expect(failure.request.map(\.pointer) == request.pointers)
        let first = try #require(failure.lines.first)
        #expect(first.contains(request.line), "\(first)")
        #expect(failure.tables.isEmpty)
    }

    @Test("may be as large as the limits allow")
    func largest() throws {
        let service = RequestText.service(#", "units": 99"#)
        let visit = RequestText.visit("2026-11-23", service)
        let many = Array(repeating: visit, count: 366).joined(separator: ", ")
        // 366 visits × 99 units × 60.00.
        #expect(
            try Desk.quote(RequestText(visits: many).json).quote.totals.patientPays
                == Money(cents: 366 * 99 * 60_00)
        )

        let services = Array(repeating: RequestText.service(), count: 50).joined(separator: ", ")
        let one = RequestText(visits: "{\"date\": \"2026-11-23\", \"services\": [\(services)]}")
        #expect(try Desk.quote(one.json).quote.totals.patientPays == Money(cents: 50 * 60_00))
    }

    @Test("may hold 1 MiB and not a byte more")
    func size() throws {
        let json = Array(RequestText().json.utf8)
        let padding = [UInt8](repeating: 0x20, count: 1_048_576 - json.count)

        #expect(try Desk.quote(json + padding).quote.totals.patientPays == Money(cents: 60_00))
        let failure = try #require(Desk.failure(json + padding + [0x20]))
        #expect(
            failure.lines == [
                "line 1, column 1: the request holds more than 1048576 bytes. "
                    + "Split it into several requests"
            ]
        )
    }

    @Test("may nest 32 deep and not deeper")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            // The request is the first of the levels.
            let lists = depth - 1
            return "{\"note\": " + String(repeating: "[", count: lists)
                + String(repeating: "]", count: lists) + "}"
        }
        let allowed = try #require(Desk.failure(nested(32)))
        #expect(allowed.request.map(\.pointer) == ["/note"])

        let tooDeep = try #require(Desk.failure(nested(33)))
        #expect(tooDeep.request.map(\.pointer) == ["/note", ""])
        #expect(tooDeep.lines.last?.contains("nested more than 32 deep") == true)
    }

    @Test("of 200 KB of opening brackets is refused, not crashed on")
    func brackets() throws {
        let failure = try #require(Desk.failure(String(repeating: "[", count: 200 * 1_024)))

        #expect(failure.lines.last?.contains("nested more than 32 deep") == true)
    }

    @Test("gives all of its mistakes at once, each with its pointer")
    func everyMistake() throws {
        let failure = try #require(
            Desk.failure(
                RequestText(
                    asOf: "\"2026-11-31\"",
                    visits: """
                        {"date": "2026-11-23", "services": [{"code": "98941", "charge": 72.5}, \
                        {"code": "98941", "units": 0, "modifiers": ["at"]}]}, \
                        {"date": "tomorrow", "sesion": {}, "session": {"spinalRegions": 9}}
                        """,
                    coverage: RequestText.plan(
                        benefits: #"[{"category": "chiropractic", "coinsurance": "20"}]"#,
                        accumulators: #"{"deductible": {"individualMet": "-1"}}"#
                    ),
                    more: #", "clinic": "x", "offers": [1]"#
                ).json
            )
        )

        #expect(
            failure.request.map(\.pointer) == [
                "/asOf", "/visits/0/services/0/charge", "/visits/0/services/1/units",
                "/visits/0/services/1/modifiers/0", "/visits/1/date", "/visits/1/sesion",
                "/visits/1/session/spinalRegions", "/coverage/0/plan/benefits/0/coinsurance",
                "/coverage/0/accumulators/deductible/individualMet", "/clinic", "/offers/0",
            ]
        )
    }

    @Test("takes null for absent")
    func null() throws {
        let nulls = """
            , "clinic": null, "patient": null, "screening": null, "diagnosisCodes": null, \
            "care": null, "payment": null, "offers": null, "assumePricesContinue": null
            """
        let plain = try Desk.quote(RequestText().json)

        #expect(try Desk.quote(RequestText(more: nulls).json).id == plain.id)
    }
}
