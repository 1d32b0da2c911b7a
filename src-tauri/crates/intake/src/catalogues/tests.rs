//! Lists that are whole, and every way in which one can be wrong. The names are invented.

use std::ops::ControlFlow;

use super::*;

const SCIAN: &str = "code,level,name,parent
31-33,sector,Talleres,
311,subsector,Talleres de pan,31-33
3111,rama,\"Pan, bolillo y similares\",311
31111,subrama,Bolillo,3111
311110,clase,Bolillo,31111
";

const RENEC: &str = "codigo,nivel,titulo,comite,sector_productivo
EC0901,2,Amasado de bolillo,de los Panaderos,TALLERES
EC0902.01 ,3,\"Horneado, enfriado y empaque\",de los Panaderos,TALLERES
ECM0903,1,Venta de pan.,del Mercado,COMERCIO
";

fn read(kind: CatalogueKind, text: &str) -> Listed {
    read_list(kind, text.as_bytes(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// A list as a workbook: sheets of rows.
fn workbook(sheets: &[&str]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for text in sheets {
        let sheet = book.add_worksheet();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        for (row, record) in (0..).zip(reader.records()) {
            for (column, cell) in (0..).zip(record.unwrap().iter()) {
                // Whoever types a code in a sheet types a number.
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn read_book(kind: CatalogueKind, sheets: &[&str]) -> Listed {
    let bytes = workbook(sheets);
    read_list(kind, &bytes, &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn a_list_says_the_same_as_a_workbook() {
    assert_eq!(
        read_book(CatalogueKind::Scian, &[SCIAN]),
        read(CatalogueKind::Scian, SCIAN)
    );
    let above = format!("Lista inventada,,,,\nHecha en 2026,,,,\n{RENEC}");
    let listed = read_book(CatalogueKind::Renec, &["Notas\n", &above]);
    assert_eq!(listed.content, read(CatalogueKind::Renec, RENEC).content);
}

#[test]
fn what_is_wrong_in_a_workbook_is_told_by_its_row() {
    let doubled = format!("{SCIAN}311110,clase,Bolillo,31111\n99,sector,,\n");
    let book = read_book(CatalogueKind::Scian, &[&doubled]);

    assert_eq!(book.wrongs, read(CatalogueKind::Scian, &doubled).wrongs);
    assert!(!book.is_sound());
    let other = read_book(CatalogueKind::Renec, &[SCIAN]);
    assert!(!other.is_sound() && other.content.is_empty());
}

/// What is told of a list, a line each.
fn told(kind: CatalogueKind, text: &str) -> Vec<(u64, Mistake)> {
    let listed = read(kind, text);
    let wrongs = listed.wrongs.into_iter();
    wrongs.map(|wrong| (wrong.line, wrong.what)).collect()
}

fn scian(text: &str) -> Vec<(u64, Mistake)> {
    told(CatalogueKind::Scian, text)
}

fn renec(text: &str) -> Vec<(u64, Mistake)> {
    told(CatalogueKind::Renec, text)
}

#[test]
fn a_classification_is_read_with_its_hierarchy() {
    let listed = read(CatalogueKind::Scian, SCIAN);

    assert!(listed.is_sound() && listed.wrongs.is_empty());
    assert_eq!(listed.content.counts(CatalogueKind::Scian), [1; 5]);
    let Content::Classes(classes) = listed.content else {
        panic!("a classification");
    };
    let branch = Class {
        code: "3111".to_owned(),
        rank: 2,
        name: "Pan, bolillo y similares".to_owned(),
        parent: "311".to_owned(),
    };
    assert_eq!(classes[2], branch);
}

#[test]
fn the_register_is_read_whatever_parts_its_cells_and_however_it_is_encoded() {
    let plain = read(CatalogueKind::Renec, RENEC);
    assert!(plain.wrongs.is_empty(), "{:?}", plain.wrongs);
    assert_eq!(plain.content.counts(CatalogueKind::Renec), [1, 1, 1, 0, 0]);

    let semicolons = RENEC
        .replace(
            "\"Horneado, enfriado y empaque\"",
            "Horneado@ enfriado y empaque",
        )
        .replace(',', ";")
        .replace('@', ",");
    let official = RENEC.replace(
        "codigo,nivel,titulo,comite,sector_productivo",
        "Código,Nivel,Título,Comité,Sector Productivo",
    );
    let marked = format!("\u{FEFF}{}", official.replace('\n', "\r\n"));
    let words = RENEC.replace(",2,", ",Dos,");
    for other in [semicolons, official, marked, words] {
        assert_eq!(read(CatalogueKind::Renec, &other).content, plain.content);
    }
    let narrow: Vec<u8> = RENEC
        .replace("Amasado", "Elaboración")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let listed = read_list(CatalogueKind::Renec, &narrow, &mut |_| {
        ControlFlow::Continue(())
    });
    let Content::Register(entries) = listed.unwrap().content else {
        panic!("the register");
    };
    assert_eq!(entries[0].title, "Elaboración de bolillo");
}

#[test]
fn what_is_wrong_with_a_classification_is_told_by_line() {
    let code = |text: &str| text.to_owned();
    for (from, to, line, what) in [
        (
            "3111,rama",
            "3111,clase",
            4,
            Mistake::LevelOfCode {
                code: code("3111"),
                is: "rama",
            },
        ),
        ("3111,rama", "3111,ramas", 4, Mistake::Level(code("ramas"))),
        ("3111,rama", "311x,rama", 4, Mistake::Code(code("311x"))),
        (
            "31-33,sector,Talleres,",
            "31-33,sector,Talleres,31",
            2,
            Mistake::TopWithParent(code("31-33")),
        ),
        (
            "311,subsector,Talleres de pan",
            "311,subsector,",
            3,
            Mistake::Empty(Column::Name),
        ),
        (
            "Bolillo,31111",
            "Bolillo,",
            6,
            Mistake::Empty(Column::Parent),
        ),
        (
            "Bolillo,31111",
            "Bolillo,3111",
            6,
            Mistake::NotUnder {
                code: code("311110"),
                parent: code("3111"),
            },
        ),
        (
            "Bolillo,3111\n",
            "Bolillo,3111,,x\n",
            5,
            Mistake::Cells {
                found: 6,
                expected: 4,
            },
        ),
        ("name,parent", "name", 1, Mistake::NoColumn(Column::Parent)),
        (
            "level,name",
            "level,level",
            1,
            Mistake::NoColumn(Column::Name),
        ),
        ("similares\"", "similares", 4, Mistake::Quotes),
    ] {
        assert!(SCIAN.contains(from), "{from}");
        let said = scian(&SCIAN.replace(from, to));
        assert!(said.contains(&(line, what)), "{to}: {said:?}");
    }
}

#[test]
fn a_parent_that_is_not_in_the_list_is_told_where_it_is_named() {
    let lacking = SCIAN.replace("3111,rama,\"Pan, bolillo y similares\",311\n", "");

    let said = scian(&lacking);

    let (code, parent) = ("31111".to_owned(), "3111".to_owned());
    assert_eq!(said, [(4, Mistake::ParentMissing { code, parent })]);
}

#[test]
fn a_code_that_stands_twice_is_told_with_the_line_it_stood_in_first() {
    let doubled = format!("{SCIAN}311110,clase,Otro nombre,31111\n");
    let (code, first) = ("311110".to_owned(), 6);
    assert_eq!(scian(&doubled), [(7, Mistake::CodeTwice { code, first })]);

    let doubled = format!("{RENEC}EC0901,2,Otro,del Mercado,COMERCIO\n");
    let (code, first) = ("EC0901".to_owned(), 2);
    assert_eq!(renec(&doubled), [(5, Mistake::CodeTwice { code, first })]);
}

#[test]
fn what_is_wrong_with_the_register_is_told_by_line() {
    for (from, to, line, what) in [
        ("EC0901", "EEC0901", 2, Mistake::Code("EEC0901".to_owned())),
        ("EC0901,2", "EC0901,7", 2, Mistake::Level("7".to_owned())),
        ("Amasado de bolillo", "", 2, Mistake::Empty(Column::Title)),
        ("EC0901,", ",", 2, Mistake::Empty(Column::Code)),
        ("comite", "otra", 1, Mistake::NoColumn(Column::Committee)),
        ("Amasado", "\"Amasado", 2, Mistake::Quotes),
        ("Amasado", "Elaboraci\u{FFFD}n", 2, Mistake::Encoding),
    ] {
        let said = renec(&RENEC.replace(from, to));
        assert!(said.contains(&(line, what)), "{to}: {said:?}");
    }
    let long = RENEC.replace("Amasado", &"a".repeat(limits::CATALOGUE_CELL + 1));
    assert_eq!(renec(&long), [(2, Mistake::TooLong(Column::Title))]);
}

#[test]
fn a_standard_without_its_committee_is_told_and_brought_in_all_the_same() {
    let listed = read(CatalogueKind::Renec, &RENEC.replace("del Mercado", ""));

    assert_eq!(listed.wrongs[0].what, Mistake::Empty(Column::Committee));
    assert!(listed.is_sound());
    assert_eq!(listed.content.len(), 3);
}

#[test]
fn lines_in_another_encoding_are_told_one_by_one() {
    let mut bytes = RENEC.as_bytes().to_vec();
    // The middle of the list in DOS letters, the rest in UTF-8.
    bytes.extend_from_slice(b"EC0904,2,Elaboraci\xA2n de pan\xA2 y m\xA0s,del Mercado,COMERCIO\n");
    bytes.extend_from_slice("EC0905,2,Panadería,del Mercado,COMERCIO\n".as_bytes());

    let listed = read_list(CatalogueKind::Renec, &bytes, &mut |_| {
        ControlFlow::Continue(())
    });

    let listed = listed.unwrap();
    assert!(listed.content.is_empty() && !listed.is_sound());
    let lines: Vec<u64> = listed.wrongs.iter().map(|wrong| wrong.line).collect();
    assert_eq!(lines, [5]);
}

#[test]
fn what_is_no_list_is_refused() {
    let refused = |bytes: &[u8]| {
        let read = read_list(CatalogueKind::Scian, bytes, &mut |_| {
            ControlFlow::Continue(())
        });
        read.unwrap_err()
    };
    assert_eq!(refused(b" \n\r\n"), Error::Empty);
    assert_eq!(refused(b"code,level,name,parent\n"), Error::Empty);
    assert_eq!(refused(b"%PDF-1.7\n"), Error::NotAList);
    assert!(matches!(refused(b"\x89PNG\r\n"), Error::UnknownKind(_)));
    let large = vec![b'a'; limits::CATALOGUE_BYTES + 1];
    assert!(matches!(refused(&large), Error::TooLarge { .. }));
    let many = format!(
        "code,level,name,parent\n{}",
        "1,1,1,1\n".repeat(limits::CATALOGUE_ENTRIES + 5)
    );
    assert!(matches!(
        refused(many.as_bytes()),
        Error::TooManyLines { .. }
    ));
}

#[test]
fn not_more_is_told_than_is_read() {
    let many: String = (0..1_000).map(|n| format!("x{n},2,T,C,S\n")).collect();

    let listed = read(CatalogueKind::Renec, &format!("{RENEC}{many}"));

    assert_eq!(
        (listed.wrongs.len(), listed.more),
        (MOST_TOLD, 1_000 - MOST_TOLD)
    );
    assert!(!listed.is_sound());
}

#[test]
fn whoever_watches_may_stop_it() {
    let stopped = read_list(
        CatalogueKind::Scian,
        SCIAN.as_bytes(),
        &mut |step| match step {
            Step::Row { .. } => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()), // The other steps are of documents.
        },
    );

    assert_eq!(stopped.unwrap_err(), Error::Stopped);
}

proptest::proptest! {
    #[test]
    fn whatever_the_bytes_it_ends(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2_000)) {
        for kind in CatalogueKind::ALL {
            let _ = read_list(*kind, &bytes, &mut |_| ControlFlow::Continue(()));
        }
    }
}

/// The lists of the office, where they are at hand.
#[test]
fn the_official_lists_are_whole() {
    let folder = std::path::Path::new("../../../../shared/catalogs");
    if !folder.exists() {
        eprintln!("skipped: the official lists are not here");
        return;
    }
    for (file, kind, edition) in [
        ("scian.csv", CatalogueKind::Scian, "2023"),
        ("scian_2018.csv", CatalogueKind::Scian, "2018"),
        ("sinco.csv", CatalogueKind::Sinco, "2019"),
        ("sinco_2011.csv", CatalogueKind::Sinco, "2011"),
    ] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let listed = read(kind, &text);
        assert_eq!(listed.wrongs, [], "{file}");
        let known = domain::catalogue::known_editions();
        let known = known
            .iter()
            .find(|it| it.kind == kind && it.edition == edition);
        assert_eq!(listed.content.counts(kind), known.unwrap().counts);
    }
    let text = std::fs::read_to_string(folder.join("renec_sample.csv")).unwrap();
    let listed = read(CatalogueKind::Renec, &text);
    assert_eq!(listed.wrongs, []);
    assert_eq!(
        listed.content.counts(CatalogueKind::Renec),
        [33, 626, 506, 261, 51]
    );
}
