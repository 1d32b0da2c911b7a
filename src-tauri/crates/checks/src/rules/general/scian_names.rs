use domain::Severity;
use domain::catalogue::CatalogueKind;
use domain::ec::part::Field;
use domain::ec::{Classified, CompetenceStandard};
use domain::text::fold;

use super::scian_chain::{LEVELS, code_of, lists};
use super::{catalogues, is_brand, is_early};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-11",
    severity: Severity::Warning,
    title: "Los nombres del SCIAN son los de la edición en uso",
    why: "Un nombre que no corresponde a su clave deja en duda cuál de los dos quiso decirse, y \
          separa en los reportes lo que es una misma actividad.",
    heuristic: "Con el SCIAN importado en Catálogos se comparan todas las claves y sus nombres con la \
                edición en uso, y se dice si son de otra. Sin él, la aplicación trae los nombres de los veinte sectores: se comparan sin contar \
                acentos, mayúsculas ni puntuación. En los demás niveles se revisa que la clave \
                esté separada del nombre, que haya nombre, que una clave no lleve dos nombres y \
                que una clase terminada en 0 se llame como su subrama, de la que es la única. No \
                se comparan los nombres de los formatos 1.0 y 6.0, que siguieron otras ediciones.",
    wrong: "sector: 81 Servicios de reparación, excepto los de gobierno",
    right: "sector: 81 Otros servicios excepto actividades gubernamentales",
    basis: "SCIAN México 2023 (INEGI)",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let lists = lists(&ec.general.scian);
    let mut named: Vec<(&str, &str)> = Vec::new();
    for (level, list) in lists.iter().enumerate() {
        let (_, field, _) = LEVELS[level];
        for (at, entry) in list.iter().enumerate() {
            let spot = Spot::classified(field, at, entry, Field::Name);
            let code = code_of(entry);
            if is_glued(entry) {
                let message =
                    format!("La clave {code} está pegada al nombre. Sepárela con un espacio.");
                report.whole(&spot, message);
                continue;
            }
            let name = bare_name(&entry.name);
            if name.is_empty() {
                let message = format!("Falta el nombre de {code}. Tómelo del catálogo del SCIAN.");
                report.at(&spot, message);
                continue;
            }
            if !is_early(ec) && by_list(report, &spot, level, (code, name)) {
                continue;
            }
            let brought = report.context.lists(CatalogueKind::Scian).next().is_some();
            if level == 0 && !brought && !is_early(ec) && sector(report, &spot, code, name) {
                continue;
            }
            match named.iter().find(|(known, _)| *known == code) {
                Some((_, first)) if fold(first) != fold(name) => {
                    let message = format!(
                        "La clave {code} lleva dos nombres: «{first}» y «{name}». Deje el del \
                         catálogo."
                    );
                    report.whole(&spot, message);
                }
                Some(_) => {}
                None => named.push((code, name)),
            }
            if level == 4 {
                only_class(report, &spot, code, name, lists[3]);
            }
        }
    }
}

/// `561Servicios`: the code and the name with nothing between them.
fn is_glued(entry: &Classified) -> bool {
    let glued = |text: &str| {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        digits >= 2 && text[digits..].starts_with(char::is_alphabetic)
    };
    glued(entry.code.trim()) || (entry.code.trim().is_empty() && glued(entry.name.trim()))
}

/// A name without the code it may repeat, and without the mark that says where a class is
/// comparable («MÉX.», «CAN., EE.UU.»).
fn bare_name(name: &str) -> &str {
    let name = name
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let mut name =
        name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'));
    for mark in ["MÉX", "MEX", "CAN., EE.UU", "CAN., EE. UU", "EE.UU", "CAN"] {
        if let Some(rest) = name.strip_suffix(mark)
            && rest.ends_with([' ', ',', '.'])
        {
            name = rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ','));
        }
    }
    name
}

/// Compares an entry with the edition that was brought in; true if it was found wanting.
fn by_list(
    report: &mut Report<'_>,
    spot: &Spot<'_>,
    level: usize,
    (code, name): (&str, &str),
) -> bool {
    let article = if level < 2 { "el" } else { "la" };
    let called = format!("{article} {}", LEVELS[level].0);
    let wrong = report
        .context
        .misnamed(CatalogueKind::Scian, &called, (code, name));
    let Some((message, there)) = wrong.filter(|_| !code.is_empty()) else {
        return false;
    };
    let entry = report.whole(spot, message);
    if let Some(there) = there {
        entry.suggest(there);
    }
    true
}

/// Compares a sector with the catalogue; true if it was found wanting.
fn sector(report: &mut Report<'_>, spot: &Spot<'_>, code: &str, name: &str) -> bool {
    let official = catalogues::sectors();
    let key = match code.get(..2) {
        Some("31" | "32" | "33") => "31-33",
        Some("48" | "49") => "48-49",
        _ => code,
    };
    let Some(there) = official.name(key) else {
        let message = format!(
            "{code} no es un sector del {}. Revise la clave.",
            official.edition
        );
        report.whole(spot, message);
        return true;
    };
    if fold(there) == fold(name) {
        return false;
    }
    let message = format!(
        "El sector {key} se llama «{there}» en el {}.",
        official.edition
    );
    report.whole(spot, message).suggest(there);
    true
}

/// A class that ends in 0 is the only one of its subbranch, and bears its name.
fn only_class(
    report: &mut Report<'_>,
    spot: &Spot<'_>,
    code: &str,
    name: &str,
    subbranches: &[Classified],
) {
    let Some(parent) = code.strip_suffix('0').filter(|parent| parent.len() == 5) else {
        return;
    };
    let found = subbranches.iter().find(|entry| code_of(entry) == parent);
    let Some(subbranch) = found.map(|entry| bare_name(&entry.name)) else {
        return;
    };
    if !subbranch.is_empty() && fold(subbranch) != fold(name) {
        let message = format!(
            "La clase {code} es la única de la subrama {parent} y lleva su mismo nombre, pero aquí \
             se llaman «{name}» y «{subbranch}». Deje el del catálogo en las dos."
        );
        report.whole(spot, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_without_its_marks() {
        assert_eq!(
            bare_name("Servicios de consultoría en administración. MÉX."),
            "Servicios de consultoría en administración"
        );
        assert_eq!(bare_name(" servicios educativos. "), "servicios educativos");
    }
}
