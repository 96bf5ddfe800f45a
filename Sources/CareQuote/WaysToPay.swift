import CareCoverage
import CareModel

/// The ways to pay for the same visits, and what must be said of them.
struct WaysToPay {
    /// The ways, lowest total first; at the same total, insurance first.
    let inOrder: [WayToPay]
    let notices: [Notice]

    init(visits: [PricedVisit], quoted: [QuotedVisit], request: QuoteRequest) {
        let asQuoted = WayToPay(
            kind: request.coverage == nil ? .selfPay : .insurance,
            schedule: quoted.map { ($0.date, $0.amounts.patientPays) }
        )
        guard request.coverage != nil else {
            inOrder = [asQuoted]
            notices = []
            return
        }
        do throws(AdjudicationError) {
            var schedule: [(CalendarDate, Money)] = []
            for visit in visits {
                let shared = try AdjudicatedVisit(paidBySelf: visit.lines, recordsSteps: false)
                schedule.append(
                    (visit.arranged.date, shared.lines.map(\.amounts.patientPays).sum())
                )
            }
            let bySelf = WayToPay(kind: .selfPay, schedule: schedule)
            inOrder = bySelf.total < asQuoted.total ? [bySelf, asQuoted] : [asQuoted, bySelf]
            notices = [.selfPayCountsNowhere]
        } catch {
            inOrder = [asQuoted]
            notices =
                if case .noSelfPayPrice(let line) = error { [.selfPayNotKnown(line)] } else { [] }
        }
    }
}

extension WayToPay {
    /// Pays each visit on its day; the first amount is due at the first visit.
    init(kind: Kind, schedule: [(date: CalendarDate, amount: Money)]) {
        self.init(
            kind: kind,
            schedule: schedule.map { Installment(date: $0.date, amount: $0.amount) },
            today: schedule.first?.amount ?? .zero
        )
    }
}

extension AdjudicatedVisit {
    init(
        paidBySelf lines: [PricedLine],
        recordsSteps: Bool = true
    ) throws(AdjudicationError) {
        var shared: [AdjudicatedLine] = []
        for line in lines {
            shared.append(try line.paidBySelf(recordsSteps: recordsSteps))
        }
        self.init(lines: shared, events: [])
    }
}
