import CareModel
import CareQuote
import JSONText

extension Comparison {
    /// The comparison as JSON, an element for each entry; one that cannot be had has the reason in
    /// place of its amounts.
    package func json(words: Words) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("name", entry.name)
            json.member("id", entry.made.id)
            if entry.countsLeavers { json.member("mode", "typical") }
            let refused = refusal(of: entry)
            json.key("allowed")
            json.boolean(refused == nil)
            json.member("because", refused.map { words.refused($0.reason) })
            for (name, amount) in amounts(of: entry) {
                json.member(name, refused == nil ? amount.decimalText : nil)
            }
            json.protection(of: entry.made, words: words)
            json.endObject()
        }
        json.endArray()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The comparison as CSV, a row for each entry, the header first.
    ///
    /// The amounts of one that cannot be had are empty. What is said before any price stands last.
    package func csv(words: Words) -> String {
        let names = entries.first.map { amounts(of: $0).map { "\($0.name)_usd" } } ?? []
        var text = (["name", "id", "allowed"] + names + ["note"]).joined(separator: ",") + "\n"
        for entry in entries {
            let isAllowed = refusal(of: entry) == nil
            let cells =
                [entry.name.csvCell, entry.made.id, isAllowed ? "true" : "false"]
                + amounts(of: entry).map { isAllowed ? $0.amount.decimalText : "" }
                + [ProtectionWords([entry.made], areOneDay: true, words: words).note.csvCell]
            text += cells.joined(separator: ",") + "\n"
        }
        return text
    }

    private func amounts(of entry: Entry) -> [(name: String, amount: Money)] {
        let quote = entry.made.quote
        // A column stands for all of them: a request may give the visits of another's plan.
        let isProjected = entries.allSatisfy { $0.headline != nil }
        let headline =
            isProjected ? entry.headline.map { [("headline", $0.patientPays)] } ?? [] : []
        return [("today", quote.today)] + headline + [
            ("patientPays", entry.patientPays),
            ("low", quote.range.low),
            ("high", quote.range.high),
            ("planPays", quote.totals.planPays),
            ("secondaryPays", quote.totals.secondaryPays),
            ("charge", quote.totals.charge),
            ("differenceToLowest", entry.patientPays - lowest),
        ]
    }
}
