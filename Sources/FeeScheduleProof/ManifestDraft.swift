import CareModel
import PriceTableFiles

/// What could be read of a manifest so far.
struct ManifestDraft {
    private(set) var minClient: ClientVersion?
    private var channel: FeeChannel?
    private var version: Int?
    private var issued: UTCInstant?
    private var effective: CalendarDate?
    private var expires: CalendarDate?
    private var previousSha256: SHA256Digest?
    private var files: [ManifestFile] = []

    private enum Name: String, CaseIterable {
        case type, channel, minClient, version, issued, effective, expires, previousSha256, files
    }

    /// Reads the document that a reader stands before.
    init(_ reader: DocumentReader) {
        let here = reader.mark()
        let required = Name.allCases.filter { $0 != .previousSha256 }
        reader.object(Name.self, required: required) { name in
            switch name {
            case .type: reader.word(Manifest.type)
            case .channel: channel = reader.channel(withCurrency: true)
            case .minClient:
                minClient = reader.parsed(
                    as: "the version of a program, such as \"1.0.0\"",
                    ClientVersion.init
                )
            case .version: version = reader.count(in: 1...Manifest.maximumVersion)
            case .issued: issued = reader.instant()
            case .effective: effective = reader.date()
            case .expires: expires = reader.date()
            case .previousSha256: previousSha256 = reader.digest()
            case .files: files = reader.files()
            }
        }
        checkDates(reader, here)
    }

    /// The manifest, where everything could be read.
    var manifest: Manifest? {
        guard let channel, let minClient, let version, let issued, let effective, let expires,
            !files.isEmpty
        else { return nil }
        return Manifest(
            channel: channel,
            minClient: minClient,
            version: version,
            issued: issued,
            effective: effective,
            expires: expires,
            previousSha256: previousSha256,
            files: files
        )
    }

    private func checkDates(_ reader: DocumentReader, _ here: DocumentReader.Mark) {
        guard let expires else { return }
        let place = here.child(Name.expires.rawValue)
        if let issued {
            let days = issued.day.days(until: expires)
            if days < 0 {
                reader.report(
                    place,
                    "is \(expires), before the list was issued on \(issued.day). "
                        + "Write a later day"
                )
            } else if days > Manifest.maximumDays {
                reader.report(
                    place,
                    "is \(expires), \(days) days after the list was issued. "
                        + "Write a day at most \(Manifest.maximumDays) days after \(issued.day)"
                )
            }
        }
        if let effective, expires < effective {
            reader.report(
                place,
                "is \(expires), before the list takes effect on \(effective). Write a later day"
            )
        }
    }
}
