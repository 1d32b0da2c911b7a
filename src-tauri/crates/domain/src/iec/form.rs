//! The fixed words of the form of an instrument: what it prints whatever the instrument says.
//!
//! Dated data, read from its file in `assets/forms`. The code and the version of the form are not among
//! them: they come with the rule pack.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const N_FO_03: &str = include_str!("../../../../../assets/forms/n-fo-03-v2.0.txt");

/// The fixed words of N-FO-03, version 2.0.
pub static IEC_WORDS: LazyLock<IecWords> = LazyLock::new(|| {
    IecWords::parse(N_FO_03).expect("the form that ships is whole, as a test shows")
});

/// The fixed words of one version of the form.
#[derive(Debug)]
pub struct IecWords {
    texts: BTreeMap<&'static str, &'static str>,
}

impl IecWords {
    /// Nothing where a line is not «key = text», or says a key twice.
    fn parse(file: &'static str) -> Option<IecWords> {
        let lines = file.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut texts = BTreeMap::new();
        for line in lines {
            let (key, text) = line.split_once(" = ")?;
            if texts.insert(key, text).is_some() {
                return None;
            }
        }
        Some(IecWords { texts })
    }

    /// The words under a key.
    pub fn text(&self, key: &str) -> &'static str {
        let text = self.texts.get(key).copied();
        debug_assert!(text.is_some(), "the form has no «{key}»");
        text.unwrap_or_default()
    }

    /// The words under `key.1`, `key.2`…, in their order.
    pub fn list(&self, key: &str) -> Vec<&'static str> {
        let numbered = (1..).map(|number| self.texts.get(format!("{key}.{number}").as_str()));
        numbered.map_while(|text| text.copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_that_ships_reads_and_its_lists_keep_their_order() {
        let form = IecWords::parse(N_FO_03).unwrap();

        assert!(form.texts.values().all(|text| !text.is_empty()));
        assert_eq!(form.list("III.evaluador").len(), 13);
        assert_eq!(form.list("III.calificación").len(), 4);
        assert!(form.list("III.evaluador")[9].starts_with("Los conocimientos"));
        assert_eq!(form.list("V").len(), 3);
    }

    #[test]
    fn a_line_without_its_text_or_told_twice_is_no_form() {
        assert!(IecWords::parse("sin nada").is_none());
        assert!(IecWords::parse("I = uno\nI = dos").is_none());
    }
}
