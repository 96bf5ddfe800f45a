import CareModel
import CareQuote
import QuoteDocuments
import Testing

@Suite("A picture in a quote")
struct HTMLPictureTests {
    private func pictures(
        _ request: String,
        _ language: Language = .english
    ) throws -> [HTMLTree] {
        try HTMLDesk.page(request, language, .patient).all("svg")
    }

    private func picture(_ id: String, of request: String) throws -> HTMLTree {
        try #require(
            try pictures(request).first { $0.attributes["aria-labelledby"]?.hasPrefix(id) == true }
        )
    }

    private func shape(_ style: Substring, in picture: HTMLTree) -> HTMLTree? {
        picture.elements.first { $0.styles.contains(style) }
    }

    @Test("is named and told in words", arguments: HTMLDesk.requests)
    func words(_ request: String) throws {
        for language in Language.allCases {
            for picture in try pictures(request, language) {
                #expect(picture.attributes["role"] == "img")
                let names = picture.attributes["aria-labelledby"]?.split(separator: " ") ?? []
                let told = picture.all("title") + picture.all("desc")
                #expect(told.map { $0.attributes["id"] } == names.map { String($0) })
                #expect(told.allSatisfy { $0.text.split(separator: " ").count > 4 })
            }
        }
    }

    /// Letters are 12 units high, and on average less than 6.5 wide.
    @Test("has no two labels in one place, and none outside", arguments: HTMLDesk.requests)
    func labels(_ request: String) throws {
        for picture in try Language.allCases.flatMap({ try pictures(request, $0) }) {
            let height = try #require(
                picture.attributes["viewBox"]?.split(separator: " ").last.flatMap { Double($0) }
            )
            let labels = try picture.all("text").map { label in
                let width = Double(label.text.count) * 6.5
                let x = try label.number("x")
                let start =
                    label.styles.contains("end")
                    ? x - width : label.styles.contains("middle") ? x - width / 2 : x
                return (start: start, end: start + width, y: try label.number("y"))
            }
            #expect(labels.allSatisfy { $0.start >= -1 && $0.end <= 342 })
            #expect(labels.allSatisfy { $0.y >= 10 && $0.y <= height - 2 })
            for (index, label) in labels.enumerated() {
                for other in labels.dropFirst(index + 1) where abs(label.y - other.y) < 11 {
                    #expect(label.end < other.start + 1 || other.end < label.start + 1)
                }
            }
        }
    }

    // MARK: How a plan of care can end

    /// The bars of recent low-back pain, from the model of care-patterns.md.
    ///
    /// M = .79 and rho = .17, with w = .10 and k = 1.35 (grade B):
    ///
    /// - P(2) = ¼ · .89 · .2295 + ½ · .79 · .17 + ¼ · .69 · .17 / 1.35
    ///   = .05106 + .06715 + .02172 = .13994
    /// - P(6) = .05106 · .7705⁴ + .06715 · .83⁴ + .02172 · .87407⁴ + .21 who do not respond
    ///   = .01800 + .03187 + .01268 + .21 = .27254
    ///
    /// So 14 and 27 of 100, and the bar of visit 2 is .13994 / .27254 = .5135 of the longest, 128.
    @Test("has bars as long as their last visit is likely")
    func bars() throws {
        let picture = try picture("course", of: HTMLDesk.care())
        let bars = picture.all("rect")
        let lengths = try Dictionary(
            uniqueKeysWithValues: bars.map {
                (try #require($0.attributes["data-visit"]), try $0.number("width"))
            }
        )

        #expect(bars.map { $0.attributes["data-visit"] } == (2...10).map { "\($0)" })
        #expect(lengths["6"] == 128.0)
        #expect(lengths["2"] == 65.7)
        let told = try #require(picture.all("desc").first?.text)
        #expect(told.hasPrefix("Visit 2, Fri Dec 4: 14 of 100 patients, $116.56 paid. "))
        #expect(told.contains("Visit 6, Fri Dec 18: 27 of 100 patients, "))
    }

    @Test(
        "has bars in proportion for every plan",
        arguments: [
            HTMLDesk.care(), HTMLDesk.headache, HTMLDesk.halfDone,
        ]
    )
    func proportion(_ request: String) throws {
        let projection = try #require(try Desk.quote(request).quote.projection)
        let bars = try picture("course", of: request).all("rect")
        let most = try #require(projection.outcomes.map(\.probability).max())

        #expect(bars.count > 4)
        for bar in bars {
            let visit = try #require(bar.attributes["data-visit"].flatMap { Int($0) })
            let chance = try #require(projection.outcome(after: visit)?.probability)
            #expect(abs(try bar.number("width") - max(chance / most * 128, 1)) <= 0.051)
        }
    }

    /// Of recent low-back pain half or more end by visit 6, where care is looked at again.
    @Test("marks the headline and the checkpoints in words")
    func marks() throws {
        let texts = try picture("course", of: HTMLDesk.care()).all("text").map(\.text)
        let headline = try picture("course", of: HTMLDesk.care()).all("rect")
            .filter { $0.styles.contains("headline") }

        #expect(texts.filter { $0.contains("half or more") }.count == 1)
        #expect(texts.contains("we look again · by here half or more have ended"))
        #expect(headline.map { $0.attributes["data-visit"] } == ["6"])
        // Its gates are at 6 and 12; the exam at 16, after four more weeks, decides nothing.
        let long = try picture("course", of: HTMLDesk.headache).all("text").map(\.text)
        #expect(long.filter { $0.hasPrefix("we look again") }.count == 2)
    }

    // MARK: The running total

    /// The scale of 717.96 has steps of 200 (five of 100 are too few), so it ends at 800.
    ///
    /// "$800" takes 8 + 4 · 7 = 36 at the left and "$717.96" 8 + 7 · 8 = 64 of 340 at the right, which
    /// leaves 240 for 16 visits, 15 each. Letters stand in one row, so the plot reaches from 24 to
    /// 174. 75.30 is 75.30 / 800 · 150 = 14.1 high, twice that 28.2, and 717.96 is 134.6 high.
    @Test("climbs by what each visit costs")
    func steps() throws {
        let picture = try picture("paid", of: WorkedScenario.asWritten.json)
        let path = try #require(shape("total", in: picture)?.attributes["d"])

        #expect(
            path.hasPrefix("M36.0 174.0 L36.0 159.9 L51.0 159.9 L51.0 145.8 L66.0 145.8 L66.0 ")
        )
        #expect(path.hasSuffix(" L276.0 39.4"))
        #expect(shape("band", in: picture) == nil)
        let texts = picture.all("text").map(\.text)
        for label in ["$0", "$200", "$400", "$600", "$800", "$717.96", "Mon Nov 23", "Mon Feb 8"] {
            #expect(texts.contains(label), "\(label)")
        }
        #expect(!texts.contains("$1,000"))
        #expect(
            picture.all("desc").first?.text
                == "$75.30 after visit 1, $717.96 after visit 16."
        )
    }

    /// The limit ends with visit 8 and the new year begins with visit 11, each at the middle of its
    /// 15: 36 + 7.5 · 15 = 148.5, and 36 + 10.5 · 15 = 193.5.
    @Test("marks what happens by the letters of the list beside it")
    func events() throws {
        let page = try HTMLDesk.page(WorkedScenario.asWritten.json)
        let picture = try #require(page.all("svg").first)
        let listed = page.all("li").filter { $0.all("b").first?.styles == ["mark"] }

        #expect(try picture.all("circle").map { try $0.number("cx") } == [148.5, 193.5])
        #expect(
            listed.map(\.text) == [
                "A Limit : Covered visits end after visit 8, Wed Dec 16. New count on Jan 1.",
                "B Reset : Jan 1: the 1,500.00 deductible starts again.",
            ]
        )
    }

    /// RangeTests works the ends: 573.96 with the deductible met, 1,097.80 with nothing of it met.
    ///
    /// The scale ends at 1,500 ("$1,500": 50 at the left, "$1,097.80": 80 at the right): 1,097.80 is
    /// 109.8 high and 573.96 is 57.4, above the ground at 174.
    @Test("has a band for what is not known")
    func band() throws {
        let request = WorkedScenario.asWritten.json.replacing("\"1320.00\"", with: "null")
        let picture = try picture("paid", of: request)
        let area = try #require(shape("band", in: picture)?.attributes["d"])
        let texts = picture.all("text").map(\.text)

        #expect(area.hasSuffix(" Z"))
        #expect(area.contains(" L260.0 64.2 L260.0 116.6 "))
        #expect(texts.contains("$573.96"))
        #expect(texts.contains("$1,097.80"))
        #expect(
            picture.all("desc").first?.text.hasSuffix("between $573.96 and $1,097.80.") == true
        )
    }

    /// The pattern has twelve visits; those that keep up a gain are no part of it.
    @Test("ends where the plan of care does")
    func maintenance() throws {
        let picture = try picture("paid", of: HTMLDesk.maintained)
        let texts = picture.all("text").map(\.text)

        #expect(try Desk.quote(HTMLDesk.maintained).quote.visits.count > 12)
        #expect(texts.contains("12"))
        #expect(!texts.contains("18"))
        #expect(picture.all("desc").first?.text.contains("after visit 12") == true)
    }

    @Test("is left out where a single visit leaves nothing to draw")
    func single() throws {
        #expect(try pictures(RequestText().json).isEmpty)
    }
}
