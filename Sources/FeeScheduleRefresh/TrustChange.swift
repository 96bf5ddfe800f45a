package import CareModel
package import FeeScheduleProof

/// A change of the keys that may sign lists, as a person asks for it.
package struct TrustChange: Hashable, Sendable {
    /// The keys after the change.
    package let keys: TrustedKeys
    /// The key that was added or revoked, as it is now.
    package let key: TrustedKey
    /// What was done, in a sentence that says what to compare.
    package let sentence: String

    /// Adds a key.
    ///
    /// - Parameters:
    ///   - file: The text of its `.pub` file.
    ///   - name: Whose key it is.
    ///   - from: The first day on which its signatures count; today where none is given.
    ///   - through: The last such day; absent for none.
    ///   - channels: The channels that it may sign for; empty for every one.
    ///   - keys: The keys that are trusted so far.
    ///   - today: The day of the change, in coordinated universal time.
    /// - Returns: The change.
    /// - Throws: ``TrustChangeError``.
    package static func adding(
        _ file: String,
        name: String,
        from: CalendarDate? = nil,
        through: CalendarDate? = nil,
        channels: [FeeChannel] = [],
        to keys: TrustedKeys,
        on today: CalendarDate
    ) throws(TrustChangeError) -> TrustChange {
        // A name has the form of a clinic group's.
        guard FeeChannel(group: name, payer: "all", state: "CA") != nil else {
            throw .notAName(name)
        }
        let publicKey = try publicKey(in: file)
        if let other = keys.keys.first(where: { $0.publicKey == publicKey }) {
            throw .keyIsThere(other)
        }
        if let other = keys.keys.first(where: { $0.name == name }) { throw .nameIsTaken(other) }
        let first = from ?? today
        if let through, through < max(first, today) {
            throw .endsTooEarly(through, after: max(first, today))
        }
        guard keys.keys.count < TrustedKeys.maximumCount else { throw .tooMany }
        let key = TrustedKey(
            name: name,
            publicKey: publicKey,
            validFrom: first,
            validThrough: through,
            addedOn: today,
            channels: channels.isEmpty ? nil : channels
        )
        let last = through.map { " through \($0)" } ?? ""
        let scope =
            channels.isEmpty
            ? "every channel" : channels.map(\.description).joined(separator: ", ")
        return TrustChange(
            keys: TrustedKeys(keys.keys + [key]),
            key: key,
            sentence: "\(name) may sign for \(scope) from \(first)\(last). Compare its "
                + "fingerprint with the publisher by phone before the next run: "
                + publicKey.fingerprint
        )
    }

    /// Revokes a key; its entry stays, so that the same key is not added again by mistake.
    ///
    /// - Parameters:
    ///   - name: Whose key it is.
    ///   - keys: The keys that are trusted so far.
    ///   - today: The day of the change, in coordinated universal time.
    /// - Returns: The change.
    /// - Throws: ``TrustChangeError``.
    package static func revoking(
        _ name: String,
        in keys: TrustedKeys,
        on today: CalendarDate
    ) throws(TrustChangeError) -> TrustChange {
        guard let key = keys.keys.first(where: { $0.name == name }) else {
            throw .noSuchName(name, known: keys.keys.map(\.name))
        }
        if key.revokedOn != nil { throw .revokedAlready(key) }
        let revoked = TrustedKey(
            name: key.name,
            publicKey: key.publicKey,
            validFrom: key.validFrom,
            validThrough: key.validThrough,
            addedOn: key.addedOn,
            channels: key.channels,
            revokedOn: today
        )
        return TrustChange(
            keys: TrustedKeys(keys.keys.filter { $0.name != name } + [revoked]),
            key: revoked,
            sentence: "\(name) was revoked on \(today); none of its signatures counts any more. "
                + "Tell the publisher which key it was: \(key.publicKey.fingerprint)"
        )
    }

    private static func publicKey(in file: String) throws(TrustChangeError) -> SSHPublicKey {
        if file.contains("PRIVATE KEY") { throw .privateKey }
        let lines = file.split(whereSeparator: \.isNewline).filter { line in
            !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#")
        }
        guard lines.count == 1 else { throw .notOneKey(lines.count) }
        guard let key = SSHPublicKey(authorizedKeysLine: String(lines[0])) else {
            // The kind says most; the rest of a line would fill the screen.
            throw .notEd25519(String(lines[0].prefix { $0 != " " }.prefix(40)))
        }
        return key
    }
}
