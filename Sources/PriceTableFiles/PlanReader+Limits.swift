import CareCoverage
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

    private enum UnitName: String, CaseIterable {
        case visits, services, dollars
    }

    private enum ScopeName: String, CaseIterable {
        case individual, family
    }

    func readLimits() -> LimitDrafts {
        var drafts = LimitDrafts()
        reader.list(0...50, of: "limits") { _ in
            let here = reader.mark()
            var id: String?
            var unit: UnitName?
            var maximum: Int?
            var period = UsageLimit.Period.benefitYear
            var counting = UsageLimit.Counting.allowed
            var excludesFirstVisit = false
            reader.object(LimitName.self, required: [.id, .unit, .maximum]) { name in
                switch name {
                case .id: id = reader.words()
                case .unit:
                    let mark = reader.mark()
                    unit = reader.choice(UnitName.self)
                    if unit == .dollars { reader.refuse(mark, "a dollar limit (S10)") }
                case .maximum:
                    if reader.kind() == .string {
                        // A dollar limit writes its maximum as an amount; its unit is refused.
                        _ = reader.money()
                    } else {
                        maximum = reader.integer(in: 0...9_999, of: "visits or services")
                    }
                case .period: period = reader.choice(UsageLimit.Period.self) ?? .benefitYear
                case .counting: counting = reader.choice(UsageLimit.Counting.self) ?? .allowed
                case .basis: reader.refuse("the basis of a dollar limit (S10)")
                case .scope: _ = reader.choice(ScopeName.self)
                case .excludesFirstVisit: excludesFirstVisit = reader.boolean() ?? false
                case .kind: reader.refuse("a limit that is not hard (S9)", unless: "hard")
                }
            }
            guard let id else { return }
            if !drafts.names.insert(id).inserted {
                reader.report(
                    here.child("id"),
                    "\"\(id)\" names two limits. Give each limit its own id"
                )
            }
            guard let unit, unit != .dollars else { return }
            guard let maximum else {
                return reader.report(
                    here.child("maximum"),
                    "is no count. Write a whole number, such as 20"
                )
            }
            drafts.limits.append(
                UsageLimit(
                    id: id,
                    unit: unit == .visits ? .visits : .services,
                    maximum: maximum,
                    period: period,
                    counting: counting,
                    excludesFirstVisit: excludesFirstVisit
                )
            )
        }
        return drafts
    }
}
