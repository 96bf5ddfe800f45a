import FeeScheduleProof
import Testing

@Suite("A channel")
struct FeeChannelTableTests {
    private static let all: [String] = [
        "services.csv", "rules/payers.json", "schedules/acme.csv", "schedules/acme-ppo-2026.csv",
        "schedules/acme-ppo-2026.json", "schedules/acmeville-2026.csv", "schedules/bluebird.csv",
        "plans/acme-ppo-1500.json", "plans/bluebird-hmo-30.json", "clinics/harbor/charges.csv",
        "clinics/harbor-spine/offers.json", "clinics/harborside/offers.json",
        "clinics/cove-spine/clinic.json", "clinics/acme/charges.csv",
    ]

    private func named(by group: String, _ payer: String) throws -> [String] {
        let channel = try #require(FeeChannel(group: group, payer: payer, state: "CA"))
        return try FeeChannelTableTests.all.filter {
            channel.mayName(try #require(TableFileName($0)))
        }
    }

    @Test("for one payer names that payer's schedules and plans alone")
    func onePayer() throws {
        #expect(
            try named(by: "harbor", "acme") == [
                "schedules/acme.csv", "schedules/acme-ppo-2026.csv", "schedules/acme-ppo-2026.json",
                "plans/acme-ppo-1500.json",
            ]
        )
    }

    @Test("for all payers names every table but those of other groups' clinics")
    func allPayers() throws {
        let foreign = [
            "clinics/harborside/offers.json", "clinics/cove-spine/clinic.json",
            "clinics/acme/charges.csv",
        ]
        #expect(
            try named(by: "harbor", "all")
                == FeeChannelTableTests.all.filter { !foreign.contains($0) }
        )
    }
}
