import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import SignedLists
import TestSupport
import Testing

@Suite("A held candidate")
struct HeldCandidateTests {
    private static let url = "https://acme.test/ppo.csv"

    /// A desk where version 1 is installed and version 1,500 waits, because of the jump.
    private func desk() throws -> (desk: RefreshDesk, first: [UInt8], candidate: String) {
        let desk = try RefreshDesk()
        let first = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        try desk.runAndApprove()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: first)
        #expect(try desk.run().exit == .held)
        return (desk, first, try #require(try desk.held().first))
    }

    /// A desk where a single list that nobody pinned waits.
    private func deskWithList(_ terms: (RefreshDesk) throws -> RefreshTerms) throws -> RefreshDesk {
        let desk = try RefreshDesk()
        desk.web.serve(try RefreshDesk.list("46.20"), at: HeldCandidateTests.url)
        #expect(try desk.run(try terms(desk)).exit == .held)
        return desk
    }

    private func approve(
        _ id: String,
        at desk: RefreshDesk,
        _ terms: RefreshTerms? = nil
    ) throws -> RunReport {
        try desk.with(terms) { run, store in run.approve(id, reason: "by phone", in: store) }
    }

    // MARK: Damaged

    @Test(
        "that is damaged is not approved, is told, and may be rejected and held anew",
        arguments: ["held.json", "snapshot.json", "tables/schedules/acme-ppo-2026.csv"]
    )
    func damaged(_ file: String) throws {
        let (desk, _, id) = try desk()
        let path = "\(desk.path)/held/\(id)/\(file)"
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        bytes.removeLast(bytes.count / 2)
        try Data(bytes).write(to: URL(filePath: path))

        let refused = try approve(id, at: desk)
        #expect(refused.exit == .storeFailed)
        #expect(refused.lines.first?.hasSuffix("; reject it and run again") == true)
        let status = try StoreStatus(
            try StoreView(path: desk.path),
            sources: try desk.terms().sources,
            now: desk.web.now
        )
        #expect(status.warnings.first?.hasPrefix("candidate \(id.prefix(12)): ") == true)
        let verified = try StoreVerification(
            try StoreView(path: desk.path),
            sources: try desk.terms().sources,
            released: .spelled("2026-11-26T00:00:00Z"),
            now: desk.web.now
        )
        let advice = "; reject it, and the next run asks for the list anew"
        #expect(verified.findings.first?.hasPrefix("candidate \(id.prefix(12)): ") == true)
        #expect(verified.findings.first?.hasSuffix(advice) == true)

        let rejected = try desk.with { run, store in
            run.reject(id, reason: "damaged", in: store)
        }
        #expect(rejected.exit == .done)
        #expect(rejected.lines == ["removed the damaged candidate \(id.prefix(12))"])
        #expect(try desk.held() == [])
        // What was damaged was no judgement on the list: it waits again, under the same name.
        #expect(try desk.run().exit == .held)
        #expect(try desk.held() == [id])
        #expect(try approve(id, at: desk).exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("that is damaged in one letter of its words is told and not approved")
    func words() throws {
        let (desk, _, id) = try desk()
        let path = "\(desk.path)/held/\(id)/held.json"
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        // The jump of the version is the reason that a person reads.
        let changed = text.replacing("1500", with: "1501").replacing("1,500", with: "1,501")
        #expect(changed != text)
        try Data(changed.utf8).write(to: URL(filePath: path))

        let verified = try StoreVerification(
            try StoreView(path: desk.path),
            sources: try desk.terms().sources,
            released: .spelled("2026-11-26T00:00:00Z"),
            now: desk.web.now
        )
        let words = "held.json does not have the SHA-256 of its words"
        #expect(verified.findings.contains { $0.contains(words) }, "\(verified.findings)")
        let refused = try approve(id, at: desk)
        #expect(refused.exit == .storeFailed)
        #expect(try desk.run().exit == .held)
        #expect(try approve(id, at: desk).exit == .done)
    }

    @Test("that is damaged is replaced where the same list is offered again")
    func replaced() throws {
        let (desk, _, id) = try desk()
        let file = "\(desk.path)/held/\(id)/tables/\(RefreshDesk.schedule)"
        try Data([0x20]).write(to: URL(filePath: file))
        #expect(try desk.run().exit == .held)
        #expect(try desk.held() == [id])
        #expect(try approve(id, at: desk).exit == .done)
    }

    // MARK: Stale

    @Test("is not approved once another list is installed than it was compared with, and goes")
    func stale() throws {
        let (desk, first, id) = try desk()
        _ = try desk.publish(try RefreshDesk.list("45.50"), version: 2, previous: first)
        #expect(try desk.run().exit == .done)

        let refused = try approve(id, at: desk)
        #expect(refused.exit == .held)
        #expect(
            refused.lines == [
                "harbor: the candidate was compared with another list than the one that is "
                    + "installed now; run carequote-refresh run, and look again"
            ]
        )
        #expect(try desk.installed() == RefreshDesk.list("45.50"))
        #expect(try desk.run().exit == .done)
        #expect(try desk.held() == [])
    }

    @Test("is rejected although it is stale, and is not held again on the new base")
    func staleRejected() throws {
        let (desk, first, id) = try desk()
        let second = try desk.publish(try RefreshDesk.list("45.50"), version: 2, previous: first)
        #expect(try desk.run().exit == .done)
        let rejected = try desk.with { run, store in
            run.reject(id, reason: "of last year", in: store)
        }
        #expect(rejected.exit == .done)
        #expect(try desk.held() == [])
        // The very list that was rejected, which follows version 1.
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: first)
        let barred = try desk.run()
        #expect(barred.exit == .done)
        let words = "was rejected on 2026-11-27 (of last year)"
        #expect(barred.lines.contains { $0.contains(words) }, "\(barred.lines)")
        // Another one of the same version is not that list.
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: second)
        #expect(try desk.run().exit == .held)
    }

    @Test("is not approved after its key was revoked")
    func keyRevoked() throws {
        let (desk, _, id) = try desk()
        try desk.trust([TrustedKey.of(desk.signer, revokedOn: "2026-11-26")])
        #expect(try approve(id, at: desk).exit == .proofRefused)
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
        #expect(try desk.held() == [id])
    }

    // MARK: Other terms

    @Test("is not approved against the limits that the configuration sets by now")
    func limits() throws {
        let desk = try deskWithList { try $0.terms(csv: HeldCandidateTests.url, pinned: nil) }
        let id = try #require(try desk.held().first)
        let all = try desk.terms(csv: HeldCandidateTests.url, pinned: nil)
        let narrower = [
            // The list holds amounts of more than 46 dollars.
            ContentLimits(mostAmount: Money(cents: 46_00)),
            ContentLimits(
                mostAmount: .largestStated,
                demandedServices: [.spelled("adjust-the-moon")]
            ),
            ContentLimits(rows: 1, mostAmount: .largestStated),
        ]
        for limits in narrower {
            let terms = try desk.terms(csv: HeldCandidateTests.url, pinned: nil, limits: limits)
            let refused = try approve(id, at: desk, terms)
            #expect(refused.exit == .content)
            #expect(try desk.held() == [id])
            #expect(try desk.installed() == nil)
        }
        #expect(try approve(id, at: desk, all).exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("is not approved for a source that is gone, of another kind, or at another place")
    func source() throws {
        let desk = try deskWithList { try $0.terms(csv: HeldCandidateTests.url, pinned: nil) }
        let id = try #require(try desk.held().first)
        let gone = try approve(id, at: desk, try desk.terms())
        #expect(gone.exit == .configuration)
        #expect(
            gone.lines == ["acme is not in the configuration any more; reject the candidate"]
        )
        let kind = try approve(id, at: desk, try desk.terms(named: "acme"))
        #expect(kind.exit == .configuration)
        #expect(
            kind.lines.first?.contains("of kind csv, and the configuration says bundle") == true
        )
        let moved = try desk.terms(
            csv: HeldCandidateTests.url,
            at: "schedules/bluebird-2026.csv",
            pinned: nil
        )
        #expect(try approve(id, at: desk, moved).exit == .proofRefused)
        #expect(try desk.installed() == nil)
    }
}
