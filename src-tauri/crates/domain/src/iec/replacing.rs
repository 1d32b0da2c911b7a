//! An instrument in place of another, as edits that can be taken back.

use super::AssessmentInstrument;
use super::edit::{IecEdit, IecPart};

impl AssessmentInstrument {
    /// The edits that make of it what another is: its parts go out, what hangs on others first, and
    /// those of the other come in. None where both say the same.
    pub fn replaced_by(&self, other: &AssessmentInstrument) -> Vec<IecEdit> {
        if self == other {
            return Vec::new();
        }
        let goes = self.parts().into_iter().rev().flatten();
        let mut edits: Vec<IecEdit> = goes.map(|part| IecEdit::Remove { part }).collect();
        if self.terms != other.terms {
            edits.push(IecEdit::SetTerms {
                before: self.terms.clone(),
                after: other.terms.clone(),
            });
        }
        for list in other.parts() {
            let comes = list.into_iter().enumerate();
            edits.extend(comes.map(|(at, part)| IecEdit::Add { at, part }));
        }
        edits
    }

    /// Its lists, each after those that its parts name.
    fn parts(&self) -> [Vec<IecPart>; 5] {
        let situations = self.situations.iter().cloned();
        let tools = self.tools.iter().cloned();
        let annexes = self.annexes.iter().cloned();
        let items = self.items.iter().cloned();
        let questions = self.questions.iter().cloned();
        [
            situations.map(IecPart::Situation).collect(),
            tools.map(IecPart::Tool).collect(),
            annexes.map(IecPart::Annex).collect(),
            items.map(IecPart::Item).collect(),
            questions.map(IecPart::Question).collect(),
        ]
    }
}
