//! Two moments of a standard compared, the reason said and printed, and a return to how it was.

use fantoccini::key::Key;

use crate::axe::Heard;
use crate::rooms::load_sample;
use crate::stage::journey;

const TITLE: &str =
    "Ajuste de bicicletas urbanas de acuerdo con las especificaciones del fabricante";

#[test]
fn a_change_is_compared_given_its_reason_printed_and_taken_back() {
    journey("pasado", |stage, page| async move {
        let mut heard = Heard::default();
        load_sample(&page).await;
        page.settled().await;
        let title = page.named("textbox", "Título").await;
        page.write(&title, TITLE).await;
        page.says("Guardado").await;

        // What changed, word by word, and why.
        page.click("tab", "Comparación").await;
        page.says("1 cambio, 1 sin motivo").await;
        page.says("Ajuste").await;
        heard.both(&page, "comparacion-1").await;
        page.press("Siguiente sin motivo").await;
        page.type_text("La función cambió.").await;
        page.key(Key::Tab).await;
        page.says("1 cambio, todos con motivo").await;
        page.settled().await;
        heard.both(&page, "comparacion-2-motivo").await;

        // Its paper.
        let paper = stage.path("cuadro.pdf");
        stage.pick(&paper);
        page.press("Cuadro comparativo: PDF").await;
        page.says("Escrito en").await;
        assert!(paper.exists());

        // The history, filtered; how it was; and back there.
        page.click("tab", "Historial").await;
        page.says("Dio el motivo de").await;
        heard.both(&page, "historial-1").await;
        page.press("Ver como estaba en el acto 1").await;
        page.says("Mantenimiento preventivo de bicicletas urbanas")
            .await;
        page.says("Después hubo").await;
        heard.both(&page, "historial-2-como-estaba").await;
        page.click("radio", "Página").await;
        page.at(".paper img").await;
        page.settled().await;
        page.picture("historial-3-pagina").await;
        page.press("Regresar a este punto").await;
        page.says("Está como lo dejó el acto 1.").await;
        page.says("Regresó el texto a como lo dejó el acto 1").await;
        page.picture("historial-4-regreso").await;

        page.click("tab", "Comparación").await;
        page.says("Los dos textos dicen lo mismo").await;
        heard.is_nothing();
    });
}
