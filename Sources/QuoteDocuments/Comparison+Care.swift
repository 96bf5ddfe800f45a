import CareComplexity
import CareCoverage
import CareModel
import CareQuote

extension Comparison.Entry {
    /// Whether patients who leave by themselves are counted, which lowers what half of them pay.
    var countsLeavers: Bool { made.quote.request.care?.attendance == .typical }
}

extension Comparison {
    /// Checks that every entry is for the care of the first: the same visits on the same dates.
    ///
    /// How a payer counts minutes may differ, and so may prices and modifiers; what is done may not.
    func checkCare() throws(ComparisonError) {
        guard let first = entries.first else { return }
        let differences = entries.dropFirst().compactMap { entry in
            difference(between: entry, and: first)
        }
        guard differences.isEmpty else { throw .notTheSameCare(differences) }
    }

    private func difference(between entry: Entry, and first: Entry) -> String? {
        let own = ComparedVisit.visits(of: entry.made.quote)
        let other = ComparedVisit.visits(of: first.made.quote)
        for (index, (left, right)) in zip(own, other).enumerated() where left != right {
            return "\(entry.name): not the same care as \(first.name): visit \(index + 1) is "
                + "\(left) here and \(right) there. Write the same visits in both"
        }
        guard own.count != other.count else { return nil }
        let more = own.count > other.count ? own[other.count] : other[own.count]
        return "\(entry.name): not the same care as \(first.name): \(own.count) visits here and "
            + "\(other.count) there, and visit \(min(own.count, other.count) + 1), \(more), is only "
            + "\(own.count > other.count ? "here" : "there"). Write the same visits in both"
    }
}

/// A visit as far as it has to be the same in requests that are compared.
private struct ComparedVisit: Hashable, CustomStringConvertible {
    private let date: CalendarDate
    private let kind: VisitKind
    private let careType: CareType
    private let content: Content

    /// What is done: a session as it is described, or services with their units.
    private enum Content: Hashable {
        case session(Session)
        case services([String])
    }

    static func visits(of quote: Quote) -> [ComparedVisit] {
        let inOrder = quote.request.visits.enumerated().sorted { left, right in
            (left.element.date, left.offset) < (right.element.date, right.offset)
        }
        return zip(inOrder.map(\.element), quote.visits).map { ComparedVisit($0, quoted: $1) }
    }

    private init(_ requested: RequestedVisit, quoted: QuotedVisit) {
        date = quoted.date
        careType = quoted.careType
        switch requested.contents {
        case .session(let session):
            kind = quoted.kind
            content = .session(session)
        case .consultation:
            kind = quoted.kind
            content = .services([])
        case .services(let lines):
            // A kind beside services changes nothing of what is billed.
            kind = .followUp
            content = .services(
                lines.map { line in line.units == 1 ? line.name : "\(line.units) × \(line.name)" }
                    .sorted()
            )
        }
    }

    var description: String {
        let care = careType == .maintenance ? ", maintenance" : ""
        switch content {
        case .services(let names): return "\(date)\(care) (\(names.joined(separator: ", ")))"
        case .session(let session):
            var parts: [String] = []
            if let regions = session.spinalRegions { parts.append("\(regions) spinal regions") }
            if session.isExtraspinal { parts.append("extraspinal") }
            if session.technique != .manipulation { parts.append(session.technique.rawValue) }
            parts += session.timed.map { "\($0.minutes) minutes of \($0.service)" }
            parts += session.other.map(\.description)
            let kind = kind == .followUp ? "" : ", \(kind.rawValue)"
            return "\(date)\(kind)\(care) (\(parts.joined(separator: ", ")))"
        }
    }
}
