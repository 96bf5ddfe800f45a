import CareModel
import CarePricing
import TestSupport

extension RefusalCase {
    /// The days on which an offer holds, and what it includes.
    static let dayAndContent: [RefusalCase] = [
        RefusalCase(
            "before its first day",
            .notValid(on: .spelled("2026-11-02")),
            offer: promptPay(from: "2026-11-03"),
            not: promptPay(from: "2026-11-02")
        ),
        RefusalCase(
            "after its last day",
            .notValid(on: .spelled("2026-11-02")),
            offer: promptPay(through: "2026-11-01"),
            not: promptPay(through: "2026-11-02")
        ),
        RefusalCase(
            "three visits, and a re-evaluation at the second",
            .beyondCheckpoint(visit: 2),
            offer: package(of: 3),
            patient: .init(visitsToCheckpoint: 2),
            notOf: .init(visitsToCheckpoint: 3)
        ),
        RefusalCase(
            "a package of five for three visits",
            .moreThanNeeded(unused: 2),
            offer: package(of: 5),
            not: package(of: 3)
        ),
        RefusalCase(
            "a package of which nothing is done",
            .nothingIncluded,
            offer: package(of: 3, "massage"),
            not: package(of: 3)
        ),
        RefusalCase(
            "a package of which nothing is done by these visits",
            .nothingIncluded,
            offer: package(of: 3),
            visits: [SelfPayVisit("2026-11-02", ["massage": 35_00])]
        ),
    ]
}
