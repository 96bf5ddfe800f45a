import CareCoverage
import CareModel
import CarePricing
import CareQuote

extension AmountFinder {
    /// What is collected at the first visit.
    func today() -> ExplainedAmount { today(of: quote.chosenWay) }

    /// An amount of a way to pay, by the rest of its pointer.
    func amount(of way: WayToPay, _ path: [String]) -> ExplainedAmount? {
        switch path[0] {
        case "total" where path.count == 1: return total(of: way)
        case "today" where path.count == 1: return today(of: way)
        case "schedule" where path.count == 3 && path[2] == "amount":
            return path[1].pointerIndex.flatMap { way.schedule[checked: $0] }.map { payment in
                due(payment.amount, on: payment.date, of: way)
            }
        case "ifStopped" where path.count == 3:
            return path[1].pointerIndex.flatMap { way.settlements[checked: $0] }
                .flatMap { settlement($0, part: path[2], of: way) }
        default: return nil
        }
    }

    /// What the whole costs this way.
    func total(of way: WayToPay) -> ExplainedAmount {
        var explained = ExplainedAmount(amount: way.total, visits: quote.visits)
        explained.otherLines = otherLines(of: way, visits: quote.visits)
        explained.remarks = described(way)
        if usesMembership(way) { explained.remarks += membership(quote.membershipFees.sum()) }
        if !leadsToLines(way) { explained.visits = [] }
        return explained
    }

    private func today(of way: WayToPay) -> ExplainedAmount {
        guard let first = quote.visits.first else { return ExplainedAmount(amount: way.today) }
        return due(way.today, on: first.date, of: way)
    }

    /// What is due on a day: the visits of the day with what is paid beside them, or one of several
    /// parts.
    private func due(_ amount: Money, on date: CalendarDate, of way: WayToPay) -> ExplainedAmount {
        let visits = quote.visits.filter { $0.date == date }
        var explained = ExplainedAmount(amount: amount, visits: visits)
        explained.otherLines = otherLines(of: way, visits: visits)
        let lines = explained.lines.map(\.line)
        let price = lines.map(\.amounts.patientPays).sum()
        let reimbursed =
            way.kind == .insurance ? lines.map(\.amounts.reimbursed).sum() : .zero
        let fee =
            usesMembership(way)
            ? zip(quote.visits, quote.membershipFees).filter { $0.0.date == date }.map(\.1).sum()
            : .zero
        if amount == price + reimbursed + fee, leadsToLines(way) {
            if way != quote.chosenWay { explained.remarks = described(way) }
            if reimbursed > .zero { explained.remarks.append(self.reimbursed(reimbursed, price)) }
            explained.remarks += membership(fee)
            return explained
        }
        explained.remarks = described(way) + [part(on: date, of: way)]
        if !leadsToLines(way) { explained.visits = [] }
        return explained
    }

    private func reimbursed(_ reimbursed: Money, _ price: Money) -> ExplainedAmount.Remark {
        ExplainedAmount.Remark(
            text: words.say(
                "the clinic collects it, and Medicare pays \(reimbursed.groupedText) of it back "
                    + "to the patient; the visit itself costs \(price.groupedText):",
                "la clínica lo cobra, y Medicare devuelve \(reimbursed.groupedText) al "
                    + "paciente; la visita misma cuesta \(price.groupedText):"
            )
        )
    }

    /// Which of the payments one is.
    private func part(on date: CalendarDate, of way: WayToPay) -> ExplainedAmount.Remark {
        let number = (way.schedule.firstIndex { $0.date == date } ?? 0) + 1
        let paid = way.schedule.map(\.amount).sum().groupedText
        let count = way.schedule.count
        let all = way.schedule.map { "\(words.day($0.date)) \($0.amount.groupedText)" }
            .joined(separator: ", ")
        return ExplainedAmount.Remark(
            text: words.say(
                "payment \(number) of \(count), \(paid) in all: \(all)",
                "pago \(number) de \(count), \(paid) en total: \(all)"
            )
        )
    }

    private func settlement(
        _ settlement: WayToPay.Settlement,
        part: String,
        of way: WayToPay
    ) -> ExplainedAmount? {
        let paid = way.schedule.filter { $0.date <= settlement.date }.map(\.amount).sum()
        let used = paid - settlement.refund + settlement.owed
        let text = words.say(
            "\(paid.groupedText) is paid up to visit \(settlement.visit), and "
                + "\(used.groupedText) of it is used",
            "hasta la visita \(settlement.visit) se pagaron \(paid.groupedText) y se usaron "
                + used.groupedText
        )
        let remarks = described(way) + [ExplainedAmount.Remark(text: text)]
        switch part {
        case "refund": return ExplainedAmount(amount: settlement.refund, remarks: remarks)
        case "owed": return ExplainedAmount(amount: settlement.owed, remarks: remarks)
        default: return nil
        }
    }

    /// How a way works, and for an offer where it stands.
    private func described(_ way: WayToPay) -> [ExplainedAmount.Remark] {
        var source: String?
        if case .offer(let offer) = way.kind { source = offer.place.description }
        return [ExplainedAmount.Remark(text: words.way(way), source: source)]
    }

    /// The fee of a discount plan, where there is one, with the term of the plan.
    func membership(_ fee: Money) -> [ExplainedAmount.Remark] {
        guard fee > .zero else { return [] }
        return quote.request.coverages.filter { $0.plan.membershipFee != nil }.map { coverage in
            ExplainedAmount.Remark(
                text: words.say(
                    "\(fee.groupedText) of it for the membership",
                    "\(fee.groupedText) de ello por la cuota"
                ),
                source: coverage.plan.place.appending("/membershipFee").description
            )
        }
    }

    private func usesMembership(_ way: WayToPay) -> Bool {
        way.kind == .insurance || way.kind == .discountPlan
    }

    /// Whether the lines add up to what the way costs; an offer has prices for several together.
    private func leadsToLines(_ way: WayToPay) -> Bool {
        guard case .offer = way.kind else { return true }
        return way == quote.chosenWay
            && quote.visits.map(\.amounts.patientPays).sum() == way.total
    }

    /// The lines at self-pay prices, where the way is not the one that the quote shows.
    private func otherLines(
        of way: WayToPay,
        visits: [QuotedVisit]
    ) -> [[AdjudicatedLine]]? {
        let isShownOtherwise = quote.request.primary != nil || quote.chosenWay.offerID != nil
        guard way.kind == .selfPay, isShownOtherwise else { return nil }
        return visits.map { visit in
            visit.lines.map { line in (try? line.priced.paidBySelf()) ?? line }
        }
    }
}
