//! What an auditor reads: who put what where, under which name, and what was taken back.

use desk::wire::{AskHistory, Attach, EvidencePath, PerformAct, WithdrawEvidence};

use crate::bags::open;
use crate::office::{Office, an_act, verify};
use crate::road::TO_COVACEC;

fn sentences(office: &mut Office, id: &str) -> Vec<(String, Vec<String>)> {
    let asked = AskHistory {
        id: id.to_owned(),
        before: None,
        count: 500,
        document: String::new(),
        only: Default::default(),
    };
    let acts = office.desk.history(asked).unwrap().acts.into_iter();
    let told = acts.map(|act| {
        let names = act.evidence.into_iter().map(|proof| proof.name);
        (act.says, names.collect())
    });
    told.collect()
}

#[test]
fn a_file_is_called_as_each_act_attached_it_though_another_has_the_same_bytes() {
    let mut office = Office::in_memory(61);
    let id = office.sample();
    let acta = office.paper("acta.pdf", "lo mismo");
    let lista = office.paper("lista.pdf", "lo mismo");
    let attach = |requirement: &str, path: String| Attach {
        id: id.clone(),
        requirement: requirement.to_owned(),
        path,
        on: String::new(),
    };
    office
        .attach_paper(attach("ROAD-PROPOSED-1", acta.clone()))
        .unwrap();
    let act = PerformAct {
        evidence: vec![EvidencePath {
            requirement: "ROAD-GTE_READY-1".to_owned(),
            path: lista,
        }],
        ..an_act(&id, "GTE_READY", &[])
    };
    office.perform(act).unwrap();

    let told = sentences(&mut office, &id);

    assert_eq!(told[0].1, ["lista.pdf"]);
    assert_eq!(told[1].1, ["acta.pdf"]);
    assert!(told[1].0.contains("CGC instalado"), "{}", told[1].0);
    assert!(
        told.iter().all(|(says, _)| !says.contains("ROAD-")),
        "{told:?}"
    );
}

#[test]
fn a_file_attached_by_mistake_is_withdrawn_with_a_reason_and_proves_nothing_more() {
    let mut office = Office::in_memory(62);
    let id = office.a_ready_case();
    let withdraw = |reason: &str| WithdrawEvidence {
        id: id.clone(),
        requirement: "EC-PRO-1".to_owned(),
        digest: String::new(),
        reason: reason.to_owned(),
    };
    office.nothing_comes_of(&id, desk::Code::ReasonMissing, |office| {
        office.desk.withdraw_evidence(withdraw(" "))
    });

    office
        .desk
        .withdraw_evidence(withdraw("Es de otro caso"))
        .unwrap();

    let dossier = office.desk.dossier(crate::office::by(&id)).unwrap();
    let files = dossier.parts.iter().flat_map(|part| &part.asks);
    let files: Vec<_> = files.flat_map(|asked| &asked.files).collect();
    let gone: Vec<_> = files
        .iter()
        .filter_map(|it| it.withdrawn.as_ref())
        .collect();
    assert_eq!(gone.len(), 1, "{files:?}");
    assert_eq!(gone[0].reason, "Es de otro caso");
    assert_eq!(gone[0].by, crate::office::PERSON);

    let refused = office.packet(&id, "sin").unwrap_err().trouble();
    let unmet: Vec<&str> = refused
        .unmet
        .iter()
        .map(|it| it.requirement.as_str())
        .collect();
    assert_eq!(unmet, ["EC-PRO-1"]);
    office.nothing_comes_of(&id, desk::Code::NotFound, |office| {
        office.desk.withdraw_evidence(withdraw("Otra vez"))
    });
    office.attach(&id, "EC-PRO-1");
    let packet = office.packet(&id, "con").unwrap();
    assert!(verify(std::path::Path::new(&packet.path)).sound);
    let mut other = Office::in_memory(63);
    other.take_in(&packet.path).unwrap();
    let told = sentences(&mut other, &id);
    let gone = told
        .iter()
        .find(|(says, _)| says.starts_with("Retiró"))
        .unwrap();
    assert!(gone.0.ends_with("Es de otro caso"), "{}", gone.0);
    other.is_sound();
    office.is_sound();
}

#[test]
fn the_case_sheet_names_who_typed_each_datum_and_the_answers_of_each_act() {
    let mut office = Office::in_memory(64);
    let id = office.sample();
    office.desk.sign_as("Ana Captura");
    office.desk.save_support(crate::road::support(&id)).unwrap();
    office.desk.sign_as("Beto Arma");
    for step in TO_COVACEC {
        let words: Vec<(&str, &str)> = step.said.iter().map(|said| (said.1, said.2)).collect();
        office.act(&id, step.act, step.papers, &words).unwrap();
    }

    let packet = office.packet(&id, "hoja").unwrap();

    let bag = open(&packet.path);
    let text = pdf_text(&office, &bag.files["data/expediente/hoja.pdf"]);
    let typed = text.matches("Lo capturó Ana Captura").count();
    assert!(typed >= 4, "{typed} data: {text}");
    assert!(!text.contains("Lo capturó Beto Arma"), "{text}");
    assert!(
        text.contains("Motivo: La función ya se evaluó en 2024."),
        "{text}"
    );
    assert!(text.contains("No se comparó con el RENEC"), "{text}");
    assert!(!text.contains("quién lo revisó"), "{text}");
}

/// The words of a PDF, one space between them.
fn pdf_text(office: &Office, bytes: &[u8]) -> String {
    let path = office.place("hoja.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = std::process::Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", &path, "-"])
        .output();
    let out = read
        .map(|out| String::from_utf8_lossy(&out.stdout).into_owned())
        .unwrap_or_default();
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
