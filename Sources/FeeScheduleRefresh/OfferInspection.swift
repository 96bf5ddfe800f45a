import CareModel
import CarePricing
import FeeScheduleProof
import FeeScheduleStore
import PriceTableFiles

/// Looks into what a source offers, whether it is right and whether it is likely.
struct OfferInspection {
    /// The tables as quotes read them now.
    let current: TableFolder
    /// What is installed from the source; absent where nothing is.
    let before: InstalledSource?
    let limits: ContentLimits
    let rules: HoldingRules
    /// The day of the run by the calendar of this computer, from which a list without a first day is
    /// used.
    let today: CalendarDate

    /// What was found.
    struct Findings: Hashable, Sendable {
        /// Why a person has to look at it; none where it may be installed.
        let holds: [String]
        /// What differs from what quotes read now, a line each.
        let differences: [String]
    }

    /// Inspects an offer.
    ///
    /// - Parameter offer: The offer, which is proven.
    /// - Returns: What a person should know of it.
    /// - Throws: ``SourceProblem`` where the content is wrong.
    func inspect(_ offer: Offer) throws(SourceProblem) -> Findings {
        // 1. Each file as a whole, before a reader of tables sees it, and its control totals.
        // 2. All tables together, as quotes would read them.
        // 3. What changes, and whether that is likely.
        try checkContent(of: offer)
        let candidate = folder(with: offer)
        try checkTables(candidate)
        do throws(PriceTableErrors) {
            let diff = try TableDiff(from: current, to: candidate)
            return Findings(
                holds: offer.holds
                    + (early(offer) + (try changedOwners(offer)) + (try reasons(offer, candidate))
                    + changedTerms(diff.differences)).map(\.description),
                differences: diff.differences.map(\.description)
            )
        } catch {
            throw SourceProblem(content: error.findings.map(\.description))
        }
    }

    /// The tables as quotes would read them with an offer in place of what its source installed.
    func folder(with offer: Offer) -> TableFolder {
        var files = current.overlay?.files ?? [:]
        for path in before?.tablePaths ?? [] { files[path] = nil }
        files.merge(offer.tables) { _, new in new }
        return TableFolder(
            current.root,
            overlay: TableOverlay(snapshot: "candidate", place: offer.record.id, files: files)
        )
    }

    private func checkContent(of offer: Offer) throws(SourceProblem) {
        var tables = PriceTables(folder(with: offer))
        let catalog = try? tables.services()
        let stated = Dictionary(
            uniqueKeysWithValues: (offer.manifest?.files ?? []).map { file in
                (
                    file.name.description,
                    ContentTotals(rows: file.rows, totalCents: file.totalCents)
                )
            }
        )
        var findings: [ContentFinding] = []
        var count = 0
        for (name, bytes) in offer.tables.sorted(by: { $0.key < $1.key }) {
            let check = ContentCheck(
                name: name,
                bytes: bytes,
                limits: limits,
                catalog: catalog,
                effective: offer.record.effective ?? today
            )
            findings += check.findings
            count += check.findingCount
            guard check.findings.isEmpty, let totals = stated[name] else { continue }
            let differing = check.totals.findings(against: totals, file: name)
            findings += differing
            count += differing.count
        }
        guard findings.isEmpty else {
            throw SourceProblem(ContentReport(findings, count: count), count: count)
        }
    }

    private func checkTables(_ candidate: TableFolder) throws(SourceProblem) {
        let errors = TableCheck(candidate).errors
        guard !errors.isEmpty else { return }
        let earlier = TableCheck(current).errors
        guard earlier.isEmpty else {
            throw SourceProblem(
                .configuration,
                "the tables of the configuration have errors of their own",
                advice: "run carequote tables check \(current.root), and mend them",
                details: Array(earlier.map(\.description).prefix(ContentReport.mostShown))
            )
        }
        throw SourceProblem(content: errors.map(\.description))
    }

    /// What no threshold can weigh: terms of plans, offers, sessions and payers that change.
    ///
    /// The note of a schedule's origin, and a table's words, price nothing; a first list is held as
    /// a whole.
    private func changedTerms(_ differences: [TableDifference]) -> [HoldingReason] {
        guard before != nil else { return [] }
        let documents = differences.map(\.file).filter { file in
            file.hasSuffix(".json") && !file.hasPrefix("schedules/")
        }
        return Set(documents).sorted().map { file in
            .termsChanged(file: file, count: documents.count { $0 == file })
        }
    }

    /// A list for days to come must price nothing before.
    ///
    /// What it says of offers and plans has no date of its own. One that counts from the day of its issue counts at once everywhere.
    private func early(_ offer: Offer) -> [HoldingReason] {
        guard let day = offer.record.effective, day > today,
            day > offer.manifest?.issued.day ?? today
        else { return [] }
        return [.tooEarly(day, today: today)]
    }

    /// The tables that this source begins or ceases to set.
    ///
    /// However small the difference of the prices is, another sets them from then on. A first list is held as a whole.
    private func changedOwners(
        _ offer: Offer
    ) throws(PriceTableErrors) -> [HoldingReason] {
        guard let before else { return [] }
        let old = before.owned
        guard !old.isEmpty else { return [.unreadable(files: offer.tables.keys.sorted())] }
        var reasons: [HoldingReason] = []
        var now = PriceTables(current)
        for path in offer.tables.keys.sorted() where !old.contains(path) {
            if try now.bytesIfPresent(of: path) != nil { reasons.append(.takesOver(file: path)) }
        }
        var own = PriceTables(TableFolder(current.root))
        for path in old.sorted() where offer.tables[path] == nil {
            if try own.bytesIfPresent(of: path) != nil { reasons.append(.givesBack(file: path)) }
        }
        // What is damaged and stands in no other place can be compared with nothing.
        var unseen: [String] = []
        for path in old.sorted() where before.files.isEmpty {
            if try own.bytesIfPresent(of: path) == nil { unseen.append(path) }
        }
        return reasons + (unseen.isEmpty ? [] : [.unreadable(files: unseen)])
    }

    private func reasons(
        _ offer: Offer,
        _ candidate: TableFolder
    ) throws(PriceTableErrors) -> [HoldingReason] {
        var old = PriceTables(current)
        var new = PriceTables(candidate)
        let catalogs = (old: try old.services(), new: try new.services())
        let paths = Set(before?.tablePaths ?? []).union(offer.tables.keys).sorted()
        var installed: [PriceList] = []
        var offered: [PriceList] = []
        for path in paths where PriceTables.isPriceFile(path) {
            if let list = try old.priceList(path, catalog: catalogs.old) { installed.append(list) }
            if let list = try new.priceList(path, catalog: catalogs.new) { offered.append(list) }
        }
        return Plausibility(
            installed: installed,
            offered: offered,
            units: catalogs,
            from: offer.record.effective ?? today,
            isFirstList: before == nil,
            files: offer.tables.keys.sorted(),
            rules: rules
        ).reasons
    }
}

extension InstalledSource {
    /// The paths of its tables below the folder of the tables.
    var tablePaths: [String] { files.keys.compactMap(InstalledSource.table(inSnapshot:)) }
}

extension PriceTables {
    /// The rows of a file of prices; absent where there is no such file.
    fileprivate mutating func priceList(
        _ path: String,
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> PriceList? {
        guard let bytes = try bytesIfPresent(of: path) else { return nil }
        return PriceList(file: path, rows: try rows(bytes, path: path, catalog: catalog))
    }
}

extension SourceProblem {
    /// Wrong content, with the first findings.
    init(content findings: [String]) {
        let more = findings.count - ContentReport.mostShown
        self.init(
            details: Array(findings.prefix(ContentReport.mostShown))
                + (more > 0 ? ["and \(more) more"] : []),
            count: findings.count
        )
    }

    fileprivate init(_ report: ContentReport, count: Int) {
        self.init(details: report.lines, count: count)
    }

    private init(details: [String], count: Int) {
        self.init(
            .content,
            count == 1 ? "its content is wrong" : "its content is wrong in \(count) places",
            code: "content",
            advice: "send the findings to the publisher",
            details: details
        )
    }
}
