use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{Classified, CompetenceStandard, Scian};

use super::is_brand;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-10",
    severity: Severity::Error,
    title: "Las claves del SCIAN forman una cadena: sector, subsector, rama, subrama y clase",
    why: "Cada clave empieza con la de su nivel superior (93, 931, 9314, 93141, 931410). Una \
          cadena rota clasifica el estándar en dos actividades, o en ninguna.",
    heuristic: "Las claves tienen 2, 3, 4, 5 y 6 cifras; los sectores 31-33 y 48-49 abarcan las \
                suyas. Un nivel puede traer varias claves, y basta que una sea la superior. Un \
                nivel sin claves entre otros que las tienen es un hueco en la cadena.",
    wrong: "subrama:",
    right: "subrama: 81149 Reparación y mantenimiento de otros artículos para el hogar y personales",
    basis: "Formato F21-COOPYD-01, v08, EC-F-16; SCIAN México",
    look,
};

/// The levels, from the top: name, name of the list, digits of the code.
#[rustfmt::skip] // A table is read down its columns.
pub(super) const LEVELS: [(&str, &str, usize); 5] = [
    ("sector",    "scian.sectors",         2),
    ("subsector", "scian.subsectors",      3),
    ("rama",      "scian.branches",        4),
    ("subrama",   "scian.subbranches",     5),
    ("clase",     "scian.industryClasses", 6),
];

/// The lists of the levels, from the top.
pub(super) fn lists(scian: &Scian) -> [&[Classified]; 5] {
    [
        &scian.sectors,
        &scian.subsectors,
        &scian.branches,
        &scian.subbranches,
        &scian.industry_classes,
    ]
}

/// The code of an entry: its own, or the figures its name begins with.
pub(super) fn code_of(entry: &Classified) -> &str {
    let text = if entry.code.trim().is_empty() {
        entry.name.trim()
    } else {
        entry.code.trim()
    };
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '–'))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['-', '–'])
}

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) {
        return;
    }
    let lists = lists(&ec.general.scian);
    if lists.iter().all(|list| list.is_empty()) {
        report.at(
            &Spot::whole("scian"),
            "Falta la clasificación del SCIAN. Escriba sector, subsector, rama, subrama y clase.",
        );
        return;
    }
    for (level, list) in lists.iter().enumerate() {
        let (name, field, digits) = LEVELS[level];
        if list.is_empty() {
            let message = format!(
                "Falta {} {name} en la clasificación del SCIAN. Agréguela con su clave de {digits} \
                 cifras.",
                if level < 2 { "el" } else { "la" }
            );
            let message = if level < 2 {
                message.replace("Agréguela", "Agréguelo")
            } else {
                message
            };
            report.at(&Spot::whole(field), message);
            continue;
        }
        for (at, entry) in list.iter().enumerate() {
            let spot = Spot::classified(field, at, entry, Field::Code);
            let code = code_of(entry);
            if code.is_empty() {
                let message = format!(
                    "«{}» no tiene clave. Escriba la clave del SCIAN ({digits} cifras) antes del \
                     nombre.",
                    entry.name
                );
                let entry = report.at(&spot, message);
                if at > 0 {
                    // It may be the end of the name before it, on a line of its own.
                    entry.weighs(Severity::Warning);
                }
            } else if !fits(code, level) {
                let message = format!(
                    "«{code}» no es clave de {name}, que lleva {digits} cifras. Corrija la clave o \
                     pásela a su nivel."
                );
                report.whole(&spot, message);
            } else if let Some(above) = level.checked_sub(1) {
                let chained = lists[above].iter().map(code_of).filter(|c| fits(c, above));
                let chained: Vec<&str> = chained.collect();
                if !chained.is_empty() && !chained.iter().any(|c| is_under(code, c)) {
                    let article = if above < 2 { "ningún" } else { "ninguna" };
                    let message = format!(
                        "«{code}» no continúa {article} {} de este estándar ({}). Corrija una de \
                         las dos claves.",
                        LEVELS[above].0,
                        chained.join(", ")
                    );
                    report.whole(&spot, message);
                }
            }
        }
    }
}

/// Whether a code has the digits of its level; a sector may be a range.
fn fits(code: &str, level: usize) -> bool {
    let digits = LEVELS[level].2;
    let number = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    match code.split_once(['-', '–']) {
        Some((first, last)) => level == 0 && number(first, 2) && number(last, 2) && first < last,
        None => number(code, digits),
    }
}

/// Whether a code continues another: 931 continues 93, and 336 continues 31-33.
fn is_under(code: &str, above: &str) -> bool {
    if let Some((first, last)) = above.split_once(['-', '–']) {
        let start = code.get(..2).unwrap_or_default();
        return first <= start && start <= last;
    }
    // One sector of a range, named alone, still holds what the range holds.
    let same_range = |a: &str, b: &str| {
        let range = |code: &str| match code.get(..2) {
            Some("31" | "32" | "33") => 1,
            Some("48" | "49") => 2,
            _ => 0,
        };
        above.len() == 2 && range(a) != 0 && range(a) == range(b)
    };
    code.starts_with(above) || same_range(code, above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_followed_through_ranges() {
        assert!(is_under("931", "93"));
        assert!(is_under("336", "31-33"));
        assert!(is_under("493", "48-49"));
        assert!(is_under("336", "31"), "a range named by its first number");
        assert!(!is_under("541", "61"));
        assert!(!is_under("311", "48-49"));
    }

    #[test]
    fn codes_have_the_digits_of_their_level() {
        assert!(fits("31-33", 0) && fits("56", 0) && fits("561720", 4));
        assert!(!fits("31-33", 1) && !fits("561", 0) && !fits("56172", 4) && !fits("", 2));
    }
}
