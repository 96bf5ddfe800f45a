import CareComplexity
import CareModel

extension Estimator {
    /// The lines that a same-day rule refuses; two visits on one date are one day.
    ///
    /// A line that states what the plan allows overrides the tables, the rules among them; it is
    /// told as a notice and not refused.
    func refusedLines(of visits: [ArrangedVisit]) -> [QuoteProblem] {
        days(of: visits).flatMap { day in
            rules.sameDayEdits.flatMap { edit in
                edit.findings(on: day.map(\.line)).refused
                    .map { day[$0] }
                    .filter { $0.line.stated.allowed == nil }
                    .map { .refused(edit, $0) }
            }
        }
    }

    /// The lines of each date with their visits, in the order of the claims.
    private func days(of visits: [ArrangedVisit]) -> [[QuoteProblem.LineReference]] {
        var days: [[QuoteProblem.LineReference]] = []
        for visit in visits {
            let lines = visit.lines.map { line in
                QuoteProblem.LineReference(line: line, visit: visit.number, date: visit.date)
            }
            if let last = days.last?.last, last.date == visit.date {
                days[days.count - 1] += lines
            } else {
                days.append(lines)
            }
        }
        return days
    }

    /// The lines of a session with the modifiers that rules take as understood.
    func withUnderstoodModifiers(_ lines: [ServiceLine]) -> [ServiceLine] {
        var added: [Int: [Modifier]] = [:]
        for edit in rules.sameDayEdits {
            guard case .modifier(let modifiers, _, true) = edit.demand, let first = modifiers.first
            else { continue }
            for index in edit.findings(on: lines).needsModifier {
                added[index, default: []].append(first)
            }
        }
        return lines.enumerated().map { index, line in
            added[index].map(line.adding) ?? line
        }
    }

    /// What the rules say of lines that the request wrote out itself.
    func editNotices(on visits: [ArrangedVisit]) -> [Notice] {
        let days = days(of: visits)
        return rules.sameDayEdits.compactMap { edit in
            var numbers: [Int] = []
            for day in days {
                let findings = edit.findings(on: day.map(\.line))
                for index in findings.needsModifier + findings.refused
                where !numbers.contains(day[index].visit) {
                    numbers.append(day[index].visit)
                }
            }
            return numbers.isEmpty ? nil : .modifierNeeded(edit, visits: numbers)
        }
    }
}
