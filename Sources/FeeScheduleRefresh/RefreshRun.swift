import FeeScheduleProof
package import FeeScheduleStore
import PriceTableFiles

/// One run over all sources: fetch, prove, check, compare, and install whole or leave everything.
package struct RefreshRun {
    let terms: RefreshTerms
    let environment: RefreshEnvironment

    package init(_ terms: RefreshTerms, in environment: RefreshEnvironment) {
        self.terms = terms
        self.environment = environment
    }

    /// Refreshes a store.
    ///
    /// - Parameter store: The store, whose lock is held.
    /// - Returns: What became of each source; nothing is thrown, for a fault of the store is an
    ///   end of the run like any other.
    package func run(_ store: LockedStore) -> RunReport {
        do throws(StoreError) {
            return try refresh(store)
        } catch {
            return RunReport(
                outcomes: [],
                snapshot: try? store.currentID(),
                remarks: [error.sentence],
                exits: [error.exit]
            )
        }
    }

    private func refresh(_ store: LockedStore) throws(StoreError) -> RunReport {
        if let problem = clockProblem(store.log) {
            return RunReport(
                outcomes: [],
                snapshot: try store.currentID(),
                remarks: [problem],
                exits: [.configuration]
            )
        }
        var remarks: [String] = []
        if let id = try store.settle(at: environment.time) {
            remarks.append("confirmed the snapshot \(id.prefix(12)) of a run that was broken off")
        }
        let installed = try InstalledState(store)
        try allowInstalled(installed, store)
        try releaseInstalled(installed, store)
        if let damage = installed.damage { remarks.append("\(damage); it is installed anew") }
        guard let keys = try trustedKeys(store, &remarks) else {
            return RunReport(
                outcomes: [],
                snapshot: try store.currentID(),
                remarks: remarks,
                exits: [.configuration]
            )
        }
        let fetched = fetch(installed, keys: keys)
        var judged = try zip(terms.sources, fetched).map { (source, outcome) throws(StoreError) in
            try judge(outcome, of: source, installed, store)
        }
        checkOwners(&judged)
        var exits: [RefreshExit] = []
        if judged.contains(where: { $0.offer != nil }) {
            if let ending = environment.ending() {
                exits.append(ending)
                for index in judged.indices { judged[index].drop(.ended(ending)) }
            } else {
                exits += install(&judged, installed, store, &remarks)
            }
        }
        try note(judged.map(\.outcome), in: store)
        return RunReport(
            outcomes: judged.map(\.outcome),
            snapshot: try store.currentID(),
            remarks: remarks + strays(installed),
            exits: exits
        )
    }

    /// Ends what a rollback that was broken off began: what is installed is never barred.
    func allowInstalled(
        _ installed: InstalledState,
        _ store: LockedStore
    ) throws(StoreError) {
        for source in installed.sources.values
        where try store.barred(source.record.digest) != nil {
            try store.unbar(source.record.digest)
        }
    }

    /// Ends what an approval that was broken off began: a candidate that is installed waits no more.
    private func releaseInstalled(
        _ installed: InstalledState,
        _ store: LockedStore
    ) throws(StoreError) {
        for id in try store.heldIDs() {
            guard let candidate = try? store.heldCandidate(id) else { continue }
            let source = installed.sources[candidate.source]
            let current = source?.record.digest
            // The same list at another place is not installed yet.
            let paths = candidate.offered.tables.keys
            if current == candidate.digest, paths.allSatisfy({ source?.table($0) != nil }) {
                try store.unbar(candidate.digest)
                try store.release(id)
            } else if current != candidate.base {
                // It was compared with a list that is no longer installed, and is held anew.
                try store.release(id)
            }
        }
    }

    /// A clock that stands before this program was released, or before a list was installed last,
    /// is wrong, and nothing may be installed on the strength of it.
    func clockProblem(_ log: AuditLog) -> String? {
        let now = environment.now()
        let last = log.activationTimes.compactMap(UTCInstant.init(isoText:)).max()
        let earliest = max(terms.released, last ?? terms.released)
        guard now < earliest else { return nil }
        return "this computer's clock says \(now), which is before \(earliest), when "
            + "\(earliest == terms.released ? "this program was released" : "a list was installed last"); "
            + "check the clock"
    }

    func trustedKeys(
        _ store: LockedStore,
        _ remarks: inout [String]
    ) throws(StoreError) -> TrustedKeys? {
        guard let bytes = try store.trustedKeys() else { return TrustedKeys([TrustedKey]()) }
        do throws(TrustedKeysError) {
            return try TrustedKeys(bytes)
        } catch {
            remarks.append(
                "\(store.path)/trust/keys.json: \(error.description); \(TrustedKeysError.renewing)"
            )
            return nil
        }
    }

    /// What is installed of sources that the configuration no longer names.
    private func strays(_ installed: InstalledState) -> [String] {
        installed.sources.keys.filter { !terms.configured.contains($0) }.sorted().map { id in
            "\(id) is installed and no longer in the configuration; its tables stay until a "
                + "rollback to a snapshot without them"
        }
    }

    private func note(
        _ outcomes: [SourceOutcome],
        in store: LockedStore
    ) throws(StoreError) {
        var members = [JSONTree.Member("outcomes", .list(outcomes.map(\.tree)))]
        if let path = terms.importedFrom {
            members.append(JSONTree.Member("importedFrom", .text(path)))
        }
        try store.record("checked", at: environment.time, members)
    }
}

extension RefreshEnvironment {
    /// The time as the audit log writes it.
    var time: String { "\(now())" }
}

extension TrustedKeysError {
    /// What to do where the file of the trusted keys cannot be read.
    static let renewing =
        "nothing was changed; put the file back from a copy, or move it away and add the "
        + "publishers' keys anew with carequote-refresh trust add"
}

extension StoreError {
    /// The end of a run that this error ends.
    var exit: RefreshExit { isRefusal ? .cannotCreate : .storeFailed }

    /// What to do where the link `current` is none.
    package static let relinking =
        "move it away, and make the link anew as carequote-refresh verify says"

    /// The error with what to do.
    var sentence: String {
        if isNoLinkToASnapshot { return "\(self); \(StoreError.relinking)" }
        return isRefusal
            ? "\(self); check the store's place, its owner and its permissions"
            : "\(self); check the disk and its free space, then run again"
    }
}
