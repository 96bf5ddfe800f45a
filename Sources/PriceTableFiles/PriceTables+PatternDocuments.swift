import CareModel
import JSONText

extension PriceTables {
    /// The name of the file of maintenance, which is shown like a pattern.
    package static let maintenanceID = "maintenance"

    /// Reads the file of a pattern as it stands, with the source beside each of its figures.
    ///
    /// - Parameter id: The pattern's name, or ``maintenanceID``; the tables must hold it.
    /// - Returns: The document.
    /// - Throws: ``PriceTableErrors`` where it cannot be read.
    package mutating func patternDocument(
        _ id: String
    ) throws(PriceTableErrors) -> JSONTree {
        let path = "\(PatternFiles.folder)/\(id).json"
        let bytes = try bytes(of: path)
        do throws(JSONSyntaxError) {
            return try JSONTree(bytes, maximumDepth: DocumentLimits.depth)
        } catch {
            throw PriceTableErrors([
                TableFinding(file: shown(path), message: "\(error.position): \(error.problem)")
            ])
        }
    }
}
