use domain::Severity;
use domain::ec::{CompetenceStandard, Format, form};
use domain::text::fold;

use crate::report::brief;
use crate::{Remedy, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-26",
    severity: Severity::Error,
    title: "Las tres secciones llevan su número romano: I.-, II.- y III.-",
    why: "El formato las numera así; un romano equivocado es señal de una página copiada de otra.",
    heuristic: "",
    wrong: "formato: F21-COOPYD-01 v08
            encabezado: I.- Datos Generales
            encabezado: II.- Perfil del Estándar de Competencia
            encabezado: II.- Elementos que conforman el Estándar de Competencia",
    right: "formato: F21-COOPYD-01 v08
            encabezado: I.- Datos Generales
            encabezado: II.- Perfil del Estándar de Competencia
            encabezado: III.- Elementos que conforman el Estándar de Competencia",
    basis: "Formato F21-COOPYD-01 v08, encabezados de sección",
    look,
};

const NUMERALS: [&str; 3] = ["I", "II", "III"];
const NAMES: [&str; 3] = [
    "datos generales",
    "perfil del estandar",
    "elementos que conforman",
];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let Some(printed) = &ec.printed else {
        return;
    };
    if printed.format == Some(Format::EcmSheet) {
        return; // A sheet has no sections.
    }
    let mut said = [false; 3];
    for heading in &printed.headings {
        let folded = fold(heading);
        let Some(section) = NAMES.iter().position(|name| folded.contains(name)) else {
            continue;
        };
        if std::mem::replace(&mut said[section], true) {
            continue; // A heading repeated on another page is said once.
        }
        let Some(name) = heading.find(['D', 'P', 'E', 'd', 'p', 'e']) else {
            continue; // It contains its name, so it has one of these.
        };
        let before: String = heading[..name].split_whitespace().collect();
        let numeral = before.trim_end_matches(['.', '-', '–', '—']);
        let official = form::FORM.text(form::SECTIONS[section]);
        let message = if numeral != NUMERALS[section] {
            if numeral.is_empty() {
                format!("Falta el número de la sección: «{official}».")
            } else {
                format!(
                    "La sección lleva el número «{numeral}»; es la {}: «{official}».",
                    NUMERALS[section]
                )
            }
        } else if before == numeral {
            format!("Falta el signo «.-» después del número: «{official}».")
        } else {
            continue;
        };
        report
            .at(&Spot::whole("headings"), message)
            .reading(brief(heading.trim(), 200))
            .remedy(Remedy::AdoptForm);
    }
}
