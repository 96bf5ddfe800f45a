import CareCoverage
package import CareModel
import CareQuote

extension ContinuedQuote {
    /// What the visits done cost the patient in all, fees beside the visits included.
    private var paid: Money { PlanSettlement(of: whole, after: visitsDone)?.cost ?? .zero }

    /// What a person should know of the visits done and of the rest.
    ///
    /// - Parameter language: The language of the page.
    /// - Returns: Sentences.
    package func remarks(in language: Language) -> [String] {
        let words = Words(language: language)
        let quote = whole.quote
        guard made.quote.screening.outcome != .clinicianDecides else { return [stopped(words)] }
        let last = quote.visits.prefix(visitsDone).last.map { $0.date.description } ?? ""
        let total = quote.chosenWay.total
        let left = made.quote.chosenWay.total
        let taken =
            quote.range.isExact
            ? "" : words.say(", as the quote takes what is not known", ", según lo que se supone")
        let done = words.say(
            "\(visitsDone) of \(quote.visits.count) visits of quote \(whole.id) are taken as done, "
                + "the last on \(last): they cost the patient \(paid.groupedText)\(taken). This "
                + "quote is for the rest, \(left.groupedText)",
            "\(visitsDone) de \(quote.visits.count) visitas de la cotización \(whole.id) se dan por "
                + "hechas, la última el \(last): costaron al paciente \(paid.groupedText)\(taken). Esta "
                + "cotización es por el resto, \(left.groupedText)"
        )
        guard paid + left != total else {
            return [
                done
                    + words.say(
                        "; together the \(total.groupedText) of the whole",
                        "; juntas, los \(total.groupedText) del total"
                    )
            ]
        }
        let sum = (paid + left).groupedText
        guard moved == nil else {
            return [
                done
                    + words.say(
                        "; together \(sum), where the whole was \(total.groupedText) on the days that "
                            + "were foreseen",
                        "; juntas \(sum); el total era \(total.groupedText) en los días previstos"
                    )
            ]
        }
        return [
            done
                + words.say(
                    "; together \(sum) and not the \(total.groupedText) of the "
                        + "whole, because something is not known: answer the questions of the quote",
                    "; juntas \(sum) y no los \(total.groupedText) del total, "
                        + "porque algo no se sabe: responda las preguntas de la cotización"
                )
        ]
    }

    /// What becomes of the visits that were left where a caution is found at a visit.
    private func stopped(_ words: Words) -> String {
        let left = whole.quote.visits.count - visitsDone
        let exam = made.quote.chosenWay.total.groupedText
        let refund = made.stopped?.refund ?? .zero
        let back =
            refund > .zero
            ? words.say(
                ". What was paid ahead for visits that were not made is paid back: "
                    + refund.groupedText,
                ". Lo pagado por adelantado por visitas que no se hicieron se devuelve: "
                    + refund.groupedText
            ) : ""
        return words.say(
            "\(visitsDone) of \(whole.quote.visits.count) visits of quote \(whole.id) are taken as "
                + "done. The \(left) that were left are called off until a clinician has decided: "
                + "this quote is for that exam alone, \(exam)\(back)",
            "\(visitsDone) de \(whole.quote.visits.count) visitas de la cotización \(whole.id) se dan "
                + "por hechas. Las \(left) que faltaban quedan canceladas hasta que un profesional "
                + "decida: esta cotización es solo por ese examen, \(exam)\(back)"
        )
    }

    /// What is not as it was, or not as it was asked.
    ///
    /// - Parameter language: The language of the page.
    /// - Returns: Sentences.
    package func warnings(in language: Language) -> [String] {
        let words = Words(language: language)
        var warnings: [String] = []
        if let changedFrom {
            let what =
                hasSameTables
                ? words.say(
                    "the request in the file is not the one of its quote",
                    "la solicitud del archivo no es la de su cotización"
                )
                : words.say(
                    "the price tables have changed since quote \(changedFrom) was made",
                    "las tablas de precios cambiaron desde la cotización \(changedFrom)"
                )
            warnings.append(
                words.say(
                    "\(what). The visits done and the rest are worked out anew, as quote \(whole.id)",
                    "\(what). Las visitas hechas y el resto se calculan de nuevo, como cotización "
                        + whole.id
                )
            )
        }
        let option = whole.quote.request.paymentOption
        if option != .perVisit, made.quote.screening.outcome != .clinicianDecides {
            warnings.append(
                words.say(
                    "the whole was to be paid \(option.rawValue), and what was paid so far is not "
                        + "known: the rest is shown as paid at each visit",
                    "el total se iba a pagar \(option == .monthly ? "por meses" : "por adelantado"), "
                        + "y no se sabe lo pagado hasta ahora: el resto se muestra pagado en cada "
                        + "visita"
                )
            )
        }
        if let moved {
            warnings.append(
                words.say(
                    "visit \(moved.number) was foreseen on \(moved.foreseen), which has passed: it and "
                        + "those after it are planned anew from \(moved.now), so they may cost other "
                        + "amounts",
                    "la visita \(moved.number) estaba prevista el \(moved.foreseen), que ya pasó: ella y "
                        + "las siguientes se planean de nuevo desde el \(moved.now) y pueden costar otros "
                        + "montos"
                )
            )
        }
        return warnings
    }
}
