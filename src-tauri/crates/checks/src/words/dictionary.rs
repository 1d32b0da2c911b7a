//! The dictionary, loaded once, and what it has been asked already.

use std::sync::OnceLock;

use spellbook::Dictionary;

use super::quick::Memo;

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
            let added = TRADES
                .lines()
                .skip(1)
                .all(|entry| dictionary.add(entry).is_ok());
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

thread_local! {
    /// What has been asked already, in this thread: standards share most of their words.
    static ASKED: Memo<bool> = Memo::default();
}

/// The dictionary, as a rule asks it: no word is looked up twice.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Words(());

impl Words {
    /// Whether the dictionary has the word, as it is written.
    pub(crate) fn knows(self, word: &str) -> bool {
        if word.len() > LONGEST && word.chars().count() > LONGEST {
            return false;
        }
        let check = || dictionary().is_none_or(|dictionary| dictionary.check(word));
        ASKED.with(|asked| asked.of(word, check))
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
