//! A product line, taken apart: article, head, and the participle that says it was obtained.

use std::ops::Range;

use crate::words::Words;
use crate::words::nouns;
use crate::words::tokens;
use crate::words::verbs::{self, Agreement};

/// A word and the bytes it takes.
pub(super) type Word<'a> = (Range<usize>, &'a str);

/// A product line, taken apart.
pub(super) struct Product<'a> {
    /// Its words, up to the colon.
    pub(super) words: Vec<Word<'a>>,
    /// The article it opens with.
    pub(super) article: Option<Agreement>,
    /// Which word is the head.
    pub(super) head: usize,
    /// Which words are participles that may say it was obtained: after the head.
    pub(super) participles: Vec<usize>,
    text: &'a str,
}

impl<'a> Product<'a> {
    /// Takes a line apart; nothing if it has no words.
    pub(super) fn of(text: &'a str) -> Option<Product<'a>> {
        let words: Vec<Word<'a>> = tokens::tokens(text).collect();
        let first = words.first()?;
        let article = nouns::article(first.1);
        let head = usize::from(article.is_some());
        words.get(head)?;
        let participles = (head + 1..words.len())
            .filter(|&at| verbs::participle(words[at].1).is_some() && !is_noun_there(&words, at))
            .collect();
        Some(Product {
            words,
            article,
            head,
            participles,
            text,
        })
    }

    /// Gender and number of its head, where they are certain.
    pub(super) fn agreement(&self) -> Option<Agreement> {
        let head = self.words.get(self.head)?.1;
        match self.article {
            Some(article) => Some(nouns::under(article, head)),
            None => nouns::by_ending(head),
        }
    }

    /// Whether a participle agrees with its head, or may.
    pub(super) fn agrees(&self, with: Agreement) -> bool {
        self.agreement().is_none_or(|head| head == with)
    }

    /// Whether more than one thing is named: «El plano y el diagrama», «La carta/el oficio».
    pub(super) fn is_several(&self, before: usize) -> bool {
        let until = self
            .words
            .get(before)
            .map_or(self.text.len(), |w| w.0.start);
        let from = self.words[self.head].0.end;
        let between = self.text.get(from..until).unwrap_or("");
        let joins = self.words[self.head..before.min(self.words.len())]
            .iter()
            .any(|(_, word)| matches!(word.to_lowercase().as_str(), "y" | "e" | "o" | "u"));
        joins || between.contains('/') || between.matches(',').count() > 1
    }

    /// Whether its verb goes in plural, where that is certain: by the article, unless another article
    /// follows a «y» or a comma and more than one thing is named.
    pub(super) fn is_plural(&self) -> Option<bool> {
        let article = self.article?;
        let end = self
            .participles
            .first()
            .copied()
            .unwrap_or(self.words.len());
        let others = (self.head + 1..end).any(|at| {
            let (range, word) = &self.words[at];
            let before = self.words[at - 1].1;
            let comma = self.text[..range.start].trim_end().ends_with([',', '/']);
            nouns::article(word).is_some() && (matches!(before, "y" | "e" | "o") || comma)
        });
        // «El equipo y materiales, preparados»: the participle says that they are several.
        let said = self
            .participles
            .last()
            .and_then(|&at| verbs::participle(self.words[at].1));
        let several = !article.plural && said.is_some_and(|with| with.plural);
        (article.plural || !(others || several)).then_some(article.plural)
    }

    /// Whether a comma stands right before a word.
    pub(super) fn after_comma(&self, at: usize) -> bool {
        let start = self.words[at].0.start;
        self.text[..start].trim_end().ends_with(',')
    }

    /// Whether a noun that is not the head could be what a participle speaks of.
    pub(super) fn inner_noun(&self, at: usize, with: Agreement) -> bool {
        let inner = self.words.get(self.head + 1..at).unwrap_or(&[]);
        inner.iter().any(|(_, word)| {
            nouns::article(word) == Some(with)
                || (word.eq_ignore_ascii_case("del") && !with.feminine && !with.plural)
                || (nouns::is_entry(word)
                    && verbs::participle(word).is_none()
                    && nouns::by_ending(word) == Some(with))
        })
    }

    /// Whether a participle that does not agree with the head speaks of a noun beside it, with no
    /// sign between: «El reporte de las fallas encontradas».
    pub(super) fn speaks_of_another(&self, at: usize) -> bool {
        let Some(with) = verbs::participle(self.words[at].1) else {
            return false;
        };
        let certain = self.agreement().is_some_and(|head| head != with);
        certain && !self.is_several(at) && !self.is_surely_its(at) && self.inner_noun(at, with)
    }

    /// Whether a participle speaks of the product whatever noun stands before it: after its comma, or
    /// because documents are what is made so.
    pub(super) fn is_surely_its(&self, at: usize) -> bool {
        let made = ["elaborad", "requisitad", "redactad", "llenad"];
        let word = self.words[at].1.to_lowercase();
        self.after_comma(at) || made.iter().any(|stem| word.starts_with(stem))
    }

    /// Whether the extraction split the participle that closes the line: «requi sitado».
    pub(super) fn ends_cut(&self, words: &Words) -> bool {
        let [.., (first, one), (second, two)] = self.words.as_slice() else {
            return false;
        };
        let between = &self.text[first.end..second.start];
        let whole = format!("{one}{two}").to_lowercase();
        between.trim().is_empty() && words.knows(&whole) && verbs::participle(&whole).is_some()
    }
}

/// «El estado», «un resultado», «de mercado»: a participle by its form, and a noun where it stands.
fn is_noun_there(words: &[Word<'_>], at: usize) -> bool {
    let before = words[at - 1].1.to_lowercase();
    let opens = matches!(
        before.as_str(),
        "el" | "la"
            | "los"
            | "las"
            | "un"
            | "una"
            | "de"
            | "del"
            | "al"
            | "su"
            | "sus"
            | "por"
            | "para"
            | "en"
            | "con"
            | "a"
            | "cada"
            | "sin"
    );
    opens && nouns::is_entry(words[at].1)
}
