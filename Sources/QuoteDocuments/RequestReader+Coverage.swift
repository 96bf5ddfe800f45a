import CareCoverage
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

/// A coverage as it was read, before the plan that it names is known.
struct CoverageDraft {
    /// The plan: a name, or the object itself.
    enum PlanDraft {
        case named(String, DocumentReader.Mark)
        case stated(PlanDocument)
    }

    let mark: DocumentReader.Mark
    var plan: PlanDraft?
    var network = Network.inNetwork
    var accumulators: AccumulatorDraft?
    var verification: PatientCoverage.Verification?
    var authorization: CoverageFacts.Authorization?
    var referral: ClosedRange<CalendarDate>?
    var memberSince: CalendarDate?
    var medicare: MedicareDraft?
}

/// Accumulators as they were read, before the limits of the plan are known.
struct AccumulatorDraft {
    var figures: Accumulators
    var statedAsOf: CalendarDate?
    var limits: [(name: String, mark: DocumentReader.Mark)] = []
}

extension RequestReader {
    private enum CoverageName: String, CaseIterable {
        case plan, network, accumulators, verified, authorization, referral, memberSince, medicare
    }

    private enum VerifiedName: String, CaseIterable {
        case on, by, reference
    }

    mutating func readCoverages() -> [CoverageDraft] {
        var drafts: [CoverageDraft] = []
        var parameters: PlanParameters?
        reader.list(0...DocumentLimits.plans, of: "plans") { index in
            var draft = CoverageDraft(mark: reader.mark())
            reader.object(CoverageName.self, required: [.plan]) { name in
                switch name {
                case .plan:
                    let mark = reader.mark()
                    if reader.kind() == .string {
                        draft.plan = reader.words().map { .named($0, mark) }
                    } else {
                        if parameters == nil { parameters = planParameters() }
                        draft.plan = readPlan(index: index, parameters: parameters)
                    }
                case .network: draft.network = reader.choice(Network.self) ?? .inNetwork
                case .accumulators: draft.accumulators = readAccumulators()
                case .verified: draft.verification = readVerification()
                case .authorization: draft.authorization = readAuthorization()
                case .referral: draft.referral = readReferral()
                case .memberSince: draft.memberSince = reader.date()
                case .medicare: draft.medicare = readMedicare()
                }
            }
            drafts.append(draft)
        }
        return drafts
    }

    private mutating func planParameters() -> PlanParameters? {
        do throws(PriceTableErrors) {
            return try tables.planParameters()
        } catch {
            parameterFailure = error
            return nil
        }
    }

    private func readPlan(
        index: Int,
        parameters: PlanParameters?
    ) -> CoverageDraft.PlanDraft? {
        guard let parameters else {
            reader.skip()
            return nil
        }
        let place = SourcePlace(file: "", pointer: "/coverage/\(index)/plan")
        return PlanReader.read(reader, place: place, parameters: parameters).map { .stated($0) }
    }

    private enum AuthorizationName: String, CaseIterable {
        case visits, from, through
    }

    private func readAuthorization() -> CoverageFacts.Authorization? {
        let here = reader.mark()
        var visits: Int?
        var from: CalendarDate?
        var through: CalendarDate?
        reader.object(AuthorizationName.self, required: AuthorizationName.allCases) { name in
            switch name {
            case .visits: visits = reader.integer(in: 1...999, of: "visits")
            case .from: from = reader.date()
            case .through: through = reader.date()
            }
        }
        guard let visits, let span = span(from, through, mark: here) else { return nil }
        return CoverageFacts.Authorization(
            visits: visits,
            from: span.lowerBound,
            through: span.upperBound
        )
    }

    private enum ReferralName: String, CaseIterable {
        case from, through
    }

    private func readReferral() -> ClosedRange<CalendarDate>? {
        let here = reader.mark()
        var from: CalendarDate?
        var through: CalendarDate?
        reader.object(ReferralName.self, required: ReferralName.allCases) { name in
            switch name {
            case .from: from = reader.date()
            case .through: through = reader.date()
            }
        }
        return span(from, through, mark: here)
    }

    private func span(
        _ from: CalendarDate?,
        _ through: CalendarDate?,
        mark: DocumentReader.Mark
    ) -> ClosedRange<CalendarDate>? {
        guard let from, let through else { return nil }
        guard from <= through else {
            reader.report(mark.child("through"), "lies before from \(from). Write a later day")
            return nil
        }
        return from...through
    }

    private func readVerification() -> PatientCoverage.Verification? {
        var on: CalendarDate?
        var by: String?
        var reference: String?
        reader.object(VerifiedName.self, required: [.on]) { name in
            switch name {
            case .on: on = reader.date()
            case .by: by = reader.words()
            case .reference: reference = reader.words()
            }
        }
        return on.map { PatientCoverage.Verification(on: $0, by: by, reference: reference) }
    }

    /// Joins a coverage with the plan that it names.
    mutating func resolve(
        _ draft: CoverageDraft,
        asOf: CalendarDate
    ) throws(QuoteFailure) -> (coverage: PatientCoverage, plan: PlanDocument)? {
        let document: PlanDocument
        let isFromTables: Bool
        switch draft.plan {
        case nil:
            if reader.findings.isEmpty {
                reader.report(draft.mark.child("plan"), "could not be read. Write it again")
            }
            return nil
        case .stated(let stated)?:
            document = stated
            isFromTables = false
        case .named(let id, let mark)?:
            let known = tables.planIDs
            guard known.contains(id) else {
                reader.report(
                    mark,
                    "is not a plan of the tables. Write one of: \(known.joined(separator: ", ")), "
                        + "or the whole plan"
                )
                return nil
            }
            do throws(PriceTableErrors) {
                document = try tables.planDocument(id)
            } catch {
                throw QuoteFailure(error, request: reader.findings)
            }
            isFromTables = true
        }
        let plan = document.plan
        var accumulators =
            draft.accumulators?.figures ?? Accumulators(asOf: asOf)
        if draft.accumulators?.statedAsOf == nil { accumulators.asOf = asOf }
        checkLimits(of: draft.accumulators, plan: document)
        checkFigures(accumulators, of: document, mark: draft.mark.child("accumulators"))
        for limit in plan.limits where limit.unit == .dollars {
            // A whole number of dollars may be written without quotes.
            if case .used(let dollars)? = accumulators.limits[limit.id] {
                accumulators.limits[limit.id] = .amount(Money(cents: dollars * 100))
            }
        }
        warnAboutFigures(accumulators, of: document, mark: draft.mark)
        let medicare = try standing(draft, plan: plan, asOf: asOf)
        let coverage = PatientCoverage(
            plan: plan,
            isFromTables: isFromTables,
            network: draft.network,
            accumulators: accumulators,
            authorization: draft.authorization,
            referral: draft.referral,
            memberSince: draft.memberSince,
            verification: draft.verification,
            medicare: medicare,
            medicareLocality: medicare == nil ? nil : draft.medicare?.locality?.id,
            place: SourcePlace(file: "", pointer: draft.mark.pointer)
        )
        return (coverage, document)
    }
}
