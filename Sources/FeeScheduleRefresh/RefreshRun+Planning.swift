import FeeScheduleProof
package import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// What a run would change; nothing is held or installed, and nothing noted.
    ///
    /// - Parameters:
    ///   - store: The store, whose lock is held.
    ///   - requests: Requests by their name, quoted before and after.
    /// - Returns: What would become of each source.
    package func plan(_ store: LockedStore, requests: [String: [UInt8]]) -> RefreshPlan {
        do throws(StoreError) {
            return try planned(store, requests)
        } catch {
            return RefreshPlan([], remarks: [error.sentence], exits: [error.exit])
        }
    }

    private func planned(
        _ store: LockedStore,
        _ requests: [String: [UInt8]]
    ) throws(StoreError) -> RefreshPlan {
        if let problem = clockProblem(store.log) {
            return RefreshPlan([], remarks: [problem], exits: [.configuration])
        }
        var remarks: [String] = []
        let installed = try InstalledState(store)
        if let damage = installed.damage { remarks.append("\(damage)") }
        guard let keys = try trustedKeys(store, &remarks) else {
            return RefreshPlan([], remarks: remarks, exits: [.configuration])
        }
        let fetched = fetch(installed, keys: keys)
        let sources = try zip(terms.sources, fetched).map { (source, outcome) throws(StoreError) in
            try planned(source, outcome, installed, store, requests)
        }
        return RefreshPlan(sources, remarks: remarks)
    }

    private func planned(
        _ source: SourceConfiguration,
        _ fetched: FetchOutcome,
        _ installed: InstalledState,
        _ store: LockedStore,
        _ requests: [String: [UInt8]]
    ) throws(StoreError) -> RefreshPlan.Source {
        let kept = installed.sources[source.id]?.keptWords ?? "nothing is installed"
        switch fetched {
        case .problem(let problem): return .init(source.id, problem, kept: kept)
        case .unchanged(let notices):
            return .init(
                id: source.id,
                action: .keep,
                exit: .done,
                words: "would stay as it is",
                notices: notices
            )
        case .offer(let bare):
            let offer = withOrigin(bare, of: source)
            let digest = offer.record.digest
            if let note = try store.barred(digest),
                installed.sources[source.id]?.record.digest != digest
            {
                let barred = BarredOffer(note, offer)
                return .init(
                    id: source.id,
                    action: .keep,
                    exit: .done,
                    words: "\(barred.what); \(kept); \(barred.advice)",
                    version: offer.record.version,
                    notices: offer.notices
                )
            }
            let inspection = inspection(of: source.id, installed, store)
            return planned(offer, installed, kept: kept, inspection, requests)
        }
    }

    private func planned(
        _ offer: Offer,
        _ installed: InstalledState,
        kept: String,
        _ inspection: OfferInspection,
        _ requests: [String: [UInt8]]
    ) -> RefreshPlan.Source {
        let id = offer.record.id
        let found: OfferInspection.Findings
        do throws(SourceProblem) {
            try checkOwners(of: offer, installed)
            found = try inspection.inspect(offer)
        } catch {
            return .init(id, error, kept: kept, notices: offer.notices)
        }
        let isRestored = installed.sources[id]?.isRestored(by: offer) == true
        let holds = isRestored ? [] : found.holds
        let isHeld = !holds.isEmpty
        let version = offer.record.version.map { "version \($0)" } ?? "the new list"
        return .init(
            id: id,
            action: isHeld ? .hold : .install,
            exit: isHeld ? .held : .done,
            words: isHeld ? "would hold \(version) for approval" : "would install \(version)",
            version: offer.record.version,
            notices: offer.notices,
            reasons: holds,
            differences: found.differences,
            quotes: ExampleQuotes(
                requests,
                from: inspection.current,
                to: inspection.folder(with: offer),
                today: environment.today()
            ).lines
        )
    }
}

extension RefreshPlan.Source {
    /// A source of which nothing could be installed.
    fileprivate init(
        _ id: String,
        _ problem: SourceProblem,
        kept: String,
        notices: [String] = []
    ) {
        self.init(
            id: id,
            action: .fail,
            exit: problem.exit,
            words: problem.sentence(kept: kept),
            notices: notices,
            details: problem.details
        )
    }
}
