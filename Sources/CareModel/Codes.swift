/// A procedure code of the US coding systems, such as `98941` or `G0283`.
///
/// Five characters: digits, or one capital letter at either end of four digits. Every value that
/// exists is well formed; that a code is in use is for the tables to say.
public struct ProcedureCode: Hashable, Sendable, CustomStringConvertible {
    /// The five characters.
    public let description: String

    /// Reads a code, or nothing where the text cannot be one.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[1...3].allSatisfy(\.isASCIIDigit) else { return nil }
        switch (bytes[0].isASCIIDigit, bytes[4].isASCIIDigit) {
        case (true, true): break
        case (false, true): guard bytes[0].isASCIICapital else { return nil }
        case (true, false): guard bytes[4].isASCIICapital else { return nil }
        case (false, false): return nil
        }
        description = text
    }
}

/// A two-character modifier on a claim line, such as `AT` or `25`.
public struct Modifier: Hashable, Sendable, CustomStringConvertible {
    /// The two characters.
    public let description: String

    /// Reads a modifier: two capital letters or digits.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, bytes.allSatisfy({ $0.isASCIIDigit || $0.isASCIICapital })
        else { return nil }
        description = text
    }
}

/// The name that the tables give a service, such as `adjust-spine-3-4`.
public struct ServiceKey: Hashable, Sendable, CustomStringConvertible {
    /// The name: lower-case words and numbers joined by hyphens.
    public let description: String

    /// Reads a name of at most 64 characters.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let hyphen = UInt8(ascii: "-")
        guard (1...64).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen,
            bytes.allSatisfy({ $0.isASCIIDigit || $0.isASCIISmall || $0 == hyphen })
        else { return nil }
        description = text
    }
}

/// The kind of benefit that a service falls under, such as `chiropractic` or `officeVisit`.
///
/// The services table pairs each with the X12 service type code of eligibility responses.
public struct ServiceCategory: Hashable, Sendable, CustomStringConvertible {
    /// The name in lower camel case.
    public let description: String

    /// Reads a name of at most 40 letters and digits that begins with a small letter.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...40).contains(bytes.count), bytes[0].isASCIISmall,
            bytes.allSatisfy({ $0.isASCIIDigit || $0.isASCIISmall || $0.isASCIICapital })
        else { return nil }
        description = text
    }
}

extension ServiceCategory: Comparable {
    /// Whether a category comes first in order of the names.
    public static func < (left: ServiceCategory, right: ServiceCategory) -> Bool {
        left.description < right.description
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isASCIISmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
