import CareCoverage
import CareModel

extension Words {
    /// All that a limit covers: `the 20 visits of treatment-visits` for the desk, `the plan's 20
    /// visits a year` for a patient.
    func whole(of limit: UsageLimit) -> String {
        let isOne = limit.unit != .dollars && limit.maximum == 1
        let the =
            switch limit.unit {
            case .visits: isOne ? "la" : "las"
            case .services: isOne ? "el" : "los"
            case .dollars: "los"
            }
        let count = count(of: limit)
        return audience == .desk
            ? say("the \(count) of \(limit.id)", "\(the) \(count) de \(limit.id)")
            : say(
                "the plan's \(amount(of: limit))",
                "\(the) \(amount(of: limit)) del plan"
            )
    }

    /// How much a limit covers in its period: `20 visits a year`.
    func amount(of limit: UsageLimit) -> String {
        "\(count(of: limit)) \(period(of: limit))"
    }

    private func count(of limit: UsageLimit) -> String {
        switch limit.unit {
        case .dollars: Money(cents: limit.maximum).groupedText
        case .visits:
            limit.maximum == 1 ? say("one visit", "única visita") : visits(limit.maximum)
        case .services:
            limit.maximum == 1
                ? say("one service", "único servicio")
                : say("\(limit.maximum) services", "\(limit.maximum) servicios")
        }
    }

    /// Which limit it is without its maximum: its name for the desk, what it counts for a patient.
    func sort(of limit: UsageLimit) -> String {
        guard audience == .patient else { return limit.id }
        return switch limit.unit {
        case .visits: say("the plan's limit of visits", "el límite de visitas del plan")
        case .services: say("the plan's limit of services", "el límite de servicios del plan")
        case .dollars: say("the plan's limit of dollars", "el límite de dólares del plan")
        }
    }

    private func period(of limit: UsageLimit) -> String {
        switch limit.period {
        case .visit: say("a visit", "por visita")
        case .day: say("a day", "al día")
        case .benefitYear, .calendarYear: say("a year", "al año")
        case .rolling12Months: say("in twelve months", "en doce meses")
        case .lifetime: say("in all", "en total")
        }
    }

    /// A sort of service: its name in the tables for the desk, plain words for a patient.
    func name(of category: ServiceCategory) -> String {
        guard audience == .patient else { return category.description }
        return switch category.description {
        case "chiropractic": say("adjustments", "ajustes")
        case "physicalMedicine": say("exercises and therapies", "ejercicios y terapias")
        case "officeVisit": say("exams", "exámenes")
        case "xray": say("x-rays", "radiografías")
        case "massage": say("massage", "masajes")
        case "acupuncture": say("acupuncture", "acupuntura")
        case "supply": say("supplies", "materiales")
        case "administrative": say("paperwork", "trámites")
        default: say("a kind of service", "un tipo de servicio")
        }
    }

    /// What a row of a plan is about.
    func name(of selector: Benefit.Selector) -> String {
        switch selector {
        case .category(let category): name(of: category)
        case .services(let services): services.map(name).joined(separator: ", ")
        case .codes(let codes):
            audience == .desk
                ? codes.map(\.description).joined(separator: ", ")
                : say("some of the services", "algunos servicios")
        }
    }
}
