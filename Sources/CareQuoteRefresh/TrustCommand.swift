import ArgumentParser
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import PriceTableFiles

/// Says which keys may sign lists.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Which keys may sign lists: shows, adds and revokes them.",
        discussion: """
            A list is installed only where a key that is trusted here has signed it. Compare each \
            fingerprint with the publisher by phone.

            Example:
              carequote-refresh trust add harbor.pub --name harbor-office --channel harbor/all/CA
            """,
        subcommands: [TrustListCommand.self, TrustAddCommand.self, TrustRemoveCommand.self]
    )

    /// Reads the keys of a store; none where nobody added one.
    static func keys(_ bytes: [UInt8]?, in store: String) throws -> TrustedKeys {
        guard let bytes else { return .none }
        do throws(TrustedKeysError) {
            return try TrustedKeys(bytes)
        } catch {
            throw RefreshFailure(
                .configuration,
                "\(error)".split(separator: "\n").map { "\(store)/trust/keys.json: \($0)" }
            )
        }
    }
}

extension ParsableCommand {
    /// Changes the trusted keys of a store, and notes it.
    ///
    /// The note comes first: a key that the audit log does not know of must never count.
    ///
    /// - Parameters:
    ///   - event: What the audit log calls it.
    ///   - options: Which store.
    ///   - body: Makes the change of the keys that are there.
    /// - Returns: The change.
    /// - Throws: The errors of the store, and those of the change.
    func changeTrust(
        _ event: String,
        in options: StoreOptions,
        _ body: (TrustedKeys) throws -> TrustChange
    ) throws -> TrustChange {
        let now = now
        let store = try options.open(at: now)
        let change = try body(
            try TrustCommand.keys(try store.trustedKeys(), in: store.path)
        )
        let bytes = change.keys.write()
        var noted = [
            JSONTree.Member("name", .text(change.key.name)),
            JSONTree.Member("fingerprint", .text(change.key.publicKey.fingerprint)),
            JSONTree.Member("keysSha256", .text(SHA256Digest(of: bytes).description)),
        ]
        try store.record(event, at: "\(now)", noted)
        do {
            try store.replaceTrustedKeys(bytes)
        } catch {
            noted.append(JSONTree.Member("what", .text(event)))
            try? store.record("trustUnchanged", at: "\(now)", noted)
            throw error
        }
        return change
    }
}
