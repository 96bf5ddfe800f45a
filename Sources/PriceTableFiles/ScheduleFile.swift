package import CareModel

/// Reads `schedules/<id>.json`: whose contracted rates stand in the CSV file beside it.
package struct ScheduleFile {
    private enum FileName: String, CaseIterable {
        case id, payer, publisher, address, retrievedOn, sha256, licence, effectiveFrom, source
    }

    package private(set) var payer = ""
    package private(set) var publisher = ""
    package private(set) var address: String?
    package private(set) var retrievedOn: CalendarDate?
    package private(set) var effectiveFrom: CalendarDate?

    /// Reads the file of a schedule.
    package init?(_ reader: DocumentReader, id: String) {
        let here = reader.mark()
        var writtenID: String?
        reader.object(
            FileName.self,
            required: [
                .id, .payer, .publisher, .retrievedOn, .licence, .effectiveFrom, .source,
            ]
        ) { name in
            switch name {
            case .id: writtenID = reader.words()
            case .payer: payer = reader.words() ?? ""
            case .publisher: publisher = reader.words() ?? ""
            case .address: address = reader.words()
            case .retrievedOn: retrievedOn = reader.date()
            case .sha256:
                _ = reader.parsed(as: "64 hexadecimal digits, or null") { text in
                    text.utf8.count == 64 && text.allSatisfy(\.isHexDigit) ? text : nil
                }
            case .licence, .source: _ = reader.words()
            case .effectiveFrom: effectiveFrom = reader.date()
            }
        }
        reader.end()
        if let writtenID, writtenID != id {
            reader.report(
                here.child("id"),
                "is \"\(writtenID)\" in the file \(id).json. Write the file's name"
            )
        }
        guard reader.findings.isEmpty else { return nil }
    }
}
