import CareQuote

/// The letters by which a picture refers to what happens at a visit: one for each visit at which
/// something does, in order.
struct EventMarks: Hashable, Sendable {
    private let visits: [Int]

    /// Marks what happens at the visits of a picture; beyond the alphabet nothing is marked.
    init(_ events: [QuoteEvent], at drawn: [QuotedVisit]) {
        let happening = Set(events.map(\.visit)).intersection(drawn.map(\.number))
        visits = Array(happening.sorted().prefix(26))
    }

    /// The letter of what happens at a visit.
    func letter(of visit: Int) -> String? {
        guard let index = visits.firstIndex(of: visit) else { return nil }
        return String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
    }
}
