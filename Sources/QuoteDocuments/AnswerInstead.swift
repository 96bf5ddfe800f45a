package import JSONText

/// What is said instead of a quote, in each form in which a quote is given.
package protocol AnswerInstead {
    /// The answer as a page.
    func text(_ words: Words) -> String
    /// The answer as JSON.
    func json(_ words: Words, layout: JSONWriter.Layout) -> [UInt8]
    /// The answer as rows.
    func csv(_ words: Words) -> String
    /// The answer as a page of HTML.
    func html(_ words: Words) -> String
}

extension CareFirst: AnswerInstead {}

extension PlanEnded: AnswerInstead {}
