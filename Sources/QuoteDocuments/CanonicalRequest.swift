import CareComplexity
import CareCoverage
import CareModel
import CareQuote
package import JSONText
import PriceTableFiles

extension RequestDocument {
    /// The request without white space, its names sorted and its defaults filled in.
    ///
    /// Two requests that ask the same have the same bytes.
    package func canonicalJSON() -> [UInt8] {
        var json = JSONWriter(layout: .canonical)
        write(to: &json)
        return json.bytes
    }

    /// Writes the request as understood.
    package func write(to json: inout JSONWriter) {
        request.write(to: &json) { json in
            for (coverage, plan) in zip(request.coverages, plans) {
                coverage.write(plan, to: &json)
            }
        }
    }
}

extension QuoteRequest {
    /// The request with other plans in place of its own, as JSON.
    func canonicalJSON(coverages writePlans: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(layout: .canonical)
        write(to: &json, coverages: writePlans)
        return json.bytes
    }

    fileprivate func write(
        to json: inout JSONWriter,
        coverages writePlans: (inout JSONWriter) -> Void
    ) {
        json.beginObject()
        json.member("asOf", asOf)
        json.key("assumePricesContinue")
        json.boolean(assumesPricesContinue)
        if let care {
            json.key("care")
            care.write(to: &json)
        }
        json.member("clinic", clinic)
        json.key("coverage")
        json.beginArray()
        writePlans(&json)
        json.endArray()
        json.key("diagnosisCodes")
        json.beginArray()
        for code in diagnosisCodes { json.string(code) }
        json.endArray()
        json.list("offers", [offer].compactMap { $0 })
        writePatient(to: &json)
        json.key("payment")
        json.beginObject()
        json.member("option", paymentOption.rawValue)
        json.endObject()
        screening?.write(to: &json)
        if care == nil {
            json.key("visits")
            json.beginArray()
            for visit in visits { visit.write(to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private func writePatient(to json: inout JSONWriter) {
        json.key("patient")
        json.beginObject()
        if let birthDate { json.member("birthDate", birthDate) }
        switch lastSeen {
        case .notStated: break
        case .never:
            json.key("lastSeen")
            json.null()
        case .on(let date): json.member("lastSeen", date)
        }
        if let povertyLevelPercent {
            json.key("householdIncomePercentOfPovertyLevel")
            json.integer(povertyLevelPercent)
        }
        json.endObject()
    }
}

extension RequestedVisit {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("careType", careType.rawValue)
        json.member("date", date)
        if let kind { json.member("kind", kind.rawValue) }
        switch contents {
        case .services(let lines):
            json.key("services")
            json.beginArray()
            for line in lines { line.write(to: &json) }
            json.endArray()
        case .session(let session):
            json.key("session")
            session.write(to: &json)
        // A consultation follows from a request, and stands in none.
        case .consultation: break
        }
        json.endObject()
    }
}

extension Session {
    /// Writes the session as understood.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("extraspinal")
        json.boolean(isExtraspinal)
        json.key("other")
        json.beginArray()
        for service in other { json.string(service.description) }
        json.endArray()
        if let spinalRegions {
            json.key("spinalRegions")
            json.integer(spinalRegions)
        }
        json.member("technique", technique.rawValue)
        json.key("timed")
        json.beginArray()
        for timed in timed {
            json.beginObject()
            json.key("minutes")
            json.integer(timed.minutes)
            json.member("service", timed.service.description)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}

extension ServiceLine {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        if let allowed = stated.allowed { json.member("allowed", allowed) }
        json.member("category", category.description)
        if let charge = stated.charge { json.member("charge", charge) }
        if let code { json.member("code", code.description) }
        json.list("modifiers", modifiers.map(\.description))
        if let amount = stated.secondaryAllowed { json.member("secondaryAllowed", amount) }
        if let selfPay = stated.selfPay { json.member("selfPay", selfPay) }
        if let service { json.member("service", service.description) }
        json.key("units")
        json.integer(units)
        json.endObject()
    }
}

extension PatientCoverage {
    /// Writes the coverage as understood.
    func write(_ document: PlanDocument, to json: inout JSONWriter) {
        json.beginObject()
        json.key("accumulators")
        accumulators.write(to: &json)
        if let authorization {
            json.key("authorization")
            json.beginObject()
            json.member("from", authorization.from)
            json.member("through", authorization.through)
            json.key("visits")
            json.integer(authorization.visits)
            json.endObject()
        }
        if let medicare {
            json.key("medicare")
            medicare.write(locality: medicareLocality, to: &json)
        }
        if let memberSince { json.member("memberSince", memberSince) }
        if let referral {
            json.key("referral")
            json.beginObject()
            json.member("from", referral.lowerBound)
            json.member("through", referral.upperBound)
            json.endObject()
        }
        json.member("network", network.rawValue)
        json.key("plan")
        if isFromTables { json.string(plan.id) } else { document.write(to: &json) }
        if let verification {
            json.key("verified")
            json.beginObject()
            if let by = verification.by { json.member("by", by) }
            json.member("on", verification.on)
            if let reference = verification.reference { json.member("reference", reference) }
            json.endObject()
        }
        json.endObject()
    }
}

extension MedicareStanding {
    fileprivate func write(locality: String?, to json: inout JSONWriter) {
        json.beginObject()
        json.key("abnSigned")
        json.boolean(noticeSignedOn != nil)
        if let noticeSignedOn { json.member("abnSignedOn", noticeSignedOn) }
        json.key("assigned")
        json.boolean(isAssigned)
        if let locality { json.member("locality", locality) }
        json.key("participating")
        json.boolean(isParticipating)
        json.key("qmb")
        json.boolean(isQualifiedBeneficiary)
        json.endObject()
    }
}
