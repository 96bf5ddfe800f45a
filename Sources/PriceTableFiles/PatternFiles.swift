import CarePatterns

/// Reads the files under `patterns/`: how many visits complaints take, each figure with its source.
enum PatternFiles: Sendable {
    static let folder = "patterns"

    /// The files that are not a pattern.
    static let ruleNames: Set<String> = [
        "citations", "model", "factors", "updates", "twelve-months", "maintenance", "screening",
        "choosing", "natural-course", "outcome-measures", "alternatives", "advice", "holidays",
    ]

    /// What the files may name in each other.
    ///
    /// A part is absent where the file that gives it could not be read; then nothing is held
    /// against the files that use it.
    struct Names {
        var citations: [String: Citation]?
        var patterns: Set<String>
        var model: Model?
    }

    static let aPattern = "the name of a pattern, a file of patterns/"

    private enum CitationsName: String, CaseIterable {
        case label, citations
    }

    private enum CitationName: String, CaseIterable {
        case id, provenance, work, address
    }

    /// Reads what the figures rest on.
    static func citations(_ reader: DocumentReader) -> [String: Citation]? {
        var citations: [Citation] = []
        reader.object(CitationsName.self, required: CitationsName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .citations:
                citations = reader.entries(1...1_000, of: "citations", by: \.id) {
                    citation(reader)
                }
            }
        }
        reader.end()
        guard reader.findings.isEmpty else { return nil }
        return Dictionary(citations.map { ($0.id, $0) }) { first, _ in first }
    }

    private static func citation(_ reader: DocumentReader) -> Citation? {
        var id: String?
        var provenance: Citation.Provenance?
        var work: String?
        var address: String?
        reader.object(CitationName.self, required: [.id, .provenance, .work]) { name in
            switch name {
            case .id: id = reader.id()
            case .provenance: provenance = reader.choice(Citation.Provenance.self)
            case .work: work = reader.words()
            case .address:
                address = reader.parsed(as: "an address that begins with https://") { text in
                    text.hasPrefix("https://") && !text.contains(" ") ? text : nil
                }
            }
        }
        guard let id, let provenance, let work else { return nil }
        return Citation(id: id, work: work, address: address, provenance: provenance)
    }

    /// Reads a list of names of citations.
    static func cited(_ reader: DocumentReader, _ names: Names) -> [Citation] {
        reader.references(
            to: "the name of a citation of citations.json",
            known: names.citations.map { Set($0.keys) }
        )
        .compactMap { names.citations?[$0] }
    }
}
