//! What crosses, as the page would send it.

use std::path::Path;

use cauce_app::{TheDesk, Works};
use desk::Moment;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

/// The third of July of 2026, at noon in Mexico.
fn a_moment() -> Moment {
    Moment {
        today: chrono::NaiveDate::from_ymd_opt(2026, 7, 3).unwrap(),
        millis: 1_783_101_600_000,
        offset_minutes: -360,
        chance: 7,
    }
}

/// A window on a workspace that is gone when the test is.
pub(crate) fn a_window() -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    a_window_over(TheDesk::in_memory("Coordinación".to_owned(), a_moment))
}

/// A window on a workspace in a file.
fn a_window_on(path: &Path) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let person = "Coordinación".to_owned();
    a_window_over(TheDesk::on(path.to_owned(), person, a_moment))
}

fn a_window_over(desk: TheDesk) -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let app = mock_builder()
        .manage(desk)
        .manage(Works::default())
        .invoke_handler(cauce_app::door::handler())
        .build(mock_context(noop_assets()))
        .unwrap();
    let window = WebviewWindowBuilder::new(&app, "main", Default::default())
        .build()
        .unwrap();
    (app, window)
}

pub(crate) fn ask(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    payload: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(payload),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize::<Value>().unwrap())
}

#[test]
fn a_view_comes_back_in_camel_case() {
    let (_app, window) = a_window();

    let settings = ask(&window, "settings", json!({ "request": {} })).unwrap();

    assert_eq!(settings["person"], "Coordinación");
    assert!(settings["rulePacks"].is_array(), "{settings}");
}

#[test]
fn what_is_not_there_is_said_with_its_code_and_in_spanish() {
    let (_app, window) = a_window();

    let id = "00000000-0000-7000-8000-000000000000";
    let trouble = ask(&window, "standard", json!({ "request": { "id": id } })).unwrap_err();

    assert_eq!(trouble["code"], "NOT_FOUND");
    assert!(
        trouble["says"].as_str().unwrap().contains("Nada cambió"),
        "{trouble}"
    );
    assert_eq!(trouble["unmet"], json!([]));
}

#[test]
fn a_request_that_lacks_something_never_reaches_the_desk() {
    let (_app, window) = a_window();

    let refused = ask(&window, "standard", json!({ "request": {} })).unwrap_err();

    assert!(refused.as_str().unwrap().contains("id"), "{refused}");
}

#[test]
fn what_is_not_on_the_door_is_not_answered() {
    let (_app, window) = a_window();

    let refused = ask(&window, "drop_everything", json!({ "request": {} })).unwrap_err();

    assert!(
        refused.as_str().unwrap().contains("drop_everything"),
        "{refused}"
    );
}

#[test]
fn a_desk_that_does_not_open_says_why_and_is_tried_again() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "esto no es un espacio de trabajo").unwrap();
    let path = file.path().to_owned();
    let (_app, window) = a_window_on(&path);

    let trouble = ask(&window, "settings", json!({ "request": {} })).unwrap_err();
    std::fs::remove_file(&path).unwrap();
    let settings = ask(&window, "settings", json!({ "request": {} }));

    let code = trouble["code"].as_str().unwrap();
    assert!(code.starts_with("WORKSPACE_"), "{trouble}");
    assert!(settings.is_ok(), "{settings:?}");
}

#[test]
fn a_second_window_on_the_same_workspace_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("espacio.cauce");
    let (_app, first) = a_window_on(&path);
    let (_other, second) = a_window_on(&path);

    let settings = ask(&first, "settings", json!({ "request": {} }));
    let trouble = ask(&second, "settings", json!({ "request": {} })).unwrap_err();

    assert!(settings.is_ok(), "{settings:?}");
    assert_eq!(trouble["code"], "WORKSPACE_LOCKED", "{trouble}");
}
