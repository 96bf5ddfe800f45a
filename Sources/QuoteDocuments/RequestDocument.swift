package import CareQuote
import JSONText
package import PriceTableFiles

/// A request as its document states it: what is asked, and the documents of the plans.
package struct RequestDocument: Hashable, Sendable {
    /// What is asked, each plan with the first ends of its unknown terms that can stand together.
    package let request: QuoteRequest
    /// The documents of the plans, in the order of the request's coverages.
    package let plans: [PlanDocument]

    package init(request: QuoteRequest, plans: [PlanDocument]) {
        self.request = request
        self.plans = plans
    }

    /// What the plans are where some of their terms are not known.
    ///
    /// Of a term's ends only those that the visits can tell apart are numbered there.
    ///
    /// - Parameter visits: The visits of the request, those of a planned care included.
    /// - Returns: The readings.
    package func readings(over visits: [RequestedVisit]) -> PlanReadings {
        let documents = plans
        let ends = zip(request.coverages, documents).map { coverage, document in
            Dictionary(
                uniqueKeysWithValues: document.unknownTerms.map { term in
                    (term.pointer, term.ends(toldApartBy: visits, under: coverage))
                }
            )
        }
        return PlanReadings(
            terms: documents.enumerated().flatMap { index, document in
                document.unknownTerms.map { term in
                    UnknownTerm(
                        coverage: index,
                        pointer: term.pointer,
                        choices: ends[index][term.pointer]?.count ?? term.choices
                    )
                }
            },
            plan: { index, chosen in
                let known = ends[index]
                let isEnd = chosen.allSatisfy { known[$0]?.indices.contains($1) == true }
                guard isEnd else { return nil }
                return documents[index].plan(
                    choosing: Dictionary(
                        uniqueKeysWithValues: chosen.map { ($0, known[$0]?[$1] ?? $1) }
                    )
                )
            }
        )
    }
}
