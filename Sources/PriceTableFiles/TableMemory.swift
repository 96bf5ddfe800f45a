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

    /// Creates a memory of a folder of which nothing was read yet.
    package init(of folder: TableFolder) {
        self.folder = folder
    }

    /// What came of a reading: a value or every finding, and the traces of the files.
    struct Reading<Value: Sendable>: Sendable {
        let value: Result<Value, PriceTableErrors>
        let tables: PriceTables
    }

    subscript<Value>(name: String, as type: Value.Type) -> Reading<Value>? {
        readings.withLock { $0[name] } as? Reading<Value>
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

    func keep<Value>(_ reading: Reading<Value>, as name: String) {
        readings.withLock { $0[name] = reading }
    }
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
            add(known.tables)
            return try known.value.get()
        }
        var tables = PriceTables(memory)
        let value: Result<Value, PriceTableErrors>
        do throws(PriceTableErrors) {
            value = .success(try read(&tables))
        } catch {
            value = .failure(error)
        }
        memory.keep(TableMemory.Reading(value: value, tables: tables), as: name)
        add(tables)
        return try value.get()
    }
}
