extension BrokenTable {
    /// Mistakes in a pattern.
    static let patterns: [BrokenTable] = [
        BrokenTable(
            "the id of another file",
            "patterns/lbp-acute.json",
            .replace("\"id\": \"lbp-acute\"", "\"id\": \"lbp\""),
            row: 1,
            at: "/id",
            "is \"lbp\" in the file lbp-acute.json. Write the file's name"
        ),
        BrokenTable(
            "a part of the body that there is not",
            "patterns/lbp-acute.json",
            .replace("\"region\": \"low-back\"", "\"region\": \"back\""),
            row: 7,
            at: "/region",
            "\"back\" is not known here. Write one of: low-back, neck, "
                + "headache, leg-pain, other"
        ),
        BrokenTable(
            "words in one language",
            "patterns/lbp-acute.json",
            .replace(",\n    \"es\": \"Dolor lumbar que empezó hace poco\"", ""),
            row: 3,
            at: "/words/es",
            "is missing. Write it here"
        ),
        BrokenTable(
            "more responders than patients",
            "patterns/lbp-acute.json",
            .replace("\"value\": \"0.79\"", "\"value\": \"79\""),
            row: 13,
            at: "/responderProbability/value",
            "\"79\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "a figure without a source",
            "patterns/cgh-persistent.json",
            .replace(
                "\"goalMetPerVisit\": { \"value\": \"0.05\", \"source\": \"our "
                    + "own choice, no study gives it\" }",
                "\"goalMetPerVisit\": { \"value\": \"0.05\" }"
            ),
            row: 16,
            at: "/goalMetPerVisit/source",
            "is missing. Write it here"
        ),
        BrokenTable(
            "a bare figure",
            "patterns/cgh-persistent.json",
            .replace(
                "\"goalMetPerVisit\": { \"value\": \"0.05\", \"source\": \"our "
                    + "own choice, no study gives it\" }",
                "\"goalMetPerVisit\": \"0.05\""
            ),
            row: 16,
            at: "/goalMetPerVisit",
            "\"0.05\" is not an object. Write an object here"
        ),
        BrokenTable(
            "a grade that there is not",
            "patterns/lbp-acute.json",
            .replace("\"grade\": \"B\"", "\"grade\": \"D\""),
            row: 20,
            at: "/grade",
            "\"D\" is not known here. Write one of: A, B, C"
        ),
        BrokenTable(
            "a gate beyond the cap",
            "patterns/cgh-persistent.json",
            .replace("\"visit\": 12", "\"visit\": 19"),
            row: 20,
            at: "/gates/1/visit",
            "is visit 19, beyond the cap of 18. Write at most 18"
        ),
        BrokenTable(
            "gates out of order",
            "patterns/cgh-persistent.json",
            .replace("\"visit\": 12", "\"visit\": 5"),
            row: 20,
            at: "/gates/1/visit",
            "is visit 5, not after the gate before it. Write the gates in "
                + "order"
        ),
        BrokenTable(
            "two gates at one visit",
            "patterns/cgh-persistent.json",
            .replace("\"visit\": 12", "\"visit\": 6"),
            row: 20,
            at: "/gates/1/visit",
            "is visit 6, not after the gate before it"
        ),
        BrokenTable(
            "a first decision that comes late",
            "patterns/lbp-acute.json",
            .replace("\"visit\": 6", "\"visit\": 9"),
            row: 22,
            at: "/gates/0/visit",
            "is visit 9. Write at most 8, the latest first decision of "
                + "model.json"
        ),
        BrokenTable(
            "a first gate that asks for a further gain",
            "patterns/lbp-acute.json",
            .replace(
                "\"kind\": \"improvement\"",
                "\"kind\": \"furtherGain\", \"stopProbability\": \"0.3\""
            ),
            row: 22,
            at: "/gates/0/kind",
            "asks for a further gain at the first gate. Write \"improvement\""
        ),
        BrokenTable(
            "a further gain without a share who stop",
            "patterns/cgh-persistent.json",
            .replace("\"stopProbability\": \"0.30\",", "\"stopProbability\": null,"),
            row: 20,
            at: "/gates/1/stopProbability",
            "is missing. Write the share who stop for want of a further gain"
        ),
        BrokenTable(
            "a share who stop that is none",
            "patterns/cgh-persistent.json",
            .replace("\"stopProbability\": \"0.30\"", "\"stopProbability\": \"30\""),
            row: 23,
            at: "/gates/1/stopProbability",
            "\"30\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "an improvement with a share who stop",
            "patterns/lbp-acute.json",
            .replace(
                "\"kind\": \"improvement\"",
                "\"kind\": \"improvement\", \"stopProbability\": \"0.3\""
            ),
            row: 22,
            at: "/gates/0/stopProbability",
            "belongs to a gate of the kind furtherGain. Leave it out"
        ),
        BrokenTable(
            "a sort of gate that there is not",
            "patterns/lbp-acute.json",
            .replace("\"kind\": \"improvement\"", "\"kind\": \"mcid\""),
            row: 24,
            at: "/gates/0/kind",
            "\"mcid\" is not known here. Write one of: improvement, "
                + "furtherGain"
        ),
        BrokenTable(
            "no gate",
            "patterns/lbp-acute.json",
            .replace(
                "[\n    {\n      \"visit\": 6,\n      \"kind\": "
                    + "\"improvement\",\n      \"source\": \"Lisi 2018, table 1: at "
                    + "most 6 visits to a first improvement\"\n    }\n  ]",
                "[]"
            ),
            row: 21,
            at: "/gates",
            "holds 0 gates. Write 1 to 20"
        ),
        BrokenTable(
            "more visits than a plan may have",
            "patterns/cgh-persistent.json",
            .replace("\"cap\": { \"visits\": 18", "\"cap\": { \"visits\": 21"),
            row: 27,
            at: "/cap/visits",
            "21 is not a number of visits of one plan. Write a whole number "
                + "from 1 to 20"
        ),
        BrokenTable(
            "phases that do not add up to the cap",
            "patterns/lbp-acute.json",
            .replace("\"kind\": \"taper\", \"visits\": 2", "\"kind\": \"taper\", \"visits\": 3"),
            row: 29,
            at: "/schedule/phases",
            "add up to 11 visits, and the cap is 10. Write phases of 10 "
                + "visits"
        ),
        BrokenTable(
            "a phase that the model lacks",
            "patterns/lbp-acute.json",
            .replace("\"kind\": \"taper\"", "\"kind\": \"fade\""),
            row: 33,
            at: "/schedule/phases/2/kind",
            "\"fade\" is not the name of a phase of model.json"
        ),
        BrokenTable(
            "more visits a week than are allowed",
            "patterns/lbp-acute.json",
            .replace("\"perWeek\": \"1\"", "\"perWeek\": \"3.5\""),
            row: 33,
            at: "/schedule/phases/2/perWeek",
            "\"3.5\" is not a number of visits a week, as text above 0 and "
                + "at most \"3\""
        ),
        BrokenTable(
            "no visit a week",
            "patterns/lbp-acute.json",
            .replace("\"perWeek\": \"1\"", "\"perWeek\": \"0\""),
            row: 33,
            at: "/schedule/phases/2/perWeek",
            "\"0\" is not a number of visits a week, as text above 0"
        ),
        BrokenTable(
            "a citation that there is not",
            "patterns/lbp-acute.json",
            .replace("\"hd2a-trial\"", "\"hd2a\""),
            row: 40,
            at: "/citations/2",
            "\"hd2a\" is not the name of a citation of citations.json"
        ),
        BrokenTable(
            "a citation twice",
            "patterns/lbp-acute.json",
            .replace("\"hd2a-trial\"", "\"nordic-nonpersistent\""),
            row: 40,
            at: "/citations/2",
            "\"nordic-nonpersistent\" stands twice. Write it once"
        ),
    ]
}
