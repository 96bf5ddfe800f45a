public import CareModel

/// The visits of a course of care as one plan sees them, made once for any number of first days and
/// patients.
///
/// A course holds the same visit many times over. Where such visits follow each other, they are one
/// run, and all of a run that lie in one phase of a ``CodedVisit`` are shared at once.
public final class CodedCourse: Sendable {
    /// A visit of a course.
    public struct Visit: Sendable {
        let visit: CodedVisit
        let day: Int
        let careType: CareType

        /// Puts a visit on a day of a course.
        ///
        /// - Parameters:
        ///   - visit: The visit.
        ///   - day: How many days it is after the first day of the course.
        ///   - careType: Whether the care is active or maintenance.
        public init(_ visit: CodedVisit, day: Int, careType: CareType = .active) {
            self.visit = visit
            self.day = day
            self.careType = careType
        }

        /// Whether one visit is like another and on a later day.
        fileprivate func continues(_ earlier: Visit) -> Bool {
            visit === earlier.visit && careType == earlier.careType && day > earlier.day
        }
    }

    /// Visits that are alike, each on a later day than the one before.
    struct Run: Sendable {
        let place: CodedSheet.Place
        let careType: CareType
        /// The positions of the visits in the course.
        var visits: Range<Int>
    }

    let sheet: CodedSheet
    let runs: [Run]
    /// How many days after the first day each visit is.
    let days: [Int]

    /// Joins visits to a course.
    ///
    /// - Parameter visits: The visits in order of their days, all made under the same plan.
    public init(_ visits: [Visit]) {
        days = visits.map(\.day)
        var starts = visits.indices.filter { $0 == 0 || !visits[$0].continues(visits[$0 - 1]) }
        let first = starts.map { visits[$0] }
        let (sheet, places) = CodedSheet.joined(first.map(\.visit))
        self.sheet = sheet
        starts.append(visits.count)
        runs = first.indices.map { index in
            Run(
                place: places[index],
                careType: first[index].careType,
                visits: starts[index]..<starts[index + 1]
            )
        }
    }
}

extension CodedSheet {
    /// Copies visits to one sheet, each once, and gives the place of each there.
    fileprivate static func joined(_ visits: [CodedVisit]) -> (CodedSheet, [Place]) {
        var lines: [CodedLine] = []
        var limits: [Int] = []
        var ordinary: [OrdinaryLine] = []
        var parts: [SettledPart] = []
        var uses: [LimitUse] = []
        var copays: [CopayTaken] = []
        var copayRows: [Int] = []
        var places: [ObjectIdentifier: Place] = [:]
        for visit in visits where places[ObjectIdentifier(visit)] == nil {
            let sheet = visit.sheet
            places[ObjectIdentifier(visit)] = Place(
                lines: visit.place.lines.moved(by: lines.count),
                limits: visit.place.limits.moved(by: limits.count),
                phases: visit.place.phases.moved(by: parts.count),
                ordinary: visit.place.ordinary.moved(by: ordinary.count)
            )
            lines += sheet.lines
            limits += sheet.limits
            ordinary += sheet.ordinary
            parts += sheet.parts.map { $0.moved(by: uses.count, copays.count, copayRows.count) }
            uses += sheet.uses
            copays += sheet.copays
            copayRows += sheet.copayRows
        }
        let joined = CodedSheet(
            lines: lines,
            limits: limits,
            ordinary: ordinary,
            parts: parts,
            uses: uses,
            copays: copays,
            copayRows: copayRows
        )
        return (joined, visits.compactMap { places[ObjectIdentifier($0)] })
    }
}

extension SettledPart {
    /// The same part on a sheet that holds other uses, copays and their rows before its own.
    fileprivate func moved(
        by earlierUses: Int,
        _ earlierCopays: Int,
        _ earlierRows: Int
    ) -> SettledPart {
        SettledPart(
            isSettled: isSettled,
            deductible: deductible,
            outOfPocket: outOfPocket,
            uses: uses.moved(by: earlierUses),
            copays: copays.moved(by: earlierCopays),
            copayRows: copayRows.moved(by: earlierRows),
            amounts: amounts
        )
    }
}

extension Range<Int> {
    fileprivate func moved(by offset: Int) -> Range<Int> {
        lowerBound + offset..<upperBound + offset
    }
}
