//! Committees and the sessions of COVACEC at the desk: the story, and what is refused.

use std::fs;

use desk::error::Code;
use desk::wire::{
    AskCommittee, AskCommittees, Attach, BeginCommittee, BeginSession, ById, CommitteeDeed,
    CommitteeRequest, CommitteeView, EvidencePath, ExportCommitteePaper, ExportSessionPaper,
    ImportCommittees, NamedText, Nothing, PerformAct, SaveComposition, SessionDeed, SessionRequest,
    SessionStep, SessionView,
};
use desk::{Desk, Error};

use crate::office::{Office, carried};

const NAME: &str = "CGC inventado del reparto";

fn committee(desk: &mut Desk, id: &str) -> CommitteeView {
    desk.committee(AskCommittee {
        committee: id.to_owned(),
        on: String::new(),
    })
    .unwrap()
}

fn deed(desk: &mut Desk, id: &str, deed: CommitteeRequest) -> Result<CommitteeView, Error> {
    let committee = id.to_owned();
    desk.do_in_committee(CommitteeDeed { committee, deed })
}

fn act(
    desk: &mut Desk,
    id: &str,
    act: &str,
    reason: &str,
    evidence: &[(&str, &str)],
) -> Result<CommitteeView, Error> {
    let evidence = evidence.iter().map(|(requirement, path)| EvidencePath {
        requirement: (*requirement).to_owned(),
        path: (*path).to_owned(),
    });
    let asked = PerformAct {
        id: id.to_owned(),
        act: act.to_owned(),
        from: String::new(),
        on: String::new(),
        reason: reason.to_owned(),
        fields: Vec::<NamedText>::new(),
        evidence: evidence.collect(),
    };
    carried(
        desk,
        |desk| desk.begin_committee_act(asked),
        Desk::finish_committee_act,
    )
}

fn attach(
    desk: &mut Desk,
    id: &str,
    requirement: &str,
    path: &str,
) -> Result<CommitteeView, Error> {
    let asked = Attach {
        id: id.to_owned(),
        requirement: requirement.to_owned(),
        path: path.to_owned(),
        on: String::new(),
    };
    carried(
        desk,
        |desk| desk.begin_committee_attach(asked),
        Desk::finish_committee_attach,
    )
}

fn begun(desk: &mut Desk, name: &str, about: &str) -> Result<String, Error> {
    let asked = BeginCommittee {
        name: name.to_owned(),
        on: String::new(),
        contact: "Ana Ruiz".to_owned(),
        about: about.to_owned(),
        letter: String::new(),
    };
    let made = carried(
        desk,
        |desk| desk.begin_committee(asked),
        Desk::finish_committee,
    )?;
    Ok(made.id)
}

fn organization(desk: &mut Desk, id: &str, name: &str, kind: &str) {
    let (name, kind) = (name.to_owned(), kind.to_owned());
    deed(desk, id, CommitteeRequest::AddOrganization { name, kind }).unwrap();
}

fn seat(
    desk: &mut Desk,
    id: &str,
    name: &str,
    of: &str,
    office: &str,
) -> Result<CommitteeView, Error> {
    let seat = CommitteeRequest::Seat {
        name: name.to_owned(),
        post: "Dirección general".to_owned(),
        organization: of.to_owned(),
        office: office.to_owned(),
        on: String::new(),
    };
    deed(desk, id, seat)
}

fn judge(desk: &mut Desk, id: &str, criterion: &str, result: &str) -> Result<CommitteeView, Error> {
    let judge = CommitteeRequest::Judge {
        criterion: criterion.to_owned(),
        result: result.to_owned(),
        note: "Cifra inventada".to_owned(),
    };
    deed(desk, id, judge)
}

/// A committee that meets what is asked for, and is ready for COVACEC.
fn a_ready_committee(office: &mut Office, name: &str) -> String {
    let paper = office.paper("prueba.txt", "Prueba inventada.");
    let desk = &mut office.desk;
    let id = begun(desk, name, "Interés en integrar un comité").unwrap();
    organization(desk, &id, "Ciclos inventados", "COMPANY");
    organization(desk, &id, "Instituto inventado", "institución de educación");
    seat(desk, &id, "Ana Ruiz", "Ciclos inventados", "presidenta").unwrap();
    seat(
        desk,
        &id,
        "Luis Vega",
        "Ciclos inventados",
        "Vicepresidencia",
    )
    .unwrap();
    seat(desk, &id, "Rosa Mena", "Instituto inventado", "vocal").unwrap();
    act(desk, &id, "APPLIED", "", &[("CGC-SOL-1", &paper)]).unwrap();
    act(desk, &id, "IN_REVIEW", "", &[]).unwrap();
    for criterion in ["CGC-ALC-1", "CGC-REP-1", "CGC-INT-1"] {
        attach(desk, &id, criterion, &paper).unwrap();
        judge(desk, &id, criterion, "cumple").unwrap();
    }
    act(
        desk,
        &id,
        "RETURNED",
        "Falta el programa\nFalta la carta compromiso",
        &[],
    )
    .unwrap();
    act(desk, &id, "IN_REVIEW", "Se agregaron", &[]).unwrap();
    act(desk, &id, "READY", "", &[]).unwrap();
    id
}

const COMPOSITION: &str = "[integración]
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

fn in_session(desk: &mut Desk, id: &str, deed: SessionRequest) -> Result<SessionView, Error> {
    let session = id.to_owned();
    desk.do_in_session(SessionDeed { session, deed })
}

fn step(desk: &mut Desk, id: &str, step: &str, says: &str) -> Result<SessionView, Error> {
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

/// A session with a case on its agenda, called on the day before it is held, with seven seats
/// filled, and open.
fn an_open_session(office: &mut Office, case: &str) -> String {
    let desk = &mut office.desk;
    let text = COMPOSITION.to_owned();
    desk.save_composition(SaveComposition { text }).unwrap();
    let id = desk
        .begin_session(BeginSession {
            kind: "ordinaria".to_owned(),
            on: "2026-07-08".to_owned(),
            place: "la sala de juntas".to_owned(),
        })
        .unwrap()
        .id;
    let put = SessionRequest::Put {
        case: case.to_owned(),
        presenter: "Titular 9".to_owned(),
    };
    in_session(desk, &id, put).unwrap();
    let base = "asientos".to_owned();
    in_session(desk, &id, SessionRequest::Base { base }).unwrap();
    step(desk, &id, "CALL", "").unwrap();
    office.hands.set("2026-07-08");
    let desk = &mut office.desk;
    for seat in [1, 2, 3, 4, 7] {
        attend(desk, &id, seat, "HOLDER");
    }
    attend(desk, &id, 6, "SUBSTITUTE");
    in_session(desk, &id, SessionRequest::Open {}).unwrap();
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

fn vote(desk: &mut Desk, id: &str, seat: u8, vote: &str) -> Result<SessionView, Error> {
    let (matter, vote) = ("1".to_owned(), vote.to_owned());
    in_session(desk, id, SessionRequest::Vote { matter, seat, vote })
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
fn a_roster_is_that_of_its_day_and_a_ruling_keeps_it() {
    let mut office = Office::on_disk(41);
    let id = a_ready_committee(&mut office, NAME);
    office.hands.set("2026-08-06");
    let desk = &mut office.desk;
    let leave = CommitteeRequest::Leave {
        member: "ana ruíz".to_owned(),
        on: String::new(),
        reason: "Renunció".to_owned(),
    };
    deed(desk, &id, leave).unwrap();
    seat(desk, &id, "Eva Solís", "Ciclos inventados", "presidencia").unwrap();
    let on = |desk: &mut Desk, day: &str| {
        let asked = AskCommittee {
            committee: id.clone(),
            on: day.to_owned(),
        };
        let roster = desk.committee(asked).unwrap().roster;
        roster.into_iter().map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(
        on(desk, "2026-07-10"),
        ["Ana Ruiz", "Luis Vega", "Rosa Mena"]
    );
    assert_eq!(on(desk, ""), ["Eva Solís", "Luis Vega", "Rosa Mena"]);
    let future = desk.committee(AskCommittee {
        committee: id.clone(),
        on: "2031-01-01".to_owned(),
    });
    assert_eq!(future.unwrap_err().code(), Code::BadDay);
}

#[test]
fn names_with_marks_are_kept_and_one_name_is_one_committee() {
    let mut office = Office::on_disk(41);
    let desk = &mut office.desk;
    let name = "CGC O’Gorman–Ñandú «Güiro» d'Acier 🜚";
    let id = begun(desk, name, "Se habló").unwrap();
    assert_eq!(committee(desk, name).id, id);
    let again = begun(desk, "cgc o’gorman–ñandú «güiro» d'acier 🜚", "Se habló").unwrap_err();
    assert_eq!(again.code(), Code::ActRefused);
    assert!(begun(desk, "   ", "Se habló").is_err());
    assert!(begun(desk, "Sin acercamiento", "").is_err());
    let all = desk.committees(AskCommittees {
        query: "guiro".to_owned(),
        state: String::new(),
        sector: String::new(),
    });
    assert_eq!(all.unwrap().rows.len(), 1);
}

#[test]
fn a_register_comes_in_whole_or_not_at_all_and_is_undone() {
    let mut office = Office::on_disk(41);
    let mut sheet =
        String::from("Comité;Sector;Fecha;Estado;Persona;Cargo en el comité;Organización;Clase\n");
    for n in 0..400 {
        sheet.push_str(&format!(
            "CGC inventado {n};Productivo;03/06/2025;Instalado / vigente;Persona {n};Presidencia;Empresa {n};Empresa\n"
        ));
    }
    let good = office.paper("registro.csv", &sheet);
    let wrong = sheet
        .replace("CGC inventado 7;Productivo", "CGC inventado 7;Industrial")
        .replace(
            "CGC inventado 9;Productivo;03/06/2025",
            "CGC inventado 9;Productivo;35/06/2025",
        )
        .replace("Empresa 11;Empresa\n", "Empresa 11;Club\n")
        + "CGC inventado 12;Social;03/06/2025;;Otra;Presidencia;Empresa 12;Empresa\n"
        + "CGC inventado 13;Productivo;03/06/2025;;Otra;Presidencia;Empresa 13;Empresa\n";
    let wrong = office.paper("mal.csv", &wrong);
    let bring = |desk: &mut Desk, path: &str, dry_run: bool| {
        let asked = ImportCommittees {
            path: path.to_owned(),
            dry_run,
        };
        carried(
            desk,
            |desk| desk.begin_committee_import(asked),
            Desk::finish_committee_import,
        )
    };
    let desk = &mut office.desk;
    let all = |desk: &mut Desk| {
        let asked = AskCommittees {
            query: String::new(),
            state: String::new(),
            sector: String::new(),
        };
        desk.committees(asked).unwrap()
    };
    let told = bring(desk, &wrong, false).unwrap();
    let rows: Vec<u32> = told.wrong.iter().map(|it| it.row).collect();
    assert_eq!(rows, [9, 11, 13, 402, 403], "{:?}", told.wrong);
    assert_eq!(all(desk).total, 0, "nothing half imported");

    let dry = bring(desk, &good, true).unwrap();
    assert_eq!((dry.taken, dry.people, dry.wrong.len()), (400, 400, 0));
    assert_eq!(all(desk).total, 0);
    bring(desk, &good, false).unwrap();
    let view = all(desk);
    assert_eq!((view.total, view.sectors[0].count), (400, 400));
    assert!(
        view.rows
            .iter()
            .all(|row| row.as_found && row.state == "INSTALLED")
    );
    let again = bring(desk, &good, false).unwrap();
    assert_eq!((again.taken, again.known), (0, 400));

    let one = view.rows[0].id.clone();
    let desk = &mut office.desk;
    desk.undo_committee_import(Nothing {}).unwrap();
    assert_eq!(all(desk).total, 0);
    assert!(committee(desk, &one).away);
    assert!(desk.undo_committee_import(Nothing {}).is_err());
    office.is_sound();
}

#[test]
fn two_spellings_of_one_organization_are_offered_and_joining_them_is_undone() {
    let mut office = Office::on_disk(41);
    let desk = &mut office.desk;
    let id = begun(desk, NAME, "Se habló").unwrap();
    organization(desk, &id, "Ciclos del Valle, S.A. de C.V.", "COMPANY");
    organization(desk, &id, "CICLOS DEL VALLE", "COMPANY");
    let pair = committee(desk, &id).alike.remove(0);
    let join = CommitteeRequest::Join {
        kept: pair.one_id.clone(),
        gone: pair.other_id.clone(),
    };
    assert!(deed(desk, &id, join).unwrap().alike.is_empty());
    let gone = pair.other_id;
    let view = deed(desk, &id, CommitteeRequest::Part { gone }).unwrap();
    assert!(view.organizations.iter().all(|it| it.joined_to.is_none()));
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
