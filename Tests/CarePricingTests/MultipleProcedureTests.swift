import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("The reduction of further procedures")
struct MultipleProcedureTests {
    @Test(
        "makes the unit prices that CMS published",
        arguments: try MultipleProcedureOracle.all()
    )
    func unitPrices(_ visit: MultipleProcedureOracle) {
        let formula = MedicareFormula.law
        for line in visit.lines {
            #expect(formula.amount(line.value, in: line.index, at: line.factor) == line.full)
            if let reduced = line.reduced {
                let amount = formula.amount(
                    line.value,
                    in: line.index,
                    at: line.factor,
                    isReduced: true
                )
                #expect(amount == reduced)
                #expect(reduced <= line.full)
            }
            #expect((line.reduced != nil) == line.isTherapy)
        }
    }

    @Test(
        "pays one unit of a day in full and the others reduced",
        arguments: try MultipleProcedureOracle.all()
    )
    func visits(_ visit: MultipleProcedureOracle) {
        let reduced = visit.reducedUnits

        #expect(zip(visit.lines, reduced).map { $0.units - $1 } == visit.lines.map(\.fullUnits))
        #expect(visit.total(reducing: reduced) == visit.total)
    }

    @Test("is held against eight visits")
    func oracleSize() throws {
        #expect(try MultipleProcedureOracle.all().map(\.visit) == Array(1...8))
    }

    // 97124 has the higher practice expense, 0.56 against 0.48, and 97112 the higher price, 35.30
    // against 33.40. By practice expense 33.40 + 26.06 = 59.46; by price 35.30 + 22.61 = 57.91.
    @Test("ranks by practice expense and not by price")
    func ranksByPracticeExpense() throws {
        let visit = try #require(try MultipleProcedureOracle.all().first { $0.visit == 2 })

        #expect(visit.lines.map(\.code) == ["97124", "97112"])
        #expect(visit.reducedUnits == [0, 1])
        #expect(visit.total(reducing: visit.reducedUnits) == Money(cents: 59_46))
        #expect(visit.total(reducing: [1, 0]) == Money(cents: 57_91))
    }

    // 0.43 / 2 is 0.215: 0.45 × 1.028 + 0.215 × 1.191 + 0.01 × 0.572 = 0.724385, and × 32.3465 =
    // 23.4313. With the half rounded to 0.22 it would be 23.62.
    @Test("does not round half of the practice expense")
    func halfIsExact() throws {
        let visit = try #require(try MultipleProcedureOracle.all().first)
        let line = try #require(visit.lines.first { $0.code == "97110" })
        let amount = MedicareFormula.law.amount(
            line.value,
            in: line.index,
            at: line.factor,
            isReduced: true
        )

        #expect(amount == Money(cents: 23_43))
    }

    @Test("follows its ranking", arguments: Ranked.all)
    func ranking(_ ranked: Ranked) {
        #expect(MultipleProcedureReduction.reducedUnits(of: ranked.lines) == ranked.reduced)
    }

    @Test("leaves exactly one unit of a day in full, one with the highest practice expense")
    func property() throws {
        var numbers = SplitMix64(seed: 20_251)
        for _ in 0..<5_000 {
            let lines = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
                MultipleProcedureReduction.Line(
                    practiceExpense: .random(in: 0...5, using: &numbers),
                    fee: .random(in: 0...5, using: &numbers),
                    units: .random(in: 1...4, using: &numbers)
                )
            }
            let reduced = MultipleProcedureReduction.reducedUnits(of: lines)
            let full = lines.indices.filter { reduced[$0] != lines[$0].units }

            #expect(full.count == 1)
            let first = try #require(full.first)
            #expect(reduced[first] == lines[first].units - 1)
            for line in lines {
                #expect(
                    (line.practiceExpense, line.fee)
                        <= (lines[first].practiceExpense, lines[first].fee)
                )
            }
        }
    }
}

/// Lines of a day, and how many units of each are reduced.
struct Ranked: CustomTestStringConvertible {
    let testDescription: String
    let lines: [MultipleProcedureReduction.Line]
    let reduced: [Int]

    private init(
        _ description: String,
        _ lines: [(expense: Int, fee: Int, units: Int)],
        _ reduced: [Int]
    ) {
        testDescription = description
        self.lines = lines.map {
            MultipleProcedureReduction.Line(practiceExpense: $0.0, fee: $0.1, units: $0.2)
        }
        self.reduced = reduced
    }

    static let all = [
        Ranked("no line", [], []),
        Ranked("one unit", [(43, 31_71, 1)], [0]),
        Ranked("further units of one code", [(43, 31_71, 3)], [2]),
        Ranked("the highest expense last", [(43, 31_71, 2), (62, 38_70, 2)], [2, 1]),
        Ranked("a tie, to the higher fee", [(48, 30_00, 1), (48, 35_00, 1)], [1, 0]),
        Ranked("a full tie, to the earlier line", [(18, 15_43, 1), (18, 15_43, 1)], [0, 1]),
    ]
}
