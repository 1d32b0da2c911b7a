//! Documents that leave: where each goes, the form it takes, and that it waits beside its place until
//! it gets its name.

use std::path::Path;

use domain::edition::Digest;

use crate::Desk;
use crate::error::Error;
use crate::files::{self, Staged};
use crate::wire::{ExportedView, SuppliedView};
use crate::work::{Progress, step};

/// Where a document goes, and whether over what is there.
pub(crate) struct Place {
    path: String,
    replace: bool,
}

impl Place {
    /// Refused where there is something that it may not replace.
    pub(crate) fn new(path: String, replace: bool) -> Result<Place, Error> {
        let there = Path::new(&path);
        if !replace && there.exists() {
            return Err(Error::FileExists {
                name: files::name(there),
            });
        }
        Ok(Place { path, replace })
    }

    /// Writes it beside its place, where it waits for its name.
    pub(crate) fn stage(
        self,
        bytes: &[u8],
        supplied: Vec<SuppliedView>,
        progress: &mut Progress<'_>,
    ) -> Result<Exported, Error> {
        let mut told = || step(progress, "Escribiendo el documento en el disco", 1, 2);
        let staged = Staged::beside(Path::new(&self.path), bytes, self.replace, &mut told)?;
        told()?;
        Ok(Exported {
            staged,
            view: ExportedView {
                digest: Digest::of(bytes).to_string(),
                path: self.path,
                supplied,
            },
        })
    }
}

/// A document that waits for its name.
pub struct Exported {
    staged: Staged,
    view: ExportedView,
}

impl Desk {
    /// Gives the document its name. It says what was so when it was asked for.
    pub fn finish_export(&mut self, exported: Exported) -> Result<ExportedView, Error> {
        exported.staged.place()?;
        Ok(exported.view)
    }
}

/// Whether a paper is asked for in Word; else as PDF.
pub(crate) fn in_word(kind: &str) -> Result<bool, Error> {
    match kind {
        "PDF" => Ok(false),
        "DOCX" => Ok(true),
        other => Err(unknown(other)),
    }
}

/// A form that documents do not leave in.
pub(crate) fn unknown(kind: &str) -> Error {
    Error::NotFound {
        what: "una forma de exportar llamada",
        name: kind.to_owned(),
    }
}
