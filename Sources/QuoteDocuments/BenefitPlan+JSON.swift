import CareCoverage
import CareModel
import JSONText

extension BenefitPlan {
    /// Writes the plan in the shape in which it is read, its defaults filled in.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("benefitPeriod")
        json.beginObject()
        switch benefitPeriod {
        case .calendarYear: json.member("kind", "calendarYear")
        case .contractYear(let month, let day):
            json.member("kind", "contractYear")
            let start = CalendarDate(year: 2_024, month: month, day: day)
            json.member("start", start.map { String("\($0)".dropFirst(5)) })
        }
        json.endObject()
        json.key("benefits")
        json.beginArray()
        for benefit in benefits { write(benefit, to: &json) }
        json.endArray()
        if let deductible {
            json.key("deductible")
            deductible.write(to: &json)
        }
        json.member("effectiveFrom", effectiveFrom)
        if let effectiveThrough { json.member("effectiveThrough", effectiveThrough) }
        json.key("federalProgram")
        json.boolean(isFederalProgram)
        if let feeSchedule { json.member("feeSchedule", feeSchedule) }
        json.key("hsaCompatible")
        json.boolean(isHSACompatible)
        json.member("id", id)
        if let jurisdiction { json.member("jurisdiction", jurisdiction) }
        json.key("limits")
        json.beginArray()
        for limit in limits { limit.write(to: &json) }
        json.endArray()
        if let outOfPocketMaximum {
            json.key("outOfPocketMaximum")
            json.beginObject()
            if let family = outOfPocketMaximum.family { json.member("family", family) }
            if let one = outOfPocketMaximum.individual { json.member("individual", one) }
            json.endObject()
        }
        json.member("payerName", payerName)
        json.member("planName", planName)
        json.member("planType", type.rawValue)
        if let source { json.member("source", source) }
        if let verifiedOn { json.member("verifiedOn", verifiedOn) }
        json.endObject()
    }

    private func write(_ benefit: Benefit, to json: inout JSONWriter) {
        json.beginObject()
        if let price = benefit.afterExhaustion { json.member("afterExhaustion", price.rawValue) }
        switch benefit.selector {
        case .category(let category): json.member("category", category.description)
        case .codes(let codes): json.list("codes", codes.map(\.description))
        case .services(let services): json.list("services", services.map(\.description))
        }
        switch benefit.sharing {
        case .coinsurance(let part): json.member("coinsurance", part.decimalText)
        case .planPaysFixed(let amount): json.member("planPaysFixed", amount)
        }
        json.member("coinsuranceBase", benefit.coinsuranceBase.rawValue)
        if let copay = benefit.copay {
            json.key("copay")
            copay.write(to: &json)
        }
        json.key("countsTowardOutOfPocketMaximum")
        json.boolean(benefit.countsTowardOutOfPocketMaximum)
        json.member("coverage", benefit.coverage.rawValue)
        json.key("deductibleApplies")
        json.boolean(benefit.deductibleApplies)
        json.list("limits", benefit.limits.map { limits[$0].id })
        json.member("maintenance", benefit.coversMaintenance ? "covered" : "notCovered")
        json.member(
            "network",
            benefit.networks.count == 2 ? "both" : benefit.networks.first?.rawValue
        )
        switch benefit.outOfNetworkBasis {
        case .fractionOfCharge(let part)?:
            json.key("outOfNetworkAllowed")
            json.beginObject()
            json.member("fractionOfCharge", part.decimalText)
            json.endObject()
        case .schedule(let name)?: json.member("outOfNetworkAllowed", name)
        case nil: break
        }
        json.key("waivedAfterOutOfPocketMaximum")
        json.boolean(benefit.isWaivedAfterOutOfPocketMaximum)
        json.endObject()
    }
}

extension Copay {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.list("absorbs", absorbs.map(\.description).sorted())
        json.member("amount", amount)
        json.member("basis", basis.rawValue)
        if let capOfAllowed { json.member("capFractionOfAllowed", capOfAllowed.decimalText) }
        json.member("deductible", deductible.rawValue)
        json.endObject()
    }
}

extension Deductible {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("byCategory")
        json.beginObject()
        for (category, amount) in byCategory.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            json.member(category.description, amount)
        }
        json.endObject()
        if let family { json.member("family", family) }
        json.key("familyCoverage")
        json.boolean(hasFamilyCoverage)
        switch familyType {
        case .embedded: json.member("familyType", "embedded")
        case .aggregate: json.member("familyType", "aggregate")
        case .perPerson: json.member("familyType", "perPerson")
        case .memberCount(let count):
            json.member("familyType", "memberCount")
            json.key("memberCount")
            json.integer(count)
        }
        if let individual { json.member("individual", individual) }
        json.member("order", order.rawValue)
        json.endObject()
    }
}

extension UsageLimit {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("counting", counting.rawValue)
        json.key("excludesFirstVisit")
        json.boolean(excludesFirstVisit)
        json.member("id", id)
        json.key("maximum")
        json.integer(maximum)
        json.member("period", period.rawValue)
        json.member("unit", unit.rawValue)
        json.endObject()
    }
}

extension JSONWriter {
    mutating func list(_ name: String, _ texts: [String]) {
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
