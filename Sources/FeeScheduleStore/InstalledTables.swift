package import CareModel
package import PriceTableFiles

/// Reads what a refresh installed, as the programs that make quotes do: without a lock, at any time.
///
/// The link `current` is read once, and then everything inside the folder to which it points, so
/// that an answer never mixes two generations.
package struct InstalledTables: Hashable, Sendable {
    package let snapshot: Snapshot
    /// What stands in front of the tables.
    package let overlay: TableOverlay
    /// Why an earlier set is used instead of the current one; absent where it is the current one.
    package let fallback: String?

    /// Reads the current set, or the one before it where that is damaged.
    ///
    /// - Parameter store: The path of the store.
    /// - Returns: The set; absent where there is no store or nothing was installed.
    /// - Throws: ``StoreReadError`` where something is installed and no set of it is whole: a
    ///   quote from the tables alone would be one from prices that no longer hold.
    package static func read(store: String) throws(StoreReadError) -> InstalledTables? {
        guard let root = try open(store) else { return nil }
        return try read(inside: root, store: store)
    }

    /// The sources whose list was for use until before a day, each in a sentence.
    package func endedSources(by day: CalendarDate) -> [String] {
        snapshot.record.sources.compactMap { source in
            guard let expires = source.expires, expires < day else { return nil }
            return "the installed list of \(source.id) was for use through \(expires)"
        }
    }

    private static func open(_ store: String) throws(StoreReadError) -> Folder? {
        do throws(StoreError) {
            return try Folder(path: store)
        } catch {
            if error.isMissing { return nil }
            throw .unreadable("\(error)")
        }
    }

    private static func read(
        inside root: borrowing Folder,
        store: String
    ) throws(StoreReadError) -> InstalledTables? {
        var link: String?
        do throws(StoreError) {
            link = try CurrentLink.snapshot(in: root)
        } catch {
            throw .unreadable("\(error)")
        }
        guard let current = link else {
            // A store in which something was installed once never lacks the link.
            let log = AuditLog(
                (try? root.read(AuditLog.name, atMost: AuditLog.maximumBytes)) ?? []
            )
            guard log.formerSnapshots.isEmpty else { throw .damaged("the link current is gone") }
            return nil
        }
        do throws(SnapshotDamage) {
            let snapshot = try Snapshot.read(current, in: root)
            return InstalledTables(snapshot, in: store, fallback: nil)
        } catch {
            return try former(
                before: current,
                error,
                in: root,
                log: try? root.read(AuditLog.name, atMost: AuditLog.maximumBytes),
                store: store
            )
        }
    }

    private static func former(
        before current: String,
        _ damage: SnapshotDamage,
        in root: borrowing Folder,
        log bytes: [UInt8]?,
        store: String
    ) throws(StoreReadError) -> InstalledTables {
        let log = AuditLog(bytes ?? [])
        for id in log.formerSnapshots where id != current && CurrentLink.isID(id) {
            guard let snapshot = try? Snapshot.read(id, in: root) else { continue }
            let since = log.installed(id).map { " of \($0.prefix(10))" } ?? ""
            return InstalledTables(
                snapshot,
                in: store,
                fallback: "\(damage); the set before it, \(id.prefix(12))\(since), is used "
                    + "instead. Run carequote-refresh verify"
            )
        }
        throw .damaged("\(damage)")
    }

    private init(_ snapshot: Snapshot, in store: String, fallback: String?) {
        self.snapshot = snapshot
        self.fallback = fallback
        overlay = snapshot.overlay(in: store)
    }
}

/// Why what was installed cannot be read.
package enum StoreReadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The store, or the link in it, cannot be opened.
    case unreadable(String)
    /// No set in it is whole.
    case damaged(String)

    package var description: String {
        switch self {
        case .unreadable(let what):
            "\(what). Check the store and its permissions, or name another with --store"
        case .damaged(let what):
            "\(what), and no earlier set is whole. Run carequote-refresh verify, then run"
        }
    }
}
