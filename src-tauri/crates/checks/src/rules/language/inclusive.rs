use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-75",
    severity: Severity::Advice,
    title: "A cada quien se le nombra de una sola manera",
    why: "«La persona candidata» en una página y «el candidato» en otra parecen dos papeles \
          distintos, y dejan el lenguaje incluyente a medias.",
    heuristic: "Se compara, para candidato, evaluador, usuario, trabajador, alumno, participante y \
                otros papeles, si en un lugar se usa la forma incluyente (la persona candidata, \
                candidato(a), el/la candidato, las y los candidatos) y en otro solo la masculina \
                (el candidato). Se señala la primera masculina. No se aplica a ocupaciones ni \
                referencias.",
    wrong: "práctica: La evaluación se lleva a cabo de forma real o simulada, presencial.
            práctica: La persona candidata presenta su identificación.
            práctica: El candidato firma el plan; no se consideran evidencias históricas.",
    right: "práctica: La evaluación se lleva a cabo de forma real o simulada, presencial.
            práctica: La persona candidata presenta su identificación.
            práctica: La persona candidata firma el plan; no se consideran evidencias históricas.",
    basis: "Guía de redacción: lenguaje incluyente y uniforme",
    look,
};

/// Roles, by their root: what follows is the ending of gender and number.
#[rustfmt::skip] // A list is read in lines.
const ROLES: &[&str] = &[
    "candidat", "evaluador", "usuari", "trabajador", "alumn", "supervisor", "facilitador",
    "instructor", "capacitador", "consumidor", "operador", "beneficiari", "consultor",
];

#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Inclusive,
    Masculine,
}

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let roles = wording.ask(|form| role_of(&form.small));
    if roles.iter().all(Option::is_none) {
        return;
    }
    let spots = report.spots();
    let mut inclusive = [false; ROLES.len()];
    let mut masculine: [Option<(usize, Range<usize>)>; ROLES.len()] = [const { None }; ROLES.len()];
    for (at, spot) in spots.iter().enumerate() {
        let words = wording.words(at);
        for (n, word) in words.iter().enumerate() {
            let Some(role) = roles[word.at()].filter(|_| is_prose(spot)) else {
                continue;
            };
            let back = |by| n.checked_sub(by).map(|at| &*wording.form(words[at]).bare);
            let before = [back(2).unwrap_or_default(), back(1).unwrap_or_default()];
            match manner(spot.text, before, &word.range(), &wording.form(*word).small) {
                Some(Manner::Inclusive) => inclusive[role] = true,
                Some(Manner::Masculine) => {
                    masculine[role].get_or_insert((at, word.range()));
                }
                None => {}
            }
        }
    }
    for (role, found) in masculine.into_iter().enumerate() {
        if let Some((at, range)) = found.filter(|_| inclusive[role]) {
            let word = &spots[at].text[range.clone()];
            let message = format!(
                "Aquí dice «{word}» y en otro lugar se usa la forma incluyente. Use una sola en \
                 todo el estándar."
            );
            report.within(&spots[at], range, message);
        }
    }
}

/// Occupations and sources are named as others named them.
fn is_prose(spot: &Spot<'_>) -> bool {
    !matches!(
        spot.place.field,
        Some(
            "associatedOccupations"
                | "unlistedOccupations"
                | "references"
                | "participatingOrganizations"
                | "relatedStandards"
        )
    )
}

/// Which role a word in small letters names, if it does.
fn role_of(small: &str) -> Option<usize> {
    ROLES.iter().position(|root| {
        small
            .strip_prefix(root)
            .is_some_and(|end| matches!(end, "" | "o" | "a" | "os" | "as" | "es"))
    })
}

/// How a role is named there; nothing where it cannot be told.
fn manner(text: &str, before: [&str; 2], range: &Range<usize>, small: &str) -> Option<Manner> {
    let feminine = small.ends_with("a") || small.ends_with("as");
    let after = &text[range.end..];
    let doubled = ["(a)", "(as)", "/a", "/as", "(o)", "/o", "@"]
        .iter()
        .any(|mark| after.starts_with(mark));
    let [second, last] = before;
    let person = matches!(last, "persona" | "personas");
    let pair = matches!(
        (second, last),
        ("el", "la") | ("la", "el") | ("los", "las") | ("las", "los") | ("y", "los" | "las")
    );
    if (feminine && person) || doubled || pair {
        return Some(Manner::Inclusive);
    }
    let article = matches!(last, "el" | "los" | "al" | "del" | "un" | "unos");
    (article && !feminine).then_some(Manner::Masculine)
}
