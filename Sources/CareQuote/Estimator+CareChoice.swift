import CareModel
import CarePatterns

extension Estimator {
    /// What a request's choice comes to.
    enum Chosen {
        /// A pattern, and why where the request does not name it.
        case pattern(CarePattern, because: PatternReason?)
        /// No published plan, with the reason.
        case nothing(PatternChoice)
    }

    /// Finds the pattern that a request names, or that the published criteria lead to.
    ///
    /// - Parameters:
    ///   - care: What is asked.
    ///   - tables: The patterns and their criteria.
    /// - Returns: The pattern, or that none is published for the complaint.
    /// - Throws: ``QuoteProblems`` with every name that the tables do not know, and with what has to
    ///   be asked before the criteria decide.
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
            problems += unweighed(in: complaint, of: care, tables.chooser)
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

    /// Works out how a plan can end, from what is known of the patient and after the visits done.
    ///
    /// - Parameters:
    ///   - pattern: The pattern.
    ///   - care: What is asked.
    ///   - grade: The best grade that the plan can have after the screening.
    ///   - tables: The model, the factors and the tests.
    /// - Returns: The ends with their chances.
    /// - Throws: ``QuoteProblems`` where what the visits showed does not fit the pattern, or where
    ///   nobody says whether the checkpoint behind them was met.
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
        // Care goes on after a checkpoint only if it was met, which is never taken as known.
        if let open = openCheckpoint(of: pattern, for: care, in: tables) {
            throw QuoteProblems([.checkpointOpen(open, place: place)])
        }
        return projection
    }

    /// What the complaint says of another part of the body, which would be passed over.
    private func unweighed(
        in complaint: Complaint,
        of care: RequestedCare,
        _ chooser: PatternChooser
    ) -> [QuoteProblem] {
        guard let region = complaint.region else { return [] }
        return chooser.unweighed(in: complaint).map { item in
            .complaintUnweighed(
                item,
                of: region,
                chooser.regions(weighing: item),
                place: care.place.appending("/complaint/\(item.rawValue)")
            )
        }
    }

    /// The factors and the test of the request that the tables do not know.
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
                    known: tables.tests.map(\.id) + [tables.gateTest.id],
                    place: care.place.appending("/forecast/test")
                )
            )
        }
        return problems
    }
}
