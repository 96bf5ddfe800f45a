extension BrokenTable {
    /// Mistakes in factors, tests, returns and maintenance.
    static let patients: [BrokenTable] = [
        BrokenTable(
            "a delta that nobody can have",
            "patterns/factors.json",
            .replace("\"delta\": \"-0.6\"", "\"delta\": \"-6\""),
            row: 10,
            at: "/factors/0/delta",
            "\"-6\" is not a shift of the odds. Write text from \"-5\" to "
                + "\"5\""
        ),
        BrokenTable(
            "a delta of leg pain as a number",
            "patterns/factors.json",
            .replace("\"deltaLegPain\": \"-0.6\"", "\"deltaLegPain\": -0.6"),
            row: 93,
            at: "/factors/10/deltaLegPain",
            "-0.6 is not a shift of the odds as text, such as \"0.20\""
        ),
        BrokenTable(
            "a width above one",
            "patterns/factors.json",
            .replace("\"extraWidth\": \"0.04\"", "\"extraWidth\": \"4\""),
            row: 86,
            at: "/factors/9/extraWidth",
            "\"4\" is not a probability. Write text from \"0\" to \"1\" with "
                + "at most 9 decimals"
        ),
        BrokenTable(
            "a factor of a plan that there is not",
            "patterns/factors.json",
            .replace("\"patterns\": [\"leg-pain\"]", "\"patterns\": [\"leg\"]"),
            row: 136,
            at: "/factors/15/patterns/0",
            "\"leg\" is not the name of a pattern, a file of patterns/"
        ),
        BrokenTable(
            "a factor twice",
            "patterns/factors.json",
            .replace("\"id\": \"irritable\"", "\"id\": \"smoker\""),
            row: 139,
            at: "/factors/16/id",
            "stands twice. Give each of the factors its own id"
        ),
        BrokenTable(
            "a factor without a source",
            "patterns/factors.json",
            .replace("\"source\": \"Henschke 2008, direction\"", "\"source\": null"),
            row: 111,
            at: "/factors/13/source",
            "is missing. Write it here"
        ),
        BrokenTable(
            "an improvement that would be a bad sign",
            "patterns/updates.json",
            .replace("\"sensitivity\": \"0.75\"", "\"sensitivity\": \"0.3\""),
            row: 4,
            at: "/tests/0/sensitivity",
            "is below falsePositive 0.375, so that an improvement would be a "
                + "bad sign. Check both"
        ),
        BrokenTable(
            "a test before the first visit",
            "patterns/updates.json",
            .replace("\"earliestVisit\": 2", "\"earliestVisit\": 0"),
            row: 12,
            at: "/tests/0/earliestVisit",
            "0 is not a number of a visit. Write a whole number from 1 to 99"
        ),
        BrokenTable(
            "a test twice",
            "patterns/updates.json",
            .replace("\"id\": \"week1-neck-acute\"", "\"id\": \"visit2-any-improvement\""),
            row: 23,
            at: "/tests/1/id",
            "stands twice. Give each of the tests its own id"
        ),
        BrokenTable(
            "a gate under the name of a test",
            "patterns/updates.json",
            .replace("\"id\": \"gate-mcid\"", "\"id\": \"week1-neck-acute\""),
            row: 1,
            at: "/gate/id",
            "is the name of a test too. Give the gate a name of its own"
        ),
        BrokenTable(
            "a gate without a source",
            "patterns/updates.json",
            .replace("\"source\": \"Lisi 2018", "\"sources\": \"Lisi 2018"),
            row: 54,
            at: "/gate/sources",
            "is not a name that is known here. Did you mean \"source\"?",
            count: 2
        ),
        BrokenTable(
            "a plan twice",
            "patterns/updates.json",
            .replace(
                "\"patterns\": [\"neck-acute\"]",
                "\"patterns\": [\"neck-acute\", \"neck-acute\"]"
            ),
            row: 32,
            at: "/tests/1/patterns/1",
            "\"neck-acute\" stands twice. Write it once"
        ),
        BrokenTable(
            "months out of order",
            "patterns/twelve-months.json",
            .replace("\"months\": 6", "\"months\": 3"),
            row: 5,
            at: "/shares/1/months",
            "is not after the entry before it. Write the months in order"
        ),
        BrokenTable(
            "a share that falls",
            "patterns/twelve-months.json",
            .replace("\"share\": \"0.25\"", "\"share\": \"0.10\""),
            row: 5,
            at: "/shares/1/share",
            "is below the entry before it. Write a share of 0.12 or more"
        ),
        BrokenTable(
            "a year of eleven months",
            "patterns/twelve-months.json",
            .replace("\"months\": 12", "\"months\": 11"),
            row: 1,
            at: "/shares/2/months",
            "is month 11, and the last share stands for the year. Write 12"
        ),
        BrokenTable(
            "more months than a year",
            "patterns/twelve-months.json",
            .replace("\"months\": 12", "\"months\": 13"),
            row: 6,
            at: "/shares/2/months",
            "13 is not a number of months. Write a whole number from 1 to 12"
        ),
        BrokenTable(
            "a return to a plan that there is not",
            "patterns/twelve-months.json",
            .replace("\"flarePattern\": \"lbp-flare-mild\"", "\"flarePattern\": \"lbp-flare\""),
            row: 9,
            at: "/flarePattern",
            "\"lbp-flare\" is not the name of a pattern, a file of patterns/"
        ),
        BrokenTable(
            "a study of a part of the body that there is not",
            "patterns/twelve-months.json",
            .replace("[\"low-back\"]", "[\"back\"]"),
            row: 10,
            at: "/studiedIn/0",
            "\"back\" is not known here. Write one of: low-back"
        ),
        BrokenTable(
            "maintenance under the name of a plan",
            "patterns/maintenance.json",
            .replace("\"id\": \"maintenance\"", "\"id\": \"lbp-acute\""),
            row: 2,
            at: "/id",
            "\"lbp-acute\" is not a name that no pattern has, such as "
                + "\"maintenance\""
        ),
        BrokenTable(
            "maintenance after a plan that there is not",
            "patterns/maintenance.json",
            .replace("\"lbp-flare-moderate\"", "\"lbp-flare-severe\""),
            row: 13,
            at: "/patterns/2",
            "\"lbp-flare-severe\" is not the name of a pattern, a file of "
                + "patterns/"
        ),
        BrokenTable(
            "an interval outside its limits",
            "patterns/maintenance.json",
            .replace("\"weeks\": 8", "\"weeks\": 3"),
            row: 14,
            at: "/interval/weeks",
            "is 3, not between weeksLeast 4 and weeksMost 12. Check all three"
        ),
        BrokenTable(
            "an interval without a limit",
            "patterns/maintenance.json",
            .replace("\"weeksMost\": 12", "\"weeksMost\": null"),
            row: 14,
            at: "/interval/weeksMost",
            "is missing. Write it here"
        ),
        BrokenTable(
            "an end of visits",
            "patterns/maintenance.json",
            .replace("\"weeks\": 52", "\"weeks\": 52, \"visits\": 6"),
            row: 21,
            at: "/horizon/visits",
            "6 has no meaning here. Leave it out"
        ),
        BrokenTable(
            "a review of none",
            "patterns/maintenance.json",
            .replace("\"visits\": 6", "\"visits\": 0"),
            row: 25,
            at: "/review/visits",
            "0 is not a number of weeks or visits. Write a whole number from "
                + "1 to 366"
        ),
        BrokenTable(
            "an attendance above one",
            "patterns/maintenance.json",
            .replace("\"value\": \"0.9\"", "\"value\": \"9\""),
            row: 33,
            at: "/attendance/value",
            "\"9\" is not a probability. Write text from \"0\" to \"1\" with "
                + "at most 9 decimals"
        ),
        BrokenTable(
            "more flares than months",
            "patterns/maintenance.json",
            .replace("\"most\": 2", "\"most\": 13"),
            row: 37,
            at: "/flares/most",
            "13 is not a number of flares. Write a whole number from 0 to 12"
        ),
        BrokenTable(
            "a flare that is more than certain",
            "patterns/maintenance.json",
            .replace("\"chance\": \"0.52\"", "\"chance\": \"5.2\""),
            row: 43,
            at: "/symptomGuided/chance",
            "\"5.2\" is not a probability. Write text from \"0\" to \"1\" "
                + "with at most 9 decimals"
        ),
        BrokenTable(
            "a flare of a plan that there is not",
            "patterns/maintenance.json",
            .replace("\"flarePattern\": \"lbp-flare-mild\"", "\"flarePattern\": \"flare\""),
            row: 46,
            at: "/flarePattern",
            "\"flare\" is not the name of a pattern, a file of patterns/"
        ),
    ]
}
