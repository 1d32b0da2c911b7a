use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, Format, PlaceKind};

use crate::words::tokens;
use crate::{Report, Rule, Spot, spot};

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

/// Brands that are written with a capital or in capitals, in small letters here.
#[rustfmt::skip] // A list is read in lines.
const BRANDS: &[&str] = &[
    "acrobat", "adobe", "airbnb", "aliexpress", "android", "apple", "arduino", "aspel", "autocad",
    "autodesk", "bimbo", "blackboard", "bosch", "canva", "caterpillar", "chatgpt", "chrome",
    "cisco", "claude", "cloudlabs", "contpaqi", "copilot", "coreldraw", "crayola", "dewalt", "didi",
    "diurex", "dropbox", "excel", "facebook", "firefox", "gemini", "genially", "gmail", "google",
    "hilti", "huawei", "icloud", "illustrator", "indesign", "instagram", "ipad", "iphone", "kahoot",
    "karcher", "kleenex", "kärcher", "lego", "linkedin", "linux", "macbook", "makita", "maseca",
    "mentimeter", "microsoft", "milwaukee", "moodle", "nissan", "nvidia", "openai", "outlook",
    "padlet", "photoshop", "post-it", "powerpoint", "prezi", "pritt", "pyrex", "resistol", "revit",
    "samsung", "sap", "sharpie", "siemens", "sketchup", "skype", "solidworks", "spotify",
    "styrofoam", "tablaroca", "teflón", "tiktok", "toyota", "trello", "truper", "twitter", "uber",
    "velcro", "volkswagen", "whatsapp", "windows", "wordpress", "youtube",
];

/// Brands that are also words: only capitalised, and not where a sentence begins.
#[rustfmt::skip] // A list is read in lines.
const ALSO_WORDS: &[&str] = &["teams", "zoom", "word", "access", "office", "drive", "meet", "classroom"];

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let sheet = ec.printed.as_ref().and_then(|p| p.format) == Some(Format::EcmSheet);
    if sheet || ec.known_code().starts_with("ECM") {
        return;
    }
    let requirements = &ec.general.evaluation_aspects.requirements;
    let mut spots = vec![Spot::general("title", Field::Title, &ec.title)];
    let lines = requirements.iter().enumerate();
    spots.extend(lines.map(|(at, line)| Spot::line("evaluationAspects.requirements", at, line)));
    for (at, element) in ec.elements.iter().enumerate() {
        spots.push(Spot::element(at, element));
        spot::of_element(at, element, &mut spots);
    }
    let mut small = String::new();
    for spot in &spots {
        let glossary = spot.place.kind == Some(PlaceKind::Glossary);
        let mut position = 0;
        let mut slashed_before = false;
        for (range, word) in tokens::tokens(spot.text) {
            let first = position == 0;
            position += 1;
            if !word.starts_with(char::is_uppercase) {
                slashed_before = false;
                continue;
            }
            small.clear();
            small.extend(word.chars().flat_map(char::to_lowercase));
            let brand = BRANDS.binary_search(&small.as_str()).is_ok()
                || (!first
                    && ALSO_WORDS.contains(&small.as_str())
                    && !word.chars().all(char::is_uppercase));
            if !brand {
                slashed_before = false;
                continue;
            }
            let slashed = is_slashed(spot.text, &range);
            let again = slashed && slashed_before;
            slashed_before = slashed;
            if again || (slashed && !glossary) {
                continue; // One finding for a list is enough.
            }
            let end = if slashed {
                list_end(spot.text, range.end)
            } else {
                range.end
            };
            let message = format!(
                "«{}» es una marca. Nombra el tipo de producto, o da varias opciones separadas por \
                 diagonal.",
                &spot.text[range.start..end]
            );
            let message = if glossary && slashed {
                message.replace(", o da varias opciones separadas por diagonal", "")
            } else {
                message
            };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_for_searching() {
        let mut sorted = BRANDS.to_vec();
        sorted.sort_unstable();

        assert_eq!(sorted, BRANDS);
    }
}
