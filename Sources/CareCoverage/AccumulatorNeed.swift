public import CareModel

/// A figure that a plan of care cannot be adjudicated without.
public enum AccumulatorNeed: Hashable, Sendable {
    /// How much of the person's deductible is met.
    case deductible
    /// How much of the family's deductible is met.
    case familyDeductible
    /// How many members of the family have met their deductible.
    case membersMet
    /// How much of a category's deductible is met.
    case categoryDeductible(ServiceCategory)
    /// How much counts toward the person's out-of-pocket maximum.
    case outOfPocket
    /// How much counts toward the family's out-of-pocket maximum.
    case familyOutOfPocket
    /// How much of a limit is used.
    case limit(UsageLimit)
    /// What each of the last months put toward the deductible.
    case carryoverMonths
    /// How many dates have used the authorization.
    case authorizationVisits
    /// On how many dates lines of a category were covered.
    case benefitVisits(ServiceCategory)
    /// The primary diagnosis.
    case diagnosis

    /// Whether the figure stands below the coverage entry of a request, and not beside it.
    public var isOfCoverage: Bool { self != .diagnosis }

    /// The figure's place below a coverage entry of a request, or in the request itself.
    public var pointer: String {
        switch self {
        case .deductible: "/accumulators/deductible/individualMet"
        case .familyDeductible: "/accumulators/deductible/familyMet"
        case .membersMet: "/accumulators/deductible/membersMet"
        case .categoryDeductible(let category):
            "/accumulators/deductible/byCategoryMet/\(category)"
        case .outOfPocket: "/accumulators/outOfPocket/individualMet"
        case .familyOutOfPocket: "/accumulators/outOfPocket/familyMet"
        case .carryoverMonths: "/accumulators/carryoverMonths"
        case .authorizationVisits: "/accumulators/authorizationVisitsUsed"
        case .benefitVisits(let category): "/accumulators/benefitVisits/\(category)"
        case .diagnosis: "/diagnosisCodes"
        case .limit(let limit):
            "/accumulators/limits/\(limit.id)/"
                + (limit.period == .rolling12Months ? "dates" : "used")
        }
    }
}

extension BenefitPlan {
    /// The figures that some dated lines depend on, and that are not known.
    ///
    /// A figure counts only in its own period: one of the benefit year that holds
    /// ``Accumulators/asOf`` is not asked for when every visit lies in a later year.
    public func unknownNeeds(
        of visits: [DatedLines],
        network: Network,
        known: Accumulators,
        facts: CoverageFacts = CoverageFacts()
    ) -> [AccumulatorNeed] {
        var needs: [AccumulatorNeed] = []
        func add(_ need: AccumulatorNeed) {
            if !needs.contains(need) { needs.append(need) }
        }
        let yearStart = benefitPeriod.yearStart(containing: known.asOf)
        for visit in visits where isInForce(on: visit.date) {
            let isSameYear = benefitPeriod.yearStart(containing: visit.date) == yearStart
            for line in visit.lines {
                if facts.diagnosis == nil, dependsOnDiagnosis(line, network: network) {
                    add(.diagnosis)
                }
                let row = benefitIndex(for: line, network: network, diagnosis: facts.diagnosis)
                guard let index = row,
                    benefits[index].coverage == .covered,
                    visit.careType == .active || benefits[index].coversMaintenance
                else { continue }
                let benefit = benefits[index]
                if isSameYear {
                    if benefit.meetsDeductible
                        || isAbsorbedUnderDeductible(line.category, network: network)
                    {
                        deductibleNeeds(of: line, known: known).forEach(add)
                    }
                    if benefit.countsTowardOutOfPocketMaximum
                        || benefit.isWaivedAfterOutOfPocketMaximum
                    {
                        outOfPocketNeeds(known: known).forEach(add)
                    }
                }
                if let term = benefit.authorization {
                    if isSameYear, term.afterVisit > 0,
                        case .category(let category) = benefit.selector,
                        known.benefitVisits[category] == nil
                    {
                        add(.benefitVisits(category))
                    }
                }
                if let authorization = facts.authorization,
                    (authorization.from...authorization.through).contains(visit.date),
                    known.authorizationVisitsUsed == nil,
                    benefit.authorization != nil
                        || benefit.limits.contains(where: {
                            limits[$0].kind == .authorizationAfter
                        })
                {
                    add(.authorizationVisits)
                }
                let newYear = benefitPeriod.nextYearStart(after: known.asOf)
                if let carryover = deductible?.carryover,
                    benefitPeriod.yearStart(containing: visit.date) == newYear,
                    known.asOf >= newYear.adding(months: -carryover.months),
                    benefit.meetsDeductible
                        || isAbsorbedUnderDeductible(line.category, network: network)
                {
                    if known.deductibleByMonth == nil { add(.carryoverMonths) }
                    if carryover.onlyIfNotMet {
                        deductibleNeeds(of: line, known: known)
                            .filter { $0 != .categoryDeductible(line.category) }.forEach(add)
                    }
                }
                for limit in benefit.limits.map({ limits[$0] }) {
                    let isStillCounted =
                        switch limit.period {
                        case .visit, .day: false
                        case .benefitYear: isSameYear
                        case .calendarYear: visit.date.year == known.asOf.year
                        case .rolling12Months: known.asOf > visit.date.adding(months: -12)
                        case .lifetime: true
                        }
                    if isStillCounted, known.limits[limit.id] == nil { add(.limit(limit)) }
                }
            }
        }
        return needs
    }

    /// Whether another row's copay may cover the lines of a category, and its deductible with it.
    private func isAbsorbedUnderDeductible(
        _ category: ServiceCategory,
        network: Network
    ) -> Bool {
        benefits.contains { row in
            row.applies(in: network) && row.coverage == .covered && row.meetsDeductible
                && row.copay?.absorbs.contains(category) == true
        }
    }

    private func deductibleNeeds(
        of line: ServiceLine,
        known: Accumulators
    ) -> [AccumulatorNeed] {
        guard let deductible else { return [] }
        var needs: [AccumulatorNeed] = []
        if deductible.usesIndividual,
            deductible.individual(
                inYearFrom: benefitPeriod.yearStart(containing: known.asOf)
            ) != .zero,
            known.deductible.individual == nil
        {
            needs.append(.deductible)
        }
        if deductible.usesFamily, deductible.family != .zero, known.deductible.family == nil {
            needs.append(.familyDeductible)
        }
        if case .memberCount = deductible.familyType, known.membersMet == nil {
            needs.append(.membersMet)
        }
        if let category = deductible.byCategory[line.category], category != .zero,
            known.deductibleByCategory[line.category] == nil
        {
            needs.append(.categoryDeductible(line.category))
        }
        return needs
    }

    private func outOfPocketNeeds(known: Accumulators) -> [AccumulatorNeed] {
        guard let outOfPocketMaximum else { return [] }
        var needs: [AccumulatorNeed] = []
        if outOfPocketMaximum.individual != nil, known.outOfPocket.individual == nil {
            needs.append(.outOfPocket)
        }
        if outOfPocketMaximum.family != nil, known.outOfPocket.family == nil {
            needs.append(.familyOutOfPocket)
        }
        return needs
    }
}

/// The service lines of one visit, not priced yet.
public struct DatedLines: Hashable, Sendable {
    /// The date of service.
    public let date: CalendarDate
    /// Whether the care is active or maintenance.
    public let careType: CareType
    /// The lines in the order of the claim.
    public let lines: [ServiceLine]

    /// Creates the lines of a visit.
    public init(date: CalendarDate, careType: CareType = .active, lines: [ServiceLine]) {
        self.date = date
        self.careType = careType
        self.lines = lines
    }
}
