import CareModel

/// A page of HTML with our style sheet: readable on a phone, at a desk and on paper.
struct HTMLPage {
    let title: String
    let words: Words
    let content: [HTMLNode]

    /// The page, with a final line break.
    var text: String {
        HTMLNode.document(
            .element(
                "html",
                [HTMLAttribute("lang", words.language.rawValue)],
                [head, .element("body", [.element("main", content)])]
            )
        )
    }

    private var head: HTMLNode {
        .element(
            "head",
            [
                .element("meta", [HTMLAttribute("charset", "utf-8")], []),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("robots", "noindex"),
                // Nothing is fetched, and nothing runs, whatever stands on the page.
                .element(
                    "meta",
                    [
                        HTMLAttribute("http-equiv", "Content-Security-Policy"),
                        HTMLAttribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
                    ],
                    []
                ),
                .element("title", text: title),
                .style(HTMLPage.style),
            ]
        )
    }

    private func meta(_ name: String, _ content: String) -> HTMLNode {
        .element("meta", [HTMLAttribute("name", name), HTMLAttribute("content", content)], [])
    }

    private static let style: StaticString = """

        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #fff; color: #1b1f24; line-height: 1.5;
          font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
          overflow-wrap: break-word; }
        main { max-width: 64rem; margin: 0 auto; padding: 0.75rem; }
        header, section { margin: 0 0 1.75rem; }
        header p { margin: 0.25rem 0; max-width: 46rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
        h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 0.5rem; }
        p { margin: 0 0 0.5rem; max-width: 46rem; }
        ul { margin: 0; padding-left: 1.2rem; max-width: 46rem; }
        li { margin: 0 0 0.4rem; }
        p::first-letter, dd::first-letter, li::first-letter, th::first-letter, td::first-letter {
          text-transform: uppercase; }
        .urgent { font-size: 1.2rem; line-height: 1.4; }
        .number, .small { color: #4a5560; font-size: 0.9rem; }
        .figures { display: grid; gap: 0.75rem; margin: 0 0 0.5rem; }
        .figures div { border: 1px solid #8a949e; border-radius: 0.5rem; padding: 0.75rem; }
        .figures dt { font-weight: 600; }
        .figures dd { margin: 0.25rem 0 0; }
        .figures .amount { font-size: 1.9rem; font-weight: 700; line-height: 1.2; margin: 0;
          font-variant-numeric: tabular-nums; }
        .events { list-style: none; padding: 0; }
        .mark { display: inline-block; min-width: 1.5em; text-align: center; line-height: 1.4;
          border: 1px solid #1b1f24; border-radius: 1em; font-size: 0.85em; }
        table { border-collapse: collapse; width: 100%; max-width: 46rem; margin: 0 0 0.75rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0;
          border-bottom: 1px solid #b4bcc4; font-weight: 400; }
        thead th { font-weight: 600; border-bottom: 2px solid #1b1f24; vertical-align: bottom; }
        th.sum, td.sum { padding-right: 0.9rem; text-align: right;
          font-variant-numeric: tabular-nums; }
        td.sum { font-weight: 600; white-space: nowrap; }
        figure { margin: 0 0 0.75rem; max-width: 32rem; }
        figcaption { font-weight: 600; margin: 0 0 0.25rem; }
        figure p { font-size: 0.9rem; margin: 0; }
        svg { display: block; width: 100%; height: auto; font-family: inherit; font-size: 12px; }
        svg text { fill: #1b1f24; }
        svg .strong { font-weight: 700; }
        svg .end { text-anchor: end; }
        svg .middle { text-anchor: middle; }
        svg .bar { fill: #7fa3cc; stroke: #1d4f91; }
        svg .headline { fill: #1d4f91; }
        svg .grid { stroke: #ccd2d8; }
        svg .axis { stroke: #1b1f24; }
        svg .event { stroke: #1b1f24; stroke-dasharray: 3 3; }
        svg .letter { fill: #fff; stroke: #1b1f24; }
        svg .band { fill: #cfdff2; stroke: #1d4f91; stroke-dasharray: 2 2; }
        svg .total { fill: none; stroke: #12305c; stroke-width: 2.5; }
        @media (max-width: 30rem) {
          table { font-size: 0.9rem; }
          th, td { padding-right: 0.4rem; }
          th.sum, td.sum { padding-right: 0.6rem; }
        }
        @media (min-width: 48rem) {
          main { padding: 1.5rem 2rem; }
          .figures { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
          thead th, tbody td:nth-child(2) { white-space: nowrap; }
          .beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr));
            gap: 1.5rem; align-items: start; }
        }
        @media print {
          @page { margin: 14mm; }
          body, .number, .small { color: #000; }
          body { font-size: 10.5pt; line-height: 1.35; }
          main { max-width: none; padding: 0; }
          header, section { margin-bottom: 1rem; }
          h1, h2, thead, figcaption { break-after: avoid; }
          h2 { font-size: 1.1rem; margin-bottom: 0.25rem; }
          .figures { grid-template-columns: repeat(auto-fit, minmax(40mm, 1fr)); }
          .figures .amount { font-size: 1.5rem; }
          .beside { display: block; }
          figure { max-width: 11.5cm; }
          tr, li, figure, .figures div { break-inside: avoid; }
          thead { display: table-header-group; }
          p, li { orphans: 3; widows: 3; }
          svg text { fill: #000; }
          svg .bar { fill: #bbb; stroke: #000; }
          svg .headline { fill: #333; }
          svg .band { fill: #ddd; stroke: #000; }
          svg .total, svg .axis { stroke: #000; }
        }

        """
}
