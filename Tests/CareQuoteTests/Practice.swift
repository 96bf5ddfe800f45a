import CareQuote
import Testing

/// A small practice for a test: four services, their prices, and a schedule of rates.
///
/// The contracted adjustment costs 27.00 to 2026-06-30 and 28.00 from 2026-07-01 to 2026-12-31, as
/// in the tables' `bluebird-2026`; the other rates are open.
struct Practice {
    let exam: ServiceKey
    let reExam: ServiceKey
    let adjustment: ServiceKey
    let exercise: ServiceKey
    let catalog: ServiceCatalog
    let estimator: Estimator

    init() throws {
        let exam = try #require(ServiceKey("exam-new"))
        let reExam = try #require(ServiceKey("exam-established"))
        let adjustment = try #require(ServiceKey("adjust-spine-3-4"))
        let exercise = try #require(ServiceKey("therapeutic-exercise"))
        let services = try [
            (exam, "99203", "officeVisit"), (reExam, "99213", "officeVisit"),
            (adjustment, "98941", "chiropractic"), (exercise, "97110", "physicalMedicine"),
        ]
        .map { key, code, category in
            Service(
                key: key,
                code: ProcedureCode(code),
                category: try #require(ServiceCategory(category)),
                unit: .once,
                serviceType: "33",
                words: LocalizedWords(english: "\(key)", spanish: "\(key)")
            )
        }
        let sessions = SessionTable(
            newPatientExams: [.standard: exam],
            establishedExams: [.standard: reExam],
            reEvaluationExams: [.standard: reExam],
            contents: [
                .new: SessionTable.Contents(exam: .standard, hasTreatment: true),
                .followUp: SessionTable.Contents(exam: nil, hasTreatment: true),
                .reEvaluation: SessionTable.Contents(exam: .standard, hasTreatment: true),
            ]
        )
        let open = [
            PriceSpan(service: exam), PriceSpan(service: reExam), PriceSpan(service: adjustment),
            PriceSpan(service: exercise),
        ]
        let clinic = Clinic(
            id: "clinic",
            name: "Clinic",
            state: "CA",
            medicareLocality: "01182-18",
            openWeekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
            closedDays: [],
            charges: try FeeSchedule("charges.csv", zip(open, [150_00, 85_00, 72_00, 55_00])),
            selfPay: try FeeSchedule("self-pay.csv", zip(open, [125_00, 70_00, 60_00, 40_00])),
            sessions: sessions
        )
        let rates = [
            PriceSpan(service: exam), PriceSpan(service: reExam),
            PriceSpan(service: adjustment, through: "2026-06-30"),
            PriceSpan(service: adjustment, from: "2026-07-01", through: "2026-12-31"),
            PriceSpan(service: exercise),
        ]
        catalog = ServiceCatalog(services: services)
        estimator = Estimator(
            catalog: catalog,
            clinic: clinic,
            schedules: [
                "rates": try FeeSchedule(
                    "rates.csv",
                    zip(rates, [71_00, 41_00, 27_00, 28_00, 22_50])
                )
            ],
            rules: Estimator.Rules(
                spinalRegions: SpinalRegionRule(
                    bands: [SpinalRegionRule.Band(regions: 3...4, service: adjustment)],
                    extraspinal: exercise
                ),
                newPatient: NewPatientRule(years: 3),
                payers: ["rates", nil].map { schedule in
                    PayerRule(
                        schedule: schedule,
                        timedUnits: TimedUnitRule(
                            id: "midpoint",
                            unitMinutes: 15,
                            minimumMinutes: 8,
                            isPooled: false
                        ),
                        reducesProcedures: false
                    )
                },
                verificationDays: 7,
                validityDays: 30
            )
        )
        self.exam = exam
        self.reExam = reExam
        self.adjustment = adjustment
        self.exercise = exercise
    }

    /// A visit of some services.
    func visit(
        _ date: String,
        _ services: ServiceKey...,
        stated: ServiceLine.StatedAmounts = ServiceLine.StatedAmounts(),
        kind: VisitKind? = nil
    ) throws -> RequestedVisit {
        let lines = try services.map { key in
            let service = try #require(catalog[key])
            return ServiceLine(
                service: key,
                code: service.code,
                category: service.category,
                stated: stated,
                place: SourcePlace(file: "", pointer: "/line")
            )
        }
        return RequestedVisit(
            date: try #require(CalendarDate(isoText: date)),
            kind: kind,
            contents: .services(lines),
            place: SourcePlace(file: "", pointer: "/visit")
        )
    }

    /// A visit of a session of three regions.
    func session(
        _ date: String,
        regions: Int = 3,
        kind: VisitKind? = nil
    ) throws -> RequestedVisit {
        RequestedVisit(
            date: try #require(CalendarDate(isoText: date)),
            kind: kind,
            contents: .session(Session(spinalRegions: regions)),
            place: SourcePlace(file: "", pointer: "/visit")
        )
    }
}

/// A service and the days of a price.
struct PriceSpan {
    let service: ServiceKey
    var from = "2020-01-01"
    var through: String?
}

extension FeeSchedule {
    init(_ file: String, _ prices: some Sequence<(PriceSpan, Int)>) throws {
        let rows = try prices.enumerated().map { index, price in
            PriceRow(
                service: price.0.service,
                amount: Money(cents: price.1),
                from: try #require(CalendarDate(isoText: price.0.from)),
                through: price.0.through.flatMap { CalendarDate(isoText: $0) },
                place: SourcePlace(file: file, row: index + 2)
            )
        }
        self.init(id: file, file: file, rows: rows)
    }
}
