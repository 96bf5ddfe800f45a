package import FeeScheduleProof

/// Where schedules come from, and what proves them.
package struct SourceConfiguration: Hashable, Sendable {
    /// The sort of a source.
    package enum Kind: Hashable, Sendable {
        /// A signed set of tables: the channel that it must be for, and how many keys must sign.
        case bundle(channel: FeeChannel, keysRequired: Int)
        /// One file of price rows: where it belongs, and its SHA-256 where that is pinned.
        case csv(path: TableFileName, sha256: SHA256Digest?)

        package var name: String {
            switch self {
            case .bundle: "bundle"
            case .csv: "csv"
            }
        }
    }

    /// The name of the source in messages and in the store.
    package let id: String
    package let kind: Kind
    /// The folder of a bundle, ending in a slash, or the file itself.
    package let url: String
    /// The file of root certificates; absent for that of the configuration as a whole.
    package let caFile: String?
    /// Public keys of the server, `sha256//…`; empty for any that the roots vouch for.
    package let pins: [String]

    package init(
        id: String,
        kind: Kind,
        url: String,
        caFile: String? = nil,
        pins: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.url = url
        self.caFile = caFile
        self.pins = pins
    }
}
