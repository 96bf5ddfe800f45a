package import CareModel
package import CareQuote

/// The questions that come before any price, asked one by one.
///
/// It ends at the first emergency sign, because what is still unasked must not hold up the
/// patient; any other sign lets the questions go on, so that a graver one is still found.
package struct ScreeningInterview {
    /// How the questions stand.
    package enum State: Hashable, Sendable {
        /// This question is asked next.
        case asks(ScreeningItem)
        /// The answers lead to this.
        case isOver(ScreeningResult)
        /// An answer was not understood too often.
        case isNotUnderstood(ScreeningItem)
    }

    /// An answer to a question.
    package enum Answer: Hashable, Sendable {
        case yes, no, notSure

        /// Reads an answer as it is typed, in either language whatever the page's.
        package init?(_ text: String) {
            let words = text.lowercased().split { $0.isWhitespace || ".!,".contains($0) }
            switch words.joined(separator: " ") {
            case "y", "yes", "s", "si", "sí": self = .yes
            case "n", "no": self = .no
            case "?", "not sure", "unsure", "no se", "no sé", "no estoy seguro",
                "no estoy segura":
                self = .notSure
            default: return nil
            }
        }
    }

    /// How often one question is asked before the interview ends without a result.
    package static let mostTries = 3

    private let screening: Screening
    private let questions: [ScreeningItem]
    private let askedOn: CalendarDate
    private var given: [Answer] = []
    private var tries = 0

    /// Begins to ask.
    ///
    /// - Parameters:
    ///   - screening: The questions, and what their answers mean.
    ///   - region: The part of the body that the complaint is about; all questions are asked where
    ///     nobody says.
    ///   - askedOn: The day.
    package init(_ screening: Screening, region: BodyRegion?, askedOn: CalendarDate) {
        self.screening = screening
        self.askedOn = askedOn
        questions = region.map(screening.questions) ?? screening.items
    }

    /// How many questions are not answered.
    package var left: Int { questions.count - given.count }

    /// How the questions stand.
    package var state: State {
        if hasEmergency || left == 0 { return .isOver(result) }
        let next = questions[given.count]
        return tries < ScreeningInterview.mostTries ? .asks(next) : .isNotUnderstood(next)
    }

    /// The answers so far, every other question being answered with no.
    package var answers: ScreeningAnswers {
        ScreeningAnswers(
            askedOn: askedOn,
            present: ids(of: .yes),
            notSure: ids(of: .notSure)
        )
    }

    /// What the answers say where they were broken off: to seek care first, or nothing.
    package var careFirst: ScreeningResult? {
        result.outcome == .seekCareFirst ? result : nil
    }

    /// Why answers that were broken off lead to nothing, and what to do.
    package var brokenOff: String {
        let questions = left == 1 ? "1 question is" : "\(left) questions are"
        let why: String
        if case .isNotUnderstood(let item) = state {
            why = "no answer to \(item.id) was understood, and \(questions) left"
        } else {
            why = "the answers ended, and \(questions) left"
        }
        return "\(why): the screening counts as not asked. Begin anew, and answer each with y, n "
            + "or ?"
    }

    /// The next question as it is asked.
    ///
    /// - Parameter words: The language.
    /// - Returns: The question, or how it can be answered where that was not understood.
    package func prompt(_ words: Words) -> String? {
        guard case .asks(let item) = state else { return nil }
        let again = words.say(
            "Please answer y (yes), n (no) or ? (not sure). ",
            "Responda s (sí), n (no) o ? (no sé). "
        )
        let question = item.question.text(in: words.language)
        var page = TextPage()
        page.wrapped(
            (tries > 0 ? again : "") + question + words.say(" [y/n/?]", " [s/n/?]"),
            after: "\(given.count + 1)/\(questions.count)  "
        )
        // The answer is typed behind it, on the same line.
        return page.text.dropLast() + " "
    }

    /// Takes an answer as it was typed.
    package mutating func answer(_ text: String) {
        guard case .asks = state else { return }
        guard let answer = Answer(text) else {
            tries += 1
            return
        }
        tries = 0
        given.append(answer)
    }

    private func ids(of answer: Answer) -> Set<String> {
        Set(zip(questions, given).filter { $0.1 == answer }.map(\.0.id))
    }

    private var hasEmergency: Bool {
        zip(questions, given).contains { $0.tier == .emergency && $1 != .no }
    }

    private var result: ScreeningResult {
        // Every name is one of the questions', so that the answers have a result; without one, no
        // plan and no price is said to be possible.
        let result = try? screening.result(of: answers)
        return result ?? ScreeningResult(outcome: .seekCareFirst, tier: nil, messages: [])
    }
}
