//! Bringing a list in: read with the desk let go, then kept whole in one write, or not at all.

use std::collections::HashMap;
use std::path::PathBuf;

use domain::catalogue::{CatalogueKind, Content, known_editions};
use intake::Step;
use intake::catalogues::Listed;
use store::{Brought, CATALOGUE_ACT, Reader};

use super::words::{line, name, whole};
use crate::Desk;
use crate::cases::day;
use crate::error::Error;
use crate::files;
use crate::spanish::{count, counted, day_of};
use crate::wire::{BringCatalogue, CatalogueReport, LevelCount, ListLine};
use crate::work::{Progress, Work, flow, step};
use crate::writing::{Deed, WORKSPACE};

/// How long the name of an edition may be.
const LONGEST_EDITION: usize = 40;

impl Desk {
    /// Begins to read a file as a list.
    pub fn begin_catalogue(&mut self, request: BringCatalogue) -> Result<Bringing, Error> {
        let kind = super::kind_of(&request.kind)?;
        let moment = self.office.now();
        let edition = match kind {
            CatalogueKind::Renec => day(&request.edition, &moment)?.to_string(),
            CatalogueKind::Scian | CatalogueKind::Sinco => edition_called(&request.edition),
        };
        if !request.dry_run {
            // A workspace that cannot be written in says so before anything is read.
            self.store.write(|_| Ok::<_, Error>(()))?;
        }
        Ok(Bringing {
            kind,
            edition,
            path: PathBuf::from(request.path),
            dry_run: request.dry_run,
        })
    }

    /// Keeps the list, unless something in it forbids that or it was only to be looked at.
    pub fn finish_catalogue(&mut self, read: ReadList) -> Result<CatalogueReport, Error> {
        if read.dry_run || !read.sound() {
            return self.store.read(|reader| read.report(reader, false));
        }
        let moment = self.office.now();
        self.store.write(|writer| {
            let mut report = read.report(writer, true)?;
            if !report.sound {
                report.imported = false;
                return Ok(report);
            }
            let before = writer.catalogues_digest()?;
            let brought = Brought {
                kind: read.kind,
                edition: read.edition.clone(),
                file: read.file.clone(),
                by: self.office.signer(writer)?,
                at: moment.at(),
            };
            writer.keep_catalogue(&brought, &read.listed.content)?;
            let body = serde_json::json!({
                "digest": read.digest, "edition": read.edition, "entries": read.listed.content.len(),
                "file": read.file, "kind": read.kind.code(),
            });
            let deed = Deed {
                act: CATALOGUE_ACT,
                body: body.to_string(),
                subject: Some(before),
                result: Some(writer.catalogues_digest()?),
                ..Deed::default()
            };
            self.office.seal(writer, &moment, WORKSPACE, deed)?;
            Ok(report)
        })
    }
}

/// An edition as it is kept: its year, where a year is named.
fn edition_called(typed: &str) -> String {
    let typed = domain::text::clean(typed, false);
    let mut numbers = typed.split(|c: char| !c.is_ascii_digit());
    let year = numbers.find(|number| number.len() == 4 && number.starts_with(['1', '2']));
    let year = year.map(str::to_owned);
    year.unwrap_or_else(|| typed.chars().take(LONGEST_EDITION).collect())
}

/// A file to read as a list.
pub struct Bringing {
    kind: CatalogueKind,
    edition: String,
    path: PathBuf,
    dry_run: bool,
}

/// A file that was read as a list.
pub struct ReadList {
    kind: CatalogueKind,
    edition: String,
    file: String,
    digest: String,
    listed: Listed,
    /// What is wrong with the edition.
    whole: Vec<ListLine>,
    dry_run: bool,
}

impl Work for Bringing {
    type Done = ReadList;

    fn run(self, progress: &mut Progress<'_>) -> Result<ReadList, Error> {
        step(progress, "Abriendo el archivo", 0, 0)?;
        let limit = u64::try_from(intake::limits::CATALOGUE_BYTES).unwrap_or(u64::MAX);
        let bytes = files::read(&self.path, limit)?;
        let mut watch = |at: Step| match at {
            Step::Row { at, of } => flow(step(progress, "Leyendo los renglones", at - 1, of)),
            _ => flow(step(progress, "Abriendo el archivo", 0, 0)), // The others are of documents.
        };
        let listed = intake::catalogues::read_list(self.kind, &bytes, &mut watch)?;
        step(progress, "Comparando con lo que había", 0, 0)?;
        let mut edition = self.edition;
        let whole = recognized(self.kind, &mut edition, &listed);
        Ok(ReadList {
            kind: self.kind,
            edition,
            file: files::name(&self.path),
            digest: domain::edition::Digest::of(&bytes).to_string(),
            listed,
            whole,
            dry_run: self.dry_run,
        })
    }
}

/// Which edition a list is by how many entries each level has, and what is wrong with what it was said
/// to be.
fn recognized(kind: CatalogueKind, edition: &mut String, listed: &Listed) -> Vec<ListLine> {
    // A list that was not read whole has other counts.
    if kind == CatalogueKind::Renec || !listed.is_sound() {
        return Vec::new();
    }
    let counts = listed.content.counts(kind);
    let known: Vec<_> = known_editions()
        .into_iter()
        .filter(|it| it.kind == kind)
        .collect();
    let is = known.iter().find(|it| it.counts == counts);
    let said = known.iter().find(|it| it.edition == *edition);
    let lowest = |counts: &[usize]| count(counts.last().copied().unwrap_or_default());
    let called = kind.ranks().last().map_or("", |rank| rank.name);
    match (is, said) {
        (Some(is), _) if edition.is_empty() => {
            edition.clone_from(&is.edition);
            Vec::new()
        }
        (Some(is), Some(said)) if is != said => vec![whole(
            format!(
                "El archivo es de otra edición: trae las claves del {} y usted dijo {}. Elija el archivo de esa edición, o impórtelo como lo que es.",
                name(kind, &is.edition),
                name(kind, &said.edition)
            ),
            true,
        )],
        (None, Some(said)) => vec![whole(
            format!(
                "El {} tiene {} claves de nivel «{called}» y el archivo trae {}: está incompleto o es de otra edición.",
                name(kind, &said.edition),
                lowest(&said.counts),
                lowest(&counts)
            ),
            false,
        )],
        (None, None) if edition.is_empty() => vec![whole(
            "No se reconoce de qué edición es: diga cuál (por ejemplo, 2023).".to_owned(),
            true,
        )],
        _ => Vec::new(), // It is what it was said to be, or an edition that is not known.
    }
}

impl ReadList {
    /// Whether nothing that was seen while it was read forbids to keep it.
    fn sound(&self) -> bool {
        self.listed.is_sound() && self.whole.iter().all(|line| !line.blocks)
    }

    fn report(&self, reader: &Reader<'_>, imported: bool) -> Result<CatalogueReport, Error> {
        let kind = self.kind;
        let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut lines = self.whole.clone();
        let all = reader.catalogues()?;
        let others = all.iter().filter(|it| it.brought.kind == kind);
        let replaced = others
            .clone()
            .find(|it| kind == CatalogueKind::Renec || it.brought.edition == self.edition);
        for other in
            others.filter(|it| kind != CatalogueKind::Renec && it.brought.edition != self.edition)
        {
            if reader.catalogue_content(other)? == self.listed.content {
                let says = format!(
                    "Es, clave por clave, el {} que ya está aquí. Elija el archivo de la otra edición.",
                    name(kind, &other.brought.edition)
                );
                lines.push(whole(says, true));
            }
        }
        // The register is one, and what it said later is not forgotten for what it said before.
        let later =
            replaced.filter(|it| kind == CatalogueKind::Renec && it.brought.edition > self.edition);
        if let Some(later) = later {
            let says = format!(
                "Es del {} y ya está aquí el {}, que es posterior. Importe una consulta más reciente; si el día que dio no es el de este archivo, corríjalo.",
                day_of(&self.edition),
                name(kind, &later.brought.edition)
            );
            lines.push(whole(says, true));
        }
        lines.extend(self.listed.wrongs.iter().map(|wrong| line(kind, wrong)));
        let sound = lines.iter().all(|line| !line.blocks);
        let (added, removed, changed) = match replaced {
            Some(before) if sound => {
                compared(&reader.catalogue_content(before)?, &self.listed.content)
            }
            _ => (0, 0, 0), // There is nothing to compare it with.
        };
        let names = match kind {
            CatalogueKind::Renec => (1..=5).map(|level| format!("nivel {level}")).collect(),
            CatalogueKind::Scian | CatalogueKind::Sinco => {
                let ranks = kind.ranks().iter();
                ranks.map(|rank| rank.name.to_owned()).collect::<Vec<_>>()
            }
        };
        let counts = names.into_iter().zip(self.listed.content.counts(kind));
        let entries = self.listed.content.len();
        let called = name(kind, &self.edition);
        let blocking = lines.iter().filter(|line| line.blocks).count() + self.listed.more;
        let says = match (sound, imported) {
            (false, _) => format!(
                "No se importó nada y lo que ya tenía está intacto: hay {} que corregir. Corríjalas en el archivo y repita.",
                counted(blocking, "cosa", "cosas")
            ),
            (true, true) => format!(
                "Se importó {called}: {}.",
                counted(entries, "registro", "registros")
            ),
            (true, false) => format!(
                "{called}: {} que se pueden importar. Todavía no se importó nada.",
                counted(entries, "registro", "registros")
            ),
        };
        Ok(CatalogueReport {
            kind: kind.code().to_owned(),
            edition: self.edition.clone(),
            name: called,
            file: self.file.clone(),
            entries: short(entries),
            counts: counts
                .map(|(level, count)| LevelCount {
                    level,
                    count: short(count),
                })
                .collect(),
            lines,
            more: short(self.listed.more),
            sound,
            imported: sound && imported,
            replaces: replaced.map_or_else(String::new, |it| name(kind, &it.brought.edition)),
            added,
            removed,
            changed,
            says,
        })
    }
}

/// How many entries are new, gone, or say something else.
fn compared(before: &Content, after: &Content) -> (u32, u32, u32) {
    fn by_code(content: &Content) -> HashMap<&str, String> {
        match content {
            Content::Classes(all) => all
                .iter()
                .map(|it| (it.code.as_str(), format!("{}|{}", it.name, it.parent)))
                .collect(),
            Content::Register(all) => all
                .iter()
                .map(|it| {
                    let says = [&it.level.to_string(), &it.title, &it.committee, &it.sector];
                    (it.code.as_str(), says.map(String::as_str).join("|"))
                })
                .collect(),
        }
    }
    let (before, after) = (by_code(before), by_code(after));
    let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let new = after.keys().filter(|code| !before.contains_key(*code));
    let gone = before.keys().filter(|code| !after.contains_key(*code));
    let other = after
        .iter()
        .filter(|(code, says)| before.get(*code).is_some_and(|was| was != *says));
    (
        short(new.count()),
        short(gone.count()),
        short(other.count()),
    )
}
