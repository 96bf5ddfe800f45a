/// A term of a plan that nobody knows: its document says `"unknown"`.
///
/// What it can be lies between its ends: 0.00 and 9,999,999.99 of an amount, `"0"` and `"1"` of a
/// fraction, every case of a word, every count after which the visits of a plan of care are shared
/// in another way. Among them are those that cost a patient least and most. They are numbered from
/// 0, and `PlanDocument.plan(choosing:)` reads the plan at any of them.
public struct UnknownPlanTerm: Hashable, Sendable {
    /// The JSON pointer of the term in the plan, such as `/benefits/1/coinsurance`.
    public let pointer: String
    /// How many ends the term has, at least 2.
    public let choices: Int
    /// The count at each end, rising, of a term that counts visits, services or months; else empty.
    ///
    /// Of these many ends few matter to the visits of one request.
    public let counts: [Int]

    /// Creates a term.
    package init(pointer: String, choices: Int, counts: [Int] = []) {
        self.pointer = pointer
        self.choices = choices
        self.counts = counts
    }

    /// Whether the value at a pointer is the term, or would be a part of it.
    package func holds(_ pointer: String) -> Bool {
        pointer == self.pointer || pointer.hasPrefix(self.pointer + "/")
    }
}
