use std::collections::HashMap;

use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, PlaceKind};

use crate::words::tokens;
use crate::{Report, Rule, Spot, spot};

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

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let requirements = &ec.general.evaluation_aspects.requirements;
    let mut spots: Vec<Spot<'_>> = requirements
        .iter()
        .enumerate()
        .map(|(at, line)| Spot::line("evaluationAspects.requirements", at, line))
        .collect();
    for (at, element) in ec.elements.iter().enumerate() {
        spots.push(Spot::element(at, element));
        spot::of_element(at, element, &mut spots);
    }
    // Each acronym with the first place that uses it.
    let mut first: HashMap<&str, (usize, std::ops::Range<usize>)> = HashMap::new();
    for (at, spot) in spots.iter().enumerate() {
        let glossary = spot.place.kind == Some(PlaceKind::Glossary);
        let shouted = !spot.text.chars().any(char::is_lowercase);
        if shouted || glossary || spot.field == Some(Field::Name) {
            continue;
        }
        for (range, word) in tokens::tokens(spot.text) {
            if is_acronym(word) && !is_in_code(spot.text, &range) {
                first.entry(word).or_insert((at, range));
            }
        }
    }
    if first.is_empty() {
        return;
    }
    let texts: Vec<&str> = spot::every(ec).into_iter().map(|spot| spot.text).collect();
    let terms = ec.elements.iter().flat_map(|element| &element.glossary);
    let terms: Vec<&str> = terms.map(|entry| entry.term.as_str()).collect();
    let mut unsaid: Vec<_> = first
        .into_iter()
        .filter(|(word, _)| !is_explained(word, &texts) && !terms.iter().any(|t| names(t, word)))
        .collect();
    unsaid.sort_by_key(|(_, (at, range))| (*at, range.start));
    for (word, (at, range)) in unsaid {
        let message = format!(
            "No se dice qué significa «{word}». Desarróllala la primera vez, con la sigla entre \
             paréntesis, o defínela en el glosario."
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
fn is_in_code(text: &str, range: &std::ops::Range<usize>) -> bool {
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

/// Whether some text has the acronym in brackets, or followed by brackets that spell it out.
fn is_explained(word: &str, texts: &[&str]) -> bool {
    texts.iter().any(|text| {
        text.match_indices(word).any(|(at, _)| {
            let before = text[..at].trim_end();
            let after = text[at + word.len()..].trim_start();
            let opened = before.ends_with(['(', '[', '“', '"', '«']);
            let closed = after.starts_with([')', ']', '”', '"', '»', ',', ';']);
            (opened && closed) || after.starts_with('(') || (after.starts_with(':') && at == 0)
        })
    })
}

/// Whether a term of the glossary is or contains the acronym.
fn names(term: &str, word: &str) -> bool {
    tokens::tokens(term).any(|(_, token)| token == word)
}
