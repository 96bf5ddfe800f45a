import CarePatterns
import Testing

@Suite("A number of visits")
struct VisitDistributionTests {
    /// A quarter, a quarter and a half: the sums are 1/4, 1/2 and 1, exact in binary.
    private let quarters = VisitDistribution(probabilities: [0, 0.25, 0.25, 0.5])

    @Test(
        "has as its quantile the smallest number whose sum reaches the probability",
        arguments: [
            (0.0, 0), (0.1, 1), (0.25, 1), (0.26, 2), (0.5, 2), (0.51, 3), (0.9, 3), (1, 3),
        ]
    )
    func quantiles(_ probability: Double, _ visits: Int) {
        #expect(quarters.quantile(probability) == visits)
    }

    /// Eight times 0.1 adds up to 0.7999999999999999 in binary, and ten times to as little below 1.
    @Test("reaches a sum that falls short by rounding alone", arguments: 1...10)
    func ties(_ visits: Int) {
        let tenths = VisitDistribution(probabilities: [0] + Array(repeating: 0.1, count: 10))

        #expect(tenths.quantile(Double(visits) / 10) == visits)
        #expect(tenths.quantile(Double(visits) / 10 - 0.000_001) == visits)
        #expect(tenths.quantile(Double(visits) / 10 + 0.000_001) == min(visits + 1, 10))
    }

    @Test("has as its last quantile the most visits that can be")
    func short() {
        #expect(VisitDistribution(probabilities: [0, 0.5, 0]).quantile(0.9) == 1)
        #expect(VisitDistribution(probabilities: []).quantile(0.5) == 0)
    }

    @Test("says how likely each visit is")
    func chances() {
        #expect(quarters.mean == 0.25 + 0.5 + 1.5)
        #expect(quarters.probability(of: 3) == 0.5)
        #expect(quarters.probability(of: 4) == 0)
        #expect(quarters.probability(of: -1) == 0)
        #expect((0...4).map(quarters.probability(ofReaching:)) == [1, 1, 0.75, 0.5, 0])
        #expect((0...3).map(quarters.probability(ofMoreThan:)) == [1, 0.75, 0.5, 0])
        #expect(quarters.probability(ofMoreThan: -5) == 1)
    }

    /// Two coins: no head in 1 of 4, one in 2, two in 1.
    @Test("adds up with others that do not depend on it")
    func sums() {
        let coin = VisitDistribution(certainly: 1).happening(withProbability: 0.5)

        #expect(coin.probabilities == [0.5, 0.5])
        #expect(coin.repeated(2).probabilities == [0.25, 0.5, 0.25])
        #expect(coin.repeated(0).probabilities == [1])
        // 1, 2 or 3 visits and a coin: 1 in 1/8, 2 in 1/8 + 1/8, 3 in 1/8 + 1/4, 4 in 1/4.
        #expect(quarters.adding(coin).probabilities == [0, 0.125, 0.25, 0.375, 0.25])
        #expect(
            VisitDistribution(certainly: 2).adding(VisitDistribution(certainly: 3))
                == VisitDistribution(certainly: 5)
        )
        #expect(
            quarters.happening(withProbability: 0.5).probabilities == [0.5, 0.125, 0.125, 0.25]
        )
    }
}
