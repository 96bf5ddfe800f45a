package import CareModel
import FoundationEssentials
import HostSystem

/// Where price tables are: a folder, and what a refresh installed in front of it.
///
/// ```swift
/// var tables = PriceTables(TableFolder("PriceTables"))
/// ```
public struct TableFolder: Hashable, Sendable {
    /// The most bytes that a file of the tables may hold.
    static let maximumFileBytes = 64 << 20

    /// The path of the folder.
    public let root: String
    /// The files in front of it; absent where nothing was installed.
    public let overlay: TableOverlay?

    /// Names a folder; nothing is read yet.
    public init(_ root: String, overlay: TableOverlay? = nil) {
        var root = root
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        self.root = root
        self.overlay = overlay
    }

    /// The name of a file as findings give it.
    package func shown(_ path: String) -> String {
        guard let overlay, overlay.files[path] != nil else { return "\(root)/\(path)" }
        return "\(overlay.place)/\(path)"
    }

    /// The name of a row of a file as findings give it.
    package func shown(_ place: SourcePlace) -> String {
        shown(place.file) + "\(place)".dropFirst(place.file.count)
    }

    /// Reads a file whole.
    func read(_ path: String) throws(HostFileError) -> [UInt8] {
        if let bytes = overlay?.files[path] { return bytes }
        return try HostFile.read(
            path: shown(path),
            maximumBytes: TableFolder.maximumFileBytes
        )
    }

    /// The entries of a folder below the tables, sorted; none where there is no such folder.
    func entries(of folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        let added = overlay?.entries(of: folder) ?? []
        return added.union(names ?? []).sorted()
    }

    /// The paths of all files below a folder, hidden ones passed over.
    func allFiles(below folder: String = "", depth: Int = 0) -> [String] {
        guard depth < DocumentLimits.depth else { return [] }
        return entries(of: folder).filter { !$0.hasPrefix(".") }
            .flatMap { entry -> [String] in
                let path = folder.isEmpty ? entry : "\(folder)/\(entry)"
                return isFolder(path) ? allFiles(below: path, depth: depth + 1) : [path]
            }
    }

    private func isFolder(_ path: String) -> Bool {
        if let overlay, !overlay.entries(of: path).isEmpty { return true }
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
        return isFolder
    }

    /// Checks that the folder, and each folder below it that is there, can be read.
    ///
    /// A folder that cannot be read would look as if it were empty.
    ///
    /// - Throws: ``PriceTableErrors`` with each that cannot.
    public func check() throws(PriceTableErrors) {
        let folders = [
            "", "clinics", "plans", "schedules", "parameters", "rules", "medicare", "patterns",
        ]
        let findings = folders.compactMap { folder -> TableFinding? in
            let path = folder.isEmpty ? root : "\(root)/\(folder)"
            let isThere = folder.isEmpty || FileManager.default.fileExists(atPath: path)
            let isReadable = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
            guard isThere, !isReadable else { return nil }
            return TableFinding(
                file: path,
                message: "is not a folder that can be read. Check the path and its permissions"
            )
        }
        guard findings.isEmpty else {
            throw PriceTableErrors(findings, isMissingFile: true)
        }
    }
}
