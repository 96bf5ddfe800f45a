import FoundationEssentials

extension TableTemplate {
    /// Creates the files in a folder of tables; a file that is there is never replaced.
    ///
    /// Where one file cannot be created, none stays.
    ///
    /// - Parameter root: The folder of the tables.
    /// - Returns: The files that were created, with the folder in front.
    /// - Throws: ``TableTemplateError``.
    public func write(to root: String) throws(TableTemplateError) -> [String] {
        let tables = PriceTables(root: root)
        guard !tables.entries(of: "").isEmpty else { throw .noFolder(root) }
        let names = files.map { tables.shown($0.path) }
        let present = names.filter { FileManager.default.fileExists(atPath: $0) }
        guard present.isEmpty else { throw .exists(present) }
        var written: [String] = []
        for (file, name) in zip(files, names) {
            do {
                let url = URL(filePath: name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.bytes).write(to: url, options: .withoutOverwriting)
                written.append(name)
            } catch {
                for name in written { try? FileManager.default.removeItem(atPath: name) }
                throw .notWritten(name)
            }
        }
        return written
    }
}
