import CareCoverage
import CareModel
import CarePricing

extension Estimator {
    /// The last day on which a quote is good: before the next change of a price that it uses, to
    /// the end of the benefit year, and at most so many days.
    func goodUntil(_ visits: [QuotedVisit], for request: QuoteRequest) -> CalendarDate {
        let priced = visits.flatMap(\.lines).map(\.priced)
        let ends = priced.flatMap { line in
            [line.charge, line.allowed, line.selfPay].compactMap { $0?.through }
        }
        let yearEnd = request.coverages.map { coverage in
            coverage.plan.benefitPeriod.nextYearStart(after: request.asOf).adding(days: -1)
        }
        .min()
        let asked = clinic?.offers.first { $0.id == request.offer }
        let latest = request.asOf.adding(days: rules.validityDays)
        return (ends + [yearEnd, asked?.validThrough, latest].compactMap { $0 }).filter {
            $0 >= request.asOf
        }.min()
            ?? latest
    }

    /// What a missed appointment costs on the day of the quote.
    func missedAppointment(on date: CalendarDate) -> Money? {
        guard let clinic, let service = clinic.sessions.missedAppointment else { return nil }
        return (try? clinic.charges?.price(of: service, on: date))?.amount
    }
}
