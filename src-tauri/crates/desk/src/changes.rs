//! A list of changes that a person wrote in a file: what the window asks for, one after the other.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::files;

/// The changes of a file of JSON. What is none is refused with its line and column, whole.
pub fn changes<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let text = files::text(path)?;
    serde_json::from_str(&text).map_err(|wrong| Error::NotChanges {
        name: files::name(path),
        line: wrong.line(),
        column: wrong.column(),
        says: in_spanish(&wrong),
    })
}

/// What is wrong with them, as a person can mend it.
fn in_spanish(wrong: &serde_json::Error) -> String {
    let said = wrong.to_string();
    let named = said.split('`').nth(1).unwrap_or_default();
    if said.starts_with("unknown field") {
        format!("ningún cambio de esa clase lleva el dato «{named}»")
    } else if said.starts_with("unknown variant") {
        format!("no hay un cambio que se llame «{named}»")
    } else if said.starts_with("missing field") {
        format!("a ese cambio le falta el dato «{named}»")
    } else if wrong.is_data() {
        "un dato no es de la clase que se espera ahí".to_owned()
    } else if wrong.is_eof() {
        "el archivo termina antes que la lista".to_owned()
    } else {
        "ahí no sigue la escritura de JSON".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{EditRequest, IecRequest, MapRequest};

    fn told<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> (usize, usize, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cambios.json");
        std::fs::write(&path, text).unwrap();
        match changes::<T>(&path).unwrap_err() {
            Error::NotChanges {
                line, column, says, ..
            } => (line, column, says),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_list_that_is_none_is_told_by_its_line_and_by_what_is_wrong() {
        let (line, column, says) = told::<IecRequest>("[\n  {\"derive\": {\"leaves\": []},}\n]");
        assert_eq!((line, column), (2, 27));
        assert_eq!(says, "ahí no sigue la escritura de JSON");

        let unknown = "[{\"derive\": {\"leaves\": [], \"todas\": true}}]";
        let (line, _, says) = told::<IecRequest>(unknown);
        assert_eq!(line, 1);
        assert_eq!(says, "ningún cambio de esa clase lleva el dato «todas»");

        let (_, _, says) = told::<MapRequest>("[{\"volar\": {}}]");
        assert_eq!(says, "no hay un cambio que se llame «volar»");

        let (_, _, says) = told::<MapRequest>("[{\"paste\": {\"below\": \"x\"}}]");
        assert_eq!(says, "a ese cambio le falta el dato «text»");

        let (_, _, says) = told::<EditRequest>("[{\"level\": {\"number\": \"tres\"}}]");
        assert_eq!(says, "un dato no es de la clase que se espera ahí");

        let (line, _, says) = told::<EditRequest>("[\n");
        assert_eq!((line, &*says), (2, "el archivo termina antes que la lista"));
    }
}
