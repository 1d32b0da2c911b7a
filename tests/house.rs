//! The house's own rules, kept by a machine.
//!
//! Each test shows first that its rule can object: it is told a made-up mistake, and must see it.

#[path = "house/window.rs"]
mod window;

use std::fs;
use std::path::{Path, PathBuf};

/// The crates, from the ground up, and which of the others each may use.
#[rustfmt::skip] // A table is read down its columns.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain",  &[]),
    ("checks",  &["domain"]),
    ("packets", &["domain"]),
    ("store",   &["domain"]),
    ("intake",  &["domain"]),
    ("desk",    &["checks", "domain", "intake", "packets", "store"]),
    ("cli",     &["desk"]),
];

/// What stands at the root, and nothing else.
#[rustfmt::skip]
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml", "Cargo.lock", "tauri.conf.json", "src-tauri", "ui", "assets", "tests",
    "README.md", "ARCHITECTURE.md", "LICENSE", ".gitignore", ".taurignore", ".cargo", ".ci",
    "docs", "benches", "xtask",
];

/// What the root keeps out of the repository.
const GENERATED_TOP: &[&str] = &[".git", "target", "gen"];

/// Words that say nothing of what a thing is.
#[rustfmt::skip]
const BANNED: &[&str] = &[
    "Manager", "Service", "Helper", "Util", "Utils", "Common", "Data", "Info", "Handler", "Impl",
    "Base",
];

/// Names that others gave: «Datos generales» of the form, `bag-info.txt` of BagIt.
const GIVEN: &[&str] = &["GeneralData", "BagInfo"];

/// A file is looked at again past 400 lines, and does not pass this.
const LONGEST: usize = 600;

/// Written by `UPDATE_DOOR=1`.
const GENERATED: &[&str] = &["ui/src/api/door.ts", "ui/src/api/wire.ts"];

struct File {
    path: String,
    text: String,
}

fn a_file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

/// Our files below these folders, with one of these endings.
fn files(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in folders {
        walk(root, &root.join(folder), endings, &mut found);
    }
    assert!(!found.is_empty(), "nothing to look at in {folders:?}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, at: &Path, endings: &[&str], found: &mut Vec<File>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(at)
        .unwrap_or_else(|error| panic!("{}: {error}", at.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "dist", "target"].contains(&name.as_str()) {
                walk(root, &path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let here = path.strip_prefix(root).unwrap().to_string_lossy();
            let here = here.replace('\\', "/");
            found.push(a_file(&here, &fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What a rule objects to in the house; and that it objects to this mistake.
fn keep(rule: impl Fn(&File) -> Vec<String>, mistake: &File, house: &[File]) {
    assert!(
        !rule(mistake).is_empty(),
        "the rule lets its own mistake pass: {}",
        mistake.text
    );
    let objections: Vec<String> = house.iter().flat_map(&rule).collect();
    assert!(objections.is_empty(), "\n{}\n", objections.join("\n"));
}

/// The lines that a rule objects to, with their place.
fn lines_where(file: &File, wrong: impl Fn(&str) -> bool) -> Vec<String> {
    file.text
        .lines()
        .enumerate()
        .filter(|(_, line)| wrong(line))
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}

/// The part of a Rust file that ships: what is before its tests, without comments.
fn shipped(file: &File) -> File {
    let code: Vec<&str> = file
        .text
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| {
            if line.trim_start().starts_with("//") {
                ""
            } else {
                line
            }
        })
        .collect();
    a_file(&file.path, &code.join("\n"))
}

fn depends_on(manifest: &str, other: &str) -> bool {
    manifest.lines().map(str::trim).any(|line| {
        line.starts_with(&format!("{other}.")) || line.starts_with(&format!("{other} ="))
    })
}

#[test]
fn arrows_point_one_way() {
    let rule = |room: &str, may_use: &[&str], manifest: &str| -> Vec<String> {
        ARROWS
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| depends_on(manifest, other) && !may_use.contains(other))
            .map(|other| format!("{room} may not use {other}"))
            .collect()
    };
    let mistaken = "[dependencies]\nstore.workspace = true\ndesk = { path = \"../desk\" }\n";
    assert_eq!(rule("checks", &["domain"], mistaken).len(), 2);

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut objections = Vec::new();
    for (room, may_use) in ARROWS {
        let manifest = root.join(format!("src-tauri/crates/{room}/Cargo.toml"));
        objections.extend(rule(room, may_use, &fs::read_to_string(manifest).unwrap()));
    }
    let app = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (_, app) = app.split_once("\n[dependencies]").unwrap();
    let (app, _) = app.split_once("\n[").unwrap();
    objections.extend(rule("the app", &["desk"], app));

    assert_eq!(objections, [""; 0]);
}

#[test]
fn every_crate_is_on_the_plan() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/crates");

    let mut rooms: Vec<String> = fs::read_dir(crates)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();

    rooms.sort();
    let mut planned: Vec<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    planned.sort_unstable();
    assert_eq!(
        rooms, planned,
        "a crate has a row in ARROWS, or is not opened"
    );
}

#[test]
fn the_root_holds_what_the_plan_says() {
    let strange = |name: &str| !TOP_LEVEL.contains(&name) && !GENERATED_TOP.contains(&name);
    assert!(strange("utils") && strange("package.json"));

    let mut names: Vec<String> = fs::read_dir(env!("CARGO_MANIFEST_DIR"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| strange(name))
        .collect();

    names.sort();
    assert_eq!(names, [""; 0], "not on the plan of the top level");
}

#[test]
fn no_file_is_too_long() {
    let rule = |file: &File| -> Vec<String> {
        let lines = file.text.lines().count();
        (lines > LONGEST && !GENERATED.contains(&file.path.as_str()))
            .then(|| format!("{} has {lines} lines", file.path))
            .into_iter()
            .collect()
    };

    keep(
        rule,
        &a_file("ui/src/long.ts", &"\n".repeat(LONGEST + 1)),
        &files(
            &[
                "src-tauri",
                "ui/src",
                "ui/isolation",
                "tests",
                "xtask",
                "benches",
            ],
            &[".rs", ".ts", ".svelte", ".css", ".js"],
        ),
    );
}

#[test]
fn names_say_what_a_thing_is() {
    let rule = |file: &File| {
        lines_where(file, |line| {
            declared(line).is_some_and(|name| {
                if GIVEN.contains(&name) {
                    return false;
                }
                words_of(name)
                    .iter()
                    .any(|word| BANNED.contains(&word.as_str()))
            })
        })
    };
    assert!(rule(&a_file("a.rs", "pub struct Databank;")).is_empty());
    assert!(rule(&a_file("a.rs", "impl Handlebar {}")).is_empty());

    keep(
        rule,
        &a_file("a.ts", concat!("export class Case", "Manager {")),
        &files(&["src-tauri", "ui/src", "tests", "xtask"], &[".rs", ".ts"]),
    );
}

#[test]
fn files_and_folders_say_what_they_hold() {
    let rule = |file: &File| -> Vec<String> {
        file.path
            .split('/')
            .filter(|name| *name != "lib.rs")
            .flat_map(|name| {
                let stem = name.split('.').next().unwrap();
                let mut words = words_of(stem);
                if !name.contains('.') && ["lib", "utils"].contains(&name) {
                    words.push("Utils".to_owned());
                }
                words
            })
            .filter(|word| BANNED.contains(&word.as_str()))
            .map(|word| format!("{} is named {word}", file.path))
            .collect()
    };

    keep(
        rule,
        &a_file("ui/src/lib/date_helper.rs", ""),
        &files(
            &["src-tauri", "ui/src", "tests", "xtask"],
            &[".rs", ".ts", ".svelte"],
        ),
    );
}

#[test]
fn a_room_does_not_import_a_room() {
    let rule = |file: &File| {
        let mut parts = file.path.strip_prefix("ui/src/rooms/").unwrap().split('/');
        let own = parts.next().unwrap().to_owned();
        lines_where(file, |line| {
            let Some((_, from)) = line.split_once("from \"").or(line.split_once("import(\""))
            else {
                return false;
            };
            from.starts_with("../")
                || (from.contains("rooms/") && !from.contains(&format!("rooms/{own}/")))
        })
    };

    keep(
        rule,
        &a_file(
            "ui/src/rooms/ec/x.ts",
            "import { Case } from \"../cases/ecCase.svelte.ts\";",
        ),
        &files(&["ui/src/rooms"], &[".ts", ".svelte"]),
    );
}

#[test]
fn only_the_api_knows_tauri() {
    let rule = |file: &File| {
        if file.path.starts_with("ui/src/api/") {
            return Vec::new();
        }
        lines_where(file, |line| {
            line.contains("@tauri-apps") || line.contains("__TAURI")
        })
    };

    keep(
        rule,
        &a_file(
            "ui/src/rooms/ec/x.ts",
            "import { invoke } from \"@tauri-apps/api/core\";",
        ),
        &files(&["ui/src"], &[".ts", ".svelte"]),
    );
}

#[test]
fn user_text_is_never_markup() {
    let rule = |file: &File| {
        lines_where(file, |line| {
            ["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML"]
                .iter()
                .any(|way| line.contains(way))
        })
    };

    keep(
        rule,
        &a_file("ui/src/x.svelte", "<p>{@html text}</p>"),
        &files(&["ui/src"], &[".ts", ".svelte"]),
    );
}

#[test]
fn only_the_store_speaks_sql() {
    let rule = |file: &File| {
        if file.path.starts_with("src-tauri/crates/store/") {
            return Vec::new();
        }
        let words = [
            "SELECT ",
            "INSERT INTO ",
            "CREATE TABLE ",
            "DELETE FROM ",
            "PRAGMA ",
        ];
        lines_where(&shipped(file), |line| {
            words.iter().any(|word| line.contains(word))
                || (line.contains("UPDATE ") && line.contains(" SET "))
        })
    };

    keep(
        rule,
        &a_file(
            "src-tauri/crates/desk/src/x.rs",
            "    \"SELECT id FROM act\",",
        ),
        &files(&["src-tauri"], &[".rs"]),
    );
}

#[test]
fn only_the_two_faces_ask_the_clock() {
    let rule = |file: &File| {
        let faces = ["src-tauri/src/lib.rs", "src-tauri/crates/cli/src/clock.rs"];
        if faces.contains(&file.path.as_str()) {
            return Vec::new();
        }
        let ways = ["Utc::now", "Local::now", "SystemTime::now", "Uuid::now_v7"];
        lines_where(&shipped(file), |line| {
            ways.iter().any(|way| line.contains(way))
        })
    };

    keep(
        rule,
        &a_file(
            "src-tauri/crates/desk/src/x.rs",
            "let today = Local::now();",
        ),
        &files(&["src-tauri"], &[".rs"]),
    );
}

#[test]
fn the_domain_is_a_promise_to_nobody_outside() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("src-tauri/crates/domain/Cargo.toml")).unwrap();

    for outside in ["serde", "serde_json", "rusqlite", "tauri", "tokio", "ts-rs"] {
        assert!(!depends_on(&manifest, outside), "domain uses {outside}");
    }
    assert!(
        depends_on(&manifest, "chrono"),
        "the test reads the manifest"
    );
}

#[test]
fn what_ships_never_unwraps() {
    let rule = |file: &File| {
        let said = file.text.contains("deny(clippy::unwrap_used)");
        (!said)
            .then(|| format!("{} does not forbid unwrap", file.path))
            .into_iter()
            .collect::<Vec<_>>()
    };

    let roots: Vec<File> = files(&["src-tauri"], &[".rs"])
        .into_iter()
        .filter(|file| file.path.ends_with("/src/lib.rs"))
        .collect();
    keep(rule, &a_file("lib.rs", "//! A room."), &roots);
}

/// The name that a line declares, if it declares one.
fn declared(line: &str) -> Option<&str> {
    let kinds = [
        "struct",
        "enum",
        "trait",
        "type",
        "class",
        "interface",
        "mod",
    ];
    let mut words = line.split_whitespace();
    words.find(|word| kinds.contains(word))?;
    let name = words.next()?;
    let end = name
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(name.len());
    (end > 0).then(|| &name[..end])
}

/// The words of a name, each with its capital: `case_helper` and `CaseHelper` alike.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split(['_', '-']) {
        let mut fresh = true;
        for c in part.chars() {
            if fresh || c.is_uppercase() {
                words.push(c.to_uppercase().collect());
            } else if let Some(word) = words.last_mut() {
                word.push(c);
            }
            fresh = false;
        }
    }
    words
}
