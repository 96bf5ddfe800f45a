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
        json.member("coordination", coordination.rawValue)
        // The amounts of a year table are not the plan's to state.
        if let deductible, deductible.individualByYear == nil {
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
        if let medigap { json.member("medigapLetter", medigap.letter.rawValue) }
        if let membershipFee { json.member("membershipFee", membershipFee) }
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
        if let authorization = benefit.authorization {
            json.key("authorization")
            authorization.write(to: &json)
        }
        switch benefit.diagnoses {
        case .only(let codes)?:
            json.key("diagnoses")
            json.beginObject()
            json.list("only", codes)
            json.endObject()
        case .except(let codes)?:
            json.key("diagnoses")
            json.beginObject()
            json.list("except", codes)
            json.endObject()
        case nil: break
        }
        json.key("referralRequired")
        json.boolean(benefit.isReferralRequired)
        json.key("waitingPeriodMonths")
        json.integer(benefit.waitingPeriodMonths)
        json.member("writeOffAfterExhaustion", benefit.exhaustedWriteOff.rawValue)
        switch benefit.outOfNetworkBasis {
        case .fractionOfMedicare(let ratio)?:
            json.key("outOfNetworkAllowed")
            json.beginObject()
            json.member("fractionOfMedicare", ratio.decimalText)
            json.endObject()
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

extension AuthorizationTerm {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("afterVisit")
        json.integer(afterVisit)
        switch ifMissing {
        case .notBillable?: json.member("ifMissing", "notBillable")
        case .patient?: json.member("ifMissing", "patient")
        case .penalty(let part)?:
            json.key("ifMissing")
            json.beginObject()
            json.member("penaltyFraction", part.decimalText)
            json.endObject()
        case nil: break
        }
        json.key("required")
        json.boolean(true)
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
        for (category, amount) in byCategory.sorted(by: { $0.key < $1.key }) {
            json.member(category.description, amount)
        }
        json.endObject()
        if let carryover {
            json.key("carryover")
            json.beginObject()
            json.key("months")
            json.integer(carryover.months)
            json.key("onlyIfNotMet")
            json.boolean(carryover.onlyIfNotMet)
            json.endObject()
        }
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
        json.member("kind", kind.rawValue)
        if unit == .dollars {
            json.member("basis", dollarBasis.rawValue)
            json.member("maximum", Money(cents: maximum))
        } else {
            json.key("maximum")
            json.integer(maximum)
        }
        json.member("period", period.rawValue)
        json.member("scope", scope.rawValue)
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
