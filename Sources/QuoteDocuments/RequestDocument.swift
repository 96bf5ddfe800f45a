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

    /// Refuses a plan with terms that nobody knows, because no range is worked out yet.
    func refuseUnknownTerms() throws(QuoteFailure) {
        let findings = zip(request.coverages, plans).flatMap { coverage, plan in
            plan.unknownTerms.map { term in
                let pointer = "\(coverage.place.pointer)/plan"
                let place = plan.plan.place.appending(term.pointer)
                return DocumentFinding(
                    pointer: coverage.isFromTables ? pointer : pointer + term.pointer,
                    position: TextPosition(line: 1, column: 1),
                    found: "\"unknown\"",
                    message: (coverage.isFromTables ? "in \(place) " : "")
                        + "is a term that nobody knows, and this version needs it. Ask the insurer"
                )
            }
        }
        guard findings.isEmpty else { throw QuoteFailure(request: findings) }
    }
}
