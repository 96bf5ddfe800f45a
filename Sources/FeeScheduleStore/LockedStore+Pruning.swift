package import CareModel

extension LockedStore {
    /// Removes the snapshots that no quote needs for an explanation any more.
    ///
    /// - Parameters:
    ///   - today: The day of the run.
    ///   - count: How many of the latest are kept whatever their age.
    ///   - days: How many days each is kept after it was last current.
    /// - Returns: The names of those that were removed.
    /// - Throws: ``StoreError``.
    package func prune(
        asOf today: CalendarDate,
        keepingLatest count: Int,
        andDays days: Int
    ) throws(StoreError) -> [String] {
        let current = try currentID()
        let order = log.latestUse
        let ids = try snapshotIDs()
        // One that the log does not know was never current: a kill came before.
        let known = ids.filter { order[$0] != nil && $0 != current }
            .sorted { (order[$0]?.position ?? 0) > (order[$1]?.position ?? 0) }
        let old = known.dropFirst(count - (current == nil ? 0 : 1)).filter { id in
            guard let day = order[id]?.day else { return false }
            return today.dayNumber - day.dayNumber > days
        }
        let removed = old + ids.filter { order[$0] == nil && $0 != current }
        for id in removed {
            // First out of sight in one step: a reader finds it whole, or not at all.
            try snapshots.rename(id, into: staging, as: id)
            try staging.remove(id)
        }
        if !removed.isEmpty { try snapshots.sync() }
        return removed
    }
}

extension AuditLog {
    /// For each snapshot that was ever current, the last line that says so, and the day until
    /// which it was; a later line about another snapshot ends the use of one.
    fileprivate var latestUse: [String: (position: Int, day: CalendarDate?)] {
        var uses: [String: (position: Int, day: CalendarDate?)] = [:]
        var current: String?
        for (position, entry) in entries.enumerated() {
            guard ["installed", "rolledBack", "confirmed"].contains(entry.event),
                let id = entry.text("snapshot")
            else { continue }
            let day = CalendarDate(isoText: String(entry.at.prefix(10)))
            if let current, current != id { uses[current]?.day = day }
            uses[id] = (position, day)
            current = id
        }
        return uses
    }
}
