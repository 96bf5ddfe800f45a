import RealModule

extension CourseModel {
    /// The prognosis of a patient.
    ///
    /// - Parameters:
    ///   - pattern: The plan.
    ///   - factors: What is known of the patient; a factor that is given twice counts once, and one
    ///     that does not belong to the pattern not at all.
    ///   - grade: A grade that the plan has at best, such as C after a caution was cleared.
    /// - Returns: The prognosis. It never moves a gate or the cap.
    public func prognosis(
        of pattern: CarePattern,
        factors: [PrognosticFactor] = [],
        atBest grade: EvidenceGrade = .a
    ) -> Prognosis {
        // 1. The deltas are added up, shrunk and held within limits.
        // 2. The sum moves the odds that the care helps, and less strongly how soon.
        // 3. The grade says how wide the range is; weak factors make it wider.
        var seen: Set<String> = []
        let factors = factors.filter { $0.applies(to: pattern) && seen.insert($0.id).inserted }
        let shift = shift(of: factors.map { $0.delta(in: pattern) })
        let grade = max(pattern.grade, grade)
        let width = widths[grade]
        return Prognosis(
            responders: responders(pattern.responders, shiftedBy: shift),
            goalsMetPerVisit: goalsMetPerVisit(pattern.goalsMetPerVisit, shiftedBy: shift),
            width: width.responders + extraWidth(of: factors),
            ratio: width.goalsRatio,
            grade: grade
        )
    }

    /// How far factors move the odds, in logarithms.
    public func shift(of deltas: [Double]) -> Double {
        (factors.shrink * deltas.reduce(0, +)).held(within: factors.shift)
    }

    /// A share of patients who are helped, after a shift of its odds.
    public func responders(_ share: Double, shiftedBy shift: Double) -> Double {
        let odds = share / (1 - share)
        guard odds.isFinite, odds > 0 else { return share.held(within: factors.responders) }
        let logit = Double.log(odds) + shift
        return (1 / (1 + Double.exp(-logit))).held(within: factors.responders)
    }

    /// A chance that goals are met, after a shift.
    public func goalsMetPerVisit(_ chance: Double, shiftedBy shift: Double) -> Double {
        (chance * Double.exp(factors.goalsExponent * shift)).held(within: 0...1)
    }

    private func extraWidth(of factors: [PrognosticFactor]) -> Double {
        let weak = factors.filter { $0.grade == .c }.map { $0.extraWidth ?? self.factors.weakWidth }
        return min(weak.reduce(0, +), self.factors.weakWidthMost)
    }
}

extension Double {
    /// The nearest number within limits.
    func held(within limits: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, limits.lowerBound), limits.upperBound)
    }
}
