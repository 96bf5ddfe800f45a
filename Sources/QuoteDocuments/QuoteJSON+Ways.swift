import CareModel
import CareQuote
import JSONText

extension QuoteJSON {
    func writeWaysToPay(of quote: Quote, words: Words, to json: inout JSONWriter) {
        json.key("waysToPay")
        json.beginArray()
        for way in quote.waysToPay {
            json.beginObject()
            json.member("kind", way.name)
            json.member("offer", way.offerID)
            json.member("total", way.isAllowed ? way.total.decimalText : nil)
            json.member("today", way.isAllowed ? way.today.decimalText : nil)
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
