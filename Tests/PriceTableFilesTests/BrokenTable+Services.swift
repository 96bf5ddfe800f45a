extension BrokenTable {
    private static let file = "services.csv"
    private static let words = #""Adjustment, 3-4 areas of the spine""#

    /// Mistakes in `services.csv`; the adjustments stand in rows 11 to 13.
    static let services = [
        BrokenTable(
            "a key with capitals",
            file,
            .replace("adjust-spine-1-2,", "Adjust-Spine,"),
            row: 11,
            at: "service",
            "'Adjust-Spine' is not a key such as adjust-spine-3-4. Write a key"
        ),
        BrokenTable(
            "a code with a letter O for a zero",
            file,
            .replace("98940", "9894O0"),
            row: 11,
            at: "code",
            "'9894O0' is not a procedure code such as 98941, or nothing"
        ),
        BrokenTable(
            "a category with a capital",
            file,
            .replace("98941,chiropractic", "98941,Chiropractic"),
            row: 12,
            at: "category",
            "'Chiropractic' is not a category such as physicalMedicine"
        ),
        BrokenTable(
            "a unit that nobody knows",
            file,
            .replace("98941,chiropractic,once", "98941,chiropractic,twice"),
            row: 12,
            at: "unit",
            "'twice' is not a unit: once, minutes15 or item"
        ),
        BrokenTable(
            "no English words",
            file,
            .replace(words, ""),
            row: 12,
            at: "words_en",
            "is empty or longer than 500 characters"
        ),
        BrokenTable(
            "no Spanish words",
            file,
            .replace(#""Ajuste, 3-4 zonas de la columna""#, ""),
            row: 12,
            at: "words_es",
            "is empty or longer than 500 characters"
        ),
        BrokenTable(
            "no source",
            file,
            .replace("columna\",code number: CMS RVU26C release; words: our own", "columna\","),
            row: 11,
            at: "source",
            "is empty or longer than 500 characters"
        ),
        BrokenTable(
            "one key for two services",
            file,
            .replace("adjust-spine-3-4,", "adjust-spine-1-2,"),
            row: 12,
            at: "service",
            "'adjust-spine-1-2' stands in row 11 too. Give each service its own service"
        ),
        BrokenTable(
            "one code for two services",
            file,
            .replace("98941", "98940"),
            row: 12,
            at: "code",
            "'98940' stands in row 11 too"
        ),
        BrokenTable(
            "two service types for one category",
            file,
            .replace("98941,chiropractic,once,33", "98941,chiropractic,once,34"),
            row: 12,
            at: "service_type",
            "'34' differs from '33' of chiropractic in row 11"
        ),
        BrokenTable(
            "a comma without quotes around the cell",
            file,
            .replace(words, "Adjustment, 3-4 areas of the spine"),
            row: 12,
            "has 9 cells. Write 8"
        ),
        BrokenTable(
            "a quote that is not closed",
            file,
            .replace(words, #""Adjustment of the spine"#),
            row: 12,
            "has a quote that is not closed, or one in the middle of a cell"
        ),
        BrokenTable(
            "a quote in the middle of a cell",
            file,
            .replace(words, #"the "spine""#),
            row: 12,
            "has a quote that is not closed, or one in the middle of a cell"
        ),
        BrokenTable(
            "text after a closing quote",
            file,
            .replace(words, #""Adjustment" of the spine"#),
            row: 12,
            "has a quote that is not closed, or one in the middle of a cell"
        ),
        BrokenTable(
            "another header",
            file,
            .replace("service,code,", "service,kode,"),
            row: 1,
            "stands where the header should. Write 'service,code,category,unit,service_type,"
        ),
        BrokenTable(
            "two byte order marks",
            file,
            .prepend([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]),
            row: 1,
            "begins with two byte order marks. Save the file without them"
        ),
        BrokenTable(
            "a tab",
            file,
            .replace("adjust-spine-1-2,", "adjust-spine-1-2\t,"),
            row: 11,
            "holds a control character. Delete it"
        ),
        BrokenTable(
            "a byte of another encoding",
            file,
            // The header and 59 services make 60 rows; E1 is "á" in Latin-1.
            .append([0x63, 0xE1, 0x0A]),
            row: 61,
            "is not UTF-8 text. Save the file as UTF-8"
        ),
        BrokenTable(
            "nothing in the file",
            file,
            .whole(""),
            row: 1,
            "nothing stands where the header should"
        ),
        BrokenTable("no file", file, .delete, "cannot be read"),
    ]
}
