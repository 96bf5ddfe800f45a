import CareCoverage
import CareModel
import JSONText

/// The limits of a plan as they were read, and their names for the benefit rows.
struct LimitDrafts {
    var limits: [UsageLimit] = []
    /// The names that stand in the document, those of limits that could not be read included.
    var names: Set<String> = []
}

extension PlanReader {
    private enum LimitName: String, CaseIterable {
        case id, unit, maximum, period, counting, basis, scope, excludesFirstVisit, kind
    }

    func readLimits() -> LimitDrafts {
        var drafts = LimitDrafts()
        let advice =
            "cannot be unknown as a whole. Write id and unit; maximum, period, counting, basis, "
            + "scope, excludesFirstVisit and kind may be \"unknown\""
        if reader.refusesUnknown(advice) { return drafts }
        reader.list(0...50, of: "limits") { _ in
            if reader.refusesUnknown(advice) { return }
            let here = reader.mark()
            var id: String?
            var unit: UsageLimit.Unit?
            var maximum: LimitMaximum?
            var period = UsageLimit.Period.benefitYear
            var unknownPeriod: DocumentReader.Mark?
            var counting = UsageLimit.Counting.allowed
            var scope = UsageLimit.Scope.individual
            var basis: UsageLimit.DollarBasis?
            var excludesFirstVisit = false
            var kind = UsageLimit.Kind.hard
            reader.object(LimitName.self, required: [.id, .unit, .maximum]) { name in
                switch name {
                case .id: id = reader.words()
                case .unit: unit = readUnit()
                case .maximum: maximum = readMaximumOfLimit()
                case .period:
                    unknownPeriod = reader.skipUnknown()
                    if unknownPeriod == nil {
                        period = reader.choice(UsageLimit.Period.self) ?? .benefitYear
                    }
                case .counting: counting = reader.choice(UsageLimit.Counting.self) ?? .allowed
                case .basis: basis = reader.choice(UsageLimit.DollarBasis.self)
                case .scope: scope = reader.choice(UsageLimit.Scope.self) ?? .individual
                case .excludesFirstVisit: excludesFirstVisit = reader.boolean() ?? false
                case .kind: kind = reader.choice(UsageLimit.Kind.self) ?? .hard
                }
            }
            guard let id else { return }
            if !drafts.names.insert(id).inserted {
                reader.report(
                    here.child("id"),
                    "\"\(id)\" names two limits. Give each limit its own id"
                )
            }
            guard let unit else { return }
            if let unknownPeriod {
                let periods = UsageLimit.Period.ends(of: unit)
                period = periods[reader.chosenEnd(of: unknownPeriod, among: periods.count)]
            }
            guard let maximum,
                let count = maximum.count(of: unit, in: period, reader: reader, mark: here)
            else { return }
            check(
                unit,
                basis: basis,
                period: period,
                kind: kind,
                excludesFirstVisit: excludesFirstVisit,
                counting: counting,
                mark: here
            )
            drafts.limits.append(
                UsageLimit(
                    id: id,
                    unit: unit,
                    maximum: count,
                    period: period,
                    counting: counting,
                    scope: scope,
                    excludesFirstVisit: excludesFirstVisit,
                    dollarBasis: basis ?? .planPaid,
                    kind: kind
                )
            )
        }
        return drafts
    }

    private func readUnit() -> UsageLimit.Unit? {
        let advice = "decides what the limit counts. Write visits, services or dollars"
        return reader.refusesUnknown(advice) ? nil : reader.choice(UsageLimit.Unit.self)
    }

    private func readMaximumOfLimit() -> LimitMaximum? {
        if let unknown = reader.skipUnknown() { return .unknown(unknown) }
        if reader.kind() == .string { return reader.money().map { .amount($0) } }
        return reader.integer(in: 0...9_999_999, of: "visits, services or dollars")
            .map { .number($0) }
    }

    /// Terms that go only with a limit of dollars, or only with one of visits or services.
    private func check(
        _ unit: UsageLimit.Unit,
        basis: UsageLimit.DollarBasis?,
        period: UsageLimit.Period,
        kind: UsageLimit.Kind,
        excludesFirstVisit: Bool,
        counting: UsageLimit.Counting,
        mark: DocumentReader.Mark
    ) {
        if unit != .dollars, basis == .allowed {
            reader.report(mark.child("basis"), "goes with the unit dollars only. Leave it out")
        }
        if unit == .dollars, kind != .hard {
            reader.report(mark.child("kind"), "goes with visits or services only. Leave it out")
        }
        if unit == .dollars, counting == .planPaid {
            reader.report(
                mark.child("counting"),
                "goes with visits or services only; basis says what dollars count. Leave it out"
            )
        }
        if unit == .dollars, excludesFirstVisit {
            reader.report(
                mark.child("excludesFirstVisit"),
                "goes with visits or services only. Leave it out"
            )
        }
        if unit == .dollars, period == .rolling12Months {
            reader.refuse(
                mark.child("period"),
                "a limit of dollars over the twelve months before each visit"
            )
        }
    }
}

extension UsageLimit.Period {
    /// All that an unknown period can be.
    ///
    /// Of dollars in the twelve months before a visit at least those of the visit count, and at
    /// most those of the whole life, so that period, which is refused, lies between the others.
    fileprivate static func ends(of unit: UsageLimit.Unit) -> [UsageLimit.Period] {
        allCases.filter { unit != .dollars || $0 != .rolling12Months }
    }
}

/// The maximum of a limit as it is written: a number, an amount as text, or nothing known.
private enum LimitMaximum {
    case number(Int)
    case amount(Money)
    case unknown(DocumentReader.Mark)

    /// The maximum in the unit of the limit: visits, services, or cents.
    func count(
        of unit: UsageLimit.Unit,
        in period: UsageLimit.Period,
        reader: DocumentReader,
        mark: DocumentReader.Mark
    ) -> Int? {
        // Each use in twelve months is told by its date, and a request holds no more of them.
        let most = period == .rolling12Months ? 999 : 9_999
        switch (unit, self) {
        case (.dollars, .unknown(let place)):
            return reader.chosenEnd(of: place, among: 2) == 0 ? 0 : Money.largestStated.cents
        case (.visits, .unknown(let place)), (.services, .unknown(let place)):
            // A limit that ends in the midst of the visits can cost more than none and than all:
            // first the deductible, and then a price of those without insurance.
            let counts = Array(0...DocumentLimits.visits) + [most]
            return counts[
                reader.chosenEnd(of: place, among: counts.count, counts: counts)
            ]
        case (.dollars, .amount(let amount)): return amount.cents
        case (.dollars, .number(let dollars)): return dollars * 100
        case (.visits, .number(let count)), (.services, .number(let count)):
            if count <= most { return count }
        case (.visits, .amount), (.services, .amount): break
        }
        reader.report(
            mark.child("maximum"),
            "is no count of \(unit.rawValue)\(most == 999 ? " in twelve months" : ""). "
                + "Write a whole number from 0 to \(most), such as 20"
        )
        return nil
    }
}
