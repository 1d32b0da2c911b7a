use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::text::fold;

use super::{is_brand, is_early};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-16",
    severity: Severity::Advice,
    title: "Las referencias llevan fecha, nombran lo que citan y no se repiten",
    why: "Una referencia sin año («ley vigente») no dice contra qué texto se escribió el estándar, \
          y nadie puede saber si ya cambió.",
    heuristic: "Una referencia tiene fecha si lleva un año de 1900 en adelante o «s. f.». Se \
                señalan además las repetidas, las que continúan a la anterior («Nueva Ley \
                publicada…», «Última reforma…») y las normas citadas con dos años distintos. No se \
                sabe qué normas fueron sustituidas o canceladas: de una norma solo se ve si el \
                mismo estándar la cita con dos años. Un renglón corto que encabeza a otros no es \
                una referencia.",
    wrong: "referencia: Ley General de Movilidad y Seguridad Vial, vigente",
    right: "referencia: Ley General de Movilidad y Seguridad Vial, publicada en el Diario Oficial \
            de la Federación el 17 de mayo de 2022",
    basis: "Formato F21-COOPYD-01, v08, EC-F-23",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let lines = &ec.general.references;
    if lines.is_empty() {
        if !is_early(ec) {
            report.at(
                &Spot::whole("references"),
                "Faltan las referencias de información. Agregue las fuentes con su fecha.",
            );
        }
        return;
    }
    let mut seen: Vec<String> = Vec::new();
    let mut norms: Vec<(String, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let spot = Spot::line("references", at, line);
        let folded = fold(&line.text);
        if folded.is_empty() {
            continue;
        }
        if seen.contains(&folded) {
            report.whole(
                &spot,
                "Esta referencia ya está en la lista. Quite una de las dos.",
            );
            continue;
        }
        if at > 0 && continues(&folded) {
            report.whole(
                &spot,
                "Este renglón no nombra lo que cita: parece seguir al anterior. Únalos en una sola \
                 referencia.",
            );
        } else if !is_dated(&line.text, &folded) && !is_heading(&line.text) {
            let message = if folded.contains("vigente") {
                "«Vigente» no dice de qué año es el texto. Escriba la fecha en que se publicó o se \
                 reformó."
            } else {
                "La referencia no tiene fecha. Agregue el año en que se publicó."
            };
            report.whole(&spot, message);
        }
        for (norm, year) in norms_in(&line.text) {
            let other = norms.iter().find(|(n, y)| *n == norm && *y != year);
            if let Some((_, first)) = other {
                let message = format!(
                    "{norm} aparece con dos años, {first} y {year}. Deje el de la norma en vigor."
                );
                report.at(&spot, message);
            }
            norms.push((norm, year));
        }
        seen.push(folded);
    }
}

/// Whether a line goes on with what the one before named.
fn continues(folded: &str) -> bool {
    const STARTS: &[&str] = &[
        "nueva ley publicada",
        "ultima reforma",
        "ultimas reformas",
        "publicado en el",
        "publicada en el",
        "publicado el",
        "publicada el",
        "reforma publicada",
        "reformas publicadas",
        "texto vigente",
        "disponible en",
        "recuperado de",
        "consultado",
    ];
    STARTS.iter().any(|start| folded.starts_with(start))
}

fn is_dated(text: &str, folded: &str) -> bool {
    let mut figures = text.split(|c: char| !c.is_ascii_digit());
    let year = figures.any(|run| run.len() == 4 && ("1900".."2100").contains(&run));
    if year {
        return true;
    }
    folded.ends_with(" s f") || folded.contains(" s f ") || folded.contains("sin fecha")
}

/// «Fuentes Académicas y Técnicas»: a heading among references.
fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let opens = [
        "Fuentes ",
        "Referencias ",
        "Bibliografía",
        "Normas:",
        "Leyes:",
        "Páginas ",
    ]
    .iter()
    .any(|start| text.starts_with(start));
    text.ends_with(':') || (opens && !text.contains([',', '.', '(']))
}

/// Official norms (NOM, NMX) in a text: their name without the year, and the year.
fn norms_in(text: &str) -> Vec<(String, String)> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '(' | ')'));
    words
        .filter(|word| word.starts_with("NOM-") || word.starts_with("NMX-"))
        .filter_map(|word| {
            let (name, year) = word.rsplit_once('-')?;
            let year_like = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
            year_like.then(|| (name.to_owned(), year.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_seen_wherever_it_stands() {
        for text in [
            "OpenAI. (2023). ChatGPT System Card.",
            "NOM-018-STPS-2015 Sistema armonizado",
            "Reglamento Federal de Seguridad. DOF13/11/2014.",
            "Manual (s. f.)",
        ] {
            assert!(is_dated(text, &fold(text)), "{text}");
        }
        for text in [
            "La norma NFPA 704",
            "Ley Federal del Trabajo vigente",
            "Capítulo 12345",
        ] {
            assert!(!is_dated(text, &fold(text)), "{text}");
        }
    }

    #[test]
    fn a_norm_is_known_by_its_name_without_the_year() {
        assert_eq!(
            norms_in("NOM-017-STPS-2024, y más")[0],
            ("NOM-017-STPS".to_owned(), "2024".to_owned())
        );
    }
}
