package import PriceTableFiles

/// A whole set of fee schedules with the proof of each: what is installed at once, or not at all.
package struct Snapshot: Hashable, Sendable {
    package let record: SnapshotRecord
    /// The bytes of each file of the list, by its path.
    package let files: [String: [UInt8]]

    /// Puts a snapshot together.
    ///
    /// - Parameters:
    ///   - sources: Where the files come from.
    ///   - files: The files by their path below the snapshot, each with its source.
    package init(
        sources: [SnapshotRecord.Source],
        files: [String: (source: String, bytes: [UInt8])]
    ) {
        record = SnapshotRecord(
            sources: sources,
            files: files.map { path, file in
                SnapshotRecord.File(path: path, bytes: file.bytes, source: file.source)
            }
        )
        self.files = files.mapValues(\.bytes)
    }

    private init(record: SnapshotRecord, files: [String: [UInt8]]) {
        self.record = record
        self.files = files
    }

    package var id: String { record.id }

    /// The files of the tables by their path below the folder of the tables.
    package var tables: [String: [UInt8]] {
        let start = "tables/"
        let tables = files.filter { $0.key.hasPrefix(start) }
        return Dictionary(
            uniqueKeysWithValues: tables.map { (String($0.key.dropFirst(start.count)), $0.value) }
        )
    }

    /// What quotes read in front of their own tables.
    package func overlay(in store: String) -> TableOverlay {
        TableOverlay(snapshot: id, place: "\(store)/snapshots/\(id)/tables", files: tables)
    }

    // MARK: On disk

    /// The name of the list in its folder.
    static let listName = "snapshot.json"
    /// The most bytes that a list may hold.
    static let maximumListBytes = 4 << 20

    /// Reads a snapshot by its name from a store.
    static func read(_ id: String, in store: borrowing Folder) throws(SnapshotDamage) -> Snapshot {
        try read(try open(id, inside: "snapshots", of: store), id: id)
    }

    /// Reads a snapshot that is still in staging.
    static func readStaged(
        _ id: String,
        in store: borrowing Folder
    ) throws(SnapshotDamage) -> Snapshot {
        try read(try open(id, inside: LockedStore.stagingName, of: store), id: id)
    }

    /// Reads the list of a snapshot, of whose files some may be damaged; absent where it is damaged.
    static func list(_ id: String, in store: borrowing Folder) -> SnapshotRecord? {
        let path = "snapshots/\(id)/\(listName)"
        guard let list = try? store.read(below: path, atMost: maximumListBytes),
            PriceTables.sha256(list) == id
        else { return nil }
        return SnapshotRecord(list)
    }

    private static func open(
        _ id: String,
        inside name: String,
        of store: borrowing Folder
    ) throws(SnapshotDamage) -> Folder {
        do throws(StoreError) {
            return try store.folder(name).folder(id)
        } catch {
            throw SnapshotDamage(snapshot: id, path: "", what: "\(error)", system: error)
        }
    }

    /// Reads a snapshot and checks every byte of it against the list, and the list against its name.
    ///
    /// - Parameters:
    ///   - folder: The folder of the snapshot, which was opened once.
    ///   - id: The name that it must have.
    /// - Returns: The snapshot.
    /// - Throws: ``SnapshotDamage`` with the first thing that is wrong.
    static func read(
        _ folder: borrowing Folder,
        id: String
    ) throws(SnapshotDamage) -> Snapshot {
        func damage(_ path: String, _ what: String) -> SnapshotDamage {
            SnapshotDamage(snapshot: id, path: path, what: what)
        }
        let list = try whole(folder, listName, atMost: maximumListBytes, id: id)
        guard PriceTables.sha256(list) == id else {
            throw damage(listName, "is not the list whose SHA-256 is the snapshot's name")
        }
        guard let record = SnapshotRecord(list) else {
            throw damage(listName, "is not a list of files")
        }
        var files: [String: [UInt8]] = [:]
        for file in record.files {
            let bytes = try whole(folder, file.path, atMost: file.size, id: id)
            guard bytes.count == file.size else {
                throw damage(file.path, "holds \(bytes.count) bytes instead of \(file.size)")
            }
            guard PriceTables.sha256(bytes) == file.sha256 else {
                throw damage(file.path, "does not have the SHA-256 of the list")
            }
            files[file.path] = bytes
        }
        return Snapshot(record: record, files: files)
    }

    private static func whole(
        _ folder: borrowing Folder,
        _ path: String,
        atMost limit: Int,
        id: String
    ) throws(SnapshotDamage) -> [UInt8] {
        do throws(StoreError) {
            return try folder.read(below: path, atMost: limit)
        } catch {
            throw SnapshotDamage(snapshot: id, path: path, what: "\(error)", system: error)
        }
    }

    /// Writes the snapshot into an empty folder, each file as durable as the disk can make it.
    func write(to folder: borrowing Folder) throws(StoreError) {
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try folder.create(below: path, bytes)
        }
        try folder.create(Snapshot.listName, record.bytes)
        try folder.syncTree()
    }
}

/// What is wrong with a snapshot on disk.
package struct SnapshotDamage: Error, Hashable, Sendable, CustomStringConvertible {
    package let snapshot: String
    /// The file below the snapshot.
    package let path: String
    package let what: String
    /// What the system refused, where it was that.
    package let system: StoreError?

    init(snapshot: String, path: String, what: String, system: StoreError? = nil) {
        self.snapshot = snapshot
        self.path = path
        self.what = what
        self.system = system
    }

    package var description: String {
        system == nil
            ? "snapshot \(snapshot.prefix(12)): \(path) \(what)"
            : "snapshot \(snapshot.prefix(12)): \(what)"
    }
}
