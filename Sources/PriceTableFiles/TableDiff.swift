package import CareModel
package import CarePricing
import JSONText

/// What differs between two folders of price tables, in words.
///
/// ```swift
/// for difference in try TableDiff(from: "PriceTables", to: "/tmp/new-tables").differences {
///     print(difference)
/// }
/// ```
public struct TableDiff: Sendable {
    /// The differences, sorted by file, in each file in the order of its rows and terms.
    public let differences: [TableDifference]

    /// Compares two folders.
    ///
    /// The rows of prices and services and the values of JSON files are compared, not the way in
    /// which they are written: white space, the order of names and `45.1` for `45.10` are no
    /// differences.
    ///
    /// - Parameters:
    ///   - old: The earlier folder.
    ///   - new: The later folder.
    /// - Throws: ``PriceTableErrors`` with every error that ``TableCheck`` finds in either.
    public init(from old: TableFolder, to new: TableFolder) throws(PriceTableErrors) {
        let errors = [old, new].flatMap { TableCheck($0).errors }
        guard errors.isEmpty else {
            let isMissing = [old, new].contains { $0.entries(of: "").isEmpty }
            throw PriceTableErrors(errors, isMissingFile: isMissing)
        }
        var comparison = try FolderComparison(old: old, new: new)
        differences = try comparison.differences()
    }

    /// Compares two folders in front of which nothing was installed.
    public init(from old: String, to new: String) throws(PriceTableErrors) {
        try self.init(from: TableFolder(old), to: TableFolder(new))
    }

    /// The differences as text, a line each; a sentence where there are none.
    public var text: String {
        differences.isEmpty ? "no differences\n" : differences.map { "\($0)\n" }.joined()
    }

    /// The differences as a JSON list.
    public var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginArray()
        for difference in differences { difference.write(to: &json) }
        json.endArray()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

/// Two folders of tables that were checked, compared file by file.
private struct FolderComparison {
    private var old: PriceTables
    private var new: PriceTables
    private let oldCatalog: ServiceCatalog
    private let newCatalog: ServiceCatalog

    init(old: TableFolder, new: TableFolder) throws(PriceTableErrors) {
        self.old = PriceTables(old)
        self.new = PriceTables(new)
        oldCatalog = try self.old.services()
        newCatalog = try self.new.services()
    }

    mutating func differences() throws(PriceTableErrors) -> [TableDifference] {
        let before = Set(old.folder.allFiles())
        let after = Set(new.folder.allFiles())
        var differences: [TableDifference] = []
        for path in before.union(after).sorted() {
            switch (before.contains(path), after.contains(path)) {
            case (true, true): differences += try compare(path)
            case (true, false):
                differences.append(
                    TableDifference(file: path, place: .file, kind: .removed, words: "removed")
                )
            case (false, _):
                differences.append(
                    TableDifference(file: path, place: .file, kind: .added, words: "added")
                )
            }
        }
        return differences
    }

    private mutating func compare(_ path: String) throws(PriceTableErrors) -> [TableDifference] {
        let before = try old.bytes(of: path)
        let after = try new.bytes(of: path)
        if before == after { return [] }
        if path == "services.csv" {
            return ServiceComparison(
                old: ServicesFile.cells(before, file: old.shown(path)),
                new: ServicesFile.cells(after, file: new.shown(path)),
                file: path
            ).differences
        }
        if PriceTables.isPriceFile(path) {
            return PriceComparison(
                old: try old.rows(before, path: path, catalog: oldCatalog),
                new: try new.rows(after, path: path, catalog: newCatalog),
                file: path
            ).differences
        }
        guard path.hasSuffix(".json") else {
            return [TableDifference(file: path, place: .file, kind: .changed, words: "changed")]
        }
        return try old.tree(before, path: path).changes(to: try new.tree(after, path: path))
            .map { TableDifference($0, file: path) }
    }
}

extension TableDifference {
    /// A value of a JSON file that differs.
    fileprivate init(_ change: JSONTree.Change, file: String) {
        let kind: Kind
        let words: String
        switch (change.old?.oneLine, change.new?.oneLine) {
        case (nil, let new): (kind, words) = (.added, "added \(new ?? "null")")
        case (let old?, nil): (kind, words) = (.removed, "removed \(old)")
        case (let old?, let new?): (kind, words) = (.changed, "\(old) becomes \(new)")
        }
        self.init(
            file: file,
            place: .pointer(change.pointer),
            kind: kind,
            words: words,
            old: change.old,
            new: change.new
        )
    }
}

extension PriceTables {
    /// Whether a file of the folder holds price rows.
    package static func isPriceFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return switch (parts.first, parts.count) {
        case ("schedules", 2): path.hasSuffix(".csv")
        case ("clinics", 3): ["charges.csv", "self-pay.csv"].contains(parts[2])
        default: false
        }
    }

    /// Reads the rows of a file of prices.
    package func rows(
        _ bytes: [UInt8],
        path: String,
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> [PriceRow] {
        let file = PriceRowsFile(bytes, path: path, file: shown(path), catalog: catalog)
        guard file.findings.isEmpty else { throw PriceTableErrors(file.findings) }
        return file.rows
    }

    fileprivate func tree(
        _ bytes: [UInt8],
        path: String
    ) throws(PriceTableErrors) -> JSONTree {
        do throws(JSONSyntaxError) {
            return try JSONTree(bytes, maximumDepth: DocumentLimits.depth)
        } catch {
            throw PriceTableErrors([
                TableFinding(
                    file: shown(path),
                    row: error.position.line,
                    message: "\(error.problem)"
                )
            ])
        }
    }
}
