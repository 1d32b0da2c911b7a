//! The packet for COVACEC: the same each time, sound by itself, told when touched, taken in by
//! another office.

use std::path::Path;

use desk::wire::{EditRequest, ExportDocument, VerifyView};
use domain::act::{Act, Draft};
use domain::edition::Digest;

use crate::bags::{Opened, open};
use crate::office::{Office, general, said, verify};
use crate::road::BACK_TO_COVACEC;

/// Verifies a packet that was changed.
fn verify_changed(office: &Office, bag: &Opened) -> VerifyView {
    let path = office.folder.path().join("cambiado.zip");
    std::fs::write(&path, bag.shut()).unwrap();
    verify(&path)
}

#[test]
fn a_packet_is_sound_by_itself_and_the_same_case_makes_the_same_bytes() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();

    let one = office.packet(&id, "uno").unwrap();
    office.hands.set("2026-07-09");
    let same = office.packet(&id, "dos").unwrap();

    let verified = verify(Path::new(&one.path));
    assert!(verified.sound, "{:?}", verified.differences);
    assert_eq!(
        std::fs::read(&one.path).unwrap(),
        std::fs::read(&same.path).unwrap()
    );
    let mut twin = Office::in_memory(1);
    let id = twin.a_ready_case();
    let twin = twin.packet(&id, "uno").unwrap();
    assert_eq!(
        one.digest, twin.digest,
        "another machine, the same acts, the same bytes"
    );
    assert!(one.files.iter().all(|path| path.is_ascii()));
    for part in [
        "estandar.pdf",
        "estandar.docx",
        "estandar.json",
        "hoja.pdf",
        "informe.pdf",
        "informe.json",
        "cadena.json",
    ] {
        assert!(
            one.files.iter().any(|path| path.ends_with(part)),
            "{part} is not in {:?}",
            one.files
        );
    }
    office.is_sound();
}

/// Ways to spoil a file: a letter changed, a line more, the end lost.
fn spoiled(bytes: &[u8]) -> [Vec<u8>; 3] {
    let mut changed = bytes.to_vec();
    let middle = changed.len() / 2;
    if let Some(byte) = changed.get_mut(middle) {
        *byte = byte.wrapping_add(1);
    }
    let more = [bytes, b"\n"].concat();
    [
        changed,
        more,
        bytes[..bytes.len().saturating_sub(1)].to_vec(),
    ]
}

#[test]
fn every_file_that_is_changed_lost_or_added_is_told_even_if_the_manifests_are_written_again() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let whole = open(&office.packet(&id, "uno").unwrap().path);
    assert!(
        verify_changed(&office, &whole).sound,
        "packed again as it was"
    );

    for (path, bytes) in &whole.files {
        for (way, spoiled) in spoiled(bytes).into_iter().enumerate() {
            let mut bag = whole.clone();
            bag.files.insert(path.clone(), spoiled);
            let plain = verify_changed(&office, &bag);
            assert!(!plain.sound, "{path} changed ({way})");
            bag.rewrite_manifests();
            if bag.files != whole.files {
                let hidden = verify_changed(&office, &bag);
                assert!(!hidden.sound, "{path} changed ({way}) under new manifests");
            }
        }
        let mut bag = whole.clone();
        bag.files.remove(path);
        assert!(!verify_changed(&office, &bag).sound, "{path} lost");
        bag.rewrite_manifests();
        if bag.files != whole.files {
            assert!(
                !verify_changed(&office, &bag).sound,
                "{path} lost under new manifests"
            );
        }
    }
    let mut bag = whole.clone();
    bag.files
        .insert("data/evidencia/999-otra.txt".to_owned(), b"otra".to_vec());
    bag.rewrite_manifests();
    let told = verify_changed(&office, &bag);
    assert!(
        told.differences.iter().any(|d| d.kind == "extra"),
        "{told:?}"
    );
    let refused = office.take_in(&said(&office.folder.path().join("cambiado.zip")));
    crate::office::told(&refused.unwrap_err(), desk::Code::PacketUnsound);
    office.is_sound();
}

#[test]
fn a_lie_on_a_page_is_told_though_manifests_and_seal_were_made_anew() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let whole = open(&office.packet(&id, "uno").unwrap().path);
    let title = office.view(&id).document.title;
    office.write(
        &id,
        "title",
        &title,
        "Mantenimiento de otra cosa de acuerdo con otro manual",
    );
    for (kind, path) in [
        ("PDF", "data/estandar/estandar.pdf"),
        ("DOCX", "data/estandar/estandar.docx"),
    ] {
        let lie = office.place(&format!("mentira.{kind}"));
        let asked = ExportDocument {
            id: id.clone(),
            kind: kind.to_owned(),
            path: lie.clone(),
            replace: false,
        };
        office.export(asked).unwrap();
        let mut bag = whole.clone();
        bag.files
            .insert(path.to_owned(), std::fs::read(&lie).unwrap());
        seal_again(&mut bag);
        bag.rewrite_manifests();

        let told = verify_changed(&office, &bag);

        let said: Vec<&str> = told.differences.iter().map(|d| d.kind.as_str()).collect();
        assert_eq!(
            (said, told.differences[0].file.as_str()),
            (vec!["text"], path),
            "{told:?}"
        );
    }
}

/// Writes the last act of a packet's chain again, over its files as they are now.
fn seal_again(bag: &mut Opened) {
    let chain = "data/actos/cadena.json";
    let mut acts = packets::chain_from_json(&bag.files[chain]).unwrap();
    let last = acts.pop().unwrap();
    let mut body: serde_json::Value = serde_json::from_str(&last.body).unwrap();
    let files = body["files"].as_object_mut().unwrap();
    for (path, digest) in files.iter_mut() {
        *digest = Digest::of(&bag.files[path]).to_string().into();
    }
    let draft = Draft {
        act: last.act,
        on: last.on,
        at: last.at,
        by: last.by,
        subject: last.subject,
        result: last.result,
        evidence: last.evidence,
        body: body.to_string(),
    };
    acts.push(Act::seal(&last.chain, acts.last(), draft));
    bag.files
        .insert(chain.to_owned(), packets::chain_json(&acts));
}

#[test]
fn a_case_goes_from_office_to_office_and_is_never_merged_in_silence() {
    let mut here = Office::in_memory(1);
    let mut there = Office::in_memory(2);
    let id = here.a_ready_case();
    let first = here.packet(&id, "salida").unwrap();

    let taken = there.take_in(&first.path).unwrap();

    assert_eq!(
        (taken.outcome.as_str(), taken.id.as_str()),
        ("NEW", id.as_str())
    );
    assert_eq!(
        there.view(&id).document,
        here.view(&id).document,
        "ids and all"
    );
    assert_eq!(there.view(&id).support, here.view(&id).support);
    assert_eq!(there.view(&id).findings, here.view(&id).findings);
    assert_eq!(there.seals(&id), here.seals(&id));
    assert_eq!(there.take_in(&first.path).unwrap().outcome, "SAME");
    assert_eq!(here.take_in(&first.path).unwrap().outcome, "SAME");
    there.is_sound();

    // The other office edits it, and brings it back to COVACEC.
    let purpose = there.view(&id).document.purpose;
    there.write(
        &id,
        "purpose",
        &purpose,
        &purpose.replace("urbanas", "de ciudad"),
    );
    there
        .edit(
            &id,
            crate::office::add(None, "references", 0, "Manual del fabricante. (2024).", ""),
        )
        .unwrap();
    there.desk.undo(crate::office::by(&id)).unwrap();
    there.desk.redo(crate::office::by(&id)).unwrap();
    there.walk(&id, BACK_TO_COVACEC);
    let second = there.packet(&id, "vuelta").unwrap();
    let ahead = here.take_in(&second.path).unwrap();
    assert_eq!((ahead.outcome.as_str(), ahead.ours.len()), ("AHEAD", 0));
    assert!(!ahead.theirs.is_empty());
    assert_eq!(here.view(&id).document, there.view(&id).document);
    assert_eq!(here.view(&id).case.state, "COVACEC_READY");
    assert_eq!(here.seals(&id), there.seals(&id));
    let behind = there.take_in(&first.path).unwrap();
    assert_eq!(
        (behind.outcome.as_str(), behind.theirs.len()),
        ("BEHIND", 0)
    );
    assert_eq!(behind.ours.len(), ahead.theirs.len());
    here.is_sound();
    there.is_sound();

    // Now each does something the other does not know.
    here.edit(
        &id,
        general(
            "committee",
            &here_committee(&mut there, &id),
            "de la Movilidad",
        ),
    )
    .unwrap();
    there
        .act(
            &id,
            "COVACEC_ON_AGENDA",
            &[],
            &[("presenter", "Vocal Ponente")],
        )
        .unwrap();
    let third = there.packet(&id, "tercera").unwrap();
    let before = here.seals(&id);
    let parts = here.take_in(&third.path).unwrap();
    assert_eq!(parts.outcome, "DIVERGES");
    assert!(
        !parts.ours.is_empty() && !parts.theirs.is_empty(),
        "{parts:?}"
    );
    assert_eq!(parts.common as usize + parts.ours.len(), before.len());
    assert_eq!(here.seals(&id), before, "nothing was merged");
    // Side by side from the fork: what each did, who, when, where, and what stood there.
    let edit = parts.ours.iter().find(|act| act.act == "EDIT").unwrap();
    assert_eq!(edit.after, "de la Movilidad");
    assert!(!edit.place.is_empty() && !edit.at.is_empty(), "{edit:?}");
    assert_eq!(edit.by, crate::office::PERSON);
    assert!(
        parts
            .theirs
            .iter()
            .any(|act| act.act == "COVACEC_ON_AGENDA")
    );
    for side in [&parts.ours, &parts.theirs] {
        assert_eq!(side[0].number, parts.common + 1, "both from the fork on");
        assert!(side.iter().all(|act| !act.says.is_empty()));
    }
    here.is_sound();
    there.is_sound();
}

/// Whatever is done to the zip itself, with every file in it as it was.
#[test]
fn a_packet_in_another_zip_is_told_and_not_taken() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let path = office.packet(&id, "uno").unwrap().path;
    let whole = std::fs::read(&path).unwrap();
    let bag = open(&path);
    assert!(bag.shut() == whole, "the forger's zip is ours to the byte");
    let directory = whole.len() - 22 - usize::from(whole[whole.len() - 10]);
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let ways = [
        ("zipped elsewhere", bag.zipped_elsewhere()),
        ("bytes before", [b"MZ", &whole[..]].concat()),
        ("bytes after", [&whole[..], b"fin"].concat()),
        ("the time of its first file", flipped(10)),
        ("the day of its first file", flipped(12)),
        ("the disk it was on", flipped(whole.len() - 18)),
        ("near the directory's end", flipped(directory)),
    ];

    for (way, bytes) in ways {
        let touched = office.folder.path().join("tocado.zip");
        std::fs::write(&touched, bytes).unwrap();
        let told = verify(&touched);
        assert!(!told.sound, "{way}");
        let refused = office.take_in(&said(&touched)).unwrap_err();
        crate::office::told(&refused, desk::Code::PacketUnsound);
    }
    let touched = office.folder.path().join("tocado.zip");
    std::fs::write(&touched, bag.zipped_elsewhere()).unwrap();
    let told = verify(&touched);
    let [one] = &told.differences[..] else {
        panic!("{told:?}");
    };
    assert!(one.says.contains("El contenido coincide"), "{}", one.says);
    assert!(one.says.contains("Pida el original"), "{}", one.says);
}

#[test]
fn a_packet_in_a_folder_of_another_name_is_told() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let mut bag = open(&office.packet(&id, "uno").unwrap().path);
    bag.folder.push('9');

    let told = verify_changed(&office, &bag);

    assert!(!told.sound, "{told:?}");
}

#[test]
fn a_packet_of_a_newer_app_is_told_apart_from_a_damaged_one() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let mut bag = open(&office.packet(&id, "uno").unwrap().path);
    let about = String::from_utf8(bag.files["bag-info.txt"].clone()).unwrap();
    let newer = about.replace("Cauce-Packet-Version: 2", "Cauce-Packet-Version: 3");
    assert_ne!(about, newer);
    bag.files
        .insert("bag-info.txt".to_owned(), newer.into_bytes());
    bag.files
        .insert("data/expediente/contenido.json".to_owned(), b"{}".to_vec());
    bag.rewrite_manifests();

    let told = verify_changed(&office, &bag);
    let refused = office.take_in(&said(&office.folder.path().join("cambiado.zip")));

    let says: Vec<&str> = told.differences.iter().map(|d| d.says.as_str()).collect();
    assert!(
        says.len() == 1 && says[0].contains("Actualice Cauce"),
        "{says:?}"
    );
    crate::office::told(&refused.unwrap_err(), desk::Code::PacketTooNew);
    office.is_sound();
}

#[test]
fn a_packet_of_an_older_app_is_told_apart_from_one_that_was_touched() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let mut bag = open(&office.packet(&id, "uno").unwrap().path);
    let about = String::from_utf8(bag.files["bag-info.txt"].clone()).unwrap();
    let older = about.replace("Cauce-Packet-Version: 2", "Cauce-Packet-Version: 1");
    assert_ne!(about, older);
    bag.files
        .insert("bag-info.txt".to_owned(), older.into_bytes());
    bag.rewrite_manifests();

    let told = verify_changed(&office, &bag);
    let refused = office.take_in(&said(&office.folder.path().join("cambiado.zip")));

    let says: Vec<&str> = told.differences.iter().map(|d| d.says.as_str()).collect();
    assert!(
        says.len() == 1 && says[0].contains("versión anterior de Cauce"),
        "{says:?}"
    );
    crate::office::told(&refused.unwrap_err(), desk::Code::PacketTooOld);
    office.is_sound();
}

fn here_committee(office: &mut Office, id: &str) -> String {
    office.view(id).document.committee
}

#[test]
fn what_was_set_aside_travels_with_the_case() {
    let mut here = Office::in_memory(1);
    let mut there = Office::in_memory(2);
    let id = here.sample();
    let view = here.view(&id);
    let part = view.document.elements[0].performances[0]
        .id
        .clone()
        .unwrap();
    let wrong = EditRequest::Add {
        owner: Some(part),
        list: "characteristics".to_owned(),
        at: 0,
        text: "Atendiendo adecuadamente a la persona usuaria,".to_owned(),
        aside: String::new(),
    };
    let view = here.edit(&id, wrong).unwrap();
    let finding = view
        .findings
        .iter()
        .find(|f| f.severity != "error")
        .expect("a vague word is seen");
    let asked = desk::wire::SetAside {
        id: id.clone(),
        key: finding.key.clone(),
        kind: "JUSTIFIED".to_owned(),
        reason: "Es el nombre del trámite.".to_owned(),
    };
    here.desk.set_aside(asked).unwrap();
    here.walk(&id, crate::road::TO_COVACEC);
    let packet = here.packet(&id, "salida").unwrap();

    there.take_in(&packet.path).unwrap();

    assert_eq!(there.view(&id).findings, here.view(&id).findings);
    assert_eq!(there.view(&id).counts.set_aside, 1);
    there.is_sound();
}
