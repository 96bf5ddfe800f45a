import CareModel
import CareQuote

/// Finds the amounts of a quote by their JSON pointers.
struct AmountFinder {
    let made: MadeQuote
    let words: Words

    var quote: Quote { made.quote }

    /// Finds the amount that a pointer names.
    func find(_ pointer: String) throws(ExplanationError) -> ExplainedAmount {
        let tokens = pointer.split(separator: "/", omittingEmptySubsequences: false)
            .map(String.init)
        var refusal: String?
        var found: ExplainedAmount?
        if tokens.first == "", tokens.count > 1 {
            let rest = Array(tokens.dropFirst(2))
            switch tokens[1] {
            case "today" where rest.isEmpty: found = today()
            case "totals" where rest.count == 1: found = total(rest[0])
            case "visits" where rest.count > 1: found = visit(rest)
            case "range" where rest.count == 1: found = range(rest[0])
            case "waysToPay" where rest.count > 1:
                if let way = rest[0].pointerIndex.flatMap({ quote.waysToPay[checked: $0] }) {
                    refusal = way.refusal.map(words.refused)
                    if refusal == nil { found = amount(of: way, Array(rest.dropFirst())) }
                }
            case "unverified" where rest.count == 2: found = unverified(rest)
            case "projection":
                found = ExplainedCourse(rest, of: quote.projection).map { course in
                    ExplainedAmount(
                        amount: course.amount,
                        part: course.part,
                        visits: quote.visits.filter { $0.number <= course.outcome.visits },
                        course: course
                    )
                }
            case "accumulatorsAfter" where rest.count > 2: found = accumulator(rest)
            case "missedAppointment" where rest.isEmpty: found = missedAppointment()
            default: break
            }
        }
        guard let found else {
            throw ExplanationError(
                pointer: pointer,
                visits: quote.visits.count,
                ways: quote.waysToPay.count,
                refusal: refusal,
                outcomes: quote.projection?.outcomes.count ?? 0
            )
        }
        return found
    }

    private func total(_ name: String) -> ExplainedAmount? {
        LinePart(rawValue: name).map { part in
            ExplainedAmount(amount: quote.totals[part], part: part, visits: quote.visits)
        }
    }

    private func visit(_ path: [String]) -> ExplainedAmount? {
        guard let index = path[0].pointerIndex, let visit = quote.visits[checked: index] else {
            return nil
        }
        if path.count == 2, path[1] == "membershipFee" {
            let fee = quote.membershipFees[index]
            return ExplainedAmount(amount: fee, remarks: membership(fee))
        }
        guard let part = LinePart(rawValue: path[path.count - 1]) else { return nil }
        if path.count == 2 {
            return ExplainedAmount(amount: visit.amounts[part], part: part, visits: [visit])
        }
        guard path.count == 4, path[1] == "lines", let position = path[2].pointerIndex,
            let line = visit.lines[checked: position]
        else { return nil }
        return ExplainedAmount(
            amount: line.amounts[part],
            part: part,
            visits: [visit],
            line: position
        )
    }

    /// One end of what the patient pays over all that is not known.
    private func range(_ end: String) -> ExplainedAmount? {
        let range = quote.range
        let amount: Money
        let text: String
        switch end {
        case "low":
            amount = range.low
            text = words.say(
                "the least over all answers to the questions that are open",
                "lo menos con cualquier respuesta a las preguntas abiertas"
            )
        case "high":
            amount = range.high
            text = words.say(
                "the most over all answers to the questions that are open",
                "lo más con cualquier respuesta a las preguntas abiertas"
            )
        case "expected":
            amount = range.expected
            text = words.say(
                "nothing is taken as used yet, and every unknown term as it costs most",
                "no se da nada por usado aún, y cada término desconocido por lo que más cuesta"
            )
        default: return nil
        }
        guard !range.isExact else {
            var whole = total(of: quote.chosenWay)
            whole.remarks.insert(
                ExplainedAmount.Remark(
                    text: words.say(
                        "nothing that is not known changes it",
                        "nada que no se sepa lo cambia"
                    )
                ),
                at: 0
            )
            return whole
        }
        let remarks = [ExplainedAmount.Remark(text: text)] + words.questions(of: quote).map(ends)
        guard end == "expected" else { return ExplainedAmount(amount: amount, remarks: remarks) }
        var whole = total(of: quote.chosenWay)
        whole.remarks = remarks + whole.remarks
        return whole
    }

    /// A question with the totals to which its answers lead.
    private func ends(of question: OpenQuestion) -> ExplainedAmount.Remark {
        let ends = question.unverified.effect.map { effect in
            let low = effect.low.groupedText
            let high = effect.high.groupedText
            let worth = effect.worth.groupedText
            return words.say(
                " Between \(low) and \(high) in all; alone it changes up to \(worth).",
                " Entre \(low) y \(high) en total; por sí sola cambia hasta \(worth)."
            )
        }
        return ExplainedAmount.Remark(
            text: question.question + (ends ?? ""),
            source: question.field
        )
    }

    private func unverified(_ path: [String]) -> ExplainedAmount? {
        guard
            let question = path[0].pointerIndex.flatMap({ words.questions(of: quote)[checked: $0] }
            ),
            let effect = question.unverified.effect
        else { return nil }
        let amount: Money
        switch path[1] {
        case "low": amount = effect.low
        case "high": amount = effect.high
        case "worth": amount = effect.worth
        default: return nil
        }
        return ExplainedAmount(amount: amount, remarks: [ends(of: question)])
    }

    private func missedAppointment() -> ExplainedAmount? {
        quote.missedAppointment.map { fee in
            ExplainedAmount(
                amount: fee,
                remarks: [
                    ExplainedAmount.Remark(
                        text: words.say(
                            "the clinic's fee for an appointment that is missed",
                            "lo que cobra la clínica por una cita perdida"
                        ),
                        source: quote.request.clinic.map { "clinics/\($0)/charges.csv" }
                    )
                ]
            )
        }
    }
}

extension Array {
    /// The element at a position, or nothing where there is none.
    subscript(checked index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}

extension String {
    /// The index that a token of a JSON pointer names: digits without a leading zero (RFC 6901).
    var pointerIndex: Int? {
        guard !isEmpty, utf8.allSatisfy({ (48...57).contains($0) }), self == "0" || !hasPrefix("0")
        else { return nil }
        return Int(self)
    }
}
