//! What exists already comes in: maps from outlines, instruments and pilots from workbooks; seen first,
//! and told row by row where something is not understood.

use desk::wire::{
    ExportDocument, ExportTemplate, ImportMap, ImportSheet, MapImportView, Nothing, PilotOfView,
};
use desk::{Code, Desk, Error, carry};
use rust_xlsxwriter::Workbook;

use crate::iec_papers::derived;
use crate::iec_papers::keyed;
use crate::office::{Office, by, on};

/// A workbook with some rows, in the office's folder.
fn workbook(office: &Office, name: &str, sheets: &[(&str, &[&[&str]])]) -> String {
    let mut book = Workbook::new();
    for (title, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*title).unwrap();
        for (cells, row) in rows.iter().zip(0..) {
            for (cell, column) in cells.iter().zip(0..) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    let path = office.folder.path().join(name);
    book.save(&path).unwrap();
    path.display().to_string()
}

fn import_map(office: &mut Office, path: &str, dry: bool) -> Result<MapImportView, Error> {
    let asked = ImportMap {
        path: path.to_owned(),
        title: String::new(),
        dry,
    };
    let begin = |desk: &mut Desk| desk.begin_map_import(asked);
    carry(&mut office.desk, &mut on, begin, Desk::finish_map_import)
}

fn pilot(office: &mut Office, id: &str, path: &str) -> Result<PilotOfView, Error> {
    let asked = ImportSheet {
        id: id.to_owned(),
        path: path.to_owned(),
        dry: false,
    };
    let begin = |desk: &mut Desk| desk.begin_pilot(asked);
    carry(&mut office.desk, &mut on, begin, Desk::finish_pilot)
}

#[test]
fn a_map_comes_back_from_the_word_table_that_the_app_writes() {
    let mut office = Office::in_memory(1);
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let path = office.place("Bicicletas.docx");
    let asked = ExportDocument {
        id: id.clone(),
        kind: "DOCX".to_owned(),
        path: path.clone(),
        replace: false,
    };
    let begin = |desk: &mut Desk| desk.begin_map_export(asked);
    carry(&mut office.desk, &mut on, begin, Desk::finish_export).unwrap();

    let seen = import_map(&mut office, &path, true).unwrap();

    assert_eq!(seen.id, None);
    assert_eq!(
        office.desk.maps(Nothing {}).unwrap().rows.len(),
        1,
        "only seen"
    );
    let made = import_map(&mut office, &path, false).unwrap().id.unwrap();
    let (first, again) = (
        office.desk.map(by(&id)).unwrap(),
        office.desk.map(by(&made)).unwrap(),
    );
    let texts = |view: &desk::wire::MapView| -> Vec<(String, String)> {
        let functions = view.functions.iter();
        functions
            .map(|it| (it.number.clone(), it.text.clone()))
            .collect()
    };
    assert_eq!(texts(&first), texts(&again));
    assert_eq!(again.title, "Bicicletas");
    office.is_sound();
}

#[test]
fn a_map_comes_from_a_workbook_and_a_circle_is_refused_by_its_row() {
    let mut office = Office::in_memory(1);
    let rows: &[&[&str]] = &[
        &["No.", "Nivel", "Función"],
        &["", "Propósito principal", "Mantener bicicletas"],
        &["1", "Función clave", "Conservar"],
        &["1.1", "", "Ajustar"],
        &["", "", "sin número"],
    ];
    let path = workbook(&office, "mapa.xlsx", &[("Mapa", rows)]);
    let view = import_map(&mut office, &path, false).unwrap();
    let numbers: Vec<_> = view.lines.iter().map(|it| it.number.as_str()).collect();
    assert_eq!(numbers, ["", "1", "1.1"]);
    assert_eq!(view.not_understood[0].place, "Fila 5");

    let rows: &[&[&str]] = &[
        &["No.", "Función", "Depende de"],
        &["a", "Conservar", "b"],
        &["b", "Ajustar", "a"],
    ];
    let path = workbook(&office, "circulo.xlsx", &[("Mapa", rows)]);
    let refused = import_map(&mut office, &path, false).unwrap_err();
    assert_eq!(refused.code(), Code::DamagedFile);
    assert!(
        refused.trouble().says.contains("Fila 2"),
        "{}",
        refused.trouble().says
    );
    assert_eq!(office.desk.maps(Nothing {}).unwrap().rows.len(), 1);
}

#[test]
fn what_is_no_outline_is_refused_and_nothing_comes_in() {
    let mut office = Office::in_memory(1);
    for (name, content, code) in [
        ("vacio.docx", "", Code::EmptyFile),
        ("programa.docx", "MZ\u{0}\u{1}binario", Code::FileUnknown),
        ("roto.xlsx", "PK\u{3}\u{4}roto", Code::DamagedFile),
    ] {
        let path = office.paper(name, content);
        let refused = import_map(&mut office, &path, false).unwrap_err();
        assert_eq!(refused.code(), code, "{name}: {refused}");
    }
    assert!(office.desk.maps(Nothing {}).unwrap().rows.is_empty());
}

#[test]
fn an_instrument_comes_from_the_filled_template_as_one_change() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let template = ExportTemplate {
        id: id.clone(),
        what: "IEC".to_owned(),
        path: office.place("plantilla.xlsx"),
        replace: false,
    };
    office.desk.export_template(template).unwrap();
    let knowledge = office.desk.instrument(by(&id)).unwrap().leaves;
    let knowledge = knowledge
        .iter()
        .find(|leaf| leaf.label.contains("-C"))
        .unwrap()
        .label
        .clone();
    let items: &[&[&str]] = &[
        &["Criterio", "Lo que pide el estándar", "Reactivo", "Peso"],
        &["E1-D1.1", "", "La persona revisa la bicicleta.", "Mayor"],
        &[&knowledge, "", "La persona responde del conocimiento.", ""],
        &["E9-D9.9", "", "De un criterio que no está.", ""],
        &["E1-D1.2", "", "De un peso que no está.", "Enorme"],
        &["E1-D1.3", "", "", ""],
    ];
    let questions: &[&[&str]] = &[
        &["Criterio", "Pregunta", "Tipo", "A", "B", "C", "Correcta"],
        &[
            &knowledge,
            "¿Cuál frena?",
            "",
            "La zapata",
            "El timbre",
            "El asiento",
            "A",
        ],
        &[
            &knowledge,
            "¿Cuál suena?",
            "",
            "La zapata",
            "El timbre",
            "",
            "F",
        ],
    ];
    let sheets = [("Reactivos", items), ("Preguntas", questions)];
    let path = workbook(&office, "iec.xlsx", &sheets);
    let import = |dry: bool, office: &mut Office| {
        let (id, path) = (id.clone(), path.clone());
        let begin = |desk: &mut Desk| desk.begin_iec_import(ImportSheet { id, path, dry });
        carry(&mut office.desk, &mut on, begin, Desk::finish_iec_import)
    };

    let seen = import(true, &mut office).unwrap();
    assert_eq!((seen.items, seen.questions), (2, 1));
    assert!(!office.desk.instrument(by(&id)).unwrap().begun, "only seen");
    let told: Vec<_> = seen
        .not_understood
        .iter()
        .map(|it| it.place.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "Hoja «Reactivos», fila 4",
            "Hoja «Reactivos», fila 5",
            "Hoja «Preguntas», fila 3"
        ]
    );

    import(false, &mut office).unwrap();
    let view = office.desk.instrument(by(&id)).unwrap();
    let count: usize = view.tools.iter().map(|tool| tool.items.len()).sum();
    assert_eq!(count, 2);
    let again = import(false, &mut office).unwrap_err();
    assert_eq!(again.code(), Code::ActRefused);
    office.desk.undo_instrument(by(&id)).unwrap();
    let view = office.desk.instrument(by(&id)).unwrap();
    assert!(
        view.tools.iter().all(|tool| tool.items.is_empty()),
        "one undo"
    );
    office.is_sound();
}

#[test]
fn a_pilot_with_an_unknown_item_is_refused_whole_and_a_clean_one_is_told_item_by_item() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let items: &[&[&str]] = &[
        &["Criterio", "Reactivo"],
        &["E1-D1.1", "La persona revisa la bicicleta."],
        &["E1-D1.2", "La persona revisa la cadena."],
    ];
    let path = workbook(&office, "iec.xlsx", &[("Reactivos", items)]);
    let asked = ImportSheet {
        id: id.clone(),
        path,
        dry: false,
    };
    let begin = |desk: &mut Desk| desk.begin_iec_import(asked);
    carry(&mut office.desk, &mut on, begin, Desk::finish_iec_import).unwrap();
    let view = office.desk.instrument(by(&id)).unwrap();
    let codes: Vec<String> = view
        .tools
        .iter()
        .flat_map(|it| &it.items)
        .map(|it| it.code.clone())
        .collect();
    let head: &[&str] = &[
        "Candidato",
        "Evaluador",
        "Minutos",
        &codes[0],
        "999.1/1-D9E9",
    ];
    let rows: &[&[&str]] = &[head, &["A", "X", "40", "1", "1"]];
    let path = workbook(&office, "malo.xlsx", &[("Resultados", rows)]);
    let refused = pilot(&mut office, &id, &path).unwrap_err();
    assert!(refused.trouble().says.contains("999.1/1-D9E9"), "{refused}");
    assert!(office.desk.pilot(by(&id)).unwrap().pilot.is_none());

    let head: &[&str] = &["Candidato", "Evaluador", "Minutos", &codes[0], &codes[1]];
    let rows: &[&[&str]] = &[
        head,
        &["A", "X", "40", "1", "1"],
        &["A", "Y", "42", "1", "0"],
        &["B", "X", "60", "0", "1"],
        &["C", "X", "50", "no", "sí"],
    ];
    let path = workbook(&office, "piloto.xlsx", &[("Resultados", rows)]);

    let view = pilot(&mut office, &id, &path).unwrap().pilot.unwrap();

    assert_eq!(
        (view.candidates, view.sittings, view.median_minutes),
        (3, 4, Some(46))
    );
    assert_eq!(view.items[0].difficulty.as_deref(), Some("0.33"));
    assert_eq!(view.items[0].agreement.as_deref(), Some("1.00"));
    assert_eq!(view.items[1].agreement.as_deref(), Some("0.00"));
    assert_eq!(view.items[1].look.len(), 2, "too easy, and no agreement");
    office.is_sound();
}

#[test]
fn one_person_in_two_spellings_or_two_rows_of_the_same_pair_are_told_before_they_count_as_two() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = derived(&mut office, &id);
    let code = view.tools[0].items[0].code.clone();
    let head: &[&str] = &["Candidato", "Evaluador", "Minutos", &code];
    let said = |office: &mut Office, name: &str, rows: &[&[&str]]| {
        let all: Vec<&[&str]> = std::iter::once(head).chain(rows.iter().copied()).collect();
        let path = workbook(office, name, &[("Resultados", &all)]);
        pilot(office, &id, &path)
    };

    let refused = said(
        &mut office,
        "dos.xlsx",
        &[
            &["Ana", "Eva", "40", "1"],
            &["Beto", "Eva", "40", "0"],
            &["ana", "Iris", "42", "1"],
            &["Ana", "Eva", "41", "0"],
        ],
    );
    let says = refused.unwrap_err().trouble().says;
    assert!(
        says.contains("fila 4") && says.contains("«ana» y «Ana» de la fila 2"),
        "{says}"
    );
    assert!(
        says.contains("fila 5: «Ana» con «Eva» ya está en la fila 2"),
        "{says}"
    );

    let kept = said(
        &mut office,
        "bien.xlsx",
        &[&["Ana", "Eva", "40", "1"], &["Ana", "Iris", "42", "1"]],
    );
    assert!(kept.unwrap().pilot.is_some());
}

#[test]
fn the_column_of_a_template_stays_that_of_its_item_though_the_codes_are_counted_anew() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = derived(&mut office, &id);
    let items = &view.tools[0].items;
    let (one, other) = (&items[0], &items[1]);
    let head: &[&str] = &["Candidato", &one.code, &other.code];
    // The template was made when the two were called the other way round.
    let columns: &[&[&str]] = &[
        &["Columna", "Identificador"],
        &[&one.code, &other.id],
        &[&other.code, &one.id],
    ];
    let results: &[&[&str]] = &[head, &["Ana", "1", "0"], &["Beto", "1", "0"]];
    let sheets = [("Resultados", results), ("Columnas", columns)];
    let path = workbook(&office, "antes.xlsx", &sheets);

    let told = pilot(&mut office, &id, &path).unwrap().pilot.unwrap();

    let of = |code: &str| {
        let mut items = told.items.iter();
        let item = items.find(|item| item.code == code).unwrap();
        item.difficulty.clone()
    };
    assert_eq!(of(&one.code).as_deref(), Some("0.00"));
    assert_eq!(of(&other.code).as_deref(), Some("1.00"));
}

#[test]
fn what_a_pilot_says_of_each_question_is_kept_with_it_and_unvalidates_nothing() {
    let mut office = Office::in_memory(1);
    let id = crate::updating::in_force(&mut office);
    keyed(&mut office, &id);
    let moved = |office: &mut Office, act: &str| {
        let request = desk::wire::MoveInstrument {
            id: id.clone(),
            act: act.to_owned(),
            reason: "Minuta 4".to_owned(),
        };
        office.desk.move_instrument(request).unwrap()
    };
    let view = moved(&mut office, "IEC_VALIDATED");
    let items = view.tools.iter().flat_map(|tool| &tool.items);
    let asked = items
        .clone()
        .find(|item| item.questions.len() == 1)
        .unwrap();
    let head: &[&str] = &["Candidato", "Evaluador", "Minutos", &asked.code];
    let rows: &[&[&str]] = &[head, &["A", "X", "40", "1"], &["B", "X", "44", "0"]];
    let path = workbook(&office, "piloto.xlsx", &[("Resultados", rows)]);

    pilot(&mut office, &id, &path).unwrap();

    let told = office.desk.instrument(by(&id)).unwrap();
    let mut items = told.tools.iter().flat_map(|tool| &tool.items);
    let question = items.find(|item| item.id == asked.id).unwrap();
    assert_eq!(question.questions[0].difficulty.as_deref(), Some("0.50"));
    assert_eq!(told.standing.state, "GTE_VALIDATED");
    moved(&mut office, "IEC_FROZEN");
    // What is frozen is not written in.
    let frozen = office.desk.instrument(by(&id)).unwrap().digest;
    let rows: &[&[&str]] = &[head, &["A", "X", "40", "1"]];
    let path = workbook(&office, "otro.xlsx", &[("Resultados", rows)]);
    pilot(&mut office, &id, &path).unwrap();
    assert_eq!(office.desk.instrument(by(&id)).unwrap().digest, frozen);
    office.is_sound();
}

#[test]
fn situations_tools_annexes_and_terms_come_with_the_items() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let situations: &[&[&str]] = &[
        &["Situación", "Descripción"],
        &["En el taller", "Con una bicicleta"],
    ];
    let tools: &[&[&str]] = &[
        &["Título", "Clase", "Situación", "Instrucciones"],
        &[
            "Guía de la recepción",
            "Guía de observación",
            "en el taller",
            "Observe.",
        ],
        &["Sin clase", "otra", "", ""],
    ];
    let annexes: &[&[&str]] = &[&["Anexo", "Para"], &["Esquema de la cadena", "candidato"]];
    let terms: &[&[&str]] = &[
        &["Dato", "Valor"],
        &["Puntaje mínimo", "95"],
        &["Duración en minutos", "noventa"],
        &["Parte de Peso Menor", "30"],
        &["Parte de Peso Medio", "30"],
        &["Parte de Peso Mayor", "40"],
    ];
    let items: &[&[&str]] = &[
        &["Criterio", "Reactivo", "Instrumento"],
        &[
            "E1-D1.1",
            "La persona revisa la bicicleta.",
            "Guía de la recepción",
        ],
        &["E1-D1.2", "La persona revisa la cadena.", "No hay tal"],
    ];
    let sheets = [
        ("Reactivos", items),
        ("Situaciones", situations),
        ("Instrumentos", tools),
        ("Anexos", annexes),
        ("Juicio", terms),
    ];
    let path = workbook(&office, "iec.xlsx", &sheets);
    let asked = ImportSheet {
        id: id.clone(),
        path,
        dry: false,
    };
    let begin = |desk: &mut Desk| desk.begin_iec_import(asked);

    let told = carry(&mut office.desk, &mut on, begin, Desk::finish_iec_import).unwrap();

    assert_eq!(told.items, 1);
    assert_eq!(
        told.also,
        [
            "1 situación de aplicación",
            "1 instrumento",
            "1 anexo por adjuntar",
            "4 datos del juicio"
        ]
    );
    let wrong: Vec<_> = told
        .not_understood
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    let view = office.desk.instrument(by(&id)).unwrap();
    assert_eq!(view.tools[0].situation, Some(view.situations[0].id.clone()));
    assert_eq!(view.tools[0].items.len(), 1);
    assert_eq!(view.weights.pass_score, "95.00");
    assert_eq!(view.weights.classes[2].set, "40.00");
    assert_eq!(view.annexes[0].audience, "CANDIDATE");
    let undone = office.desk.undo_instrument(by(&id)).unwrap();
    assert_eq!((undone.tools.len(), undone.situations.len()), (0, 0));
    assert_eq!(undone.weights.pass_score, "");
}

/// The workbook as it is, with a row of results typed under its head, as a spreadsheet would write it.
fn filled(path: &str, cells: &[&str]) {
    let bytes = std::fs::read(path).unwrap();
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        std::io::copy(&mut part, &mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let typed = cells.iter().zip(b'A'..).map(|(said, column)| {
                let column = char::from(column);
                format!("<c r=\"{column}2\" t=\"inlineStr\"><is><t>{said}</t></is></c>")
            });
            let row = format!(
                "<row r=\"2\">{}</row></sheetData>",
                typed.collect::<String>()
            );
            text = String::from_utf8(text)
                .unwrap()
                .replace("</sheetData>", &row)
                .into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut to, &text).unwrap();
    }
    std::fs::write(path, to.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn the_pilot_template_that_the_app_writes_is_read_as_it_was_written() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    derived(&mut office, &id);
    let template = ExportTemplate {
        id: id.clone(),
        what: "PILOT".to_owned(),
        path: office.place("piloto.xlsx"),
        replace: false,
    };
    let path = template.path.clone();
    office.desk.export_template(template).unwrap();
    filled(&path, &["Ana", "Eva", "40", "1", "0"]);

    let told = pilot(&mut office, &id, &path).unwrap().pilot.unwrap();

    assert_eq!((told.candidates, told.sittings), (1, 1));
    let said = told.items[..2]
        .iter()
        .map(|item| item.difficulty.as_deref());
    assert_eq!(said.collect::<Vec<_>>(), [Some("1.00"), Some("0.00")]);
}

#[test]
fn what_an_import_would_refuse_is_refused_when_it_is_tried_and_a_template_is_a_workbook() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let template = |path: String| ExportTemplate {
        id: id.clone(),
        what: "IEC".to_owned(),
        path,
        replace: false,
    };
    let word = office.place("plantilla.docx");
    let refused = office.desk.export_template(template(word.clone()));
    let says = refused.unwrap_err().trouble().says;
    assert!(
        says.contains(".xlsx") && says.contains("plantilla.docx"),
        "{says}"
    );
    assert!(!std::path::Path::new(&word).exists());

    derived(&mut office, &id);
    let path = office.place("plantilla.xlsx");
    office.desk.export_template(template(path.clone())).unwrap();
    let asked = ImportSheet {
        id: id.clone(),
        path,
        dry: true,
    };
    let begin = |desk: &mut Desk| desk.begin_iec_import(asked);
    let refused = carry(&mut office.desk, &mut on, begin, Desk::finish_iec_import);
    assert_eq!(refused.unwrap_err().code(), Code::ActRefused);
}
