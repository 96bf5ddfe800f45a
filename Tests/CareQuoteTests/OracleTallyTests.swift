import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite(
    "The tally of the published fees and rules",
    .enabled(
        if: SharedOracles.folder != nil,
        "CAREQUOTE_REAL_DATA does not name the folder of shared data"
    )
)
struct OracleTallyTests {
    private func document(_ name: String) throws -> JSONValue {
        try SharedOracles.document(name)
    }

    @Test("meets the amounts of 2025 from the repository's tables")
    func fees() throws {
        let reason = "services.csv lacks the code, and so do the tables; the CSV oracle has it"
        let lacking = [
            "71250", "71275", "71550", "72120", "72148", "97113", "97161", "97164", "97542",
            "97750", "98975", "98976", "98977", "98980", "98981", "G0281",
        ]
        let rows = try document("fees-2025-SanDiego-Alabama.json").member("rows").list()
            .map(PublishedFee.init)
        var tally = OracleTally(
            "fees-2025-SanDiego-Alabama.json",
            exceptions: Dictionary(
                rows.filter { lacking.contains($0.code) }.map { ($0.name, reason) },
                uniquingKeysWith: { first, _ in first }
            )
        )
        var tables = PriceTables(root: Repository.tables)
        var schedules: [String: MedicareFeeSchedule] = [:]
        for locality in Set(rows.map(\.locality)) {
            schedules[locality] = try tables.medicare(locality: locality)
        }
        for row in rows {
            let schedule = try #require(schedules[row.locality])
            tally.count(row.name, isMet: row.isMet(by: schedule))
        }
        tally.report()

        #expect(tally.total == 121)
        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
    }

    @Test("meets the minutes and units")
    func timedUnits() throws {
        let rules = try RuleTables().rules
        let pooled = try #require(rules.payer(ofSchedule: "medicare")).timedUnits
        let alone = try #require(rules.payer(ofSchedule: nil)).timedUnits
        let oracle = try document("fees-rules.json").member("eight_minute")
        let sanDiego = try Published2025()
        let free = "divergence: 97110 8, 97112 8, 97140 8"
        var tally = OracleTally(
            "fees-rules.json, eight_minute",
            exceptions: [
                free: "a tie that Medicare leaves free; we take the higher price, and the totals "
                    + "agree"
            ]
        )
        for boundary in try oracle.member("cms_boundaries").list() {
            let minutes = try boundary.member("minutes").count()
            let service = TimedService(service: .spelled("massage"), minutes: minutes)
            let units = try boundary.member("units").count()
            tally.count("\(minutes) minutes", isMet: pooled.units(of: [service]) == [units])
        }
        for example in try oracle.member("examples").list() {
            let minutes = try example.member("minutes").members().mapValues { try $0.count() }
            let codes = minutes.keys.sorted()
            let services = try codes.map { code in
                TimedService(
                    service: .spelled("massage"),
                    minutes: try #require(minutes[code]),
                    price: try sanDiego.price(of: code).amount
                )
            }
            let list = codes.map { "\($0) \(minutes[$0] ?? 0)" }.joined(separator: ", ")
            for (rule, column) in [(pooled, "cms"), (alone, "ama_midpoint")] {
                let expected = try example.member(column)
                let units = try expected.member("units").members().mapValues { try $0.count() }
                let made = rule.units(of: services)
                let total = try expected.member("total_units").count()

                #expect(made.reduce(0, +) == total, "\(list)")
                let suffix = column == "cms" ? "" : ", midpoint"
                tally.count(
                    "\(try example.text("note")): \(list)\(suffix)",
                    isMet: made.map(Optional.some) == codes.map { units[$0] }
                )
            }
        }
        tally.report()

        #expect(tally.total == 19 + 2 * 16)
        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
    }

    @Test("meets the visits with several procedures")
    func reductions() throws {
        let sanDiego = try Published2025()
        var tally = OracleTally("fees-rules.json, mppr_visits_San_Diego_2025")
        let visits = try document("fees-rules.json").member("mppr_visits_San_Diego_2025")
            .member("visits").list()
        for visit in visits {
            let lines = try visit.member("lines").list().map { line in
                let parts = try line.list()
                return (
                    code: try #require(parts.first?.text),
                    units: try #require(parts.last).count()
                )
            }
            let made = try sanDiego.total(of: lines)
            let name = lines.map { "\($0.units) × \($0.code)" }.joined(separator: ", ")
            tally.count(name, isMet: try visit.amount("total") == made)
        }
        tally.report()

        #expect(tally.total == 8)
        #expect(tally.missed == [])
    }

    @Test("meets the limiting charges")
    func limitingCharges() throws {
        let formula = try Published2025().schedule.formula
        var tally = OracleTally("fees-rules.json, limiting_charge")
        for charge in try document("fees-rules.json").member("limiting_charge").list() {
            let fee = try charge.amount("fee")
            let isPublished = charge["limiting_charge_published"] != nil
            let expected = try charge.amount(
                isPublished ? "limiting_charge_published" : "computed"
            )
            tally.count(
                "limiting charge of \(fee)",
                isMet: formula.limitingCharge(of: fee) == expected
            )
        }
        tally.report()

        #expect(tally.total == 2)
        #expect(tally.missed == [])
    }

    @Test("meets the parts of Medicare's payment")
    func splits() throws {
        let sanDiego = try Published2025()
        let formula = sanDiego.schedule.formula
        let examples = try document("fees-rules.json").member("medicare_split_examples")
            .list()
        let sequestered = [
            "sequestration_2pct_of_medicare_payment", "medicare_paid_after_sequestration",
        ]
        let codes = try examples.map { try $0.text("hcpcs") }
        var tally = OracleTally(
            "fees-rules.json, medicare_split_examples",
            exceptions: Dictionary(
                codes.flatMap { code in sequestered.map { "\(code), \($0)" } }
                    .map { ($0, "no rule of sequestration is built yet") },
                uniquingKeysWith: { first, _ in first }
            )
        )
        for example in examples {
            let code = try example.text("hcpcs")
            let price = try sanDiego.price(of: code)
            let coinsurance = Percentage.spelled("0.20").of(price.amount)
            let made = [
                "par_fee": price.amount,
                "nonpar_fee": formula.nonParticipatingAmount(of: price.amount),
                "limiting_charge": price.limitingCharge,
                "coinsurance_20": coinsurance,
                "medicare_80": price.amount - coinsurance,
            ]
            for name in made.keys.sorted() + sequestered {
                let expected = try example.amount(name)
                tally.count("\(code), \(name)", isMet: made[name] == expected)
            }
        }
        tally.report()

        #expect(tally.total == 3 * 7)
        #expect(tally.missed == [])
        #expect(tally.idleExceptions == [])
    }
}

/// A row of `fees-2025-SanDiego-Alabama.json`.
struct PublishedFee {
    let code: String
    let modifier: Modifier?
    let locality: String
    let nonfacility: Money
    let facility: Money
    /// The price as a further procedure of the day; absent where none is printed.
    let reduced: Money?

    var name: String {
        let suffix = modifier.map { "-\($0)" } ?? ""
        return "\(code)\(suffix) in \(locality)"
    }

    init(_ row: JSONValue) throws {
        code = try row.text("hcpcs")
        modifier = Modifier(try row.text("modifier"))
        locality = "\(try row.text("mac"))-\(try row.text("locality"))"
        nonfacility = try row.amount("published_nonfacility")
        facility = try row.amount("published_facility")
        let printed = row["published_mppr_nonfacility"]
        reduced = printed == nil ? nil : try row.amount("published_mppr_nonfacility")
    }

    /// Whether the tables make every amount of the row.
    func isMet(by schedule: MedicareFeeSchedule) -> Bool {
        let date = CalendarDate.spelled("2025-07-01")
        let release = schedule.release(on: date)
        guard let factor = schedule.conversionFactors.value(on: date),
            let value = release?.value(of: .spelled(code), modifier: modifier),
            let index = release?.index,
            let price = try? schedule.price(of: .spelled(code), modifier: modifier, on: date)
        else { return false }
        let inFacility = schedule.formula.amount(
            value,
            in: index,
            at: factor,
            setting: .facility
        )
        return price.amount == nonfacility && inFacility == facility
            && (reduced == nil || reduced == price.reduced)
    }
}

/// Medicare's fee schedule in San Diego in 2025, from the tables.
struct Published2025 {
    let schedule: MedicareFeeSchedule
    private let date = CalendarDate.spelled("2025-07-01")

    init() throws {
        var tables = PriceTables(root: Repository.tables)
        schedule = try tables.medicare(locality: "01182-72")
    }

    func price(of code: String) throws -> MedicareFeeSchedule.Price {
        try schedule.price(of: .spelled(code), on: date)
    }

    /// What the lines of a day cost, the further procedures reduced.
    func total(of lines: [(code: String, units: Int)]) throws -> Money {
        let release = try #require(schedule.release(on: date))
        var total = Money.zero
        var therapy: [MedicareFeeSchedule.Price] = []
        var ranked: [MultipleProcedureReduction.Line] = []
        for (code, units) in lines {
            let price = try price(of: code)
            let value = try #require(release.value(of: .spelled(code)))
            total += price.amount * units
            guard value.multipleProcedure == schedule.formula.reducedIndicator else { continue }
            therapy.append(price)
            ranked.append(
                MultipleProcedureReduction.Line(
                    practiceExpense: value.nonfacilityPracticeExpense,
                    fee: price.amount.cents,
                    units: units
                )
            )
        }
        let reduced = MultipleProcedureReduction.reducedUnits(of: ranked)
        for (price, units) in zip(therapy, reduced) {
            total -= (price.amount - (try #require(price.reduced))) * units
        }
        return total
    }
}
