//! Screens that no other journey comes through, light and dark: axe finds nothing in any of them.

use fantoccini::key::Key;

use crate::axe::Heard;
use crate::rooms::load_sample;
use crate::stage::journey;

#[test]
fn every_side_of_the_instrument_is_there_for_everybody() {
    journey("lados", |_, page| async move {
        let mut heard = Heard::default();
        load_sample(&page).await;
        page.settled().await;
        page.click("tab", "Instrumento").await;
        page.press("Derivar todo lo que falta").await;
        page.says("Todo criterio tiene reactivo").await;
        heard.both(&page, "lado-cobertura").await;
        for (side, says) in [
            ("Reactivos", "Reactivo"),
            ("Pesos y juicio", "Juicio de competencia"),
            ("Piloto", "Resultados del piloto"),
            ("Papeles", "Cuadernillo de la persona candidata"),
        ] {
            page.click("radio", side).await;
            page.says(says).await;
            page.settled().await;
            heard
                .both(&page, &format!("lado-{}", side.to_lowercase()))
                .await;
            if side == "Reactivos" {
                page.press("Ir a 45.1/1-C1E1").await;
                page.press("Agregar pregunta").await;
                page.says("Otra opción").await;
                page.settled().await;
                heard.both(&page, "lado-preguntas").await;
            }
        }
        page.key(Key::Escape).await;
        page.type_text("?").await;
        page.named("dialog", "Teclas").await;
        heard.both(&page, "lado-teclas").await;
        heard.is_nothing();
    });
}

#[test]
fn a_map_that_is_brought_in_is_seen_first() {
    journey("mapa-traido", |stage, page| async move {
        let mut heard = Heard::default();
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gm").await;
        let outline = "Mantener equipos de acuerdo con el programa\n\
                       1 Conservar equipos de acuerdo con el manual\n\
                       1.1 Revisar las piezas de acuerdo con la lista\n\
                       1.2 Ajustar las piezas de acuerdo con el manual\n\
                       2 Reparar equipos de acuerdo con el diagnóstico\n";
        stage.pick(&stage.file("mapa.txt", outline.as_bytes()));
        page.press("Importar un mapa").await;
        page.says("funciones leídas").await;
        heard.both(&page, "mapa-traido-1-visto").await;
        page.press("Traer el mapa").await;
        page.says("funciones en").await;
        page.settled().await;
        heard.both(&page, "mapa-traido-2-esquema").await;
        page.click("radio", "Historial").await;
        page.settled().await;
        heard.both(&page, "mapa-traido-3-historial").await;
        heard.is_nothing();
    });
}
