//! Drafting by keyboard alone, on one thread: a map, the standard that is born of it, its criteria by
//! Enter and by paste, its instrument. No click in this file.

use fantoccini::key::Key;

use crate::axe;
use crate::instruments::to_tab;
use crate::keyboard::walk_to;
use crate::maps::{new_map, type_the_map, until_at, walk};
use crate::page::Page;
use crate::stage::journey;

/// The criteria of the elements that the standard is born with: what is typed of each.
const CRITERIA: [[&str; 4]; 3] = [
    [
        "Revisa la bicicleta en la recepción:",
        "En presencia de la persona usuaria",
        "Recorriendo los puntos de la lista de verificación en el orden establecido",
        "Mencionando a la persona usuaria cada falla detectada",
    ],
    [
        "Ajusta los frenos:",
        "Con la herramienta que indica la orden de servicio",
        "Verificando que la palanca no toque el manillar",
        "Informando a la persona usuaria del ajuste",
    ],
    [
        "Entrega la bicicleta:",
        "Mostrando a la persona usuaria los ajustes realizados",
        "Solicitando la firma de la orden de servicio",
        "Indicando la fecha del siguiente servicio",
    ],
];

/// How the elements begin, in the outline.
const ELEMENTS: [&str; 3] = [
    "Diagnosticar las condiciones",
    "Ajustar los sistemas",
    "Entregar la bicicleta",
];

#[test]
fn a_map_its_standard_and_its_instrument_are_drafted_without_a_pointer() {
    journey("redaccion", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gm").await;
        new_map(&page, "Mantenimiento de bicicletas urbanas").await;
        type_the_map(&page).await;
        page.says("15 funciones en 4 niveles").await;
        page.key(Key::Escape).await;
        walk(&page, "↖↓↓").await;
        until_at(&page, "1.1").await;
        page.type_text("e").await;
        page.named("dialog", "Hacer estándar de esta función").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        page.says("Diagnosticar las condiciones de la bicicleta")
            .await;
        page.settled().await;

        for (at, [criterion, lines @ ..]) in CRITERIA.iter().enumerate() {
            walk_to(&page, ELEMENTS[at]).await;
            page.key(Key::Enter).await;
            until_in_title(&page, at + 1).await;
            page.key(Key::Enter).await;
            until_empty(&page).await;
            match at {
                // As people speak: a line, Enter, the next, without waiting to see it.
                0 => {
                    page.type_text(criterion).await;
                    for line in lines {
                        page.key(Key::Enter).await;
                        page.type_text(line).await;
                    }
                }
                // As they copy it from a document.
                _ => {
                    page.type_text(criterion).await;
                    page.key(Key::Enter).await;
                    until_empty(&page).await;
                    let bullets = lines.map(|line| format!("•\t{line};")).join("\n");
                    page.run(PASTE, vec![bullets.into()]).await;
                }
            }
            page.key(Key::Tab).await;
            page.says(&format!("{}.", lines[2])).await;
            page.says(&format!("{},", lines[0])).await;
            page.settled().await;
        }
        what_an_element_needs_besides(&page).await;
        the_general_data(&page).await;
        page.says("Guardado").await;
        page.says("0 errores").await;
        axe::nothing(&page, "Redacción").await;
        page.picture("redaccion-1-estandar").await;

        to_tab(&page, "Estándar", Key::Right, "Instrumento").await;
        walk_to(&page, "E1-D1.1").await;
        page.type_text("d").await;
        page.says("Todo criterio tiene reactivo").await;
        a_question_and_the_judgement(&page).await;
        page.says("0 errores").await;
        axe::nothing(&page, "Cobertura").await;
        page.picture("redaccion-2-instrumento").await;

        // What others point to is not taken out without a word.
        to_tab(&page, "Instrumento", Key::Left, "Estándar").await;
        walk_to(&page, ELEMENTS[0]).await;
        page.key(Key::Enter).await;
        until_in_title(&page, 1).await;
        page.key(Key::Enter).await;
        page.key(Key::Enter).await;
        page.chord(&[Key::Control, Key::Shift], Key::Delete.into())
            .await;
        page.says("se queda sin criterio").await;
        axe::nothing(&page, "Quitar").await;
        page.picture("redaccion-3-quitar").await;
        page.key(Key::Escape).await;
        page.says_no_more("se queda sin criterio").await;

        // The criterion goes to the element that follows, and its items with it; one key brings it back.
        walk_to(&page, ELEMENTS[0]).await;
        page.key(Key::Enter).await;
        until_in_title(&page, 1).await;
        page.key(Key::Enter).await;
        page.chord(&[Key::Alt, Key::Shift], Key::Down.into()).await;
        page.says("Elemento 2 de 3").await;
        page.until("the element has two criteria", SECOND, vec![true.into()])
            .await;
        page.chord(&[Key::Control], 'z').await;
        page.until("it has one again", SECOND, vec![false.into()])
            .await;
    });
}

/// A product, a knowledge and an attitude of the last element.
async fn what_an_element_needs_besides(page: &Page) {
    walk_to(page, "Agregar producto").await;
    page.key(Key::Enter).await;
    until_empty(page).await;
    page.type_text("La orden de servicio elaborada:").await;
    for text in [
        "Contiene el nombre de la persona usuaria",
        "Describe los ajustes realizados",
        "Indica la fecha de entrega",
    ] {
        page.key(Key::Enter).await;
        until_empty(page).await;
        page.type_text(text).await;
    }
    walk_to(page, "Agregar conocimiento").await;
    page.key(Key::Enter).await;
    until_empty(page).await;
    page.type_text("Partes del sistema de frenado").await;
    page.key(Key::Tab).await;
    page.type_text("Cono").await;
    walk_to(page, "Agregar actitud").await;
    page.key(Key::Enter).await;
    until_empty(page).await;
    page.type_text("Orden").await;
    page.key(Key::Tab).await;
    page.type_text("La manera en que acomoda la herramienta al terminar cada ajuste.")
        .await;
    page.key(Key::Tab).await;
    page.settled().await;
}

/// What the reviewer holds to be an error while it lacks: the industry and how long the evaluation
/// takes.
async fn the_general_data(page: &Page) {
    walk_to(page, "I.- Datos generales").await;
    page.key(Key::Enter).await;
    for (add, code, name) in [
        (
            "Agregar sector",
            "81",
            "Otros servicios excepto actividades gubernamentales",
        ),
        (
            "Agregar subsector",
            "811",
            "Servicios de reparación y mantenimiento",
        ),
        (
            "Agregar rama",
            "8114",
            "Reparación y mantenimiento de artículos para el hogar y personales",
        ),
        (
            "Agregar subrama",
            "81149",
            "Reparación y mantenimiento de otros artículos",
        ),
        (
            "Agregar clase",
            "811499",
            "Reparación y mantenimiento de otros artículos para el hogar y personales",
        ),
    ] {
        walk_to(page, add).await;
        page.key(Key::Enter).await;
        until_empty(page).await;
        page.type_text(code).await;
        page.key(Key::Tab).await;
        until_empty(page).await;
        page.type_text(name).await;
    }
    walk_to(page, "Minutos en gabinete").await;
    page.type_text("30").await;
    page.key(Key::Tab).await;
    page.type_text("60").await;
    page.key(Key::Tab).await;
    page.says("En total, 1 hora 30 minutos").await;
    page.settled().await;
}

/// The knowledge is asked for by a question with its key; the judgement gets its figure.
async fn a_question_and_the_judgement(page: &Page) {
    // To the first finding: nothing is asked of the knowledge yet.
    page.key(Key::F8).await;
    page.says("No tiene preguntas").await;
    page.type_text("p").await;
    until_in_title_of(page, "Pregunta 1").await;
    page.type_text("¿Qué parte aprieta la llanta al frenar?")
        .await;
    walk_to(page, "La opción a es la correcta").await;
    page.type_text(" ").await;
    for (option, text) in [
        ("Opción a", "Las zapatas"),
        ("Opción b", "El cable"),
        ("Opción c", "La palanca"),
    ] {
        walk_to(page, option).await;
        page.type_text(text).await;
    }
    page.chord(&[Key::Shift], Key::F6.into()).await;
    // A class by a key, and the least score that shuts out whoever misses one of it.
    page.type_text("3").await;
    page.key(Key::F8).await;
    page.says("el mínimo que excluye a quien falla un reactivo mayor")
        .await;
    page.chord(&[Key::Alt], Key::Enter.into()).await;
    page.settled().await;
}

/// Whether the element in sight has a second performance.
const SECOND: &str =
    "return (document.querySelector('[aria-label=\"D2 Texto\"]') !== null) === arguments[0]";

/// Pastes lines where the cursor is.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    data.setData('text/html', '<p>otra</p><script>window.broken = true</script>');
    document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
";

async fn until_in_title(page: &Page, element: usize) {
    until_in_title_of(page, &format!("Elemento {element} de")).await;
}

async fn until_empty(page: &Page) {
    let script = "const at = document.activeElement; \
                  return at?.tagName === 'TEXTAREA' && at.value === '' && !at.matches('.ahead')";
    page.until("the focus is in a new text", script, vec![])
        .await;
}

async fn until_in_title_of(page: &Page, name: &str) {
    let script = "const at = document.activeElement; \
                  const called = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.innerText ?? ''; \
                  return called.trim().startsWith(arguments[0])";
    page.until(
        &format!("the focus is in {name}"),
        script,
        vec![name.into()],
    )
    .await;
}
