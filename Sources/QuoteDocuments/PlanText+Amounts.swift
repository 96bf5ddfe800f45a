import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

extension PlanText {
    /// The general deductible in a few words.
    var deductible: String {
        if document.isUnknown("/deductible") { return notKnown }
        guard let deductible = plan.deductible else { return words.say("none", "ninguno") }
        let year = plan.benefitPeriod.yearStart(containing: day)
        return tiers(
            individual: deductible.individual(inYearFrom: year),
            family: deductible.family,
            at: "/deductible"
        )
    }

    /// The out-of-pocket maximum in a few words.
    var maximum: String {
        if document.isUnknown("/outOfPocketMaximum") { return notKnown }
        guard let maximum = plan.outOfPocketMaximum else {
            return words.say(
                "none: the patient's part has no upper end",
                "ninguno: la parte del paciente no tiene tope"
            )
        }
        return tiers(
            individual: maximum.individual,
            family: maximum.family,
            at: "/outOfPocketMaximum"
        )
    }

    private func tiers(individual: Money?, family: Money?, at pointer: String) -> String {
        func amount(_ amount: Money?, _ name: String) -> String? {
            document.isUnknown("\(pointer)/\(name)") ? notKnown : amount?.groupedText
        }
        let parts = [
            amount(individual, "individual").map {
                words.say("\($0) a person", "\($0) por persona")
            },
            amount(family, "family").map { words.say("\($0) a family", "\($0) por familia") },
        ].compactMap { $0 }
        return parts.isEmpty ? words.say("none", "ninguno") : parts.joined(separator: ", ")
    }

    /// What else holds for the deductible.
    var deductibleTerms: [String] {
        guard let deductible = plan.deductible, !document.isUnknown("/deductible") else {
            return []
        }
        var lines: [String] = []
        for (category, amount) in deductible.byCategory.sorted(by: { $0.key < $1.key }) {
            let isUnknown = document.isUnknown("/deductible/byCategory/\(category)")
            let text = isUnknown ? notKnown : amount.groupedText
            let name = words.name(of: category)
            lines.append(words.say("\(text) for \(name)", "\(text) para \(name)"))
        }
        if deductible.hasFamilyCoverage, !document.isUnknown("/deductible/familyCoverage") {
            lines.append(words.say("the plan covers a family", "el plan cubre a una familia"))
        }
        if !document.isUnknown("/deductible/familyType") {
            switch deductible.familyType {
            case .embedded: break
            case .aggregate:
                lines.append(
                    words.say(
                        "of a family only the family's deductible counts",
                        "de una familia solo cuenta el deducible familiar"
                    )
                )
            case .perPerson:
                lines.append(
                    words.say("each person meets their own", "cada persona completa el suyo")
                )
            case .memberCount(let count):
                let count = document.isUnknown("/deductible/memberCount") ? notKnown : "\(count)"
                lines.append(
                    words.say(
                        "met for all once members have met theirs: \(count)",
                        "completo para todos cuando lo completan miembros: \(count)"
                    )
                )
            }
        }
        if deductible.order == .afterCoinsurance, !document.isUnknown("/deductible/order") {
            lines.append(
                words.say(
                    "taken after the patient's part of the whole",
                    "se toma después de la parte del paciente sobre el total"
                )
            )
        }
        if let carryover = deductible.carryover, !document.isUnknown("/deductible/carryover") {
            let isUnknown = document.isUnknown("/deductible/carryover/months")
            let months = isUnknown ? notKnown : "\(carryover.months)"
            lines.append(
                words.say(
                    "last months of a year that count for the next: \(months)",
                    "últimos meses del año que cuentan para el siguiente: \(months)"
                )
                    + (carryover.onlyIfNotMet
                        ? words.say(", only if it was not met", ", solo si no se completó") : "")
            )
        }
        return lines
    }

    /// Each limit in a line.
    var limits: [String] {
        plan.limits.enumerated().map { index, limit in
            func isUnknown(_ name: String) -> Bool {
                document.isUnknown("/limits/\(index)/\(name)")
            }
            let amount =
                isUnknown("maximum") || isUnknown("period")
                ? words.sort(of: limit) + ": " + notKnown : words.amount(of: limit)
            var parts = [words.audience == .desk ? "\(limit.id): \(amount)" : amount]
            if limit.kind == .notice, !isUnknown("kind") {
                parts.append(words.say("for a notice only", "solo como aviso"))
            }
            if limit.kind == .authorizationAfter, !isUnknown("kind") {
                parts.append(words.say("then with authorization", "luego con autorización"))
            }
            if limit.counting == .planPaid, !isUnknown("counting") {
                parts.append(
                    words.say(
                        "counting what the plan pays something for",
                        "cuenta lo que el plan paga en algo"
                    )
                )
            }
            if limit.unit == .dollars, !isUnknown("basis") {
                parts.append(
                    limit.dollarBasis == .planPaid
                        ? words.say("of what the plan pays", "de lo que paga el plan")
                        : words.say("of what the plan allows", "de lo que admite el plan")
                )
            }
            if limit.scope == .family, !isUnknown("scope") {
                parts.append(words.say("the family together", "toda la familia"))
            }
            if limit.excludesFirstVisit, !isUnknown("excludesFirstVisit") {
                parts.append(
                    words.say("the first visit does not count", "la primera visita no cuenta")
                )
            }
            return parts.joined(separator: ", ")
        }
    }
}
