extension BrokenTable {
    /// Mistakes in how a pattern is chosen.
    static let choosing: [BrokenTable] = [
        BrokenTable(
            "a piece that is not asked for",
            "patterns/choosing.json",
            .replace(
                "\n    {\n      \"item\": \"comorbid\",\n      \"words\": {\n    "
                    + "    \"en\": \"Is there another illness that bears on it?\",\n   "
                    + "     \"es\": \"¿Hay otra enfermedad que influye?\"\n      }\n   "
                    + " },",
                ""
            ),
            row: 1,
            at: "/questions",
            "have no entry for comorbid. Add it"
        ),
        BrokenTable(
            "a piece twice",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"comorbid\",\n      \"words\"",
                "\"item\": \"structural\",\n      \"words\""
            ),
            row: 50,
            at: "/questions/7/item",
            "stands twice. Give each of the questions its own item"
        ),
        BrokenTable(
            "a count for a yes or no",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"radiatingLegPain\", \"is\": true",
                "\"item\": \"radiatingLegPain\", \"atLeast\": 1"
            ),
            row: 130,
            at: "/rules/5/all/0/is",
            "is what a yes or no needs. Write true or false"
        ),
        BrokenTable(
            "a yes or no with a count",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"radiatingLegPain\", \"is\": true",
                "\"item\": \"radiatingLegPain\", \"is\": true, \"atMost\": 1"
            ),
            row: 130,
            at: "/rules/5/all/0/is",
            "is what a yes or no needs. Write true or false"
        ),
        BrokenTable(
            "a yes or no for a count",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"painScore\", \"atMost\": 4",
                "\"item\": \"painScore\", \"is\": true"
            ),
            row: 139,
            at: "/rules/6/any/0/atLeast",
            "and atMost must say a range of a count. Write one of them, or "
                + "both in order"
        ),
        BrokenTable(
            "a range the wrong way round",
            "patterns/choosing.json",
            .replace("\"atLeast\": 42, \"atMost\": 83", "\"atLeast\": 83, \"atMost\": 42"),
            row: 187,
            at: "/rules/10/all/0/atLeast",
            "and atMost must say a range of a count. Write one of them, or "
                + "both in order"
        ),
        BrokenTable(
            "a yes or no in words",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"radiatingLegPain\", \"is\": true",
                "\"item\": \"radiatingLegPain\", \"is\": \"yes\""
            ),
            row: 130,
            at: "/rules/5/all/0/is",
            "\"yes\" is not true or false. Write true or false here"
        ),
        BrokenTable(
            "a count below zero",
            "patterns/choosing.json",
            .replace(
                "\"item\": \"painScore\", \"atMost\": 4",
                "\"item\": \"painScore\", \"atMost\": -4"
            ),
            row: 139,
            at: "/rules/6/any/0/atMost",
            "-4 is not a number of days or points. Write a whole number from "
                + "0 to 100000"
        ),
        BrokenTable(
            "no range",
            "patterns/choosing.json",
            .replace("{ \"item\": \"painScore\", \"atMost\": 4 }", "{ \"item\": \"painScore\" }"),
            row: 139,
            at: "/rules/6/any/0/atLeast",
            "and atMost must say a range of a count. Write one of them, or "
                + "both in order"
        ),
        BrokenTable(
            "a demand on the part of the body",
            "patterns/choosing.json",
            .replace(
                "{ \"item\": \"painScore\", \"atMost\": 4 }",
                "{ \"item\": \"region\", \"atMost\": 4 }"
            ),
            row: 139,
            at: "/rules/6/any/0/atLeast",
            "and atMost must say a range of a count. Write one of them, or "
                + "both in order"
        ),
        BrokenTable(
            "a piece that there is not",
            "patterns/choosing.json",
            .replace(
                "{ \"item\": \"painScore\", \"atMost\": 4 }",
                "{ \"item\": \"pain\", \"atMost\": 4 }"
            ),
            row: 139,
            at: "/rules/6/any/0/item",
            "\"pain\" is not known here. Write one of: region, durationDays"
        ),
        BrokenTable(
            "neither no nor a question",
            "patterns/choosing.json",
            .replace("\"ifNotStated\": \"no\"", "\"ifNotStated\": \"yes\""),
            row: 76,
            at: "/rules/0/all/0/ifNotStated",
            "\"yes\" is not known here. Write one of: ask, no"
        ),
        BrokenTable(
            "a plan that there is not",
            "patterns/choosing.json",
            .replace("\"pattern\": \"lbp-subacute\"", "\"pattern\": \"lbp-sub\""),
            row: 188,
            at: "/rules/10/pattern",
            "\"lbp-sub\" is not the name of a pattern, a file of patterns/"
        ),
        BrokenTable(
            "more visits than a plan may have",
            "patterns/choosing.json",
            .replace("\"cap\": 10", "\"cap\": 21"),
            row: 232,
            at: "/rules/14/cap",
            "21 is not a number of visits. Write a whole number from 1 to 20"
        ),
        BrokenTable(
            "a cap of no plan",
            "patterns/choosing.json",
            .replace("\"pattern\": \"neck-persistent\",\n      \"cap\": 10", "\"cap\": 10"),
            row: 228,
            at: "/rules/14/cap",
            "is the cap of no pattern. Write pattern too, or leave it out"
        ),
        BrokenTable(
            "a choice among nothing",
            "patterns/choosing.json",
            .replace(
                "\"any\": [\n        { \"item\": \"painScore\", \"atMost\": 4 "
                    + "},\n        { \"item\": \"functionLossPercent\", \"atMost\": "
                    + "19, \"ifNotStated\": \"no\" }\n      ]",
                "\"any\": []"
            ),
            row: 138,
            at: "/rules/6/any",
            "holds 0 conditions. Write 1 to 20"
        ),
        BrokenTable(
            "a criterion without a source",
            "patterns/choosing.json",
            .replace("\"source\": \"Haas 2018 studied such patients\"", "\"source\": null"),
            row: 205,
            at: "/rules/12/source",
            "is missing. Write it here"
        ),
    ]
}
