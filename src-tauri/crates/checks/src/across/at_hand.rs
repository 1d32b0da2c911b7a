use domain::Severity;
use domain::ec::CompetenceStandard;
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
    let mut there: Vec<String> = asked.iter().map(|line| words(&line.text)).collect();
    there.extend(spot::products(standard).map(|(_, product)| words(&product.text)));
    let lacking = THINGS.iter().filter(|thing| {
        let named = format!(" {thing}");
        !there.iter().any(|has| has.contains(&named))
    });
    let lacking: Vec<(&str, String)> = lacking
        .map(|thing| (*thing, format!(" {thing} ")))
        .collect();
    let mut told: Vec<&str> = Vec::new();
    for (line, performance) in spot::performances(standard) {
        let element = &performance.characteristics;
        let bullets = element.iter().enumerate();
        let bullets = bullets.map(|(at, bullet)| line.bullet(at, bullet));
        for one in std::iter::once(line.clone()).chain(bullets) {
            let said = words(one.text);
            for (thing, named) in &lacking {
                if said.contains(named) && !told.contains(thing) {
                    told.push(thing);
                    report.at(
                        &one,
                        format!("Menciona «{thing}» y los apoyos y requerimientos no lo incluyen. Agréguelo ahí, o aparte el aviso con su motivo."),
                    );
                }
            }
        }
    }
}

/// A text as words with one space around each.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}
