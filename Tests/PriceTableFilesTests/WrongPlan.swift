import Testing

/// A plan with one mistake, and where and how its reader must tell of it.
struct WrongPlan: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let plan: PlanText
    let pointers: [String]
    /// A piece of the first message.
    let message: String

    init(_ what: String, _ plan: PlanText, at pointers: String..., says message: String) {
        testDescription = what
        self.plan = plan
        self.pointers = pointers
        self.message = message
    }

    /// A row for chiropractic care with other members.
    static func row(_ members: String) -> PlanText {
        PlanText(benefits: "[{\"category\": \"chiropractic\", \(members)}]")
    }

    static func covered(_ members: String) -> PlanText {
        row("\"coinsurance\": \"0.20\", \(members)")
    }

    static func limit(_ members: String) -> PlanText {
        PlanText(limits: "[{\"id\": \"v\", \(members)}]")
    }
}
