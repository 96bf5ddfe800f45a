import CareComplexity
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

extension RequestReader {
    private enum VisitName: String, CaseIterable {
        case date, kind, careType, session, services
    }

    mutating func readVisits() -> [RequestedVisit] {
        var visits: [RequestedVisit] = []
        reader.list(1...DocumentLimits.visits, of: "visits") { index in
            let here = reader.mark()
            let place = SourcePlace(file: "", pointer: here.pointer)
            var date: CalendarDate?
            var kind: VisitKind?
            var careType = CareType.active
            var contents: [RequestedVisit.Contents] = []
            let findingsBefore = reader.findings.count
            reader.object(VisitName.self, required: [.date]) { name in
                switch name {
                case .date: date = reader.date()
                case .kind: kind = reader.choice(VisitKind.self)
                case .careType: careType = reader.choice(CareType.self) ?? .active
                case .session: contents.append(.session(readSession()))
                case .services: contents.append(.services(readServices()))
                }
            }
            guard contents.count == 1, let only = contents.first else {
                // An element that is no object was told already.
                guard reader.findings.count == findingsBefore else { return }
                let count = contents.isEmpty ? "neither" : "both"
                return reader.report(
                    here.child("services"),
                    "and session: \(count) stand here. Write one of the two"
                )
            }
            guard let date else { return }
            visits.append(
                RequestedVisit(
                    date: date,
                    kind: kind,
                    careType: careType,
                    contents: only,
                    place: place
                )
            )
        }
        return visits
    }

    private enum SessionName: String, CaseIterable {
        case spinalRegions, extraspinal, technique, timed, other
    }

    func readSession() -> Session {
        var regions: Int?
        var isExtraspinal = false
        var technique = Session.Technique.manipulation
        var timed: [TimedService] = []
        var other: [ServiceKey] = []
        reader.object(SessionName.self) { name in
            switch name {
            case .spinalRegions: regions = reader.integer(in: 1...5, of: "spinal regions")
            case .extraspinal: isExtraspinal = reader.boolean() ?? false
            case .technique:
                technique = reader.choice(Session.Technique.self) ?? .manipulation
            case .timed:
                reader.list(0...20, of: "timed services") { _ in
                    let here = reader.mark()
                    guard let minutes = readTimed() else { return }
                    if timed.contains(where: { $0.service == minutes.service }) {
                        reader.report(
                            here.child("service"),
                            "stands twice. Add up the minutes of \(minutes.service)"
                        )
                    }
                    timed.append(minutes)
                }
            case .other:
                reader.list(0...20, of: "services") { _ in
                    if let service = readOther() { other.append(service) }
                }
            }
        }
        return Session(
            spinalRegions: regions,
            isExtraspinal: isExtraspinal,
            technique: technique,
            timed: timed,
            other: other
        )
    }

    /// A service of a session that is not counted in minutes: one that is needs them for its units.
    private func readOther() -> ServiceKey? {
        let here = reader.mark()
        let service = reader.parsed(as: "a service of services.csv") { text in
            ServiceKey(text).flatMap { catalog[$0] }
        }
        guard let service else { return nil }
        guard service.unit != .minutes15 else {
            reader.report(
                here,
                "is counted in units of 15 minutes. Write it under timed, with its minutes"
            )
            return nil
        }
        return service.key
    }

    private enum TimedName: String, CaseIterable {
        case service, minutes
    }

    private func readTimed() -> TimedService? {
        var service: ServiceKey?
        var minutes: Int?
        reader.object(TimedName.self, required: TimedName.allCases) { name in
            switch name {
            case .service:
                let what = "a service that is counted in units of 15 minutes"
                service = reader.parsed(as: what) { text in
                    let listed = ServiceKey(text).flatMap { catalog[$0] }
                    return listed?.unit == .minutes15 ? listed?.key : nil
                }
            case .minutes: minutes = reader.integer(in: 1...480, of: "minutes")
            }
        }
        guard let service, let minutes else { return nil }
        return TimedService(service: service, minutes: minutes)
    }

    private enum ServiceName: String, CaseIterable {
        case service, code, units, modifiers, category, charge, allowed, selfPay
        case secondaryAllowed
    }

    private mutating func readServices() -> [ServiceLine] {
        var lines: [ServiceLine] = []
        reader.list(1...DocumentLimits.servicesInVisit, of: "services") { _ in
            if let line = readService() { lines.append(line) }
        }
        return lines
    }

    private mutating func readService() -> ServiceLine? {
        let here = reader.mark()
        let findingsBefore = reader.findings.count
        var listed: Service?
        var code: ProcedureCode?
        var category: ServiceCategory?
        var categoryMark: DocumentReader.Mark?
        var units = 1
        var modifiers: [Modifier] = []
        var charge: Money?
        var allowed: Money?
        var selfPay: Money?
        var secondaryAllowed: Money?
        reader.object(ServiceName.self) { name in
            switch name {
            case .service:
                listed = reader.parsed(as: "a service of services.csv (carequote services)") {
                    ServiceKey($0).flatMap { catalog[$0] }
                }
            case .code:
                code = reader.parsed(as: "a procedure code such as \"98941\"") {
                    ProcedureCode($0)
                }
            case .category:
                categoryMark = reader.mark()
                category = reader.parsed(as: "a category such as \"chiropractic\"") {
                    ServiceCategory($0)
                }
            case .units:
                units = reader.integer(in: 1...DocumentLimits.units, of: "units") ?? 1
            case .modifiers:
                reader.list(0...4, of: "modifiers") { _ in
                    let mark = reader.mark()
                    let modifier = reader.parsed(as: "a modifier such as \"AT\"") { Modifier($0) }
                    guard let modifier else { return }
                    modifiers.append(modifier)
                    statedModifiers.append((modifier, mark))
                }
            case .charge: charge = reader.money()
            case .allowed: allowed = reader.money()
            case .selfPay: selfPay = reader.money()
            case .secondaryAllowed: secondaryAllowed = reader.money()
            }
        }
        guard reader.findings.count == findingsBefore else { return nil }
        guard listed != nil || code != nil else {
            reader.report(
                here.child("service"),
                "is missing. Write a key of services.csv, or a procedure code under code"
            )
            return nil
        }
        if let listed, let code, listed.code != code {
            reader.report(
                here.child("code"),
                "is \"\(code)\", and \(listed.key) has "
                    + "\(listed.code.map { "\"\($0)\"" } ?? "no code"). Write one of the two"
            )
            return nil
        }
        let service = listed ?? code.flatMap { catalog[$0] }
        guard let lineCategory = category ?? service?.category else {
            reader.report(
                here.child("category"),
                "is missing, and services.csv does not list "
                    + "\(code.map { "\"\($0)\"" } ?? "the code"). "
                    + "Write one of: \(catalog.categories.map(\.description).joined(separator: ", "))"
            )
            return nil
        }
        if let categoryMark, !catalog.categories.contains(lineCategory),
            strayCategories[lineCategory] == nil
        {
            strayCategories[lineCategory] = categoryMark
        }
        return ServiceLine(
            service: service?.key,
            code: code ?? service?.code,
            category: lineCategory,
            units: units,
            modifiers: modifiers,
            hasStatedModifiers: !modifiers.isEmpty,
            stated: ServiceLine.StatedAmounts(
                charge: charge,
                allowed: allowed,
                selfPay: selfPay,
                secondaryAllowed: secondaryAllowed
            ),
            place: SourcePlace(file: "", pointer: here.pointer)
        )
    }
}
