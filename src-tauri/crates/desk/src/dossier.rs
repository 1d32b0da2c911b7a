//! The support file as a whole: each thing asked for, how it stands, and all the files of it.

use domain::act::Act;
use domain::dossier::{Asked, Part, Standing, When};
use domain::requirement::{MetBy, Requirement, find};
use store::Reader;

use crate::Desk;
use crate::case_views::{met_by, met_view};
use crate::cases::Seen;
use crate::error::Error;
use crate::evidence::{proofs, shown, withdrawn};
use crate::spanish;
use crate::wire::{AskedView, ById, DossierPart, DossierView};

impl Desk {
    /// The support file of a case: what was proven, what is asked for, what comes.
    pub fn dossier(&mut self, request: ById) -> Result<DossierView, Error> {
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let seen = self.office.seen(reader, id)?;
            let parts = seen.case.dossier(&seen.scene());
            let told = parts.iter().map(|part| part_view(reader, &seen, part));
            let mut views = told.collect::<Result<Vec<_>, Error>>()?;
            views.extend(loose(reader, &seen, &parts)?);
            Ok(DossierView { parts: views })
        })
    }
}

fn part_view(reader: &Reader<'_>, seen: &Seen<'_>, part: &Part) -> Result<DossierPart, Error> {
    let number = part.done.map(|(number, _)| number);
    let mut deeds = seen.deeds.iter();
    let done = deeds.find(|deed| Some(deed.number) == number);
    let asks = part
        .asks
        .iter()
        .map(|asked| asked_view(reader, seen, asked, done));
    Ok(DossierPart {
        act: part.act.to_owned(),
        name: part.says.to_owned(),
        when: part.when.code().to_owned(),
        on_words: part
            .done
            .map_or_else(String::new, |(_, on)| spanish::day(on)),
        by: done.map(|deed| deed.by.clone()).unwrap_or_default(),
        asks: asks.collect::<Result<_, Error>>()?,
    })
}

fn asked_view(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    asked: &Asked,
    done: Option<&Act>,
) -> Result<AskedView, Error> {
    let id = asked.requirement.id;
    let (how, field) = met_by(Some(asked.requirement));
    let files = proofs(&seen.deeds, id).map(|proof| shown(reader, proof));
    let mut files = files.collect::<Result<Vec<_>, Error>>()?;
    let told = done.and_then(|deed| words_of(asked.requirement, deed));
    let proof = match (asked.standing, told) {
        (Standing::Met, Some(said)) => said,
        (Standing::Met, None) if files.is_empty() => met_view(reader, seen, id)?.proof,
        // The files speak for themselves, and of what is missing there is nothing.
        (Standing::Met | Standing::Missing | Standing::Coming, _) => String::new(),
    };
    files.extend(withdrawn(reader, &seen.deeds, id)?);
    Ok(AskedView {
        requirement: id.to_owned(),
        says: asked.says.clone(),
        basis: seen.pack.basis(id),
        standing: asked.standing.code().to_owned(),
        how: how.to_owned(),
        field: field.map(ToOwned::to_owned),
        takes_file: asked.takes_file(),
        proof,
        files,
    })
}

/// What was said with an act and met a requirement.
fn words_of(requirement: &Requirement, deed: &Act) -> Option<String> {
    let MetBy::Said(saying) = requirement.met_by else {
        return None;
    };
    let said: serde_json::Value = serde_json::from_str(&deed.body).ok()?;
    said[saying.code()].as_str().map(ToOwned::to_owned)
}

/// The files that were attached for what no act of this road asks: they are of the case all the same.
fn loose(
    reader: &Reader<'_>,
    seen: &Seen<'_>,
    parts: &[Part],
) -> Result<Option<DossierPart>, Error> {
    let asks = parts.iter().flat_map(|part| &part.asks);
    let asked: Vec<&str> = asks
        .flat_map(|asked| asked.requirement.proven_under())
        .collect();
    let attached = seen.deeds.iter().flat_map(|deed| &deed.evidence);
    let mut ids: Vec<&str> = attached.map(|proof| proof.requirement.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| !asked.contains(id));
    let stands = |id: &str| proofs(&seen.deeds, id).next().is_some();
    let other = |requirement: &'static Requirement| Asked {
        requirement,
        // What was withdrawn is not asked for by any act: nothing is missing.
        standing: match stands(requirement.id) {
            true => Standing::Met,
            false => Standing::Coming,
        },
        says: requirement.asks.to_owned(),
    };
    let known = ids.into_iter().filter_map(find);
    let asks = known
        .map(|requirement| asked_view(reader, seen, &other(requirement), None))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok((!asks.is_empty()).then(|| DossierPart {
        act: String::new(),
        name: "Otros documentos".to_owned(),
        when: When::Done.code().to_owned(),
        on_words: String::new(),
        by: String::new(),
        asks,
    }))
}
