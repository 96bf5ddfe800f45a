public import CareModel

/// Shares courses under one plan for their sums alone, one patient after the other.
///
/// It keeps one set of running figures and starts it anew with every patient. Where the figures
/// after a course are asked for, ``Adjudicator/total(of:from:)`` gives the same sums and keeps them.
public struct CourseAdjudicator: Sendable {
    private var adjudicator: Adjudicator

    /// Shares under the plan and with the facts of an adjudicator that has seen no visit.
    public init(_ adjudicator: Adjudicator) {
        self.adjudicator = adjudicator
    }

    /// What a patient has used so far, as the plan counts it.
    public func coded(_ accumulators: Accumulators) -> CodedAccumulators {
        CodedAccumulators(accumulators, coded: adjudicator.coded)
    }

    /// Begins with another patient.
    ///
    /// - Parameter known: What the patient has used so far.
    public mutating func restart(from known: CodedAccumulators) {
        adjudicator.restart(from: known)
    }

    /// Shares the cost of the next visits of a patient, which are alike, and gives their sums.
    ///
    /// - Parameters:
    ///   - visit: What each of them is, made by ``Adjudicator/coded(_:)`` under the same plan and
    ///     facts.
    ///   - careType: Whether the care is active or maintenance.
    ///   - days: How many days after the first day visits are, each later than the one before.
    ///   - positions: The positions of these visits among the days.
    ///   - first: The first day.
    /// - Returns: The amounts of all their lines together; nothing where a figure is needed that
    ///   nobody knows.
    package mutating func total(
        repeating visit: CodedVisit,
        careType: CareType,
        days: [Int],
        _ positions: Range<Int>,
        from first: CalendarDate
    ) -> LineAmounts? {
        adjudicator.total(
            repeating: visit,
            careType: careType,
            days: days,
            positions,
            from: first
        )
    }

    /// Shares the cost of all visits of a patient and gives their sums.
    ///
    /// - Parameters:
    ///   - course: The course, of visits made by ``Adjudicator/coded(_:)`` under the same plan and
    ///     facts.
    ///   - first: The first day of the course.
    ///   - known: What the patient has used so far.
    /// - Returns: The amounts of all lines of all visits together; nothing where a figure is needed
    ///   that nobody knows.
    public mutating func total(
        of course: CodedCourse,
        from first: CalendarDate,
        after known: CodedAccumulators
    ) -> LineAmounts? {
        adjudicator.restart(from: known)
        return adjudicator.total(of: course, from: first)
    }
}
