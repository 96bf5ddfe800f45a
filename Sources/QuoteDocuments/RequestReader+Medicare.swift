import CareCoverage
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

/// How clinic and patient stand to Medicare, as it was read.
struct MedicareDraft {
    let mark: DocumentReader.Mark
    var isParticipating = true
    var isAssigned = true
    var isQualifiedBeneficiary = false
    var isNoticeSigned = false
    var noticeSignedOn: CalendarDate?
    var locality: (id: String, mark: DocumentReader.Mark)?
}

extension RequestReader {
    private enum MedicareName: String, CaseIterable {
        case participating, assigned, qmb, abnSigned, abnSignedOn, locality
    }

    func readMedicare() -> MedicareDraft {
        var draft = MedicareDraft(mark: reader.mark())
        reader.object(MedicareName.self) { name in
            switch name {
            case .participating: draft.isParticipating = reader.boolean() ?? true
            case .assigned: draft.isAssigned = reader.boolean() ?? true
            case .qmb: draft.isQualifiedBeneficiary = reader.boolean() ?? false
            case .abnSigned: draft.isNoticeSigned = reader.boolean() ?? false
            case .abnSignedOn: draft.noticeSignedOn = reader.date()
            case .locality:
                let mark = reader.mark()
                draft.locality = reader.words().map { ($0, mark) }
            }
        }
        if draft.isParticipating, !draft.isAssigned {
            reader.report(
                draft.mark.child("assigned"),
                "is false, and a participating clinic takes assignment of every claim. "
                    + "Write participating false, or assigned true"
            )
        }
        if draft.noticeSignedOn != nil, !draft.isNoticeSigned {
            reader.report(
                draft.mark.child("abnSigned"),
                "is not true, and abnSignedOn gives a day. Write abnSigned true, or leave out the "
                    + "day"
            )
        }
        return draft
    }

    /// The standing with Medicare of a plan that is its Part B; nothing for any other plan.
    mutating func standing(
        _ draft: CoverageDraft,
        plan: BenefitPlan,
        asOf: CalendarDate
    ) throws(QuoteFailure) -> MedicareStanding? {
        guard plan.type == .medicarePartB else {
            if let medicare = draft.medicare {
                reader.report(
                    medicare.mark,
                    "goes with a plan of planType medicarePartB, and \(plan.id) is "
                        + "\(plan.type.rawValue). Leave it out"
                )
            }
            return nil
        }
        if draft.network == .outOfNetwork {
            reader.report(
                draft.mark.child("network"),
                "is \"out\", and Medicare has no network. Leave it out; for a clinic that does not "
                    + "participate write medicare {\"participating\": false}"
            )
        }
        let medicare = draft.medicare ?? MedicareDraft(mark: draft.mark.child("medicare"))
        let rules: MedicareRules
        do throws(PriceTableErrors) {
            rules = try tables.medicareRules()
            if let locality = medicare.locality {
                let known = try tables.medicareLocalities()
                if !known.contains(locality.id) {
                    reader.report(
                        locality.mark,
                        "is not a locality of the tables. Write one of: "
                            + known.sorted().joined(separator: ", ")
                    )
                }
            }
        } catch {
            throw QuoteFailure(error, request: reader.findings)
        }
        if let signed = medicare.noticeSignedOn, signed > asOf {
            reader.report(
                medicare.mark.child("abnSignedOn"),
                "is \(signed), after the day of the quote. Write the day on which it was signed"
            )
        }
        return MedicareStanding(
            rules: rules,
            isParticipating: medicare.isParticipating,
            isAssigned: medicare.isAssigned,
            isQualifiedBeneficiary: medicare.isQualifiedBeneficiary,
            noticeSignedOn: medicare.isNoticeSigned ? medicare.noticeSignedOn ?? asOf : nil
        )
    }

    /// The order in which two plans pay is the law's, not the request's.
    func checkOrder(of coverages: [PatientCoverage]) {
        for (index, coverage) in coverages.enumerated() {
            let mark = reader.root.child("coverage").child("\(index)").child("plan")
            let isFirst = index == 0
            let other = coverages.count == 2 ? coverages[1 - index] : nil
            switch coverage.plan.type {
            case .medicaid where isFirst && other != nil && other?.plan.type != .discountPlan:
                reader.report(mark, "is Medicaid, which pays after every other plan. Put it second")
            case .discountPlan where isFirst && other != nil:
                reader.report(
                    mark,
                    "is a discount plan, which only sets prices of what insurance does not cover. "
                        + "Put it second"
                )
            case .workersCompensation where !isFirst, .autoMedical where !isFirst:
                reader.report(
                    mark,
                    "is \(coverage.plan.type.rawValue), which pays before a health plan. "
                        + "Put it first"
                )
            default: break
            }
            guard coverage.plan.coordination == .medigap else { continue }
            if isFirst || other?.plan.type != .medicarePartB {
                reader.report(
                    mark,
                    "is a Medigap plan, which pays what Medicare Part B leaves. Put it second, "
                        + "after a plan of planType medicarePartB"
                )
            }
        }
    }
}
