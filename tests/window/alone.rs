//! Alone: the application opens no socket that could reach another machine.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::rooms::load_sample;
use crate::sockets::{family, internet_sockets, name_of};
use crate::stage::{APP, Running, on_stage};

#[test]
fn the_application_by_itself_opens_no_socket() {
    on_stage(|stage| async move {
        let app = stage.command(APP).spawn().expect("the application starts");
        let app = Running(app);
        let process = app.0.id();

        let start = Instant::now();
        let mut seen = BTreeSet::new();
        while start.elapsed() < Duration::from_secs(4) {
            seen.extend(internet_sockets(process));
            tokio::time::sleep(Duration::from_millis(10)).await;
        }

        let names: Vec<String> = family(process).into_iter().map(name_of).collect();
        assert!(
            names.iter().any(|name| name.starts_with("WebKitWebProces")),
            "the page was not even open: {names:?}"
        );
        assert!(stage.workspace().exists(), "the page did not ask the desk");
        assert_eq!(seen, BTreeSet::new());
    });
}

#[test]
fn at_work_it_opens_no_socket_but_the_drivers() {
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        let app = family(window.driver())
            .into_iter()
            .find(|process| name_of(*process) == "cauce")
            .expect("the driver started the application");
        let done = Arc::new(AtomicBool::new(false));
        let watching = done.clone();
        let watch = std::thread::spawn(move || {
            let mut seen = BTreeSet::new();
            while !watching.load(Ordering::Relaxed) {
                seen.extend(internet_sockets(app));
                std::thread::sleep(Duration::from_millis(10));
            }
            seen
        });

        load_sample(&window.page).await;
        for room in ["Inicio", "Estándares", "Ajustes"] {
            window.page.press(room).await;
            window.page.settled().await;
        }
        done.store(true, Ordering::Relaxed);
        let seen = watch.join().expect("the watch ends");

        let driver = inspector_port(app);
        let others: Vec<&String> = seen
            .iter()
            .filter(|socket| !socket.contains(&driver))
            .collect();
        assert_eq!(others, [&""; 0], "besides the driver's on {driver}");
        assert!(!seen.is_empty(), "the watch sees the driver's own socket");
    });
}

/// The port at which the driver speaks with the webview, as the kernel writes it.
fn inspector_port(process: u32) -> String {
    let environment = fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
    let environment = String::from_utf8_lossy(&environment).into_owned();
    let address = environment
        .split('\0')
        .find_map(|pair| pair.strip_prefix("WEBKIT_INSPECTOR_SERVER="))
        .expect("the driver says where it listens");
    let port = address
        .rsplit(':')
        .next()
        .and_then(|port| port.parse::<u16>().ok());
    format!(
        "0100007F:{:04X}",
        port.expect("it is a port of the loopback")
    )
}
