import CareModel
import CarePricing
import CareQuote

extension Words {
    /// How a way to pay works.
    func way(_ way: WayToPay) -> String {
        if let refusal = way.refusal { return refused(refusal) }
        switch way.kind {
        case .insurance:
            let text = say("insurance, pay at each visit", "seguro, se paga en cada visita")
            guard way.reimbursed > .zero else { return text }
            return text
                + say(
                    ", less the \(way.reimbursed.groupedText) that Medicare pays back to you",
                    ", menos los \(way.reimbursed.groupedText) que Medicare le devuelve"
                )
        case .discountPlan:
            return say(
                "the discount plan, its membership included; no claim is filed",
                "el plan de descuento, con su cuota; sin reclamo"
            )
        case .selfPay:
            return say("self-pay, without a claim", "sin seguro ni reclamo")
        case .offer(let offer):
            return offer.words.text(in: language)
        }
    }

    /// Why an offer cannot be had.
    func refused(_ refusal: OfferRefusal) -> String {
        switch refusal {
        case .notValid(let date):
            say(
                "it cannot be taken up on \(day(date))",
                "no se puede usar el \(day(date))"
            )
        case .notNewPatient: say("it is for new patients", "es para pacientes nuevos")
        case .unknownLastSeen:
            say(
                "it is for new patients: when was the patient last seen here?",
                "es para pacientes nuevos: ¿cuándo vino el paciente por última vez?"
            )
        case .insuredVisits:
            say(
                "no discount on insured visits: their terms are the insurer's",
                "sin descuento en visitas con seguro: los términos son del seguro"
            )
        case .federalBeneficiary:
            say(
                "federal law forbids it for patients of a federal program",
                "la ley federal lo prohíbe a pacientes de un programa federal"
            )
        case .incomeAbove(let limit):
            say(
                "it is for incomes up to \(limit) % of the poverty level",
                "es para ingresos hasta \(limit) % del nivel de pobreza"
            )
        case .unknownIncome:
            say(
                "it depends on the household's income, which was not told",
                "depende del ingreso del hogar, que no se dijo"
            )
        case .householdNotTold:
            say(
                "it is for a further member of a household; ask for it by name",
                "es para otro miembro del hogar; pídala por su nombre"
            )
        case .clinicianDecides:
            say(
                "a clinician decides first whether there is any treatment",
                "un profesional decide primero si habrá tratamiento"
            )
        case .noPlan:
            say(
                "no plan of care is published for this, so nothing beyond one visit is sold",
                "para esto no hay un plan publicado, y no se vende nada más allá de una visita"
            )
        case .cautionCleared:
            say(
                "after a caution, nothing beyond the next visit is paid in advance",
                "tras una precaución, solo se paga por adelantado la próxima visita"
            )
        case .beyondCheckpoint(let visit):
            say(
                "it reaches beyond the checkpoint at visit \(visit)",
                "va más allá de la revisión de la visita \(visit)"
            )
        case .moreThanNeeded(let unused):
            say(
                "\(unused) of what it includes would not be used",
                "\(unused) de lo que incluye no se usarían"
            )
        case .claimRequired:
            say(
                "the clinic has to claim what the plan covers, and may not bill the patient for it",
                "la clínica debe reclamar lo que el plan cubre y no puede cobrarlo al paciente"
            )
        case .nothingIncluded:
            say("nothing that it includes is done", "no se hace nada de lo que incluye")
        }
    }

    /// An offer: its name in the tables for the desk, plain words for the patient.
    func name(of offer: Offer) -> String {
        audience == .patient ? offer.words.text(in: language) : offer.id
    }

    /// What an offer costs beyond the prices of the visits; empty where it is nothing.
    func beyond(_ amount: Money) -> String {
        guard amount > .zero else { return "" }
        return say(
            " Beyond the visits it costs \(amount.groupedText): its fee, or what it includes and is "
                + "not used.",
            " Además de las visitas cuesta \(amount.groupedText): su cuota, o lo que incluye y no "
                + "se usa."
        )
    }

    /// What an offer leaves out, before any charge accrues; empty where it says nothing.
    func leavesOut(_ services: [LeftOut]) -> String {
        guard !services.isEmpty else { return "" }
        let names = services.map { left in
            name(of: left.service) + (left.price.map { " (\($0.groupedText))" } ?? "")
        }
        .joined(separator: ", ")
        return say(" It does not include: \(names).", " No incluye: \(names).")
    }
}

extension WayToPay {
    /// The name of the way for programs.
    var name: String {
        switch kind {
        case .insurance: "insurance"
        case .discountPlan: "discountPlan"
        case .selfPay: "selfPay"
        case .offer(let offer): offer.kind.rawValue
        }
    }

    /// The offer of the way, by its name.
    var offerID: String? {
        if case .offer(let offer) = kind { offer.id } else { nil }
    }
}
