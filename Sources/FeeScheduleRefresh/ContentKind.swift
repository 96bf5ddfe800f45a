import PriceTableFiles

/// What an offered file holds, by its place among the tables.
enum ContentKind {
    /// Price rows.
    case prices
    /// The services table.
    case services
    /// A JSON document.
    case document

    /// The kind of a file, or nothing where a refresh installs no such file.
    init?(_ name: String) {
        if PriceTables.isPriceFile(name) {
            self = .prices
        } else if name == "services.csv" {
            self = .services
        } else if ContentKind.isDocument(name) {
            self = .document
        } else {
            return nil
        }
    }

    private static func isDocument(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return switch (parts[0], parts.count) {
        case ("rules", 2): parts[1] == "payers.json"
        case ("schedules", 2), ("plans", 2): parts[1].hasSuffix(".json")
        case ("clinics", 3): ["clinic.json", "sessions.json", "offers.json"].contains(parts[2])
        default: false
        }
    }
}
