//! The instrument of a standard by keyboard: covered, and gone through from a leaf to its item.

use fantoccini::key::Key;

use crate::axe;
use crate::keyboard::walk_to;
use crate::page::Page;
use crate::stage::journey;

#[test]
fn the_sample_is_covered_with_two_keys() {
    journey("instrumento", |_, page| async move {
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
        axe::nothing_serious(&page, "Cobertura").await;

        // From its row to its item.
        page.key(Key::Enter).await;
        until_focused(&page, "Reactivo 1.1/1-D1E1").await;
    });
}

/// From wherever one is to a tab, by the tabulator and an arrow.
async fn to_tab(page: &Page, at: &str, arrow: Key, to: &str) {
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
