extension BrokenTable {
    private static let offers = "clinics/harbor-spine/offers.json"

    /// Offers that would be something else than their kind, or free.
    static let wrongOffers = [
        BrokenTable(
            "a package without a price",
            offers,
            .replace("\"price\": \"331.50\",", ""),
            row: 16,
            at: "/offers/1/price",
            "is missing, and it is what a package costs"
        ),
        BrokenTable(
            "a membership without its fee",
            offers,
            .replace("\"monthlyFee\": \"99.00\", ", ""),
            row: 27,
            at: "/offers/2/monthlyFee",
            "is missing, and it is what a membership costs"
        ),
        BrokenTable(
            "a discount plan without its fee",
            offers,
            .replace("\"fee\": \"49.00\", ", ""),
            row: 64,
            at: "/offers/6/fee",
            "is missing, and it is what a discountPlan costs"
        ),
        BrokenTable(
            "a discount of everything",
            offers,
            .replace("\"discount\": \"0.05\"", "\"discount\": \"1\""),
            row: 37,
            at: "/offers/3/discount",
            "is 1.00, nothing or all of the price"
        ),
        BrokenTable(
            "a package for nothing",
            offers,
            .replace("\"331.50\"", "\"0\""),
            row: 16,
            at: "/offers/1/price",
            "is 0.00. Write what the offer costs"
        ),
        BrokenTable(
            "an end before the beginning of an offer",
            offers,
            .replace("\"validThrough\": \"2027-06-30\"", "\"validThrough\": \"2025-06-30\""),
            row: 5,
            at: "/offers/0/validThrough",
            "is 2025-06-30, before validFrom 2026-01-01"
        ),
        BrokenTable(
            "a service that is included and left out",
            offers,
            .replace("\"xray-low-back-2-3\"", "\"adjust-spine-3-4\""),
            row: 5,
            at: "/offers/0/notIncluded",
            "names a service that is included"
        ),
        BrokenTable(
            "hardship without an income",
            offers,
            .replace(", \"povertyLevelLimit\": 200", ""),
            row: 55,
            at: "/offers/5/povertyLevelLimit",
            "goes together with the kind hardship"
        ),
        BrokenTable(
            "discounts that stack",
            offers,
            .replace("\"stacking\": false", "\"stacking\": true"),
            row: 2,
            at: "/stacking",
            "asks for discounts that stack"
        ),
        BrokenTable(
            "a payer of a schedule that is not there",
            "rules/payers.json",
            .replace("\"bluebird-2026\"", "\"bluebird-2O26\""),
            "\"bluebird-2O26\" is not a schedule of the tables"
        ),
    ]
}
