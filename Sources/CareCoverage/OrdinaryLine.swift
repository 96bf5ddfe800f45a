import CareModel

/// A line under ordinary terms as the numbers that share it, for a visit that no phase settles.
///
/// Ordinary are a copay of any kind, a deductible before the coinsurance, a coinsurance, and at most
/// one limit of visits and one of dollars that the plan pays. The rules are those of
/// ``Adjudicator/shareCovered(_:row:on:ledger:events:)``, which shares every line; where a term is
/// absent here stands a number that changes nothing, so that all lines take the same steps.
struct OrdinaryLine: Sendable {
    let billed: Money
    let allowed: Money
    let writeOff: Money
    let balanceBill: Money
    /// The most that a copay takes before the deductible, or without one.
    let copayBefore: Money
    /// The most that the deductible takes: all, or nothing where it does not apply.
    let deductible: Money
    /// The most that a copay takes after the deductible.
    let copayAfter: Money
    let coinsurance: Percentage
    let isCoinsuranceOfAllowed: Bool
    /// Whether the plan covers the line while its limits have room.
    let isCovered: Bool
    /// What the patient pays where it does not.
    let uncoveredPrice: Money
    /// The row whose copay by visit is taken; absent without one.
    let copayRow: Int?
    /// The limits, by their positions; absent where there are none.
    let visitLimit: Int?
    let dollarLimit: Int?
}

extension CodedPlan {
    /// The lines of a visit under ordinary terms; none where one has any other.
    ///
    /// - Parameters:
    ///   - lines: The lines, which can be settled.
    ///   - uncovered: The price of each where the plan does not cover it.
    /// - Returns: The lines in the same order.
    func ordinary(_ lines: [CodedLine], uncovered: [Money?]) -> [OrdinaryLine] {
        guard deductible?.isAfterCoinsurance != true, !hasAbsorbingCopay else { return [] }
        let found = zip(lines, uncovered).compactMap { ordinary($0, uncoveredPrice: $1) }
        let copayRows = found.compactMap(\.copayRow)
        // A second line under one copay by visit takes what the first one left of it.
        guard found.count == lines.count, Set(copayRows).count == copayRows.count else {
            return []
        }
        return found
    }

    private func ordinary(_ line: CodedLine, uncoveredPrice: Money?) -> OrdinaryLine? {
        guard let uncoveredPrice, let index = line.row, let allowed = line.allowed,
            case .coinsurance(let coinsurance) = rows[index].sharing,
            rows[index].countsTowardOutOfPocketMaximum,
            rows[index].isWaivedAfterOutOfPocketMaximum
        else { return nil }
        let row = rows[index]
        let own = limitsOfRows[row.limits]
        let visits = own.filter { limits[$0].unit == .visits && limits[$0].kind == .hard }
        let dollars = own.filter {
            limits[$0].unit == .dollars && limits[$0].dollarBasis == .planPaid
        }
        guard visits.count <= 1, dollars.count <= 1, visits.count + dollars.count == own.count,
            dollars.isEmpty || row.exhaustedWriteOff == .keep
        else { return nil }
        let copay = row.copay.map { $0.most(of: line, allowed: allowed) } ?? .zero
        let isAfter = row.copay?.deductible == .after
        let hasDeductible = row.deductibleApplies && row.copay?.deductible != .notSubject
        return OrdinaryLine(
            billed: line.billed,
            allowed: allowed,
            writeOff: line.writeOff,
            balanceBill: line.balanceBill,
            copayBefore: isAfter ? .zero : copay,
            deductible: hasDeductible ? allowed : .zero,
            copayAfter: isAfter ? copay : .zero,
            coinsurance: coinsurance,
            isCoinsuranceOfAllowed: row.coinsuranceBase == .allowed,
            isCovered: row.coverage == .covered,
            uncoveredPrice: uncoveredPrice,
            copayRow: row.copay?.basis == .perVisit ? index : nil,
            visitLimit: visits.first,
            dollarLimit: dollars.first
        )
    }
}

extension CodedCopay {
    /// The most that the copay takes of a line with which it is taken for the first time on a date.
    fileprivate func most(of line: CodedLine, allowed: Money) -> Money {
        let due = basis == .perUnit ? amount * line.units : amount
        return capOfAllowed.map { min($0.of(allowed), due) } ?? due
    }
}
