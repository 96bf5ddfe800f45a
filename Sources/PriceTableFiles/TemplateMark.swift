/// What stands in a starting file where only the user knows the words.
///
/// The words can be read, so that the file is complete; a check of the tables warns until they
/// are replaced. Where a figure belongs, the mark is the text `unknown` instead, which no reader
/// takes for a figure.
enum TemplateMark: String, CaseIterable, Hashable, Sendable {
    case source = "write where these terms were read"
    case payerName = "write the insurer's name"
    case planName = "write the plan's name"
    case clinicName = "write the clinic's name"
    case address = "write the clinic's address"
    case taxNumber = "write the clinic's tax number"
    case publisher = "write who gave out these rates"
    case licence = "write who may use these rates"
}
