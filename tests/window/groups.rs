//! An expert group in the real window: put together, in session, its minute, and the map it freezes.

use std::fs;

use fantoccini::key::Key;

use crate::axe;
use crate::page::Page;
use crate::stage::{Stage, journey};

#[test]
fn a_group_validates_its_map_in_a_session_and_its_papers_are_written() {
    journey("grupo", |stage, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gm").await;
        page.press("Cargar el mapa de ejemplo").await;
        page.says("15 funciones en 4 niveles").await;
        page.chord(&[Key::Alt], '3').await;
        page.says("Todavía no hay un grupo de expertos").await;
        axe::nothing(&page, "Grupo, vacío").await;
        let name = page.at("[data-slot=group-name]").await;
        page.write(&name, "Grupo inventado de bicicletas").await;
        page.press("Integrar el grupo").await;
        page.says("Grupo Técnico de Expertos en el Sector").await;

        page.press("Integrar a una persona").await;
        // The cursor comes to the first field by itself.
        page.until(
            "the name has the cursor",
            "return document.activeElement?.dataset.slot === 'join-name'",
            vec![],
        )
        .await;
        for (person, post) in [
            ("Ana Ruiz Inventada", "Jefatura de taller"),
            ("Luis Vega Inventado", "Mecánica de bicicletas"),
        ] {
            let name = page.at("[data-slot=join-name]").await;
            page.write(&name, person).await;
            let field = page.at("[data-slot=join-post]").await;
            page.write(&field, post).await;
            page.press("Integrar").await;
            page.named("button", &format!("{person} dejó el grupo"))
                .await;
        }
        page.press("Cerrar").await;
        written(
            &stage,
            &page,
            "carta.pdf",
            "Carta para firmar de Ana Ruiz Inventada, PDF",
        )
        .await;
        stage.pick(&stage.path("carta.pdf"));
        page.press("Registrar la carta firmada de Ana Ruiz Inventada")
            .await;
        page.says("Carta firmada el").await;

        page.press("Abrir una sesión").await;
        page.press("Abrir la sesión").await;
        page.says("Nada ha cambiado desde que se abrió").await;

        // What is drawn and attested meanwhile is what the minute quotes.
        page.chord(&[Key::Alt], '1').await;
        page.settled().await;
        page.key(Key::Home).await;
        page.type_text("a").await;
        page.says("¿El grupo las revisó una por una?").await;
        page.key(Key::Enter).await;
        page.says_no_more("Sí, atestar").await;
        page.settled().await;
        page.chord(&[Key::Alt], '3').await;
        page.says("Se atestó").await;
        axe::nothing(&page, "Grupo, en sesión").await;
        page.picture("grupo-1-sesion").await;

        page.click(
            "checkbox",
            "Valida el mapa y lo congela para sus estándares",
        )
        .await;
        page.press("Terminar la sesión y hacer la minuta").await;
        page.says("Congelado para sus EC").await;
        page.says("El grupo valida el mapa funcional, que queda congelado")
            .await;
        written(&stage, &page, "minuta.pdf", "Minuta de la sesión 1, PDF").await;
        written(&stage, &page, "mapa.pdf", "PDF dibujado").await;
        axe::nothing(&page, "Grupo, congelado").await;
        page.picture("grupo-2-congelado-claro").await;
        page.run("document.documentElement.dataset.theme = 'dark'", vec![])
            .await;
        page.settled().await;
        page.picture("grupo-3-congelado-oscuro").await;
    });
}

/// Presses what writes a paper, and waits until it is there.
async fn written(stage: &Stage, page: &Page, name: &str, button: &str) {
    let place = stage.path(name);
    stage.pick(&place);
    page.press(button).await;
    page.says(&format!("Escrito en {}", place.display())).await;
    assert!(fs::metadata(&place).unwrap().len() > 1_000, "{name}");
}
