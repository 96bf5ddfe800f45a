import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite("Medicare's fee schedule in the tables")
struct MedicareTablesTests {
    private static let sanDiego = "01182-72"

    private func schedule(_ locality: String = sanDiego) throws -> MedicareFeeSchedule {
        var tables = PriceTables(root: Repository.tables)
        return try tables.medicare(locality: locality)
    }

    @Test("prices a code on a date", arguments: TablePrice.worked)
    func price(_ worked: TablePrice) throws {
        let price = try schedule(worked.locality)
            .price(of: .spelled(worked.code), on: .spelled(worked.date))

        #expect(price.amount == Money(cents: worked.cents))
        #expect(price.reduced?.cents == worked.reducedCents)
    }

    @Test("gives the row and the limiting charge with it")
    func place() throws {
        let price = try schedule().price(of: .spelled("98941"), on: .spelled("2025-06-02"))

        // 41.90 × 1.0925 = 45.77575.
        #expect(price.limitingCharge == Money(cents: 45_78))
        #expect(price.source.file == "medicare/2025/rvu.csv")
    }

    @Test(
        "has no price for what Medicare does not pay, though it has relative values",
        arguments: ["98943": "N", "97010": "B", "97014": "I"]
    )
    func notPaid(_ code: String, status: String) throws {
        let schedule = try schedule()
        let value = try #require(
            schedule.release(on: .spelled("2025-06-02"))?.value(of: .spelled(code))
        )

        #expect(value.work > 0)
        #expect(throws: MedicareGap.notPaid(status: status, source: value.place)) {
            _ = try schedule.price(of: .spelled(code), on: .spelled("2025-06-02"))
        }
    }

    @Test("prices every code of an oracle's statuses alone")
    func statuses() throws {
        #expect(try schedule().formula.payableStatuses == ["A", "R", "T"])
    }

    // 97110 has NA beside its expense in a facility: that one is a copy, and the office's is paid.
    @Test("prices an office where NA stands beside the facility")
    func copies() throws {
        let schedule = try schedule()
        let value = try #require(
            schedule.release(on: .spelled("2025-06-02"))?.value(of: .spelled("97110"))
        )

        #expect(value.copiedSettings == [.facility])
        #expect(
            try schedule.price(of: .spelled("97110"), on: .spelled("2025-06-02")).amount
                == Money(cents: 31_71)
        )
    }

    @Test("does not know San Diego in 2026, whose indices were not read")
    func noIndex() throws {
        #expect(throws: MedicareGap.noLocality(release: "2026")) {
            _ = try schedule().price(of: .spelled("98941"), on: .spelled("2026-01-01"))
        }
    }

    @Test("does not know 2027, nor any locality that is none")
    func noRelease() throws {
        let date = CalendarDate.spelled("2027-01-01")

        #expect(throws: MedicareGap.noRelease(date)) {
            _ = try schedule("01182-18").price(of: .spelled("98941"), on: date)
        }
        #expect(throws: MedicareGap.noLocality(release: "2025")) {
            _ = try schedule("99999-99")
                .price(of: .spelled("98941"), on: .spelled("2025-12-31"))
        }
    }

    @Test("does not know a code that the release lacks")
    func noCode() throws {
        #expect(throws: MedicareGap.noRelativeValue(release: "2024")) {
            _ = try schedule().price(of: .spelled("97022"), on: .spelled("2024-06-03"))
        }
    }

    @Test("has the two conversion factors of 2024 and one in each year after")
    func factors() throws {
        let factors = try schedule().conversionFactors
        func factor(_ date: String) -> Int? {
            factors.value(on: .spelled(date))?.tenThousandths
        }

        #expect(factor("2023-12-31") == nil)
        #expect(factor("2024-01-01") == 32_7442)
        #expect(factor("2024-03-08") == 32_7442)
        #expect(factor("2024-03-09") == 33_2875)
        #expect(factor("2024-12-31") == 33_2875)
        #expect(factor("2025-01-01") == 32_3465)
        #expect(factor("2026-01-01") == 33_4009)
    }
}

/// A price that Medicare's formula makes of the tables, worked by hand or published.
struct TablePrice: CustomTestStringConvertible {
    let code: String
    let locality: String
    let date: String
    let cents: Int
    var reducedCents: Int?

    var testDescription: String { "\(code) in \(locality) on \(date)" }

    static let worked = [
        // Published: CMS payment file PFCA252.
        TablePrice(code: "98941", locality: "01182-72", date: "2025-01-01", cents: 41_90),
        TablePrice(code: "98941", locality: "01182-72", date: "2025-12-31", cents: 41_90),
        TablePrice(code: "98941", locality: "10112-00", date: "2025-06-02", cents: 36_36),
        TablePrice(
            code: "97110",
            locality: "01182-72",
            date: "2025-06-02",
            cents: 31_71,
            reducedCents: 23_43
        ),
        // 0.71 × 1.028 + 0.46 × 1.191 + 0.01 × 0.572 = 1.28346; × 32.7442 = 42.0259.
        TablePrice(code: "98941", locality: "01182-72", date: "2024-03-08", cents: 42_03),
        // × 33.2875 = 42.7232.
        TablePrice(code: "98941", locality: "01182-72", date: "2024-03-09", cents: 42_72),
        // 0.69 × 1.041 + 0.45 × 1.183 + 0.01 × 0.664 = 1.25728; × 33.4009 = 41.9943.
        TablePrice(code: "98941", locality: "01182-18", date: "2026-10-01", cents: 41_99),
    ]
}
