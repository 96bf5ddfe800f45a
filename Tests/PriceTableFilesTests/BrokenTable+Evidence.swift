extension BrokenTable {
    /// Mistakes in what the figures rest on and what is said beside a plan.
    static let evidence: [BrokenTable] = [
        BrokenTable(
            "a provenance that there is not",
            "patterns/citations.json",
            .replace("\"provenance\": \"B\"", "\"provenance\": \"X\""),
            row: 105,
            at: "/citations/17/provenance",
            "\"X\" is not known here. Write one of: R, S, B, M"
        ),
        BrokenTable(
            "a citation under the name of another",
            "patterns/citations.json",
            .replace(
                "\"id\": \"va-delphi-acute-complicated\"",
                "\"id\": \"va-delphi-acute-uncomplicated\""
            ),
            row: 10,
            at: "/citations/1/id",
            "stands twice. Give each of the citations its own id"
        ),
        BrokenTable(
            "an address that is none",
            "patterns/citations.json",
            .replace(
                "\"address\": "
                    + "\"https://pmc.ncbi.nlm.nih.gov/articles/PMC6103526/table/T1\"",
                "\"address\": \"pmc.ncbi.nlm.nih.gov\""
            ),
            row: 8,
            at: "/citations/0/address",
            "\"pmc.ncbi.nlm.nih.gov\" is not an address that begins with "
                + "https://"
        ),
        BrokenTable(
            "a citation of nothing",
            "patterns/citations.json",
            .replace("\"work\": \"NICE guideline NG59 (2016)\"", "\"work\": \"\""),
            row: 72,
            at: "/citations/11/work",
            "\"\" is not a line of text. Write 1 to 2,000 characters on one "
                + "line"
        ),
        BrokenTable(
            "a name with a blank",
            "patterns/citations.json",
            .replace("\"id\": \"ostelo2008\"", "\"id\": \"ostelo 2008\""),
            row: 136,
            at: "/citations/23/id",
            "\"ostelo 2008\" is not a name of letters, digits and hyphens, "
                + "such as \"sleep-poor\""
        ),
        BrokenTable(
            "a course that goes back in time",
            "patterns/natural-course.json",
            .replace(
                "{ \"weeks\": \"6\", \"pain\": \"23\" }",
                "{ \"weeks\": \"0\", \"pain\": \"23\" }"
            ),
            row: 19,
            at: "/courses/0/points/1/weeks",
            "are not after the point before. Write the points in order of "
                + "time"
        ),
        BrokenTable(
            "more pain than there is",
            "patterns/natural-course.json",
            .replace("\"pain\": \"52\"", "\"pain\": \"152\""),
            row: 18,
            at: "/courses/0/points/0/pain",
            "\"152\" is not pain of 100. Write text from \"0\" to \"100\""
        ),
        BrokenTable(
            "a course twice",
            "patterns/natural-course.json",
            .replace("\"id\": \"acute-neck\"", "\"id\": \"acute-low-back\""),
            row: 40,
            at: "/courses/2/id",
            "stands twice. Give each of the courses its own id"
        ),
        BrokenTable(
            "a course beside a plan that there is not",
            "patterns/natural-course.json",
            .replace("[\"lbp-persistent\"]", "[\"lbp-chronic\"]"),
            row: 31,
            at: "/courses/1/patterns/0",
            "\"lbp-chronic\" is not the name of a pattern, a file of "
                + "patterns/"
        ),
        BrokenTable(
            "a course of one point",
            "patterns/natural-course.json",
            .replace(
                "        { \"weeks\": \"0\", \"pain\": \"64\" },\n        { "
                    + "\"weeks\": \"6.5\", \"pain\": \"35\" },\n",
                ""
            ),
            row: 47,
            at: "/courses/2/points",
            "holds 1 points. Write 2 to 100"
        ),
        BrokenTable(
            "a sentence that rests on nothing",
            "patterns/natural-course.json",
            .replace("\"citations\": [\"haas2014\"]", "\"citations\": []"),
            row: 63,
            at: "/moreVisits/0/citations",
            "holds 0 names. Write 1 to 100"
        ),
        BrokenTable(
            "an alternative twice",
            "patterns/alternatives.json",
            .replace("\"id\": \"less-care\"", "\"id\": \"self-care\""),
            row: 24,
            at: "/alternatives/1/id",
            "stands twice. Give each of the statements its own id"
        ),
        BrokenTable(
            "an alternative with a citation that there is not",
            "patterns/alternatives.json",
            .replace("\"acp2017\"", "\"acp2018\""),
            row: 75,
            at: "/alternatives/3/citations/0",
            "\"acp2018\" is not the name of a citation of citations.json"
        ),
        BrokenTable(
            "an advice that rests on nothing",
            "patterns/advice.json",
            .replace("\"walker2013-ouch\"", ""),
            row: 67,
            at: "/sideEffects/0/citations",
            "holds 0 names. Write 1 to 100"
        ),
        BrokenTable(
            "no advice when to call",
            "patterns/advice.json",
            .replace("\"whenToCall\"", "\"whenToSing\""),
            row: 87,
            at: "/whenToSing",
            "is not a name that is known here. Leave it out; known are: label, beforeVisit",
            count: 2
        ),
        BrokenTable(
            "a part above the whole",
            "patterns/outcome-measures.json",
            .replace("\"value\": \"0.30\"", "\"value\": \"30\""),
            row: 4,
            at: "/relativeChange/value",
            "\"30\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "more points than the scale has",
            "patterns/outcome-measures.json",
            .replace("\"points\": \"2\"", "\"points\": \"11\""),
            row: 8,
            at: "/worsening/points",
            "\"11\" is not points of pain. Write text from \"0\" to \"10\""
        ),
        BrokenTable(
            "a least change above the scale",
            "patterns/outcome-measures.json",
            .replace("\"minimalChange\": \"5\"", "\"minimalChange\": \"25\""),
            row: 31,
            at: "/measures/2/minimalChange",
            "is above the highest score 24.0. Write at most that"
        ),
        BrokenTable(
            "a measure twice",
            "patterns/outcome-measures.json",
            .replace("\"id\": \"odi\"", "\"id\": \"pain\""),
            row: 20,
            at: "/measures/1/id",
            "stands twice. Give each of the measures its own id"
        ),
        BrokenTable(
            "a goal twice",
            "patterns/outcome-measures.json",
            .replace("\"id\": \"sleep\"", "\"id\": \"walk\""),
            row: 76,
            at: "/goals/1/id",
            "stands twice. Give each of the goals its own id"
        ),
        BrokenTable(
            "a goal without an example",
            "patterns/outcome-measures.json",
            .replace(
                "\"exampleAfter\": { \"en\": \"30 minutes\", \"es\": \"30 "
                    + "minutos\" }",
                "\"exampleAfter\": null"
            ),
            row: 65,
            at: "/goals/0/exampleAfter",
            "is missing. Write it here"
        ),
        BrokenTable(
            "a goal for a part of the body that there is not",
            "patterns/outcome-measures.json",
            .replace(
                "\"regions\": [\"neck\", \"headache\"],\n      \"measure\"",
                "\"regions\": [\"nose\"],\n      \"measure\""
            ),
            row: 90,
            at: "/goals/2/regions/0",
            "\"nose\" is not known here. Write one of: low-back, neck, headache, leg-pain, other"
        ),
        BrokenTable(
            "a checkpoint of which nothing is said",
            "patterns/outcome-measures.json",
            .replace(
                "        \"neck-acute\",\n        \"neck-persistent\"\n",
                "        \"neck-acute\"\n"
            ),
            row: 132,
            at: "/continueIf",
            "says nothing of \"neck-persistent\", which has such a checkpoint. Write it among the "
                + "patterns of one statement"
        ),
        BrokenTable(
            "a further gain of which nothing is said",
            "patterns/outcome-measures.json",
            .replace("\"patterns\": [\"leg-pain\"]", "\"patterns\": [\"lbp-acute\"]"),
            row: 162,
            at: "/furtherGainIf",
            "says nothing of \"leg-pain\", which has such a checkpoint. Write it among the "
                + "patterns of one statement"
        ),
        BrokenTable(
            "a checkpoint of which two things are said",
            "patterns/outcome-measures.json",
            .replace(
                "\"patterns\": [\"cgh-persistent\"],\n      \"citations\": [\"cgh-days\"]",
                "\"patterns\": [\"cgh-persistent\", \"leg-pain\"],\n      \"citations\": [\"cgh-days\"]"
            ),
            row: 132,
            at: "/continueIf",
            "names \"leg-pain\" in 2 statements. Leave it in one"
        ),
        BrokenTable(
            "a rule for one visit that is none of the stop rules",
            "patterns/outcome-measures.json",
            .replace("\"atOneVisit\": [\"worse\"", "\"atOneVisit\": [\"worst\""),
            row: 324,
            at: "/atOneVisit/0",
            "\"worst\" is not one of stopRules. Write one of: worse, new-nerve-sign"
        ),
        BrokenTable(
            "a stop rule without words",
            "patterns/outcome-measures.json",
            .replace(
                "\"en\": \"Pain is worse by 2 points of 10: we stop, and a "
                    + "doctor looks at it.\"",
                "\"en\": null"
            ),
            row: 205,
            at: "/stopRules/0/words/en",
            "is missing. Write it here"
        ),
    ]
}
