import CareCoverage
import CareModel

/// What a payer promises of a line, whatever the terms; a promise that is broken has its sentence.
struct PayerPromises {
    private let line: AdjudicatedLine
    /// The line as the first plan alone leaves it.
    private let before: AdjudicatedLine
    private let first: Episode
    private let second: SecondPlan?

    init(_ line: AdjudicatedLine, before: AdjudicatedLine, of pairing: Pairing) {
        self.line = line
        self.before = before
        first = pairing.first
        second = pairing.second
    }

    var broken: [String] {
        var broken: [String] = []
        func promise(_ holds: Bool, _ sentence: String) {
            if !holds { broken.append(sentence) }
        }
        let amounts = line.amounts
        let isCovered = line.denial == nil
        promise(line.denial == before.denial, "a second plan changes no denial")
        promise(amounts.planPays == before.amounts.planPays, "nor what the first plan pays")
        promise(amounts.patientPays <= before.amounts.patientPays || isAuto, "nor costs more")

        switch first.course.plan.type {
        case .workersCompensation:
            let isInForce = line.denial != .planNotInForce
            promise(!isInForce || amounts.patientPays == .zero, "the worker owes nothing")
        case .medicaid: promise(amounts.balanceBill == .zero, "Medicaid leaves no balance")
        case .medicarePartB:
            let isQualified = first.facts.medicare?.isQualifiedBeneficiary == true
            promise(
                !isQualified || !isCovered || amounts.patientPays == .zero,
                "a qualified beneficiary owes nothing"
            )
            promise(
                isCovered || amounts.deductible == .zero,
                "Medicare's deductible is for what it covers"
            )
        default: break
        }

        switch second?.plan.type {
        case .discountPlan:
            promise(!isCovered || amounts == before.amounts, "a covered line keeps its amounts")
            promise(amounts.secondaryPays == .zero, "a discount plan pays nothing")
        case .medicaid, .medicarePartB, nil: break
        default:
            promise(
                isAuto || amounts.writeOff == before.amounts.writeOff,
                "one write-off is taken"
            )
        }
        if second?.plan.medigap != nil {
            promise(isCovered || amounts == before.amounts, "Medigap pays only what Medicare does")
        }
        return broken
    }

    /// Behind an auto policy the health plan's contract takes the place of the policy's price.
    private var isAuto: Bool { first.course.plan.type == .autoMedical }
}
