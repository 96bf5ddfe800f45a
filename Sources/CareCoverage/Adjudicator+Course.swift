public import CareModel

extension Adjudicator {
    /// Shares the cost of the visits of a course and gives their sums alone.
    ///
    /// - Parameters:
    ///   - course: The course, of visits made by ``coded(_:)`` of this adjudicator or of one with
    ///     the same plan and facts.
    ///   - first: The first day of the course; visits come in order of date.
    /// - Returns: The amounts of all lines of all visits together; nothing where a figure is needed
    ///   that nobody knows.
    public mutating func total(
        of course: CodedCourse,
        from first: CalendarDate
    ) -> LineAmounts? {
        var total = LineAmounts()
        for index in course.runs.indices {
            let visits = course.runs[index].visits
            var next = visits.lowerBound
            while next < visits.upperBound {
                let shared = add(
                    next..<visits.upperBound,
                    of: course.runs[index],
                    in: course,
                    from: first,
                    to: &total
                )
                guard shared > 0 else { return nil }
                next += shared
            }
        }
        return total
    }

    /// Shares the first of visits that are alike, and with it all that lie in the same phase.
    ///
    /// - Returns: How many visits are shared; 0 where a figure is needed that nobody knows.
    @inline(__always)
    private mutating func add(
        _ visits: Range<Int>,
        of run: CodedCourse.Run,
        in course: CodedCourse,
        from first: CalendarDate,
        to total: inout LineAmounts
    ) -> Int {
        let date = first.adding(days: course.days[visits.lowerBound])
        guard let isLater = turn(to: date) else { return 0 }
        let isOpen = isLater && run.careType == .active
        guard isOpen,
            let (part, most) = settled(
                run.place,
                on: course.sheet,
                date: date,
                atMost: visits.count
            )
        else {
            let isKnown = add(
                linesOf: run.place,
                on: course.sheet,
                date: date,
                careType: run.careType,
                isLater: isLater,
                to: &total
            )
            return isKnown ? 1 : 0
        }
        let last = course.last(of: most, from: visits.lowerBound) {
            staysAlike(from: date, through: first.adding(days: $0))
        }
        let times = last + 1 - visits.lowerBound
        let lastDate = first.adding(days: course.days[last])
        if times > 1 {
            // Those between the first and the last turn nothing.
            visitsSeen += times - 2
            _ = turn(to: lastDate)
        }
        state.take(part, on: course.sheet, times: times, through: lastDate, coded: coded)
        total.add(course.sheet.parts[part].amounts, times: times)
        return times
    }

    /// Whether nothing but use changes the figures between two visits.
    @inline(__always)
    private func staysAlike(from date: CalendarDate, through last: CalendarDate) -> Bool {
        last == date || (last < state.nextNewYear && last <= coded.effectiveThrough)
    }
}

extension CodedCourse {
    /// The last of so many visits that lies on a day that holds; the first always does.
    @inline(__always)
    fileprivate func last(of most: Int, from next: Int, where holds: (Int) -> Bool) -> Int {
        var last = next + most - 1
        while !holds(days[last]) { last -= 1 }
        return last
    }
}
