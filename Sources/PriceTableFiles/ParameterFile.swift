package import CareModel

/// Reads `parameters/<name>.json`: one published figure, its values by date, each with its source.
package struct ParameterFile {
    private enum FileName: String, CaseIterable {
        case label, unit, values
    }

    private enum ValueName: String, CaseIterable {
        case from, value, source
    }

    package let values: DatedValue<Money>

    package init?(_ reader: DocumentReader) {
        let findingsBefore = reader.findings.count
        var entries: [DatedValue<Money>.Entry] = []
        reader.object(FileName.self, required: FileName.allCases) { name in
            switch name {
            case .label, .unit: _ = reader.words()
            case .values:
                reader.list(1...500, of: "values") { _ in
                    let here = reader.mark()
                    guard let entry = ParameterFile.entry(reader) else { return }
                    if let last = entries.last, entry.from <= last.from {
                        reader.report(
                            here.child("from"),
                            "is \(entry.from), not after \(last.from) before it. "
                                + "Write the values in order of date, each day once"
                        )
                    }
                    entries.append(entry)
                }
            }
        }
        reader.end()
        guard reader.findings.count == findingsBefore else { return nil }
        values = DatedValue(entries: entries)
    }

    private static func entry(_ reader: DocumentReader) -> DatedValue<Money>.Entry? {
        var from: CalendarDate?
        var value: Money?
        var source: String?
        reader.object(ValueName.self, required: ValueName.allCases) { name in
            switch name {
            case .from: from = reader.date()
            case .value: value = reader.money()
            case .source: source = reader.words()
            }
        }
        guard let from, let value, let source else { return nil }
        return DatedValue.Entry(from: from, value: value, source: source)
    }
}
