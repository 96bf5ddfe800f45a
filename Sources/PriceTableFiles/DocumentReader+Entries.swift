import CareModel
import CarePatterns

extension DocumentReader {
    /// Reads a number that is written as decimal text, with a minus sign where it may be negative.
    ///
    /// - Parameters:
    ///   - range: The numbers that make sense here.
    ///   - what: What the number is, for the message.
    /// - Returns: The number.
    func decimal(in range: ClosedRange<Double>, of what: String) -> Double? {
        let here = mark()
        guard let text = text(of: "\(what) as text, such as \"0.20\"") else { return nil }
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? String(text.dropFirst()) : text
        guard DecimalDigits(digits, decimals: 9) != nil, let number = Double(text),
            range.contains(number)
        else {
            report(
                here,
                "is not \(what). Write text from \"\(Int(range.lowerBound))\" to "
                    + "\"\(Int(range.upperBound))\" with at most 9 decimals, such as \"0.20\""
            )
            return nil
        }
        return number
    }

    /// Reads a probability.
    func probability() -> Double? { decimal(in: 0...1, of: "a probability") }

    /// Reads the name of an entry, such as `sleep-poor`.
    func id() -> String? {
        parsed(as: "a name of letters, digits and hyphens, such as \"sleep-poor\"") { text in
            PriceTables.isName(text) ? text : nil
        }
    }

    /// Reads a list whose entries each have a name of their own.
    ///
    /// - Parameters:
    ///   - counts: How many entries the list may hold.
    ///   - what: What they are, for the message.
    ///   - name: The name of the field that must differ.
    ///   - key: The value of that field.
    ///   - read: Reads one entry.
    /// - Returns: The entries that could be read.
    func entries<Value, Key: Hashable>(
        _ counts: ClosedRange<Int>,
        of what: String,
        named name: String = "id",
        by key: (Value) -> Key,
        read: () -> Value?
    ) -> [Value] {
        var values: [Value] = []
        var seen: Set<Key> = []
        list(counts, of: what) { _ in
            let here = mark()
            guard let value = read() else { return }
            if !seen.insert(key(value)).inserted {
                report(here.child(name), "stands twice. Give each of the \(what) its own \(name)")
            }
            values.append(value)
        }
        return values
    }

    /// Reads a list of names that must be known, each once.
    ///
    /// - Parameters:
    ///   - counts: How many names the list may hold.
    ///   - what: What the names stand for, and where.
    ///   - known: The names; nothing where the file that gives them could not be read.
    /// - Returns: The names.
    func references(
        _ counts: ClosedRange<Int> = 1...100,
        to what: String,
        known: Set<String>?
    ) -> [String] {
        var names: [String] = []
        list(counts, of: "names") { _ in
            let here = mark()
            guard let name = reference(to: what, known: known) else { return }
            if names.contains(name) { report(here, "stands twice. Write it once") }
            names.append(name)
        }
        return names
    }

    /// Reads a name that must be known.
    func reference(to what: String, known: Set<String>?) -> String? {
        parsed(as: what) { known?.contains($0) ?? true ? $0 : nil }
    }

    /// Reads parts of the body.
    func regions() -> Set<BodyRegion> {
        Set(entries(1...5, of: "regions", named: "region", by: { $0 }) { choice(BodyRegion.self) })
    }

    /// Reads a value and its source that stand side by side.
    ///
    /// - Parameter read: Reads the value.
    /// - Returns: The value.
    func sourced<Value>(_ read: () -> Value?) -> Value? {
        var value: Value?
        object(SourcedName.self, required: SourcedName.allCases) { name in
            switch name {
            case .value: value = read()
            case .source: _ = words()
            }
        }
        return value
    }
}

private enum SourcedName: String, CaseIterable {
    case value, source
}
