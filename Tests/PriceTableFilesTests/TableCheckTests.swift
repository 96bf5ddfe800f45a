import PriceTableFiles
import TestSupport
import Testing

@Suite("A check of price tables")
struct TableCheckTests {
    @Test("finds no error in the repository's own tables, and reads all of them")
    func repository() {
        let check = TableFolder(root: Repository.tables).check()

        #expect(check.errors.map(\.description) == [])
        // services.csv has 60 rows with its header; the folders hold 1 clinic, 5 schedules,
        // 16 plans, 7 figures, and 22 files of patterns, of which 12 are none.
        #expect(check.counts.services == 59)
        #expect(check.counts.clinics == 1)
        #expect(check.counts.schedules == 5)
        #expect(check.counts.plans == 16)
        #expect(check.counts.parameters == 7)
        #expect(check.counts.patterns == 10)
        #expect(
            check.counts.description
                == "Services 59, clinics 1, schedules 5, plans 16, care patterns 10, "
                + "federal parameters 7"
        )
    }

    @Test("counts no pattern where a file about them is wrong")
    func noPatterns() throws {
        try TableFolder.withCopy { folder in
            try folder.apply(.replace("\"0.6\"", "\"1.6\""), to: "patterns/model.json")

            #expect(folder.check().counts.patterns == 0)
        }
    }

    /// Whatever is wrong in one file, the others are read all the same.
    @Test("misses a file about patterns, and blames no other for it")
    func missingPatternFile() throws {
        for name in [
            "advice", "alternatives", "choosing", "citations", "factors", "holidays", "maintenance",
            "model",
            "natural-course", "outcome-measures", "screening", "twelve-months", "updates",
        ] {
            try TableFolder.withCopy { folder in
                try folder.apply(.delete, to: "patterns/\(name).json")
                let errors = folder.check().errors

                #expect(errors.map(\.file) == ["\(folder.root)/patterns/\(name).json"])
                #expect(errors.allSatisfy { $0.message.contains("cannot be read") })
            }
        }
    }

    @Test("gives what is wrong in several files about patterns at once")
    func severalPatternFiles() throws {
        try TableFolder.withCopy { folder in
            let edits = [
                ("patterns/lbp-acute.json", Edit.replace("\"0.79\"", "\"79\"")),
                ("patterns/neck-acute.json", .replace("\"0.67\"", "\"67\"")),
                ("patterns/factors.json", .replace("\"-0.6\"", "\"-6\"")),
                ("patterns/screening.json", .replace("\"emergency\",", "\"now\",")),
                ("patterns/holidays.json", .replace("\"day\": 19", "\"day\": 31")),
            ]
            for (file, edit) in edits { try folder.apply(edit, to: file) }
            let files = folder.check().errors.map(\.file)

            #expect(files.sorted() == edits.map { "\(folder.root)/\($0.0)" }.sorted())
        }
    }

    @Test(
        "names the place and the mistake",
        arguments: BrokenTable.services + BrokenTable.prices + BrokenTable.clinics
            + BrokenTable.rules + BrokenTable.plans + BrokenTable.wrongOffers
    )
    func broken(_ table: BrokenTable) throws { try find(table) }

    @Test(
        "names the place and the mistake in what is said of care patterns",
        arguments: BrokenTable.patternModel + BrokenTable.patterns + BrokenTable.evidence
            + BrokenTable.patients + BrokenTable.screening + BrokenTable.choosing
            + BrokenTable.holidays
    )
    func brokenPatterns(_ table: BrokenTable) throws { try find(table) }

    private func find(_ table: BrokenTable) throws {
        try TableFolder.withCopy { folder in
            try folder.apply(table.edit, to: table.file)
            let errors = folder.check().errors

            let place = table.place(in: folder.root)
            let finding = errors.first {
                $0.description.hasPrefix(place + $0.message) && $0.message.contains(table.message)
            }
            #expect(finding != nil, "\(errors)")
            #expect(errors.count == table.count, "\(errors)")
        }
    }

    @Test("gives what is wrong in several files at once")
    func several() throws {
        try TableFolder.withCopy { folder in
            let edits = [
                ("rules/verification.json", Edit.replace("\"days\": 7", "\"days\": 0")),
                ("parameters/medicare-part-b-deductible.json", .replace("257.00", "257,00")),
                ("schedules/acme-ppo-2026.csv", .replace("23.08", "half")),
                ("clinics/harbor-spine/clinic.json", .replace("\"CA\"", "\"California\"")),
                ("clinics/harbor-spine/sessions.json", .delete),
                ("clinics/harbor-spine/charges.csv", .replace("110.00", "a lot")),
                ("clinics/harbor-spine/self-pay.csv", .replace("95.00", "less")),
                ("plans/acme-ppo-1500.json", .replace("\"0.20\"", "\"1.20\"")),
                ("plans/bluebird-hmo-30.json", .replace("\"HMO\"", "\"hmo\"")),
            ]
            for (file, edit) in edits { try folder.apply(edit, to: file) }
            let files = folder.check().errors.map(\.file)

            #expect(files.sorted() == edits.map { "\(folder.root)/\($0.0)" }.sorted())
        }
    }

    @Test("gives every bad cell of one file, not only the first")
    func severalCells() throws {
        try TableFolder.withCopy { folder in
            let file = "schedules/bluebird-2026.csv"
            try folder.apply(.replace("exam-new-brief,,45.40", "exam-old,gp,45.4O"), to: file)
            try folder.apply(.replace("exam-new-detailed,,", "exam-new-detailed,"), to: file)
            let errors = folder.check().errors

            #expect(errors.map(\.row) == [4, 2, 2, 2])
            #expect(errors.map(\.column) == ["", "service", "modifier", "amount_usd"])
        }
    }

    @Test("prints a finding as an editor jumps to it")
    func description() throws {
        try TableFolder.withCopy { folder in
            let file = "schedules/acme-ppo-2026.csv"
            try folder.apply(.replace("54.80", "5A.80"), to: file)
            let errors = folder.check().errors

            #expect(
                errors.map(\.description) == [
                    "\(folder.root)/\(file):13: amount_usd: '5A.80' is not a dollar amount. Write "
                        + "digits and at most two decimals, such as 118.40"
                ]
            )
        }
    }

    @Test(
        "warns of a file that no reader knows",
        arguments: [
            "Services.csv", "plans/acme.jsn", "rules/new-patients.json", "schedules/a.txt",
            "patterns/a.txt",
        ]
    )
    func stray(_ file: String) throws {
        try TableFolder.withCopy { folder in
            try folder.apply(.whole("x"), to: file)
            let check = folder.check()

            #expect(check.errors.map(\.description) == [])
            #expect(check.warnings.map(\.file) == ["\(folder.root)/\(file)"])
            let message = check.warnings.first?.message
            #expect(message == "is not a table that is read. Check its name, or remove it")
        }
    }

    @Test("warns of a plan that a person should look at", arguments: PlanWarning.all)
    func warning(_ plan: PlanWarning) throws {
        try TableFolder.withCopy { folder in
            try folder.apply(plan.edit, to: "plans/acme-ppo-1500.json")
            let check = folder.check()

            #expect(check.errors.map(\.description) == [])
            #expect(check.warnings.map(\.column) == [plan.pointer])
            #expect(check.warnings.allSatisfy { $0.message.contains(plan.message) })
        }
    }
}

/// A plan that can be read and is doubtful all the same.
struct PlanWarning: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let edit: Edit
    let pointer: String
    let message: String

    static let all = [
        // The figures are those of 2026 in spec/insurance.md: 10,600 and 21,200.
        PlanWarning(
            testDescription: "an out-of-pocket maximum above the federal one of the year",
            edit: .replace("\"individual\": \"6000.00\"", "\"individual\": \"10600.01\""),
            pointer: "/outOfPocketMaximum/individual",
            message: "is 10600.01, above the federal maximum 10600.00 of 2026"
        ),
        PlanWarning(
            testDescription: "a family's maximum above the federal one",
            edit: .replace(
                "\"6000.00\", \"family\": null",
                "\"6000.00\", \"family\": \"21200.01\""
            ),
            pointer: "/outOfPocketMaximum/family",
            message: "is 21200.01, above the federal maximum 21200.00 of 2026"
        ),
        PlanWarning(
            testDescription: "an embedded deductible above the family's",
            edit: .replace(
                "\"1500.00\", \"family\": null",
                "\"1500.00\", \"family\": \"1499.99\""
            ),
            pointer: "/deductible/individual",
            message: "is 1500.00, above the family's 1499.99"
        ),
        PlanWarning(
            testDescription: "a verification before the benefit year",
            edit: .replace("\"2026-10-01\"", "\"2025-12-31\""),
            pointer: "/verifiedOn",
            message: "is 2025-12-31, before the plan year that begins 2026-01-01"
        ),
    ]
}
