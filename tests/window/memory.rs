//! How much memory the window takes, over all its processes (PSS: what several share is parted among
//! them): empty, and with the largest that is drafted opened one after the other. A measure, asked for
//! by name:
//!
//! `cargo test --release --workspace --features cauce/window --test window -- --ignored --nocapture memory`

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use desk::wire::{
    ById, EditInstrument, EditMap, EditRequest, EditStandard, IecRequest, MapRequest, NewMap,
    NewStandard, StandardView,
};
use desk::{Desk, Moment};
use fantoccini::key::Key;
use tokio::time::sleep;

use crate::long::a_moment;
use crate::page::{PATIENCE, Page};
use crate::sockets::family;
use crate::stage::{APP, Stage, Window, on_stage};

const FUNCTIONS: usize = 1_000;
const ELEMENTS: usize = 10;
const CRITERIA: usize = 30;
const ITEMS: usize = 400;

/// How long nobody touches the window before it is measured: its engine collects what it no longer
/// needs when it has nothing else to do.
const REST: Duration = Duration::from_secs(8);

/// Beyond what the empty window takes: three tenths of it, and so many kilobytes.
const MORE: u64 = 100 * 1024;

#[test]
#[ignore = "a measure, asked for by name"]
fn memory_of_the_largest_documents_is_little_more_than_that_of_an_empty_window() {
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        window.page.says("Este espacio de trabajo está vacío").await;
        let empty = pss(&window, "empty").await;
        leave(window).await;
        fill(&stage);

        let mut most = 0;
        for what in [
            &[Opened::Map][..],
            &[Opened::Standard],
            &[Opened::Instrument],
        ] {
            let window = stage.open(APP, &[]).await;
            most = most.max(opened(&window, what).await);
            leave(window).await;
        }
        // One after the other in the same window: what the engine has not collected yet is told,
        // and held to nothing.
        let window = stage.open(APP, &[]).await;
        let all = [Opened::Map, Opened::Standard, Opened::Instrument];
        println!("all three in one window:");
        opened(&window, &all).await;
        leave(window).await;

        let limit = empty * 13 / 10 + MORE;
        println!("limit: {} MB", limit / 1024);
        assert!(most <= limit, "{most} kB of {limit} kB");
    });
}

/// What is opened in a window.
#[derive(Debug, Clone, Copy)]
enum Opened {
    Map,
    Standard,
    Instrument,
}

/// Opens these one after the other; answers with the most that the window took.
async fn opened(window: &Window, all: &[Opened]) -> u64 {
    let page = &window.page;
    page.named("button", "Mapas").await;
    page.settled().await;
    let mut most = 0;
    for what in all {
        page.key(Key::Escape).await;
        match what {
            Opened::Map => {
                page.type_text("gm").await;
                page.click("cell", "Sector inventado").await;
                page.says("1,000 funciones").await;
                most = most.max(pss(window, "the map, as an outline").await);
                page.chord(&[Key::Alt], '2').await;
                page.at("svg[role=tree] g[role=treeitem]").await;
                most = most.max(pss(window, "the map, drawn").await);
            }
            Opened::Standard => {
                page.type_text("ge").await;
                page.click("cell", "Estándar inventado").await;
                page.click("tab", "Estándar").await;
                page.at("img[alt^='Página 1 de']").await;
                most = most.max(pss(window, "the standard").await);
            }
            Opened::Instrument => {
                page.type_text("ge").await;
                page.click("cell", "Estándar inventado").await;
                page.click("tab", "Instrumento").await;
                page.says("criterios sin reactivo").await;
                most = most.max(pss(window, "the instrument, its coverage").await);
                page.click("radio", "Reactivos").await;
                page.says("Guía de observación").await;
                most = most.max(pss(window, "the instrument, its items").await);
            }
        }
    }
    most
}

/// Closes a window, and waits until its processes have ended: a workspace is one window's.
async fn leave(window: Window) {
    let processes = family(window.driver());
    window.page.clone().leave().await;
    drop(window);
    gone(processes).await;
}

/// Waits until the application is none of these processes; what it started may stay on.
async fn gone(processes: BTreeSet<u32>) {
    let ours = |process: &u32| {
        let name = fs::read_to_string(format!("/proc/{process}/comm"));
        name.is_ok_and(|name| name.trim() == "cauce")
    };
    let start = Instant::now();
    while processes.iter().any(ours) && start.elapsed() < 3 * PATIENCE {
        sleep(Duration::from_millis(100)).await;
    }
}

/// The proportional set size of the application and all that it started, in kilobytes, at rest.
async fn pss(window: &Window, what: &str) -> u64 {
    at_rest(&window.page).await;
    sleep(REST).await;
    let mut processes = family(window.driver());
    processes.remove(&window.driver());
    let sizes = processes.iter().filter_map(|process| {
        // One that ended meanwhile takes nothing.
        let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    });
    let whole = sizes.sum();
    println!("{what}: {} MB", whole / 1024);
    whole
}

/// Waits until what is drawn in bites is drawn and what was asked is answered.
async fn at_rest(page: &Page) {
    page.settled().await;
    let still = "
        const done = arguments[arguments.length - 1];
        let count = -1, times = 0;
        const look = () => {
            const now = document.querySelectorAll('*').length;
            times = now === count ? times + 1 : 0;
            count = now;
            if (times < 10) setTimeout(look, 200);
            else done(count);
        };
        look();
    ";
    page.run_async(still, vec![]).await;
}

/// A moment whose chance is never the same twice.
fn clock() -> Moment {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let chance = u128::from(NEXT.fetch_add(1, Ordering::Relaxed)) << 40;
    Moment {
        chance,
        ..a_moment()
    }
}

fn fill(stage: &Stage) {
    let mut desk = Desk::open(&stage.workspace(), "Inventado", Box::new(clock)).unwrap();
    let title = "Sector inventado".to_owned();
    let map = desk.new_map(NewMap { title }).unwrap().id;
    let below = desk.map(ById { id: map.clone() }).unwrap().functions[0]
        .id
        .clone();
    let lines = (0..FUNCTIONS).map(|at| {
        let indent = "\t".repeat(usize::from(at % 10 > 0) + usize::from(at % 10 > 1));
        format!("{indent}Ajustar la parte {at} de acuerdo con el manual del fabricante")
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let edits = vec![MapRequest::Paste { below, text }];
    desk.edit_map(EditMap { id: map, edits }).unwrap();

    let title = "Estándar inventado".to_owned();
    let id = desk.new_standard(NewStandard { title }).unwrap().id;
    let mut edit = |edits: Vec<EditRequest>| -> StandardView {
        let id = id.clone();
        desk.edit_standard(EditStandard { id, edits }).unwrap()
    };
    let elements = (0..ELEMENTS).map(|at| add(None, "elements", at, "Ajustar la parte"));
    let view = edit(elements.collect());
    for element in &view.document.elements {
        let one = |at| add(element.id.clone(), "performances", at, "Revisa la parte:");
        edit((0..CRITERIA).map(one).collect());
    }
    let view = edit(vec![]);
    for element in &view.document.elements {
        let lines = element.performances.iter().flat_map(|one| {
            let line = |at, text| add(one.id.clone(), "characteristics", at, text);
            [
                line(0, "Conforme a la lista del taller, y"),
                line(1, "Anotando la medida."),
            ]
        });
        edit(lines.collect());
    }
    let leaves = desk.instrument(ById { id: id.clone() }).unwrap().leaves;
    let leaves = leaves.into_iter().take(ITEMS).map(|leaf| leaf.id);
    let edits = vec![IecRequest::Derive {
        leaves: leaves.collect(),
    }];
    desk.edit_instrument(EditInstrument { id, edits }).unwrap();
}

fn add(owner: Option<String>, list: &str, at: usize, text: &str) -> EditRequest {
    EditRequest::Add {
        owner,
        list: list.to_owned(),
        at: u32::try_from(at).unwrap(),
        text: text.to_owned(),
        aside: String::new(),
    }
}
