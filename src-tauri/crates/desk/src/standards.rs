//! The register, and one standard: made, taken in, shown, changed, and changed back.

use chrono::NaiveDate;
use domain::act::Act;
use domain::ec::edit::Edit;
use domain::ec::general::{Format, PrintedForm};
use domain::ec::part::Field;
use domain::ec::sketch;
use domain::ec::{CompetenceStandard, Element, Line};
use domain::ids::{EcId, Ids};
use domain::project::{Granted, Track};
use domain::rule_pack::RulePack;
use packets::document::{Document, EcRepair, EcUnplaced, WithIds};
use serde::{Deserialize, Serialize};
use store::{Order, Reader, Writer};

use crate::cases::Titles;
use crate::error::Error;
use crate::journal::{Entry, Record};
use crate::roads::road_of;
use crate::turns::{Recorded as _, Turning, turned, turns};
use crate::wire::{
    ById, EditPlace, EditRequest, EditStandard, Made, NewStandard, Nothing, ReadingView,
    SourceView, StandardView,
};
use crate::writing::{Deed, digest};
use crate::{Desk, Moment, Office, edits, profile, spanish};

/// What the act that begins a case says of where its standard came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Origin {
    /// `BLANK`, `SAMPLE`, `FILE` or `MAP`.
    pub(crate) origin: String,
    /// The file's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) file: String,
    /// The digest of the file that was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) digest: String,
    /// In which format it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) format: String,
    /// Words mended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) repairs: Vec<EcRepair>,
    /// Lines without a place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) not_understood: Vec<EcUnplaced>,
}

impl Origin {
    pub(crate) fn named(origin: &str) -> Origin {
        Origin {
            origin: origin.to_owned(),
            file: String::new(),
            digest: String::new(),
            format: String::new(),
            repairs: Vec::new(),
            not_understood: Vec::new(),
        }
    }
}

impl Desk {
    /// Begins a standard from blank.
    pub fn new_standard(&mut self, request: NewStandard) -> Result<Made, Error> {
        let title = begun(&request)?;
        let mut ids = self.office.now().ids();
        let standard = blank(title, &mut ids);
        self.begin(&standard, &Origin::named("BLANK"), &mut ids)
    }

    /// Begins a brand standard from blank: its one-page sheet.
    pub fn new_brand(&mut self, request: NewStandard) -> Result<Made, Error> {
        let title = begun(&request)?;
        let standard = CompetenceStandard {
            title,
            printed: Some(PrintedForm {
                format: Some(Format::EcmSheet),
                ..PrintedForm::default()
            }),
            ..CompetenceStandard::default()
        };
        self.begin(
            &standard,
            &Origin::named("BLANK"),
            &mut self.office.now().ids(),
        )
    }

    /// Loads the invented sample case; where it is already, answers with that one.
    pub fn load_sample(&mut self, _: Nothing) -> Result<Made, Error> {
        let known = self.store.read(|reader| {
            for one in reader.registered()? {
                if is_sample(&reader.deeds(&one.id.to_string())?) {
                    return Ok(Some(one.id.to_string()));
                }
            }
            Ok::<_, Error>(None)
        })?;
        if let Some(id) = known {
            return Ok(Made { id });
        }
        let mut ids = self.office.now().ids();
        let standard = sketch::sample(&mut ids);
        self.begin(&standard, &Origin::named("SAMPLE"), &mut ids)
    }

    pub(crate) fn begin(
        &mut self,
        standard: &CompetenceStandard,
        origin: &Origin,
        ids: &mut Ids,
    ) -> Result<Made, Error> {
        let moment = self.office.now();
        let id = self
            .store
            .write(|writer| self.office.begin(writer, &moment, standard, origin, ids))?;
        Ok(Made { id: id.to_string() })
    }

    /// A standard with all that is known of it.
    pub fn standard(&mut self, request: ById) -> Result<StandardView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            self.office.view(reader, id)
        })
    }

    /// Makes changes to a standard, as one: all of them, or none.
    pub fn edit_standard(&mut self, request: EditStandard) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let before = writer.standard(id)?;
            let pack = self.office.case_pack(writer, id)?;
            let made = made(writer, &before, &request.edits, pack, &mut ids)?;
            self.office
                .write_edits(writer, &moment, id, &before, &made, Turning::Done)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }

    /// Writes a text at a place named as people cite it.
    pub fn edit_place(&mut self, request: EditPlace) -> Result<StandardView, Error> {
        let (part, field, before) = self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            text_at(&reader.standard(id)?, &request)
        })?;
        let write = EditRequest::Write {
            part,
            field: field.code().to_owned(),
            before,
            after: request.text,
        };
        self.edit_standard(EditStandard {
            id: request.id,
            edits: vec![write],
        })
    }

    /// Takes back the last change that still stands.
    pub fn undo(&mut self, request: ById) -> Result<StandardView, Error> {
        self.turn(&request, "UNDO")
    }

    /// Makes again the last change that was taken back.
    pub fn redo(&mut self, request: ById) -> Result<StandardView, Error> {
        self.turn(&request, "REDO")
    }

    fn turn(&mut self, request: &ById, act: &str) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.store.write(|writer| {
            let id = self.office.find(writer, &request.id)?;
            let (number, place, way) = turned::<Record>(writer, &id.to_string(), act)?;
            let before = writer.standard(id)?;
            let turning = Turning::Turned { act, number, place };
            self.office
                .write_edits(writer, &moment, id, &before, &way, turning)?;
            Ok::<EcId, Error>(id)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

impl Office {
    /// Takes a standard in, and begins its case.
    pub(crate) fn begin(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        standard: &CompetenceStandard,
        origin: &Origin,
        ids: &mut Ids,
    ) -> Result<EcId, Error> {
        let id = ids.ec();
        // Which road a case goes is said by the act that begins it, and never changes.
        let mut body = serde_json::to_value(origin)
            .expect("an origin is plain data, which always has a JSON form");
        body["kind"] = Track::of(standard).kind().code().into();
        writer.insert_standard(id, standard)?;
        let deed = Deed {
            act: "PROPOSED",
            result: Some(digest(standard)),
            body: body.to_string(),
            ..Deed::default()
        };
        let act = self.seal(writer, moment, &id.to_string(), deed)?;
        self.seal_head(writer, moment, &act)?;
        Ok(id)
    }

    pub(crate) fn write_edits(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        before: &CompetenceStandard,
        made: &[Edit],
        turning: Turning<'_>,
    ) -> Result<(), Error> {
        if made.is_empty() {
            return Ok(());
        }
        let periods = made.iter().all(crate::evidence::is_period);
        if !(periods && self.takes_periods(writer, id)?) {
            self.reopen_if_frozen(writer, moment, id, before)?;
        }
        let undoes = turning.act() == Record::UNDONE;
        let after = self.seal_edits(writer, moment, id, before, made, turning)?;
        if undoes {
            self.restore_if_undone(writer, moment, id, digest(&after))?;
        }
        Ok(())
    }

    /// Writes edits and the act that made them, whatever the road says of editing: for what the road
    /// itself does to the text. Answers with the text they leave.
    pub(crate) fn seal_edits(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        id: EcId,
        before: &CompetenceStandard,
        made: &[Edit],
        turning: Turning<'_>,
    ) -> Result<CompetenceStandard, Error> {
        let mut after = before.clone();
        let back = after.apply_all(made)?;
        let mut place = place_of(before, made);
        if place.is_empty() {
            place = place_of(&after, made);
        }
        for edit in made {
            writer.apply_edit(id, edit)?;
        }
        let deed = Deed {
            act: turning.act(),
            subject: Some(digest(before)),
            result: Some(digest(&after)),
            body: Entry {
                places: places_of(before, &after, made),
                ..Entry::turned(turning, place, made, &back)
            }
            .text(),
            ..Deed::default()
        };
        self.seal(writer, moment, &id.to_string(), deed)?;
        Ok(after)
    }

    pub(crate) fn view(&self, reader: &Reader<'_>, id: EcId) -> Result<StandardView, Error> {
        let moment = self.now();
        let standard = reader.standard(id)?;
        let pack = self.case_pack(reader, id)?;
        let review = self.review(reader, Some(id), &standard, pack)?;
        let seen = self.look(reader, id, &standard, &review.counts, &Titles::of(reader)?)?;
        let (undo, redo) = turns::<Record>(reader, &id.to_string())?;
        let chain = id.to_string();
        let last = reader.last_act(&chain)?;
        let granted = seen.granted(&standard);
        Ok(StandardView {
            id: chain.clone(),
            called: granted.calls(&standard),
            source: source(&standard, &granted),
            document: Document::of(&granted.over(&standard), WithIds::Yes),
            digest: digest(&standard).to_string(),
            case: self.case_view(reader, &seen)?,
            findings: review.findings,
            counts: review.counts,
            undo_agreed: crate::groups::agreed(reader, &chain, undo.as_ref().map(|it| it.0))?,
            undo: undo.map(|(_, entry)| spanish::place(&entry.place).to_owned()),
            redo: redo.map(|(_, entry)| spanish::place(&entry.place).to_owned()),
            update: self.update_view(reader, &seen.case, &seen.deeds)?,
            frozen: self.frozen(reader, &seen)?.map(|(_, digest)| digest),
            reading: reading(reader, &chain)?,
            support: self.support_view(&seen, &standard),
            packets: self.packet_standings(reader, &seen)?,
            saved_at: last.map_or_else(String::new, |act| moment.said(&act.at)),
            sample: is_sample(&seen.deeds),
        })
    }

    /// The rule pack of the day a case was filed.
    pub(crate) fn case_pack(&self, reader: &Reader<'_>, id: EcId) -> Result<&RulePack, Error> {
        let case = road_of(&reader.deeds(&id.to_string())?)?;
        Ok(self.pack(case.filed_on()))
    }
}

/// The title that something begins with.
fn begun(request: &NewStandard) -> Result<String, Error> {
    let title = edits::checked(&request.title, false)?;
    if title.is_empty() {
        return Err(Error::Refused {
            act: "PROPOSED".to_owned(),
            reason: "Falta el título del estándar.".to_owned(),
            unmet: Vec::new(),
        });
    }
    Ok(title)
}

/// A standard with nothing in it but its title, room for a first element, and the clause of the
/// practice that nearly all have.
pub(crate) fn blank(title: String, ids: &mut Ids) -> CompetenceStandard {
    let mut element = Element::blank(ids.part());
    (element.index, element.count) = (1, 1);
    let mut standard = CompetenceStandard {
        title,
        elements: vec![element],
        ..CompetenceStandard::default()
    };
    let details = &mut standard.general.evaluation_aspects.practice_details;
    details.push(Line {
        id: ids.part(),
        text: packets::usual_practice().to_owned(),
    });
    standard
}

/// The edits that requests ask for, each made from what the ones before it leave.
pub(crate) fn made(
    reader: &Reader<'_>,
    standard: &CompetenceStandard,
    requests: &[EditRequest],
    pack: &RulePack,
    ids: &mut Ids,
) -> Result<Vec<Edit>, Error> {
    let mut standing = standard.clone();
    let mut made = Vec::new();
    for request in requests {
        for edit in edits::edits(reader, &standing, request, pack, ids)? {
            let before = standing.clone();
            standing.apply(&edit)?;
            if standing != before {
                made.push(edit);
            }
        }
    }
    let ends = checks::keep_lists(standard, &standing);
    standing.apply_all(&ends)?;
    made.extend(ends);
    if let Some(edit) = profile::following(standard, &standing) {
        standing.apply(&edit)?;
        made.push(edit);
    }
    Ok(made)
}

/// All the places that edits touch, as people cite them; nothing where they touch one.
fn places_of(
    before: &CompetenceStandard,
    after: &CompetenceStandard,
    edits: &[Edit],
) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for edit in edits {
        let edit = std::slice::from_ref(edit);
        let place = match place_of(before, edit) {
            place if place.is_empty() => place_of(after, edit),
            place => place,
        };
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    if places.len() < 2 {
        places.clear();
    }
    places
}

/// Where an act of editing happened, as people cite it.
fn place_of(standard: &CompetenceStandard, edits: &[Edit]) -> String {
    let part = edits.first().and_then(|edit| match edit {
        Edit::Write { part, .. } => *part,
        Edit::Add { into, part, .. } => standard
            .place_of(part.id())
            .map(|_| part.id())
            .or(into.owner),
        Edit::Remove { part, .. } => Some(part.id()),
        Edit::Move { part, .. } | Edit::SetColon { part, .. } => Some(*part),
        Edit::Number { list, .. } => list.owner,
        Edit::SetDuration { .. } | Edit::SetPrinted { .. } => None,
    });
    if let Some(place) = part.and_then(|part| standard.place_of(part)) {
        return place.to_string();
    }
    match edits.first() {
        Some(Edit::Write {
            part: None, field, ..
        }) => field.code().to_owned(),
        Some(Edit::SetDuration { .. }) => "evaluationAspects.duration".to_owned(),
        Some(Edit::SetPrinted { .. }) => "printed".to_owned(),
        Some(
            Edit::Add { into: list, .. }
            | Edit::Remove { from: list, .. }
            | Edit::Number { list, .. },
        ) => list.list.code().to_owned(),
        _ => String::new(), // A part that is not there is not cited.
    }
}

/// The part, the field and the words that a place names.
fn text_at(
    standard: &CompetenceStandard,
    request: &EditPlace,
) -> Result<(Option<String>, Field, String), Error> {
    let missing = || Error::NotFound {
        what: "un lugar llamado",
        name: [request.place.as_str(), &request.field]
            .join(" ")
            .trim()
            .to_owned(),
    };
    // A general field is cited by its own word, as findings do.
    let own = Field::from_code(&request.place).filter(|_| request.field.is_empty());
    let asked = match request.field.as_str() {
        "" => own,
        field => Some(Field::from_code(field).ok_or_else(missing)?),
    };
    if request.place.is_empty() || own.is_some() {
        let field = asked.ok_or_else(missing)?;
        let before = standard.general_text(field).ok_or_else(missing)?;
        return Ok((None, field, before));
    }
    let part = standard.part_at(&request.place).ok_or_else(missing)?;
    let main = [
        Field::Text,
        Field::Title,
        Field::Situation,
        Field::Manner,
        Field::Definition,
    ];
    let mut fields = asked
        .as_ref()
        .map_or(&main[..], std::slice::from_ref)
        .iter();
    let found = fields.find_map(|field| Some((*field, standard.text_of(part, *field)?)));
    let (field, before) = found.ok_or_else(missing)?;
    Ok((Some(part.to_string()), field, before))
}

/// Whether these are the acts of the invented sample, and so of no real work.
pub(crate) fn is_sample(deeds: &[Act]) -> bool {
    let origin = deeds
        .first()
        .and_then(|act| serde_json::from_str::<Origin>(&act.body).ok());
    origin.is_some_and(|origin| origin.origin == "SAMPLE")
}

/// What the document that a standard was read from says of itself; nothing where that is shown as
/// the standard's own, or where it says nothing.
fn source(standard: &CompetenceStandard, granted: &Granted) -> Option<SourceView> {
    let said = |day: Option<NaiveDate>| day.map_or_else(String::new, spanish::day);
    let codes = standard.elements.iter().map(|element| element.code.clone());
    let source = SourceView {
        code: standard.known_code().to_owned(),
        approved: said(standard.general.approval_date),
        published: said(standard.general.publication_date),
        elements: codes.filter(|code| !code.is_empty()).collect(),
    };
    let blank = source.code.is_empty()
        && source.approved.is_empty()
        && source.published.is_empty()
        && source.elements.is_empty();
    (!granted.found && !blank).then_some(source)
}

/// How the standard of a case was read, if it was read from a document.
fn reading(reader: &Reader<'_>, chain: &str) -> Result<Option<ReadingView>, Error> {
    let first = reader.acts_page(chain, 0, 1, Order::OldestFirst)?;
    let origin = first
        .first()
        .and_then(|act| serde_json::from_str::<Origin>(&act.body).ok());
    Ok(origin
        .filter(|origin| origin.origin == "FILE")
        .map(|origin| ReadingView {
            file: origin.file,
            format: origin.format,
            repairs: origin.repairs,
            not_understood: origin.not_understood,
        }))
}
