import ArgumentParser
import CareModel
import CommandOptions
import QuoteDocuments

/// The answers about warning signs on a command line that cannot be read for another reason, such as
/// a date that is none: whatever else is wrong, a sign that needs care first is told.
struct SignsFirst: ParsableArguments {
    @Option var redFlag: [String] = []
    @Option var caution: [String] = []
    @Option var notSure: [String] = []
    @Option var request: String?
    @Option var after: String?
    @Option var tables: String?
    @Option var store: String?
    @Option var language: String?
    @Option var audience: String?
    @Option var format: String?

    private static let names: Set<Substring> = [
        "--red-flag", "--caution", "--not-sure", "--request", "--after", "--tables", "--store",
        "--language", "--audience", "--format",
    ]

    /// What of a command line is an answer or says where the questions stand and how to answer.
    static func kept(of arguments: [String]) -> [String] {
        var kept: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue {
                kept.append(argument)
                isValue = false
                continue
            }
            let parts = argument.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = parts.first, names.contains(name) else { continue }
            kept.append(argument)
            isValue = parts.count == 1
        }
        return kept
    }

    /// What to tell instead of how the command line is wrong; nothing where no answer needs it.
    ///
    /// - Parameter arguments: The command line without the program's name.
    /// - Returns: Where to go now, with the exit code of such an answer.
    static func failure(_ arguments: [String]) -> ProgramFailure? {
        guard let command = arguments.first, ["quote", "compare", "explain"].contains(command),
            let signs = try? SignsFirst.parse(kept(of: arguments))
        else { return nil }
        // The others have their requests without an option before them.
        let files = command == "quote" ? [] : arguments.dropFirst().filter { !$0.hasPrefix("-") }
        return signs.failure(files)
    }

    private func failure(_ files: [String]) -> ProgramFailure? {
        guard let careFirst = careFirst(files) else { return nil }
        let words = Words(
            language: language.flatMap { try? OptionText.language($0) } ?? .english,
            audience: audience.flatMap(Words.Audience.init(rawValue:)) ?? .desk
        )
        return ProgramFailure(
            QuoteFailure(careFirst: careFirst),
            as: format.flatMap(OutputFormat.init(rawValue:)) ?? .text,
            words: words
        )
    }

    private func careFirst(_ files: [String]) -> CareFirst? {
        let places = [("--tables", tables), ("--store", store)]
            .flatMap { name, folder in folder.map { [name, $0] } ?? [] }
        guard let options = try? CommonOptions.parse(places),
            let folder = try? options.tableFolder(), let day = try? options.day()
        else { return nil }
        let maker = QuoteMaker(tables: folder, today: day)
        var screening = DeskScreening()
        screening.redFlags = redFlag
        screening.cautions = caution
        screening.notSure = notSure
        if after != nil { return maker.careFirst(callingOffAfter: screening) }
        if let careFirst = maker.careFirst(after: screening) { return careFirst }
        return ([request].compactMap { $0 } + files).lazy.compactMap { file in
            (try? RequestFile.read(file)).flatMap(maker.careFirst(in:))
        }
        .first
    }
}

extension QuoteMaker {
    /// Where to go now, if a request says so.
    fileprivate func careFirst(in request: [UInt8]) -> CareFirst? {
        do throws(QuoteFailure) {
            _ = try quote(request)
            return nil
        } catch {
            return error.careFirst
        }
    }
}
