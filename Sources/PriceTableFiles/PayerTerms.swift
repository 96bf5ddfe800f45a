import CareCoverage
import CareModel

/// The terms of a plan that follow from what sort of payer it is.
///
/// Medicare's Part B deductible comes from its year table, a Medigap letter from the law, and a
/// public program is federal whether or not the document says so.
struct PayerTerms {
    let type: PlanType
    let isFederalProgram: Bool
    let deductible: Deductible?
    let coordination: CoordinationRule
    let medigap: MedigapCover?
    private let statedFederal: Bool?
    private let statedDeductible: Deductible?
    private let statedCoordination: CoordinationRule?
    private let statedLetter: MedigapCover.Letter?
    private let parameters: PlanParameters?

    init(
        type: PlanType,
        isFederalProgram: Bool?,
        deductible: Deductible?,
        coordination: CoordinationRule?,
        medigapLetter: MedigapCover.Letter?,
        parameters: PlanParameters?
    ) {
        self.type = type
        self.isFederalProgram = isFederalProgram ?? type.isPublicProgram
        self.deductible =
            type == .medicarePartB
            ? parameters.map {
                Deductible(individual: nil, individualByYear: $0.medicareDeductible)
            } : deductible
        self.coordination =
            coordination
            ?? (medigapLetter != nil ? .medigap : type == .medicaid ? .medicaid : .standard)
        medigap = parameters?.medigap.first { $0.letter == medigapLetter }
        statedFederal = isFederalProgram
        statedDeductible = deductible
        statedCoordination = coordination
        statedLetter = medigapLetter
        self.parameters = parameters
    }

    /// Reports what a plan of this sort cannot have, or lacks.
    func check(_ plan: BenefitPlan, reader: DocumentReader, place: DocumentReader.Mark) {
        let report = PayerReport(plan: plan, reader: reader, place: place)
        if statedFederal == false, type.isPublicProgram {
            report.add("federalProgram", "is false, and \(type.rawValue) is one. Leave it out")
        }
        if (coordination == .medigap) != (statedLetter != nil) {
            report.add(
                "medigapLetter",
                "goes together with coordination medigap. Write both, or neither"
            )
        } else if statedLetter != nil, medigap == nil, parameters != nil {
            report.add(
                "medigapLetter",
                "is not in \(MedicareRuleFiles.medigapPath). Add what it covers there"
            )
        }
        if coordination == .medicaid, type != .medicaid {
            report.add(
                "coordination",
                "is medicaid, under which the patient owes nothing of the rest, and only Medicaid "
                    + "pays so. Write standard, basic, carveOut or maintenanceOfBenefits, or "
                    + "planType medicaid"
            )
        }
        if plan.benefits.isEmpty, statedLetter == nil {
            report.add("benefits", "is empty, so nothing is covered. Write at least one benefit")
        }
        if plan.membershipFee != nil, type != .discountPlan {
            report.add("membershipFee", "goes with planType discountPlan only. Leave it out")
        }
        switch type {
        case .medicarePartB: report.medicare(plan, states: statedDeductible)
        case .medicareAdvantage: report.advantage(plan, parameters)
        case .workersCompensation: report.workersCompensation(plan)
        case .autoMedical: report.autoPolicy(plan)
        case .discountPlan: report.discountPlan(plan)
        case .medicaid:
            if let statedCoordination, statedCoordination != .medicaid {
                report.add(
                    "coordination",
                    "is not medicaid, and Medicaid pays after every other plan. Leave it out"
                )
            }
        case .preferredProvider, .healthMaintenance, .exclusiveProvider, .pointOfService,
            .highDeductible, .other:
            break
        }
    }
}

extension PlanType {
    /// Whether the federal government pays for it, wholly or in part.
    fileprivate var isPublicProgram: Bool {
        self == .medicarePartB || self == .medicareAdvantage || self == .medicaid
    }
}

/// Findings about a plan of one sort of payer.
private struct PayerReport {
    let plan: BenefitPlan
    let reader: DocumentReader
    let place: DocumentReader.Mark

    func add(_ path: String, _ message: String) {
        reader.report(place.child(path: path), message)
    }

    /// Part B has the law's terms: its deductible, no maximum, no copay, no contract.
    func medicare(_ plan: BenefitPlan, states deductible: Deductible?) {
        if deductible != nil {
            add(
                "deductible",
                "stands in a plan of Medicare Part B, whose deductible is that of "
                    + "parameters/\(PlanParameters.medicareDeductibleName).json. Leave it out"
            )
        }
        if plan.outOfPocketMaximum != nil {
            add("outOfPocketMaximum", "is a term that Part B does not have. Leave it out")
        }
        if plan.benefitPeriod != .calendarYear {
            add("benefitPeriod", "is not the calendar year, which is that of Part B. Leave it out")
        }
        if plan.feeSchedule != nil {
            add(
                "feeSchedule",
                "stands in a plan of Medicare Part B, which pays by its own fee schedule. "
                    + "Leave it out"
            )
        }
        for (index, row) in plan.benefits.enumerated() where row.copay != nil {
            add("benefits/\(index)/copay", "is a term that Part B does not have. Leave it out")
        }
    }

    /// A Medicare Advantage plan covers at least the manipulation that Part B does.
    func advantage(_ plan: BenefitPlan, _ known: PlanParameters?) {
        for code in (known?.manipulationCodes ?? []).sorted(by: { "\($0)" < "\($1)" }) {
            let named = plan.benefits.filter { row in
                if case .codes(let codes) = row.selector { codes.contains(code) } else { false }
            }
            let rows = named.isEmpty ? plan.benefits : named
            if !rows.contains(where: { $0.coverage == .covered }) {
                add(
                    "benefits",
                    "do not cover \(code), and a Medicare Advantage plan covers at least what "
                        + "Part B does. Write its row"
                )
            }
        }
    }

    /// Of an accepted claim the worker owes nothing.
    func workersCompensation(_ plan: BenefitPlan) {
        let advice = "is a share of the worker's, who owes nothing of an accepted claim. "
        if plan.deductible != nil { add("deductible", advice + "Leave it out") }
        for (index, row) in plan.benefits.enumerated() {
            if let copay = row.copay, copay.amount > .zero {
                add("benefits/\(index)/copay", advice + "Leave it out")
            }
            if case .coinsurance(let part) = row.sharing, part > .zero {
                add("benefits/\(index)/coinsurance", advice + "Write \"0\"")
            }
            if case .planPaysFixed = row.sharing {
                add("benefits/\(index)/planPaysFixed", advice + "Leave it out")
            }
            if row.afterExhaustion != nil, row.afterExhaustion != .notBillable {
                add("benefits/\(index)/afterExhaustion", advice + "Leave it out")
            }
            for limit in row.limits where plan.limits[limit].unit == .dollars {
                add(
                    "limits/\(limit)/unit",
                    "is dollars, and what lies over it would be the worker's. Write visits or "
                        + "services"
                )
            }
        }
    }

    /// The payments of an auto policy are a bucket of dollars.
    ///
    /// Nobody pays more than where the bucket ends in the midst of a line, at whatever amount that
    /// is: a limit that nobody knows has no ends to stand for it.
    func autoPolicy(_ plan: BenefitPlan) {
        for (index, limit) in plan.limits.enumerated()
        where limit.unit == .dollars && reader.wasUnknown("/limits/\(index)/maximum") {
            add(
                "limits/\(index)/maximum",
                "is what an auto policy has to pay, and where it ends decides who pays the rest. "
                    + "Write the amount of its declarations page"
            )
        }
        for (index, row) in plan.benefits.enumerated() where row.coverage == .covered {
            let limits = row.limits.map { plan.limits[$0] }
            if !limits.contains(where: { $0.unit == .dollars && $0.dollarBasis == .planPaid }) {
                add(
                    "benefits/\(index)/limits",
                    "name no limit of dollars on what the plan pays, and an auto policy pays up to "
                        + "an amount. Add that limit and name it here"
                )
            }
        }
    }

    /// A discount plan pays nothing; it sets prices.
    func discountPlan(_ plan: BenefitPlan) {
        for (index, row) in plan.benefits.enumerated() where row.coverage == .covered {
            add(
                "benefits/\(index)/coverage",
                "is covered, and a discount plan is not insurance. Write \"notCovered\""
            )
        }
        if plan.deductible != nil {
            add("deductible", "is a term that a discount plan does not have. Leave it out")
        }
        if plan.membershipFee == nil {
            add(
                "membershipFee",
                "is missing, and it is part of what the patient pays. Write the fee for a year, "
                    + "or \"0.00\""
            )
        }
    }
}
