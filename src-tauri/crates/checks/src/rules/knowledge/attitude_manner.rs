use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{Attitude, CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::words::tokens;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-56",
    severity: Severity::Error,
    title: "La actitud se escribe «Nombre: La manera en que …»",
    why: "La fórmula obliga a decir cómo se ve la actitud; sin ella queda una virtud que nadie puede \
          marcar como cumplida.",
    heuristic: "«La manera en la que» y «La manera como» son advertencia.",
    wrong: "E
            A Orden: Disposición para seguir la secuencia de la lista de verificación.",
    right: "E
            A Orden: La manera en que sigue la secuencia de la lista de verificación.",
    basis: "Formato F21-COOPYD-01 v08, actitudes/hábitos/valores",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.attitudes {
            let spot =
                |field, text| Spot::of(at, PlaceKind::Attitude, part.number, part.id, field, text);
            if !part.colon && !part.name.trim().is_empty() {
                let message = format!("Faltan los dos puntos después de «{}».", part.name.trim());
                report
                    .whole(&spot(Field::Name, &part.name), message)
                    .remedy(Remedy::AddColon(part.id));
            }
            manner(&spot(Field::Manner, &part.manner), part, report);
        }
    }
}

/// Near forms of the opening, and the words that they are made of.
const NEAR: &[&str] = &[
    "la manera en la que",
    "la manera en la cual",
    "la manera como",
    "la forma en que",
    "la forma en la que",
    "la forma como",
    "el modo en que",
    "la manera que",
    "la manera de",
    "la manera en como",
    "manera en que",
];

fn manner(spot: &Spot<'_>, part: &Attitude, report: &mut Report<'_>) {
    let text = part.manner.trim();
    if text.is_empty() {
        report.at(
            spot,
            "Falta decir la manera en que se muestra la actitud: «La manera en que …».",
        );
        return;
    }
    let folded = format!("{} ", fold(text));
    // Extraction may leave a space inside a word; it is not the author's.
    if folded.replace(' ', "").starts_with("lamaneraenque") {
        return;
    }
    let near = NEAR.iter().find(|near| {
        folded
            .strip_prefix(**near)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    if let Some(near) = near
        && let Some((last, _)) = tokens::tokens(spot.text).nth(near.split(' ').count() - 1)
    {
        let end = last.end;
        let start = spot.text.len() - spot.text.trim_start().len();
        let said = &spot.text[start..end];
        let message = format!("La actitud dice «{said}»; la fórmula es «La manera en que».");
        report
            .within(spot, start..end, message)
            .suggest("La manera en que")
            .weighs(Severity::Warning);
        return;
    }
    let message = "La actitud no inicia con «La manera en que …». Diga cómo se observa: «La manera en que revisa…».";
    report.whole(spot, message);
}
