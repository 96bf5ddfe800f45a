import CareModel
import CareQuote
import JSONText
import QuoteDocuments
import TestSupport
import Testing

@Suite("A screening from options")
struct DeskScreeningTests {
    private static let day = CalendarDate(isoText: "2026-11-27")

    private func problem(of screening: DeskScreening) -> String? {
        do throws(DeskProblem) {
            try screening.checkTogether()
            return nil
        } catch {
            return error.lines.joined()
        }
    }

    @Test("is written as a request holds it, and not at all where nothing is said")
    func written() {
        var screening = DeskScreening()
        screening.askedOn = Self.day
        screening.redFlags = ["child"]
        screening.cautions = ["osteoporosis"]
        screening.notSure = ["night-pain"]
        screening.clearedBy = "Dr. Ruiz"
        screening.clearedOn = Self.day

        #expect(
            text(of: screening)
                == #"{"screening":{"askedOn":"2026-11-27","redFlags":["child"],"#
                + #""cautions":["osteoporosis"],"notSure":["night-pain"],"#
                + #""clearedByClinician":{"by":"Dr. Ruiz","on":"2026-11-27"}}}"#
        )
        #expect(text(of: DeskScreening()) == "{}")
    }

    private func text(of screening: DeskScreening) -> String {
        var json = JSONWriter(layout: .compact)
        json.beginObject()
        screening.write(to: &json)
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("wants the day and the clinician of a clearance together, and what was cleared")
    func clearance() {
        var noDay = DeskScreening()
        noDay.cautions = ["osteoporosis"]
        noDay.clearedBy = "Dr. Ruiz"
        var nobody = DeskScreening()
        nobody.cautions = ["osteoporosis"]
        nobody.clearedOn = Self.day
        var nothing = DeskScreening()
        nothing.clearedBy = "Dr. Ruiz"
        nothing.clearedOn = Self.day
        var whole = noDay
        whole.clearedOn = Self.day

        #expect(problem(of: noDay)?.hasPrefix("--cleared-by NAME and --cleared-on DATE") == true)
        #expect(problem(of: nobody)?.hasPrefix("--cleared-by NAME and --cleared-on DATE") == true)
        #expect(problem(of: nothing)?.hasPrefix("--cleared-by goes with the caution") == true)
        #expect(problem(of: whole) == nil)
    }

    @Test("says where to go now although nothing else of a request is there")
    func careFirst() throws {
        let maker = try PlannedCareText.maker()
        var emergency = DeskScreening()
        emergency.redFlags = ["ces-saddle"]
        var unsure = DeskScreening()
        unsure.notSure = ["weight-loss"]
        var caution = DeskScreening()
        caution.cautions = ["osteoporosis"]
        var unknown = DeskScreening()
        unknown.redFlags = ["no-such-question"]

        #expect(maker.careFirst(after: emergency)?.screening.tier == .emergency)
        #expect(maker.careFirst(after: unsure)?.screening.tier == .urgent)
        #expect(maker.careFirst(after: caution) == nil)
        #expect(maker.careFirst(after: unknown) == nil)
        #expect(maker.careFirst(after: DeskScreening()) == nil)
    }
}
