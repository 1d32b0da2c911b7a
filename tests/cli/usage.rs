//! The command line used wrongly, and where it runs oddly: no home, no folder, a closed pipe, words
//! that are no text.

use std::process::{Command, Output, Stdio};

use crate::{Office, json, said};

const DAY: &str = "2026-07-03";

/// Asks `cauce-cli` exactly these words.
fn ask(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
        .args(words)
        .output()
        .unwrap()
}

/// Words of the argument reader that a person must never see.
const ENGLISH: &[&str] = &[
    "error:",
    "Usage",
    "required",
    "unexpected",
    "invalid value",
    "For more",
];

#[test]
fn wrong_usage_is_told_in_spanish_with_status_3_and_one_document() {
    let office = Office::new();
    office.json(DAY, &["standard", "sample"]);
    let workspace = office.path("espacio.cauce");
    for words in [
        &[][..],
        &["vuela"],
        &["standard"],
        &["standard", "vuela"],
        &["case", "show"],
        &["case", "act", "X"],
        &["case", "act", "X", "GTE_READY", "--field", "sinvalor"],
        &["case", "act", "X", "GTE_READY", "--evidence", "=a.pdf"],
        &["check", "X", "--estricto"],
        &["packet", "X", "--for", "luna", "--out", "."],
        &["packet", "X"],
        &["packet", "import"],
        &["standard", "show", "X", "--edition", "uno"],
        &["standard", "diff", "X", "1"],
        &["log"],
        &["log", "borra"],
        &["verify"],
        &["--today", "2026-02-30", "home"],
        &["--today"],
        &["read", "a", "b"],
        &["standard", "export", "X", "a.odt"],
    ] {
        let mut asked = vec!["--json", "--workspace", &workspace];
        asked.extend(words);

        let output = ask(&asked);

        let says = said(&output);
        assert_eq!(output.status.code(), Some(3), "{words:?}: {says}");
        let told = json(&output);
        assert_eq!(told["error"], "WRONG_USAGE", "{words:?}");
        assert_eq!(told["changed"], false);
        for english in ENGLISH {
            assert!(!says.contains(english), "{words:?}: {says}");
        }
    }
}

#[test]
fn whatever_goes_wrong_standard_output_is_one_document() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    let nothing = office.path("no-hay.pdf");
    let notes = office.path("notas.zip");
    std::fs::write(&notes, "unas notas").unwrap();
    for (words, status) in [
        (&["read", &nothing][..], 2),
        (&["check", &nothing], 2),
        (&["check", "EC9998"], 2),
        (&["standard", "import", &nothing], 2),
        (&["standard", "show", "EC9998"], 2),
        (&["standard", "diff", id, "1", "2"], 2),
        (&["case", "show", "EC9998"], 2),
        (&["case", "act", id, "VUELA"], 1),
        (&["case", "act", id, "RENEC_ACTIVE"], 1),
        (
            &[
                "case",
                "act",
                id,
                "WITHDRAWN",
                "--field",
                "reason=x",
                "--on",
                "2026-07-04",
            ],
            1,
        ),
        (
            &[
                "case",
                "act",
                id,
                "WITHDRAWN",
                "--field",
                "reason=x",
                "--evidence",
                "ROAD-WITHDRAWN-1=/no/hay",
            ],
            2,
        ),
        (
            &["packet", id, "--for", "covacec", "--out", &office.path("")],
            1,
        ),
        (&["packet", "import", &notes], 2),
        (&["verify", &nothing], 2),
    ] {
        let output = office.ask(DAY, words);

        assert_eq!(
            output.status.code(),
            Some(status),
            "{words:?}: {}",
            said(&output)
        );
        let told = json(&output);
        assert_eq!(told["changed"], false, "{words:?}: {told}");
        assert!(
            told.get("refused").is_some() || told.get("error").is_some(),
            "{told}"
        );
        assert!(!said(&output).is_empty());
    }
    let verdict = office.ask(DAY, &["verify", &notes]);
    assert_eq!(verdict.status.code(), Some(1));
    assert_eq!(json(&verdict)["sound"], false);
}

#[test]
fn what_a_person_reads_is_spanish_first_and_the_words_stay_in_the_document() {
    let office = Office::new();
    let workspace = office.path("espacio.cauce");
    let plain = |words: &[&str]| {
        let mut asked = vec!["--workspace", &workspace, "--today", DAY];
        asked.extend(words);
        ask(&asked)
    };
    let made = plain(&["standard", "sample"]);
    let id = String::from_utf8(made.stdout).unwrap();
    let id = id.trim();
    assert_eq!(id.len(), 36, "standard output is the id and nothing else");

    let shown = plain(&["case", "show", id]);
    let list = plain(&["standard", "list"]);

    let says = said(&shown);
    assert!(
        says.starts_with("Propuesta, desde el 3 de julio de 2026."),
        "{says}"
    );
    for line in says.lines().filter(|line| line.contains("[GTE_READY]")) {
        let first = line.trim_start();
        assert!(first.starts_with("Siguiente acto: Integrar"), "{line}");
        assert!(line.contains("«GTE integrado»"), "{line}");
    }
    let list = String::from_utf8(list.stdout).unwrap();
    assert!(
        list.contains("Propuesta") && !list.contains("PROPOSED"),
        "{list}"
    );
    // An act is asked for by its name too.
    let by_name = office.ask(DAY, &["case", "act", id, "GTE integrado"]);
    assert_eq!(json(&by_name)["refused"], "GTE_READY");
    assert_eq!(office.json(DAY, &["case", "show", id])["state"], "PROPOSED");
}

#[test]
fn a_workspace_in_a_folder_that_is_not_there_is_begun_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uno/dos/espacio.cauce");

    let made = ask(&[
        "--workspace",
        path.to_str().unwrap(),
        "--json",
        "standard",
        "sample",
    ]);

    assert!(made.status.success(), "{}", said(&made));
    assert!(path.exists());
}

/// Whoever only asks has misspelled where the workspace is: nothing is begun there.
#[test]
fn what_only_asks_or_speaks_of_what_is_there_begins_no_workspace() {
    let office = Office::new();
    let folder = office.path("no/existe");
    let workspace = format!("{folder}/espacio.cauce");
    for words in [
        &["standard", "list"][..],
        &["standard", "show", "EC0001"],
        &["standard", "undo", "EC0001"],
        &["standard", "edit", "EC0001", "--text", "Otro"],
        &["case", "show", "EC0001"],
        &["case", "act", "EC0001", "GTE_READY"],
        &["case", "history", "EC0001"],
        &["packet", "EC0001", "--for", "covacec", "--out", "."],
        &["check", "EC0001"],
        &["log", "verify"],
        &["search", "ruedas"],
        &["home"],
        &["settings"],
    ] {
        let mut asked = vec!["--workspace", &workspace, "--json"];
        asked.extend(words);
        let output = ask(&asked);

        assert_eq!(
            output.status.code(),
            Some(2),
            "{words:?}: {}",
            said(&output)
        );
        let answer = json(&output);
        assert_eq!(answer["error"], "FILE_MISSING", "{words:?}");
        let says = answer["says"].as_str().unwrap();
        assert!(says.contains("no/existe/espacio.cauce"), "{says}");
        assert!(says.contains("no se creó nada"), "{says}");
        assert!(!std::path::Path::new(&folder).exists(), "{words:?}");
    }
    let rules = ask(&["--workspace", &workspace, "--json", "rules"]);
    assert!(rules.status.success(), "the rules are the same everywhere");
    assert!(!std::path::Path::new(&folder).exists());
}

#[test]
fn a_finding_is_told_by_the_name_that_its_field_has_in_the_form() {
    let office = Office::new();
    let workspace = office.path("espacio.cauce");
    let made = office.json(DAY, &["standard", "new", "Reparar bicicletas"]);
    let id = made["id"].as_str().unwrap();

    let told = said(&ask(&[
        "--workspace",
        &workspace,
        "--today",
        DAY,
        "check",
        id,
    ]));

    assert!(told.contains("Propósito"), "{told}");
    let review = office.json(DAY, &["check", id]);
    for finding in review["findings"].as_array().unwrap() {
        let label = finding["label"].as_str().unwrap();
        let english = label.starts_with(|first: char| first.is_ascii_lowercase());
        assert!(
            !english || !told.contains(&format!("  {label}  ")),
            "{told}"
        );
    }
}

#[test]
fn a_workspace_whose_creation_was_cut_short_is_begun_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("espacio.cauce");
    std::fs::write(&path, "").unwrap();

    let made = ask(&[
        "--workspace",
        path.to_str().unwrap(),
        "--json",
        "standard",
        "sample",
    ]);

    assert!(made.status.success(), "{}", said(&made));
}

#[test]
fn without_a_home_nothing_is_written_where_it_was_started() {
    let folder = tempfile::tempdir().unwrap();
    let asked = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
        .args(["read", "no-hay.pdf", "--json"])
        .env_clear()
        .current_dir(folder.path())
        .output()
        .unwrap();

    assert_eq!(asked.status.code(), Some(2));
    assert_eq!(json(&asked)["error"], "FILE_MISSING");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
#[cfg(unix)]
fn words_that_are_no_text_are_told_and_never_a_panic() {
    use std::os::unix::ffi::OsStrExt as _;
    let office = Office::new();
    let odd = std::ffi::OsStr::from_bytes(b"ma\xf1ana.txt");
    let workspace = office.path("espacio.cauce");
    for words in [
        &["read"][..],
        &["check"],
        &["standard", "import"],
        &["standard", "show"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
            .args(["--workspace", &workspace, "--json"])
            .args(words)
            .arg(odd)
            .output()
            .unwrap();

        let status = output.status.code();
        assert!(matches!(status, Some(2 | 3)), "{words:?}: {status:?}");
        assert!(json(&output).get("error").is_some());
    }
}

#[test]
fn a_pipe_that_closes_early_is_no_panic() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let workspace = office.path("espacio.cauce");
    let mut child = Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
        .args([
            "--workspace",
            &workspace,
            "--json",
            "standard",
            "show",
            id.as_str().unwrap(),
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();

    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();

    let says = String::from_utf8_lossy(&done.stderr);
    assert!(!says.contains("panicked"), "{says}");
    assert!(
        done.status.code().is_some(),
        "it was not killed by a signal"
    );
}

#[test]
fn a_history_of_what_nobody_did_is_told_and_not_shown_as_empty() {
    let office = Office::new();
    let made = office.json(DAY, &["standard", "sample"]);
    let id = made["id"].as_str().unwrap();
    for (option, word) in [("--kind", "FOO"), ("--by", "Nadie")] {
        let told = office.ask(DAY, &["history", "list", id, option, word]);
        assert!(!told.status.success(), "{option} {word}");
        assert!(said(&told).contains(word), "{}", said(&told));
    }
    let known = office.ask(DAY, &["history", "list", id, "--kind", "propuesta"]);
    assert!(known.status.success(), "{}", said(&known));
}

/// A committee from its approach to its application, and a session that refuses short notice, typed.
#[test]
fn committees_and_sessions_are_typed() {
    let office = Office::new();
    let letter = office.proof();
    let name = "CGC inventado del reparto";
    let bare = office.ask(DAY, &["cgc", "new", name]);
    assert_eq!(bare.status.code(), Some(1), "{}", said(&bare));
    let made = office.json(DAY, &["cgc", "new", name, "--letter", &letter]);
    let id = made["id"].as_str().unwrap();
    office.json(
        DAY,
        &["cgc", "organization", id, "Ciclos", "--kind", "empresa"],
    );
    let seat = [
        "cgc",
        "seat",
        name,
        "Ana Ruiz",
        "--organization",
        "ciclos",
        "--office",
        "presidenta",
    ];
    let view = office.json(DAY, &seat);
    assert_eq!(view["roster"][0]["officeName"], "Presidencia");
    assert_eq!(view["state"], "APPLIED");
    office.json(DAY, &["cgc", "act", id, "IN_REVIEW"]);
    let early = office.ask(DAY, &["cgc", "act", id, "READY"]);
    assert_eq!(early.status.code(), Some(1));
    let told = said(&early);
    assert!(
        told.contains("CGC-EDU-1") && told.contains("Vicepresidencia"),
        "{told}"
    );
    let list = office.json(DAY, &["cgc", "list", "--query", "reparto"]);
    assert_eq!(list["total"], 1);
    office.json(DAY, &["session", "new", "--on", DAY]);
    let unready = office.ask(DAY, &["session", "agenda", "1/2026", name]);
    assert_eq!(unready.status.code(), Some(1), "{}", said(&unready));
}
