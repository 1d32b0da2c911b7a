//! What is said of a list: its name, and what is wrong with it.

use domain::catalogue::CatalogueKind;
use intake::catalogues::{Column, Mistake, Wrong};

use crate::spanish;
use crate::wire::ListLine;

/// «SCIAN México 2023», «RENEC del 28 de noviembre de 2025».
pub(crate) fn name(kind: CatalogueKind, edition: &str) -> String {
    match kind {
        CatalogueKind::Scian => format!("SCIAN México {edition}"),
        CatalogueKind::Sinco => format!("SINCO {edition}"),
        CatalogueKind::Renec => format!("RENEC del {}", spanish::day_of(edition)),
    }
}

/// What is wrong with the whole list.
pub(super) fn whole(says: String, blocks: bool) -> ListLine {
    ListLine {
        line: 0,
        says,
        blocks,
    }
}

/// What is wrong in a line.
pub(super) fn line(kind: CatalogueKind, wrong: &Wrong) -> ListLine {
    ListLine {
        line: u32::try_from(wrong.line).unwrap_or(u32::MAX),
        says: says(kind, &wrong.what),
        blocks: wrong.what.blocks(),
    }
}

fn says(kind: CatalogueKind, what: &Mistake) -> String {
    match what {
        Mistake::Encoding => "Tiene letras dañadas: se guardó con otra codificación. Guarde el archivo como «CSV UTF-8».".to_owned(),
        Mistake::NoColumn(column) => format!("Falta la columna «{}». Deje los encabezados como vienen en el archivo oficial.", heading(kind, *column)),
        Mistake::ColumnTwice(column) => format!("La columna «{}» está dos veces. Deje una.", heading(kind, *column)),
        Mistake::Cells { found, expected } => format!("Tiene {} y los encabezados son {expected}. Revise las comas y las comillas.", spanish::counted(*found, "celda", "celdas")),
        Mistake::Quotes => "Hay unas comillas que no cierran en su renglón. Ciérrelas o quite el salto de renglón.".to_owned(),
        Mistake::Empty(column) => format!("Está vacía la columna «{}».", heading(kind, *column)),
        Mistake::TooLong(column) => format!("El texto de «{}» es más largo que cualquiera de su clase. Revise las comillas.", heading(kind, *column)),
        Mistake::Code(code) => format!("«{}» no es una clave {}.", short(code), of(kind)),
        Mistake::CodeTwice { code, first } => format!("La clave {code} está repetida: ya estaba en el renglón {first}."),
        Mistake::Level(level) => format!("«{}» no es un nivel {}.", short(level), of(kind)),
        Mistake::LevelOfCode { code, is } => format!("Por sus cifras, la clave {code} es de nivel «{is}», y el renglón dice otro."),
        Mistake::TopWithParent(code) => format!("La clave {code} es del nivel más alto y no lleva clave superior."),
        Mistake::ParentMissing { code, parent } => format!("La clave {code} depende de {parent}, que no está en el archivo."),
        Mistake::NotUnder { code, parent } => format!("La clave {code} no continúa la {}, que el renglón da como superior.", short(parent)),
    }
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

fn of(kind: CatalogueKind) -> &'static str {
    match kind {
        CatalogueKind::Scian => "del SCIAN",
        CatalogueKind::Sinco => "del SINCO",
        CatalogueKind::Renec => "del RENEC",
    }
}

/// What the official file calls a column.
fn heading(kind: CatalogueKind, column: Column) -> &'static str {
    let register = kind == CatalogueKind::Renec;
    match column {
        Column::Code if register => "Código",
        Column::Code => "code (clave)",
        Column::Level if register => "Nivel",
        Column::Level => "level (nivel)",
        Column::Name => "name (nombre)",
        Column::Parent => "parent (clave superior)",
        Column::Title => "Título",
        Column::Committee => "Comité",
        Column::Sector => "Sector Productivo",
    }
}
