//! Who sits in COVACEC, as the office writes it down.

use domain::covacec::{self, QuorumOf};
use store::{Setting, Writer};

use crate::error::Error;
use crate::spanish;
use crate::wire::{CompositionView, Nothing, SaveComposition, SeatView};
use crate::writing::{Deed, WORKSPACE};
use crate::{Desk, Moment, Office};

/// How long the text may be.
const LONGEST: usize = 100_000;

impl Desk {
    /// The compositions of COVACEC, and the one in force.
    pub fn composition(&mut self, _: Nothing) -> Result<CompositionView, Error> {
        let today = self.office.now().today;
        self.store.read(|reader| {
            let text = reader.setting(Setting::Covacec)?.unwrap_or_default();
            let all = covacec::parse(&text).unwrap_or_default();
            let now = self.office.composition(reader, today)?;
            let seats = now.seats.iter().map(|it| SeatView {
                number: it.number,
                role: it.role.says().to_owned(),
                post: it.post.clone(),
                holder: it.holder.clone(),
                acting: it.acting,
                substitute: it.substitute.clone(),
                sitting: String::new(),
                stands_in: false,
                presides: false,
                votes: it.votes,
                same_as: now.held_too(it.number).next().map(|it| it.number),
            });
            Ok(CompositionView {
                text: covacec::write(&all),
                seats: seats.collect(),
                from: spanish::day(now.from),
                confirmed: now.confirmed,
            })
        })
    }

    /// Writes the compositions down. The sessions that were begun keep the one of their day.
    pub fn save_composition(&mut self, request: SaveComposition) -> Result<CompositionView, Error> {
        let moment = self.office.now();
        let text = domain::text::clean(&request.text, true);
        let text = crate::edits::within(LONGEST, text)?;
        covacec::parse(&text).map_err(|wrong| Error::WrittenWrong {
            line: wrong.line,
            says: wrong.says,
        })?;
        self.store.write(|writer| {
            self.office
                .set_composition(writer, &moment, Some(&text).filter(|it| !it.is_empty()))
        })?;
        self.composition(Nothing {})
    }
}

impl Office {
    fn set_composition(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        text: Option<&String>,
    ) -> Result<(), Error> {
        let before = writer.settings_digest()?;
        writer.set(Setting::Covacec, text.map(String::as_str))?;
        let after = writer.settings_digest()?;
        if before != after {
            let deed = Deed {
                act: "SETTINGS",
                subject: Some(before),
                result: Some(after),
                ..Deed::default()
            };
            self.seal(writer, moment, WORKSPACE, deed)?;
        }
        Ok(())
    }

    /// What the quorum is counted on was said in a session: it is asked once, so it is kept with the
    /// composition too.
    pub(super) fn base_is_said(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        base: &str,
    ) -> Result<(), Error> {
        let text = writer.setting(Setting::Covacec)?.unwrap_or_default();
        let mut all = covacec::parse(&text).unwrap_or_default();
        for one in all.iter_mut().filter(|it| it.base.is_none()) {
            one.base = QuorumOf::from_code(base);
        }
        let text = covacec::write(&all);
        self.set_composition(writer, moment, Some(&text))
    }
}
