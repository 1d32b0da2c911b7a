//! From the text of a published standard to the sealed packet, without a pointer: no click in this
//! file. What floats on the way is listened to as well.

use std::fs;

use fantoccini::key::Key;

use crate::axe;
use crate::keyboard::walk_to;
use crate::page::Page;
use crate::stage::{Stage, journey};
use crate::story::a_standard;

/// More acts than lie between a proposal and COVACEC.
const MOST_ACTS: usize = 16;

/// More things than one act asks for.
const MOST_ASKED: usize = 20;

#[test]
fn a_case_goes_from_import_to_its_sealed_packet_by_keyboard_alone() {
    journey("sin-apuntador", |stage, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        stage.pick(&a_standard());
        walk_to(&page, "Elegir el archivo").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        what_floats_is_for_everybody(&page).await;

        palette(&page, "Préstamo de libros").await;
        page.named("option", "Préstamo de libros").await;
        page.key(Key::Enter).await;
        page.says("Página oficial").await;
        mend_the_errors(&page).await;
        tab(&page, "Soporte", "Se pide ahora").await;
        type_the_support_file(&stage, &page).await;
        page.picture("sin-apuntador-1-soporte").await;

        let mut walked = Vec::new();
        while !at_covacec(&page).await {
            assert!(walked.len() < MOST_ACTS, "it does not end: {walked:?}");
            walked.push(take_the_next_act(&stage, &page).await);
        }
        let folder = stage.path("salida");
        fs::create_dir_all(&folder).unwrap();
        tab(&page, "Paquetes", "Paquete para COVACEC").await;
        page.says("Nada falta").await;
        stage.pick(&folder);
        walk_to(&page, "Armar paquete").await;
        page.key(Key::Enter).await;
        page.says("Paquete armado").await;
        page.picture("sin-apuntador-2-armado").await;

        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    });
}

/// The palette, the keys, a new standard, a packet to take, a rule: each opened by its keys,
/// listened to, and closed.
async fn what_floats_is_for_everybody(page: &Page) {
    let mut objections = Vec::new();
    let mut listen = async |place: &str| {
        for line in axe::found(page).await {
            objections.push(format!("{place}:\n{line}"));
        }
    };
    page.key(Key::Escape).await;
    palette(page, "").await;
    listen("Paleta, vacía").await;
    page.type_text("biblio").await;
    page.named("option", "Préstamo de libros").await;
    listen("Paleta").await;
    page.key(Key::Escape).await;
    palette(page, "#").await;
    page.named("option", "").await;
    listen("Paleta, reglas").await;
    page.key(Key::Enter).await;
    page.says("EC-R-01").await;
    listen("Regla").await;
    page.key(Key::Escape).await;
    page.key(Key::Escape).await;
    closed(page).await;
    page.type_text("?").await;
    page.named("dialog", "Teclas").await;
    listen("Teclas").await;
    page.key(Key::Escape).await;
    closed(page).await;
    page.type_text("n").await;
    page.named("dialog", "Nuevo estándar").await;
    listen("Nuevo estándar").await;
    page.key(Key::Escape).await;
    closed(page).await;
    palette(page, "Tomar o verificar").await;
    page.named("option", "Tomar o verificar").await;
    page.key(Key::Enter).await;
    page.says("Elegir paquete").await;
    listen("Tomar un paquete").await;
    page.key(Key::Escape).await;
    closed(page).await;
    assert!(objections.is_empty(), "{}", objections.join("\n"));
}

async fn closed(page: &Page) {
    let script = "return document.querySelector('dialog[open]') === null";
    page.until("nothing floats", script, vec![]).await;
}

async fn palette(page: &Page, query: &str) {
    page.chord(&[Key::Control], 'k').await;
    page.named("dialog", "Buscar o ir a").await;
    page.type_text(query).await;
}

/// Goes to a tab of the open standard by its name in the palette.
async fn tab(page: &Page, name: &str, says: &str) {
    palette(page, name).await;
    let chosen = "const at = document.querySelector('[role=option][aria-selected=true]'); \
                  return at?.innerText.trim().startsWith(arguments[0]) ?? false";
    page.until(&format!("«{name}» is chosen"), chosen, vec![name.into()])
        .await;
    page.key(Key::Enter).await;
    closed(page).await;
    page.says(says).await;
}

/// The next finding, mended as it is proposed, until no error is left.
async fn mend_the_errors(page: &Page) {
    let errors = "return document.querySelectorAll('.draft svg.error').length";
    // What the key mends is printed on its button.
    let offered = "return [...document.querySelectorAll('.middle button kbd')] \
                   .some((key) => key.innerText === 'Alt Entrar')";
    for _ in 0..12 {
        page.settled().await;
        let left = page.run(errors, vec![]).await;
        if left == 0 {
            return;
        }
        page.key(Key::F8).await;
        page.settled().await;
        let said = page.run(TALLY, vec![]).await;
        let mended = if page.run(offered, vec![]).await == true {
            page.chord(&[Key::Alt], Key::Enter.into()).await;
            true
        } else if page.run(AT_THE_DURATION, vec![]).await == true {
            // What it should be, only a person knows: the field is just before what is said of it.
            page.chord(&[Key::Shift], Key::Tab.into()).await;
            page.chord(&[Key::Control], 'a').await;
            page.type_text("90").await;
            page.key(Key::Tab).await;
            true
        } else {
            false
        };
        if mended {
            let fewer = format!("return (() => {{ {TALLY} }})() !== arguments[0]");
            page.until("the finding is mended", &fewer, vec![said])
                .await;
        }
    }
    panic!("errors are left: {}", page.said().await);
}

const AT_THE_DURATION: &str =
    "return document.activeElement?.closest('.duration .findings') !== null";

/// How many findings there are.
const TALLY: &str = "return document.querySelector('.left').innerText";

async fn type_the_support_file(stage: &Stage, page: &Page) {
    for (field, text) in [
        ("Población susceptible de certificarse", "12,500"),
        ("Fuente de esa cifra", "Censo de bibliotecas de 2025"),
    ] {
        fill(page, field, text).await;
    }
    walk_to(page, "Agregar entidad u organismo").await;
    page.key(Key::Enter).await;
    let named = "return document.activeElement?.getAttribute('aria-label') === 'Nombre'";
    page.until("the cursor is in the new name", named, vec![])
        .await;
    page.type_text("Entidad de Certificación de Bibliotecas")
        .await;
    for (field, text) in [
        ("Revisión del estándar", "2 años"),
        ("Vigencia del certificado", "3 años"),
    ] {
        fill(page, field, text).await;
    }
    // The mechanism is a document here.
    stage.pick(&stage.file("mecanismo.txt", b"Mecanismo inventado."));
    walk_to(page, "Adjuntarlo").await;
    page.key(Key::Enter).await;
    page.says("También está en «mecanismo.txt»").await;
    page.says("Guardado").await;
}

/// Walks to a field by its label, and writes over what it says.
async fn fill(page: &Page, field: &str, text: &str) {
    let here = "const at = document.activeElement; \
                return at?.labels?.[0]?.innerText.includes(arguments[0]) ?? false";
    let mut walked = 0;
    while page.run(here, vec![field.into()]).await != true {
        assert!(walked < 150, "the tabulator never comes to «{field}»");
        page.key(Key::Tab).await;
        walked += 1;
    }
    page.chord(&[Key::Control], 'a').await;
    page.type_text(text).await;
}

async fn at_covacec(page: &Page) -> bool {
    tab(page, "Ficha", "Siguiente acto").await;
    let here = "return document.querySelector('[aria-current=step]').innerText.includes('COVACEC')";
    page.run(here, vec![]).await == true
}

/// Gives the next act all it asks for, as the tabulator comes to it, and does it.
async fn take_the_next_act(stage: &Stage, page: &Page) -> String {
    let name = page.run(ACT, vec![]).await;
    // Right after an act the next one is not taken, so that a double click does one.
    let rested =
        "return !document.querySelector('article.main form').innerText.includes(arguments[0])";
    let moved = "Se acaba de realizar un acto".into();
    page.until("the next act can be taken", rested, vec![moved])
        .await;
    for at in 0..MOST_ASKED {
        let role = walk_to_what_is_asked(page).await;
        match role.as_str() {
            "attach" => {
                let label = "return document.activeElement.getAttribute('aria-label')";
                let label = page.run(label, vec![]).await;
                let paper = format!("Constancia {at} de {label}.");
                stage.pick(&stage.file(&format!("constancia-{at}.txt"), paper.as_bytes()));
                page.key(Key::Enter).await;
                let gone = "return ![...document.querySelectorAll('article.main ul button')] \
                            .some((one) => one.getAttribute('aria-label') === arguments[0])";
                page.until(&format!("{label} is attached"), gone, vec![label.clone()])
                    .await;
            }
            "say" => {
                page.type_text("Coordinación de Promoción y Desarrollo")
                    .await;
            }
            _ => {
                page.key(Key::Enter).await; // What is left is the act itself.
                break;
            }
        }
    }
    let done = "const next = document.querySelector('article.main h3'); \
                return next === null || next.innerText !== arguments[0]";
    page.until(&format!("{name} is done"), done, vec![name.clone()])
        .await;
    name.as_str().unwrap_or_default().to_owned()
}

/// Walks with the tabulator to the next thing of the main act: a file, a word, or the act itself.
async fn walk_to_what_is_asked(page: &Page) -> String {
    let mut trail = Vec::new();
    // Whatever moves the focus meanwhile, the tabulator comes round again.
    for _ in 0..300 {
        page.key(Key::Tab).await;
        trail.push(page.focused().await);
        let found = page.run(ASKED, vec![]).await;
        let found = found.as_str().unwrap_or_default();
        if !found.is_empty() {
            return found.to_owned();
        }
    }
    panic!(
        "the tabulator finds nothing to do in {trail:?}: {}",
        page.said().await
    );
}

const ACT: &str = "return document.querySelector('article.main h3').innerText";

const ASKED: &str = "
    const at = document.activeElement;
    if (!at?.closest('article.main')) return '';
    const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? '';
    if (at.tagName === 'BUTTON' && name.startsWith('Adjuntar archivo')) return 'attach';
    if (at.matches('textarea, input') && !name.startsWith('Fecha') && at.value === '') return 'say';
    if (at.matches('button[type=submit]:not([aria-disabled])')) return 'do';
    return '';
";
