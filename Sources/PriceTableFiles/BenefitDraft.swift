import CareCoverage
import CareModel

/// A benefit row as it was read, before its limits are known.
struct BenefitDraft {
    let mark: DocumentReader.Mark
    var selectors: [Benefit.Selector] = []
    /// How many selectors stand in the document, those that could not be read included.
    var selectorCount = 0
    var networks: Set<Network> = [.inNetwork]
    var coverage = Benefit.Coverage.covered
    var isCoverageUnknown = false
    var copay: Copay?
    var isCopayUnknown = false
    var hasCopay = false
    var coinsurance: Percentage?
    var hasCoinsurance = false
    var planPaysFixed: Money?
    var base = Benefit.CoinsuranceBase.afterDeductibleAndCopay
    var deductibleApplies = true
    var counts = true
    var isWaived = true
    var limits: [(name: String, mark: DocumentReader.Mark)] = []
    var afterExhaustion: Benefit.UncoveredPrice?
    var coversMaintenance = false
    var diagnoses: DiagnosisCondition?
    var authorization: AuthorizationTerm?
    var isReferralRequired = false
    var waitingPeriodMonths = 0
    var exhaustedWriteOff = Benefit.ExhaustedWriteOff.keep
    var outOfNetworkBasis: Benefit.OutOfNetworkBasis?
    let place: SourcePlace

    /// The row, once the plan's limits are known.
    func benefit(
        limits drafts: LimitDrafts,
        isHSACompatible: Bool,
        reader: DocumentReader
    ) -> Benefit? {
        let findingsBefore = reader.findings.count
        for limit in limits where !drafts.names.contains(limit.name) {
            reader.report(
                limit.mark,
                "is not a limit of this plan. Write one of its ids, or add the limit"
            )
        }
        if selectorCount != 1 {
            reader.report(
                mark.child("category"),
                "has to be the only one of category, services and codes; \(selectorCount) "
                    + "stand here. Write exactly one of the three"
            )
        }
        // A row of which nobody knows whether it is covered needs its shares for the case that it is.
        if coverage == .covered || isCoverageUnknown, !hasCoinsurance, !hasCopay,
            planPaysFixed == nil
        {
            reader.report(
                mark.child("coinsurance"),
                "is missing. Write the patient's fraction, such as \"0.20\", or \"0\""
            )
        }
        if hasCoinsurance, planPaysFixed != nil {
            reader.report(
                mark.child("planPaysFixed"),
                "stands beside a coinsurance, and only one can hold. Leave one of them out"
            )
        }
        guard let selector = selectors.first, reader.findings.count == findingsBefore else {
            return nil
        }
        return Benefit(
            selector: selector,
            diagnoses: diagnoses,
            networks: networks,
            coverage: coverage,
            copay: isCopayUnknown && isHSACompatible
                ? copay.map { Copay(amount: $0.amount, deductible: .after) } : copay,
            sharing: planPaysFixed.map { .planPaysFixed($0) }
                ?? .coinsurance(coinsurance ?? .zero),
            coinsuranceBase: base,
            deductibleApplies: deductibleApplies,
            countsTowardOutOfPocketMaximum: counts,
            isWaivedAfterOutOfPocketMaximum: isWaived,
            limits: limits.compactMap { limit in
                drafts.limits.firstIndex { $0.id == limit.name }
            },
            afterExhaustion: afterExhaustion,
            coversMaintenance: coversMaintenance,
            authorization: authorization,
            isReferralRequired: isReferralRequired,
            waitingPeriodMonths: waitingPeriodMonths,
            exhaustedWriteOff: exhaustedWriteOff,
            outOfNetworkBasis: outOfNetworkBasis,
            place: place
        )
    }
}
