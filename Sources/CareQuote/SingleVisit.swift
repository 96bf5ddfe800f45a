public import CarePatterns

/// What is said beside a visit for a complaint for which no plan of care is published.
public struct SingleVisit: Hashable, Sendable {
    /// When care stops, as far as it needs no plan.
    public let stopRules: [Statement]
    /// What to do around the visit, what is common after it, and when to call.
    public let advice: VisitAdvice

    /// What of the tables belongs beside a visit for what the patient complains of.
    init(of care: RequestedCare, in tables: PatternTables) {
        var region: BodyRegion?
        if case .complaint(let complaint) = care.choice { region = complaint.region }
        stopRules = tables.stopRules.atOneVisit
        advice = tables.advice.beside(region, of: tables.patterns)
    }
}
