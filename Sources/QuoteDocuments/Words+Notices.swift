import CareCoverage
import CareModel
import CareQuote

/// A notice in words, with the name by which programs know it.
struct NoticeText: Hashable, Sendable {
    let id: String
    let text: String
    /// Where the rule behind it stands.
    let source: String
}

extension Words {
    /// Whether a notice concerns the reader; how a claim is coded does not concern a patient.
    func isFor(_ notice: Notice) -> Bool {
        guard audience == .patient else { return true }
        switch notice {
        case .modifierNeeded, .rankedByEarlierRelease, .verificationMissing,
            .payer(.sequestration), .payer(.medicareDiagnosis):
            return false
        default: return true
        }
    }

    func notice(_ notice: Notice) -> NoticeText {
        switch notice {
        case .estimateOnly:
            NoticeText(
                id: "estimateOnly",
                text: say(
                    "This is an estimate, not a bill.",
                    "Esto es una estimación, no una factura."
                ),
                source: "estimate"
            )
        case .claimsInOrderOfDate:
            NoticeText(
                id: "claimsInOrderOfDate",
                text: say(
                    "The insurer decides when each claim arrives; assuming that claims are processed "
                        + "in order of date, and that no other care is claimed meanwhile.",
                    "El seguro decide al recibir cada reclamo; suponiendo que se procesan por orden "
                        + "de fecha y que no se reclama otra atención entretanto."
                ),
                source: "S16"
            )
        case .screeningNotRecorded:
            NoticeText(
                id: "screeningNotRecorded",
                text: audience == .patient
                    ? say(
                        "Before care starts you will be asked some safety questions.",
                        "Antes de empezar le harán unas preguntas de seguridad."
                    )
                    : say(
                        "Screening questions were not recorded: ask them before care starts.",
                        "No se registraron las preguntas de seguridad: hágalas antes de empezar."
                    ),
                source: "screening"
            )
        case .screeningTooOld(let date, let days):
            NoticeText(
                id: "screeningNotRecorded",
                text: audience == .patient
                    ? say(
                        "Before care goes on you will be asked some safety questions again.",
                        "Antes de seguir le harán de nuevo unas preguntas de seguridad."
                    )
                    : say(
                        "Screening questions count as not recorded: they were asked on "
                            + "\(fullDate(date)), and answers count for \(days) days. Ask them again "
                            + "before care starts.",
                        "Las preguntas de seguridad cuentan como no registradas: se hicieron el "
                            + "\(fullDate(date)), y las respuestas valen \(days) días. Hágalas de nuevo "
                            + "antes de empezar."
                    ),
                source: "screening"
            )
        case .nextYearTerms(let from):
            NoticeText(
                id: "nextYearTerms",
                text: say(
                    "Unverified: from \(fullDate(from)) the plan's terms are taken to be "
                        + "this year's.",
                    "Sin verificar: desde el \(fullDate(from)) se suponen los mismos términos "
                        + "del plan."
                ),
                source: "S11"
            )
        case .priceAssumed(let line, let date, let source):
            NoticeText(
                id: "priceAssumed",
                text: say(
                    "Unverified: from \(fullDate(date)) the last price of \(name(of: line)) is "
                        + "taken to go on.",
                    "Sin verificar: desde el \(fullDate(date)) se supone que sigue el último "
                        + "precio de \(name(of: line))."
                ),
                source: source.description
            )
        case .authorizationNeeded(let afterVisit, let isGiven):
            NoticeText(
                id: "authorizationNeeded",
                text: (afterVisit == 0
                    ? say(
                        "The plan needs an authorization before it pays",
                        "El plan exige una autorización antes de pagar"
                    )
                    : say(
                        "The plan needs an authorization after \(visits(afterVisit))",
                        "El plan exige una autorización tras \(visits(afterVisit))"
                    ))
                    + (isGiven
                        ? say("; one was given.", "; se dio una.")
                        : say("; none was given: ask for it.", "; no se dio ninguna: pídala.")),
                source: "S13"
            )
        case .referralNeeded(let isGiven):
            NoticeText(
                id: "referralNeeded",
                text: isGiven
                    ? say(
                        "The plan needs a referral; one was given.",
                        "El plan exige una remisión; se dio una."
                    )
                    : say(
                        "The plan needs a referral, and none is known for every visit: ask for it.",
                        "El plan exige una remisión y no consta para cada visita: pídala."
                    ),
                source: "S13"
            )
        case .newPatientExam(let numbers):
            NoticeText(
                id: "newPatientExam",
                text: say("Visits ", "Visitas ") + numbers.map(String.init).joined(separator: ", ")
                    + say(
                        ": the exam is one for new patients, and this patient is established.",
                        ": el examen es de paciente nuevo, y este paciente ya es de la clínica."
                    ),
                source: "rules/new-patient.json"
            )
        case .tooShortToBill(let service, let minutes, let visit):
            NoticeText(
                id: "tooShortToBill",
                text: say(
                    "Visit \(visit): \(minutes) minutes of \(name(of: service)) are too few for a "
                        + "unit and are not billed.",
                    "Visita \(visit): \(minutes) minutos de \(name(of: service)) no llegan a una "
                        + "unidad y no se cobran."
                ),
                source: "rules/timed-units.json"
            )
        case .modifierNeeded(let edit, let visits):
            NoticeText(
                id: "sameDayRule",
                text: say("Visits ", "Visitas ")
                    + visits.map(String.init).joined(separator: ", ") + ": "
                    + edit.words.text(in: language),
                source: edit.source
            )
        case .rankedByEarlierRelease(let release):
            NoticeText(
                id: "rankedByEarlierRelease",
                text: say(
                    "Unverified: which procedure of a day is paid in full was ranked by "
                        + "Medicare's figures of \(release).",
                    "Sin verificar: qué procedimiento del día se paga completo se decidió con "
                        + "las cifras de Medicare de \(release)."
                ),
                source: "medicare/\(release)/rvu.csv"
            )
        case .verificationStale(let date, let days):
            NoticeText(
                id: "verificationStale",
                text: say(
                    "Benefits were verified \(fullDate(date)), \(days) days ago: ask again.",
                    "Los beneficios se verificaron el \(fullDate(date)), hace \(days) días: "
                        + "pregunte otra vez."
                ),
                source: "rules/verification.json"
            )
        case .verificationMissing:
            NoticeText(
                id: "verificationMissing",
                text: say(
                    "Nobody recorded who asked the insurer about these benefits, and when.",
                    "No consta quién preguntó al seguro por estos beneficios, ni cuándo."
                ),
                source: "rules/verification.json"
            )
        case .rangeMayBeWider:
            NoticeText(
                id: "rangeMayBeWider",
                text: say(
                    "Under this plan an answer between none and all can cost more or less than "
                        + "both, so the range may not hold everything: ask for the exact figures.",
                    "Con este plan una respuesta entre nada y todo puede costar más o menos que "
                        + "ambas, así que el margen puede no abarcarlo todo: pida las cifras exactas."
                ),
                source: "S17"
            )
        case .unknownsLeftOut(let count):
            NoticeText(
                id: "unknownsLeftOut",
                text: say(
                    "\(count) questions are not part of the range: too much is open to combine. "
                        + "Nothing is taken as used, and each term as it seems to cost most.",
                    "\(count) preguntas no entran en el margen: hay demasiado pendiente para "
                        + "combinarlo. Se toma que nada se ha usado y cada condición como parece "
                        + "costar más."
                ),
                source: "S17"
            )
        case .consultationOnly:
            NoticeText(
                id: "consultationOnly",
                text: say(
                    "Only an exam is priced: a clinician decides with you what comes after it.",
                    "Solo se cotiza un examen: un profesional decide con usted lo que sigue."
                ),
                source: "screening"
            )
        case .singleVisit(let reason):
            NoticeText(
                id: "singleVisit",
                text: [
                    reason?.text(in: language),
                    say(
                        "No plan of care is published for this, so one visit is priced and nothing "
                            + "beyond it.",
                        "Para esto no hay un plan publicado; se cotiza una visita y nada más."
                    ),
                ]
                .compactMap { $0 }.joined(separator: " "),
                source: "patterns/choosing.json"
            )
        case .maintenanceGoesOn(let left):
            NoticeText(
                id: "maintenanceGoesOn",
                text: maintenanceGoesOn(left),
                source: "patterns/maintenance.json"
            )
        case .selfPayNotKnown(let line):
            NoticeText(
                id: "selfPayNotKnown",
                text: say(
                    "The self-pay total is not shown: \(name(of: line)) has no self-pay price.",
                    "No se muestra el total sin seguro: \(name(of: line)) no tiene ese precio."
                ),
                source: line.place.description
            )
        case .offerRefused(let offer, let refusal):
            NoticeText(
                id: "offerRefused",
                text: say(
                    "\(name(of: offer)) cannot be had: \(refused(refusal)).",
                    "\(name(of: offer)) no es posible: \(refused(refusal))."
                ),
                source: {
                    if case .federalBeneficiary(let source) = refusal { return source }
                    return offer.place.description
                }()
            )
        case .offerApplied(let offer, let leavesOut, let beyondVisits):
            NoticeText(
                id: "offerApplied",
                text: say(
                    "The visits are shown at the prices of \(name(of: offer)); what is paid when "
                        + "stands under PAYMENTS.",
                    "Las visitas se muestran con los precios de \(name(of: offer)); lo que se paga "
                        + "y cuándo está en PAGOS."
                ) + beyond(beyondVisits) + self.leavesOut(leavesOut),
                source: offer.place.description
            )
        case .payer(let notice): payerNotice(notice)
        case .selfPayCountsNowhere:
            NoticeText(
                id: "selfPayCountsNowhere",
                text: say(
                    "Self-pay is not claimed, so it counts toward no deductible or maximum; "
                        + "ask first whether the clinic's contract with the plan allows it.",
                    "Lo pagado sin seguro no se reclama y no cuenta para ningún deducible ni "
                        + "máximo; pregunte antes si el contrato de la clínica lo permite."
                ),
                source: "self-pay"
            )
        }
    }
}
