/// What a patient complains of, as far as it is known.
public struct Complaint: Hashable, Sendable {
    /// A piece of a complaint.
    public enum Item: String, CaseIterable, Hashable, Sendable {
        /// The part of the body.
        case region
        /// For how many days it has lasted.
        case durationDays
        /// How bad it is, 0 to 10.
        case painScore
        /// How many earlier episodes there were.
        case priorEpisodes
        /// Whether it is known to come back.
        case knownRecurrent
        /// How much of everyday life is lost, in percent.
        case functionLossPercent
        /// Whether something is changed in the structure of the spine.
        case structural
        /// Whether another illness bears on it.
        case comorbid
        /// Whether a clinician has found that a headache comes from the neck.
        case headacheFromNeck
        /// Whether pain radiates into a leg.
        case radiatingLegPain
    }

    /// The part of the body.
    public let region: BodyRegion?
    /// For how many days it has lasted.
    public let durationDays: Int?
    /// How bad it is, 0 to 10.
    public let painScore: Int?
    /// How many earlier episodes there were.
    public let priorEpisodes: Int?
    /// Whether it is known to come back.
    public let knownRecurrent: Bool?
    /// How much of everyday life is lost, 0 to 100 percent.
    public let functionLossPercent: Int?
    /// Whether something is changed in the structure of the spine.
    public let structural: Bool?
    /// Whether another illness bears on it.
    public let comorbid: Bool?
    /// Whether a clinician has found that a headache comes from the neck.
    public let headacheFromNeck: Bool?
    /// Whether pain radiates into a leg.
    public let radiatingLegPain: Bool?

    /// Creates a complaint; what is left out is not known.
    public init(
        region: BodyRegion? = nil,
        durationDays: Int? = nil,
        painScore: Int? = nil,
        priorEpisodes: Int? = nil,
        knownRecurrent: Bool? = nil,
        functionLossPercent: Int? = nil,
        structural: Bool? = nil,
        comorbid: Bool? = nil,
        headacheFromNeck: Bool? = nil,
        radiatingLegPain: Bool? = nil
    ) {
        self.region = region
        self.durationDays = durationDays
        self.painScore = painScore
        self.priorEpisodes = priorEpisodes
        self.knownRecurrent = knownRecurrent
        self.functionLossPercent = functionLossPercent
        self.structural = structural
        self.comorbid = comorbid
        self.headacheFromNeck = headacheFromNeck
        self.radiatingLegPain = radiatingLegPain
    }

    /// A piece as a number: a count as it is, yes as 1 and no as 0; nothing where it is not known.
    func number(of item: Item) -> Int? {
        switch item {
        case .region: nil
        case .durationDays: durationDays
        case .painScore: painScore
        case .priorEpisodes: priorEpisodes
        case .functionLossPercent: functionLossPercent
        case .knownRecurrent: knownRecurrent.map { $0 ? 1 : 0 }
        case .structural: structural.map { $0 ? 1 : 0 }
        case .comorbid: comorbid.map { $0 ? 1 : 0 }
        case .headacheFromNeck: headacheFromNeck.map { $0 ? 1 : 0 }
        case .radiatingLegPain: radiatingLegPain.map { $0 ? 1 : 0 }
        }
    }
}

extension Complaint.Item {
    /// The part of the body of which a yes speaks by itself; nothing where it fits any.
    var region: BodyRegion? {
        switch self {
        case .headacheFromNeck: .headache
        case .radiatingLegPain: .legPain
        case .region, .durationDays, .painScore, .priorEpisodes, .functionLossPercent,
            .knownRecurrent, .structural, .comorbid:
            nil
        }
    }

    /// Whether the piece is yes or no.
    public var isYesOrNo: Bool {
        switch self {
        case .region, .durationDays, .painScore, .priorEpisodes, .functionLossPercent: false
        case .knownRecurrent, .structural, .comorbid, .headacheFromNeck, .radiatingLegPain: true
        }
    }
}
