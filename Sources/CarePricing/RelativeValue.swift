public import CareModel

/// What Medicare takes a service to be worth, as a row of its relative value file states it.
///
/// Relative value units are published with two decimals and held in hundredths.
public struct RelativeValue: Hashable, Sendable {
    /// The place of treatment that decides which practice expense is paid.
    public enum Setting: String, CaseIterable, Hashable, Sendable {
        /// A clinic or an office.
        case nonfacility
        /// A hospital or another facility.
        case facility
    }

    /// The procedure code.
    public let code: ProcedureCode
    /// The modifier that the row is for, such as 26; absent for the whole service.
    public let modifier: Modifier?
    /// The status indicator, such as `A`; it says whether there is a price at all.
    public let status: String
    /// The work of the practitioner, in hundredths of a unit.
    public let work: Int
    /// The practice expense outside a facility, in hundredths of a unit.
    public let nonfacilityPracticeExpense: Int
    /// The practice expense in a facility, in hundredths of a unit.
    public let facilityPracticeExpense: Int
    /// The malpractice cost, in hundredths of a unit.
    public let malpractice: Int
    /// The settings whose practice expense is a copy of the other's and no price.
    public let copiedSettings: Set<Setting>
    /// The multiple-procedure indicator, such as `5` for therapy.
    public let multipleProcedure: String
    /// The row in its file.
    public let place: SourcePlace

    /// Creates a row.
    public init(
        code: ProcedureCode,
        modifier: Modifier? = nil,
        status: String,
        work: Int,
        nonfacilityPracticeExpense: Int,
        facilityPracticeExpense: Int,
        malpractice: Int,
        copiedSettings: Set<Setting> = [],
        multipleProcedure: String = "0",
        place: SourcePlace
    ) {
        self.code = code
        self.modifier = modifier
        self.status = status
        self.work = work
        self.nonfacilityPracticeExpense = nonfacilityPracticeExpense
        self.facilityPracticeExpense = facilityPracticeExpense
        self.malpractice = malpractice
        self.copiedSettings = copiedSettings
        self.multipleProcedure = multipleProcedure
        self.place = place
    }

    /// The practice expense in a setting, in hundredths of a unit.
    public func practiceExpense(in setting: Setting) -> Int {
        switch setting {
        case .nonfacility: nonfacilityPracticeExpense
        case .facility: facilityPracticeExpense
        }
    }
}

/// How dear a locality is, as Medicare's geographic practice cost indices state it.
///
/// Indices are published with at most three decimals and held in thousandths.
public struct GeographicIndex: Hashable, Sendable {
    /// The index of work, in thousandths.
    public let work: Int
    /// The index of practice expense, in thousandths.
    public let practiceExpense: Int
    /// The index of malpractice cost, in thousandths.
    public let malpractice: Int
    /// The row in its file.
    public let place: SourcePlace

    /// Creates an index.
    public init(work: Int, practiceExpense: Int, malpractice: Int, place: SourcePlace) {
        self.work = work
        self.practiceExpense = practiceExpense
        self.malpractice = malpractice
        self.place = place
    }
}

/// What Medicare pays for one relative value unit; published with four decimals.
public struct ConversionFactor: Hashable, Sendable {
    /// The factor in ten-thousandths of a dollar: 323,465 is $32.3465.
    public let tenThousandths: Int

    /// Creates a factor.
    public init(tenThousandths: Int) {
        self.tenThousandths = tenThousandths
    }
}
