use std::collections::HashMap;
use std::sync::OnceLock;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::words::stems::Stems;
use crate::words::tokens;
use crate::words::verbs::plain;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-68",
    severity: Severity::Warning,
    title: "La definición corresponde a este estándar",
    why: "Los glosarios se copian de un estándar a otro. Una definición ajena confunde a quien evalúa: \
          «dirigir un auto» en un estándar de motocicletas.",
    heuristic: "Se señala la definición que cita el código de otro estándar; la que se repite en dos \
          términos; la de un término que otro elemento define con otras palabras; la que habla de un \
          vehículo, un animal o un establecimiento que el estándar no nombra, cuando nombra otro de su \
          clase; y la que no comparte ninguna palabra de contenido con el resto del estándar.",
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
    let stems = report.stems();
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
                    "La definición cita el {code}, que es otro estándar. Revise si se copió de él."
                );
                report.within(&spot, range, message);
            }
            if let Some((element, said)) = by_term.get(&term) {
                if *said != folded {
                    let message = format!(
                        "«{}» se define de otra manera en el elemento {}. Deje una sola definición.",
                        part.term.trim(),
                        element + 1
                    );
                    report.whole(&spot, message);
                }
            } else if let Some(other) = by_text.get(&folded) {
                let message = format!(
                    "La definición es la misma que la de «{other}». Revise cuál corresponde."
                );
                report.whole(&spot, message);
            }
            let said = stems.content(text);
            if said.len() > 3 && !said.iter().any(|&stem| stems.is_said(stem)) {
                report.whole(&spot, "La definición no comparte ninguna palabra con el resto del estándar. Revise si se copió de otro.");
            }
            if let Some((range, said, own)) = rival(text, &stems) {
                let message = format!(
                    "La definición habla de «{said}» y el estándar, de «{own}». Revise si se copió de otro."
                );
                report.within(&spot, range, message);
            }
            by_text
                .entry(folded.clone())
                .or_insert_with(|| part.term.trim().to_owned());
            by_term.entry(term).or_insert((at, folded));
        }
    }
}

/// Things of one class, of which a standard is about one or two and seldom about the others.
#[rustfmt::skip] // A table is read down its columns.
const CLASSES: &[&[&str]] = &[
    &["auto", "automóvil", "coche", "motocicleta", "bicicleta", "camión", "autobús", "tractocamión",
      "avión", "aeronave", "embarcación", "tren", "tractor", "montacargas"],
    &["bovino", "porcino", "ovino", "caprino", "equino", "perro", "gato", "caballo", "abeja", "pez"],
    &["hospital", "escuela", "hotel", "restaurante", "banco", "mina", "invernadero", "rastro"],
];

/// A thing that a definition names and the standard does not, and the one of its class that it does.
fn rival<'a>(
    text: &'a str,
    stems: &Stems,
) -> Option<(std::ops::Range<usize>, &'a str, &'static str)> {
    let is_said = |word: &str| {
        let near = stems
            .text(word)
            .into_iter()
            .flat_map(|(stem, _)| stems.near(stem));
        near.into_iter().any(|stem| stems.is_said(stem))
    };
    tokens::tokens(text).find_map(|(range, word)| {
        let (class, thing) = class_of(word)?;
        let own = class
            .iter()
            .find(|other| **other != thing && is_said(other))?;
        (!is_said(word)).then_some((range, word, *own))
    })
}

/// The class of a thing, and its name there; in singular or plural, with its accent or without.
fn class_of(word: &str) -> Option<(&'static [&'static str], &'static str)> {
    type Things = HashMap<String, (&'static [&'static str], &'static str)>;
    static THINGS: OnceLock<Things> = OnceLock::new();
    let things = THINGS.get_or_init(|| {
        let all = CLASSES
            .iter()
            .flat_map(|class| class.iter().map(|thing| (*class, *thing)));
        all.map(|(class, thing)| (plain(thing), (class, thing)))
            .collect()
    });
    let word = plain(&word.to_lowercase());
    let single = word
        .strip_suffix("es")
        .and_then(|single| things.get(single));
    let single = single.or_else(|| things.get(word.strip_suffix('s')?));
    things.get(&word).or(single).copied()
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

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn a_definition_of_another_trade_is_seen() {
        let g = |definition: &str| seen("EC-R-68", &format!("E\nG Componentes: {definition}"));

        assert!(
            g("Se refiere a las piezas de un automóvil en reparación.").contains("«automóvil»")
        );
        assert!(g("Como se definen en el EC0391.").contains("EC0391"));
        assert_eq!(g("Se refiere a las piezas de la bicicleta."), "");
        assert_eq!(g("Se refiere a las piezas que se ajustan."), "");
    }
}
