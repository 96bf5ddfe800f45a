import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

/// What a quote says, in sentences; each page sets them in its own way.
struct QuoteWords {
    /// An amount of the top of a page: what it is, and what explains it.
    struct Figure: Hashable, Sendable {
        let label: String
        let amount: Money
        let remark: String
        /// What is said below it; empty where nothing is.
        var note = ""
    }

    /// Visits that cost the same for the same reason, or a fee beside a visit.
    struct VisitRow: Hashable, Sendable {
        /// The numbers of the visits; empty for a fee.
        let numbers: String
        let days: String
        let amount: Money
        let why: String
    }

    let made: MadeQuote
    let words: Words

    init(_ made: MadeQuote, words: Words) {
        self.made = made
        self.words = words.naming(yearsBeside: made.quote.visits.map(\.date))
    }

    var quote: Quote { made.quote }

    /// How a plan of care can end, where there is one.
    var projection: ProjectionWords? {
        quote.projection.map { ProjectionWords($0, words: words) }
    }

    // MARK: What is quoted

    /// How many visits, and from when.
    var title: String {
        let start = quote.visits.first.map { words.fullDate($0.date) } ?? ""
        let visits = words.visits(of: quote)
        return words.say("\(visits) from \(start)", "\(visits) desde el \(start)")
    }

    /// By which name the quote is asked for again.
    var number: String { words.say("quote \(made.id)", "cotización \(made.id)") }

    /// The plan of care, and why this one; empty where the request gives the visits.
    var care: String {
        if let left = quote.maintenanceLeft { return words.maintenanceGoesOn(left) }
        guard let projection else { return "" }
        return ([projection.title + "."] + projection.reason).joined(separator: " ")
    }

    /// The plan, the day of its prices, and who asked about the benefits.
    var origin: String {
        guard let coverage = quote.request.primary else {
            return words.say("Without insurance (self-pay)", "Sin seguro (pago propio)")
        }
        var parts = [named(coverage)]
        if let second = quote.request.secondary {
            let name = named(second)
            parts.append(words.say("then \(name)", "luego \(name)"))
        }
        // Behind another plan a schedule is not that of the first one's prices.
        let schedule = made.sources.first { source in
            quote.request.secondary == nil
                ? source.path.hasPrefix("schedules/")
                : source.path == "schedules/\(coverage.payerSchedule ?? "").csv"
        }
        if let date = schedule?.date {
            parts.append(
                words.say("prices of \(words.day(date))", "precios del \(words.day(date))")
            )
        }
        if let verified = coverage.verification {
            let details = [words.day(verified.on), verified.by, verified.reference]
                .compactMap { $0 }.joined(separator: ", ")
            parts.append(
                words.say("benefits checked \(details)", "beneficios verificados el \(details)")
            )
        }
        return parts.joined(separator: " · ")
    }

    private func named(_ coverage: PatientCoverage) -> String {
        [words.name(of: coverage.plan), standing(of: coverage)].compactMap { $0 }.joined(
            separator: ", "
        )
    }

    /// What the screening says.
    var screening: [String] {
        quote.screening.messages.map { $0.words.text(in: words.language) }
    }

    /// What becomes of the visits that a caution has stopped, and what is paid back; empty where none
    /// has.
    var stopped: [String] {
        guard let settlement = made.stopped else { return [] }
        let left = settlement.visitsLeft
        let calledOff =
            left == 1
            ? words.say(
                "The visit that was left is called off until a clinician has decided.",
                "La visita que faltaba queda cancelada hasta que un profesional decida."
            )
            : words.say(
                "The \(left) visits that were left are called off until a clinician has decided.",
                "Las \(left) visitas que faltaban quedan canceladas hasta que un profesional decida."
            )
        return [calledOff]
            + settlement.figures(words).map { figure in
                "\(figure.label.asHeading): \(figure.amount.groupedText). "
                    + "\(figure.remark.uppercasedFirst)"
            }
    }

    /// When care stops: before any price.
    var stopRules: [String] {
        projection?.stopRules
            ?? (quote.singleVisit?.stopRules ?? []).shown.map { $0.words.text(in: words.language) }
    }

    /// What to do around a visit, what is common after it, and when to call.
    var visitAdvice: [String] {
        projection?.visitAdvice
            ?? (quote.singleVisit?.advice.shown ?? []).map { $0.words.text(in: words.language) }
    }

    // MARK: What happens, and what is open

    /// The visits in groups, each fee below its group.
    var visitRows: [VisitRow] {
        let fees = Dictionary(
            uniqueKeysWithValues: zip(quote.visits.map(\.number), quote.membershipFees)
        )
        return VisitGroup.groups(of: quote, words: words).flatMap { group in
            let row = VisitRow(
                numbers: group.numbers,
                days: words.days(group.visits.map(\.date)),
                amount: group.amount,
                why: group.why
            )
            return [row]
                + group.visits.compactMap { visit in
                    guard let amount = fees[visit.number], amount > .zero else { return nil }
                    return fee(amount, on: visit.date)
                }
        }
    }

    private func fee(_ amount: Money, on date: CalendarDate) -> VisitRow {
        VisitRow(
            numbers: "",
            days: words.day(date),
            amount: amount,
            why: words.say(
                "membership of the discount plan, beside the visit",
                "cuota del plan de descuento, además de la visita"
            )
        )
    }

    /// What happens in the course of the care and changes what it costs.
    var events: [(event: QuoteEvent, text: EventText)] {
        quote.changes.map { ($0, words.event($0, plans: quote.request.coverages.map(\.plan))) }
    }

    /// What to ask the insurer, or that nothing is open; empty where there is none to ask.
    var questions: [String] {
        guard quote.request.isInsured else { return [] }
        let questions = words.questions(of: quote)
        // What changes nothing need not be asked; what a price would be has no worth to tell.
        let isWhole = quote.rangeIsWhole
        let open = questions.filter { !isWhole || $0.unverified.effect?.worth != .zero }
        guard open.isEmpty else { return open.map(asked) }
        return [
            questions.isEmpty
                ? words.say(
                    "nothing open: every figure was given",
                    "nada pendiente: se dieron todas las cifras"
                )
                : words.say(
                    "nothing open that changes your total",
                    "nada pendiente que cambie su total"
                )
        ]
    }

    private func asked(_ open: OpenQuestion) -> String {
        // What can change more than it is worth at its ends is asked without a figure.
        let effect = quote.rangeIsWhole ? open.unverified.effect : nil
        let worth = effect.map { effect in
            words.say(
                " It changes your total by up to \(effect.worth.groupedText).",
                " Cambia su total hasta en \(effect.worth.groupedText)."
            )
        }
        return open.question + (worth ?? "")
    }

    /// Until when the quote is good, and what a missed appointment costs.
    var validity: String {
        let missed = quote.missedAppointment.map { fee in
            words.say(
                "; a missed appointment costs \(fee.groupedText)",
                "; una cita perdida cuesta \(fee.groupedText)"
            )
        }
        return words.fullDate(quote.goodUntil) + (missed ?? "")
    }

    /// What a reader must know beside the figures.
    var notices: [String] {
        // What is left of the visits that keep up a gain stands at the top.
        quote.notices.filter(words.isFor).filter { notice in
            if case .maintenanceGoesOn = notice { false } else { true }
        }
        .map { words.notice($0).text } + installed
    }

    /// Which installed fee schedules the prices came from, for the desk alone.
    private var installed: [String] {
        guard words.audience == .desk, let snapshot = made.snapshot else { return [] }
        let name = snapshot.prefix(12)
        return [
            words.say(
                "Prices are those of the tables with the installed fee schedules \(name).",
                "Los precios son los de las tablas con las listas instaladas \(name)."
            )
        ]
    }
}

extension Quote {
    /// What happens in the course of the care, without what lowers the cost as expected.
    var changes: [QuoteEvent] { events.filter { $0.kind != .deductibleMet } }
}
