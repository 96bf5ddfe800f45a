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

    private enum ScopeName: String, CaseIterable {
        case individual, family
    }

    func readLimits() -> LimitDrafts {
        var drafts = LimitDrafts()
        reader.list(0...50, of: "limits") { _ in
            let here = reader.mark()
            var id: String?
            var unit: UsageLimit.Unit?
            var maximum: LimitMaximum?
            var period = UsageLimit.Period.benefitYear
            var counting = UsageLimit.Counting.allowed
            var basis: UsageLimit.DollarBasis?
            var excludesFirstVisit = false
            var kind = UsageLimit.Kind.hard
            reader.object(LimitName.self, required: [.id, .unit, .maximum]) { name in
                switch name {
                case .id: id = reader.words()
                case .unit: unit = reader.choice(UsageLimit.Unit.self)
                case .maximum: maximum = readMaximumOfLimit()
                case .period: period = reader.choice(UsageLimit.Period.self) ?? .benefitYear
                case .counting: counting = reader.choice(UsageLimit.Counting.self) ?? .allowed
                case .basis: basis = reader.choice(UsageLimit.DollarBasis.self)
                case .scope: _ = reader.choice(ScopeName.self)
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
            guard let unit, let maximum,
                let count = maximum.count(of: unit, reader: reader, mark: here)
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
                    excludesFirstVisit: excludesFirstVisit,
                    dollarBasis: basis ?? .planPaid,
                    kind: kind
                )
            )
        }
        return drafts
    }

    private func readMaximumOfLimit() -> LimitMaximum? {
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

/// The maximum of a limit as it is written: a number, or an amount as text.
private enum LimitMaximum {
    case number(Int)
    case amount(Money)

    /// The maximum in the unit of the limit: visits, services, or cents.
    func count(
        of unit: UsageLimit.Unit,
        reader: DocumentReader,
        mark: DocumentReader.Mark
    ) -> Int? {
        switch (unit, self) {
        case (.dollars, .amount(let amount)): return amount.cents
        case (.dollars, .number(let dollars)): return dollars * 100
        case (.visits, .number(let count)), (.services, .number(let count)):
            if count <= 9_999 { return count }
        case (.visits, .amount), (.services, .amount): break
        }
        reader.report(
            mark.child("maximum"),
            "is no count of \(unit.rawValue). Write a whole number from 0 to 9999, such as 20"
        )
        return nil
    }
}
