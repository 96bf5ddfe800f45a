import CareCoverage
import CareModel
import PriceTableFiles

extension FuzzedInput {
    /// The federal figures of the tables, which a plan is checked against.
    private static let parameters: PlanParameters = {
        var tables = PriceTables(memory)
        guard let parameters = try? tables.planParameters() else {
            preconditionFailure("the tables of the repository are sound")
        }
        return parameters
    }()

    /// A plan is refused with words, or shares a course soundly: alone, with each of its unknown
    /// terms at its last end, and as part of a request.
    static func takePlan(_ bytes: [UInt8]) {
        let reader = DocumentReader(bytes)
        let place = SourcePlace(file: "plan.json", pointer: "")
        let document = PlanReader.read(reader, place: place, parameters: parameters)
        reader.end()
        guard let document, reader.findings.isEmpty else {
            precondition(!reader.findings.isEmpty, "a plan is refused without a word")
            precondition(reader.findings.allSatisfy { !$0.message.isEmpty })
            return
        }
        takeRequest(PlanCourse.request(under: bytes, isMedigap: document.plan.medigap != nil))
        let others = document.unknownTerms.prefix(4).compactMap { term in
            document.plan(choosing: [term.pointer: term.choices - 1])
        }
        for plan in [document.plan] + others {
            let flaws = PlanCourse.flaws(under: plan)
            precondition(flaws.isEmpty, "\(flaws)")
        }
    }
}

/// A course of care that plans share: two services on each of eight dates over a year's end.
private enum PlanCourse {
    /// Fridays from 2026-11-27, which is 20784 days after 1970-01-01.
    private static let dates = (0..<8).map { CalendarDate(dayNumber: 20_784 + 7 * $0) }

    private static let lines = [
        line("98941", "chiropractic", charge: 72_00, allowed: 45_10, selfPay: 60_00),
        line("97110", "physicalMedicine", charge: 55_00, allowed: 30_20, selfPay: 40_00),
    ]

    private static func line(
        _ code: String,
        _ category: String,
        charge: Int,
        allowed: Int,
        selfPay: Int
    ) -> PricedLine {
        guard let code = ProcedureCode(code), let category = ServiceCategory(category) else {
            preconditionFailure("the line is well formed")
        }
        let place = SourcePlace(file: "", pointer: "/visits/0/services/0")
        func price(_ cents: Int) -> UnitPrice {
            UnitPrice(amount: Money(cents: cents), source: place)
        }
        return PricedLine(
            line: ServiceLine(service: nil, code: code, category: category, place: place),
            charge: price(charge),
            allowed: price(allowed),
            selfPay: price(selfPay)
        )
    }

    /// A request for two visits with the plan in it, behind Medicare where only that can be.
    static func request(under plan: [UInt8], isMedigap: Bool) -> [UInt8] {
        let service = { (code: String) in
            """
            {"code": "\(code)", "charge": "72.00", "allowed": "45.10", "selfPay": "60.00"}
            """
        }
        let visits = ["2026-11-30", "2026-12-07"].map { date in
            #"{"date": "\#(date)", "services": [\#(service("98941")), \#(service("97110"))]}"#
        }
        let first =
            isMedigap
            ? #"{"plan": "medicare-part-b", "medicare": {"participating": true}}, "# : ""
        let head =
            #"{"asOf": "2026-11-27", "visits": [\#(visits.joined(separator: ", "))], "#
            + #""assumePricesContinue": true, "coverage": [\#(first){"plan": "#
        return Array(head.utf8) + plan + Array("}]}".utf8)
    }

    /// What is wrong with some line of the course, in the network and outside of it; Medicare and
    /// what goes behind it share a request alone, which says how clinic and patient stand to it.
    static func flaws(under plan: BenefitPlan) -> [String] {
        guard plan.type != .medicarePartB, plan.medigap == nil else { return [] }
        return [Network.inNetwork, .outOfNetwork].flatMap { network -> [String] in
            var adjudicator = Adjudicator(
                plan: plan,
                network: network,
                accumulators: Accumulators(asOf: dates[0])
            )
            return dates.enumerated().flatMap { number, date -> [String] in
                let careType = number < 6 ? CareType.active : .maintenance
                guard
                    let visit = try? adjudicator.adjudicate(lines, on: date, careType: careType)
                else { return [] }
                return visit.lines.flatMap(flaws)
            }
        }
    }

    private static func flaws(of line: AdjudicatedLine) -> [String] {
        let amounts = line.amounts
        var flaws = LinePart.allCases.filter { amounts[$0] < .zero }.map { "\($0) is negative" }
        if !amounts.isBalanced { flaws.append("it does not add up") }
        if amounts.charge != line.priced.billed { flaws.append("the charge is another") }
        if amounts.patientPays > line.priced.billed { flaws.append("it costs more than the bill") }
        return flaws
    }
}
