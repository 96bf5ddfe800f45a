package import CareModel
import CarePricing
import PriceTableFiles

/// An offer held against what is installed: why a person should look at it, if at all, and what
/// becomes of each row.
///
/// ```swift
/// let plausibility = Plausibility(installed: old, offered: new, from: manifest.effective)
/// for reason in plausibility.reasons { print(reason) }
/// ```
package struct Plausibility: Sendable {
    /// Why the offer waits for a person; empty where it may be installed at once.
    package let reasons: [HoldingReason]
    /// What becomes of each row, also of those that stay the same.
    package let differences: [RowDifference]

    /// Compares an offer.
    ///
    /// - Parameters:
    ///   - installed: The lists that are used now, of all files that the offer could replace.
    ///   - offered: The lists that would be used.
    ///   - units: The services table now and then, where the offer replaces it.
    ///   - day: The first day of service that the offer is for.
    ///   - isFirstList: Whether the source has installed nothing yet for a clinic that has prices.
    ///   - files: The tables of the offer, by which a list without price rows is named.
    ///   - rules: From which change on an offer waits.
    package init(
        installed: [PriceList],
        offered: [PriceList],
        units: (old: ServiceCatalog, new: ServiceCatalog)? = nil,
        from day: CalendarDate,
        isFirstList: Bool = false,
        files: [String] = [],
        rules: HoldingRules = HoldingRules()
    ) {
        var reasons: [HoldingReason] = []
        if isFirstList {
            let named = offered.isEmpty ? files : offered.map(\.file)
            reasons.append(.firstList(files: named.sorted()))
        }
        if let units { reasons += Plausibility.units(of: installed, units.old, units.new) }
        let old = Dictionary(installed.map { ($0.file, $0) }, uniquingKeysWith: { one, _ in one })
        let new = Dictionary(offered.map { ($0.file, $0) }, uniquingKeysWith: { one, _ in one })
        var differences: [RowDifference] = []
        for file in Set(old.keys).union(new.keys).sorted() {
            let before = old[file] ?? PriceList(file: file, rows: [])
            let after = new[file] ?? PriceList(file: file, rows: [])
            differences += RowComparison(before, after, units: units).differences
            guard old[file] != nil else { continue }
            reasons += Plausibility.reasons(before, after, from: day, rules)
        }
        if Set(old.keys).union(new.keys).count > 1, !installed.isEmpty {
            reasons += Plausibility.sizes(nil, Array(old.values), Array(new.values), rules)
        }
        self.reasons = reasons
        self.differences = differences
    }

    /// The reasons that one file gives.
    private static func reasons(
        _ old: PriceList,
        _ new: PriceList,
        from day: CalendarDate,
        _ rules: HoldingRules
    ) -> [HoldingReason] {
        let comparison = PriceListComparison(old, new, from: day)
        var reasons = comparison.vanished
        reasons += factors(comparison, file: new.file, rules)
        for change in comparison.changes where change.relative.isMore(than: rules.serviceChange) {
            reasons.append(
                .serviceChanged(
                    change.name,
                    on: change.day,
                    change.price,
                    moreThan: rules.serviceChange
                )
            )
        }
        let changed = comparison.servicesChanged(byMoreThan: rules.manyChange)
        let all = comparison.services.count
        // The services that change are a part of all as a change to them from nothing would be.
        if RelativeChange(old: all, new: all + changed).isMore(than: rules.manyServices) {
            reasons.append(
                .manyChanged(
                    file: new.file,
                    services: changed,
                    of: all,
                    moreThan: rules.manyChange,
                    fewAre: rules.manyServices
                )
            )
        }
        return reasons + sizes(new.file, [old], [new], rules)
    }

    /// Prices that a factor multiplies or divides, give or take what few services may change by:
    /// a misplaced point may come with a new year's prices.
    private static func factors(
        _ comparison: PriceListComparison,
        file: String,
        _ rules: HoldingRules
    ) -> [HoldingReason] {
        let changes = comparison.changes.filter { !$0.name.isReduced }
        return rules.factors.flatMap { factor in
            [true, false].compactMap { isRise -> HoldingReason? in
                let alike = changes.filter { change in
                    isRise
                        ? change.relative.isTimes(factor, within: rules.manyChange)
                        : change.relative.isDivided(by: factor, within: rules.manyChange)
                }
                guard alike.count >= rules.factorPrices, let first = alike.first else {
                    return nil
                }
                return .factor(
                    factor,
                    isRise: isRise,
                    file: file,
                    prices: alike.count,
                    first: first.name,
                    first.price
                )
            }
        }
    }

    /// The number of rows and the sum of the amounts, as control totals count them.
    private static func sizes(
        _ file: String?,
        _ old: [PriceList],
        _ new: [PriceList],
        _ rules: HoldingRules
    ) -> [HoldingReason] {
        var reasons: [HoldingReason] = []
        let rows = RelativeChange(
            old: old.reduce(0) { $0 + $1.rows.count },
            new: new.reduce(0) { $0 + $1.rows.count }
        )
        if rows.isMore(than: rules.rowsChange) {
            reasons.append(
                .rowsChanged(
                    file: file,
                    old: rows.old,
                    new: rows.new,
                    moreThan: rules.rowsChange
                )
            )
        }
        let total = RelativeChange(
            old: old.reduce(0) { $0 + $1.totalCents },
            new: new.reduce(0) { $0 + $1.totalCents }
        )
        if total.isMore(than: rules.totalChange) {
            let change = PriceChange(old: Money(cents: total.old), new: Money(cents: total.new))
            reasons.append(.totalChanged(file: file, change, moreThan: rules.totalChange))
        }
        return reasons
    }

    /// The priced services that are counted in another unit.
    private static func units(
        of lists: [PriceList],
        _ old: ServiceCatalog,
        _ new: ServiceCatalog
    ) -> [HoldingReason] {
        let priced = Set(lists.flatMap(\.rows).map(\.service))
        return old.services.filter { priced.contains($0.key) }.compactMap { service in
            guard let unit = new[service.key]?.unit, unit != service.unit else { return nil }
            return .unitChanged(service.key, old: service.unit, new: unit)
        }
    }
}
