//! Sessions of COVACEC at the desk: from the notice to the minutes, and what is refused.

use std::fs;

use desk::error::Code;
use desk::wire::{
    BeginOfficerChange, BeginSession, ById, EvidencePath, ExportCommitteePaper, ExportSessionPaper,
    Nothing, PerformAct, SaveComposition, SessionDeed, SessionRequest, SessionStep, SessionView,
};
use desk::{Desk, Error};

use crate::committees::{NAME, a_ready_committee, act, begun, committee};
use crate::office::{Office, carried};

pub(crate) const COMPOSITION: &str = "[integración]
vigente desde = 2020-01-01
estado = por confirmar
quórum =
mayoría = presentes
[asientos]
1 | Presidencia | Dirección General | Titular 1 |  | sí |
2 | Vicepresidencia | Coordinación | Titular 2 |  | sí |
3 | Secretaría Técnica | Gestión | Titular 3 |  | sí |
4 | Vocalía | Operación | Titular 4 |  | sí |
5 | Vocalía | Administración |  |  | sí |
6 | Vocalía | Jurídicos | Titular 6 | Gina Luz | sí |
7 | Vocalía | Mercadeo | Titular 7 |  | sí |
8 | Vocalía Ponente | Social | Titular 8 |  | sí |
9 | Vocalía Ponente | Productivos | Titular 9 |  | sí |
10 | Vocalía Ponente | Gestión | Titular 3 |  | sí |
";

pub(crate) fn in_session(
    desk: &mut Desk,
    id: &str,
    deed: SessionRequest,
) -> Result<SessionView, Error> {
    let session = id.to_owned();
    desk.do_in_session(SessionDeed { session, deed })
}

pub(crate) fn step(
    desk: &mut Desk,
    id: &str,
    step: &str,
    says: &str,
) -> Result<SessionView, Error> {
    let asked = SessionStep {
        session: id.to_owned(),
        step: step.to_owned(),
        on: String::new(),
        says: says.to_owned(),
    };
    carried(
        desk,
        |desk| desk.begin_session_step(asked),
        Desk::finish_session_step,
    )
}

/// A session with a case on its agenda, called today.
pub(crate) fn called(desk: &mut Desk, case: &str, on: &str) -> String {
    let id = desk
        .begin_session(BeginSession {
            kind: "ordinaria".to_owned(),
            on: on.to_owned(),
            place: "la sala de juntas".to_owned(),
        })
        .unwrap()
        .id;
    let put = SessionRequest::Put {
        case: case.to_owned(),
        presenter: "Titular 9".to_owned(),
    };
    in_session(desk, &id, put).unwrap();
    // It is asked once: a later session knows.
    if desk
        .session(ById { id: id.clone() })
        .unwrap()
        .base
        .is_empty()
    {
        let base = "asientos".to_owned();
        in_session(desk, &id, SessionRequest::Base { base }).unwrap();
    }
    step(desk, &id, "CALL", "").unwrap();
    id
}

/// Opens a session with seven seats filled.
pub(crate) fn opened(desk: &mut Desk, id: &str) {
    for seat in [1, 2, 3, 4, 7] {
        attend(desk, id, seat, "HOLDER");
    }
    attend(desk, id, 6, "SUBSTITUTE");
    in_session(desk, id, SessionRequest::Open {}).unwrap();
}

/// A session with a case on its agenda, called on a day before it is held, with seven seats
/// filled, and open.
fn an_open_session(office: &mut Office, case: &str) -> String {
    let desk = &mut office.desk;
    let text = COMPOSITION.to_owned();
    desk.save_composition(SaveComposition { text }).unwrap();
    let id = called(desk, case, "2026-07-08");
    office.hands.set("2026-07-08");
    opened(&mut office.desk, &id);
    id
}

fn attend(desk: &mut Desk, id: &str, seat: u8, presence: &str) {
    let presence = presence.to_owned();
    let name = String::new();
    in_session(
        desk,
        id,
        SessionRequest::Attend {
            seat,
            presence,
            name,
        },
    )
    .unwrap();
}

pub(crate) fn vote(desk: &mut Desk, id: &str, seat: u8, vote: &str) -> Result<SessionView, Error> {
    let (matter, vote) = ("1".to_owned(), vote.to_owned());
    in_session(desk, id, SessionRequest::Vote { matter, seat, vote })
}

#[test]
fn the_minutes_say_the_figures_that_were_recorded() {
    let mut office = Office::on_disk(41);
    let id = a_ready_committee(&mut office, NAME);
    let session = an_open_session(&mut office, &id);
    let desk = &mut office.desk;
    for (seat, how) in [
        (1, "a favor"),
        (2, "a favor"),
        (3, "a favor"),
        (4, "a favor"),
        (6, "en contra"),
        (7, "abstención"),
        (10, "excusa"),
    ] {
        vote(desk, &session, seat, how).unwrap();
    }
    let declare = SessionRequest::Declare {
        matter: "1".to_owned(),
        reasons: "Con la condición inventada de informar cada año.".to_owned(),
    };
    in_session(desk, &session, declare).unwrap();
    step(desk, &session, "CLOSE", "").unwrap();
    let path = office.place("acta.docx");
    let asked = ExportSessionPaper {
        session: session.clone(),
        paper: "MINUTES".to_owned(),
        kind: "DOCX".to_owned(),
        path: path.to_owned(),
        replace: false,
    };
    let desk = &mut office.desk;
    carried(
        desk,
        |desk| desk.begin_session_paper(asked),
        Desk::finish_export,
    )
    .unwrap();
    let said = words_of(&path);
    for words in [
        "A favor: 4. En contra: 1. Abstenciones: 1. Excusas: 1.",
        "4 de 6 integrantes presentes con voto",
        "Gina Luz (suplente)",
        "vacante",
        "Acuerdo COVACEC/2026/1/01:",
        "7 de 10 asientos",
        "condición inventada",
    ] {
        assert!(said.contains(words), "«{words}» is not in: {said}");
    }
    let desk = &mut office.desk;
    let pending = desk.sessions(Nothing {}).unwrap().pending;
    assert_eq!(pending.len(), 1, "what was asked for is followed up");
}

#[test]
fn a_session_refuses_short_notice_strange_votes_and_what_comes_out_of_turn() {
    let mut office = Office::on_disk(41);
    let id = a_ready_committee(&mut office, NAME);
    let desk = &mut office.desk;
    let text = COMPOSITION.to_owned();
    desk.save_composition(SaveComposition { text }).unwrap();
    let new = |desk: &mut Desk, on: &str| {
        desk.begin_session(BeginSession {
            kind: "ORDINARY".to_owned(),
            on: on.to_owned(),
            place: String::new(),
        })
    };
    assert_eq!(new(desk, "mañana").unwrap_err().code(), Code::BadDay);
    let today = new(desk, "2026-07-06").unwrap().id;
    let put = |case: &str| SessionRequest::Put {
        case: case.to_owned(),
        presenter: String::new(),
    };
    let empty = step(desk, &today, "CALL", "").unwrap_err();
    assert!(!empty.says().is_empty());
    in_session(desk, &today, put(&id)).unwrap();
    let short = step(desk, &today, "CALL", "").unwrap_err();
    assert!(
        short.says().contains("7 de julio de 2026"),
        "{}",
        short.says()
    );
    let twice = in_session(desk, &today, put(&id)).unwrap_err();
    assert_eq!(twice.code(), Code::SessionRefused);
    let other = new(desk, "2026-07-10").unwrap().id;
    let elsewhere = in_session(desk, &other, put(&id)).unwrap_err();
    assert!(
        elsewhere.says().contains("1.ª sesión"),
        "{}",
        elsewhere.says()
    );
    let early = begun(desk, "Otro CGC", "Se habló").unwrap();
    let unready = in_session(desk, &other, put(&early)).unwrap_err();
    assert!(
        unready.says().contains("Acercamiento"),
        "{}",
        unready.says()
    );
    let unopened = vote(desk, &today, 1, "IN_FAVOUR").unwrap_err();
    assert_eq!(unopened.code(), Code::SessionRefused);
    in_session(
        desk,
        &today,
        SessionRequest::Take {
            matter: "1".to_owned(),
        },
    )
    .unwrap();

    let session = an_open_session(&mut office, &id);
    let desk = &mut office.desk;
    let before = desk
        .session(ById {
            id: session.clone(),
        })
        .unwrap();
    for (seat, how) in [(11, "IN_FAVOUR"), (5, "IN_FAVOUR"), (8, "IN_FAVOUR")] {
        assert_eq!(
            vote(desk, &session, seat, how).unwrap_err().code(),
            Code::SessionRefused
        );
    }
    assert_eq!(
        vote(desk, &session, 1, "quizá").unwrap_err().code(),
        Code::NotFound
    );
    let after = desk
        .session(ById {
            id: session.clone(),
        })
        .unwrap();
    assert_eq!(before, after, "a refusal changes nothing");
    vote(desk, &session, 1, "IN_FAVOUR").unwrap();
    assert_eq!(
        vote(desk, &session, 1, "AGAINST").unwrap_err().code(),
        Code::SessionRefused
    );
    let open = step(desk, &session, "CLOSE", "").unwrap_err();
    assert!(open.says().contains("sin resultado"), "{}", open.says());
    assert_eq!(committee(desk, &id).state, "ON_AGENDA", "nothing half done");
    office.is_sound();
}

#[test]
fn a_committee_goes_from_its_approach_to_its_installation_with_a_returned_round_and_a_tied_vote() {
    let mut office = Office::on_disk(41);
    let id = a_ready_committee(&mut office, NAME);
    let session = an_open_session(&mut office, NAME);
    let desk = &mut office.desk;
    assert_eq!(committee(desk, &id).state, "ON_AGENDA");
    for (seat, how) in [
        (1, "a favor"),
        (2, "a favor"),
        (3, "a favor"),
        (4, "en contra"),
        (6, "en contra"),
        (7, "en contra"),
        (10, "abstención"),
    ] {
        vote(desk, &session, seat, how).unwrap();
    }
    let declare = || SessionRequest::Declare {
        matter: "1".to_owned(),
        reasons: String::new(),
    };
    let tied = in_session(desk, &session, declare()).unwrap_err();
    assert!(tied.says().contains("empate"), "{}", tied.says());
    let cast = SessionRequest::Cast {
        matter: NAME.to_owned(),
        in_favour: true,
    };
    in_session(desk, &session, cast).unwrap();
    let view = in_session(desk, &session, declare()).unwrap();
    assert_eq!(view.matters[0].declared, "Procedente");
    assert_eq!(view.matters[0].resolution, "COVACEC/2026/1/01");
    let view = step(desk, &session, "CLOSE", "Se informó del calendario.").unwrap();
    assert_eq!(view.state, "CLOSED");
    let minutes = view.minutes.expect("the minutes are kept");

    let view = committee(desk, &id);
    assert_eq!(view.state, "RULED_ADMISSIBLE");
    let ruled = view.acts.last().unwrap();
    assert_eq!(
        ruled.evidence,
        std::slice::from_ref(&minutes),
        "the ruling is proven by the minutes"
    );
    act(desk, &id, "ACT_SIGNING", "", &[]).unwrap();
    let unsigned = act(desk, &id, "INSTALLED", "", &[]).unwrap_err();
    assert_eq!(unsigned.code(), Code::ActRefused);
    let signed = office.paper("acta.txt", "Acta firmada.");
    let desk = &mut office.desk;
    let view = act(desk, &id, "INSTALLED", "", &[("ROAD-INSTALLED-1", &signed)]).unwrap();
    assert_eq!(view.state, "INSTALLED");

    for (paper, of) in [
        ("CRITERIA", ""),
        ("ROSTER", "2026-07-06"),
        ("INTEGRATION", ""),
        ("LETTER", "RETURNED"),
        ("LETTER", "RULED_ADMISSIBLE"),
    ] {
        for kind in ["PDF", "DOCX"] {
            let path = office.place(&format!("{paper}{of}.{kind}"));
            let asked = ExportCommitteePaper {
                committee: id.clone(),
                paper: paper.to_owned(),
                of: of.to_owned(),
                kind: kind.to_owned(),
                path: path.to_owned(),
                replace: false,
            };
            let desk = &mut office.desk;
            carried(
                desk,
                |desk| desk.begin_committee_paper(asked),
                Desk::finish_export,
            )
            .unwrap();
            assert!(fs::metadata(&path).unwrap().len() > 1_000);
        }
    }
    office.is_sound();
}

#[test]
fn an_officer_is_followed_by_another_once_covacec_admits_it_and_the_roster_says_since_when() {
    let mut office = Office::on_disk(46);
    let id = a_ready_committee(&mut office, NAME);
    let session = an_open_session(&mut office, &id);
    decided(&mut office, &session);
    let signed = office.paper("acta.txt", "Acta firmada.");
    let desk = &mut office.desk;
    let request = |member: &str, successor: &str| BeginOfficerChange {
        committee: id.clone(),
        member: member.to_owned(),
        successor: successor.to_owned(),
        post: "Dirección general".to_owned(),
        organization: String::new(),
        on: String::new(),
        path: signed.clone(),
    };
    let ask = |desk: &mut Desk, asked: BeginOfficerChange| {
        let begin = |desk: &mut Desk| desk.begin_officer_change(asked);
        carried(desk, begin, Desk::finish_officer_change)
    };
    let early = ask(desk, request("Ana Ruiz", "Eva Solís")).unwrap_err();
    assert!(early.says().contains("instalado"), "{}", early.says());
    act(desk, &id, "ACT_SIGNING", "", &[]).unwrap();
    act(desk, &id, "INSTALLED", "", &[("ROAD-INSTALLED-1", &signed)]).unwrap();

    let view = ask(desk, request("Ana Ruiz", "Eva Solís")).unwrap();
    assert_eq!(
        view.state, "INSTALLED",
        "the committee stays installed meanwhile"
    );
    let change = view.changes[0].id.clone();
    let twice = ask(desk, request("ana ruíz", "")).unwrap_err();
    assert_eq!(twice.code(), Code::ActRefused);
    let does = |desk: &mut Desk, to: &str, evidence: &[&str]| {
        let asked = an_officer_act(&change, to, evidence, &signed);
        let begin = |desk: &mut Desk| desk.begin_officer_act(asked);
        carried(desk, begin, Desk::finish_officer_act)
    };
    let early = does(desk, "RECORDED", &["ROAD-RECORDED-1"]).unwrap_err();
    assert_eq!(early.code(), Code::ActRefused);
    does(desk, "IN_REVIEW", &[]).unwrap();

    office.hands.set("2026-07-13");
    let desk = &mut office.desk;
    let ready = desk.sessions(Nothing {}).unwrap().ready;
    assert!(ready.iter().any(|it| it.id == change), "{ready:?}");
    let session = called(desk, &change, "2026-07-15");
    office.hands.set("2026-07-15");
    opened(&mut office.desk, &session);
    decided(&mut office, &session);
    let desk = &mut office.desk;
    assert_eq!(committee(desk, &id).changes[0].state, "ADMISSIBLE");
    let view = does(desk, "RECORDED", &["ROAD-RECORDED-1"]).unwrap();
    let names: Vec<&str> = view.roster.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Eva Solís", "Luis Vega", "Rosa Mena"]);
    assert_eq!(view.roster[0].from, "15 de julio de 2026");
    assert_eq!(view.former[0].name, "Ana Ruiz");
    office.is_sound();
}

fn an_officer_act(id: &str, act: &str, evidence: &[&str], path: &str) -> PerformAct {
    let evidence = evidence.iter().map(|requirement| EvidencePath {
        requirement: (*requirement).to_owned(),
        path: path.to_owned(),
    });
    PerformAct {
        id: id.to_owned(),
        act: act.to_owned(),
        from: String::new(),
        on: String::new(),
        reason: String::new(),
        fields: Vec::new(),
        evidence: evidence.collect(),
    }
}

/// All who are there vote in favour, it is declared, and the session ends.
fn decided(office: &mut Office, session: &str) {
    let desk = &mut office.desk;
    for seat in [1, 2, 3, 4, 6, 7, 10] {
        vote(desk, session, seat, "a favor").unwrap();
    }
    let declare = SessionRequest::Declare {
        matter: "1".to_owned(),
        reasons: String::new(),
    };
    in_session(desk, session, declare).unwrap();
    step(desk, session, "CLOSE", "").unwrap();
}

/// What a Word file says, without its marks.
fn words_of(path: &str) -> String {
    let file = fs::File::open(path).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut text).unwrap();
    let mut said = String::new();
    let mut within = false;
    for letter in text.chars() {
        match letter {
            '<' => within = true,
            '>' => within = false,
            letter if !within => said.push(letter),
            _ => {} // A mark.
        }
    }
    said
}
