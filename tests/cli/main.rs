//! The command line as its contract says: statuses, JSON and nothing else on standard output, and
//! one case from its proposal to a packet that a stranger verifies.

mod catalogs;
mod contract;
mod drafting;
mod harm;
#[cfg(unix)]
mod killed;
mod usage;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// A workspace in a folder of its own, and a way to ask `cauce-cli` of it.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Office {
        Office {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// A file that proves something.
    fn proof(&self) -> String {
        let path = self.path("aval.pdf");
        std::fs::write(&path, "%PDF-1.7 un aval firmado").unwrap();
        path
    }

    fn ask(&self, day: &str, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &self.path("espacio.cauce"), "--today", day])
            .args(["--as", "Coordinadora 1", "--json"])
            .args(words)
            .output()
            .unwrap()
    }

    fn json(&self, day: &str, words: &[&str]) -> Value {
        let output = self.ask(day, words);
        assert!(output.status.success(), "{words:?}: {}", said(&output));
        json(&output)
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Standard output is one JSON document and nothing else.
fn json(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What an act lacks, by id.
fn unmet(refusal: &Value) -> Vec<String> {
    let unmet = refusal["unmet"].as_array().unwrap().iter();
    unmet
        .map(|one| one["requirement"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_status_says_how_it_ended() {
    let office = Office::new();
    let nowhere = office.path("no-existe.pdf");

    assert_eq!(
        office
            .ask("2026-07-03", &["standard", "sample"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(
        office.ask("2026-07-03", &["read", &nowhere]).status.code(),
        Some(2)
    );
    assert_eq!(
        office
            .ask("2026-07-03", &["standard", "show", "EC9999"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        office.ask("2026-07-03", &["standard", "fly"]).status.code(),
        Some(3)
    );
    assert_eq!(office.ask("2026-07-03", &["--help"]).status.code(), Some(0));
}

#[test]
fn a_refusal_lists_every_requirement_and_changes_nothing() {
    let office = Office::new();
    let made = office.json("2026-07-03", &["standard", "sample"]);
    let id = made["id"].as_str().unwrap();
    let before = office.json("2026-07-03", &["case", "show", id]);

    let refused = office.ask("2026-07-03", &["case", "act", id, "GTE_READY"]);

    assert_eq!(refused.status.code(), Some(1));
    let refusal = json(&refused);
    assert_eq!(refusal["refused"], "GTE_READY");
    assert_eq!(refusal["changed"], false);
    assert_eq!(unmet(&refusal), ["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"]);
    for one in refusal["unmet"].as_array().unwrap() {
        assert!(one["says"].as_str().unwrap().starts_with("Falta"), "{one}");
        assert!(!one["basis"].as_str().unwrap().is_empty());
    }
    assert_eq!(office.json("2026-07-03", &["case", "show", id]), before);
}

#[test]
fn what_is_typed_at_a_place_is_reviewed_undone_and_done_again() {
    let office = Office::new();
    let made = office.json("2026-07-03", &["standard", "sample"]);
    let id = made["id"].as_str().unwrap();
    let errors = || {
        let review = office.json("2026-07-03", &["check", id]);
        let findings = review["findings"].as_array().unwrap().clone();
        let mut labels: Vec<String> = findings
            .iter()
            .filter(|finding| finding["severity"] == "error")
            .map(|finding| format!("{} {}", finding["rule"], finding["label"]))
            .collect();
        labels.sort();
        labels
    };
    let edit = [
        "standard",
        "edit",
        id,
        "--place",
        "E1-D1",
        "--text",
        "Revisar la bicicleta:",
    ];

    assert_eq!(errors(), Vec::<String>::new());
    office.json("2026-07-03", &edit);
    assert_eq!(errors(), ["\"EC-R-30\" \"E1-D1\""]);
    assert_eq!(
        office
            .ask("2026-07-03", &["check", id, "--strict"])
            .status
            .code(),
        Some(1)
    );
    office.json("2026-07-03", &["standard", "undo", id]);
    assert_eq!(errors(), Vec::<String>::new());
    office.json("2026-07-03", &["standard", "redo", id]);
    assert_eq!(errors(), ["\"EC-R-30\" \"E1-D1\""]);
}

/// The acts up to COVACEC, each with the day it is done on.
const ROAD: &[(&str, &str)] = &[
    ("GTE_READY", "2026-07-06"),
    ("MF_DRAFT", "2026-07-07"),
    ("MF_VALIDATED", "2026-07-08"),
    ("EC_DRAFT", "2026-07-09"),
    ("EC_VALIDATED", "2026-07-10"),
    ("IEC_DRAFT", "2026-07-13"),
    ("IEC_VALIDATED", "2026-07-14"),
    ("PILOT", "2026-07-15"),
    ("ENDORSEMENT", "2026-07-16"),
    ("SUPPORT_FILE", "2026-07-17"),
    ("METHOD_REVIEW", "2026-07-20"),
    ("COVACEC_READY", "2026-07-21"),
];

/// What is typed, where a requirement is met by typing.
const TYPED: &[(&str, &str)] = &[
    (
        "EC-SUP-3",
        "certificationSolution=ECE | Escuela de Mecánica | acreditada",
    ),
    ("EC-SUP-4", "certifiablePopulation=12500"),
    (
        "EC-SUP-4",
        "certifiablePopulationSource=Censo Económico 2024",
    ),
    (
        "EC-SUP-5",
        "consequenceMechanism=Los talleres dan preferencia a quien se certifica",
    ),
    (
        "EC-MIN-4",
        "consequenceMechanism=Los talleres dan preferencia a quien se certifica",
    ),
    ("EC-SUP-7", "reviewPeriod=3 años"),
    ("EC-SUP-7", "certificateValidity=3 años"),
];

/// Takes a case along its road, each act first as it is and then with all that it lacked.
fn walk(office: &Office, id: &str) {
    let proof = office.proof();
    for (act, day) in ROAD {
        let first = office.ask(day, &["case", "act", id, act]);
        if first.status.success() {
            continue;
        }
        assert_eq!(first.status.code(), Some(1), "{act}: {}", said(&first));
        let mut words = vec![
            "case".to_owned(),
            "act".to_owned(),
            id.to_owned(),
            (*act).to_owned(),
        ];
        for requirement in unmet(&json(&first)) {
            let typed: Vec<_> = TYPED.iter().filter(|(id, _)| *id == requirement).collect();
            for (_, field) in &typed {
                words.extend(["--field".to_owned(), (*field).to_owned()]);
            }
            if typed.is_empty() {
                words.extend(["--evidence".to_owned(), format!("{requirement}={proof}")]);
            }
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let case = office.json(day, &words);
        assert_eq!(case["state"], *act);
    }
}

#[test]
fn a_case_goes_from_its_proposal_to_a_packet_that_a_stranger_verifies() {
    let office = Office::new();
    let id = office.json("2026-07-03", &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    let out = office.path("");
    let packet = ["packet", id, "--for", "covacec", "--out", &out];

    let early = office.ask("2026-07-03", &packet);
    assert_eq!(early.status.code(), Some(1));
    assert!(unmet(&json(&early)).contains(&"EC-SUP-1".to_owned()));
    walk(&office, id);
    let made = office.json("2026-07-22", &packet);

    let path = made["path"].as_str().unwrap();
    let stranger = Office::new();
    let verified = stranger.json("2026-07-23", &["verify", path]);
    assert_eq!(verified["sound"], true, "{verified}");
    assert!(
        !Path::new(&stranger.path("espacio.cauce")).exists(),
        "verifying begins no workspace"
    );
    let taken = stranger.json("2026-07-23", &["packet", "import", path]);
    assert_eq!(taken["outcome"], "NEW");
    let again = stranger.json("2026-07-23", &["packet", "import", path]);
    assert_eq!(again["outcome"], "SAME");
    assert_eq!(
        stranger.json("2026-07-23", &["case", "show", id])["acts"],
        office.json("2026-07-23", &["case", "show", id])["acts"]
    );
    for office in [&office, &stranger] {
        assert_eq!(office.json("2026-07-23", &["log", "verify"])["sound"], true);
    }
}

#[test]
fn the_same_case_makes_the_same_packet() {
    let office = Office::new();
    let id = office.json("2026-07-03", &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    walk(&office, id);
    let packet = |folder: &str, day: &str| {
        let out = office.path(folder);
        std::fs::create_dir(&out).unwrap();
        let made = office.json(day, &["packet", id, "--for", "covacec", "--out", &out]);
        std::fs::read(made["path"].as_str().unwrap()).unwrap()
    };

    assert!(packet("uno", "2026-07-22") == packet("dos", "2026-07-24"));
}

#[test]
fn a_changed_byte_in_a_packet_is_told() {
    let office = Office::new();
    let id = office.json("2026-07-03", &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    walk(&office, id);
    let out = office.path("");
    let made = office.json(
        "2026-07-22",
        &["packet", id, "--for", "covacec", "--out", &out],
    );
    let path = made["path"].as_str().unwrap();
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, &bytes).unwrap();

    let told = office.ask("2026-07-23", &["verify", path]);
    let refused = office.ask("2026-07-23", &["packet", "import", path]);

    assert_eq!(told.status.code(), Some(1));
    assert_eq!(json(&told)["sound"], false);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
}

/// The document is a pipe, so that it is being read when the person interrupts; and then long enough
/// that there is something to stop.
#[cfg(unix)]
#[test]
fn ctrl_c_stops_long_work_and_leaves_nothing_behind() {
    let office = Office::new();
    office.json("2026-07-03", &["settings", "--person", "Coordinadora 1"]);
    let path = office.path("largo.txt");
    let line = "1. Revisa las ruedas de la bicicleta conforme a la orden de servicio.\n";
    std::fs::write(&path, line.repeat(270_000)).unwrap();

    // Before it listens it is simply ended; after that it stops by itself. How soon depends on the machine.
    let stopped = (1..=6).find_map(|wait| {
        let child = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &office.path("espacio.cauce")])
            .args(["standard", "import", &path])
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(400 * wait));
        let interrupted = Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status();
        assert!(interrupted.unwrap().success(), "it was reading");
        let output = child.wait_with_output().unwrap();
        (output.status.code() == Some(1)).then(|| said(&output))
    });

    let said = stopped.expect("it stops by itself");
    assert!(said.contains("Se detuvo: no se escribió nada."), "{said}");
    let list = office.json("2026-07-03", &["standard", "list"]);
    assert_eq!(list["total"], 0);
}

#[test]
fn two_stories_of_one_case_are_told_side_by_side() {
    let here = Office::new();
    let id = here.json("2026-07-03", &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    walk(&here, id);
    let out = here.path("");
    let packet = ["packet", id, "--for", "covacec", "--out", &out];
    let first = here.json("2026-07-22", &packet)["path"].clone();
    let there = Office::new();
    let import = ["packet", "import", first.as_str().unwrap()];
    there.json("2026-07-23", &import);
    let text = "de la Bicicleta";
    let edit = [
        "standard",
        "edit",
        id,
        "--field",
        "committee",
        "--text",
        text,
    ];
    there.json("2026-07-24", &edit);
    let again = format!("EC-SUP-1={}", here.proof());
    here.json("2026-07-24", &["case", "attach", id, &again]);
    let second = here.json("2026-07-25", &packet)["path"].clone();

    let import = ["packet", "import", second.as_str().unwrap()];
    let told = there.ask("2026-07-26", &import);

    assert_eq!(told.status.code(), Some(1));
    let fork = json(&told);
    assert_eq!(fork["outcome"], "DIVERGES");
    let ours = fork["ours"].as_array().unwrap();
    let edited = ours.iter().find(|act| act["act"] == "EDIT").unwrap();
    assert_eq!(edited["after"], text);
    let says = said(&told);
    for words in [
        "no se mezcló nada",
        "Aquí siguió:",
        "En el paquete siguió:",
        "Coordinadora 1",
        text,
        "Decida con la otra oficina",
    ] {
        assert!(says.contains(words), "{words}: {says}");
    }
}
