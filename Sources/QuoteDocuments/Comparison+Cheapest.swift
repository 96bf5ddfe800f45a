import CareModel
import CarePricing
import CareQuote

extension Comparison {
    /// Which entry costs the patient least, as far as that can be told.
    enum Cheapest {
        /// Every entry costs the same, whatever nobody knows.
        case none
        /// Only one can be had.
        case only(Entry)
        /// These cost least whatever nobody knows; the others are at least so much above them.
        case certain([Entry], next: Entry, above: Money)
        /// What nobody knows decides among these.
        case open([Entry])
    }

    /// An entry that cannot be had, with the reason.
    struct Refused {
        let reason: OfferRefusal
        /// The entry whose plan forbids it.
        let because: Entry
    }

    /// The entries that can be had.
    var allowed: [Entry] { entries.filter { refusal(of: $0) == nil } }

    /// Why an entry cannot be had beside the others; nothing where it can.
    ///
    /// A patient whose plan is the only one that may be billed cannot pay without it, be it by
    /// themselves or through a discount plan.
    func refusal(of entry: Entry) -> Refused? {
        guard !entry.made.quote.request.isInsured else { return nil }
        return entries.lazy.compactMap { other in
            let selfPay = other.made.quote.waysToPay.first { $0.kind == .selfPay }
            guard let reason = selfPay?.refusal else { return nil }
            return Refused(reason: reason, because: other)
        }
        .first
    }

    /// Which entry costs least.
    ///
    /// One does for certain only where its most is at most the least of every other.
    var cheapest: Cheapest {
        let allowed = allowed
        guard allowed.count > 1 else { return allowed.first.map(Cheapest.only) ?? .none }
        // A range that leaves something out makes nothing certain.
        guard allowed.allSatisfy(\.made.quote.rangeIsWhole) else { return .open(allowed) }
        let ranges = allowed.map(\.made.quote.range)
        let certain = allowed.indices.filter { index in
            ranges.indices.allSatisfy { $0 == index || ranges[index].high <= ranges[$0].low }
        }
        if certain.count == allowed.count { return .none }
        guard let first = certain.first else {
            let leastHigh = ranges.map(\.high).min() ?? .zero
            return .open(
                zip(allowed, ranges).filter { $0.1.low <= leastHigh }.map(\.0)
            )
        }
        let others = allowed.indices.filter { !certain.contains($0) }
        guard let next = others.min(by: { ranges[$0].low < ranges[$1].low }) else { return .none }
        return .certain(
            certain.map { allowed[$0] },
            next: allowed[next],
            above: ranges[next].low - ranges[first].high
        )
    }
}
