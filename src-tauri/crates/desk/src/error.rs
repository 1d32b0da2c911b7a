//! Why the desk did not do what was asked: a refusal of the rules, or a failure of the machine.
//!
//! Each error has a code, by which the window and scripts know it, and a sentence in Spanish that
//! says what happened, that nothing was lost, and what to do next.

use domain::committee::Refusal as CommitteeRefusal;
use domain::covacec::{BadComposition, Refusal as SessionRefusal};
use domain::ec::edit::Refusal as EditRefusal;
use domain::expert_group::Refusal as GroupRefusal;
use domain::functional_map::edit::Refusal as MapRefusal;
use domain::iec::edit::Refusal as IecRefusal;

use crate::wire::{Trouble, UnmetView};

mod code;
mod committees;
mod rooms;

pub use code::Code;
use committees::{committee_says, composition_says, session_says};
use rooms::{
    file_code, file_says, group_says, iec_code, iec_says, map_code, map_says, reading_code,
    reading_says, store_code, store_says,
};

/// Why the desk did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules forbid it. The person can do something else.
    #[error("the act {act} is refused: {reason}")]
    Refused {
        /// The act.
        act: String,
        /// Why, in Spanish.
        reason: String,
        /// What is missing, each by its id.
        unmet: Vec<UnmetView>,
    },
    /// A list of non-working days that does not read.
    #[error("the non-working days do not read: {0}")]
    Closures(#[from] domain::calendar::Error),
    /// Something that the office writes its own way does not read.
    #[error("line {line}: {says}")]
    WrittenWrong {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it, in Spanish.
        says: String,
    },
    /// A letterhead of more lines than a page has room for.
    #[error("a letterhead of {lines} lines, where {most} fit")]
    LetterheadTooLong {
        /// How many it has.
        lines: usize,
        /// How many fit.
        most: usize,
    },
    /// A file that proves nothing: it has no content.
    #[error("{name} is empty")]
    EmptyEvidence {
        /// The file's name.
        name: String,
    },
    /// A copy of an instrument with its right answers, where files travel in packets.
    #[error("{name} is a copy with its key")]
    KeyedCopy {
        /// The file's name.
        name: String,
    },
    /// A file that a computer would run, where only papers go.
    #[error("{name} is an executable")]
    Executable {
        /// The file's name.
        name: String,
    },
    /// A change of an instrument that cannot be made.
    #[error(transparent)]
    Iec(#[from] IecRefusal),
    /// Something that cannot happen in an expert group.
    #[error(transparent)]
    Group(#[from] GroupRefusal),
    /// Something that cannot happen in a committee.
    #[error(transparent)]
    Committee(#[from] CommitteeRefusal),
    /// Something that cannot happen in a session of COVACEC.
    #[error(transparent)]
    Session(#[from] SessionRefusal),
    /// A composition of COVACEC that holds no session.
    #[error(transparent)]
    Composition(#[from] BadComposition),
    /// A change of a map that cannot be made.
    #[error(transparent)]
    Map(#[from] MapRefusal),
    /// An edit that cannot be made.
    #[error(transparent)]
    Edit(#[from] EditRefusal),
    /// A text longer than its place.
    #[error("the text has {length} characters, and {most} fit")]
    TextTooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        most: usize,
    },
    /// More lines at once than any list has.
    #[error("{lines} lines, and {most} are taken at once")]
    TooManyLines {
        /// How many they are.
        lines: usize,
        /// How many they may be.
        most: usize,
    },
    /// It names a day that is not one.
    #[error("{0} is not a day")]
    BadDay(String),
    /// The day has not come.
    #[error("{day} comes after today, {today}")]
    FutureDay {
        /// The day that was typed.
        day: chrono::NaiveDate,
        /// Today.
        today: chrono::NaiveDate,
    },
    /// The computer's clock is behind what is written down.
    #[error("the clock says {now}, and act {act} ({name}) is of {last}")]
    ClockBack {
        /// What the clock says.
        now: String,
        /// What is written down.
        last: String,
        /// The number of that act in its case.
        act: u64,
        /// What it is called, in Spanish.
        name: String,
    },
    /// There is no such thing.
    #[error("there is no {what} called {name:?}")]
    NotFound {
        /// What was asked for, in Spanish.
        what: &'static str,
        /// How it was called.
        name: String,
    },
    /// Several standards have that code.
    #[error("{count} standards answer to {name:?}")]
    Ambiguous {
        /// How it was called.
        name: String,
        /// How many there are.
        count: usize,
    },
    /// There is nothing to take back.
    #[error("there is nothing to undo or redo")]
    NothingToUndo,
    /// An act is signed with a name, and nobody has said theirs.
    #[error("nobody has said who signs")]
    NobodySigns,
    /// A reason must be given.
    #[error("a reason is needed")]
    ReasonMissing,
    /// There is a file there, and it is not written over unasked.
    #[error("there is a file there already")]
    FileExists {
        /// Its name.
        name: String,
    },
    /// A workspace is there, or what belongs to one: nothing else is written there.
    #[error("{name:?} is a workspace's own place")]
    PlaceTaken {
        /// Its name.
        name: String,
    },
    /// A link that leads to no file.
    #[error("the link {name:?} leads nowhere")]
    BrokenLink {
        /// Its name.
        name: String,
    },
    /// There is no workspace to ask.
    #[error("there is no workspace at {0:?}")]
    NoWorkspace(std::path::PathBuf),
    /// It is a folder, or a device.
    #[error("{name:?} is no file")]
    NotAFile {
        /// Its name.
        name: String,
    },
    /// It is no text, or a very long one.
    #[error("{name:?} is no text")]
    NotText {
        /// Its name.
        name: String,
    },
    /// It is no list of changes.
    #[error("{name:?} is no list of changes at {line}:{column}: {says}")]
    NotChanges {
        /// Its name.
        name: String,
        /// Where it stops being one, from 1.
        line: usize,
        /// The same, within the line.
        column: usize,
        /// What is wrong there, in Spanish.
        says: String,
    },
    /// A file outside the workspace failed.
    #[error("the file {name:?} failed")]
    File {
        /// Its name.
        name: String,
        /// How.
        #[source]
        source: std::io::Error,
    },
    /// A file could not be read as a standard.
    #[error(transparent)]
    Reading(intake::Error),
    /// A page could not be made.
    #[error(transparent)]
    Page(packets::Error),
    /// A packet could not be packed.
    #[error(transparent)]
    Bag(packets::bag::Error),
    /// The packet is not what it says.
    #[error("the packet is not sound: {0}")]
    Unsound(String),
    /// The packet was written by a newer app.
    #[error("the packet is of version {version}, and {known} is the newest known")]
    PacketTooNew {
        /// Its version.
        version: u32,
        /// The newest one that this app reads.
        known: u32,
    },
    /// The packet was written by an older app, another way.
    #[error("the packet is of version {version}, and only {known} is read")]
    PacketTooOld {
        /// Its version.
        version: u32,
        /// The one that this app reads.
        known: u32,
    },
    /// The case changed between the beginning and the end of long work on it.
    #[error("the case changed while the work was done")]
    CaseChanged,
    /// The case is not where it was when the act was asked for.
    #[error("the case has moved to {state:?}")]
    CaseMoved {
        /// The state it is in, as people call it.
        state: String,
    },
    /// The person stopped it.
    #[error("the work was stopped")]
    Stopped,
    /// The workspace failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<intake::Error> for Error {
    fn from(error: intake::Error) -> Error {
        match error {
            intake::Error::Stopped => Error::Stopped,
            error => Error::Reading(error), // It was not read.
        }
    }
}

impl From<packets::Error> for Error {
    fn from(error: packets::Error) -> Error {
        match error {
            packets::Error::Stopped => Error::Stopped,
            error => Error::Page(error), // It was not made.
        }
    }
}

impl From<packets::bag::Error> for Error {
    fn from(error: packets::bag::Error) -> Error {
        match error {
            packets::bag::Error::Stopped => Error::Stopped,
            error => Error::Bag(error), // It was not packed.
        }
    }
}

impl Error {
    /// The failure of a file, by its name.
    pub fn file(path: &std::path::Path, source: std::io::Error) -> Error {
        let name = path.file_name().unwrap_or(path.as_os_str());
        Error::File {
            name: name.to_string_lossy().into_owned(),
            source,
        }
    }

    /// Its name outside the code.
    pub fn code(&self) -> Code {
        match self {
            Error::Refused { .. } => Code::ActRefused,
            Error::Edit(refusal) | Error::Store(store::Error::Edit(refusal)) => match refusal {
                EditRefusal::Changed { .. } => Code::Changed,
                EditRefusal::NoSuchPlace { .. } => Code::NotFound,
                EditRefusal::BadValue { .. } | EditRefusal::WrongKind { .. } => Code::BadValue,
            },
            Error::Iec(refusal) | Error::Store(store::Error::Iec(refusal)) => iec_code(*refusal),
            Error::Group(_) => Code::GroupRefused,
            Error::Committee(_) => Code::CommitteeRefused,
            Error::Session(_) | Error::Composition(_) => Code::SessionRefused,
            Error::Map(refusal) | Error::Store(store::Error::Map(refusal)) => map_code(*refusal),
            Error::Closures(_) | Error::WrittenWrong { .. } | Error::LetterheadTooLong { .. } => {
                Code::BadValue
            }
            Error::EmptyEvidence { .. } => Code::EmptyFile,
            Error::KeyedCopy { .. } => Code::BadValue,
            Error::Executable { .. } => Code::ExecutableFile,
            Error::TextTooLong { .. } => Code::TextTooLong,
            Error::TooManyLines { .. } => Code::TooManyLines,
            Error::BadDay(_) | Error::FutureDay { .. } => Code::BadDay,
            Error::ClockBack { .. } => Code::ClockBack,
            Error::NotFound { .. } => Code::NotFound,
            Error::Ambiguous { .. } => Code::Ambiguous,
            Error::NothingToUndo => Code::NothingToUndo,
            Error::NobodySigns => Code::NobodySigns,
            Error::ReasonMissing => Code::ReasonMissing,
            Error::FileExists { .. } => Code::FileExists,
            Error::PlaceTaken { .. } => Code::PlaceTaken,
            Error::NoWorkspace(_) | Error::BrokenLink { .. } => Code::FileMissing,
            Error::NotAFile { .. } | Error::NotText { .. } | Error::NotChanges { .. } => {
                Code::FileUnknown
            }
            Error::File { source, .. } => file_code(source),
            Error::Reading(error) => reading_code(error),
            Error::Page(_) | Error::Bag(_) => Code::PageFailed,
            Error::Unsound(_) => Code::PacketUnsound,
            Error::PacketTooNew { .. } => Code::PacketTooNew,
            Error::PacketTooOld { .. } => Code::PacketTooOld,
            Error::CaseChanged | Error::CaseMoved { .. } => Code::CaseChanged,
            Error::Stopped => Code::Stopped,
            Error::Store(error) => store_code(error),
        }
    }

    /// Whether a rule said no; otherwise the input or the machine failed.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Error::Refused { .. }
                | Error::NothingToUndo
                | Error::NobodySigns
                | Error::ReasonMissing
                | Error::BadDay(_)
                | Error::FutureDay { .. }
                | Error::ClockBack { .. }
                | Error::Edit(_)
                | Error::Group(_)
                | Error::Committee(_)
                | Error::Session(_)
                | Error::Composition(_)
                | Error::Map(_)
                | Error::Iec(_)
                | Error::CaseChanged
                | Error::CaseMoved { .. }
                | Error::Stopped
                | Error::Store(
                    store::Error::Edit(_)
                        | store::Error::Map(_)
                        | store::Error::Iec(_)
                        | store::Error::Diverges { .. }
                )
        )
    }

    /// As it crosses the door.
    pub fn trouble(&self) -> Trouble {
        let unmet = match self {
            Error::Refused { unmet, .. } => unmet.clone(),
            _ => Vec::new(), // Only a refused act lacks something.
        };
        Trouble {
            code: self.code(),
            says: self.says(),
            detail: self.to_string(),
            unmet,
        }
    }

    /// What happened, that nothing was lost, and what to do: for the person.
    pub fn says(&self) -> String {
        match self {
            Error::Refused { reason, .. } => format!("{reason} El expediente sigue como estaba."),
            Error::Edit(refusal) | Error::Store(store::Error::Edit(refusal)) => match refusal {
                EditRefusal::Changed { .. } => "Ese lugar cambió mientras usted escribía, quizá desde otra ventana. Su texto sigue en pantalla y nada se perdió: cópielo, vuelva a abrir el estándar y decida cuál queda.".to_owned(),
                EditRefusal::NoSuchPlace { .. } => "Ese lugar ya no existe en el estándar, quizá se eliminó. Nada se perdió: puede recuperarlo con Deshacer.".to_owned(),
                EditRefusal::BadValue { field, value } => format!("«{value}» no es un valor de {}{}. No se guardó y lo anterior sigue ahí: corríjalo.", crate::spanish::place(field), shape_of(field)),
                EditRefusal::WrongKind { .. } => "Eso no puede ir en esa lista. Nada cambió: elija otra lista.".to_owned(),
            },
            Error::Iec(refusal) | Error::Store(store::Error::Iec(refusal)) => iec_says(*refusal),
            Error::Group(refusal) => group_says(*refusal),
            Error::Committee(refusal) => committee_says(refusal),
            Error::Session(refusal) => session_says(refusal),
            Error::Composition(wrong) => composition_says(wrong),
            Error::Map(refusal) | Error::Store(store::Error::Map(refusal)) => map_says(*refusal),
            Error::Closures(wrong) => format!("En los días en que la oficina no labora, el renglón {} {}. No se guardó y lo anterior sigue ahí: escríbalo «24 de diciembre de 2026 | motivo» (o «24/12/2026 | motivo»), y varios días «20/12/2027 a 31/12/2027 | motivo».", wrong.line, wrong_closure(&wrong.trouble)),
            Error::WrittenWrong { line, says } => format!("Renglón {line}: {says}. No se guardó y lo anterior sigue ahí: corríjalo."),
            Error::LetterheadTooLong { lines, most } => format!("El membrete tiene {lines} renglones y en la página caben {most}. No se guardó y lo anterior sigue ahí: junte o quite renglones."),
            Error::KeyedCopy { name } => format!("«{name}» es una copia del instrumento con sus respuestas, y lo que se guarda en el expediente viaja en los paquetes. No se adjuntó y nada cambió: el instrumento ya viaja por sí mismo, sin su clave; si hace falta una copia, adjunte el cuadernillo o la de revisión."),
            Error::EmptyEvidence { name } => format!("El archivo «{name}» está vacío y no prueba nada. No se adjuntó y el expediente sigue como estaba: elija el archivo correcto."),
            Error::Executable { name } => format!("«{name}» es un programa, o lleva macros o instrucciones que la computadora ejecutaría, y no puede ser anexo de un instrumento. No se adjuntó y nada cambió: guarde el documento como PDF o como imagen y adjunte esa copia."),
            Error::TextTooLong { length, most } => format!("El texto tiene {} caracteres y caben {}. No se guardó; lo anterior sigue ahí: divídalo o acórtelo.", crate::spanish::count(*length), crate::spanish::count(*most)),
            Error::TooManyLines { lines, most } => format!("Lo pegado son {} renglones y se toman hasta {} de una vez. No se escribió nada; lo anterior sigue ahí: péguelo por partes.", crate::spanish::count(*lines), crate::spanish::count(*most)),
            Error::BadDay(day) => format!("«{day}» no es un día que pueda registrarse: se escribe como año, mes y día (2026-07-03) y no es anterior a 1995, cuando se fundó el CONOCER. Nada cambió: escriba la fecha otra vez."),
            Error::FutureDay { day, today } => format!("El {} aún no llega: hoy es {}. Nada cambió: escriba el día en que se hizo.", crate::spanish::day(*day), crate::spanish::day(*today)),
            Error::ClockBack { now, last, act, name } => format!("El reloj de la computadora dice {}, y el último acto de este expediente, el acto {act} («{name}»), es del {}. No se guardó nada nuevo y lo anterior está intacto. Si el reloj está mal, corrija la fecha de la computadora y repita; si se adelantó cuando se hizo ese acto, este expediente sigue a partir de ese día, y los demás siguen hoy.", crate::spanish::day_of(now), crate::spanish::day_of(last)),
            Error::NotFound { what, name } if *what == "un estándar" => format!("No hay un estándar «{name}» en este espacio de trabajo. Nada cambió: revise la clave o búsquelo en Estándares."),
            Error::NotFound { what, name } => format!("No hay {what} «{name}». Nada cambió: revise cómo está escrito."),
            Error::Ambiguous { name, count } => format!("Hay {count} estándares con la clave «{name}». Nada cambió: use el identificador de uno de ellos."),
            Error::NothingToUndo => "No hay nada que deshacer o rehacer. Todo sigue como estaba.".to_owned(),
            Error::NobodySigns => "Este acto se firma con un nombre, y nadie ha dicho quién trabaja aquí. No se realizó y nada cambió: escriba su nombre en Ajustes (en la terminal, con --as NOMBRE) y repita.".to_owned(),
            Error::ReasonMissing => "Falta el motivo. Nada cambió: escriba por qué y repita.".to_owned(),
            Error::FileExists { name } => format!("Ya hay un archivo «{name}» en ese lugar y no se tocó. Elija otro nombre o diga que se reemplace."),
            Error::PlaceTaken { name } => taken_says(&format!("«{name}»")),
            Error::BrokenLink { name } => format!("«{name}» es un enlace que no lleva a ningún archivo. No se creó nada y nada cambió: devuelva el archivo a su lugar, o elija otro."),
            Error::NoWorkspace(path) => format!("No hay ningún espacio de trabajo en «{}»: no se creó nada y nada cambió. Revise la ruta; uno nuevo se empieza al importar o crear un estándar, al cargar la muestra o al tomar un paquete.", path.display()),
            Error::NotAFile { name } => format!("«{name}» no es un archivo, sino una carpeta o un dispositivo. Nada cambió: elija el archivo."),
            Error::NotText { name } => format!("«{name}» no se puede leer como texto. Nada cambió: guárdelo como texto UTF-8 y repita."),
            Error::NotChanges { name, line, column, says } => format!("«{name}» no es una lista de cambios: vea el renglón {line}, columna {column}: {says}. Nada cambió: corrija la lista y repita."),
            Error::File { name, source } => file_says(name, source),
            Error::Reading(error) => reading_says(error),
            Error::Page(_) => "No se pudo componer el documento. El estándar está guardado y completo: acorte los textos más largos (el título, los nombres de los elementos) y repita; si vuelve a pasar, envíe la bitácora a soporte.".to_owned(),
            Error::Bag(_) => "No se pudo armar el paquete. El expediente está intacto: repita; si vuelve a pasar, envíe la bitácora a soporte.".to_owned(),
            Error::Unsound(what) => format!("El paquete no es lo que dice ser: {what}. No se tomó nada de él y su espacio de trabajo está intacto: pida que se lo envíen de nuevo."),
            Error::PacketTooNew { .. } => "Este paquete lo armó una versión más nueva de Cauce, que puede llevar lo que ésta no conoce. No se tomó nada de él y su espacio de trabajo está intacto: actualice Cauce y repita.".to_owned(),
            Error::PacketTooOld { .. } => "Este paquete lo armó una versión anterior de Cauce, que lo escribía de otra manera: no está dañado, pero aquí no se puede comprobar. No se tomó nada de él y su espacio de trabajo está intacto: pida a quien lo envió que actualice Cauce y lo arme de nuevo, o tómelo con la versión con que se armó.".to_owned(),
            Error::CaseChanged => "El caso cambió mientras se armaba el paquete, que ya no lo contaba completo. No se escribió nada y el cambio está guardado: ármelo de nuevo.".to_owned(),
            Error::CaseMoved { state } => format!("El caso ya no está donde usted lo vio: ahora está en «{state}». El acto no se realizó y nada cambió: revise qué sigue y decida."),
            Error::Stopped => "Se detuvo: no se escribió nada.".to_owned(),
            Error::Store(error) => store_says(error),
        }
    }
}

fn taken_says(place: &str) -> String {
    format!(
        "{place} es un espacio de trabajo de Cauce, o un archivo que le pertenece, y no se reemplaza. No se escribió nada y lo guardado está intacto: elija otro nombre u otra carpeta."
    )
}

/// How a field is typed, where that is not plain.
fn shape_of(field: &str) -> &'static str {
    match field {
        "certificationSolution" => {
            ", que se escribe «ECE | nombre | acreditada» u «OC | nombre | por acreditarse», una en cada renglón"
        }
        "certifiablePopulation" => ", que es un número de personas, como «12,500»",
        "approvalDate" | "publicationDate" => ", que es un día, como «2026-07-03»",
        "sncLevel" => ", que va de 1 a 5",
        _ => "", // The others take any text.
    }
}

/// What is wrong with a line of the non-working days.
fn wrong_closure(trouble: &domain::calendar::Trouble) -> String {
    use domain::calendar::Trouble as Wrong;
    match trouble {
        Wrong::NoReason => "no dice el motivo".to_owned(),
        Wrong::NotADate(text) => format!("dice «{text}», que no es una fecha"),
        Wrong::Backwards => "termina antes de empezar".to_owned(),
        Wrong::TooLong => "dura más de un año".to_owned(),
    }
}
