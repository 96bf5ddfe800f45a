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
        } else if name.hasSuffix(".json") {
            self = .document
        } else {
            return nil
        }
    }
}
