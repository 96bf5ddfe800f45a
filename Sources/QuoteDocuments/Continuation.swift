import CareModel
import CarePatterns
import CarePricing
package import CareQuote
import PriceTableFiles

/// A quote that goes on in the middle of an earlier one.
package struct ContinuedQuote: Sendable {
    /// The quote of the visits that are left.
    package let made: MadeQuote
    /// The quote of the whole, as it is worked out now.
    let whole: MadeQuote
    /// How many of its visits are done.
    let visitsDone: Int
    /// The name of the earlier quote, where it is another one now.
    let changedFrom: String?
    /// Whether the tables have not changed since, so that the request has.
    let hasSameTables: Bool
    /// The first visit of a plan of care that no longer falls on the day that was foreseen.
    let moved: MovedVisit?

    /// A visit that falls on another day than was foreseen.
    struct MovedVisit: Hashable, Sendable {
        let number: Int
        let foreseen: CalendarDate
        let now: CalendarDate
    }
}

extension QuoteMaker {
    /// Goes on in the middle of an earlier quote.
    ///
    /// - Parameters:
    ///   - bytes: The earlier quote as JSON.
    ///   - count: How many of its visits, by date, are done.
    ///   - finding: What the visits of a plan of care showed, where that is known.
    ///   - screening: What was answered to the questions about warning signs since.
    /// - Returns: The quote of the rest, made on the maker's day; the last visit done is not after it.
    /// - Throws: ``ContinuationError`` with what is wrong.
    package func quote(
        after bytes: [UInt8],
        visitsDone count: Int,
        showing finding: RequestedCare.Finding? = nil,
        answering screening: DeskScreening = DeskScreening()
    ) throws(ContinuationError) -> ContinuedQuote {
        // Whatever else is wrong, a sign that needs care first is told.
        if let careFirst = careFirst(callingOffAfter: screening) {
            throw .failed(QuoteFailure(careFirst: careFirst))
        }
        do throws(ContinuationError) {
            return try rest(after: bytes, visitsDone: count, showing: finding, screening.answers)
        } catch {
            guard case .failed(var failure) = error else { throw error }
            failure.careFirst?.endsPlan = true
            throw .failed(failure)
        }
    }

    /// What is said instead of the rest of a plan where the answers alone say to seek care first.
    ///
    /// - Parameter screening: The answers at a visit.
    /// - Returns: Where to go now, and that the plan is called off; or nothing.
    package func careFirst(callingOffAfter screening: DeskScreening) -> CareFirst? {
        var careFirst = careFirst(after: screening)
        careFirst?.endsPlan = true
        return careFirst
    }

    private func rest(
        after bytes: [UInt8],
        visitsDone count: Int,
        showing finding: RequestedCare.Finding?,
        _ later: ScreeningAnswers
    ) throws(ContinuationError) -> ContinuedQuote {
        let earlier = try EarlierQuote(bytes)
        let prepared = try failing { () throws(QuoteFailure) in try prepare(earlier.request) }
        var whole = try failing { () throws(QuoteFailure) in try prepared.made() }
        whole.before = earlier.before
        try check(count, of: whole)
        if let finding, whole.quote.request.care == nil { throw .noPlan(test: finding.test) }
        let screening = try answers(whole.quote.request.screening, then: later, prepared.tables)
        // A discount lowers each visit; any other offer is a price for several together. Where a
        // clinician decides first, or a checkpoint was not met, those are called off, and with them
        // the offer.
        let offer = whole.quote.chosenWay.offerForSeveral
        let isStopped = try callsOff(
            screening,
            on: today,
            prepared.tables
        )
        let isEnded = prepared.isMissedCheckpoint(finding)
        if let offer, !isStopped, !isEnded { throw .offer(offer.id) }
        let remainder = try failing { () throws(QuoteFailure) in
            try prepared.remainder(
                after: count,
                asOf: today,
                showing: finding,
                screening: screening,
                keepsOffer: offer == nil
            )
        }
        let settlement = PlanSettlement(of: whole, after: count)
        var rest: MadeQuote
        do throws(QuoteFailure) {
            // What the answer prints as its request has to lead to the same quote again.
            rest = try quote(remainder.request)
        } catch {
            if let open = error.openCheckpoint { throw .openCheckpoint(open) }
            var failure = error.advising(whole.quote.visits[count - 1].date, today: today)
            failure.planEnded?.settlement = settlement
            throw .failed(failure)
        }
        if rest.quote.screening.outcome == .clinicianDecides { rest.stopped = settlement }
        if let settlement, settlement.knowsAllBefore {
            rest.before = VisitsBefore(whole.before, and: settlement)
        }
        // Where a clinician decides first, the rest is an exam and not the visits that were left.
        let moved = isStopped ? nil : movedVisit(of: rest.quote, from: whole.quote, after: count)
        if !isStopped, remainder.isExact, moved == nil {
            try compare(rest.quote, with: whole.quote, after: count)
        }
        return ContinuedQuote(
            made: rest,
            whole: whole,
            visitsDone: count,
            changedFrom: earlier.id == whole.id ? nil : earlier.id,
            hasSameTables: earlier.digest == whole.digest,
            moved: moved
        )
    }

    private func failing<Value>(
        _ body: () throws(QuoteFailure) -> Value
    ) throws(ContinuationError) -> Value {
        do throws(QuoteFailure) {
            return try body()
        } catch {
            throw .failed(error)
        }
    }

    private func check(_ count: Int, of whole: MadeQuote) throws(ContinuationError) {
        let visits = whole.quote.visits
        guard (1..<max(visits.count, 1)).contains(count) else {
            throw .visitsDone(count, of: visits.count)
        }
        let date = visits[count - 1].date
        if visits[count].date == date {
            throw .withinOneDay(
                date,
                visitsDone: count,
                before: visits.count { $0.date < date },
                after: visits.count { $0.date <= date },
                of: visits.count
            )
        }
        guard date <= today else {
            throw .stillAhead(
                visit: visits[count - 1].number,
                on: date,
                today: today,
                doneByThen: visits.count { $0.date <= today }
            )
        }
    }

    /// The rest must cost what it cost in the whole.
    private func compare(
        _ rest: Quote,
        with whole: Quote,
        after count: Int
    ) throws(ContinuationError) {
        for (visit, before) in zip(rest.visits, whole.visits.dropFirst(count)) {
            guard visit.lines.map(\.amounts) == before.lines.map(\.amounts) else {
                throw .notSeparable(visit: before.number)
            }
        }
    }

    /// The first visit of a plan of care that no longer falls on the day that was foreseen.
    private func movedVisit(
        of rest: Quote,
        from whole: Quote,
        after count: Int
    ) -> ContinuedQuote.MovedVisit? {
        let foreseen = whole.visits.dropFirst(count)
        guard
            let (now, before) = zip(rest.visits, foreseen).first(where: { $0.date != $1.date })
        else { return nil }
        return ContinuedQuote.MovedVisit(
            number: now.number,
            foreseen: before.date,
            now: now.date
        )
    }
}

extension WayToPay {
    /// The offer of a price for several visits together, where this is one.
    fileprivate var offerForSeveral: Offer? {
        guard case .offer(let offer) = kind else { return nil }
        if case .discount = offer.terms { return nil }
        return offer
    }
}

extension QuoteFailure {
    /// The failure with the day to write where the figures are of a benefit year that has ended.
    fileprivate func advising(_ lastDone: CalendarDate, today: CalendarDate) -> QuoteFailure {
        let isOutdated = request.contains { $0.pointer.hasSuffix("/accumulators/asOf") }
        guard isOutdated, today > lastDone else { return self }
        return QuoteFailure(
            request: request.map { finding in
                guard finding.pointer.hasSuffix("/accumulators/asOf") else { return finding }
                return DocumentFinding(
                    pointer: finding.pointer,
                    position: finding.position,
                    found: finding.found,
                    message: finding.message
                        + ", or --as-of \(lastDone) to go on as the quote foresaw"
                )
            },
            tables: tables,
            isMissingFile: isMissingFile
        )
    }
}
