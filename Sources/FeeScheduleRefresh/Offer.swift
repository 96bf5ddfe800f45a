import FeeScheduleProof
import FeeScheduleStore

/// What a source offers: whole and proven, not yet looked into.
struct Offer: Hashable, Sendable {
    let record: SnapshotRecord.Source
    /// The files by their path below the folder of the tables.
    let tables: [String: [UInt8]]
    /// The files that prove them, by name.
    let proof: [String: [UInt8]]
    /// What the manifest says of each file; absent for a kind without one.
    let manifest: Manifest?
    /// Why a person has to look at it whatever it contains.
    let holds: [String]
    /// What is said beside it.
    let notices: [String]
    let etag: String?

    /// The offer's files as a snapshot holds them.
    var files: [String: (source: String, bytes: [UInt8])] {
        var files: [String: (source: String, bytes: [UInt8])] = [:]
        for (path, bytes) in tables { files["tables/\(path)"] = (record.id, bytes) }
        for (name, bytes) in proof { files["proof/\(record.id)/\(name)"] = (record.id, bytes) }
        return files
    }

    /// The offer by itself, as it is held.
    var snapshot: Snapshot { Snapshot(sources: [record], files: files) }
}

/// What became of asking a source.
enum FetchOutcome: Hashable, Sendable {
    case offer(Offer)
    /// What is installed still holds.
    case unchanged(notices: [String])
    case problem(SourceProblem)
}
