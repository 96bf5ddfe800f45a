import FeeScheduleProof
import PriceTableFiles

/// What could be read of a source of the configuration so far.
struct SourceDraft {
    private let here: DocumentReader.Mark
    private var id: String?
    private var kind: KindName?
    private var url: SourceAddress?
    private var channel: FeeChannel?
    private var keysRequired = 1
    private var path: TableFileName?
    private var sha256: SHA256Digest?
    private var caFile: String?
    private var pins: [String] = []
    /// Where each name stands that only some kinds have.
    private var places: [Name: DocumentReader.Mark] = [:]

    private enum KindName: String, CaseIterable {
        case bundle, csv
    }

    private enum Name: String, CaseIterable {
        case id, kind, url, channel, keysRequired, path, sha256, caFile, pins

        /// The one kind of source that has the name; absent where every kind has it.
        var kind: KindName? {
            switch self {
            case .channel, .keysRequired: .bundle
            case .path, .sha256: .csv
            case .id, .kind, .url, .caFile, .pins: nil
            }
        }
    }

    /// Reads the object that a reader stands before.
    init(_ reader: DocumentReader, inFolderOf file: String) {
        here = reader.mark()
        reader.object(Name.self, required: [.id, .kind, .url]) { name in
            places[name] = reader.mark()
            switch name {
            case .id:
                id = reader.parsed(
                    as: "a name of 1 to 40 small letters, digits and hyphens, such as \"acme\""
                ) { SourceDraft.isID($0) ? $0 : nil }
            case .kind: kind = reader.choice(KindName.self)
            case .url: url = reader.sourceAddress()
            case .channel: channel = reader.sourceChannel()
            case .keysRequired: keysRequired = reader.integer(in: 1...8, of: "keys") ?? 1
            case .path:
                path = reader.parsed(
                    as: "the place of a CSV table, such as \"schedules/acme-ppo-2026.csv\""
                ) { $0.hasSuffix(".csv") ? TableFileName($0) : nil }
            case .sha256:
                sha256 = reader.parsed(
                    as: "a SHA-256 of 64 small hexadecimal digits",
                    SHA256Digest.init(hexadecimal:)
                )
            case .caFile: caFile = reader.path(inFolderOf: file)
            case .pins: pins = reader.pins()
            }
        }
        checkKind(reader)
        checkAddress(reader)
    }

    /// The source, where everything could be read.
    var source: SourceConfiguration? {
        guard let id, let kind, let url else { return nil }
        let read: SourceConfiguration.Kind
        switch kind {
        case .bundle:
            guard let channel else { return nil }
            read = .bundle(channel: channel, keysRequired: keysRequired)
        case .csv:
            guard let path else { return nil }
            read = .csv(path: path, sha256: sha256)
        }
        return SourceConfiguration(
            id: id,
            kind: read,
            url: url.description,
            caFile: caFile,
            pins: pins
        )
    }

    /// Refuses what another kind of source has, and asks for what this one must have.
    private func checkKind(_ reader: DocumentReader) {
        guard let kind else { return }
        for name in Name.allCases {
            guard let only = name.kind, only != kind, let place = places[name] else { continue }
            reader.report(
                place,
                "belongs to a source of kind \"\(only.rawValue)\". "
                    + "Leave \(name.rawValue) out, or write the other kind"
            )
        }
        let demanded: Name = kind == .bundle ? .channel : .path
        if places[demanded] == nil {
            reader.report(here.child(demanded.rawValue), "is missing. Write it here")
        }
    }

    private func checkAddress(_ reader: DocumentReader) {
        guard let kind, let url, let place = places[.url] else { return }
        if kind == .bundle, !url.isFolder {
            reader.report(
                place,
                "does not end in a slash. Write the folder in which manifest.json lies, "
                    + "such as \"https://fees.example.org/harbor/\""
            )
        }
        if kind == .csv, url.description.hasSuffix("/") {
            reader.report(place, "ends in a slash. Write the address of the file itself")
        }
    }

    /// Notes that something of this source stands in an earlier one too.
    func checkNew(
        _ reader: DocumentReader,
        id known: inout Set<String>,
        paths: inout Set<TableFileName>,
        urls: inout Set<String>
    ) {
        if let id, !known.insert(id).inserted, let place = places[.id] {
            reader.report(place, "stands twice. Give each source its own id")
        }
        if let path, !paths.insert(path).inserted, let place = places[.path] {
            reader.report(place, "comes from an earlier source too. Write each table once")
        }
        if let url, !urls.insert(url.description).inserted, let place = places[.url] {
            reader.report(place, "is the address of an earlier source too. Write each one once")
        }
    }

    private static func isID(_ text: String) -> Bool {
        // A source's name has the form of a clinic group's: both become names of folders.
        FeeChannel(group: text, payer: "all", state: "CA") != nil
    }
}
