//! What would do harm: a file put over a workspace, who signs for once kept for good, what is no file,
//! an answer that cannot be written.

use std::process::{Command, Stdio};

use crate::{Office, json, said};

const DAY: &str = "2026-07-03";

fn made(office: &Office) -> String {
    let made = office.json(DAY, &["standard", "new", "Reparar bicicletas"]);
    made["id"].as_str().unwrap().to_owned()
}

#[test]
fn no_file_is_put_over_a_workspace_by_any_name() {
    let office = Office::new();
    let id = made(&office);
    let workspace = office.path("espacio.cauce");
    std::fs::hard_link(&workspace, office.path("otra.json")).unwrap();
    let before = std::fs::read(&workspace).unwrap();
    std::fs::copy(&workspace, office.path("copia.json")).unwrap();
    std::fs::write(office.path("cauce.log"), "bitácora").unwrap();
    std::fs::create_dir(office.path("carpeta")).unwrap();
    std::fs::hard_link(&workspace, office.path("carpeta/c.json")).unwrap();

    for name in [
        "otra.json",
        "copia.json",
        "carpeta/../otra.json",
        "carpeta/c.json",
    ] {
        let words = ["standard", "export", &id, &office.path(name), "--replace"];
        let refused = office.ask(DAY, &words);
        assert_eq!(refused.status.code(), Some(2), "{name}: {}", said(&refused));
        assert_eq!(json(&refused)["error"], "PLACE_TAKEN", "{name}");
    }
    assert!(std::fs::read(&workspace).unwrap() == before);
    assert!(std::fs::read(office.path("copia.json")).unwrap() == before);

    let proof = format!("ROAD-PROPOSED-1={}", office.proof());
    office.json(DAY, &["case", "attach", &id, &proof]);
    let digest = attached(&office, &id);
    let before = std::fs::read(&workspace).unwrap();
    for name in [
        "espacio.cauce",
        "espacio.cauce-journal",
        ".espacio.cauce.adjuntos",
        "cauce.log",
    ] {
        let place = office.path(name);
        let words = ["case", "evidence", &id, &digest, &place, "--replace"];
        let refused = office.ask(DAY, &words);
        assert_eq!(json(&refused)["error"], "PLACE_TAKEN", "{name}");
        assert!(said(&refused).contains("no se reemplaza"), "{name}");
    }
    assert!(std::fs::read(&workspace).unwrap() == before);
    assert_eq!(
        std::fs::read_to_string(office.path("cauce.log")).unwrap(),
        "bitácora"
    );
    office.json(DAY, &["log", "verify"]);
}

/// The digest of the file that was attached.
fn attached(office: &Office, id: &str) -> String {
    let case = office.json(DAY, &["case", "show", id]);
    let mut acts = case["acts"].as_array().unwrap().iter();
    let digest = acts.find_map(|act| act["evidence"][0].as_str());
    digest.unwrap().to_owned()
}

#[test]
fn who_signs_for_once_does_not_become_the_owner() {
    let office = Office::new();
    made(&office);
    let owner = |words: &[&str]| {
        let asked = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &office.path("espacio.cauce"), "--json"])
            .args(words)
            .output()
            .unwrap();
        json(&asked)["person"].as_str().unwrap().to_owned()
    };
    owner(&["settings", "--person", "Dueña 1"]);

    owner(&["--as", "Visita 1", "settings"]);
    assert_eq!(owner(&["settings"]), "Dueña 1");
    owner(&["--as", "Visita 1", "settings", "--letterhead", "Oficina 1"]);
    assert_eq!(owner(&["settings"]), "Dueña 1");
}

#[test]
fn a_name_or_a_day_that_is_none_is_misuse() {
    let office = Office::new();
    made(&office);
    let name = "x".repeat(201);
    for words in [
        &["--as", &name, "home"][..],
        &["--today", "0001-01-01", "home"],
        &["--today", "9999-01-01", "home"],
    ] {
        let asked = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &office.path("espacio.cauce"), "--json"])
            .args(words)
            .output()
            .unwrap();
        assert_eq!(asked.status.code(), Some(3), "{}", said(&asked));
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    let office = Office::new();
    let id = made(&office);
    let pipe = office.path("tubo.pdf");
    let piped = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(piped.success());
    let proof = format!("ROAD-PROPOSED-1={pipe}");
    for words in [
        &["read", &pipe][..],
        &["check", &pipe],
        &["standard", "import", &pipe],
        &["verify", &pipe],
        &["verify", "/dev/zero"],
        &["packet", "import", &pipe],
        &["case", "attach", &id, &proof],
        &["standard", "apply", &id, &pipe],
        &["settings", "--non-working-days", &pipe],
    ] {
        let refused = office.ask(DAY, words);
        assert_eq!(json(&refused)["error"], "FILE_UNKNOWN", "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure_and_who_has_read_enough_is_none() {
    let office = Office::new();
    let id = made(&office);
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let ask = |out: Stdio| {
        Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &office.path("espacio.cauce"), "--json"])
            .args(["standard", "show", &id])
            .stdout(out)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };

    let lost = ask(full.into()).wait_with_output().unwrap();
    assert_eq!(lost.status.code(), Some(2));
    assert!(said(&lost).contains("no pudo escribirse en la salida"));

    let mut enough = ask(Stdio::piped());
    drop(enough.stdout.take());
    let enough = enough.wait_with_output().unwrap();
    assert!(
        !said(&enough).contains("no pudo escribirse"),
        "{}",
        said(&enough)
    );
}
