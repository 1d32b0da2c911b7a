//! Packets that are none, that want out of their folder, or that would not fit.

use std::io::{Cursor, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use desk::Code;
use desk::wire::MakePacket;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::bags::{open, zipped};
use crate::office::{Office, told, verify};

const BAGIT: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Neither verified nor taken in, and the workspace stays empty and sound.
fn is_no_packet(name: &str, bytes: &[u8]) {
    let mut office = Office::on_disk(1);
    let path = office.place(name);
    std::fs::write(&path, bytes).unwrap();

    let verified = verify(path.as_ref());

    assert!(
        !verified.sound && !verified.differences.is_empty(),
        "{name}"
    );
    assert!(verified.differences.iter().all(|one| !one.says.is_empty()));
    told(&office.take_in(&path).unwrap_err(), Code::PacketUnsound);
    let all = desk::wire::AskStandards {
        query: String::new(),
        state: None,
    };
    assert_eq!(office.desk.standards(all).unwrap().total, 0);
    office.is_sound();
    let mut names: Vec<_> = std::fs::read_dir(office.folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut wanted = [name, "oficina.cauce"];
    wanted.sort_unstable();
    assert_eq!(names, wanted, "something was left in the folder");
}

#[test]
fn what_is_no_zip_is_no_packet() {
    is_no_packet("vacio.zip", b"");
    is_no_packet("texto.zip", b"Esto no es un paquete.");
    is_no_packet("firma.zip", b"PK\x03\x04 y nada mas");
}

#[test]
fn a_zip_without_a_bag_is_no_packet() {
    is_no_packet("suelto.zip", &zipped(&[("carta.txt", b"Hola")]));
    is_no_packet("carpeta.zip", &zipped(&[("bolsa/data/carta.txt", b"Hola")]));
    is_no_packet(
        "dos.zip",
        &zipped(&[("a/bagit.txt", BAGIT), ("b/bagit.txt", BAGIT)]),
    );
    is_no_packet("hueca.zip", &zipped(&[("a/bagit.txt", BAGIT)]));
}

#[test]
fn a_path_that_leads_out_of_a_packet_is_not_followed() {
    for path in [
        "a/../../fuera.txt",
        "a/data/../../fuera.txt",
        "/etc/fuera.txt",
        "a//fuera.txt",
        "a/data\\..\\fuera.txt",
        "../a/fuera.txt",
    ] {
        is_no_packet(
            "fuera.zip",
            &zipped(&[("a/bagit.txt", BAGIT), (path, b"fuera")]),
        );
    }
}

#[test]
fn a_zip_bomb_is_not_opened_out() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a/bagit.txt", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(BAGIT).unwrap();
    let nothing = vec![0; 1 << 20];
    for bomb in 0..3 {
        let options = SimpleFileOptions::default().large_file(true);
        zip.start_file(format!("a/data/bomba{bomb}.bin"), options)
            .unwrap();
        for _ in 0..800 {
            zip.write_all(&nothing).unwrap();
        }
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 10_000_000);
    let begun = std::time::Instant::now();

    is_no_packet("bomba.zip", &bytes);

    assert!(begun.elapsed().as_secs() < 60, "it was opened out");
}

#[test]
fn a_packet_that_came_cut_short_is_told() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let packet = office.packet(&id, "uno").unwrap();
    let bytes = std::fs::read(&packet.path).unwrap();
    for part in [1, 2, 3, 9] {
        is_no_packet("corto.zip", &bytes[..bytes.len() * part / 10]);
    }
    is_no_packet("corto.zip", &bytes[..bytes.len() - 1]);
}

#[test]
fn a_packet_of_another_case_under_its_name_is_told() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let whole = open(&office.packet(&id, "uno").unwrap().path);
    let mut twin = Office::in_memory(9);
    let other = twin.a_ready_case();
    let theirs = open(&twin.packet(&other, "uno").unwrap().path);
    for part in [
        "data/actos/cadena.json",
        "data/expediente/contenido.json",
        "data/estandar/estandar.json",
    ] {
        let mut bag = whole.clone();
        bag.files
            .insert(part.to_owned(), theirs.files[part].clone());
        bag.rewrite_manifests();

        is_no_packet("mezcla.zip", &bag.shut());
    }
}

const WORKSPACE: &str = "CAUCE_STORY_WORKSPACE";
const PACKING: &str =
    "bad_packets::a_process_that_dies_while_it_packs_leaves_no_packet_that_the_case_does_not_know";

/// A process of its own that makes the packet of a case.
fn packing(office: &Office, id: &str, dir: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", PACKING])
        .envs([("CAUCE_STORY_CASE", id), ("CAUCE_STORY_DIR", dir)])
        .env(WORKSPACE, office.workspace())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Killed at moments spread over the time that packing takes: what has a packet's name in the folder
/// is always a packet that the case knows, and the work can be done again.
#[test]
fn a_process_that_dies_while_it_packs_leaves_no_packet_that_the_case_does_not_know() {
    if let Ok(workspace) = std::env::var(WORKSPACE) {
        let mut office = Office::in_memory(1);
        office.hands.set("2026-07-07");
        office.desk = office.window_on(workspace.as_ref()).unwrap();
        let (id, dir) = (
            std::env::var("CAUCE_STORY_CASE"),
            std::env::var("CAUCE_STORY_DIR"),
        );
        let destination = "covacec".to_owned();
        let asked = MakePacket {
            id: id.unwrap(),
            destination,
            dir: dir.unwrap(),
        };
        office.make_packet(asked).unwrap();
        return;
    }
    let mut office = Office::on_disk(1);
    let id = office.a_ready_case();
    let before = office.folder.path().join("antes");
    std::fs::copy(office.workspace(), &before).unwrap();
    let dir = office.drawer("paquetes");
    let begun = Instant::now();
    assert!(packing(&office, &id, &dir).wait().unwrap().success());
    let whole = begun.elapsed();
    for eighths in 4..=9 {
        std::fs::copy(&before, office.workspace()).unwrap();
        std::fs::remove_dir_all(&dir).unwrap();
        office.drawer("paquetes");
        let mut child = packing(&office, &id, &dir);
        std::thread::sleep(whole * eighths / 8);
        child.kill().unwrap();
        child.wait().unwrap();

        office.desk = office.another_window().unwrap();

        office.is_sound();
        for file in std::fs::read_dir(&dir).unwrap() {
            let path = file.unwrap().path().display().to_string();
            if path.ends_with(".zip") {
                assert_eq!(
                    office.take_in(&path).unwrap().outcome,
                    "SAME",
                    "the case does not know it"
                );
            }
        }
        let again = office.packet(&id, "paquetes").unwrap();
        assert!(verify(again.path.as_ref()).sound);
        office.is_sound();
    }
}
