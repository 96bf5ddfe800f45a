import CareCoverage
package import CareModel
import CareQuote
package import PriceTableFiles

/// Writes the terms of a plan as a page of text.
package struct PlanText {
    let document: PlanDocument
    let day: CalendarDate
    let words: Words

    /// Creates the page of a plan.
    ///
    /// - Parameters:
    ///   - document: The plan, with the terms that nobody knows.
    ///   - day: The day on which it is asked about.
    ///   - words: The language and the reader.
    package init(_ document: PlanDocument, on day: CalendarDate, words: Words) {
        self.document = document
        self.day = day
        self.words = words
    }

    var plan: BenefitPlan { document.plan }

    /// What stands for a term that nobody knows.
    var notKnown: String { words.say("not known", "no se sabe") }

    /// The page, with a final line break.
    package func text() -> String {
        var page = TextPage()
        page.line(" \(plan.name)", right: plan.id)
        page.wrapped(standing, after: " ")
        add(words.say("DEDUCTIBLE", "DEDUCIBLE"), [deductible] + deductibleTerms, to: &page)
        add(
            words.say("OUT-OF-POCKET MAXIMUM", "MÁXIMO DE GASTOS PROPIOS"),
            [maximum],
            to: &page
        )
        add(words.say("LIMITS", "LÍMITES"), limits, to: &page)
        addBenefits(to: &page)
        if plan.type != .discountPlan {
            add(words.say("WITH ANOTHER PLAN", "CON OTRO PLAN"), [coordination], to: &page)
        }
        if let fee = plan.membershipFee {
            let amount = document.isUnknown("/membershipFee") ? notKnown : fee.groupedText
            add(
                words.say("MEMBERSHIP", "CUOTA"),
                [words.say("\(amount) a year", "\(amount) al año")],
                to: &page
            )
        }
        add(
            words.say("NOT KNOWN: ASK THE INSURER", "NO SE SABE: PREGUNTE AL SEGURO"),
            document.unknownTerms.map { words.question(term: $0.pointer, of: plan) },
            to: &page
        )
        add(words.say("SOURCE", "FUENTE"), source, to: &page)
        return page.text
    }

    private func addBenefits(to page: inout TextPage) {
        guard !plan.benefits.isEmpty else { return }
        page.line()
        page.line(words.say(" BENEFITS", " BENEFICIOS"))
        for (index, row) in plan.benefits.enumerated() {
            page.wrapped(PlanRowText(row, at: index, of: self).text(), after: "   - ")
        }
    }

    private func add(_ heading: String, _ lines: [String], to page: inout TextPage) {
        guard !lines.isEmpty else { return }
        page.line()
        page.line(" " + heading)
        for line in lines { page.wrapped(line, after: "   ") }
    }

    /// The sort of plan, its days, whose prices hold, and what it is by law.
    private var standing: String {
        let from = words.fullDate(plan.effectiveFrom)
        var parts = [
            words.name(of: plan.type),
            plan.effectiveThrough.map { end in
                let end = words.fullDate(end)
                return words.say("in force from \(from) to \(end)", "vigente del \(from) al \(end)")
            } ?? words.say("in force from \(from) on", "vigente desde el \(from)"),
        ]
        let next = words.day(plan.benefitPeriod.nextYearStart(after: day))
        parts.append(
            words.say("a new benefit year on \(next)", "nuevo año del plan el \(next)")
        )
        if let schedule = plan.feeSchedule, words.audience == .desk {
            parts.append(words.say("prices of \(schedule)", "precios de \(schedule)"))
        }
        if let state = plan.jurisdiction { parts.append(state) }
        if plan.isHSACompatible, !document.isUnknown("/hsaCompatible") {
            parts.append(
                words.say(
                    "goes with a health savings account",
                    "admite una cuenta de ahorros para la salud"
                )
            )
        }
        if plan.isFederalProgram, !document.isUnknown("/federalProgram") {
            parts.append(words.say("a federal program", "programa federal"))
        }
        return parts.joined(separator: " · ")
    }

    /// What the plan pays after another plan.
    private var coordination: String {
        if document.isUnknown("/coordination") { return notKnown }
        if plan.type == .medicarePartB {
            return words.say(
                "behind another plan it pays the lowest of what is left of the charge, of what it "
                    + "would pay alone, and of what is left of the higher allowed amount "
                    + "(42 CFR 411.33)",
                "tras otro plan paga lo menor de lo que queda del cargo, de lo que pagaría solo y "
                    + "de lo que queda del mayor monto admitido (42 CFR 411.33)"
            )
        }
        return switch plan.coordination {
        case .standard:
            words.say(
                "as the second plan it pays what it would alone, up to what is left of the bill",
                "como segundo plan paga lo que pagaría solo, hasta lo que queda de la factura"
            )
        case .basic:
            words.say(
                "as the second plan it pays what it would alone, up to what its own allowed amount "
                    + "leaves after the first plan",
                "como segundo plan paga lo que pagaría solo, hasta lo que deja su propio monto "
                    + "admitido tras el primer plan"
            )
        case .carveOut:
            words.say(
                "as the second plan it pays what it would alone, less what the first plan paid",
                "como segundo plan paga lo que pagaría solo, menos lo que pagó el primer plan"
            )
        case .maintenanceOfBenefits:
            words.say(
                "as the second plan it pays its part of what its allowed amount leaves after the "
                    + "first plan and its own deductible",
                "como segundo plan paga su parte de lo que deja su monto admitido tras el primer "
                    + "plan y su propio deducible"
            )
        case .medicaid:
            words.say(
                "it pays last, up to its own allowed amount; nobody owes the rest",
                "paga al final, hasta su propio monto admitido; nadie debe el resto"
            )
        case .medigap: medigap
        }
    }

    /// What a Medigap plan takes over of what Medicare leaves.
    private var medigap: String {
        guard let cover = plan.medigap else { return notKnown }
        let letter = cover.letter.rawValue
        let shares =
            cover.coversDeductible
            ? words.say("the deductible and the coinsurance", "el deducible y el coseguro")
            : words.say("the coinsurance", "el coseguro")
        let copay = cover.officeVisitCopay.groupedText
        let less =
            cover.officeVisitCopay > .zero
            ? words.say(
                ", less a copay of at most \(copay) for an office visit",
                ", menos un copago de como máximo \(copay) por una consulta"
            ) : ""
        return words.say(
            "by its letter \(letter) it takes over \(shares) that Medicare leaves\(less)",
            "según su letra \(letter) asume \(shares) que deja Medicare\(less)"
        )
    }

    private var source: [String] {
        var lines: [String] = []
        if words.audience == .desk { lines.append(plan.place.file) }
        if let source = plan.source { lines.append(source) }
        lines.append(
            plan.verifiedOn.map { date in
                let date = words.fullDate(date)
                return words.say(
                    "checked with the insurer \(date)",
                    "comprobado con el seguro el \(date)"
                )
            }
                ?? words.say(
                    "nobody recorded when it was checked with the insurer",
                    "no consta cuándo se comprobó con el seguro"
                )
        )
        return lines
    }
}
