use domain::Severity;
use domain::ec::{CompetenceStandard, Format, PlaceKind};

use super::is_of_work;
use crate::words::brands::{Kind, kind};
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-74",
    severity: Severity::Advice,
    title: "Las marcas comerciales no se nombran, o solo entre opciones equivalentes",
    why: "Un estándar es público: no puede pedir el producto de un fabricante. Si hace falta un \
          ejemplo, se dan varios como opciones separadas por diagonal.",
    heuristic: "Se buscan marcas conocidas en elementos y apoyos. Se admiten las que van unidas \
                por diagonal a otra opción, salvo en el glosario, donde no hay opciones que \
                evaluar. No se aplica a los estándares de marca ni a las referencias.",
    wrong: "apoyo: Computadora con Microsoft Excel.",
    right: "apoyo: Computadora con hoja de cálculo.",
    basis: "Guía de redacción: neutralidad frente a marcas",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let sheet = ec.printed.as_ref().and_then(|p| p.format) == Some(Format::EcmSheet);
    if sheet || ec.known_code().starts_with("ECM") {
        return;
    }
    let wording = report.wording();
    let kinds = wording.ask(|form| kind(&form.text, &form.small));
    for (at, spot) in report.spots().iter().enumerate() {
        let words = wording.words(at);
        let title = spot.place.field == Some("title");
        if !words.iter().any(|word| kinds[word.at()] != Kind::Other) || !(title || is_of_work(spot))
        {
            continue;
        }
        let glossary = spot.place.kind == Some(PlaceKind::Glossary);
        let mut slashed_before = false;
        for (n, word) in words.iter().enumerate() {
            let brand = match kinds[word.at()] {
                Kind::Brand => true,
                Kind::AlsoWord => n > 0,
                Kind::Other => false,
            };
            let range = word.range();
            let slashed = brand && is_slashed(spot.text, &range);
            let again = slashed && slashed_before;
            slashed_before = slashed;
            if !brand || again || (slashed && !glossary) {
                continue; // One finding for a list is enough.
            }
            let end = if slashed {
                list_end(spot.text, range.end)
            } else {
                range.end
            };
            let options = if slashed {
                ""
            } else {
                ", o dé varias opciones separadas por diagonal"
            };
            let message = format!(
                "«{}» es una marca. Nombre el tipo de producto{options}.",
                &spot.text[range.start..end]
            );
            report.within(spot, range.start..end, message);
        }
    }
}

fn is_slashed(text: &str, range: &std::ops::Range<usize>) -> bool {
    text[..range.start].trim_end().ends_with('/') || text[range.end..].trim_start().starts_with('/')
}

/// Where the slash list that goes on at a byte ends.
fn list_end(text: &str, from: usize) -> usize {
    let stop = text[from..].find(|c: char| !c.is_alphanumeric() && c != '/');
    stop.map_or(text.len(), |at| from + at)
}
