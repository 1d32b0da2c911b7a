//! One command, asked of the desk and printed.

use std::path::Path;

use desk::spanish::counted;
use desk::wire::{
    AskStandards, AtPath, ById, EditPlace, EditRequest, EditStandard, ExportDocument,
    ExportReminders, MakePacket, Mend, NewStandard, Nothing, SaveSettings, Search, StandardView,
    TakePacket, TakeUp,
};
use desk::{Desk, Error, Verifying};

use crate::args::{Args, Command, Log, Packet, Standard};
use crate::catalogs::Catalog;
use crate::committees::Cgc;
use crate::maps::Map;
use crate::views::{as_read, read_in_words, shown, told, whole_road};
use crate::work::{alone, work};
use crate::{
    cases, catalogs, clock, committees, gazette, groups, instruments, maps, past, say, sessions,
};

/// How a command ended when nothing failed.
pub(crate) enum Outcome {
    /// It was done.
    Done,
    /// It was done, and what it found says no.
    Refused,
    /// It was not done: the file is not what it should be, and was told why.
    Failed,
    /// It was not understood, and why.
    Misused(String),
}

/// How long the name of whoever signs may be.
const LONGEST_NAME: usize = 200;

use Outcome::{Done, Misused, Refused};

pub(crate) fn run(args: Args) -> Result<Outcome, Error> {
    let json = args.json;
    // A stranger verifies a packet without beginning a workspace.
    if let Command::Verify { packet } = &args.command {
        return verify(packet, json);
    }
    let path = args.workspace.unwrap_or_else(desk::default_workspace);
    let clock = clock::clock(args.today);
    let mut desk = open(&args.command, &path, clock)?;
    // Who signs for once does not become the owner.
    let standing = match &args.command {
        Command::Settings { .. } => desk.settings(Nothing {})?.person,
        _ => String::new(), // Only the settings keep it.
    };
    if let Some(person) = &args.person {
        if person.trim().is_empty() {
            return Ok(Misused(
                "Falta el nombre de quien firma, tras --as. Nada cambió.".to_owned(),
            ));
        }
        if person.trim().chars().count() > LONGEST_NAME {
            return Ok(Misused(format!(
                "El nombre de quien firma, tras --as, tiene más de {LONGEST_NAME} caracteres. Nada cambió: escriba sólo el nombre."
            )));
        }
        desk.sign_as(person.trim());
    }
    match args.command {
        Command::Read { file } => read(&mut desk, &file, json),
        Command::Check { what, strict } => check(&mut desk, &what, strict, json),
        Command::Standard(command) => standard(&mut desk, command, json),
        Command::Case(command) => cases::case(&mut desk, command, json),
        Command::Catalog(command) => catalogs::catalog(&mut desk, command, json),
        Command::Similar { words, own } => catalogs::similar(&mut desk, &words, own, json),
        Command::History(command) => past::history(&mut desk, command, json),
        Command::Packet(packet) => self::packet(&mut desk, packet, json),
        Command::Verify { packet } => verify(&packet, json),
        Command::Cgc(command) => committees::cgc(&mut desk, command, json),
        Command::Session(command) => sessions::session(&mut desk, command, json),
        Command::Dof(command) => gazette::dof(&mut desk, command, json),
        Command::Renec(command) => gazette::renec(&mut desk, &command, json),
        Command::Iec(command) => instruments::iec(&mut desk, command, json).map(|()| Done),
        Command::Group(command) => groups::group(&mut desk, command, json).map(|()| Done),
        Command::Map(command) => maps::map(&mut desk, command, json).map(|()| Done),
        Command::Log(Log::Verify) => log(&mut desk, json),
        Command::Home { ics: None, .. } => home(&mut desk, json),
        Command::Home {
            ics: Some(file),
            replace,
        } => {
            let path = file.display().to_string();
            let done = desk.export_reminders(ExportReminders { path, replace })?;
            named(&done.path, &done, json)
        }
        Command::Search { words } => search(&mut desk, &words, json),
        Command::Rules => {
            let rules = desk.rules(Nothing {})?;
            for rule in &rules {
                say::line(&format!(
                    "{}  {}  {}",
                    rule.id,
                    say::severity(&rule.severity),
                    rule.title
                ));
            }
            printed(&rules, json)
        }
        Command::Settings {
            owner,
            letterhead,
            appearance,
            non_working_days,
        } => {
            let now = desk.settings(Nothing {})?;
            let asked = owner.is_some()
                || !letterhead.is_empty()
                || appearance.is_some()
                || non_working_days.is_some();
            let days = match non_working_days {
                None => now.non_working_days.clone(),
                Some(path) => desk::text(&path)?,
            };
            let now = match asked {
                false => now,
                true => desk.save_settings(SaveSettings {
                    person: owner.unwrap_or(standing),
                    letterhead: if letterhead.is_empty() {
                        now.letterhead
                    } else {
                        letterhead
                    },
                    appearance: appearance.unwrap_or(now.appearance),
                    non_working_days: days,
                })?,
            };
            say::line(&format!("{}  {}", now.person, now.workspace));
            printed(&now, json)
        }
    }
}

fn search(desk: &mut Desk, words: &[String], json: bool) -> Result<Outcome, Error> {
    let query = words.join(" ");
    let found = desk.search(Search { query })?;
    for hit in found
        .standards
        .iter()
        .chain(&found.places)
        .chain(&found.rules)
    {
        say::line(&format!("{}  {}  {}", hit.id, hit.aside, hit.text));
    }
    printed(&found, json)
}

fn home(desk: &mut Desk, json: bool) -> Result<Outcome, Error> {
    let home = desk.home(Nothing {})?;
    for line in home.late.iter().chain(&home.mine).chain(&home.waiting) {
        say::line(&format!(
            "{}  {}  ({}; {})",
            line.code, line.says, line.holder, line.due
        ));
    }
    for session in &home.sessions {
        say::line(&format!(
            "{}  {}  ({})",
            session.name, session.on, session.state_name
        ));
    }
    printed(&home, json)
}

/// The desk that a command is asked of.
fn open(command: &Command, path: &Path, clock: desk::Clock) -> Result<Desk, Error> {
    Ok(match command {
        Command::Read { .. } => Desk::in_memory("", clock)?,
        // Reviewing a file begins no workspace, but knows the one there is.
        Command::Check { what, .. } if !path.exists() && names_a_file(what) => {
            Desk::in_memory("", clock)?
        }
        // What the rules say is the same everywhere.
        Command::Rules if !path.exists() => Desk::in_memory("", clock)?,
        command if begins(command) => Desk::open(path, &desk::default_person(), clock)?,
        _ => Desk::open_existing(path, &desk::default_person(), clock)?,
    })
}

/// Whether a command has something to put in a workspace that is not there yet. The others speak of
/// what is in it, and where there is none, it was misspelled.
fn begins(command: &Command) -> bool {
    match command {
        Command::Standard(standard) => matches!(
            standard,
            Standard::Import { .. } | Standard::New { .. } | Standard::Sample
        ),
        Command::Map(map) => matches!(
            map,
            Map::New { .. } | Map::Sample | Map::Import { dry_run: false, .. }
        ),
        Command::Cgc(committee) => {
            matches!(
                committee,
                Cgc::New { .. } | Cgc::Import { dry_run: false, .. }
            )
        }
        Command::Packet(packet) => packet.what == "import",
        Command::Catalog(catalog) => matches!(catalog, Catalog::Import { .. }),
        Command::Settings {
            owner,
            letterhead,
            appearance,
            non_working_days,
        } => {
            owner.is_some()
                || !letterhead.is_empty()
                || appearance.is_some()
                || non_working_days.is_some()
        }
        Command::Read { .. }
        | Command::Check { .. }
        | Command::Case(_)
        | Command::Group(_)
        | Command::History(_)
        | Command::Iec(_)
        | Command::Session(_)
        | Command::Dof(_)
        | Command::Renec(_)
        | Command::Verify { .. }
        | Command::Log(_)
        | Command::Home { .. }
        | Command::Search { .. }
        | Command::Similar { .. }
        | Command::Rules => false,
    }
}

pub(crate) fn printed(view: &impl serde::Serialize, json: bool) -> Result<Outcome, Error> {
    if json {
        say::json(view);
    }
    Ok(Done)
}

fn read(desk: &mut Desk, file: &Path, json: bool) -> Result<Outcome, Error> {
    let begin = |desk: &mut Desk| Ok(desk.begin_reading(file));
    let document = work(desk, begin, |_, read| Ok(read.into_document()))?;
    if json {
        say::json(&document);
        return Ok(Done);
    }
    say::line(&format!("{}  {}", document.code, document.title));
    let format = document.format.as_deref().unwrap_or_default();
    let repairs = document.repairs.as_ref().map_or(0, Vec::len);
    let unplaced = document.not_understood.as_ref().map_or(0, Vec::len);
    say::line(&read_in_words(format, repairs, unplaced));
    say::line("Use --json para ver el estándar completo.");
    Ok(Done)
}

fn verify(packet: &Path, json: bool) -> Result<Outcome, Error> {
    let path = packet.display().to_string();
    let view = alone(Verifying::of(AtPath { path }))?;
    if view.sound {
        say::line("El paquete es lo que dice ser: nada difiere.");
    } else {
        say::line("El paquete no es lo que dice ser:");
    }
    for difference in &view.differences {
        say::line(&format!("  {}  {}", difference.file, difference.says));
    }
    if !view.sound {
        say::line("No lo tome: pida a quien lo envió que lo arme y lo envíe de nuevo.");
    }
    if json {
        say::json(&view);
    }
    Ok(if view.sound { Done } else { Refused })
}

/// Whether a file is meant: there is one of that name, or it has the form of a file's name.
fn names_a_file(what: &str) -> bool {
    let path = Path::new(what);
    let kinds = ["txt", "pdf", "docx"];
    let extension = path.extension().and_then(|it| it.to_str());
    let extension = extension.map(str::to_lowercase).unwrap_or_default();
    path.is_file() || path.components().count() > 1 || kinds.contains(&extension.as_str())
}

fn check(desk: &mut Desk, what: &str, strict: bool, json: bool) -> Result<Outcome, Error> {
    let path = Path::new(what);
    let review = if names_a_file(what) {
        work(desk, |desk| Ok(desk.begin_reading(path)), Desk::check_read)?
    } else {
        desk.check(ById {
            id: what.to_owned(),
        })?
    };
    for finding in &review.findings {
        say::finding(finding);
    }
    let standing = review
        .findings
        .iter()
        .filter(|finding| finding.set_aside.is_none());
    let errors = standing
        .filter(|finding| finding.severity == "error")
        .count();
    let findings = counted(review.findings.len(), "hallazgo", "hallazgos");
    say::line(&format!(
        "{findings}, {}.",
        counted(errors, "error", "errores")
    ));
    if json {
        say::json(&review);
    }
    Ok(if strict && errors > 0 { Refused } else { Done })
}

fn standard(desk: &mut Desk, command: Standard, json: bool) -> Result<Outcome, Error> {
    match command {
        Standard::Import { file } => {
            let path = file.display().to_string();
            let begin = |desk: &mut Desk| desk.begin_import(AtPath { path });
            let made = work(desk, begin, Desk::finish_import)?;
            let said = read_in_words(
                &made.format,
                made.repairs as usize,
                made.not_understood as usize,
            );
            say::line(&format!("Importado como borrador. {said}"));
            named(&made.id, &made, json)
        }
        Standard::New { title, brand } => {
            let made = match brand {
                true => desk.new_brand(NewStandard { title })?,
                false => desk.new_standard(NewStandard { title })?,
            };
            named(&made.id, &made, json)
        }
        Standard::Sample => {
            let made = desk.load_sample(Nothing {})?;
            named(&made.id, &made, json)
        }
        Standard::List { query, state } => {
            let list = desk.standards(AskStandards { query, state })?;
            if json {
                say::json(&list);
            } else {
                for row in &list.rows {
                    say::word(&format!(
                        "{}  {}  {}  {}",
                        row.id, row.code, row.state_name, row.title
                    ));
                }
            }
            Ok(Done)
        }
        Standard::Show { id, edition } => show(desk, id, edition, json),
        Standard::Diff { two, out, replace } => {
            past::diff(desk, two, out.as_deref(), replace, json)
        }
        Standard::Reason { two, row, text } => past::reason(desk, two, row, text, json),
        Standard::UndoReason { two, redo } => past::turn_reason(desk, two, redo, json),
        Standard::Points { id } => past::points(desk, id, json),
        Standard::Export { id, file, replace } => export(desk, id, &file, replace, json),
        Standard::Edit { .. }
        | Standard::Apply { .. }
        | Standard::Classify { .. }
        | Standard::AdoptForm { .. }
        | Standard::Undo { .. }
        | Standard::Redo { .. }
        | Standard::Mend { .. }
        | Standard::SetAside { .. }
        | Standard::TakeUp { .. } => match change(desk, command)? {
            Ok(view) => edited(desk, &view, json),
            Err(why) => Ok(Misused(why)),
        },
    }
}

/// Changes a standard's text, or what is said of its findings; or says why the words were not
/// understood.
fn change(desk: &mut Desk, command: Standard) -> Result<Result<StandardView, String>, Error> {
    let view = match command {
        Standard::Edit {
            id,
            place,
            field,
            text,
        } => desk.edit_place(EditPlace {
            id,
            place,
            field,
            text,
        })?,
        Standard::Apply { id, edits } => {
            let edits = desk::changes(&edits)?;
            desk.edit_standard(EditStandard { id, edits })?
        }
        Standard::Classify { id, kind, code } => {
            let edits = vec![EditRequest::Classify {
                kind,
                code,
                into: None,
            }];
            desk.edit_standard(EditStandard { id, edits })?
        }
        Standard::AdoptForm { id } => {
            let edits = vec![EditRequest::AdoptForm {}];
            desk.edit_standard(EditStandard { id, edits })?
        }
        Standard::Undo { id } => {
            let before = desk.standard(ById { id: id.clone() })?;
            let view = desk.undo(ById { id })?;
            say::agreed(before.undo_agreed.as_deref());
            view
        }
        Standard::Redo { id } => desk.redo(ById { id })?,
        Standard::Mend { id, key, alike } => desk.mend(Mend { id, key, alike })?,
        Standard::SetAside(aside) => desk.set_aside(aside.asked())?,
        Standard::TakeUp { id, key } => desk.take_up(TakeUp { id, key })?,
        _ => return Ok(Err("La orden no cambia un estándar.".to_owned())), // Asked elsewhere.
    };
    Ok(Ok(view))
}

pub(crate) fn named(id: &str, view: &impl serde::Serialize, json: bool) -> Result<Outcome, Error> {
    if json {
        say::json(view);
    } else {
        say::word(id);
    }
    Ok(Done)
}

fn edited(desk: &mut Desk, view: &StandardView, json: bool) -> Result<Outcome, Error> {
    let counts = &view.counts;
    let said = [
        counted(counts.errors as usize, "error", "errores"),
        counted(counts.warnings as usize, "aviso", "avisos"),
        counted(counts.advice as usize, "consejo", "consejos"),
        counted(counts.set_aside as usize, "apartado", "apartados"),
    ];
    say::line(&format!("Guardado. {}.", said.join(", ")));
    if json {
        say::json(&shown(desk, view)?);
    }
    Ok(Done)
}

fn show(
    desk: &mut Desk,
    id: String,
    edition: Option<String>,
    json: bool,
) -> Result<Outcome, Error> {
    if let Some(at) = edition {
        let asked = desk::wire::AskPoint {
            id: id.clone(),
            at: at.clone(),
        };
        let document = desk.edition(asked)?;
        let case = desk.case(ById { id })?;
        say::line(&format!("Edición {at}: {}", document.title));
        told(&case);
        let mut value = as_read(&document, None);
        value["id"] = case.id.clone().into();
        value["road"] = whole_road(desk, &case)?;
        return printed(&value, json);
    }
    let view = desk.standard(ById { id })?;
    if json {
        say::json(&shown(desk, &view)?);
        return Ok(Done);
    }
    let document = &view.document;
    say::line(&format!("{}  {}", view.id, document.title));
    say::line(&format!("  {}", view.called));
    if let Some(source) = &view.source {
        crate::views::source(source);
    }
    if let Some(update) = &view.update {
        crate::views::update(update);
    }
    for element in &document.elements {
        say::line(&format!(
            "  {} de {}  {}",
            element.index, element.count, element.title
        ));
    }
    told(&view.case);
    Ok(Done)
}

fn export(
    desk: &mut Desk,
    id: String,
    file: &Path,
    replace: bool,
    json: bool,
) -> Result<Outcome, Error> {
    let extension = file
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default();
    let kind = extension.to_uppercase();
    if !["PDF", "DOCX", "JSON"].contains(&kind.as_str()) {
        return Ok(Misused(
            "El archivo debe terminar en .pdf, .docx o .json.".to_owned(),
        ));
    }
    let asked = ExportDocument {
        id,
        kind,
        path: file.display().to_string(),
        replace,
    };
    let begin = |desk: &mut Desk| desk.begin_export(asked);
    let done = work(desk, begin, Desk::finish_export)?;
    for supplied in &done.supplied {
        say::line(&format!("Texto fijo que puso la forma: {}", supplied.id));
    }
    named(&done.path, &done, json)
}

fn packet(desk: &mut Desk, packet: Packet, json: bool) -> Result<Outcome, Error> {
    if packet.what == "import" {
        let Some(file) = packet.file else {
            return Ok(Misused(
                "Falta el paquete: «packet import ARCHIVO».".to_owned(),
            ));
        };
        let path = file.display().to_string();
        let dry = packet.dry_run;
        let begin = |desk: &mut Desk| desk.begin_taking(TakePacket { path, dry });
        let taken = work(desk, begin, Desk::finish_taking)?;
        crate::views::taken(&taken);
        if json {
            say::json(&taken);
        } else {
            say::word(&taken.id);
        }
        let diverges = taken.outcome == "DIVERGES";
        return Ok(if diverges { Refused } else { Done });
    }
    let (Some(destination), Some(out)) = (packet.destination, packet.out) else {
        return Ok(Misused("Faltan --for DESTINO y --out CARPETA.".to_owned()));
    };
    let asked = MakePacket {
        id: packet.what,
        destination,
        dir: out.display().to_string(),
    };
    let begin = |desk: &mut Desk| desk.begin_packet(asked);
    let made = work(desk, begin, Desk::finish_packet)?;
    say::line(&format!(
        "Paquete armado: {} archivos, {}",
        made.files.len(),
        made.digest
    ));
    named(&made.path, &made, json)
}

fn log(desk: &mut Desk, json: bool) -> Result<Outcome, Error> {
    let log = work(desk, |desk| desk.begin_check(Nothing {}), |_, log| Ok(log))?;
    if log.sound {
        say::line(&format!("{} actos comprobados: nada cambió.", log.acts));
    } else {
        say::line("Algo cambió desde que se selló, o está dañado:");
    }
    for difference in &log.differences {
        say::line(&format!("  {}  {}", difference.file, difference.says));
    }
    if !log.sound {
        say::line(
            "No se escribió nada en él. Guarde una copia del archivo tal como está y siga en el último respaldo que pase esta comprobación.",
        );
    }
    if json {
        say::json(&log);
    }
    Ok(if log.sound { Done } else { Refused })
}
