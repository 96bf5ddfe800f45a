import CareModel
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote as JSON")
struct QuoteJSONTests {
    private func document(_ json: String = WorkedScenario.asWritten.json) throws -> JSONValue {
        try JSONValue(QuoteJSON(try Desk.quote(json), words: Words()).bytes())
    }

    @Test("has the names that documents.md lists, in its order")
    func shape() throws {
        let quote = try document()
        let visit = try #require(quote["visits"]?[0])
        let line = try #require(visit["lines"]?[0])
        let step = try #require(line["steps"]?[0])

        let names = [
            "id", "asOf", "request", "tables", "screening", "today", "visits", "totals",
            "accumulatorsAfter", "events", "unverified", "range", "waysToPay", "notices",
        ]
        #expect(quote.names.filter(names.contains) == names)
        #expect(quote["tables"]?.names == ["digest", "sources"])
        #expect(quote["screening"]?.names == ["outcome", "tier", "messages"])
        #expect(
            Set(visit.names) == [
                "number", "date", "phase", "kind", "careType", "patientPays", "planPays", "lines",
                "probability",
            ]
        )
        let parts = [
            "charge", "allowed", "writeOff", "deductible", "copay", "coinsurance", "overLimit",
            "balanceBill", "notCovered", "planPays", "secondaryPays", "patientPays",
        ]
        #expect(line.names == ["service", "code", "units", "modifiers"] + parts + ["steps"])
        #expect(quote["totals"]?.names == parts)
        #expect(step.names == ["rule", "amount", "because", "source"])
        #expect(quote["range"]?.names == ["low", "expected", "high"])
        #expect(quote["events"]?[0]?.names == ["kind", "visit", "date", "text"])
        let way = ["kind", "total", "today", "schedule", "allowed", "because"]
        #expect(quote["waysToPay"]?[0]?.names.filter(way.contains) == way)
        #expect(quote["notices"]?[0]?.names == ["id", "text", "source"])
    }

    @Test("writes amounts as text with two decimals, and counts as numbers")
    func amounts() throws {
        let quote = try document()
        let visit = try #require(quote["visits"]?[2])

        #expect(quote["today"] == .string("75.30"))
        #expect(quote["totals"]?["patientPays"] == .string("717.96"))
        #expect(quote["totals"]?["planPays"] == .string("379.84"))
        #expect(quote["totals"]?["charge"] == .string("1762.00"))
        #expect(quote["totals"]?["writeOff"] == .string("664.20"))
        #expect(visit["number"] == .number("3"))
        #expect(visit["probability"] == .number("1"))
        #expect(visit["patientPays"] == .string("38.58"))
        #expect(visit["lines"]?[0]?["units"] == .number("1"))
    }

    @Test("without unknowns gives one number three times")
    func range() throws {
        let quote = try document()

        #expect(
            quote["range"]?.names.map { quote["range"]?[$0]?.text } == [
                "717.96", "717.96", "717.96",
            ]
        )
        #expect(quote["unverified"]?.elements == [])
    }

    @Test("tells the arithmetic behind the last of the deductible")
    func steps() throws {
        let quote = try document()
        let steps = try #require(quote["visits"]?[2]?["lines"]?[0]?["steps"]).elements
        let step = try #require(steps.first { $0["rule"]?.text == "deductible" })

        // documents.md prints this very step.
        #expect(step["amount"]?.text == "29.40")
        #expect(step["because"]?.text == "29.40 of 1,500.00 still unmet")
    }

    @Test("has steps whose amounts add up to each part of the line")
    func stepSums() throws {
        let quote = try document()
        let lines = try #require(quote["visits"]).elements.flatMap { $0["lines"]?.elements ?? [] }
        var compared = 0
        for line in lines {
            for part in ["charge", "writeOff", "deductible", "coinsurance", "notCovered"] {
                let steps = (line["steps"]?.elements ?? []).filter { $0["rule"]?.text == part }
                let sum = steps.compactMap { $0["amount"]?.text.flatMap(cents) }.reduce(0, +)
                let whole = try #require(line[part]?.text.flatMap(cents))
                #expect(sum == whole)
                compared += 1
            }
        }
        // 16 lines of visits 1 to 8, two re-exams, and one adjustment on each of 9 to 16.
        #expect(compared == 26 * 5)
    }

    private func cents(_ text: String) -> Int? {
        Int(text.replacing(".", with: ""))
    }

    @Test("tells the events of the scenario in order")
    func events() throws {
        let events = try #require(try document()["events"]).elements

        #expect(
            events.map { $0["kind"]?.text } == [
                "deductibleMet", "limitReached", "benefitYearReset",
            ]
        )
        #expect(events.map { $0["visit"]?.text } == ["3", "8", "11"])
        #expect(events.map { $0["date"]?.text } == ["2026-11-30", "2026-12-16", "2027-01-04"])
    }

    @Test("lists the ways to pay, lowest total first, each adding up")
    func waysToPay() throws {
        let all = try #require(try document()["waysToPay"]).elements
        let ways = all.filter { $0["allowed"] == .boolean(true) }

        // Self-pay by hand: seven visits of 60 + 40, one of 170, seven of 60 and one of 130.
        #expect(ways.map { $0["kind"]?.text } == ["insurance", "selfPay"])
        #expect(ways.map { $0["total"]?.text } == ["717.96", "1420.00"])
        #expect(Array(all.prefix(ways.count)) == ways)
        #expect(ways.map { $0["today"]?.text } == ["75.30", "100.00"])
        for way in ways {
            let schedule = try #require(way["schedule"]).elements
            let sum = schedule.compactMap { $0["amount"]?.text.flatMap(cents) }.reduce(0, +)
            #expect(sum == way["total"]?.text.flatMap(cents))
            #expect(schedule.count == 16)
        }
    }

    @Test("says how the screening came out", arguments: [true, false])
    func screening(_ isAsked: Bool) throws {
        let more = isAsked ? #", "screening": {"askedOn": "2026-11-20"}"# : ""
        let quote = try document(RequestText(more: more).json)

        #expect(quote["screening"]?["outcome"]?.text == (isAsked ? "clear" : "notRecorded"))
    }

    @Test("names the tables that it read and their origin")
    func sources() throws {
        let request = RequestText(
            visits: RequestText.visit("2026-11-23", #"{"service": "adjust-spine-3-4"}"#)
        )
        let sources = try #require(try document(request.json)["tables"]?["sources"]).elements

        #expect(
            sources.compactMap { $0["path"]?.text }.filter { $0.hasSuffix(".csv") } == [
                "clinics/harbor-spine/charges.csv", "clinics/harbor-spine/self-pay.csv",
            ]
        )
        #expect(
            sources.suffix(2).allSatisfy {
                $0["publisher"]?.text?.hasPrefix("Harbor Spine Clinic (fictional): fictional")
                    == true
            }
        )
    }

    @Test("has the same numbers in Spanish")
    func spanish() throws {
        let made = try Desk.quote(WorkedScenario.asWritten.json)
        let words = Words(language: .spanish, audience: .patient, catalog: made.catalog)
        let quote = try JSONValue(QuoteJSON(made, words: words).bytes())

        #expect(quote["totals"]?["patientPays"]?.text == "717.96")
        #expect(
            quote["events"]?[2]?["text"]?.text
                == "1 ene: el deducible de 1,500.00 empieza otra vez."
        )
    }
}
