//! Names of products and makers.

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

/// What a word is among brands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A brand.
    Brand,
    /// A brand, unless a sentence begins with it.
    AlsoWord,
    /// Any other word.
    Other,
}

/// What a word is; `small` is the same in small letters.
pub(crate) fn kind(text: &str, small: &str) -> Kind {
    if !text.starts_with(char::is_uppercase) {
        return Kind::Other;
    }
    if BRANDS.binary_search(&small).is_ok() {
        return Kind::Brand;
    }
    let shouted = text.chars().all(char::is_uppercase);
    if !shouted && ALSO_WORDS.contains(&small) {
        return Kind::AlsoWord;
    }
    Kind::Other
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
