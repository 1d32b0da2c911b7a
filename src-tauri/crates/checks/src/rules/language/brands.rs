use domain::Severity;
use domain::ec::{CompetenceStandard, Format, PlaceKind};

use super::is_of_work;
use crate::words::Form;
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
    let wording = report.wording();
    let kinds = wording.ask(kind);
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Brand,
    AlsoWord,
    Other,
}

fn kind(form: &Form) -> Kind {
    if !form.text.starts_with(char::is_uppercase) {
        return Kind::Other;
    }
    if BRANDS.binary_search(&&*form.small).is_ok() {
        return Kind::Brand;
    }
    let shouted = form.text.chars().all(char::is_uppercase);
    if !shouted && ALSO_WORDS.contains(&&*form.small) {
        return Kind::AlsoWord;
    }
    Kind::Other
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
