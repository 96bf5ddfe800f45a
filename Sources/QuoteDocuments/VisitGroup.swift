import CareModel
import CareQuote

/// Visits that follow each other and cost the patient the same for the same reason.
struct VisitGroup {
    private(set) var visits: [QuotedVisit]
    let reason: VisitReason

    /// Groups the visits of a quote.
    static func groups(of quote: Quote, words: Words) -> [VisitGroup] {
        var groups: [VisitGroup] = []
        for visit in quote.visits {
            let reason = VisitReason(visit, in: quote, words: words)
            let last = groups.count - 1
            if last >= 0, reason.heading == nil, groups[last].reason.text == reason.text,
                groups[last].amount == visit.amounts.patientPays
            {
                groups[last].visits.append(visit)
            } else {
                groups.append(VisitGroup(visits: [visit], reason: reason))
            }
        }
        return groups
    }

    /// What each of the visits costs the patient.
    var amount: Money { visits.first?.amounts.patientPays ?? .zero }

    /// The numbers of the visits: `3`, `4-7`.
    var numbers: String {
        guard let first = visits.first, let last = visits.last else { return "" }
        return first.number == last.number
            ? "\(first.number)" : "\(first.number)-\(last.number)"
    }

    /// Why, with the capital word before it.
    var why: String {
        reason.heading.map { "\($0): \(reason.text)" } ?? reason.text
    }
}
