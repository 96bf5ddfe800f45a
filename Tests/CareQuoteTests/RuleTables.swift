import CareQuote
import FoundationEssentials
import PriceTableFiles
import TestSupport
import Testing

/// The repository's own price tables, as the programs read them.
struct RuleTables {
    let catalog: ServiceCatalog
    let clinic: Clinic
    let schedules: [String: FeeSchedule]
    let rules: Estimator.Rules
    let medicare: MedicareFeeSchedule

    init() throws {
        var tables = PriceTables(root: Repository.tables)
        catalog = try tables.services()
        clinic = try tables.clinic("harbor-spine", catalog: catalog)
        var schedules: [String: FeeSchedule] = [:]
        for id in ["acme-ppo-2026", "bluebird-2026"] {
            schedules[id] = try tables.schedule(id, catalog: catalog)
        }
        self.schedules = schedules
        rules = try tables.rules(catalog: catalog)
        medicare = try tables.medicare(locality: nil)
    }

    /// An estimator on the tables, some of them replaced.
    func estimator(
        rules: Estimator.Rules? = nil,
        schedules: [String: FeeSchedule]? = nil
    ) -> Estimator {
        Estimator(
            catalog: catalog,
            clinic: clinic,
            schedules: schedules ?? self.schedules,
            rules: rules ?? self.rules,
            medicare: medicare
        )
    }

    /// A line of a service of the tables.
    func line(
        _ service: String,
        _ modifiers: String...,
        units: Int = 1,
        stated: ServiceLine.StatedAmounts = ServiceLine.StatedAmounts()
    ) throws -> ServiceLine {
        let service = try #require(catalog[ServiceKey.spelled(service)])
        return ServiceLine(
            service: service.key,
            code: service.code,
            category: service.category,
            units: units,
            modifiers: modifiers.map { .spelled($0) },
            stated: stated,
            place: SourcePlace(file: "", pointer: "/visits/0/services/0")
        )
    }

    /// The names of the files of a folder below the tables.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(Repository.tables)/\(folder)")
            .sorted()
    }
}

extension Estimator.Rules {
    /// The rules with some of them replaced.
    func changing(
        spinalRegions: SpinalRegionRule? = nil,
        newPatient: NewPatientRule? = nil,
        payers: [PayerRule]? = nil,
        sameDayEdits: [SameDayEdit]? = nil,
        inducements: InducementRule? = nil,
        verificationDays: Int? = nil,
        validityDays: Int? = nil
    ) -> Estimator.Rules {
        Estimator.Rules(
            spinalRegions: spinalRegions ?? self.spinalRegions,
            newPatient: newPatient ?? self.newPatient,
            payers: payers ?? self.payers,
            sameDayEdits: sameDayEdits ?? self.sameDayEdits,
            inducements: inducements ?? self.inducements,
            verificationDays: verificationDays ?? self.verificationDays,
            validityDays: validityDays ?? self.validityDays
        )
    }
}

extension RequestedVisit {
    /// A visit of these services.
    init(_ date: String, _ lines: [ServiceLine], kind: VisitKind? = nil) {
        self.init(
            date: .spelled(date),
            kind: kind,
            contents: .services(lines),
            place: SourcePlace(file: "", pointer: "/visits/0")
        )
    }

    /// A follow-up at which this is done.
    init(_ date: String, session: Session, kind: VisitKind = .followUp) {
        self.init(
            date: .spelled(date),
            kind: kind,
            contents: .session(session),
            place: SourcePlace(file: "", pointer: "/visits/0")
        )
    }
}

extension QuoteRequest {
    /// A request to the example clinic.
    init(
        asOf: String = "2026-10-01",
        _ visits: [RequestedVisit],
        lastSeen: LastSeen = .notStated,
        coverage: PatientCoverage? = nil,
        paying option: PaymentOption = .perVisit,
        offer: String? = nil,
        povertyLevelPercent: Int? = nil
    ) {
        self.init(
            asOf: .spelled(asOf),
            clinic: "harbor-spine",
            lastSeen: lastSeen,
            visits: visits,
            coverages: [coverage].compactMap { $0 },
            paymentOption: option,
            offer: offer,
            povertyLevelPercent: povertyLevelPercent
        )
    }
}

extension PatientCoverage {
    /// A plan that pays in full for what its contracted schedule allows.
    static func payingAll(
        on schedule: String,
        isFederal: Bool = false,
        benefitPeriod: BenefitPeriod = .calendarYear,
        verifiedOn: String? = nil
    ) -> PatientCoverage {
        let categories = ["chiropractic", "physicalMedicine", "massage", "officeVisit"]
        let place = SourcePlace(file: "", pointer: "/coverage/0/plan")
        return PatientCoverage(
            plan: BenefitPlan(
                id: "all",
                payerName: "A payer",
                planName: "of everything",
                type: isFederal ? .medicareAdvantage : .preferredProvider,
                effectiveFrom: .spelled("2020-01-01"),
                benefitPeriod: benefitPeriod,
                isFederalProgram: isFederal,
                feeSchedule: schedule,
                benefits: categories.map { category in
                    Benefit(
                        selector: .category(.spelled(category)),
                        sharing: .coinsurance(.zero),
                        place: place
                    )
                },
                place: place
            ),
            accumulators: Accumulators(asOf: .spelled("2026-01-01")),
            verification: verifiedOn.map { Verification(on: .spelled($0)) },
            place: SourcePlace(file: "", pointer: "/coverage/0")
        )
    }
}

extension Estimator {
    /// The problems for which there is no quote; none where there is one.
    func problems(with request: QuoteRequest) -> [QuoteProblem] {
        do throws(QuoteProblems) {
            _ = try quote(request)
            return []
        } catch {
            return error.problems
        }
    }
}
