use std::ops::Range;

use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use crate::report::brief;
use crate::words::tokens;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-21",
    severity: Severity::Error,
    title: "El título de cada elemento es el mismo en el perfil y en su sección",
    why: "El perfil (sección II) repite los títulos de la sección III. Si difieren, el estándar \
          dice dos cosas distintas de la misma función.",
    heuristic: "Se comparan sin acentos, mayúsculas, puntuación ni espacios. Si ninguno coincide es \
          advertencia: quizá el perfil, que va en columnas, se leyó mal.",
    wrong: "formato: F21-COOPYD-01 v08
            perfil: Diagnosticar el estado de la bicicleta
            perfil: Ajustar los sistemas de frenado y transmisión de acuerdo con las especificaciones del fabricante
            perfil: Entregar la bicicleta a la persona usuaria de acuerdo con la orden de servicio",
    right: "formato: F21-COOPYD-01 v08",
    basis: "Formato F21-COOPYD-01 v08, sección II (EC-F-24)",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(printed) = &ec.printed else {
        return;
    };
    let profile = &printed.profile_titles;
    if profile.is_empty() {
        return; // The form has no section II, or it was not found: nothing can be compared.
    }
    // Where no title is the same in both, the profile was surely read amiss: it stands in columns.
    let mut pairs = ec.elements.iter().zip(profile);
    let amiss = profile.len() > 1 && !pairs.any(|(e, title)| same(title, &e.title));
    for (at, element) in ec.elements.iter().enumerate() {
        let spot = Spot::element(at, element);
        match profile.get(at) {
            Some(title) if same(title, &element.title) => {}
            Some(title) => {
                let message = format!(
                    "En el perfil este elemento se titula «{}». Deje el mismo título en los dos lugares.",
                    brief(title, 160)
                );
                let range = difference(&element.title, title);
                let entry = report.within(&spot, range, message);
                let entry = entry.remedy(Remedy::AdoptForm);
                if amiss {
                    entry.weighs(Severity::Warning);
                }
            }
            None => {
                let message = "Este elemento no aparece en el perfil. Agréguelo a la sección II.";
                report.at(&spot, message).remedy(Remedy::AdoptForm);
            }
        }
    }
    for title in profile.iter().skip(ec.elements.len()) {
        let message = format!(
            "El perfil nombra «{}», que no está entre los elementos de la sección III.",
            brief(title, 160)
        );
        report
            .at(&Spot::whole("profileTitles"), message)
            .reading(brief(title, 200))
            .remedy(Remedy::AdoptForm);
    }
}

/// The words of a title in which it differs from another; the whole of it where only the other has
/// words of its own.
fn difference(here: &str, there: &str) -> Range<usize> {
    let mine: Vec<_> = tokens::tokens(here).collect();
    let theirs: Vec<_> = tokens::tokens(there).collect();
    let alike = |a: &str, b: &str| fold(a) == fold(b);
    let pairs = mine.iter().zip(&theirs);
    let same = pairs.take_while(|(a, b)| alike(a.1, b.1)).count();
    let ends = mine[same..].iter().rev().zip(theirs[same..].iter().rev());
    let tail = ends.take_while(|(a, b)| alike(a.1, b.1)).count();
    match &mine[same..mine.len() - tail] {
        [] => 0..here.len(),
        [only] => only.0.clone(),
        [first, .., last] => first.0.start..last.0.end,
    }
}

/// Extraction moves spaces, so they do not count.
fn same(a: &str, b: &str) -> bool {
    let solid = |text: &str| fold(text).replace(' ', "");
    solid(a) == solid(b)
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::tests::seen;

    #[test]
    fn the_words_that_differ_are_marked() {
        let of = |here: &'static str, there: &str| &here[difference(here, there)];

        assert_eq!(
            of(
                "Ejecutar el servicio por el plan",
                "Ejecutar el servicio como plan"
            ),
            "por el"
        );
        assert_eq!(of("Medir el aro", "Medir la llanta"), "el aro");
        assert_eq!(of("Medir el aro", "Medir bien el aro"), "Medir el aro");
        assert_eq!(of("Medir", ""), "Medir");
    }

    #[test]
    fn a_profile_without_a_title_in_common_may_have_been_read_amiss() {
        let titles = ["Uno", "Dos", "Tres"].map(|title| format!("perfil: {title}"));
        let said = seen(
            "EC-R-21",
            &format!("formato: F21-COOPYD-01 v08\n{}", titles.join("\n")),
        );

        assert_eq!(said.matches("warning").count(), 3, "{said}");
    }
}
