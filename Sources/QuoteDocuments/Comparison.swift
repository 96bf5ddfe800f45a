package import CareCoverage
package import CareModel
import CarePricing
package import CareQuote
import JSONText

/// The same care under several requests, or under several plans, side by side.
package struct Comparison: Sendable {
    /// One of the things that are compared.
    package struct Entry: Sendable {
        /// The request's file or the plan's name, as it was asked for.
        package let name: String
        /// What stands over its column.
        let heading: String
        /// Its quote.
        package let made: MadeQuote

        /// What the patient pays in all, by which the entries are compared.
        ///
        /// Of a plan of care it is the longest course.
        package var patientPays: Money { made.quote.chosenWay.total }

        /// What the patient has paid by the visit by which a plan of care most likely ends; absent
        /// where the request gives the visits.
        package var headline: ProjectedCost.Outcome? {
            made.quote.projection?.outcome(notExceededWith: 0.5)
        }
    }

    /// The entries, in the order in which they were asked for.
    package let entries: [Entry]

    /// What the patient pays in all under the cheapest of those that can be had, with nothing taken
    /// as used.
    package var lowest: Money { allowed.map(\.patientPays).min() ?? .zero }

    /// What warnings the quotes bring, each with the entry's name.
    package var warnings: [String] {
        entries.flatMap { entry in entry.made.warnings.map { "\(entry.name): \($0)" } }
    }
}

/// Why things cannot be compared.
package enum ComparisonError: Error, Hashable, Sendable {
    /// The quotes that cannot be made, each with its name.
    case failed([Failed])
    /// Requests that are not for the same care, each in a sentence.
    case notTheSameCare([String])

    /// A quote that cannot be made.
    package struct Failed: Hashable, Sendable {
        package let name: String
        package let failure: QuoteFailure
    }

    /// Whether nothing is wrong but that files of the tables are missing.
    package var isMissingFile: Bool {
        switch self {
        case .failed(let failed): failed.allSatisfy(\.failure.isMissingFile)
        case .notTheSameCare: false
        }
    }

    /// What is said instead of any price, where the screening of one of them says to seek care
    /// first.
    package var careFirst: CareFirst? {
        switch self {
        case .failed(let failed): failed.lazy.compactMap(\.failure.careFirst).first
        case .notTheSameCare: nil
        }
    }

    /// What is said instead of any price, where nothing is wrong but that a checkpoint has ended the
    /// plan of care.
    package var planEnded: PlanEnded? {
        guard case .failed(let failed) = self,
            failed.allSatisfy({ $0.failure.planEnded != nil })
        else { return nil }
        return failed.first?.failure.planEnded
    }

    /// Everything that is wrong, a line each.
    package var lines: [String] {
        switch self {
        case .failed(let failed):
            failed.flatMap { one in one.failure.lines.map { "\(one.name): \($0)" } }
        case .notTheSameCare(let sentences): sentences
        }
    }
}

extension QuoteMaker {
    /// The name that stands for paying without insurance among the names of plans.
    package static let selfPayName = "self-pay"

    /// Compares requests for the same care.
    ///
    /// - Parameter requests: The requests as JSON, each with the name of its file.
    /// - Returns: The comparison.
    /// - Throws: ``ComparisonError`` with everything that is wrong with any of them.
    package func compare(
        _ requests: [(name: String, bytes: [UInt8])]
    ) throws(ComparisonError) -> Comparison {
        let comparison = Comparison(
            entries: try entries(
                requests,
                headings: FileHeading.headings(of: requests.map(\.name))
            )
        )
        try comparison.checkCare()
        return comparison
    }

    /// Compares what the care of a request costs under several plans.
    ///
    /// The plan that the request names keeps what the request says of it. Of another plan nothing
    /// is known but its terms: what was used of one plan was not used of another.
    ///
    /// - Parameters:
    ///   - bytes: The request as JSON.
    ///   - name: The name of its file.
    ///   - plans: The names of the plans, or ``selfPayName``.
    ///   - network: How the clinic stands to the plans that the request does not name.
    /// - Returns: The comparison.
    /// - Throws: ``ComparisonError`` with everything that is wrong under any of them.
    package func compare(
        _ bytes: [UInt8],
        name: String,
        under plans: [String],
        network: Network? = nil
    ) throws(ComparisonError) -> Comparison {
        let request: RequestDocument
        do throws(QuoteFailure) {
            request = try self.request(bytes)
        } catch {
            throw .failed([ComparisonError.Failed(name: name, failure: error)])
        }
        let requests = plans.map { plan in
            (name: plan, bytes: request.canonicalJSON(under: plan, network: network))
        }
        return Comparison(entries: try entries(requests, headings: plans))
    }

    private func entries(
        _ requests: [(name: String, bytes: [UInt8])],
        headings: [String]
    ) throws(ComparisonError) -> [Comparison.Entry] {
        var entries: [Comparison.Entry] = []
        var failed: [ComparisonError.Failed] = []
        for (request, heading) in zip(requests, headings) {
            do throws(QuoteFailure) {
                let made = try quote(request.bytes)
                entries.append(
                    Comparison.Entry(name: request.name, heading: heading, made: made)
                )
            } catch {
                failed.append(ComparisonError.Failed(name: request.name, failure: error))
            }
        }
        guard failed.isEmpty else { throw .failed(failed) }
        return entries
    }
}

extension RequestDocument {
    /// The request with a plan of the tables, or none, in place of its own plans.
    fileprivate func canonicalJSON(under plan: String, network: Network?) -> [UInt8] {
        request.canonicalJSON { json in
            let own = zip(request.coverages, plans).first { $0.0.plan.id == plan }
            if let own { return own.0.write(own.1, to: &json) }
            guard plan != QuoteMaker.selfPayName else { return }
            json.beginObject()
            json.member("plan", plan)
            if let network { json.member("network", network.rawValue) }
            json.endObject()
        }
    }
}

/// What distinguishes the names of files, to stand over columns.
enum FileHeading {
    /// The names without `.json` and without the folders and names that all of them share.
    static func headings(of paths: [String]) -> [String] {
        var parts = paths.map { path in
            let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
            return stem.split(separator: "/").map(String.init)
        }
        while let first = parts.first?.first,
            parts.allSatisfy({ $0.count > 1 && $0.first == first })
        {
            parts = parts.map { Array($0.dropFirst()) }
        }
        while let last = parts.first?.last,
            parts.allSatisfy({ $0.count > 1 && $0.last == last })
        {
            parts = parts.map { Array($0.dropLast()) }
        }
        return parts.map { $0.joined(separator: "/") }
    }
}
