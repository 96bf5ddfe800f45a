import CareModel
import CarePricing
import PriceTableFiles

/// Two versions of a file of prices, compared by what a patient would be charged on each day.
///
/// A row that is added for a new year changes no old price; it is compared with the price that it
/// takes over from.
struct PriceListComparison {
    /// The largest change of one price.
    struct Change {
        let name: PriceName
        let day: CalendarDate
        let price: PriceChange

        var relative: RelativeChange {
            RelativeChange(old: price.old.cents, new: price.new.cents)
        }
    }

    private let old: PriceList
    private let new: PriceList
    private let day: CalendarDate
    /// The services of the old list, in its order.
    let services: [ServiceKey]
    /// The largest change of each price that changes.
    private(set) var changes: [Change] = []
    /// The prices that are gone from a day on.
    private(set) var vanished: [HoldingReason] = []

    /// Compares two lists of the same file.
    ///
    /// - Parameters:
    ///   - old: The list that is installed.
    ///   - new: The list that is offered.
    ///   - day: The first day of service that the offer is for: a price that ends before it may go.
    init(_ old: PriceList, _ new: PriceList, from day: CalendarDate) {
        self.old = old
        self.new = new
        self.day = day
        var seen: Set<ServiceKey> = []
        services = old.rows.map(\.service).filter { seen.insert($0).inserted }
        let before = Dictionary(grouping: old.rows, by: \.service)
        let after = Dictionary(grouping: new.rows, by: \.service)
        for service in services {
            compare(
                service,
                PriceHistory(before[service] ?? []),
                PriceHistory(after[service] ?? [])
            )
        }
    }

    /// How many services have a price that changes by more than a part.
    func servicesChanged(byMoreThan part: Percentage) -> Int {
        Set(changes.filter { $0.relative.isMore(than: part) }.map(\.name.service)).count
    }

    private mutating func compare(
        _ service: ServiceKey,
        _ before: PriceHistory,
        _ after: PriceHistory
    ) {
        let modifiers = before.modifiers.union(after.modifiers)
            .sorted { ($0?.description ?? "") < ($1?.description ?? "") }
        for modifier in modifiers {
            let name = PriceName(file: new.file, service: service, modifier: modifier)
            let reduced = PriceName(
                file: new.file,
                service: service,
                modifier: modifier,
                isReduced: true
            )
            var largest: [PriceName: Change] = [:]
            var goneFrom: (day: CalendarDate, last: PriceRow)?
            let turns = before.turns(modifier).union(after.turns(modifier)).union([day])
            for turn in turns.sorted() {
                let row = before.row(modifier, on: turn)
                guard let next = after.row(modifier, on: turn) else {
                    let isGone = turn >= day || after.isEmpty
                    if let row, isGone, goneFrom == nil { goneFrom = (turn, row) }
                    continue
                }
                guard let row = row ?? before.nearest(modifier, to: turn) else { continue }
                note(name, turn, row.amount, next.amount, &largest)
                guard row.reduced != nil || next.reduced != nil else { continue }
                note(
                    reduced,
                    turn,
                    row.reduced ?? row.amount,
                    next.reduced ?? next.amount,
                    &largest
                )
            }
            changes += [name, reduced].compactMap { largest[$0] }
            if let goneFrom {
                vanished.append(
                    .vanished(name, from: goneFrom.day, last: goneFrom.last.amount)
                )
            }
        }
    }

    private func note(
        _ name: PriceName,
        _ day: CalendarDate,
        _ old: Money,
        _ new: Money,
        _ largest: inout [PriceName: Change]
    ) {
        guard old != new else { return }
        let change = Change(name: name, day: day, price: PriceChange(old: old, new: new))
        if let known = largest[name], !change.relative.isMore(than: known.relative) { return }
        largest[name] = change
    }
}
