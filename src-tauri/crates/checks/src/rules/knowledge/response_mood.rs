use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::PlaceKind;
use domain::ec::part::Field;

use crate::words::{tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-61",
    severity: Severity::Advice,
    title: "Las respuestas esperadas van todas en el mismo modo",
    why: "Infinitivo o tercera persona, pero uno: así se leen como una sola instrucción.",
    heuristic: "Se mira la primera palabra de cada respuesta, y «deberá». El modo del estándar es el de \
          la primera respuesta que tiene uno.",
    wrong: "E
            S Rotura del cable de freno durante la revisión.
            - Soltar la palanca y retirar el cable roto.
            S Derrame de lubricante en el piso del taller.
            - Deberá delimitar el área.",
    right: "E
            S Rotura del cable de freno durante la revisión.
            - Soltar la palanca y retirar el cable roto.
            S Derrame de lubricante en el piso del taller.
            - Delimitar el área.",
    basis: "Formato F21-COOPYD-01 v08, respuestas ante situaciones emergentes",
    look,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    Infinitive,
    Present,
    Duty,
}

impl Mood {
    fn said(self) -> &'static str {
        match self {
            Mood::Infinitive => "en infinitivo",
            Mood::Present => "en tercera persona",
            Mood::Duty => "con «deberá»",
        }
    }
}

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let mut kept: Option<Mood> = None;
    for (at, element) in ec.elements.iter().enumerate() {
        for part in &element.contingencies {
            let (number, id) = (part.number, part.id);
            let owner = Spot::of(at, PlaceKind::Contingency, number, id, Field::Situation, "");
            for (n, line) in part.expected_responses.iter().enumerate() {
                let spot = owner.bullet(n, line);
                let Some((range, mood)) = mood(spot.text, report) else {
                    continue;
                };
                let first = *kept.get_or_insert(mood);
                if mood != first {
                    let message = format!(
                        "Esta respuesta va {} y las anteriores, {}. Escríbalas en un solo modo.",
                        mood.said(),
                        first.said()
                    );
                    report.within(&spot, range, message);
                }
            }
        }
    }
}

/// The mood of a response, and the verb that shows it.
fn mood(text: &str, report: &Report<'_>) -> Option<(Range<usize>, Mood)> {
    let mut all = tokens::tokens(text);
    let mut first = all.next()?;
    if first.1.eq_ignore_ascii_case("se") {
        first = all.next()?;
    }
    let duty = |word: &str| {
        let small = word.to_lowercase();
        matches!(
            small.as_str(),
            "deberá" | "debe" | "deberán" | "debera" | "tendrá"
        )
    };
    let mut near = std::iter::once(first.clone()).chain(all.take(3));
    if let Some((range, _)) = near.find(|(_, word)| duty(word)) {
        return Some((range, Mood::Duty));
    }
    let (range, word) = first;
    if verbs::is_infinitive(word) {
        return Some((range, Mood::Infinitive));
    }
    verbs::of_third_person(&report.words, word).map(|_| (range, Mood::Present))
}
