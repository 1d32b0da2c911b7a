//! The acts of the road of a committee.

use chrono::NaiveDate;
use domain::cgc_case::CgcState;
use domain::road::{Case, REGISTERED_AS_FOUND, state_from_code};
use domain::text::fold;
use domain::waiting::Doing;
use serde_json::json;
use store::Reader;

use super::journal::{Kept, moves};
use super::{Seen, plainly, said_with};
use crate::Office;
use crate::case_views::refused_on;
use crate::error::Error;
use crate::wire::PerformAct;
use crate::writing::Deed;

impl Office {
    /// Judges an act that is asked for as the committee now stands, as if its files were there: the
    /// committee, and the deed.
    pub(crate) fn committee_judged(
        &self,
        reader: &Reader<'_>,
        request: &PerformAct,
        on: NaiveDate,
    ) -> Result<(Seen<'_>, Deed<'static>), Error> {
        let kept = self.committee_named(reader, &request.id)?;
        let mut seen = self.committee_seen(reader, kept)?;
        let here = seen.case.state();
        if !request.from.is_empty() && request.from != here.code() {
            return Err(Error::CaseMoved {
                state: here.says().to_owned(),
            });
        }
        let number = seen.kept.last() + 1;
        for file in &request.evidence {
            let requirement = file.requirement.clone();
            // Evidence of a criterion is judged before it meets anything.
            let judged = domain::committee::criterion(&requirement);
            if judged.is_none_or(|it| it.id == "CGC-SOL-1") {
                seen.facts.evidence.insert(requirement, number);
            }
        }
        let deed = self.committee_deed(&mut seen, request, on, number)?;
        Ok((seen, deed))
    }

    fn committee_deed(
        &self,
        seen: &mut Seen<'_>,
        request: &PerformAct,
        on: NaiveDate,
        number: u64,
    ) -> Result<Deed<'static>, Error> {
        let said = said_with(request)?;
        let found = request.act == REGISTERED_AS_FOUND;
        let named = request.fields.iter().find(|field| field.name == "state");
        let word = match found {
            true => named.map_or("", |field| field.text.as_str()),
            false => request.act.as_str(),
        };
        let to = state(word)?;
        let doing = Doing {
            number,
            to,
            on,
            said: said.clone(),
        };
        let mut case = seen.case.clone();
        let done = match found {
            true => Case::register(Some(&case), &doing, &seen.scene()).map(|it| case = it),
            false => case.perform(&doing, &seen.scene()),
        };
        let act = match found {
            true => REGISTERED_AS_FOUND,
            false => to.code(),
        };
        if let Err(mut refusal) = done {
            if let domain::road::Refusal::Unmet { unmet, .. } = &mut refusal {
                plainly(unmet, &seen.standings);
            }
            return Err(refused_on::<CgcState>(act, &refusal));
        }
        seen.case = case;
        let mut body = serde_json::Map::new();
        if found {
            body.insert("state".to_owned(), to.code().into());
        }
        body.extend(
            said.iter()
                .map(|(k, v)| (k.code().to_owned(), v.clone().into())),
        );
        Ok(Deed {
            act,
            body: json!(body).to_string(),
            ..Deed::default()
        })
    }
}

/// A state of the road of a committee, by its word or its name.
pub(super) fn state(word: &str) -> Result<CgcState, Error> {
    let named = || {
        let mut all = CgcState::ALL.iter().copied();
        all.find(|it| fold(it.says()) == fold(word))
    };
    let found = state_from_code::<CgcState>(word.trim()).or_else(named);
    found.ok_or_else(|| Error::Refused {
        act: word.to_owned(),
        reason: format!(
            "«{word}» no es un acto del camino de un comité: elija uno de los que siguen, que se ven en la ficha del comité."
        ),
        unmet: Vec::new(),
    })
}

/// Refused where something was done of a committee besides bringing it in.
pub(super) fn is_untouched(kept: &Kept) -> Result<(), Error> {
    let moved = kept.deeds.iter().filter(|act| moves(act)).count();
    let begun = kept.deeds.first().map(|act| &act.at);
    let later = kept.deeds.iter().any(|act| Some(&act.at) != begun);
    if moved > 1 || (kept.case.as_ref().is_some_and(Case::is_as_found) && later) {
        return Err(Error::Refused {
            act: super::journal::PUT_AWAY.to_owned(),
            reason: "Este comité ya tiene actos después de su registro y no se retira: regístrelo como inactivo o desistido.".to_owned(),
            unmet: Vec::new(),
        });
    }
    Ok(())
}
