//! The road: each act says what it lacks, is given it, and is done; the packet comes out when
//! nothing is missing, and a colleague takes the case in from it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::page::Page;
use crate::rooms::load_sample;
use crate::stage::{APP, Stage, on_stage};

/// More acts than lie between a proposal and COVACEC.
const MOST_ACTS: usize = 16;

/// What can be said with an act, when it asks for words.
const WORDS: &str = "Coordinación de Promoción y Desarrollo";

#[test]
fn a_case_walks_to_its_packet_and_a_colleague_takes_it_in() {
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        let page = &window.page;
        load_sample(page).await;
        page.click("tab", "Soporte").await;
        type_the_support_file(page).await;
        page.picture("camino-1-soporte").await;

        let mut walked = Vec::new();
        while !packet_is_ready(page).await {
            assert!(
                walked.len() < MOST_ACTS,
                "the road does not end: {walked:?}"
            );
            walked.push(take_the_next_act(&stage, page).await);
        }
        page.picture("camino-2-listo").await;
        let folder = stage.path("salida");
        fs::create_dir_all(&folder).unwrap();
        stage.pick(&folder);
        page.press("Armar paquete").await;
        page.says("Paquete armado").await;
        page.picture("camino-3-armado").await;
        let packet = only_file_in(&folder);
        drop(window);

        assert!(walked.len() >= 5, "{walked:?}");
        a_stranger_finds_it_sound(&packet);
        a_colleague_takes_it_in(&packet).await;
    });
}

/// Writes what the road asks to be typed.
async fn type_the_support_file(page: &Page) {
    for (field, text) in [
        ("Población susceptible de certificarse", "12,500"),
        ("Fuente de esa cifra", "Censo de talleres de 2025"),
        ("Revisión del estándar", "2 años"),
        ("Vigencia del certificado", "3 años"),
        (
            "Mecanismo de consecuencias",
            "El municipio contrata a personas certificadas.",
        ),
    ] {
        let field = page.named("textbox", field).await;
        page.write(&field, text).await;
    }
    page.press("Agregar entidad u organismo").await;
    let name = page.named("textbox", "Nombre").await;
    page.write(&name, "Entidad de Certificación de la Movilidad")
        .await;
    page.click("tab", "Soporte").await;
    page.says("Guardado").await;
}

async fn packet_is_ready(page: &Page) -> bool {
    page.click("tab", "Paquetes").await;
    page.says("Paquete para COVACEC").await;
    let ready = "const first = document.querySelector('article'); \
                 return first.innerText.includes('COVACEC') && first.innerText.includes('Nada falta')";
    page.run(ready, vec![]).await == true
}

/// Gives the next act all it lacks and does it; answers its name.
async fn take_the_next_act(stage: &Stage, page: &Page) -> String {
    page.click("tab", "Ficha").await;
    page.at("article.main h3").await;
    let name = text(
        page,
        "return document.querySelector('article.main h3').innerText",
    )
    .await;
    for at in 0..20 {
        let asked = text(page, FIRST_FILE_ASKED).await;
        if asked.is_empty() {
            break;
        }
        stage.pick(&evidence(stage, at, &asked));
        page.press(&asked).await;
        let gone = "return ![...document.querySelectorAll('article.main ul button')] \
                    .some((button) => button.getAttribute('aria-label') === arguments[0])";
        page.until(&format!("«{asked}» is attached"), gone, vec![asked.into()])
            .await;
    }
    for label in page
        .run(FIELDS_ASKED, vec![])
        .await
        .as_array()
        .into_iter()
        .flatten()
    {
        let label = label.as_str().unwrap_or_default();
        let field = page.named("textbox", label).await;
        page.write(&field, WORDS).await;
    }
    page.at("article.main button[type=submit]:not([aria-disabled])")
        .await
        .click()
        .await
        .expect("the act can be done");
    let done = "const next = document.querySelector('article.main h3'); \
                return next === null || next.innerText !== arguments[0]";
    page.until(
        &format!("«{name}» is done"),
        done,
        vec![name.clone().into()],
    )
    .await;
    name
}

/// A file to prove something with.
fn evidence(stage: &Stage, at: usize, what: &str) -> PathBuf {
    let says = format!("Constancia de prueba.\n{what}\n");
    stage.file(&format!("constancia-{at}.txt"), says.as_bytes())
}

fn only_file_in(folder: &Path) -> PathBuf {
    let files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].clone()
}

/// The public BagIt validator, where `cargo xtask test` has put it.
fn a_stranger_finds_it_sound(packet: &Path) {
    let Some(validators) = std::env::var_os("CAUCE_VALIDATORS") else {
        eprintln!("CAUCE_VALIDATORS is not set: the packet is not validated");
        return;
    };
    let python = Path::new(&validators).join("python/bin/python3");
    let opened = tempfile::tempdir().unwrap();
    let unzip = Command::new(&python)
        .args(["-m", "zipfile", "-e"])
        .args([packet, opened.path()])
        .status();
    assert!(unzip.unwrap().success(), "the packet is a zip");
    let bag = if opened.path().join("bagit.txt").exists() {
        opened.path().to_owned()
    } else {
        only_file_in(opened.path())
    };
    let validate = Command::new(&python)
        .args(["-m", "bagit", "--quiet", "--validate"])
        .arg(&bag)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&validate.stderr);
    assert!(validate.status.success(), "{said}");
}

/// Another office, with a workspace of its own.
async fn a_colleague_takes_it_in(packet: &Path) {
    let stage = Stage::new();
    stage.pick(packet);
    let window = stage.open(APP, &[]).await;
    let page = &window.page;

    page.press("Tomar un paquete").await;
    page.press("Elegir paquete").await;
    page.says("El caso entró con su historial completo.").await;
    page.press("Abrir el caso").await;

    page.says("Mantenimiento preventivo de bicicletas urbanas")
        .await;
    page.click("tab", "Historial").await;
    page.settled().await;
    page.picture("camino-4-tomado").await;
}

async fn text(page: &Page, script: &str) -> String {
    match page.run(script, vec![]).await {
        Value::String(text) => text,
        _ => String::new(), // Nothing is asked for.
    }
}

/// The name of the first button that attaches what the next act lacks.
const FIRST_FILE_ASKED: &str = "
    const asked = [...document.querySelectorAll('article.main ul button')]
        .map((button) => button.getAttribute('aria-label') ?? '')
        .find((name) => name.startsWith('Adjuntar archivo'));
    return asked ?? '';
";

/// The labels of what is said with the next act, but its day.
const FIELDS_ASKED: &str = "
    return [...document.querySelectorAll('article.main form input, article.main form textarea')]
        .map((field) => field.labels[0]?.innerText.trim() ?? '')
        .filter((label) => label !== '' && !label.startsWith('Fecha'));
";
