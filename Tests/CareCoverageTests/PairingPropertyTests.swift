import CareCoverage
import CareModel
import Testing

/// What holds for every special payer and every two plans, on 3,000 generated courses each.
///
/// A failure names the seed from which the same course is made again.
@Suite("Every course of special payers and of two plans")
struct PairingPropertyTests {
    private static func seeds(_ block: Int) -> Range<Int> {
        100_000 + block * 1_500..<100_000 + (block + 1) * 1_500
    }

    @Test(
        "adds up on every line, with every payment and the patient within the bill",
        arguments: 0..<2
    )
    func sound(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let pairing = GeneratedCourse.pairing(seed: seed)
            guard let visits = try pairing.published(recordsSteps: true)?.visits else { continue }
            for line in visits.flatMap(\.lines) {
                try #require(line.flaws == [], "seed \(seed)")
                try #require(line.partsWithWrongSteps == [], "seed \(seed)")
                let amounts = line.amounts
                let firstWriteOff = amounts.writeOff - amounts.secondWriteOff
                let room = amounts.charge - amounts.planPays - firstWriteOff
                try #require(amounts.secondaryPays <= room, "seed \(seed)")
                try #require(amounts.collected <= amounts.charge, "seed \(seed)")
            }
        }
    }

    @Test("keeps what each payer promises", arguments: 0..<2)
    func promises(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let pairing = GeneratedCourse.pairing(seed: seed)
            guard let visits = try pairing.published()?.visits,
                let first = try pairing.withoutSecond.published()?.visits
            else { continue }
            for (line, before) in zip(visits.flatMap(\.lines), first.flatMap(\.lines)) {
                let promises = PayerPromises(line, before: before, of: pairing)
                try #require(promises.broken == [], "seed \(seed)")
            }
        }
    }

    @Test("does not change an earlier visit when another is added", arguments: 0..<2)
    func addedVisit(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let pairing = GeneratedCourse.pairing(seed: seed)
            var shorter = pairing
            shorter.first.course.visits.removeLast()
            guard let all = try pairing.published()?.visits else { continue }
            let fewer = try shorter.adjudicated(recordsSteps: false).visits

            try #require(Array(all.dropLast()) == fewer, "seed \(seed)")
        }
    }

    /// Left out for the reasons that ``CoursePropertyTests`` gives.
    ///
    /// A notice that the visits so far have ended is no figure of a plan: the later request gives
    /// it no more, as a clinic would.
    @Test("goes on from the accumulators of both plans, wherever it is split", arguments: 0..<2)
    func split(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let whole = GeneratedCourse.pairing(
                seed: seed,
                without: [.firstVisitExcluded, .visitsOnOneDate, .uncountableAuthorization]
            )
            guard let expected = try whole.published() else { continue }
            let middle = seed % (whole.visits.count + 1)
            var head = whole
            head.first.course.visits = Array(whole.visits[..<middle])
            let start = try head.adjudicated(recordsSteps: false)
            let tail = try whole.rest(after: head, used: start.after)
            let end = try tail.adjudicated(recordsSteps: false)

            try #require(
                start.visits + end.visits == expected.visits,
                "seed \(seed), after \(middle)"
            )
            try #require(end.after == expected.after, "seed \(seed), after \(middle)")
        }
    }

    /// The first plan knows nothing of a second one; and that one's figures are what they would be
    /// alone, on the lines for which it is billed.
    @Test("moves the figures of each plan by its own result", arguments: 0..<2)
    func accumulators(_ block: Int) throws {
        for seed in Self.seeds(block) {
            let pairing = GeneratedCourse.pairing(seed: seed)
            guard let after = try pairing.published()?.after else { continue }
            let first = try pairing.first.adjudicated(recordsSteps: false).after
            try #require(after.first == first, "seed \(seed)")
            guard let second = pairing.second else { continue }
            let alone = try pairing.billedAlone()?.adjudicated(recordsSteps: false).after
            try #require(after.last == alone ?? second.used, "seed \(seed)")
        }
    }
}

extension Pairing {
    fileprivate var withoutSecond: Pairing { Pairing(first: first, second: nil) }

    /// The visits and figures; nothing where a year's deductible is not published.
    fileprivate func published(
        recordsSteps: Bool = false
    ) throws -> (visits: [AdjudicatedVisit], after: [Accumulators])? {
        do {
            return try adjudicated(recordsSteps: recordsSteps)
        } catch AdjudicationError.noDeductible {
            return nil
        }
    }

    /// The second plan by itself, on the lines that it is billed for: all but those on which an
    /// auto policy leaves nothing.
    ///
    /// A Medigap plan adjudicates none.
    fileprivate func billedAlone() throws -> Episode? {
        guard var alone, alone.course.plan.medigap == nil else { return nil }
        guard first.course.plan.type == .autoMedical else { return alone }
        let paid = try first.adjudicated(recordsSteps: false).visits
        alone.course.visits = zip(alone.course.visits, paid).compactMap { planned, visit in
            let lines = zip(planned.lines, visit.lines).filter { _, line in
                line.denial != nil || line.amounts.patientPays > .zero
            }
            guard !lines.isEmpty else { return nil }
            return PlannedVisit(
                date: planned.date,
                careType: planned.careType,
                lines: lines.map(\.0)
            )
        }
        return alone
    }

    /// What follows after some visits, from the figures after them.
    fileprivate func rest(after head: Pairing, used: [Accumulators]) throws -> Pairing {
        var tail = self
        tail.first.course.visits = Array(visits[head.visits.count...])
        tail.first.course.used = used[0]
        if try head.first.endsNotice() {
            tail.first.facts = tail.first.facts.with(noticeSignedOn: nil)
        }
        if var second = tail.second {
            second.used = used[1]
            if try head.billedAlone()?.endsNotice() == true {
                second.facts = second.facts.with(noticeSignedOn: nil)
            }
            tail.second = second
        }
        return tail
    }
}

extension Episode {
    /// Whether Medicare covers a line from the day of the notice on.
    fileprivate func endsNotice() throws -> Bool {
        guard let signed = facts.medicare?.noticeSignedOn else { return false }
        return try zip(course.visits, adjudicated(recordsSteps: false).visits).contains {
            $0.date >= signed && $1.lines.contains { $0.denial == nil }
        }
    }
}
