import ArgumentParser
import CareModel
import HostSystem
import JSONText
import PriceTableFiles
import QuoteDocuments

/// Why a command ends without an answer: what to print, and the exit code.
struct ProgramFailure: Error {
    /// The exit codes of the program (sysexits).
    enum Code: Int32 {
        /// A checkpoint has ended the plan of care, which is an answer.
        case planEnded = 0
        case careFirst = 3
        case usage = 64
        case data = 65
        case missingFile = 66
        case fault = 70
        case input = 74
    }

    let code: Code
    let lines: [String]
    /// What goes to standard output all the same: where to go now, or that a plan of care has ended.
    var answer: [UInt8] = []

    init(_ code: Code, _ lines: [String]) {
        self.code = code
        self.lines = lines
    }

    /// A failure of a quote; where care comes first, that is the answer, and the rest is beside it.
    ///
    /// Where a checkpoint has ended the plan, that is the whole answer.
    init(_ failure: QuoteFailure, as format: OutputFormat = .text, words: Words = Words()) {
        if let careFirst = failure.careFirst {
            self.init(.careFirst, failure.lines)
            answer = careFirst.bytes(as: format, words: words)
        } else if let planEnded = failure.planEnded {
            self.init(.planEnded, [])
            answer = planEnded.bytes(as: format, words: words)
        } else {
            self.init(failure.isMissingFile ? .missingFile : .data, failure.lines)
        }
    }

    init(_ errors: PriceTableErrors) {
        self.init(
            errors.isMissingFile ? .missingFile : .data,
            errors.findings.map(\.description)
        )
    }

    init(_ problem: DeskProblem) {
        switch problem {
        case .usage: self.init(.usage, problem.lines)
        case .noSuchTerm: self.init(.data, problem.lines)
        case .failed(let failure): self.init(failure)
        }
    }

    /// A failure to go on from a quote; where care comes first, or a plan has ended, that is the
    /// answer.
    init(_ error: ContinuationError, file: String, as format: OutputFormat, words: Words) {
        let lines = error.lines(file: file, in: words.language)
        if let careFirst = error.careFirst {
            self.init(.careFirst, lines)
            answer = careFirst.bytes(as: format, words: words)
        } else if let planEnded = error.planEnded {
            self.init(.planEnded, [])
            answer = planEnded.bytes(as: format, words: words)
        } else {
            self.init(
                error.isUsage ? .usage : error.isMissingFile ? .missingFile : .data,
                lines
            )
        }
    }

    init(_ error: TableTemplateError) {
        let code: Code =
            switch error {
            case .notAName: .usage
            case .exists: .data
            case .noFolder: .missingFile
            case .notWritten: .input
            }
        self.init(code, error.lines)
    }

    init(_ error: HostFileError) {
        switch error.reason {
        case .missing, .unreadable: self.init(.missingFile, [error.description])
        case .tooLarge: self.init(.data, [error.description])
        case .failed: self.init(.input, [error.description])
        }
    }
}

extension AnswerInstead {
    fileprivate func bytes(as format: OutputFormat, words: Words) -> [UInt8] {
        switch format {
        case .text: Array(text(words).utf8)
        case .json: json(words, layout: .indented)
        case .csv: Array(csv(words).utf8)
        case .html: Array(html(words).utf8)
        }
    }
}

extension ParsableCommand {
    /// Runs the body of a command; a failure is told on standard error and ends the program.
    ///
    /// - Parameters:
    ///   - format: The form of an answer, for one that says to seek care first.
    ///   - words: Its language and its reader.
    ///   - body: The body.
    /// - Throws: The exit code.
    func reporting(
        as format: OutputFormat = .text,
        _ words: Words = Words(),
        _ body: () throws -> Void
    ) throws {
        do {
            try body()
        } catch {
            throw told(error, as: format, words)
        }
    }

    /// Runs the body of a command that waits for other tasks; a failure is told as by the others.
    ///
    /// - Parameter body: The body.
    /// - Throws: The exit code.
    func reporting(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch {
            throw told(error)
        }
    }

    /// Tells a failure on standard error, and says the exit code; any other error stays as it is.
    private func told(
        _ error: any Error,
        as format: OutputFormat = .text,
        _ words: Words = Words()
    ) -> any Error {
        switch error {
        case let failure as ProgramFailure: tell(failure)
        case let failure as QuoteFailure:
            tell(ProgramFailure(failure, as: format, words: words))
        case let errors as PriceTableErrors: tell(ProgramFailure(errors))
        case let error as TableTemplateError: tell(ProgramFailure(error))
        case let error as HostFileError: tell(ProgramFailure(error))
        default: error
        }
    }

    private func tell(_ failure: ProgramFailure) -> ExitCode {
        if !failure.answer.isEmpty {
            do {
                try answer(failure.answer)
            } catch {
                // Where standard output is closed, exit 3 still says that there is no price, and
                // nothing else is told.
                if failure.code == .planEnded {
                    return ExitCode(ProgramFailure.Code.input.rawValue)
                }
            }
        }
        warn(failure.lines.map { "carequote: \($0)" })
        return ExitCode(failure.code.rawValue)
    }

    /// Prints lines on standard error.
    func warn(_ lines: [String]) {
        let text = lines.map { $0 + "\n" }.joined()
        // Where even standard error is closed, the exit code is all that is left to say.
        try? StandardStream.error.write(Array(text.utf8))
    }

    /// Prints the answer on standard output.
    func answer(_ bytes: [UInt8]) throws {
        try StandardStream.output.write(bytes)
    }

    /// Prints the answer on standard output.
    func answer(_ text: String) throws {
        try answer(Array(text.utf8))
    }
}
