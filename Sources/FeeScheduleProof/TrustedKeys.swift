/// The keys that may sign lists: the text of `trust/keys.json`.
package struct TrustedKeys: Hashable, Sendable {
    /// The most keys that are kept.
    package static let maximumCount = 100

    /// The keys in the order of their names.
    package let keys: [TrustedKey]

    package init(_ keys: [TrustedKey]) {
        self.keys = keys.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The entries that hold a key: one, or several where it was given several names.
    func entries(of key: SSHPublicKey) -> [TrustedKey] {
        keys.filter { $0.publicKey == key }
    }
}
