//! Two stories of one case: the window shows them side by side, and merges nothing.

use std::ops::ControlFlow;
use std::path::Path;

use desk::wire::{Attach, EditPlace, MakePacket, TakePacket, WorkView};
use desk::{Desk, carry};

use crate::axe;
use crate::long::{a_moment, a_ready_case};
use crate::stage::{APP, Stage, on_stage};

fn on(_: WorkView) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn desk(workspace: &Path, person: &str) -> Desk {
    Desk::open(workspace, person, Box::new(a_moment)).unwrap()
}

fn packet(desk: &mut Desk, id: &str, dir: &Path) -> String {
    let asked = MakePacket {
        id: id.to_owned(),
        destination: "covacec".to_owned(),
        dir: dir.display().to_string(),
    };
    let begin = |desk: &mut Desk| desk.begin_packet(asked);
    carry(desk, &mut on, begin, Desk::finish_packet)
        .unwrap()
        .path
}

/// A packet of another office, where the case went its own way after it had left this one.
fn another_way(stage: &Stage) -> String {
    let id = a_ready_case(stage);
    let mut here = desk(&stage.workspace(), "Coordinadora 1");
    let first = packet(&mut here, &id, &stage.path("uno"));
    let mut there = desk(&stage.path("otra.cauce"), "Vocal de otra oficina");
    let begin = |desk: &mut Desk| {
        desk.begin_taking(TakePacket {
            path: first,
            dry: false,
        })
    };
    carry(&mut there, &mut on, begin, Desk::finish_taking).unwrap();
    let path = stage.file("otra.txt", b"Otra constancia.");
    let paper = Attach {
        id: id.clone(),
        requirement: "EC-SUP-1".to_owned(),
        path: path.display().to_string(),
        on: String::new(),
    };
    let begin = |desk: &mut Desk| desk.begin_attach(paper);
    carry(&mut there, &mut on, begin, Desk::finish_attach).unwrap();
    here.edit_place(EditPlace {
        id: id.clone(),
        place: "committee".to_owned(),
        field: String::new(),
        text: "de la Bicicleta".to_owned(),
    })
    .unwrap();
    packet(&mut there, &id, &stage.path("dos"))
}

#[test]
fn a_case_that_went_two_ways_is_shown_side_by_side() {
    on_stage(|stage| async move {
        let packet = another_way(&stage);
        let window = stage.open(APP, &[]).await;
        let page = &window.page;
        page.press("Estándares").await;
        page.click("cell", "Mantenimiento preventivo").await;
        page.click("tab", "Paquetes").await;
        stage.pick(packet.as_ref());

        page.press("Elegir y tomar").await;

        page.says("siguieron caminos distintos").await;
        page.says("Coinciden hasta el acto").await;
        page.says("Movilidad en").await;
        page.says("Vocal de otra oficina").await;
        page.says("Qué puede hacer").await;
        page.picture("caminos-distintos").await;
        axe::nothing(page, "Paquetes, dos caminos").await;
        page.click("tab", "Historial").await;
        page.says("Movilidad en").await;
    });
}
