/// Counts the different trusted keys that signed.
struct SignatureCount {
    private let required: Int
    private let keys: TrustedKeys
    private let now: UTCInstant
    private var counted: [SSHPublicKey: [TrustedKey]] = [:]
    private(set) var refused: [SignatureRefusal] = []

    init(required: Int, keys: TrustedKeys, now: UTCInstant) {
        self.required = required
        self.keys = keys
        self.now = now
    }

    /// The names of the keys that count, one for each key, sorted.
    var signers: [String] {
        counted.values.compactMap(\.first?.name)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Counts a signature that stands over the bytes, or notes why it does not count.
    mutating func add(_ signature: SSHSignature) {
        let entries = keys.entries(of: signature.key)
        guard let first = entries.first else {
            return refuse(signature.key, name: nil, .unknownKey)
        }
        guard counted[signature.key] == nil else {
            return refuse(signature.key, name: first.name, .countedAlready)
        }
        // A key that is revoked under one of its names is revoked under all of them.
        let worst = entries.first { $0.revokedOn != nil } ?? first
        let valid = entries.filter { $0.refusal(on: now.day) == nil }
        if let reason = worst.refusal(on: now.day), worst.revokedOn != nil || valid.isEmpty {
            return refuse(signature.key, name: worst.name, reason)
        }
        counted[signature.key] = valid
    }

    /// Takes back the keys that may not sign for a channel.
    mutating func removeThoseNot(for channel: FeeChannel) {
        for (key, entries) in counted where !entries.contains(where: { $0.maySign(for: channel) }) {
            counted[key] = nil
            refuse(key, name: entries.first?.name, .otherChannel(channel))
        }
    }

    /// Checks that enough keys count.
    func check() throws(ProofError) {
        guard counted.count >= required else {
            throw .notEnoughSignatures(required: required, counted: signers, refused: refused)
        }
    }

    private mutating func refuse(
        _ key: SSHPublicKey,
        name: String?,
        _ reason: SignatureRefusal.Reason
    ) {
        refused.append(
            SignatureRefusal(fingerprint: key.fingerprint, name: name, reason: reason)
        )
    }
}
