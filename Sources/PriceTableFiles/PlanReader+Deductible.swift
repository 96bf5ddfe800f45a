import CareCoverage
import CareModel

extension PlanReader {
    private enum DeductibleName: String, CaseIterable {
        case individual, family, familyType, memberCount, familyCoverage, byCategory, order
        case carryover
    }

    private enum CarryoverName: String, CaseIterable {
        case months, onlyIfNotMet
    }

    private func readCarryover() -> Deductible.Carryover? {
        let ends = [nil, Deductible.Carryover(months: 12)]
        if let end = reader.unknownEnd(among: ends) { return end }
        var months: Int?
        var onlyIfNotMet = false
        reader.object(CarryoverName.self, required: [.months]) { name in
            switch name {
            case .months: months = reader.integer(in: 1...12, of: "months")
            case .onlyIfNotMet: onlyIfNotMet = reader.boolean() ?? false
            }
        }
        return months.map { Deductible.Carryover(months: $0, onlyIfNotMet: onlyIfNotMet) }
    }

    private enum FamilyTypeName: String, CaseIterable {
        case embedded, aggregate, perPerson, memberCount
    }

    func readDeductible() -> Deductible? {
        let ends = [nil, Deductible(individual: .largestStated)]
        if let end = reader.unknownEnd(among: ends) { return end }
        let here = reader.mark()
        var individual: Money?
        var family: Money?
        var typeName = FamilyTypeName.embedded
        var isTypeUnknown = false
        var memberCount: Int?
        var isCountUnknown = false
        var hasFamilyCoverage = false
        var byCategory: [ServiceCategory: Money] = [:]
        var order = Deductible.Order.beforeCoinsurance
        var carryover: Deductible.Carryover?
        reader.object(DeductibleName.self) { name in
            switch name {
            case .individual: individual = reader.money()
            case .family: family = reader.money()
            case .familyType:
                isTypeUnknown = reader.isUnknownNext
                typeName = reader.choice(FamilyTypeName.self) ?? .embedded
            case .memberCount:
                isCountUnknown = reader.isUnknownNext
                memberCount = reader.integer(in: 1...99, of: "members")
            case .familyCoverage: hasFamilyCoverage = reader.boolean() ?? false
            case .byCategory:
                let advice =
                    "cannot be unknown as a whole. Write the categories that have a deductible of "
                    + "their own; each amount may be \"unknown\""
                if reader.refusesUnknown(advice) { return }
                reader.dictionary { text in
                    let mark = reader.mark()
                    let amount = reader.money()
                    guard let category = ServiceCategory(text) else {
                        return reader.report(mark, "stands under a name that is no category")
                    }
                    byCategory[category] = amount
                }
            case .order: order = reader.choice(Deductible.Order.self) ?? .beforeCoinsurance
            case .carryover: carryover = readCarryover()
            }
        }
        let familyType: Deductible.FamilyType
        switch typeName {
        case .embedded: familyType = .embedded
        case .aggregate: familyType = .aggregate
        case .perPerson: familyType = .perPerson
        case .memberCount: familyType = .memberCount(memberCount ?? 1)
        }
        // Where nobody knows either, the count is that of one of the types.
        let isForAnotherType = isTypeUnknown && isCountUnknown && typeName != .memberCount
        if (typeName == .memberCount) != (memberCount != nil), !isForAnotherType {
            reader.report(
                here.child("memberCount"),
                "goes together with familyType memberCount. Write both, or neither"
            )
        }
        if typeName == .aggregate, hasFamilyCoverage, family == nil {
            reader.report(
                here.child("family"),
                "is missing: with an aggregate deductible and family coverage it decides. Write it"
            )
        }
        return Deductible(
            individual: individual,
            family: family,
            familyType: familyType,
            hasFamilyCoverage: hasFamilyCoverage,
            byCategory: byCategory,
            order: order,
            carryover: carryover
        )
    }

    private enum MaximumName: String, CaseIterable {
        case individual, family
    }

    func readMaximum() -> OutOfPocketMaximum? {
        let ends = [OutOfPocketMaximum(individual: .zero), nil]
        if let end = reader.unknownEnd(among: ends) { return end }
        var individual: Money?
        var family: Money?
        reader.object(MaximumName.self) { name in
            switch name {
            case .individual: individual = reader.money()
            case .family: family = reader.money()
            }
        }
        return OutOfPocketMaximum(individual: individual, family: family)
    }
}
