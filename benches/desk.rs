//! What a person waits for at the desk: a save, the standard with all that is known of it, the
//! register and the first room among 2,000 standards, a search, a packet.

#[expect(
    dead_code,
    reason = "the standard that is taken in is for the other benches"
)]
mod at_desk;

use std::ops::ControlFlow;

use benches::register;
use desk::wire::{
    AskStandards, ById, EditPlace, EvidencePath, MakePacket, NamedText, Nothing, PerformAct,
    Search, TypeSupport,
};
use desk::{Desk, carry};
use divan::Bencher;

const STANDARDS: u64 = 2_000;

fn main() {
    divan::main();
}

/// A workspace on disk with so many standards, as drafts with their titles.
fn office(standards: u64) -> (tempfile::TempDir, Desk, Vec<String>) {
    let (folder, mut desk) = at_desk::office();
    let ids = register(standards)
        .iter()
        .map(|standard| {
            let request = desk::wire::NewStandard {
                title: standard.title.clone(),
            };
            desk.new_standard(request).expect("a title is enough").id
        })
        .collect();
    (folder, desk, ids)
}

#[divan::bench(sample_count = 20)]
fn save_one_edit(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(1);
    let made = desk.load_sample(Nothing {}).expect("the sample loads");
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let request = EditPlace {
            id: made.id.clone(),
            place: "E1-D1.1".to_owned(),
            field: String::new(),
            text: format!("En presencia de {turn} personas,"),
        };
        desk.edit_place(request).is_ok()
    });
}

/// The acts from the proposal to COVACEC.
const ROAD: [&str; 12] = [
    "GTE_READY",
    "MF_DRAFT",
    "MF_VALIDATED",
    "EC_DRAFT",
    "EC_VALIDATED",
    "IEC_DRAFT",
    "IEC_VALIDATED",
    "PILOT",
    "ENDORSEMENT",
    "SUPPORT_FILE",
    "METHOD_REVIEW",
    "COVACEC_READY",
];

/// What is typed on the way.
const TYPED: [(&str, &str); 6] = [
    ("certifiablePopulation", "12500"),
    ("certifiablePopulationSource", "Censo Económico 2024"),
    (
        "certificationSolution",
        "ECE | Escuela de Mecánica | acreditada",
    ),
    ("consequenceMechanism", "Preferencia en la contratación"),
    ("reviewPeriod", "3 años"),
    ("certificateValidity", "3 años"),
];

/// Takes a case to where its packet can be made, each act with a file for all that it asks.
fn walk(desk: &mut Desk, id: &str, proof: &str) {
    let fields = TYPED.map(|(name, text)| NamedText {
        name: name.to_owned(),
        text: text.to_owned(),
    });
    let request = TypeSupport {
        id: id.to_owned(),
        fields: fields.into(),
    };
    desk.type_support(request)
        .expect("the fields are those of the support file");
    for act in ROAD {
        let case = desk
            .case(ById { id: id.to_owned() })
            .expect("the case is there");
        let next = case.next.iter().find(|next| next.act == act);
        let unmet = next.map(|next| next.unmet.clone()).unwrap_or_default();
        let evidence = unmet.into_iter().map(|one| EvidencePath {
            requirement: one.requirement,
            path: proof.to_owned(),
        });
        let request = PerformAct {
            id: id.to_owned(),
            act: act.to_owned(),
            from: String::new(),
            on: String::new(),
            reason: String::new(),
            fields: Vec::new(),
            evidence: evidence.collect(),
        };
        let begin = |desk: &mut Desk| desk.begin_act(request);
        carry(
            desk,
            &mut |_| ControlFlow::Continue(()),
            begin,
            Desk::finish_act,
        )
        .expect("nothing is missing");
    }
}

/// The packet of a case that has not changed since the last one: everything is made again.
#[divan::bench(sample_count = 10)]
fn make_a_packet(bencher: Bencher<'_, '_>) {
    let (folder, mut desk, _) = office(1);
    let made = desk.load_sample(Nothing {}).expect("the sample loads");
    let proof = folder.path().join("aval.pdf").display().to_string();
    std::fs::write(&proof, vec![b'%'; 100_000]).expect("the folder can be written");
    walk(&mut desk, &made.id, &proof);
    let dir = folder.path().join("salida").display().to_string();
    bencher.bench_local(|| {
        let request = MakePacket {
            id: made.id.clone(),
            destination: "covacec".to_owned(),
            dir: dir.clone(),
        };
        let begin = |desk: &mut Desk| desk.begin_packet(request);
        carry(
            &mut desk,
            &mut |_| ControlFlow::Continue(()),
            begin,
            Desk::finish_packet,
        )
        .is_ok()
    });
}

#[divan::bench(sample_count = 20)]
fn open_one_standard(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(1);
    let made = desk.load_sample(Nothing {}).expect("the sample loads");
    bencher.bench_local(|| {
        desk.standard(ById {
            id: made.id.clone(),
        })
        .is_ok()
    });
}

#[divan::bench(sample_count = 10)]
fn the_first_room_among_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| desk.home(Nothing {}).is_ok());
}

#[divan::bench(sample_count = 10)]
fn the_register_of_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| {
        let request = AskStandards {
            query: "mantenimiento".to_owned(),
            state: None,
        };
        desk.standards(request).is_ok()
    });
}

#[divan::bench(sample_count = 10)]
fn search_among_2000(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk, _) = office(STANDARDS);
    bencher.bench_local(|| {
        let query = "mantenimiento de equ".to_owned();
        desk.search(Search { query }).is_ok()
    });
}
