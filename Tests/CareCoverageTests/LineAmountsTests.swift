import CareCoverage
import CareModel
import Testing

@Suite("The amounts of a line")
struct LineAmountsTests {
    @Test("add up part by part")
    func sum() {
        var one = LineAmounts()
        var two = LineAmounts()
        for (number, part) in zip(1..., LinePart.allCases) {
            one[part] = number.cents
            two[part] = (100 * number).cents
        }
        one += two

        for (number, part) in zip(1..., LinePart.allCases) {
            #expect(one[part] == (101 * number).cents)
        }
        #expect(one.charge == 101.cents)
        #expect(one.patientPays == (101 * LinePart.allCases.count).cents)
    }

    @Test("balance when both identities hold, a second plan's payment included")
    func balance() {
        // 100.00 = 20.00 written off + 50.00 + 10.00 + 20.00; 20.00 = 30.00 coinsurance - 10.00.
        var amounts = LineAmounts()
        amounts.charge = 100_00.cents
        amounts.writeOff = 20_00.cents
        amounts.planPays = 50_00.cents
        amounts.secondaryPays = 10_00.cents
        amounts.coinsurance = 30_00.cents
        amounts.patientPays = 20_00.cents
        #expect(amounts.isBalanced)
        #expect(LineAmounts().isBalanced)

        for part in LinePart.allCases where part != .allowed {
            var off = amounts
            off[part] += 1.cents
            #expect(!off.isBalanced, "\(part) is a cent off")
        }
    }

    @Test("of the patient's shares are those that the identity names")
    func shares() {
        #expect(
            LinePart.patientShares
                == [.deductible, .copay, .coinsurance, .overLimit, .balanceBill, .notCovered]
        )
    }
}
