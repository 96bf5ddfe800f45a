/// The headings of a quote, in capitals as a screen of text has them, in the order of a page.
enum QuoteHeading: CaseIterable, Hashable, Sendable {
    case first, whenCareStops, goals, planStopped, howItCanEnd, payments, ifCareStops, waysToPay,
        questions
    case goodUntil, aroundVisit, besideThisPlan, notes
}

extension Words {
    func heading(_ heading: QuoteHeading) -> String {
        switch heading {
        case .first: say("FIRST", "PRIMERO")
        case .whenCareStops: say("WHEN CARE STOPS", "CUÁNDO SE PARA")
        case .goals: say("GOALS TO CHOOSE FROM", "METAS PARA ELEGIR")
        case .planStopped: say("VISITS CALLED OFF", "VISITAS CANCELADAS")
        case .howItCanEnd:
            say("HOW IT CAN END, OF 100 PATIENTS", "CÓMO PUEDE TERMINAR, DE 100 PACIENTES")
        case .payments: say("PAYMENTS", "PAGOS")
        case .ifCareStops: say("IF CARE STOPS", "SI SE DEJA EL CUIDADO")
        case .waysToPay: say("WAYS TO PAY", "FORMAS DE PAGAR")
        case .questions: say("ASK THE INSURER", "PREGUNTE AL SEGURO")
        case .goodUntil: say("GOOD UNTIL", "VÁLIDA HASTA")
        case .aroundVisit: say("AROUND A VISIT", "ANTES Y DESPUÉS DE UNA VISITA")
        case .besideThisPlan: say("BESIDE THIS PLAN", "ADEMÁS DE ESTE PLAN")
        case .notes: say("NOTES", "NOTAS")
        }
    }
}

extension Words {
    /// What stands before a way to pay that cannot be had.
    var notAllowed: String { say("not allowed", "no permitido") }

    /// The unit of every amount, for a page that does not stand beside others.
    var inDollars: String {
        say("All amounts are in US dollars.", "Todos los montos son en dólares de EE. UU.")
    }
}

/// The heads of the columns of a quote's tables.
enum QuoteColumn: CaseIterable, Hashable, Sendable {
    case visits, when, eachYouPay, why, lastVisit, youPaid, stillToPay, ofHundred, how, youPay
}

extension Words {
    func column(_ column: QuoteColumn) -> String {
        switch column {
        case .visits: say("Visits", "Visitas")
        case .when: say("When", "Cuándo")
        case .eachYouPay: say("Each you pay", "Cada una")
        case .why: say("Why", "Por qué")
        case .lastVisit: say("Last visit", "Última visita")
        case .youPaid: say("You paid", "Ha pagado")
        case .stillToPay: say("Still to pay", "Falta pagar")
        case .ofHundred: say("Of 100 patients", "De 100 pacientes")
        case .how: say("How", "Cómo")
        case .youPay: say("You pay", "Usted paga")
        }
    }
}
