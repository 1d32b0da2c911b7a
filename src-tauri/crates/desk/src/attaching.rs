//! Files that come with an act, or alone: read and digested with the desk let go, brought into the
//! workspace, and bound to a requirement by the act that is written last.
//!
//! A file is read twice. What is kept is what both readings saw, so a file that is written in meanwhile
//! is refused, and never kept half old and half new.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::act::Proof;
use domain::edition::Digest;
use domain::iec::copies::Copy;
use domain::project::Project;
use domain::requirement;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::{EditionKind, LARGEST_EVIDENCE, Offered, Reader, Writer};

use crate::bringing::{Brought, Count, SMALL, bring, give_up};
use crate::cases::day;
use crate::error::Error;
use crate::executables;
use crate::files;
use crate::instruments::EXPORTED;
use crate::wire::{Attach, ById, EvidencePath, PerformAct, StandardView};
use crate::work::{Progress, Visit, Work};
use crate::writing::{Deed, digest};
use crate::{Desk, Office};

/// How much is read between two looks at whether to go on.
const PIECE: usize = 1 << 20;

/// Files to read for an act that is asked for.
pub struct Attaching<Asked> {
    asked: Asked,
    on: NaiveDate,
    files: Vec<Offer>,
    /// Whether what a computer would run is refused.
    inert: bool,
}

/// Files that were read, and the act they are for.
pub struct Attached<Asked> {
    asked: Asked,
    on: NaiveDate,
    files: Vec<Held>,
    count: Count,
}

/// A file that is offered for a requirement.
struct Offer {
    requirement: String,
    path: PathBuf,
    name: String,
}

/// A file that was read once.
struct Held {
    offer: Offer,
    size: u64,
    digest: Digest,
    /// Nothing until it is read again.
    brought: Option<Brought>,
}

impl<Asked: Send + 'static> Work for Attaching<Asked> {
    type Done = Attached<Asked>;

    fn run(self, progress: &mut Progress<'_>) -> Result<Attached<Asked>, Error> {
        let mut open = Vec::new();
        let mut count = Count { done: 0, of: 0 };
        for offer in self.files {
            let says = format!("Leyendo «{}»", offer.name);
            count.step(progress, &says, 0)?;
            let (file, size) = opened(&offer)?;
            count.of += 2 * size;
            open.push((offer, file, says));
        }
        let mut files = Vec::new();
        for (offer, mut file, says) in open {
            let (mut hash, mut size) = (Sha256::new(), 0);
            let mut piece = Vec::with_capacity(PIECE);
            let mut looking = executables::Looking::at(&offer.name);
            let runs = || Error::Executable {
                name: offer.name.clone(),
            };
            while read_piece(&mut file, &mut piece).map_err(|e| Error::file(&offer.path, e))? {
                if self.inert && looking.runs(&piece) {
                    return Err(runs());
                }
                hash.update(&piece);
                size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
                fits(size)?;
                count.step(progress, &says, piece.len())?;
            }
            if self.inert && executables::packs_a_program(&file) {
                return Err(runs());
            }
            if size == 0 {
                return Err(Error::EmptyEvidence { name: offer.name });
            }
            files.push(Held {
                offer,
                size,
                digest: Digest(hash.finalize().into()),
                brought: None,
            });
        }
        Ok(Attached {
            asked: self.asked,
            on: self.on,
            files,
            count,
        })
    }

    fn bring(
        done: &mut Attached<Asked>,
        visit: &mut Visit<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<(), Error> {
        let Attached { files, count, .. } = done;
        let mut together = 0;
        let mut all = || {
            for held in files.iter_mut() {
                let says = format!("Guardando «{}»", held.offer.name);
                count.step(progress, &says, 0)?;
                let (mut file, size) = opened(&held.offer)?;
                together += size;
                held.brought = Some(if together <= SMALL {
                    let mut bytes = Vec::new();
                    let read = file.take(SMALL + 1).read_to_end(&mut bytes);
                    read.map_err(|error| Error::file(&held.offer.path, error))?;
                    count.step(progress, &says, bytes.len())?;
                    Brought::Small(bytes)
                } else {
                    bring(&mut file, held.digest, &says, visit, (progress, count))?
                });
            }
            Ok(())
        };
        let brought = all();
        if brought.is_err() {
            let _ = visit(&mut |desk| {
                give_up(&mut desk.store, done.brought());
                Ok(())
            });
        }
        brought
    }
}

impl<Asked> Attaching<Asked> {
    /// One file, for something that no requirement asks for.
    pub(crate) fn of_one(asked: Asked, on: NaiveDate, what: &str, path: &str) -> Attaching<Asked> {
        let path = Path::new(path);
        let offer = Offer {
            requirement: what.to_owned(),
            path: path.to_owned(),
            name: files::name(path),
        };
        Attaching {
            asked,
            on,
            files: vec![offer],
            inert: false,
        }
    }

    /// Files for an act, each for a requirement that a file meets; there may be none.
    pub(crate) fn of_all(
        asked: Asked,
        on: NaiveDate,
        evidence: &[EvidencePath],
    ) -> Result<Attaching<Asked>, Error> {
        Ok(Attaching {
            asked,
            on,
            files: offers(evidence)?,
            inert: false,
        })
    }

    /// The same, where a file that a computer would run is refused.
    pub(crate) fn inert(self) -> Attaching<Asked> {
        Attaching {
            inert: true,
            ..self
        }
    }
}

impl<Asked> Attached<Asked> {
    pub(crate) fn asked(&self) -> &Asked {
        &self.asked
    }

    pub(crate) fn on(&self) -> NaiveDate {
        self.on
    }

    /// The names of its files.
    pub(crate) fn name(&self) -> String {
        let names = self.files.iter().map(|held| held.offer.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    /// Takes away what was brought for an act that is not done.
    pub(crate) fn give_up(&self, store: &mut store::Store) {
        give_up(store, self.brought());
    }

    fn brought(&self) -> impl Iterator<Item = &Brought> {
        self.files.iter().filter_map(|held| held.brought.as_ref())
    }

    /// What an act says, and with it the name that each of its files was offered under: a content
    /// that is kept already has the name it came with first, which is not this act's.
    pub(crate) fn naming(&self, body: String) -> String {
        if self.files.is_empty() {
            return body;
        }
        let mut said: serde_json::Value = serde_json::from_str(&body).unwrap_or_else(|_| json!({}));
        let files = self.files.iter().map(|held| {
            let offer = &held.offer;
            (&*offer.requirement, held.digest, offer.name.clone())
        });
        said["names"] = crate::proofs::named(files);
        said.to_string()
    }

    /// Keeps the files by content, whole, and answers with what they prove.
    pub(crate) fn keep(&self, writer: &Writer<'_>) -> Result<Vec<Proof>, Error> {
        for held in &self.files {
            if has_key(writer, &held.digest)? {
                let name = held.offer.name.clone();
                return Err(Error::KeyedCopy { name });
            }
        }
        let kept = self.files.iter().map(|held| {
            let Offer {
                requirement, name, ..
            } = &held.offer;
            let offered = Offered {
                name,
                media_type: media_type(name),
                size: Some(held.size),
                digest: Some(held.digest),
            };
            let brought = held.brought.as_ref();
            let brought = brought.ok_or(store::Error::Missing { what: "content" })?;
            let kept = brought.keep(writer, &held.digest, &offered)?;
            Ok(Proof {
                requirement: requirement.clone(),
                file: kept.digest,
            })
        });
        kept.collect()
    }
}

/// Whether a content is a copy of an instrument with its key, as it was exported here: what is kept
/// in a case travels in its packets, and a key does not.
fn has_key(reader: &Reader<'_>, content: &Digest) -> Result<bool, Error> {
    let exported = reader.bodies_that_say(EXPORTED, "file", &content.to_string())?;
    let keyed = exported.iter().any(|body| {
        let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
        let copy = body["copy"].as_str().and_then(Copy::from_code);
        copy.is_some_and(Copy::has_key)
    });
    Ok(keyed)
}

impl Desk {
    /// Writes down what came with files; where that is refused, the files are given up.
    pub(crate) fn write_attached<Asked, T>(
        &mut self,
        attached: &Attached<Asked>,
        write: impl FnOnce(&Office, &Writer<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let office = &self.office;
        let written = self.store.write(|writer| write(office, writer));
        written.inspect_err(|_| give_up(&mut self.store, attached.brought()))
    }

    /// Begins to attach a file to a case, for the requirement it meets.
    pub fn begin_attach(&mut self, request: Attach) -> Result<Attaching<Attach>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let files = offers(&[EvidencePath {
            requirement: request.requirement.clone(),
            path: request.path.clone(),
        }])?;
        // What would be refused anyway is refused before anything is read.
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &request.id)?;
            let deed = Deed::default();
            self.office.draft(writer, &moment, &id.to_string(), deed)
        })?;
        Ok(Attaching {
            asked: request,
            on,
            files,
            inert: false,
        })
    }

    /// Writes down that a file was attached.
    pub fn finish_attach(&mut self, attached: Attached<Attach>) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let written = self.store.write(|writer| {
            self.office.somebody_signs(writer)?;
            let id = self.office.find(writer, &attached.asked.id)?;
            let evidence = attached.keep(writer)?;
            let standard = digest(&writer.standard(id)?);
            let files = attached.files.iter();
            let names: Vec<&str> = files.map(|held| held.offer.name.as_str()).collect();
            let deed = Deed {
                act: "ATTACH",
                on: Some(attached.on.to_string()),
                subject: Some(standard),
                result: Some(standard),
                evidence,
                body: json!({ "name": names.join(", ") }).to_string(),
            };
            let act = self.office.seal(writer, &moment, &id.to_string(), deed)?;
            self.office.seal_head(writer, &moment, &act)?;
            Ok::<_, Error>(id)
        });
        let id = written.inspect_err(|_| give_up(&mut self.store, attached.brought()))?;
        self.standard(ById { id: id.to_string() })
    }

    /// Begins an act of the road, with the files that prove it, or says all that it lacks.
    pub fn begin_act(&mut self, request: PerformAct) -> Result<Attaching<PerformAct>, Error> {
        let moment = self.office.now();
        let on = day(&request.on, &moment)?;
        let files = offers(&request.evidence)?;
        // What would be refused anyway is refused before anything is read.
        self.store.rehearse(|writer| {
            self.office.somebody_signs(writer)?;
            let (id, _, deed) = self.office.judged(writer, &moment, &request, on)?;
            self.office.draft(writer, &moment, &id.to_string(), deed)
        })?;
        Ok(Attaching {
            asked: request,
            on,
            files,
            inert: false,
        })
    }

    /// Performs the act, if the road still allows it.
    pub fn finish_act(&mut self, attached: Attached<PerformAct>) -> Result<StandardView, Error> {
        let moment = self.office.now();
        let id = self.write_attached(&attached, |office, writer| {
            office.somebody_signs(writer)?;
            let evidence = attached.keep(writer)?;
            let naming = |body| attached.naming(body);
            let done = (attached.asked(), attached.on());
            office.perform(writer, &moment, done, evidence, &naming)
        })?;
        self.standard(ById { id: id.to_string() })
    }
}

impl Office {
    /// Performs an act whose files are kept, if the road allows it; `naming` says with it what else
    /// it is to say.
    pub(crate) fn perform(
        &self,
        writer: &Writer<'_>,
        moment: &crate::Moment,
        (asked, on): (&PerformAct, NaiveDate),
        evidence: Vec<Proof>,
        naming: &dyn Fn(String) -> String,
    ) -> Result<domain::ids::EcId, Error> {
        let (id, case, deed) = self.judged(writer, moment, asked, on)?;
        let standard = writer.standard(id)?;
        let digest = digest(&standard);
        let was = self.seen(writer, id)?.case;
        let body = naming(deed.body);
        let deed = Deed {
            on: Some(on.to_string()),
            subject: Some(digest),
            result: Some(digest),
            evidence,
            body: self.naming_updated(writer, id, &case, &standard, body)?,
            ..deed
        };
        let act = self.seal(writer, moment, &id.to_string(), deed)?;
        match (was.updating_since(), case.updating_since()) {
            (None, Some(_)) => self.begin_update(writer, moment, id, &act, &standard)?,
            (Some(since), None) if gave_back(&was, &case) => {
                self.give_back(writer, moment, id, since)?;
            }
            _ => {} // It goes on where it was.
        }
        self.instrument_follows(writer, moment, id, case.stage())?;
        if case.stage().freezes() {
            let bytes = packets::document::canonical(&standard);
            writer.keep_edition(id, EditionKind::Standard, act.number, &bytes)?;
        }
        self.seal_head(writer, moment, &act)?;
        Ok(id)
    }
}

/// Whether an act gave back what was in force before an update.
fn gave_back(was: &Project, case: &Project) -> bool {
    let before = was.before_update();
    before.is_some_and(|before| before.steps() == case.steps())
}

/// The files that come with an act: each for a requirement that a file meets.
fn offers(paths: &[EvidencePath]) -> Result<Vec<Offer>, Error> {
    let offers = paths.iter().map(|one| {
        let known = requirement::find(&one.requirement).filter(|it| it.takes_file());
        if known.is_none() {
            return Err(Error::NotFound {
                what: "un requisito que se cumpla con archivo llamado",
                name: one.requirement.clone(),
            });
        }
        let path = Path::new(&one.path);
        Ok(Offer {
            requirement: one.requirement.clone(),
            path: path.to_owned(),
            name: files::name(path),
        })
    });
    offers.collect()
}

/// A file and its size, where it is a file and not too large.
fn opened(offer: &Offer) -> Result<(File, u64), Error> {
    let (file, size) = files::open(&offer.path)?;
    fits(size)?;
    Ok((file, size))
}

fn fits(size: u64) -> Result<(), Error> {
    if size > LARGEST_EVIDENCE {
        let limit = LARGEST_EVIDENCE;
        return Err(Error::Store(store::Error::TooLarge { size, limit }));
    }
    Ok(())
}

/// Reads on, and answers whether there was more.
fn read_piece(file: &mut File, piece: &mut Vec<u8>) -> std::io::Result<bool> {
    piece.clear();
    let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
    Ok(file.take(most).read_to_end(piece)? > 0)
}

fn media_type(name: &str) -> &'static str {
    let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match extension.as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "txt" => "text/plain",
        _ => "application/octet-stream", // Kept as it came.
    }
}
