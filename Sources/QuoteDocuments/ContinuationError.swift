package import CareModel
package import CarePatterns
package import CareQuote
import PriceTableFiles

/// Why a quote cannot go on from an earlier one.
package enum ContinuationError: Error, Hashable, Sendable {
    /// The document is not a quote that was printed as JSON.
    case notAQuote(EarlierQuoteProblem)
    /// So many visits cannot be done of those that the quote has.
    case visitsDone(Int, of: Int)
    /// The last visit done and the next one are on one day, whose claims count together.
    case withinOneDay(CalendarDate, visitsDone: Int, before: Int, after: Int, of: Int)
    /// The last visit done lies after the day of the quote, up to which so many visits are done.
    case stillAhead(visit: Int, on: CalendarDate, today: CalendarDate, doneByThen: Int)
    /// A test says nothing where the request gives its visits, and no plan of care.
    case noPlan(test: String)
    /// Care goes on after a checkpoint only if it was met, and nobody says so.
    case openCheckpoint(OpenCheckpoint)
    /// An offer holds for the whole plan of care.
    case offer(String)
    /// The screening has answers to questions that the tables do not ask.
    case screening(ScreeningError)
    /// What comes after these visits depends on more than what was used.
    case notSeparable(visit: Int)
    /// The request of the quote, or the tables, are wrong now.
    case failed(QuoteFailure)

    /// Whether the number of visits is wrong, and not the document.
    package var isUsage: Bool {
        switch self {
        case .visitsDone, .withinOneDay, .stillAhead, .noPlan: true
        case .notAQuote, .openCheckpoint, .offer, .screening, .notSeparable, .failed: false
        }
    }

    /// What is said instead of a price where a sign says to seek care first.
    package var careFirst: CareFirst? {
        if case .failed(let failure) = self { failure.careFirst } else { nil }
    }

    /// What is said instead of a price where a checkpoint has ended the plan of care.
    package var planEnded: PlanEnded? {
        if case .failed(let failure) = self { failure.planEnded } else { nil }
    }

    /// Whether a file of the tables is missing.
    package var isMissingFile: Bool {
        if case .failed(let failure) = self { failure.isMissingFile } else { false }
    }

    /// What is wrong and what to write instead.
    ///
    /// - Parameters:
    ///   - file: The name of the document.
    ///   - language: The language of the page; what is wrong with a request or a table is told in
    ///     English.
    /// - Returns: A line for each thing that is wrong.
    package func lines(file: String, in language: Language = .english) -> [String] {
        let words = Words(language: language)
        switch self {
        case .notAQuote(let problem): return [problem.line(file: file, words: words)]
        case .visitsDone(let done, let count): return [number(done, of: count, words: words)]
        case .withinOneDay(let date, let done, let before, let after, let count):
            let ways = [before > 0 ? "\(before)" : nil, after < count ? "\(after)" : nil]
                .compactMap { $0 }
            let advice =
                ways.isEmpty
                ? words.say("Make a new quote", "Haga una cotización nueva")
                : words.say("Write ", "Escriba ") + ways.joined(separator: words.say(" or ", " o "))
            return [
                words.say(
                    "--visits-done: visits \(done) and \(done + 1) are both on \(date), and the "
                        + "claims of one day count together. \(advice)",
                    "--visits-done: las visitas \(done) y \(done + 1) son ambas del \(date), y los "
                        + "reclamos de un día cuentan juntos. \(advice)"
                )
            ]
        case .stillAhead(let visit, let date, let today, let done):
            let fewer =
                done > 0
                ? words.say(
                    "Write --visits-done \(done), which are those up to that day",
                    "Escriba --visits-done \(done), que son las hasta ese día"
                )
                : words.say(
                    "Leave --after out, as no visit is done by then",
                    "Quite --after, porque hasta ese día no hay visitas hechas"
                )
            return [
                words.say(
                    "--visits-done: visit \(visit) is on \(date), after \(today), the day of the "
                        + "quote, so it is not done yet. \(fewer); or, if it was done, "
                        + "--as-of \(date) or a later day",
                    "--visits-done: la visita \(visit) es del \(date), después del \(today), el día "
                        + "de la cotización, así que aún no está hecha. \(fewer); o, si se "
                        + "hizo, --as-of \(date) o un día posterior"
                )
            ]
        case .noPlan(let test):
            return [
                words.say(
                    "--test: \(test) bears on a plan of care, and the quote gives its visits. Leave "
                        + "--test and --improved out",
                    "--test: \(test) es para un plan de cuidado, y la cotización da sus visitas. "
                        + "Quite --test y --improved"
                )
            ]
        case .openCheckpoint(let open): return [open.line(words)]
        case .offer(let id):
            return [
                words.say(
                    "\(file): the quote was made under the offer \(id), which holds for the whole "
                        + "plan of care and not for a part of it. Make a new quote for the visits "
                        + "that are left, and take off what was paid in advance",
                    "\(file): la cotización se hizo con la oferta \(id), que vale para todo el plan "
                        + "de cuidado y no para una parte. Haga una cotización nueva para las "
                        + "visitas que faltan y reste lo pagado por adelantado"
                )
            ]
        case .screening(let error):
            let names = error.unknownItems.joined(separator: ", ")
            let known = error.known.joined(separator: ", ")
            return [
                words.say(
                    "--red-flag, --caution, --not-sure: \(names) is not a question of the "
                        + "screening. Write one of: \(known)",
                    "--red-flag, --caution, --not-sure: \(names) no es una pregunta sobre señales "
                        + "de alarma. Escriba una de: \(known)"
                )
            ]
        case .notSeparable(let visit):
            return [
                words.say(
                    "\(file): what visit \(visit) costs depends on more than what was used before "
                        + "it, such as a limit that leaves out a first visit. Write another "
                        + "--visits-done, or keep the quote of the whole plan of care",
                    "\(file): lo que cuesta la visita \(visit) depende de más que lo usado antes, "
                        + "como un límite que no cuenta la primera visita. Escriba otro "
                        + "--visits-done, o conserve la cotización de todo el plan de cuidado"
                )
            ]
        case .failed(let failure):
            return failure.under("/request").lines.map { "\(file): \($0)" }
        }
    }

    private func number(_ done: Int, of count: Int, words: Words) -> String {
        guard count >= 2 else {
            return words.say(
                "--visits-done: \(done), and the quote has "
                    + "\(count == 1 ? "1 visit" : "no visits"), so nothing can be left. Make a new "
                    + "quote",
                "--visits-done: \(done), y la cotización tiene "
                    + "\(count == 1 ? "1 visita" : "0 visitas"), así que no puede quedar nada. Haga "
                    + "una cotización nueva"
            )
        }
        return words.say(
            "--visits-done: \(done), and the quote has \(count) visits. "
                + "Write 1 to \(count - 1), so that some are done and some are left",
            "--visits-done: \(done), y la cotización tiene \(count) visitas. "
                + "Escriba de 1 a \(count - 1), para que unas estén hechas y otras falten"
        )
    }
}

/// Why a document is not a quote that was printed as JSON.
package enum EarlierQuoteProblem: Hashable, Sendable {
    /// It is larger than any quote.
    case tooLarge(bytes: Int)
    /// It is not JSON, told with the place.
    case notJSON(String)
    /// It has no name of twelve hexadecimal digits.
    case noName
    /// It has no request.
    case noRequest

    fileprivate func line(file: String, words: Words) -> String {
        let what =
            switch self {
            case .tooLarge(let bytes):
                words.say("holds more than \(bytes) bytes", "tiene más de \(bytes) bytes")
            case .notJSON(let place): words.say("is not JSON (\(place))", "no es JSON (\(place))")
            case .noName:
                words.say(
                    "has no id of twelve hexadecimal digits",
                    "no tiene un id de doce cifras hexadecimales"
                )
            case .noRequest:
                words.say("has no object under request", "no tiene un objeto en request")
            }
        return words.say(
            "\(file): \(what), so it is not a quote. "
                + "Write the file that carequote quote --format json printed",
            "\(file): \(what), así que no es una cotización. "
                + "Escriba el archivo que imprimió carequote quote --format json"
        )
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

extension OpenCheckpoint {
    /// What is not known, and what to write beside `--after`.
    fileprivate func line(_ words: Words) -> String {
        let goesOnIf =
            goesOnIf.map { " (" + $0.text(in: words.language).withoutFullStop + ")" } ?? ""
        return words.say(
            "--visits-done: \(words.visits(visitsDone)) of the plan are done, and nobody says whether "
                + "the checkpoint at visit \(visit) was met\(goesOnIf). Write --test \(test) "
                + "--improved yes, or --improved no, which ends the plan there",
            "--visits-done: van \(words.visits(visitsDone)) del plan, y nadie dice si se cumplió la "
                + "revisión de la visita \(visit)\(goesOnIf). Escriba --test \(test) --improved yes, o "
                + "--improved no, con lo que el plan termina ahí"
        )
    }
}
