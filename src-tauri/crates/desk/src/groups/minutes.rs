//! What a session changed: what stood when it was opened beside what stands, read off the acts.

use domain::ec::CompetenceStandard;
use domain::ec::compare::{self, ChangeKind};
use domain::functional_map::{Claim, FunctionalMap, compare as of_maps};
use domain::ids::{EcId, MapId};
use domain::iec::AssessmentInstrument;
use domain::iec::compare::{self as of_instruments, IecChangeKind};
use store::Reader;

use super::journal::{Bounds, Group, Heads};
use crate::editions::words;
use crate::error::Error;
use crate::past::{lineage, rewound};
use crate::spanish;

/// One change that a session made.
pub(crate) struct Changed {
    /// The name that the change keeps; what has no id goes by where it stands in which standard.
    pub(crate) key: String,
    pub(crate) document: &'static str,
    pub(crate) place: String,
    /// What happened to it, in words.
    pub(crate) what: &'static str,
    pub(crate) removed: bool,
    pub(crate) before: String,
    pub(crate) after: String,
}

/// What a session did.
pub(crate) struct Done {
    pub(crate) changes: Vec<Changed>,
    /// What was attested, in words.
    pub(crate) attested: Vec<String>,
    /// What was worked on, and its digest at the end.
    pub(crate) documents: Vec<(String, String)>,
}

/// What was done between the two ends of a session; up to now where it is open.
pub(crate) fn done(reader: &Reader<'_>, group: &Group, bounds: &Bounds) -> Result<Done, Error> {
    let mut done = Done {
        changes: Vec::new(),
        attested: Vec::new(),
        documents: Vec::new(),
    };
    let (map, standards) = group.works_on(reader)?;
    let until = bounds.closed.as_ref().map(|(_, heads)| heads);
    if let Some(map) = map {
        of_map(reader, map, (&bounds.from, until), &mut done)?;
    }
    for standard in standards {
        of_standard(reader, standard, (&bounds.from, until), &mut done)?;
        of_instrument(reader, standard, (&bounds.from, until), &mut done)?;
    }
    Ok(done)
}

type Ends<'a> = (&'a Heads, Option<&'a Heads>);

fn of_map(
    reader: &Reader<'_>,
    id: MapId,
    (from, until): Ends<'_>,
    done: &mut Done,
) -> Result<(), Error> {
    let chain = id.to_string();
    let after = map_at(
        reader,
        id,
        until.and_then(|heads| heads.get(&chain)).copied(),
    )?;
    let digest = crate::maps::digest(&after).to_string();
    done.documents
        .push((format!("Mapa «{}»", after.title), digest));
    // A map that was begun later was not there when the session was opened.
    let Some(opened) = from.get(&chain) else {
        return Ok(());
    };
    let before = map_at(reader, id, Some(*opened))?;
    let last = until.and_then(|heads| heads.get(&chain)).copied();
    let last = last.map_or_else(|| reader.acts_count(&chain), Ok)?;
    let told = crate::maps::comparing::lineage(reader, id, *opened, last)?;
    let whole = of_maps::compare(&before, &after, &told);
    let changes = whole.changes.into_iter().filter(|change| {
        // The names of the map itself are not what a session resolves on.
        change
            .before
            .iter()
            .chain(&change.after)
            .any(|it| it.part.is_some())
    });
    done.changes.extend(changes.map(|change| Changed {
        key: change.key(),
        document: "Mapa",
        place: match change.place() {
            "purpose" => "Propósito".to_owned(),
            number => number.to_owned(),
        },
        what: what(change.kind),
        removed: change.kind == ChangeKind::Removed,
        before: words(&change.before),
        after: words(&change.after),
    }));
    let attested = of_maps::attested(&before, &after);
    done.attested.extend(Claim::ALL.iter().filter_map(|claim| {
        let of = attested.iter().filter(|(_, said)| said == claim);
        let of: Vec<&str> = of
            .map(|(number, _)| match number.as_str() {
                "" => "el propósito",
                number => number,
            })
            .collect();
        let said = match claim {
            Claim::NecessaryAndSufficient => "su desglose es necesario y suficiente",
            Claim::OnePerson => "la realiza una sola persona",
            Claim::ObservableOrProduct => "se observa o deja un producto",
        };
        (!of.is_empty()).then(|| format!("Se atestó que {said}: {}.", of.join(", ")))
    }));
    Ok(())
}

fn of_standard(
    reader: &Reader<'_>,
    id: EcId,
    (from, until): Ends<'_>,
    done: &mut Done,
) -> Result<(), Error> {
    let chain = id.to_string();
    let last = match until.map(|heads| heads.get(&chain)) {
        // It was born after the session.
        Some(None) => return Ok(()),
        Some(Some(last)) => Some(*last),
        None => None,
    };
    let after = standard_at(reader, id, last)?;
    let digest = crate::writing::digest(&after).to_string();
    done.documents
        .push((format!("Estándar «{}»", after.title), digest));
    let opened = from.get(&chain).copied();
    // What was born within the session is all new.
    let before = match opened {
        Some(opened) => standard_at(reader, id, Some(opened))?,
        None => CompetenceStandard::default(),
    };
    let last = last.map_or_else(|| reader.acts_count(&chain), Ok)?;
    let told = lineage(reader, id, opened.unwrap_or(1), last)?;
    let changes = compare::compare(&before, &after, &told).changes.into_iter();
    done.changes.extend(changes.map(|change| {
        Changed {
            key: match change
                .after
                .iter()
                .chain(&change.before)
                .any(|it| it.part.is_some())
            {
                true => change.key(),
                false => format!("{chain}/{}", change.key()),
            },
            document: "Estándar",
            place: spanish::place(change.place()).to_owned(),
            what: what(change.kind),
            removed: change.kind == ChangeKind::Removed,
            before: words(&change.before),
            after: words(&change.after),
        }
    }));
    Ok(())
}

fn of_instrument(
    reader: &Reader<'_>,
    id: EcId,
    (from, until): Ends<'_>,
    done: &mut Done,
) -> Result<(), Error> {
    let Some(now) = reader.instrument(id)? else {
        return Ok(());
    };
    let chain = now.id.to_string();
    let at = |head: u64| Ok::<_, Error>(rewound(reader, &chain, now.clone(), head)?.text);
    let after = match until.map(|heads| heads.get(&chain)) {
        // It was begun after the session.
        Some(None) => return Ok(()),
        Some(Some(last)) => at(*last)?,
        None => now.clone(),
    };
    // What was begun within the session is all new.
    let before = match from.get(&chain) {
        Some(head) => at(*head)?,
        None => AssessmentInstrument::blank(now.id, id),
    };
    let ec = id.to_string();
    let text = |heads: Option<&Heads>| {
        standard_at(reader, id, heads.and_then(|heads| heads.get(&ec)).copied())
    };
    let (then, standard) = (text(Some(from))?, text(until)?);
    let of = |instrument, standard| of_instruments::Of {
        instrument,
        standard,
    };
    let changes = of_instruments::compare(of(&before, &then), of(&after, &standard));
    done.changes
        .extend(changes.into_iter().map(|change| Changed {
            key: format!(
            "{chain}/{}/{}",
            change.kind.code(),
            change.part.map_or(change.place.clone(), |it| it.to_string())
        ),
            document: "Instrumento",
            place: change.place,
            what: what_of_instrument(change.kind),
            removed: change.kind == IecChangeKind::Removed,
            before: change.before,
            after: change.after,
        }));
    let title = reader.row(id)?.title;
    let digest = crate::instruments::digest(&after).to_string();
    done.documents
        .push((format!("Instrumento de «{title}»"), digest));
    Ok(())
}

/// A map as it stood when its chain had so many acts; as it stands where that is not said.
fn map_at(reader: &Reader<'_>, id: MapId, number: Option<u64>) -> Result<FunctionalMap, Error> {
    let map = reader.map(id)?;
    let Some(number) = number else {
        return Ok(map);
    };
    Ok(rewound(reader, &id.to_string(), map, number)?.text)
}

fn standard_at(
    reader: &Reader<'_>,
    id: EcId,
    number: Option<u64>,
) -> Result<CompetenceStandard, Error> {
    let standard = reader.standard(id)?;
    let Some(number) = number else {
        return Ok(standard);
    };
    Ok(rewound(reader, &id.to_string(), standard, number)?.text)
}

/// What happened to something, in words.
fn what(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "Se agregó",
        ChangeKind::Removed => "Se quitó",
        ChangeKind::Reworded => "Se redactó de nuevo",
        ChangeKind::Moved => "Se movió",
        ChangeKind::Split => "Se dividió",
        ChangeKind::Merged => "Se unió",
    }
}

fn what_of_instrument(kind: IecChangeKind) -> &'static str {
    match kind {
        IecChangeKind::Added => "Se agregó",
        IecChangeKind::Removed => "Se quitó",
        IecChangeKind::Reworded => "Se redactó de nuevo",
        IecChangeKind::Reweighted => "Pesa otra cosa",
        IecChangeKind::Moved => "Se movió",
        IecChangeKind::Changed => "Cambió",
    }
}
