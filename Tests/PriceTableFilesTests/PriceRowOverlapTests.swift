import CareModel
import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite("Rows that price the same day")
struct PriceRowOverlapTests {
    private static let catalog = ServicesFile(
        Array(
            """
            service,code,category,unit,service_type,words_en,words_es,source
            adjust-spine-1-2,98940,chiropractic,once,33,Adjustment,Ajuste,our own words
            massage,97124,massage,minutes15,BE,Massage,Masaje,our own words

            """.utf8
        ),
        file: "services.csv"
    ).catalog

    private static func read(_ rows: [String]) -> PriceRowsFile {
        let header = "service,modifier,amount_usd,reduced_usd,effective_from,effective_to"
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        return PriceRowsFile(
            Array(text.utf8),
            path: "schedules/acme.csv",
            file: "acme.csv",
            catalog: catalog
        )
    }

    private static func day(_ number: Int) -> CalendarDate {
        CalendarDate.spelled("2026-01-01").adding(days: number)
    }

    /// The oracle is the sentence itself: each row, held against every row before it.
    @Test("are told of as by comparing each with each", arguments: 0..<40)
    func pairs(_ seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var rows: [(service: String, modifier: String, from: Int, through: Int?)] = []
        for _ in 0..<random(30) {
            let from = random(60)
            rows.append(
                (
                    ["adjust-spine-1-2", "massage"][random(2)], ["", "GP"][random(2)], from,
                    random(8) == 0 ? nil : from + random(6)
                )
            )
        }
        let expected = rows.indices.filter { index in
            rows[..<index].contains { other in
                let row = rows[index]
                return other.service == row.service && other.modifier == row.modifier
                    && (other.through ?? .max) >= row.from && (row.through ?? .max) >= other.from
            }
        }
        let file = PriceRowOverlapTests.read(
            rows.map { row in
                let through = row.through.map { "\(PriceRowOverlapTests.day($0))" } ?? ""
                return
                    "\(row.service),\(row.modifier),40.00,,\(PriceRowOverlapTests.day(row.from)),"
                    + through
            }
        )
        // Row 1 is the header.
        #expect(file.findings.map(\.row) == expected.map { $0 + 2 })
        #expect(file.rows.count == rows.count)
    }

    @Test("are named by the row that they overlap")
    func named() {
        let file = PriceRowOverlapTests.read([
            "massage,,40.00,,2026-01-01,2026-06-30", "massage,,41.00,,2026-06-30,",
        ])
        #expect(
            file.findings.map(\.description) == [
                "acme.csv:3: effective_from: '2026-06-30' overlaps row 2, which also prices massage "
                    + "then. End one row before the other begins"
            ]
        )
    }

    /// Comparing each with each would take five thousand million steps.
    @Test("are looked for in a hundred thousand days of one service", .timeLimit(.minutes(5)))
    func many() {
        // Two modifiers, for the calendar has no hundred thousand days; half of them backwards.
        let rows = ["", "GP"].flatMap { modifier in
            (0..<50_000).map { number in
                let day = PriceRowOverlapTests.day(number % 2 == 0 ? number : 50_000 - number)
                return "massage,\(modifier),40.00,,\(day),\(day)"
            }
        }
        let file = PriceRowOverlapTests.read(rows)
        #expect(file.findings == [])
        #expect(file.rows.count == 100_000)
    }

    @Test("are not read without end, whatever a file holds")
    func bounded() {
        let rows = PriceRowOverlapTests.read(
            Array(repeating: "massage,,40.00,,2026-01-01,", count: 250_000)
        )
        #expect(rows.rows.count <= 200_000)
        #expect(rows.findings.last?.row != nil)
        let commas = PriceRowOverlapTests.read([String(repeating: ",", count: 1_000_000)])
        #expect(
            commas.findings.map(\.description) == [
                "acme.csv:2: has 1000001 cells. Write 6, one for each column, with quotes around a "
                    + "cell that holds a comma"
            ]
        )
        let controls = PriceRowOverlapTests.read(Array(repeating: "\u{1}", count: 50_000))
        #expect(controls.findings.count == 10_001)
        #expect(controls.findings.last?.row == 10_002)
    }
}
