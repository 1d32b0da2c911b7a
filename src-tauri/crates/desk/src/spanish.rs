//! Days, lengths and counts as staff say them.

use chrono::{Datelike, NaiveDate};
use domain::ec::duration::in_words;

const DAYS: [&str; 7] = [
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];

/// «3 de julio de 2026».
pub fn day(date: NaiveDate) -> String {
    domain::calendar::in_words(date)
}

/// «Jueves 9 de julio de 2026».
pub fn week_day(date: NaiveDate) -> String {
    let name = DAYS[date.weekday().num_days_from_monday() as usize % 7];
    let mut letters = name.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{} {}", letters.as_str(), day(date))
}

/// A day as it was written down, in words; as it stands if it is none.
pub fn day_of(text: &str) -> String {
    text.get(..10)
        .and_then(|date| date.parse().ok())
        .map_or_else(|| text.to_owned(), day)
}

/// «30 minutos en gabinete y 1 hora en campo, totalizando 1 hora con 30 minutos.»
pub fn duration(desk: Option<u32>, field: Option<u32>) -> String {
    match (desk, field) {
        (Some(desk), Some(field)) => format!(
            "{} en gabinete y {} en campo, totalizando {}.",
            in_words(desk),
            in_words(field),
            in_words(desk.saturating_add(field))
        ),
        (Some(desk), None) => format!("{} en gabinete.", in_words(desk)),
        (None, Some(field)) => format!("{} en campo.", in_words(field)),
        (None, None) => String::new(),
    }
}

/// «quedan 6», «vence hoy», «vencido hace 3».
pub fn working_days(left: i32) -> String {
    match left {
        0 => "vence hoy".to_owned(),
        1 => "queda 1".to_owned(),
        2.. => format!("quedan {left}"),
        _ => format!("vencido hace {}", left.unsigned_abs()),
    }
}

/// «E1-D1, E1-D2 y E1-D3».
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} y {last}", first.join(", ")),
    }
}

/// How much a finding weighs, by the desk's word for it.
pub fn severity(code: &str) -> &'static str {
    match code {
        "error" => "error",
        "warning" => "aviso",
        _ => "consejo", // There are three.
    }
}

/// «Falta 1 requisito», «Faltan 3 requisitos».
pub fn lacking(n: usize) -> String {
    match n {
        1 => "Falta 1 requisito".to_owned(),
        n => format!("Faltan {} requisitos", count(n)),
    }
}

/// A sentence that was put together, with its articles contracted: «de el propósito» is «del propósito».
pub(crate) fn contracted(said: &str) -> String {
    said.replace(" de el ", " del ").replace(" a el ", " al ")
}

/// «1 error», «3 errores».
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// «1,759».
pub fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A place as people call it: the names of the form for the general data, and the citation itself
/// for what is in an element.
pub fn place(cited: &str) -> &str {
    match cited {
        "code" => "Código",
        "title" => "Título",
        "purpose" => "Propósito",
        "generalDescription" => "Descripción general",
        "updateParagraph" => "Párrafo de actualización",
        "sncLevel" => "Nivel",
        "levelText" => "Texto del nivel",
        "committee" => "Comité",
        "approvalDate" => "Fecha de aprobación",
        "publicationDate" => "Fecha de publicación",
        "reviewPeriod" => "Periodo de revisión",
        "certificateValidity" => "Vigencia del certificado",
        "sincoUnitGroups" => "Grupos unitarios (SINCO)",
        "associatedOccupations" => "Ocupaciones asociadas",
        "unlistedOccupations" => "Ocupaciones no contenidas",
        "scian"
        | "sectors"
        | "subsectors"
        | "branches"
        | "subbranches"
        | "industryClasses"
        | "scian.sectors"
        | "scian.subsectors"
        | "scian.branches"
        | "scian.subbranches"
        | "scian.industryClasses" => "Clasificación SCIAN",
        "participatingOrganizations" => "Organizaciones participantes",
        "relatedStandards" => "Relación con otros estándares",
        "evaluationAspects.practiceDetails" | "practiceDetails" => "Detalles de la práctica",
        "evaluationAspects.requirements" | "requirements" => "Apoyos/Requerimientos",
        "evaluationAspects.duration" => "Duración de la evaluación",
        "references" => "Referencias de información",
        "evaluationAspects" => "Aspectos relevantes de la evaluación",
        "general" => "Datos generales",
        "headings" => "Encabezados del formato",
        "fixedParagraphs" => "Párrafos fijos del formato",
        "profileTitles" => "Títulos del perfil",
        "printed" => "Forma impresa",
        "elements" => "Elementos",
        "certifiablePopulation" => "Población susceptible de certificarse",
        "certifiablePopulationSource" => "Fuente de la población",
        "certificationSolution" => "Solución de certificación",
        "consequenceMechanism" => "Mecanismo de consecuencias",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_staff_say_them() {
        let date = NaiveDate::from_ymd_opt(2026, 7, 9).unwrap();

        assert_eq!(day(date), "9 de julio de 2026");
        assert_eq!(week_day(date), "Jueves 9 de julio de 2026");
        assert_eq!(day_of("2026-07-03T10:00:00Z"), "3 de julio de 2026");
        assert_eq!(day_of("pronto"), "pronto");
    }

    #[test]
    fn a_duration_says_its_total() {
        assert_eq!(
            duration(Some(40), Some(120)),
            "40 minutos en gabinete y 2 horas en campo, totalizando 2 horas con 40 minutos."
        );
    }

    #[test]
    fn counts_have_their_comma() {
        assert_eq!(count(1759), "1,759");
        assert_eq!(count(12), "12");
        assert_eq!(counted(1, "error", "errores"), "1 error");
        assert_eq!(counted(2, "error", "errores"), "2 errores");
        assert_eq!(working_days(-3), "vencido hace 3");
    }
}
