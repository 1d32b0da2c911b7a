use domain::Severity;
use domain::ec::duration::{in_words, read};
use domain::ec::{CompetenceStandard, Duration};

use super::{is_brand, is_early};
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-13",
    severity: Severity::Error,
    title: "La duración total es la suma de gabinete y campo",
    why: "Con la duración se programan y se cobran las evaluaciones. El formato la escribe «X en \
          gabinete y Y en campo, totalizando Z», y Z es la suma.",
    heuristic: "Se leen cifras y palabras (una, dos, media) seguidas de horas o minutos. Una parte \
                que no está se señala como advertencia. En los formatos 1.0 y 6.0, que la daban \
                como intervalo o en renglones, solo se revisa la suma si están las tres.",
    wrong: "duración: 40 minutos en gabinete y 2 horas en campo, totalizando 2 horas con 30 \
            minutos. = 40 + 120 = 150",
    right: "duración: 40 minutos en gabinete y 2 horas en campo, totalizando 2 horas con 40 \
            minutos. = 40 + 120 = 160",
    basis: "Formato F21-COOPYD-01, v08, EC-F-22",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let duration = &ec.general.evaluation_aspects.duration;
    let text = &duration.printed;
    let spot = Spot {
        text,
        ..Spot::whole("evaluationAspects.duration")
    };
    let stated = read(text);
    let desk = duration.desk_minutes.or(stated.desk_minutes);
    let field = duration.field_minutes.or(stated.field_minutes);
    let total = duration
        .printed_total_minutes
        .or(stated.printed_total_minutes);
    let unsaid = desk.is_none() && field.is_none() && total.is_none();
    if unsaid && text.trim().is_empty() {
        if !is_early(ec) {
            report.at(
                &spot,
                "Falta la duración de la evaluación. Escriba «X en gabinete y Y en campo, \
                 totalizando Z».",
            );
        }
        return;
    }
    if let (Some(desk), Some(field), Some(total)) = (desk, field, total) {
        let sum = desk.saturating_add(field);
        // What was read from print is believed wrong only if the sentence, read here, is too.
        if sum != total && !(ec.printed.is_some() && adds_up(&stated)) {
            let message = format!(
                "{} en gabinete y {} en campo suman {}, y el total dice {}. Corrija el total o \
                 una de las partes.",
                in_words(desk),
                in_words(field),
                in_words(sum),
                in_words(total)
            );
            match total_at(text) {
                Some(start) => report.within(&spot, start..text.trim_end().len(), message),
                None => report.at(&spot, message),
            }
            .suggest(format!("totalizando {}.", in_words(sum)))
            .remedy(Remedy::None);
        }
        if ec.printed.is_none() {
            let pairs = [(desk, stated.desk_minutes), (field, stated.field_minutes)];
            disagreement(report, &spot, &pairs);
        }
    } else if !is_early(ec) && !text.trim().is_empty() {
        incomplete(report, &spot, desk, field, total);
    }
}

/// Whether a sentence states all three, and its total is the sum.
fn adds_up(stated: &Duration) -> bool {
    let parts = (
        stated.desk_minutes,
        stated.field_minutes,
        stated.printed_total_minutes,
    );
    matches!(parts, (Some(desk), Some(field), Some(total)) if desk.saturating_add(field) == total)
}

/// Says which of the three is not stated.
fn incomplete(
    report: &mut Report<'_>,
    spot: &Spot<'_>,
    desk: Option<u32>,
    field: Option<u32>,
    total: Option<u32>,
) {
    let parts = [
        (desk, "el tiempo en gabinete"),
        (field, "el tiempo en campo"),
        (total, "el total"),
    ];
    let lacks: Vec<&str> = parts
        .iter()
        .filter(|(minutes, _)| minutes.is_none())
        .map(|&(_, name)| name)
        .collect();
    let message = match (lacks.as_slice(), desk, field) {
        ([only], Some(desk), Some(field)) => format!(
            "A la duración le falta {only}. Agregue «totalizando {}».",
            in_words(desk.saturating_add(field))
        ),
        ([_, _, _], _, _) => "La duración no se entiende. Escriba «X en gabinete y Y en campo, \
             totalizando Z», con horas y minutos en cifras."
            .to_owned(),
        (lacks, _, _) => format!(
            "A la duración le falta {}. Escriba «X en gabinete y Y en campo, totalizando Z».",
            lacks.join(" y ")
        ),
    };
    report.at(spot, message).weighs(Severity::Warning);
}

/// The sentence of a draft says other minutes than its fields.
fn disagreement(report: &mut Report<'_>, spot: &Spot<'_>, pairs: &[(u32, Option<u32>)]) {
    let wrong = pairs
        .iter()
        .find_map(|&(minutes, stated)| Some((minutes, stated?)).filter(|(m, s)| m != s));
    if let Some((minutes, stated)) = wrong {
        let message = format!(
            "El renglón de la duración dice {} donde el dato es {}. Escríbalo de nuevo.",
            in_words(stated),
            in_words(minutes)
        );
        report.at(spot, message);
    }
}

/// Where the total begins in the sentence.
fn total_at(text: &str) -> Option<usize> {
    ["totalizando", "Totalizando", "total"]
        .iter()
        .find_map(|word| text.find(word))
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn a_half_in_the_sentence_is_no_error() {
        for sentence in [
            "1 ½ horas en gabinete y ½ hora en campo, totalizando 2 horas.",
            "Hora y media en gabinete y 2 horas en campo, totalizando 3 ½ horas.",
        ] {
            let sketch = format!("duración: {sentence}");
            assert_eq!(seen("EC-R-13", &sketch), "", "{sentence}");
        }
        let wrong = "duración: 1 ½ horas en gabinete y ½ hora en campo, totalizando 3 horas.";
        assert!(seen("EC-R-13", wrong).contains("2 horas"));
    }
}
