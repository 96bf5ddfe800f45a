import ArgumentParser
import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments

/// Makes one quote, from a request file or from options.
struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "One quote: what each visit costs the patient, and why.",
        discussion: """
            A request comes from a file (--request FILE, or - for standard input), or from \
            options: some visits (--visits), or a plan of care, which says how many \
            (--pattern or --complaint). With --after, the quote is for the visits that are left \
            of an earlier one.

            Examples:
              carequote quote --pattern lbp-acute --start 2026-11-30 --regions 3 \\
                --plan acme-ppo-1500 --last-seen never --deductible-met 1320 \\
                --out-of-pocket-met 4000 --visits-used 12
              carequote quote --complaint low-back --duration-days 10 --pain 6 \\
                --episodes 1 --no-recurrent --self-pay --start 2026-11-30 --regions 3 \\
                --last-seen never
              carequote quote --request Examples/new-patient-january/request.json
              carequote quote --plan bluebird-hmo-30 --start 2026-11-30 --visits 6 \\
                --weekdays 1,4 --regions 2 --last-seen never --out-of-pocket-met 0 \\
                --visits-used 0
              carequote quote --self-pay --start 2026-11-30 --visits 1 --regions 3 \\
                --last-seen never
              carequote quote --pattern lbp-acute --start 2026-12-21 --regions 3 \\
                --plan acme-ppo-1500 --last-seen never --deductible-met 1500 \\
                --out-of-pocket-met 4000 --visits-used 12 \\
                --compare-starts --start-no-later-than 2027-01-08
              carequote quote --request Examples/new-patient-january/request.json \\
                --format json > /tmp/quote.json
              carequote quote --after /tmp/quote.json --visits-done 8 --as-of 2026-12-16
              carequote quote --after /tmp/quote.json --visits-done 8 --as-of 2026-12-16 \\
                --screened 2026-12-16 --caution anticoagulants

            With --after go what the visits of a plan of care showed (--test and --improved; \
            from a checkpoint on --test gate-mcid, and "no" gives the page of a plan that ends \
            there, with exit 0), and what was answered about warning signs, which are asked at every visit \
            (--screened, --red-flag, --caution, --not-sure, --cleared-by, --cleared-on): a sign \
            calls off the visits that are left, and a caution leaves them to a clinician.
            """
    )

    @OptionGroup var options: CommonOptions
    @OptionGroup var desk: DeskOptions

    @Option(help: ArgumentHelp("A request file, or - for standard input.", valueName: "file"))
    var request: String?

    @Option(
        help: ArgumentHelp(
            "Go on in the middle of an earlier quote: what --format json printed, or - for "
                + "standard input. Goes with --visits-done.",
            valueName: "file"
        )
    )
    var after: String?

    @Option(
        help: "How many visits of the earlier quote are done, by date; the last not after --as-of."
    )
    var visitsDone: Int?

    @Flag(help: "The plan of care from each day on which it can begin, and what each saves.")
    var compareStarts = false

    @Option(help: "The form of the answer: text, json, csv or html.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        do {
            try validateTogether()
        } catch {
            // Whatever else is wrong, a sign that needs care first is told, by `run`.
            guard (try? careFirst()) != nil else { throw error }
        }
    }

    /// Checks what only the options together can tell.
    private func validateTogether() throws {
        if compareStarts {
            guard after == nil else {
                throw ValidationError(
                    "--compare-starts goes without --after: care has begun there."
                )
            }
            try format.refuseAllButTextAndJSON(by: "--compare-starts")
        }
        if after != nil {
            let care = desk.care.desk
            guard request == nil, desk.isOnlyOfAVisit else {
                throw ValidationError(
                    "--after FILE has a request of its own. Write it with --visits-done, or with "
                        + "--test and --improved and the answers about warning signs too, and "
                        + "without --request or the options of a request."
                )
            }
            guard (care.test == nil) == (care.hasImproved == nil) else {
                throw ValidationError(
                    "--test and --improved go together: --test ID --improved yes."
                )
            }
            try desk.screening.validateTogether()
            guard let visitsDone, visitsDone > 0 else {
                throw ValidationError("Write --visits-done N, the number of visits done, from 1.")
            }
            return
        }
        guard visitsDone == nil else {
            throw ValidationError("--visits-done goes with --after FILE.")
        }
        if request != nil, desk.isGiven {
            throw ValidationError("Write --request FILE or the options of a request, not both.")
        }
        if request == nil { try desk.validateTogether() }
    }

    func run() throws {
        try reporting(as: format, options.words) {
            do {
                try validateTogether()
            } catch {
                guard let careFirst = try careFirst() else { throw error }
                throw QuoteFailure(careFirst: careFirst)
            }
            let folder = try options.tableFolder()
            let maker = QuoteMaker(tables: folder, today: try options.day())
            if compareStarts { return try answerStarts(folder, maker) }
            let made = try after.map { try rest(of: $0, maker) } ?? quote(folder, maker)
            warn(made.warnings.map { "carequote: warning: \($0)" })
            let words = options.words(naming: made.catalog)
            try made.check(for: words)
            switch format {
            case .text: try answer(QuoteText(made, words: words).text())
            case .json: try answer(QuoteJSON(made, words: words).bytes())
            case .csv: try answer(QuoteCSV(made, words: words).text())
            case .html: try answer(QuoteHTML(made, words: words).text())
            }
        }
    }

    /// Where to go now, if the answers about warning signs alone say so.
    private func careFirst() throws -> CareFirst? {
        let screening = desk.screening.desk
        guard screening.hasFindings else { return nil }
        let maker = QuoteMaker(tables: try options.tableFolder(), today: try options.day())
        return after == nil
            ? maker.careFirst(after: screening) : maker.careFirst(callingOffAfter: screening)
    }

    private func quote(_ folder: TableFolder, _ maker: QuoteMaker) throws -> MadeQuote {
        guard let request else { return try deskQuote(folder, maker) }
        return try maker.quote(try RequestFile.read(request))
    }

    private func deskQuote(_ folder: TableFolder, _ maker: QuoteMaker) throws -> MadeQuote {
        let bytes = try deskRequest(folder, maker)
        do throws(QuoteFailure) {
            return try maker.quote(bytes)
        } catch {
            throw asOptions(error)
        }
    }

    private func deskRequest(_ folder: TableFolder, _ maker: QuoteMaker) throws -> [UInt8] {
        do {
            return try desk.request(tables: folder)
        } catch {
            // Whatever else is wrong, a sign that needs care first is told.
            guard let careFirst = maker.careFirst(after: desk.screening.desk) else { throw error }
            throw QuoteFailure(careFirst: careFirst)
        }
    }

    /// A failure of a request that was made from options, with the options to write.
    private func asOptions(_ failure: QuoteFailure) -> any Error {
        if failure.planEnded != nil { return failure }
        if let open = failure.openCheckpoint {
            let options = "--test \(open.test) --improved yes, or no"
            return ProgramFailure(.data, failure.lines + ["as options: \(options)"])
        }
        guard failure.openItems.isEmpty else {
            let options = failure.openItems.map(DeskCare.example).joined(separator: ", ")
            return ProgramFailure(.data, failure.lines + ["as options: \(options)"])
        }
        // Options make one visit after another: one mistake would be told for each.
        return failure.withoutRepetition
    }

    private func answerStarts(_ folder: TableFolder, _ maker: QuoteMaker) throws {
        let bytes = try request.map(RequestFile.read) ?? deskRequest(folder, maker)
        let comparison: StartComparison
        do throws(StartComparisonError) {
            comparison = try maker.compareStarts(bytes)
        } catch .failed(let failure) {
            throw request == nil ? asOptions(failure) : failure
        } catch {
            throw ProgramFailure(error.isUsage ? .usage : .data, error.lines)
        }
        warn(comparison.warnings.map { "carequote: warning: \($0)" })
        guard let catalog = comparison.entries.first?.made.catalog else { return }
        let words = options.words(naming: catalog)
        for entry in comparison.entries { try entry.made.check(for: words) }
        if format == .json {
            try answer(comparison.json(words))
        } else {
            try answer(comparison.text(words))
        }
    }

    private func rest(of file: String, _ maker: QuoteMaker) throws -> MadeQuote {
        let screening = desk.screening.desk
        let bytes: [UInt8]
        do {
            bytes = try RequestFile.read(file, maximumBytes: EarlierQuote.maximumBytes)
        } catch {
            // Whatever else is wrong, a sign that needs care first is told.
            guard let careFirst = maker.careFirst(callingOffAfter: screening) else { throw error }
            throw QuoteFailure(careFirst: careFirst)
        }
        let continued: ContinuedQuote
        do throws(ContinuationError) {
            continued = try maker.quote(
                after: bytes,
                visitsDone: visitsDone ?? 0,
                showing: desk.care.desk.finding,
                answering: screening
            )
        } catch {
            throw ProgramFailure(error, file: file, as: format, words: options.words)
        }
        warn(continued.warnings(in: options.language).map { "carequote: warning: \($0)" })
        warn(continued.remarks(in: options.language).map { "carequote: \($0)" })
        return continued.made
    }
}
