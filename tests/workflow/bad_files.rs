//! Files that are not what they should be, and places where none can be put.

use std::fs;

use desk::wire::{ExportDocument, NewStandard};
use desk::{Code, Error};

use crate::bags::zipped;
use crate::office::{Office, attach, told};

/// Importing it, reading it and reviewing it all fail so, and the register stays as it was.
fn is_not_read(office: &mut Office, path: &str, code: Code) {
    let id = office
        .desk
        .new_standard(NewStandard {
            title: "Otro".to_owned(),
        })
        .unwrap()
        .id;
    office.nothing_comes_of(&id, code, |office| office.import(path));
    told(&office.read(path).err().unwrap(), code);
    let asked = desk::wire::AskStandards {
        query: String::new(),
        state: None,
    };
    assert_eq!(office.desk.standards(asked).unwrap().total, 1);
}

#[test]
fn a_file_of_another_kind_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.place("foto.png");
    fs::write(
        &path,
        [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            &[0, 1, 2, 255].repeat(500),
        ]
        .concat(),
    )
    .unwrap();

    is_not_read(&mut office, &path, Code::FileUnknown);
}

#[test]
fn a_zip_that_is_no_word_file_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.place("libro.docx");
    fs::write(&path, zipped(&[("hoja.txt", b"nada")])).unwrap();

    is_not_read(&mut office, &path, Code::FileUnknown);
}

#[test]
fn an_empty_file_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.paper("vacio.txt", " \n\n");
    is_not_read(&mut office, &path, Code::EmptyFile);
    let mut office = Office::in_memory(1);
    let path = office.paper("nada.pdf", "");
    is_not_read(&mut office, &path, Code::EmptyFile);
}

#[test]
fn a_damaged_pdf_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.paper("roto.pdf", &format!("%PDF-1.7\n{}", "basura ".repeat(300)));

    is_not_read(&mut office, &path, Code::DamagedFile);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.paper("enorme.txt", &"Revisa la bicicleta.\n".repeat(1_000_000));

    is_not_read(&mut office, &path, Code::FileTooLarge);
}

#[test]
fn a_file_that_is_not_there_is_not_read() {
    let mut office = Office::in_memory(1);
    let path = office.place("no hay.pdf");
    is_not_read(&mut office, &path, Code::FileMissing);
    let mut office = Office::in_memory(1);
    let path = office.paper("archivo", "x");
    is_not_read(
        &mut office,
        &format!("{path}/dentro.pdf"),
        Code::FileMissing,
    );
}

#[test]
fn a_folder_is_no_file() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let folder = office.drawer("carpeta");
    let error = office.import(&folder).unwrap_err();
    assert!(matches!(error, Error::NotAFile { .. }), "{error:?}");
    let error = office
        .attach_paper(attach(&id, "EC-SUP-1", &folder))
        .unwrap_err();
    assert!(matches!(error, Error::NotAFile { .. }), "{error:?}");
    told(&error, error.code());
}

fn export(
    office: &mut Office,
    id: &str,
    kind: &str,
    path: &str,
    replace: bool,
) -> Result<(), Error> {
    let asked = ExportDocument {
        id: id.to_owned(),
        kind: kind.to_owned(),
        path: path.to_owned(),
        replace,
    };
    office.export(asked).map(|_| ())
}

#[test]
fn an_export_is_not_written_over_a_file_unasked() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for kind in ["PDF", "DOCX", "JSON"] {
        let path = office.paper("estandar", "el de ayer");

        office.nothing_comes_of(&id, Code::FileExists, |office| {
            export(office, &id, kind, &path, false)
        });

        assert_eq!(fs::read_to_string(&path).unwrap(), "el de ayer");
        export(&mut office, &id, kind, &path, true).unwrap();
        assert!(fs::read(&path).unwrap().len() > 1000);
    }
}

#[test]
fn an_export_goes_nowhere_that_is_not_there() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let nowhere = office.place("no/hay/estandar.pdf");
    office.nothing_comes_of(&id, Code::FileMissing, |office| {
        export(office, &id, "PDF", &nowhere, false)
    });
    let folder = office.drawer("carpeta");
    let error = export(&mut office, &id, "PDF", &folder, true).unwrap_err();
    told(&error, error.code());
    assert!(
        fs::metadata(&folder).unwrap().is_dir(),
        "a folder is not written over"
    );
    let place = office.place("a.odt");
    office.nothing_comes_of(&id, Code::NotFound, |office| {
        export(office, &id, "ODT", &place, false)
    });
}

/// A file that this person may not read, and a folder where they may not write. Somebody who may do
/// anything (root) tells the story as somebody who may not.
#[cfg(unix)]
#[test]
fn what_the_system_does_not_permit_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    const TEST: &str = "bad_files::what_the_system_does_not_permit_is_said";
    if crate::machine::may_do_anything() {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        let program = folder.path().join("historia");
        fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        let child = std::process::Command::new(program)
            .args(["--exact", TEST])
            .current_dir(folder.path())
            .env("TMPDIR", folder.path())
            .uid(65_534)
            .gid(65_534)
            .output();
        match child {
            Ok(done) => assert!(
                done.status.success(),
                "{}",
                String::from_utf8_lossy(&done.stdout)
            ),
            Err(error) => eprintln!("skipped: no process without rights ({error})"),
        }
        return;
    }
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let path = office.paper("cerrado.txt", "Un documento.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    office.nothing_comes_of(&id, Code::NoPermission, |office| office.import(&path));
    office.nothing_comes_of(&id, Code::NoPermission, |office| {
        office.attach_paper(attach(&id, "EC-SUP-1", &path))
    });
    let closed = office.drawer("cerrada");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let inside = format!("{closed}/estandar.pdf");
    office.nothing_comes_of(&id, Code::NoPermission, |office| {
        export(office, &id, "PDF", &inside, false)
    });
    let denied = office
        .window_on(format!("{closed}/oficina.cauce").as_ref())
        .err()
        .unwrap();
    told(&denied, Code::NoPermission);
    fs::set_permissions(office.workspace(), fs::Permissions::from_mode(0o444)).unwrap();
    let title = office.view(&id).document.title;
    office.desk = office.another_window().unwrap();
    office.nothing_comes_of(&id, Code::WorkspaceReadOnly, |office| {
        office.edit(&id, crate::office::general("title", &title, "Otro título"))
    });
    fs::set_permissions(office.workspace(), fs::Permissions::from_mode(0o000)).unwrap();
    told(&office.another_window().err().unwrap(), Code::NoPermission);
}

#[test]
fn evidence_is_kept_up_to_fifty_megabytes_and_not_beyond() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let limit = usize::try_from(store::LARGEST_EVIDENCE).unwrap();
    let path = office.place("acta.pdf");
    fs::write(&path, vec![7; limit]).unwrap();

    let view = office
        .attach_paper(attach(&id, "ROAD-PROPOSED-1", &path))
        .unwrap();

    let met = view.case.next[0]
        .met
        .iter()
        .find(|met| met.requirement == "ROAD-PROPOSED-1")
        .unwrap();
    assert_eq!(met.file.as_ref().unwrap().size as usize, limit);
    for more in [1, 2, 5_000_000] {
        fs::write(&path, vec![7; limit + more]).unwrap();
        let error = office.nothing_comes_of(&id, Code::FileTooLarge, |office| {
            office.attach_paper(attach(&id, "ROAD-GTE_READY-1", &path))
        });
        assert!(error.says().contains("50 MB"), "{}", error.says());
    }
}

/// A file that another program writes in while it is attached, over and over: it is kept as it was
/// at one moment, or refused as changed, and never half of each.
#[test]
fn evidence_that_changes_while_it_is_read_is_kept_whole_or_not_at_all() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let path = office.place("acta.txt");
    let whole = |letter: u8| vec![letter; 3_000_000];
    fs::write(&path, whole(b'a')).unwrap();
    let stop = AtomicBool::new(false);
    let mut refused = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut letter = b'a';
            while !stop.load(Ordering::Relaxed) {
                letter = if letter == b'z' { b'a' } else { letter + 1 };
                let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
                std::io::Write::write_all(&mut file, &whole(letter)).unwrap();
            }
        });
        for _ in 0..12 {
            let seals = office.seals(&id);
            if let Err(error) = office.attach_paper(attach(&id, "EC-SUP-1", &path)) {
                told(&error, Code::EvidenceChanged);
                assert_eq!(office.seals(&id), seals);
                refused += 1;
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(refused > 0, "in twelve times it was never caught changing");
    office.is_sound();
}
