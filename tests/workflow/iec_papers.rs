//! An instrument that goes out on paper, and the files that go with it.

use std::fs;
use std::path::Path;

use desk::wire::{
    AttachAnnex, EditInstrument, ExportInstrument, ExportedView, IecRequest, InstrumentView,
};
use desk::{Code, Desk, Error, carry};

use crate::bags::open;
use crate::office::{Office, attach, by, verify};

pub(crate) fn derived(office: &mut Office, id: &str) -> InstrumentView {
    let edits = vec![IecRequest::Derive { leaves: Vec::new() }];
    let id = id.to_owned();
    let request = EditInstrument { id, edits };
    office.desk.edit_instrument(request).unwrap()
}

pub(crate) fn export(
    office: &mut Office,
    id: &str,
    (copy, format): (&str, &str),
    path: &Path,
    replace: bool,
) -> Result<ExportedView, Error> {
    let asked = ExportInstrument {
        id: id.to_owned(),
        copy: copy.to_owned(),
        format: format.to_owned(),
        path: path.display().to_string(),
        replace,
        edition: String::new(),
    };
    let begin = |desk: &mut Desk| desk.begin_iec_export(asked);
    carry(
        &mut office.desk,
        &mut |_| std::ops::ControlFlow::Continue(()),
        begin,
        Desk::finish_iec_export,
    )
}

pub(crate) fn annex(
    office: &mut Office,
    id: &str,
    path: &Path,
    audience: &str,
) -> Result<InstrumentView, Error> {
    let asked = AttachAnnex {
        id: id.to_owned(),
        path: path.display().to_string(),
        annex: None,
        title: String::new(),
        audience: audience.to_owned(),
    };
    let begin = |desk: &mut Desk| desk.begin_annex(asked);
    carry(
        &mut office.desk,
        &mut |_| std::ops::ControlFlow::Continue(()),
        begin,
        Desk::finish_annex,
    )
}

#[test]
fn every_copy_that_goes_out_is_written_down_and_none_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let path = folder.path().join("iec.pdf");
    let refused = export(&mut office, &id, ("FULL", "PDF"), &path, false).unwrap_err();
    assert_eq!(refused.code(), Code::ActRefused, "it was not begun");
    derived(&mut office, &id);

    for (copy, format) in [
        ("FULL", "PDF"),
        ("FULL", "DOCX"),
        ("CANDIDATE", "PDF"),
        ("KEY", "DOCX"),
        ("SHOWN", "PDF"),
        ("MATRIX", "PDF"),
        ("MATRIX", "XLSX"),
    ] {
        let name = format!("{copy}.{}", format.to_lowercase());
        let path = folder.path().join(name);
        export(&mut office, &id, (copy, format), &path, false).unwrap();
        assert!(fs::metadata(&path).unwrap().len() > 1_000);

        let refused = export(&mut office, &id, (copy, format), &path, false).unwrap_err();
        assert_eq!(refused.code(), Code::FileExists);
    }
    let full = folder.path().join("FULL.pdf");
    export(&mut office, &id, ("FULL", "PDF"), &full, true).unwrap();
    for (copy, format) in [("FULL", "XLSX"), ("MATRIX", "DOCX"), ("TODO", "PDF")] {
        let refused = export(&mut office, &id, (copy, format), &path, false).unwrap_err();
        assert_eq!(refused.code(), Code::NotFound);
    }
    assert!(!path.exists());
    office.is_sound();
    // Undoing takes back what was drafted, not what went out.
    let view = office.desk.undo_instrument(by(&id)).unwrap();
    assert_eq!(view.tools.len(), 0);
}

#[test]
fn a_confidential_copy_waits_for_a_name_and_the_booklet_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::of_nobody(1);
    let id = office.sample();
    derived(&mut office, &id);

    for (copy, waits) in [("FULL", true), ("KEY", true), ("CANDIDATE", false)] {
        let path = folder.path().join(format!("{copy}.pdf"));
        let done = export(&mut office, &id, (copy, "PDF"), &path, false);
        assert_eq!(done.is_err(), waits, "{copy}");
        assert_eq!(path.exists(), !waits, "{copy}");
        if let Err(refused) = done {
            assert_eq!(refused.code(), Code::NobodySigns);
        }
    }
}

#[test]
fn annexes_are_kept_by_content_go_beside_the_papers_and_are_no_programs() {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::in_memory(1);
    let id = office.sample();
    derived(&mut office, &id);
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let plan = file("plano del taller.pdf", b"%PDF-1.7 un plano");
    let guide = file("guion.txt", b"Lo que el evaluador prepara");

    annex(&mut office, &id, &guide, "EVALUATOR").unwrap();
    let view = annex(&mut office, &id, &plan, "CANDIDATE").unwrap();
    assert_eq!(view.annexes[1].title, "plano del taller");
    assert!(view.annexes[1].digest.starts_with("sha256:"));

    for (name, bytes) in [
        ("plano.pdf", &b"MZ\x90\0un programa"[..]),
        ("nota.txt", b"#!/bin/sh\necho"),
        ("corre.bat", b"echo hola"),
        ("con macros.docx", b"PK\x03\x04...word/vbaProject.bin..."),
    ] {
        let refused = annex(&mut office, &id, &file(name, bytes), "EVALUATOR").unwrap_err();
        assert_eq!(refused.code(), Code::ExecutableFile, "{name}");
        let says = refused.trouble().says;
        assert!(
            says.contains(name) && says.contains("nada cambió"),
            "{says}"
        );
    }
    let view = office.desk.instrument(by(&id)).unwrap();
    assert_eq!(view.annexes.len(), 2);

    let beside = |copy: &str| {
        let folder = folder.path().join(format!("{copy}-anexos"));
        let Ok(there) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let names = there.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    for copy in ["FULL", "CANDIDATE", "KEY"] {
        let path = folder.path().join(format!("{copy}.pdf"));
        export(&mut office, &id, (copy, "PDF"), &path, false).unwrap();
    }
    assert_eq!(beside("FULL").len(), 2);
    let candidate = beside("CANDIDATE");
    assert_eq!(candidate.len(), 1);
    // The number that the whole instrument gives it.
    assert!(candidate[0].starts_with("anexo-4-"), "{candidate:?}");
    let copied = folder.path().join("CANDIDATE-anexos").join(&candidate[0]);
    assert_eq!(fs::read(copied).unwrap(), fs::read(&plan).unwrap());
    assert!(beside("KEY").is_empty());

    // Taken back and made again, it is the same file.
    office.desk.undo_instrument(by(&id)).unwrap();
    let view = office.desk.redo_instrument(by(&id)).unwrap();
    assert_eq!(view.annexes.len(), 2);
    office.is_sound();
}

/// The finding of a rule, by its id, in the review of a standard.
fn finds(office: &mut Office, id: &str, rule: &str) -> bool {
    let view = office.desk.check(by(id)).unwrap();
    view.findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn a_standard_is_looked_at_beside_its_instrument_once_that_was_begun() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    assert!(!finds(&mut office, &id, "EC-R-80"));
    let before = office.view(&id).counts;
    let view = office.desk.instrument(by(&id)).unwrap();
    let leaves = vec![view.leaves[0].id.clone()];
    let request = EditInstrument {
        id: id.clone(),
        edits: vec![IecRequest::Derive { leaves }],
    };
    office.desk.edit_instrument(request).unwrap();

    assert!(finds(&mut office, &id, "EC-R-80"));
    let counts = office.view(&id).counts;
    assert_eq!(counts.errors, before.errors + counts.across);
    assert!(counts.across > 1);

    derived(&mut office, &id);
    assert!(!finds(&mut office, &id, "EC-R-80"));
}

/// Answers every knowledge with a question, so that no rule finds an error.
pub(crate) fn keyed(office: &mut Office, id: &str) {
    let view = derived(office, id);
    let items = view.tools.iter().flat_map(|tool| &tool.items);
    let asked = items.filter(|item| item.label.contains("-C"));
    for item in asked.map(|item| item.id.clone()).collect::<Vec<_>>() {
        let kind = "TRUE_FALSE".to_owned();
        let edits = vec![IecRequest::AddQuestion {
            item: item.clone(),
            kind,
        }];
        let request = EditInstrument {
            id: id.to_owned(),
            edits,
        };
        let view = office.desk.edit_instrument(request).unwrap();
        let mut items = view.tools.iter().flat_map(|tool| &tool.items);
        let item = items.find(|one| one.id == item).unwrap();
        let before = item.questions[0].clone();
        let mut after = before.clone();
        after.text = "¿La palanca se suelta primero?".to_owned();
        after.key = vec![1];
        let edits = vec![IecRequest::SetQuestion {
            before: Box::new(before),
            after: Box::new(after),
        }];
        let request = EditInstrument {
            id: id.to_owned(),
            edits,
        };
        office.desk.edit_instrument(request).unwrap();
    }
    let terms = IecRequest::Terms {
        shares: None,
        pass_score: Some("95".to_owned()),
        judged: None,
        minutes: None,
    };
    let request = EditInstrument {
        id: id.to_owned(),
        edits: vec![terms],
    };
    let view = office.desk.edit_instrument(request).unwrap();
    assert_eq!(view.errors, 0, "{:?}", view.findings);
}

#[test]
fn the_live_instrument_is_what_the_support_file_asks_for() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let lacks = |office: &mut Office| {
        let dossier = office.desk.dossier(by(&id)).unwrap();
        let mut asks = dossier.parts.iter().flat_map(|part| &part.asks);
        let asked = asks.find(|asked| asked.requirement == "EC-SUP-8").unwrap();
        asked.standing != "MET"
    };
    assert!(lacks(&mut office));
    derived(&mut office, &id);
    assert!(lacks(&mut office), "it has errors");
    keyed(&mut office, &id);
    assert!(!lacks(&mut office));
}

#[test]
fn the_packet_carries_the_instrument_without_its_key_and_verify_looks_at_it() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    keyed(&mut office, &id);

    let made = office.packet(&id, "uno").unwrap();

    for name in [
        "instrumento.json",
        "instrumento.pdf",
        "instrumento.docx",
        "matriz.pdf",
    ] {
        let path = format!("data/instrumento/{name}");
        assert!(made.files.contains(&path), "{path}: {:?}", made.files);
    }
    let verified = verify(Path::new(&made.path));
    assert!(verified.sound, "{:?}", verified.differences);
    let again = office.packet(&id, "dos").unwrap();
    assert_eq!(made.digest, again.digest, "the same case, the same bytes");
    let bag = open(&made.path);
    let json = String::from_utf8_lossy(&bag.files["data/instrumento/instrumento.json"]);
    assert!(json.contains("¿La palanca se suelta primero?"));
    assert!(json.contains("\"key\":[]") && !json.contains("\"key\":[1]"));
}

/// A square of four red points, as PNG.
const SQUARE: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0,
    0, 0, 253, 212, 154, 115, 0, 0, 0, 16, 73, 68, 65, 84, 120, 156, 99, 56, 33, 39, 7, 68, 12, 16,
    10, 0, 31, 38, 4, 17, 162, 143, 34, 175, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
];

#[test]
fn the_image_of_a_question_is_printed_with_it_and_what_is_for_the_evaluator_stays_out_of_the_booklet()
 {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::in_memory(1);
    let id = office.sample();
    keyed(&mut office, &id);
    let image = folder.path().join("freno.png");
    fs::write(&image, SQUARE).unwrap();
    let view = annex(&mut office, &id, &image, "CANDIDATE").unwrap();
    let shown = view.annexes[0].id.clone();
    let mut questions = view.tools.iter().flat_map(|tool| &tool.items);
    let item = questions.find(|item| !item.questions.is_empty()).unwrap();
    let before = item.questions[0].clone();
    let mut after = before.clone();
    after.annex = Some(shown.clone());
    let edits = vec![IecRequest::SetQuestion {
        before: Box::new(before),
        after: Box::new(after),
    }];
    let request = EditInstrument {
        id: id.clone(),
        edits,
    };
    office.desk.edit_instrument(request).unwrap();
    let printed = |copy: &str, office: &mut Office| {
        let path = folder.path().join(format!("{copy}.pdf"));
        export(office, &id, (copy, "PDF"), &path, true).unwrap();
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        text.contains("/Subtype /Image") || text.contains("/Subtype/Image")
    };

    assert!(printed("CANDIDATE", &mut office));
    assert!(printed("FULL", &mut office));
    assert!(!printed("KEY", &mut office));

    let reserved = EditInstrument {
        id: id.clone(),
        edits: vec![IecRequest::Choose {
            part: shown,
            field: "audience".to_owned(),
            value: "EVALUATOR".to_owned(),
        }],
    };
    office.desk.edit_instrument(reserved).unwrap();
    assert!(!printed("CANDIDATE", &mut office));
    assert!(printed("FULL", &mut office));
}

#[test]
fn a_copy_with_its_key_is_no_evidence_for_what_is_kept_in_a_case_travels() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    keyed(&mut office, &id);
    let mut attached = |copy: &str| {
        let path = office.place(&format!("{copy}.pdf"));
        export(&mut office, &id, (copy, "PDF"), Path::new(&path), false).unwrap();
        office.attach_paper(attach(&id, "EC-SUP-8", &path))
    };

    for copy in ["FULL", "KEY"] {
        let refused = attached(copy).unwrap_err();
        assert!(matches!(refused, Error::KeyedCopy { .. }), "{refused}");
    }
    for copy in ["CANDIDATE", "SHOWN"] {
        attached(copy).unwrap();
    }
}
