import CareCoverage
import CareModel
import JSONText

extension PlanReader {
    private enum AuthorizationName: String, CaseIterable {
        case required, afterVisit, ifMissing
    }

    private enum IfMissingName: String, CaseIterable {
        case notBillable, patient
    }

    private enum PenaltyName: String, CaseIterable {
        case penaltyFraction
    }

    func readAuthorization() -> AuthorizationTerm? {
        let consequences = AuthorizationTerm.IfMissing.ends
        let ends = [nil] + consequences.map { AuthorizationTerm(ifMissing: $0) }
        if let end = reader.unknownEnd(among: ends) { return end }
        var isRequired = true
        var afterVisit = 0
        var ifMissing: AuthorizationTerm.IfMissing?
        reader.object(AuthorizationName.self) { name in
            switch name {
            case .required:
                // The first end is the one with which the other terms of this object hold.
                isRequired = reader.unknownEnd(among: [true, false]) ?? reader.boolean() ?? true
            case .afterVisit:
                afterVisit = reader.anyInteger(in: 0...DocumentLimits.visits, of: "visits") ?? 0
            case .ifMissing:
                if let end = reader.unknownEnd(among: consequences) {
                    ifMissing = end
                } else if reader.kind() == .string {
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

    func readCopay() -> Copay? {
        // A copay takes the place of the deductible, so one of nothing can cost less than none.
        let ends = [nil, Copay(amount: .zero), Copay(amount: .largestStated)]
        if let end = reader.unknownEnd(among: ends) { return end }
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

    func readOutOfNetworkBasis() -> Benefit.OutOfNetworkBasis? {
        let ends = [Benefit.OutOfNetworkBasis.fractionOfCharge(.zero), .fractionOfCharge(.whole)]
        if let end = reader.unknownEnd(among: ends) { return end }
        if reader.kind() == .string {
            let what = "the name of a schedule, such as \"acme-ppo-2026\", or an object"
            return reader.parsed(as: what) { text in
                // An amount is no name, although it holds only digits and a hyphen.
                PriceTables.isName(text) && text.contains(where: \.isLetter)
                    ? .schedule(text) : nil
            }
        }
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

extension AuthorizationTerm.IfMissing {
    /// All that an unknown consequence can be.
    ///
    /// The clinic's loss costs the patient nothing. The line is the patient's at a price that the
    /// row may set below what the plan allows, or it stays covered and the plan pays nothing of it:
    /// either can cost more.
    fileprivate static let ends: [AuthorizationTerm.IfMissing] = [
        .notBillable, .patient, .penalty(.whole),
    ]
}
