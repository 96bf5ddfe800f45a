import CareModel
import CarePatterns

extension PatternFiles {
    private enum TwelveMonthsName: String, CaseIterable {
        case label, shares, source, flarePattern, studiedIn, citations
    }

    private enum ShareName: String, CaseIterable {
        case months, share
    }

    /// Reads how often pain comes back.
    ///
    /// - Parameters:
    ///   - reader: The document.
    ///   - patterns: The patterns that could be read.
    ///   - names: What it may name.
    /// - Returns: How often pain comes back.
    static func recurrence(
        _ reader: DocumentReader,
        patterns: [CarePattern],
        _ names: Names
    ) -> Recurrence? {
        let here = reader.mark()
        var points: [Recurrence.Point] = []
        var flare: String?
        var studiedIn: Set<BodyRegion> = []
        var citations: [Citation] = []
        reader.object(TwelveMonthsName.self, required: TwelveMonthsName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .shares:
                reader.list(1...24, of: "shares") { _ in
                    let here = reader.mark()
                    guard let point = readPoint(reader) else { return }
                    if let last = points.last, point.months <= last.months {
                        reader.report(
                            here.child("months"),
                            "is not after the entry before it. Write the months in order"
                        )
                    }
                    if let last = points.last, point.share < last.share {
                        reader.report(
                            here.child("share"),
                            "is below the entry before it. Write a share of \(last.share) or more"
                        )
                    }
                    points.append(point)
                }
            case .flarePattern: flare = reader.reference(to: aPattern, known: names.patterns)
            case .studiedIn: studiedIn = reader.regions()
            case .citations: citations = cited(reader, names)
            }
        }
        reader.end()
        if reader.findings.isEmpty, let last = points.last, last.months != 12 {
            reader.report(
                here.child(path: "shares/\(points.count - 1)/months"),
                "is month \(last.months), and the last share stands for the year. Write 12"
            )
        }
        guard reader.findings.isEmpty, let flare = patterns.first(where: { $0.id == flare })
        else { return nil }
        return Recurrence(
            points: points,
            flare: flare,
            studiedIn: studiedIn,
            citations: citations
        )
    }

    private static func readPoint(_ reader: DocumentReader) -> Recurrence.Point? {
        var months: Int?
        var share: Double?
        reader.object(ShareName.self, required: ShareName.allCases) { name in
            switch name {
            case .months: months = reader.integer(in: 1...12, of: "months")
            case .share: share = reader.probability()
            }
        }
        guard let months, let share else { return nil }
        return Recurrence.Point(months: months, share: share)
    }

    private enum MaintenanceName: String, CaseIterable {
        case id, words, eligibility, benefit, regions, patterns, interval, horizon, review, limit
        case attendance, flares, symptomGuided, flarePattern, grade, citations
    }

    private enum CountName: String, CaseIterable {
        case weeks, weeksLeast, weeksMost, visits, visitsPerMonth, source
    }

    /// Reads the terms of maintenance.
    ///
    /// - Parameters:
    ///   - reader: The document.
    ///   - patterns: The patterns that could be read.
    ///   - names: What it may name.
    /// - Returns: The terms.
    static func maintenance(
        _ reader: DocumentReader,
        patterns: [CarePattern],
        _ names: Names
    ) -> Maintenance? {
        var id: String?
        var texts: [MaintenanceName: LocalizedWords] = [:]
        var regions: Set<BodyRegion> = []
        var recurrent: [String] = []
        var interval: Maintenance.Interval?
        var counts: [MaintenanceName: Int] = [:]
        var attendance: Double?
        var flares: [MaintenanceName: Maintenance.Flares] = [:]
        var flare: String?
        var grade: EvidenceGrade?
        var citations: [Citation] = []
        reader.object(MaintenanceName.self, required: MaintenanceName.allCases) { name in
            switch name {
            case .id:
                id = reader.parsed(as: "a name that no pattern has, such as \"maintenance\"") {
                    PriceTables.isName($0) && !names.patterns.contains($0) ? $0 : nil
                }
            case .words, .eligibility, .benefit:
                texts[name] = BillingRuleFiles.readWords(reader)
            case .regions: regions = reader.regions()
            case .patterns: recurrent = reader.references(to: aPattern, known: names.patterns)
            case .interval: interval = readInterval(reader)
            case .horizon: counts[name] = readCount(.weeks, reader)
            case .review: counts[name] = readCount(.visits, reader)
            case .limit: counts[name] = readCount(.visitsPerMonth, reader)
            case .attendance: attendance = reader.sourced { reader.probability() }
            case .flares, .symptomGuided: flares[name] = readFlares(reader)
            case .flarePattern: flare = reader.reference(to: aPattern, known: names.patterns)
            case .grade: grade = reader.choice(EvidenceGrade.self)
            case .citations: citations = cited(reader, names)
            }
        }
        reader.end()
        guard let id, let words = texts[.words], let eligibility = texts[.eligibility],
            let benefit = texts[.benefit], let interval, let horizon = counts[.horizon],
            let review = counts[.review], let limit = counts[.limit], let attendance,
            let regular = flares[.flares], let symptomGuided = flares[.symptomGuided],
            let grade, reader.findings.isEmpty,
            let flare = patterns.first(where: { $0.id == flare })
        else { return nil }
        return Maintenance(
            id: id,
            words: words,
            eligibility: eligibility,
            benefit: benefit,
            regions: regions,
            patterns: Set(recurrent),
            interval: interval,
            horizonWeeks: horizon,
            reviewVisits: review,
            mostVisitsPerMonth: limit,
            attendance: attendance,
            flares: regular,
            symptomGuided: symptomGuided,
            flare: flare,
            grade: grade,
            citations: citations
        )
    }

    private static func readCount(_ wanted: CountName, _ reader: DocumentReader) -> Int? {
        readCounts([wanted], reader)[wanted]
    }

    /// Reads an object of counts and a source.
    private static func readCounts(
        _ wanted: [CountName],
        _ reader: DocumentReader
    ) -> [CountName: Int] {
        var counts: [CountName: Int] = [:]
        reader.object(CountName.self, required: wanted + [.source]) { name in
            if name == .source {
                _ = reader.words()
            } else if wanted.contains(name) {
                counts[name] = reader.integer(in: 1...366, of: "weeks or visits")
            } else {
                reader.report(reader.mark(), "has no meaning here. Leave it out")
                reader.skip()
            }
        }
        return counts
    }

    private static func readInterval(_ reader: DocumentReader) -> Maintenance.Interval? {
        let here = reader.mark()
        let counts = readCounts([.weeks, .weeksLeast, .weeksMost], reader)
        guard let usual = counts[.weeks], let least = counts[.weeksLeast],
            let most = counts[.weeksMost]
        else { return nil }
        guard least <= usual, usual <= most else {
            reader.report(
                here.child("weeks"),
                "is \(usual), not between weeksLeast \(least) and weeksMost \(most). Check all three"
            )
            return nil
        }
        return Maintenance.Interval(usual: usual, range: least...most)
    }

    private static func readFlares(_ reader: DocumentReader) -> Maintenance.Flares? {
        var most: Int?
        var chance: Double?
        reader.object(FlaresName.self, required: FlaresName.allCases) { name in
            switch name {
            case .most: most = reader.integer(in: 0...12, of: "flares")
            case .chance: chance = reader.probability()
            case .source: _ = reader.words()
            }
        }
        guard let most, let chance else { return nil }
        return Maintenance.Flares(most: most, chance: chance)
    }

    private enum FlaresName: String, CaseIterable {
        case most, chance, source
    }
}
