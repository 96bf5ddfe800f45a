import CareCoverage
import CareModel

/// S13: what must be there before a line is covered.
extension SlowAdjudicator {
    /// Whether a row needs an authorization on a date: from the (n + 1)th date of the benefit year
    /// on which a line under it is covered.
    func needsAuthorization(_ row: Int, on day: Day) -> Bool {
        guard let term = plan.benefits[row].authorization else { return false }
        var dates: Set<CalendarDate> = []
        for line in past where line.row == row && line.year == day.year && line.date != day.date {
            dates.insert(line.date)
        }
        var earlier = dates.count
        if day.year == knownYear, case .category(let category) = plan.benefits[row].selector {
            earlier += known.benefitVisits[category] ?? 0
        }
        return earlier + 1 > term.afterVisit
    }

    /// Whether the authorization covers a date: in its span, while fewer dates than `visits` have
    /// used it.
    func isAuthorized(_ date: CalendarDate) -> Bool {
        guard let authorization = facts.authorization else { return false }
        if date < authorization.from || authorization.through < date { return false }
        let dates = Set(past.filter(\.usesAuthorization).map(\.date))
        if dates.contains(date) { return true }
        return (known.authorizationVisitsUsed ?? 0) + dates.count < authorization.visits
    }

    /// Whether a limit of the row asks for an authorization on a date.
    func limitsNeedAuthorization(_ row: Int, on day: Day) -> Bool {
        plan.benefits[row].limits.contains {
            plan.limits[$0].kind == .authorizationAfter && !hasRoom($0, on: day)
        }
    }

    /// The part of the plan's payment that a missing authorization costs, where it is a penalty.
    func penaltyPart(_ row: Int) -> Percentage? {
        guard case .penalty(let part)? = plan.benefits[row].authorization?.ifMissing else {
            return nil
        }
        return part
    }

    /// Whether a missing authorization is the clinic's loss: as the row says, else in network.
    func clinicBearsMissing(_ benefit: Benefit?) -> Bool {
        switch benefit?.authorization?.ifMissing {
        case .notBillable: true
        case .patient, .penalty: false
        case nil: network == .inNetwork
        }
    }

    /// Whether a waiting period still runs: it ends on the same day so many months later, or on
    /// the last day of a month that is shorter.
    func isInWaitingPeriod(_ benefit: Benefit, on date: CalendarDate) -> Bool {
        guard benefit.waitingPeriodMonths > 0 else { return false }
        let joined = facts.memberSince ?? plan.effectiveFrom
        return isWithin(benefit.waitingPeriodMonths, from: joined, date)
    }

    /// Whether a date lies before the same day so many months later.
    func isWithin(_ months: Int, from first: CalendarDate, _ date: CalendarDate) -> Bool {
        let all = first.year * 12 + first.month - 1 + months
        let (year, month) = (all / 12, all % 12 + 1)
        let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let end = (year, month, min(first.day, lengths[month - 1]))
        return (date.year, date.month, date.day) < end
    }

    private func isLeap(_ year: Int) -> Bool {
        year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    }
}
