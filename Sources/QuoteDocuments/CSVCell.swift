extension String {
    /// The text as a cell of CSV, in quotes where it holds a comma or a quote.
    var csvCell: String {
        guard contains(where: { ",\"\n\r".contains($0) }) else { return self }
        return "\"" + replacing("\"", with: "\"\"") + "\""
    }
}
