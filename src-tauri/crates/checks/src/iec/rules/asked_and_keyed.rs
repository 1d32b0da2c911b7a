use domain::Severity;
use domain::iec::{Audience, CriterionKind, Question, QuestionKind};

use crate::iec::{IecReport, IecRule, IecScene};

pub(crate) const RULE: IecRule = IecRule {
    id: "IEC-R-14",
    severity: Severity::Error,
    title: "Cada reactivo de conocimiento tiene preguntas, y cada pregunta su respuesta",
    why: "Sin pregunta no hay qué contestar; sin clave no hay con qué calificar.",
    heuristic: "",
    basis: "N-FO-03 v2.0, leído en un IEC publicado",
    look,
};

/// Whether the picture that a question is about is handed to the candidate.
fn has_picture(scene: &IecScene<'_>, question: &Question) -> bool {
    let mut annexes = scene.instrument.annexes.iter();
    let about = annexes.find(|annex| Some(annex.id) == question.annex);
    about.is_some_and(|annex| annex.audience == Audience::Candidate && !annex.digest.is_empty())
}

fn look(scene: &IecScene<'_>, report: &mut IecReport) {
    for item in &scene.instrument.items {
        let asked = scene
            .leaf(item)
            .is_some_and(|leaf| leaf.kind == CriterionKind::Knowledge);
        let mut questions = scene.instrument.questions_of(item.id).peekable();
        if asked && questions.peek().is_none() {
            report.item(
                scene,
                item,
                "No tiene preguntas. Agregue al menos una.".to_owned(),
            );
        }
        for (question, number) in questions.zip(1..) {
            let options = &question.options;
            let matching = question.kind == QuestionKind::Matching;
            let blank = options.iter().any(|option| option.trim().is_empty());
            let message = if question.text.trim().is_empty() {
                format!("La pregunta {number} no tiene redacción.")
            } else if options.is_empty() || blank {
                format!("A la pregunta {number} le falta el texto de una opción.")
            } else if scene.keyless.question(question) {
                let says = format!(
                    "La clave de la pregunta {number} no viajó en el paquete: aquí no se puede decir si está completa."
                );
                report.elsewhere(scene, item, says);
                continue;
            } else if matching && options.iter().any(|pair| !pair.contains('|')) {
                format!("En la pregunta {number}, cada par se escribe «izquierda | derecha».")
            } else if !matching && question.key.is_empty() {
                format!("La pregunta {number} no tiene marcada la respuesta correcta.")
            } else if question.kind == QuestionKind::Image && !has_picture(scene, question) {
                format!(
                    "La pregunta {number} es sobre una imagen y no tiene un anexo, con su archivo, para la persona candidata. Elíjalo o adjúntelo en Papeles."
                )
            } else {
                continue;
            };
            report.item(scene, item, message);
        }
    }
}
