import CareModel
import CarePatterns
import CareQuote
import JSONText
import PriceTableFiles

extension RequestReader {
    private enum ScreeningName: String, CaseIterable {
        case askedOn, redFlags, cautions, notSure, clearedByClinician
    }

    private enum ClearanceName: String, CaseIterable {
        case by, on
    }

    /// Reads what was answered to the questions that come before any price.
    ///
    /// Which tier an answer belongs to is what the tables say, whichever list it stands in.
    mutating func readScreening() {
        var askedOn: CalendarDate?
        var present: [(id: String, mark: DocumentReader.Mark)] = []
        var notSure: [(id: String, mark: DocumentReader.Mark)] = []
        var clearance: ScreeningAnswers.Clearance?
        func ids() -> [(id: String, mark: DocumentReader.Mark)] {
            var ids: [(id: String, mark: DocumentReader.Mark)] = []
            // A sign that stands alone, not in a list, is wrong, and is a sign all the same.
            guard reader.kind() != .string else {
                let mark = reader.mark()
                if let id = reader.words() {
                    ids.append((id, mark))
                    reader.report(mark, "is text in place of a list. Write it in brackets")
                }
                return ids
            }
            reader.list(0...100, of: "answers") { _ in
                let mark = reader.mark()
                if let id = reader.words() { ids.append((id, mark)) }
            }
            return ids
        }
        reader.object(ScreeningName.self) { name in
            switch name {
            case .askedOn: askedOn = reader.date()
            case .redFlags, .cautions: present += ids()
            case .notSure: notSure = ids()
            case .clearedByClinician: clearance = readClearance()
            }
        }
        screening = ScreeningAnswers(
            askedOn: askedOn,
            present: Set(present.map(\.id)),
            notSure: Set(notSure.map(\.id)),
            clearance: clearance
        )
        let given = present + notSure
        guard !given.isEmpty || clearance != nil else { return }
        readScreeningTable()
        guard let known = screeningTable else { return }
        for (id, mark) in given where known[id] == nil {
            reader.report(
                mark,
                "is not a question of the screening. "
                    + "Write one of: \(known.items.map(\.id).joined(separator: ", "))"
            )
        }
    }

    /// Reads the questions, once.
    mutating func readScreeningTable() {
        guard screeningTable == nil else { return }
        do throws(PriceTableErrors) {
            screeningTable = try tables.screening()
        } catch {
            screeningFailure = error
        }
    }

    private func readClearance() -> ScreeningAnswers.Clearance? {
        var by: String?
        var on: CalendarDate?
        reader.object(ClearanceName.self, required: ClearanceName.allCases) { name in
            switch name {
            case .by: by = reader.words()
            case .on: on = reader.date()
            }
        }
        guard let by, let on else { return nil }
        return ScreeningAnswers.Clearance(by: by, on: on)
    }

    /// What the answers so far mean, where they say to seek care first; an answer to no question of
    /// the tables is left out here, and reported.
    var careFirst: ScreeningResult? {
        guard let table = screeningTable else { return nil }
        var screening = self.screening ?? ScreeningAnswers(askedOn: nil)
        if let birthDate, let day = asOf ?? today {
            screening = screening.with(birthDate: birthDate, on: day, of: table)
        }
        let known = Set(table.items.map(\.id))
        let answers = ScreeningAnswers(
            askedOn: screening.askedOn,
            present: screening.present.intersection(known),
            notSure: screening.notSure.intersection(known),
            clearance: screening.clearance
        )
        guard let result = try? table.result(of: answers), result.outcome == .seekCareFirst else {
            return nil
        }
        return result
    }
}

extension QuoteFailure {
    /// The same failure, told as care that comes first where the answers read so far say so.
    ///
    /// - Parameters:
    ///   - request: What was read.
    ///   - bytes: What names the request: its canonical form, or where it has none, as it stands.
    ///   - today: The day of a request that names none.
    /// - Returns: The failure.
    func orCareFirst(
        _ request: RequestReader,
        _ bytes: [UInt8],
        today: CalendarDate
    ) -> QuoteFailure {
        guard let result = request.careFirst else { return self }
        var failure = self
        failure.careFirst = CareFirst(
            id: request.tables.quoteID(of: bytes),
            asOf: request.asOf ?? today,
            screening: result
        )
        return failure
    }
}

extension PriceTables {
    /// Twelve hexadecimal digits for a request on the tables that were read.
    func quoteID(of request: [UInt8]) -> String {
        PriceTables.quoteID(ofText: idStart + request)
    }

    /// What stands before a request in the text of which the digits are a digest.
    var idStart: [UInt8] { Array((digest + "\n").utf8) }

    /// Twelve hexadecimal digits for a request after the text of ``idStart``.
    static func quoteID(ofText text: [UInt8]) -> String {
        sha256(text, first: 6)
    }
}
