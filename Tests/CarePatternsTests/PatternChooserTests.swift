import CareModel
import CarePatterns
import Testing

@Suite("The pattern of a complaint")
struct PatternChooserTests {
    @Test(
        "follows the published criteria",
        arguments: WorkedComplaint.withoutSymptoms + WorkedComplaint.lowBackByWeeks
            + WorkedComplaint.complicated
            + WorkedComplaint.flares + WorkedComplaint.elsewhere + WorkedComplaint.open
    )
    func criteria(_ worked: WorkedComplaint) throws {
        let tables = try OwnTables.read()
        let choice = tables.chooser.choice(for: worked.complaint)

        switch (choice, worked.expected) {
        case (.chosen(let pattern, let cap, let reason), .pattern(let expected, let most)):
            #expect(pattern == expected)
            #expect(cap == most)
            #expect(tables.pattern(pattern) != nil)
            #expect(!reason.words.english.isEmpty && !reason.words.spanish.isEmpty)
        case (.asks(let items), .asks(let expected)): #expect(items == expected)
        case (.noPattern, .none): break
        case (.noCriterion(let region), .noCriterion): #expect(region == worked.complaint.region)
        default: Issue.record("\(choice)")
        }
    }

    /// Low-back pain that goes down a leg has a plan of its own; of a neck it would be passed over.
    @Test("passes over no yes that speaks of another part of the body")
    func unweighed() throws {
        let chooser = try OwnTables.read().chooser
        func passedOver(_ region: BodyRegion, leg: Bool?, head: Bool? = nil) -> [Complaint.Item] {
            chooser.unweighed(
                in: Complaint(region: region, headacheFromNeck: head, radiatingLegPain: leg)
            )
        }

        #expect(passedOver(.neck, leg: true) == [.radiatingLegPain])
        #expect(passedOver(.headache, leg: true, head: true) == [.radiatingLegPain])
        #expect(
            passedOver(.other, leg: true, head: true) == [.headacheFromNeck, .radiatingLegPain]
        )
        #expect(passedOver(.lowBack, leg: nil, head: true) == [.headacheFromNeck])
        for region in [BodyRegion.lowBack, .legPain] {
            #expect(passedOver(region, leg: true).isEmpty)
        }
        #expect(passedOver(.neck, leg: false, head: true).isEmpty)
        #expect(chooser.regions(weighing: .radiatingLegPain) == [.lowBack, .legPain])
    }

    @Test("is never one of maintenance, which is opt-in")
    func maintenance() throws {
        let tables = try OwnTables.read()

        #expect(tables.pattern(tables.maintenance.id) == nil)
        #expect(!tables.chooser.rules.contains { $0.pattern == tables.maintenance.id })
    }

    @Test("comes with a question for every piece, in two languages")
    func questions() throws {
        let questions = try OwnTables.read().chooser.questions

        for item in Complaint.Item.allCases {
            let words = try #require(questions[item])
            #expect(words.english != words.spanish)
        }
    }

    /// The reason names what held: of several that would do, those that the complaint meets.
    @Test("tells why")
    func reason() throws {
        let choice = try OwnTables.read().chooser.choice(
            for: Complaint(
                region: .lowBack,
                durationDays: 10,
                painScore: 9,
                priorEpisodes: 2,
                knownRecurrent: false,
                comorbid: true
            )
        )
        guard case .chosen(_, _, let reason) = choice else {
            Issue.record("\(choice)")
            return
        }

        #expect(reason.conditions.map(\.item) == [.durationDays, .painScore, .comorbid])
        #expect(reason.source == "Lisi 2018, table 1, without its sign of 8 days")
    }

    @Test("is the first rule's that holds, and none before it may be open")
    func order() {
        let words = LocalizedWords(english: "a", spanish: "b")
        func rule(_ item: Complaint.Item, _ pattern: String, isAsked: Bool) -> ComplaintRule {
            let condition = ComplaintRule.Condition(item: item, range: 1...9, isAsked: isAsked)
            return ComplaintRule(
                region: .neck,
                all: [condition],
                any: [],
                pattern: pattern,
                cap: nil,
                words: words,
                source: "made up"
            )
        }
        let complaint = Complaint(region: .neck, painScore: 3)
        func choice(isAsked: Bool) -> PatternChoice {
            let rules = [
                rule(.durationDays, "first", isAsked: isAsked),
                rule(.painScore, "second", isAsked: true),
                rule(.painScore, "third", isAsked: true),
            ]
            return PatternChooser(rules: rules, questions: [:]).choice(for: complaint)
        }

        #expect(choice(isAsked: true) == .asks([.durationDays]))
        guard case .chosen("second", nil, _) = choice(isAsked: false) else {
            Issue.record("a piece that need not be asked counts as no")
            return
        }
    }

    @Test("with fewer visits keeps its first phases and the gates that are left")
    func capped() throws {
        let pattern = try OwnTables.read().spelled("neck-persistent").capped(at: 10)
        let short = pattern.capped(at: 5)

        // Four, four and four visits become four, four and two; then four and one.
        #expect(pattern.cap == 10)
        #expect(pattern.phases.map(\.visits) == [4, 4, 2])
        #expect(pattern.gates.map(\.visit) == [8])
        #expect(short.phases.map(\.visits) == [4, 1])
        #expect(short.gates == [])
        #expect(short.firstGate == 5)
        #expect(pattern.capped(at: 11) == pattern)
        #expect(
            (1...11).map { pattern.phase(ofVisit: $0)?.kind.id } == [
                "relief", "relief", "relief", "relief", "rehab", "rehab", "rehab", "rehab",
                "consolidate", "consolidate", nil,
            ]
        )
    }
}
