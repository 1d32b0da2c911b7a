//! A standard's texts as words, told apart once for all the rules of language.
//!
//! A long standard has twenty thousand words and two thousand different ones: a rule asks about each
//! form once, and then only looks at where the forms stand.

use std::collections::HashMap;
use std::ops::Range;

use super::quick::Quick;
use super::tokens;
use crate::Spot;

/// The words of every text of a standard.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    tokens: Vec<Token>,
    /// Where the words of each text end.
    ends: Vec<usize>,
    forms: Vec<Form>,
}

/// A word where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    /// Which of the forms it is.
    pub(crate) form: u32,
}

/// One way of writing a word.
#[derive(Debug)]
pub(crate) struct Form {
    /// As written.
    pub(crate) text: Box<str>,
    /// In small letters.
    pub(crate) small: Box<str>,
    /// In small letters without accents.
    pub(crate) bare: Box<str>,
}

impl Token {
    /// The bytes it takes in its text.
    pub(crate) fn range(self) -> Range<usize> {
        let index = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        index(self.start)..index(self.end)
    }

    /// Its form, as an index.
    pub(crate) fn at(self) -> usize {
        usize::try_from(self.form).unwrap_or(usize::MAX)
    }
}

impl Wording {
    /// The words of some texts.
    pub(crate) fn of(spots: &[Spot<'_>]) -> Wording {
        let mut wording = Wording::default();
        let mut known: HashMap<&str, u32, Quick> = HashMap::default();
        for spot in spots {
            for (range, word) in tokens::tokens(spot.text) {
                let form = *known.entry(word).or_insert_with(|| {
                    let small = word.to_lowercase();
                    wording.forms.push(Form {
                        text: word.into(),
                        bare: super::verbs::plain(&small).into(),
                        small: small.into(),
                    });
                    number(wording.forms.len() - 1)
                });
                wording.tokens.push(Token {
                    start: number(range.start),
                    end: number(range.end),
                    form,
                });
            }
            wording.ends.push(wording.tokens.len());
        }
        wording
    }

    /// The words of a text, by its position among the texts.
    pub(crate) fn words(&self, text: usize) -> &[Token] {
        let start = text.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(text).copied().unwrap_or_default();
        self.tokens
            .get(start.copied().unwrap_or_default()..end)
            .unwrap_or_default()
    }

    /// Every form, each once.
    pub(crate) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// What is said of each form, in the order of the forms.
    pub(crate) fn ask<T>(&self, about: impl FnMut(&Form) -> T) -> Vec<T> {
        self.forms.iter().map(about).collect()
    }

    /// How a word is written where it stands.
    pub(crate) fn form(&self, token: Token) -> &Form {
        &self.forms[token.at()]
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch::sketch;

    use super::*;

    #[test]
    fn each_text_keeps_its_words_and_each_form_is_there_once() {
        let ec = sketch("").unwrap();
        let spots = crate::spot::every(&ec);

        let wording = Wording::of(&spots);

        for (at, spot) in spots.iter().enumerate() {
            let here: Vec<&str> = wording
                .words(at)
                .iter()
                .map(|token| &spot.text[token.range()])
                .collect();
            let told: Vec<&str> = tokens::tokens(spot.text).map(|(_, word)| word).collect();
            assert_eq!(here, told);
        }
        let forms: std::collections::HashSet<&str> =
            wording.forms().iter().map(|form| &*form.text).collect();
        assert_eq!(forms.len(), wording.forms().len());
    }
}
