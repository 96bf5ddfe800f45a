import ArgumentParser
import CareModel
import CareQuote
import CommandOptions
import FeeScheduleStore
import FoundationEssentials
import HostSystem
import PriceTableFiles
import QuoteDocuments

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of price tables (default: CAREQUOTE_TABLES, else PriceTables here, "
                + "else share/carequote/PriceTables beside the program).",
            valueName: "dir"
        )
    )
    var tables: String?

    @Option(
        help: ArgumentHelp(
            "Where carequote-refresh installs fee schedules (default: CAREQUOTE_STORE, else "
                + "/var/lib/carequote). What is installed there stands in front of the tables.",
            valueName: "dir"
        )
    )
    var store: String?

    @Option(
        help: "The day on which the quote is made (default: today).",
        transform: OptionText.date
    )
    var asOf: CalendarDate?

    @Option(help: "The language of the answer: en or es.", transform: OptionText.language)
    var language: Language = .english

    @Option(help: "For whom the answer is: desk, or patient (no codes).")
    var audience: Words.Audience = .desk

    @Flag(help: "No color. The text has none; the option is there for scripts that give it.")
    var noColor = false

    /// The tables, from the option, the environment or the usual places.
    func tableFolder() throws -> TableFolder {
        let root = try tablesRoot()
        let installed = try installedTables()
        var warnings = try installed?.endedSources(by: day()) ?? []
        if let fallback = installed?.fallback { warnings.append(fallback) }
        for warning in warnings {
            // Where even standard error is closed, the answer is all that is left to give.
            try? StandardStream.error.write(Array("carequote: warning: \(warning)\n".utf8))
        }
        return TableFolder(root, overlay: installed?.overlay)
    }

    private func installedTables() throws -> InstalledTables? {
        // A store that is named and not there is a mistake; the usual one need not be there.
        if isStoreNamed, !isFolder(storeFolder) {
            throw ProgramFailure(
                .missingFile,
                [
                    "\(storeFolder): there is no store of fee schedules. Check --store and "
                        + "CAREQUOTE_STORE, or run carequote-refresh run first"
                ]
            )
        }
        do throws(StoreReadError) {
            return try InstalledTables.read(store: storeFolder)
        } catch {
            throw ProgramFailure(.missingFile, ["\(error)"])
        }
    }

    private var isStoreNamed: Bool {
        store != nil || ProcessInfo.processInfo.environment["CAREQUOTE_STORE"]?.isEmpty == false
    }

    /// The store of installed fee schedules, which need not be there.
    private var storeFolder: String {
        if let store { return store }
        let named = ProcessInfo.processInfo.environment["CAREQUOTE_STORE"] ?? ""
        return named.isEmpty ? "/var/lib/carequote" : named
    }

    /// The folder of the tables.
    func tablesRoot() throws -> String {
        if let tables { return tables }
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["CAREQUOTE_TABLES"], !named.isEmpty { return named }
        if isFolder("PriceTables") { return "PriceTables" }
        if let program = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/exe"
        ) {
            let bin = program.split(separator: "/").dropLast().joined(separator: "/")
            let shared = "/\(bin)/../share/carequote/PriceTables"
            if isFolder(shared) { return shared }
        }
        throw ProgramFailure(
            .missingFile,
            [
                "no price tables: there is no folder PriceTables here. "
                    + "Write --tables DIR, or set CAREQUOTE_TABLES"
            ]
        )
    }

    /// The day of the quote.
    func day() throws -> CalendarDate {
        if let asOf { return asOf }
        guard let today = WallCalendar.today() else {
            throw ProgramFailure(.fault, ["the clock names no day. Write --as-of DATE"])
        }
        return today
    }

    /// The language and the reader of an answer, before the tables are read.
    var words: Words { Words(language: language, audience: audience) }

    /// The same with the names of services in plain words.
    func words(naming catalog: ServiceCatalog) -> Words {
        Words(language: language, audience: audience, catalog: catalog)
    }

    private func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory
    }
}

/// The form of an answer.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, html

    /// Refuses a form that a command, or an option of one, does not write.
    func refuseAllButTextAndJSON(by writer: String) throws {
        guard self == .text || self == .json else {
            throw ValidationError("\(writer) writes text or json.")
        }
    }
}

extension Words.Audience: ExpressibleByArgument {}

extension OptionText {
    /// Reads whether the clinic is contracted.
    static func network(_ text: String) throws -> Network {
        guard let network = Network(rawValue: text) else {
            throw ValidationError("'\(text)' is no network. Write in or out.")
        }
        return network
    }

    /// Reads a language.
    static func language(_ text: String) throws -> Language {
        guard let language = Language(rawValue: text) else {
            throw ValidationError("'\(text)' is not a language here. Write en or es.")
        }
        return language
    }
}
