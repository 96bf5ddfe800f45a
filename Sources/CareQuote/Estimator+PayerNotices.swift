import CareCoverage
import CareModel

extension Estimator {
    /// What must be said of how public programs, auto policies, discount plans and second plans
    /// pay.
    func payerNotices(on visits: [QuotedVisit], request: QuoteRequest) -> [PayerNotice] {
        var notices: [PayerNotice] = []
        if request.secondary?.plan.type == .medicarePartB {
            notices.append(.medicareSecond)
        } else if let second = request.secondary, second.plan.type != .discountPlan,
            request.primary?.plan.type != .autoMedical
        {
            notices.append(.twoPlans(second.plan.coordination))
        }
        for (index, coverage) in request.coverages.enumerated() {
            switch coverage.plan.type {
            case .medicarePartB:
                notices += medicareNotices(
                    on: visits,
                    under: coverage,
                    isFirst: index == 0,
                    request: request
                )
            case .workersCompensation:
                notices.append(.acceptedClaim)
                // Behind another plan the lines tell of that plan.
                let unpaid = index == 0 ? visits.filter(\.isBorneByClinic).map(\.number) : []
                if !unpaid.isEmpty { notices.append(.acceptedClaimUnpaid(visits: unpaid)) }
            case .autoMedical:
                notices.append(.autoPolicyFirst(hasNextPlan: request.secondary != nil))
            case .discountPlan:
                notices.append(
                    .discountPlan(
                        fee: coverage.plan.membershipFee ?? .zero,
                        counted: request.membershipFees(on: visits.map(\.date)).sum()
                    )
                )
                if index > 0 {
                    let saved = visits.flatMap(\.lines).map(\.savedByDiscountPlan).sum()
                    let fee = request.membershipFees(on: visits.map(\.date)).sum()
                    if saved < fee {
                        notices.append(.discountPlanSavesLess(saved: saved, fee: fee))
                    }
                }
            case .preferredProvider, .healthMaintenance, .exclusiveProvider, .pointOfService,
                .highDeductible, .medicareAdvantage, .medicaid, .other:
                break
            }
        }
        return notices
    }

    private func medicareNotices(
        on visits: [QuotedVisit],
        under coverage: PatientCoverage,
        isFirst: Bool,
        request: QuoteRequest
    ) -> [PayerNotice] {
        guard let standing = coverage.medicare else { return [] }
        var notices: [PayerNotice] = []
        let lines = visits.flatMap(\.lines)
        if request.diagnosisCodes.isEmpty, lines.contains(where: { $0.denial == nil }) {
            notices.append(.medicareDiagnosis)
        }
        if standing.isQualifiedBeneficiary { notices.append(.qualifiedBeneficiary) }
        let totals = visits.map(\.amounts).total()
        if !standing.takesAssignment {
            notices.append(
                .medicareUnassigned(
                    collected: totals.collected,
                    reimbursed: totals.reimbursed
                )
            )
        }
        // Behind another plan the lines tell of that plan, and not of Medicare.
        guard isFirst else { return notices }
        func numbers(_ isMeant: (AdjudicatedLine) -> Bool) -> [Int] {
            visits.filter { $0.lines.contains(where: isMeant) }.map(\.number)
        }
        let unpaid = numbers { $0.denial?.isForNotice == true && $0.amounts.notCovered == .zero }
        let signed = numbers { $0.denial?.isForNotice == true && $0.amounts.notCovered > .zero }
        if !unpaid.isEmpty { notices.append(.beneficiaryNoticeMissing(visits: unpaid)) }
        if !signed.isEmpty { notices.append(.beneficiaryNoticeSigned(visits: signed)) }
        if !standing.takesAssignment, request.secondary?.plan.medigap != nil {
            notices.append(.medigapExcess)
        }
        if totals.planPays > .zero { notices.append(.sequestration) }
        return notices
    }
}

extension QuotedVisit {
    /// Whether a line is one that the plan does not cover and that nobody else may be billed for.
    fileprivate var isBorneByClinic: Bool {
        lines.contains { $0.denial != nil && $0.amounts.writeOff == $0.amounts.charge }
    }
}

extension Denial {
    /// Whether a signed notice decides who bears the line.
    fileprivate var isForNotice: Bool {
        switch self {
        case .maintenance, .modifierMissing, .diagnosisNotPayable: true
        default: false
        }
    }
}

extension BenefitPlan {
    /// Whether the insurer has to be asked about the benefits: a discount plan has none, and those
    /// of Medigap and Part B are the law's.
    var needsVerification: Bool { type != .discountPlan && medigap == nil }
}

extension AdjudicatedLine {
    /// What a discount plan takes off the patient's price.
    fileprivate var savedByDiscountPlan: Money {
        steps.map { step in
            guard case .discountPlan = step.reason, step.part == .patientPays else { return .zero }
            return .zero - step.amount
        }
        .sum()
    }
}
