import FoundationEssentials
import TestSupport
import Testing

/// A copy of the tables of this package that a test may change; it goes away with its owner.
final class TableDiffScratch {
    /// The folder.
    let root: String

    init() throws {
        root =
            FileManager.default.temporaryDirectory
            .appending(path: "carequote-tables-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: Repository.tables, toPath: root)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Replaces a text that must stand in a file.
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try read(path)
        #expect(text.contains(old), "\(path) does not hold \(old)")
        try write(text.replacing(old, with: new), to: path)
    }

    /// The text of a file.
    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
    }

    /// Writes a file.
    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: url(path))
    }

    /// Removes a file.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url(path))
    }

    private func url(_ path: String) -> URL {
        URL(filePath: "\(root)/\(path)")
    }
}
