extension BrokenTable {
    /// Mistakes in the questions before any price.
    static let screening: [BrokenTable] = [
        BrokenTable(
            "a tier that there is not",
            "patterns/screening.json",
            .replace("\"tier\": \"emergency\"", "\"tier\": \"emergent\""),
            row: 52,
            at: "/items/0/tier",
            "\"emergent\" is not known here. Write one of: emergency, "
                + "urgent, caution, weak"
        ),
        BrokenTable(
            "a question about no part of the body",
            "patterns/screening.json",
            .replace("\"regions\": [\"low-back\", \"leg-pain\"]", "\"regions\": []"),
            row: 81,
            at: "/items/2/regions",
            "holds 0 regions. Write 1 to 5"
        ),
        BrokenTable(
            "a part of the body twice",
            "patterns/screening.json",
            .replace(
                "\"regions\": [\"low-back\", \"leg-pain\"]",
                "\"regions\": [\"low-back\", \"low-back\"]"
            ),
            row: 81,
            at: "/items/2/regions/1/region",
            "stands twice. Give each of the regions its own region"
        ),
        BrokenTable(
            "a question twice",
            "patterns/screening.json",
            .replace("\"id\": \"ces-saddle\"", "\"id\": \"ces-bladder-bowel\""),
            row: 64,
            at: "/items/1/id",
            "stands twice. Give each of the questions its own id"
        ),
        BrokenTable(
            "an advice in one language",
            "patterns/screening.json",
            .replace(
                "\"advice\": { \"en\": \"Call 911 now.\", \"es\": \"Llame ahora "
                    + "al 911.\" }",
                "\"advice\": { \"en\": \"Call 911 now.\" }"
            ),
            row: 282,
            at: "/items/16/advice/es",
            "is missing. Write it here"
        ),
        BrokenTable(
            "a question without a source",
            "patterns/screening.json",
            .replace("\"source\": \"Finucane 2020; NHS Lothian\"", "\"source\": null"),
            row: 50,
            at: "/items/0/source",
            "is missing. Write it here"
        ),
        BrokenTable(
            "answers that never count",
            "patterns/screening.json",
            .replace("\"days\": 28", "\"days\": 0"),
            row: 4,
            at: "/askAgain/days",
            "0 is not a number of days. Write a whole number from 1 to 366"
        ),
        BrokenTable(
            "a clinician's decision that never counts",
            "patterns/screening.json",
            .replace(
                "\"clearance\": {\n    \"days\": 28",
                "\"clearance\": {\n    \"days\": 0"
            ),
            row: 8,
            at: "/clearance/days",
            "0 is not a number of days. Write a whole number from 1 to 366"
        ),
        BrokenTable(
            "a clinician's decision that counts for ever",
            "patterns/screening.json",
            .replace("\"clearance\": {", "\"cleared\": {"),
            row: 7,
            at: "/cleared",
            "is not a name that is known here. Leave it out; known are: label, askAgain, clearance",
            count: 2
        ),
        BrokenTable(
            "no words for a decision that is too old",
            "patterns/screening.json",
            .replace("\"clearanceTooOld\": {", "\"clearanceOld\": {"),
            row: 32,
            at: "/sayings/clearanceOld",
            "is not a name that is known here. Did you mean \"clearanceTooOld\"?",
            count: 2
        ),
        BrokenTable(
            "a saying that is missing",
            "patterns/screening.json",
            .replace("\"cleared\": {", "\"clear\": {"),
            row: 28,
            at: "/sayings/clear",
            "is not a name that is known here. Did you mean \"cleared\"?",
            count: 2
        ),
    ]

    /// Mistakes in the federal holidays.
    static let holidays: [BrokenTable] = [
        BrokenTable(
            "a day that the month has not",
            "patterns/holidays.json",
            .replace("\"day\": 19", "\"day\": 31"),
            row: 21,
            at: "/holidays/4/day",
            "is 31, which month 6 has not. Write a day of the month"
        ),
        BrokenTable(
            "a weekday without its place in the month",
            "patterns/holidays.json",
            .replace("\"ordinal\": 3", "\"ordinal\": null"),
            row: 5,
            at: "/holidays/1/day",
            "is one of three ways to say it. Write day, or weekday and "
                + "ordinal, or lastWeekday"
        ),
        BrokenTable(
            "two ways at once",
            "patterns/holidays.json",
            .replace("\"lastWeekday\": 1", "\"lastWeekday\": 1, \"day\": 25"),
            row: 20,
            at: "/holidays/3/day",
            "is one of three ways to say it. Write day, or weekday and "
                + "ordinal, or lastWeekday"
        ),
        BrokenTable(
            "no way at all",
            "patterns/holidays.json",
            .replace("\"month\": 1, \"day\": 1", "\"month\": 1"),
            row: 4,
            at: "/holidays/0/day",
            "is one of three ways to say it. Write day, or weekday and "
                + "ordinal, or lastWeekday"
        ),
        BrokenTable(
            "a thirteenth month",
            "patterns/holidays.json",
            .replace("\"month\": 1, \"day\": 1", "\"month\": 13, \"day\": 1"),
            row: 4,
            at: "/holidays/0/month",
            "13 is not a number of a month. Write a whole number from 1 to 12"
        ),
        BrokenTable(
            "an eighth weekday",
            "patterns/holidays.json",
            .replace("\"weekday\": 1", "\"weekday\": 8"),
            row: 11,
            at: "/holidays/1/weekday",
            "8 is not a number of a weekday (Monday is 1). Write a whole "
                + "number from 1 to 7"
        ),
        BrokenTable(
            "a sixth week",
            "patterns/holidays.json",
            .replace("\"ordinal\": 3", "\"ordinal\": 6"),
            row: 12,
            at: "/holidays/1/ordinal",
            "6 is not a number of a week in the month. Write a whole number "
                + "from 1 to 5"
        ),
        BrokenTable(
            "a holiday that is moved by a week",
            "patterns/holidays.json",
            .replace("\"days\": -1", "\"days\": -7"),
            row: 52,
            at: "/shifts/0/days",
            "-7 is not a number of days. Write a whole number from -6 to 6"
        ),
        BrokenTable(
            "a weekday that is moved twice",
            "patterns/holidays.json",
            .replace("\"weekday\": 7", "\"weekday\": 6"),
            row: 52,
            at: "/shifts/1/weekday",
            "stands twice. Give each of the shifts its own weekday"
        ),
        BrokenTable(
            "no law",
            "patterns/holidays.json",
            .replace("\"source\": \"5 U.S.C.", "\"sources\": \"5 U.S.C."),
            row: 53,
            at: "/sources",
            "is not a name that is known here. Did you mean \"source\"?",
            count: 2
        ),
    ]
}
