extension CourseModel {
    /// How a plan can end, over three views of the evidence.
    ///
    /// - Parameters:
    ///   - pattern: The plan.
    ///   - prognosis: The patient's prognosis, from ``prognosis(of:factors:atBest:)``.
    ///   - attendance: Whether patients who leave of their own accord are counted.
    /// - Returns: The probability of each last visit and reason.
    public func course(
        of pattern: CarePattern,
        prognosis: Prognosis,
        attendance: Attendance = .adherent
    ) -> CourseDistribution {
        let (width, ratio) = (prognosis.width, prognosis.ratio)
        func pass(_ responders: Double, _ goalsMetPerVisit: Double) -> CourseDistribution {
            VisitChain(
                responders: responders.held(within: 0...1),
                goalsMetPerVisit: goalsMetPerVisit.held(within: 0...1),
                firstGoalsVisit: firstGoalsVisit,
                attrition: attendance == .typical ? attrition : .none,
                gates: pattern.gates,
                cap: pattern.cap
            )
            .course
        }
        let (responders, goals) = (prognosis.responders, prognosis.goalsMetPerVisit)
        return CourseDistribution(mixing: [
            (weights.favourable, pass(responders + width, goals * ratio)),
            (weights.central, pass(responders, goals)),
            (weights.unfavourable, pass(responders - width, goals / ratio)),
        ])
    }
}

extension CourseModel {
    /// How a plan can end once some visits are done and care goes on.
    ///
    /// - Parameters:
    ///   - pattern: The plan.
    ///   - prognosis: The patient's prognosis before the first visit.
    ///   - attendance: Whether patients who leave of their own accord are counted.
    ///   - forecast: The visits done, and what they showed.
    /// - Returns: The probability of each last visit and reason, counted from the first visit.
    /// - Throws: ``ForecastError`` where the plan has no visit left, or where the test or the gate
    ///   does not belong there.
    public func course(
        of pattern: CarePattern,
        prognosis: Prognosis,
        attendance: Attendance = .adherent,
        after forecast: Forecast
    ) throws(ForecastError) -> CourseDistribution {
        // 1. A gate is answered at its own visit or later; one that is missed ends the plan there.
        // 2. One that is met makes it certain that the care helps; so does care that goes on
        //    after the first gate, which nobody else passes.
        // 3. A test moves the chance that it helps.
        // 4. The courses that ended earlier are left out.
        let done = forecast.visitsDone
        guard done >= 0 else { throw .negativeVisits(done) }
        if case .gate(let isMet)? = forecast.finding {
            guard pattern.gate(through: done) != nil else {
                throw .noGate(visitsDone: done, gates: pattern.gates.map(\.visit))
            }
            guard done <= pattern.cap else {
                throw .planIsOver(visitsDone: done, cap: pattern.cap)
            }
            if !isMet { return CourseDistribution(endingAt: done, because: .stopRule) }
        }
        let known = try pattern.prognosis(prognosis, after: forecast)
        let course = course(of: pattern, prognosis: known, attendance: attendance)
        guard let rest = course.goingOn(after: done) else {
            throw ForecastError.nobodyGoesOn(visitsDone: done)
        }
        return rest
    }
}

extension CarePattern {
    /// A prognosis with what the visits done have shown.
    fileprivate func prognosis(
        _ prognosis: Prognosis,
        after forecast: Forecast
    ) throws(ForecastError) -> Prognosis {
        let done = forecast.visitsDone
        guard done < cap else { throw .planIsOver(visitsDone: done, cap: cap) }
        if case .test(let test, let improved)? = forecast.finding {
            guard test.patterns.contains(id) else {
                throw .testOfOtherPattern(test: test.id, pattern: id)
            }
            guard done >= test.earliestVisit else {
                throw .testTooEarly(
                    test: test.id,
                    visitsDone: done,
                    earliestVisit: test.earliestVisit
                )
            }
            if done < firstGate { return prognosis.updated(by: test, improved: improved) }
        }
        return done >= firstGate ? prognosis.withImprovement : prognosis
    }
}
