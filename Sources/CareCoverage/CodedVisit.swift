/// The lines of a visit as one plan sees them, made once for any number of dates and patients.
///
/// Most visits of a course cost the same: while the deductible takes all that it can, again once it
/// is met, and again once a limit is used up. What they come to in each such phase is settled here
/// once, with what they use up, and holds on every date on which nothing runs out. A visit with
/// which something runs out is shared line by line.
public final class CodedVisit: Sendable {
    /// The limits of the visit's lines that a settled visit can be told by.
    static let mostLimits = 3

    let sheet: CodedSheet
    let place: CodedSheet.Place

    init(_ sheet: CodedSheet, at place: CodedSheet.Place) {
        self.sheet = sheet
        self.place = place
    }

    /// Whether what the visit comes to is settled for some of its dates.
    public var isSettled: Bool { sheet.parts.contains(where: \.isSettled) }
}
