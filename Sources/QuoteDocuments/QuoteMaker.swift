package import CareModel
package import CareQuote
import JSONText
package import PriceTableFiles

/// A quote with what it was made from.
package struct MadeQuote: Hashable, Sendable {
    /// Twelve hexadecimal digits, the same for the same request on the same tables.
    package let id: String
    package let quote: Quote
    /// The request with the documents of its plans.
    package let request: RequestDocument
    /// The digest of the files of the tables that were read.
    package let digest: String
    /// The snapshot of installed fee schedules in front of the tables; absent where there is none.
    package let snapshot: String?
    package let sources: [TableSource]
    package let warnings: [TableFinding]
    package let catalog: ServiceCatalog
    /// What is settled of the plan of care that a caution has stopped; absent where none has.
    var stopped: PlanSettlement?
    /// The visits that were made before a quote that goes on from others; absent where it does not,
    /// and where nobody knows what they cost.
    var before: VisitsBefore?
}

/// Makes a quote from a request as text: reads it, reads the tables that it needs, and estimates.
package struct QuoteMaker: Sendable {
    private let unread: PriceTables
    let today: CalendarDate

    /// Creates a maker on a folder of tables, which reads them anew for each quote.
    package init(tables folder: TableFolder, today: CalendarDate) {
        unread = PriceTables(folder)
        self.today = today
    }

    /// Creates a maker that reads each table once for all of its quotes.
    package init(remembering memory: TableMemory, today: CalendarDate) {
        unread = PriceTables(memory)
        self.today = today
    }

    /// Checks that the tables that every quote needs can be read.
    ///
    /// - Throws: ``QuoteFailure`` with everything that is wrong with them.
    package func checkTables() throws(QuoteFailure) {
        var (tables, catalog) = try readServices()
        _ = try fromTables { () throws(PriceTableErrors) in try tables.rules(catalog: catalog) }
    }

    /// Makes the quote.
    ///
    /// - Parameter bytes: The request as JSON.
    /// - Returns: The quote.
    /// - Throws: ``QuoteFailure`` with everything that is wrong.
    package func quote(_ bytes: [UInt8]) throws(QuoteFailure) -> MadeQuote {
        try prepare(bytes).made()
    }

    /// Reads a request and the tables that it needs.
    func prepare(_ bytes: [UInt8]) throws(QuoteFailure) -> PreparedRequest {
        var (tables, catalog) = try readServices()
        let document = try RequestReader.read(
            bytes,
            catalog: catalog,
            tables: &tables,
            today: today
        )
        let request = document.request
        try checkSchedules(of: request, tables: tables)
        let estimator = try fromTables { () throws(PriceTableErrors) -> Estimator in
            try readEstimator(for: request, catalog: catalog, tables: &tables)
        }
        return PreparedRequest(document: document, estimator: estimator, tables: tables)
    }

    /// Reads a request, and none of the tables that only a quote needs.
    func request(_ bytes: [UInt8]) throws(QuoteFailure) -> RequestDocument {
        var (tables, catalog) = try readServices()
        return try RequestReader.read(bytes, catalog: catalog, tables: &tables, today: today)
    }

    private func readServices() throws(QuoteFailure) -> (PriceTables, ServiceCatalog) {
        var tables = unread
        let catalog = try fromTables { () throws(PriceTableErrors) in try tables.services() }
        return (tables, catalog)
    }

    /// A plan may name only schedules that the tables hold.
    private func checkSchedules(
        of request: QuoteRequest,
        tables: PriceTables
    ) throws(QuoteFailure) {
        let known = tables.scheduleIDs
        let unknown = request.coverages.enumerated().flatMap { index, coverage in
            request.neededSchedules(of: coverage, isFirst: index == 0)
                .filter { !known.contains($0) }.map { (coverage, $0) }
        }
        guard !unknown.isEmpty else { return }
        throw QuoteFailure(
            request: unknown.map { coverage, name in
                let row = coverage.plan.benefits.firstIndex { row in
                    row.outOfNetworkBasis == .schedule(name)
                }
                let term =
                    coverage.network == .inNetwork
                    ? "/feeSchedule" : "/benefits/\(row ?? 0)/outOfNetworkAllowed"
                return DocumentFinding(
                    pointer: "\(coverage.place.pointer)/plan\(term)",
                    position: TextPosition(line: 1, column: 1),
                    found: "\"\(name)\"",
                    message: "is not a schedule of the tables. "
                        + "Write one of: \(known.joined(separator: ", "))"
                )
            }
        )
    }

    private func fromTables<Value>(
        _ read: () throws(PriceTableErrors) -> Value
    ) throws(QuoteFailure) -> Value {
        do throws(PriceTableErrors) {
            return try read()
        } catch {
            throw QuoteFailure(error)
        }
    }

    /// Reads only the tables that the request cannot do without.
    private func readEstimator(
        for request: QuoteRequest,
        catalog: ServiceCatalog,
        tables: inout PriceTables
    ) throws(PriceTableErrors) -> Estimator {
        let rules = try tables.rules(catalog: catalog)
        var clinic: Clinic?
        if let id = request.clinic {
            clinic = try tables.clinic(
                id,
                catalog: catalog,
                withPrices: request.needsClinicPrices
            )
        }
        var schedules: [String: FeeSchedule] = [:]
        for (index, coverage) in request.coverages.enumerated() {
            for id in request.neededSchedules(of: coverage, isFirst: index == 0)
            where schedules[id] == nil {
                schedules[id] = try tables.schedule(id, catalog: catalog)
            }
        }
        var medicare: MedicareFeeSchedule?
        let stated = request.coverages.compactMap(\.medicareLocality).first
        if request.needsMedicarePrices, let locality = stated ?? clinic?.medicareLocality {
            medicare = try tables.medicare(locality: locality)
        } else if request.coverages.contains(where: { $0.plan.type == .medicarePartB }) {
            medicare = try tables.medicare(locality: nil)
        } else if schedules.keys.contains(where: {
            rules.payer(ofSchedule: $0)?.reducesProcedures == true
        }) {
            medicare = try tables.medicare(locality: nil)
        }
        let answers = request.screening
        let hasAnswers =
            answers?.askedOn != nil || answers?.present.isEmpty == false
            || answers?.notSure.isEmpty == false
            || answers?.clearance != nil || request.birthDate != nil
        return Estimator(
            catalog: catalog,
            clinic: clinic,
            schedules: schedules,
            rules: rules,
            medicare: medicare,
            screening: hasAnswers ? try tables.screening() : nil,
            patterns: request.care == nil ? nil : try tables.patternTables()
        )
    }
}

/// A request with the tables that it needs.
struct PreparedRequest {
    let document: RequestDocument
    let estimator: Estimator
    let tables: PriceTables

    /// Makes the quote.
    ///
    /// - Parameter canonical: The canonical text of the request, where it is written already.
    /// - Returns: The quote.
    /// - Throws: ``QuoteFailure`` with everything that is wrong.
    func made(as canonical: [UInt8]? = nil) throws(QuoteFailure) -> MadeQuote {
        let quote: Quote
        do throws(QuoteProblems) {
            let visits = try estimator.visits(of: document.request)
            quote = try estimator.quote(document.request, readings: document.readings(over: visits))
        } catch {
            var failure = QuoteFailure(error, in: tables.folder)
            failure.planEnded = error.endedPlan.map { plan in
                PlanEnded(
                    id: tables.quoteID(of: document.canonicalJSON()),
                    asOf: document.request.asOf,
                    plan: plan
                )
            }
            throw failure
        }
        return MadeQuote(
            id: tables.quoteID(of: canonical ?? document.canonicalJSON()),
            quote: quote,
            request: document,
            digest: tables.digest,
            snapshot: tables.folder.overlay?.snapshot,
            sources: tables.sources,
            warnings: tables.warnings,
            catalog: estimator.catalog
        )
    }

    /// What is left of the plan of care after some visits.
    ///
    /// - Returns: The request for the rest as JSON, and whether the rest has to cost what it cost in
    ///   the whole.
    func remainder(
        after count: Int,
        asOf: CalendarDate,
        showing finding: RequestedCare.Finding?,
        screening: ScreeningAnswers?,
        keepsOffer: Bool
    ) throws(QuoteFailure) -> (request: [UInt8], isExact: Bool) {
        do throws(QuoteProblems) {
            let rest = try estimator.remainder(
                of: document.request,
                after: count,
                asOf: asOf,
                showing: finding,
                screening: screening,
                keepsOffer: keepsOffer
            )
            let known = document.plans.allSatisfy(\.unknownTerms.isEmpty)
            return (
                RequestDocument(request: rest.request, plans: document.plans).canonicalJSON(),
                rest.isExact && known
            )
        } catch {
            throw QuoteFailure(error, in: tables.folder)
        }
    }
}

extension PreparedRequest {
    /// Whether a finding says that a checkpoint was not met.
    func isMissedCheckpoint(_ finding: RequestedCare.Finding?) -> Bool {
        guard let finding, !finding.hasImproved else { return false }
        return finding.test == estimator.patterns?.gateTest.id
    }
}

extension QuoteRequest {
    /// Whether some line leaves its charge or its self-pay price to the tables.
    fileprivate var needsClinicPrices: Bool {
        needsTables { $0.charge == nil || $0.selfPay == nil }
    }

    /// Whether some row allows a ratio of Medicare's amount.
    fileprivate var needsMedicarePrices: Bool {
        coverages.contains { coverage in
            if coverage.plan.type == .medicarePartB { return true }
            guard coverage.network == .outOfNetwork else { return false }
            return coverage.plan.benefits.contains { row in
                if case .fractionOfMedicare? = row.outOfNetworkBasis { true } else { false }
            }
        }
    }

    /// The contracted schedules of a plan that price some line.
    fileprivate func neededSchedules(
        of coverage: PatientCoverage,
        isFirst: Bool
    ) -> [String] {
        let isMissing =
            isFirst
            ? needsTables { $0.allowed == nil }
            : needsTables { $0.secondaryAllowed == nil }
        guard isMissing else { return [] }
        switch coverage.network {
        case .inNetwork: return [coverage.plan.feeSchedule].compactMap { $0 }
        case .outOfNetwork:
            let bases = coverage.plan.benefits.compactMap(\.outOfNetworkBasis)
            let names = bases.compactMap { basis -> String? in
                if case .schedule(let name) = basis { name } else { nil }
            }
            return Set(names).sorted()
        }
    }

    private func needsTables(_ isMissing: (ServiceLine.StatedAmounts) -> Bool) -> Bool {
        care != nil
            || visits.contains { visit in
                switch visit.contents {
                case .session, .consultation: true
                case .services(let lines): lines.contains { isMissing($0.stated) }
                }
            }
    }
}
