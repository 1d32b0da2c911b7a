//! What a standard says once and a document prints twice, and what is printed beside a value: kept or
//! listed with its page and line.

use chrono::NaiveDate;

use super::{made, read};
use crate::Reading;

/// A sample with a line replaced by others.
fn with(line: &str, by: &str) -> Reading {
    let text = made::V08;
    assert!(text.contains(line), "{line}");
    read(text.replacen(line, by, 1).as_bytes())
}

fn listed(reading: &Reading) -> Vec<&str> {
    let lines = reading.not_understood.iter();
    lines.map(|line| line.text.as_str()).collect()
}

#[test]
fn a_section_that_stands_twice_keeps_its_first_words_and_lists_the_others() {
    let level = "Nivel en el Sistema Nacional de Competencias: Dos";
    let plain = read(made::V08.as_bytes());
    let twice = |section: &str| with(level, &format!("{section}\n \n{level}"));

    let description = twice("Descripción general del Estándar de Competencia\nOtra descripción.");
    assert_eq!(listed(&description), ["Otra descripción."]);
    assert_eq!(
        description.standard.general.general_description,
        plain.standard.general.general_description
    );

    let committee = with(
        "de la Movilidad en Bicicleta",
        "de la Movilidad en Bicicleta\nComité de Gestión por Competencias que lo desarrolló\nde Otra Cosa",
    );
    assert_eq!(listed(&committee), ["de Otra Cosa"]);
    assert_eq!(
        committee.standard.general.committee,
        plain.standard.general.committee
    );

    let level = twice("Nivel en el Sistema Nacional de Competencias: Cinco\nOtro texto.");
    assert_eq!(level.standard.general.snc_level, Some(5));
    assert!(
        listed(&level)
            .iter()
            .any(|line| line.contains("Desempeña actividades")),
        "{:?}",
        listed(&level)
    );

    let duration = with(
        "Referencias de Información",
        "Duración estimada de la evaluación\n9 horas en gabinete.\nReferencias de Información",
    );
    assert_eq!(listed(&duration), ["9 horas en gabinete."]);
    assert_eq!(
        duration.standard.general.evaluation_aspects.duration,
        plain.standard.general.evaluation_aspects.duration
    );
}

#[test]
fn what_is_printed_beside_a_date_is_listed() {
    let reading = with("5 de marzo de 2026", "5 de marzo de 2026 (Acuerdo AB/I-26)");

    assert_eq!(
        reading.standard.general.approval_date,
        NaiveDate::from_ymd_opt(2026, 3, 5)
    );
    assert_eq!(listed(&reading), ["5 de marzo de 2026 (Acuerdo AB/I-26)"]);
    assert!(reading.not_understood[0].page == 1 && reading.not_understood[0].line > 1);
}

#[test]
fn a_term_of_years_keeps_the_words_of_its_author() {
    let reading = with("3 años ", "3 años a partir de su\nemisión");
    let general = &reading.standard.general;

    assert_eq!(general.review_period, "3 años a partir de su emisión");
    assert_eq!(general.certificate_validity, "2 años");
    assert_eq!(listed(&reading), [] as [&str; 0]);

    let reading = with("2 años ", "Mínimo 2 años, o antes si cambia la norma");
    assert_eq!(
        reading.standard.general.certificate_validity,
        "Mínimo 2 años, o antes si cambia la norma"
    );
    assert_eq!(listed(&reading), [] as [&str; 0]);
}
