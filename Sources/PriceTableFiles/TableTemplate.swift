public import CareModel

/// A starting file for a plan, a clinic or a contracted schedule, with a note on each of its terms.
///
/// JSON has no comments, so the notes stand beside the files. No figure is made up: what only the
/// user can know says `unknown` or what to write there, and the check of the tables names each
/// such place until it is filled in. A file of prices holds its header alone.
public struct TableTemplate: Hashable, Sendable {
    /// What can be started.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A benefit plan.
        case plan
        /// A clinic: who it is, its charges, its self-pay prices and its sessions.
        case clinic
        /// A payer's contracted rates, and where they come from.
        case schedule
    }

    /// A file to begin with.
    public struct File: Hashable, Sendable {
        /// Its path below the folder of the tables.
        public let path: String
        /// What it holds.
        public let bytes: [UInt8]
        /// What each of its terms means, in their order.
        public let notes: [Note]
    }

    /// What a term of a file means, and what may stand there.
    public struct Note: Hashable, Sendable {
        /// The JSON pointer of the term, or the column of a CSV file.
        public let place: String
        /// What to write there.
        public let words: String
    }

    /// The files.
    public let files: [File]

    /// Creates the files.
    ///
    /// - Parameters:
    ///   - kind: What is started.
    ///   - id: Its name in the tables.
    ///   - today: The day on which it is started; its year is the one that a contract begins in.
    /// - Throws: ``TableTemplateError/notAName(_:)`` where the tables cannot bear the name.
    public init(
        _ kind: Kind,
        id: String,
        asOf today: CalendarDate
    ) throws(TableTemplateError) {
        guard PriceTables.isName(id) else { throw .notAName(id) }
        let firstDay = today.adding(days: 1 - today.day).adding(months: 1 - today.month)
        files =
            switch kind {
            case .plan: [TableTemplate.plan(id, from: firstDay)]
            case .clinic: TableTemplate.clinic(id)
            case .schedule: TableTemplate.schedule(id, from: firstDay, retrievedOn: today)
            }
    }

    /// The files as text; where there are several, each has a line with its path in front.
    public var text: String {
        files.map { file in
            let heading = files.count == 1 ? "" : "==> \(file.path) <==\n"
            return heading + String(decoding: file.bytes, as: UTF8.self)
        }
        .joined(separator: files.count == 1 ? "" : "\n")
    }

    /// The notes as lines; a line names the file where there are several.
    public var noteLines: [String] {
        files.flatMap { file in
            file.notes.map { note in
                files.count == 1
                    ? "\(note.place): \(note.words)" : "\(file.path): \(note.place): \(note.words)"
            }
        }
    }
}

extension TableTemplate.File {
    init(path: String, _ document: TemplateDocument) {
        self.init(path: path, bytes: document.bytes, notes: document.notes)
    }

    /// A file of prices without a price.
    init(pricesAt path: String) {
        self.init(
            path: path,
            bytes: Array((PriceRowsFile.columns.joined(separator: ",") + "\n").utf8),
            notes: [
                ("service", "a service of services.csv, such as adjust-spine-3-4"),
                ("modifier", "a modifier that the price is for, such as GP; most often empty"),
                ("amount_usd", "the price of one unit, such as 45.10"),
                (
                    "reduced_usd",
                    "the price of a further therapy on one day, where a contract prints one"
                ),
                ("effective_from", "the first day of the price, such as 2026-01-01"),
                ("effective_to", "its last day; empty where it goes on"),
            ]
            .map { TableTemplate.Note(place: $0, words: $1) }
        )
    }
}
