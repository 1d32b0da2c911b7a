//! The shell.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

/// Opens the window.
pub fn run() {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![close_now])
        .run(tauri::generate_context!())
        .expect("the window must open");
}

#[tauri::command(async)]
fn close_now(window: tauri::WebviewWindow) -> String {
    window.label().to_owned()
}
