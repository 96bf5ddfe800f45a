import CareCoverage
import CareModel
import CareQuote

extension QuoteWords {
    /// Today's amount, what a plan of care most likely comes to, what all visits cost, and what
    /// visits that keep up a gain cost beside them.
    var figures: [Figure] {
        [today] + [headline].compactMap { $0 } + [whole] + [maintenance].compactMap { $0 }
    }

    private var today: Figure {
        Figure(label: words.say("TODAY", "HOY"), amount: quote.today, remark: todayRemark)
    }

    /// The headline of a plan of care, and how many go on after it.
    private var headline: Figure? {
        guard let projection, let headline = projection.headline else { return nil }
        let remarks = [projection.mostLikely, remark(on: headline.range) ?? ""]
        return Figure(
            label: words.say(
                "BY VISIT \(headline.visits) YOU PAY",
                "A LA VISITA \(headline.visits) PAGA"
            ),
            amount: headline.patientPays,
            remark: remarks.filter { !$0.isEmpty }.joined(separator: "; "),
            note: projection.goingOn
        )
    }

    /// The range of the whole, what the plans pay, and the full price.
    private var whole: Figure {
        // Visits that keep up a gain have a figure of their own.
        let totals =
            quote.projection?.maintenance == nil
            ? quote.totals
            : quote.visits.filter { $0.careType == .active }.map(\.amounts).total()
        let longest = quote.projection?.outcomes.last
        let charge = totals.charge.groupedText
        let remarks =
            [remark(on: longest?.range ?? quote.range)].compactMap { $0 } + paidByPlans(totals)
            + [words.say("full price \(charge)", "precio completo \(charge)")]
        return Figure(
            label: labelOfWhole,
            amount: longest?.patientPays ?? quote.chosenWay.total,
            remark: remarks.joined(separator: ", ")
        )
    }

    /// What the whole is called: after a caution there is no plan, only an exam, and where no plan is
    /// published, one visit.
    private var labelOfWhole: String {
        guard let projected = quote.projection else {
            if let left = quote.maintenanceLeft?.visits {
                return left == 1
                    ? words.say("THE LAST, YOU PAY", "POR LA ÚLTIMA PAGA")
                    : words.say("ALL \(left) LEFT YOU PAY", "FALTAN \(left), PAGA")
            }
            guard quote.screening.outcome != .clinicianDecides else {
                return words.say("THE EXAM, YOU PAY", "POR EL EXAMEN PAGA")
            }
            return quote.visits.count == 1
                ? words.say("ONE VISIT, YOU PAY", "POR UNA VISITA PAGA")
                : words.say("WHOLE PLAN, YOU PAY", "EN TOTAL USTED PAGA")
        }
        let all = projected.outcomes.last?.visits ?? 0
        let done = projected.plan.visitsDone
        return switch (done, all - done) {
        case (0, _): words.say("ALL \(all), YOU PAY", "LAS \(all), PAGA")
        case (_, 1): words.say("THE LAST, YOU PAY", "POR LA ÚLTIMA PAGA")
        case (_, let left): words.say("ALL \(left) LEFT YOU PAY", "FALTAN \(left), PAGA")
        }
    }

    private var maintenance: Figure? {
        projection?.maintenance.map { upkeep in
            Figure(
                label: words.say("MAINTENANCE", "MANTENIMIENTO"),
                amount: upkeep.amount,
                remark: upkeep.remark
            )
        }
    }

    /// What is open of an amount; nothing where it is exact.
    func remark(on range: AmountRange) -> String? {
        guard !range.isExact else { return nil }
        let low = range.low.groupedText
        let high = range.high.groupedText
        return words.say(
            "between \(low) and \(high) until the questions below are answered",
            "entre \(low) y \(high) hasta responder las preguntas de abajo"
        )
    }

    /// What explains today's amount: the offer, the payer, or what of the deductible is left.
    private var todayRemark: String {
        if case .offer(let offer) = quote.chosenWay.kind {
            return [offer.words.text(in: words.language), partRemark].compactMap { $0 }
                .joined(separator: "; ")
        }
        if let partRemark { return partRemark }
        guard quote.request.primary != nil else {
            return words.say("the self-pay price", "el precio sin seguro")
        }
        if let payerRemark { return payerRemark }
        return deductibleRemark + membership
    }

    private var deductibleRemark: String {
        guard let left = quote.deductibleLeft else {
            return words.say("your plan has no deductible", "su plan no tiene deducible")
        }
        let isUnknown = quote.unverified.contains { open in
            guard open.coverage == 0, case .term(let term) = open.subject else { return false }
            return term.hasPrefix("/deductible")
        }
        if isUnknown {
            return words.say(
                "how much the deductible is, is not known",
                "no se sabe de cuánto es el deducible"
            )
        }
        let isOpen = quote.unverified.contains { open in
            open.coverage == 0
                && (open.subject == .figure(.deductible)
                    || open.subject == .figure(.familyDeductible))
                && open.kind == .unknown
        }
        if isOpen {
            return words.say(
                "if nothing of your \(left.groupedText) deductible is met yet",
                "si aún no ha pagado nada de su deducible de \(left.groupedText)"
            )
        }
        return left == .zero
            ? words.say("your deductible is met", "su deducible está completo")
            : words.say(
                "\(left.groupedText) of your deductible is still to pay",
                "faltan \(left.groupedText) de su deducible"
            )
    }
}
