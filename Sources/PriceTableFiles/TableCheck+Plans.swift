import CareCoverage
import CareModel
import CareQuote

extension TableCheck {
    /// Checks the plans, and that the schedules that they name are there.
    ///
    /// - Parameter catalog: The services that their rows may name; absent where it cannot be read.
    mutating func checkPlans(catalog: ServiceCatalog?) {
        // A figure that is wrong was told already; the plans are checked without it.
        let parameters = try? tables.planParameters()
        let schedules = tables.scheduleIDs
        for id in tables.planIDs {
            let document = attempt { (t) throws(PriceTableErrors) in
                try t.planDocument(id, parameters: parameters)
            }
            guard let document else { continue }
            let plan = document.plan
            findings += tables.unknownTerms(
                of: document,
                severity: .warning,
                message:
                    "is a term that nobody knows. Ask the insurer; a quote gives a range until then"
            )
            counts.plans += 1
            let path = "plans/\(id).json"
            if let schedule = plan.feeSchedule, !schedules.contains(schedule) {
                report(
                    path,
                    column: "/feeSchedule",
                    "\"\(schedule)\" is not a schedule of the tables. "
                        + "Write one of: \(schedules.joined(separator: ", "))"
                )
            }
            for (index, row) in plan.benefits.enumerated() {
                guard case .schedule(let schedule)? = row.outOfNetworkBasis,
                    !schedules.contains(schedule)
                else { continue }
                report(
                    path,
                    column: "/benefits/\(index)/outOfNetworkAllowed",
                    "\"\(schedule)\" is not a schedule of the tables. "
                        + "Write one of: \(schedules.joined(separator: ", "))"
                )
            }
            for problem in catalog.map({ plan.unknownNames(in: $0) }) ?? [] {
                report(path, column: problem.pointer, problem.message)
            }
        }
    }
}
