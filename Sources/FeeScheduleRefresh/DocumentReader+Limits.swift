import CareModel
import JSONText
import PriceTableFiles

/// The limits of a configuration; each has the default of its type.
extension DocumentReader {
    /// Reads the thresholds above which a change waits for a person.
    ///
    /// That a service vanishes, and that a list is the first for a clinic that has prices, holds
    /// an offer whatever stands here.
    func holding() -> HoldingRules {
        let usual = HoldingRules()
        var read: [HoldingName: Percentage] = [:]
        var factorServices: Int?
        object(HoldingName.self) { name in
            if name == .factorServices {
                factorServices = integer(in: 1...1_000, of: "services")
            } else {
                read[name] = percent()
            }
        }
        return HoldingRules(
            serviceChange: read[.serviceChangePercent] ?? usual.serviceChange,
            manyChange: read[.manyChangePercent] ?? usual.manyChange,
            manyServices: read[.manyServicesPercent] ?? usual.manyServices,
            rowsChange: read[.rowsPercent] ?? usual.rowsChange,
            totalChange: read[.totalPercent] ?? usual.totalChange,
            factorPrices: factorServices ?? usual.factorPrices
        )
    }

    /// Reads how long each part of a run may take.
    func deadlines() -> RefreshDeadlines {
        let here = mark()
        var read = RefreshDeadlines()
        object(DeadlineName.self) { name in
            switch name {
            case .connectMilliseconds:
                read.connectMilliseconds = milliseconds() ?? read.connectMilliseconds
            case .transferMilliseconds:
                read.transferMilliseconds = milliseconds() ?? read.transferMilliseconds
            case .lowSpeedBytesPerSecond:
                read.lowSpeedBytesPerSecond =
                    integer(in: 1...1_000_000, of: "bytes a second") ?? read.lowSpeedBytesPerSecond
            case .lowSpeedSeconds: read.lowSpeedSeconds = seconds() ?? read.lowSpeedSeconds
            case .runSeconds: read.runSeconds = seconds() ?? read.runSeconds
            }
        }
        if read.connectMilliseconds > read.transferMilliseconds {
            report(
                here.child(DeadlineName.connectMilliseconds.rawValue),
                "is \(read.connectMilliseconds), more than transferMilliseconds, "
                    + "\(read.transferMilliseconds), which it is a part of. Write less"
            )
        }
        if read.transferMilliseconds > read.runSeconds * 1_000 {
            report(
                here.child(DeadlineName.transferMilliseconds.rawValue),
                "is \(read.transferMilliseconds), longer than the whole run of "
                    + "\(read.runSeconds) seconds. Write less, or more for runSeconds"
            )
        }
        return read
    }

    /// Reads how often and how late a download is tried again.
    ///
    /// A configuration may spare servers more than the retry classes do, and not less.
    func retry() -> RetryPolicy {
        let here = mark()
        let most = RetryPolicy()
        var read = RetryPolicy()
        object(RetryName.self) { name in
            switch name {
            case .attempts:
                read.attempts = integer(in: 1...most.attempts, of: "attempts") ?? read.attempts
            case .firstDelayMilliseconds:
                read.firstDelayMilliseconds =
                    milliseconds(atMost: most.mostDelayMilliseconds) ?? read.firstDelayMilliseconds
            case .mostDelayMilliseconds:
                read.mostDelayMilliseconds =
                    milliseconds(atMost: most.mostDelayMilliseconds) ?? read.mostDelayMilliseconds
            case .totalSeconds:
                read.totalSeconds = seconds(atMost: most.totalSeconds) ?? read.totalSeconds
            case .mostRetryAfterSeconds:
                read.mostRetryAfterSeconds =
                    seconds(atMost: most.mostRetryAfterSeconds) ?? read.mostRetryAfterSeconds
            }
        }
        if read.firstDelayMilliseconds > read.mostDelayMilliseconds {
            report(
                here.child(RetryName.firstDelayMilliseconds.rawValue),
                "is \(read.firstDelayMilliseconds), more than mostDelayMilliseconds, "
                    + "\(read.mostDelayMilliseconds). Write less"
            )
        }
        return read
    }

    /// Reads which snapshots are kept; two at least, so that there is one to go back to.
    func keeping() -> SnapshotKeeping {
        var read = SnapshotKeeping()
        object(KeepName.self) { name in
            switch name {
            case .snapshots:
                read.snapshots = integer(in: 2...1_000, of: "snapshots") ?? read.snapshots
            case .days: read.days = integer(in: 1...36_500, of: "days") ?? read.days
            }
        }
        return read
    }

    private func milliseconds(atMost limit: Int = 3_600_000) -> Int? {
        integer(in: 1...limit, of: "milliseconds")
    }

    private func seconds(atMost limit: Int = 86_400) -> Int? {
        integer(in: 1...limit, of: "seconds")
    }

    /// Reads percent: a whole number, or text where there are decimals.
    private func percent() -> Percentage? {
        let here = mark()
        let advice = "is not percent. Write a whole number from 0 to 100, or text such as \"12.5\""
        var text: String?
        switch kind() {
        case .string: text = self.text()
        case .number: text = numberText().flatMap { $0.contains(".") ? nil : $0 }
        default: skip()
        }
        // A percent has ten million billionths of the whole.
        guard let text, let digits = DecimalDigits(text, decimals: 7),
            digits.scaled <= Percentage.whole.billionths
        else {
            report(here, advice)
            return nil
        }
        return Percentage(billionths: Int(digits.scaled))
    }
}

private enum HoldingName: String, CaseIterable {
    case serviceChangePercent, manyChangePercent, manyServicesPercent, rowsPercent, totalPercent
    case factorServices
}

private enum DeadlineName: String, CaseIterable {
    case connectMilliseconds, transferMilliseconds, lowSpeedBytesPerSecond, lowSpeedSeconds
    case runSeconds
}

private enum RetryName: String, CaseIterable {
    case attempts, firstDelayMilliseconds, mostDelayMilliseconds, totalSeconds
    case mostRetryAfterSeconds
}

private enum KeepName: String, CaseIterable {
    case snapshots, days
}
