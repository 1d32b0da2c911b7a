//! Every command's JSON, key by key: whatever the contract names is there, standard output is one
//! document, and the status says how it ended.

use serde_json::Value;

use crate::{Office, json, said, unmet, walk};

const DAY: &str = "2026-07-03";

/// A standard as a published document would print it, invented.
fn fixture(name: &str) -> String {
    format!(
        "{}/../../../tests/fixtures/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

fn has_keys(value: &Value, keys: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("{value}"));
    for key in keys {
        assert!(
            object.contains_key(*key),
            "{key} is missing: {:?}",
            object.keys()
        );
    }
}

const READ: &[&str] = &[
    "format",
    "code",
    "title",
    "purpose",
    "generalDescription",
    "sncLevel",
    "levelText",
    "committee",
    "approvalDate",
    "publicationDate",
    "reviewPeriod",
    "certificateValidity",
    "sincoUnitGroups",
    "associatedOccupations",
    "unlistedOccupations",
    "scian",
    "participatingOrganizations",
    "relatedStandards",
    "evaluationAspects",
    "references",
    "elements",
    "printed",
];

const ROAD: &[&str] = &[
    "id", "kind", "title", "state", "rulePack", "holder", "since", "next", "acts",
];

fn is_a_standard(value: &Value) {
    has_keys(value, READ);
    has_keys(
        &value["scian"],
        &[
            "sectors",
            "subsectors",
            "branches",
            "subbranches",
            "industryClasses",
        ],
    );
    has_keys(
        &value["evaluationAspects"],
        &["practiceDetails", "requirements", "duration"],
    );
    has_keys(
        &value["evaluationAspects"]["duration"],
        &[
            "printed",
            "deskMinutes",
            "fieldMinutes",
            "printedTotalMinutes",
        ],
    );
    let elements = value["elements"].as_array().unwrap();
    assert!(!elements.is_empty());
    for element in elements {
        has_keys(
            element,
            &[
                "index",
                "count",
                "code",
                "title",
                "performances",
                "products",
                "knowledge",
                "attitudes",
                "contingencies",
                "glossary",
            ],
        );
        let each = |list: &str, keys: &[&str]| {
            for one in element[list].as_array().unwrap() {
                has_keys(one, keys);
            }
        };
        each("performances", &["number", "text", "characteristics"]);
        each("products", &["number", "text", "characteristics"]);
        each(
            "knowledge",
            &["number", "text", "level", "printedLevel", "details"],
        );
        each("attitudes", &["number", "name", "manner"]);
        each("contingencies", &["situation", "expectedResponses"]);
        each("glossary", &["number", "term", "definition"]);
    }
}

fn is_a_road(value: &Value) {
    has_keys(value, ROAD);
    for next in value["next"].as_array().unwrap() {
        has_keys(
            next,
            &[
                "act",
                "who",
                "since",
                "due",
                "workingDaysLeft",
                "basis",
                "unmet",
            ],
        );
        for one in next["unmet"].as_array().unwrap() {
            has_keys(one, &["requirement", "says", "basis"]);
        }
    }
    for act in value["acts"].as_array().unwrap() {
        has_keys(
            act,
            &[
                "number", "act", "on", "by", "evidence", "previous", "digest",
            ],
        );
    }
}

#[test]
fn a_file_is_read_in_the_shape_of_the_contract_and_nothing_is_written() {
    let office = Office::new();
    for name in ["prestamo.txt", "reparto.txt"] {
        let read = office.json(DAY, &["read", &fixture(name)]);

        is_a_standard(&read);
        has_keys(&read, &["repairs", "notUnderstood"]);
        has_keys(
            &read["printed"],
            &[
                "profileTitles",
                "headings",
                "fixedParagraphs",
                "updateParagraph",
            ],
        );
    }
    assert!(!std::path::Path::new(&office.path("espacio.cauce")).exists());
}

#[test]
fn a_review_is_told_in_the_shape_of_the_contract_and_always_the_same() {
    let office = Office::new();
    let file = fixture("prestamo.txt");
    let id = office.json(DAY, &["standard", "import", &file])["id"].clone();
    let id = id.as_str().unwrap();

    for what in [file.as_str(), id] {
        let review = office.json(DAY, &["check", what]);
        has_keys(&review, &["standard", "rulePack", "checkedAt", "findings"]);
        let findings = review["findings"].as_array().unwrap();
        assert!(!findings.is_empty());
        for finding in findings {
            has_keys(
                finding,
                &[
                    "rule",
                    "severity",
                    "place",
                    "label",
                    "span",
                    "text",
                    "message",
                    "suggestion",
                    "basis",
                ],
            );
            has_keys(
                &finding["place"],
                &["element", "kind", "number", "characteristic", "field"],
            );
            let severity = finding["severity"].as_str().unwrap();
            assert!(["error", "warning", "advice"].contains(&severity));
        }
        let again = office.json(DAY, &["check", what]);
        assert_eq!(again["findings"], review["findings"]);
    }
}

#[test]
fn a_standard_is_listed_shown_frozen_and_compared() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();

    let list = office.json(DAY, &["standard", "list"]);
    assert_eq!(list["rows"][0]["id"], id);
    let shown = office.json(DAY, &["standard", "show", id]);
    is_a_standard(&shown);
    is_a_road(&shown["road"]);
    let none = office.ask(DAY, &["standard", "show", id, "--edition", "1"]);
    assert_eq!(none.status.code(), Some(2), "{}", said(&none));
    has_keys(&json(&none), &["error", "says", "changed"]);

    walk(&office, id);
    let later = "2026-07-22";
    let first = office.json(later, &["standard", "show", id, "--edition", "1"]);
    is_a_standard(&first);
    is_a_road(&first["road"]);
    assert_eq!(first["id"], id);
    let edit = [
        "standard",
        "edit",
        id,
        "--field",
        "title",
        "--text",
        "Reparación de bicicletas",
    ];
    office.json(later, &edit);
    let now = office.json(later, &["standard", "diff", id, "1", "0"]);
    let change = &now["changes"][0];
    has_keys(change, &["place", "before", "after"]);
    assert_eq!(change["after"], "Reparación de bicicletas");
    assert_eq!(
        office.json(later, &["standard", "diff", id, "1", "1"])["changes"],
        Value::Array(vec![])
    );
}

#[test]
fn a_case_a_refusal_a_packet_and_its_verdict_have_the_keys_of_the_contract() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    is_a_road(&office.json(DAY, &["case", "show", id]));

    let refused = office.ask(DAY, &["case", "act", id, "GTE_READY"]);
    assert_eq!(refused.status.code(), Some(1));
    let refusal = json(&refused);
    has_keys(&refusal, &["refused", "unmet", "changed"]);
    for one in refusal["unmet"].as_array().unwrap() {
        has_keys(one, &["requirement", "says", "basis"]);
    }
    let out = office.path("");
    for destination in ["covacec", "technical-committee", "dof", "renec"] {
        let refused = office.ask(DAY, &["packet", id, "--for", destination, "--out", &out]);
        assert_eq!(refused.status.code(), Some(1), "{destination}");
        has_keys(&json(&refused), &["refused", "unmet", "changed"]);
    }

    walk(&office, id);
    let made = office.json(
        "2026-07-22",
        &["packet", id, "--for", "covacec", "--out", &out],
    );
    has_keys(&made, &["path", "digest", "size", "files"]);
    let path = made["path"].as_str().unwrap();
    let verdict = office.json("2026-07-22", &["verify", path]);
    has_keys(&verdict, &["packet", "sound", "differences"]);

    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, &bytes).unwrap();
    let told = office.ask("2026-07-22", &["verify", path]);
    assert_eq!(told.status.code(), Some(1));
    for difference in json(&told)["differences"].as_array().unwrap() {
        has_keys(difference, &["file", "kind", "says"]);
        let kind = difference["kind"].as_str().unwrap();
        assert!(["digest", "missing", "extra", "chain", "text"].contains(&kind));
    }
    let log = office.json("2026-07-22", &["log", "verify"]);
    has_keys(&log, &["sound", "differences"]);
}

#[test]
fn a_standard_is_checked_and_shown_by_the_code_that_its_road_gave_it() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    walk(&office, id);
    let proof = office.proof();
    for (act, day, words) in [
        (
            "COVACEC_ON_AGENDA",
            "2026-07-22",
            &["--field", "presenter=Vocal Ponente"][..],
        ),
        ("COVACEC_PERTINENT", "2026-07-24", &[]),
        ("TC_SUBMITTED", "2026-07-27", &[]),
        (
            "TC_APPROVED",
            "2026-07-30",
            &["--field", "tcResolution=SO/III-26/05,R"],
        ),
        ("CODED", "2026-07-31", &["--field", "code=EC1999"]),
        ("DOF_SENT", "2026-08-03", &[]),
        ("DOF_PUBLISHED", "2026-09-10", &[]),
    ] {
        let mut asked = vec!["case", "act", id, act];
        asked.extend(words);
        let first = office.ask(day, &asked);
        if first.status.success() {
            continue;
        }
        let papers: Vec<String> = unmet(&json(&first))
            .into_iter()
            .map(|requirement| format!("--evidence={requirement}={proof}"))
            .collect();
        asked.extend(papers.iter().map(String::as_str));
        assert_eq!(office.json(day, &asked)["state"], act);
    }

    let shown = office.json("2026-09-11", &["standard", "show", "EC1999"]);
    assert_eq!(
        (&shown["id"], &shown["code"]),
        (&Value::from(id), &Value::from("EC1999"))
    );
    assert_eq!(shown["approvalDate"], "2026-07-30");
    assert_eq!(shown["publicationDate"], "2026-09-10");
    let review = office.json("2026-09-11", &["check", "ec1999"]);
    assert_eq!(review["standard"], "EC1999");
    let page = office.path("estandar.pdf");
    office.json("2026-09-11", &["standard", "export", id, &page]);
    let printed = office.json("2026-09-11", &["read", &page]);
    assert_eq!(printed["code"], "EC1999");
    assert_eq!(printed["approvalDate"], "2026-07-30");
    assert_eq!(printed["publicationDate"], "2026-09-10");
}
