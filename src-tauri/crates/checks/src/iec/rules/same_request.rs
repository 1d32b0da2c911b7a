use domain::Severity;
use domain::iec::CriterionKind;
use domain::text::fold;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-16",
    severity: Severity::Warning,
    title: "El reactivo pide lo que dice el criterio, ni más ni menos",
    why: "Cambiar las palabras del criterio puede cambiar lo que se exige.",
    heuristic: "Se cuentan las palabras del criterio, de más de tres letras y por su comienzo, que están en el reactivo: se avisa si falta más de la mitad y no hay motivo escrito.",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let Some(leaf) = scene.leaf(item) else {
            continue;
        };
        if !item.reason.trim().is_empty() || scene.keyless.item(item) {
            continue; // It is explained, or cannot be judged.
        }
        let asked = match leaf.kind {
            // Their details are asked by its questions, or are the responses that the key keeps.
            CriterionKind::Knowledge | CriterionKind::Contingency => fold(&leaf.line),
            CriterionKind::Performance | CriterionKind::Product | CriterionKind::Attitude => {
                fold(&format!("{} {}", leaf.line, leaf.detail))
            }
        };
        let said = fold(&item.text);
        let (wanted, said) = (stems(&asked), stems(&said));
        let kept = wanted
            .iter()
            .filter(|stem| said.binary_search(stem).is_ok());
        if kept.count() * 2 < wanted.len() {
            report.item(scene, item, "Su redacción se aparta de la del criterio. Revise que no pida más ni menos, o escriba el motivo.".to_owned());
        }
    }
}

/// The beginnings of the words of a folded text that mean something, each once, in order.
fn stems(folded: &str) -> Vec<&str> {
    let words = folded
        .split(' ')
        .filter(|word| word.chars().nth(3).is_some());
    let mut stems: Vec<&str> = words
        .map(|word| {
            let end = word
                .char_indices()
                .nth(5)
                .map_or(word.len(), |(end, _)| end);
            &word[..end]
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
