package import CareModel
package import CareQuote
import JSONText
package import PriceTableFiles

/// What a screening leads to, and the answers as a request or the options of one hold them.
package struct ScreeningRecord {
    private let screening: Screening
    private let answers: ScreeningAnswers
    private let result: ScreeningResult
    private let askedOn: CalendarDate
    private let words: Words

    /// Records a screening after which there can be a price.
    ///
    /// - Parameters:
    ///   - answers: The answers.
    ///   - result: What they mean.
    ///   - screening: The questions, which know the tier of each.
    ///   - askedOn: The day.
    ///   - words: The language.
    package init(
        _ answers: ScreeningAnswers,
        result: ScreeningResult,
        of screening: Screening,
        askedOn: CalendarDate,
        words: Words
    ) {
        self.screening = screening
        self.answers = answers
        self.result = result
        self.askedOn = askedOn
        self.words = words
    }

    private var desk: DeskScreening {
        let present = screening.items.filter { answers.present.contains($0.id) }
        var desk = DeskScreening()
        desk.askedOn = askedOn
        desk.redFlags = present.filter(\.tier.comesFirst).map(\.id)
        desk.cautions = present.filter { !$0.tier.comesFirst }.map(\.id)
        desk.notSure = screening.items.map(\.id).filter(answers.notSure.contains)
        return desk
    }

    /// The answers as options of a quote.
    package var options: String {
        let desk = desk
        let lists = [
            ("--red-flag", desk.redFlags), ("--caution", desk.cautions),
            ("--not-sure", desk.notSure),
        ]
        return
            (["--screened \(askedOn)"]
            + lists.flatMap { option, ids in ids.map { "\(option) \($0)" } })
            .joined(separator: " ")
    }

    /// The record as a page.
    package func text() -> String {
        var page = TextPage()
        let day = words.fullDate(askedOn)
        page.wrapped(outcome, after: words.say(" SCREENING, \(day): ", " PREGUNTAS, \(day): "))
        // Several findings may have the same advice, which is said once.
        var said: Set<String> = []
        for text in result.messages.map({ $0.words.text(in: words.language) })
        where said.insert(text).inserted {
            page.wrapped(text, after: "   ")
        }
        page.line()
        page.line(words.say(" IN A REQUEST", " EN UNA SOLICITUD"))
        var json = JSONWriter(layout: .compact)
        json.beginObject()
        desk.write(to: &json)
        json.endObject()
        // A line to copy is not broken.
        page.line("   " + String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self))
        page.line(words.say(" AS OPTIONS", " COMO OPCIONES"))
        page.line("   " + options)
        return page.text
    }

    /// The record as JSON.
    package func json() -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.member("asOf", askedOn)
        json.screening(result, words: words)
        json.key("request")
        json.beginObject()
        desk.write(to: &json)
        json.endObject()
        json.member("options", options)
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private var outcome: String {
        switch result.outcome {
        case .clear: words.say("a plan and a price can be given", "se puede dar plan y precio")
        case .clinicianDecides:
            words.say(
                "a clinician decides; the price of the first visit can be given",
                "decide un profesional; se puede dar el precio de la primera visita"
            )
        case .notRecorded: words.say("not recorded", "sin registrar")
        case .seekCareFirst: words.say("seek care first", "primero busque atención")
        }
    }
}

extension QuoteMaker {
    /// What is said where answers to the questions say to seek care first.
    ///
    /// - Parameters:
    ///   - answers: The answers.
    ///   - result: What they mean.
    ///   - tables: The tables that they were asked from.
    /// - Returns: Where to go now, named after the answers and the tables.
    package func careFirst(
        after answers: ScreeningAnswers,
        _ result: ScreeningResult,
        of tables: PriceTables
    ) -> CareFirst {
        var json = JSONWriter(layout: .canonical)
        json.beginObject()
        answers.write(to: &json)
        json.endObject()
        return CareFirst(
            id: tables.quoteID(of: json.bytes),
            asOf: today,
            screening: result
        )
    }
}
