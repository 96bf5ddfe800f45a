import CareCoverage
import CareModel
import CareQuote
import TestSupport
import Testing

/// What the short ways to a total know of.
///
/// `CodedVisit`, `OrdinaryLine`, `CodedAccumulators` and `RepeatedCourse` list the terms that they
/// leave to the whole way. A term that none of them has heard of would pass for an ordinary one.
/// Whoever adds a property judges it in each of them (`canSettle`, `ordinary`, `countsFewFigures`,
/// `isPlain`, `isPossible`, `days(around:)`), adds it to the generated courses and patients of the
/// tests, and then here.
@Suite("What a plan and a request can say")
struct OrdinaryTermsTests {
    private func names(of value: Any) -> Set<String> {
        Set(Mirror(reflecting: value).children.compactMap(\.label))
    }

    private let place = SourcePlace(file: "plan.json", pointer: "")

    private func plan() -> BenefitPlan {
        BenefitPlan(
            id: "plan",
            payerName: "Acme",
            planName: "PPO",
            type: .preferredProvider,
            effectiveFrom: .spelled("2026-01-01"),
            benefits: [],
            place: place
        )
    }

    @Test("of a plan")
    func ofPlan() {
        #expect(
            names(of: plan()) == [
                "id", "payerName", "planName", "type", "effectiveFrom", "effectiveThrough",
                "benefitPeriod", "isHSACompatible", "isFederalProgram", "jurisdiction",
                "feeSchedule", "deductible", "outOfPocketMaximum", "limits", "benefits",
                "coordination", "medigap", "membershipFee", "source", "verifiedOn", "place",
            ]
        )
    }

    @Test("of a benefit row and its copay")
    func ofBenefit() throws {
        let category = try #require(ServiceCategory("chiropractic"))
        let row = Benefit(selector: .category(category), sharing: .coinsurance(.zero), place: place)
        #expect(
            names(of: row) == [
                "selector", "diagnoses", "networks", "coverage", "copay", "sharing",
                "coinsuranceBase", "deductibleApplies", "countsTowardOutOfPocketMaximum",
                "isWaivedAfterOutOfPocketMaximum", "limits", "afterExhaustion",
                "coversMaintenance", "authorization", "isReferralRequired",
                "waitingPeriodMonths", "exhaustedWriteOff", "outOfNetworkBasis", "place",
            ]
        )
        #expect(
            names(of: Copay(amount: .zero)) == [
                "amount", "basis", "deductible", "capOfAllowed", "absorbs",
            ]
        )
    }

    @Test("of a deductible")
    func ofDeductible() {
        #expect(
            names(of: Deductible(individual: .zero)) == [
                "individual", "individualByYear", "family", "familyType", "hasFamilyCoverage",
                "byCategory", "order", "carryover",
            ]
        )
    }

    @Test("of a limit")
    func ofLimit() {
        #expect(
            names(of: UsageLimit(id: "a", unit: .visits, maximum: 1)) == [
                "id", "unit", "maximum", "period", "counting", "excludesFirstVisit", "scope",
                "dollarBasis", "kind",
            ]
        )
    }

    @Test("of what has been used")
    func ofFigures() {
        #expect(
            names(of: Accumulators(asOf: .spelled("2026-01-01"))) == [
                "asOf", "source", "deductible", "membersMet", "deductibleByCategory",
                "outOfPocket", "limits", "deductibleByMonth", "authorizationVisitsUsed",
                "benefitVisits",
            ]
        )
    }

    @Test("of a patient's plan")
    func ofCoverage() {
        let coverage = PatientCoverage(
            plan: plan(),
            accumulators: Accumulators(asOf: .spelled("2026-01-01")),
            place: place
        )
        #expect(
            names(of: coverage) == [
                "plan", "isFromTables", "network", "accumulators", "authorization", "referral",
                "memberSince", "verification", "medicare", "medicareLocality", "place",
            ]
        )
    }

    @Test("of a request")
    func ofRequest() {
        #expect(
            names(of: QuoteRequest(asOf: .spelled("2026-01-01"))) == [
                "asOf", "clinic", "lastSeen", "birthDate", "screening", "diagnosisCodes", "care",
                "visits", "coverages", "paymentOption", "offer", "povertyLevelPercent",
                "assumesPricesContinue",
            ]
        )
    }
}
