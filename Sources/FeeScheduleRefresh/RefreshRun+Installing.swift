import FeeScheduleProof
import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// What is to become of a source.
    struct Judged {
        private(set) var outcome: SourceOutcome
        /// What is to be installed.
        private(set) var offer: Offer?

        init(_ outcome: SourceOutcome, offer: Offer? = nil) {
            self.outcome = outcome
            self.offer = offer
        }

        /// Installs nothing of the source after all.
        mutating func drop(_ problem: SourceProblem) {
            guard offer != nil else { return }
            offer = nil
            outcome.result = .failed(problem)
        }
    }

    /// Decides about a source: install, hold, or leave.
    func judge(
        _ fetched: FetchOutcome,
        of source: SourceConfiguration,
        _ installed: InstalledState,
        _ store: LockedStore
    ) throws(StoreError) -> Judged {
        let before = installed.sources[source.id]
        let kept = before?.keptWords ?? "nothing was installed"
        func outcome(_ result: SourceOutcome.Result, _ notices: [String] = []) -> Judged {
            Judged(
                SourceOutcome(source: source.id, result: result, kept: kept, notices: notices)
            )
        }
        switch fetched {
        case .problem(let problem): return outcome(.failed(problem))
        case .unchanged(let notices): return outcome(.unchanged, notices)
        case .offer(let bare):
            let offer = withOrigin(bare, of: source)
            if let note = try store.barred(offer.record.digest) {
                return outcome(.barred(BarredOffer(note, offer)), offer.notices)
            }
            let updated = SourceOutcome(
                source: source.id,
                result: .updated(version: offer.record.version, files: offer.tables.count),
                kept: kept,
                notices: offer.notices
            )
            let found: OfferInspection.Findings
            do throws(SourceProblem) {
                try checkOwners(of: offer, installed)
                // What was installed before and is damaged was looked at then.
                if before?.isRestored(by: offer) == true { return Judged(updated, offer: offer) }
                found = try inspection(of: source.id, installed, store).inspect(offer)
            } catch {
                return outcome(.failed(error), offer.notices)
            }
            guard found.holds.isEmpty else {
                let id = try hold(offer, found, base: before?.record.digest, store)
                return outcome(.held(id: id, reasons: found.holds), offer.notices)
            }
            return Judged(updated, offer: offer)
        }
    }

    /// The look into what a source offers.
    func inspection(
        of source: String,
        _ installed: InstalledState,
        _ store: LockedStore
    ) -> OfferInspection {
        OfferInspection(
            current: currentFolder(installed, store),
            before: installed.sources[source],
            limits: terms.limits,
            rules: terms.rules,
            today: environment.today()
        )
    }

    /// An offer of one list has no note of its origin; the run knows it.
    func withOrigin(_ offer: Offer, of source: SourceConfiguration) -> Offer {
        guard case .csv = source.kind else { return offer }
        return offer.withOrigin(
            terms.importedFrom.map { "file://\($0)" } ?? source.url,
            on: environment.now().day,
            in: TableFolder(terms.tables)
        )
    }

    /// The tables as quotes read them now.
    func currentFolder(_ installed: InstalledState, _ store: LockedStore) -> TableFolder {
        TableFolder(terms.tables, overlay: installed.snapshot?.overlay(in: store.path))
    }

    private func hold(
        _ offer: Offer,
        _ found: OfferInspection.Findings,
        base: String?,
        _ store: LockedStore
    ) throws(StoreError) -> String {
        // The same offer on the same base keeps the name under which a person knows it.
        for id in try store.heldIDs() {
            guard let waiting = try? store.heldCandidate(id), waiting.source == offer.record.id,
                waiting.digest == offer.record.digest, waiting.base == base
            else { continue }
            return id
        }
        let candidate = HeldCandidate(
            offered: offer.snapshot,
            base: base,
            at: environment.time,
            reasons: found.holds,
            differences: found.differences
        )
        try store.hold(candidate)
        return candidate.id
    }

    /// Installs all offers as one snapshot.
    ///
    /// - Returns: The ends that the store decides.
    func install(
        _ judged: inout [Judged],
        _ installed: InstalledState,
        _ store: LockedStore,
        _ remarks: inout [String]
    ) -> [RefreshExit] {
        let offers = judged.compactMap(\.offer)
        let lost = InstalledSet.lost(installed, replacing: offers)
        guard lost.isEmpty else {
            let problem = SourceProblem(
                .storeFailed,
                "what is installed of \(lost.joined(separator: ", ")) cannot be read, and a set "
                    + "without it would be half a set",
                advice: "run again once every source answers, or roll back"
            )
            for index in judged.indices { judged[index].drop(problem) }
            return []
        }
        let snapshot = InstalledSet(installed, replacing: offers).snapshot
        let folder = TableFolder(
            terms.tables,
            overlay: TableOverlay(
                snapshot: snapshot.id,
                place: "candidate",
                files: snapshot.tables
            )
        )
        let errors = TableCheck(folder).errors
        guard errors.isEmpty else {
            let problem = SourceProblem(content: errors.map(\.description))
            for index in judged.indices { judged[index].drop(problem) }
            return []
        }
        environment.tell("installing \(snapshot.id.prefix(12))")
        do throws(InstallError) {
            try store.install(
                snapshot,
                as: "installed",
                at: environment.time,
                noting: [
                    SnapshotNote.sources(snapshot, etags: InstalledSet.etags(installed, offers))
                ]
            )
        } catch {
            if error.isActive {
                remarks.append(
                    "\(error.error); the new set \(snapshot.id.prefix(12)) is active, and the next "
                        + "run confirms that the disk holds it"
                )
                return [.storeFailed]
            }
            let problem = SourceProblem(
                error.error.exit,
                "\(error.error)",
                advice: "check the disk, its free space and the store's owner, then run again"
            )
            for index in judged.indices { judged[index].drop(problem) }
            return []
        }
        return tidy(store, &remarks)
    }

    /// Removes what no quote needs any more, after the new set is active.
    private func tidy(_ store: LockedStore, _ remarks: inout [String]) -> [RefreshExit] {
        do throws(StoreError) {
            _ = try store.prune(
                asOf: environment.now().day,
                keepingLatest: terms.kept.latest,
                andDays: terms.kept.days
            )
            return []
        } catch {
            remarks.append("\(error); the new set is active, and old ones could not be removed")
            return [.storeFailed]
        }
    }
}
