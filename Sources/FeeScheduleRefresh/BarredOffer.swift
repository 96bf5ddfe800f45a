import FeeScheduleStore
import PriceTableFiles

/// An offer that is not installed by itself again, and how a person brings it back.
package struct BarredOffer: Hashable, Sendable {
    /// What was decided, when, and why.
    let what: String
    /// The command that takes it back.
    let advice: String

    /// Reads the note that was made when it was barred.
    init(_ note: JSONTree, _ offer: Offer) {
        self.init(note, naming: offer.record.version.map { "version \($0)" } ?? "this list")
    }

    /// Reads the note that was made when it was barred.
    ///
    /// - Parameters:
    ///   - note: The note.
    ///   - name: What is barred.
    init(_ note: JSONTree, naming name: String) {
        let day = note.text("at").map { " on \($0.prefix(10))" } ?? ""
        let reason = note.text("reason").map { " (\($0))" } ?? ""
        what =
            "\(name) was \(note.text("event") ?? "barred")\(day)\(reason) and is not installed "
            + "by itself again"
        advice =
            if let candidate = note.text("candidate") {
                "carequote-refresh reject \(candidate.prefix(12)) --undo --reason WHY takes that back"
            } else if let snapshot = note.text("snapshot") {
                "carequote-refresh rollback --to \(snapshot.prefix(12)) --reason WHY brings it back"
            } else {
                "a later version is installed again"
            }
    }
}

extension JSONTree {
    /// A text of an object; absent where there is none of the name.
    func text(_ name: String) -> String? {
        guard case .text(let text) = self[name] else { return nil }
        return text
    }
}
