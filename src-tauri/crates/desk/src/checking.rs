//! Every seal of the workspace, and everything they seal, looked at a part at a time: whoever saves is
//! let in between, and whoever stops it is heard.

use domain::act::Break;
use store::{Check, Part, Problem};

use crate::Desk;
use crate::error::Error;
use crate::wire::{DifferenceView, LogView, Nothing};
use crate::work::{Progress, Work, step};
use crate::writing::digest;

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
            self.check.look(reader, &digest);
            Ok::<_, Error>(true)
        })
    }

    fn run(self, _progress: &mut Progress<'_>) -> Result<LogView, Error> {
        let (acts, problems) = self.check.end();
        Ok(LogView {
            sound: problems.is_empty(),
            acts: u32::try_from(acts).unwrap_or(u32::MAX),
            differences: problems.iter().map(difference).collect(),
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
        Part::Links => "Comprobando en qué se apoyan los actos",
    }
}

/// A problem of the workspace, as a person reads it.
fn difference(problem: &Problem) -> DifferenceView {
    let (file, kind, says) = match problem {
        Problem::File { says } => (
            String::new(),
            "digest",
            format!("El archivo del espacio de trabajo está dañado: {says}"),
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
        Problem::SupportFile { ec } => (
            ec.to_string(),
            "text",
            "El expediente soporte no es el que dejó su último acto".to_owned(),
        ),
        Problem::Settings => (
            String::new(),
            "text",
            "Los ajustes no son los que dejó su último acto".to_owned(),
        ),
        Problem::Unreadable { what } => {
            (String::new(), "digest", format!("No se puede leer: {what}"))
        }
    };
    DifferenceView {
        file,
        kind: kind.to_owned(),
        says,
    }
}
