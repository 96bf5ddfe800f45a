extension BrokenTable {
    private static let bluebird = "schedules/bluebird-2026.csv"
    private static let acme = "schedules/acme-ppo-2026.csv"
    private static let charges = "clinics/harbor-spine/charges.csv"
    private static let selfPay = "clinics/harbor-spine/self-pay.csv"

    /// Mistakes in files of prices.
    ///
    /// In `bluebird-2026.csv` the adjustments of 1-2, 3-4 and 5
    /// regions stand in rows 11 to 16, two rows each: to June 30, and from July 1.
    static let prices = [
        BrokenTable(
            "a service that is not in services.csv",
            bluebird,
            .replace("adjust-spine-5,,32.00", "adjust-spine-6,,32.00"),
            row: 15,
            at: "service",
            "'adjust-spine-6' is not a service of services.csv"
        ),
        BrokenTable(
            "a modifier in small letters",
            bluebird,
            .replace("adjust-spine-5,,32.00", "adjust-spine-5,gp,32.00"),
            row: 15,
            at: "modifier",
            "'gp' is not a modifier such as GP, or nothing"
        ),
        BrokenTable(
            "a letter O in an amount",
            bluebird,
            .replace("107.10", "1O7.10"),
            row: 4,
            at: "amount_usd",
            "'1O7.10' is not a dollar amount. Write digits and at most two decimals, such as 118.40"
        ),
        BrokenTable(
            "three decimals",
            bluebird,
            .replace("107.10", "107.105"),
            row: 4,
            at: "amount_usd",
            "'107.105' is not a dollar amount"
        ),
        BrokenTable(
            "an amount below zero",
            charges,
            .replace("exam-new-brief,,110.00", "exam-new-brief,,-110.00"),
            row: 2,
            at: "amount_usd",
            "'-110.00' is not a dollar amount"
        ),
        BrokenTable(
            "an amount above 9,999,999.99",
            charges,
            .replace("exam-new-brief,,110.00", "exam-new-brief,,10000000.00"),
            row: 2,
            at: "amount_usd",
            "'10000000.00' is not a dollar amount"
        ),
        BrokenTable(
            "no amount",
            bluebird,
            .replace("107.10", ""),
            row: 4,
            at: "amount_usd",
            "'' is not a dollar amount"
        ),
        BrokenTable(
            "a reduced price that is no amount",
            acme,
            .replace("23.08", "half"),
            row: 15,
            at: "reduced_usd",
            "'half' is not a dollar amount"
        ),
        BrokenTable(
            "a reduced price above the price",
            acme,
            .replace("30.20,23.08", "30.20,33.08"),
            row: 15,
            at: "reduced_usd",
            "'33.08' is above the amount 30.20"
        ),
        BrokenTable(
            "the thirtieth of February",
            bluebird,
            .replace("107.10,,2026-01-01", "107.10,,2026-02-30"),
            row: 4,
            at: "effective_from",
            "'2026-02-30' is not a day of the calendar"
        ),
        BrokenTable(
            "no first day",
            bluebird,
            .replace("107.10,,2026-01-01", "107.10,,"),
            row: 4,
            at: "effective_from",
            "'' is not a day of the calendar"
        ),
        BrokenTable(
            "a thirteenth month",
            bluebird,
            .replace("107.10,,2026-01-01,2026-12-31", "107.10,,2026-01-01,2026-13-31"),
            row: 4,
            at: "effective_to",
            "'2026-13-31' is not a day of the calendar"
        ),
        BrokenTable(
            "an end before the beginning",
            bluebird,
            .replace("107.10,,2026-01-01,2026-12-31", "107.10,,2026-01-01,2025-12-31"),
            row: 4,
            at: "effective_to",
            "'2025-12-31' lies before effective_from 2026-01-01"
        ),
        BrokenTable(
            "two prices on one day",
            bluebird,
            .replace("23.00,,2026-01-01,2026-06-30", "23.00,,2026-01-01,2026-07-01"),
            row: 12,
            at: "effective_from",
            "'2026-07-01' overlaps row 11, which also prices adjust-spine-1-2 then"
        ),
        BrokenTable(
            "an open price before another",
            bluebird,
            .replace("23.00,,2026-01-01,2026-06-30", "23.00,,2026-01-01,"),
            row: 12,
            at: "effective_from",
            "'2026-07-01' overlaps row 11"
        ),
        BrokenTable(
            "columns in another order",
            charges,
            .replace("service,modifier,amount_usd", "modifier,service,amount_usd"),
            row: 1,
            "Write 'service,modifier,amount_usd,reduced_usd,effective_from,effective_to'"
        ),
        BrokenTable(
            "a cell too few",
            bluebird,
            .replace("exam-new-detailed,,", "exam-new-detailed,"),
            row: 4,
            "has 5 cells. Write 6"
        ),
        BrokenTable(
            "a self-pay price above the charge",
            selfPay,
            .replace("adjust-spine-5,,80.00", "adjust-spine-5,,100.01"),
            row: 13,
            at: "amount_usd",
            "'100.01' is above the charge 100.00 (\(charges):13)"
        ),
        BrokenTable(
            "a self-pay price without a charge",
            charges,
            .replace("records-copy,,6.50,,2026-01-01,\n", ""),
            row: 60,
            at: "service",
            "'records-copy' has no charge in those days. Add its row to charges.csv",
            found: selfPay
        ),
        BrokenTable("no charges", charges, .delete, "cannot be read"),
        BrokenTable("no self-pay prices", selfPay, .delete, "cannot be read"),
        BrokenTable(
            "no rates, though six plans name the schedule",
            bluebird,
            .delete,
            "cannot be read",
            count: 8
        ),
        BrokenTable(
            "a plan that names a schedule without rates",
            bluebird,
            .delete,
            at: "/feeSchedule",
            "\"bluebird-2026\" is not a schedule of the tables. Write one of: acme-ppo-2026",
            found: "plans/bluebird-hmo-30.json",
            count: 8
        ),
    ]
}
