import FeeScheduleProof
package import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// What a run would change; nothing is held or installed, and nothing noted.
    ///
    /// - Parameters:
    ///   - store: The store, whose lock is held.
    ///   - requests: Requests by their name, quoted before and after.
    /// - Returns: The end that the run would have, and the lines to print.
    package func plan(
        _ store: LockedStore,
        requests: [String: [UInt8]]
    ) -> (exit: RefreshExit, lines: [String]) {
        do throws(StoreError) {
            return try planned(store, requests)
        } catch {
            return (error.exit, [error.sentence])
        }
    }

    private func planned(
        _ store: LockedStore,
        _ requests: [String: [UInt8]]
    ) throws(StoreError) -> (exit: RefreshExit, lines: [String]) {
        if let problem = clockProblem(store.log) { return (.configuration, [problem]) }
        var lines: [String] = []
        let installed = try InstalledState(store)
        if let damage = installed.damage { lines.append("\(damage)") }
        guard let keys = try trustedKeys(store, &lines) else { return (.configuration, lines) }
        var exits: [RefreshExit] = []
        for (source, fetched) in zip(terms.sources, fetch(installed, keys: keys)) {
            let kept = installed.sources[source.id]?.keptWords ?? "nothing is installed"
            switch fetched {
            case .problem(let problem):
                exits.append(problem.exit)
                lines.append(problem.sentence(for: source.id, kept: kept))
                lines += problem.details.map { "  \($0)" }
            case .unchanged(let notices):
                lines += (["would stay as it is"] + notices).map { "\(source.id): \($0)" }
            case .offer(let bare):
                let offer = withOrigin(bare, of: source)
                lines += offer.notices.map { "\(source.id): \($0)" }
                if let note = try store.barred(offer.record.digest),
                    installed.sources[source.id]?.record.digest != offer.record.digest
                {
                    lines.append("\(source.id): \(BarredOffer(note, offer).what); \(kept)")
                    continue
                }
                let inspection = inspection(of: source.id, installed, store)
                exits.append(plan(offer, installed, kept: kept, inspection, requests, &lines))
            }
        }
        return (RefreshExit.mostSevere(exits), lines)
    }

    private func plan(
        _ offer: Offer,
        _ installed: InstalledState,
        kept: String,
        _ inspection: OfferInspection,
        _ requests: [String: [UInt8]],
        _ lines: inout [String]
    ) -> RefreshExit {
        let id = offer.record.id
        let found: OfferInspection.Findings
        do throws(SourceProblem) {
            try checkOwners(of: offer, installed)
            found = try inspection.inspect(offer)
        } catch {
            lines.append(error.sentence(for: id, kept: kept))
            lines += error.details.map { "  \($0)" }
            return error.exit
        }
        let version = offer.record.version.map { "version \($0)" } ?? "the new list"
        lines.append(
            found.holds.isEmpty
                ? "\(id): would install \(version)" : "\(id): would hold \(version) for approval"
        )
        lines += found.holds.map { "\(id): \($0)" }
        lines += found.differences.map { "  \($0)" }
        lines += ExampleQuotes(
            requests,
            from: inspection.current,
            to: inspection.folder(with: offer),
            today: environment.now().day
        ).lines.map { "  \($0)" }
        return found.holds.isEmpty ? .done : .held
    }
}
