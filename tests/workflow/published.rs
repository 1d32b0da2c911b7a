//! A standard from COVACEC to the gazette and the register: a returned round and a tied vote on the
//! way, codes from one register, and a note that proves what was published.

use std::fs;

use desk::wire::{
    ById, EvidencePath, ExportResolution, NamedText, Nothing, PerformAct, ProvePublication,
    PublicationView, RecordTc, SessionRequest,
};
use desk::{Code, Desk, Error};

use crate::office::{Office, carried};
use crate::sessions::{COMPOSITION, called, in_session, opened, step, vote};

const RESOLUTION: &str = "SO/II-26/10,S";

fn act(
    office: &mut Office,
    id: &str,
    act: &str,
    papers: &[&str],
    said: &[(&str, &str)],
) -> Result<(), Error> {
    let evidence = papers.iter().map(|requirement| EvidencePath {
        requirement: (*requirement).to_owned(),
        path: office.paper(&format!("{act}-{requirement}.txt"), "Documento inventado."),
    });
    let asked = PerformAct {
        id: id.to_owned(),
        act: act.to_owned(),
        from: String::new(),
        on: String::new(),
        reason: String::new(),
        fields: said
            .iter()
            .map(|(name, text)| NamedText {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
            })
            .collect(),
        evidence: evidence.collect(),
    };
    office.perform(asked).map(|_| ())
}

fn state(office: &mut Office, id: &str) -> String {
    office.desk.case(ById { id: id.to_owned() }).unwrap().state
}

/// A standard that waits for COVACEC.
fn a_ready_standard(office: &mut Office, title: &str) -> String {
    let id = office
        .desk
        .new_standard(desk::wire::NewStandard {
            title: title.to_owned(),
        })
        .unwrap()
        .id;
    act(
        office,
        &id,
        "REGISTERED_AS_FOUND",
        &["ROAD-REGISTERED_AS_FOUND-1"],
        &[("state", "COVACEC_READY")],
    )
    .unwrap();
    id
}

fn through_covacec(office: &mut Office, id: &str) {
    let text = COMPOSITION.to_owned();
    office
        .desk
        .save_composition(desk::wire::SaveComposition { text })
        .unwrap();
    let session = called(&mut office.desk, id, "2026-07-08");
    assert_eq!(state(office, id), "COVACEC_ON_AGENDA");
    office.hands.set("2026-07-08");
    let desk = &mut office.desk;
    opened(desk, &session);
    for (seat, how) in [
        (1, "a favor"),
        (2, "a favor"),
        (3, "a favor"),
        (4, "en contra"),
        (6, "en contra"),
        (7, "en contra"),
        (10, "excusa"),
    ] {
        vote(desk, &session, seat, how).unwrap();
    }
    let matter = || "1".to_owned();
    let cast = SessionRequest::Cast {
        matter: matter(),
        in_favour: true,
    };
    in_session(desk, &session, cast).unwrap();
    let reasons = String::new();
    in_session(
        desk,
        &session,
        SessionRequest::Declare {
            matter: matter(),
            reasons,
        },
    )
    .unwrap();
    let view = step(desk, &session, "CLOSE", "").unwrap();
    assert_eq!(view.matters[0].declared, "Pertinente");
    assert_eq!(state(office, id), "COVACEC_PERTINENT");
}

fn tc(office: &mut Office, standards: &[&str], act: &str, resolution: &str) -> Result<(), Error> {
    let asked = RecordTc {
        standards: standards.iter().map(|it| (*it).to_owned()).collect(),
        act: act.to_owned(),
        resolution: resolution.to_owned(),
        on: String::new(),
        path: office.paper(&format!("{act}.txt"), "Constancia inventada."),
        reason: String::new(),
    };
    let begin = |desk: &mut Desk| desk.begin_tc(asked);
    carried(&mut office.desk, begin, Desk::finish_tc).map(|_| ())
}

fn prove(
    office: &mut Office,
    note: &str,
    reason: &str,
    dry_run: bool,
) -> Result<PublicationView, Error> {
    let asked = ProvePublication {
        resolution: RESOLUTION.to_owned(),
        note: "5790001".to_owned(),
        on: String::new(),
        edition: "Matutina".to_owned(),
        path: office.paper("nota.txt", note),
        reason: reason.to_owned(),
        dry_run,
    };
    let begin = |desk: &mut Desk| desk.begin_publication(asked);
    carried(&mut office.desk, begin, Desk::finish_publication)
}

#[test]
fn a_standard_goes_from_covacec_to_the_gazette_by_a_tied_vote_and_a_note_that_proves_it() {
    let mut office = Office::on_disk(51);
    let one = a_ready_standard(&mut office, "Ñandutí inventado para el reparto");
    through_covacec(&mut office, &one);
    let other = a_ready_standard(&mut office, "Ébano inventado de bicicletas");
    act(
        &mut office,
        &other,
        "COVACEC_ON_AGENDA",
        &[],
        &[("presenter", "Titular 9")],
    )
    .unwrap();
    office.hands.set("2026-07-10");
    act(
        &mut office,
        &other,
        "COVACEC_PERTINENT",
        &["ROAD-COVACEC_PERTINENT-1"],
        &[],
    )
    .unwrap();
    let both = [one.as_str(), other.as_str()];

    tc(&mut office, &both, "TC_SUBMITTED", "").unwrap();
    let odd = tc(&mut office, &both, "TC_APPROVED", "10 de 2026").unwrap_err();
    assert!(odd.says().contains("SO/II-26/10,S"), "{}", odd.says());
    assert_eq!(state(&mut office, &one), "TC_SUBMITTED");
    tc(&mut office, &both, "TC_APPROVED", RESOLUTION).unwrap();

    coded(&mut office, &one, &other);
    drafted(&mut office);
    let early = prove(&mut office, &note("EC0001", "EC0002"), "", false).unwrap_err();
    assert_eq!(early.code(), Code::ActRefused, "it was not sent yet");
    for id in both {
        act(
            &mut office,
            id,
            "DOF_SENT",
            &["ROAD-DOF_SENT-1", "ROAD-DOF_SENT-2"],
            &[],
        )
        .unwrap();
    }
    proven(&mut office, both);
}

/// Codes are proposed in the order of the titles; what is malformed or taken is refused.
fn coded(office: &mut Office, one: &str, other: &str) {
    let view = office.desk.gazette(Nothing {}).unwrap();
    let its = &view.resolutions[0].standards;
    let proposed: Vec<_> = its
        .iter()
        .map(|it| (it.title.as_str(), it.proposed.as_str()))
        .collect();
    assert_eq!(
        proposed,
        [
            ("Ébano inventado de bicicletas", "EC0001"),
            ("Ñandutí inventado para el reparto", "EC0002"),
        ]
    );
    for wrong in ["EC056.01", "EEC1727", "ECM0390pdf", "EO354", "ECM0001"] {
        let refused = act(office, other, "CODED", &[], &[("code", wrong)]).unwrap_err();
        assert_eq!(refused.code(), Code::ActRefused, "{wrong}");
    }
    act(office, other, "CODED", &[], &[("code", "EC0001")]).unwrap();
    let doubled = act(office, one, "CODED", &[], &[("code", "EC0001")]).unwrap_err();
    assert!(
        doubled.says().contains("Ébano") && doubled.says().contains("EC0002"),
        "{}",
        doubled.says()
    );
    act(office, one, "CODED", &[], &[("code", "EC0002")]).unwrap();
}

/// The resolution is written for the gazette.
fn drafted(office: &mut Office) {
    for kind in ["DOCX", "PDF"] {
        let path = office.place(&format!("acuerdo.{kind}"));
        let asked = ExportResolution {
            resolution: RESOLUTION.to_owned(),
            kind: kind.to_owned(),
            path: path.clone(),
            replace: false,
        };
        let begin = |desk: &mut Desk| desk.begin_resolution(asked);
        carried(&mut office.desk, begin, Desk::finish_export).unwrap();
        assert!(fs::metadata(&path).unwrap().len() > 1_000);
    }
}

/// A note of another resolution is refused, one that differs is told where, and the one that does not
/// publishes them all.
fn proven(office: &mut Office, both: [&str; 2]) {
    office.hands.set("2026-08-20");
    let strange = prove(office, "Acuerdo SO/I-26/03,R. EC0001 Otra cosa.", "", false).unwrap_err();
    assert!(
        strange.says().contains("otro acuerdo"),
        "{}",
        strange.says()
    );
    let wrong = prove(office, &note("EC0001", "EC0200"), "", true).unwrap();
    let says: Vec<&str> = wrong
        .differences
        .iter()
        .map(|it| it.says.as_str())
        .collect();
    assert_eq!(says.len(), 2, "{says:?}");
    assert!(
        says[0].contains("sin su clave EC0002") && says[1].contains("EC0200"),
        "{says:?}"
    );
    assert!(
        wrong.differences.iter().all(|it| it.line.is_some()),
        "every difference is placed"
    );
    let refused = prove(office, &note("EC0001", "EC0200"), "", false).unwrap_err();
    assert_eq!(refused.code(), Code::ActRefused);
    assert_eq!(state(office, both[0]), "DOF_SENT", "nothing half done");

    let done = prove(office, &note("EC0001", "EC0002"), "", false).unwrap();
    assert_eq!((done.published, done.days), (2, 41));
    for id in both {
        assert_eq!(state(office, id), "DOF_PUBLISHED");
        act(office, id, "RENEC_ACTIVE", &["ROAD-RENEC_ACTIVE-1"], &[]).unwrap();
    }
    let codes = office.desk.codes(Nothing {}).unwrap();
    assert_eq!((codes.next_ec.as_str(), codes.taken), ("EC0003", 2));
    office.is_sound();
}

/// A note whose lines part the titles as print does.
fn note(first: &str, second: &str) -> String {
    format!(
        "DIARIO OFICIAL\nACUERDO {RESOLUTION} del Comité Técnico\n1. ÉBANO INVENTADO\nDE BICICLETAS\n2. Ñandutí inventado para el reparto\n{first} Ébano inventado de\nbicicletas\n{second} Ñandutí inventado para el re-\nparto\n(R.- 500001)\n"
    )
}
