//! The dictionary, loaded once, and what one review has asked it already.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

use spellbook::Dictionary;

const AFFIXES: &str = include_str!("../../../../../assets/dictionaries/es_MX.aff");
const STEMS: &str = include_str!("../../../../../assets/dictionaries/es_MX.dic");

/// Words of the trades that it lacks, with its affix classes.
const TRADES: &str = include_str!("../../../../../assets/dictionaries/oficios.dic");

/// The dictionary of Mexican Spanish; loading takes a moment, once.
fn dictionary() -> Option<&'static Dictionary> {
    static LOADED: OnceLock<Option<Dictionary>> = OnceLock::new();
    LOADED
        .get_or_init(|| {
            let mut dictionary = Dictionary::new(AFFIXES, STEMS).ok()?;
            let added = TRADES.lines().skip(1).all(|entry| dictionary.add(entry).is_ok());
            added.then_some(dictionary)
        })
        .as_ref()
}

/// Every entry of the dictionary: the stem and its affix classes.
pub(super) fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = STEMS.lines().skip(1).chain(TRADES.lines().skip(1));
    lines.map(|line| line.split_once('/').unwrap_or((line, "")))
}

/// The longest word that is looked up: a longer one is no word.
const LONGEST: usize = 40;

/// What one review has asked the dictionary already: no word is looked up twice.
#[derive(Debug, Default)]
pub(crate) struct Words {
    asked: RefCell<HashMap<Box<str>, bool>>,
}

impl Words {
    /// Whether the dictionary has the word, as it is written.
    pub(crate) fn knows(&self, word: &str) -> bool {
        if word.chars().count() > LONGEST {
            return false;
        }
        if let Some(&known) = self.asked.borrow().get(word) {
            return known;
        }
        let known = dictionary().is_none_or(|dictionary| dictionary.check(word));
        self.asked.borrow_mut().insert(word.into(), known);
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_loads_and_knows_spanish() {
        let words = Words::default();

        assert!(dictionary().is_some());
        assert!(words.knows("requisitado") && words.knows("elaborado"));
        assert!(words.knows("verificando"));
        assert!(!words.knows("verficando"));
    }
}
