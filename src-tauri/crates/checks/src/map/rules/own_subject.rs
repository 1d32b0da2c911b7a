use std::ops::Range;

use domain::Severity;
use domain::text::fold;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::brands::{Kind, kind};
use crate::words::{Words, tokens, verbs};

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-09",
    severity: Severity::Advice,
    title: "La función no depende de un puesto, una marca ni una herramienta",
    why: "Una función es discreta y separable: vale en cualquier empresa, con cualquier equipo y \
          quienquiera que la realice.",
    heuristic: "Se buscan marcas conocidas y lo que sigue a «marca»; nombres de puestos con artículo \
                (el supervisor, del gerente), salvo a quienes se atiende («a los operadores»); y una \
                herramienta o un puesto que sea quien actúa («La grúa levanta…»).",
    wrong: "Mantener bicicletas de acuerdo con el manual\n\
            1 Operar el equipo marca Rodar de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n\
            1 Operar el equipo de centrado de acuerdo con el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional: funciones discretas y separables (por confirmar)",
    look,
};

/// Posts, in the masculine singular and without accents.
#[rustfmt::skip] // A list is read in lines.
const POSTS: &[&str] = &[
    "administrador", "almacenista", "analista", "asistente", "auxiliar", "ayudante", "cajero",
    "capataz", "chofer", "contador", "coordinador", "director", "encargado", "gerente", "inspector",
    "instructor", "jefe", "mecanico", "oficial", "operador", "operario", "recepcionista", "residente",
    "responsable", "secretario", "subdirector", "subgerente", "superintendente", "supervisor", "tecnico",
];

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let text = &place.function.text;
        if let Some(range) = thing_that_acts(&scene.words, text) {
            let message = format!(
                "«{}» no es quien logra la función. Empiece con el verbo: la logra una persona, con lo que haga falta.",
                &text[range.clone()]
            );
            report.within(place, range, message);
            continue;
        }
        for (range, what) in named(text) {
            let said = &text[range.clone()];
            let message = match what {
                Named::Brand => {
                    format!("«{said}» es una marca. Nombre el tipo de equipo o de producto.")
                }
                Named::Post => format!(
                    "«{said}» es un puesto. La función vale aunque la organización no lo tenga: diga el procedimiento o la referencia."
                ),
            };
            report.within(place, range, message);
        }
    }
}

enum Named {
    Brand,
    Post,
}

/// The posts and brands that a function names.
fn named(text: &str) -> Vec<(Range<usize>, Named)> {
    let mut found = Vec::new();
    let [mut further, mut last] = ["", ""];
    for (n, (range, word)) in tokens::tokens(text).enumerate() {
        let capital = word.starts_with(char::is_uppercase);
        let brand = capital
            && match kind(word, &word.to_lowercase()) {
                Kind::Brand => true,
                Kind::AlsoWord => n > 0,
                Kind::Other => last.eq_ignore_ascii_case("marca"),
            };
        if brand {
            found.push((range, Named::Brand));
        } else if is_article(last) && !further.eq_ignore_ascii_case("a") && is_post(&fold(word)) {
            found.push((range, Named::Post));
        }
        (further, last) = (last, word);
    }
    found
}

fn is_article(word: &str) -> bool {
    ["el", "la", "los", "las", "del", "un", "una"]
        .iter()
        .any(|article| word.eq_ignore_ascii_case(article))
}

fn is_post(bare: &str) -> bool {
    let known = |word: &str| POSTS.binary_search(&word).is_ok();
    let ends = ["", "s", "es"].into_iter();
    let mut singulars = ends.filter_map(|end| bare.strip_suffix(end));
    singulars.any(|one| {
        let masculine = one.strip_suffix('a');
        known(one)
            || masculine.is_some_and(|stem| known(stem) || known(&format!("{stem}o")))
            || (one == "jefa" || one == "gerenta")
    })
}

/// The article and noun that a function begins with, where a verb in the third person follows: «La
/// grúa levanta».
fn thing_that_acts(words: &Words, text: &str) -> Option<Range<usize>> {
    let mut said = tokens::tokens(text);
    let (article, first) = said.next()?;
    if !matches!(
        fold(first).as_str(),
        "el" | "la" | "los" | "las" | "un" | "una"
    ) {
        return None;
    }
    let (noun, _) = said.next()?;
    let (_, verb) = said.next()?;
    verbs::is_third_person(words, verb).then_some(article.start..noun.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        named(text)
            .into_iter()
            .map(|(range, _)| &text[range])
            .collect()
    }

    #[test]
    fn the_list_is_in_order_for_searching() {
        assert!(POSTS.is_sorted());
    }

    #[test]
    fn posts_and_brands_are_named_and_people_who_are_served_are_not() {
        assert_eq!(
            names("Operar el equipo Marca Rodar según el manual"),
            ["Rodar"]
        );
        assert_eq!(
            names("Elaborar el informe en Excel según lo pida la supervisora"),
            ["Excel", "supervisora"]
        );
        assert_eq!(
            names("Cumplir las órdenes del jefe y de los técnicos durante el turno"),
            ["jefe", "técnicos"]
        );
        for clean in [
            "Capacitar a los operadores de grúas de acuerdo con el programa",
            "Administrar el taller de manera responsable conforme al plan",
            "Revisar el manual técnico antes de iniciar el servicio",
            "Operar el sistema operador de puertas según el manual",
        ] {
            assert_eq!(names(clean), [""; 0], "{clean}");
        }
    }

    #[test]
    fn a_tool_does_not_act() {
        let words = Words::default();
        let text = "La grúa levanta la carga";

        assert_eq!(thing_that_acts(&words, text), Some(0.."La grúa".len()));
        assert_eq!(thing_that_acts(&words, "La limpieza de grúas"), None);
        assert_eq!(thing_that_acts(&words, "Operar la grúa"), None);
    }
}
