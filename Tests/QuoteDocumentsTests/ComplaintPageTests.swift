import CareModel
import CareQuote
import QuoteDocuments
import TestSupport
import Testing

/// Twelve complaints of patients who pay by themselves, from Monday, November 30, 2026.
///
/// The first visit costs 125.00 for the exam and 65.00 for the adjustment, each further one 65.00,
/// and a visit with a re-exam 55.00 more: by visit n with k re-exams 125.00 + 65.00 n + 55.00 k.
/// The headline visits are the medians of the table in care-patterns.md.
@Suite("The page of a complaint")
struct ComplaintPageTests {
    struct Page: Sendable, CustomTestStringConvertible {
        let complaint: String
        let title: String
        let reason: String
        /// The headline visit, the re-exams up to it, and what is paid by then.
        let headline: (visit: Int, amount: String)
        /// The last visit and what is paid by then.
        let last: (visit: Int, amount: String)

        var testDescription: String { complaint }

        init(
            _ complaint: String,
            _ title: String,
            _ reason: String,
            by headline: Int,
            _ paid: String,
            all last: Int,
            _ total: String
        ) {
            self.complaint = complaint
            self.title = title
            self.reason = reason
            self.headline = (headline, paid)
            self.last = (last, total)
        }

        static let all: [Page] = [
            // By 6 with the re-exam there: 125 + 390 + 55. By 10: 125 + 650 + 55.
            Page(
                #""region": "low-back", "durationDays": 10, "painScore": 5, "priorEpisodes": 0, "#
                    + #""knownRecurrent": false"#,
                "Low-back pain that began a short while ago: at most 10 visits.",
                "The pain began less than 6 weeks ago, and nothing complicates it.",
                by: 6,
                "570.00",
                all: 10,
                "830.00"
            ),
            // 12 visits with re-exams at 6 and 12: 125 + 780 + 110.
            Page(
                #""region": "low-back", "durationDays": 10, "painScore": 9, "priorEpisodes": 0, "#
                    + #""knownRecurrent": false"#,
                "at most 12 visits.",
                "The pain began less than 6 weeks ago, and something complicates it.",
                by: 6,
                "570.00",
                all: 12,
                "1,015.00"
            ),
            Page(
                #""region": "low-back", "durationDays": 41, "painScore": 5, "priorEpisodes": 4, "#
                    + #""knownRecurrent": false"#,
                "at most 12 visits.",
                "The pain began less than 6 weeks ago, and something complicates it.",
                by: 6,
                "570.00",
                all: 12,
                "1,015.00"
            ),
            Page(
                #""region": "low-back", "durationDays": 42, "knownRecurrent": false"#,
                "at most 12 visits.",
                "The pain has lasted 6 weeks or longer, less than 12.",
                by: 6,
                "570.00",
                all: 12,
                "1,015.00"
            ),
            // Re-exams at 6 and 8; by 8: 125 + 520 + 110.
            Page(
                #""region": "low-back", "durationDays": 84, "knownRecurrent": false"#,
                "Low-back pain for 12 weeks or longer: at most 12 visits.",
                "The pain has lasted 12 weeks or longer.",
                by: 8,
                "755.00",
                all: 12,
                "1,015.00"
            ),
            // A re-exam at 4: 125 + 260 + 55; by 6: 125 + 390 + 55.
            Page(
                #""region": "low-back", "durationDays": 3, "knownRecurrent": true, "painScore": 4"#,
                "at most 6 visits.",
                "A pain that is known to come back, and a mild flare of it.",
                by: 4,
                "440.00",
                all: 6,
                "570.00"
            ),
            Page(
                #""region": "low-back", "durationDays": 3, "knownRecurrent": true, "painScore": 7"#,
                "at most 12 visits.",
                "A pain that is known to come back, and a moderate or severe flare of it.",
                by: 6,
                "570.00",
                all: 12,
                "1,015.00"
            ),
            // Re-exams at 6 and 12, and at 11 because the 12th visit falls on 01-19 (the 18th is a
            // holiday), more than four weeks after the 6th on 12-18: 125 + 1,040 + 165.
            Page(
                #""region": "low-back", "radiatingLegPain": true"#,
                "at most 16 visits.",
                "The pain radiates into a leg.",
                by: 6,
                "570.00",
                all: 16,
                "1,330.00"
            ),
            Page(
                #""region": "neck", "durationDays": 20"#,
                "at most 10 visits.",
                "The pain began less than 6 weeks ago.",
                by: 6,
                "570.00",
                all: 10,
                "830.00"
            ),
            // The plan for persistent pain with re-exams at 6 and 8, cut at 10: 125 + 650 + 110.
            Page(
                #""region": "neck", "durationDays": 60"#,
                "at most 10 visits.",
                "the plan for persistent pain with at most 10 visits.",
                by: 8,
                "755.00",
                all: 10,
                "885.00"
            ),
            Page(
                #""region": "neck", "durationDays": 200"#,
                "at most 12 visits.",
                "The pain has lasted 12 weeks or longer.",
                by: 8,
                "755.00",
                all: 12,
                "1,015.00"
            ),
            // Re-exams at 6 and 12, and at 16 because the 17th visit would be five weeks after the
            // 12th: 125 + 1,170 + 165.
            Page(
                #""region": "headache", "durationDays": 200, "headacheFromNeck": true"#,
                "at most 18 visits.",
                "A clinician has found that the headache comes from the neck",
                by: 6,
                "570.00",
                all: 18,
                "1,460.00"
            ),
        ]
    }

    private func page(_ complaint: String, _ language: Language) throws -> String {
        var text = CareText(choice: #""complaint": {\#(complaint)}"#)
        text.isInsured = false
        let made = try Desk.quote(text.json)
        let words = Words(language: language, audience: .patient, catalog: made.catalog)
        return QuoteText(made, words: words).text()
    }

    /// The page with every run of spaces and line breaks as one space.
    private func flat(_ page: String) -> String {
        page.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test(
        "names the plan and why, when it stops, and what it most likely costs",
        arguments: Page.all
    )
    func english(_ expected: Page) throws {
        let page = try page(expected.complaint, .english)
        let flat = flat(page)

        #expect(flat.contains(expected.title), "\(page)")
        #expect(flat.contains(expected.reason), "\(page)")
        #expect(
            flat.contains("BY VISIT \(expected.headline.visit) YOU PAY \(expected.headline.amount)")
        )
        #expect(flat.contains("by visit \(expected.headline.visit) ("))
        #expect(flat.contains("ALL \(expected.last.visit), YOU PAY \(expected.last.amount)"))
        // Headache from the neck is measured by its days.
        let isHeadache = expected.complaint.contains("headacheFromNeck")
        let better =
            isHeadache
            ? "you have at least 30 percent fewer days with headache"
            : "pain or function is better by 30 percent"
        #expect(flat.contains("Care goes on only if: \(better)"))
        #expect(flat.contains("You want to stop: you can at any visit."))
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        // The stop rules stand before any amount.
        let stop = try #require(flat.split(separator: "You want to stop").first)
        #expect(!stop.contains(".00"))
        // No procedure code on a patient's page.
        for code in ["98940", "98941", "99203", "99212"] { #expect(!page.contains(code)) }
    }

    @Test("is Spanish throughout where that is asked for", arguments: Page.all)
    func spanish(_ expected: Page) throws {
        let flat = flat(try page(expected.complaint, .spanish))

        #expect(flat.contains("A LA VISITA \(expected.headline.visit) PAGA"))
        #expect(flat.contains(expected.headline.amount))
        #expect(flat.contains("LAS \(expected.last.visit), PAGA \(expected.last.amount)"))
        for word in [" the ", " you ", " visit ", " pain ", " of ", " we "] {
            let works = flat.split(separator: " De: ").first ?? ""
            #expect(!works.contains(word), "\(word) in \(works)")
        }
    }

    /// The side effects of the neck are of another study, and its warning signs are others.
    @Test("tells what is common after a visit, and when to call")
    func advice() throws {
        let back = flat(try page(Page.all[0].complaint, .english))
        let neck = flat(try page(Page.all[8].complaint, .english))

        #expect(back.contains("about 4 in 10 people feel sore"))
        #expect(back.contains("numb skin between the legs, or legs that get weaker"))
        #expect(!back.contains("double vision"))
        #expect(neck.contains("about 56 felt a side effect"))
        #expect(neck.contains("double vision"))
        #expect(!neck.contains("numb skin between the legs"))
    }

    /// Eklund 2018 was not read, and ACP 2017 is from memory.
    @Test("shows a patient nothing that rests on what nobody has read")
    func unread() throws {
        for page in Page.all {
            let flat = flat(try self.page(page.complaint, .english))
            #expect(!flat.contains("acupuncture"))
            #expect(!flat.contains("Eklund A et al. PLoS ONE"))
        }
    }
}
