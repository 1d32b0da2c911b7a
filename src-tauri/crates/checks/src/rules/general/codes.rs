use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-04",
    severity: Severity::Error,
    title: "Los códigos están bien escritos: EC0000, EC0000.00, ECM0000 y E0000",
    why: "Con el código se busca el estándar en el registro y se emite el certificado: uno mal \
          escrito lleva a otro documento o a ninguno.",
    heuristic: "Se revisan el código del estándar, los de sus elementos y los que se citan en los \
                estándares relacionados y en el párrafo de actualización. En esos dos textos solo \
                se mira lo que empieza con «EC» y lleva cifras. Un código en blanco no es un error: \
                se asigna al registrar.",
    wrong: "estándar relacionado: EC056.01 Prestación de servicios de limpieza en el hogar",
    right: "estándar relacionado: EC0561.01 Prestación de servicios de limpieza en el hogar",
    basis: "Reglas de registro del RENEC: sintaxis de la clave",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if !ec.code.is_empty() && !is_standard(&solid(&ec.code)) {
        object(report, &Spot::general("code", Field::Code, &ec.code));
    }
    if !ec.source_code.is_empty() && !is_standard(&solid(&ec.source_code)) {
        let spot = Spot {
            text: &ec.source_code,
            ..Spot::whole("code")
        };
        object(report, &spot);
    }
    let related = ec.general.related_standards.iter().enumerate();
    for (at, line) in related {
        cited(report, &Spot::line("relatedStandards", at, line));
    }
    let update = &ec.general.update_paragraph;
    let spot = Spot::general("updateParagraph", Field::UpdateParagraph, update);
    cited(report, &spot);
    for (at, element) in ec.elements.iter().enumerate() {
        if element.code.is_empty() || is_element(&solid(&element.code)) {
            continue;
        }
        let spot = Spot {
            field: Some(Field::Code),
            text: &element.code,
            ..Spot::element(at, element)
        };
        let message = format!(
            "«{}» no es un código de elemento: es una E y cuatro cifras, como E0354.",
            element.code
        );
        let entry = report.whole(&spot, message);
        if let Some(code) = mended(&element.code).filter(|code| is_element(code)) {
            let _ = entry.suggest(code);
        }
    }
}

fn object(report: &mut Report<'_>, spot: &Spot<'_>) {
    let message = format!(
        "«{}» no es un código de estándar: es EC y cuatro cifras, con punto y dos cifras si es una \
         versión posterior (EC0217.01).",
        spot.text
    );
    let entry = report.whole(spot, message);
    if let Some(code) = mended(spot.text).filter(|code| is_standard(code)) {
        let _ = entry.suggest(code);
    }
}

/// The codes that a text cites.
fn cited(report: &mut Report<'_>, spot: &Spot<'_>) {
    let text = spot.text;
    for (found, _) in text.match_indices("EC") {
        // «EEC1727»: the letter typed twice belongs to the code.
        let start = text[..found].trim_end_matches('E').len();
        let before = text[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '_')) {
            continue;
        }
        let token = &text[start..];
        let end = token
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '.')
            .unwrap_or(token.len());
        let code = token[..end].trim_end_matches('.');
        let numbered = code.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let glued = numbered.starts_with(|c: char| c.is_ascii_digit());
        if glued && !is_standard(code) {
            let message = format!(
                "«{code}» no es un código de estándar: es EC y cuatro cifras, con punto y dos \
                 cifras si es una versión posterior (EC0217.01)."
            );
            let entry = report.within(spot, start..start + code.len(), message);
            if let Some(code) = mended(code).filter(|code| is_standard(code)) {
                let _ = entry.suggest(code);
            }
        }
    }
}

/// A code without the spaces that extraction leaves in it.
fn solid(code: &str) -> String {
    code.split_whitespace().collect()
}

/// `EC####`, `EC####.##` or `ECM####`.
fn is_standard(code: &str) -> bool {
    if let Some(number) = code.strip_prefix("ECM") {
        return is_number(number, 4);
    }
    let Some(rest) = code.strip_prefix("EC") else {
        return false;
    };
    match rest.split_once('.') {
        Some((number, version)) => is_number(number, 4) && is_number(version, 2),
        None => is_number(rest, 4),
    }
}

/// `E####`.
fn is_element(code: &str) -> bool {
    code.strip_prefix('E').is_some_and(|n| is_number(n, 4))
}

fn is_number(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())
}

/// The code without what a typist gets wrong: spaces inside, small letters, an O for a zero, a
/// letter twice. Digits are never invented.
fn mended(code: &str) -> Option<String> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let code = code.to_uppercase();
    let split = code.find(|c: char| c.is_ascii_digit() || c == 'O')?;
    let (letters, number) = code.split_at(split);
    let letters = letters.replace("EE", "E").replace("CC", "C");
    let number = number.replace('O', "0").replace(['_', '-', ','], ".");
    Some(format!("{letters}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_the_register_writes_them() {
        assert!(
            ["EC0217", "EC0217.01", "ECM0358"]
                .iter()
                .all(|c| is_standard(c))
        );
        assert!(
            [
                "EC056.01", "EEC1727", "EC 0217", "EC0217.1", "EC02170", "NTCL"
            ]
            .iter()
            .all(|c| !is_standard(c))
        );
        assert!(is_element("E5336") && !is_element("EO354") && !is_element("E536"));
    }

    #[test]
    fn only_a_slip_of_the_typist_is_mended() {
        assert_eq!(mended("EO354").as_deref(), Some("E0354"));
        assert_eq!(mended("EEC1727").as_deref(), Some("EC1727"));
        assert_eq!(mended("ec 0217,01").as_deref(), Some("EC0217.01"));
        assert!(!is_standard(&mended("EC056.01").unwrap_or_default()));
    }
}
