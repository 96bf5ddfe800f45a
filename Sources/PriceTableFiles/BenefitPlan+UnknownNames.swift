package import CareCoverage
package import CareModel

extension BenefitPlan {
    /// The categories, services and codes of a plan that the services table does not know.
    package func unknownNames(
        in catalog: ServiceCatalog,
        knowing others: Set<ServiceCategory> = []
    ) -> [(pointer: String, message: String)] {
        let categories = Set(catalog.categories).union(others)
        let known = catalog.categories.map(\.description).joined(separator: ", ")
        var problems: [(pointer: String, message: String)] = []
        func check(_ category: ServiceCategory, at pointer: String) {
            guard !categories.contains(category) else { return }
            problems.append(
                (
                    pointer,
                    "\"\(category)\" is not a category of services.csv. Write one of: \(known)"
                )
            )
        }
        for category in deductible?.byCategory.keys.sorted(by: { "\($0)" < "\($1)" }) ?? [] {
            check(category, at: "/deductible/byCategory/\(category)")
        }
        for (index, row) in benefits.enumerated() {
            switch row.selector {
            case .category(let category): check(category, at: "/benefits/\(index)/category")
            case .services(let services):
                for (position, service) in services.enumerated() where catalog[service] == nil {
                    problems.append(
                        (
                            "/benefits/\(index)/services/\(position)",
                            "\"\(service)\" is not a service of services.csv. Write one of its keys"
                        )
                    )
                }
            case .codes: break
            }
            for category in row.copay?.absorbs.sorted(by: { "\($0)" < "\($1)" }) ?? [] {
                check(category, at: "/benefits/\(index)/copay/absorbs")
            }
        }
        return problems
    }
}
