use std::collections::HashMap;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-68",
    severity: Severity::Warning,
    title: "La definición corresponde a este estándar",
    why: "Los glosarios se copian de un estándar a otro. Una definición ajena confunde a quien evalúa: \
          «dirigir un auto» en un estándar de motocicletas.",
    heuristic: "Se señala la definición que cita el código de otro estándar; la que se repite en dos \
          términos; la de un término que otro elemento define con otras palabras; y la que no comparte \
          ninguna palabra de contenido con el resto del estándar.",
    wrong: "E
            G Desgaste: Se refiere a la pérdida de material, como se evalúa en el EC0391.
            G Elongación de la cadena: Es el aumento de la distancia entre los pernos.",
    right: "E
            G Desgaste: Se refiere a la pérdida de material de un componente por el uso.
            G Elongación de la cadena: Es el aumento de la distancia entre los pernos.",
    basis: "Formato F21-COOPYD-01 v08, glosario",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let stems = report.stems(ec);
    let mut by_term: HashMap<String, (usize, String)> = HashMap::new();
    let mut by_text: HashMap<String, String> = HashMap::new();
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.glossary {
            let text = part.definition.as_str();
            let spot = Spot::of(
                at,
                PlaceKind::Glossary,
                part.number,
                part.id,
                Field::Definition,
                text,
            );
            let (term, folded) = (fold(&part.term), fold(text));
            if folded.is_empty() || term.is_empty() {
                continue;
            }
            if let Some((range, code)) = other_code(text, ec) {
                let message = format!(
                    "La definición cita el {code}, que es otro estándar. Revisa si se copió de él."
                );
                report.within(&spot, range, message);
            }
            if let Some((element, said)) = by_term.get(&term) {
                if *said != folded {
                    let message = format!(
                        "«{}» se define de otra manera en el elemento {}. Deja una sola definición.",
                        part.term.trim(),
                        element + 1
                    );
                    report.at(&spot, message);
                }
            } else if let Some(other) = by_text.get(&folded) {
                let message = format!(
                    "La definición es la misma que la de «{other}». Revisa cuál corresponde."
                );
                report.at(&spot, message);
            }
            let said = stems.content(text);
            if said.len() > 3 && !said.iter().any(|&stem| stems.is_said(stem)) {
                report.at(&spot, "La definición no comparte ninguna palabra con el resto del estándar. Revisa si se copió de otro.");
            }
            by_text
                .entry(folded.clone())
                .or_insert_with(|| part.term.trim().to_owned());
            by_term.entry(term).or_insert((at, folded));
        }
    }
}

/// The code of another standard, if the text cites one.
fn other_code<'a>(
    text: &'a str,
    ec: &CompetenceStandard,
) -> Option<(std::ops::Range<usize>, &'a str)> {
    text.match_indices("EC").find_map(|(at, _)| {
        let digits = text[at + 2..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let code = text.get(at..at + 2 + digits)?;
        let alone = !text[..at].ends_with(char::is_alphanumeric);
        let own = ec.known_code().starts_with(code);
        (digits == 4 && alone && !own).then_some((at..at + 2 + digits, code))
    })
}
