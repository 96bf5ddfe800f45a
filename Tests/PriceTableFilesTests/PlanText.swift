import CareModel
import PriceTableFiles
import TestSupport
import Testing

/// A small plan as JSON, of which a test changes one part.
struct PlanText: Sendable {
    /// Members at the top beside the others, with a comma before them.
    var more = ""
    var type = "\"PPO\""
    var from = "\"2026-01-01\""
    var deductible = #"{"individual": "1500.00"}"#
    var maximum = #"{"individual": "6000.00"}"#
    var limits = #"[{"id": "v", "unit": "visits", "maximum": 20}]"#
    var benefits = #"[{"category": "chiropractic", "coinsurance": "0.20", "limits": ["v"]}]"#

    var json: String {
        """
        {"id": "p", "payerName": "Acme", "planName": "Test", "planType": \(type), \
        "effectiveFrom": \(from), "deductible": \(deductible), "outOfPocketMaximum": \(maximum), \
        "limits": \(limits), "benefits": \(benefits)\(more)}
        """
    }

    /// Reads the plan against the federal figures of the repository.
    ///
    /// - Returns: Whether there is a plan, and the reader with its findings.
    func read() throws -> (isRead: Bool, reader: DocumentReader) {
        try PlanText.read(json)
    }

    static func read(_ json: String) throws -> (isRead: Bool, reader: DocumentReader) {
        let (document, reader) = try document(json)
        return (document != nil, reader)
    }

    /// The plan with its unknown terms.
    func document() throws -> (document: PlanDocument?, reader: DocumentReader) {
        try PlanText.document(json)
    }

    private static func document(
        _ json: String
    ) throws -> (document: PlanDocument?, reader: DocumentReader) {
        var tables = PriceTables(root: Repository.tables)
        let parameters = try tables.planParameters()
        let reader = DocumentReader(Array(json.utf8))
        let place = SourcePlace(file: "plans/p.json", pointer: "")
        let document = PlanReader.read(reader, place: place, parameters: parameters)
        reader.end()
        return (document, reader)
    }
}
