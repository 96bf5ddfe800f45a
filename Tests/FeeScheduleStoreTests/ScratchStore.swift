import CareModel
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import Testing

/// A store in a folder of its own, which goes away with its owner.
final class ScratchStore {
    let path: String

    init() {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "carequote-store-\(UUID().uuidString)").path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Opens the store as a run does.
    func open() throws -> LockedStore {
        try LockedStore(path: path, holder: "process 1 since 2026-11-26T21:00:00Z")
    }

    /// A snapshot of one price file, whose only row has this amount.
    static func snapshot(_ amount: String, version: Int = 1) -> Snapshot {
        let rows = """
            service,modifier,amount_usd,reduced_usd,effective_from,effective_to
            adjust-spine-1-2,,\(amount),,2026-01-01,

            """
        let manifest = "{\"version\":\(version),\"amount\":\"\(amount)\"}"
        return Snapshot(
            sources: [
                SnapshotRecord.Source(
                    id: "harbor",
                    kind: "bundle",
                    version: version,
                    digest: PriceTables.sha256(Array(manifest.utf8)),
                    effective: CalendarDate(isoText: "2026-01-01"),
                    expires: CalendarDate(isoText: "2027-01-31"),
                    proof: ["SHA256:test"]
                )
            ],
            files: [
                "tables/schedules/acme-ppo-2026.csv": ("harbor", Array(rows.utf8)),
                "proof/harbor/manifest.json": ("harbor", Array(manifest.utf8)),
            ]
        )
    }

    /// Installs a snapshot with a run of its own.
    func install(_ snapshot: Snapshot, at time: String = "2026-11-26T21:00:00Z") throws {
        try open().install(snapshot, as: "installed", at: time, noting: [])
    }

    /// Reads what quotes would read.
    func installed() throws -> InstalledTables? { try InstalledTables.read(store: path) }

    func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }
}
