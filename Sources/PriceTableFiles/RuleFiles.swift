package import CareComplexity
package import CareModel
package import CarePricing

/// Reads the files under `rules/`: billing rules as data, each with its source.
package enum RuleFiles: Sendable {
    private enum RegionsName: String, CaseIterable {
        case label, bands, extraspinal, source
    }

    private enum BandName: String, CaseIterable {
        case fromRegions, toRegions, service
    }

    /// Reads which adjustment stands for how many spinal regions.
    package static func spinalRegions(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> SpinalRegionRule? {
        let findingsBefore = reader.findings.count
        var bands: [SpinalRegionRule.Band] = []
        var extraspinal: ServiceKey?
        reader.object(RegionsName.self, required: RegionsName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .extraspinal: extraspinal = reader.service(of: catalog)
            case .bands:
                reader.list(1...10, of: "bands") { _ in
                    let here = reader.mark()
                    guard let band = band(reader, catalog: catalog) else { return }
                    if bands.contains(where: { $0.regions.overlaps(band.regions) }) {
                        reader.report(
                            here.child("fromRegions"),
                            "overlaps a band before it. Give each number of regions one band"
                        )
                    }
                    bands.append(band)
                }
            }
        }
        reader.end()
        guard let extraspinal, reader.findings.count == findingsBefore else { return nil }
        return SpinalRegionRule(bands: bands, extraspinal: extraspinal)
    }

    private static func band(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> SpinalRegionRule.Band? {
        let here = reader.mark()
        var first: Int?
        var last: Int?
        var service: ServiceKey?
        reader.object(BandName.self, required: BandName.allCases) { name in
            switch name {
            case .fromRegions: first = reader.integer(in: 1...99, of: "regions")
            case .toRegions: last = reader.integer(in: 1...99, of: "regions")
            case .service: service = reader.service(of: catalog)
            }
        }
        guard let first, let last, let service else { return nil }
        guard first <= last else {
            reader.report(
                here.child("toRegions"),
                "is below fromRegions \(first). Write \(first) or more"
            )
            return nil
        }
        return SpinalRegionRule.Band(regions: first...last, service: service)
    }

    private enum YearsName: String, CaseIterable {
        case label, years, source
    }

    /// Reads how long a patient stays established.
    package static func newPatient(_ reader: DocumentReader) -> NewPatientRule? {
        var years: Int?
        reader.object(YearsName.self, required: YearsName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .years: years = reader.integer(in: 1...99, of: "years")
            }
        }
        reader.end()
        return reader.findings.isEmpty ? years.map(NewPatientRule.init(years:)) : nil
    }

    private enum DaysName: String, CaseIterable {
        case label, days, source
    }

    /// Reads a rule that is a number of days, such as how old a verification may be.
    package static func days(_ reader: DocumentReader) -> Int? {
        var days: Int?
        reader.object(DaysName.self, required: DaysName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .days: days = reader.integer(in: 1...366, of: "days")
            }
        }
        reader.end()
        return reader.findings.isEmpty ? days : nil
    }
}

extension RuleFiles {
    private enum InducementsName: String, CaseIterable {
        case label, allowedKinds, source
    }

    /// Reads what federal law allows to patients of its programs.
    package static func inducements(_ reader: DocumentReader) -> InducementRule? {
        var kinds: Set<Offer.Kind> = []
        var source: String?
        reader.object(InducementsName.self, required: InducementsName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .allowedKinds:
                reader.list(0...20, of: "kinds") { _ in
                    if let kind = reader.choice(Offer.Kind.self) { kinds.insert(kind) }
                }
            case .source: source = reader.words()
            }
        }
        reader.end()
        guard let source, reader.findings.isEmpty else { return nil }
        return InducementRule(allowedKinds: kinds, source: source)
    }
}

extension DocumentReader {
    /// Reads the key of a service that the services table lists.
    func service(of catalog: ServiceCatalog) -> ServiceKey? {
        parsed(as: "a service of services.csv") { text in
            ServiceKey(text).flatMap { catalog[$0]?.key }
        }
    }
}
