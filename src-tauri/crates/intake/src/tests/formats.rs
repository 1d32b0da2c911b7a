//! A small invented standard in each format, as it is read.

use super::{made, read};

#[test]
fn the_form_in_force_is_read() {
    insta::assert_snapshot!(read(made::V08.as_bytes()).to_string());
}

#[test]
fn the_form_before_is_read() {
    insta::assert_snapshot!(read(made::V7.as_bytes()).to_string());
}

#[test]
fn the_form_of_2012_is_read() {
    insta::assert_snapshot!(read(made::V6.as_bytes()).to_string());
}

#[test]
fn the_first_form_is_read() {
    insta::assert_snapshot!(read(made::V1.as_bytes()).to_string());
}

#[test]
fn a_brand_sheet_is_read() {
    insta::assert_snapshot!(read(made::SHEET.as_bytes()).to_string());
}

#[test]
fn a_word_document_is_read_as_its_text() {
    let reading = read(&made::docx());

    assert_eq!(reading.standard.title, "Reparación de bicicletas");
    let element = &reading.standard.elements[0];
    assert_eq!(super::shape(element), "D 2 | P  | C 0 | A 1 | S  | G 1");
    assert_eq!(element.performances[0].number, 1, "Word draws the number");
    assert_eq!(
        element.attitudes[0].manner,
        "La manera en que guarda la llave."
    );
    assert!(
        !reading.to_string().contains("borrado"),
        "what was deleted is not printed"
    );
    assert_eq!(
        reading.format,
        domain::ec::Format::NFo02V7,
        "the header tells the format"
    );
    assert_eq!(reading.not_understood, []);
}

#[test]
fn a_pdf_is_read_by_where_its_letters_stand() {
    let reading = read(&made::pdf());

    assert_eq!(reading.standard.title, "Reparación de bicicletas");
    let element = &reading.standard.elements[0];
    assert_eq!(super::shape(element), "D 2 | P  | C 0 | A 1 | S  | G 2");
    assert_eq!(element.glossary[0].term, "Soporte de trabajo");
    assert_eq!(
        element.glossary[0].definition,
        "Es el equipo que sostiene la bicicleta."
    );
    assert_eq!(reading.not_understood, []);
}
