//! Long work in the real window: it says what it does, is stopped by Esc and by its button, leaves
//! nothing behind, and what is done next is done.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use desk::wire::{
    Attach, EvidencePath, NamedText, Nothing, PerformAct, SaveSupport, SolutionView, SupportView,
    WorkView,
};
use desk::{Desk, Moment, carry};
use fantoccini::key::Key;

use crate::stage::{APP, Stage, on_stage};

pub(crate) fn a_moment() -> Moment {
    Moment {
        today: chrono::NaiveDate::from_ymd_opt(2026, 7, 3).unwrap(),
        millis: 1_783_101_600_000,
        offset_minutes: -360,
        chance: 7,
    }
}

fn on(_: WorkView) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// The sample, found on the eve of COVACEC, with all that its packet asks for.
pub(crate) fn a_ready_case(stage: &Stage) -> String {
    let mut desk = Desk::open(&stage.workspace(), "Coordinadora 1", Box::new(a_moment)).unwrap();
    let id = desk.load_sample(Nothing {}).unwrap().id;
    let path = stage.file("constancia.txt", b"Una constancia.");
    let path = path.display().to_string();
    let found = PerformAct {
        id: id.clone(),
        act: "REGISTERED_AS_FOUND".to_owned(),
        from: String::new(),
        on: String::new(),
        reason: String::new(),
        fields: vec![NamedText {
            name: "state".to_owned(),
            text: "COVACEC_READY".to_owned(),
        }],
        evidence: vec![EvidencePath {
            requirement: "ROAD-REGISTERED_AS_FOUND-1".to_owned(),
            path: path.clone(),
        }],
    };
    let begin = |desk: &mut Desk| desk.begin_act(found);
    carry(&mut desk, &mut on, begin, Desk::finish_act).unwrap();
    let support = SupportView {
        certifiable_population: Some(12_500),
        population_source: "Censo de talleres 2025".to_owned(),
        certification_solutions: vec![SolutionView {
            name: "Escuela del Valle".to_owned(),
            kind: "ECE".to_owned(),
            accredited: false,
        }],
        consequence_mechanism: "Bono anual.".to_owned(),
        review_period: "3 años".to_owned(),
        certificate_validity: "5 años".to_owned(),
    };
    let asked = SaveSupport {
        id: id.clone(),
        support,
    };
    let view = desk.save_support(asked).unwrap();
    for unmet in &view.packets[0].unmet {
        let paper = Attach {
            id: id.clone(),
            requirement: unmet.requirement.clone(),
            path: path.clone(),
            on: String::new(),
        };
        let begin = |desk: &mut Desk| desk.begin_attach(paper);
        carry(&mut desk, &mut on, begin, Desk::finish_attach).unwrap();
    }
    id
}

/// A document that takes seconds to read, on any machine.
fn a_long_text(stage: &Stage, name: &str) -> PathBuf {
    let lines = "Revisa la bicicleta en la recep ción del taller\n".repeat(190_000);
    stage.file(name, lines.as_bytes())
}

#[test]
fn a_long_import_is_stopped_and_then_a_packet_is_made() {
    on_stage(|stage| async move {
        a_ready_case(&stage);
        let window = stage.open(APP, &[]).await;
        let page = &window.page;
        page.press("Estándares").await;
        page.says("1 en el registro").await;

        for (name, by_key) in [("uno.txt", true), ("dos.txt", false)] {
            stage.pick(&a_long_text(&stage, name));
            page.press("Importar…").await;
            page.says("Reparando palabras partidas").await;
            page.named("button", "Detener").await;
            page.picture("largo-1-leyendo").await;
            if by_key {
                page.key(Key::Escape).await;
            } else {
                page.press("Detener").await;
            }
            page.says("Se detuvo: no se escribió nada.").await;
            page.says("1 en el registro").await;
            page.says_no_more("Deteniendo…").await;
            page.picture("largo-2-detenido").await;
            assert_ne!(page.focused().await, "", "the focus is somewhere");
            page.press("Cerrar").await;
        }

        page.click("cell", "Mantenimiento preventivo").await;
        page.click("tab", "Paquetes").await;
        let folder = stage.path("salida");
        fs::create_dir_all(&folder).unwrap();
        stage.pick(&folder);
        page.press("Armar paquete").await;
        page.says("Paquete armado").await;
        page.picture("largo-3-armado").await;
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    });
}
