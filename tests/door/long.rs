//! Long work, as the page would ask for it: the desk is free meanwhile, and it can be stopped.

use std::path::Path;
use std::thread;

use serde_json::{Value, json};
use tauri::WebviewWindow;
use tauri::test::MockRuntime;

use crate::json::{a_window, ask};

type Window = WebviewWindow<MockRuntime>;

/// Asks for long work from a thread of its own.
fn carried(
    window: &Window,
    command: &'static str,
    request: Value,
    work: u32,
) -> thread::JoinHandle<Result<Value, Value>> {
    let window = window.clone();
    thread::spawn(move || {
        ask(
            &window,
            command,
            json!({ "request": request, "work": work }),
        )
    })
}

fn standing(window: &Window, work: u32) -> String {
    let view = ask(window, "work", json!({ "request": { "work": work } })).unwrap();
    view["says"].as_str().unwrap().to_owned()
}

fn stop(window: &Window, work: u32) {
    ask(window, "stop_work", json!({ "request": { "work": work } })).unwrap();
}

fn new_standard(window: &Window, title: &str) -> Value {
    ask(
        window,
        "new_standard",
        json!({ "request": { "title": title } }),
    )
    .unwrap()
}

/// The sample, as it would be found on the eve of COVACEC, with all that its packet asks for.
fn a_ready_case(window: &Window, folder: &Path) -> String {
    let made = ask(window, "load_sample", json!({ "request": {} })).unwrap();
    let id = made["id"].as_str().unwrap().to_owned();
    let path = folder.join("constancia.txt");
    std::fs::write(&path, "Una constancia.").unwrap();
    let found = json!({ "work": 101, "request": {
        "id": id, "act": "REGISTERED_AS_FOUND", "from": "", "on": "", "reason": "",
        "fields": [{ "name": "state", "text": "COVACEC_READY" }],
        "evidence": [{ "requirement": "ROAD-REGISTERED_AS_FOUND-1", "path": path }],
    }});
    ask(window, "perform_act", found).unwrap();
    let support = json!({ "request": { "id": id, "support": {
        "certifiablePopulation": 12500, "populationSource": "Censo de talleres 2025",
        "certificationSolutions": [
            { "name": "Escuela del Valle", "kind": "ECE", "accredited": false },
        ],
        "consequenceMechanism": "Bono anual.", "reviewPeriod": "3 años",
        "certificateValidity": "5 años",
    }}});
    let view = ask(window, "save_support", support).unwrap();
    for unmet in view["packets"][0]["unmet"].as_array().unwrap() {
        let attach = json!({ "work": 102, "request": {
            "id": id, "requirement": unmet["requirement"], "path": path, "on": "",
        }});
        ask(window, "attach", attach).unwrap();
    }
    id
}

#[test]
fn a_save_is_answered_while_a_packet_is_being_made() {
    let (_app, window) = a_window();
    let folder = tempfile::tempdir().unwrap();
    let id = a_ready_case(&window, folder.path());
    let dir = folder.path().join("salida");
    let request = json!({ "id": id, "destination": "covacec", "dir": dir });

    // On a machine that is busy the packet may be made before the save is asked for: then again.
    let saved_meanwhile = (1..=5).any(|work| {
        let making = carried(&window, "make_packet", request.clone(), work);
        while !standing(&window, work).starts_with("Imprimiendo") && !making.is_finished() {
            thread::yield_now();
        }
        new_standard(&window, &format!("Estándar {work}"));
        let still = !standing(&window, work).is_empty();
        stop(&window, work);
        let made = making.join().unwrap();
        still && made.is_err_and(|trouble| trouble["code"] == "STOPPED")
    });

    assert!(saved_meanwhile, "each save waited for its packet");
}

#[test]
fn a_save_is_answered_while_a_large_file_is_being_attached() {
    let (_app, window) = a_window();
    let folder = tempfile::tempdir().unwrap();
    let made = ask(&window, "load_sample", json!({ "request": {} })).unwrap();
    let path = folder.path().join("plano.pdf");
    std::fs::write(&path, vec![7; 50 << 20]).unwrap();
    let request = json!({ "id": made["id"], "requirement": "EC-SUP-1", "path": path, "on": "" });

    // On a machine that is busy it may be done before the save is asked for: then again, and the file
    // is another.
    let saved_meanwhile = (1..=5).any(|work| {
        std::fs::write(&path, vec![u8::try_from(work).unwrap(); 50 << 20]).unwrap();
        let attaching = carried(&window, "attach", request.clone(), work);
        while !standing(&window, work).starts_with("Guardando") && !attaching.is_finished() {
            thread::yield_now();
        }
        new_standard(&window, &format!("Estándar {work}"));
        let still = !standing(&window, work).is_empty();
        stop(&window, work);
        let made = attaching.join().unwrap();
        still && made.is_err_and(|trouble| trouble["code"] == "STOPPED")
    });

    assert!(saved_meanwhile, "each save waited for its file");
}

/// The file is a pipe: it is being read for as long as nobody writes in it.
#[cfg(unix)]
#[test]
fn a_long_reading_holds_nobody_up_and_is_stopped() {
    let (_app, window) = a_window();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("estandar.txt");
    // Seconds of reading, on any machine.
    std::fs::write(
        &path,
        "Revisa la bicicleta en la recep ción del taller\n".repeat(300_000),
    )
    .unwrap();

    let reading = carried(&window, "import_standard", json!({ "path": path }), 7);
    while standing(&window, 7).is_empty() {
        thread::yield_now();
    }
    new_standard(&window, "Uno");
    let rows = || {
        let all = json!({ "request": { "query": "", "state": null } });
        ask(&window, "standards", all).unwrap()["total"].clone()
    };
    assert_eq!(rows(), 1, "the desk answers meanwhile");
    stop(&window, 7);
    let trouble = reading.join().unwrap().unwrap_err();

    assert_eq!(trouble["code"], "STOPPED");
    assert_eq!(trouble["says"], "Se detuvo: no se escribió nada.");
    assert_eq!(rows(), 1);
    assert_eq!(standing(&window, 7), "", "it has ended");
}

#[test]
fn work_that_is_not_there_stands_nowhere_and_stopping_it_does_nothing() {
    let (_app, window) = a_window();

    stop(&window, 99);

    assert_eq!(standing(&window, 99), "");
}

#[test]
fn long_work_without_a_number_never_reaches_the_desk() {
    let (_app, window) = a_window();

    let refused = ask(
        &window,
        "pages",
        json!({ "request": { "id": "x", "from": 0, "to": 1, "at": "", "typed": [], "have": [] } }),
    )
    .unwrap_err();

    assert!(refused.as_str().unwrap().contains("work"), "{refused}");
}
