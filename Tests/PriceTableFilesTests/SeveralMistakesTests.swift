import PriceTableFiles
import Testing

/// Cases that an earlier version got wrong.
@Suite("Price tables that hold several mistakes")
struct SeveralMistakesTests {
    private func errors(_ edits: [(String, Edit)]) throws -> [String] {
        try TableFolder.withCopy { folder in
            for (file, edit) in edits { try folder.apply(edit, to: file) }
            return folder.check().errors.map { error in
                String(error.description.dropFirst(folder.root.count + 1))
            }
        }
    }

    @Test("a wrong schedule file does not hide its rates")
    func scheduleHidesRates() throws {
        let errors = try errors([
            ("schedules/acme-ppo-2026.json", .replace("\"retrievedOn\"", "\"retrieved\"")),
            ("schedules/acme-ppo-2026.csv", .replace("54.80", "5A.80")),
        ])

        #expect(errors.contains { $0.hasPrefix("schedules/acme-ppo-2026.csv:13: amount_usd") })
    }

    @Test("a wrong rule does not hide another")
    func ruleHidesRule() throws {
        let errors = try errors([
            ("rules/spinal-regions.json", .replace("\"adjust-extraspinal\"", "\"x\"")),
            ("rules/new-patient.json", .replace("\"years\": 3", "\"years\": 0")),
        ])

        #expect(errors.contains { $0.hasPrefix("rules/new-patient.json:3: /years") })
    }

    @Test("a wrong figure is told once and does not hide a wrong plan")
    func figureHidesPlan() throws {
        let errors = try errors([
            ("parameters/hsa-minimum-deductible-self.json", .replace("\"1600.00\"", "1600.5")),
            ("plans/acme-ppo-1500.json", .replace("\"planType\": \"PPO\"", "\"planType\": \"x\"")),
        ])

        #expect(errors.filter { $0.hasPrefix("parameters/") }.count == 1)
        #expect(errors.contains { $0.hasPrefix("plans/acme-ppo-1500.json:5: /planType") })
    }

    @Test("a wrong services table does not hide wrong clinics")
    func servicesHideAll() throws {
        let errors = try errors([
            ("services.csv", .replace("98941", "9894")),
            ("clinics/harbor-spine/clinic.json", .replace("\"CA\"", "\"ca\"")),
        ])

        #expect(errors.contains { $0.hasPrefix("clinics/harbor-spine/clinic.json:7: /state") })
    }

    @Test("a wrong row does not hide a wrong header")
    func rowHidesHeader() throws {
        let errors = try errors([
            ("schedules/acme-ppo-2026.csv", .replace("service,modifier", "service,modifiers")),
            ("schedules/acme-ppo-2026.csv", .replace("54.80", "\t54.80")),
        ])

        #expect(errors.contains { $0.hasPrefix("schedules/acme-ppo-2026.csv:1: ") })
    }

    @Test("a basis out of network has to be a schedule of the tables")
    func unknownBasis() throws {
        let errors = try errors([
            (
                "plans/acme-ppo-1500.json",
                .replace(
                    "\"category\": \"xray\", \"coinsurance\": \"0.20\"",
                    "\"category\": \"xray\", \"coinsurance\": \"0.20\", \"network\": \"both\", "
                        + "\"outOfNetworkAllowed\": \"no-such-schedule\""
                )
            )
        ])

        #expect(errors.contains { $0.contains("/benefits/3/outOfNetworkAllowed") })
    }

    @Test("the default basis of a limit may be written, as in the plan of insurance.md")
    func defaultBasis() throws {
        let (_, reader) = try PlanText(
            limits: #"[{"id": "v", "unit": "visits", "maximum": 20, "basis": "planPaid"}]"#
        ).read()

        #expect(reader.findings.map(\.description) == [])
    }

    @Test("an HSA-compatible family plan needs no deductible for one person")
    func familyDeductibleAlone() throws {
        // insurance.md: "with family coverage: a family deductible, or an embedded individual
        // one, below the family minimum"; here there is no individual one.
        let (_, reader) = try PlanText(
            more: #", "hsaCompatible": true"#,
            deductible: #"{"family": "3400.00", "familyCoverage": true}"#,
            maximum: #"{"family": "17000.00"}"#,
            benefits: #"[{"category": "chiropractic", "coinsurance": "0.10"}]"#
        ).read()

        #expect(reader.findings.map(\.description) == [])
    }

    @Test("a contract year from February 29 is told once")
    func leapDay() throws {
        let (_, reader) = try PlanText(
            more: #", "benefitPeriod": {"kind": "contractYear", "start": "02-29"}"#
        ).read()

        #expect(reader.findings.first?.pointer == "/benefitPeriod/start")
        #expect(reader.findings.count == 1)
    }

    @Test("a copay that cannot be read is no missing coinsurance")
    func wrongCopay() throws {
        let (_, reader) = try PlanText(
            benefits: #"[{"category": "chiropractic", "copay": {"amount": "$30"}}]"#
        ).read()

        #expect(reader.findings.map(\.pointer) == ["/benefits/0/copay/amount"])
    }
}
