package import CareModel
import JSONText
package import PriceTableFiles

/// The list of what a snapshot holds: its sources, and each file with its size and SHA-256.
///
/// The SHA-256 of the list, written canonically, is the snapshot's name. It holds no time of
/// installing, so that the same files from the same sources always bear the same name.
package struct SnapshotRecord: Hashable, Sendable {
    /// Where a part of the files came from, and how it was proven.
    package struct Source: Hashable, Sendable {
        /// The name in the configuration.
        package let id: String
        /// The kind, such as `bundle`.
        package let kind: String
        /// The version of its manifest; absent for a kind that has none.
        package let version: Int?
        /// The SHA-256 of its manifest, or of its one file, in hexadecimal.
        package let digest: String
        /// The day from which its publisher says it counts.
        package let effective: CalendarDate?
        /// The last day on which it may be used.
        package let expires: CalendarDate?
        /// How it was proven, such as the fingerprint of each key, or `pinned`.
        package let proof: [String]

        package init(
            id: String,
            kind: String,
            version: Int?,
            digest: String,
            effective: CalendarDate?,
            expires: CalendarDate?,
            proof: [String]
        ) {
            self.id = id
            self.kind = kind
            self.version = version
            self.digest = digest
            self.effective = effective
            self.expires = expires
            self.proof = proof
        }
    }

    /// A file of the snapshot.
    package struct File: Hashable, Sendable {
        /// The path below the snapshot, `tables/…` or `proof/…`.
        package let path: String
        package let sha256: String
        /// The size in bytes.
        package let size: Int
        /// The source that it came from.
        package let source: String

        package init(path: String, bytes: [UInt8], source: String) {
            self.init(
                path: path,
                sha256: PriceTables.sha256(bytes),
                size: bytes.count,
                source: source
            )
        }

        init(path: String, sha256: String, size: Int, source: String) {
            self.path = path
            self.sha256 = sha256
            self.size = size
            self.source = source
        }
    }

    /// The sources, sorted by name.
    package let sources: [Source]
    /// The files, sorted by path.
    package let files: [File]

    package init(sources: [Source], files: [File]) {
        self.sources = sources.sorted { $0.id < $1.id }
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The name of the snapshot.
    package var id: String { PriceTables.sha256(bytes) }

    /// The source of a name.
    package func source(_ id: String) -> Source? { sources.first { $0.id == id } }

    /// The list as it is written.
    package var bytes: [UInt8] {
        var json = JSONWriter(layout: .canonical)
        tree.write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private var tree: JSONTree {
        .object([
            JSONTree.Member("sources", .list(sources.map(\.tree))),
            JSONTree.Member("files", .list(files.map(\.tree))),
        ])
    }
}

extension SnapshotRecord.Source {
    /// The source as JSON; what is absent is left out.
    package var tree: JSONTree {
        var members = [
            JSONTree.Member("id", .text(id)), JSONTree.Member("kind", .text(kind)),
            JSONTree.Member("digest", .text(digest)),
            JSONTree.Member("proof", .list(proof.map { .text($0) })),
        ]
        if let version { members.append(JSONTree.Member("version", .number("\(version)"))) }
        if let effective {
            members.append(JSONTree.Member("effective", .text("\(effective)")))
        }
        if let expires { members.append(JSONTree.Member("expires", .text("\(expires)"))) }
        return .object(members)
    }
}

extension SnapshotRecord.File {
    fileprivate var tree: JSONTree {
        .object([
            JSONTree.Member("path", .text(path)), JSONTree.Member("sha256", .text(sha256)),
            JSONTree.Member("size", .number("\(size)")),
            JSONTree.Member("source", .text(source)),
        ])
    }
}
