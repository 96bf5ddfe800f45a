import FeeScheduleStore
import PriceTableFiles

/// Looks into what a source offers: is it right, and is it likely?
struct OfferInspection {
    /// The tables as quotes read them now.
    let current: TableFolder

    /// What was found.
    struct Findings: Hashable, Sendable {
        /// Why a person has to look at it; none where it may be installed.
        let holds: [String]
        /// What differs from what quotes read now, a line each.
        let differences: [String]
    }

    /// Inspects an offer.
    ///
    /// - Parameter offer: The offer, which is proven.
    /// - Returns: What a person should know of it.
    /// - Throws: ``SourceProblem`` where the content is wrong.
    func inspect(_ offer: Offer) throws(SourceProblem) -> Findings {
        let candidate = folder(with: offer)
        do throws(PriceTableErrors) {
            let diff = try TableDiff(from: current, to: candidate)
            return Findings(
                holds: offer.holds,
                differences: diff.differences.map(\.description)
            )
        } catch {
            throw SourceProblem(content: error.findings.map(\.description))
        }
    }

    /// The tables as quotes would read them with some offers.
    func folder(with offers: Offer...) -> TableFolder {
        var files = current.overlay?.files ?? [:]
        for offer in offers { files.merge(offer.tables) { _, new in new } }
        return TableFolder(
            current.root,
            overlay: TableOverlay(
                snapshot: "candidate",
                place: offers.map(\.record.id).joined(separator: "+"),
                files: files
            )
        )
    }
}

extension SourceProblem {
    /// The most findings that are shown.
    static let mostFindings = 20

    /// Wrong content, with the first findings.
    init(content findings: [String]) {
        let more = findings.count - SourceProblem.mostFindings
        self.init(
            .content,
            findings.count == 1
                ? "its content is wrong" : "its content is wrong in \(findings.count) places",
            advice: "send the findings to the publisher",
            details: Array(findings.prefix(SourceProblem.mostFindings))
                + (more > 0 ? ["and \(more) more"] : [])
        )
    }
}
