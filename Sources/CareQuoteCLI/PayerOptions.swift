import ArgumentParser
import CareModel
import CommandOptions

/// The options of a second plan, and of how clinic and patient stand to Medicare.
struct PayerOptions: ParsableArguments {
    @Option(help: "The plan that pays after the first one, by its name in the tables.")
    var secondPlan: String?

    @Option(help: "How much of the second plan's deductible is met, in dollars.")
    var secondDeductibleMet: String?

    @Option(
        help: "How much counts toward the second plan's out-of-pocket maximum, in dollars."
    )
    var secondOutOfPocketMet: String?

    @Option(help: "How many visits were used of each visit limit of the second plan.")
    var secondVisitsUsed: Int?

    @Flag(help: "The clinic does not participate in Medicare.")
    var notParticipating = false

    @Flag(help: "The clinic does not take assignment; goes with --not-participating.")
    var notAssigned = false

    @Flag(help: "The patient is a qualified Medicare beneficiary, who owes no shares.")
    var qmb = false

    @Option(
        help: "The day on which the patient signed an advance beneficiary notice.",
        transform: OptionText.date
    )
    var abnSignedOn: CalendarDate?

    /// Whether any of the options was given.
    var isGiven: Bool {
        secondPlan != nil || secondDeductibleMet != nil || secondOutOfPocketMet != nil
            || secondVisitsUsed != nil || notParticipating || notAssigned || qmb
            || abnSignedOn != nil
    }
}
