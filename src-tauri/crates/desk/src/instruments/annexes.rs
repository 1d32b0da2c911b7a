//! The files of an instrument: kept by content, and never one that a computer would run.

use domain::iec::edit::{IecEdit, IecPart, Refusal};
use domain::iec::{Annex, Audience};

use super::Made;
use crate::Desk;
use crate::attaching::{Attached, Attaching};
use crate::error::Error;
use crate::turns::Turning;
use crate::wire::{AttachAnnex, InstrumentView};

/// What the act that keeps the file of an annex says it proves.
pub(crate) const ANNEX: &str = "IEC_ANNEX";

impl Desk {
    /// Begins to read a file for an annex of an instrument.
    pub fn begin_annex(&mut self, request: AttachAnnex) -> Result<Attaching<AttachAnnex>, Error> {
        let moment = self.office.now();
        audience(&request.audience)?;
        // What would be refused anyway is refused before anything is read.
        self.store.rehearse(|writer| {
            let id = self.office.find(writer, &request.id)?;
            writer.standard(id)?;
            Ok::<_, Error>(())
        })?;
        let path = request.path.clone();
        Ok(Attaching::of_one(request, moment.today, ANNEX, &path).inert())
    }

    /// Keeps the file, and gives it to its annex or adds one for it.
    pub fn finish_annex(
        &mut self,
        attached: Attached<AttachAnnex>,
    ) -> Result<InstrumentView, Error> {
        let moment = self.office.now();
        let mut ids = moment.ids();
        let written = self.store.write(|writer| {
            let asked = attached.asked();
            let id = self.office.find(writer, &asked.id)?;
            let standard = writer.standard(id)?;
            let before = self.office.begun(writer, &moment, id, &mut ids)?;
            let evidence = attached.keep(writer)?;
            let proof = evidence
                .first()
                .ok_or(store::Error::Missing { what: "evidence" })?;
            let name = attached.name();
            let name = name.as_str();
            let titled = match asked.title.trim() {
                "" => name.rsplit_once('.').map_or(name, |(stem, _)| stem),
                title => title,
            };
            let titled = crate::edits::checked(titled, false)?;
            let (edit, focus) = match &asked.annex {
                None => {
                    let annex = Annex {
                        id: ids.part(),
                        title: titled,
                        audience: audience(&asked.audience)?,
                        file: name.to_owned(),
                        digest: proof.file.to_string(),
                    };
                    let id = annex.id;
                    let at = before.annexes.len();
                    let part = IecPart::Annex(annex);
                    (IecEdit::Add { at, part }, id)
                }
                Some(annex) => {
                    let annex = annex.parse().ok();
                    let mut annexes = before.annexes.iter();
                    let annex = annexes.find(|one| Some(one.id) == annex);
                    let annex = annex.ok_or(Refusal::NoSuch { what: "annex" })?;
                    let after = Annex {
                        file: name.to_owned(),
                        digest: proof.file.to_string(),
                        ..annex.clone()
                    };
                    let edit = IecEdit::Change {
                        before: IecPart::Annex(annex.clone()),
                        after: IecPart::Annex(after),
                    };
                    (edit, annex.id)
                }
            };
            let made = Made {
                turning: Turning::Done,
                evidence,
            };
            self.office
                .write_iec_edits(writer, &moment, &standard, &before, &[edit], made)?;
            Ok::<_, Error>((id, focus))
        });
        let (id, focus) = written.inspect_err(|_| attached.give_up(&mut self.store))?;
        self.store
            .read(|reader| self.office.instrument_view(reader, id, Some(focus)))
    }
}

fn audience(code: &str) -> Result<Audience, Error> {
    Audience::from_code(code).ok_or_else(|| Error::NotFound {
        what: "a quién se entrega un anexo",
        name: code.to_owned(),
    })
}
