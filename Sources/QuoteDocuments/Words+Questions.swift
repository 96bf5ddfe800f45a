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
            let isOpenEnded = open.isOfLimit(coverage?.plan, unknownIn: quote.unverified)
            return OpenQuestion(
                field: field(of: open, coverage),
                question: question(
                    open,
                    coverage,
                    isOneOfTwo: coverages.count == 2,
                    isOpenEnded: isOpenEnded
                ),
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
        isOneOfTwo: Bool,
        isOpenEnded: Bool
    ) -> String {
        let text: String
        switch open.subject {
        case .figure(let need):
            let asked = question(need, isOpenEnded: isOpenEnded)
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
        return "\(name(of: plan)): \(text)"
    }

    /// The question about what of a plan has been used.
    ///
    /// - Parameters:
    ///   - need: What has been used.
    ///   - isOpenEnded: Whether nobody knows how much of it the plan covers.
    /// - Returns: The question.
    func question(_ need: AccumulatorNeed, isOpenEnded: Bool = false) -> String {
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
                "How much of the deductible for \(name(of: category)) is met?",
                "¿Cuánto del deducible de \(name(of: category)) está cubierto?"
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
                "On how many dates did the plan cover \(name(of: category)) so far?",
                "¿En cuántas fechas cubrió ya el plan \(name(of: category))?"
            )
        case .diagnosis:
            say(
                "Which diagnosis (ICD-10-CM code) is the care for?",
                "¿Para qué diagnóstico (código CIE-10-CM) es el cuidado?"
            )
        case .limit(let limit): isOpenEnded ? openEnded(limit) : question(limit)
        }
    }

    private func question(_ limit: UsageLimit) -> String {
        if limit.unit == .dollars {
            return say(
                "How much of \(whole(of: limit)) is used?",
                "¿Cuánto de \(whole(of: limit)) se usó?"
            )
        }
        guard limit.period != .rolling12Months else { return openEnded(limit) }
        guard limit.maximum != 1 else {
            return say("Is \(whole(of: limit)) used?", "¿Se usó ya \(whole(of: limit))?")
        }
        return limit.unit == .visits
            ? say(
                "How many of \(whole(of: limit)) are used?",
                "¿Cuántas de \(whole(of: limit)) se usaron?"
            )
            : say(
                "How many of \(whole(of: limit)) are used?",
                "¿Cuántos de \(whole(of: limit)) se usaron?"
            )
    }

    /// The question about a limit without its maximum.
    private func openEnded(_ limit: UsageLimit) -> String {
        let limited = sort(of: limit)
        guard limit.period == .rolling12Months else {
            return say(
                "How much of \(limited) is used?",
                "¿Cuánto de \(limited) se usó?".replacing("de el ", with: "del ")
            )
        }
        return say(
            "On which dates of the last twelve months was \(limited) used?",
            "¿En qué fechas de los últimos doce meses se usó \(limited)?"
        )
    }
}

extension Unverified {
    /// Whether it is what was used of a limit whose maximum is unknown too.
    fileprivate func isOfLimit(_ plan: BenefitPlan?, unknownIn others: [Unverified]) -> Bool {
        guard case .figure(.limit(let limit)) = subject,
            let index = plan?.limits.firstIndex(where: { $0.id == limit.id })
        else { return false }
        return others.contains { other in
            other.coverage == coverage && other.subject == .term("/limits/\(index)/maximum")
        }
    }
}
