import CareCoverage
import CareModel
import Testing

/// The worked scenario of the document rules: 16 visits across a visit limit and a benefit year.
///
/// The amounts of each line are those of `oracles/worked-scenario.json`.
@Suite("The worked scenario")
struct WorkedScenarioTests {
    @Test("comes out line by line, to the cent")
    func lineByLine() throws {
        let worked = Worked(
            "as given",
            Self.plan,
            used: Self.used(),
            visits: Self.visits,
            expect: Self.expected
        )
        let (visits, after) = try worked.check()

        let totals = Self.totals(visits)
        #expect(totals.charge == 1_762_00.cents)
        #expect(totals.writeOff == 664_20.cents)
        #expect(totals.deductible == 503_00.cents)
        #expect(totals.coinsurance == 94_96.cents)
        #expect(totals.notCovered == 120_00.cents)
        #expect(totals.planPays == 379_84.cents)
        #expect(totals.patientPays == 717_96.cents)
        // In 2027: five adjustments of 45.10 and 97.50, and six visits.
        #expect(after.deductible.individual == 323_00.cents)
        #expect(after.outOfPocket.individual == 323_00.cents)
        #expect(after.limits["v"] == .used(6))
        #expect(after.asOf == day("2027-02-08"))
    }

    @Test("comes out visit by visit, as its table says", arguments: Visits.table)
    func visitByVisit(_ row: Visits) throws {
        let visits = try Self.course().adjudicated().visits
        for number in row.numbers {
            let patient = visits[number - 1].lines.map(\.amounts.patientPays).sum()
            #expect(patient == row.patientPays.cents, "visit \(number)")
        }
    }

    @Test("has the dates of the table: Mondays, and Wednesdays for four weeks")
    func dates() {
        #expect(Self.visits.count == 16)
        #expect(Self.visits.allSatisfy { [.monday, .wednesday].contains($0.date.weekday) })
        #expect(Self.visits.dropFirst(8).allSatisfy { $0.date.weekday == .monday })
    }

    @Test("changes with what was used before", arguments: Variant.all)
    func variants(_ variant: Variant) throws {
        let visits = try Self.course(variant.used).adjudicated().visits
        let totals = Self.totals(visits)

        #expect(totals.patientPays == variant.patientPays.cents)
        #expect(totals.planPays == variant.planPays.cents)
        #expect(totals.isBalanced)
        #expect(visits.flatMap(\.lines).allSatisfy { $0.flaws.isEmpty })
    }

    @Test("is none of the short cuts that are common, and wrong")
    func shortCuts() throws {
        let total = Self.totals(try Self.course().adjudicated().visits).patientPays

        // 20 % of the first visit sixteen times; 20 % of each visit; the first visit sixteen times.
        #expect(![240_96.cents, 213_60.cents, 1_204_80.cents].contains(total))
    }

    @Test("tells what the patient notices on the way")
    func events() throws {
        let visits = try Self.course().adjudicated().visits
        let limit = Self.plan.limits[0]

        #expect(visits[2].events == [.deductibleMet])
        #expect(visits[7].events == [.limitReached(limit, isDenied: false)])
        #expect(visits[8].events == [.limitReached(limit, isDenied: true)])
        #expect(visits[10].events == [.benefitYearReset])
        for quiet in [0, 1, 3, 4, 5, 6, 11, 12, 13, 14, 15] {
            #expect(visits[quiet].events == [], "visit \(quiet + 1)")
        }
    }
}

extension WorkedScenarioTests {
    struct Visits: CustomTestStringConvertible, Sendable {
        let numbers: ClosedRange<Int>
        let patientPays: Int
        let testDescription: String

        static let table = [
            Visits(numbers: 1...2, patientPays: 75_30, testDescription: "deductible"),
            Visits(numbers: 3...3, patientPays: 38_58, testDescription: "last of the deductible"),
            Visits(numbers: 4...7, patientPays: 15_06, testDescription: "20 %"),
            Visits(numbers: 8...8, patientPays: 25_54, testDescription: "20 %, with re-exam"),
            Visits(numbers: 9...10, patientPays: 60_00, testDescription: "limit reached"),
            Visits(numbers: 11...15, patientPays: 45_10, testDescription: "new benefit year"),
            Visits(numbers: 16...16, patientPays: 97_50, testDescription: "with re-exam"),
        ]
    }

    struct Variant: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let used: Accumulators
        let patientPays: Int
        let planPays: Int

        static let all = [
            Variant(
                testDescription: "as given",
                used: WorkedScenarioTests.used(),
                patientPays: 717_96,
                planPays: 379_84
            ),
            Variant(
                testDescription: "claims on their way have met the deductible",
                used: WorkedScenarioTests.used(deductible: 1_500_00),
                patientPays: 573_96,
                planPays: 523_84
            ),
            Variant(
                testDescription: "two visits were used elsewhere",
                used: WorkedScenarioTests.used(visits: 14),
                patientPays: 947_36,
                planPays: 217_44
            ),
        ]
    }

    static let plan = BenefitPlan(
        deductible: Deductible(individual: 1_500_00.cents),
        maximum: OutOfPocketMaximum(individual: 6_000_00.cents),
        limits: [UsageLimit(id: "v", unit: .visits, maximum: 20)],
        [ServiceCategory.chiropractic, .physicalMedicine, .officeVisit].map {
            Benefit($0, networks: [.inNetwork], limits: [0], afterExhaustion: .selfPay)
        }
    )

    static func used(deductible: Int = 1_320_00, visits: Int = 12) -> Accumulators {
        .used(
            asOf: "2026-11-20",
            deductible: deductible,
            outOfPocket: 4_000_00,
            limits: ["v": .used(visits)]
        )
    }

    static func course(_ used: Accumulators = used()) -> Course {
        Course(plan: plan, used: used, visits: visits)
    }

    static func totals(_ visits: [AdjudicatedVisit]) -> LineAmounts {
        visits.flatMap(\.lines).reduce(into: LineAmounts()) { $0 += $1.amounts }
    }

    static let visits: [PlannedVisit] = {
        let adjustment = PricedLine(
            .chiropractic,
            code: code("98941"),
            charge: 72_00,
            allowed: 45_10,
            selfPay: 60_00
        )
        let exercise = PricedLine(
            .physicalMedicine,
            code: code("97110"),
            charge: 55_00,
            allowed: 30_20,
            selfPay: 40_00
        )
        let exam = PricedLine(
            .officeVisit,
            code: code("99213"),
            charge: 85_00,
            allowed: 52_40,
            selfPay: 70_00
        )
        let both =
            ["2026-11-23", "2026-11-25", "2026-11-30", "2026-12-02", "2026-12-07"]
            + ["2026-12-09", "2026-12-14"]
        let alone =
            ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11", "2027-01-18"]
            + ["2027-01-25", "2027-02-01"]
        var visits = both.map { PlannedVisit($0, [adjustment, exercise]) }
        visits.append(PlannedVisit("2026-12-16", [adjustment, exercise, exam]))
        visits += alone.map { PlannedVisit($0, [adjustment]) }
        visits.append(PlannedVisit("2027-02-08", [adjustment, exam]))
        return visits
    }()

    /// Each line by hand: 72.00 - 45.10 = 26.90, 55.00 - 30.20 = 24.80 and 85.00 - 52.40 = 32.60
    /// are written off; 20 % of 45.10, 30.20 and 52.40 are 9.02, 6.04 and 10.48.
    static let expected: [Shares] = {
        let unmet = [
            Shares(writeOff: 26_90, deductible: 45_10),
            Shares(writeOff: 24_80, deductible: 30_20),
        ]
        let met = [
            Shares(writeOff: 26_90, coinsurance: 9_02, plan: 36_08),
            Shares(writeOff: 24_80, coinsurance: 6_04, plan: 24_16),
        ]
        // 1,500.00 - 1,320.00 - 2 x 75.30 = 29.40 is left; 20 % of 15.70 is 3.14.
        let crossing = Shares(writeOff: 26_90, deductible: 29_40, coinsurance: 3_14, plan: 12_56)
        let visit8 = met + [Shares(writeOff: 32_60, coinsurance: 10_48, plan: 41_92)]
        let denied = Shares(writeOff: 12_00, notCovered: 60_00)
        let lines: [[Shares]] = [
            unmet, unmet, [crossing, met[1]], met, met, met, met, visit8, [denied], [denied],
            Array(repeating: unmet[0], count: 5),
            [unmet[0], Shares(writeOff: 32_60, deductible: 52_40)],
        ]
        return lines.flatMap(\.self)
    }()
}
