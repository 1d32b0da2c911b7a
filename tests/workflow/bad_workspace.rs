//! A workspace that cannot be written, or cannot be believed.

use std::fs;
use std::sync::mpsc;

use desk::Code;
use desk::wire::ExportDocument;
use store::{Access, Store};

use crate::machine::Disk;
use crate::office::{Office, general, said, told};

/// Opening it fails with this code, and it is left as it was.
fn is_refused(office: &Office, code: Code) {
    let before = fs::read(office.workspace()).unwrap();

    let error = office.another_window().err().expect("it opened");

    told(&error, code);
    assert!(
        fs::read(office.workspace()).unwrap() == before,
        "it was written in"
    );
}

/// A workspace with the sample in it, and nobody at it.
fn a_workspace() -> Office {
    let mut office = Office::on_disk(1);
    office.sample();
    office.desk = desk::Desk::in_memory("nadie", Box::new(|| unreachable!())).unwrap();
    office
}

#[test]
fn a_file_of_another_kind_is_no_workspace() {
    let office = a_workspace();
    fs::write(
        office.workspace(),
        "unas notas, no un espacio de trabajo\n".repeat(400),
    )
    .unwrap();
    is_refused(&office, Code::WorkspaceNot);
    fs::remove_file(office.workspace()).unwrap();
    fs::create_dir(office.workspace()).unwrap();
    told(&office.another_window().err().unwrap(), Code::WorkspaceNot);
}

#[test]
fn a_workspace_from_the_future_is_left_as_it_is() {
    let office = a_workspace();
    let mut bytes = fs::read(office.workspace()).unwrap();
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(office.workspace(), bytes).unwrap();

    is_refused(&office, Code::WorkspaceTooNew);
}

#[test]
fn a_damaged_workspace_is_not_written_in() {
    let office = a_workspace();
    let mut bytes = fs::read(office.workspace()).unwrap();
    bytes[4096..].fill(0xA5);
    fs::write(office.workspace(), bytes).unwrap();

    is_refused(&office, Code::WorkspaceDamaged);
}

#[test]
fn a_workspace_cut_short_is_damaged() {
    let office = a_workspace();
    let bytes = fs::read(office.workspace()).unwrap();
    fs::write(office.workspace(), &bytes[..bytes.len() / 2]).unwrap();

    is_refused(&office, Code::WorkspaceDamaged);
}

#[test]
fn a_changed_letter_in_a_sealed_act_is_told() {
    let mut office = a_workspace();
    let mut bytes = fs::read(office.workspace()).unwrap();
    let needle = br#""origin":"SAMPLE""#;
    let at = bytes
        .windows(needle.len())
        .position(|window| window == needle)
        .unwrap();
    bytes[at + 12] = b'X';
    fs::write(office.workspace(), bytes).unwrap();

    office.desk = office.another_window().unwrap();

    let log = office.verify_log();
    assert!(!log.sound);
    assert!(
        log.differences.iter().any(|one| one.kind == "chain"),
        "{log:?}"
    );
}

#[test]
fn a_workspace_that_another_window_is_writing_in_is_locked_and_then_free() {
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let title = office.view(&id).document.title;
    let path = office.workspace();
    let (begun, wait) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let other = std::thread::spawn(move || {
        let mut store = Store::open(&path, Access::Write).unwrap();
        store.write(|_| {
            begun.send(()).unwrap();
            released.recv().unwrap();
            Ok::<(), store::Error>(())
        })
    });
    wait.recv().unwrap();

    let error = office
        .edit(&id, general("title", &title, "Otro título"))
        .unwrap_err();

    told(&error, Code::WorkspaceLocked);
    assert_eq!(office.view(&id).document.title, title, "it is still read");
    release.send(()).unwrap();
    other.join().unwrap().unwrap();
    assert_eq!(
        office
            .write(&id, "title", &title, "Otro título")
            .document
            .title,
        "Otro título"
    );
    office.is_sound();
}

#[test]
fn a_workspace_on_a_disc_that_is_only_read_says_so() {
    let Some(disk) = Disk::small(8000) else {
        return;
    };
    let mut office = a_workspace();
    let path = disk.path().join("oficina.cauce");
    fs::copy(office.workspace(), &path).unwrap();
    disk.close_for_writing();

    office.desk = office.window_on(&path).unwrap();

    let rows = office.desk.standards(desk::wire::AskStandards {
        query: String::new(),
        state: None,
    });
    let id = rows.unwrap().rows[0].id.clone();
    let title = office.view(&id).document.title;
    office.nothing_comes_of(&id, Code::WorkspaceReadOnly, |office| {
        office.edit(&id, general("title", &title, "Otro título"))
    });
    let nowhere = office
        .window_on(&disk.path().join("nuevo.cauce"))
        .err()
        .unwrap();
    // There is none yet: it is the folder that does not take it.
    told(&nowhere, Code::NoPermission);
}

#[test]
fn a_full_disk_keeps_what_was_saved_and_says_what_was_not() {
    let Some(disk) = Disk::small(3000) else {
        return;
    };
    let mut office = Office::in_memory(1);
    office.desk = office
        .window_on(&disk.path().join("oficina.cauce"))
        .unwrap();
    let id = office.sample();
    let filler = disk.fill(0);

    office.nothing_comes_of(&id, Code::DiskFull, |office| {
        let purpose = office.view(&id).document.purpose;
        let longer = "Servir como referente. ".repeat(8000);
        office.edit(&id, general("purpose", &purpose, &longer))
    });

    fs::remove_file(filler).unwrap();
    let purpose = office.view(&id).document.purpose;
    office.write(&id, "purpose", &purpose, "Servir como referente.");
    office.is_sound();
}

#[test]
fn a_packet_that_does_not_fit_in_the_workspace_is_not_taken_in_part() {
    let mut here = Office::in_memory(1);
    let id = here.a_ready_case();
    let packet = here.packet(&id, "salida").unwrap().path;
    let Some(disk) = Disk::small(3000) else {
        return;
    };
    let mut there = Office::in_memory(2);
    let path = disk.path().join("oficina.cauce");
    there.desk = there.window_on(&path).unwrap();
    let all = || desk::wire::AskStandards {
        query: String::new(),
        state: None,
    };
    let filler = disk.fill(16_000);

    told(&there.take_in(&packet).unwrap_err(), Code::DiskFull);

    assert_eq!(there.desk.standards(all()).unwrap().total, 0);
    there.is_sound();
    fs::remove_file(filler).unwrap();
    there.desk = Office::in_memory(3).desk;
    disk.close_for_writing();
    there.desk = there.window_on(&path).unwrap();
    told(
        &there.take_in(&packet).unwrap_err(),
        Code::WorkspaceReadOnly,
    );
    told(&there.import(&packet).unwrap_err(), Code::WorkspaceReadOnly);
    assert_eq!(there.desk.standards(all()).unwrap().total, 0);
}

#[test]
fn an_export_to_a_full_disk_leaves_no_half_of_it() {
    let Some(disk) = Disk::small(200) else { return };
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let filler = disk.fill(2000);
    for kind in ["PDF", "DOCX", "JSON"] {
        let path = said(&disk.path().join("estandar"));
        let asked = ExportDocument {
            id: id.clone(),
            kind: kind.to_owned(),
            path,
            replace: false,
        };
        office.nothing_comes_of(&id, Code::DiskFull, |office| office.export(asked));
    }
    let asked = desk::wire::MakePacket {
        id: id.clone(),
        destination: "covacec".to_owned(),
        dir: said(disk.path()),
    };

    office.nothing_comes_of(&id, Code::DiskFull, |office| {
        office.make_packet(asked.clone())
    });

    let left: Vec<_> = fs::read_dir(disk.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert_eq!(left, [filler], "nothing half written stays");
    assert!(office.packet(&id, "otro disco").is_ok());
}
