//! Committees and the sessions of COVACEC at the desk: the story, and what is refused.

use desk::error::Code;
use desk::wire::{
    AskCommittee, AskCommittees, Attach, BeginCommittee, CommitteeDeed, CommitteeRequest,
    CommitteeView, EvidencePath, ImportCommittees, NamedText, Nothing, PerformAct,
};
use desk::{Desk, Error};

use crate::office::{Office, carried};

pub(crate) const NAME: &str = "CGC inventado del reparto";

pub(crate) fn committee(desk: &mut Desk, id: &str) -> CommitteeView {
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

pub(crate) fn act(
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

pub(crate) fn begun(desk: &mut Desk, name: &str, about: &str) -> Result<String, Error> {
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
pub(crate) fn a_ready_committee(office: &mut Office, name: &str) -> String {
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
