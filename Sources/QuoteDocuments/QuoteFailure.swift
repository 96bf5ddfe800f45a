package import CarePatterns
package import CareQuote
package import PriceTableFiles

/// Why no quote was made: all that is wrong with the request and with the tables that it needs.
package struct QuoteFailure: Error, Hashable, Sendable {
    /// What is wrong with the request, each finding with its JSON pointer.
    package let request: [DocumentFinding]
    /// What is wrong with the tables, each finding with its file and row.
    package let tables: [TableFinding]
    /// Whether a file of the tables was missing or unreadable.
    package let isMissingFile: Bool
    /// What is said instead of a price where the screening says to seek care first, whatever else
    /// is wrong.
    package var careFirst: CareFirst?
    /// What is said instead of a price where a checkpoint has ended the plan of care.
    package var planEnded: PlanEnded?
    /// The checkpoint of which nobody says whether it was met.
    package var openCheckpoint: OpenCheckpoint?
    /// The pieces of a complaint that decide the plan of care and are not known.
    package var openItems: [Complaint.Item] = []

    package init(
        request: [DocumentFinding] = [],
        tables: [TableFinding] = [],
        isMissingFile: Bool = false,
        careFirst: CareFirst? = nil,
        planEnded: PlanEnded? = nil
    ) {
        self.request = request
        self.tables = tables
        self.isMissingFile = isMissingFile
        self.careFirst = careFirst
        self.planEnded = planEnded
    }

    package init(_ errors: PriceTableErrors, request: [DocumentFinding] = []) {
        self.init(
            request: request,
            tables: errors.findings,
            isMissingFile: errors.isMissingFile
        )
    }

    /// The same findings, each message once.
    package var withoutRepetition: QuoteFailure {
        var messages: Set<String> = []
        return QuoteFailure(
            request: request.filter { messages.insert($0.found + $0.message).inserted },
            tables: tables.filter { finding in
                // The visit and its date differ from line to line, the row does not.
                messages.insert(finding.file + finding.column).inserted
            },
            isMissingFile: isMissingFile,
            careFirst: careFirst
        )
    }

    /// The findings as lines, those of the request first.
    package var lines: [String] {
        request.map(\.description) + tables.map(\.description)
    }
}
