extension WrongRequest {
    private static func covered(_ accumulators: String, more: String = "") -> RequestText {
        RequestText(coverage: RequestText.plan(more: more, accumulators: accumulators))
    }

    private static let deductible = #", "deductible": {"individual": "500.00"}"#
    private static let carryover =
        #", "deductible": {"individual": "500.00", "carryover": {"months": 3}}"#

    /// Days that cannot be, and figures of terms that the plan does not have.
    static let dates = [
        WrongRequest(
            "a patient last seen after the first visit",
            RequestText(more: #", "patient": {"lastSeen": "2026-11-24"}"#),
            at: "/patient/lastSeen",
            says: "is 2026-11-24, after the first visit on 2026-11-23"
        ),
        WrongRequest(
            "a birth after the day of the quote",
            RequestText(more: #", "patient": {"birthDate": "2026-11-21"}"#),
            at: "/patient/birthDate",
            says: "is 2026-11-21, after the day of the quote"
        ),
        WrongRequest(
            "a screening after the day of the quote",
            RequestText(more: #", "screening": {"askedOn": "2026-11-21"}"#),
            at: "/screening/askedOn",
            says: "is 2026-11-21, after the day of the quote"
        ),
        WrongRequest(
            "figures of last year, of which the plan needs this year's",
            covered(
                #"{"asOf": "2025-12-15", "deductible": {"individualMet": "0"}}"#,
                more: deductible
            ),
            at: "/coverage/0/accumulators/asOf",
            says: "is 2025-12-15, before the benefit year that began on 2026-01-01"
        ),
        WrongRequest(
            "a category's deductible that the plan does not have",
            covered(#"{"deductible": {"byCategoryMet": {"xray": "10.00"}}}"#),
            at: "/coverage/0/accumulators/deductible/byCategoryMet/xray",
            says: "is not about a deductible of p"
        ),
        WrongRequest(
            "visits of a benefit that needs no authorization",
            covered(#"{"benefitVisits": {"chiropractic": 3}}"#),
            at: "/coverage/0/accumulators/benefitVisits/chiropractic",
            says: "is not about a benefit of p that needs an authorization"
        ),
        WrongRequest(
            "months without a carry-over",
            covered(#"{"carryoverMonths": {"10": "60.00"}}"#),
            at: "/coverage/0/accumulators/carryoverMonths",
            says: "goes with a carry-over, which p does not have"
        ),
        WrongRequest(
            "months that add up to more than what is met",
            covered(
                """
                {"deductible": {"individualMet": "10.00"}, "carryoverMonths": {"10": "60.00"}}
                """,
                more: carryover
            ),
            at: "/coverage/0/accumulators/carryoverMonths",
            says: "adds up to more than the 10.00 met"
        ),
        WrongRequest(
            "a thirteenth month",
            covered(#"{"carryoverMonths": {"13": "60.00"}}"#, more: carryover),
            at: "/coverage/0/accumulators/carryoverMonths/13",
            says: "is no month"
        ),
    ]

    /// Ways to pay that contradict themselves.
    static let payments = [
        WrongRequest(
            "a discount for paying on the day, paid by the month",
            RequestText(
                more: #", "offers": ["prompt-pay"], "payment": {"option": "monthly"}"#
            ),
            at: "/payment/option",
            says: "the discount is for paying on the day of each visit"
        ),
        WrongRequest(
            "insurance paid in advance",
            RequestText(
                coverage: RequestText.plan(),
                more: #", "payment": {"option": "prepay"}"#
            ),
            at: "/payment/option",
            says: "the insurer decides each share when its claim arrives"
        ),
        WrongRequest(
            "insurance paid in one monthly part",
            RequestText(
                visits: RequestText.visit("2026-11-23") + ", "
                    + RequestText.visit("2026-11-25"),
                coverage: RequestText.plan(),
                more: #", "payment": {"option": "monthly"}"#
            ),
            at: "/payment/option",
            says: "the insurer decides each share when its claim arrives"
        ),
        WrongRequest(
            "two offers at once",
            RequestText(more: #", "offers": ["prompt-pay", "household"]"#),
            at: "/offers",
            says: "names 2 offers, and discounts do not stack"
        ),
        WrongRequest(
            "an offer that the clinic does not have",
            RequestText(more: #", "offers": ["free-care"]"#),
            at: "/offers/0",
            says: "is not an offer of harbor-spine. Write one of: new-patient-special"
        ),
    ]

    /// Sessions that cannot be billed as they are written.
    static let sessions = [
        WrongRequest(
            "a service named twice",
            RequestText(
                visits: RequestText.session("2026-11-23", #""other": ["traction", "traction"]"#),
                more: #", "patient": {"lastSeen": "2026-10-01"}"#
            ),
            at: "/visits/0/session",
            says: "names traction twice"
        ),
        WrongRequest(
            "a service counted in minutes, without them",
            RequestText(
                visits: RequestText.session("2026-11-23", #""other": ["traction", "massage"]"#),
                more: #", "patient": {"lastSeen": "2026-10-01"}"#
            ),
            at: "/visits/0/session/other/1",
            says: "is counted in units of 15 minutes. Write it under timed, with its minutes"
        ),
        WrongRequest(
            "too few minutes and nothing else",
            RequestText(
                visits: RequestText.session(
                    "2026-11-23",
                    #""timed": [{"service": "massage", "minutes": 7}]"#
                ),
                more: #", "patient": {"lastSeen": "2026-10-01"}"#
            ),
            at: "/visits/0/session",
            says: "holds only 7 minutes of massage, too few for a unit"
        ),
        WrongRequest(
            "minutes in two visits on one day",
            RequestText(
                visits: Array(
                    repeating: RequestText.session(
                        "2026-11-23",
                        #""timed": [{"service": "massage", "minutes": 10}]"#
                    ),
                    count: 2
                )
                .joined(separator: ", "),
                more: #", "patient": {"lastSeen": "2026-10-01"}"#
            ),
            at: "/visits/1",
            says: "has timed services in two visits on 2026-11-23"
        ),
        WrongRequest(
            "two adjustments of the spine on one day",
            RequestText(
                visits: RequestText.visit(
                    "2026-11-23",
                    #"{"service": "adjust-spine-1-2"}"#,
                    #"{"service": "adjust-spine-3-4"}"#
                )
            ),
            at: "/visits/0/services/1",
            says: "which the rule one-adjustment-a-day refuses on visit 1"
        ),
    ]
}
