import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

@Suite("The worked scenario")
struct WorkedScenarioTests {
    @Test("costs what the specification says, visit by visit", arguments: WorkedScenario.all)
    func amounts(_ scenario: WorkedScenario) throws {
        let quote = try Desk.quote(scenario.json).quote

        #expect(quote.visits.map(\.amounts.patientPays.cents) == scenario.patientPays)
        #expect(quote.visits.map(\.date.description) == WorkedScenario.dates)
        #expect(quote.totals.patientPays == Money(cents: scenario.patientTotal))
        #expect(quote.totals.planPays == Money(cents: scenario.planTotal))
        #expect(quote.totals.charge == Money(cents: 1_762_00))
        #expect(quote.today == Money(cents: scenario.patientPays[0]))
    }

    @Test("adds up on every line, to the cent", arguments: WorkedScenario.all)
    func identity(_ scenario: WorkedScenario) throws {
        let quote = try Desk.quote(scenario.json).quote
        for visit in quote.visits {
            for amounts in visit.lines.map(\.amounts) + [visit.amounts] {
                let paid = amounts.writeOff + amounts.planPays + amounts.patientPays
                let shares =
                    amounts.deductible + amounts.copay + amounts.coinsurance + amounts.overLimit
                    + amounts.balanceBill + amounts.notCovered
                #expect(amounts.charge == paid)
                #expect(amounts.patientPays == shares)
                #expect(amounts.secondaryPays == .zero)
            }
        }
    }

    @Test("writes off 664.20, and gives each part its place")
    func parts() throws {
        let totals = try Desk.quote(WorkedScenario.asWritten.json).quote.totals

        // documents.md: the write-off. The rest by hand: the deductible is 180.00 of 2026 and
        // 5 × 45.10 + 97.50 of 2027; not covered are two adjustments at 60.00; coinsurance is
        // what is left of 717.96.
        #expect(totals.writeOff == Money(cents: 664_20))
        #expect(totals.deductible == Money(cents: 503_00))
        #expect(totals.notCovered == Money(cents: 120_00))
        #expect(totals.coinsurance == Money(cents: 94_96))
        #expect(totals.copay == .zero)
    }

    @Test("gives the third visit's lines the last of the deductible and 20 %")
    func thirdVisit() throws {
        let quote = try Desk.quote(WorkedScenario.asWritten.json).quote
        let visit = try #require(quote.visits.first { $0.number == 3 })

        // 29.40 of the deductible; 20 % of 15.70 is 3.14 and of 30.20 is 6.04.
        #expect(visit.lines.map(\.amounts.deductible.cents) == [29_40, 0])
        #expect(visit.lines.map(\.amounts.coinsurance.cents) == [3_14, 6_04])
        #expect(visit.lines.map(\.amounts.planPays.cents) == [12_56, 24_16])
        #expect(visit.lines.map(\.amounts.writeOff.cents) == [26_90, 24_80])
    }

    @Test("goes on from what was used after any visit", arguments: [1, 3, 8, 9, 10, 13])
    func split(_ count: Int) throws {
        let scenario = WorkedScenario.asWritten
        let start = scenario.json(
            visits: Array(WorkedScenario.visits[..<count]),
            accumulators: scenario.accumulators
        )
        let first = try Desk.quote(start)
        let document = try JSONValue(QuoteJSON(first, words: Words()).bytes())
        let after = try #require(document["accumulatorsAfter"]?[0])
        let second = try Desk.quote(
            scenario.json(
                visits: Array(WorkedScenario.visits[count...]),
                accumulators: String(decoding: after.bytes(), as: UTF8.self)
            )
        )

        #expect(
            (first.quote.visits + second.quote.visits).map(\.amounts.patientPays.cents)
                == scenario.patientPays
        )
    }

    @Test("leaves six visits and 323.00 used in the new year")
    func accumulatorsAfter() throws {
        let made = try Desk.quote(WorkedScenario.asWritten.json)
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        let after = try #require(document["accumulatorsAfter"]?[0])

        // 5 × 45.10 + 97.50, all of it deductible and all of it counted.
        #expect(after["deductible"]?["individualMet"]?.text == "323.00")
        #expect(after["outOfPocket"]?["individualMet"]?.text == "323.00")
        #expect(after["limits"]?["v"]?["used"]?.text == "6")
    }
}
