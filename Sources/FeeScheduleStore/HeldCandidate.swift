import JSONText
import PriceTableFiles

/// What a source offers and a person has to look at first: it is kept whole, and not installed.
///
/// It is bound to the set with which it was compared. Where another set was installed meanwhile,
/// what a person saw of the difference is no longer true, and approving it is refused.
package struct HeldCandidate: Hashable, Sendable {
    /// The candidate's files and its one source, as they would be installed.
    package let offered: Snapshot
    /// The digest of what was installed from the source when they were compared; absent for nothing.
    package let base: String?
    /// When it was held, as `2026-11-26T21:00:00Z`.
    package let at: String
    /// Why, in sentences.
    package let reasons: [String]
    /// What differs, a line each.
    package let differences: [String]

    package init(
        offered: Snapshot,
        base: String?,
        at: String,
        reasons: [String],
        differences: [String]
    ) {
        self.offered = offered
        self.base = base
        self.at = at
        self.reasons = reasons
        self.differences = differences
    }

    /// The name of the source.
    package var source: String { offered.record.sources.first?.id ?? "" }

    /// The digest of what is offered.
    package var digest: String { offered.record.sources.first?.digest ?? "" }

    /// The candidate's name: the same for the same offer on the same base.
    package var id: String {
        PriceTables.sha256(Array("\(source)\n\(offered.id)\n\(base ?? "nothing")\n".utf8))
    }

    // MARK: On disk

    static let aboutName = "held.json"

    private enum Name: String, CaseIterable {
        case snapshot, base, at, reasons, differences, sha256
    }

    /// What is said about the candidate, beside its files.
    var about: [UInt8] {
        var members = [
            JSONTree.Member("snapshot", .text(offered.id)), JSONTree.Member("at", .text(at)),
            JSONTree.Member("reasons", .list(reasons.map { .text($0) })),
            JSONTree.Member("differences", .list(differences.map { .text($0) })),
        ]
        if let base { members.append(JSONTree.Member("base", .text(base))) }
        // A person decides by these words, so a damaged byte in them must show.
        members.append(JSONTree.Member("sha256", .text(PriceTables.sha256(text(members)))))
        return text(members)
    }

    private func text(_ members: [JSONTree.Member]) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        JSONTree.object(members).write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Reads a candidate; its files are checked like those of a snapshot.
    static func read(_ id: String, in held: borrowing Folder) throws(SnapshotDamage) -> Self {
        func damage(_ what: String, _ error: StoreError? = nil) -> SnapshotDamage {
            SnapshotDamage(snapshot: id, path: aboutName, what: what, system: error)
        }
        let folder: Folder
        let bytes: [UInt8]
        do throws(StoreError) {
            bytes = try held.read(below: "\(id)/\(aboutName)", atMost: Snapshot.maximumListBytes)
            folder = try held.folder(id)
        } catch {
            throw damage("\(error)", error)
        }
        let reader = DocumentReader(bytes)
        var snapshot: String?
        var base: String?
        var at: String?
        var texts: [Name: [String]] = [:]
        reader.object(Name.self, required: [.snapshot, .at, .reasons, .differences, .sha256]) {
            name in
            switch name {
            case .snapshot: snapshot = reader.text()
            case .base: base = reader.text()
            case .at: at = reader.text()
            case .sha256: _ = reader.text()
            case .reasons, .differences:
                reader.list(0...200_000) { _ in
                    if let text = reader.text() { texts[name, default: []].append(text) }
                }
            }
        }
        reader.end()
        guard reader.findings.isEmpty, let snapshot, let at else {
            throw damage("is not a note about a candidate")
        }
        let candidate = HeldCandidate(
            offered: try Snapshot.read(folder, id: snapshot),
            base: base,
            at: at,
            reasons: texts[.reasons] ?? [],
            differences: texts[.differences] ?? []
        )
        guard candidate.id == id, candidate.offered.record.sources.count == 1 else {
            throw damage("does not belong to the candidate's name")
        }
        guard candidate.about == bytes else {
            throw damage("does not have the SHA-256 of its words")
        }
        return candidate
    }
}
