//! The instrument of a standard by keyboard: covered, and gone through from a leaf to its item.

use fantoccini::key::Key;

use crate::axe;
use crate::keyboard::walk_to;
use crate::page::Page;
use crate::stage::journey;

#[test]
fn the_sample_is_covered_with_two_keys() {
    journey("instrumento", |stage, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        walk_to(&page, "Cargar el ejemplo").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        page.settled().await;
        to_tab(&page, "Estándar", Key::Right, "Instrumento").await;
        page.says("criterios sin reactivo").await;
        page.picture("instrumento-1-vacio").await;

        // One row by Enter, the rest with one key.
        walk_to(&page, "E1-D1.1").await;
        page.key(Key::Enter).await;
        page.says("1.1/1-D1E1").await;
        page.type_text("d").await;
        page.says("Todo criterio tiene reactivo").await;
        page.picture("instrumento-2-cobertura").await;
        axe::nothing(&page, "Cobertura").await;

        // A cell of the matrix takes an item out, and undoing brings it back.
        page.key(Key::Right).await;
        until_focused(&page, "E1-D1.1 en Guía de observación").await;
        page.type_text(" ").await;
        page.says("1 criterio sin reactivo").await;
        page.chord(&[Key::Control], 'z').await;
        page.says("Todo criterio tiene reactivo").await;
        page.key(Key::Left).await;

        // From its row to its item.
        page.key(Key::Enter).await;
        until_focused(&page, "Reactivo 1.1/1-D1E1").await;

        // Its papers, each where the person says; an annex, and one that is refused.
        page.click("radio", "Papeles").await;
        page.says("Cuadernillo de la persona candidata").await;
        for (name, file) in [
            ("Instrumento completo en PDF", "completo.pdf"),
            (
                "Cuadernillo de la persona candidata en Word",
                "cuadernillo.docx",
            ),
            ("Clave de respuestas en PDF", "clave.pdf"),
            ("Matriz de cobertura en Excel", "matriz.xlsx"),
        ] {
            let path = stage.path(file);
            stage.pick(&path);
            walk_to(&page, name).await;
            page.key(Key::Enter).await;
            page.says(&format!("Escrito en {}", path.display())).await;
            assert!(std::fs::metadata(&path).is_ok_and(|file| file.len() > 1_000));
        }
        stage.pick(&stage.file("plano.pdf", b"%PDF-1.7 un plano"));
        page.press("Anexo para la persona candidata…").await;
        page.says("plano.pdf").await;
        stage.pick(&stage.file("programa.pdf", b"MZ\x90 un programa"));
        page.press("Anexo para la persona evaluadora…").await;
        page.says("«programa.pdf» es un programa").await;
        page.picture("instrumento-3-papeles").await;
        axe::nothing(&page, "Papeles").await;

        // How it goes, and its editions: with its standard, until that is approved.
        page.click("radio", "Ediciones").await;
        page.says("El instrumento va con su estándar").await;
        page.says("Ninguna edición se ha congelado.").await;
        page.picture("instrumento-4-ediciones").await;
        axe::nothing(&page, "Ediciones").await;
    });
}

/// From wherever one is to a tab, by the tabulator and an arrow.
pub(crate) async fn to_tab(page: &Page, at: &str, arrow: Key, to: &str) {
    walk_to(page, &format!("tab {at}")).await;
    page.key(arrow).await;
    page.until(
        &format!("one is in {to}"),
        "return document.querySelector('[role=tab][aria-selected=true]')?.innerText.includes(arguments[0]) === true",
        vec![to.into()],
    )
    .await;
    page.settled().await;
}

async fn until_focused(page: &Page, name: &str) {
    let script =
        "return (document.activeElement?.getAttribute('aria-label') ?? '') === arguments[0]";
    page.until(
        &format!("the focus is on «{name}»"),
        script,
        vec![name.into()],
    )
    .await;
}
