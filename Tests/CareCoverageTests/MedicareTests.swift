import CareCoverage
import CareModel
import Testing

@Suite("Medicare Part B")
struct MedicareTests {
    private static let line = PricedLine(charge: 60_00, allowed: 40_00)
    private static let image = PricedLine(.xray, charge: 90_00, allowed: 30_00)

    /// 257.00 in 2025, of which 20.00 are left: those, and a fifth of the other 20.00.
    ///
    /// In 2026 the whole of 283.00 is left.
    @Test("takes the deductible of each year from the table")
    func years() throws {
        let (_, after) = try WorkedEpisode(
            "across the turn of the year",
            .partB(),
            used: .used(asOf: "2025-12-01", deductible: 237_00),
            facts: .medicare(),
            visits: PlannedVisit.each(["2025-12-30", "2026-01-05"], Self.line),
            expect: [
                Split(writeOff: 20_00, deductible: 20_00, coinsurance: 4_00, plan: 16_00),
                Split(writeOff: 20_00, deductible: 40_00),
            ]
        ).check()

        #expect(after.deductible.individual == 40_00.cents)
    }

    @Test("has no figure for a year that is not published")
    func missingYear() {
        let episode = Episode(
            course: Course(
                plan: .partB(),
                used: .used(deductible: 0),
                visits: PlannedVisit.each(["2026-12-30", "2027-01-04"], Self.line)
            ),
            facts: .medicare()
        )

        let error = #expect(throws: AdjudicationError.self) { try episode.adjudicated() }
        let file = "parameters/medicare-part-b-deductible.json"
        #expect(error == .noDeductible(year: 2027, file: file))
    }

    /// The patient pays the regular charge of an image, and 283.00 are still left after it.
    @Test("excludes all but manipulation, which touches no deductible")
    func excluded() throws {
        let (lines, after) = try WorkedEpisode(
            "an image, then an adjustment",
            .partB(),
            used: .used(deductible: 0),
            facts: .medicare(),
            [Self.image, Self.line],
            expect: [Split(notCovered: 90_00), Split(writeOff: 20_00, deductible: 40_00)]
        ).check()

        #expect(lines.map(\.denial) == [.excluded, nil])
        #expect(after.deductible.individual == 40_00.cents)
    }

    @Test("understands the modifiers of a line, and adds none to a list")
    func modifiers() throws {
        func carried(_ facts: CoverageFacts, _ careType: CareType, _ line: PricedLine) throws
            -> [String]
        {
            let course = Course(
                plan: .partB(),
                used: .used(deductible: 0),
                visits: [PlannedVisit("2026-03-02", careType: careType, [line])]
            )
            return try Episode(course: course, facts: facts).adjudicated().visits
                .flatMap(\.lines).flatMap(\.priced.line.modifiers).map(\.description)
        }
        let signed = CoverageFacts.medicare(signed: "2026-03-02")
        let stated = PricedLine(charge: 60_00, allowed: 40_00, modifiers: [modifier("59")])

        #expect(try carried(.medicare(), .active, Self.line) == ["AT"])
        #expect(try carried(signed, .active, Self.line) == ["AT"])
        #expect(try carried(signed, .maintenance, Self.line) == ["GA"])
        #expect(try carried(.medicare(), .maintenance, Self.line) == ["GZ"])
        #expect(try carried(.medicare(), .active, Self.image) == ["GY"])
        #expect(try carried(signed, .active, Self.image) == ["GX", "GY"])
        #expect(try carried(.medicare(), .active, stated) == ["59"])
    }

    @Test("pays a list of modifiers only with the one for active treatment")
    func statedModifiers() throws {
        func stated(_ modifiers: [String]) -> PricedLine {
            PricedLine(charge: 60_00, allowed: 40_00, modifiers: modifiers.map(modifier))
        }
        // A fifth of 40.00; without AT the clinic bears the charge, or the patient with a notice.
        let paid = Split(writeOff: 20_00, coinsurance: 8_00, plan: 32_00)
        let lines = [
            stated([]), stated(["GA"]), stated(["59", "AT"]),
        ]
        let (unsigned, _) = try WorkedEpisode(
            "without a notice",
            .partB(),
            used: .used(deductible: 283_00),
            facts: .medicare(),
            lines,
            expect: [Split(writeOff: 60_00), Split(writeOff: 60_00), paid]
        ).check()
        try WorkedEpisode(
            "with a notice",
            .partB(),
            used: .used(deductible: 283_00),
            facts: .medicare(signed: "2026-03-02"),
            lines,
            expect: [Split(notCovered: 60_00), Split(notCovered: 60_00), paid]
        ).check()

        let missing = Denial.modifierMissing(modifier("AT"))
        #expect(unsigned.map(\.denial) == [missing, missing, nil])
    }

    @Test("pays for a subluxation, wherever it stands among the diagnoses", arguments: Code.all)
    func diagnosis(_ code: Code) throws {
        let (lines, _) = try WorkedEpisode(
            code.testDescription,
            .partB(),
            used: .used(deductible: 283_00),
            facts: .medicare(diagnoses: code.diagnoses),
            [Self.line],
            expect: [
                code.isPaid
                    ? Split(writeOff: 20_00, coinsurance: 8_00, plan: 32_00)
                    : Split(writeOff: 60_00)
            ]
        ).check()

        #expect(lines.map(\.denial) == [code.isPaid ? nil : .diagnosisNotPayable])
    }

    /// 13.00 of the deductible are left: Medicare pays 80 percent of 27.00, and then of 40.00.
    ///
    /// What the patient would owe, 18.40 and 8.00, is written off.
    @Test("asks nothing of a qualified beneficiary, whose deductible is used up all the same")
    func qualified() throws {
        let (_, after) = try WorkedEpisode(
            "a qualified beneficiary",
            .partB(),
            used: .used(deductible: 270_00),
            facts: .medicare(qualified: true),
            visits: PlannedVisit.each(["2026-03-02", "2026-03-09"], Self.line),
            expect: [
                Split(writeOff: 38_40, plan: 21_60), Split(writeOff: 28_00, plan: 32_00),
            ]
        ).check()

        #expect(after.deductible.individual == 283_00.cents)
    }
}

extension MedicareTests {
    struct Code: CustomTestStringConvertible, Sendable {
        let diagnoses: [String]
        let isPaid: Bool

        var testDescription: String { diagnoses.isEmpty ? "none" : "\(diagnoses)" }

        static let all = [
            Code(diagnoses: [], isPaid: true),
            Code(diagnoses: ["M99.03"], isPaid: true),
            Code(diagnoses: ["M54.50"], isPaid: false),
            Code(diagnoses: ["M99.13"], isPaid: false),
            Code(diagnoses: ["M54.50", "R51.9"], isPaid: false),
            Code(diagnoses: ["M99.01", "M54.2"], isPaid: true),
            Code(diagnoses: ["M54.2", "M99.01"], isPaid: true),
        ]
    }
}
