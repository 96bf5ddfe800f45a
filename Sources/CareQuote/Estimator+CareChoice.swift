import CareModel
import CarePatterns

extension Estimator {
    /// Names of the request that the tables do not know, and what goes with no plan.
    private func unknownNames(
        of care: RequestedCare,
        in tables: PatternTables
    ) -> [QuoteProblem] {
        var problems: [QuoteProblem] = []
        for (index, id) in care.factors.enumerated() where tables.factor(id) == nil {
            problems.append(
                .unknownName(
                    .factor,
                    id,
                    known: tables.factors.map(\.id),
                    place: care.place.appending("/factors/\(index)")
                )
            )
        }
        if let test = care.progress?.test, tables.finding(test, improved: true) == nil {
            problems.append(
                .unknownName(
                    .test,
                    test,
                    known: tables.tests.map(\.id) + [tables.gateTest],
                    place: care.place.appending("/forecast/test")
                )
            )
        }
        return problems
    }

    /// What a request's choice comes to.
    enum Chosen {
        case pattern(CarePattern, because: PatternReason?)
        case nothing(PatternChoice)
    }

    func choose(
        for care: RequestedCare,
        in tables: PatternTables
    ) throws(QuoteProblems) -> Chosen {
        var problems = unknownNames(of: care, in: tables)
        var chosen: Chosen?
        switch care.choice {
        case .pattern(let id):
            chosen = tables.pattern(id).map { .pattern($0, because: nil) }
            if id == tables.maintenance.id {
                let place = care.place.appending("/pattern")
                problems.append(.noMaintenance(after: nil, place: place))
            } else if chosen == nil {
                let known = tables.patterns.map(\.id)
                let place = care.place.appending("/pattern")
                problems.append(.unknownName(.pattern, id, known: known, place: place))
            }
        case .complaint(let complaint):
            let choice = tables.chooser.choice(for: complaint)
            switch choice {
            case .chosen(let id, let cap, let reason):
                chosen = tables.pattern(id).map { pattern in
                    .pattern(cap.map(pattern.capped) ?? pattern, because: reason)
                }
            case .noPattern, .noCriterion: chosen = .nothing(choice)
            case .asks(let items):
                let questions = items.map { item in
                    QuoteProblem.AskedItem(item: item, question: tables.chooser.questions[item])
                }
                problems.append(
                    .complaintUnknown(questions, place: care.place.appending("/complaint"))
                )
            }
        }
        guard problems.isEmpty, let chosen else { throw QuoteProblems(problems) }
        return chosen
    }

    func projection(
        of pattern: CarePattern,
        for care: RequestedCare,
        atBest grade: EvidenceGrade,
        in tables: PatternTables
    ) throws(QuoteProblems) -> Projection {
        let place = care.place.appending("/forecast")
        let forecast = care.progress.map { progress in
            Forecast(
                visitsDone: progress.visitsDone,
                finding: progress.test.flatMap {
                    tables.finding($0, improved: progress.hasImproved)
                }
            )
        }
        let projection: Projection
        do throws(ForecastError) {
            projection = try tables.projection(
                of: pattern,
                factors: care.factors.compactMap(tables.factor),
                attendance: care.attendance,
                atBest: grade,
                after: forecast
            )
        } catch {
            throw QuoteProblems([.forecast(error, place: place)])
        }
        if let forecast, forecast.finding == .gate(isMet: false) {
            throw QuoteProblems([.planEnded(visit: forecast.visitsDone, place: place)])
        }
        return projection
    }
}
