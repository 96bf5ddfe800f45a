package import CareModel

/// Reads `clinics/<id>/clinic.json`: who the clinic is and when it is open.
package struct ClinicFile {
    private enum FileName: String, CaseIterable {
        case id, name, address, npi, tin, state, medicareLocality, openWeekdays, closedDays
        case sources
    }

    private enum ClosedDayName: String, CaseIterable {
        case date, reason
    }

    private enum SourcesName: String, CaseIterable {
        case charges, selfPay
    }

    package private(set) var id = ""
    package private(set) var name = ""
    package private(set) var address = ""
    package private(set) var npi = ""
    package private(set) var tin = ""
    package private(set) var state = ""
    package private(set) var medicareLocality = ""
    package private(set) var openWeekdays: Set<Weekday> = []
    package private(set) var closedDays: Set<CalendarDate> = []
    /// Where the charges and the self-pay prices come from.
    package private(set) var sources: [String: String] = [:]

    /// Reads the file of a folder.
    package init?(_ reader: DocumentReader, folder: String) {
        let here = reader.mark()
        reader.object(FileName.self, required: FileName.allCases) { name in
            switch name {
            case .id: id = reader.words() ?? ""
            case .name: self.name = reader.words() ?? ""
            case .address: address = reader.words() ?? ""
            case .npi:
                let what = "a National Provider Identifier: ten digits, the last a check digit"
                npi = reader.parsed(as: what) { $0.isProviderIdentifier ? $0 : nil } ?? ""
            case .tin: tin = reader.words() ?? ""
            case .state:
                state =
                    reader.parsed(as: "a state's two capital letters, such as \"CA\"") { text in
                        text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
                            ? text : nil
                    } ?? ""
            case .medicareLocality:
                let what = "a Medicare contractor and locality, such as \"01182-18\""
                medicareLocality = reader.parsed(as: what) { $0.isLocality ? $0 : nil } ?? ""
            case .openWeekdays: readWeekdays(reader)
            case .closedDays: readClosedDays(reader)
            case .sources:
                reader.object(SourcesName.self, required: SourcesName.allCases) { source in
                    sources[source.rawValue] = reader.words()
                }
            }
        }
        reader.end()
        if reader.findings.isEmpty, id != folder {
            reader.report(
                here.child("id"),
                "is \"\(id)\" in the folder \"\(folder)\". Write the folder's name"
            )
        }
        guard reader.findings.isEmpty else { return nil }
    }

    private mutating func readWeekdays(_ reader: DocumentReader) {
        reader.list(1...7, of: "weekdays") { _ in
            let number = reader.integer(in: 1...7, of: "a weekday (Monday is 1)")
            if let weekday = number.flatMap(Weekday.init(rawValue:)) {
                openWeekdays.insert(weekday)
            }
        }
    }

    private mutating func readClosedDays(_ reader: DocumentReader) {
        reader.list(0...2_000, of: "closed days") { _ in
            reader.object(ClosedDayName.self, required: ClosedDayName.allCases) { name in
                switch name {
                case .date: if let date = reader.date() { closedDays.insert(date) }
                case .reason: _ = reader.words()
                }
            }
        }
    }
}

extension String {
    /// Whether the text is a National Provider Identifier, its check digit included.
    ///
    /// The check is Luhn's over the digits with 80840 in front (45 CFR 162.406; ISO/IEC 7812).
    var isProviderIdentifier: Bool {
        let digits = ("80840" + self).utf8.map { Int($0) - 48 }
        guard utf8.count == 10, digits.allSatisfy((0...9).contains) else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }

    /// Whether the text is five digits, a hyphen and two digits.
    var isLocality: Bool {
        let bytes = Array(utf8)
        guard bytes.count == 8, bytes[5] == UInt8(ascii: "-") else { return false }
        return (bytes[..<5] + bytes[6...]).allSatisfy { (48...57).contains($0) }
    }
}
