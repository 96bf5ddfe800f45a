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
