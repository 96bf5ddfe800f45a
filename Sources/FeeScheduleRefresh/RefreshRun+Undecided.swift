import FeeScheduleProof
import FeeScheduleStore
import PriceTableFiles

extension RefreshRun {
    /// Why a decision could not be carried out.
    struct Undecided: Error {
        let exit: RefreshExit
        let what: String

        init(_ exit: RefreshExit, _ what: String) {
            self.exit = exit
            self.what = what
        }
    }

    func deciding(
        in store: LockedStore,
        _ decide: () throws(Undecided) -> ([SourceOutcome], [String], [RefreshExit])
    ) -> RunReport {
        var remarks: [String] = []
        do throws(Undecided) {
            if let problem = clockProblem(store.log) { throw Undecided(.configuration, problem) }
            let settled = try reading { () throws(StoreError) in
                let settled = try store.settle(at: environment.time)
                try allowInstalled(try InstalledState(store), store)
                return settled
            }
            if let settled { remarks.append("confirmed \(settled.prefix(12)) of an earlier run") }
            let (outcomes, more, exits) = try decide()
            return RunReport(
                outcomes: outcomes,
                snapshot: try? store.currentID(),
                remarks: remarks + more,
                exits: exits
            )
        } catch {
            return RunReport(
                outcomes: [],
                snapshot: try? store.currentID(),
                remarks: remarks + [error.what],
                exits: [error.exit]
            )
        }
    }

    func reading<Value>(
        _ read: () throws(StoreError) -> Value
    ) throws(Undecided) -> Value {
        do throws(StoreError) {
            return try read()
        } catch {
            throw Undecided(error.exit, error.sentence)
        }
    }

    func candidateID(_ name: String, _ store: LockedStore) throws(Undecided) -> String {
        let ids = try reading { () throws(StoreError) in try store.heldIDs() }
        guard name.utf8.count >= 8, let id = ids.filter({ $0.hasPrefix(name) }).only else {
            let waiting = ids.map { "\($0.prefix(12))" }.joined(separator: ", ")
            throw Undecided(
                .usage,
                "'\(name)' is not the beginning of one candidate. "
                    + (ids.isEmpty ? "None waits" : "Write one of: \(waiting)")
                    + (try decided(about: name, store).map { ". \($0)" } ?? "")
            )
        }
        return id
    }

    /// What was decided about a candidate that does not wait any more, and what brings it back.
    private func decided(about name: String, _ store: LockedStore) throws(Undecided) -> String? {
        let last = store.log.entries.last { $0.text("candidate")?.hasPrefix(name) == true }
        guard name.utf8.count >= 8, let last else { return nil }
        guard last.event != "rejectionUndone" else {
            return
                "Its rejection was taken back: carequote-refresh run looks at the list anew, and "
                + "tells what waits then"
        }
        let notes = try reading { () throws(StoreError) in try store.barredNotes() }
        return notes.first { $0.digest == last.text("digest") }
            .map { BarredOffer($0.note, naming: "Its list") }
            .map { "\($0.what); \($0.advice)" }
    }

    func candidate(
        _ name: String,
        _ store: LockedStore
    ) throws(Undecided) -> HeldCandidate {
        let id = try candidateID(name, store)
        do throws(SnapshotDamage) {
            return try store.heldCandidate(id)
        } catch {
            throw Undecided(.storeFailed, "\(error); reject it and run again")
        }
    }

    func barring(_ event: String, _ reason: String, _ source: String) -> [JSONTree.Member] {
        [
            JSONTree.Member("event", .text(event)), JSONTree.Member("reason", .text(reason)),
            JSONTree.Member("source", .text(source)),
            JSONTree.Member("at", .text(environment.time)),
        ]
    }

    func note(
        _ event: String,
        _ candidate: HeldCandidate,
        _ reason: String,
        _ store: LockedStore
    ) throws(Undecided) {
        try reading { () throws(StoreError) in
            try store.record(
                event,
                at: environment.time,
                [
                    JSONTree.Member("source", .text(candidate.source)),
                    JSONTree.Member("candidate", .text(candidate.id)),
                    JSONTree.Member("digest", .text(candidate.digest)),
                    JSONTree.Member("reason", .text(reason)),
                ]
            )
        }
    }
}

extension Array {
    /// The one element; absent where there are none or several.
    var only: Element? { count == 1 ? self[0] : nil }
}
