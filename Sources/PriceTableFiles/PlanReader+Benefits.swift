import CareCoverage
import CareModel
import JSONText

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
        let advice =
            "cannot be unknown as a whole. Write a row for each category, service or code; "
            + "its coverage, copay, coinsurance and its other terms may be \"unknown\""
        if reader.refusesUnknown(advice) { return [] }
        reader.list(0...200, of: "benefits") { index in
            var draft = BenefitDraft(
                mark: reader.mark(),
                place: place.appending("/benefits/\(index)")
            )
            if reader.refusesUnknown(advice) { return }
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
        case .coverage:
            draft.isCoverageUnknown = reader.isUnknownNext
            draft.coverage = reader.choice(Benefit.Coverage.self) ?? .covered
        case .copay:
            draft.hasCopay = true
            draft.isCopayUnknown = reader.isUnknownNext
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
            draft.waitingPeriodMonths = reader.anyInteger(in: 0...120, of: "months") ?? 0
        case .outOfNetworkAllowed: draft.outOfNetworkBasis = readOutOfNetworkBasis()
        }
    }

    private func readSelector(_ name: BenefitName, into draft: inout BenefitDraft) {
        draft.selectorCount += 1
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
        if reader.refusesUnknown() { return nil }
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
