use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use super::is_observed;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-72",
    severity: Severity::Advice,
    title: "Se describe lo que se hace, no lo que se evita",
    why: "Lo que no se hizo solo se observa si hubo ocasión de hacerlo. «Evitando usar palabras \
          discriminatorias» no dice qué se ve; «Nombrando a cada integrante como lo prefiere», sí.",
    heuristic: "Se señala la característica que abre con «Evitando», «Evita» o «No», la que niega \
                un gerundio («no mezclándolos») y la actitud que consiste en no hacer algo. «Sin» \
                es una apertura admitida y «Se presenta sin errores» nombra una omisión que se ve: \
                no se señalan.",
    wrong: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Evitando dejar herramientas en el piso, y
            - Retirando los objetos ajenos al servicio.",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Colocando las herramientas en el tablero, y
            - Retirando los objetos ajenos al servicio.",
    basis: "Guía de redacción: criterios en positivo",
    look,
};

/// How a gerund ends, with and without pronouns.
#[rustfmt::skip] // A list is read in lines.
const GERUNDS: &[&str] = &[
    "ando", "andola", "andolas", "andolo", "andolos", "andose", "iendo", "iendola", "iendolas",
    "iendolo", "iendolos", "iendose", "yendo", "yendola", "yendolas", "yendolo", "yendolos",
];

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let denials = wording.ask(|form| matches!(&*form.small, "evita" | "evitando" | "no"));
    for (at, spot) in report.spots().iter().enumerate() {
        let words = wording.words(at);
        if !words.iter().any(|word| denials[word.at()]) || !is_looked_at(spot) {
            continue;
        }
        let manner = spot.field == Some(Field::Manner);
        let product = spot.place.kind == Some(PlaceKind::Product);
        let found = words.iter().enumerate().find_map(|(n, word)| {
            if !denials[word.at()] {
                return None;
            }
            let next = words
                .get(n + 1)
                .map(|next| (next.range(), wording.form(*next)));
            let gerund =
                next.filter(|(_, form)| GERUNDS.iter().any(|end| form.bare.ends_with(end)));
            let range = word.range();
            match gerund {
                Some((next, _)) if !product && &*wording.form(*word).small == "no" => {
                    Some(range.start..next.end)
                }
                _ => ((n == 0 && !product) || (manner && n < 6)).then_some(range),
            }
        });
        if let Some(range) = found {
            report.within(
                spot,
                range,
                "Dice lo que no se hace. Escriba lo que sí se observa; deje la negación solo si la \
                 omisión es lo que se observa.",
            );
        }
    }
}

/// In an emergency, what must not be done is an instruction; a title is another rule's.
fn is_looked_at(spot: &Spot<'_>) -> bool {
    is_observed(spot)
        && spot.place.kind != Some(PlaceKind::Contingency)
        && spot.field != Some(Field::Title)
}
