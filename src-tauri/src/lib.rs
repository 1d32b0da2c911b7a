//! The shell: one window on one workspace, and the door between them.
//!
//! It knows no rule. It opens the desk, hands it what the window asks, and asks the clock on its
//! behalf: nothing below knows what day it is.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod door;
mod hold;
mod leaving;
mod log;
pub mod native;
mod the_desk;
mod work;

use std::path::Path;

use chrono::{Local, Utc};
use desk::Moment;
use tauri::{Manager, WindowEvent};

use leaving::Leaving;
pub use the_desk::TheDesk;
pub use work::Works;

/// Opens the window.
pub fn run() {
    let workspace = desk::default_workspace();
    log::begin(workspace.parent().unwrap_or(Path::new(".")));
    let desk = TheDesk::on(workspace, desk::default_person(), now);
    let run = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(desk)
        .manage(Leaving::default())
        .manage(Works::default())
        .invoke_handler(door::handler())
        .on_window_event(|window, event| {
            match event {
                WindowEvent::CloseRequested { .. } => window.state::<Leaving>().asked(window),
                WindowEvent::Destroyed => window.state::<Works>().leave(),
                _ => {} // The window does as it does.
            }
        })
        .run(tauri::generate_context!());
    if let Err(error) = run {
        tracing::error!("the window did not open: {error}");
        eprintln!("Cauce no pudo abrir su ventana: {error}");
        std::process::exit(2);
    }
}

/// What the clock and chance say. Nothing else in the shell asks them.
fn now() -> Moment {
    let here = Local::now();
    let millis = Utc::now().timestamp_millis();
    Moment {
        today: here.date_naive(),
        millis: u64::try_from(millis).unwrap_or_default(),
        offset_minutes: here.offset().local_minus_utc() / 60,
        chance: uuid::Uuid::new_v4().as_u128(),
    }
}
