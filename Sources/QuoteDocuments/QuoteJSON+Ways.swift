import CareModel
import CareQuote
import JSONText

extension QuoteJSON {
    func writeWaysToPay(of quote: Quote, words: Words, to json: inout JSONWriter) {
        json.key("waysToPay")
        json.beginArray()
        let likelyEnd = quote.projection?.outcome(notExceededWith: 0.5)?.visits
        for way in quote.waysToPay {
            json.beginObject()
            json.member("kind", way.name)
            json.member("offer", way.offerID)
            json.member("total", way.isAllowed ? way.total.decimalText : nil)
            json.member("today", way.isAllowed ? way.today.decimalText : nil)
            if let likelyEnd, let cost = way.cost(through: likelyEnd) {
                json.key("headline")
                json.beginObject()
                json.key("visits")
                json.integer(likelyEnd)
                json.member("patientPays", cost)
                json.endObject()
            }
            json.key("schedule")
            json.beginArray()
            for payment in way.schedule {
                json.beginObject()
                json.member("date", payment.date)
                json.member("amount", payment.amount)
                json.endObject()
            }
            json.endArray()
            json.key("allowed")
            json.boolean(way.isAllowed)
            json.member("because", words.way(way))
            json.key("ifStopped")
            json.beginArray()
            for settlement in way.settlements {
                json.beginObject()
                json.key("afterVisit")
                json.integer(settlement.visit)
                json.member("date", settlement.date)
                json.member("refund", settlement.refund)
                json.member("owed", settlement.owed)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.member("goodUntil", quote.goodUntil)
        json.member("missedAppointment", quote.missedAppointment?.decimalText)
    }
}
