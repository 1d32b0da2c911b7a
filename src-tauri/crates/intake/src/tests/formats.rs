//! A small invented standard in each format, as it is read.

use std::ops::ControlFlow;

use domain::ids::Ids;

use super::{made, read};
use crate::Error;

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

/// Word draws a frame after the text of its page, and extraction leaves it there: the name of the
/// standard at the foot of its first page, the title of the first element at the foot of its profile's.
#[test]
fn what_stands_in_a_frame_is_read_from_the_foot_of_its_page() {
    let name = "Código Título\nEC9002 Armado de bicicletas\nde carga\n";
    let purpose = "Servir como referente para las personas que arman bicicletas.\n";
    let text = [
        "=== Página 1 ===\nI.- Datos Generales\nPropósito del Estándar de Competencia\n",
        purpose,
        "Descripción del Estándar de Competencia\nDescribe el armado, que va de\n",
        name,
        "=== Página 2 ===\nprincipio a fin.\nFecha de publicación en el D.O.F.:\n",
        "II.- Perfil del Estándar de Competencia\nEstándar de Competencia Elemento 1 de 2\n",
        "Armado de bicicletas\nde carga\nElemento 2 de 2\nEntregar la bicicleta\n",
        "III.- Elementos que conforman el Estándar de Competencia\nReferencia Código Título\n",
        "1 de 2 E9001 Armar el cuadro de la\nbicicleta\nCRITERIOS DE EVALUACIÓN\n",
        "La persona es competente cuando obtiene los siguientes:\nPRODUCTOS\n",
        "1. El cuadro armado:\n• Está limpio.\nArmar el cuadro de la\nbicicleta\n",
        "=== Página 3 ===\nReferencia Código Título\n2 de 2 E9002 Entregar la bicicleta\n",
    ]
    .concat();

    let reading = read(text.as_bytes());

    let standard = &reading.standard;
    assert_eq!(standard.code, "EC9002");
    assert_eq!(standard.title, "Armado de bicicletas de carga");
    assert_eq!(
        standard.general.general_description,
        "Describe el armado, que va de principio a fin."
    );
    let form = standard.printed.as_ref().unwrap();
    assert_eq!(
        form.profile_titles,
        ["Armar el cuadro de la bicicleta", "Entregar la bicicleta"]
    );
    let product = &standard.elements[0].products[0];
    assert_eq!(product.characteristics[0].text, "Está limpio.");
    assert_eq!(reading.not_understood, []);
}

#[test]
fn a_font_whose_codes_have_a_table_of_their_own_is_read_letter_by_letter() {
    let line = "Revisión técnica de bicicletas: sí";

    for bytes in [1, 2] {
        let pdf = made::composite(line, bytes);
        let source = crate::pdf::source(&pdf, &mut |_| ControlFlow::Continue(())).unwrap();
        let read: Vec<&str> = source.lines.iter().map(|raw| &*raw.text).collect();

        assert_eq!(read, [line], "codes of {bytes} bytes");
    }
}

#[test]
fn a_pdf_whose_letters_have_no_names_is_not_taken_for_an_empty_one() {
    let pdf = made::composite("Revisión", 2);
    let nameless = String::from_utf8_lossy(&pdf).replace("/ToUnicode 8 0 R", "                ");

    let refused = crate::read(nameless.as_bytes(), &mut Ids::fixed()).err();

    assert_eq!(refused, Some(Error::ScannedPdf));
}
