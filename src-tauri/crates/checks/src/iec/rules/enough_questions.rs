use domain::Severity;

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-17",
    severity: Severity::Warning,
    title: "Las preguntas bastan para el nivel del conocimiento, y son de ese nivel",
    why: "Recordar se muestra con una pregunta; explicar o resolver, con más de una.",
    heuristic: "Una pregunta para conocimiento y dos para comprensión o aplicación.",
    basis: "Práctica de la oficina (por confirmar)",
    look,
};

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let Some(level) = scene.leaf(item).and_then(|leaf| leaf.level) else {
            continue;
        };
        let questions: Vec<_> = scene.instrument.questions_of(item.id).collect();
        let least = level.questions();
        if !questions.is_empty() && questions.len() < least {
            let message = format!(
                "Es de nivel {} y tiene {} pregunta; lo usual son {least}.",
                level.printed().to_lowercase(),
                questions.len()
            );
            report.item(scene, item, message);
        }
        for (question, number) in questions.iter().zip(1..) {
            if question.level.is_some_and(|asked| asked != level) {
                let message = format!(
                    "La pregunta {number} es de otro nivel que el conocimiento, que es de {}.",
                    level.printed().to_lowercase()
                );
                report.item(scene, item, message);
            }
        }
    }
}
