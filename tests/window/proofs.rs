//! Files that prove something, in the real window: attached from Paquetes and from Soporte, and had
//! again, byte by byte, from Historial and from Soporte.

use std::fs;

use crate::axe;
use crate::page::Page;
use crate::rooms::load_sample;
use crate::stage::{Stage, journey};

/// A document with bytes that no text has.
fn paper(of: &str) -> Vec<u8> {
    [b"%PDF-1.4\n\x00\xff\xfe ", of.as_bytes()].concat()
}

#[test]
fn what_was_attached_in_one_room_is_had_again_from_another() {
    journey("pruebas", |stage, page| async move {
        load_sample(&page).await;

        page.click("tab", "Paquetes").await;
        let lacks = "Adjuntar archivo: Falta el aval firmado del CGC";
        stage.pick(&stage.file("aval.pdf", &paper("aval.pdf")));
        page.press(lacks).await;
        gone(&page, lacks).await;
        page.picture("pruebas-1-paquetes").await;

        page.click("tab", "Soporte").await;
        page.says("Más adelante").await;
        // Ahead of its act: it counts when that comes.
        stage.pick(&stage.file("rectores.pdf", &paper("rectores.pdf")));
        let ahead = "Adjuntar desde ahora: Justificación de los seis criterios rectores";
        page.press(ahead).await;
        gone(&page, ahead).await;
        page.says("rectores.pdf").await;
        // One document is the mechanism that two articles ask for.
        stage.pick(&stage.file("mecanismo.pdf", &paper("mecanismo.pdf")));
        page.press("Adjuntarlo: Mecanismo de consecuencias").await;
        page.says("También está en «mecanismo.pdf»").await;
        let shown = "return [...document.querySelectorAll('.support li')] \
                     .filter((row) => row.innerText.includes('mecanismo.pdf')).length === 2";
        page.until("both articles have it", shown, vec![]).await;
        page.picture("pruebas-2-soporte").await;
        let objections = axe::found(&page).await;
        assert!(objections.is_empty(), "{objections:?}");
        a_copy_is_had(&stage, &page, "rectores.pdf", "de-soporte.pdf").await;

        page.click("tab", "Historial").await;
        page.says("aval.pdf").await;
        a_copy_is_had(&stage, &page, "aval.pdf", "de-historial.pdf").await;
        page.picture("pruebas-3-historial").await;
    });
}

/// Presses «Guardar una copia» of a file; the copy is the file.
async fn a_copy_is_had(stage: &Stage, page: &Page, name: &str, copy: &str) {
    let place = stage.path(copy);
    stage.pick(&place);
    page.press(&format!("Guardar una copia: {name}")).await;
    page.says("La copia quedó en").await;
    assert_eq!(fs::read(&place).unwrap(), paper(name), "{copy}");
}

/// Waits until a button with exactly this name is no longer there.
async fn gone(page: &Page, name: &str) {
    let script = "return ![...document.querySelectorAll('button')] \
                  .some((button) => button.getAttribute('aria-label') === arguments[0])";
    page.until(&format!("«{name}» is gone"), script, vec![name.into()])
        .await;
}
