import CareModel
import JSONText
import PriceTableFiles

/// Answers the lines of a batch, each as if it were asked alone.
package struct BatchAnswers: Sendable {
    /// What an answer is.
    package enum Form: Sendable {
        /// The whole quote as JSON.
        case quotes
        /// A short line of JSON.
        case summaries
        /// A short row of CSV.
        case rows
    }

    private let maker: QuoteMaker
    private let words: Words
    private let form: Form
    private let memory: AnswerMemory

    package init(_ maker: QuoteMaker, words: Words, form: Form) {
        self.maker = maker
        self.words = words
        self.form = form
        memory = AnswerMemory()
    }

    /// What stands before the first answer.
    package var header: [UInt8] { form == .rows ? Array(QuoteSummary.csvHeader.utf8) : [] }

    /// How many lines were answered without their whole quote, when no task is at work.
    package var recalled: Int { memory.answered }

    /// Answers some lines.
    ///
    /// - Parameters:
    ///   - lines: The lines.
    ///   - take: Takes an answer.
    package func answer(_ lines: some Sequence<BatchLine>, _ take: (BatchAnswer) -> Void) {
        var met = memory.take()
        defer { memory.keep(met) }
        for line in lines { take(answer(line, knowing: &met)) }
    }

    /// Answers a line, by what is known of others like it where that tells all of its answer.
    private func answer(_ line: BatchLine, knowing met: inout RepeatedRequests) -> BatchAnswer {
        guard form != .quotes, case .text(let bytes) = line.text,
            let (summary, warnings) = met.summary(of: bytes, by: maker)
        else { return answer(line) }
        return BatchAnswer(bytes: text(of: summary), isFailure: false, warnings: warnings)
    }

    /// Answers a line by the whole of its quote.
    package func answer(_ line: BatchLine) -> BatchAnswer {
        guard case .text(let bytes) = line.text else {
            return refusal(
                of: line,
                saying: "the line holds more than \(DocumentLimits.lineBytes) bytes. "
                    + "Write a request alone in it, without white space"
            )
        }
        guard !bytes.allSatisfy(\.isSpace) else {
            return refusal(
                of: line,
                saying: "the line is empty. Write a request in it, or take it out"
            )
        }
        do throws(QuoteFailure) {
            let made = try maker.quote(bytes)
            try made.check(for: words)
            return BatchAnswer(
                bytes: text(of: made),
                isFailure: false,
                warnings: made.warnings.map(\.description)
            )
        } catch {
            if let careFirst = error.careFirst {
                return answer(careFirst, QuoteSummary(careFirst))
            }
            if let ended = error.planEnded { return answer(ended, QuoteSummary(ended)) }
            return refusal(of: line, error)
        }
    }

    private func text(of made: MadeQuote) -> [UInt8] {
        switch form {
        case .quotes: QuoteJSON(made, words: words(naming: made.catalog)).bytes(.compact)
        case .summaries, .rows: text(of: QuoteSummary(made))
        }
    }

    private func text(of summary: QuoteSummary) -> [UInt8] {
        form == .rows ? Array(summary.csv().utf8) : summary.json()
    }

    private func words(naming catalog: ServiceCatalog) -> Words {
        Words(language: words.language, audience: words.audience, catalog: catalog)
    }

    /// What is said instead of a quote; the line itself is right.
    private func answer(_ instead: any AnswerInstead, _ summary: QuoteSummary) -> BatchAnswer {
        let bytes =
            switch form {
            case .quotes: instead.json(words, layout: .compact)
            case .summaries, .rows: text(of: summary)
            }
        return BatchAnswer(bytes: bytes, isFailure: false)
    }

    private func refusal(of line: BatchLine, saying message: String) -> BatchAnswer {
        let finding = DocumentFinding(
            pointer: "",
            position: TextPosition(line: 1, column: 1),
            found: "",
            message: message
        )
        return refusal(of: line, QuoteFailure(request: [finding]))
    }

    private func refusal(of line: BatchLine, _ failure: QuoteFailure) -> BatchAnswer {
        let refusal = BatchRefusal(line: line.number, failure: failure)
        return BatchAnswer(
            bytes: form == .rows ? Array(refusal.csv().utf8) : refusal.json(),
            isFailure: true
        )
    }
}

/// The answer to one line of a batch.
package struct BatchAnswer: Hashable, Sendable {
    /// The answer with its line break.
    package let bytes: [UInt8]
    /// Whether the line is wrong, so that there is neither a quote nor a place to seek care.
    package let isFailure: Bool
    /// What a person should look at.
    package var warnings: [String] = []
}

extension UInt8 {
    /// Whether it is a space, a tab or a carriage return.
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
