use domain::Severity;
use domain::iec::QuestionKind;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-21",
    severity: Severity::Warning,
    title: "Las opciones de una pregunta son de tres a cinco y no regalan la respuesta",
    why: "Con dos opciones se acierta por azar; «todas las anteriores» y una posición que se repite delatan la respuesta.",
    heuristic: "",
    basis: "Práctica de la oficina (por confirmar)",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    let fold = domain::text::fold;
    let mut last: Option<(u32, usize)> = None;
    for item in &scene.instrument.items {
        for (question, number) in scene.instrument.questions_of(item.id).zip(1..) {
            let chooses = match question.kind {
                QuestionKind::MultipleChoice | QuestionKind::Completion | QuestionKind::Image => {
                    true
                }
                QuestionKind::TrueFalse => false,
                QuestionKind::Matching => continue, // Its key is pairs.
            };
            let options: Vec<String> = question.options.iter().map(|it| fold(it)).collect();
            let mut said = Vec::new();
            if chooses && !(3..=5).contains(&options.len()) {
                said.push(format!(
                    "tiene {} opciones y lo usual es de tres a cinco",
                    options.len()
                ));
            }
            if question.key.len() > 1 {
                said.push("tiene más de una respuesta marcada".to_owned());
            }
            let gives = [
                "todas las anteriores",
                "ninguna de las anteriores",
                "todas",
                "ninguna",
            ];
            if options
                .iter()
                .any(|option| gives.contains(&option.as_str()))
            {
                said.push("usa «todas» o «ninguna de las anteriores»".to_owned());
            }
            let filled = options.iter().filter(|option| !option.is_empty());
            let different: std::collections::HashSet<_> = filled.clone().collect();
            if different.len() < filled.count() {
                said.push("repite una opción".to_owned());
            }
            if let ([key], true) = (&question.key[..], chooses) {
                let run = match last {
                    Some((same, run)) if same == *key => run + 1,
                    Some(_) | None => 1,
                };
                last = Some((*key, run));
                if run == 4 {
                    said.push("es la cuarta seguida con la respuesta en el mismo lugar".to_owned());
                }
            }
            if !said.is_empty() {
                report.item(
                    scene,
                    item,
                    format!("La pregunta {number} {}.", said.join("; ")),
                );
            }
        }
    }
}
