import CareCoverage
import CareModel
import JSONText

/// A benefit row as it was read, before its limits are known.
struct BenefitDraft {
    let mark: DocumentReader.Mark
    var selectors: [Benefit.Selector] = []
    var networks: Set<Network> = [.inNetwork]
    var coverage = Benefit.Coverage.covered
    var copay: Copay?
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
    func benefit(limits drafts: LimitDrafts, reader: DocumentReader) -> Benefit? {
        let findingsBefore = reader.findings.count
        for limit in limits where !drafts.names.contains(limit.name) {
            reader.report(
                limit.mark,
                "is not a limit of this plan. Write one of its ids, or add the limit"
            )
        }
        if selectors.count != 1 {
            reader.report(
                mark.child("category"),
                "has to be the only one of category, services and codes; \(selectors.count) "
                    + "stand here. Write exactly one of the three"
            )
        }
        if coverage == .covered, !hasCoinsurance, !hasCopay, planPaysFixed == nil {
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
            copay: copay,
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

extension PlanReader {
    private enum BenefitName: String, CaseIterable {
        case category, services, codes, diagnoses, network, coverage, copay, coinsurance
        case coinsuranceBase, planPaysFixed, deductibleApplies, countsTowardOutOfPocketMaximum
        case waivedAfterOutOfPocketMaximum, limits, afterExhaustion, writeOffAfterExhaustion
        case maintenance, authorization, referralRequired, waitingPeriodMonths
        case outOfNetworkAllowed
    }

    private enum NetworkName: String, CaseIterable {
        case inNetwork = "in"
        case outOfNetwork = "out"
        case both
    }

    private enum MaintenanceName: String, CaseIterable {
        case covered, notCovered
    }

    func readBenefits() -> [BenefitDraft] {
        var drafts: [BenefitDraft] = []
        reader.list(0...200, of: "benefits") { index in
            var draft = BenefitDraft(
                mark: reader.mark(),
                place: place.appending("/benefits/\(index)")
            )
            reader.object(BenefitName.self) { name in read(name, into: &draft) }
            drafts.append(draft)
        }
        return drafts
    }

    private func read(_ name: BenefitName, into draft: inout BenefitDraft) {
        switch name {
        case .category, .services, .codes: readSelector(name, into: &draft)
        case .diagnoses: draft.diagnoses = readDiagnoses()
        case .network:
            switch reader.choice(NetworkName.self) {
            case .inNetwork?, nil: draft.networks = [.inNetwork]
            case .outOfNetwork?: draft.networks = [.outOfNetwork]
            case .both?: draft.networks = [.inNetwork, .outOfNetwork]
            }
        case .coverage: draft.coverage = reader.choice(Benefit.Coverage.self) ?? .covered
        case .copay:
            draft.hasCopay = true
            draft.copay = readCopay()
        case .coinsurance:
            draft.hasCoinsurance = true
            draft.coinsurance = reader.percentage()
        case .coinsuranceBase:
            draft.base =
                reader.choice(Benefit.CoinsuranceBase.self) ?? .afterDeductibleAndCopay
        case .planPaysFixed: draft.planPaysFixed = reader.money()
        case .deductibleApplies: draft.deductibleApplies = reader.boolean() ?? true
        case .countsTowardOutOfPocketMaximum: draft.counts = reader.boolean() ?? true
        case .waivedAfterOutOfPocketMaximum: draft.isWaived = reader.boolean() ?? true
        case .limits:
            reader.list(0...20, of: "limits") { _ in
                let mark = reader.mark()
                if let limit = reader.words() { draft.limits.append((limit, mark)) }
            }
        case .afterExhaustion: draft.afterExhaustion = reader.choice(Benefit.UncoveredPrice.self)
        case .writeOffAfterExhaustion:
            draft.exhaustedWriteOff = reader.choice(Benefit.ExhaustedWriteOff.self) ?? .keep
        case .maintenance:
            draft.coversMaintenance = reader.choice(MaintenanceName.self) == .covered
        case .authorization: draft.authorization = readAuthorization()
        case .referralRequired: draft.isReferralRequired = reader.boolean() ?? false
        case .waitingPeriodMonths:
            draft.waitingPeriodMonths = reader.integer(in: 0...120, of: "months") ?? 0
        case .outOfNetworkAllowed: draft.outOfNetworkBasis = readOutOfNetworkBasis()
        }
    }

    private func readSelector(_ name: BenefitName, into draft: inout BenefitDraft) {
        switch name {
        case .services:
            var services: [ServiceKey] = []
            reader.list(1...200, of: "services") { _ in
                let service = reader.parsed(as: "a service key", ServiceKey.init)
                if let service { services.append(service) }
            }
            draft.selectors.append(.services(services))
        case .codes:
            var codes: [ProcedureCode] = []
            reader.list(1...200, of: "codes") { _ in
                let code = reader.parsed(as: "a procedure code", ProcedureCode.init)
                if let code { codes.append(code) }
            }
            draft.selectors.append(.codes(codes))
        default:
            let category = reader.parsed(as: "a category", ServiceCategory.init)
            if let category { draft.selectors.append(.category(category)) }
        }
    }

    private enum DiagnosesName: String, CaseIterable {
        case only, except
    }

    private func readDiagnoses() -> DiagnosisCondition? {
        let here = reader.mark()
        var conditions: [DiagnosisCondition] = []
        reader.object(DiagnosesName.self) { name in
            var beginnings: [String] = []
            reader.list(1...500, of: "beginnings of codes") { _ in
                let what = "the beginning of an ICD-10-CM code, such as \"M54\""
                let beginning = reader.parsed(as: what) { $0.isDiagnosisBeginning ? $0 : nil }
                if let beginning { beginnings.append(beginning) }
            }
            conditions.append(name == .only ? .only(beginnings) : .except(beginnings))
        }
        guard conditions.count == 1, let condition = conditions.first else {
            reader.report(
                here.child("only"),
                "or except has to stand here alone. Write one of the two"
            )
            return nil
        }
        return condition
    }

    private enum AuthorizationName: String, CaseIterable {
        case required, afterVisit, ifMissing
    }

    private enum IfMissingName: String, CaseIterable {
        case notBillable, patient
    }

    private enum PenaltyName: String, CaseIterable {
        case penaltyFraction
    }

    private func readAuthorization() -> AuthorizationTerm? {
        var isRequired = true
        var afterVisit = 0
        var ifMissing: AuthorizationTerm.IfMissing?
        reader.object(AuthorizationName.self) { name in
            switch name {
            case .required: isRequired = reader.boolean() ?? true
            case .afterVisit: afterVisit = reader.integer(in: 0...366, of: "visits") ?? 0
            case .ifMissing:
                if reader.kind() == .string {
                    switch reader.choice(IfMissingName.self) {
                    case .notBillable?: ifMissing = .notBillable
                    case .patient?: ifMissing = .patient
                    case nil: break
                    }
                } else {
                    reader.object(PenaltyName.self, required: [.penaltyFraction]) { _ in
                        ifMissing = reader.percentage().map { .penalty($0) }
                    }
                }
            }
        }
        return isRequired
            ? AuthorizationTerm(afterVisit: afterVisit, ifMissing: ifMissing) : nil
    }

    private enum CopayName: String, CaseIterable {
        case amount, basis, deductible, capFractionOfAllowed, absorbs
    }

    private func readCopay() -> Copay? {
        var amount: Money?
        var basis = Copay.Basis.perVisit
        var relation = Copay.DeductibleRelation.notSubject
        var cap: Percentage?
        var absorbs: Set<ServiceCategory> = []
        let here = reader.mark()
        reader.object(CopayName.self, required: [.amount]) { name in
            switch name {
            case .amount: amount = reader.money()
            case .basis: basis = reader.choice(Copay.Basis.self) ?? .perVisit
            case .deductible:
                relation = reader.choice(Copay.DeductibleRelation.self) ?? .notSubject
            case .capFractionOfAllowed: cap = reader.percentage()
            case .absorbs:
                reader.list(0...50, of: "categories") { _ in
                    let category = reader.parsed(as: "a category", ServiceCategory.init)
                    if let category { absorbs.insert(category) }
                }
            }
        }
        if !absorbs.isEmpty, basis != .perVisit {
            reader.report(
                here.child("absorbs"),
                "goes with a copay by visit only. Write basis perVisit, or leave it out"
            )
        }
        return amount.map { amount in
            Copay(
                amount: amount,
                basis: basis,
                deductible: relation,
                capOfAllowed: cap,
                absorbs: absorbs
            )
        }
    }

    private enum OutOfNetworkName: String, CaseIterable {
        case fractionOfCharge, fractionOfMedicare
    }

    private func readOutOfNetworkBasis() -> Benefit.OutOfNetworkBasis? {
        if reader.kind() == .string { return reader.words().map { .schedule($0) } }
        let here = reader.mark()
        let findingsBefore = reader.findings.count
        var part: Percentage?
        var ratio: Percentage?
        reader.object(OutOfNetworkName.self) { name in
            switch name {
            case .fractionOfCharge: part = reader.percentage()
            case .fractionOfMedicare:
                ratio = reader.percentage(atMost: Percentage(billionths: 10_000_000_000))
            }
        }
        guard reader.findings.count == findingsBefore else { return nil }
        if (part == nil) == (ratio == nil) {
            reader.report(
                here.child("fractionOfCharge"),
                "or fractionOfMedicare has to stand here alone. Write one of the two"
            )
        }
        return ratio.map { .fractionOfMedicare($0) } ?? part.map { .fractionOfCharge($0) }
    }
}

extension String {
    /// Whether an ICD-10-CM code can begin like this: a letter, then digits, letters and a point.
    var isDiagnosisBeginning: Bool {
        let bytes = Array(utf8)
        guard let first = bytes.first, (65...90).contains(first), bytes.count <= 8 else {
            return false
        }
        return bytes.dropFirst().allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: ".")
        }
    }
}
