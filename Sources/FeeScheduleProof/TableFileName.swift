/// The place of a published file among the tables, such as `schedules/acme-ppo-2026.csv`.
///
/// The grammar is closed: a name either is that of a table, at the place where tables of its kind
/// lie, or it is refused before any file is created. So none can climb out of its folder, hide, or
/// mean another file on another system.
package struct TableFileName: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of a name, its folders included.
    package static let maximumLength = 64

    /// What a name looks like, for messages.
    static let form =
        "the place of a table, of at most 64 characters: services.csv, rules/payers.json, "
        + "schedules/NAME.csv or .json, plans/NAME.json, or clinics/NAME/ with clinic.json, "
        + "sessions.json, offers.json, charges.csv or self-pay.csv; NAME is of small letters, "
        + "digits and hyphens"

    /// The name with `/` between its parts.
    package let description: String

    /// Creates a name, or nothing where no table has it.
    package init?(_ text: String) {
        guard text.utf8.count <= TableFileName.maximumLength else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard TableFileName.isPlace(parts) else { return nil }
        description = text
    }

    private static func isPlace(_ parts: [Substring.UTF8View]) -> Bool {
        // Names are compared byte by byte; as text, several can be the same.
        func isOne(of names: [String], _ part: Substring.UTF8View) -> Bool {
            names.contains { part.elementsEqual($0.utf8) }
        }
        guard let folder = parts.first, let file = parts.last else { return false }
        switch parts.count {
        case 1:
            return isOne(of: ["services.csv"], file)
        case 2:
            if isOne(of: ["rules"], folder) { return isOne(of: ["payers.json"], file) }
            if isOne(of: ["schedules"], folder) { return isNamed(file, [".csv", ".json"]) }
            return isOne(of: ["plans"], folder) && isNamed(file, [".json"])
        case 3:
            return isOne(of: ["clinics"], folder) && isName(parts[1])
                && isOne(of: clinicFiles, file)
        default:
            return false
        }
    }

    private static let clinicFiles = [
        "clinic.json", "sessions.json", "offers.json", "charges.csv", "self-pay.csv",
    ]

    private static func isNamed(_ file: Substring.UTF8View, _ endings: [String]) -> Bool {
        endings.contains { ending in
            file.suffix(ending.utf8.count).elementsEqual(ending.utf8)
                && isName(file.dropLast(ending.utf8.count))
        }
    }

    /// Whether text is a name of small letters, digits and hyphens that every system can use.
    static func isName(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first, first != UInt8(ascii: "-") else { return false }
        let isPlain = text.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && !isDevice(Array(text))
    }

    /// Whether Windows keeps a name for a device, whatever ending follows it.
    private static func isDevice(_ name: [UInt8]) -> Bool {
        if ["con", "prn", "aux", "nul"].contains(where: { name.elementsEqual($0.utf8) }) {
            return true
        }
        let isPort = name.starts(with: "com".utf8) || name.starts(with: "lpt".utf8)
        guard isPort, name.count == 4, let last = name.last else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
    }
}
