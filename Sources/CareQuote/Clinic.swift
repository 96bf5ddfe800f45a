public import CareComplexity
public import CareModel
public import CarePricing

/// A clinic as its tables describe it: who it is, what it charges, and how its visits are made up.
public struct Clinic: Hashable, Sendable {
    /// The name of its folder in the tables.
    public let id: String
    /// Its name.
    public let name: String
    /// The state that it practises in.
    public let state: String
    /// Its Medicare contractor and locality, such as `01182-18`.
    public let medicareLocality: String
    /// The days of the week on which it is open.
    public let openWeekdays: Set<Weekday>
    /// The days on which it is closed all the same.
    public let closedDays: Set<CalendarDate>
    /// The regular charges; absent where nothing asked for them.
    public let charges: FeeSchedule?
    /// The self-pay prices; absent where nothing asked for them.
    public let selfPay: FeeSchedule?
    /// What its visits hold.
    public let sessions: SessionTable
    /// What it offers to patients who pay without insurance.
    public let offers: [Offer]

    /// Creates a clinic.
    public init(
        id: String,
        name: String,
        state: String,
        medicareLocality: String,
        openWeekdays: Set<Weekday>,
        closedDays: Set<CalendarDate>,
        charges: FeeSchedule?,
        selfPay: FeeSchedule?,
        sessions: SessionTable,
        offers: [Offer] = []
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.medicareLocality = medicareLocality
        self.openWeekdays = openWeekdays
        self.closedDays = closedDays
        self.charges = charges
        self.selfPay = selfPay
        self.sessions = sessions
        self.offers = offers
    }
}
