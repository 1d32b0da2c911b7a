//! This very test program, started again as another process.

use std::path::Path;
use std::process::{Child, Command, Stdio};

const PATH: &str = "CAUCE_STORE_CHILD";

/// The path a child was given; nothing in the first process.
pub(super) fn path() -> Option<String> {
    std::env::var(PATH).ok()
}

/// Starts one test of this program in a process of its own, as another user if one is given.
pub(super) fn start(test: &str, path: &Path, user: Option<u32>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(PATH, path)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(unix)]
    if let Some(user) = user {
        use std::os::unix::process::CommandExt as _;
        command.uid(user).gid(user);
    }
    command.spawn().unwrap()
}
