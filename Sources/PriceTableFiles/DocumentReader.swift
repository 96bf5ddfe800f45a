import CareModel
package import JSONText

/// Reads a JSON document into values and collects everything that is wrong with it.
///
/// Each method reads the value that comes next and returns it, or notes a finding, passes over
/// the value and returns nothing; reading goes on, so that one pass finds every error. Only text
/// that is not JSON ends the pass.
///
/// The names of an object are an enumeration: an unknown name, a name given twice and a missing
/// name are found without a word from the caller. `null` reads as an absent name.
package final class DocumentReader {
    /// The most findings that one pass collects; a document with more is not one to mend by hand.
    private static let mostFindings = 100

    private var cursor: JSONCursor
    private var path: [String] = []
    /// Whether reading has ended early.
    private(set) var isBroken = false
    /// What becomes of terms that nobody knows; present only while a plan is read.
    var unknownTerms: UnknownTerms?
    package private(set) var findings: [DocumentFinding] = []
    package private(set) var warnings: [DocumentFinding] = []

    package init(_ bytes: [UInt8]) {
        cursor = JSONCursor(bytes, maximumDepth: DocumentLimits.depth)
    }

    /// The document itself.
    package var root: Mark { Mark(path: [], offset: 0, isValue: false) }

    /// The pointer of the value that is read next.
    package var pointer: String { Mark(path: path, offset: 0).pointer }

    /// Checks that the document ends here.
    package func end() {
        _ = attempt { (cursor: inout JSONCursor) throws(JSONSyntaxError) in try cursor.end() }
    }

    // MARK: Objects and lists

    /// Reads an object whose names are the raw values of an enumeration.
    ///
    /// - Parameters:
    ///   - names: The enumeration.
    ///   - required: The names that must be there.
    ///   - meaningfulNulls: The names for which `null` is not the same as absent.
    ///   - read: Reads the value of a name; it must read exactly one value.
    package func object<Name>(
        _ names: Name.Type,
        required: [Name] = [],
        meaningfulNulls: Set<Name> = [],
        read: (Name) -> Void
    ) where Name: CaseIterable & Hashable & RawRepresentable, Name.RawValue == String {
        let here = mark()
        var missing = required
        let isObject = members { name in
            guard let known = Name(rawValue: name) else {
                reportUnknown(name, among: names.allCases.map(\.rawValue))
                return skip()
            }
            if kind() == .null, !meaningfulNulls.contains(known) { return skip() }
            if !missing.isEmpty { missing.removeAll { $0 == known } }
            read(known)
        }
        guard isObject, !isBroken else { return }
        for name in missing {
            report(here.child(name.rawValue), "is missing. Write it here")
        }
    }

    /// Reads an object whose names are not fixed, such as amounts by category.
    package func dictionary(read: (String) -> Void) {
        _ = members(read: read)
    }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - counts: How many elements the list may hold.
    ///   - what: What the elements are, for the message.
    ///   - read: Reads one element, by its position.
    package func list(
        _ counts: ClosedRange<Int> = 0...10_000,
        of what: String = "elements",
        read: (Int) -> Void
    ) {
        let here = mark()
        guard expect(.array) else { return }
        guard
            attempt({ (c: inout JSONCursor) throws(JSONSyntaxError) in try c.beginArray() })
                != nil
        else { return }
        var count = 0
        while attempt({ (c: inout JSONCursor) throws(JSONSyntaxError) in try c.nextElement() })
            == true
        {
            path.append(String(count))
            if count < counts.upperBound { read(count) } else { skip() }
            path.removeLast()
            count += 1
        }
        guard !isBroken, !counts.contains(count) else { return }
        report(
            Mark(path: path, offset: here.offset, isValue: false),
            "holds \(count) \(what). Write \(counts.lowerBound) to \(counts.upperBound)"
        )
    }

    private func members(read: (String) -> Void) -> Bool {
        guard expect(.object) else { return false }
        guard
            attempt({ (c: inout JSONCursor) throws(JSONSyntaxError) in try c.beginObject() })
                != nil
        else { return false }
        while let key = nextKey() {
            path.append(key.name)
            if key.isDuplicate {
                report(
                    Mark(path: path, offset: key.offset, isValue: false),
                    "stands twice in the same object. Write it once"
                )
                skip()
            } else {
                read(key.name)
            }
            path.removeLast()
        }
        return true
    }

    private func nextKey() -> JSONCursor.Key? {
        attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.nextKey() } ?? nil
    }

    private func reportUnknown(_ name: String, among known: [String]) {
        let nearest = known.min { name.editDistance(to: $0) < name.editDistance(to: $1) }
        let isNear = nearest.map { name.editDistance(to: $0) <= 3 } ?? false
        let advice = isNear ? "Did you mean \"\(nearest ?? "")\"?" : "Leave it out"
        report(
            Mark(path: path, offset: cursor.offset, isValue: false),
            "is not a name that is known here. \(advice)"
                + (isNear ? "" : "; known are: \(known.joined(separator: ", "))")
        )
    }

    // MARK: Single values

    /// The kind of the value that comes next, without reading it.
    package func kind() -> JSONKind? {
        attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.kind() }
    }

    /// The text that comes next, without reading it; nothing where something else does.
    func nextText() -> String? {
        guard kind() == .string else { return nil }
        var ahead = cursor
        return try? ahead.string()
    }

    /// Passes over the value that comes next.
    package func skip() {
        _ = attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.skip() }
    }

    /// Reads text.
    package func text(of what: String = "text") -> String? {
        guard expect(.string, what: what) else { return nil }
        return attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.string() }
    }

    /// Reads `true` or `false`.
    package func boolean() -> Bool? {
        if let end = unknownEnd(among: [false, true]) { return end }
        guard expect(.boolean) else { return nil }
        return attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.boolean() }
    }

    /// Reads a number as it is written.
    package func numberText() -> String? {
        guard expect(.number) else { return nil }
        return attempt { (c: inout JSONCursor) throws(JSONSyntaxError) in try c.number() }
    }

    // MARK: Findings

    /// The place of the value that comes next.
    package func mark() -> Mark {
        _ = kind()
        return Mark(path: path, offset: cursor.offset)
    }

    /// Notes that something is wrong.
    package func report(_ mark: Mark, _ message: String) {
        guard findings.count < DocumentReader.mostFindings else {
            isBroken = true
            return
        }
        findings.append(finding(mark, message))
        if findings.count == DocumentReader.mostFindings {
            isBroken = true
            findings.append(finding(mark, "is the last of many findings. Mend these first"))
        }
    }

    /// Notes something that a person should look at, though it can be read.
    package func warn(_ mark: Mark, _ message: String) {
        warnings.append(finding(mark, message))
    }

    private func finding(_ mark: Mark, _ message: String) -> DocumentFinding {
        DocumentFinding(
            pointer: mark.pointer,
            position: position(of: mark),
            found: mark.isValue ? written(at: mark.offset) : "",
            message: message
        )
    }

    /// A value as it is written, cut where it is long.
    private func written(at offset: Int) -> String {
        var ahead = cursor.restarted(at: offset)
        do throws(JSONSyntaxError) {
            let kind = try ahead.kind()
            if kind == .object || kind == .array { return kind.rawValue }
            try ahead.skip()
        } catch {
            return ""
        }
        let text = String(decoding: cursor.bytes[offset..<ahead.offset], as: UTF8.self)
        return text.count <= 60 ? text : text.prefix(59) + "…"
    }

    private func expect(_ expected: JSONKind, what: String? = nil) -> Bool {
        guard let kind = kind() else { return false }
        guard kind == expected else {
            if refusesUnknown() { return false }
            let advice = what ?? expected.rawValue
            report(mark(), "is not \(advice). Write \(advice) here")
            skip()
            return false
        }
        return true
    }

    // MARK: Reading again

    /// Where a value begins and what was noted before it, to read it more than once.
    struct Checkpoint {
        fileprivate let cursor: JSONCursor
        fileprivate let findings: [DocumentFinding]
        fileprivate let warnings: [DocumentFinding]
    }

    /// Notes where the value that comes next begins.
    func checkpoint() -> Checkpoint {
        _ = kind()
        return Checkpoint(cursor: cursor, findings: findings, warnings: warnings)
    }

    /// Goes back to the beginning of a value that was read to its end without a break, and forgets
    /// what was noted of it.
    func rewind(to start: Checkpoint) {
        cursor = start.cursor
        findings = start.findings
        warnings = start.warnings
        isBroken = false
    }

    /// Forgets the findings since a checkpoint, but for some.
    func keep(_ kept: Set<DocumentFinding>, since start: Checkpoint) {
        findings =
            start.findings + findings.dropFirst(start.findings.count).filter(kept.contains)
    }

    /// The bytes of what was read since a checkpoint.
    func bytes(since start: Checkpoint) -> [UInt8] {
        Array(cursor.bytes[start.cursor.offset..<cursor.offset])
    }

    /// The line and column of a value.
    func position(of mark: Mark) -> TextPosition {
        TextPosition(offset: mark.offset, in: cursor.bytes)
    }

    /// Runs the cursor, or notes why the text is not JSON and ends the pass.
    private func attempt<Value>(
        _ body: (inout JSONCursor) throws(JSONSyntaxError) -> Value
    ) -> Value? {
        guard !isBroken else { return nil }
        do throws(JSONSyntaxError) {
            return try body(&cursor)
        } catch {
            isBroken = true
            findings.append(
                DocumentFinding(
                    pointer: "",
                    position: error.position,
                    found: "",
                    message: "\(error.problem)"
                )
            )
            return nil
        }
    }
}
