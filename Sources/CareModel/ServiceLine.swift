/// One service of one visit, as it will stand on the claim.
public struct ServiceLine: Hashable, Sendable {
    /// The amounts for one unit that a request states itself; they override the tables.
    public struct StatedAmounts: Hashable, Sendable {
        /// The clinic's regular charge.
        public let charge: Money?
        /// What the plan allows.
        public let allowed: Money?
        /// The clinic's price for a patient who pays without insurance.
        public let selfPay: Money?
        /// What a second plan allows.
        public let secondaryAllowed: Money?

        /// Creates the amounts; nothing stated means that the tables are asked.
        public init(
            charge: Money? = nil,
            allowed: Money? = nil,
            selfPay: Money? = nil,
            secondaryAllowed: Money? = nil
        ) {
            self.charge = charge
            self.allowed = allowed
            self.selfPay = selfPay
            self.secondaryAllowed = secondaryAllowed
        }
    }

    /// The table's name for the service; a request may give a code alone.
    public let service: ServiceKey?
    /// The procedure code, if the service has one.
    public let code: ProcedureCode?
    /// The kind of benefit that the service falls under.
    public let category: ServiceCategory
    /// How many units, 1 to ``DocumentLimits/units``.
    public let units: Int
    /// The modifiers in the order of the claim.
    public let modifiers: [Modifier]
    /// Whether the request states the modifiers itself, so that none is understood.
    public let hasStatedModifiers: Bool
    /// What the request states for one unit.
    public let stated: StatedAmounts
    /// Where the request asks for this line.
    public let place: SourcePlace

    /// Creates a line.
    public init(
        service: ServiceKey?,
        code: ProcedureCode?,
        category: ServiceCategory,
        units: Int = 1,
        modifiers: [Modifier] = [],
        hasStatedModifiers: Bool = false,
        stated: StatedAmounts = StatedAmounts(),
        place: SourcePlace
    ) {
        self.service = service
        self.code = code
        self.category = category
        self.units = units
        self.modifiers = modifiers
        self.hasStatedModifiers = hasStatedModifiers
        self.stated = stated
        self.place = place
    }

    /// The line with further modifiers.
    public func adding(_ modifiers: [Modifier]) -> ServiceLine {
        ServiceLine(
            service: service,
            code: code,
            category: category,
            units: units,
            modifiers: self.modifiers + modifiers,
            hasStatedModifiers: hasStatedModifiers,
            stated: stated,
            place: place
        )
    }

    /// The service as an error names it: `therapeutic-exercise (97110)`.
    public var name: String {
        switch (service, code) {
        case (let service?, let code?): "\(service) (\(code))"
        case (let service?, nil): service.description
        case (nil, let code?): code.description
        case (nil, nil): category.description
        }
    }
}
