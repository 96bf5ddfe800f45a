import CareModel
import FoundationEssentials
import PriceTableFiles
import TestSupport

/// A folder of price tables for a test: the repository's own, or a copy that may be broken.
struct TableFolder {
    let root: String

    /// Makes a copy of the repository's tables for the time of a closure.
    static func withCopy<Result>(_ body: (TableFolder) throws -> Result) throws -> Result {
        let files = FileManager.default
        let root = files.temporaryDirectory.path + "/carequote-tables-" + UUID().uuidString
        try files.copyItem(atPath: Repository.tables, toPath: root)
        defer { try? files.removeItem(atPath: root) }
        return try body(TableFolder(root: root))
    }

    /// Checks the folder as on 2026-06-01, when no price of it is about to end.
    func check() -> TableCheck {
        // 2026-06-01 is the 152nd day of 2026; 56 years of 365 days and 14 leap days lie between
        // 1970 and 2026.
        TableCheck(root: root, asOf: CalendarDate(dayNumber: 56 * 365 + 14 + 151))
    }

    /// Changes a file.
    func apply(_ edit: Edit, to file: String) throws {
        let path = "\(root)/\(file)"
        switch edit {
        case .delete: try FileManager.default.removeItem(atPath: path)
        case .whole(let text): try write(Array(text.utf8), to: path)
        case .prepend(let bytes): try write(bytes + read(path), to: path)
        case .append(let bytes): try write(read(path) + bytes, to: path)
        case .replace(let old, let new):
            let text = String(decoding: try read(path), as: UTF8.self)
            guard text.contains(old) else {
                throw TestSetupError(text: "'\(old)' is not in \(file)")
            }
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            try write(Array(changed.utf8), to: path)
        }
    }

    private func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw TestSetupError(text: "\(path) cannot be read")
        }
        return Array(data)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw TestSetupError(text: "\(path) cannot be written")
        }
    }
}

/// A change of a file.
enum Edit: Sendable {
    case delete
    case whole(String)
    case prepend([UInt8])
    case append([UInt8])
    /// The first place that holds the text.
    case replace(String, String)
}

/// A test that is wrong itself.
struct TestSetupError: Error {
    let text: String
}
