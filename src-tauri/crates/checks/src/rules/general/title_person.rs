use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use super::is_brand;
use crate::words::titles;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-02",
    severity: Severity::Warning,
    title: "El título no nombra un puesto ni a las personas",
    why: "Un estándar describe una función, que pueden desempeñar personas con puestos distintos. \
          El título la nombra: «Conducción de…», no «Conductores de…».",
    heuristic: "Se mira la primera palabra del título: un puesto conocido (auxiliar, técnico, \
                responsable, instructor…), una palabra terminada en -dor o -tor (-dora, -tora) \
                que no sea un aparato, o una terminada en -ista que nombre a quien ejerce un oficio. «Auxiliar \
                en…» puede ser el verbo, y lo ve la regla EC-R-01. No se aplica a los estándares \
                de marca.",
    wrong: "T Operadores del taller de mantenimiento de bicicletas urbanas",
    right: "T Operación del taller de mantenimiento de bicicletas urbanas",
    basis: "Guía de redacción: el título nombra una función",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let Some(range) = titles::person(&ec.title) else {
        return;
    };
    let spot = Spot::general("title", Field::Title, &ec.title);
    let word = &ec.title[range.clone()];
    report.within(
        &spot,
        range,
        format!(
            "«{word}» nombra a quien hace el trabajo. Empiece el título con la función: un \
             sustantivo de acción, como «Operación», «Asistencia» o «Conducción»."
        ),
    );
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn a_post_in_the_singular_is_a_post_and_nothing_else() {
        for title in [
            "Conductor de autobús",
            "Mecánico de motocicletas",
            "Técnico en refrigeración",
            "Instructor de natación",
            "Instructor",
        ] {
            let sketch = format!("T {title}");
            assert!(
                seen("EC-R-02", &sketch).contains("nombra a quien"),
                "{title}"
            );
            assert_eq!(seen("EC-R-01", &sketch), "", "{title}");
        }
    }
}
