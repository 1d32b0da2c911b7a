//! Where the log goes: a file beside the workspace, kept small.
//!
//! What is logged is English, for whoever mends the app, and carries no text that a person typed.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

/// Past this size, the log of before is kept once and a new one begins.
const LARGEST: u64 = 1_000_000;

/// Begins to log; without a place to write, the app runs all the same.
pub(crate) fn begin(folder: &Path) {
    if let Err(error) = write_to(folder) {
        eprintln!("the log cannot be written: {error}");
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!("panicked at {}", place.unwrap_or_default());
        eprintln!("{panic}");
    }));
}

fn write_to(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = folder.join("cauce.log");
    if fs::metadata(&path).is_ok_and(|log| log.len() > LARGEST) {
        fs::rename(&path, folder.join("cauce.anterior.log"))?;
    }
    let file = OpenOptions::new().create(true).append(true).open(path)?;
    let begun = tracing_subscriber::fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_max_level(tracing::Level::INFO)
        .try_init();
    begun.map_err(std::io::Error::other)
}
