import CareCoverage
import JSONText

/// One reading of a plan: what became of it with one end for each of its unknown terms.
private struct PlanReading {
    /// The plan, or nothing where there are findings.
    let plan: BenefitPlan?
    let unknownTerms: UnknownTerms
    let findings: [DocumentFinding]
}

extension PlanReader {
    /// The most unknown terms of one plan.
    private static let mostUnknownTerms = 24
    /// The most readings in search of ends that can stand together.
    private static let mostReadings = 64
    /// The most ends of one term among them; a count has more, and none of them is refused.
    private static let mostEndsTried = 8

    /// Reads the plan and finds ends of its unknown terms that can stand together.
    ///
    /// Each unknown term stands at its first end. If the plan is then refused, that may be the
    /// fault of an end: an aggregate deductible needs a family amount, a copay goes with no
    /// deductible that comes last. So the plan is read again with one end changed at a time, and a
    /// change that leaves fewer findings stays. Ends without a finding make the plan; ends that are
    /// refused together are a plan that nobody can have. If none are found, what is wrong with
    /// every reading does not depend on what is unknown and is reported; if nothing is wrong with
    /// all of them, the findings of the first are.
    ///
    /// A rule that is not built is not impossible: a plan that asks for one at its first ends is
    /// refused for it.
    func document() -> PlanDocument? {
        let start = reader.checkpoint()
        var here = reader.mark()
        here.isValue = false
        var reading = read(at: [:])
        let count = reading.unknownTerms.met.count
        guard count <= PlanReader.mostUnknownTerms else {
            reader.report(
                here,
                "has \(count) terms that nobody knows. "
                    + "Ask the insurer, so that at most \(PlanReader.mostUnknownTerms) are left"
            )
            return nil
        }
        if reading.plan == nil { reading = otherReading(than: reading, from: start) }
        return reading.plan.map { plan in
            PlanDocument(
                plan: plan,
                unknownTerms: reading.unknownTerms,
                bytes: reader.bytes(since: start),
                parameters: parameters
            )
        }
    }

    /// Reads the plan once.
    ///
    /// - Parameter ends: The end of each unknown term, by its pointer; the first where it has none.
    /// - Returns: The plan, or nothing where these ends cannot stand together.
    func plan(at ends: [String: Int]) -> BenefitPlan? {
        read(at: ends).plan
    }

    private func read(at ends: [String: Int]) -> PlanReading {
        let findingsBefore = reader.findings.count
        let unknown = UnknownTerms(depth: reader.mark().path.count, ends: ends)
        reader.unknownTerms = unknown
        let plan = readTerms()
        defer { reader.unknownTerms = nil }
        return PlanReading(
            plan: plan,
            unknownTerms: reader.unknownTerms ?? unknown,
            findings: Array(reader.findings.dropFirst(findingsBefore))
        )
    }

    private func otherReading(
        than first: PlanReading,
        from start: DocumentReader.Checkpoint
    ) -> PlanReading {
        let terms = first.unknownTerms
        guard !terms.met.isEmpty, !terms.hasRefusal, !reader.isBroken else { return first }
        var best = first
        var common = Set(first.findings)
        var readings = 1
        for term in terms.met.map(\.term) {
            for end in 0..<min(term.choices, PlanReader.mostEndsTried)
            where end != best.unknownTerms.ends[term.pointer, default: 0]
                && readings < PlanReader.mostReadings
            {
                var ends = best.unknownTerms.ends
                ends[term.pointer] = end
                reader.rewind(to: start)
                let next = read(at: ends)
                readings += 1
                if next.plan != nil { return next }
                common.formIntersection(next.findings)
                if next.findings.count < best.findings.count { best = next }
            }
        }
        reader.rewind(to: start)
        let again = read(at: [:])
        if !common.isEmpty { reader.keep(common, since: start) }
        return again
    }
}
