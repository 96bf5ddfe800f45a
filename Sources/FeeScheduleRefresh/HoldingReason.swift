package import CareModel
package import PriceTableFiles

/// Why an offer waits for a person: what changes, where, from which amount to which.
package enum HoldingReason: Hashable, Sendable {
    /// The price of a service changes by more than the part.
    case serviceChanged(PriceName, on: CalendarDate, PriceChange, moreThan: Percentage)
    /// More services than the part of them change by more than the other part.
    case manyChanged(
        file: String,
        services: Int,
        of: Int,
        moreThan: Percentage,
        fewAre: Percentage
    )
    /// The number of rows changes by more than the part; without a file, of all lists together.
    case rowsChanged(file: String?, old: Int, new: Int, moreThan: Percentage)
    /// The sum of the amounts changes by more than the part; without a file, of all lists together.
    case totalChanged(file: String?, PriceChange, moreThan: Percentage)
    /// A service loses its price from a day on.
    case vanished(PriceName, from: CalendarDate, last: Money)
    /// Several prices are a factor more or less than they were.
    case factor(Int, isRise: Bool, file: String, prices: Int, first: PriceName, PriceChange)
    /// A service is counted in another unit, so that its price means something else.
    case unitChanged(ServiceKey, old: Service.Unit, new: Service.Unit)
    /// The list is the first of a source for a clinic that has prices.
    case firstList(files: [String])
    /// The source sets a table for the first time that has stood without it so far.
    case takesOver(file: String)
    /// The source sets a table no more, and the one that it stood in front of would count again.
    case givesBack(file: String)
    /// What is installed is damaged, and nothing shows what changes in the tables.
    case unreadable(files: [String])
    /// Terms of plans, offers, sessions or payers change, which no threshold can weigh.
    case termsChanged(file: String, count: Int)
    /// The list is for visits from a day on that is still to come.
    case tooEarly(CalendarDate, today: CalendarDate)
}

/// What a price is named by: its file, its service, its modifier, and whether it is the reduced
/// price of a further procedure.
package struct PriceName: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let service: ServiceKey
    package let modifier: Modifier?
    package let isReduced: Bool

    package init(
        file: String,
        service: ServiceKey,
        modifier: Modifier? = nil,
        isReduced: Bool = false
    ) {
        self.file = file
        self.service = service
        self.modifier = modifier
        self.isReduced = isReduced
    }

    package var description: String {
        "\(file): \(service)" + (modifier.map { " \($0)" } ?? "")
            + (isReduced ? ", reduced price" : "")
    }
}

extension HoldingReason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .serviceChanged(let name, let day, let change, let part):
            return "\(name) on \(day): \(change), more than \(part)"
        case .manyChanged(let file, let count, let all, let part, let few):
            return "\(file): \(count) of \(all) services change by more than \(part), "
                + "which is more than \(few) of them"
        case .rowsChanged(let file, let old, let new, let part):
            let words = RelativeChange(old: old, new: new).words
            return "\(file ?? "all files"): \(old) rows become \(new) (\(words)), "
                + "more than \(part)"
        case .totalChanged(let file, let change, let part):
            let words = RelativeChange(old: change.old.cents, new: change.new.cents).words
            return "\(file ?? "all files"): the sum of the amounts \(change.old.decimalText) "
                + "becomes \(change.new.decimalText) (\(words)), more than \(part)"
        case .vanished(let name, let day, let last):
            return "\(name): has no price from \(day) on; it was \(last.decimalText)"
        case .factor(let factor, let isRise, let file, let count, let first, let change):
            return "\(file): \(count) prices are \(isRise ? "\(factor) times" : "1/\(factor) of") "
                + "what they were, the first \(first.service): \(change). "
                + "Check for cents in place of dollars"
        case .unitChanged(let service, let old, let new):
            return "services.csv: \(service): unit changed: \(old.rawValue) becomes "
                + "\(new.rawValue), and its prices may mean something else"
        case .firstList(let files):
            return "\(files.joined(separator: ", ")): the first list of this source, "
                + "for a clinic that has prices. Compare it with those"
        case .takesOver(let file):
            return "\(file): this source sets it for the first time, in place of the one that "
                + "quotes read now. Ask whether it is to set it from now on"
        case .givesBack(let file):
            return "\(file): this source sets it no more, and the tables' own one would count "
                + "again. Ask the publisher whether that is meant"
        case .unreadable(let files):
            return "\(files.joined(separator: ", ")): what is installed of this source is damaged "
                + "and cannot be compared. Compare the list with the publisher's earlier one"
        case .termsChanged(let file, let count):
            return
                "\(file): \(count == 1 ? "1 term changes" : "\(count) terms change"). A change of "
                + "terms always waits for approval"
        case .tooEarly(let day, let today):
            return "the list is for visits from \(day) on, and today is \(today). It is not "
                + "installed by itself before that day; approve it only if it may count at once"
        }
    }
}
