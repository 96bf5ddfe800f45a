import CareCoverage
import CareModel

extension Words {
    /// The question about a term of a plan, by its pointer, such as `/benefits/1/coinsurance`.
    func question(term pointer: String, of plan: BenefitPlan?) -> String {
        let path = pointer.split(separator: "/").map(String.init)
        let index = path.dropFirst().first.flatMap(Int.init)
        let key = path.dropFirst(2).joined(separator: "/")
        let text: String?
        var about: String?
        switch path.first {
        case "benefits":
            text = rowTerm(key)
            let row = index.flatMap { plan?.benefits[checked: $0] }
            about = row.map {
                say(" for \(name(of: $0.selector))", " para \(name(of: $0.selector))")
            }
        case "limits":
            text = limitTerm(key)
            about = index.flatMap { plan?.limits[checked: $0] }.map { " (\(sort(of: $0)))" }
        case "deductible" where path.count == 3 && path[1] == "byCategory":
            text = planTerm("deductible")
            about = ServiceCategory(path[2]).map {
                say(" for \(name(of: $0))", " de \(name(of: $0))")
            }
        default: text = planTerm(path.joined(separator: "/"))
        }
        let asked =
            text
            ?? say("What do the plan's other terms say", "Qué dicen los demás términos del plan")
        return say("", "¿") + asked + (about ?? "") + "?"
    }

    /// What is asked about a term of a benefit row; nothing for a term that is not known here.
    private func rowTerm(_ key: String) -> String? {
        switch key {
        case "category", "services", "codes":
            say("Which services do these terms hold for", "Para qué servicios valen estos términos")
        case "diagnoses":
            say("For which diagnoses does the plan pay", "Para qué diagnósticos paga el plan")
        case "network":
            say(
                "Do the plan's terms hold in the network, outside it, or both",
                "Los términos del plan valen en la red, fuera de ella o en ambos casos"
            )
        case "coverage":
            say("Does the plan cover anything", "El plan cubre algo")
        case "copay", "copay/amount":
            say("How much is the copay", "De cuánto es el copago")
        case "copay/basis":
            say(
                "Is the copay for each visit, service or unit",
                "El copago es por visita, servicio o unidad"
            )
        case "copay/deductible":
            say(
                "Does the deductible come before or after the copay, or not at all",
                "El deducible va antes o después del copago, o no se aplica"
            )
        case "copay/capFractionOfAllowed":
            say(
                "What part of the price may the copay take at most",
                "Qué parte del precio puede tomar el copago como máximo"
            )
        case "copay/absorbs":
            say(
                "What else does the copay of a visit cover",
                "Qué más cubre el copago de una visita"
            )
        case "coinsurance":
            say("What part of the price is the patient's", "Qué parte del precio paga el paciente")
        case "coinsuranceBase":
            say(
                "Is the patient's part one of the whole price, or of what deductible and copay leave",
                "La parte del paciente es del precio entero o de lo que dejan el deducible y el copago"
            )
        case "planPaysFixed":
            say("How much does the plan pay for a service", "Cuánto paga el plan por servicio")
        case "deductibleApplies":
            say("Does the deductible apply", "Se aplica el deducible")
        case "countsTowardOutOfPocketMaximum":
            say(
                "Does the patient's share count toward the out-of-pocket maximum",
                "La parte del paciente cuenta para el máximo de gastos propios"
            )
        case "waivedAfterOutOfPocketMaximum":
            say(
                "Does the patient stop paying once the out-of-pocket maximum is met",
                "El paciente deja de pagar al llegar al máximo de gastos propios"
            )
        case "limits":
            say("Which limits does the plan have", "Qué límites tiene el plan")
        case "afterExhaustion":
            say(
                "Which price holds once covered use ends",
                "Qué precio vale al terminar lo cubierto"
            )
        case "writeOffAfterExhaustion":
            say(
                "Does the contract's discount still hold once a limit is used up",
                "El descuento del contrato sigue valiendo al agotarse un límite"
            )
        case "maintenance":
            say("Is maintenance care covered", "Se cubre el cuidado de mantenimiento")
        case "authorization", "authorization/required":
            say("Does the plan need an authorization", "El plan exige una autorización")
        case "authorization/afterVisit":
            say(
                "After how many visits does the plan need an authorization",
                "Tras cuántas visitas exige el plan una autorización"
            )
        case "authorization/ifMissing":
            say("Who pays if an authorization is missing", "Quién paga si falta una autorización")
        case "authorization/ifMissing/penaltyFraction":
            say(
                "How much less does the plan pay if an authorization is missing",
                "Cuánto menos paga el plan si falta una autorización"
            )
        case "referralRequired":
            say("Does the plan need a referral", "El plan exige una remisión")
        case "waitingPeriodMonths":
            say("How long is the waiting period", "Cuánto dura el período de espera")
        case "outOfNetworkAllowed", "outOfNetworkAllowed/fractionOfCharge",
            "outOfNetworkAllowed/fractionOfMedicare":
            say("What does the plan allow out of network", "Qué admite el plan fuera de la red")
        default: nil
        }
    }

    /// What is asked about a term of the whole plan.
    private func planTerm(_ key: String) -> String? {
        switch key {
        case "deductible", "deductible/individual":
            say("How much is the deductible", "De cuánto es el deducible")
        case "deductible/family":
            say("How much is the family's deductible", "De cuánto es el deducible familiar")
        case "deductible/familyType":
            say(
                "How do the deductibles of the family and of each member go together",
                "Cómo se combinan el deducible familiar y el de cada miembro"
            )
        case "deductible/memberCount":
            say(
                "How many members of the family have to meet their deductible",
                "Cuántos miembros de la familia deben completar su deducible"
            )
        case "deductible/familyCoverage":
            say(
                "Does the plan cover one person or a family",
                "El plan cubre a una persona o a una familia"
            )
        case "deductible/order":
            say(
                "Does the deductible come before or after the patient's part",
                "El deducible va antes o después de la parte del paciente"
            )
        case "deductible/carryover", "deductible/carryover/months":
            say(
                "Which months of a year count toward the next year's deductible",
                "Qué meses de un año cuentan para el deducible del siguiente"
            )
        case "deductible/carryover/onlyIfNotMet":
            say(
                "Do those months count only if the deductible was not met",
                "Esos meses cuentan solo si el deducible no se completó"
            )
        case "outOfPocketMaximum", "outOfPocketMaximum/individual":
            say("How much is the out-of-pocket maximum", "De cuánto es el máximo de gastos propios")
        case "outOfPocketMaximum/family":
            say(
                "How much is the family's out-of-pocket maximum",
                "De cuánto es el máximo familiar de gastos propios"
            )
        case "hsaCompatible":
            say(
                "Does the plan go with a health savings account",
                "El plan admite una cuenta de ahorros para la salud"
            )
        case "coordination":
            say(
                "What does this plan pay after another plan has paid",
                "Qué paga este plan después de que pagó otro"
            )
        case "federalProgram":
            say("Does a federal program pay for the plan", "Paga el plan un programa federal")
        case "membershipFee":
            say("How much is the membership for a year", "De cuánto es la cuota de un año")
        case "medigapLetter":
            say("Which letter does the Medigap plan have", "Qué letra tiene el plan Medigap")
        default: nil
        }
    }

    /// What is asked about a term of a limit.
    private func limitTerm(_ key: String) -> String? {
        switch key {
        case "maximum":
            say("How much does the plan cover in a period", "Cuánto cubre el plan en un período")
        case "period":
            say("When does the count start anew", "Cuándo empieza de nuevo la cuenta")
        case "counting":
            say(
                "Does a visit count if the plan pays nothing for it",
                "Cuenta una visita por la que el plan no paga nada"
            )
        case "basis":
            say(
                "Does the limit count what the plan pays, or what it allows",
                "El límite cuenta lo que el plan paga o lo que admite"
            )
        case "scope":
            say(
                "Does the limit hold for the patient or for the family together",
                "El límite es del paciente o de toda la familia"
            )
        case "excludesFirstVisit":
            say("Does the first visit count", "Cuenta la primera visita")
        case "kind":
            say("What happens once the limit is used up", "Qué pasa al agotarse el límite")
        default: nil
        }
    }
}
