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
    for _ in 0..40 {
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
