//! A stage for one journey: a screen of its own, a driver of its own, a workspace of its own, and
//! the real application.
//!
//! WebKitWebDriver holds one session, so journeys follow each other: the stage is taken by one at
//! a time. The screen is virtual even where there is a real one: a journey disturbs nobody.

use std::fs;
use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

use crate::page::Page;

/// The application under test, as cargo built it.
pub(crate) const APP: &str = env!("CARGO_BIN_EXE_cauce");

/// How long a window may take to show itself on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// One journey at a time.
static TURN: Mutex<()> = Mutex::new(());

/// Where pictures of the journeys are left.
pub(crate) fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/journeys");
    fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

/// A process that ends when it is dropped, with all that it started.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual screen.
pub(crate) struct Screen {
    name: String,
    _server: Running,
}

impl Screen {
    pub(crate) fn open() -> Screen {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x1000x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed: `cargo xtask test` installs it");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("it was piped"))
            .read_line(&mut number)
            .expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Screen {
            name: format!(":{}", number.trim()),
            _server: Running(server),
        }
    }
}

/// What a journey has to itself.
pub(crate) struct Stage {
    screen: Screen,
    folder: TempDir,
}

impl Stage {
    pub(crate) fn new() -> Stage {
        Stage {
            screen: Screen::open(),
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        }
    }

    /// The name of the screen, as X calls it.
    pub(crate) fn screen(&self) -> &str {
        &self.screen.name
    }

    /// A path in the journey's own folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.path("espacio.cauce")
    }

    /// Writes a file into the journey's own folder.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("the journey's folder can be written");
        path
    }

    /// Answers the next native dialog: such a dialog cannot be driven.
    pub(crate) fn pick(&self, path: &Path) {
        let waiting = fs::read_to_string(self.picks_file()).unwrap_or_default();
        let queue = format!("{waiting}{}\n", path.display());
        fs::write(self.picks_file(), queue).expect("the journey's folder can be written");
    }

    fn picks_file(&self) -> PathBuf {
        self.path("elegidos.txt")
    }

    /// A command that sees only this stage.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.screen.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            .env("XDG_DATA_HOME", self.path("datos"))
            .env("XDG_CONFIG_HOME", self.path("ajustes"))
            .env("XDG_CACHE_HOME", self.path("copias"))
            .env("CAUCE_WORKSPACE", self.workspace())
            .env("CAUCE_PICK", self.picks_file())
            .stdin(Stdio::null());
        command
    }

    /// Opens the application under a driver, and waits until its page is there.
    pub(crate) async fn open(&self, binary: &str, arguments: &[&str]) -> Window {
        let port = free_port();
        let driver = self
            .command("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed: `cargo xtask test` installs it");
        let driver = Running(driver);
        let wanted = json!({
            "webkitgtk:browserOptions": { "binary": binary, "args": arguments }
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(serde_json::from_value(wanted).expect("it is an object"));
        let start = Instant::now();
        let client = loop {
            match builder.connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(client) => break client,
                Err(error) if start.elapsed() > PATIENCE => panic!("no window: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let page = Page::new(client);
        page.is_there().await;
        Window { page, driver }
    }
}

/// The open application. The driver, and with it the application, ends when this is dropped.
pub(crate) struct Window {
    pub(crate) page: Page,
    driver: Running,
}

impl Window {
    /// The driver's process, of which the application is a child.
    pub(crate) fn driver(&self) -> u32 {
        self.driver.0.id()
    }
}

/// A port nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a loopback");
    let address = listener.local_addr().expect("it was bound");
    address.port()
}

/// Goes on a journey in the real window; if it fails, leaves a picture of where.
pub(crate) fn journey<F>(name: &str, go: impl FnOnce(std::sync::Arc<Stage>, Page) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        let page = window.page.clone();
        let gone = tokio::spawn(go(stage.clone(), page.clone())).await;
        if let Err(failure) = gone {
            page.picture(&format!("{name}-falla")).await;
            eprintln!("{}", page.said().await);
            page.leave().await;
            resume_unwind(failure.into_panic());
        }
        page.leave().await;
    });
}

/// Takes the stage for a journey that opens its windows itself.
pub(crate) fn on_stage<F: Future<Output = ()>>(go: impl FnOnce(std::sync::Arc<Stage>) -> F) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be made")
        .block_on(go(std::sync::Arc::new(Stage::new())));
}
