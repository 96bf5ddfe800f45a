import FoundationEssentials
import PriceTableFiles
import TestSupport
import Testing

@Suite("The difference of two folders of tables")
struct TableDiffTests {
    /// A change of one file and the lines that tell it.
    struct Edit: CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        let lines: [String]

        init(_ name: String, _ file: String, _ old: String, _ new: String, _ lines: [String]) {
            testDescription = name
            self.file = file
            self.old = old
            self.new = new
            self.lines = lines.map { "\(file): \($0)" }
        }
    }

    static let acme = "schedules/acme-ppo-2026.csv"
    static let plan = "plans/acme-ppo-1500.json"

    static let prices = [
        Edit(
            "a price",
            acme,
            "adjust-spine-3-4,,45.10,",
            "adjust-spine-3-4,,46.20,",
            ["adjust-spine-3-4 from 2026-01-01: 45.10 becomes 46.20 (+2.4 %)"]
        ),
        Edit(
            "a charge",
            "clinics/harbor-spine/charges.csv",
            "traction,,35.00,",
            "traction,,36.00,",
            // 1 of 35 is 2.857 %.
            ["traction from 2026-01-01: 35.00 becomes 36.00 (+2.9 %)"]
        ),
        Edit(
            "a self-pay price",
            "clinics/harbor-spine/self-pay.csv",
            "traction,,25.00,",
            "traction,,20.00,",
            ["traction from 2026-01-01: 25.00 becomes 20.00 (-20.0 %)"]
        ),
        Edit("the same price in other digits", acme, "45.10", "45.1", []),
        Edit(
            "a reduced price",
            acme,
            "traction,,14.90,11.78",
            "traction,,14.90,7.45",
            // 4.33 of 11.78 is 36.757 %.
            ["traction from 2026-01-01: reduced price 11.78 becomes 7.45 (-36.8 %)"]
        ),
        Edit(
            "a reduced price that is no longer printed",
            acme,
            "traction,,14.90,11.78",
            "traction,,14.90,",
            ["traction from 2026-01-01: reduced price 11.78 becomes none"]
        ),
        Edit(
            "the last day",
            acme,
            "tens-unit,,40.80,,2027-01-01,2027-12-31",
            "tens-unit,,40.80,,2027-01-01,",
            [
                "tens-unit from 2027-01-01: dates changed: through 2027-12-31 becomes "
                    + "without an end"
            ]
        ),
        Edit(
            "a price that ends and its next row",
            acme,
            "tens-unit,,40.80,,2027-01-01,2027-12-31",
            "tens-unit,,40.80,,2027-01-01,2027-06-30\ntens-unit,,41.00,20.50,2027-07-01,2027-12-31",
            [
                "tens-unit from 2027-01-01: dates changed: through 2027-12-31 becomes "
                    + "through 2027-06-30",
                "tens-unit from 2027-07-01: added, 41.00, reduced price 20.50, "
                    + "through 2027-12-31",
            ]
        ),
        Edit(
            "a row with a modifier",
            acme,
            "traction,,14.90,11.78,2026-01-01,2026-12-31",
            "traction,GP,14.90,11.78,2026-01-01,2026-12-31",
            [
                "traction from 2026-01-01: removed, 14.90, reduced price 11.78, "
                    + "through 2026-12-31",
                "traction GP from 2026-01-01: added, 14.90, reduced price 11.78, "
                    + "through 2026-12-31",
            ]
        ),
    ]

    static let services = [
        Edit(
            "the unit and the words of a service",
            "services.csv",
            "heel-lift,,supply,item,12,Insert that raises one heel,",
            "heel-lift,,supply,once,12,Heel insert,",
            [
                "heel-lift: unit item becomes once",
                "heel-lift: English words \"Insert that raises one heel\" becomes \"Heel insert\"",
            ]
        ),
        Edit(
            "a code",
            "services.csv",
            "tens-unit,E0720,",
            "tens-unit,,",
            ["tens-unit: code E0720 becomes none"]
        ),
        Edit(
            "a new service",
            "services.csv",
            "\nrecords-copy,",
            "\ncold-laser,S8948,physicalMedicine,minutes15,AE,Light,Luz,our own item\nrecords-copy,",
            ["cold-laser: added, code S8948, physicalMedicine, minutes15, \"Light\""]
        ),
    ]

    static let documents = [
        Edit(
            "a term of a plan",
            plan,
            #""individual": "1500.00""#,
            #""individual": "2000.00""#,
            [#"/deductible/individual: "1500.00" becomes "2000.00""#]
        ),
        Edit(
            "a term that a plan had not",
            plan,
            #""effectiveThrough": null"#,
            #""effectiveThrough": "2026-12-31""#,
            [#"/effectiveThrough: added "2026-12-31""#]
        ),
        Edit(
            "a benefit row that is gone",
            plan,
            #"    { "category": "massage", "coverage": "notCovered" },"# + "\n",
            "",
            [#"/benefits/4: removed {"category":"massage","coverage":"notCovered"}"#]
        ),
        Edit(
            "a clinic that opens on Saturdays",
            "clinics/harbor-spine/clinic.json",
            "[1, 2, 3, 4, 5]",
            "[1, 2, 3, 4, 5, 6]",
            ["/openWeekdays: [1,2,3,4,5] becomes [1,2,3,4,5,6]"]
        ),
        Edit(
            "a session",
            "clinics/harbor-spine/sessions.json",
            #""newVisit": { "exam": "standard""#,
            #""newVisit": { "exam": "brief""#,
            [#"/newVisit/exam: "standard" becomes "brief""#]
        ),
        Edit(
            "a federal figure",
            "parameters/medicare-part-b-deductible.json",
            #""283.00""#,
            #""283.50""#,
            [#"/values/2/value: "283.00" becomes "283.50""#]
        ),
        Edit(
            "a rule",
            "rules/verification.json",
            #""days": 7"#,
            #""days": 14"#,
            ["/days: 7 becomes 14"]
        ),
        Edit(
            "whose the rates are",
            "schedules/acme-ppo-2026.json",
            #""retrievedOn": "2026-10-01""#,
            #""retrievedOn": "2026-11-02""#,
            [#"/retrievedOn: "2026-10-01" becomes "2026-11-02""#]
        ),
        Edit(
            "whom a pattern of care helps",
            "patterns/lbp-acute.json",
            #""value": "0.79""#,
            #""value": "0.80""#,
            [#"/responderProbability/value: "0.79" becomes "0.80""#]
        ),
        Edit(
            "what is known of a patient",
            "patterns/factors.json",
            #""delta": "-0.45""#,
            #""delta": "-0.4""#,
            [#"/factors/15/delta: "-0.45" becomes "-0.4""#]
        ),
        Edit(
            "a question of the screening",
            "patterns/screening.json",
            #""tier": "caution",\#n      "regions": ["neck", "headache"]"#,
            #""tier": "urgent",\#n      "regions": ["neck", "headache"]"#,
            [#"/items/26/tier: "caution" becomes "urgent""#]
        ),
        Edit("white space alone", plan, "{\n  \"id\"", "{ \"id\"", []),
        Edit("words about the tables", "README.md", "# Price tables", "# Tables", ["changed"]),
    ]

    @Test("tells", arguments: prices + services + documents)
    func edits(_ edit: Edit) throws {
        let scratch = try TableDiffScratch()
        try scratch.replace(edit.old, with: edit.new, in: edit.file)

        let there = try TableDiff(from: Repository.tables, to: scratch.root)
        let back = try TableDiff(from: scratch.root, to: Repository.tables)

        #expect(there.differences.map(\.description) == edit.lines)
        #expect(back.differences.count == edit.lines.count)
    }

    @Test("of equal folders says that there is none")
    func none() throws {
        let diff = try TableDiff(from: Repository.tables, to: Repository.tables)

        #expect(diff.text == "no differences\n")
        #expect(String(decoding: diff.json, as: UTF8.self) == "[]\n")
    }

    @Test("names files that are added and removed, sorted with the rest")
    func files() throws {
        let scratch = try TableDiffScratch()
        let plan = try scratch.read("plans/bluebird-hmo-30.json")
        try scratch.write(
            plan.replacing("bluebird-hmo-30", with: "another-hmo"),
            to: "plans/another-hmo.json"
        )
        try scratch.remove("plans/bluebird-hmo-30.json")
        try scratch.replace(#""days": 7"#, with: #""days": 8"#, in: "rules/verification.json")
        try scratch.write("hidden", to: "plans/.notes")

        let diff = try TableDiff(from: Repository.tables, to: scratch.root)

        #expect(
            diff.text == """
                plans/another-hmo.json: added
                plans/bluebird-hmo-30.json: removed
                rules/verification.json: /days: 7 becomes 8

                """
        )
    }

    @Test("as JSON names file, place, kind, old and new")
    func json() throws {
        let scratch = try TableDiffScratch()
        try scratch.replace(
            "traction,,14.90,11.78,2026-01-01,2026-12-31",
            with: "traction,GP,15.00,,2026-01-01,2026-12-31",
            in: TableDiffTests.acme
        )
        try scratch.replace("45.10", with: "46.20", in: TableDiffTests.acme)
        try scratch.replace(#""days": 7"#, with: #""days": 8"#, in: "rules/verification.json")
        try scratch.remove("README.md")

        let diff = try TableDiff(from: Repository.tables, to: scratch.root)
        let tree = try JSONTree(diff.json, maximumDepth: 8)

        let acme = #"{"file":"schedules/acme-ppo-2026.csv","row":{"service":"#
        guard case .list(let objects) = tree else {
            Issue.record("the answer is not a list")
            return
        }
        #expect(
            objects.map(\.oneLine) == [
                #"{"file":"README.md","kind":"removed"}"#,
                #"{"file":"rules/verification.json","pointer":"/days","kind":"changed","#
                    + #""old":7,"new":8}"#,
                acme + #""adjust-spine-3-4","effective_from":"2026-01-01"},"#
                    + #""column":"amount_usd","kind":"changed","old":"45.10","new":"46.20"}"#,
                acme + #""traction","effective_from":"2026-01-01"},"kind":"removed","#
                    + #""old":{"amount_usd":"14.90","reduced_usd":"11.78","#
                    + #""effective_to":"2026-12-31"}}"#,
                acme + #""traction","modifier":"GP","effective_from":"2026-01-01"},"#
                    + #""kind":"added","new":{"amount_usd":"15.00","#
                    + #""effective_to":"2026-12-31"}}"#,
            ]
        )
    }

    @Test("is refused with every error of both folders")
    func errors() throws {
        let old = try TableDiffScratch()
        let new = try TableDiffScratch()
        try old.replace("45.10", with: "4S.10", in: TableDiffTests.acme)
        try new.replace(#""days": 7"#, with: #""days": 0"#, in: "rules/verification.json")

        let error = #expect(throws: PriceTableErrors.self) {
            try TableDiff(from: old.root, to: new.root)
        }

        #expect(
            error?.findings.map(\.description) == [
                "\(old.root)/schedules/acme-ppo-2026.csv:12: amount_usd: '4S.10' is not a dollar "
                    + "amount. Write digits and at most two decimals, such as 118.40",
                "\(new.root)/rules/verification.json:3: /days: 0 is not a number of days. "
                    + "Write a whole number from 1 to 366",
            ]
        )
        #expect(error?.isMissingFile == false)
    }

    @Test("of a folder that is not there is a missing file")
    func missing() {
        let error = #expect(throws: PriceTableErrors.self) {
            try TableDiff(from: Repository.tables, to: "/nowhere/at-all")
        }

        #expect(error?.isMissingFile == true)
    }
}
