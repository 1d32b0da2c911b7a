//! Two editions of an instrument, and what changed between them: on the screen and as a paper.

use domain::ec::CompetenceStandard;
use domain::ec::compare::marks;
use domain::iec::AssessmentInstrument;
use domain::iec::compare::{IecChange, IecChangeKind, Of, compare};
use packets::{Compared as Row, ComparisonPaper, ReasonSaid, SaidAt};
use store::Reader;

use super::digest;
use super::standing::word;
use crate::comparing::Comparing;
use crate::error::Error;
use crate::exporting::{Place, in_word};
use crate::wire::{
    CompareInstrument, ExportIecComparison, IecChangeView, IecComparisonView, MarkView,
};
use crate::{Desk, Moment, Office, spanish};

/// One side of a comparison.
struct Side {
    instrument: AssessmentInstrument,
    standard: CompetenceStandard,
    says: String,
    /// Why it was made, and who said so.
    reason: Option<(String, String)>,
}

/// Two editions and what changed.
struct Compared {
    from: Side,
    to: Side,
    changes: Vec<IecChange>,
}

impl Desk {
    /// What changed between two editions of an instrument.
    pub fn compare_instrument(
        &mut self,
        request: CompareInstrument,
    ) -> Result<IecComparisonView, Error> {
        let compared = self
            .store
            .read(|reader| self.office.compared_iec(reader, &request))?;
        Ok(IecComparisonView {
            reason: compared.to.reason.map_or_else(String::new, |it| it.0),
            from_says: compared.from.says,
            to_says: compared.to.says,
            changes: compared.changes.into_iter().map(view).collect(),
        })
    }

    /// Takes what the paper of such a comparison is made of.
    pub fn begin_iec_comparison_export(
        &mut self,
        request: ExportIecComparison,
    ) -> Result<Comparing, Error> {
        let place = Place::new(request.path, request.replace)?;
        let word = in_word(&request.kind)?;
        let moment = self.office.now();
        let asked = CompareInstrument {
            id: request.id,
            a: request.a,
            b: request.b,
        };
        let (paper, letterhead) = self.store.read(|reader| {
            let compared = self.office.compared_iec(reader, &asked)?;
            let id = self.office.find(reader, &asked.id)?;
            let seen = self.office.seen(reader, id)?;
            let code = seen.granted(&compared.to.standard);
            let code = code.calls(&compared.to.standard);
            let paper = paper(compared, code, &moment);
            Ok::<_, Error>((paper, self.office.letterhead(reader)?))
        })?;
        Ok(Comparing::of(paper, letterhead, word, place))
    }
}

impl Office {
    fn compared_iec(
        &self,
        reader: &Reader<'_>,
        request: &CompareInstrument,
    ) -> Result<Compared, Error> {
        let from = self.side(reader, &request.id, &request.a)?;
        let to = self.side(reader, &request.id, &request.b)?;
        let of = |side: &Side| -> (AssessmentInstrument, CompetenceStandard) {
            (side.instrument.clone(), side.standard.clone())
        };
        let ((was, was_of), (is, is_of)) = (of(&from), of(&to));
        let changes = compare(
            Of {
                instrument: &was,
                standard: &was_of,
            },
            Of {
                instrument: &is,
                standard: &is_of,
            },
        );
        Ok(Compared { from, to, changes })
    }

    fn side(&self, reader: &Reader<'_>, id: &str, name: &str) -> Result<Side, Error> {
        let id = self.find(reader, id)?;
        if !matches!(
            name.trim().to_lowercase().as_str(),
            "" | "0" | "now" | "hoy"
        ) {
            let kept = self.kept_edition(reader, id, name)?;
            return Ok(Side {
                instrument: kept.instrument,
                standard: kept.standard,
                says: kept.says,
                reason: Some((kept.reason, kept.by)).filter(|(reason, _)| !reason.is_empty()),
            });
        }
        let instrument = reader.instrument(id)?.ok_or_else(|| Error::NotFound {
            what: "un instrumento empezado en",
            name: id.to_string(),
        })?;
        let standing = self.iec_standing(reader, &instrument)?;
        let deeds = reader.deeds(&instrument.id.to_string())?;
        let begun = deeds.iter().find(|act| Some(act.number) == standing.alone);
        Ok(Side {
            says: "el instrumento de hoy".to_owned(),
            reason: begun.map(|act| {
                let by = format!("{}, {}", act.by, spanish::day_of(&act.on));
                (word(act, "reason"), by)
            }),
            standard: reader.standard(id)?,
            instrument,
        })
    }
}

fn view(change: IecChange) -> IecChangeView {
    let words = marks(&change.before, &change.after).into_iter();
    IecChangeView {
        kind: change.kind.code().to_owned(),
        kind_name: what(change.kind).to_owned(),
        part: change.part.map(|id| id.to_string()),
        place: change.place,
        words: words
            .map(|mark| MarkView {
                kind: mark.kind.code().to_owned(),
                text: mark.text,
            })
            .collect(),
        before: change.before,
        after: change.after,
    }
}

fn paper(compared: Compared, code: String, moment: &Moment) -> ComparisonPaper {
    let reason = compared.to.reason.map(|(text, by)| ReasonSaid {
        text,
        by,
        stale: false,
    });
    let said = |text: &str| match text {
        "" => Vec::new(),
        words => vec![SaidAt {
            place: String::new(),
            words: words.to_owned(),
        }],
    };
    let rows = compared.changes.iter();
    ComparisonPaper {
        of: "Instrumento de Evaluación de Competencia del estándar:".to_owned(),
        code,
        title: compared.to.standard.title.clone(),
        from: compared.from.says,
        to: compared.to.says,
        from_edition: digest(&compared.from.instrument).to_string(),
        to_edition: digest(&compared.to.instrument).to_string(),
        day: moment.today,
        rows: rows
            .map(|change| Row {
                place: change.place.clone(),
                what: what(change.kind).to_owned(),
                says: said(&change.before),
                should_say: said(&change.after),
                reason: reason.clone(),
            })
            .collect(),
    }
}

/// What happened, in words.
const fn what(kind: IecChangeKind) -> &'static str {
    match kind {
        IecChangeKind::Added => "Se agrega",
        IecChangeKind::Removed => "Se elimina",
        IecChangeKind::Reworded => "Cambia su redacción",
        IecChangeKind::Reweighted => "Cambia su peso",
        IecChangeKind::Moved => "Cambia de lugar",
        IecChangeKind::Changed => "Cambia",
    }
}
