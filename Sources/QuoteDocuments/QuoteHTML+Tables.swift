import CareModel

extension QuoteHTML {
    var visits: HTMLNode {
        let columns: [QuoteColumn] = [.visits, .when, .eachYouPay, .why]
        let rows = sentences.visitRows.map { row in
            tableRow(row.numbers, [row.days, "\(row.amount)", row.why], amounts: 1...1)
        }
        return .element(
            "section",
            [
                .element("h2", text: words.column(.visits)),
                table(head: columns.map(words.column), rows, amounts: 2...2),
            ]
        )
    }

    /// The payments, where they are not simply a visit's price.
    var payments: HTMLNode? {
        guard !sentences.payments.isEmpty else { return nil }
        let rows = sentences.payments.map { payment in
            tableRow(
                payment.days,
                [
                    "\(payment.amount)"
                        + (payment.each.isEmpty ? "" : " " + payment.each)
                ],
                amounts: 0...0
            )
        }
        return section(
            .payments,
            [table(head: [words.column(.when), words.column(.youPay)], rows, amounts: 1...1)]
        )
    }

    /// What stopping early settles.
    var settlements: HTMLNode? {
        guard !sentences.settlements.isEmpty else { return nil }
        return section(
            .ifCareStops,
            [list(sentences.settlements.map { "\($0.after): \($0.what)" })]
        )
    }

    var waysToPay: HTMLNode {
        let columns = sentences.waysColumns
        let rows = sentences.waysToPay.map { way in
            tableRow(
                way.text,
                [way.byThen, way.total].compactMap { $0.map { "\($0)" } },
                amounts: 0...1
            )
        }
        let order = columns.byThen.isEmpty ? [] : [HTMLNode.element("p", text: sentences.waysOrder)]
        let heads =
            columns.byThen.isEmpty ? [words.column(.youPay)] : [columns.byThen, columns.all]
        let refusals = sentences.refusals.map { refusal in
            HTMLNode.element(
                "li",
                [.element("b", text: words.notAllowed.asHeading), .text(": " + refusal)]
            )
        }
        return section(
            sentences.waysHeading,
            order + [table(head: [words.column(.how)] + heads, rows, amounts: 1...2)]
                + (refusals.isEmpty ? [] : [.element("ul", refusals)])
        )
    }

    /// A table, whose columns of amounts stand to the right.
    private func table(head: [String], _ rows: [HTMLNode], amounts: ClosedRange<Int>) -> HTMLNode {
        let cells = head.enumerated().map { index, text in
            HTMLNode.element(
                "th",
                [HTMLAttribute("scope", "col")]
                    + (amounts.contains(index) ? [HTMLAttribute("class", "sum")] : []),
                text: text
            )
        }
        return .element(
            "table",
            [
                .element("thead", [.element("tr", cells)]),
                .element("tbody", rows),
            ]
        )
    }

    /// A row, which its first cell names; a fee beside a visit has no name.
    private func tableRow(_ name: String, _ cells: [String], amounts: ClosedRange<Int>) -> HTMLNode
    {
        let first: HTMLNode =
            name.isEmpty
            ? .element("td", []) : .element("th", [HTMLAttribute("scope", "row")], text: name)
        return .element(
            "tr",
            [first]
                + cells.enumerated().map { index, text in
                    .element(
                        "td",
                        amounts.contains(index) ? [HTMLAttribute("class", "sum")] : [],
                        text: text
                    )
                }
        )
    }
}
