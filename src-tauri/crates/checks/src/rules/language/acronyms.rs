use std::ops::Range;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use super::is_of_work;
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-73",
    severity: Severity::Advice,
    title: "Las siglas se desarrollan una vez, o están en el glosario",
    why: "El estándar lo lee quien se prepara para certificarse: una sigla sin desarrollar solo la \
          entiende quien ya la conocía.",
    heuristic: "Es sigla una palabra de dos a seis mayúsculas que no está en un texto escrito todo \
                en mayúsculas, ni dentro de una clave (NOM-018-STPS-2015), ni es número romano, \
                unidad, formato de archivo o una sigla de uso general. Está desarrollada si aparece \
                entre paréntesis o seguida de uno en cualquier parte del estándar, o si el glosario \
                la nombra. Se señala la primera vez, en elementos y apoyos.",
    wrong: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Consultando la HDS del lubricante, y
            - Retirando los objetos ajenos al servicio.",
    right: "E Preparar el área de trabajo conforme al manual
            D Prepara el área de trabajo:
            - Consultando la Hoja de Datos de Seguridad (HDS) del lubricante, y
            - Retirando los objetos ajenos al servicio.",
    basis: "Guía de redacción: siglas y abreviaturas",
    look,
};

/// Acronyms that everybody reads, file formats, units and marks.
#[rustfmt::skip] // A list is read in lines.
const KNOWN: &[&str] = &[
    "ADN", "AM", "AVI", "BMP", "CD", "CM", "COVID", "CPU", "CSV", "CURP", "DC", "CA", "CD", "DOF",
    "DVD", "EC", "ECM", "EUA", "FM", "GIF", "GPS", "HD", "HTML", "ID", "IEC", "IMSS", "INE",
    "INEGI", "INFONAVIT", "ISO", "ISSSTE", "IVA", "JPEG", "JPG", "KG", "KM", "LED", "MB", "GB",
    "TB", "MP", "MXN", "NMX", "NOM", "OK", "ONU", "PC", "PDF", "PH", "PM", "PNG", "PVC", "QR",
    "RAM", "RENEC", "RFC", "SA", "SAT", "SC", "CV", "AC", "SCIAN", "SEP", "SIM", "SINCO", "SMS",
    "SNC", "STPS", "CONOCER", "TV", "UHF", "UNAM", "UNESCO", "URL", "USA", "USB", "UV", "VHF",
    "WC", "WIFI", "XML", "ZIP", "TIFF", "UTF", "WWW", "DOCX", "XLSX", "PPT", "DPI", "RPM", "VCA",
    "VCD", "AA", "AAA", "NO", "SI", "NA", "CP", "RH", "NIP", "PIN",
];

fn look(_: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let acronyms = wording.ask(|form| is_acronym(&form.text));
    if !acronyms.contains(&true) {
        return;
    }
    let spots = report.spots();
    let mut seen = vec![false; acronyms.len()];
    let mut first: Vec<(usize, Range<usize>, usize)> = Vec::new();
    for (at, spot) in spots.iter().enumerate() {
        let words = wording.words(at);
        if !words.iter().any(|word| acronyms[word.at()]) || !is_of_work(spot) {
            continue;
        }
        let glossary = spot.place.kind == Some(PlaceKind::Glossary);
        let shouted = !spot.text.chars().any(char::is_lowercase);
        if shouted || glossary || spot.field == Some(Field::Name) {
            continue;
        }
        for word in words {
            let range = word.range();
            let new = acronyms[word.at()] && !seen[word.at()];
            if new && !is_in_code(spot.text, &range) {
                seen[word.at()] = true;
                first.push((at, range, word.at()));
            }
        }
    }
    let mut explained = vec![false; acronyms.len()];
    for (at, spot) in spots.iter().enumerate() {
        let term = spot.field == Some(Field::Term);
        for word in wording.words(at).iter().filter(|w| acronyms[w.at()]) {
            explained[word.at()] |= term || is_explained(spot.text, &word.range());
        }
    }
    for (at, range, form) in first {
        let word = &spots[at].text[range.clone()];
        if explained[form] {
            continue;
        }
        let message = format!(
            "No se dice qué significa «{word}». Desarróllela la primera vez, con la sigla entre \
             paréntesis, o defínala en el glosario."
        );
        report.within(&spots[at], range, message);
    }
}

fn is_acronym(word: &str) -> bool {
    let letters = word.chars().count();
    (2..=6).contains(&letters)
        && word.chars().all(|c| c.is_ascii_uppercase() || c == 'Ñ')
        && !word
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
        && !KNOWN.contains(&word)
}

/// Whether the word is a piece of something longer: a norm, a model, a web address, «S.A.».
fn is_in_code(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '_' | '@' | '&' | '.');
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let next = after.next();
    let joined_after = match next {
        Some('.') => after.next().is_some_and(char::is_alphanumeric),
        Some(' ') => after.next().is_some_and(|c| c.is_ascii_digit()), // «NFPA 704».
        Some(c) => joins(c),
        None => false,
    };
    before.is_some_and(joins) || joined_after
}

/// Whether the acronym stands in brackets there, or is followed by brackets that spell it out.
fn is_explained(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let after = text[range.end..].trim_start();
    let opened = before.ends_with(['(', '[', '“', '"', '«']);
    let closed = after.starts_with([')', ']', '”', '"', '»', ',', ';']);
    (opened && closed) || after.starts_with('(') || (after.starts_with(':') && range.start == 0)
}
