import CareCoverage
import CareModel

extension Pairing {
    /// The smallest pairing that still fails: the second plan, visits, lines, limits and terms of
    /// both are left out one by one as long as it does.
    func smallest(where fails: (Pairing) -> Bool) -> Pairing {
        var smallest = self
        while let next = smallest.simpler.first(where: fails) {
            smallest = next
        }
        return smallest
    }

    /// The pairings that lack one thing.
    var simpler: [Pairing] {
        let withoutSecond = second == nil ? [] : [Pairing(first: first, second: nil)]
        let all = withoutSecond + withSimplerFirst + withSimplerSecond
        return all.filter { $0 != self }
    }

    private var withSimplerFirst: [Pairing] {
        var all = first.simpler.filter { $0.keepsStanding(of: first) }
            .map { Pairing(first: $0, second: second) }
        for facts in first.facts.simplerStandings {
            var simpler = self
            simpler.first.facts = facts
            all.append(simpler)
        }
        return all
    }

    private var withSimplerSecond: [Pairing] {
        guard let second, let alone else { return [] }
        let episodes = alone.simpler.filter {
            $0.course.visits == alone.course.visits && $0.keepsStanding(of: alone)
        }
        let plans = episodes.map { episode in
            var simpler = second
            simpler.plan = episode.course.plan
            simpler.network = episode.course.network
            simpler.used = episode.course.used
            simpler.facts = episode.facts
            return simpler
        }
        let standings = second.facts.simplerStandings.map { facts in
            var simpler = second
            simpler.facts = facts
            return simpler
        }
        return (plans + standings).map { Pairing(first: first, second: $0) }
    }

    /// What a failure prints: the first plan with the visits, then the second plan with its prices.
    var summary: String {
        first.summary + (alone.map { "\nthen\n\($0.summary)" } ?? "")
    }
}

extension Episode {
    /// Part B without a standing is no Part B any more.
    fileprivate func keepsStanding(of other: Episode) -> Bool {
        facts.medicare != nil || other.facts.medicare == nil
    }
}

extension CoverageFacts {
    /// The same facts with a plainer standing, or with fewer diagnoses.
    fileprivate var simplerStandings: [CoverageFacts] {
        guard let medicare else { return [] }
        func facts(
            assigned: Bool? = nil,
            qualified: Bool? = nil,
            diagnoses: [String]? = nil
        ) -> CoverageFacts {
            let codes = diagnoses ?? [diagnosis].compactMap { $0 } + furtherDiagnoses
            return CoverageFacts(
                diagnosis: codes.first,
                furtherDiagnoses: Array(codes.dropFirst()),
                medicare: MedicareStanding(
                    rules: medicare.rules,
                    isParticipating: assigned ?? medicare.isParticipating,
                    isAssigned: assigned ?? medicare.isAssigned,
                    isQualifiedBeneficiary: qualified ?? medicare.isQualifiedBeneficiary,
                    noticeSignedOn: medicare.noticeSignedOn
                )
            )
        }
        return [
            with(noticeSignedOn: nil), facts(assigned: true), facts(qualified: false),
            facts(diagnoses: []), facts(diagnoses: [diagnosis].compactMap { $0 }),
        ]
    }
}
