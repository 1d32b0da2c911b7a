//! Spanish, as far as the rules need it: which words exist, and what kind of word one is.

pub(crate) mod brands;
pub(crate) mod conditions;
mod dictionary;
pub(crate) mod judgement;
pub(crate) mod measure;
pub(crate) mod misused;
pub(crate) mod nouns;
pub(crate) mod quick;
pub(crate) mod spelling;
pub(crate) mod stems;
pub(crate) mod study;
pub(crate) mod titles;
pub(crate) mod tokens;
pub(crate) mod verbs;
mod wording;

pub(crate) use dictionary::Words;
pub(crate) use wording::{Form, Token, Wording};
