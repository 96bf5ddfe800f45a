import CareModel
import CarePatterns
import TestSupport
import Testing

@Suite("The screening")
struct ScreeningTests {
    /// 19 red flags, 12 cautions and 6 weak signs.
    @Test("asks every published question, each in its tier and with its parts of the body")
    func questions() throws {
        let screening = try OwnTables.read().screening
        let rows = try ScreenedItem.all()

        #expect(rows.count == 37)
        #expect(screening.items.map(\.id).sorted() == rows.map(\.id).sorted())
        for row in rows {
            let item = try #require(screening[row.id], "there is no question \(row.id)")
            #expect(item.tier == row.tier, "\(row.id)")
            #expect(item.regions == row.regions, "\(row.id)")
        }
    }

    @Test("asks about a part of the body what belongs to it", arguments: BodyRegion.allCases)
    func region(_ region: BodyRegion) throws {
        let asked = try OwnTables.read().screening.questions(for: region).map(\.id)
        let wanted = try ScreenedItem.all().filter { $0.regions.contains(region) }.map(\.id)

        #expect(asked.sorted() == wanted.sorted())
        #expect(asked.contains("cad-5d3n") == (region == .neck || region == .headache))
    }

    @Test(
        "takes a yes and a \"not sure\" for a sign, and neither for none",
        arguments: ScreenedItem.Answer.allCases
    )
    func single(_ answer: ScreenedItem.Answer) throws {
        let screening = try OwnTables.read().screening
        for item in try ScreenedItem.all() {
            let result = try screening.result(of: item.answers(answer))
            let messages = item.messages(after: answer)

            #expect(result.outcome == (answer == .no ? .clear : item.outcome), "\(item.id)")
            #expect(result.tier == (answer == .no ? nil : item.tier), "\(item.id)")
            #expect(result.messages.map(\.id) == messages, "\(item.id)")
            #expect(result.clearance == nil)
            #expect(result.bestGrade == .a)
        }
    }

    /// A clinician may lift a caution, and nothing graver.
    @Test("lets a clinician lift cautions alone", arguments: [ScreenedItem.Answer.yes, .notSure])
    func clearance(_ answer: ScreenedItem.Answer) throws {
        let screening = try OwnTables.read().screening
        for item in try ScreenedItem.all() {
            let result = try screening.result(of: item.answers(answer, isCleared: true))
            let isCaution = item.tier == .caution

            #expect(result.outcome == (isCaution ? .clear : item.outcome), "\(item.id)")
            #expect(result.tier == item.tier, "\(item.id)")
            #expect((result.clearance != nil) == isCaution, "\(item.id)")
            #expect(result.bestGrade == (isCaution ? .c : .a), "\(item.id)")
            #expect(
                result.messages.map(\.id)
                    == (isCaution ? ["cleared"] : item.messages(after: answer)),
                "\(item.id)"
            )
        }
    }

    /// Where a price is given it is said; a referral speaks of nothing but where to go.
    @Test("says that nobody recorded it wherever a price is given")
    func notRecorded() throws {
        let screening = try OwnTables.read().screening
        for item in try ScreenedItem.all() {
            let result = try screening.result(of: item.answers(.yes, isRecorded: false))

            #expect(
                result.outcome == (item.tier == .weak ? .notRecorded : item.outcome),
                "\(item.id)"
            )
            #expect(
                result.messages.contains { $0.id == "notRecorded" } == !item.tier.comesFirst,
                "\(item.id)"
            )
        }
        let nothing = try screening.result(of: ScreeningAnswers(askedOn: nil))

        #expect(nothing.outcome == .notRecorded)
        #expect(nothing.tier == nil)
        #expect(nothing.messages.map(\.id) == ["notRecorded"])
    }

    @Test("puts signs together, and the gravest decides", arguments: ScreenedCase.worked)
    func together(_ screened: ScreenedCase) throws {
        let result = try OwnTables.read().screening.result(of: screened.answers)

        #expect(result.outcome == screened.outcome)
        #expect(result.tier == screened.tier)
        #expect(result.messages.map(\.id) == screened.messages)
    }

    /// A red flag that is missed is the worst mistake there is.
    @Test("is never milder with one sign more")
    func pairs() throws {
        let screening = try OwnTables.read().screening
        let order: [ScreeningResult.Outcome] = [.clear, .clinicianDecides, .seekCareFirst]
        let items = try ScreenedItem.all()
        for first in items {
            for second in items where second.id != first.id {
                let answers = ScreeningAnswers(
                    askedOn: ScreenedItem.day,
                    present: [first.id],
                    notSure: [second.id]
                )
                let rank = try order.firstIndex(of: screening.result(of: answers).outcome)
                let alone = [first, second].map { order.firstIndex(of: $0.outcome) ?? 0 }

                #expect(rank == alone.max(), "\(first.id), \(second.id)")
            }
        }
    }

    @Test("refuses answers to questions that it does not ask")
    func unknown() throws {
        let screening = try OwnTables.read().screening
        let answers = ScreeningAnswers(
            askedOn: ScreenedItem.day,
            present: ["ces-saddle", "tingling"],
            notSure: ["aches"]
        )
        let error = ScreeningError(
            unknownItems: ["aches", "tingling"],
            known: screening.items.map(\.id)
        )

        #expect(throws: error) { try screening.result(of: answers) }
        #expect(
            error.description.hasPrefix(
                "aches, tingling: not a question of the screening. "
                    + "Write one of: ces-bladder-bowel, ces-saddle, "
            )
        )
    }

    /// What is suspected is the clinician's; the patient is told what to do.
    @Test("names no disease in what it advises")
    func noDiagnosis() throws {
        let screening = try OwnTables.read().screening
        let diseases = [
            "cauda", "stroke", "dissection", "fracture", "cancer", "tumo", "malignan", "infect",
            "mening", "aneurysm", "myelopath", "derrame", "disección", "fractura", "cáncer",
            "aneurisma", "mielopat",
        ]
        let words = screening.items.map(\.advice) + screening.sayings.values
        for text in words.flatMap({ [$0.english, $0.spanish] }) {
            #expect(!diseases.contains { text.lowercased().contains($0) }, "\(text)")
        }
        #expect(screening.sayings.count == Screening.Saying.allCases.count)
    }
}
