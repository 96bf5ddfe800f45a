import ArgumentParser
import CareModel
import CareQuote
import CommandOptions
import PriceTableFiles
import QuoteDocuments

/// Lists the services of the tables, or the prices of a schedule on a day.
struct ServicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "services",
        abstract: "What can be done, or what a schedule pays for it on a day.",
        discussion: """
            Examples:
              carequote services
              carequote services --schedule acme-ppo-2026 --on 2026-11-23
              carequote services --schedule medicare:01182-18 --on 2025-06-02
            """
    )

    @OptionGroup var options: CommonOptions

    @Option(help: "A contracted schedule of the tables, or medicare:LOCALITY.")
    var schedule: String?

    @Option(
        help: "The day of the prices (default: the day of the quote).",
        transform: OptionText.date
    )
    var on: CalendarDate?

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "services")
        if on != nil, schedule == nil { throw ValidationError("--on goes with --schedule.") }
    }

    func run() throws {
        try reporting {
            var tables = PriceTables(try options.tableFolder())
            try tables.folder.check()
            let catalog = try tables.services()
            guard let schedule else {
                return try answer(
                    Listing(services: catalog.services, language: options.language),
                    format
                )
            }
            let date = try on ?? options.day()
            if schedule.hasPrefix("medicare:") {
                let locality = String(schedule.dropFirst("medicare:".count))
                guard try tables.medicareLocalities().contains(locality) else {
                    throw ProgramFailure(
                        .data,
                        [
                            "--schedule: '\(locality)' is not a Medicare locality. Write contractor "
                                + "and locality, such as medicare:01182-18"
                        ]
                    )
                }
                let medicare = try tables.medicare(locality: locality)
                return try answer(
                    Listing(medicare: medicare, services: catalog.services, on: date),
                    format
                )
            }
            guard tables.scheduleIDs.contains(schedule) else {
                let known = tables.scheduleIDs.joined(separator: ", ")
                throw ProgramFailure(
                    .data,
                    ["--schedule: '\(schedule)' is not a schedule. Write one of: \(known)"]
                )
            }
            let prices = try tables.schedule(schedule, catalog: catalog)
            try answer(
                Listing(prices: prices, services: catalog.services, on: date),
                format
            )
        }
    }
}

/// Lists the plans of the tables.
struct PlansCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans",
        abstract: "The plans of the tables; with a name, all terms of one.",
        discussion: """
            Examples:
              carequote plans acme-ppo-1500
              carequote plans acme-ppo-1500 --format json
            """
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: "One plan, by its name.")
    var id: String?

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "plans")
    }

    func run() throws {
        try reporting {
            var tables = PriceTables(try options.tableFolder())
            try tables.folder.check()
            let known = tables.planIDs
            if let id, !known.contains(id) {
                throw ProgramFailure(
                    .data,
                    ["'\(id)' is not a plan. Write one of: \(known.joined(separator: ", "))"]
                )
            }
            var plans: [PlanDocument] = []
            for name in id.map({ [$0] }) ?? known { plans.append(try tables.planDocument(name)) }
            guard id != nil, format == .text, let plan = plans.first else {
                return try answer(Listing(plans: plans), format)
            }
            let words = options.words(naming: try tables.services())
            try answer(PlanText(plan, on: try options.day(), words: words).text())
        }
    }
}

/// Lists the clinics of the tables.
struct ClinicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinics",
        abstract: "The clinics of the tables.",
        discussion: """
            Example:
              carequote clinics --format json
            """
    )

    @OptionGroup var options: CommonOptions

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "clinics")
    }

    func run() throws {
        try reporting {
            var tables = PriceTables(try options.tableFolder())
            try tables.folder.check()
            let catalog = try tables.services()
            var clinics: [Clinic] = []
            for id in tables.clinicIDs {
                clinics.append(try tables.clinic(id, catalog: catalog, withPrices: false))
            }
            try answer(Listing(clinics: clinics), format)
        }
    }
}

/// Lists the offers of a clinic.
struct OffersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers",
        abstract: "The offers of a clinic to patients who pay without insurance.",
        discussion: """
            Example:
              carequote offers
            """
    )

    @OptionGroup var options: CommonOptions

    @Option(help: "The clinic (default: all of the tables).")
    var clinic: String?

    @Option(help: "The form of the answer: text or json.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        try format.refuseAllButTextAndJSON(by: "offers")
    }

    func run() throws {
        try reporting {
            var tables = PriceTables(try options.tableFolder())
            try tables.folder.check()
            let catalog = try tables.services()
            let known = tables.clinicIDs
            if let clinic, !known.contains(clinic) {
                throw ProgramFailure(
                    .data,
                    [
                        "--clinic: '\(clinic)' is not a clinic. "
                            + "Write one of: \(known.joined(separator: ", "))"
                    ]
                )
            }
            var offers: [Offer] = []
            for id in clinic.map({ [$0] }) ?? known {
                offers += try tables.clinic(id, catalog: catalog, withPrices: false).offers
            }
            try answer(Listing(offers: offers, language: options.language), format)
        }
    }
}

extension ParsableCommand {
    /// Prints a list in the form that was asked for.
    func answer(_ listing: Listing, _ format: OutputFormat) throws {
        if format == .json { try answer(listing.json) } else { try answer(listing.text) }
    }
}
