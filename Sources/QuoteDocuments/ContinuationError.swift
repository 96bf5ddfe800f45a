package import CareModel
import PriceTableFiles

/// Why a quote cannot go on from an earlier one.
package enum ContinuationError: Error, Hashable, Sendable {
    /// The document is not a quote that was printed as JSON.
    case notAQuote(String)
    /// So many visits cannot be done of those that the quote has.
    case visitsDone(Int, of: Int)
    /// The last visit done and the next one are on one day, whose claims count together.
    case withinOneDay(CalendarDate, visitsDone: Int, before: Int, after: Int, of: Int)
    /// An offer holds for the whole plan of care.
    case offer(String)
    /// What comes after these visits depends on more than what was used.
    case notSeparable(visit: Int)
    /// The request of the quote, or the tables, are wrong now.
    case failed(QuoteFailure)

    /// Whether the number of visits is wrong, and not the document.
    package var isUsage: Bool {
        switch self {
        case .visitsDone, .withinOneDay: true
        case .notAQuote, .offer, .notSeparable, .failed: false
        }
    }

    /// Whether a file of the tables is missing.
    package var isMissingFile: Bool {
        if case .failed(let failure) = self { failure.isMissingFile } else { false }
    }

    /// What is wrong and what to write instead.
    ///
    /// - Parameter file: The name of the document.
    /// - Returns: A line for each thing that is wrong.
    package func lines(file: String) -> [String] {
        switch self {
        case .notAQuote(let what):
            return [
                "\(file): \(what), so it is not a quote. "
                    + "Write the file that carequote quote --format json printed"
            ]
        case .visitsDone(let done, let count) where count < 2:
            return [
                "--visits-done: \(done), and the quote has \(count == 1 ? "1 visit" : "no visits"), "
                    + "so nothing can be left. Make a new quote"
            ]
        case .visitsDone(let done, let count):
            return [
                "--visits-done: \(done), and the quote has \(count) visits. "
                    + "Write 1 to \(count - 1), so that some are done and some are left"
            ]
        case .withinOneDay(let date, let done, let before, let after, let count):
            let ways = [before > 0 ? "\(before)" : nil, after < count ? "\(after)" : nil]
                .compactMap { $0 }
            let advice =
                ways.isEmpty ? "Make a new quote" : "Write " + ways.joined(separator: " or ")
            return [
                "--visits-done: visits \(done) and \(done + 1) are both on \(date), and the claims "
                    + "of one day count together. \(advice)"
            ]
        case .offer(let id):
            return [
                "\(file): the quote was made under the offer \(id), which holds for the whole plan "
                    + "of care and not for a part of it. Make a new quote for the visits that are "
                    + "left, and take off what was paid in advance"
            ]
        case .notSeparable(let visit):
            return [
                "\(file): what visit \(visit) costs depends on more than what was used before it, "
                    + "such as a limit that leaves out a first visit. Write another "
                    + "--visits-done, or keep the quote of the whole plan of care"
            ]
        case .failed(let failure):
            return failure.under("/request").lines.map { "\(file): \($0)" }
        }
    }
}

extension QuoteFailure {
    /// The same findings about a request that is a part of another document.
    fileprivate func under(_ pointer: String) -> QuoteFailure {
        QuoteFailure(
            request: request.map { finding in
                DocumentFinding(
                    pointer: pointer + finding.pointer,
                    position: finding.position,
                    found: finding.found,
                    message: finding.message
                )
            },
            tables: tables,
            isMissingFile: isMissingFile
        )
    }
}
