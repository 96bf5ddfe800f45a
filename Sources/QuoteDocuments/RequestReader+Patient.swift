import CareModel
import CareQuote
import JSONText
import PriceTableFiles

extension RequestReader {
    private enum PatientName: String, CaseIterable {
        case lastSeen, birthDate, householdIncomePercentOfPovertyLevel
    }

    /// Reads the patient, whose `lastSeen` is the one name for which `null` says something: never.
    mutating func readPatient() -> (LastSeen, CalendarDate?, Int?) {
        var lastSeen = LastSeen.notStated
        var povertyLevel: Int?
        var birthDate: CalendarDate?
        reader.object(PatientName.self, meaningfulNulls: [.lastSeen]) { name in
            switch name {
            case .lastSeen:
                if reader.kind() == .null {
                    reader.skip()
                    lastSeen = .never
                } else if let date = reader.date() {
                    lastSeen = .on(date)
                }
            case .birthDate: birthDate = reader.date()
            case .householdIncomePercentOfPovertyLevel:
                povertyLevel = reader.integer(in: 0...100_000, of: "percent")
            }
        }
        return (lastSeen, birthDate, povertyLevel)
    }

    mutating func readDiagnosisCodes() -> [String] {
        var codes: [String] = []
        reader.list(0...12, of: "diagnosis codes") { _ in
            let code = reader.parsed(as: "an ICD-10-CM code, such as \"M54.50\"") { text in
                text.isDiagnosisCode ? text : nil
            }
            if let code { codes.append(code) }
        }
        return codes
    }

    private enum PaymentName: String, CaseIterable {
        case option
    }

    mutating func readPayment() -> PaymentOption {
        var option = PaymentOption.perVisit
        reader.object(PaymentName.self) { _ in
            option = reader.choice(PaymentOption.self) ?? .perVisit
        }
        return option
    }

    /// Reads the offer that the patient asks for: at most one, because discounts do not stack.
    mutating func readOffers() -> (id: String, mark: DocumentReader.Mark)? {
        let here = reader.mark()
        var offers: [(id: String, mark: DocumentReader.Mark)] = []
        reader.list(0...20, of: "offers") { _ in
            let mark = reader.mark()
            if let id = reader.words() { offers.append((id, mark)) }
        }
        if offers.count > 1 {
            reader.report(
                here,
                "names \(offers.count) offers, and discounts do not stack at this clinic. Write one"
            )
        }
        return offers.first
    }
}

extension String {
    /// Whether the text has the form of an ICD-10-CM code: a letter, two characters, and up to
    /// four more after a point.
    var isDiagnosisCode: Bool {
        let bytes = Array(utf8)
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
        guard bytes.count >= 3, isCapital(bytes[0]), isDigit(bytes[1]),
            isDigit(bytes[2]) || isCapital(bytes[2])
        else { return false }
        if bytes.count == 3 { return true }
        return bytes[3] == UInt8(ascii: ".") && (5...8).contains(bytes.count)
            && bytes[4...].allSatisfy { isDigit($0) || isCapital($0) }
    }
}
