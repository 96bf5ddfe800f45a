import CareModel
import CarePatterns
import CareQuote

extension QuoteProblem {
    /// Why there is no plan of care, and what to write; of a problem about anything else, nothing.
    var careMessage: String {
        switch self {
        case .seekCareFirst: "says to seek care first, so there is no plan and no price"
        case .screening(let error): error.description
        case .noScreeningTable:
            "has answers, and the tables do not say what they mean and how long they count. Add patterns/screening.json"
        case .noPatternTables: "asks for a plan of care, and the tables have none. Add patterns"
        case .unknownName(let kind, let name, let known, _):
            "\"\(name)\" is not a \(kind.rawValue) of the tables. "
                + "Write one of: \(known.joined(separator: ", "))"
        case .complaintUnknown(let items, _):
            "leaves open what decides the plan. Ask, and write: "
                + items.map { "\($0.item.rawValue) (\($0.question?.english ?? ""))" }
                .joined(separator: ", ")
        case .complaintUnweighed(_, let region, let others, _):
            "is true, and decides nothing for a complaint of \(region.rawValue). Write it with a "
                + "complaint of \(others.map(\.rawValue).joined(separator: " or ")), or leave it out"
        case .planEnded(let plan, _):
            "says that the checkpoint at visit \(plan.checkpoint.visit) was not met: the plan ends there, and the "
                + "patient is sent to whoever can help. There is nothing more to quote"
        case .checkpointOpen(let open, _):
            "has \(open.visitsDone) visits done, and does not say whether the checkpoint at visit "
                + "\(open.visit) was met\(open.goesOnIf.map { " (\($0.english.withoutFullStop))" } ?? ""). Write \"test\": "
                + "\"\(open.test)\" with \"improved\": true, or false, which ends the plan there"
        case .noMaintenance(let pattern?, _):
            "is true, and visits that keep up a gain do not follow \(pattern): they are for "
                + "low-back pain that stays or is known to come back. Leave it out"
        case .noMaintenance(nil, _):
            "is no plan by itself. Write the pattern that has helped with \"maintenance\": true, or "
                + "the visits with \"careType\": \"maintenance\""
        case .forecast(let error, _): error.description
        case .noOpenWeekday(let open, _):
            "names no day on which the clinic is open. "
                + "Write some of: \(open.map { "\($0.rawValue)" }.joined(separator: ", "))"
        case .calendar(let error, _): error.description
        default: ""
        }
    }
}
