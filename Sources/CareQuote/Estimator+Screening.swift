import CareComplexity
import CareModel
import CarePatterns

extension Estimator {
    /// What the screening of a request means for it.
    ///
    /// - Parameter request: The request.
    /// - Returns: The outcome: a plan with prices, or the first visit's exam alone.
    /// - Throws: ``QuoteProblems`` where care elsewhere comes first, so that there is no price, and
    ///   where an answer is to no question of the tables.
    func screen(_ request: QuoteRequest) throws(QuoteProblems) -> ScreeningResult {
        var answers = request.screening
        if let screening, let birthDate = request.birthDate {
            let known = (answers ?? ScreeningAnswers(askedOn: nil)).with(
                birthDate: birthDate,
                on: request.asOf,
                of: screening
            )
            if answers != nil || !known.present.isEmpty { answers = known }
        }
        guard let answers else {
            return ScreeningResult(outcome: .notRecorded, tier: nil, messages: [])
        }
        guard let screening else {
            // Answers of the day itself without a finding leave nothing to look up; of any others
            // the tables say whether they still count and what they mean.
            guard answers.present.isEmpty, answers.notSure.isEmpty,
                answers.askedOn == nil || answers.askedOn == request.asOf
            else {
                throw QuoteProblems([.noScreeningTable])
            }
            return ScreeningResult(
                outcome: answers.askedOn == nil ? .notRecorded : .clear,
                tier: nil,
                messages: []
            )
        }
        let result: ScreeningResult
        do throws(ScreeningError) {
            result = try screening.result(of: answers, on: request.asOf)
        } catch {
            throw QuoteProblems([.screening(error)])
        }
        guard result.outcome != .seekCareFirst else {
            throw QuoteProblems([.seekCareFirst(result)])
        }
        return result
    }

    /// The request for the next exam alone, where a clinician decides what follows: the first
    /// consultation, or in the middle of a plan of care a re-examination.
    func consultation(of request: QuoteRequest) throws(QuoteProblems) -> QuoteRequest {
        guard let first = try firstVisit(of: request) else { return request }
        let isUnderWay = first.kind == .followUp || first.kind == .reEvaluation
        var contents = RequestedVisit.Contents.consultation
        if case .services(let lines) = first.contents {
            let exams = lines.filter { line in
                line.service.map { clinic?.sessions.isExam($0) == true } ?? false
            }
            if !exams.isEmpty { contents = .services(exams) }
        }
        return request.with(visits: [
            RequestedVisit(
                date: first.date,
                kind: isUnderWay ? .reEvaluation : .new,
                contents: contents,
                exam: first.exam,
                place: first.place
            )
        ])
    }

    private func firstVisit(of request: QuoteRequest) throws(QuoteProblems) -> RequestedVisit? {
        guard let care = request.care else {
            return request.visits.enumerated()
                .min { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }?.element
        }
        guard let next = try nextVisit(of: care, asOf: request.asOf) else {
            return visits(of: care, on: [try firstOpenDay(for: care)]).first
        }
        return RequestedVisit(
            date: next,
            kind: .reEvaluation,
            contents: .session(care.session),
            place: care.place
        )
    }

    /// The day of the next visit of a plan of care that is under way.
    private func nextVisit(
        of care: RequestedCare,
        asOf day: CalendarDate
    ) throws(QuoteProblems) -> CalendarDate? {
        guard care.visitsDone > 0, let tables = patterns,
            case .pattern(let pattern, _) = try choose(for: care, in: tables)
        else { return nil }
        guard care.visitsDone < pattern.phases.map(\.visits).reduce(0, +) else {
            guard care.includesMaintenance else { return nil }
            return try maintenanceDates(
                left: try maintenance(after: pattern, for: care, in: tables),
                after: pattern,
                for: care,
                asOf: day
            )
            .first
        }
        return try dates(of: pattern.phases, for: care, asOf: day)[care.visitsDone]
    }
}
