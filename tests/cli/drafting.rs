//! Published standards get their instrument from the command line.

use std::path::Path;

use crate::Office;

const DAY: &str = "2026-07-22";

#[test]
fn a_published_standard_gets_an_instrument_that_covers_it_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {}", folder.display());
        return;
    };
    let paths = files.map(|file| file.unwrap().path());
    let standards: Vec<_> = paths
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("EC0") || name.starts_with("EC1")
        })
        .collect();
    assert!(standards.len() > 3, "{standards:?}");

    for path in standards {
        let office = Office::new();
        let file = path.display().to_string();
        let id = office.json(DAY, &["standard", "import", &file])["id"].clone();
        let id = id.as_str().unwrap();
        let before = office.json(DAY, &["iec", "show", id]);
        assert!(before["uncovered"].as_u64().unwrap() > 0, "{file}");

        office.json(DAY, &["iec", "derive", id]);

        let after = office.json(DAY, &["iec", "show", id]);
        assert_eq!(after["uncovered"], 0, "{file}");
        let log = office.json(DAY, &["log", "verify"]);
        assert_eq!(log["sound"], true, "{log}");
    }
}

#[test]
fn an_instrument_is_drafted_by_verbs_and_its_key_goes_out_only_by_name() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    let iec = |words: &[&str]| {
        let words: Vec<&str> = ["iec"].iter().chain(words).copied().collect();
        office.json(DAY, &words)
    };
    let whole = iec(&["derive", id]);
    let item = |of: &str| {
        let tools = whole["tools"].as_array().unwrap().iter();
        let mut items = tools.flat_map(|tool| tool["items"].as_array().unwrap());
        let item = items.find(|item| item["label"].as_str().unwrap().contains(of));
        item.unwrap()["code"].as_str().unwrap().to_owned()
    };
    let (asked, product, done) = (item("-C1"), item("-P1"), item("-D1"));

    iec(&[
        "situation",
        id,
        "--name",
        "En el taller",
        "--description",
        "Con una bicicleta",
    ]);
    iec(&[
        "tool",
        id,
        "1",
        "--title",
        "Guía de la recepción",
        "--situation",
        "1",
    ]);
    iec(&["historical", id, &product, "admite"]);
    iec(&[
        "terms",
        id,
        "--shares",
        "20,30,50",
        "--minutes",
        "90",
        "--judged",
        "D,P",
    ]);
    let options = [
        "--option", "Uno", "--option", "Dos", "--option", "Tres", "--right", "b",
    ];
    let question = [
        "question",
        id,
        &asked,
        "--kind",
        "opcion",
        "--text",
        "¿Cuál es?",
    ];
    let question: Vec<&str> = question.iter().chain(&options).copied().collect();
    let told = iec(&question);

    assert_eq!(told["situations"][0]["name"], "En el taller");
    assert_eq!(told["tools"][0]["title"], "Guía de la recepción");
    assert_eq!(told["weights"]["minutes"], 90);
    assert!(
        !told.to_string().contains("\"key\":[1]"),
        "the key is not told"
    );
    let shown = iec(&["show", id]);
    assert!(!shown.to_string().contains("\"key\":[1]"));
    let keyed = iec(&["show", id, "--key"]);
    assert!(keyed.to_string().contains("\"key\":[1]"));

    let refused = office.ask(DAY, &["iec", "historical", id, &done, "admite"]);
    assert_eq!(
        refused.status.code(),
        Some(1),
        "only a product is shown by what was made before"
    );
    let finding = shown["findings"].as_array().unwrap().iter();
    let mut warnings = finding.filter(|it| it["severity"] == "warning");
    let key = warnings.next().unwrap()["key"].as_str().unwrap().to_owned();
    let aside = iec(&["set-aside", id, &key, "--reason", "Así lo acordó el GTE"]);
    let findings = aside["findings"].as_array().unwrap().iter();
    let aside: Vec<_> = findings
        .filter(|it| it["setAside"]["reason"].is_string())
        .collect();
    assert_eq!(aside.len(), 1);
    iec(&["take-up", id, &key]);
    assert_eq!(office.json(DAY, &["log", "verify"])["sound"], true);
}
