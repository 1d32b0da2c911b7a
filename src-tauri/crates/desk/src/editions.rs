//! A standard or a map at any moment of it, and what changed between two, each row with its reason.

use domain::ec::CompetenceStandard;
use domain::ec::compare::{Change, Comparison, Told, compare, marks};
use domain::edition::Digest;
use domain::ids::{EcId, MapId};
use packets::document::{Document, WithIds};
use store::Reader;

use crate::error::Error;
use crate::past::{Placed, Point, editions, lineage, standard_at};
use crate::reasons::{REDONE, ReasonOf, UNDONE, may_turn, reasons};
use crate::spanish;
use crate::wire::{
    AskPoint, ById, ChangeView, Compare, ComparisonView, GiveReason, MarkView, PointView,
    PointsView, ReasonView, RenumberedView, ToldPart,
};
use crate::writing::digest;
use crate::{Desk, Moment, Office};

/// How long a reason may be.
const LONGEST_REASON: usize = 4_000;

/// Two moments of a standard or of a map, and what changed between them.
pub(crate) struct Compared {
    pub(crate) of: Of,
    pub(crate) from: End,
    pub(crate) to: End,
    pub(crate) whole: Comparison,
}

/// What is compared, as it is at the later moment.
pub(crate) enum Of {
    Standard(EcId, Box<CompetenceStandard>),
    Map(MapId, String),
}

impl Of {
    pub(crate) fn chain(&self) -> String {
        match self {
            Of::Standard(id, _) => id.to_string(),
            Of::Map(id, _) => id.to_string(),
        }
    }
}

/// One of the two moments.
pub(crate) struct End {
    /// In words.
    pub(crate) says: String,
    pub(crate) digest: Digest,
}

impl Desk {
    /// The text of a standard at a moment of it.
    pub fn edition(&mut self, request: AskPoint) -> Result<Document, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let point = Point::parse(&request.at)?;
            let placed = standard_at(reader, id, &point, &moment)?;
            Ok(Document::of(&placed.text, WithIds::Yes))
        })
    }

    /// The moments of a standard that have a name: its frozen editions, and today.
    pub fn points(&mut self, request: ById) -> Result<PointsView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            if let Some(map) = map_named(reader, &request.id)? {
                return self.office.map_points(reader, map, &moment);
            }
            let id = self.office.find(reader, &request.id)?;
            self.office.points(reader, id, &moment)
        })
    }

    /// What changed between two moments of a standard.
    pub fn compare(&mut self, request: Compare) -> Result<ComparisonView, Error> {
        let moment = self.office.now();
        self.store.read(|reader| {
            let compared = self.office.compared(reader, &request, &moment)?;
            comparison_view(reader, &compared)
        })
    }

    /// Says why a row of a comparison was changed; nothing takes away what was said.
    pub fn give_reason(&mut self, request: GiveReason) -> Result<ComparisonView, Error> {
        let moment = self.office.now();
        let reason = crate::edits::within(
            LONGEST_REASON,
            crate::edits::checked(&request.reason, true)?,
        )?;
        let asked = Compare {
            id: request.id,
            a: request.a,
            b: request.b,
        };
        self.store.write(|writer| {
            let compared = self.office.compared(writer, &asked, &moment)?;
            let wanted = request.row.trim();
            let mut changes = compared.whole.changes.iter();
            let change = changes.find(|change| change.key() == wanted || change.place() == wanted);
            let change = change.ok_or_else(|| Error::NotFound {
                what: "un cambio en",
                name: wanted.to_owned(),
            })?;
            let of = ReasonOf {
                base: compared.from.digest,
                key: &change.key(),
                place: change.place(),
                wording: wording(change),
            };
            let chain = compared.of.chain();
            let stands = self.office.stands(writer, &chain)?;
            self.office
                .give_reason(writer, &moment, (&chain, stands), &of, reason)
        })?;
        self.compare(asked)
    }

    /// Takes back the last reason that was given.
    pub fn undo_reason(&mut self, request: Compare) -> Result<ComparisonView, Error> {
        self.turn_reason(request, UNDONE)
    }

    /// Gives again the last reason that was taken back.
    pub fn redo_reason(&mut self, request: Compare) -> Result<ComparisonView, Error> {
        self.turn_reason(request, REDONE)
    }

    fn turn_reason(&mut self, request: Compare, act: &str) -> Result<ComparisonView, Error> {
        let moment = self.office.now();
        self.store.write(|writer| {
            let chain = match map_named(writer, &request.id)? {
                Some(map) => map.to_string(),
                None => self.office.find(writer, &request.id)?.to_string(),
            };
            let stands = self.office.stands(writer, &chain)?;
            self.office
                .turn_reason(writer, &moment, (&chain, stands), act)
        })?;
        self.compare(request)
    }
}

impl Office {
    pub(crate) fn compared(
        &self,
        reader: &Reader<'_>,
        request: &Compare,
        moment: &Moment,
    ) -> Result<Compared, Error> {
        if let Some(map) = map_named(reader, &request.id)? {
            return self.compared_map(reader, map, request, moment);
        }
        let id = self.find(reader, &request.id)?;
        let from = standard_at(reader, id, &Point::parse(&request.a)?, moment)?;
        let to = standard_at(reader, id, &Point::parse(&request.b)?, moment)?;
        let told = lineage(reader, id, from.act, to.act)?;
        let whole = compare(&from.text, &to.text, &told);
        let end = |placed: &Placed| End {
            says: placed.says.clone(),
            digest: digest(&placed.text),
        };
        Ok(Compared {
            from: end(&from),
            to: end(&to),
            of: Of::Standard(id, Box::new(to.text)),
            whole,
        })
    }

    /// The digest of what a standard or a map says today, by its chain.
    fn stands(&self, reader: &Reader<'_>, chain: &str) -> Result<Digest, Error> {
        match map_named(reader, chain)? {
            Some(map) => Ok(crate::maps::digest(&reader.map(map)?)),
            None => Ok(digest(&reader.standard(self.find(reader, chain)?)?)),
        }
    }

    fn points(&self, reader: &Reader<'_>, id: EcId, moment: &Moment) -> Result<PointsView, Error> {
        let chain = id.to_string();
        let mut points = Vec::new();
        for (edition, number) in editions(reader, id)?.iter().zip(1_u32..) {
            let froze = crate::past::act_of(reader, &chain, edition.act)?;
            let on = spanish::day_of(&froze.on);
            let name = crate::case_views::act_name(&froze.act);
            points.push(PointView {
                at: number.to_string(),
                act: number_of(edition.act),
                says: format!("Edición {number}: {name}, {on}"),
                digest: edition.digest.to_string(),
            });
        }
        points.push(PointView {
            at: "now".to_owned(),
            act: number_of(reader.acts_count(&chain)?),
            says: "Texto de hoy".to_owned(),
            digest: digest(&reader.standard(id)?).to_string(),
        });
        let first = crate::past::act_of(reader, &chain, 1)?;
        let day = crate::past::local_day(&first, moment);
        Ok(PointsView {
            points,
            begins: day.map_or_else(String::new, |day| day.to_string()),
            today: moment.today.to_string(),
        })
    }
}

pub(crate) fn comparison_view(
    reader: &Reader<'_>,
    compared: &Compared,
) -> Result<ComparisonView, Error> {
    let base = compared.from.digest;
    let chain = compared.of.chain();
    let said = reasons(reader, &chain, &base)?;
    let changes = compared.whole.changes.iter().map(|change| {
        let reason = said.get(&change.key());
        change_view(
            change,
            reason.map(|reason| ReasonView {
                text: reason.said.reason.clone(),
                by: reason.by.clone(),
                on: reason.on.clone(),
                stale: reason.said.of != wording(change),
            }),
        )
    });
    let changes: Vec<ChangeView> = changes.collect();
    let pending = changes.iter().filter(|change| change.reason.is_none());
    let (undo, redo) = may_turn(reader, &chain)?;
    let renumbered = compared.whole.renumbered.iter();
    Ok(ComparisonView {
        from: base.to_string(),
        to: compared.to.digest.to_string(),
        from_says: compared.from.says.clone(),
        to_says: compared.to.says.clone(),
        pending: u32::try_from(pending.count()).unwrap_or(u32::MAX),
        changes,
        renumbered: renumbered
            .map(|(was, is)| RenumberedView {
                from: was.place.clone(),
                to: is.place.clone(),
                text: is.words.clone(),
            })
            .collect(),
        ended: u32::try_from(compared.whole.ended.len()).unwrap_or(u32::MAX),
        same: u32::try_from(compared.whole.same).unwrap_or(u32::MAX),
        undo,
        redo,
    })
}

/// The map of an id; nothing where it is no map's.
fn map_named(reader: &Reader<'_>, name: &str) -> Result<Option<MapId>, Error> {
    match name.trim().parse::<MapId>() {
        Ok(id) if reader.has_map(id)? => Ok(Some(id)),
        _ => Ok(None), // A standard's, or a name.
    }
}

fn change_view(change: &Change, reason: Option<ReasonView>) -> ChangeView {
    let (before, after) = (words(&change.before), words(&change.after));
    let place = |told: &[Told]| {
        let places: Vec<&str> = told.iter().map(|told| told.place.as_str()).collect();
        places.join(", ")
    };
    let marks = marks(&before, &after).into_iter();
    ChangeView {
        key: change.key(),
        kind: change.kind.code().to_owned(),
        known: change.known.code().to_owned(),
        moved: change.moved,
        place: change.place().to_owned(),
        from_place: place(&change.before),
        to_place: place(&change.after),
        words: marks
            .map(|mark| MarkView {
                kind: mark.kind.code().to_owned(),
                text: mark.text,
            })
            .collect(),
        before,
        after,
        parts_before: change.before.iter().map(told_view).collect(),
        parts_after: change.after.iter().map(told_view).collect(),
        reason,
    }
}

fn told_view(told: &Told) -> ToldPart {
    ToldPart {
        part: told.part.map(|part| part.to_string()),
        place: told.place.clone(),
        text: told.words.clone(),
    }
}

/// What several parts say, one under the other.
pub(crate) fn words(told: &[Told]) -> String {
    let words: Vec<&str> = told.iter().map(|told| told.words.as_str()).collect();
    words.join("\n")
}

/// What a change comes to, so that a reason knows of which wording it was said.
fn wording(change: &Change) -> String {
    Digest::of(words(&change.after).as_bytes()).to_string()
}

/// A number of an act, as it crosses.
pub(crate) fn number_of(act: u64) -> u32 {
    u32::try_from(act).unwrap_or(u32::MAX)
}

/// A standard as a moment of it is shown: its own text, with nothing laid over it.
pub(crate) fn text_at(
    moment: &Moment,
    reader: &Reader<'_>,
    id: EcId,
    at: &str,
) -> Result<CompetenceStandard, Error> {
    let placed = standard_at(reader, id, &Point::parse(at)?, moment)?;
    Ok(placed.text)
}
