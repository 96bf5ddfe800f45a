import CareModel
import CarePatterns
import CareQuote
import PriceTableFiles

extension QuoteMaker {
    /// The answers after a visit; without a finding or a day among them, those before it.
    func answers(
        _ earlier: ScreeningAnswers?,
        then later: ScreeningAnswers,
        _ tables: PriceTables
    ) throws(ContinuationError) -> ScreeningAnswers? {
        guard later != ScreeningAnswers(askedOn: nil) else { return earlier }
        let screening = try questions(tables)
        do throws(ScreeningError) {
            _ = try screening.result(of: later)
        } catch {
            throw .screening(error)
        }
        return screening.answers(earlier, then: later)
    }

    /// Whether the visits that are left are called off, because others decide first.
    func callsOff(
        _ answers: ScreeningAnswers?,
        on day: CalendarDate,
        _ tables: PriceTables
    ) throws(ContinuationError) -> Bool {
        guard let answers else { return false }
        let screening = try questions(tables)
        do throws(ScreeningError) {
            switch try screening.result(of: answers, on: day).outcome {
            case .clear, .notRecorded: return false
            case .clinicianDecides, .seekCareFirst: return true
            }
        } catch {
            throw .screening(error)
        }
    }

    private func questions(_ tables: PriceTables) throws(ContinuationError) -> Screening {
        var tables = tables
        do throws(PriceTableErrors) {
            return try tables.screening()
        } catch {
            throw .failed(QuoteFailure(error))
        }
    }
}
