import CareModel
import CareQuote

extension ComparisonText {
    /// Adds which entry costs least, or that what nobody knows decides it.
    func addCheapest(to page: inout TextPage) {
        let text: String
        switch comparison.cheapest {
        case .none:
            let amount = comparison.lowest.groupedText
            text = words.say(
                "none: each costs \(amount) in all.",
                "ninguno: cada uno cuesta \(amount) en total."
            )
        case .only(let entry):
            text = words.say(
                "\(heading(entry)): \(cost(of: entry)) in all, the only one that is allowed.",
                "\(heading(entry)): \(cost(of: entry)) en total, el único permitido."
            )
        case .certain(let cheapest, let next, let above):
            text = certain(cheapest, next: next, above: above)
        case .open(let entries):
            let choices = entries.map { "\(heading($0)) \(cost(of: $0))" }
            text = words.say(
                "not certain yet: \(choices.joined(separator: "; ")). Which of them costs least "
                    + "depends on what is not known: ask the insurer first, as each quote says.",
                "aún no es seguro: \(choices.joined(separator: "; ")). Cuál cuesta menos depende "
                    + "de lo que no se sabe: pregunte antes al seguro, como dice cada cotización."
            )
        }
        page.wrapped(text, after: words.say(" CHEAPEST  ", " EL MENOR  "))
    }

    private func certain(
        _ cheapest: [Comparison.Entry],
        next: Comparison.Entry,
        above: Money
    ) -> String {
        let ranges = (cheapest + [next]).map(\.made.quote.range)
        let names =
            cheapest.count == 1
            ? cheapest.map { "\(heading($0)): \(cost(of: $0))" }
            : [
                cheapest.map(heading).joined(separator: ", ")
                    + ": \(comparison.lowest.groupedText)"
            ]
        let start = names.joined() + words.say(" in all, ", " en total, ")
        guard above > .zero else {
            return start
                + words.say(
                    "never more than \(heading(next)).",
                    "nunca más que \(heading(next))."
                )
        }
        let less = above.groupedText
        guard ranges.allSatisfy(\.isExact) else {
            return start
                + words.say(
                    "at least \(less) less than \(heading(next)).",
                    "al menos \(less) menos que \(heading(next))."
                )
        }
        return start
            + words.say(
                "\(less) less than \(heading(next)).",
                "\(less) menos que \(heading(next))."
            )
    }

    /// What an entry costs in all, from its least to its most.
    private func cost(of entry: Comparison.Entry) -> String {
        let range = entry.made.quote.range
        guard !range.isExact else { return entry.patientPays.groupedText }
        let low = range.low.groupedText
        let high = range.high.groupedText
        return words.say("between \(low) and \(high)", "entre \(low) y \(high)")
    }

    /// Adds what cannot be had, and why.
    func addRefusals(to page: inout TextPage) {
        for entry in comparison.entries {
            guard let refused = comparison.refusal(of: entry) else { continue }
            page.wrapped(
                "\(heading(entry)): \(words.refused(refused.reason)) (\(heading(refused.because))).",
                after: words.say(" NOT ALLOWED  ", " NO PERMITIDO  ")
            )
        }
    }
}
