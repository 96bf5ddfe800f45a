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
    package var readings: PlanReadings {
        let documents = plans
        return PlanReadings(
            terms: documents.enumerated().flatMap { index, document in
                document.unknownTerms.map { term in
                    UnknownTerm(coverage: index, pointer: term.pointer, choices: term.choices)
                }
            },
            plan: { index, ends in documents[index].plan(choosing: ends) }
        )
    }
}
