import CareCoverage
import CareModel
import CareQuote

/// An open question of a quote in words.
struct OpenQuestion: Hashable, Sendable {
    /// Where the answer is to be written.
    let field: String
    let question: String
    let unverified: Unverified
}

extension Words {
    /// The open questions of a quote, the most valuable first.
    func questions(of quote: Quote) -> [OpenQuestion] {
        quote.unverified.map { open in
            let coverages = quote.request.coverages
            let coverage = open.coverage < coverages.count ? coverages[open.coverage] : nil
            return OpenQuestion(
                field: field(of: open, coverage),
                question: question(open, coverage, isOneOfTwo: coverages.count == 2),
                unverified: open
            )
        }
    }

    private func field(of open: Unverified, _ coverage: PatientCoverage?) -> String {
        switch open.subject {
        case .figure(let need):
            need.isOfCoverage ? (coverage?.place.pointer ?? "") + need.pointer : need.pointer
        case .term(let pointer): coverage?.plan.place.appending(pointer).pointer ?? pointer
        case .price: "/assumePricesContinue"
        }
    }

    private func question(
        _ open: Unverified,
        _ coverage: PatientCoverage?,
        isOneOfTwo: Bool
    ) -> String {
        let text: String
        switch open.subject {
        case .figure(let need):
            let asked = question(need)
            let isStale = open.kind == .stale
            text =
                isStale
                ? say("Still as told? ", "¿Sigue igual? ") + asked : asked
        case .term(let pointer): text = question(term: pointer, of: coverage?.plan)
        case .price(let line, let date):
            return say(
                "What is the price of \(name(of: line)) from \(fullDate(date)) on?",
                "¿Cuál es el precio de \(name(of: line)) desde el \(fullDate(date))?"
            )
        }
        guard isOneOfTwo, let plan = coverage?.plan, open.subject != .figure(.diagnosis) else {
            return text
        }
        return "\(plan.name): \(text)"
    }

    /// The question about what of a plan has been used.
    func question(_ need: AccumulatorNeed) -> String {
        switch need {
        case .deductible:
            say("How much of the deductible is met?", "¿Cuánto del deducible está cubierto?")
        case .familyDeductible:
            say(
                "How much of the family's deductible is met?",
                "¿Cuánto del deducible familiar está cubierto?"
            )
        case .membersMet:
            say(
                "How many members of the family have met their deductible?",
                "¿Cuántos miembros de la familia completaron su deducible?"
            )
        case .categoryDeductible(let category):
            say(
                "How much of the \(category) deductible is met?",
                "¿Cuánto del deducible de \(category) está cubierto?"
            )
        case .outOfPocket:
            say(
                "How much counts toward the out-of-pocket maximum so far?",
                "¿Cuánto cuenta ya para el máximo de gastos propios?"
            )
        case .familyOutOfPocket:
            say(
                "How much counts toward the family's out-of-pocket maximum so far?",
                "¿Cuánto cuenta ya para el máximo familiar de gastos propios?"
            )
        case .carryoverMonths:
            say(
                "How much did each of the last months put toward the deductible?",
                "¿Cuánto sumó al deducible cada uno de los últimos meses?"
            )
        case .authorizationVisits:
            say(
                "How many visits of the authorization are used?",
                "¿Cuántas visitas de la autorización se usaron?"
            )
        case .benefitVisits(let category):
            say(
                "On how many dates was \(category) covered so far?",
                "¿En cuántas fechas se cubrió ya \(category)?"
            )
        case .diagnosis:
            say(
                "Which diagnosis (ICD-10-CM code) is the care for?",
                "¿Para qué diagnóstico (código CIE-10-CM) es el cuidado?"
            )
        case .limit(let limit): question(limit)
        }
    }

    private func question(_ limit: UsageLimit) -> String {
        if limit.unit == .dollars {
            let whole = Money(cents: limit.maximum).groupedText
            return say(
                "How much of the \(whole) of \(limit.id) is used?",
                "¿Cuánto de los \(whole) de \(limit.id) se usó?"
            )
        }
        if limit.period == .rolling12Months {
            return say(
                "On which dates of the last twelve months was \(limit.id) used?",
                "¿En qué fechas de los últimos doce meses se usó \(limit.id)?"
            )
        }
        let unit = limit.unit == .visits ? say("visits", "visitas") : say("services", "servicios")
        return say(
            "How many of the \(limit.maximum) \(unit) of \(limit.id) are used?",
            "¿Cuántas de las \(limit.maximum) \(unit) de \(limit.id) se usaron?"
        )
    }

    /// The question about a term of a plan, by its pointer, such as `/benefits/1/coinsurance`.
    private func question(term pointer: String, of plan: BenefitPlan?) -> String {
        let path = pointer.split(separator: "/").map(String.init)
        let isInRow = path.first == "benefits"
        let key = (isInRow ? path.dropFirst(2) : path[...]).joined(separator: "/")
        let row = isInRow ? path.dropFirst().first.flatMap(Int.init) : nil
        let about = row.flatMap { index in
            plan.flatMap { index < $0.benefits.count ? $0.benefits[index].selector : nil }
        }
        let place = about.map { say(" for \($0.words)", " para \($0.words)") } ?? ""
        let limit = path.first == "limits" ? path.dropFirst().first.flatMap(Int.init) : nil
        let named = limit.flatMap { index in
            plan.flatMap { index < $0.limits.count ? " (\($0.limits[index].id))" : nil }
        }
        guard let text = known(term: path.first == "limits" ? "limits/\(path.last ?? "")" : key)
        else {
            return say(
                "What does the plan say at \(pointer)?",
                "¿Qué dice el plan en \(pointer)?"
            )
        }
        return language == .spanish
            ? "¿\(text)\(place)\(named ?? "")?" : "\(text)\(place)\(named ?? "")?"
    }

    private func known(term key: String) -> String? {
        switch key {
        case "coinsurance":
            say("What part of the price is the patient's", "Qué parte del precio paga el paciente")
        case "copay", "copay/amount": say("How much is the copay", "Cuánto es el copago")
        case "copay/deductible":
            say(
                "Does the deductible come before or after the copay, or not at all",
                "El deducible va antes o después del copago, o no se aplica"
            )
        case "copay/basis":
            say(
                "Is the copay for each visit, service or unit",
                "El copago es por visita, servicio o unidad"
            )
        case "coverage": say("Does the plan cover anything", "El plan cubre algo")
        case "deductibleApplies": say("Does the deductible apply", "Se aplica el deducible")
        case "authorization", "authorization/required":
            say("Does the plan need an authorization", "El plan exige una autorización")
        case "referralRequired": say("Does the plan need a referral", "El plan exige una remisión")
        case "maintenance":
            say("Is maintenance care covered", "Se cubre el cuidado de mantenimiento")
        case "afterExhaustion":
            say(
                "Which price holds once covered use ends",
                "Qué precio vale al terminar lo cubierto"
            )
        case "waitingPeriodMonths":
            say("How long is the waiting period", "Cuánto dura el período de espera")
        case "planPaysFixed":
            say("How much does the plan pay for a service", "Cuánto paga el plan por servicio")
        case "countsTowardOutOfPocketMaximum":
            say(
                "Does the patient's share count toward the out-of-pocket maximum",
                "La parte del paciente cuenta para el máximo de gastos propios"
            )
        case let name where name.hasPrefix("outOfNetworkAllowed"):
            say("What does the plan allow out of network", "Qué admite el plan fuera de la red")
        case "deductible", "deductible/individual":
            say("How much is the deductible", "De cuánto es el deducible")
        case "deductible/family":
            say("How much is the family's deductible", "De cuánto es el deducible familiar")
        case "outOfPocketMaximum", "outOfPocketMaximum/individual":
            say(
                "How much is the out-of-pocket maximum",
                "De cuánto es el máximo de gastos propios"
            )
        case "outOfPocketMaximum/family":
            say(
                "How much is the family's out-of-pocket maximum",
                "De cuánto es el máximo familiar de gastos propios"
            )
        case "limits/maximum":
            say("How much does the plan cover in a period", "Cuánto cubre el plan en un período")
        case "limits/counting":
            say(
                "Does a visit count if the plan pays nothing for it",
                "Cuenta una visita por la que el plan no paga nada"
            )
        case "limits/period":
            say("When does the count start anew", "Cuándo empieza de nuevo la cuenta")
        default: nil
        }
    }
}

extension Benefit.Selector {
    /// What the row is about, as the plan says it.
    fileprivate var words: String {
        switch self {
        case .category(let category): category.description
        case .services(let services): services.map(\.description).joined(separator: ", ")
        case .codes(let codes): codes.map(\.description).joined(separator: ", ")
        }
    }
}
