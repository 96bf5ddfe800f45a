import JSONText

extension TrustedKeys {
    /// The text of `trust/keys.json`, a line for each value, so that people can read what changed.
    package func write() -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.key("keys")
        json.beginArray()
        for key in keys { key.write(to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension TrustedKey {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        let days: [(String, String?)] = [
            ("name", name),
            ("publicKey", publicKey.authorizedKeysLine),
            ("validFrom", "\(validFrom)"),
            ("validThrough", validThrough.map { "\($0)" }),
            ("addedOn", "\(addedOn)"),
            ("revokedOn", revokedOn.map { "\($0)" }),
        ]
        for (name, text) in days {
            guard let text else { continue }
            json.key(name)
            json.string(text)
        }
        if let channels {
            json.key("channels")
            json.beginArray()
            for channel in channels { channel.write(to: &json, withCurrency: false) }
            json.endArray()
        }
        json.endObject()
    }
}
