use domain::Severity;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use crate::{Report, Rule, spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-83",
    severity: Severity::Warning,
    title: "Los apoyos y requerimientos incluyen lo que los criterios mencionan",
    why: "Quien prepara la evaluación reúne lo que dice esa lista: lo que falte en ella faltará ese día.",
    heuristic: "Mira herramientas y formatos de uso corriente; lo que el mismo estándar pide elaborar no se exige tenerlo. Se mira cuando el IEC ya se empezó.",
    wrong: "Un desempeño usa el manómetro y ningún requerimiento lo menciona.",
    right: "Los requerimientos incluyen un manómetro.",
    basis: "Guía de formato del EC (por confirmar)",
    look,
};

/// What is used in many trades and has to be at hand, as it is said in the singular, folded.
#[rustfmt::skip] // A list is read in lines.
const THINGS: &[&str] = &[
    "arnes", "bascula", "bitacora", "calibrador", "camara", "casco", "cinta metrica", "computadora",
    "cronometro", "escalera", "escaner", "extintor", "flexometro", "formato", "guantes", "impresora",
    "lentes de seguridad", "llave de torsion", "manometro", "medidor", "micrometro", "montacargas",
    "multimetro", "plano", "proyector", "soldadora", "taladro", "termometro", "tornillo de banco",
    "torquimetro", "vernier",
];

fn look(standard: &CompetenceStandard, report: &mut Report<'_>) {
    let asked = &standard.general.evaluation_aspects.requirements;
    if report.context.beside.instrument.is_none() || asked.is_empty() {
        return;
    }
    let mut there: String = asked.iter().map(|line| words(&line.text)).collect();
    there.extend(spot::products(standard).map(|(_, product)| words(&product.text)));
    let mut lacking: Vec<&str> = THINGS.to_vec();
    lacking.retain(|thing| !there.contains(&format!(" {thing}")));
    let wording = report.wording();
    let opens = wording.ask(|form| {
        let folded = fold(&form.text);
        let mut parts = folded.split(' ');
        parts.any(|part| !starting(part, THINGS).is_empty())
    });
    for (at, spot) in report.spots().iter().enumerate() {
        // Hardly a line names a thing, and there are many lines.
        let mut named = wording.words(at).iter().map(|word| opens[word.at()]);
        if spot.place.kind != Some(PlaceKind::Performance) || !named.any(|opens| opens) {
            continue;
        }
        for thing in mentioned(&words(spot.text), &lacking) {
            lacking.retain(|lacks| *lacks != thing); // It is told once.
            report.at(
                spot,
                format!("Menciona «{thing}» y los apoyos y requerimientos no lo incluyen. Agréguelo ahí, o aparte el aviso con su motivo."),
            );
        }
    }
}

/// The things, of some in order, whose first word is this.
fn starting<'a, 'b>(word: &str, things: &'b [&'a str]) -> &'b [&'a str] {
    let things = &things[things.partition_point(|thing| *thing < word)..];
    let begins = |thing: &&&str| {
        let rest = thing.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    &things[..things.iter().take_while(begins).count()]
}

/// The things, of some in order, that a text of words names.
fn mentioned<'a>(said: &str, things: &[&'a str]) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut from = 1;
    for word in said.split(' ').skip(1) {
        for thing in starting(word, things) {
            let rest = said[from..].strip_prefix(*thing);
            if rest.is_some_and(|rest| rest.starts_with(' ')) && !found.contains(thing) {
                found.push(*thing);
            }
        }
        from += word.len() + 1;
    }
    found
}

/// A text as words with one space around each.
fn words(text: &str) -> String {
    format!(" {} ", fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_named_whole_and_by_all_their_words() {
        assert!(THINGS.is_sorted());
        for (text, named) in [
            (
                "Ajusta con la llave de torsión el eje",
                &["llave de torsion"][..],
            ),
            ("Usa la llave de torsiones", &[]),
            ("Usa la llave", &[]),
            ("El plano y el formato, en el plano", &["plano", "formato"]),
            ("Aplana el planómetro", &[]),
            ("", &[]),
            ("casco", &["casco"]),
        ] {
            assert_eq!(mentioned(&words(text), THINGS), named, "{text}");
        }
    }
}
