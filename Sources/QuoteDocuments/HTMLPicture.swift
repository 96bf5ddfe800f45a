/// A picture in a page of HTML, which is told in words too.
///
/// Its own unit is as wide as a pixel of a small phone, so that its letters can be read there; at a
/// desk it grows.
struct HTMLPicture {
    static let width = 340.0

    /// The name within the page, by which the picture refers to its words.
    let id: String
    let title: String
    /// What the picture shows, for one who does not see it.
    let description: String
    let height: Double
    let shapes: [HTMLNode]
    /// What is said below it.
    var notes: [String] = []

    /// The picture with its title above it.
    var figure: HTMLNode {
        let drawing = HTMLNode.element(
            "svg",
            [
                HTMLAttribute("role", "img"),
                HTMLAttribute("aria-labelledby", "\(id)-title \(id)-desc"),
                HTMLAttribute(
                    "viewBox",
                    "0 0 \(HTMLPicture.width.coordinate) \(height.coordinate)"
                ),
                HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"),
            ],
            [
                .element("title", [HTMLAttribute("id", "\(id)-title")], text: title),
                .element("desc", [HTMLAttribute("id", "\(id)-desc")], text: description),
            ] + shapes
        )
        return .element(
            "figure",
            [.element("figcaption", text: title), drawing]
                + notes.map { .element("p", text: $0) }
        )
    }

    // MARK: Shapes

    static func text(_ text: String, x: Double, y: Double, style: String = "") -> HTMLNode {
        .element("text", point(x, y, "x", "y") + named(style), text: text)
    }

    static func line(
        from start: (x: Double, y: Double),
        to end: (x: Double, y: Double),
        style: String
    ) -> HTMLNode {
        .element(
            "line",
            point(start.x, start.y, "x1", "y1") + point(end.x, end.y, "x2", "y2") + named(style),
            []
        )
    }

    static func circle(x: Double, y: Double, radius: Double, style: String) -> HTMLNode {
        .element(
            "circle",
            point(x, y, "cx", "cy") + [HTMLAttribute("r", radius.coordinate)] + named(style),
            []
        )
    }

    /// A line through points, or with an end at its beginning an area.
    static func path(
        _ points: [(x: Double, y: Double)],
        isClosed: Bool = false,
        style: String
    ) -> HTMLNode {
        let steps = points.enumerated().map { index, point in
            (index == 0 ? "M" : "L") + "\(point.x.coordinate) \(point.y.coordinate)"
        }
        return .element(
            "path",
            [HTMLAttribute("d", steps.joined(separator: " ") + (isClosed ? " Z" : ""))]
                + named(style),
            []
        )
    }

    static func named(_ style: String) -> [HTMLAttribute] {
        style.isEmpty ? [] : [HTMLAttribute("class", style)]
    }

    private static func point(
        _ x: Double,
        _ y: Double,
        _ xName: StaticString,
        _ yName: StaticString
    ) -> [HTMLAttribute] {
        [HTMLAttribute(xName, x.coordinate), HTMLAttribute(yName, y.coordinate)]
    }
}

extension Double {
    /// A length or a place in a picture, to a tenth; a picture has none below zero.
    var coordinate: String { Swift.max(self, 0).text(decimals: 1) }
}
