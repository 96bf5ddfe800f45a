import CareCoverage
import CareModel

extension Int {
    /// A number of cents as an amount: `45_10.cents` is $45.10.
    var cents: Money { Money(cents: self) }
}

/// A date that a test spells out.
func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(isoText: text) else { preconditionFailure("no date: \(text)") }
    return date
}

/// A part that a test spells out: `part("0.20")` is 20 percent.
func part(_ text: String) -> Percentage {
    guard let part = Percentage(decimalText: text) else { preconditionFailure("no part: \(text)") }
    return part
}

/// A procedure code that a test spells out.
func code(_ text: String) -> ProcedureCode {
    guard let code = ProcedureCode(text) else { preconditionFailure("no code: \(text)") }
    return code
}

/// A service key that a test spells out.
func key(_ text: String) -> ServiceKey {
    guard let key = ServiceKey(text) else { preconditionFailure("no service: \(text)") }
    return key
}

extension ServiceCategory {
    static let chiropractic = named("chiropractic")
    static let officeVisit = named("officeVisit")
    static let physicalMedicine = named("physicalMedicine")
    static let xray = named("xray")
    static let massage = named("massage")

    private static func named(_ name: String) -> ServiceCategory {
        guard let category = ServiceCategory(name) else { preconditionFailure("no category") }
        return category
    }
}

extension PricedLine {
    /// A line with its prices for one unit, in cents.
    init(
        _ category: ServiceCategory = .chiropractic,
        code: ProcedureCode? = nil,
        service: ServiceKey? = nil,
        units: Int = 1,
        charge: Int,
        allowed: Int? = nil,
        selfPay: Int? = nil,
        secondAllowed: Int? = nil,
        modifiers: [Modifier]? = nil
    ) {
        let place = SourcePlace(file: "", pointer: "/visits/0/services/0")
        func price(_ cents: Int, _ name: String) -> UnitPrice {
            UnitPrice(amount: cents.cents, source: place.appending("/\(name)"))
        }
        self.init(
            line: ServiceLine(
                service: service,
                code: code,
                category: category,
                units: units,
                modifiers: modifiers ?? [],
                hasStatedModifiers: modifiers != nil,
                stated: ServiceLine.StatedAmounts(secondaryAllowed: secondAllowed?.cents),
                place: place
            ),
            charge: price(charge, "charge"),
            allowed: allowed.map { price($0, "allowed") },
            selfPay: selfPay.map { price($0, "selfPay") }
        )
    }
}

extension BenefitPlan {
    /// A plan in force from 2020, with the terms that a test is about.
    init(
        type: PlanType = .preferredProvider,
        from: String = "2020-01-01",
        through: String? = nil,
        period: BenefitPeriod = .calendarYear,
        deductible: Deductible? = nil,
        maximum: OutOfPocketMaximum? = nil,
        limits: [UsageLimit] = [],
        coordination: CoordinationRule = .standard,
        medigap: MedigapCover? = nil,
        _ benefits: [Benefit]
    ) {
        self.init(
            id: "acme",
            payerName: "Acme",
            planName: "Test plan",
            type: type,
            effectiveFrom: day(from),
            effectiveThrough: through.map(day),
            benefitPeriod: period,
            deductible: deductible,
            outOfPocketMaximum: maximum,
            limits: limits,
            benefits: benefits,
            coordination: coordination,
            medigap: medigap,
            place: SourcePlace(file: "plans/acme.json", pointer: "")
        )
    }
}

extension Benefit {
    /// A row about a category, by default with 20 percent for the patient in either network.
    init(
        _ category: ServiceCategory = .chiropractic,
        selector: Selector? = nil,
        networks: Set<Network> = [.inNetwork, .outOfNetwork],
        coverage: Coverage = .covered,
        copay: Copay? = nil,
        patient: String = "0.20",
        planPaysFixed: Int? = nil,
        base: CoinsuranceBase = .afterDeductibleAndCopay,
        deductibleApplies: Bool = true,
        counts: Bool = true,
        isWaived: Bool = true,
        limits: [Int] = [],
        afterExhaustion: UncoveredPrice? = nil,
        coversMaintenance: Bool = false,
        outOfNetwork: OutOfNetworkBasis? = nil
    ) {
        self.init(
            selector: selector ?? .category(category),
            networks: networks,
            coverage: coverage,
            copay: copay,
            sharing: planPaysFixed.map { .planPaysFixed($0.cents) } ?? .coinsurance(part(patient)),
            coinsuranceBase: base,
            deductibleApplies: deductibleApplies,
            countsTowardOutOfPocketMaximum: counts,
            isWaivedAfterOutOfPocketMaximum: isWaived,
            limits: limits,
            afterExhaustion: afterExhaustion,
            coversMaintenance: coversMaintenance,
            outOfNetworkBasis: outOfNetwork,
            place: SourcePlace(file: "plans/acme.json", pointer: "/benefits/0")
        )
    }
}
