import CareModel
import CareQuote

extension SourcePlace {
    /// The pointer into the request, of a place in the request.
    var pointer: String {
        description.hasPrefix("#") ? String(description.dropFirst()) : description
    }

    /// Whether it is a session, which the clinic's tables make lines of.
    var isSession: Bool { pointer.hasSuffix("/session") }

    /// The pointer to an amount of a line; a session states none, so it is pointed at itself.
    func pointer(to role: QuoteProblem.PriceRole) -> String {
        isSession ? pointer : "\(pointer)/\(role.rawValue)"
    }
}
