/// The answers to some lines of a batch that follow one another.
struct AnsweredShare: Sendable {
    /// Its place among the shares, from 0.
    let number: Int
    private(set) var bytes: [UInt8] = []
    private(set) var lines = 0
    private(set) var failures = 0
    private(set) var warnings: [String] = []
    /// Whether all of its lines are answered.
    var isWhole = false

    init(number: Int) {
        self.number = number
    }

    mutating func add(_ answer: BatchAnswer) {
        bytes += answer.bytes
        lines += 1
        if answer.isFailure { failures += 1 }
        warnings += answer.warnings
    }
}

/// Puts shares that are answered in any order back into the order of their lines.
struct AnswerOrder {
    private let window: Int
    private var begun = 0
    private var given = 0
    private var waiting: [Int: AnsweredShare] = [:]
    /// Whether a share ended early, after which nothing is given.
    private var isBroken = false

    /// Creates an order.
    ///
    /// - Parameter window: The most shares that are begun and not yet given.
    init(window: Int) {
        self.window = window
    }

    /// Whether another share may begin.
    var hasRoom: Bool { begun - given < window }

    /// Begins the next share, and says its number.
    mutating func begin() -> Int {
        defer { begun += 1 }
        return begun
    }

    /// Takes in a share that is answered.
    mutating func end(_ share: AnsweredShare) {
        waiting[share.number] = share
    }

    /// The next share in the order, where it is answered.
    mutating func next() -> AnsweredShare? {
        guard !isBroken, let share = waiting.removeValue(forKey: given) else { return nil }
        given += 1
        isBroken = !share.isWhole
        return share
    }
}
