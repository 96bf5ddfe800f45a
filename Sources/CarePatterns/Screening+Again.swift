extension Screening {
    /// What is known once the questions were asked again, as they are at every visit.
    ///
    /// - Parameters:
    ///   - earlier: What was answered before.
    ///   - later: What was answered since; nothing in it means that nobody asked.
    /// - Returns: The answers together.
    public func answers(
        _ earlier: ScreeningAnswers?,
        then later: ScreeningAnswers
    ) -> ScreeningAnswers {
        // 1. A sign that was recorded once stays: nobody takes it back by not naming it again.
        // 2. The questions are as old as when they were last asked.
        // 3. A clinician has decided on what was known then. A caution that is new since, or was
        //    not sure and now is, is not cleared by it, unless a clinician has decided again.
        let rest = later.present.subtracting(earlier?.present ?? [])
        let unsure = later.notSure.subtracting(earlier?.present ?? [])
            .subtracting(earlier?.notSure ?? [])
        let isNew = rest.union(unsure).contains { self[$0]?.tier != .weak }
        return ScreeningAnswers(
            askedOn: [earlier?.askedOn, later.askedOn].compactMap { $0 }.max(),
            present: later.present.union(earlier?.present ?? []),
            notSure: later.notSure.union(earlier?.notSure ?? []),
            clearance: later.clearance ?? (isNew ? nil : earlier?.clearance)
        )
    }
}
