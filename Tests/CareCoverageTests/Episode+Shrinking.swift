import CareCoverage
import CareModel

extension Episode {
    /// The smallest episode that still fails: visits, lines, limits and terms are left out one by
    /// one as long as it does.
    func smallest(where fails: (Episode) -> Bool) -> Episode {
        var smallest = self
        while let next = smallest.simpler.first(where: fails) {
            smallest = next
        }
        return smallest
    }

    /// The episodes that lack one thing.
    var simpler: [Episode] {
        let all = withFewerVisits + withFewerRows + withFewerTerms + withFewerFigures
        return all.filter { $0 != self }
    }

    private func changed(_ change: (inout Episode) -> Void) -> Episode {
        var copy = self
        change(&copy)
        return copy
    }

    private func planChanged(_ change: (inout PlanTerms) -> Void) -> Episode {
        changed { $0.course.plan = course.plan.with(change) }
    }

    private var withFewerVisits: [Episode] {
        var fewer = course.visits.indices.map { index in
            changed { $0.course.visits.remove(at: index) }
        }
        for (index, visit) in course.visits.enumerated() {
            for number in visit.lines.indices where visit.lines.count > 1 {
                var lines = visit.lines
                lines.remove(at: number)
                let shorter = PlannedVisit(
                    date: visit.date,
                    careType: visit.careType,
                    lines: lines
                )
                fewer.append(changed { $0.course.visits[index] = shorter })
            }
        }
        return fewer
    }

    private var withFewerRows: [Episode] {
        let rows = course.plan.benefits.indices.map { index in
            planChanged { $0.benefits.remove(at: index) }
        }
        let limits = course.plan.limits.indices.map { index in
            planChanged { plan in
                plan.limits.remove(at: index)
                plan.benefits = plan.benefits.map { row in
                    row.with { terms in
                        terms.limits = terms.limits.filter { $0 != index }
                            .map { $0 > index ? $0 - 1 : $0 }
                    }
                }
            }
        }
        return rows + limits
    }

    private var withFewerTerms: [Episode] {
        let changes: [(inout BenefitTerms) -> Void] = [
            { $0.diagnoses = nil }, { $0.copay = nil }, { $0.coverage = .covered },
            { $0.sharing = .coinsurance(.zero) }, { $0.coinsuranceBase = .afterDeductibleAndCopay },
            { $0.deductibleApplies = true }, { $0.counts = true }, { $0.isWaived = true },
            { $0.afterExhaustion = nil }, { $0.coversMaintenance = false },
            { $0.authorization = nil }, { $0.waitingPeriodMonths = 0 },
            { $0.authorization = $0.authorization.map { _ in AuthorizationTerm() } },
            { $0.exhaustedWriteOff = .keep }, { $0.outOfNetworkBasis = nil },
            { $0.limits = Array($0.limits.dropFirst()) },
            { $0.limits = Array($0.limits.dropLast()) },
        ]
        let rows = course.plan.benefits.indices.flatMap { index in
            changes.map { change in
                planChanged { $0.benefits[index] = $0.benefits[index].with(change) }
            }
        }
        let person = course.plan.deductible?.individual
        let maximum = course.plan.outOfPocketMaximum?.individual
        return rows + [
            planChanged { $0.deductible = nil },
            planChanged {
                $0.deductible = $0.deductible.map { _ in Deductible(individual: person) }
            },
            planChanged { $0.outOfPocketMaximum = nil },
            planChanged {
                $0.outOfPocketMaximum = maximum.map { OutOfPocketMaximum(individual: $0) }
            },
            planChanged { $0.effectiveThrough = nil },
            planChanged { $0.benefitPeriod = .calendarYear },
            changed { $0.facts = CoverageFacts() },
            changed { $0.course.network = .inNetwork },
        ]
    }

    private var withFewerFigures: [Episode] {
        let changes: [(inout Accumulators) -> Void] = [
            { $0.deductible = Accumulators.Tier(individual: .zero, family: .zero) },
            { $0.outOfPocket = Accumulators.Tier(individual: .zero, family: .zero) },
            { $0.membersMet = 0 }, { $0.deductibleByCategory = [:] }, { $0.limits = [:] },
            { $0.deductibleByMonth = nil }, { $0.authorizationVisitsUsed = 0 },
            { $0.benefitVisits = [:] },
        ]
        return changes.map { change in changed { change(&$0.course.used) } }
    }
}

extension Episode {
    /// What a failure prints: every part that is there, a line each.
    var summary: String {
        let plan = course.plan
        var parts = ["\(plan.type), \(plan.coordination), \(course.network), \(plan.benefitPeriod)"]
        if let deductible = plan.deductible { parts.append("\(deductible)") }
        if let maximum = plan.outOfPocketMaximum { parts.append("\(maximum)") }
        parts += plan.limits.map { "\($0)" }
        parts += plan.benefits.map { "\($0)" }
        parts.append("\(course.used)")
        parts.append("\(facts)")
        for visit in course.visits {
            parts.append("visit of \(visit.date), \(visit.careType)")
            parts += visit.lines.map { line in
                "  \(line.line.name) × \(line.line.units): charge \(line.charge.amount), "
                    + "allowed \(line.allowed?.amount.description ?? "unknown")"
            }
        }
        return parts.joined(separator: "\n").replacing("CareCoverage.", with: "")
    }
}
