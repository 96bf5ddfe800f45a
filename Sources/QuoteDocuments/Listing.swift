import CareCoverage
package import CareModel
package import CarePricing
package import CareQuote
import JSONText
package import PriceTableFiles

/// A list of what the tables hold, as text or as JSON.
package struct Listing {
    /// The list for a person.
    package let text: String
    /// The list for a program.
    package let json: [UInt8]

    private init(text: String, json write: (inout JSONWriter) -> Void) {
        self.text = text
        var json = JSONWriter(layout: .indented)
        write(&json)
        self.json = json.bytes + [UInt8(ascii: "\n")]
    }

    /// The services of the table.
    package init(services: [Service], language: Language) {
        let rows = services.map { service in
            [
                service.key.description, service.code?.description ?? "-",
                service.category.description, service.words.text(in: language),
            ]
        }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for service in services {
                json.beginObject()
                json.member("service", service.key.description)
                json.member("code", service.code?.description)
                json.member("category", service.category.description)
                json.member("unit", service.unit.rawValue)
                json.member("serviceType", service.serviceType)
                json.key("words")
                json.beginObject()
                json.members(service.words)
                json.endObject()
                json.endObject()
            }
            json.endArray()
        }
    }

    /// The prices of a schedule on a day.
    package init(prices schedule: FeeSchedule, services: [Service], on date: CalendarDate) {
        let prices = services.map { service -> (Service, Result<UnitPrice, PriceGap>) in
            do throws(PriceGap) {
                return (service, .success(try schedule.price(of: service.key, on: date)))
            } catch {
                return (service, .failure(error))
            }
        }
        let rows = prices.map { service, price -> [String] in
            let name = [service.key.description, service.code?.description ?? "-"]
            switch price {
            case .success(let price):
                return name + [price.amount.groupedText.padded(left: 9), "\(price.source)"]
            case .failure(let gap):
                return name + ["-".padded(left: 9), gap.reason]
            }
        }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for (service, price) in prices {
                json.beginObject()
                json.member("service", service.key.description)
                json.member("code", service.code?.description)
                switch price {
                case .success(let price):
                    json.member("amount", price.amount)
                    json.member("reducedAmount", price.reduced?.decimalText)
                    json.member("limitingCharge", nil)
                    json.member("source", price.source.description)
                case .failure(let gap):
                    json.member("amount", nil)
                    json.member("reason", gap.reason)
                }
                json.endObject()
            }
            json.endArray()
        }
    }

    /// Medicare's prices in a locality on a day.
    package init(medicare schedule: MedicareFeeSchedule, services: [Service], on date: CalendarDate)
    {
        let prices = services.map { MedicareRow($0, schedule: schedule, on: date) }
        let rows = prices.map { row in
            [
                row.service.key.description, row.service.code?.description ?? "-",
                (row.price?.amount.groupedText ?? "-").padded(left: 9),
                (row.price?.reduced?.groupedText ?? "").padded(left: 9),
                row.price.map { "\($0.source)" } ?? row.reason,
            ]
        }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for row in prices {
                json.beginObject()
                json.member("service", row.service.key.description)
                json.member("code", row.service.code?.description)
                json.member("amount", row.price?.amount.decimalText)
                if let price = row.price {
                    json.member("reducedAmount", price.reduced?.decimalText)
                    json.member("limitingCharge", price.limitingCharge)
                    json.member("source", price.source.description)
                } else {
                    json.member("reason", row.reason)
                }
                json.endObject()
            }
            json.endArray()
        }
    }

    /// The offers of a clinic.
    package init(offers: [Offer], language: Language) {
        let rows = offers.map { offer in
            [
                offer.id, offer.kind.rawValue, Listing.terms(offer.terms),
                offer.words.text(in: language),
            ]
        }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for offer in offers {
                json.beginObject()
                json.member("id", offer.id)
                json.member("kind", offer.kind.rawValue)
                json.member("terms", Listing.terms(offer.terms))
                json.members(offer.words)
                json.list("includes", offer.includes.map { "\($0.count) \($0.service)" })
                json.list("notIncluded", offer.notIncluded.map(\.description))
                json.list("who", offer.audiences.map(\.rawValue).sorted())
                json.list("excludes", offer.exclusions.map(\.rawValue).sorted())
                json.member("validFrom", offer.validFrom)
                json.member("validThrough", offer.validThrough?.description)
                json.member("source", offer.place.description)
                json.endObject()
            }
            json.endArray()
        }
    }

    private static func terms(_ terms: Offer.Terms) -> String {
        switch terms {
        case .price(let price): price.groupedText
        case .discount(let part): "-\(part)"
        case .monthly(let fee, let part): "\(fee.groupedText) a month, -\(part)"
        case .fee(let fee, let months, let part):
            "\(fee.groupedText) every \(months) months, -\(part)"
        }
    }

    /// The plans of the tables.
    package init(plans documents: [PlanDocument]) {
        let rows = documents.map(\.plan).map { [$0.id, $0.type.rawValue, $0.name] }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for document in documents { document.write(to: &json) }
            json.endArray()
        }
    }

    /// The clinics of the tables.
    package init(clinics: [Clinic]) {
        let rows = clinics.map { [$0.id, $0.state, $0.medicareLocality, $0.name] }
        self.init(text: Listing.table(rows)) { json in
            json.beginArray()
            for clinic in clinics {
                json.beginObject()
                json.member("id", clinic.id)
                json.member("name", clinic.name)
                json.member("state", clinic.state)
                json.member("medicareLocality", clinic.medicareLocality)
                json.key("openWeekdays")
                json.beginArray()
                for weekday in clinic.openWeekdays.map(\.rawValue).sorted() {
                    json.integer(weekday)
                }
                json.endArray()
                json.list("closedDays", clinic.closedDays.sorted().map(\.description))
                json.endObject()
            }
            json.endArray()
        }
    }

    /// Rows as columns, each as wide as its widest cell; a row stays one line, for grep.
    private static func table(_ rows: [[String]]) -> String {
        var page = TextPage()
        page.rows(rows)
        return page.text
    }
}

/// A service with Medicare's price, or the reason why there is none.
private struct MedicareRow {
    let service: Service
    let price: MedicareFeeSchedule.Price?
    let reason: String

    init(
        _ service: Service,
        schedule: MedicareFeeSchedule,
        on date: CalendarDate
    ) {
        self.service = service
        guard let code = service.code else {
            price = nil
            reason = "has no procedure code"
            return
        }
        do throws(MedicareGap) {
            price = try schedule.price(of: code, on: date)
            reason = ""
        } catch {
            price = nil
            reason = error.reason
        }
    }
}

extension MedicareGap {
    /// Why there is no price, in a few words.
    var reason: String {
        switch self {
        case .noRelease(let date): "no release that was read holds \(date)"
        case .noRelativeValue(let release): "medicare/\(release)/rvu.csv has no row for it"
        case .notPaid(let status, let source):
            "status \(status): Medicare has no price for it (\(source))"
        case .notDoneInOffice(let source):
            "not done in an office: the figure is a copy (\(source))"
        case .noLocality(let release): "medicare/\(release)/gpci.csv lacks the locality"
        }
    }
}

extension PriceGap {
    /// Why there is no price, in a few words.
    fileprivate var reason: String {
        switch self {
        case .noRow: "no row is for it"
        case .notYetInForce(let row, _): "begins on \(row.from) (\(row.place))"
        case .ended(let row, _):
            "ended on \(row.through.map(\.description) ?? "an earlier day") (\(row.place))"
        }
    }
}
