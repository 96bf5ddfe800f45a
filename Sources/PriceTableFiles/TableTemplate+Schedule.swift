import CareModel

extension TableTemplate {
    /// A contracted schedule: a file of prices without a price, and where they will come from.
    static func schedule(
        _ id: String,
        from firstDay: CalendarDate,
        retrievedOn today: CalendarDate
    ) -> [File] {
        let about = TemplateDocument { about in
            about.term("id", .text(id), "the name of this file without .json")
            about.term("payer", .mark(.payerName), "who pays these rates")
            about.term("publisher", .mark(.publisher), "most often the payer")
            about.term("address", .null, "where they were found, such as a web address, or null")
            about.term("retrievedOn", .text(today.description), "the day on which they were read")
            about.term("sha256", .null, "the SHA-256 of the file that was read, or null")
            about.term(
                "licence",
                .mark(.licence),
                "a contract may forbid showing its rates"
            )
            about.term("effectiveFrom", .text(firstDay.description), "the contract's first day")
            about.term(
                "source",
                .mark(.source),
                "the contract and page, and how the rates were taken from it"
            )
        }
        return [
            File(path: "schedules/\(id).json", about),
            File(pricesAt: "schedules/\(id).csv"),
        ]
    }
}
