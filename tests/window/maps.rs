//! A functional map by keyboard alone: from an empty one to a standard with its elements. No click
//! in this file.

use fantoccini::key::Key;

use crate::axe;
use crate::keyboard::walk_to;
use crate::page::Page;
use crate::stage::journey;

const PURPOSE: &str = "Mantener bicicletas urbanas en condiciones de uso seguro de acuerdo con las especificaciones de los fabricantes y las necesidades de las personas usuarias";

/// How one comes from a function to the next.
enum Then {
    /// Below it.
    Child,
    /// After it.
    Sibling,
    /// After it, and so many levels further out.
    Out(usize),
}

/// The map of the notes, as it is typed: how one comes to each function, and what it says.
const FUNCTIONS: &[(Then, &str)] = &[
    (
        Then::Child,
        "Conservar el funcionamiento de bicicletas urbanas de acuerdo con el programa de mantenimiento",
    ),
    (
        Then::Child,
        "Dar mantenimiento preventivo a bicicletas urbanas de acuerdo con las especificaciones del fabricante",
    ),
    (
        Then::Child,
        "Diagnosticar las condiciones de la bicicleta de acuerdo con la lista de verificación del taller",
    ),
    (
        Then::Sibling,
        "Ajustar los sistemas de frenado y transmisión de acuerdo con las especificaciones del fabricante",
    ),
    (
        Then::Sibling,
        "Entregar la bicicleta a la persona usuaria de acuerdo con la orden de servicio",
    ),
    (
        Then::Out(1),
        "Reparar componentes dañados de bicicletas urbanas de acuerdo con el diagnóstico autorizado",
    ),
    (
        Then::Child,
        "Sustituir componentes de acuerdo con el manual de partes",
    ),
    (
        Then::Sibling,
        "Comprobar el funcionamiento de la bicicleta reparada de acuerdo con la prueba de ruta",
    ),
    (
        Then::Out(2),
        "Administrar el taller de bicicletas de acuerdo con la demanda de servicio",
    ),
    (
        Then::Child,
        "Atender a las personas usuarias del taller de acuerdo con el procedimiento de recepción",
    ),
    (
        Then::Child,
        "Registrar la orden de servicio de acuerdo con el formato del taller",
    ),
    (
        Then::Sibling,
        "Informar el presupuesto a la persona usuaria antes de iniciar el servicio",
    ),
    (
        Then::Out(1),
        "Controlar el inventario de refacciones de acuerdo con los mínimos establecidos",
    ),
    (
        Then::Child,
        "Registrar entradas y salidas de refacciones al momento del movimiento",
    ),
    (
        Then::Sibling,
        "Solicitar la reposición de refacciones al alcanzar el mínimo establecido",
    ),
];

#[test]
fn a_map_is_drawn_attested_and_made_into_a_standard_without_a_pointer() {
    journey("mapa", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gm").await;
        page.says("Todavía no hay mapas funcionales").await;
        axe::nothing(&page, "Mapas, vacío").await;
        new_map(&page, "Mantenimiento de bicicletas urbanas").await;

        type_the_map(&page).await;
        page.says("15 funciones en 4 niveles").await;
        page.says("Guardado").await;
        page.picture("mapa-1-esquema-claro").await;

        // Out of the text: the arrows walk, letters act.
        page.key(Key::Escape).await;
        for (number, moves) in [
            ("1.1", "↖↓↓"),
            ("1.2", "↖↓↓↓↓↓↓"),
            ("2.1", "↖↓↓↓↓↓↓↓↓↓↓"),
            ("2.2", "↖↓↓↓↓↓↓↓↓↓↓↓↓↓"),
        ] {
            walk(&page, moves).await;
            until_at(&page, number).await;
            page.type_text("p").await;
            page.says("Función individual").await;
            page.settled().await;
        }
        walk(&page, "↖").await;
        // Many at once are asked first, with how many there are.
        page.type_text("a").await;
        page.says("¿El grupo las revisó una por una?").await;
        page.settled().await;
        page.picture("mapa-2-atestar").await;
        page.key(Key::Enter).await;
        page.says("Lo atestado").await;
        page.says_no_more("Sí, atestar").await;
        page.settled().await;
        axe::nothing(&page, "Esquema").await;
        page.picture("mapa-2-atestado").await;

        page.chord(&[Key::Alt], '2').await;
        page.at("svg[role=tree] g[role=treeitem]").await;
        axe::nothing(&page, "Árbol").await;
        page.picture("mapa-3-arbol-claro").await;

        walk(&page, "→→").await;
        until_at(&page, "1.1").await;
        page.type_text("e").await;
        page.named("dialog", "Hacer estándar de esta función").await;
        page.says("Mantenimiento preventivo").await;
        axe::nothing(&page, "Hacer estándar").await;
        page.picture("mapa-4-estandar").await;
        page.key(Key::Enter).await;

        page.named("tab", "Estándar").await;
        page.says("Función 1.1 del mapa").await;
        page.says("Diagnosticar las condiciones de la bicicleta")
            .await;
        page.picture("mapa-5-nacido").await;
        walk_to(&page, "Función 1.1 del mapa").await;
        page.key(Key::Enter).await;
        until_at(&page, "1.1").await;
        page.says("EC en redacción").await;
        page.picture("mapa-6-de-vuelta").await;

        // What others point to is not taken out without a word, and comes back with one key.
        page.chord(&[Key::Control], Key::Delete.into()).await;
        page.says("se queda sin función en el mapa").await;
        axe::nothing(&page, "Quitar").await;
        page.picture("mapa-7-quitar").await;
        walk_to(&page, "button Quitar").await;
        page.key(Key::Enter).await;
        page.says("11 funciones en 4 niveles").await;
        page.chord(&[Key::Control], 'z').await;
        page.says("15 funciones en 4 niveles").await;
        page.says("Elemento 1 de 3").await;

        for (view, name) in [('1', "esquema"), ('2', "arbol")] {
            dark(&page, true).await;
            page.chord(&[Key::Alt], view).await;
            page.settled().await;
            axe::nothing(&page, &format!("{name}, oscuro")).await;
            page.picture(&format!("mapa-8-{name}-oscuro")).await;
            dark(&page, false).await;
            page.picture(&format!("mapa-8-{name}-claro")).await;
        }
        page.type_text("gm").await;
        page.says("1 mapa").await;
        axe::nothing(&page, "Mapas").await;
        page.picture("mapa-9-lista").await;
    });
}

#[test]
fn a_thousand_functions_are_pasted_and_drawn() {
    journey("mapa-grande", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gm").await;
        new_map(&page, "Sector inventado").await;
        until_writing(&page, "Propósito principal").await;
        page.type_text("Mantener equipos de acuerdo con el programa")
            .await;
        page.run(PASTE, vec![]).await;
        page.says("1,110 funciones en 4 niveles").await;
        page.picture("mapa-mil-esquema").await;

        page.key(Key::Escape).await;
        page.chord(&[Key::Alt], '2').await;
        page.at("svg[role=tree] g[role=treeitem]").await;
        walk(&page, "↖+++++++++++→→").await;
        until_at(&page, "1.1").await;
        let drawn = "return document.querySelectorAll('g[role=treeitem]').length";
        let drawn = page.run(drawn, vec![]).await.as_u64().unwrap_or_default();
        assert!((1..300).contains(&drawn), "{drawn} functions are drawn");
        page.picture("mapa-mil-arbol").await;
        page.type_text("f").await;
        page.picture("mapa-mil-todo").await;
    });
}

/// Ten functions of ten, each of ten: as somebody copied them from a document, with what a script
/// could hide in its other form.
const PASTE: &str = "
    const lines = [];
    for (let a = 1; a <= 10; a++) {
        lines.push(`${a}. Conservar equipos de la clase ${a} de acuerdo con el programa`);
        for (let b = 1; b <= 10; b++) {
            lines.push(`${a}.${b} Ajustar equipos del grupo ${a}-${b} de acuerdo con el manual`);
            for (let c = 1; c <= 10; c++)
                lines.push(`${a}.${b}.${c} Revisar la pieza ${a}-${b}-${c} de acuerdo con la lista`);
        }
    }
    const data = new DataTransfer();
    data.setData('text/plain', lines.join('\\n'));
    data.setData('text/html', '<img src=x onerror=\"window.broken = true\">');
    document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
";

/// A map that is begun from the room of maps, by keyboard.
pub(crate) async fn new_map(page: &Page, name: &str) {
    page.named("button", "Nuevo mapa").await;
    page.settled().await;
    page.type_text("n").await;
    page.named("dialog", "Nuevo mapa").await;
    page.type_text(name).await;
    page.key(Key::Enter).await;
}

pub(crate) async fn type_the_map(page: &Page) {
    until_writing(page, "Propósito principal").await;
    page.type_text(PURPOSE).await;
    for (then, text) in FUNCTIONS {
        match then {
            Then::Child => page.chord(&[Key::Control], Key::Enter.into()).await,
            Then::Sibling | Then::Out(_) => page.key(Key::Enter).await,
        }
        until_an_empty_one(page).await;
        if let Then::Out(levels) = then {
            for _ in 0..*levels {
                let before = page.focused().await;
                page.chord(&[Key::Shift], Key::Tab.into()).await;
                let moved = "const at = document.activeElement; \
                             return at?.tagName === 'TEXTAREA' \
                                 && !arguments[0].endsWith(at.getAttribute('aria-label'))";
                page.until("the function moved out", moved, vec![before.into()])
                    .await;
            }
        }
        page.type_text(text).await;
    }
}

async fn until_writing(page: &Page, name: &str) {
    let script = "const at = document.activeElement; \
                  return at?.tagName === 'TEXTAREA' && at.getAttribute('aria-label').includes(arguments[0])";
    page.until(&format!("«{name}» is written"), script, vec![name.into()])
        .await;
}

async fn until_an_empty_one(page: &Page) {
    let script = "const at = document.activeElement; \
                  return at?.tagName === 'TEXTAREA' && at.value === ''";
    page.until("the cursor is in a new function", script, vec![])
        .await;
}

/// Waits until one is at the function of a number.
pub(crate) async fn until_at(page: &Page, number: &str) {
    // What is drawn too small to be read says its number to whoever hears it.
    let script = "const at = document.activeElement; \
                  const said = at?.querySelector('.no')?.textContent ?? at?.ariaLabel ?? ''; \
                  return said.trim().split(' ')[0] === arguments[0]";
    page.until(&format!("one is at {number}"), script, vec![number.into()])
        .await;
}

/// Arrows as they are drawn; «↖» is the key that goes to the first.
pub(crate) async fn walk(page: &Page, moves: &str) {
    for step in moves.chars() {
        let key = match step {
            '↓' => Key::Down,
            '↑' => Key::Up,
            '→' => Key::Right,
            '←' => Key::Left,
            '+' => {
                page.type_text("+").await;
                continue;
            }
            _ => Key::Home,
        };
        page.key(key).await;
        page.settled().await;
    }
}

/// The other appearance, without leaving the room.
async fn dark(page: &Page, wanted: bool) {
    let script = "document.documentElement.dataset.theme = arguments[0] ? 'dark' : 'light'";
    page.run(script, vec![wanted.into()]).await;
}
