import CareQuote
import FoundationEssentials
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("The list of care patterns")
struct PatternListingTests {
    /// A row of the published table: id, cap, gates, visits a week, grade, mean and quantiles.
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let cells: [String]
        let mean: String
        let quantiles: [String]

        init(_ id: String, _ cells: [String], _ mean: String, _ quantiles: [String]) {
            self.id = id
            self.cells = cells
            self.mean = mean
            self.quantiles = quantiles
        }

        var testDescription: String { id }
    }

    static let published: [Row] = [
        Row(
            "lbp-acute",
            ["at most 10", "checked at 6", "2 a week for 8, then 1 a week for 2", "B"],
            "5.78",
            ["2", "6", "10"]
        ),
        Row(
            "lbp-persistent",
            ["at most 12", "checked at 8", "2 a week for 4, then 1 a week for 8", "B"],
            "8.44",
            ["4", "8", "12"]
        ),
        Row(
            "lbp-flare-mild",
            ["at most 6", "checked at 4", "2 a week for 4, then 1 a week for 2", "C"],
            "3.98",
            ["2", "4", "6"]
        ),
        Row(
            "cgh-persistent",
            ["at most 18", "checked at 6, 12", "2 a week for 12, then 1 a week for 6", "C"],
            "8.72",
            ["5", "6", "18"]
        ),
        Row(
            "leg-pain",
            [
                "at most 16", "checked at 6, 12",
                "2 a week for 6, then 1.5 a week for 6, then 1 a week for 4", "C",
            ],
            "7.83",
            ["3", "6", "16"]
        ),
    ]

    private static func listing(_ words: Words = Words()) throws -> (PatternListing, PatternTables)
    {
        var tables = PriceTables(root: Repository.tables)
        let patterns = try tables.patternTables()
        var documents: [String: JSONTree] = [:]
        for id in patterns.patterns.map(\.id) + [PriceTables.maintenanceID] {
            documents[id] = try tables.patternDocument(id)
        }
        return (PatternListing(patterns, documents: documents, words: words), patterns)
    }

    @Test("has each pattern in a row as the published table has it", arguments: published)
    func rows(_ row: Row) throws {
        let (listing, tables) = try Self.listing()
        let line = listing.text.split(separator: "\n").first { $0.hasPrefix("  \(row.id) ") }
        let cells = row.cells.dropLast() + ["grade \(row.cells[3])"]

        for cell in cells { #expect(line?.contains("  \(cell)  ") == true, "\(cell)") }
        let pattern = try #require(tables.pattern(row.id))
        let visits = try JSONValue(listing.json(of: pattern))["pattern"]?["expectedVisits"]
        #expect(visits?["mean"]?.text == row.mean)
        #expect(["p10", "p50", "p90"].map { visits?[$0]?.text } == row.quantiles)
    }

    @Test("has the factors, the tests and maintenance below the patterns")
    func below() throws {
        let (listing, tables) = try Self.listing()
        let lines = listing.text.split(separator: "\n")
        let ids = tables.factors.map(\.id) + tables.tests.map(\.id) + ["gate-mcid", "maintenance"]

        for id in ids { #expect(lines.count { $0.hasPrefix("  \(id) ") } == 1, "\(id)") }
        // Read off factors.json: -0.15 for four or more earlier episodes.
        #expect(listing.text.contains("prior-episodes-4plus        -0.15  grade C"))
        let json = try JSONValue(listing.json)
        #expect(json["patterns"]?.elements.count == 10)
        #expect(json["factors"]?.elements.count == tables.factors.count)
        #expect(json["factors"]?[0]?["delta"]?.text == "-0.60")
        #expect(json["maintenance"]?["interval"]?["weeks"]?.text == "8")
    }

    /// Every text that stands under `source` in the file of a pattern.
    private func sources(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { member in
                member.name == "source" ? [member.value.text ?? ""] : sources(in: member.value)
            }
        case .array(let elements): elements.flatMap(sources)
        default: []
        }
    }

    /// A page without its line breaks.
    private func unbroken(_ page: String) -> String {
        page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("shows the desk every figure of a pattern with its source")
    func figures() throws {
        let (listing, tables) = try Self.listing()
        for pattern in tables.patterns {
            let path = "\(Repository.tables)/patterns/\(pattern.id).json"
            let file = try JSONValue(Array(try Data(contentsOf: URL(filePath: path))))
            let text = unbroken(listing.text(of: pattern))
            let sources = sources(in: file)

            #expect(sources.count >= 5)
            for source in sources { #expect(text.contains(source), "\(pattern.id): \(source)") }
        }
        // Read off factors.json and updates.json.
        let legPain = unbroken(listing.text(of: try #require(tables.pattern("leg-pain"))))
        let acute = unbroken(listing.text(of: try #require(tables.pattern("lbp-acute"))))
        #expect(legPain.contains("with pain down a leg -0.60"))
        #expect(acute.contains("widens the range by 0.04"))
        #expect(acute.contains("0.7500 of those whom"))
    }

    /// What updates.json says of the answer about a checkpoint.
    @Test("gives the source of the answer about a checkpoint, in every pattern")
    func gate() throws {
        let (listing, tables) = try Self.listing()
        let source =
            "Lisi 2018, table 1: a checkpoint that is met shows that the care helps; one that is "
            + "missed ends it"
        let asked =
            "gate-mcid: at a checkpoint, At the checkpoint: better by an amount that matters?"

        #expect(try JSONValue(listing.json)["gateSource"]?.text == source)
        for pattern in tables.patterns {
            let json = try JSONValue(listing.json(of: pattern))

            #expect(unbroken(listing.text(of: pattern)).contains("\(asked) \(source)"))
            #expect(json["gateTest"]?.text == "gate-mcid")
            #expect(json["gateSource"]?.text == source)
        }
        let (spanish, _) = try Self.listing(Words(language: .spanish))
        #expect(spanish.text.contains("En el punto de control: ¿una mejora que cuenta?"))
        let (patient, _) = try Self.listing(Words(audience: .patient))
        #expect(try JSONValue(patient.json)["gateSource"] == nil)
        #expect(!patient.text(of: try #require(tables.pattern("lbp-acute"))).contains("Lisi 2018,"))
    }

    @Test("shows what nobody has read to the desk alone, and says so")
    func unread() throws {
        let (desk, tables) = try Self.listing()
        let (patient, _) = try Self.listing(Words(audience: .patient))
        // Among the citations of maintenance one is from nobody's reading: the trial of 2018.
        let unread = tables.maintenance.citations.filter { !$0.mayBeShown }
        #expect(unread.map(\.id) == ["eklund2018"])
        let marked = try #require(
            desk.textOfMaintenance.split(separator: " UNVERIFIED: never").last
        )
        #expect(marked.contains("eklund2018"))
        #expect(!patient.textOfMaintenance.contains("UNVERIFIED"))
        #expect(!patient.textOfMaintenance.contains("2018"))

        for pattern in tables.patterns {
            for citation in pattern.citations {
                let shown = patient.text(of: pattern).contains(citation.id)
                #expect(shown == citation.mayBeShown, "\(pattern.id): \(citation.id)")
                #expect(desk.text(of: pattern).contains(citation.id))
            }
            #expect(!patient.text(of: pattern).contains("FIGURES"))
        }
        for document in [patient.json, patient.jsonOfMaintenance] {
            let text = String(decoding: document, as: UTF8.self)
            #expect(!text.contains("eklund2018"))
            #expect(!text.contains("Eklund 2018"))
            #expect(!text.contains("\"source\""))
        }
        #expect(String(decoding: desk.jsonOfMaintenance, as: UTF8.self).contains("eklund2018"))
    }

    @Test("is in Spanish where that is asked for")
    func spanish() throws {
        let (listing, tables) = try Self.listing(Words(language: .spanish))
        let pattern = try #require(tables.pattern("lbp-acute"))

        #expect(listing.text.contains("máximo 10"))
        #expect(listing.text(of: pattern).contains("Dolor lumbar que empezó hace poco."))
        #expect(listing.textOfMaintenance.contains("cada 8 semanas (4 a 12), por 52 semanas."))
    }
}
