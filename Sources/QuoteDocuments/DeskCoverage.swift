package import CareCoverage
package import CareModel
import CareQuote
package import JSONText
package import PriceTableFiles

/// What the front desk says of a patient's plans without writing JSON.
package struct DeskCoverage {
    /// The first plan.
    package enum First {
        /// The patient pays without insurance.
        case selfPay
        /// A plan of the tables.
        case named(String)
        /// A plan by its terms: how it is written, which figures it has, and its visit limits.
        case stated(
            write: (inout JSONWriter) -> Void,
            figures: Set<DeskFigure>,
            visitLimits: [String]
        )
    }

    package var first: First
    /// The second plan, by its name in the tables.
    package var second: String?
    /// Whether the clinic is contracted with the first plan.
    package var network: Network?
    /// What is used of each, as it was told.
    package var figures: [DeskFigure: String] = [:]
    /// What nobody knows.
    package var unknown: Set<DeskFigure> = []
    /// Whether the clinic participates in Medicare.
    package var isParticipating = true
    /// Whether it takes assignment.
    package var isAssigned = true
    /// Whether the patient is a qualified Medicare beneficiary.
    package var isQualifiedBeneficiary = false
    /// The day on which an advance beneficiary notice was signed.
    package var noticeSignedOn: CalendarDate?
    /// The day on which the insurer was asked, and its reference.
    package var verifiedOn: CalendarDate?
    package var verifiedReference: String?

    package init(first: First, second: String? = nil) {
        self.first = first
        self.second = second
    }

    private var isSelfPay: Bool {
        if case .selfPay = first { true } else { false }
    }

    private var isStated: Bool {
        if case .stated = first { true } else { false }
    }

    /// The first option about Medicare that is given.
    private var medicareOption: String? {
        if !isParticipating { return "--not-participating" }
        if !isAssigned { return "--not-assigned" }
        if isQualifiedBeneficiary { return "--qmb" }
        return noticeSignedOn == nil ? nil : "--abn-signed-on"
    }

    /// Checks what only the options together can tell.
    package func checkTogether() throws(DeskProblem) {
        for figure in DeskFigure.allCases where figures[figure] != nil || unknown.contains(figure) {
            let option =
                unknown.contains(figure) ? "--unknown \(figure.rawValue)" : "--\(figure.rawValue)"
            if isSelfPay { throw .usage("\(option) goes with a plan.") }
            if figure.isOfSecond, second == nil {
                throw .usage("\(option) goes with --second-plan ID.")
            }
            if figures[figure] != nil, unknown.contains(figure) {
                throw .usage(
                    "--\(figure.rawValue) is given, and --unknown says that nobody knows it. "
                        + "Write one of the two."
                )
            }
        }
        if isSelfPay {
            let options = [
                (second != nil, "--second-plan"), (network != nil, "--network"),
                (medicareOption != nil, medicareOption ?? ""),
                (verifiedOn != nil, "--verified-on"),
            ]
            if let option = options.first(where: \.0) {
                throw .usage("\(option.1) goes with a plan.")
            }
        }
        if case .named(let plan) = first, plan == second {
            throw .usage("--plan and --second-plan both name \(plan). Write two plans.")
        }
        if isStated, network == .outOfNetwork {
            throw .usage(
                "--network out goes with --plan ID: a plan by its terms has no terms for it."
            )
        }
        if isStated, second == nil, let medicareOption {
            throw .usage("\(medicareOption) goes with Medicare Part B as --plan ID.")
        }
        if !isAssigned, isParticipating {
            throw .usage(
                "--not-assigned goes with --not-participating: a clinic that participates takes "
                    + "assignment of every claim."
            )
        }
        if !isAssigned, isQualifiedBeneficiary {
            throw .usage(
                "--not-assigned and --qmb: for a qualified beneficiary assignment is implied. "
                    + "Write one of the two."
            )
        }
        if verifiedReference != nil, verifiedOn == nil {
            throw .usage("--verified-reference goes with --verified-on DATE.")
        }
    }

    /// Writes the list of coverages as a request holds it.
    ///
    /// - Parameters:
    ///   - tables: The tables, which know what the plans have.
    ///   - json: The writer.
    /// - Throws: ``DeskProblem`` where the plans have no use for what is given.
    package func write(
        _ tables: inout PriceTables,
        to json: inout JSONWriter
    ) throws(DeskProblem) {
        json.beginArray()
        if !isSelfPay {
            var plans = [try firstTerms(&tables)]
            if let second { plans.append(try terms(of: second, &tables)) }
            try check(plans)
            for (index, plan) in plans.enumerated() {
                write(plan, isSecond: index == 1, to: &json)
            }
        }
        json.endArray()
    }
}

/// What of a plan decides how the desk's figures are written.
private struct DeskTerms {
    /// Writes the plan, by its name or whole.
    let write: (inout JSONWriter) -> Void
    /// The figures that the plan has; nothing where the tables have no such plan, which the reader
    /// of the request tells with the names that are known.
    var figures: Set<DeskFigure>?
    var visitLimits: [String] = []
    var isMedicare = false
}

extension DeskCoverage {
    private func firstTerms(_ tables: inout PriceTables) throws(DeskProblem) -> DeskTerms {
        switch first {
        case .selfPay: DeskTerms(write: { $0.null() })
        case .named(let name): try terms(of: name, &tables)
        case .stated(let write, let figures, let visitLimits):
            DeskTerms(write: write, figures: figures, visitLimits: visitLimits)
        }
    }

    private func terms(
        of name: String,
        _ tables: inout PriceTables
    ) throws(DeskProblem) -> DeskTerms {
        let write = { (json: inout JSONWriter) in json.string(name) }
        guard tables.planIDs.contains(name) else { return DeskTerms(write: write) }
        let document: PlanDocument
        do throws(PriceTableErrors) {
            document = try tables.planDocument(name)
        } catch {
            throw .failed(QuoteFailure(error))
        }
        let plan = document.plan
        let visitLimits = plan.limits.filter { $0.unit == .visits }.map(\.id)
        var figures: Set<DeskFigure> = []
        if plan.deductible != nil || document.isUnknown("/deductible") {
            figures.insert(.deductibleMet)
        }
        if plan.outOfPocketMaximum != nil || document.isUnknown("/outOfPocketMaximum") {
            figures.insert(.outOfPocketMet)
        }
        if !visitLimits.isEmpty { figures.insert(.visitsUsed) }
        return DeskTerms(
            write: write,
            figures: figures,
            visitLimits: visitLimits,
            isMedicare: plan.type == .medicarePartB
        )
    }

    /// What is used must be of something that the plan has, and so must be what nobody knows.
    private func check(_ plans: [DeskTerms]) throws(DeskProblem) {
        var lines: [String] = []
        for (index, plan) in plans.enumerated() {
            guard let known = plan.figures else { continue }
            for figure in DeskFigure.allCases where figure.isOfSecond == (index == 1) {
                let isUnknown = unknown.contains(figure)
                guard isUnknown || figures[figure] != nil,
                    !known.contains(figure.of(second: false))
                else { continue }
                let option =
                    isUnknown ? "--unknown \(figure.rawValue)" : "--\(figure.rawValue)"
                let whose = index == 1 ? "the second plan" : "the plan"
                lines.append(
                    "\(option): \(whose) has no \(figure.term). Leave the option out, or give the "
                        + "plan's term"
                )
            }
        }
        guard lines.isEmpty else { throw .noSuchTerm(lines) }
        let areKnown = plans.allSatisfy { $0.figures != nil }
        if let medicareOption, areKnown, !plans.contains(where: \.isMedicare) {
            throw .usage("\(medicareOption) goes with Medicare Part B as --plan or --second-plan.")
        }
        if network == .outOfNetwork, plans.first?.isMedicare == true {
            throw .usage(
                "--network out: Medicare has no network. Write --not-participating for a clinic "
                    + "that does not participate."
            )
        }
    }

    private func write(_ plan: DeskTerms, isSecond: Bool, to json: inout JSONWriter) {
        func figure(_ figure: DeskFigure) -> String? { figures[figure.of(second: isSecond)] }
        json.beginObject()
        json.key("plan")
        plan.write(&json)
        if !isSecond, let network { json.member("network", network.rawValue) }
        json.key("accumulators")
        json.beginObject()
        for (name, amount) in [
            ("deductible", figure(.deductibleMet)), ("outOfPocket", figure(.outOfPocketMet)),
        ] {
            guard let amount else { continue }
            json.key(name)
            json.beginObject()
            json.member("individualMet", amount)
            json.endObject()
        }
        if let used = figure(.visitsUsed).flatMap(Int.init) {
            json.key("limits")
            json.beginObject()
            for limit in plan.visitLimits {
                json.key(limit)
                json.beginObject()
                json.key("used")
                json.integer(used)
                json.endObject()
            }
            json.endObject()
        }
        json.endObject()
        if plan.isMedicare, medicareOption != nil { writeMedicare(to: &json) }
        if !isSecond, let verifiedOn {
            json.key("verified")
            json.beginObject()
            json.member("on", verifiedOn)
            if let verifiedReference { json.member("reference", verifiedReference) }
            json.endObject()
        }
        json.endObject()
    }

    private func writeMedicare(to json: inout JSONWriter) {
        json.key("medicare")
        json.beginObject()
        json.key("participating")
        json.boolean(isParticipating)
        json.key("assigned")
        json.boolean(isAssigned)
        json.key("qmb")
        json.boolean(isQualifiedBeneficiary)
        if let noticeSignedOn {
            json.key("abnSigned")
            json.boolean(true)
            json.member("abnSignedOn", noticeSignedOn)
        }
        json.endObject()
    }
}
