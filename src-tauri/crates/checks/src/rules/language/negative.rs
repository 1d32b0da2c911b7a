use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use super::observed;
use crate::words::tokens;
use crate::{Report, Rule};

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

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for spot in observed(ec) {
        if spot.place.kind == Some(PlaceKind::Contingency) || spot.field == Some(Field::Title) {
            continue; // In an emergency, what must not be done is an instruction.
        }
        let manner = spot.field == Some(Field::Manner);
        let product = spot.place.kind == Some(PlaceKind::Product);
        let mut before: Option<std::ops::Range<usize>> = None;
        let mut position = 0;
        for (range, word) in tokens::tokens(spot.text) {
            let opens = position == 0 && !product && matches!(word, "Evitando" | "Evita" | "No");
            let evades = manner && position < 6 && matches!(word, "evita" | "evitando" | "no");
            let denies = before.is_some()
                && !product
                && [
                    "ando",
                    "iendo",
                    "yendo",
                    "ándolo",
                    "ándolos",
                    "ándola",
                    "ándolas",
                    "iéndolo",
                    "iéndolos",
                    "iéndola",
                    "iéndolas",
                ]
                .iter()
                .any(|ending| word.ends_with(ending));
            if opens || evades || denies {
                let from = before
                    .as_ref()
                    .filter(|_| denies)
                    .map_or(range.start, |b| b.start);
                report.within(
                    &spot,
                    from..range.end,
                    "Dice lo que no se hace. Escribe lo que sí se observa; deja la negación solo si \
                     la omisión es lo que se observa.",
                );
                break;
            }
            before = (position > 0 && word == "no").then_some(range);
            position += 1;
        }
    }
}
