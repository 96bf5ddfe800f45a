import CareModel
import CareQuote

extension Words {
    /// How many visits a quote has; beside a plan of care those that keep up a gain stand apart.
    func visits(of quote: Quote) -> String {
        let upkeep =
            quote.projection?.maintenance == nil
            ? 0 : quote.visits.count { $0.careType == .maintenance }
        let others = visits(quote.visits.count - upkeep)
        guard upkeep > 0 else { return others }
        return say(
            "\(others) and \(upkeep) of maintenance",
            "\(others) y \(upkeep) de mantenimiento"
        )
    }
}

extension Words {
    /// What is left of the visits that keep up a gain, and where they end.
    func maintenanceGoesOn(_ left: MaintenanceLeft) -> String {
        let name = left.words.text(in: language)
        let exams = left.exams.map(String.init).joined(separator: ", ")
        let day = fullDate(left.through)
        let looked =
            exams.isEmpty
            ? ""
            : say(
                " There is another exam at visit \(exams).",
                " Hay otro examen en la visita \(exams)."
            )
        let count = "\(left.visits)"
        let (are, quedan) = left.visits == 1 ? ("is", "queda") : ("are", "quedan")
        return say(
            "\(name): \(count) of \(left.scheduled) \(are) left, the last on \(day), and no further.",
            "\(name): \(quedan) \(count) de \(left.scheduled), la última el \(day), y no más."
        ) + looked + " " + left.eligibility.text(in: language)
    }
}

extension Quote {
    /// What is left of the visits that keep up a gain, where the plan before them is over.
    var maintenanceLeft: MaintenanceLeft? {
        for case .maintenanceGoesOn(let left) in notices { return left }
        return nil
    }
}
