import CareModel
import FeeScheduleStore
import JSONText
import PriceTableFiles

extension Offer {
    /// The offer with the origin of its list beside it, where it is a schedule without one.
    ///
    /// The tables keep for each schedule where its figures come from. A list that was fetched comes
    /// from another place on another day than the one in the tables, and a quote must not name the
    /// old origin beside new figures.
    ///
    /// - Parameters:
    ///   - url: Where it was fetched.
    ///   - today: When.
    ///   - folder: The tables, whose own note of the origin is taken up.
    /// - Returns: The offer with the note; itself where the tables have none to take up.
    func withOrigin(_ url: String, on today: CalendarDate, in folder: TableFolder) -> Offer {
        guard tables.count == 1, let path = tables.keys.first, path.hasPrefix("schedules/") else {
            return self
        }
        let note = path.dropLast("csv".count) + "json"
        guard let bytes = folder.bytes(of: String(note)),
            case .object(let members) = try? JSONTree(bytes, maximumDepth: DocumentLimits.depth)
        else { return self }
        let known: [(String, String)] = [
            ("address", url), ("retrievedOn", "\(today)"), ("sha256", record.digest),
        ]
        let kept = members.filter { member in !known.contains { $0.0 == member.name } }
        var json = JSONWriter(layout: .indented)
        JSONTree.object(kept + known.map { JSONTree.Member($0.0, .text($0.1)) }).write(to: &json)
        return Offer(
            record: record,
            tables: tables.merging([String(note): json.bytes + [0x0A]]) { _, new in new },
            proof: proof,
            manifest: manifest,
            holds: holds,
            notices: notices,
            etag: etag
        )
    }
}

extension TableFolder {
    /// A file of the tables; absent where it cannot be read.
    fileprivate func bytes(of path: String) -> [UInt8]? {
        var tables = PriceTables(self)
        return try? tables.bytesIfPresent(of: path)
    }
}
