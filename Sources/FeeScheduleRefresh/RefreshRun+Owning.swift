import FeeScheduleStore

// Who signs for one clinic group must not replace the prices of another: a table belongs to the
// source that installed it, and of two that come together to the first.

extension RefreshRun {
    /// Refuses an offer with a table that another source of the configuration has installed.
    ///
    /// - Parameters:
    ///   - offer: What a source offers.
    ///   - installed: What is installed.
    /// - Throws: The refusal.
    func checkOwners(of offer: Offer, _ installed: InstalledState) throws(SourceProblem) {
        var owners: [String: String] = [:]
        for (id, source) in installed.sources where terms.configured.contains(id) {
            for path in source.owned { owners["tables/\(path)"] = id }
        }
        try check(offer, against: owners)
    }

    /// Refuses offers with a table that an earlier one of the same run brings.
    ///
    /// - Parameter judged: The sources of this run, some with an offer.
    func checkOwners(_ judged: inout [Judged]) {
        var owners: [String: String] = [:]
        for index in judged.indices {
            guard let offer = judged[index].offer else { continue }
            do throws(SourceProblem) {
                try check(offer, against: owners)
                for path in offer.tables.keys { owners["tables/\(path)"] = offer.record.id }
            } catch {
                judged[index].drop(error)
            }
        }
    }

    private func check(
        _ offer: Offer,
        against owners: [String: String]
    ) throws(SourceProblem) {
        for path in offer.tables.keys.sorted() {
            guard let owner = owners["tables/\(path)"], owner != offer.record.id else { continue }
            throw SourceProblem(
                .proofRefused,
                "its list holds \(path), which \(owner) provides",
                code: "tables",
                advice: "leave each table to one source, and ask both publishers"
            )
        }
    }
}
