import CareCoverage
import CareModel
import Testing

/// A visit as a test plans it.
struct PlannedVisit: Hashable, Sendable {
    let date: CalendarDate
    let careType: CareType
    let lines: [PricedLine]

    init(_ date: String, careType: CareType = .active, _ lines: [PricedLine]) {
        self.init(date: day(date), careType: careType, lines: lines)
    }

    init(date: CalendarDate, careType: CareType, lines: [PricedLine]) {
        self.date = date
        self.careType = careType
        self.lines = lines
    }
}

/// Visits under one plan, and what was used before them.
struct Course: Hashable, Sendable {
    var plan: BenefitPlan
    var network = Network.inNetwork
    var used: Accumulators
    var visits: [PlannedVisit]

    func adjudicator(recordsSteps: Bool = true) -> Adjudicator {
        Adjudicator(
            plan: plan,
            network: network,
            accumulators: used,
            recordsSteps: recordsSteps
        )
    }

    /// Every visit in order, with the figures after the last.
    func adjudicated(
        recordsSteps: Bool = true
    ) throws -> (visits: [AdjudicatedVisit], after: Accumulators) {
        var adjudicator = adjudicator(recordsSteps: recordsSteps)
        let visits = try visits.map {
            try adjudicator.adjudicate($0.lines, on: $0.date, careType: $0.careType)
        }
        return (visits, adjudicator.accumulators)
    }
}

/// What becomes of a line, in cents; what is not given is nothing.
struct Shares: Hashable, Sendable, CustomStringConvertible {
    var writeOff = 0
    var deductible = 0
    var copay = 0
    var coinsurance = 0
    var balanceBill = 0
    var notCovered = 0
    var plan = 0

    var patient: Int { deductible + copay + coinsurance + balanceBill + notCovered }

    var description: String {
        "write-off \(writeOff), deductible \(deductible), copay \(copay), "
            + "coinsurance \(coinsurance), balance \(balanceBill), "
            + "not covered \(notCovered), plan \(plan)"
    }
}

extension AdjudicatedLine {
    /// The amounts as a test states them.
    var shares: Shares {
        Shares(
            writeOff: amounts.writeOff.cents,
            deductible: amounts.deductible.cents,
            copay: amounts.copay.cents,
            coinsurance: amounts.coinsurance.cents,
            balanceBill: amounts.balanceBill.cents,
            notCovered: amounts.notCovered.cents,
            plan: amounts.planPays.cents
        )
    }

    /// What breaks the rules that every line keeps; nothing when it is sound.
    var flaws: [String] {
        var flaws: [String] = []
        if !amounts.isBalanced { flaws.append("it does not add up") }
        if amounts.charge != priced.billed { flaws.append("the charge is not what was billed") }
        if amounts.patientPays > priced.billed { flaws.append("the patient pays over the bill") }
        for part in LinePart.allCases where amounts[part] < .zero {
            flaws.append("\(part) is negative")
        }
        if denial != nil, amounts.planPays != .zero { flaws.append("denied, and paid") }
        return flaws
    }

    /// The parts whose steps do not add up to them.
    var partsWithWrongSteps: [LinePart] {
        var sums = LineAmounts()
        for step in steps { sums[step.part] += step.amount }
        return LinePart.allCases.filter { sums[$0] != amounts[$0] }
    }
}

/// A course that was worked by hand: what becomes of each line, visit after visit.
struct Worked: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let course: Course
    let expected: [Shares]

    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = Accumulators(asOf: day("2026-01-01")),
        visits: [PlannedVisit],
        expect expected: [Shares]
    ) {
        testDescription = name
        course = Course(plan: plan, network: network, used: used, visits: visits)
        self.expected = expected
    }

    /// One visit on an ordinary day.
    init(
        _ name: String,
        _ plan: BenefitPlan,
        network: Network = .inNetwork,
        used: Accumulators = Accumulators(asOf: day("2026-01-01")),
        _ lines: [PricedLine],
        expect expected: [Shares]
    ) {
        self.init(
            name,
            plan,
            network: network,
            used: used,
            visits: [PlannedVisit("2026-03-02", lines)],
            expect: expected
        )
    }

    /// Compares every line with the worked amounts, and checks what holds for every line.
    @discardableResult
    func check(
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (visits: [AdjudicatedVisit], after: Accumulators) {
        let result = try course.adjudicated()
        let lines = result.visits.flatMap(\.lines)

        #expect(lines.map(\.shares) == expected, sourceLocation: sourceLocation)
        for (line, shares) in zip(lines, expected) {
            #expect(
                line.amounts.patientPays.cents == shares.patient,
                sourceLocation: sourceLocation
            )
            #expect(line.flaws == [], sourceLocation: sourceLocation)
            #expect(line.partsWithWrongSteps == [], sourceLocation: sourceLocation)
        }
        return result
    }
}

extension Accumulators {
    /// Figures on the first day of 2026, in cents.
    static func used(
        asOf: String = "2026-01-01",
        deductible: Int? = nil,
        family: Int? = nil,
        members: Int? = nil,
        byCategory: [ServiceCategory: Money] = [:],
        outOfPocket: Int? = nil,
        familyOutOfPocket: Int? = nil,
        limits: [String: LimitUse] = [:]
    ) -> Accumulators {
        Accumulators(
            asOf: day(asOf),
            deductible: Tier(individual: deductible?.cents, family: family?.cents),
            membersMet: members,
            deductibleByCategory: byCategory,
            outOfPocket: Tier(
                individual: outOfPocket?.cents,
                family: familyOutOfPocket?.cents
            ),
            limits: limits
        )
    }
}
