import CareModel
import FoundationEssentials
import PriceTableFiles
import Testing

@Suite("A starting file")
struct TableTemplateTests {
    /// What only the user knows of a kind of table: where a check misses it, and what fills it in.
    struct Start: CustomTestStringConvertible {
        let kind: TableTemplate.Kind
        /// The places of the errors of a check, as they are before anything is filled in.
        let unknown: Set<String>
        /// The warnings of a check: words and prices that are not there yet.
        let warnings: Set<String>
        /// The figures that are filled in, by the text that they replace.
        let figures: [(file: String, old: String, new: String)]

        var testDescription: String { kind.rawValue }
    }

    static let id = "started-here"

    static let worked = [
        Start(
            kind: .plan,
            unknown: [],
            warnings: [
                "/payerName", "/planName", "/source", "/deductible/individual",
                "/outOfPocketMaximum/individual", "/limits/0/maximum", "/benefits/0/coinsurance",
            ],
            figures: [
                ("plans/started-here.json", #""maximum": "unknown""#, #""maximum": 20"#),
                (
                    "plans/started-here.json", #""coinsurance": "unknown""#,
                    #""coinsurance": "0.20""#
                ),
                (
                    "plans/started-here.json", #""individual": "unknown""#,
                    #""individual": "500.00""#
                ),
            ]
        ),
        Start(
            kind: .clinic,
            unknown: ["/npi", "/state", "/medicareLocality"],
            warnings: [
                "/name", "/address", "/tin", "/sources/charges", "/sources/selfPay", "/source",
                "charges.csv", "self-pay.csv",
            ],
            figures: [
                ("clinics/started-here/clinic.json", #""npi": "unknown""#, #""npi": "1234567893""#),
                ("clinics/started-here/clinic.json", #""state": "unknown""#, #""state": "CA""#),
                (
                    "clinics/started-here/clinic.json", #""medicareLocality": "unknown""#,
                    #""medicareLocality": "01182-18""#
                ),
            ]
        ),
        Start(
            kind: .schedule,
            unknown: [],
            warnings: [
                "/payer", "/publisher", "/licence", "/source", "started-here.csv", "payers.json",
            ],
            figures: []
        ),
    ]

    @Test("passes the check but for what only the user knows", arguments: worked)
    func passes(_ start: Start) throws {
        let scratch = try TableDiffScratch()
        let before = TableCheck(root: scratch.root, asOf: today)
        let written = try template(start.kind).write(to: scratch.root)
        #expect(!written.isEmpty)

        let check = TableCheck(root: scratch.root, asOf: today)
        #expect(Set(check.errors.map(\.column)) == start.unknown)
        #expect(places(of: check.warnings) == start.warnings.union(places(of: before.warnings)))

        for figure in start.figures {
            try scratch.replace(figure.old, with: figure.new, in: figure.file)
        }
        let filled = TableCheck(root: scratch.root, asOf: today)
        #expect(filled.errors.isEmpty)
    }

    @Test("has a note on every term and no others", arguments: TableTemplate.Kind.allCases)
    func notes(_ kind: TableTemplate.Kind) throws {
        for file in try template(kind).files where file.path.hasSuffix(".json") {
            let tree = try JSONTree(file.bytes, maximumDepth: 8)
            let notes = file.notes.map(\.place)

            // A name with null is not in the tree; its note is one of those beyond it.
            #expect(Set(pointers(in: tree, below: "")).isSubset(of: notes))
            #expect(Set(notes).count == notes.count)
            #expect(file.notes.allSatisfy { !$0.words.isEmpty })
            let text = String(decoding: file.bytes, as: UTF8.self)
            let names = text.split(separator: "\n").filter { $0.contains("\": ") }.count
            #expect(names == notes.count)
        }
    }

    @Test("holds no price", arguments: TableTemplate.Kind.allCases)
    func prices(_ kind: TableTemplate.Kind) throws {
        for file in try template(kind).files where file.path.hasSuffix(".csv") {
            #expect(
                String(decoding: file.bytes, as: UTF8.self)
                    == "service,modifier,amount_usd,reduced_usd,effective_from,effective_to\n"
            )
        }
    }

    @Test("begins on January 1 of the year in which it is started")
    func firstDay() throws {
        let text = try template(.schedule).text

        #expect(text.contains(#""retrievedOn": "2026-11-25""#))
        #expect(text.contains(#""effectiveFrom": "2026-01-01""#))
    }

    @Test("is a JSON document alone for a plan, and one under each path for others")
    func text() throws {
        let plan = try template(.plan)
        let schedule = try template(.schedule)

        #expect(plan.text.hasPrefix("{\n  \"id\": \"started-here\",\n"))
        #expect(plan.noteLines.first == "/id: the name of this file without .json")
        #expect(schedule.text.hasPrefix("==> schedules/started-here.json <==\n{\n"))
        #expect(schedule.text.contains("}\n\n==> schedules/started-here.csv <==\nservice,"))
        #expect(
            schedule.noteLines.last
                == "schedules/started-here.csv: effective_to: its last day; empty where it goes on"
        )
    }

    @Test("replaces no file, and then writes none")
    func existing() throws {
        let scratch = try TableDiffScratch()
        try scratch.write("mine\n", to: "schedules/started-here.csv")

        let error = #expect(throws: TableTemplateError.self) {
            try template(.schedule).write(to: scratch.root)
        }

        #expect(
            error?.description
                == "\(scratch.root)/schedules/started-here.csv: is there already, and is not "
                + "replaced. Write another name"
        )
        #expect(try scratch.read("schedules/started-here.csv") == "mine\n")
        #expect(throws: (any Error).self) { try scratch.read("schedules/started-here.json") }
    }

    @Test("leaves nothing behind where a file cannot be made")
    func unwritable() throws {
        let scratch = try TableDiffScratch()
        // A link to nowhere is no file, and yet its name is taken.
        try FileManager.default.createSymbolicLink(
            atPath: "\(scratch.root)/schedules/started-here.csv",
            withDestinationPath: "/nowhere/at-all.csv"
        )

        let error = #expect(throws: TableTemplateError.self) {
            try template(.schedule).write(to: scratch.root)
        }

        #expect(
            error?.description
                == "\(scratch.root)/schedules/started-here.csv: cannot be written. "
                + "Check the permissions of its folder"
        )
        #expect(throws: (any Error).self) { try scratch.read("schedules/started-here.json") }
    }

    @Test("needs a folder of tables")
    func folder() {
        let error = #expect(throws: TableTemplateError.self) {
            try template(.plan).write(to: "/nowhere/at-all")
        }

        #expect(
            error?.description
                == "/nowhere/at-all: is not a folder of tables. Check --tables, or create the folder"
        )
    }

    @Test("has a name that is no path", arguments: ["", "../plans/a", "a b", ".hidden", "a/b"])
    func names(_ id: String) {
        let error = #expect(throws: TableTemplateError.self) {
            try TableTemplate(.plan, id: id, asOf: today)
        }

        #expect(
            error?.description
                == "'\(id)' cannot be the name of a table. Write 1 to 100 letters, digits, "
                + "hyphens, underscores and points, the first no point"
        )
    }

    private let today = CalendarDate(dayNumber: 20_782)  // 2026-11-25

    private func template(_ kind: TableTemplate.Kind) throws -> TableTemplate {
        try TableTemplate(kind, id: TableTemplateTests.id, asOf: today)
    }

    /// The pointers of the findings, or the names of the files where a file is meant.
    private func places(of findings: [TableFinding]) -> Set<String> {
        Set(
            findings.map { finding in
                finding.column.isEmpty
                    ? finding.file.split(separator: "/").last.map(String.init) ?? ""
                    : finding.column
            }
        )
    }

    /// The pointers of all names in a document.
    private func pointers(in tree: JSONTree, below pointer: String) -> [String] {
        switch tree {
        case .object(let members):
            members.flatMap { member in
                ["\(pointer)/\(member.name)"]
                    + pointers(in: member.value, below: "\(pointer)/\(member.name)")
            }
        case .list(let elements):
            elements.enumerated().flatMap { pointers(in: $1, below: "\(pointer)/\($0)") }
        default: []
        }
    }
}
