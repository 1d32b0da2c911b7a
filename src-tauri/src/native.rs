//! The few commands that only a desktop can do: choose a file, show where one is, let the window
//! go.
//!
//! The page has no permission to open a dialog: it says what it wants a file for, and is told the
//! path the person chose.

use std::path::{Path, PathBuf};
use std::process::Command;

use desk::wire::{AtPath, Nothing, Trouble};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

use crate::leaving::Leaving;
use crate::the_desk::{self, TheDesk};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PickKind {
    /// The text of a standard, to read.
    Standard,
    /// An official list, to bring in.
    Catalogue,
    /// Any file, to keep as evidence.
    Evidence,
    /// A packet, to verify or take in.
    Packet,
    /// A workspace, to open in the place of this one.
    Workspace,
    /// A workspace to begin where there is none.
    NewWorkspace,
    /// A folder, to put a packet in.
    Folder,
    /// A PDF to write.
    SavePdf,
    /// A Word document to write.
    SaveDocx,
    /// A workbook to read, or an outline.
    Sheet,
    /// A picture to write.
    SaveSvg,
    /// A JSON file to write.
    SaveJson,
    /// A book of sheets to write.
    SaveXlsx,
    /// Where to write a calendar of what falls due.
    SaveIcs,
    /// Material of an instrument, to keep as an annex.
    Annex,
    /// A copy of a file of evidence to write.
    SaveEvidence,
}

/// A file to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PickFile {
    /// What for.
    pub kind: PickKind,
    /// The name to begin with, where one is written.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
}

/// What the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PickedFile {
    /// The path; null when nothing was chosen.
    pub path: Option<String>,
}

/// Asks the person for a file or a folder.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(
    app: AppHandle<R>,
    request: PickFile,
) -> Result<PickedFile, Trouble> {
    #[cfg(feature = "window")]
    if let Some(queue) = std::env::var_os("CAUCE_PICK") {
        return Ok(next_of(std::path::Path::new(&queue)));
    }
    let (tell, told) = oneshot::channel();
    let answer = move |chosen: Option<FilePath>| {
        // Nobody waits any longer when the window has closed meanwhile.
        let _ = tell.send(chosen);
    };
    let dialog = dialog(&app, &request);
    match request.kind {
        PickKind::Folder => dialog.pick_folder(answer),
        PickKind::SavePdf
        | PickKind::SaveDocx
        | PickKind::SaveSvg
        | PickKind::SaveJson
        | PickKind::SaveXlsx
        | PickKind::SaveIcs
        | PickKind::SaveEvidence
        | PickKind::NewWorkspace => dialog.save_file(answer),
        PickKind::Standard
        | PickKind::Evidence
        | PickKind::Annex
        | PickKind::Catalogue
        | PickKind::Sheet
        | PickKind::Packet
        | PickKind::Workspace => dialog.pick_file(answer),
    }
    let chosen = told.await.unwrap_or_default();
    let path = chosen.and_then(|path| path.into_path().ok());
    Ok(PickedFile {
        path: path.as_deref().map(shown),
    })
}

fn dialog<R: Runtime>(app: &AppHandle<R>, request: &PickFile) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    let dialog = match request.kind {
        PickKind::Standard => dialog
            .set_title("Elegir el documento del estándar")
            .add_filter("PDF, Word o texto", &["pdf", "docx", "txt"]),
        PickKind::Catalogue => dialog
            .set_title("Elegir el archivo del catálogo")
            .add_filter("Lista en CSV o Excel", &["csv", "txt", "xlsx"]),
        PickKind::Evidence => dialog.set_title("Elegir el archivo que se adjunta"),
        PickKind::Packet => dialog
            .set_title("Elegir el paquete")
            .add_filter("Paquete", &["zip"]),
        PickKind::Workspace => dialog.set_title("Elegir el espacio de trabajo"),
        PickKind::NewWorkspace => dialog
            .set_title("Empezar otro espacio de trabajo")
            .add_filter("Espacio de trabajo", &["cauce"]),
        PickKind::Folder => dialog.set_title("Elegir la carpeta donde se guarda"),
        PickKind::SavePdf => dialog
            .set_title("Guardar como PDF")
            .add_filter("PDF", &["pdf"]),
        PickKind::SaveDocx => dialog
            .set_title("Guardar como Word")
            .add_filter("Word", &["docx"]),
        PickKind::Sheet => dialog
            .set_title("Elegir el archivo que se importa")
            .add_filter("Excel, Word o texto", &["xlsx", "docx", "txt"]),
        PickKind::SaveSvg => dialog
            .set_title("Guardar como imagen")
            .add_filter("SVG", &["svg"]),
        PickKind::SaveJson => dialog
            .set_title("Guardar como JSON")
            .add_filter("JSON", &["json"]),
        PickKind::SaveXlsx => dialog
            .set_title("Guardar como Excel")
            .add_filter("Excel", &["xlsx"]),
        PickKind::SaveIcs => dialog
            .set_title("Guardar el calendario")
            .add_filter("Calendario", &["ics"]),
        PickKind::Annex => dialog.set_title("Elegir el archivo del anexo"),
        PickKind::SaveEvidence => dialog.set_title("Guardar una copia del archivo"),
    };
    let dialog = match &request.name {
        Some(name) => dialog.set_file_name(name),
        None => dialog,
    };
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// The next answer that a journey has queued, for a native dialog cannot be driven. Only built for
/// the journeys.
#[cfg(feature = "window")]
fn next_of(queue: &std::path::Path) -> PickedFile {
    let waiting = std::fs::read_to_string(queue).unwrap_or_default();
    let mut lines = waiting.lines();
    let path = lines.next().filter(|line| !line.is_empty());
    let path = path.map(str::to_owned);
    let rest: Vec<String> = lines.map(|line| format!("{line}\n")).collect();
    let _ = std::fs::write(queue, rest.concat());
    PickedFile { path }
}

/// Shows in the system's file manager the folder where a file is.
#[tauri::command]
pub(crate) async fn reveal(request: AtPath) -> Result<Nothing, Trouble> {
    let path = PathBuf::from(request.path);
    let folder = if path.is_dir() {
        Some(path.as_path())
    } else {
        path.parent()
    };
    if let Some(folder) = folder.filter(|folder| folder.is_dir())
        && let Err(error) = Command::new(file_manager()).arg(folder).spawn()
    {
        tracing::warn!("no file manager: {error}");
    }
    Ok(Nothing {})
}

fn file_manager() -> &'static str {
    if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    }
}

/// The file that this window works in, and the copies that were kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// The file.
    pub path: String,
    /// Copies of it that Cauce kept before it changed its format, each by its path.
    pub copies: Vec<String>,
}

/// Which file this window works in, whether it opens or not.
#[tauri::command]
pub(crate) async fn workspace(
    desk: State<'_, TheDesk>,
    request: Nothing,
) -> Result<WorkspaceView, Trouble> {
    let Nothing {} = request;
    let path = desk.workspace();
    let copies = copies_of(&path).iter().map(|copy| shown(copy)).collect();
    Ok(WorkspaceView {
        path: shown(&path),
        copies,
    })
}

/// Opens another workspace in this window. Where it does not open, the one there was stays.
#[tauri::command]
pub(crate) async fn open_workspace(
    desk: State<'_, TheDesk>,
    request: AtPath,
) -> Result<WorkspaceView, Trouble> {
    let here = desk.inner().clone();
    let path = PathBuf::from(request.path);
    let opened = tauri::async_runtime::spawn_blocking(move || here.change_to(&path)).await;
    opened.unwrap_or_else(|failure| {
        Err(the_desk::panicked("open_workspace", &failure.to_string()))
    })?;
    workspace(desk, Nothing {}).await
}

/// The copies that the store keeps beside a workspace, the newest name last.
fn copies_of(workspace: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (workspace.parent(), workspace.file_name()) else {
        return Vec::new();
    };
    let begins = format!("{}.formato-", name.to_string_lossy());
    let beside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut copies: Vec<PathBuf> = beside
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&begins))
        .map(|entry| entry.path())
        .collect();
    copies.sort();
    copies
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The page has something that must not be lost: the window stays.
#[tauri::command]
pub(crate) async fn stay_open(
    leaving: State<'_, Leaving>,
    request: Nothing,
) -> Result<Nothing, Trouble> {
    leaving.forget();
    Ok(request)
}

#[cfg(all(test, feature = "window"))]
mod tests {
    use super::*;

    #[test]
    fn queued_answers_are_given_in_order_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let queue = folder.path().join("elegidos.txt");
        std::fs::write(&queue, "/a/uno.pdf\n\n/a/dos.pdf\n").unwrap();

        let answers: Vec<_> = (0..4).map(|_| next_of(&queue).path).collect();

        let path = |name: &str| Some(name.to_owned());
        assert_eq!(
            answers,
            [path("/a/uno.pdf"), None, path("/a/dos.pdf"), None]
        );
    }
}
