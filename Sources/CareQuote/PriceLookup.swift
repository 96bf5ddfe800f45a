import CareModel
import CarePricing

/// Finds the prices of one line on its date.
struct PriceLookup {
    let reference: QuoteProblem.LineReference
    let assumesPricesContinue: Bool

    /// The amount that the request states, else the row of a schedule that is in force.
    func price(
        _ role: QuoteProblem.PriceRole,
        stated: Money?,
        in schedule: FeeSchedule?
    ) -> Result<UnitPrice, QuoteProblem> {
        let line = reference.line
        if let stated {
            let place = line.place.appending("/\(role.rawValue)")
            return .success(UnitPrice(amount: stated, source: place))
        }
        guard let service = line.service else {
            return .failure(.unlistedService(role, reference))
        }
        guard let schedule else { return .failure(.noTable(role, reference)) }
        do throws(PriceGap) {
            return .success(
                try schedule.price(
                    of: service,
                    modifiers: line.modifiers,
                    on: reference.date,
                    assumingPricesContinue: assumesPricesContinue
                )
            )
        } catch {
            return .failure(.noPrice(role, reference, error))
        }
    }
}
