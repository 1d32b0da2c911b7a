//! The comparison of two moments of a standard as a paper: what it says, what it should say, and why.

use domain::ec::compare::{Change, ChangeKind, Told};
use packets::{Compared as Row, ComparisonPaper, Letterhead, ReasonSaid, SaidAt};

use crate::Desk;
use crate::editions::{Compared, Of, comparison_view};
use crate::error::Error;
use crate::exporting::{Exported, Place, in_word};
use crate::spanish;
use crate::wire::{ChangeView, Compare, ExportComparison};
use crate::work::{Progress, Work, step};

impl Desk {
    /// Takes what the paper of a comparison is made of.
    pub fn begin_comparison_export(
        &mut self,
        request: ExportComparison,
    ) -> Result<Comparing, Error> {
        let place = Place::new(request.path, request.replace)?;
        let word = in_word(&request.kind)?;
        let moment = self.office.now();
        let asked = Compare {
            id: request.id,
            a: request.a,
            b: request.b,
        };
        let (paper, letterhead) = self.store.read(|reader| {
            let compared = self.office.compared(reader, &asked, &moment)?;
            let views = comparison_view(reader, &compared)?.changes;
            let code = match &compared.of {
                Of::Standard(id, text) => self.office.seen(reader, *id)?.granted(text).calls(text),
                Of::Map(..) => String::new(),
            };
            let paper = paper(&compared, &views, code, moment.today);
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(Comparing::of(paper, letterhead, word, place))
    }
}

impl Comparing {
    pub(crate) fn of(
        paper: ComparisonPaper,
        letterhead: Letterhead,
        word: bool,
        place: Place,
    ) -> Comparing {
        Comparing {
            paper,
            letterhead,
            word,
            place,
        }
    }
}

/// A comparison to write to disk as PDF or as Word.
pub struct Comparing {
    paper: ComparisonPaper,
    letterhead: Letterhead,
    word: bool,
    place: Place,
}

impl Work for Comparing {
    type Done = Exported;

    fn run(self, progress: &mut Progress<'_>) -> Result<Exported, Error> {
        let says = match self.word {
            true => "Escribiendo el cuadro comparativo en Word",
            false => "Imprimiendo el cuadro comparativo",
        };
        step(progress, says, 0, 2)?;
        let bytes = match self.word {
            true => packets::comparison_docx(&self.paper, &self.letterhead)?,
            false => packets::comparison_pdf(&self.paper, &self.letterhead)?.bytes,
        };
        self.place.stage(&bytes, Vec::new(), progress)
    }
}

fn paper(
    compared: &Compared,
    views: &[ChangeView],
    code: String,
    day: chrono::NaiveDate,
) -> ComparisonPaper {
    let rows = compared.whole.changes.iter().zip(views);
    let (of, title) = match &compared.of {
        Of::Standard(_, text) => ("Estándar de Competencia:", text.title.clone()),
        Of::Map(_, title) => ("Mapa funcional:", title.clone()),
    };
    ComparisonPaper {
        of: of.to_owned(),
        code,
        title,
        from: compared.from.says.clone(),
        to: compared.to.says.clone(),
        from_edition: compared.from.digest.to_string(),
        to_edition: compared.to.digest.to_string(),
        day,
        rows: rows.map(|(change, view)| row(change, view)).collect(),
    }
}

fn row(change: &Change, view: &ChangeView) -> Row {
    let said = |told: &[Told]| -> Vec<SaidAt> {
        let several = told.len() > 1;
        let said = told.iter().map(|told| SaidAt {
            place: match several {
                true => spanish::place(&told.place).to_owned(),
                false => String::new(),
            },
            words: told.words.clone(),
        });
        said.collect()
    };
    Row {
        place: spanish::place(change.place()).to_owned(),
        what: what(change),
        says: said(&change.before),
        should_say: said(&change.after),
        reason: view.reason.as_ref().map(|reason| ReasonSaid {
            text: reason.text.clone(),
            by: format!("{}, {}", reason.by, reason.on),
            stale: reason.stale,
        }),
    }
}

/// What happened, in words: what moved says from where.
pub(crate) fn what(change: &Change) -> String {
    let place = |told: &[Told]| {
        let places = told.iter().map(|told| spanish::place(&told.place));
        spanish::listed(&places.collect::<Vec<_>>())
    };
    let (before, after) = (place(&change.before), place(&change.after));
    match (change.kind, change.moved) {
        (ChangeKind::Added, _) => "Se agrega".to_owned(),
        (ChangeKind::Removed, _) => "Se elimina".to_owned(),
        (ChangeKind::Reworded, true) => format!("Cambia, y pasa de {before} a {after}"),
        (ChangeKind::Reworded, false) => "Cambia".to_owned(),
        (ChangeKind::Moved, _) => format!("Pasa de {before} a {after}"),
        (ChangeKind::Split, _) => format!("Se divide en {after}"),
        (ChangeKind::Merged, _) => format!("Reúne {before}"),
    }
}
