import CareComplexity
import CareCoverage
import CareModel
import CarePatterns
import CarePricing
import CareQuote
import JSONText
import PriceTableFiles

extension QuoteFailure {
    /// Puts the problems of a request into words.
    ///
    /// - Parameters:
    ///   - problems: The problems.
    ///   - folder: The folder of the tables, which stands before the names of files.
    init(_ problems: QuoteProblems, in folder: TableFolder) {
        var request: [DocumentFinding] = []
        var tables: [TableFinding] = []
        for problem in problems.problems {
            switch problem {
            case .noPrice(_, let reference, let gap):
                tables.append(gap.finding(for: reference, in: folder))
            case .noComponentPrice(_, let reference, let modifier, let file):
                tables.append(
                    TableFinding(
                        file: folder.shown(file),
                        column: "modifier",
                        message: "\(reference.line.name) with \(modifier) has no price on "
                            + "\(reference.date) (visit \(reference.visit)): no row is for this part "
                            + "of it. Add a row with modifier \(modifier), or write the amount"
                    )
                )
            case .noMedicarePrice(let reference, let gap):
                request.append(
                    DocumentFinding(
                        pointer: problem.pointer,
                        position: TextPosition(line: 1, column: 1),
                        found: "",
                        message: "\(reference.line.place.isSession ? "has a price that is" : "is") "
                            + "not known: the plan goes by Medicare's amount, and for "
                            + "\(reference.line.name) on \(reference.date) there is none: "
                            + "\(gap.reason). "
                            + (reference.line.place.isSession
                                ? "Write only visits before that day, or visits with services "
                                    + "and what is allowed for one unit of each"
                                : "Write what is allowed for one unit")
                    )
                )
            case .noReducedPrice(let reference, let source):
                tables.append(
                    TableFinding(
                        file: folder.shown(source),
                        column: "reduced_usd",
                        message: "\(reference.line.name) has no reduced price (visit "
                            + "\(reference.visit)), and this payer reduces further procedures of "
                            + "a day. Write the price that the contract prints"
                    )
                )
            default:
                request.append(
                    DocumentFinding(
                        pointer: problem.pointer,
                        position: TextPosition(line: 1, column: 1),
                        found: "",
                        message: problem.message
                    )
                )
            }
        }
        self.init(request: request, tables: tables)
        openCheckpoint = problems.openCheckpoint
        openItems = problems.problems.flatMap { problem -> [Complaint.Item] in
            guard case .complaintUnknown(let items, _) = problem else { return [] }
            return items.map(\.item)
        }
    }
}

extension PriceGap {
    /// The gap as a finding in the table that has it.
    func finding(for reference: QuoteProblem.LineReference, in folder: TableFolder) -> TableFinding
    {
        let asked =
            "\(reference.line.name) has no price on \(reference.date) (visit \(reference.visit))"
        switch self {
        case .noRow(let file):
            return TableFinding(
                file: folder.shown(file),
                column: "service",
                message: "\(asked): no row is for it. Add its row"
            )
        case .notYetInForce(let row, _):
            return TableFinding(
                file: folder.shown(row.place),
                column: "effective_from",
                message: "\(asked): this row begins on \(row.from). Add a row for that day"
            )
        case .ended(let row, let date):
            let end = row.through.map { " ends on \($0)" } ?? " has ended"
            return TableFinding(
                file: folder.shown(row.place),
                column: "effective_to",
                message: "\(asked): this row\(end). Add a \(date.year) row, or set "
                    + "assumePricesContinue to go on with the last price, marked unverified"
            )
        }
    }
}

extension QuoteProblem {
    /// The JSON pointer of what the problem is about.
    var pointer: String {
        switch self {
        case .noComponentPrice(let role, let reference, _, _):
            "\(reference.line.place.pointer)/\(role.rawValue)"
        case .noMedicarePrice(let reference, _): reference.line.place.pointer(to: .allowed)
        case .noPrice(let role, let reference, _), .noTable(let role, let reference),
            .unlistedService(let role, let reference):
            reference.line.place.pointer(to: role)
        case .onlyOutOfNetwork(_, let place): "\(place.pointer)/network"
        case .unknownLastSeen, .lastSeenAfterVisit: "/patient/lastSeen"
        case .outdatedAccumulators(_, _, let place): "\(place.pointer)/accumulators/asOf"
        case .dateAfterQuote(_, let place): place.pointer
        case .memberAfterVisit(_, _, let place): "\(place.pointer)/memberSince"
        case .prepaidInsurance, .prepaidBeyondCheckpoint, .promptPayLater,
            .prepaidAfterClearance:
            "/payment/option"
        case .noProcedureRanking(_, _, let place), .timedTwiceOnOneDay(_, let place):
            place.pointer
        case .session(_, let place), .noClinic(let place):
            place.pointer
        case .noPayerRule(_, let place): "\(place.pointer)/plan"
        case .refused(_, let reference), .noReducedPrice(let reference, _):
            reference.line.place.pointer
        case .visitBeforeAccumulators(_, _, let place), .noYearlyFigure(_, _, let place):
            "\(place.pointer)/date"
        case .seekCareFirst, .screening, .noScreeningTable: "/screening"
        case .noPatternTables(let place), .unknownName(_, _, _, let place),
            .complaintUnknown(_, let place), .complaintUnweighed(_, _, _, let place),
            .planEnded(_, let place), .checkpointOpen(_, let place), .forecast(_, let place),
            .noMaintenance(_, let place),
            .noOpenWeekday(_, let place), .calendar(_, let place):
            place.pointer
        }
    }

    /// Why no quote can be made, and what to write.
    var message: String {
        switch self {
        case .noPrice, .noReducedPrice, .noMedicarePrice, .noComponentPrice: "has no price"
        case .refused(let edit, let reference):
            "holds \(reference.line.name), which the rule \(edit.id) refuses on visit "
                + "\(reference.visit): \(edit.words.english) \(edit.remedy) (\(edit.source))"
        case .noPayerRule(let schedule, _):
            "is priced by \(schedule), and rules/payers.json does not say how its payer counts "
                + "minutes and reduces procedures. Add an entry for \(schedule)"
        case .noProcedureRanking(let date, let visit, _):
            "has several services on \(date) (visit \(visit)), the payer reduces further "
                + "procedures, and no Medicare release up to that day has relative values to rank "
                + "them by. Complete medicare/\(date.year), or write what the plan allows"
        case .timedTwiceOnOneDay(let date, _):
            "has timed services in two visits on \(date), whose minutes count together. "
                + "Write them in one visit"
        case .noTable(let role, let reference):
            "is not known: \(role.words) of \(reference.line.name) on \(reference.date) stands in "
                + "no table that this request names. "
                + (reference.line.place.isSession
                    ? "Name a schedule in the plan (feeSchedule), or write the visit as services "
                        + "with their amounts"
                    : "Write it here, for one unit, such as \"45.10\"")
        case .unlistedService(let role, let reference):
            "is not known: services.csv does not list \(reference.line.name). "
                + "Write \(role.words) here, for one unit, or add the service to the tables"
        case .onlyOutOfNetwork(let name, _):
            "is \"in\", and the plan has no prices in network: its terms for \(name) hold out of "
                + "network. Write \"network\": \"out\" beside the plan (--network out)"
        case .unknownLastSeen:
            "is missing, and it decides which exam is billed. When was the patient last seen "
                + "here? Write the date, or null if never"
        case .session(let error, _): error.message
        case .noClinic:
            "needs a clinic's table of sessions. Write the clinic, or write services instead"
        case .outdatedAccumulators(let asOf, let yearStart, _):
            "is \(asOf), before the benefit year that began on \(yearStart), and what was used since "
                + "then is not known. Ask the insurer and write the figures of this benefit year"
        case .dateAfterQuote(let date, _):
            "is \(date), after the day of the quote. Write the day on which it was, or asOf"
        case .memberAfterVisit(let joined, let visit, _):
            "is \(joined), after the first visit on \(visit). Write the day of joining, or leave the "
                + "plan out of visits before it"
        case .lastSeenAfterVisit(let seen, let visit):
            "is \(seen), after the first visit on \(visit). Write the day before it"
        case .prepaidInsurance:
            "asks for all of it at the first visit, and the insurer decides each share when its claim arrives. "
                + "Write \"perVisit\", or \"monthly\" over several months"
        case .promptPayLater:
            "is not \"perVisit\", and the discount is for paying on the day of each visit. "
                + "Write \"perVisit\", or leave the offer out"
        case .prepaidBeyondCheckpoint(let visit):
            "asks for all of it at the first visit, and care is paid in advance at most to the next checkpoint, visit "
                + "\(visit). Write \"perVisit\", or fewer visits"
        case .prepaidAfterClearance:
            "is not \"perVisit\", and after a caution that a clinician has cleared nothing beyond the "
                + "next visit is paid in advance. Write \"perVisit\""
        case .noYearlyFigure(let year, let file, _):
            "is in \(year), and \(file) has no amount for \(year). Add the year there with its "
                + "source, or leave the visit out"
        case .visitBeforeAccumulators(let date, let asOf, _):
            "is \(date), in a benefit year before the one of the accumulators (\(asOf)). "
                + "Write accumulators of that year, or leave the visit out"
        case .seekCareFirst, .screening, .noScreeningTable, .noPatternTables, .unknownName,
            .complaintUnknown, .complaintUnweighed, .planEnded, .checkpointOpen, .noMaintenance,
            .forecast,
            .noOpenWeekday, .calendar:
            careMessage
        }
    }
}

extension QuoteProblem.PriceRole {
    fileprivate var words: String {
        switch self {
        case .charge: "the charge"
        case .allowed: "the amount that the plan allows"
        case .selfPay: "the self-pay price"
        }
    }
}

extension SameDayEdit {
    /// What to write so that the rule is kept.
    fileprivate var remedy: String {
        switch demand {
        case .onceADay: "Write it once, with one unit"
        case .modifier(let modifiers, _, _):
            "Write the line under services with the modifier "
                + modifiers.map { "\"\($0)\"" }.joined(separator: " or ")
                + ", or leave it out"
        }
    }
}

extension SessionError {
    fileprivate var message: String {
        switch self {
        case .noAdjustment(let regions):
            "treats \(regions) spinal regions, and no adjustment stands for that. Write 1 to 5"
        case .noExam(let level, let kind, let status):
            "needs a \(level.rawValue) exam of a \(status.rawValue) patient (\(kind.rawValue)), "
                + "and sessions.json has none. Add it"
        case .noContents(let kind):
            "is a visit of the kind \(kind.rawValue), which sessions.json does not describe. Add it"
        case .givenTwice(let service):
            "names \(service) twice. Write it once, with all of its minutes or units"
        case .tooShort(let timed):
            "holds only \(timed.minutes) minutes of \(timed.service), too few for a unit, so nothing "
                + "is billed. Write more, or leave the visit out"
        case .nothingDone:
            "names nothing that is done. Write spinalRegions, extraspinal or other"
        }
    }
}
