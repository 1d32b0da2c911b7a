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
        // The title is written: the cursor waits in the purpose.
        until_in(&page, "Propósito").await;
        page.type_text("Servir como referente para la evaluación de quienes encuadernan libros.")
            .await;

        // Back to the outline, to the first element; from there the Enter key alone writes lists.
        page.chord(&[Key::Shift], Key::F6.into()).await;
        until_in(&page, "Datos generales").await;
        page.key(Key::Down).await;
        page.key(Key::Enter).await;
        until_an_empty_field_has_the_focus(&page).await;
        page.type_text("Encuadernar libros de acuerdo con la orden del taller")
            .await;
        // After its title an element goes on with its first performance.
        page.key(Key::Enter).await;
        for text in [
            "Cose los cuadernillos del libro:",
            "Siguiendo el orden de los folios, y",
            "Usando el hilo que indica la orden.",
        ] {
            until_an_empty_field_has_the_focus(&page).await;
            page.type_text(text).await;
            page.key(Key::Enter).await;
        }
        // An empty line ends the list, and is not left behind.
        until_an_empty_field_has_the_focus(&page).await;
        page.key(Key::Enter).await;
        until_in(&page, "Agregar desempeño").await;

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

/// Waits until the focus is on what has this in its name.
async fn until_in(page: &Page, name: &str) {
    let script = "const at = document.activeElement; \
                  return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''}` \
                      .includes(arguments[0])";
    page.until(
        &format!("the focus is on «{name}»"),
        script,
        vec![name.into()],
    )
    .await;
}

#[test]
fn the_panes_are_gone_round_and_remember_where_one_was() {
    journey("paneles", |_, page| async move {
        walk_to(&page, "Cargar el ejemplo").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        let title = page.named("textbox", "Título").await;
        title.click().await.unwrap();

        let mut seen = Vec::new();
        for _ in 0..6 {
            page.key(Key::F6).await;
            seen.push(page.focused().await);
        }

        for wanted in [
            "region Página oficial",
            "button Estándares",
            "tab Estándar",
            "Título",
        ] {
            assert!(
                seen.iter().any(|at| at.contains(wanted)),
                "{wanted}: {seen:?}"
            );
        }
    });
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
pub(crate) async fn walk_to(page: &Page, name: &str) {
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
