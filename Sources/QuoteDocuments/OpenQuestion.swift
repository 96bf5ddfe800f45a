import CareModel
import CareQuote

/// Something that a quote took for granted and that somebody should ask about.
struct OpenQuestion: Hashable, Sendable {
    /// Why it is open.
    enum Kind: String, Hashable, Sendable {
        /// Nobody knows it.
        case unknown
        /// It was known too long ago.
        case stale
    }

    /// Where the request says so.
    let field: String
    let kind: Kind
    let question: String

    /// The questions that the notices of a quote leave open.
    static func all(in quote: Quote, words: Words) -> [OpenQuestion] {
        quote.notices.compactMap { notice in
            switch notice {
            case .priceAssumed(let line, let date, _):
                OpenQuestion(
                    field: "/assumePricesContinue",
                    kind: .unknown,
                    question: words.say(
                        "What is the price of \(words.name(of: line)) from "
                            + "\(words.fullDate(date)) on?",
                        "¿Cuál es el precio de \(words.name(of: line)) desde el "
                            + "\(words.fullDate(date))?"
                    )
                )
            case .verificationStale(let date, _):
                OpenQuestion(
                    field: "/coverage/0/verified/on",
                    kind: .stale,
                    question: words.say(
                        "Are the benefits still as they were on \(words.fullDate(date))?",
                        "¿Siguen los beneficios como el \(words.fullDate(date))?"
                    )
                )
            default: nil
            }
        }
    }
}
