import CareModel
import TestSupport

extension PricedLine {
    /// A line of which only the category, the units and the prices are known.
    init(
        _ category: String,
        units: Int = 1,
        charge: Int,
        allowed: (amount: Int, reduced: Int?)? = nil,
        reducedUnits: Int = 0
    ) {
        let place = SourcePlace(file: "", pointer: "/visits/0/services/0")
        self.init(
            line: ServiceLine(
                service: nil,
                code: nil,
                category: .spelled(category),
                units: units,
                place: place
            ),
            charge: UnitPrice(amount: Money(cents: charge), source: place),
            allowed: allowed.map { amount, reduced in
                UnitPrice(
                    amount: Money(cents: amount),
                    reduced: reduced.map(Money.init(cents:)),
                    source: place
                )
            },
            reducedUnits: reducedUnits
        )
    }
}
