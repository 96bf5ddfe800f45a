import Synchronization

/// What was read of a folder of tables, kept so that many quotes read each file once.
///
/// Each reading keeps what it left behind: the files with their SHA-256, their origins, and what a
/// person should look at. A quote that finds a reading here says of its tables what one says that
/// reads them anew; and all of them see the tables as they were at the first reading.
package final class TableMemory: Sendable {
    /// The folder that is remembered.
    package let folder: TableFolder
    private let readings = Mutex<[String: any Sendable]>([:])
    private let entries = Mutex<[String: [String]]>([:])
    private let digests = Mutex<[Set<ObjectIdentifier>: String]>([:])

    /// Creates a memory of a folder of which nothing was read yet.
    package init(of folder: TableFolder) {
        self.folder = folder
    }

    /// What a reading left behind.
    final class Trace: Sendable {
        let files: [String: String]
        let sources: [TableSource]
        let warnings: [TableFinding]

        init(_ tables: PriceTables) {
            files = tables.filesRead
            sources = tables.sources
            warnings = tables.warnings
        }
    }

    /// What came of a reading: a value or every finding, and its traces.
    struct Reading<Value: Sendable>: Sendable {
        let value: Result<Value, PriceTableErrors>
        let trace: Trace
    }

    subscript<Value>(name: String, as type: Value.Type) -> Reading<Value>? {
        readings.withLock { $0[name] } as? Reading<Value>
    }

    /// Keeps a reading.
    ///
    /// - Parameters:
    ///   - reading: What came of it.
    ///   - name: What was read.
    /// - Returns: The reading that is kept, which may be another task's.
    func keep<Value>(_ reading: Reading<Value>, as name: String) -> Reading<Value> {
        readings.withLock { known in
            if let earlier = known[name] as? Reading<Value> { return earlier }
            known[name] = reading
            return reading
        }
    }

    /// The entries of a folder below the tables, as they were when they were first asked for.
    func entries(of name: String) -> [String] {
        entries.withLock { known in
            if let names = known[name] { return names }
            let names = folder.entries(of: name)
            known[name] = names
            return names
        }
    }

    /// The digest of the files of some readings.
    ///
    /// Requests name few sets of tables; of more than that not all are kept.
    func digest(of traces: [Trace]) -> String {
        let key = Set(traces.map(ObjectIdentifier.init))
        if let known = digests.withLock({ $0[key] }) { return known }
        let digest = PriceTables.digest(
            of: traces.reduce(into: [:]) { files, trace in
                files.merge(trace.files) { _, read in read }
            }
        )
        digests.withLock { known in
            if known.count < TableMemory.mostDigests { known[key] = digest }
        }
        return digest
    }

    private static let mostDigests = 4_096
}

extension PriceTables {
    /// Reads something, or recalls what came of it when it was read before.
    ///
    /// - Parameters:
    ///   - name: What is read; the same name always means the same.
    ///   - read: Reads it.
    /// - Returns: What was read.
    /// - Throws: ``PriceTableErrors`` with every finding of the reading.
    mutating func recall<Value: Sendable>(
        _ name: String,
        _ read: (inout PriceTables) throws(PriceTableErrors) -> Value
    ) throws(PriceTableErrors) -> Value {
        guard let memory else { return try read(&self) }
        if let known = memory[name, as: Value.self] {
            add(known.trace)
            return try known.value.get()
        }
        var tables = PriceTables(memory)
        let value: Result<Value, PriceTableErrors>
        do throws(PriceTableErrors) {
            value = .success(try read(&tables))
        } catch {
            value = .failure(error)
        }
        let reading = TableMemory.Reading(value: value, trace: TableMemory.Trace(tables))
        let kept = memory.keep(reading, as: name)
        add(kept.trace)
        return try kept.value.get()
    }
}
