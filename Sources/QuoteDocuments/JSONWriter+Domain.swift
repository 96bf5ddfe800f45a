import CareCoverage
import CareModel
import JSONText

extension JSONWriter {
    mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    mutating func member(_ name: String, _ amount: Money) {
        key(name)
        plainString(amount.writeDecimals)
    }

    mutating func member(_ name: String, _ date: CalendarDate) {
        key(name)
        plainString(date.write)
    }

    mutating func member(_ name: Name, _ text: String) {
        key(name)
        string(text)
    }

    mutating func member(_ name: Name, _ amount: Money) {
        key(name)
        plainString(amount.writeDecimals)
    }

    mutating func member(_ name: Name, _ date: CalendarDate) {
        key(name)
        plainString(date.write)
    }
}

extension JSONWriter {
    /// Writes words in both languages, as the members `en` and `es`.
    mutating func members(_ words: LocalizedWords) {
        member("en", words.english)
        member("es", words.spanish)
    }

    /// Writes a chance from 0 to 1 with six decimals, and what is certain as 1.
    mutating func probability(_ chance: Double) {
        chance == 1 ? integer(1) : number(chance.text(decimals: 6))
    }
}

extension Double {
    /// The number, at least 0, with so many decimals, rounded half up.
    func text(decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((self * Double(scale)).rounded(.toNearestOrAwayFromZero))
        let fraction = String(scaled % scale)
        let zeros = String(repeating: "0", count: max(decimals - fraction.count, 0))
        return decimals == 0 ? "\(scaled)" : "\(scaled / scale).\(zeros)\(fraction)"
    }
}

extension Accumulators {
    /// Writes the figures in the shape in which a request states them.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("asOf", asOf)
        if let authorizationVisitsUsed {
            json.key("authorizationVisitsUsed")
            json.integer(authorizationVisitsUsed)
        }
        if !benefitVisits.isEmpty {
            json.key("benefitVisits")
            json.beginObject()
            for (category, count) in benefitVisits.sorted(by: { $0.key < $1.key }) {
                json.key(category.description)
                json.integer(count)
            }
            json.endObject()
        }
        if let deductibleByMonth {
            json.key("carryoverMonths")
            json.beginObject()
            for (month, amount) in deductibleByMonth.sorted(by: { $0.key < $1.key }) {
                json.member(String(month), amount)
            }
            json.endObject()
        }
        json.key("deductible")
        json.beginObject()
        if !deductibleByCategory.isEmpty {
            json.key("byCategoryMet")
            json.beginObject()
            for (category, amount) in deductibleByCategory.sorted(by: { $0.key < $1.key }) {
                json.member(category.description, amount)
            }
            json.endObject()
        }
        if let family = deductible.family { json.member("familyMet", family) }
        if let individual = deductible.individual { json.member("individualMet", individual) }
        if let membersMet {
            json.key("membersMet")
            json.integer(membersMet)
        }
        json.endObject()
        json.key("limits")
        json.beginObject()
        for (name, use) in limits.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.beginObject()
            switch use {
            case .used(let count):
                json.key("used")
                json.integer(count)
            case .amount(let amount): json.member("used", amount)
            case .dates(let dates):
                json.key("dates")
                json.beginArray()
                for date in dates { json.string(date.description) }
                json.endArray()
            }
            json.endObject()
        }
        json.endObject()
        json.key("outOfPocket")
        json.beginObject()
        if let family = outOfPocket.family { json.member("familyMet", family) }
        if let individual = outOfPocket.individual { json.member("individualMet", individual) }
        json.endObject()
        if let source { json.member("source", source) }
        json.endObject()
    }
}
