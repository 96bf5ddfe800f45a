import CareModel
import CarePricing

/// Finds the prices of one line on its date.
struct PriceLookup {
    let reference: QuoteProblem.LineReference
    let assumesPricesContinue: Bool
    let componentModifiers: Set<Modifier>

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
        // A part of a service never costs what the whole does.
        let component = line.modifiers.first { modifier in
            componentModifiers.contains(modifier)
                && !schedule.hasRow(for: service, modifier: modifier)
        }
        if let component {
            return .failure(.noComponentPrice(role, reference, component, file: schedule.file))
        }
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
