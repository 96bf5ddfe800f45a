import CareModel
import FoundationEssentials
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote as CSV")
struct QuoteCSVTests {
    private func rows(_ json: String, _ words: Words = Words()) throws -> [String] {
        QuoteCSV(try Desk.quote(json), words: words).text().split(separator: "\n").map(String.init)
    }

    @Test("has a row for each line of the claim, its columns ending in their unit")
    func scenario() throws {
        let rows = try rows(WorkedScenario.asWritten.json)

        #expect(
            rows.first
                == "visit,date,kind,service,code,units,charge_usd,allowed_usd,writeOff_usd,"
                + "deductible_usd,copay_usd,coinsurance_usd,overLimit_usd,balanceBill_usd,"
                + "notCovered_usd,planPays_usd,secondaryPays_usd,patientPays_usd,membership_usd,note"
        )
        // Two lines on visits 1 to 7, three on 8, one on 9 to 15, two on 16; and the header.
        #expect(rows.count == 1 + 7 * 2 + 3 + 7 + 2)
        #expect(
            rows.dropFirst().first
                == "1,2026-11-23,followUp,adjust-spine-3-4,98941,1,72.00,45.10,26.90,45.10,0.00,"
                + "0.00,0.00,0.00,0.00,0.00,0.00,45.10,0.00,"
        )
        // The first line of visit 9, denied: charge 72.00, self-pay 60.00, write-off 12.00.
        #expect(
            rows.first { $0.hasPrefix("9,") }
                == "9,2026-12-21,followUp,adjust-spine-3-4,98941,1,72.00,0.00,12.00,0.00,0.00,"
                + "0.00,0.00,0.00,60.00,0.00,0.00,60.00,0.00,"
        )
    }

    @Test("leaves empty what a line does not have, and multiplies by the units")
    func unlisted() throws {
        let service = """
            {"code": "99999", "category": "chiropractic", "units": 3, "charge": "10.00", \
            "selfPay": "8.50"}
            """
        let rows = try rows(RequestText(visits: RequestText.visit("2026-11-23", service)).json)

        // 3 × 10.00, 3 × 8.50 and the rest.
        #expect(
            rows.last
                == "1,2026-11-23,followUp,,99999,3,30.00,0.00,4.50,0.00,0.00,0.00,0.00,0.00,25.50,"
                + "0.00,0.00,25.50,0.00,"
        )
    }

    /// The card costs 60.00 a year and the first visit's exam 106.25 under it
    /// (Examples/discount-card): once, at the first line of the first visit.
    @Test("has a membership beside the first line of the visit at which it is paid")
    func membership() throws {
        let path = Repository.root + "/Examples/discount-card/alone.json"
        let request = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let rows = try rows(request).dropFirst().map { $0.split(separator: ",").map(String.init) }

        #expect(rows.first?.last == "60.00")
        #expect(rows.dropFirst().allSatisfy { $0.last == "0.00" })
        // The patient pays 497.75 in all.
        #expect(cents(rows, column: 17) + cents(rows, column: 18) == 497_75)
    }

    /// A blood thinner is a caution: only the exam is priced, 125.00.
    private static let caution = CareText(isInsured: false).json.replacing(
        #""askedOn": "2026-11-26""#,
        with: #""askedOn": "2026-11-26", "cautions": ["anticoagulants"]"#
    )

    @Test("says in words what comes before any price, at its first row")
    func note() throws {
        let caution = try rows(Self.caution)
        let plan = try rows(CareText(isInsured: false).json)
        let spanish = try rows(Self.caution, Words(language: .spanish))

        #expect(caution.count == 2)
        #expect(caution[1].contains("A clinician decides that with you after an exam"))
        #expect(caution[1].hasSuffix("a clinician decides with you what comes after it.\""))
        #expect(spanish[1].contains("Un profesional lo decide con usted después de un examen"))
        #expect(plan[1].contains("We look again at visit 6, Fri Dec 18. Care goes on only if: "))
        #expect(plan[1].hasSuffix("You want to stop: you can at any visit.\""))
        #expect(plan.dropFirst(2).allSatisfy { $0.hasSuffix(",") })
    }

    @Test("has plain words and no codes for a patient")
    func patient() throws {
        let english = try rows(Self.caution, Words(audience: .patient))
        let catalog = try Desk.quote(Self.caution).catalog
        let named = try rows(Self.caution, Words(audience: .patient, catalog: catalog))

        #expect(english[0].hasPrefix("visit,date,kind,service,units,charge_usd,"))
        #expect(named[1].contains(",\"First exam for a new patient, standard\",1,150.00,"))
        #expect(!named[1].contains("99203"))
        #expect(!named[1].contains("exam-new-standard"))
    }

    private func cents(_ rows: [[String]], column: Int) -> Int {
        rows.map { Int($0[column].filter { $0 != "." }) ?? 0 }.reduce(0, +)
    }
}
