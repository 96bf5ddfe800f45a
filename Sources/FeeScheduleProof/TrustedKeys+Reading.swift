import CareModel
import PriceTableFiles

extension TrustedKeys {
    /// Reads `trust/keys.json`.
    ///
    /// ```json
    /// { "keys": [
    ///   { "name": "harbor-office", "publicKey": "ssh-ed25519 AAAA…", "validFrom": "2026-12-01",
    ///     "validThrough": "2027-12-31", "addedOn": "2026-11-26",
    ///     "channels": [ { "group": "harbor", "payer": "all", "state": "CA" } ] } ] }
    /// ```
    ///
    /// - Parameter bytes: The document.
    /// - Throws: ``TrustedKeysError`` with every finding.
    package init(_ bytes: [UInt8]) throws(TrustedKeysError) {
        guard bytes.count <= Manifest.maximumBytes else {
            throw TrustedKeysError(tooLarge: bytes.count)
        }
        let reader = DocumentReader(bytes)
        var keys: [TrustedKey] = []
        reader.object(DocumentName.self, required: [.keys]) { _ in keys = reader.trustedKeys() }
        reader.end()
        guard reader.findings.isEmpty else { throw TrustedKeysError(reader.findings) }
        self.init(keys)
    }
}

extension DocumentReader {
    fileprivate func trustedKeys() -> [TrustedKey] {
        var keys: [TrustedKey] = []
        var names: Set<String> = []
        var known: Set<SSHPublicKey> = []
        list(0...TrustedKeys.maximumCount, of: "keys") { _ in
            let here = mark()
            guard let key = trustedKey() else { return }
            if !names.insert(key.name).inserted {
                report(here.child("name"), "stands twice. Give each key its own name")
            }
            if !known.insert(key.publicKey).inserted {
                report(here.child("publicKey"), "stands twice. One key counts once; keep one entry")
            }
            keys.append(key)
        }
        return keys
    }

    private func trustedKey() -> TrustedKey? {
        let here = mark()
        var name: String?
        var publicKey: SSHPublicKey?
        var validFrom: CalendarDate?
        var validThrough: CalendarDate?
        var addedOn: CalendarDate?
        var channels: [FeeChannel]?
        var revokedOn: CalendarDate?
        object(KeyName.self, required: [.name, .publicKey, .validFrom, .addedOn]) { field in
            switch field {
            case .name:
                name = parsed(as: "a name of small letters, digits and hyphens") {
                    FeeChannel.isName($0) ? $0 : nil
                }
            case .publicKey:
                publicKey = parsed(
                    as: "an Ed25519 public key, such as the line that ssh-keygen -t ed25519 "
                        + "writes into a .pub file",
                    SSHPublicKey.init(authorizedKeysLine:)
                )
            case .validFrom: validFrom = date()
            case .validThrough: validThrough = date()
            case .addedOn: addedOn = date()
            case .channels: channels = self.channels()
            case .revokedOn: revokedOn = date()
            }
        }
        if let validFrom, let validThrough, validThrough < validFrom {
            report(
                here.child("validThrough"),
                "is \(validThrough), before validFrom \(validFrom). Write a later day"
            )
        }
        guard let name, let publicKey, let validFrom, let addedOn else { return nil }
        return TrustedKey(
            name: name,
            publicKey: publicKey,
            validFrom: validFrom,
            validThrough: validThrough,
            addedOn: addedOn,
            channels: channels,
            revokedOn: revokedOn
        )
    }

    private func channels() -> [FeeChannel] {
        var channels: [FeeChannel] = []
        list(1...TrustedKeys.maximumCount, of: "channels") { _ in
            if let channel = channel(withCurrency: false) { channels.append(channel) }
        }
        return channels
    }
}

private enum DocumentName: String, CaseIterable {
    case keys
}

private enum KeyName: String, CaseIterable {
    case name, publicKey, validFrom, validThrough, addedOn, channels, revokedOn
}
