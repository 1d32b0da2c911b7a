//! Files that come with an act, or in a packet: brought in piece by piece while others save, and whole or
//! not at all.

use std::fs;
use std::ops::ControlFlow;

use desk::wire::{AskStandards, Attach, EvidencePath, PerformAct, SaveEvidence, WorkView};
use desk::{Attaching, Code, Desk, Work as _, carry};

use crate::office::{Office, an_act, attach, by, on, packet_at, told};

fn registered(office: &mut Office) -> u32 {
    let all = AskStandards {
        query: String::new(),
        state: None,
    };
    office.desk.standards(all).unwrap().total
}

/// A file of so many bytes, no two megabytes of it the same.
fn large(office: &Office, name: &str, bytes: usize) -> String {
    let path = office.place(name);
    let content: Vec<u8> = (0..bytes / 8).flat_map(|n| n.to_le_bytes()).collect();
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn an_attachment_that_is_stopped_at_any_step_leaves_nothing() {
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let path = large(&office, "plano.pdf", 9 << 20);
    let make = |office: &mut Office, progress: &mut desk::Progress<'_>| {
        let begin = |desk: &mut Desk| desk.begin_attach(attach(&id, "EC-SUP-1", &path));
        carry(&mut office.desk, progress, begin, Desk::finish_attach)
    };
    // Each step it says, with its numbers: it is stopped at every one of them.
    let mut heard = Vec::new();
    let first = office.nothing_comes_of(&id, Code::Stopped, |office| {
        make(office, &mut |view: WorkView| {
            heard.push(view);
            match heard.len() < 12 {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        })
    });
    assert_eq!(first.says(), "Se detuvo: no se escribió nada.");
    assert!(heard.iter().any(|view| view.says == "Leyendo «plano.pdf»"));
    for stop in heard {
        office.nothing_comes_of(&id, Code::Stopped, |office| {
            make(office, &mut |view: WorkView| match view == stop {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            })
        });
        assert_eq!(office.incoming(), 0, "stopped at {stop:?}");
    }

    make(&mut office, &mut on).unwrap();
    assert_eq!(office.incoming(), 0);
    office.is_sound();
}

/// The digest of the last file attached.
fn last_digest(office: &mut Office, id: &str) -> String {
    let acts = office.desk.acts(by(id)).unwrap();
    let proofs = acts.iter().rev().flat_map(|act| &act.evidence);
    proofs.into_iter().next().unwrap().clone()
}

#[test]
fn what_is_saved_while_a_large_file_is_brought_in_is_kept_and_so_is_the_file() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let path = large(&office, "plano.pdf", 20 << 20);
    let work = office.desk.begin_attach(attach(&id, "EC-SUP-1", &path));
    let mut done = work.unwrap().run(&mut on).unwrap();

    let mut saved = 0;
    let mut visit = |ask: &mut desk::Ask<'_>| {
        ask(&mut office.desk)?;
        saved += 1;
        let before = office.view(&id).document.title;
        office.write(&id, "title", &before, &format!("Título {saved}"));
        Ok(())
    };
    Attaching::<Attach>::bring(&mut done, &mut visit, &mut on).unwrap();
    let view = office.desk.finish_attach(done).unwrap();

    assert!(saved > 4, "{saved}");
    assert_eq!(view.document.title, format!("Título {saved}"));
    let kept = office.place("copia.pdf");
    let digest = last_digest(&mut office, &id);
    office
        .desk
        .save_evidence(SaveEvidence {
            id: id.clone(),
            digest,
            path: kept.clone(),
            replace: false,
        })
        .unwrap();
    assert!(fs::read(kept).unwrap() == fs::read(path).unwrap());
    office.is_sound();
}

#[test]
fn an_act_whose_case_moved_on_while_its_files_were_read_is_judged_again() {
    let mut office = Office::on_disk(1);
    let id = office.sample();
    let proofs = ["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"];
    let evidence: Vec<EvidencePath> = proofs
        .iter()
        .map(|requirement| EvidencePath {
            requirement: (*requirement).to_owned(),
            path: large(&office, &format!("{requirement}.pdf"), 3 << 20),
        })
        .collect();
    let asked = || PerformAct {
        evidence: evidence.clone(),
        ..an_act(&id, "GTE_READY", &[])
    };
    let brought = |office: &mut Office| {
        let work = office.desk.begin_act(asked()).unwrap();
        let mut done = work.run(&mut on).unwrap();
        Attaching::<PerformAct>::bring(&mut done, &mut |ask| ask(&mut office.desk), &mut on)
            .unwrap();
        done
    };
    let (one, two) = (brought(&mut office), brought(&mut office));
    assert!(office.incoming() > 0);

    let view = office.desk.finish_act(one).unwrap();

    assert_eq!(view.case.state, "GTE_READY");
    let late = office.nothing_comes_of(&id, Code::ActRefused, |office| office.desk.finish_act(two));
    assert!(late.is_refusal());
    assert_eq!(office.incoming(), 0, "what the late one had is gone");
    office.is_sound();
}

#[test]
fn an_act_that_would_be_refused_is_refused_before_its_files_are_read() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let asked = PerformAct {
        evidence: vec![EvidencePath {
            requirement: "ROAD-GTE_READY-1".to_owned(),
            path: office.place("no-existe.pdf"),
        }],
        ..an_act(&id, "GTE_READY", &[])
    };

    office.nothing_comes_of(&id, Code::ActRefused, |office| {
        office.desk.begin_act(asked).map(drop)
    });
}

#[test]
fn a_packet_with_large_files_is_taken_in_pieces_and_whole_or_not_at_all() {
    let mut here = Office::in_memory(1);
    let id = here.a_ready_case();
    let path = large(&here, "plano.pdf", 9 << 20);
    here.attach_paper(attach(&id, "EC-SUP-1", &path)).unwrap();
    let packet = here.packet(&id, "salida").unwrap().path;
    let mut there = Office::on_disk(2);
    let mut heard = Vec::new();
    let take = |office: &mut Office, progress: &mut desk::Progress<'_>| {
        let begin = |desk: &mut Desk| desk.begin_taking(packet_at(&packet));
        carry(&mut office.desk, progress, begin, Desk::finish_taking)
    };
    let stopped = take(&mut there, &mut |view: WorkView| {
        let late = view.says == "Guardando «plano.pdf»" && view.done > 0;
        heard.push(view);
        match late {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    told(&stopped.unwrap_err(), Code::Stopped);
    assert_eq!((registered(&mut there), there.incoming()), (0, 0));

    assert_eq!(take(&mut there, &mut on).unwrap().outcome, "NEW");
    assert_eq!(there.incoming(), 0);
    there.is_sound();
    assert_eq!(take(&mut there, &mut on).unwrap().outcome, "SAME");
    assert_eq!(there.incoming(), 0);
}
