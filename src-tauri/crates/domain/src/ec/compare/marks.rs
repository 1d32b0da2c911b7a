//! What differs between two wordings, word by word.

use similar::{Algorithm, ChangeTag, capture_diff_slices};

use crate::vocabulary;

vocabulary! {
    /// What became of some words.
    pub enum MarkKind {
        /// Both wordings have them.
        Same = "SAME",
        /// Only the older one has them.
        Removed = "REMOVED",
        /// Only the newer one has them.
        Added = "ADDED",
    }
}

/// Some words, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What became of them.
    pub kind: MarkKind,
    /// The words, with the spaces between them.
    pub text: String,
}

/// Wordings of more words and spaces than this are told as wholes: nobody reads so many marks.
const MOST_WORDS: usize = 8_000;

/// The words of two wordings in their order: what stayed and what was removed is the older one, what
/// stayed and what was added is the newer one.
pub fn marks(before: &str, after: &str) -> Vec<Mark> {
    let (old, new) = (words(before), words(after));
    if old.len().max(new.len()) > MOST_WORDS {
        return whole(before, after);
    }
    let mut marks: Vec<Mark> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        for change in op.iter_changes(&old, &new) {
            let kind = match change.tag() {
                ChangeTag::Equal => MarkKind::Same,
                ChangeTag::Delete => MarkKind::Removed,
                ChangeTag::Insert => MarkKind::Added,
            };
            push(&mut marks, kind, change.value());
        }
    }
    bridged(marks)
}

/// The same where a space that stayed between two changes goes with them: «la bicicleta» that becomes
/// «el triciclo» is one change and not two.
fn bridged(found: Vec<Mark>) -> Vec<Mark> {
    let is_same = |mark: &Mark| mark.kind == MarkKind::Same;
    let replaced = |group: &mut dyn Iterator<Item = &Mark>| {
        group.take_while(|mark| !is_same(mark)).count() == 2
    };
    let mut marks: Vec<Mark> = Vec::new();
    for (at, mark) in found.iter().enumerate() {
        let space = is_same(mark) && mark.text.trim().is_empty();
        let before = replaced(&mut found[..at].iter().rev());
        if space && before && replaced(&mut found[at + 1..].iter()) {
            push(&mut marks, MarkKind::Removed, &mark.text);
            push(&mut marks, MarkKind::Added, &mark.text);
        } else {
            push(&mut marks, mark.kind, &mark.text);
        }
    }
    marks
}

/// Adds words to the last mark of their kind, unless something that stayed stands between.
fn push(marks: &mut Vec<Mark>, kind: MarkKind, text: &str) {
    let open = marks.iter_mut().rev().take(2);
    let mut open =
        open.take_while(|mark| (mark.kind == MarkKind::Same) == (kind == MarkKind::Same));
    match open.find(|mark| mark.kind == kind) {
        Some(mark) => mark.text.push_str(text),
        None => marks.push(Mark {
            kind,
            text: text.to_owned(),
        }),
    }
}

fn whole(before: &str, after: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    if before == after {
        push(&mut marks, MarkKind::Same, before);
        return marks;
    }
    push(&mut marks, MarkKind::Removed, before);
    push(&mut marks, MarkKind::Added, after);
    marks
}

/// The words of a text and the spaces between them; marks that are no letters stand alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut last: Option<char> = None;
    for (at, c) in text.char_indices() {
        let begins = last.is_some_and(|last| {
            let both = |is: fn(char) -> bool| is(c) && is(last);
            !both(char::is_alphanumeric) && !both(char::is_whitespace)
        });
        if begins {
            words.push(&text[from..at]);
            from = at;
        }
        last = Some(c);
    }
    if from < text.len() {
        words.push(&text[from..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(before: &str, after: &str) -> String {
        let marks = marks(before, after);
        let told = marks.iter().map(|mark| match mark.kind {
            MarkKind::Same => mark.text.clone(),
            MarkKind::Removed => format!("[-{}-]", mark.text),
            MarkKind::Added => format!("[+{}+]", mark.text),
        });
        told.collect()
    }

    #[test]
    fn a_changed_word_is_marked_and_the_others_are_not() {
        assert_eq!(
            told(
                "Revisa la bicicleta en la recepción:",
                "Revisa el triciclo en la recepción:"
            ),
            "Revisa [-la bicicleta-][+el triciclo+] en la recepción:"
        );
        assert_eq!(
            told("Centrando las zapatas, y", "Centrando las zapatas,"),
            "Centrando las zapatas,[- y-]"
        );
        assert_eq!(
            told("Revisa la bicicleta", "Revisa la bicicleta urbana"),
            "Revisa la bicicleta[+ urbana+]"
        );
        assert_eq!(
            told("uno dos tres cuatro", "uno cuatro"),
            "uno [-dos tres -]cuatro"
        );
        assert_eq!(told("igual", "igual"), "igual");
        assert_eq!(told("", "nuevo"), "[+nuevo+]");
    }

    proptest! {
        #[test]
        fn both_wordings_are_read_off_the_marks(
            before in "[a-cñ ,.]{0,40}", after in "[a-cñ ,.]{0,40}"
        ) {
            let marks = marks(&before, &after);
            let side = |gone: MarkKind| -> String {
                let there = marks.iter().filter(|mark| mark.kind != gone);
                there.map(|mark| mark.text.as_str()).collect()
            };

            prop_assert_eq!(side(MarkKind::Added), before.clone());
            prop_assert_eq!(side(MarkKind::Removed), after.clone());
            prop_assert_eq!(before == after, marks.iter().all(|m| m.kind == MarkKind::Same));
        }
    }
}
