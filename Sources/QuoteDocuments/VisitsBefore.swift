import CareModel
import JSONText
import PriceTableFiles

/// The visits of a plan of care that were made under the quotes before one that goes on from them.
///
/// The request of such a quote holds what they have used of a plan, and not what they have cost.
package struct VisitsBefore: Hashable, Sendable {
    let visits: Int
    /// What they have cost the patient, once all of it is settled.
    let cost: Money
    /// Whether every figure of those quotes was known.
    let isExact: Bool

    /// The visits that were made before a settlement and those of it.
    init(_ before: VisitsBefore?, and settlement: PlanSettlement) {
        visits = (before?.visits ?? 0) + settlement.visitsDone
        cost = (before?.cost ?? .zero) + settlement.cost
        isExact = before?.isExact != false && settlement.isExact
    }

    /// Reads what a quote says of them; nothing where it does not stand as it is written.
    init?(_ json: JSONTree) {
        guard case .number(let count) = json["visits"], let visits = Int(count),
            (1...DocumentLimits.visits).contains(visits),
            case .text(let text) = json["cost"], let cost = Money(decimalText: text),
            case .boolean(let isExact) = json["isExact"]
        else { return nil }
        self.visits = visits
        self.cost = cost
        self.isExact = isExact
    }
}

extension JSONWriter {
    /// Writes the visits before a quote as the member of that name.
    mutating func visitsBefore(_ before: VisitsBefore) {
        key("visitsBefore")
        beginObject()
        key("visits")
        integer(before.visits)
        member("cost", before.cost)
        key("isExact")
        boolean(before.isExact)
        endObject()
    }
}
