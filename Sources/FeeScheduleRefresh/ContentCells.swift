/// A line of a CSV file, cut into cells with their places.
struct ContentCells {
    /// A cell: its text and the byte at which it begins.
    struct Cell {
        let text: String
        let offset: Int
    }

    /// Why a line cannot be cut.
    struct Problem: Error {
        let offset: Int
        let message: String
    }

    let cells: [Cell]

    /// Cuts a line; the dialect is that of the tables.
    ///
    /// - Parameter line: The line, UTF-8 without its end.
    /// - Throws: A ``Problem`` with a quote that is out of place.
    init(_ line: ArraySlice<UInt8>) throws(Problem) {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        var cells: [Cell] = []
        var rest = line
        while true {
            let start = rest.startIndex
            var text: [UInt8] = []
            if rest.first == quote {
                rest.removeFirst()
                while true {
                    let part = rest.prefix { $0 != quote }
                    text += part
                    rest = rest.dropFirst(part.count)
                    guard !rest.isEmpty else {
                        throw Problem(
                            offset: start,
                            message: "the quote that opens here is not closed on its line. Close it"
                        )
                    }
                    rest.removeFirst()
                    guard rest.first == quote else { break }
                    text.append(quote)
                    rest.removeFirst()
                }
                guard rest.isEmpty || rest.first == comma else {
                    throw Problem(
                        offset: rest.startIndex,
                        message: "text follows the quote that closes the cell. "
                            + "Write a quote in a cell twice"
                    )
                }
            } else {
                text = Array(rest.prefix { $0 != comma })
                if let stray = rest[..<(start + text.count)].firstIndex(of: quote) {
                    throw Problem(
                        offset: stray,
                        message: "a quote stands in the middle of a cell. "
                            + "Put quotes around the whole cell and write a quote in it twice"
                    )
                }
                rest = rest.dropFirst(text.count)
            }
            cells.append(Cell(text: String(decoding: text, as: UTF8.self), offset: start))
            guard !rest.isEmpty else { break }
            rest.removeFirst()
        }
        self.cells = cells
    }
}
