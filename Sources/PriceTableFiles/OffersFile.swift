package import CareModel
package import CarePricing

/// Reads `clinics/<id>/offers.json`: what a clinic offers to patients who pay without insurance.
package struct OffersFile {
    private enum FileName: String, CaseIterable {
        case stacking, source, offers
    }

    private enum OfferName: String, CaseIterable {
        case id, words, kind, includes, notIncluded, price, discount, fee, feeEveryMonths
        case monthlyFee, validFrom
        case validThrough, who, excludes, refund, expiresAfterDays, povertyLevelLimit
    }

    private enum InclusionName: String, CaseIterable {
        case service, count
    }

    private enum RefundName: String, CaseIterable {
        case paidPricePerUnusedVisit, none
    }

    /// The offers.
    package private(set) var offers: [Offer] = []
    /// Where they come from.
    package private(set) var source = ""

    package init?(_ reader: DocumentReader, catalog: ServiceCatalog, place: SourcePlace) {
        reader.object(FileName.self, required: FileName.allCases) { name in
            switch name {
            case .stacking: reader.refuse("discounts that stack", unless: "false")
            case .source: source = reader.words() ?? ""
            case .offers:
                reader.list(0...100, of: "offers") { index in
                    let mark = reader.mark()
                    let offer = OffersFile.offer(
                        reader,
                        catalog: catalog,
                        place: place.appending("/offers/\(index)")
                    )
                    guard let offer else { return }
                    if offers.contains(where: { $0.id == offer.id }) {
                        reader.report(mark.child("id"), "stands twice. Give each offer its own id")
                    }
                    offers.append(offer)
                }
            }
        }
        reader.end()
        guard reader.findings.isEmpty else { return nil }
    }

    private static func offer(
        _ reader: DocumentReader,
        catalog: ServiceCatalog,
        place: SourcePlace
    ) -> Offer? {
        let here = reader.mark()
        let findingsBefore = reader.findings.count
        var id: String?
        var words: LocalizedWords?
        var kind: Offer.Kind?
        var includes: [Offer.Inclusion] = []
        var notIncluded: [ServiceKey] = []
        var amounts: [OfferName: Money] = [:]
        var discount: Percentage?
        var validFrom: CalendarDate?
        var validThrough: CalendarDate?
        var audiences: Set<Offer.Audience> = []
        var exclusions: Set<Offer.Exclusion> = []
        var refunds = false
        var feeMonths: Int?
        var expires: Int?
        var povertyLevel: Int?
        reader.object(
            OfferName.self,
            required: [.id, .words, .kind, .validFrom, .who, .excludes]
        ) { name in
            switch name {
            case .id: id = reader.words()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .kind: kind = reader.choice(Offer.Kind.self)
            case .includes:
                reader.list(1...50, of: "services") { _ in
                    if let one = inclusion(reader, catalog: catalog) { includes.append(one) }
                }
            case .notIncluded:
                reader.list(0...50, of: "services") { _ in
                    if let service = reader.service(of: catalog) { notIncluded.append(service) }
                }
            case .price, .fee, .monthlyFee: amounts[name] = reader.money()
            case .feeEveryMonths: feeMonths = reader.integer(in: 1...120, of: "months")
            case .discount: discount = reader.percentage()
            case .validFrom: validFrom = reader.date()
            case .validThrough: validThrough = reader.date()
            case .who:
                reader.list(1...10, of: "kinds of patients") { _ in
                    if let one = reader.choice(Offer.Audience.self) { audiences.insert(one) }
                }
            case .excludes:
                reader.list(0...10, of: "exclusions") { _ in
                    if let one = reader.choice(Offer.Exclusion.self) { exclusions.insert(one) }
                }
            case .refund: refunds = reader.choice(RefundName.self) == .paidPricePerUnusedVisit
            case .expiresAfterDays: expires = reader.integer(in: 1...3_660, of: "days")
            case .povertyLevelLimit: povertyLevel = reader.integer(in: 1...2_000, of: "percent")
            }
        }
        guard let id, let words, let kind, let validFrom,
            reader.findings.count == findingsBefore
        else { return nil }
        check(
            kind,
            includes: includes,
            notIncluded: notIncluded,
            amounts: amounts,
            discount: discount,
            reader: reader,
            mark: here
        )
        if let validThrough, validThrough < validFrom {
            reader.report(
                here.child("validThrough"),
                "is \(validThrough), before validFrom \(validFrom). Write a later day"
            )
        }
        guard reader.findings.count == findingsBefore else { return nil }
        let terms: Offer.Terms
        switch (amounts[.price], amounts[.monthlyFee], amounts[.fee], discount) {
        case (let price?, nil, nil, nil) where !includes.isEmpty: terms = .price(price)
        case (nil, let fee?, nil, _): terms = .monthly(fee: fee, discount: discount ?? .zero)
        case (nil, nil, let fee?, let discount?) where feeMonths != nil:
            terms = .fee(fee, everyMonths: feeMonths ?? 12, discount: discount)
        case (nil, nil, nil, let discount?): terms = .discount(discount)
        default:
            reader.report(
                here.child("price"),
                "does not fit the rest. Write price with includes, or monthlyFee, or fee with "
                    + "feeEveryMonths and discount, or discount alone"
            )
            return nil
        }
        if (kind == .hardship) != (povertyLevel != nil) {
            reader.report(
                here.child("povertyLevelLimit"),
                "goes together with the kind hardship. Write both, or neither"
            )
            return nil
        }
        return Offer(
            id: id,
            words: words,
            kind: kind,
            includes: includes,
            notIncluded: notIncluded,
            terms: terms,
            validFrom: validFrom,
            validThrough: validThrough,
            audiences: audiences,
            exclusions: exclusions,
            refundsUnusedVisits: refunds,
            expiresAfterDays: expires,
            povertyLevelLimit: povertyLevel,
            place: place
        )
    }

    /// An offer must have the terms that its kind means, or it would be something else, or free.
    private static func check(
        _ kind: Offer.Kind,
        includes: [Offer.Inclusion],
        notIncluded: [ServiceKey],
        amounts: [OfferName: Money],
        discount: Percentage?,
        reader: DocumentReader,
        mark: DocumentReader.Mark
    ) {
        let needed: OfferName
        let mayInclude: Bool
        switch kind {
        case .introductory, .package: (needed, mayInclude) = (.price, true)
        case .membership: (needed, mayInclude) = (.monthlyFee, true)
        case .discountPlan: (needed, mayInclude) = (.fee, false)
        case .promptPay, .household, .hardship: (needed, mayInclude) = (.discount, false)
        }
        let isThere = needed == .discount ? discount != nil : amounts[needed] != nil
        if !isThere {
            reader.report(
                mark.child(needed.rawValue),
                "is missing, and it is what a \(kind.rawValue) costs. Write it"
            )
        }
        for (name, amount) in amounts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where name != needed || amount == .zero {
            reader.report(
                mark.child(name.rawValue),
                name == needed
                    ? "is 0.00. Write what the offer costs"
                    : "does not go with the kind \(kind.rawValue). Leave it out"
            )
        }
        if let discount, discount == .zero || discount == .whole {
            reader.report(
                mark.child("discount"),
                "is \(discount.decimalText), nothing or all of the price. Write a fraction between"
            )
        }
        if !mayInclude, !includes.isEmpty {
            reader.report(
                mark.child("includes"),
                "does not go with the kind \(kind.rawValue). Leave it out"
            )
        }
        let included = includes.map(\.service)
        if Set(included).count < included.count {
            reader.report(mark.child("includes"), "names a service twice. Add up its count")
        }
        if !Set(included).isDisjoint(with: notIncluded) {
            reader.report(
                mark.child("notIncluded"),
                "names a service that is included. Leave it out of one of the two"
            )
        }
    }

    private static func inclusion(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> Offer.Inclusion? {
        var service: ServiceKey?
        var count: Int?
        reader.object(InclusionName.self, required: InclusionName.allCases) { name in
            switch name {
            case .service: service = reader.service(of: catalog)
            case .count: count = reader.integer(in: 1...366, of: "units")
            }
        }
        guard let service, let count else { return nil }
        return Offer.Inclusion(service: service, count: count)
    }
}
