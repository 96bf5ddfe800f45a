import CareComplexity
import CareModel

extension Estimator {
    /// The lines that a same-day rule refuses.
    ///
    /// A line that states what the plan allows overrides the tables, the rules among them; it is
    /// told as a notice and not refused.
    func refusedLines(of visits: [ArrangedVisit]) -> [QuoteProblem] {
        visits.flatMap { visit in
            rules.sameDayEdits.flatMap { edit in
                edit.findings(on: visit.lines).refused
                    .map { visit.lines[$0] }
                    .filter { $0.stated.allowed == nil }
                    .map { line in
                        .refused(
                            edit,
                            QuoteProblem.LineReference(
                                line: line,
                                visit: visit.number,
                                date: visit.date
                            )
                        )
                    }
            }
        }
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
        rules.sameDayEdits.compactMap { edit in
            let numbers = visits.filter { visit in
                let findings = edit.findings(on: visit.lines)
                return !findings.needsModifier.isEmpty || !findings.refused.isEmpty
            }
            .map(\.number)
            return numbers.isEmpty ? nil : .modifierNeeded(edit, visits: numbers)
        }
    }
}

extension ServiceLine {
    /// The line with further modifiers.
    func adding(_ modifiers: [Modifier]) -> ServiceLine {
        ServiceLine(
            service: service,
            code: code,
            category: category,
            units: units,
            modifiers: self.modifiers + modifiers,
            stated: stated,
            place: place
        )
    }
}
