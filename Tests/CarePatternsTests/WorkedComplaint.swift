import CarePatterns
import Testing

/// A complaint, and the pattern that the published criteria give it, worked by hand.
struct WorkedComplaint: Sendable, CustomTestStringConvertible {
    /// What is to be chosen.
    enum Expected: Sendable {
        case pattern(String, cap: Int?)
        case asks([Complaint.Item])
        case none
        case noCriterion
    }

    let testDescription: String
    let complaint: Complaint
    let expected: Expected

    private init(_ what: String, _ complaint: Complaint, _ expected: Expected) {
        testDescription = what
        self.complaint = complaint
        self.expected = expected
    }

    private init(_ what: String, _ complaint: Complaint, _ pattern: String, cap: Int? = nil) {
        self.init(what, complaint, .pattern(pattern, cap: cap))
    }

    /// A low back that is new: no earlier episode, and no pain that is known to come back.
    private static func back(
        _ days: Int? = nil,
        pain: Int? = 5,
        episodes: Int? = 0,
        recurrent: Bool? = false,
        loss: Int? = nil,
        structural: Bool? = nil,
        comorbid: Bool? = nil,
        leg: Bool? = nil
    ) -> Complaint {
        Complaint(
            region: .lowBack,
            durationDays: days,
            painScore: pain,
            priorEpisodes: episodes,
            knownRecurrent: recurrent,
            functionLossPercent: loss,
            structural: structural,
            comorbid: comorbid,
            radiatingLegPain: leg
        )
    }

    private static func neck(_ days: Int?, fromNeck: Bool? = nil) -> Complaint {
        Complaint(region: .neck, durationDays: days, headacheFromNeck: fromNeck)
    }

    private static func headache(_ days: Int?, fromNeck: Bool?) -> Complaint {
        Complaint(region: .headache, durationDays: days, headacheFromNeck: fromNeck)
    }

    /// Without pain and without any loss there is no plan; what is lost is asked for only then.
    static let withoutSymptoms = [
        WorkedComplaint("a back without any symptom", back(10, pain: 0, loss: 0), .none),
        WorkedComplaint("a back without pain", back(10, pain: 0), .asks([.functionLossPercent])),
        WorkedComplaint(
            "a back without pain that limits",
            back(10, pain: 0, loss: 30),
            "lbp-acute"
        ),
        WorkedComplaint("a back with a little pain", back(10, pain: 1, loss: 0), "lbp-acute"),
        WorkedComplaint(
            "a neck without any symptom",
            Complaint(region: .neck, durationDays: 10, painScore: 0, functionLossPercent: 0),
            .none
        ),
        WorkedComplaint(
            "a leg without any symptom",
            Complaint(region: .legPain, painScore: 0, functionLossPercent: 0),
            .none
        ),
        WorkedComplaint(
            "a head without any symptom",
            Complaint(region: .headache, painScore: 0, functionLossPercent: 0),
            .none
        ),
    ]

    /// By weeks: below 6 (42 days) recent, below 12 (84 days) in between, from there persistent.
    static let lowBackByWeeks: [WorkedComplaint] = [
        WorkedComplaint("the first day", back(0), "lbp-acute"),
        WorkedComplaint("a day short of 6 weeks", back(41), "lbp-acute"),
        WorkedComplaint("6 weeks", back(42), "lbp-subacute"),
        WorkedComplaint("a day short of 12 weeks", back(83), "lbp-subacute"),
        WorkedComplaint("12 weeks", back(84), "lbp-persistent"),
        WorkedComplaint("years", back(2_000), "lbp-persistent"),
    ]

    /// Pain of 8 to 10, 4 earlier episodes, something structural, another illness.
    static let complicated: [WorkedComplaint] = [
        WorkedComplaint("pain of 7", back(10, pain: 7), "lbp-acute"),
        WorkedComplaint("pain of 8", back(10, pain: 8), "lbp-acute-complicated"),
        WorkedComplaint("pain of 10", back(10, pain: 10), "lbp-acute-complicated"),
        WorkedComplaint("3 earlier episodes", back(10, episodes: 3), "lbp-acute"),
        WorkedComplaint("4 earlier episodes", back(10, episodes: 4), "lbp-acute-complicated"),
        WorkedComplaint("structural", back(10, structural: true), "lbp-acute-complicated"),
        WorkedComplaint("nothing structural", back(10, structural: false), "lbp-acute"),
        WorkedComplaint("another illness", back(10, comorbid: true), "lbp-acute-complicated"),
        WorkedComplaint("no other illness", back(10, comorbid: false), "lbp-acute"),
        WorkedComplaint(
            "one complication is enough, though the episodes are not known",
            back(10, pain: 9, episodes: nil),
            "lbp-acute-complicated"
        ),
        WorkedComplaint("from 6 weeks on nothing complicates", back(42, pain: 9), "lbp-subacute"),
        WorkedComplaint("nor from 12 weeks on", back(84, episodes: 9), "lbp-persistent"),
    ]

    /// Known to come back: 4 or less, or below 20 percent of everyday life lost, is mild.
    static let flares: [WorkedComplaint] = [
        WorkedComplaint("pain of 4", back(10, pain: 4, recurrent: true), "lbp-flare-mild"),
        WorkedComplaint("pain of 5", back(10, pain: 5, recurrent: true), "lbp-flare-moderate"),
        WorkedComplaint("pain of 9", back(10, pain: 9, recurrent: true), "lbp-flare-moderate"),
        WorkedComplaint(
            "pain of 6, with 19 percent lost: either makes it mild",
            back(10, pain: 6, recurrent: true, loss: 19),
            "lbp-flare-mild"
        ),
        WorkedComplaint(
            "pain of 6, with 20 percent lost",
            back(10, pain: 6, recurrent: true, loss: 20),
            "lbp-flare-moderate"
        ),
        WorkedComplaint(
            "pain of 4, with 60 percent lost",
            back(10, pain: 4, recurrent: true, loss: 60),
            "lbp-flare-mild"
        ),
        WorkedComplaint(
            "10 percent lost, and the pain is not needed",
            back(pain: nil, recurrent: true, loss: 10),
            "lbp-flare-mild"
        ),
        WorkedComplaint(
            "a flare does not depend on weeks",
            back(400, pain: 2, recurrent: true),
            "lbp-flare-mild"
        ),
        WorkedComplaint(
            "nor on what complicates a new pain",
            back(3, pain: 8, episodes: 12, recurrent: true, structural: true),
            "lbp-flare-moderate"
        ),
    ]

    static let elsewhere: [WorkedComplaint] = [
        WorkedComplaint("pain in a leg", Complaint(region: .legPain), "leg-pain"),
        WorkedComplaint("a back that radiates", back(10, leg: true), "leg-pain"),
        WorkedComplaint(
            "a known back that radiates",
            back(10, pain: 2, recurrent: true, leg: true),
            "leg-pain"
        ),
        WorkedComplaint("a back that does not", back(10, leg: false), "lbp-acute"),
        WorkedComplaint("a neck of 41 days", neck(41), "neck-acute"),
        WorkedComplaint("a neck of 42 days", neck(42), "neck-persistent", cap: 10),
        WorkedComplaint("a neck of 83 days", neck(83), "neck-persistent", cap: 10),
        WorkedComplaint("a neck of 84 days", neck(84), "neck-persistent"),
        WorkedComplaint("a neck with its headache", neck(84, fromNeck: true), "cgh-persistent"),
        WorkedComplaint("a neck with another one", neck(84, fromNeck: false), "neck-persistent"),
        WorkedComplaint("too early", neck(83, fromNeck: true), "neck-persistent", cap: 10),
        WorkedComplaint("a headache", headache(84, fromNeck: true), "cgh-persistent"),
        WorkedComplaint("a headache of 83 days", headache(83, fromNeck: true), .none),
        WorkedComplaint("a headache of its own", headache(84, fromNeck: false), .none),
        WorkedComplaint("a new one of its own", headache(nil, fromNeck: false), .none),
        WorkedComplaint("anything else", Complaint(region: .other, durationDays: 9), .noCriterion),
    ]

    /// What decides and is not known is asked for, and nothing else.
    static let open: [WorkedComplaint] = [
        WorkedComplaint("nothing is known", Complaint(), .asks([.region])),
        WorkedComplaint("no region", Complaint(durationDays: 9), .asks([.region])),
        WorkedComplaint(
            "a low back",
            Complaint(region: .lowBack),
            .asks([.durationDays, .painScore, .priorEpisodes, .knownRecurrent])
        ),
        WorkedComplaint("how long", back(), .asks([.durationDays])),
        WorkedComplaint("how bad, and it is new", back(10, pain: nil), .asks([.painScore])),
        WorkedComplaint("how often before", back(10, episodes: nil), .asks([.priorEpisodes])),
        WorkedComplaint("known or new", back(10, recurrent: nil), .asks([.knownRecurrent])),
        WorkedComplaint(
            "how bad a flare",
            back(10, pain: nil, recurrent: true, loss: 20),
            .asks([.painScore])
        ),
        WorkedComplaint(
            "neither bad nor known: the mild flare and the recent pain stay open",
            back(10, pain: 3, recurrent: nil),
            .asks([.knownRecurrent])
        ),
        WorkedComplaint(
            "how often is not asked from 6 weeks on",
            back(60, episodes: nil),
            "lbp-subacute"
        ),
        WorkedComplaint("how long a neck", neck(nil), .asks([.durationDays])),
        WorkedComplaint(
            "whose headache",
            headache(90, fromNeck: nil),
            .asks([.headacheFromNeck])
        ),
        WorkedComplaint(
            "how long a headache",
            headache(nil, fromNeck: true),
            .asks([.durationDays])
        ),
        WorkedComplaint(
            "a headache of which nothing is known",
            Complaint(region: .headache),
            .asks([.durationDays, .headacheFromNeck])
        ),
    ]
}
