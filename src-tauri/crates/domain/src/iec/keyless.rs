//! What of an instrument came without its key: a packet carries neither which answers are right nor
//! what is expected, and whoever takes it in must not be told that nobody wrote them.

use std::collections::HashMap;

use crate::ids::PartId;

use super::{AssessmentInstrument, Item, Question, QuestionKind};

/// The parts of an instrument as they came, without their key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keyless {
    questions: HashMap<PartId, (QuestionKind, Vec<String>)>,
    items: Vec<PartId>,
}

impl Keyless {
    /// Nothing came from elsewhere: whatever has no key was given none.
    pub fn none() -> Keyless {
        Keyless::default()
    }

    /// All that an instrument that came without its key has.
    pub fn all_of(received: &AssessmentInstrument) -> Keyless {
        Keyless::new(
            received.questions.iter().map(|question| {
                let options = question.options.clone();
                (question.id, question.kind, options)
            }),
            received.items.iter().map(|item| item.id).collect(),
        )
    }

    /// Questions as they were put when they came, and items.
    pub fn new(
        questions: impl IntoIterator<Item = (PartId, QuestionKind, Vec<String>)>,
        items: Vec<PartId>,
    ) -> Keyless {
        let questions = questions.into_iter();
        Keyless {
            questions: questions
                .map(|(id, kind, options)| (id, (kind, options)))
                .collect(),
            items,
        }
    }

    /// Whether nothing came without its key.
    pub fn is_none(&self) -> bool {
        self.questions.is_empty() && self.items.is_empty()
    }

    /// Whether the key of a question is elsewhere: it came without one, and nobody has given it
    /// another since. The pairs of a matching question are its key: they came out of their order.
    pub fn question(&self, question: &Question) -> bool {
        let came = self.questions.get(&question.id);
        question.key.is_empty()
            && came.is_some_and(|(kind, options)| {
                *kind == question.kind && *options == question.options
            })
    }

    /// Whether what is expected in an item, and why it is as it is, is elsewhere.
    pub fn item(&self, item: &Item) -> bool {
        let unsaid = item.expected.iter().all(|said| said.trim().is_empty());
        unsaid && item.reason.trim().is_empty() && self.items.contains(&item.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec::sketch;
    use crate::ids::Ids;
    use crate::iec::Standing;
    use crate::iec::deriving::derive;
    use crate::iec::leaf::leaves;

    fn asked(kind: QuestionKind, options: &[&str], key: &[u32]) -> AssessmentInstrument {
        let mut ids = Ids::fixed();
        let standard = sketch::sample(&mut ids);
        let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
        let all: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
        let edits = derive(&instrument, &standard, &all, &mut ids);
        instrument.apply_all(&edits).unwrap();
        instrument.questions.push(Question {
            id: ids.part(),
            item: instrument.items[0].id,
            kind,
            level: None,
            text: "¿Cuál va primero?".to_owned(),
            options: options.iter().map(|it| (*it).to_owned()).collect(),
            key: key.to_vec(),
            annex: None,
            standing: Standing::InForm,
            difficulty: None,
            discrimination: None,
        });
        instrument
    }

    #[test]
    fn a_question_has_its_key_elsewhere_until_somebody_gives_it_one() {
        let whole = asked(QuestionKind::MultipleChoice, &["a", "b", "c"], &[1]);
        let mut came = whole.without_key();
        let keyless = Keyless::all_of(&came);

        assert!(keyless.question(&came.questions[0]));
        assert!(!Keyless::none().question(&came.questions[0]));
        assert!(!keyless.question(&whole.questions[0]));
        came.questions[0].key = vec![2];
        assert!(!keyless.question(&came.questions[0]));
    }

    #[test]
    fn pairs_that_came_out_of_their_order_are_no_key() {
        let whole = asked(
            QuestionKind::Matching,
            &["Freno | Detiene", "Timbre | Avisa"],
            &[],
        );
        let mut came = whole.without_key();
        let keyless = Keyless::all_of(&came);

        assert!(keyless.question(&came.questions[0]));
        came.questions[0]
            .options
            .clone_from(&whole.questions[0].options);
        assert!(
            !keyless.question(&came.questions[0]),
            "somebody paired them"
        );
    }

    #[test]
    fn an_item_has_what_is_expected_elsewhere_until_somebody_writes_it() {
        let mut came = asked(QuestionKind::TrueFalse, &["V", "F"], &[0]).without_key();
        let keyless = Keyless::all_of(&came);

        assert!(keyless.item(&came.items[0]));
        came.items[0].expected = vec!["Aísla la zona".to_owned()];
        assert!(!keyless.item(&came.items[0]));
    }
}
