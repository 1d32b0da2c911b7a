//! One list of commands: the door's. The window's types, the isolation frame, the permissions and
//! the capability say the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cauce_app::door::{COMMANDS, contract};
use serde_json::Value;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_default()
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

#[test]
fn what_the_window_reads_of_the_door_is_current() {
    let contract = contract();
    let written = [
        ("ui/src/api/door.ts", contract.door),
        ("ui/src/api/wire.ts", contract.wire),
        ("ui/isolation/commands.js", contract.commands),
    ];

    if std::env::var_os("UPDATE_DOOR").is_some() {
        for (path, text) in &written {
            fs::write(at(path), text).unwrap();
        }
    }

    for (path, text) in &written {
        assert!(
            read(path) == *text,
            "{path} is not what the door says: `UPDATE_DOOR=1 cargo test --test door` rewrites it"
        );
    }
}

#[test]
fn no_name_stands_twice_on_the_door() {
    let names = set(COMMANDS.iter().copied());

    assert_eq!(names.len(), COMMANDS.len());
    assert!(!COMMANDS.is_empty());
}

#[test]
fn every_command_has_its_permission_and_no_other_has_one() {
    let permissions = read("src-tauri/permissions/app.toml");
    let wanted = set(COMMANDS.iter().copied());

    let allowed: BTreeSet<String> = permissions
        .lines()
        .filter_map(|line| {
            line.strip_prefix("commands.allow = [\"")?
                .strip_suffix("\"]")
        })
        .map(str::to_owned)
        .collect();
    let together = permissions.split("[[set]]").nth(1).unwrap_or_default();
    let granted: BTreeSet<String> = together
        .lines()
        .filter_map(|line| line.trim().strip_prefix("\"allow-")?.strip_suffix("\","))
        .map(|name| name.replace('-', "_"))
        .collect();

    assert_eq!(allowed, wanted, "the permissions, and the door");
    assert_eq!(
        granted, wanted,
        "the set that the window holds, and the door"
    );
}

#[test]
fn the_window_holds_the_door_and_nothing_else_but_leave_to_close() {
    let capability: Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();

    let held: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();

    let needed = [
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "core:window:allow-destroy",
        "core:webview:allow-set-webview-zoom",
        "the-door",
    ];
    assert_eq!(held, set(needed));
    assert!(capability.get("remote").is_none(), "no page from outside");
    let all = fs::read_dir(at("src-tauri/capabilities")).unwrap().count();
    assert_eq!(all, 1, "there is one window, and it has one capability");
}

#[test]
fn the_policy_lets_nothing_in_from_outside() {
    let config: Value = serde_json::from_str(&read("tauri.conf.json")).unwrap();
    let security = &config["app"]["security"];

    let policy = security["csp"].as_object().unwrap();
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            let ours = [
                "'self'",
                "'none'",
                "data:",
                "blob:",
                "ipc:",
                "http://ipc.localhost",
            ];
            assert!(ours.contains(&source), "{directive} lets {source} in");
        }
    }
    assert_eq!(policy["default-src"], "'self'");
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["style-src"], "'self'");
    assert_eq!(policy["object-src"], "'none'");
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["pattern"]["use"], "isolation");
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert!(
        security
            .get("dangerousDisableAssetCspModification")
            .is_none()
    );
    assert_eq!(config["app"]["withGlobalTauri"], false);
}
