extension BrokenTable {
    private static let clinic = "clinics/harbor-spine/clinic.json"
    private static let sessions = "clinics/harbor-spine/sessions.json"
    private static let schedule = "schedules/bluebird-2026.json"

    /// Mistakes in the JSON files of a clinic and of a schedule; rows are the lines of the file.
    static let clinics = [
        BrokenTable(
            "a follow-up with a service counted in minutes",
            sessions,
            .replace(
                #""followUp": { "exam": null, "treatment": true, "other": [] }"#,
                #""followUp": { "exam": null, "treatment": true, "other": ["massage"] }"#
            ),
            row: 20,
            at: "/followUp/other/0",
            "is counted in units of 15 minutes, and no minutes stand here"
        ),
        BrokenTable(
            "a comma left out",
            clinic,
            .replace(#""state": "CA","#, #""state": "CA""#),
            row: 8,
            "this is not a comma or the closing bracket"
        ),
        BrokenTable(
            "a name with a typing error",
            clinic,
            .replace("\"openWeekdays\"", "\"openWeekday\""),
            row: 9,
            at: "/openWeekday",
            "is not a name that is known here. Did you mean \"openWeekdays\"?",
            // The right name is missing, too.
            count: 2
        ),
        BrokenTable(
            "a check digit that does not fit",
            clinic,
            .replace("1234567893", "1234567890"),
            row: 5,
            at: "/npi",
            "\"1234567890\" is not a National Provider Identifier"
        ),
        BrokenTable(
            "a state in small letters",
            clinic,
            .replace("\"CA\"", "\"ca\""),
            row: 7,
            at: "/state",
            "\"ca\" is not a state's two capital letters"
        ),
        BrokenTable(
            "a locality of seven digits",
            clinic,
            .replace("01182-18", "01182-8"),
            row: 8,
            at: "/medicareLocality",
            "\"01182-8\" is not a Medicare contractor and locality"
        ),
        BrokenTable(
            "an eighth day of the week",
            clinic,
            .replace("[1, 2, 3, 4, 5]", "[1, 2, 3, 4, 8]"),
            row: 9,
            at: "/openWeekdays/4",
            "Write a whole number from 1 to 7"
        ),
        BrokenTable(
            "no open day",
            clinic,
            .replace("[1, 2, 3, 4, 5]", "[]"),
            row: 9,
            at: "/openWeekdays",
            "holds 0 weekdays. Write 1 to 7"
        ),
        BrokenTable(
            "a thirty-first of November",
            clinic,
            .replace("2026-11-11", "2026-11-31"),
            row: 11,
            at: "/closedDays/0/date",
            "\"2026-11-31\" is not a day of the calendar"
        ),
        BrokenTable(
            "a closed day without a reason",
            clinic,
            .replace(#", "reason": "Veterans Day""#, ""),
            row: 11,
            at: "/closedDays/0/reason",
            "is missing"
        ),
        BrokenTable(
            "the id of another folder",
            clinic,
            .replace("\"harbor-spine\"", "\"harbour-spine\""),
            row: 1,
            at: "/id",
            "is \"harbour-spine\" in the folder \"harbor-spine\""
        ),
        BrokenTable(
            "an empty name",
            clinic,
            .replace("\"Harbor Spine Clinic (fictional)\"", "\"\""),
            row: 3,
            at: "/name",
            "\"\" is not a line of text"
        ),
        BrokenTable("no clinic.json", clinic, .delete, "cannot be read"),
        BrokenTable("no sessions.json", sessions, .delete, "cannot be read"),
        BrokenTable(
            "no clinic at all",
            "clinics/harbor-spine",
            .delete,
            "holds no clinic. Add a folder with clinic.json",
            found: "clinics"
        ),
        BrokenTable(
            "an exam that is no service",
            sessions,
            .replace("exam-new-brief", "exam-new-short"),
            row: 4,
            at: "/exams/new/brief",
            "\"exam-new-short\" is not a service of services.csv"
        ),
        BrokenTable(
            "an exam level that is missing",
            sessions,
            .replace(
                "\"exam-new-standard\",\n      \"detailed\": \"exam-new-detailed\"",
                "\"exam-new-standard\""
            ),
            row: 3,
            at: "/exams/new/detailed",
            "is missing"
        ),
        BrokenTable(
            "an exam level that nobody knows",
            sessions,
            .replace("\"exam\": \"standard\"", "\"exam\": \"long\""),
            row: 19,
            at: "/newVisit/exam",
            "\"long\" is not known here. Write one of: brief, standard, detailed"
        ),
        BrokenTable(
            "treatment as a word",
            sessions,
            .replace("\"treatment\": true", "\"treatment\": \"yes\""),
            row: 19,
            at: "/newVisit/treatment",
            "\"yes\" is not true or false"
        ),
        BrokenTable(
            "no word on treatment",
            sessions,
            .replace("\"exam\": null, \"treatment\": true", "\"exam\": null"),
            row: 20,
            at: "/followUp/treatment",
            "is missing"
        ),
        BrokenTable("no schedule file", schedule, .delete, "cannot be read"),
        BrokenTable(
            "the id of another schedule",
            schedule,
            .replace("\"bluebird-2026\"", "\"bluebird-2027\""),
            row: 1,
            at: "/id",
            "is \"bluebird-2027\" in the file bluebird-2026.json"
        ),
        BrokenTable(
            "a day of retrieval that is no day",
            schedule,
            .replace("2026-10-01", "2026-10-1"),
            row: 6,
            at: "/retrievedOn",
            "\"2026-10-1\" is not a day of the calendar"
        ),
        BrokenTable(
            "a digest that is too short",
            schedule,
            .replace("\"sha256\": null", "\"sha256\": \"abc\""),
            row: 7,
            at: "/sha256",
            "\"abc\" is not 64 hexadecimal digits"
        ),
        BrokenTable(
            "no licence",
            schedule,
            .replace("  \"licence\": \"our own, fictional\",\n", ""),
            row: 1,
            at: "/licence",
            "is missing"
        ),
    ]
}
