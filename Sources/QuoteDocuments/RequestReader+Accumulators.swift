import CareCoverage
import CareModel
import JSONText
import PriceTableFiles

extension RequestReader {
    private enum AccumulatorName: String, CaseIterable {
        case asOf, source, deductible, outOfPocket, limits, carryoverMonths
        case authorizationVisitsUsed, benefitVisits
    }

    private enum DeductibleName: String, CaseIterable {
        case individualMet, familyMet, membersMet, byCategoryMet
    }

    private enum OutOfPocketName: String, CaseIterable {
        case individualMet, familyMet
    }

    private enum LimitName: String, CaseIterable {
        case used, dates
    }

    /// Reads what has been used; `null`, as anything absent, means not known.
    func readAccumulators() -> AccumulatorDraft {
        var draft = AccumulatorDraft(figures: Accumulators(asOf: CalendarDate(dayNumber: 0)))
        reader.object(AccumulatorName.self) { name in
            switch name {
            case .asOf:
                draft.statedAsOf = reader.date()
                if let date = draft.statedAsOf { draft.figures.asOf = date }
            case .source: draft.figures.source = reader.words()
            case .deductible: readDeductible(into: &draft.figures)
            case .outOfPocket:
                reader.object(OutOfPocketName.self) { name in
                    switch name {
                    case .individualMet: draft.figures.outOfPocket.individual = reader.money()
                    case .familyMet: draft.figures.outOfPocket.family = reader.money()
                    }
                }
            case .limits:
                reader.dictionary { name in readLimit(name, into: &draft) }
            case .carryoverMonths: readMonths(into: &draft.figures)
            case .authorizationVisitsUsed:
                draft.figures.authorizationVisitsUsed = reader.integer(in: 0...999, of: "visits")
            case .benefitVisits:
                reader.dictionary { text in
                    let mark = reader.mark()
                    if reader.kind() == .null { return reader.skip() }
                    let count = reader.integer(in: 0...999, of: "visits")
                    guard let category = ServiceCategory(text) else {
                        return reader.report(mark, "stands under a name that is no category")
                    }
                    draft.figures.benefitVisits[category] = count
                }
            }
        }
        return draft
    }

    private func readMonths(into figures: inout Accumulators) {
        var months: [Int: Money] = [:]
        reader.dictionary { text in
            let mark = reader.mark()
            let amount = reader.money()
            guard let month = Int(text), (1...12).contains(month), String(month) == text else {
                return reader.report(
                    mark,
                    "stands under \"\(text)\", which is no month. Write \"1\" to \"12\""
                )
            }
            months[month] = amount
        }
        figures.deductibleByMonth = months
    }

    private func readDeductible(into figures: inout Accumulators) {
        reader.object(DeductibleName.self) { name in
            switch name {
            case .individualMet: figures.deductible.individual = reader.money()
            case .familyMet: figures.deductible.family = reader.money()
            case .membersMet: figures.membersMet = reader.integer(in: 0...99, of: "members")
            case .byCategoryMet:
                reader.dictionary { text in
                    let mark = reader.mark()
                    if reader.kind() == .null { return reader.skip() }
                    let amount = reader.money()
                    guard let category = ServiceCategory(text) else {
                        return reader.report(mark, "stands under a name that is no category")
                    }
                    figures.deductibleByCategory[category] = amount
                }
            }
        }
    }

    private func readLimit(_ name: String, into draft: inout AccumulatorDraft) {
        let mark = reader.mark()
        if reader.kind() == .null { return reader.skip() }
        var used: Accumulators.LimitUse?
        var dates: [CalendarDate]?
        reader.object(LimitName.self) { key in
            switch key {
            case .used:
                if reader.kind() == .string {
                    used = reader.money().map { .amount($0) }
                } else {
                    used = reader.integer(in: 0...9_999_999, of: "visits, services or dollars")
                        .map { .used($0) }
                }
            case .dates:
                var read: [CalendarDate] = []
                reader.list(0...DocumentLimits.visits, of: "dates") { _ in
                    if let date = reader.date() { read.append(date) }
                }
                dates = read
            }
        }
        draft.limits.append((name, mark))
        switch (used, dates) {
        case (let used?, nil): draft.figures.limits[name] = used
        case (nil, let dates?): draft.figures.limits[name] = .dates(dates)
        case (.some, .some):
            reader.report(mark.child("dates"), "stands beside used. Write one of the two")
        case (nil, nil): break
        }
    }
}
