use domain::Severity;
use domain::calendar::month_named;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;
use domain::text::fold;

use super::{is_brand, is_early};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-07",
    severity: Severity::Error,
    title: "Una versión posterior dice a cuál actualiza, y solo ella lo dice",
    why: "El párrafo de actualización cita el código y el título anteriores, su publicación en el \
          DOF y el plazo de cinco meses: es la regla de transición para quien ya estaba en trámite.",
    heuristic: "Solo se revisa un estándar con código. La fecha se busca como «6 de julio de 2012» \
                y el título, entre el código y la palabra «publicado». En los formatos 1.0 y 6.0, \
                que no muestran ese párrafo, solo se revisa si está.",
    wrong: "código: EC0217.01",
    right: "código: EC0217.01
            actualización: El presente EC actualiza al EC0217 “Mantenimiento de bicicletas”, \
            publicado en el Diario Oficial de la Federación el 6 de julio de 2012. Los asuntos y \
            procesos de evaluación y certificación de competencias tramitados con base en el \
            EC0217 “Mantenimiento de bicicletas”, tendrán para su conclusión, incluyendo la \
            emisión de certificados, un plazo máximo de cinco meses, a partir de la publicación en \
            el Diario Oficial de la Federación del presente Estándar de Competencia.",
    basis: "Formato F21-COOPYD-01, v08, EC-F-07",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let code = ec.known_code();
    if is_brand(ec) || code.is_empty() {
        return;
    }
    let text = &ec.general.update_paragraph;
    let spot = Spot::general("updateParagraph", Field::UpdateParagraph, text);
    let previous = match code.split_once('.') {
        None => {
            if !text.trim().is_empty() {
                let message = format!(
                    "{code} no es una versión posterior y trae un párrafo de actualización. \
                     Quítelo, o corrija el código."
                );
                report.at(&spot, message);
            }
            return;
        }
        Some((base, version)) => match version.parse::<u8>() {
            Ok(0) | Err(_) => return, // The rule of codes sees it.
            Ok(1) => base.to_owned(),
            Ok(n) => format!("{base}.{:02}", n - 1),
        },
    };
    if text.trim().is_empty() {
        if !is_early(ec) {
            let message = format!(
                "{code} es una versión posterior y le falta el párrafo de actualización. Diga que \
                 actualiza al {previous}, con su título, su fecha en el DOF y el plazo de cinco \
                 meses."
            );
            report.at(&spot, message);
        }
        return;
    }
    let lacks = lacking(text, &previous);
    if !lacks.is_empty() {
        let message = format!(
            "Al párrafo de actualización le falta {}. Complételo.",
            listed(&lacks)
        );
        report.at(&spot, message);
    }
}

/// What the paragraph does not say, in Spanish.
fn lacking(text: &str, previous: &str) -> Vec<String> {
    let folded = fold(text);
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut lacks = Vec::new();
    let cited = squeezed.match_indices(previous).any(|(at, _)| {
        // «EC0217» inside «EC0217.01» is another code.
        let after = &squeezed[at + previous.len()..];
        !after.starts_with(|c: char| c.is_ascii_digit())
            && !after
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    if !cited {
        lacks.push(format!("el código anterior ({previous})"));
    }
    if !has_title(&folded) {
        lacks.push("el título anterior".to_owned());
    }
    if !has_date(&folded) {
        lacks.push("la fecha en que se publicó en el DOF".to_owned());
    }
    if !["cinco meses", "5 meses", "cinco 5 meses", "5 cinco meses"]
        .iter()
        .any(|term| folded.contains(term))
    {
        lacks.push("el plazo máximo de cinco meses".to_owned());
    }
    lacks
}

/// Whether a title stands between the code and «publicado», or between quotes.
fn has_title(folded: &str) -> bool {
    let Some(published) = folded.find("publicad") else {
        return true; // Without it there is no place to look at; the date says so.
    };
    let before = &folded[..published];
    let Some(code) = before
        .rfind("ec0")
        .or_else(|| before.rfind("ec1"))
        .or(before.rfind("ec"))
    else {
        return true;
    };
    // The code itself, and a version after it.
    let named = before[code..]
        .split_whitespace()
        .skip(1)
        .filter(|word| word.chars().any(char::is_alphabetic));
    named.count() > 0
}

/// Whether a text that was folded names a day: «6 de julio de 2012», «06/07/2012».
fn has_date(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    words.iter().enumerate().any(|(at, word)| {
        month_named(word).is_some() && words[at..].iter().take(4).any(|word| year(word))
    }) || words.windows(3).any(|three| {
        let number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        number(three[0]) && number(three[1]) && year(three[2])
    })
}

fn listed(parts: &[String]) -> String {
    match parts {
        [one] => one.clone(),
        [first @ .., last] => format!("{} y {last}", first.join(", ")),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_printed_variants_are_complete() {
        let first = "El presente EC actualiza al EC0217 “Impartición de cursos”, publicado en el \
                     Diario Oficial de la Federación el 6 de julio de 2012. Los asuntos […] un \
                     plazo máximo de cinco meses, a partir de la publicación.";
        let second = "Se actualiza el EC0554 Trabajo en equipo publicado en el Diario Oficial de \
                      la Federación el 11 de junio de 2015.\nLos asuntos tramitados con base en el \
                      EC0554 “Trabajo en equipo”, tendrán un plazo máximo de cinco meses.";

        assert_eq!(lacking(first, "EC0217"), [""; 0]);
        assert_eq!(lacking(second, "EC0554"), [""; 0]);
    }

    #[test]
    fn what_is_missing_is_named() {
        let text = "Se actualiza el EC0554.01 publicado en el Diario Oficial de la Federación.";

        assert_eq!(lacking(text, "EC0554").len(), 4);
        assert_eq!(lacking(text, "EC0554.01").len(), 3);
    }
}
