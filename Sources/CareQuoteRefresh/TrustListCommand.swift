import ArgumentParser
import CareModel
import FeeScheduleProof
import HostSystem
import JSONText

/// Shows the keys that may sign lists.
struct TrustListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The keys that may sign lists, with their fingerprints and days.",
        discussion: """
            Examples:
              carequote-refresh trust list
              carequote-refresh trust list --store /var/lib/carequote --format json
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            let keys = try TrustCommand.keys(try bytes(), in: store.path).keys
            let today = now.day
            switch format.format {
            case .json: try answer(json(keys, on: today))
            case .text where keys.isEmpty:
                try answer("No key is trusted. Add one with carequote-refresh trust add\n")
            case .text: try answer(keys.map { text($0, on: today) }.joined())
            }
        }
    }

    /// The file of the keys, which is read without the lock: it is replaced in one step.
    private func bytes() throws -> [UInt8]? {
        do throws(HostFileError) {
            return try HostFile.read(path: "\(store.path)/trust/keys.json", maximumBytes: 1 << 20)
        } catch {
            if case .missing = error.reason { return nil }
            throw error
        }
    }

    private func text(_ key: TrustedKey, on today: CalendarDate) -> String {
        let scope = key.channels.map { $0.map(\.description).joined(separator: ", ") }
        let last = key.validThrough.map { " through \($0)" } ?? ""
        let state: String =
            switch key.refusal(on: today) {
            case nil: "counts"
            case .revoked(let day): "revoked on \(day)"
            case .expired: "over"
            default: "not yet valid"
            }
        return "\(key.name)  \(key.publicKey.fingerprint)  from \(key.validFrom)\(last)  "
            + "\(scope ?? "every channel")  \(state)\n"
    }

    private func json(_ keys: [TrustedKey], on today: CalendarDate) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.key("keys")
        json.beginArray()
        for key in keys { key.write(to: &json, on: today) }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension TrustedKey {
    /// Writes the key with its fingerprint and whether its signatures count on a day.
    func write(to json: inout JSONWriter, on today: CalendarDate) {
        let texts: [(String, String?)] = [
            ("name", name),
            ("fingerprint", publicKey.fingerprint),
            ("publicKey", publicKey.authorizedKeysLine),
            ("validFrom", "\(validFrom)"),
            ("validThrough", validThrough.map(\.description)),
            ("addedOn", "\(addedOn)"),
            ("revokedOn", revokedOn.map(\.description)),
        ]
        json.beginObject()
        for (name, text) in texts {
            guard let text else { continue }
            json.key(name)
            json.string(text)
        }
        if let channels {
            json.key("channels")
            json.beginArray()
            for channel in channels { json.string("\(channel)") }
            json.endArray()
        }
        json.key("counts")
        json.boolean(refusal(on: today) == nil)
        json.endObject()
    }
}
