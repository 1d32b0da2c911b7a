//! The copies of an instrument: who is given what of it.
//!
//! What a copy must not say is taken out of the instrument before anything is printed of it, so that no
//! paper, no file inside a paper and no data about a paper can say it.

use super::{AssessmentInstrument, Audience, QuestionKind, Standing, WeightClass};
use crate::edition::Digest;
use crate::vocabulary;

vocabulary! {
    /// What is handed out of an instrument.
    pub enum Copy {
        /// All of it: confidential.
        Full = "FULL",
        /// What the candidate is given: the questions, without weights, key or expected responses.
        Candidate = "CANDIDATE",
        /// The key alone, for the evaluator.
        Key = "KEY",
        /// All but the key and the expected responses: for whoever approves it.
        Shown = "SHOWN",
    }
}

impl Copy {
    /// Whether whoever takes it out must say who they are, and it carries their name on every page.
    pub const fn is_confidential(self) -> bool {
        match self {
            Copy::Full | Copy::Key | Copy::Shown => true,
            Copy::Candidate => false,
        }
    }

    /// Whether it says which answers are right.
    pub const fn has_key(self) -> bool {
        match self {
            Copy::Full | Copy::Key => true,
            Copy::Candidate | Copy::Shown => false,
        }
    }
}

/// The two columns of a matching side by side, whatever belongs to what.
pub fn unpaired(options: &[String]) -> Vec<String> {
    let (left, right, _) = columns(options);
    let rows = left.into_iter().zip(right);
    rows.map(|(left, right)| format!("{left} |{UNPAIRED} {right}"))
        .collect()
}

impl AssessmentInstrument {
    /// The instrument without what tells the right answers, nor the questions that wait in the bank.
    pub fn without_key(&self) -> AssessmentInstrument {
        let mut copy = self.clone();
        copy.questions
            .retain(|question| question.standing == Standing::InForm);
        for question in &mut copy.questions {
            if question.kind == QuestionKind::Matching {
                question.options = unpaired(&question.options);
            }
            question.key.clear();
            question.difficulty = None;
            question.discrimination = None;
        }
        for item in &mut copy.items {
            item.expected.clear();
            // What is expected in a contingency stands in the words of its leaf too.
            item.seen.clear();
            item.reason.clear();
        }
        copy
    }

    /// The instrument as the candidate may see it: its questions, and the annexes that are for them.
    pub fn for_candidate(&self) -> AssessmentInstrument {
        let mut copy = self.without_key();
        copy.annexes
            .retain(|annex| annex.audience == Audience::Candidate);
        let asked: Vec<_> = copy.questions.iter().map(|asked| asked.item).collect();
        copy.items.retain(|item| asked.contains(&item.id));
        for item in &mut copy.items {
            // Only its questions are asked: it would tell what is looked for, and how much it counts.
            item.text.clear();
            item.weight = WeightClass::Minor;
        }
        let kept = &copy.items;
        copy.tools
            .retain(|tool| kept.iter().any(|item| item.tool == tool.id));
        // Of the evaluator: what is set up, and what is said of how to apply it.
        copy.situations.clear();
        for tool in &mut copy.tools {
            tool.situation = None;
        }
        let annexes = &copy.annexes;
        for question in &mut copy.questions {
            let shown = |id| annexes.iter().any(|annex| annex.id == id);
            question.annex = question.annex.filter(|id| shown(*id));
        }
        copy
    }
}

/// The columns of a matching question: the left one as it stands, the right one in an order drawn from
/// the words of both, and for each of the left the place of its pair in the right. The order is the same
/// each time and, of three or more, never that of the pairs: neither how they are written down nor their
/// letters tell which belongs to which.
pub fn columns(options: &[String]) -> (Vec<&str>, Vec<&str>, Vec<usize>) {
    let split = |whole| str::split_once(whole, '|').unwrap_or((whole, ""));
    let sides: Vec<(&str, &str)> = options.iter().map(|whole| split(whole.as_str())).collect();
    let side_by_side = sides.iter().all(|(_, right)| right.starts_with(UNPAIRED));
    let pairs: Vec<(&str, &str)> = sides
        .iter()
        .map(|(left, right)| (left.trim(), right.trim_start_matches(UNPAIRED).trim()))
        .collect();
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    if !side_by_side {
        let left: Vec<&str> = pairs.iter().map(|(left, _)| *left).collect();
        let left = left.join("\n");
        order.sort_by_key(|at| Digest::of(format!("{left}\n\n{}", pairs[*at].1).as_bytes()).0);
        let told = order.iter().zip(&pairs);
        if pairs.len() > 2 && told.clone().all(|(at, pair)| pairs[*at].1 == pair.1) {
            order.rotate_left(1);
        }
    }
    let place = |pair| order.iter().position(|at| *at == pair).unwrap_or_default();
    (
        pairs.iter().map(|(left, _)| *left).collect(),
        order.iter().map(|at| pairs[*at].1).collect(),
        (0..pairs.len()).map(place).collect(),
    )
}

/// What stands before the right of a line whose two sides are not a pair: they were taken apart already.
const UNPAIRED: char = '|';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_matching_question_do_not_say_their_pairs() {
        let options = ["Cadena | Transmite", "Freno | Detiene", "Timbre | Avisa"];
        let options: Vec<String> = options.iter().map(|it| (*it).to_owned()).collect();

        let (left, right, pairs) = columns(&options);

        assert_eq!(left, ["Cadena", "Freno", "Timbre"]);
        for (at, own) in ["Transmite", "Detiene", "Avisa"].iter().enumerate() {
            assert_eq!(right[pairs[at]], *own);
        }
        let apart = unpaired(&options);
        let (_, again, _) = columns(&apart);
        assert_eq!(again, right, "what was taken apart is not drawn again");
        assert_eq!(unpaired(&apart), apart);
    }

    #[test]
    fn three_lines_or_more_are_never_in_the_order_of_their_pairs() {
        for count in 3..9 {
            for of in 0..60 {
                // In the order of their letters on both sides, as people write them down.
                let line = |at| format!("izquierda {of} {at} | derecha {of} {at}");
                let options: Vec<String> = (0..count).map(line).collect();
                let (_, _, pairs) = columns(&options);
                assert_ne!(pairs, (0..count).collect::<Vec<_>>(), "{options:?}");
                assert_eq!(columns(&options).2, pairs);
            }
        }
    }

    #[test]
    fn a_line_without_its_pair_keeps_its_place() {
        let options = ["Freno".to_owned(), "Timbre | Avisa".to_owned()];

        let (left, right, pairs) = columns(&options);

        assert_eq!(left, ["Freno", "Timbre"]);
        assert_eq!((right[pairs[0]], right[pairs[1]]), ("", "Avisa"));
    }
}
