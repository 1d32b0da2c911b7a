//! What was done to a case, for reading.

use chrono::NaiveDate;
use domain::act::Act;
use domain::edition::Digest;
use domain::iec::copies::Copy;
use domain::text::fold;
use store::{Order, Reader, SUPPORT_ACT};

use crate::case_views::act_name;
use crate::error::Error;
use crate::instruments::EXPORTED;
use crate::journal::Entry;
use crate::past::local_day;
use crate::proofs::{WITHDRAWN, called, name_in};
use crate::reasons::{self, is_reason};
use crate::spanish;
use crate::wire::{ActView, AskHistory, HistoryView, NamedText, OnlyActs, ProofView};
use crate::{Desk, Moment};

/// How many acts are shown at most in one page.
const MOST: u32 = 500;

/// How many acts are looked at in one go.
const PAGE: usize = 128;

impl Desk {
    /// A page of the history of a document, newest first.
    pub fn history(&mut self, request: AskHistory) -> Result<HistoryView, Error> {
        let moment = self.office.now();
        let wanted = Wanted::of(&request.only, &moment)?;
        self.store.read(|reader| {
            let document = self
                .office
                .document(reader, &request.document, &request.id)?;
            let chain = document.chain(reader)?;
            let total = match &chain {
                Some(chain) => reader.acts_count(chain)?,
                None => 0,
            };
            let chain = chain.unwrap_or_default();
            let newer = match request.before {
                Some(before) => total.saturating_sub(u64::from(before).saturating_sub(1)),
                None => 0,
            };
            let mut from = usize::try_from(newer).unwrap_or(usize::MAX);
            let count = request.count.min(MOST) as usize;
            let mut acts: Vec<ActView> = Vec::new();
            let mut more = false;
            'pages: loop {
                let page = reader.acts_page(&chain, from, PAGE, Order::NewestFirst)?;
                for act in &page {
                    if !wanted.by_itself(act, &moment) {
                        continue;
                    }
                    let view = document.view(act, &moment);
                    if !wanted.at_its_place(&view, act) {
                        continue;
                    }
                    if acts.len() == count {
                        more = true;
                        break 'pages;
                    }
                    acts.push(with_names(reader, view));
                }
                if page.len() < PAGE {
                    break;
                }
                from += PAGE;
            }
            let kinds = reader.acts_kinds(&chain)?.into_iter();
            Ok(HistoryView {
                acts,
                total: u32::try_from(total).unwrap_or(u32::MAX),
                more,
                people: reader.acts_people(&chain)?,
                kinds: kinds
                    .map(|kind| NamedText {
                        text: act_name(&kind),
                        name: kind,
                    })
                    .collect(),
            })
        })
    }
}

/// Which acts are asked for, read.
struct Wanted<'a> {
    by: String,
    place: String,
    label: String,
    kind: &'a str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Wanted<'_> {
    fn of<'a>(only: &'a OnlyActs, moment: &Moment) -> Result<Wanted<'a>, Error> {
        let day = |typed: &str| match typed.trim() {
            "" => Ok(None),
            // A day to come filters as any other.
            typed => typed
                .parse()
                .map(Some)
                .map_err(|_| Error::BadDay(typed.to_owned())),
        };
        let _ = moment;
        Ok(Wanted {
            by: fold(&only.by),
            place: fold(&only.place),
            label: only.place.trim().to_uppercase(),
            kind: only.kind.trim(),
            from: day(&only.from)?,
            to: day(&only.to)?,
        })
    }

    /// What is told by the act alone, without reading what it says.
    fn by_itself(&self, act: &Act, moment: &Moment) -> bool {
        let named = self.kind.is_empty()
            || act.act == self.kind
            || fold(&act_name(&act.act)) == fold(self.kind);
        let theirs = self.by.is_empty() || fold(&act.by).contains(&self.by);
        let day = || local_day(act, moment);
        let after = self
            .from
            .is_none_or(|from| day().is_some_and(|day| from <= day));
        let until = self.to.is_none_or(|to| day().is_some_and(|day| day <= to));
        named && theirs && after && until
    }

    /// Whether it is at the place, or in it; or says the words where it says what it did.
    fn at_its_place(&self, view: &ActView, act: &Act) -> bool {
        if self.place.is_empty() {
            return true;
        }
        let is_within = |place: &str| {
            let label = place.to_uppercase();
            label
                .strip_prefix(&self.label)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
        };
        let several = || {
            let entry = match act.act.as_str() {
                "EDIT" | "UNDO" | "REDO" => Entry::parse(&act.body),
                _ => None, // Other acts are of one place.
            };
            entry.is_some_and(|it| it.places.iter().any(|place| is_within(place)))
        };
        let within = is_within(&view.place) || several();
        // A place that is cited by its label is not looked for in words: «E1-D1» is in «E1-D12».
        let cited = self.label.starts_with('E')
            && self.label[1..].starts_with(|c: char| c.is_ascii_digit());
        let evidence = || {
            act.evidence
                .iter()
                .any(|proof| proof.requirement == self.label)
        };
        let words = || {
            let said = [view.place.as_str(), &view.says].map(fold);
            said.iter().any(|said| said.contains(&self.place))
        };
        within || evidence() || (!cited && words())
    }
}

/// An act as a person reads it.
pub(crate) fn view(act: &Act, moment: &Moment) -> ActView {
    let entry = match act.act.as_str() {
        "EDIT" | "UNDO" | "REDO" => Entry::parse(&act.body),
        _ => None, // Other acts carry no edits.
    };
    let (before, after) = match &entry {
        // What a return changed is told by comparing, not by listing every edit.
        Some(entry) if entry.returns.is_some() => <_>::default(),
        Some(entry) => entry.before_and_after(),
        None if is_reason(&act.act) => reasons::left_by(&act.body),
        None => <_>::default(),
    };
    let verb = entry.as_ref().map_or("Cambió", Entry::verb);
    let said = match entry.as_ref().and_then(|entry| entry.returns) {
        Some(to) if act.act == "EDIT" => format!("Regresó el texto a como lo dejó el acto {to}"),
        _ => {
            let place = entry.as_ref().map_or("", |entry| entry.place.as_str());
            says(act, verb, place)
        }
    };
    let place = match entry {
        Some(entry) if entry.returns.is_none() => entry.place,
        Some(_) | None => place_said(act),
    };
    shown(act, moment, said, &place, (before, after))
}

/// Where an act that is no edit happened: a reason is of a row, a finding of its place.
fn place_said(act: &Act) -> String {
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    match act.act.as_str() {
        word if is_reason(word) => body["place"].as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// An act as it crosses.
pub(crate) fn shown(
    act: &Act,
    moment: &Moment,
    said: String,
    place: &str,
    (before, after): (String, String),
) -> ActView {
    ActView {
        number: u32::try_from(act.number).unwrap_or(u32::MAX),
        act: act.act.clone(),
        name: act_name(&act.act),
        says: said,
        on: spanish::day_of(&act.on),
        at: moment.said(&act.at),
        by: act.by.clone(),
        before,
        after,
        place: spanish::place(place).to_owned(),
        evidence: act
            .evidence
            .iter()
            .map(|proof| ProofView {
                requirement: proof.requirement.clone(),
                called: called(&proof.requirement).to_owned(),
                digest: proof.file.to_string(),
                name: name_in(act, proof).unwrap_or_default(),
            })
            .collect(),
        digest: act.digest.to_string(),
    }
}

/// The same, with the name of each file that is kept here and whose act does not say it.
fn with_names(reader: &Reader<'_>, mut act: ActView) -> ActView {
    for proof in act
        .evidence
        .iter_mut()
        .filter(|proof| proof.name.is_empty())
    {
        let kept = Digest::parse(&proof.digest).and_then(|digest| reader.evidence(&digest).ok());
        proof.name = kept.map(|kept| kept.name).unwrap_or_default();
    }
    act
}

/// What an act that is no edit did, in a sentence.
pub(crate) fn sentence(act: &Act) -> String {
    says(act, "", "")
}

/// What an act did, in a sentence.
fn says(act: &Act, verb: &str, place: &str) -> String {
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    let word = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
    match act.act.as_str() {
        "EDIT" => format!("{verb} «{}»", spanish::place(place)),
        "UNDO" => format!("Deshizo el cambio de «{}»", spanish::place(place)),
        "REDO" => format!("Rehízo el cambio de «{}»", spanish::place(place)),
        "ATTACH" => format!("Adjuntó «{}» para {}", word("name"), requirements(act)),
        SUPPORT_ACT => "Capturó datos del expediente soporte".to_owned(),
        "SET_ASIDE" if word("kind") == "FALSE_ALARM" => {
            format!(
                "Marcó como falsa alarma {} en {}: {}",
                word("rule"),
                word("place"),
                word("reason")
            )
        }
        "SET_ASIDE" => format!(
            "Justificó {} en {}: {}",
            word("rule"),
            word("place"),
            word("reason")
        ),
        reasons::REASON => format!("Dio el motivo de «{}»", spanish::place(&word("place"))),
        reasons::UNDONE => format!("Deshizo el motivo de «{}»", spanish::place(&word("place"))),
        reasons::REDONE => format!("Rehízo el motivo de «{}»", spanish::place(&word("place"))),
        "TAKEN_UP" => format!("Retomó {} en {}", word("rule"), word("place")),
        EXPORTED => exported(&word("copy"), &word("name")),
        "PACKET" => format!("Armó el paquete «{}»", word("name")),
        "PROPOSED" => match word("origin").as_str() {
            "FILE" => format!("Importó «{}»", word("file")),
            "SAMPLE" => "Cargó el caso de muestra".to_owned(),
            _ => "Propuso el estándar".to_owned(),
        },
        WITHDRAWN => format!(
            "Retiró «{}» de «{}»: {}",
            word("name"),
            called(&word("requirement")),
            word("reason")
        ),
        _ => {
            let name = act_name(&act.act);
            match crate::sayings::in_one_line(act) {
                said if said.is_empty() => name,
                said => format!("{name}. {said}"),
            }
        }
    }
}

/// Which copy of an instrument was taken out, and in which format.
fn exported(copy: &str, file: &str) -> String {
    let what = match (Copy::from_code(copy), copy) {
        (Some(Copy::Full), _) => "la copia completa del instrumento",
        (Some(Copy::Candidate), _) => "el cuadernillo del candidato",
        (Some(Copy::Key), _) => "la clave de respuestas",
        (Some(Copy::Shown), _) => "la copia para quien aprueba el instrumento",
        (None, "MATRIX") => "la matriz de cobertura",
        (None, "REPORT") => "el informe de la revisión del instrumento",
        (None, _) => "el instrumento",
    };
    let format = std::path::Path::new(file).extension();
    let format = format.map(|it| format!(" en {}", it.to_string_lossy().to_uppercase()));
    format!("Exportó {what}{}: «{file}»", format.unwrap_or_default())
}

fn requirements(act: &Act) -> String {
    let asked = act.evidence.iter();
    let asked = asked.map(|proof| format!("«{}»", called(&proof.requirement)));
    asked.collect::<Vec<_>>().join(", ")
}
