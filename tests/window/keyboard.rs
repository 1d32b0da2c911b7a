//! Everything by keyboard: no click in this file.

use fantoccini::key::Key;

use crate::page::Page;
use crate::stage::journey;

#[test]
fn the_sample_is_loaded_and_drafted_without_a_pointer() {
    journey("teclado", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;

        walk_to(&page, "Cargar el ejemplo").await;
        page.key(Key::Enter).await;
        page.says("Mantenimiento preventivo de bicicletas urbanas")
            .await;

        // Rooms by letter.
        page.key(Key::Escape).await;
        page.type_text("ga").await;
        page.says("Membrete").await;
        page.type_text("gi").await;
        page.says("Me toca").await;
        page.type_text("ge").await;
        page.says("en el registro").await;

        // The palette goes to a standard.
        page.chord(&[Key::Control], 'k').await;
        page.named("dialog", "").await;
        page.type_text("bicicletas").await;
        page.named("option", "Mantenimiento preventivo").await;
        page.picture("paleta").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
    });
}

#[test]
fn a_small_standard_is_typed_from_blank_without_a_pointer() {
    journey("en-blanco", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;

        page.type_text("n").await;
        page.named("dialog", "Nuevo estándar").await;
        page.type_text("Encuadernación de libros de acuerdo con la orden del taller")
            .await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        page.named("textbox", "Título").await;

        add(
            &page,
            "Agregar elemento",
            "Encuadernar libros de acuerdo con la orden del taller",
        )
        .await;
        add(
            &page,
            "Agregar desempeño",
            "Cose los cuadernillos del libro:",
        )
        .await;
        add(
            &page,
            "Agregar característica",
            "Siguiendo el orden de los folios, y",
        )
        .await;
        // Another line, from within the one before.
        page.chord(&[Key::Control], Key::Enter.into()).await;
        until_an_empty_field_has_the_focus(&page).await;
        page.type_text("Usando el hilo que indica la orden.").await;

        page.says("Guardado").await;
        for text in [
            "Cose los cuadernillos del libro:",
            "Siguiendo el orden de los folios, y",
            "Usando el hilo que indica la orden.",
        ] {
            page.field_saying(text).await;
        }
        page.picture("en-blanco").await;

        // The next finding: what the standard still lacks.
        page.key(Key::F8).await;
        page.says("Falta el nivel").await;
    });
}

/// Adds a part with the keyboard, and says its text where the focus lands.
async fn add(page: &Page, button: &str, text: &str) {
    walk_to(page, button).await;
    page.key(Key::Enter).await;
    until_an_empty_field_has_the_focus(page).await;
    page.type_text(text).await;
}

async fn until_an_empty_field_has_the_focus(page: &Page) {
    let script = "const at = document.activeElement; \
                  return at?.tagName === 'TEXTAREA' && at.value === ''";
    page.until("the focus is in a new field", script, vec![])
        .await;
}

#[test]
fn the_focus_is_always_somewhere_and_can_be_seen() {
    journey("foco", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;

        let mut seen = Vec::new();
        for _ in 0..24 {
            page.key(Key::Tab).await;
            let here = page.focused().await;
            if here.is_empty() {
                continue; // The window itself, between the last and the first.
            }
            assert_eq!(page.run(RING, vec![]).await, true, "no ring on {here}");
            seen.push(here);
        }

        for wanted in ["Inicio", "Estándares", "Ajustes", "Cargar el ejemplo"] {
            assert!(
                seen.iter().any(|at| at.contains(wanted)),
                "{wanted}: {seen:?}"
            );
        }
    });
}

/// Walks with the tabulator until the focus is on what has this name.
async fn walk_to(page: &Page, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..90 {
        page.key(Key::Tab).await;
        let here = page.focused().await;
        if here.contains(name) {
            return;
        }
        seen.push(here);
    }
    panic!("the tabulator never comes to «{name}»: {seen:?}");
}

/// Whether what has the focus is drawn otherwise than without it.
const RING: &str = "
    const at = document.activeElement;
    const drawn = (element) => {
        const style = getComputedStyle(element);
        return [style.outlineStyle !== 'none' && style.outlineWidth !== '0px', style.boxShadow, style.borderColor];
    };
    const [outline, shadow, border] = drawn(at);
    at.blur();
    const [, shadowBefore, borderBefore] = drawn(at);
    at.focus();
    return outline || shadow !== shadowBefore || border !== borderBefore;
";
