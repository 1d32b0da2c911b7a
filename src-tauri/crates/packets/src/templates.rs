//! Workbooks to be filled in: an instrument that exists already, and the results of a pilot.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::error::Error;

/// A criterion of a standard, for which items are written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateLeaf {
    /// «E1-D2.3».
    pub label: String,
    /// What the standard asks for.
    pub asks: String,
    /// Whether it is asked in a questionnaire.
    pub knowledge: bool,
}

/// The columns of the sheet of items, and of that of questions.
const ITEMS: [&str; 6] = [
    "Criterio",
    "Lo que pide el estándar",
    "Reactivo",
    "Peso",
    "Respuesta esperada",
    "Instrumento",
];
const QUESTIONS: [&str; 10] = [
    "Criterio", "Pregunta", "Tipo", "A", "B", "C", "D", "E", "Correcta", "Anexo",
];

/// The other sheets of the workbook of an instrument: their names, columns and widths.
type Other = (&'static str, &'static [&'static str], &'static [f64]);
const OTHERS: [Other; 4] = [
    ("Situaciones", &["Situación", "Descripción"], &[40.0, 80.0]),
    (
        "Instrumentos",
        &["Título", "Clase", "Situación", "Instrucciones"],
        &[40.0, 24.0, 40.0, 80.0],
    ),
    ("Anexos", &["Anexo", "Para"], &[60.0, 20.0]),
    ("Juicio", &["Dato", "Valor"], &[40.0, 20.0]),
];

/// What is set once for the whole, a row each.
const TERMS: [&str; 5] = [
    "Puntaje mínimo",
    "Duración en minutos",
    "Parte de Peso Menor",
    "Parte de Peso Medio",
    "Parte de Peso Mayor",
];

/// A workbook in which an instrument that exists already is written down, a row for each criterion.
pub fn iec_template(leaves: &[TemplateLeaf]) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let mut told = || -> Result<Vec<u8>, XlsxError> {
        let sheet = book.add_worksheet().set_name("Reactivos")?;
        head(sheet, &ITEMS, &[12.0, 60.0, 60.0, 10.0, 40.0, 30.0])?;
        let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (leaf, row) in leaves.iter().zip(1..) {
            sheet.write_string_with_format(row, 0, &leaf.label, &wrap)?;
            sheet.write_string_with_format(row, 1, &leaf.asks, &wrap)?;
        }
        let sheet = book.add_worksheet().set_name("Preguntas")?;
        head(
            sheet,
            &QUESTIONS,
            &[12.0, 60.0, 20.0, 24.0, 24.0, 24.0, 24.0, 24.0, 10.0, 10.0],
        )?;
        let asked = leaves.iter().filter(|leaf| leaf.knowledge);
        for (leaf, row) in asked.zip(1..) {
            sheet.write_string_with_format(row, 0, &leaf.label, &wrap)?;
        }
        for (name, columns, widths) in OTHERS {
            head(book.add_worksheet().set_name(name)?, columns, widths)?;
        }
        let sheet = book.worksheet_from_name("Juicio")?;
        for (term, row) in TERMS.iter().zip(1..) {
            sheet.write_string(row, 0, *term)?;
        }
        let sheet = book.add_worksheet().set_name("Instrucciones")?;
        sheet.set_column_width(0, 100.0)?;
        for (line, row) in HOW.iter().zip(0..) {
            sheet.write_string_with_format(row, 0, *line, &wrap)?;
        }
        book.save_to_buffer()
    };
    Ok(told()?)
}

const HOW: [&str; 11] = [
    "Reactivos: un renglón por reactivo; si un criterio tiene varios, repita el renglón con su criterio. Los renglones sin reactivo se pasan por alto.",
    "Peso: Menor, Medio o Mayor; vacío es Medio.",
    "Respuesta esperada: sólo en situaciones emergentes; una por renglón de la celda, o separadas por punto y coma.",
    "Preguntas: un renglón por pregunta, con el criterio de conocimiento al que pertenece. Ese criterio necesita su reactivo.",
    "Tipo: opción múltiple, verdadero o falso, relacionar columnas, completar espacios o imagen; vacío es opción múltiple.",
    "Correcta: la letra de la opción, A a E. En relacionar columnas cada opción es «izquierda | derecha» y no se escribe.",
    "Reactivos, Instrumento: el título de uno de la hoja Instrumentos; vacío, el usual de su clase.",
    "Situaciones e Instrumentos: un renglón por cada uno, en el orden de aplicación. Clase: guía de observación, lista de cotejo o cuestionario. Situación: el nombre de una de la hoja Situaciones.",
    "Anexos: qué es cada uno, desde el Anexo 3 en su orden. Para: candidato o evaluador. El archivo se adjunta después, en Papeles.",
    "Preguntas, Anexo: el número del anexo de su imagen, desde 3.",
    "Juicio: sólo los datos que se quieran fijar; las tres partes de los pesos suman 100.",
];

/// The sheet, hidden, that says of what each column of the results is.
pub const PILOT_COLUMNS: &str = "Columnas";

/// A workbook for the results of a pilot: a column for each item, by its code.
pub fn pilot_template(columns: &[(String, String)]) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    let mut told = || -> Result<Vec<u8>, XlsxError> {
        let sheet = book.add_worksheet().set_name("Resultados")?;
        let mut names = vec!["Candidato", "Evaluador", "Minutos"];
        names.extend(columns.iter().map(|(name, _)| name.as_str()));
        let mut widths = vec![28.0, 28.0, 10.0];
        widths.resize(names.len(), 16.0);
        head(sheet, &names, &widths)?;
        let sheet = book.add_worksheet().set_name("Instrucciones")?;
        sheet.set_column_width(0, 100.0)?;
        let how = "Un renglón por aplicación. En cada reactivo, 1 o Sí si se cumplió, 0 o No si no; vacío si no se aplicó. Si dos evaluadores calificaron a la misma persona, un renglón de cada uno con el mismo candidato. Use claves en vez de nombres. Donde un reactivo tiene varias preguntas hay además una columna por pregunta («P1», «P2»…): 1 si se respondió bien.";
        let wrap = Format::new().set_text_wrap();
        sheet.write_string_with_format(0, 0, how, &wrap)?;
        // A code is counted anew when an item comes or goes: what a column is of is known by its id.
        let sheet = book.add_worksheet().set_name(PILOT_COLUMNS)?;
        sheet.set_hidden(true);
        head(sheet, &["Columna", "Identificador"], &[24.0, 40.0])?;
        for ((name, id), row) in columns.iter().zip(1..) {
            sheet.write_string(row, 0, name)?;
            sheet.write_string(row, 1, id)?;
        }
        book.save_to_buffer()
    };
    Ok(told()?)
}

fn head(sheet: &mut Worksheet, names: &[&str], widths: &[f64]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    for ((name, width), column) in names.iter().zip(widths).zip(0..) {
        sheet.write_string_with_format(0, column, *name, &bold)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
