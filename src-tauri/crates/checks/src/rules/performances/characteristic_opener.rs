use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use crate::spot::{characteristics, performances};
use crate::words::{tokens, verbs};
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-33",
    severity: Severity::Warning,
    title: "La característica de un desempeño inicia con gerundio o con una apertura admitida",
    why: "Dice cómo se observa el desempeño mientras ocurre: «Verificando que…», «Conforme a…». \
          Un infinitivo o un sustantivo lo convierten en otra cosa.",
    heuristic: "Aperturas admitidas: De acuerdo con, Conforme a, Con base en, Previo a, Antes de, \
          Al, Durante, Después de, A partir de, En el momento, En presencia de, Sin; y sus formas \
          cercanas: Previamente, Posterior a, Posteriormente, Una vez, Al momento.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionar a la persona usuaria cada falla detectada.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Mencionando a la persona usuaria cada falla detectada.",
    basis: "Formato F21-COOPYD-01 v08, características de los desempeños",
    look,
};

/// Besides a gerund, how a characteristic may begin; compared without accents or capitals. None ends
/// with its preposition, which may be joined to the article: «antes de», «antes del».
const OPENERS: &[&str] = &[
    "de acuerdo",
    "conforme",
    "con base",
    "previo",
    "previa",
    "previamente",
    "antes",
    "al",
    "durante",
    "despues",
    "a partir",
    "en el momento",
    "al momento",
    "en presencia",
    "sin",
    "posterior",
    "posteriormente",
    "una vez",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for spot in characteristics(performances(ec)) {
        let Some((range, first)) = opening(spot.text) else {
            continue; // An empty line is another rule's business.
        };
        if verbs::is_known_gerund(first) {
            continue; // Nearly every line.
        }
        let start: String = spot.text.chars().take(60).collect();
        let start = format!("{} ", fold(&start));
        let admitted = OPENERS.iter().any(|opener| {
            start
                .strip_prefix(opener)
                .is_some_and(|rest| rest.starts_with(' '))
        });
        let words = &report.words;
        let cut = || tokens::is_cut(words, spot.text, verbs::is_known_gerund);
        if admitted || verbs::is_gerund(words, first) || cut() {
            continue;
        }
        let infinitive = if verbs::is_infinitive(first) {
            Some(first.to_lowercase())
        } else {
            verbs::of_third_person(words, first)
                .filter(|_| !crate::words::nouns::is_entry(first))
                .or_else(|| of_participle(first))
        };
        let gerund = infinitive
            .and_then(|verb| verbs::gerund(words, &verb))
            .map(|gerund| tokens::like(first, &gerund));
        match gerund {
            Some(gerund) => {
                let message =
                    format!("La característica inicia con «{first}»; va en gerundio: «{gerund}».");
                report.within(&spot, range, message).suggest(gerund);
            }
            None => {
                let message = format!(
                    "La característica inicia con «{first}», que no es gerundio ni apertura admitida («De acuerdo con», «Previo a»…). Diga cómo se observa."
                );
                report.within(&spot, range, message);
            }
        }
    }
}

/// The first word, or the first after «no»: «No mezclándolos» denies a gerund.
fn opening(text: &str) -> Option<(std::ops::Range<usize>, &str)> {
    let mut all = tokens::tokens(text);
    let first = all.next()?;
    match first.1.to_lowercase().as_str() {
        "no" | "y" | "e" => all.next().or(Some(first)),
        _ => Some(first), // It opens.
    }
}

/// «Indicado» for «Indicando»: a slip of one letter.
fn of_participle(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix("ado")?;
    let infinitive = format!("{stem}ar");
    verbs::is_infinitive(&infinitive).then_some(infinitive)
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn an_admitted_opening_may_be_joined_to_its_article() {
        for opening in [
            "En presencia del candidato",
            "En presencia de la persona usuaria",
            "En presencia",
            "Antes del servicio",
            "Antes de la entrega",
            "Después del servicio",
            "Después de la entrega",
            "A partir del punto de referencia",
            "A partir de la lista",
            "Previo al servicio",
            "Previo a la entrega",
            "Posterior al servicio",
            "Conforme al manual",
            "Conforme a la lista",
            "Conforme lo indica la lista",
            "De acuerdo al manual",
            "De acuerdo con el manual",
            "De acuerdo con la lista",
            "Con base en el manual",
            "Con base al manual",
            "Durante el servicio",
            "Al término del servicio",
            "Al momento de la entrega",
            "En el momento de la entrega",
            "Sin el apoyo del manual",
            "Una vez terminado el servicio",
        ] {
            let sketch = format!("E\nD Revisa la llanta:\n- Verificando el aro, y\n- {opening}.");
            assert_eq!(seen("EC-R-33", &sketch), "", "{opening}");
        }
        for opening in ["En el taller", "Con el manual", "Presencia del candidato"] {
            let sketch = format!("E\nD Revisa la llanta:\n- Verificando el aro, y\n- {opening}.");
            assert_ne!(seen("EC-R-33", &sketch), "", "{opening}");
        }
    }

    #[test]
    fn a_slip_of_a_gerund_is_mended() {
        let b = |line: &str| {
            let sketch = format!("E\nD Revisa la llanta:\n- Verificando el aro, y\n- {line}.");
            seen("EC-R-33", &sketch)
        };
        assert_eq!(b("Colocándolas en el orden que indica la lista"), "");
        assert_eq!(b("De acuerdo con la lista"), "");
        assert_eq!(b("Recuperando/Preguntando lo que falta"), "");
        assert!(b("Indicado la falla").contains("→ «Indicando»"));
        assert!(b("Sumergir los paños").contains("→ «Sumergiendo»"));
        assert!(b("Menciona la fecha").contains("→ «Mencionando»"));
        assert!(b("Aldaba en el poste").contains("«Aldaba»"));
    }
}
