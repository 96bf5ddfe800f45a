package import FeeScheduleStore
import HostSystem
import PriceTableFiles

extension RefreshRun {
    /// Takes out what is installed, so that the tables' own prices count again.
    ///
    /// A set without those lists is installed, like any other set: the store never lacks one, and
    /// what is taken out is not installed again by itself.
    ///
    /// - Parameters:
    ///   - name: The source whose list is taken out; absent for all of them.
    ///   - reason: Why, for the audit log.
    ///   - store: The store, whose lock is held.
    /// - Returns: What became of it.
    package func uninstall(
        _ name: String?,
        reason: String,
        in store: LockedStore
    ) -> RunReport {
        deciding(in: store) { () throws(Undecided) in
            let current = try reading { () throws(StoreError) in try store.currentID() }
            let installed = try reading { () throws(StoreError) in try InstalledState(store) }
            let names = installed.sources.keys.sorted()
            guard let current, !names.isEmpty else {
                throw Undecided(.usage, "nothing is installed, so there is nothing to leave")
            }
            let left = Set(names.filter { $0 == name ?? $0 })
            guard !left.isEmpty else {
                throw Undecided(
                    .usage,
                    "nothing is installed of '\(PrintableText.shown(name ?? ""))'. "
                        + "Write one of: \(names.joined(separator: ", "))"
                )
            }
            let target = try rest(of: installed, without: left)
            try leave(current, for: target, reason, store)
            let words = left.sorted().joined(separator: ", ")
            return (
                [], ["took out \(words); left \(current.prefix(12)) behind"], []
            )
        }
    }

    /// What stays installed, where that can be read and quotes can be made with it.
    private func rest(
        of installed: InstalledState,
        without left: Set<String>
    ) throws(Undecided) -> Snapshot {
        let lost = InstalledSet.lost(installed, without: left)
        guard lost.isEmpty else {
            throw Undecided(
                .storeFailed,
                "what is installed of \(lost.joined(separator: ", ")) cannot be read, and a set "
                    + "without it would be half a set; run again, or leave out --source"
            )
        }
        let target = InstalledSet(installed, without: left).snapshot
        let overlay = TableOverlay(snapshot: target.id, place: "rest", files: target.tables)
        let errors = TableCheck(TableFolder(terms.tables, overlay: overlay)).errors
        guard let first = errors.first else { return target }
        throw Undecided(
            .content,
            "without it the tables would be wrong in \(errors.count) places, the first: \(first)"
        )
    }
}
