import CareQuote
import PriceTableFiles

extension UnknownTerm {
    /// A term of a row that nobody knows, beside a coinsurance or in place of it.
    private static func row(
        _ name: String,
        beside members: String = #""coinsurance": "0.20""#,
        more: String = "",
        ends: [String?],
        _ read: @escaping @Sendable (Benefit) -> String
    ) -> UnknownTerm {
        UnknownTerm(
            "/benefits/0/\(name)",
            PlanText(
                more: more,
                limits: "[]",
                benefits: """
                    [{"category": "chiropractic", "\(name)": "unknown"\
                    \(members.isEmpty ? "" : ", " + members)}]
                    """
            ),
            ends: ends
        ) { read($0.benefits[0]) }
    }

    /// A term inside a term of a row.
    private static func inRow(
        _ path: String,
        _ member: String,
        ends: [String?],
        _ read: @escaping @Sendable (Benefit) -> String
    ) -> UnknownTerm {
        UnknownTerm(
            "/benefits/0/\(path)",
            PlanText(
                limits: "[]",
                benefits: "[{\"category\": \"chiropractic\", \"coinsurance\": \"0.20\", \(member)}]"
            ),
            ends: ends
        ) { read($0.benefits[0]) }
    }

    private static func sharing(_ row: Benefit) -> String {
        switch row.sharing {
        case .coinsurance(let part): "coinsurance \(part.decimalText)"
        case .planPaysFixed(let amount): "fixed \(amount.decimalText)"
        }
    }

    private static func allowed(_ row: Benefit) -> String {
        switch row.outOfNetworkBasis {
        case .fractionOfCharge(let part)?: "charge \(part.decimalText)"
        case .fractionOfMedicare(let ratio)?: "Medicare \(ratio.decimalText)"
        case .schedule(let name)?: name
        case nil: "none"
        }
    }

    private static func authorization(_ row: Benefit) -> String {
        guard let term = row.authorization else { return "none" }
        return "after \(term.afterVisit)" + (term.ifMissing == nil ? "" : " \(ifMissing(row))")
    }

    private static func ifMissing(_ row: Benefit) -> String {
        switch row.authorization?.ifMissing {
        case .penalty(let part)?: "penalty \(part.decimalText)"
        case .notBillable?: "notBillable"
        case .patient?: "patient"
        case nil: "none"
        }
    }

    /// Without an authorization the clinic bears the line, the patient pays it, or the plan pays
    /// nothing of it.
    private static let consequences = ["notBillable", "patient", "penalty 1.00"]

    private static let copays = [
        "none", "0.00 perVisit notSubject", "9999999.99 perVisit notSubject",
    ]

    private static func copay(_ row: Benefit) -> String {
        row.copay.map { "\($0.amount.decimalText) \($0.basis) \($0.deductible)" } ?? "none"
    }

    static let ofRows = [
        row("coinsurance", beside: "", ends: ["coinsurance 0.00", "coinsurance 1.00"], sharing),
        row("planPaysFixed", beside: "", ends: ["fixed 0.00", "fixed 9999999.99"], sharing),
        row("copay", ends: copays, copay),
        row("copay", beside: "", ends: copays, copay),
        row("coverage", ends: ["covered", "notCovered", "excluded"]) { $0.coverage.rawValue },
        row("coinsuranceBase", ends: ["afterDeductibleAndCopay", "allowed"]) {
            $0.coinsuranceBase.rawValue
        },
        row("afterExhaustion", ends: ["contracted", "billed", "selfPay", "notBillable"]) {
            $0.afterExhaustion?.rawValue ?? "none"
        },
        row("writeOffAfterExhaustion", ends: ["keep", "zero"]) { $0.exhaustedWriteOff.rawValue },
        row("maintenance", ends: ["covered", "not"]) { $0.coversMaintenance ? "covered" : "not" },
        row("network", ends: ["in", "out", "in out"]) { row in
            row.networks.map(\.rawValue).sorted().joined(separator: " ")
        },
        row("deductibleApplies", ends: flags) { "\($0.deductibleApplies)" },
        row("countsTowardOutOfPocketMaximum", ends: flags) {
            "\($0.countsTowardOutOfPocketMaximum)"
        },
        row("waivedAfterOutOfPocketMaximum", ends: flags) {
            "\($0.isWaivedAfterOutOfPocketMaximum)"
        },
        row("referralRequired", ends: flags) { "\($0.isReferralRequired)" },
        row("waitingPeriodMonths", ends: (0...120).map { "\($0)" }) {
            "\($0.waitingPeriodMonths)"
        },
        row("authorization", ends: ["none"] + consequences.map { "after 0 " + $0 }, authorization),
        row("outOfNetworkAllowed", ends: ["charge 0.00", "charge 1.00"], allowed),
        inRow(
            "outOfNetworkAllowed/fractionOfCharge",
            #""outOfNetworkAllowed": {"fractionOfCharge": "unknown"}"#,
            ends: ["charge 0.00", "charge 1.00"],
            allowed
        ),
        inRow(
            "outOfNetworkAllowed/fractionOfMedicare",
            #""outOfNetworkAllowed": {"fractionOfMedicare": "unknown"}"#,
            ends: ["Medicare 0.00", "Medicare 10.00"],
            allowed
        ),
        inRow(
            "authorization/afterVisit",
            #""authorization": {"afterVisit": "unknown"}"#,
            ends: (0...366).map { "after \($0)" },
            authorization
        ),
        inRow(
            "authorization/required",
            #""authorization": {"required": "unknown", "afterVisit": 12}"#,
            ends: ["after 12", "none"],
            authorization
        ),
        inRow(
            "authorization/ifMissing",
            #""authorization": {"ifMissing": "unknown"}"#,
            ends: consequences,
            ifMissing
        ),
        inRow(
            "authorization/ifMissing/penaltyFraction",
            #""authorization": {"ifMissing": {"penaltyFraction": "unknown"}}"#,
            ends: ["0.00", "1.00"]
        ) { row in
            if case .penalty(let part)? = row.authorization?.ifMissing {
                part.decimalText
            } else {
                "none"
            }
        },
        inRow("copay/amount", #""copay": {"amount": "unknown"}"#, ends: amounts) {
            text($0.copay?.amount)
        },
        inRow(
            "copay/basis",
            #""copay": {"amount": "30.00", "basis": "unknown"}"#,
            ends: ["perVisit", "perService", "perUnit"]
        ) { $0.copay?.basis.rawValue ?? "none" },
        // Only a copay by visit absorbs anything.
        inRow(
            "copay/basis",
            #""copay": {"amount": "30.00", "basis": "unknown", "absorbs": ["xray"]}"#,
            ends: ["perVisit", nil, nil]
        ) { $0.copay?.basis.rawValue ?? "none" },
        inRow(
            "copay/deductible",
            #""copay": {"amount": "30.00", "deductible": "unknown"}"#,
            ends: ["notSubject", "before", "after"]
        ) { $0.copay?.deductible.rawValue ?? "none" },
        inRow(
            "copay/capFractionOfAllowed",
            #""copay": {"amount": "30.00", "capFractionOfAllowed": "unknown"}"#,
            ends: ["0.00", "1.00"]
        ) { $0.copay?.capOfAllowed?.decimalText ?? "none" },
    ]
}
