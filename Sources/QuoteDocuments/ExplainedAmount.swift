import CareCoverage
import CareModel
import CarePricing
import CareQuote

/// An amount of a quote that a pointer names, with what leads to it.
struct ExplainedAmount {
    /// A sentence about the amount, and where it stands.
    struct Remark {
        let text: String
        var source: String?
    }

    let amount: Money
    /// The part of each line that adds to the amount.
    var part = LinePart.patientPays
    /// The visits whose lines lead to the amount.
    var visits: [QuotedVisit] = []
    /// The position of the only line that is asked about, in the only visit.
    var line: Int?
    /// The lines in place of those of the visits: what they cost in another way of paying.
    var otherLines: [[AdjudicatedLine]]?
    var remarks: [Remark] = []
    /// The course of a plan of care that a projected amount is for.
    var course: ExplainedCourse?

    /// The lines with their visits.
    var lines: [(visit: QuotedVisit, line: AdjudicatedLine)] {
        visits.enumerated().flatMap { index, visit in
            (otherLines?[index] ?? visit.lines).enumerated()
                .filter { line == nil || $0.offset == line }
                .map { (visit, $0.element) }
        }
    }
}
