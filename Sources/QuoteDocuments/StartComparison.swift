package import CareModel
package import CareQuote
import PriceTableFiles

/// The same plan of care from each day on which it can begin.
package struct StartComparison: Sendable {
    /// How many starts are compared at most.
    package static let most = 60

    /// The plan of care from one day.
    package struct Entry: Sendable {
        /// The first visit.
        package let start: CalendarDate
        /// Its quote.
        package let made: MadeQuote

        /// What the patient has paid by the visit by which care most likely ends; absent where
        /// there is no plan.
        package var headline: ProjectedCost.Outcome? {
            made.quote.projection?.outcome(notExceededWith: 0.5)
        }

        /// What the patient pays for the longest course.
        package var patientPays: Money { made.quote.chosenWay.total }
    }

    /// The entries in order of their starts, at least one.
    package let entries: [Entry]

    /// What warnings the quotes bring, each once.
    package var warnings: [String] {
        var seen: Set<String> = []
        return entries.flatMap(\.made.warnings).map { "\($0)" }
            .filter { seen.insert($0).inserted }
    }

    /// What a start saves against the first one for the longest course, below zero where it costs
    /// more.
    package func saving(of entry: Entry) -> Money {
        (entries.first?.patientPays ?? .zero) - entry.patientPays
    }

    /// The same for the visits until care most likely ends.
    package func headlineSaving(of entry: Entry) -> Money? {
        guard let first = entries.first?.headline, let own = entry.headline else { return nil }
        return first.patientPays - own.patientPays
    }
}

/// Why starts cannot be compared.
package enum StartComparisonError: Error, Hashable, Sendable {
    /// The request gives visits, and not a plan of care.
    case noCare
    /// The request does not say until when the plan may begin.
    case noLatestStart
    /// No day of those is open.
    case noStart(from: CalendarDate, through: CalendarDate)
    /// More days are open than are compared.
    case tooMany(lastCompared: CalendarDate)
    /// Visits of the plan are done, so that it has begun.
    case hasBegun(visitsDone: Int)
    /// No quote can be made.
    case failed(QuoteFailure)

    /// Whether the options are wrong together, and not the request by itself.
    package var isUsage: Bool {
        switch self {
        case .noCare, .noLatestStart, .hasBegun: true
        case .noStart, .tooMany, .failed: false
        }
    }

    /// What is wrong and what to write instead, a line each.
    package var lines: [String] {
        switch self {
        case .noCare:
            [
                "--compare-starts: the request gives its visits. Write a plan of care instead: "
                    + "care, or --pattern ID or --complaint REGION"
            ]
        case .noLatestStart:
            [
                "--compare-starts: the request does not say until when the plan may begin. Write "
                    + "care/startNoLaterThan, or --start-no-later-than DATE"
            ]
        case .noStart(let from, let through):
            [
                "--compare-starts: no day from \(from) through \(through) is open. Write a later "
                    + "startNoLaterThan, or other weekdays"
            ]
        case .tooMany(let last):
            [
                "--compare-starts: more than \(StartComparison.most) days are open. Write a "
                    + "startNoLaterThan of \(last) or before"
            ]
        case .hasBegun(let done):
            [
                "--compare-starts: \(done) visits are done, so the plan has begun. Leave "
                    + "care/forecast (--forecast-visits) out"
            ]
        case .failed(let failure): failure.lines
        }
    }
}

extension QuoteMaker {
    /// Compares the days on which the plan of care of a request can begin; the tables are read once.
    ///
    /// - Parameter bytes: The request as JSON.
    /// - Returns: The comparison.
    /// - Throws: ``StartComparisonError`` with what is wrong.
    package func compareStarts(
        _ bytes: [UInt8]
    ) throws(StartComparisonError) -> StartComparison {
        let prepared: PreparedRequest
        do throws(QuoteFailure) {
            prepared = try prepare(bytes)
        } catch {
            throw .failed(error)
        }
        let starts = try starts(of: prepared)
        var entries: [StartComparison.Entry] = []
        var failures: [QuoteFailure] = []
        for start in starts {
            do throws(QuoteFailure) {
                let made = try prepared.starting(on: start).made()
                entries.append(StartComparison.Entry(start: start, made: made))
            } catch {
                failures.append(error)
            }
        }
        guard let first = failures.first else { return StartComparison(entries: entries) }
        // One price that is missing would be told for each start.
        throw .failed(
            QuoteFailure(
                request: failures.flatMap(\.request),
                tables: failures.flatMap(\.tables),
                isMissingFile: first.isMissingFile,
                careFirst: first.careFirst
            )
            .withoutRepetition
        )
    }

    private func starts(
        of prepared: PreparedRequest
    ) throws(StartComparisonError) -> [CalendarDate] {
        guard let care = prepared.document.request.care else { throw .noCare }
        guard let latest = care.startNoLaterThan else { throw .noLatestStart }
        guard care.visitsDone == 0 else { throw .hasBegun(visitsDone: care.visitsDone) }
        let starts: [CalendarDate]
        do throws(QuoteProblems) {
            starts = try prepared.estimator.starts(of: care, atMost: StartComparison.most)
        } catch {
            throw .failed(QuoteFailure(error, in: prepared.tables.folder))
        }
        guard !starts.isEmpty else { throw .noStart(from: care.start, through: latest) }
        guard starts.count <= StartComparison.most else {
            throw .tooMany(lastCompared: starts[StartComparison.most - 1])
        }
        return starts
    }
}

extension PreparedRequest {
    /// The same request with its plan of care from another day, on the same tables.
    fileprivate func starting(on day: CalendarDate) -> PreparedRequest {
        PreparedRequest(
            document: RequestDocument(
                request: document.request.starting(on: day),
                plans: document.plans
            ),
            estimator: estimator,
            tables: tables
        )
    }
}
