import CareCoverage
import CareModel

/// A second reading of rules S1 to S13 and S18 and of the special payers, slow and plain, to
/// compare the first one with.
///
/// It keeps no running figures. It remembers every covered line of the course, and works out what
/// is left of each term by going through all of them again, line after line.
struct SlowAdjudicator {
    /// A covered line of the course so far.
    struct Past {
        let visit: Int
        let date: CalendarDate
        /// The benefit year, named by the calendar year in which it begins.
        let year: Int
        /// The row that covers the line.
        let row: Int
        let category: ServiceCategory
        var deductible = 0
        /// What was credited toward the maximum.
        var credited = 0
        /// The row whose copay was taken, and how much of it before any trimming.
        var copayRow = -1
        var copay = 0
        /// The limits, by position, that count the line.
        var counting: [Int] = []
        /// What the line used of each limit of dollars, by its position.
        var dollars: [Int: Int] = [:]
        /// Whether the line needed the authorization, and had it.
        var usesAuthorization = false
    }

    /// What becomes of a line.
    struct Outcome: Equatable {
        var denial: String?
        var allowed = 0
        var split = Split()
        /// What Medicare pays to the patient.
        var reimbursed = 0
        /// The modifiers of the claim.
        var modifiers: [Modifier] = []
    }

    /// The outcomes of a course, up to a visit in a year whose deductible is not published.
    struct Reading {
        var visits: [[Outcome]] = []
        var missingYear: Int?
    }

    let plan: BenefitPlan
    let network: Network
    let known: Accumulators
    let facts: CoverageFacts
    /// Whether a qualified beneficiary's shares are forgiven here, and not left to Medicaid first.
    let forgivesShares: Bool
    /// The benefit year of the known figures.
    let knownYear: Int
    private let candidates: [Candidate]
    var past: [Past] = []
    var visit = 0

    init(_ episode: Episode, forgivesShares: Bool = true) {
        self.forgivesShares = forgivesShares
        plan = episode.course.plan
        network = episode.course.network
        known = episode.course.used
        facts = episode.facts
        knownYear = Self.benefitYear(of: known.asOf, plan: plan)
        candidates = Self.candidates(episode)
    }

    /// The outcomes of a whole course.
    static func outcomes(of episode: Episode) -> [[Outcome]] { reading(of: episode).visits }

    /// The outcomes of a course; a visit without lines has none.
    static func reading(of episode: Episode, forgivesShares: Bool = true) -> Reading {
        var adjudicator = SlowAdjudicator(episode, forgivesShares: forgivesShares)
        var reading = Reading()
        for visit in episode.course.visits {
            adjudicator.visit += 1
            let year = benefitYear(of: visit.date, plan: episode.course.plan)
            if !visit.lines.isEmpty, adjudicator.lacksDeductible(of: year) {
                reading.missingYear = year
                break
            }
            reading.visits.append(
                visit.lines.map {
                    adjudicator.outcome(
                        of: $0,
                        on: Day(date: visit.date, year: year),
                        isActive: visit.careType == .active
                    )
                }
            )
        }
        return reading
    }

    /// A date of service and the benefit year that holds it.
    struct Day {
        let date: CalendarDate
        let year: Int
    }

    private mutating func outcome(
        of line: PricedLine,
        on day: Day,
        isActive: Bool
    ) -> Outcome {
        let row = row(for: line.line)
        let denial = denial(line.line, row, on: day, isActive: isActive)
        // The notice is read before the line itself can end it.
        let modifiers = claimModifiers(line.line, denial, on: day.date)
        var outcome = Outcome()
        if let denial {
            outcome = uncovered(line, row, denial, on: day.date)
        } else if let row {
            outcome = covered(line, row, on: day)
        }
        outcome.modifiers = modifiers
        return outcome
    }

    /// A row that holds in this network and for this diagnosis.
    private struct Candidate {
        let row: Int
        let selector: Benefit.Selector
    }

    /// The most specific row: code, then service, then category (S18: the candidates that hold
    /// because of the diagnosis come first).
    func row(for line: ServiceLine) -> Int? {
        for candidate in candidates {
            if case .codes(let codes) = candidate.selector, let code = line.code,
                codes.contains(code)
            {
                return candidate.row
            }
        }
        for candidate in candidates {
            if case .services(let keys) = candidate.selector, let service = line.service,
                keys.contains(service)
            {
                return candidate.row
            }
        }
        for candidate in candidates {
            if case .category(let category) = candidate.selector, category == line.category {
                return candidate.row
            }
        }
        return nil
    }

    /// S18: a row with diagnoses holds when the primary code begins with one of `only`, or with
    /// none of `except`; such rows first, then those without diagnoses.
    private static func candidates(_ episode: Episode) -> [Candidate] {
        var byDiagnosis: [Candidate] = []
        var plain: [Candidate] = []
        for (row, benefit) in episode.course.plan.benefits.enumerated()
        where benefit.networks.contains(episode.course.network) {
            let candidate = Candidate(row: row, selector: benefit.selector)
            func begins(_ beginning: String) -> Bool {
                guard let code = episode.facts.diagnosis else { return false }
                return code.prefix(beginning.count) == Substring(beginning)
            }
            switch benefit.diagnoses {
            case nil: plain.append(candidate)
            case .only(let beginnings):
                if beginnings.contains(where: begins) { byDiagnosis.append(candidate) }
            case .except(let beginnings):
                if episode.facts.diagnosis != nil, !beginnings.contains(where: begins) {
                    byDiagnosis.append(candidate)
                }
            }
        }
        return byDiagnosis + plain
    }
}
