//! Every seal of the workspace, and everything they seal, looked at a part at a time: whoever saves is
//! let in between, and whoever stops it is heard.

use domain::act::Break;
use store::{Check, Digests, Part, Problem};

use crate::Desk;
use crate::error::Error;
use crate::wire::{DifferenceView, LogView, Nothing};
use crate::work::{Progress, Work, step};
use crate::writing::digest;
use crate::{instruments, maps};

/// A workspace that is being checked.
pub struct Checking {
    check: Check,
    /// Which open workspace it is: another one may take its place while it is checked.
    of: u64,
}

impl Desk {
    /// Begins to check every seal of the workspace.
    pub fn begin_check(&mut self, _: Nothing) -> Result<Checking, Error> {
        self.store.read(|reader| {
            Ok(Checking {
                check: Check::begin(reader),
                of: self.store.number(),
            })
        })
    }
}

impl Work for Checking {
    type Done = LogView;

    fn gather(&mut self, desk: &mut Desk, progress: &mut Progress<'_>) -> Result<bool, Error> {
        let Some((part, done, of)) = self.check.next() else {
            return Ok(false);
        };
        step(progress, says(part), done, of)?;
        if desk.store.number() != self.of {
            return Err(Error::Stopped);
        }
        desk.store.read(|reader| {
            let digests = Digests {
                standard: &digest,
                map: &maps::digest,
                instrument: &instruments::digest,
            };
            self.check.look(reader, digests);
            Ok::<_, Error>(true)
        })
    }

    fn run(self, _progress: &mut Progress<'_>) -> Result<LogView, Error> {
        let (acts, problems) = self.check.end();
        Ok(LogView {
            sound: problems.is_empty(),
            acts: u32::try_from(acts).unwrap_or(u32::MAX),
            differences: told(&problems),
        })
    }
}

/// What is being looked at.
fn says(part: &Part) -> &'static str {
    match part {
        Part::Pages(_) => "Revisando las páginas del archivo",
        Part::Schema => "Revisando su estructura",
        Part::Chain(_) => "Comprobando los casos",
        Part::Edition(_) => "Comprobando las ediciones congeladas",
        Part::Evidence(_) => "Comprobando los archivos adjuntos",
        Part::Drawn => "Comprobando los mapas y los instrumentos",
        Part::Links => "Comprobando en qué se apoyan los actos",
    }
}

/// What the problems come to, each said once: of the same damage there may be a hundred.
fn told(problems: &[Problem]) -> Vec<DifferenceView> {
    let mut told: Vec<(DifferenceView, usize)> = Vec::new();
    for one in problems.iter().map(difference) {
        match told.iter_mut().find(|(there, _)| *there == one) {
            Some((_, times)) => *times += 1,
            None => told.push((one, 1)),
        }
    }
    let views = told.into_iter().map(|(mut view, times)| {
        if times > 1 {
            view.says = format!("{} ({} veces)", view.says, crate::spanish::count(times));
        }
        view
    });
    views.collect()
}

/// What is damaged of the file, by what SQLite says of it.
fn damaged(says: &str) -> &'static str {
    let says = says.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| says.contains(word));
    if any(&["index"]) {
        "un índice no coincide con sus renglones"
    } else if any(&[
        "tree",
        "page",
        "cell",
        "freelist",
        "malformed",
        "offset",
        "fragment",
    ]) {
        "hay páginas que no se pueden leer"
    } else if any(&["no such table", "no such column", "schema"]) {
        "le falta una tabla"
    } else {
        "hay renglones que no se pueden leer" // Whatever else is said is of rows.
    }
}

/// What cannot be read: the case, where it is of one, and what it is.
fn unreadable(of: &str) -> (&str, &'static str) {
    match of {
        "tables" => ("", "la lista de sus tablas"),
        "chains" => ("", "qué casos hay"),
        "standards" => ("", "qué estándares hay"),
        "editions" => ("", "las ediciones congeladas"),
        "evidence" => ("", "los archivos adjuntos"),
        "heads" => ("", "lo que se registró de los casos"),
        "settings" => ("", "los ajustes"),
        "catalogues" => ("", "los catálogos importados"),
        "maps" => ("", "qué mapas hay"),
        "links" => ("", "en qué se apoyan los actos"),
        one => (one, "completo lo que hay de esto"), // A case, an edition, a file, by its id.
    }
}

/// A problem of the workspace, as a person reads it.
fn difference(problem: &Problem) -> DifferenceView {
    let (file, kind, says) = match problem {
        Problem::File { says } => (
            String::new(),
            "digest",
            format!(
                "El archivo del espacio de trabajo está dañado: {}",
                damaged(says)
            ),
        ),
        Problem::Schema { name } => (
            name.clone(),
            "digest",
            format!("La estructura del archivo no es la de Cauce: falta, sobra o cambió «{name}»"),
        ),
        Problem::Beside { chain, what } => (
            chain.clone(),
            "chain",
            format!("No coinciden con los actos del caso {what}"),
        ),
        Problem::Orphan { table } => (
            table.clone(),
            "missing",
            format!("En «{table}» hay un renglón que nombra a otro que no existe"),
        ),
        Problem::Chain { chain, broken } => {
            let number = match broken {
                Break::Altered { number } | Break::OutOfPlace { number } => number,
            };
            let says = format!("La cadena de actos se rompe en el acto {number}");
            (chain.clone(), "chain", says)
        }
        Problem::Head { chain, number } => (
            chain.clone(),
            "chain",
            format!("Falta el acto {number}, que el espacio de trabajo registró"),
        ),
        Problem::Edition { digest } => (
            digest.to_string(),
            "digest",
            "Una edición congelada no es la que dice su huella".to_owned(),
        ),
        Problem::Evidence { digest } => (
            digest.to_string(),
            "digest",
            "Un archivo de evidencia no es el que dice su huella".to_owned(),
        ),
        Problem::EvidenceMissing {
            chain,
            number,
            digest,
        } => (
            chain.clone(),
            "missing",
            format!("El acto {number} se apoya en un archivo que no está: {digest}"),
        ),
        Problem::Draft { ec } => (
            ec.to_string(),
            "text",
            "El texto del estándar no es el que dejó su último acto".to_owned(),
        ),
        Problem::Drawn { chain, what } => (
            chain.clone(),
            "text",
            format!("No es lo que dejó su último acto: {what}"),
        ),
        Problem::SupportFile { ec } => (
            ec.to_string(),
            "text",
            "El expediente soporte no es el que dejó su último acto".to_owned(),
        ),
        Problem::Catalogues => (
            String::new(),
            "text",
            "Un catálogo no es el que se importó".to_owned(),
        ),
        Problem::Settings => (
            String::new(),
            "text",
            "Los ajustes no son los que dejó su último acto".to_owned(),
        ),
        Problem::Unreadable { what } => {
            let of = what.split(": ").next().unwrap_or_default();
            let (file, says) = unreadable(of);
            (
                file.to_owned(),
                "digest",
                format!("No se puede leer {says}"),
            )
        }
    };
    DifferenceView {
        file,
        kind: kind.to_owned(),
        says,
    }
}
