public import CareModel

/// The amounts of a line, a visit or a whole plan of care, each for all units together.
///
/// Two identities hold to the cent (``isBalanced``):
///
/// ```text
/// charge      = writeOff + planPays + secondaryPays + patientPays
/// patientPays = deductible + copay + coinsurance + overLimit + balanceBill + notCovered
///               − secondaryPays − secondWriteOff
/// ```
public struct LineAmounts: Hashable, Sendable {
    /// What the clinic bills.
    public var charge = Money.zero
    /// What the plan allows; zero on a line that it does not cover.
    public var allowed = Money.zero
    /// What nobody owes.
    public var writeOff = Money.zero
    /// The patient's part that the deductible causes.
    public var deductible = Money.zero
    /// The patient's copay.
    public var copay = Money.zero
    /// The patient's coinsurance.
    public var coinsurance = Money.zero
    /// The patient's part that lies over a dollar limit.
    public var overLimit = Money.zero
    /// The charge of an out-of-network clinic above what the plan allows.
    public var balanceBill = Money.zero
    /// The price of what the plan does not cover.
    public var notCovered = Money.zero
    /// What the plan pays.
    public var planPays = Money.zero
    /// What a second plan pays.
    public var secondaryPays = Money.zero
    /// What the patient pays.
    public var patientPays = Money.zero
    /// What a second plan takes off the patient's part without paying it; part of `writeOff`.
    public var secondWriteOff = Money.zero
    /// What a plan pays to the patient, who has paid the clinic before; part of `planPays`, or of
    /// `secondaryPays` where the second plan pays so.
    public var reimbursed = Money.zero

    /// Creates amounts that are all zero.
    public init() {}

    /// Adds amounts part by part.
    public static func += (left: inout LineAmounts, right: LineAmounts) {
        left.charge += right.charge
        left.allowed += right.allowed
        left.writeOff += right.writeOff
        left.deductible += right.deductible
        left.copay += right.copay
        left.coinsurance += right.coinsurance
        left.overLimit += right.overLimit
        left.balanceBill += right.balanceBill
        left.notCovered += right.notCovered
        left.planPays += right.planPays
        left.secondaryPays += right.secondaryPays
        left.patientPays += right.patientPays
        left.secondWriteOff += right.secondWriteOff
        left.reimbursed += right.reimbursed
    }

    /// Adds amounts so many times.
    @inline(__always)
    mutating func add(_ amounts: LineAmounts, times: Int) {
        charge += amounts.charge * times
        allowed += amounts.allowed * times
        writeOff += amounts.writeOff * times
        deductible += amounts.deductible * times
        copay += amounts.copay * times
        coinsurance += amounts.coinsurance * times
        overLimit += amounts.overLimit * times
        balanceBill += amounts.balanceBill * times
        notCovered += amounts.notCovered * times
        planPays += amounts.planPays * times
        secondaryPays += amounts.secondaryPays * times
        patientPays += amounts.patientPays * times
        secondWriteOff += amounts.secondWriteOff * times
        reimbursed += amounts.reimbursed * times
    }

    /// What the parts of the patient add up to before a second plan writes anything off.
    var sumOfShares: Money {
        deductible + copay + coinsurance + overLimit + balanceBill + notCovered - secondaryPays
    }

    /// One of the parts.
    public subscript(part: LinePart) -> Money {
        get {
            switch part {
            case .charge: charge
            case .allowed: allowed
            case .writeOff: writeOff
            case .deductible: deductible
            case .copay: copay
            case .coinsurance: coinsurance
            case .overLimit: overLimit
            case .balanceBill: balanceBill
            case .notCovered: notCovered
            case .planPays: planPays
            case .secondaryPays: secondaryPays
            case .patientPays: patientPays
            }
        }
        set {
            switch part {
            case .charge: charge = newValue
            case .allowed: allowed = newValue
            case .writeOff: writeOff = newValue
            case .deductible: deductible = newValue
            case .copay: copay = newValue
            case .coinsurance: coinsurance = newValue
            case .overLimit: overLimit = newValue
            case .balanceBill: balanceBill = newValue
            case .notCovered: notCovered = newValue
            case .planPays: planPays = newValue
            case .secondaryPays: secondaryPays = newValue
            case .patientPays: patientPays = newValue
            }
        }
    }

    /// What the clinic collects from the patient at the visit.
    public var collected: Money { patientPays + reimbursed }

    /// Whether both identities hold.
    public var isBalanced: Bool {
        charge == writeOff + planPays + secondaryPays + patientPays
            && patientPays
                == deductible + copay + coinsurance + overLimit + balanceBill + notCovered
                - secondaryPays - secondWriteOff
    }
}

/// A part of a line, as the quote names it.
public enum LinePart: String, CaseIterable, Hashable, Sendable {
    /// What the clinic bills.
    case charge
    /// What the plan allows.
    case allowed
    /// What nobody owes.
    case writeOff
    /// The deductible.
    case deductible
    /// The copay.
    case copay
    /// The coinsurance.
    case coinsurance
    /// Over a dollar limit.
    case overLimit
    /// Above what an out-of-network plan allows.
    case balanceBill
    /// Not covered.
    case notCovered
    /// What the plan pays.
    case planPays
    /// What a second plan pays.
    case secondaryPays
    /// What the patient pays.
    case patientPays

    /// The parts that make up what the patient pays.
    public static let patientShares: [LinePart] = [
        .deductible, .copay, .coinsurance, .overLimit, .balanceBill, .notCovered,
    ]
}
