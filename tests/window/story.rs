//! The story of a case: from the text of a published standard to the packet of the next office.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;

use crate::stage::journey;

/// An invented standard, as the text of the published PDF is extracted. Two things in it are wrong:
/// a performance in the infinitive, and a duration that does not add up.
pub(crate) fn a_standard() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/prestamo.txt")
}

const WRONG: &str = "Revisar la credencial de la persona usuaria:";
const RIGHT: &str = "Revisa la credencial de la persona usuaria:";

#[test]
fn a_published_standard_is_read_reviewed_and_mended() {
    journey("historia", |stage, page| async move {
        stage.pick(&a_standard());

        page.press("Elegir el archivo").await;
        page.click("tab", "Estándar").await;

        page.field_saying("Préstamo de libros a domicilio en bibliotecas públicas de acuerdo con el reglamento de servicios")
            .await;
        page.at("img[alt^='Página 1 de']").await;
        page.picture("historia-1-leido").await;
        page.press("1 Prestar libros a domicilio").await;
        page.says("EC-R-30").await;

        let field = page.field_saying(WRONG).await;
        page.write(&field, RIGHT).await;
        page.key(Key::Tab).await;
        page.says_no_more("EC-R-30").await;
        page.says("Guardado").await;
        page.picture("historia-2-corregido").await;

        page.chord(&[Key::Control], 'z').await;
        page.field_saying(WRONG).await;
        page.says("EC-R-30").await;

        page.chord(&[Key::Control, Key::Shift], 'z').await;
        page.field_saying(RIGHT).await;
        page.says_no_more("EC-R-30").await;
    });
}
