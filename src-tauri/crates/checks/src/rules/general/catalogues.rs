//! The first level of two official classifications, dated. What is below it is brought in by the
//! office with the whole catalogue.

use std::sync::OnceLock;

const SECTORS: &str = include_str!("../../../../../../assets/catalogues/scian_sectores_2023.txt");
const DIVISIONS: &str =
    include_str!("../../../../../../assets/catalogues/sinco_divisiones_2019.txt");

/// A short official list, and the edition it is from.
pub(super) struct Catalogue {
    /// «SCIAN México 2023».
    pub(super) edition: &'static str,
    entries: Vec<(&'static str, &'static str)>,
}

impl Catalogue {
    fn parse(text: &'static str) -> Catalogue {
        let said = text.lines().filter(|line| !line.starts_with('#'));
        let edition = said
            .clone()
            .find_map(|line| line.strip_prefix("edición = "))
            .unwrap_or_default();
        let entries = said
            .filter_map(|line| line.split_once('|'))
            .map(|(code, name)| (code.trim(), name.trim()))
            .collect();
        Catalogue { edition, entries }
    }

    /// The official name of a code.
    pub(super) fn name(&self, code: &str) -> Option<&'static str> {
        let found = self.entries.iter().find(|(known, _)| *known == code);
        found.map(|&(_, name)| name)
    }
}

/// The twenty sectors of SCIAN.
pub(super) fn sectors() -> &'static Catalogue {
    static LIST: OnceLock<Catalogue> = OnceLock::new();
    LIST.get_or_init(|| Catalogue::parse(SECTORS))
}

/// The nine divisions of SINCO.
pub(super) fn divisions() -> &'static Catalogue {
    static LIST: OnceLock<Catalogue> = OnceLock::new();
    LIST.get_or_init(|| Catalogue::parse(DIVISIONS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_lists_are_whole_and_dated() {
        assert_eq!(sectors().entries.len(), 20);
        assert_eq!(sectors().edition, "SCIAN México 2023");
        assert_eq!(sectors().name("31-33"), Some("Industrias manufactureras"));
        assert_eq!(divisions().entries.len(), 9);
        assert_eq!(divisions().edition, "SINCO 2019");
    }
}
