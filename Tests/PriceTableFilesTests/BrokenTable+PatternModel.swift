extension BrokenTable {
    /// Mistakes in what all patterns share.
    static let patternModel: [BrokenTable] = [
        BrokenTable(
            "a chance above one",
            "patterns/model.json",
            .replace("\"afterFirst\": \"0.20\"", "\"afterFirst\": \"1.20\""),
            row: 8,
            at: "/attrition/afterFirst",
            "\"1.20\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "a chance below zero",
            "patterns/model.json",
            .replace("\"afterLater\": \"0.10\"", "\"afterLater\": \"-0.10\""),
            row: 9,
            at: "/attrition/afterLater",
            "\"-0.10\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "a number for text",
            "patterns/model.json",
            .replace("\"afterLater\": \"0.10\"", "\"afterLater\": 0.10"),
            row: 9,
            at: "/attrition/afterLater",
            "0.10 is not a probability as text, such as \"0.20\". Write a "
                + "probability as text"
        ),
        BrokenTable(
            "views that do not add up to one",
            "patterns/model.json",
            .replace("\"central\": \"0.50\"", "\"central\": \"0.60\""),
            row: 12,
            at: "/scenarios/central",
            "and the other two add up to 1.1. Write weights that add up to 1"
        ),
        BrokenTable(
            "a grade without a width",
            "patterns/model.json",
            .replace(
                "      { \"grade\": \"A\", \"responders\": \"0.05\", "
                    + "\"goalsRatio\": \"1.2\" },\n",
                ""
            ),
            row: 18,
            at: "/widths/grades",
            "have no entry for the grade A. Add one"
        ),
        BrokenTable(
            "a grade twice",
            "patterns/model.json",
            .replace("\"grade\": \"B\"", "\"grade\": \"A\""),
            row: 21,
            at: "/widths/grades/1/grade",
            "stands twice. Give each of the grades its own grade"
        ),
        BrokenTable(
            "a grade that there is not",
            "patterns/model.json",
            .replace("\"grade\": \"C\"", "\"grade\": \"D\""),
            row: 22,
            at: "/widths/grades/2/grade",
            "\"D\" is not known here. Write one of: A, B, C"
        ),
        BrokenTable(
            "a ratio that narrows",
            "patterns/model.json",
            .replace("\"goalsRatio\": \"1.2\"", "\"goalsRatio\": \"0.9\""),
            row: 20,
            at: "/widths/grades/0/goalsRatio",
            "\"0.9\" is not a ratio. Write text from \"1\" to \"10\""
        ),
        BrokenTable(
            "a width without a source",
            "patterns/model.json",
            .replace(
                "\"source\": \"our own choice: the weaker the evidence, the "
                    + "wider the range\"",
                "\"source\": null"
            ),
            row: 18,
            at: "/widths/source",
            "is missing. Write it here"
        ),
        BrokenTable(
            "limits the wrong way round",
            "patterns/model.json",
            .replace("\"respondersMost\": \"0.97\"", "\"respondersMost\": \"0.04\""),
            row: 26,
            at: "/factors/respondersMost",
            "is below respondersLeast 0.05. Write 0.05 or more"
        ),
        BrokenTable(
            "a least shift above zero",
            "patterns/model.json",
            .replace("\"shiftLeast\": \"-0.9\"", "\"shiftLeast\": \"0.9\""),
            row: 28,
            at: "/factors/shiftLeast",
            "\"0.9\" is not a shift of the odds. Write text from \"-10\" to "
                + "\"0\""
        ),
        BrokenTable(
            "a greatest shift below zero",
            "patterns/model.json",
            .replace("\"shiftMost\": \"0.6\"", "\"shiftMost\": \"-0.6\""),
            row: 29,
            at: "/factors/shiftMost",
            "\"-0.6\" is not a shift of the odds. Write text from \"0\" to "
                + "\"10\""
        ),
        BrokenTable(
            "a visit before the first",
            "patterns/model.json",
            .replace("\"value\": 2,", "\"value\": 0,"),
            row: 4,
            at: "/firstGoalsVisit/value",
            "0 is not a number of a visit. Write a whole number from 1 to 99"
        ),
        BrokenTable(
            "more visits a week than days",
            "patterns/model.json",
            .replace("\"visitsPerWeek\": 3", "\"visitsPerWeek\": 8"),
            row: 38,
            at: "/limits/visitsPerWeek",
            "8 is not a number of visits a week. Write a whole number from 1 "
                + "to 7"
        ),
        BrokenTable(
            "no visit without an exam",
            "patterns/model.json",
            .replace("\"reEvaluationVisits\": 6", "\"reEvaluationVisits\": 0"),
            row: 39,
            at: "/limits/reEvaluationVisits",
            "0 is not a number of visits. Write a whole number from 1 to 99"
        ),
        BrokenTable(
            "more weeks than a year",
            "patterns/model.json",
            .replace("\"reEvaluationWeeks\": 4", "\"reEvaluationWeeks\": 53"),
            row: 40,
            at: "/limits/reEvaluationWeeks",
            "53 is not a number of weeks. Write a whole number from 1 to 52"
        ),
        BrokenTable(
            "a limit that is missing",
            "patterns/model.json",
            .replace("\"episodeVisits\": 20", "\"episodeVisits\": null"),
            row: 37,
            at: "/limits/episodeVisits",
            "is missing. Write it here"
        ),
        BrokenTable(
            "a least gap above the gap",
            "patterns/model.json",
            .replace("\"leastGap\": \"0.6\"", "\"leastGap\": \"1.6\""),
            row: 46,
            at: "/calendar/leastGap",
            "\"1.6\" is not a part from \"0\" to \"1\", such as \"0.6\""
        ),
        BrokenTable(
            "a phase twice",
            "patterns/model.json",
            .replace("\"id\": \"rehab\"", "\"id\": \"relief\""),
            row: 51,
            at: "/phases/1/id",
            "stands twice. Give each of the phases its own id"
        ),
        BrokenTable(
            "a name that is misspelled",
            "patterns/model.json",
            .replace("\"attrition\": {", "\"atrition\": {"),
            row: 7,
            at: "/atrition",
            "is not a name that is known here. Did you mean \"attrition\"?",
            count: 2
        ),
    ]
}
