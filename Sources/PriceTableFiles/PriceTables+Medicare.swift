public import CarePricing

extension PriceTables {
    /// The names of the Medicare releases that the folder holds.
    public var medicareReleaseIDs: [String] {
        entries(of: "medicare").filter { !$0.hasPrefix(".") && !$0.hasSuffix(".json") }
    }

    /// Reads Medicare's fee schedule of a locality.
    ///
    /// - Parameters:
    ///   - locality: The contractor and the locality, such as `01182-18`; absent where only the
    ///     relative values are wanted, and no price.
    ///   - wanted: The releases to read; absent for all of them.
    /// - Returns: The schedule; a release whose index file lacks the locality has no prices.
    /// - Throws: ``PriceTableErrors`` with every finding in the files.
    public mutating func medicare(
        locality: String?,
        releases wanted: [String]? = nil
    ) throws(PriceTableErrors) -> MedicareFeeSchedule {
        let formula = try recall("Medicare's formula") { tables throws(PriceTableErrors) in
            try tables.document("rules/medicare-fee-schedule.json") { MedicareFiles.formula($0) }
        }
        let factors = try recall("conversion factors") { tables throws(PriceTableErrors) in
            try tables.document("medicare/conversion-factors.json") {
                MedicareFiles.conversionFactors($0)
            }
        }
        var releases: [MedicareFeeSchedule.Release] = []
        for id in medicareReleaseIDs where wanted?.contains(id) != false {
            releases.append(try release(id, locality: locality))
        }
        return MedicareFeeSchedule(
            locality: locality ?? "",
            releases: releases,
            conversionFactors: factors,
            formula: formula
        )
    }

    /// The localities that some release has indices for, such as `01182-18`.
    ///
    /// - Returns: The contractors and localities.
    /// - Throws: ``PriceTableErrors`` with every finding in the index files.
    public mutating func medicareLocalities() throws(PriceTableErrors) -> Set<String> {
        var localities: Set<String> = []
        for id in medicareReleaseIDs {
            localities.formUnion(try indices(ofRelease: id).keys)
        }
        return localities
    }

    /// Reads the indices of a release; none where it came without them.
    private mutating func indices(
        ofRelease id: String
    ) throws(PriceTableErrors) -> [String: GeographicIndex] {
        try recall("indices of \(id)") { tables throws(PriceTableErrors) in
            try tables.readIndices(ofRelease: id)
        }
    }

    private mutating func readIndices(
        ofRelease id: String
    ) throws(PriceTableErrors) -> [String: GeographicIndex] {
        let path = "medicare/\(id)/gpci.csv"
        guard let bytes = try bytesIfPresent(of: path) else { return [:] }
        let read = MedicareFiles.indices(bytes, path: path, file: shown(path))
        guard read.findings.isEmpty else { throw PriceTableErrors(read.findings) }
        return read.indices
    }

    private mutating func release(
        _ id: String,
        locality: String?
    ) throws(PriceTableErrors) -> MedicareFeeSchedule.Release {
        let release = try recall("release \(id)") { tables throws(PriceTableErrors) in
            try tables.readRelease(id)
        }
        guard let locality else { return release }
        return release.priced(at: try indices(ofRelease: id)[locality])
    }

    /// Reads a release without the indices of a locality.
    private mutating func readRelease(
        _ id: String
    ) throws(PriceTableErrors) -> MedicareFeeSchedule.Release {
        let folder = "medicare/\(id)"
        let about = try document("\(folder)/source.json") { MedicareFiles.release($0, id: id) }
        let values = MedicareFiles.values(
            try bytes(of: "\(folder)/rvu.csv"),
            path: "\(folder)/rvu.csv",
            file: shown("\(folder)/rvu.csv")
        )
        guard values.findings.isEmpty else { throw PriceTableErrors(values.findings) }
        note(
            TableSource(
                path: "\(folder)/rvu.csv",
                publisher: "\(about.publisher), \(about.release)",
                date: about.retrievedOn
            )
        )
        return MedicareFeeSchedule.Release(
            id: id,
            from: about.from,
            through: about.through,
            index: nil,
            values: values.values
        )
    }
}
