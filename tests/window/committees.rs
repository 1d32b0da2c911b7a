//! Committees and sessions in the real window: a committee from its first approach until it waits for
//! COVACEC, and a session that is held by keyboard, with a tie.

use std::fs;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use chrono::{Days, Local, NaiveDate};
use desk::wire::{
    Attach, BeginCommittee, BeginSession, CommitteeDeed, CommitteeRequest, EvidencePath, NamedText,
    PerformAct, SaveComposition, SessionDeed, SessionRequest, SessionStep, WorkView,
};
use desk::{Desk, Moment, carry};
use fantoccini::key::Key;

use crate::axe;
use crate::stage::{APP, Stage, journey, on_stage};

const NAME: &str = "CGC inventado del reparto";

#[test]
fn a_committee_goes_from_its_first_approach_until_it_waits_for_covacec() {
    journey("comite", |stage, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gc").await;
        page.says("Todavía no hay comités").await;
        axe::nothing(&page, "Comités, vacío").await;
        page.type_text("n").await;
        let name = page.at("[data-slot=committee-name]").await;
        page.write(&name, NAME).await;
        let about = page.named("textbox", "De qué se trató").await;
        page.write(&about, "Interés del sector en integrar un comité")
            .await;
        axe::nothing(&page, "Nuevo comité").await;
        page.press("Abrir el expediente").await;
        page.says("Presentar la solicitud").await;
        axe::nothing(&page, "Ficha del comité").await;
        page.picture("comite-1-ficha").await;

        let letter = stage.file("solicitud.txt", b"Solicitud inventada.");
        stage.pick(&letter);
        page.press("Elegir el archivo…: Falta la solicitud por escrito al CONOCER")
            .await;
        page.says("Se adjunta").await;
        page.press("Presentar la solicitud").await;
        page.says("Solicitud recibida").await;
        page.press("Revisar los criterios").await;
        page.says("Declararla lista para COVACEC").await;

        page.click("tab", "Integrantes").await;
        for (name, kind) in [
            ("Ciclos Inventados", "COMPANY"),
            ("Instituto Inventado", "EDUCATION"),
        ] {
            let field = page.at("[data-slot=organization-name]").await;
            page.write(&field, name).await;
            pick(&page, "Qué es", kind).await;
            page.press("Registrar una organización").await;
            page.says(name).await;
        }
        for (person, office) in [
            ("Ana Ruiz Inventada", "CHAIR"),
            ("Luis Vega Inventado", "VICE_CHAIR"),
        ] {
            seat(&page, person, office).await;
        }
        choose(&page, "Organización", "Instituto Inventado").await;
        seat(&page, "Rosa Mena Inventada", "MEMBER").await;
        axe::nothing(&page, "Integrantes del comité").await;
        page.picture("comite-2-integrantes").await;

        page.click("tab", "Criterios").await;
        page.says("Todavía no cumple los criterios que se exigen")
            .await;
        let proof = stage.file("prueba.txt", b"Prueba inventada.");
        for id in ["CGC-ALC-1", "CGC-REP-1", "CGC-INT-1"] {
            stage.pick(&proof);
            page.press(&format!("Adjuntar evidencia… {id}")).await;
            page.until(
                "its evidence is there",
                "return [...document.querySelectorAll('tr')].some((row) =>
                     row.textContent.includes(arguments[0]) && row.textContent.includes('prueba.txt'))",
                vec![id.into()],
            )
            .await;
            pick(&page, &format!("Resultado de {id}"), "MET").await;
        }
        page.says("Cumple los criterios que se exigen para ir al COVACEC")
            .await;
        axe::nothing(&page, "Criterios del comité").await;
        page.picture("comite-3-criterios-claro").await;
        dark(&page).await;
        page.picture("comite-4-criterios-oscuro").await;

        page.click("tab", "Ficha").await;
        page.press("Declararla lista para COVACEC").await;
        page.says("Lista para COVACEC").await;
        let paper = stage.path("criterios.pdf");
        stage.pick(&paper);
        page.press("Cédula de criterios, PDF").await;
        page.says("Escrito en").await;
        assert!(fs::metadata(&paper).unwrap().len() > 1_000);
        page.click("tab", "Historial").await;
        page.says("Ingresó Rosa Mena Inventada").await;
        axe::nothing(&page, "Historial del comité").await;

        page.key(Key::Escape).await;
        page.type_text("gs").await;
        page.says("Esperan orden del día").await;
        page.says(NAME).await;
        axe::nothing(&page, "Sesiones, vacío").await;
    });
}

#[test]
fn a_session_is_held_by_keyboard_and_a_tie_is_decided_by_whoever_presides() {
    on_stage(|stage| async move {
        a_called_session(&stage);
        let window = stage.open(APP, &[]).await;
        let page = window.page.clone();
        page.key(Key::Escape).await;
        page.type_text("gs").await;
        page.says("Convocada").await;
        page.type_text("j").await;
        page.key(Key::Enter).await;
        page.says("¿Sobre qué se cuenta el quórum?").await;
        axe::nothing(&page, "Sesión convocada").await;
        page.press("Asientos").await;
        page.says("falta quien presida").await;
        for seat in ["1", "2", "3", "4", "6", "7"] {
            page.named("button", &format!("{} {seat}", role(seat)))
                .await;
            page.type_text(seat).await;
            page.press(&format!("Está quien ocupa el asiento {seat}"))
                .await;
            page.says(&format!("Titular {seat}")).await;
        }
        page.says("Hay quórum").await;
        page.press("Abrir la sesión").await;
        page.says("En curso").await;
        page.picture("sesion-1-abierta").await;
        // Carla holds seats 3 and 10: seven seats are filled.
        page.run("document.activeElement?.blur()", vec![]).await;
        page.type_text("1a2a3a4c6c7c").await;
        page.says("Falta 1 voto").await;
        page.type_text("0b").await;
        page.says("Empate: decide el voto de calidad").await;
        page.type_text("p").await;
        page.says("Asunto 1 de 1").await;
        page.settled().await;
        axe::nothing(&page, "Proyector").await;
        page.picture("sesion-2-proyector-claro").await;
        dark(&page).await;
        page.picture("sesion-3-proyector-oscuro").await;
        page.key(Key::Escape).await;
        page.says("Voto de calidad de quien preside").await;
        axe::nothing(&page, "Sesión, en empate").await;
        page.picture("sesion-4-empate-oscuro").await;
        page.press("A favor").await;
        page.says("Procedente").await;
        page.press("Declarar el resultado").await;
        page.says("Procedente, acuerdo COVACEC/").await;
        page.press("Concluir").await;
        let others = page.named("textbox", "Asuntos generales").await;
        page.write(&others, "Se informó del calendario.").await;
        page.click("button", "Concluir").await;
        page.says("Terminada").await;
        let paper = stage.path("acta.pdf");
        stage.pick(&paper);
        page.press("Acta, PDF").await;
        page.says("Escrito en").await;
        assert!(fs::metadata(&paper).unwrap().len() > 1_000);
        page.key(Key::Escape).await;
        page.type_text("gc").await;
        page.says("Procedente").await;
        page.leave().await;
    });
}

fn role(seat: &str) -> &'static str {
    match seat {
        "1" => "Presidencia",
        "2" => "Vicepresidencia",
        "3" => "Secretaría Técnica",
        _ => "Vocalía", // The others that come.
    }
}

async fn dark(page: &crate::page::Page) {
    page.run("document.documentElement.dataset.theme = 'dark'", vec![])
        .await;
    page.settled().await;
}

/// Chooses in a list, by the value.
async fn pick(page: &crate::page::Page, label: &str, value: &str) {
    let list = page.named("combobox", label).await;
    list.select_by_value(value)
        .await
        .expect("it is in the list");
    page.settled().await;
}

/// Chooses in a list, by what is read.
async fn choose(page: &crate::page::Page, label: &str, says: &str) {
    let list = page.named("combobox", label).await;
    list.select_by_label(says).await.expect("it is in the list");
    page.settled().await;
}

async fn seat(page: &crate::page::Page, person: &str, office: &str) {
    let field = page.at("[data-slot=seat-name]").await;
    page.write(&field, person).await;
    pick(page, "Cargo en el comité", office).await;
    page.press("Registrar").await;
    page.named("button", &format!("Registrar su salida: {person}"))
        .await;
}

fn on(_: WorkView) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A committee on the agenda of a session that was called a week ago and is held today.
fn a_called_session(stage: &Stage) {
    let today = Local::now().date_naive();
    let days = Arc::new(AtomicI64::new(0));
    let clock = {
        let (days, chance) = (Arc::clone(&days), AtomicU32::new(1));
        move || {
            let on = today - Days::new(10) + Days::new(days.load(Ordering::Relaxed).unsigned_abs());
            let noon = on.and_hms_opt(12, 0, 0).unwrap().and_utc();
            Moment {
                today: on,
                millis: noon.timestamp_millis().unsigned_abs(),
                offset_minutes: 0,
                chance: u128::from(chance.fetch_add(1, Ordering::Relaxed)) << 40,
            }
        }
    };
    let mut desk = Desk::open(&stage.workspace(), "Elena Robles", Box::new(clock)).unwrap();
    let letter = stage.file("solicitud.txt", b"Solicitud inventada.");
    let letter = letter.display().to_string();
    let asked = BeginCommittee {
        name: NAME.to_owned(),
        on: String::new(),
        contact: String::new(),
        about: String::new(),
        letter: letter.clone(),
    };
    let begin = |desk: &mut Desk| desk.begin_committee(asked);
    let id = carry(&mut desk, &mut on, begin, Desk::finish_committee)
        .unwrap()
        .id;
    let deed = |desk: &mut Desk, deed: CommitteeRequest| {
        let committee = id.clone();
        desk.do_in_committee(CommitteeDeed { committee, deed })
            .unwrap();
    };
    for (name, kind) in [("Ciclos", "COMPANY"), ("Instituto", "EDUCATION")] {
        let (name, kind) = (name.to_owned(), kind.to_owned());
        deed(&mut desk, CommitteeRequest::AddOrganization { name, kind });
    }
    for (name, of, office) in [
        ("Ana", "Ciclos", "CHAIR"),
        ("Luis", "Ciclos", "VICE_CHAIR"),
        ("Rosa", "Instituto", "MEMBER"),
    ] {
        let seat = CommitteeRequest::Seat {
            name: name.to_owned(),
            post: String::new(),
            organization: of.to_owned(),
            office: office.to_owned(),
            on: String::new(),
        };
        deed(&mut desk, seat);
    }
    for criterion in ["CGC-ALC-1", "CGC-REP-1", "CGC-INT-1"] {
        let attach = Attach {
            id: id.clone(),
            requirement: criterion.to_owned(),
            path: letter.clone(),
            on: String::new(),
        };
        let begin = |desk: &mut Desk| desk.begin_committee_attach(attach);
        carry(&mut desk, &mut on, begin, Desk::finish_committee_attach).unwrap();
        let judge = CommitteeRequest::Judge {
            criterion: criterion.to_owned(),
            result: "MET".to_owned(),
            note: String::new(),
        };
        deed(&mut desk, judge);
    }
    for act in ["IN_REVIEW", "READY"] {
        let asked = PerformAct {
            id: id.clone(),
            act: act.to_owned(),
            from: String::new(),
            on: String::new(),
            reason: String::new(),
            fields: Vec::<NamedText>::new(),
            evidence: Vec::<EvidencePath>::new(),
        };
        let begin = |desk: &mut Desk| desk.begin_committee_act(asked);
        carry(&mut desk, &mut on, begin, Desk::finish_committee_act).unwrap();
    }
    desk.save_composition(SaveComposition {
        text: composition(today - Days::new(400)),
    })
    .unwrap();
    let session = desk
        .begin_session(BeginSession {
            kind: "ORDINARY".to_owned(),
            on: today.to_string(),
            place: "la sala de juntas".to_owned(),
        })
        .unwrap()
        .id;
    let put = SessionRequest::Put {
        case: id.clone(),
        presenter: String::new(),
    };
    let deed = put;
    desk.do_in_session(SessionDeed {
        session: session.clone(),
        deed,
    })
    .unwrap();
    let call = SessionStep {
        session,
        step: "CALL".to_owned(),
        on: String::new(),
        says: String::new(),
    };
    let begin = |desk: &mut Desk| desk.begin_session_step(call);
    carry(&mut desk, &mut on, begin, Desk::finish_session_step).unwrap();
}

/// Ten seats, the fifth vacant, the third and the tenth of one person.
fn composition(from: NaiveDate) -> String {
    let roles = [
        "Presidencia",
        "Vicepresidencia",
        "Secretaría Técnica",
        "Vocalía",
        "Vocalía",
        "Vocalía",
        "Vocalía",
        "Vocalía Ponente",
        "Vocalía Ponente",
        "Vocalía Ponente",
    ];
    let seats = roles.iter().zip(1..).map(|(role, number)| {
        let holder = match number {
            5 => String::new(),
            10 => "Titular 3".to_owned(),
            number => format!("Titular {number}"),
        };
        format!("{number} | {role} | Dirección inventada {number} | {holder} |  | sí | \n")
    });
    let seats: String = seats.collect();
    format!(
        "[integración]\nvigente desde = {from}\nestado = por confirmar\nquórum =\nmayoría = presentes\n[asientos]\n{seats}"
    )
}

#[test]
fn a_resolution_waits_for_the_gazette_with_the_codes_that_are_proposed() {
    on_stage(|stage| async move {
        let mut desk = Desk::open(
            &stage.workspace(),
            "Elena Robles",
            Box::new(crate::long::a_moment),
        )
        .unwrap();
        let id = desk.load_sample(desk::wire::Nothing {}).unwrap().id;
        let paper = stage.file("constancia.txt", b"Constancia inventada.");
        let path = paper.display().to_string();
        let found = PerformAct {
            id: id.clone(),
            act: "REGISTERED_AS_FOUND".to_owned(),
            from: String::new(),
            on: String::new(),
            reason: String::new(),
            fields: vec![NamedText {
                name: "state".to_owned(),
                text: "TC_SUBMITTED".to_owned(),
            }],
            evidence: vec![EvidencePath {
                requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
                path: path.clone(),
            }],
        };
        let begin = |desk: &mut Desk| desk.begin_act(found);
        carry(&mut desk, &mut on, begin, Desk::finish_act).unwrap();
        let asked = desk::wire::RecordTc {
            standards: vec![id],
            act: "TC_APPROVED".to_owned(),
            resolution: "SO/II-26/10,S".to_owned(),
            on: String::new(),
            path,
            reason: String::new(),
        };
        let begin = |desk: &mut Desk| desk.begin_tc(asked);
        carry(&mut desk, &mut on, begin, Desk::finish_tc).unwrap();
        drop(desk);
        let window = stage.open(APP, &[]).await;
        let page = window.page.clone();
        page.type_text("gp").await;
        page.says("Acuerdo SO/II-26/10,S").await;
        page.says("se propone EC").await;
        axe::nothing(&page, "Publicación").await;
        page.picture("publicacion-1-claro").await;
        dark(&page).await;
        page.picture("publicacion-2-oscuro").await;
        let place = stage.path("acuerdo.docx");
        stage.pick(&place);
        page.press("Acuerdo para el DOF, DOCX").await;
        page.says("Escrito en").await;
        assert!(fs::metadata(&place).unwrap().len() > 1_000);
        page.leave().await;
    });
}
