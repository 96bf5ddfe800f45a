public import CareModel
import Crypto
import HostSystem
import JSONText

/// The folder of price tables, read file by file as a quote needs them.
///
/// Each file that is read leaves its SHA-256 behind, so that a quote can say from exactly which
/// tables it was made.
public struct PriceTables: Sendable {
    /// Where they are.
    public let folder: TableFolder
    /// The files that this reader read itself, with their SHA-256.
    private var ownFiles: [String: String] = [:]
    /// What it took from the memory, each once.
    private var recalled: [TableMemory.Trace] = []
    /// What the files that were read say of their origin.
    public private(set) var sources: [TableSource] = []
    /// What a person should look at in the files that were read.
    public package(set) var warnings: [TableFinding] = []
    /// What others have read of the same folder; absent where every file is read anew.
    let memory: TableMemory?

    /// Creates a reader of a folder; nothing is read yet.
    public init(_ folder: TableFolder) {
        self.folder = folder
        memory = nil
    }

    /// Creates a reader that takes from a memory what was read before.
    package init(_ memory: TableMemory) {
        folder = memory.folder
        self.memory = memory
    }

    /// Creates a reader of a folder in front of which nothing was installed.
    public init(root: String) {
        self.init(TableFolder(root))
    }

    /// The SHA-256 of each file that was read, in hexadecimal, by its path below the folder.
    public var filesRead: [String: String] {
        recalled.reduce(into: ownFiles) { files, trace in
            files.merge(trace.files) { _, read in read }
        }
    }

    /// The digest of all that was read: SHA-256 over the sorted lines `sha256  path`.
    public var digest: String {
        guard let memory, ownFiles.isEmpty else { return PriceTables.digest(of: filesRead) }
        return memory.digest(of: recalled)
    }

    static func digest(of files: [String: String]) -> String {
        let lines = files.map { "\($0.value)  \($0.key)\n" }.sorted().joined()
        return "sha256:" + PriceTables.sha256(Array(lines.utf8))
    }

    /// The SHA-256 of some bytes in hexadecimal.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - most: How many bytes of it are wanted.
    /// - Returns: Two digits for each of its first bytes.
    package static func sha256(_ bytes: [UInt8], first most: Int = SHA256.byteCount) -> String {
        func digit(_ value: UInt8) -> UInt8 {
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
        var text: [UInt8] = []
        text.reserveCapacity(2 * most)
        for byte in SHA256.hash(data: bytes).prefix(most) {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Files

    /// The name of a file as findings give it.
    func shown(_ path: String) -> String { folder.shown(path) }

    /// Reads a file and keeps its digest.
    mutating func bytes(of path: String) throws(PriceTableErrors) -> [UInt8] {
        do throws(HostFileError) {
            return try readBytes(of: path)
        } catch {
            throw missing(path, error)
        }
    }

    /// Reads a file that may be missing; one that cannot be read is an error all the same.
    package mutating func bytesIfPresent(of path: String) throws(PriceTableErrors) -> [UInt8]? {
        do throws(HostFileError) {
            return try readBytes(of: path)
        } catch {
            if case .missing = error.reason { return nil }
            throw missing(path, error)
        }
    }

    private mutating func readBytes(of path: String) throws(HostFileError) -> [UInt8] {
        let bytes = try folder.read(path)
        ownFiles[path] = PriceTables.sha256(bytes)
        return bytes
    }

    private func missing(_ path: String, _ error: HostFileError) -> PriceTableErrors {
        let finding = TableFinding(file: shown(path), message: error.message)
        return PriceTableErrors([finding], isMissingFile: true)
    }

    /// Reads a JSON file with a function that returns nothing where the file is wrong.
    mutating func document<Value>(
        _ path: String,
        read: (DocumentReader) -> Value?
    ) throws(PriceTableErrors) -> Value {
        try document(path, of: try bytes(of: path), read: read)
    }

    /// Reads a JSON file that may be missing.
    mutating func documentIfPresent<Value>(
        _ path: String,
        read: (DocumentReader) -> Value?
    ) throws(PriceTableErrors) -> Value? {
        guard let bytes = try bytesIfPresent(of: path) else { return nil }
        return try document(path, of: bytes, read: read)
    }

    private mutating func document<Value>(
        _ path: String,
        of bytes: [UInt8],
        read: (DocumentReader) -> Value?
    ) throws(PriceTableErrors) -> Value {
        let reader = DocumentReader(bytes)
        let value = read(reader)
        let findings = reader.findings.map { finding(in: path, $0, severity: .error) }
        warnings += reader.warnings.map { finding(in: path, $0, severity: .warning) }
        guard let value, findings.isEmpty else { throw PriceTableErrors(findings) }
        return value
    }

    private func finding(
        in path: String,
        _ finding: DocumentFinding,
        severity: TableFinding.Severity
    ) -> TableFinding {
        TableFinding(
            severity: severity,
            file: shown(path),
            row: finding.position.line,
            column: finding.pointer,
            message: finding.found.isEmpty
                ? finding.message : "\(finding.found) \(finding.message)"
        )
    }

    /// Adds the traces of files that were read before.
    mutating func add(_ trace: TableMemory.Trace) {
        warnings += trace.warnings
        guard !recalled.contains(where: { $0 === trace }) else { return }
        recalled.append(trace)
        for source in trace.sources { note(source) }
    }

    /// Notes what a file says of its origin.
    mutating func note(_ source: TableSource) {
        if !sources.contains(source) { sources.append(source) }
    }

    /// The entries of a folder below the tables, sorted; none where there is no such folder.
    func entries(of name: String) -> [String] {
        guard let memory else { return folder.entries(of: name) }
        return memory.entries(of: name)
    }

    /// The names of the files with an ending in a folder, without it.
    func names(in name: String, ending: String) -> [String] {
        entries(of: name).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
            .map { String($0.dropLast(ending.count)) }
    }

    /// Whether a text can be the name of a table, and not a path to somewhere else.
    static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && !text.hasPrefix(".")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

/// What a file of the tables says of its origin.
public struct TableSource: Hashable, Sendable {
    /// The file's path below the folder of the tables.
    public let path: String
    /// Who published its figures, or the sentence that says where they come from.
    public let publisher: String
    /// The day on which they were retrieved or last checked.
    public let date: CalendarDate?

    /// Creates a note of an origin.
    public init(path: String, publisher: String, date: CalendarDate?) {
        self.path = path
        self.publisher = publisher
        self.date = date
    }
}
