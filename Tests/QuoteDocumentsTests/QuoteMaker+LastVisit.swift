import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport

extension QuoteMaker {
    /// Goes on from a quote on the maker's day, or where that is before the last visit done, on the
    /// day of that visit.
    func goingOn(
        after bytes: [UInt8],
        visitsDone count: Int,
        showing finding: RequestedCare.Finding? = nil,
        answering screening: DeskScreening = DeskScreening()
    ) throws(ContinuationError) -> ContinuedQuote {
        do throws(ContinuationError) {
            return try quote(
                after: bytes,
                visitsDone: count,
                showing: finding,
                answering: screening
            )
        } catch {
            guard case .stillAhead(_, let day, _, _) = error else { throw error }
            return try QuoteMaker(tables: TableFolder(Repository.tables), today: day).quote(
                after: bytes,
                visitsDone: count,
                showing: finding,
                answering: screening
            )
        }
    }
}
