//! What a person sees when the workspace cannot be had.

use std::fs;
use std::time::Duration;

use crate::axe;
use crate::closing::gone;
use crate::rooms::load_sample;
use crate::screen::close_window;
use crate::stage::{APP, journey, on_stage};

#[test]
fn a_second_window_on_the_same_workspace_says_so() {
    on_stage(|stage| async move {
        let first = stage.open(APP, &[]).await;
        load_sample(&first.page).await;

        let second = stage.open(APP, &[]).await;

        second.page.says("otra ventana").await;
        second.page.named("button", "Elegir otro…").await;
        second.page.named("button", "Mostrar la carpeta").await;
        second.page.picture("segunda-ventana").await;
        axe::nothing(&second.page, "sin espacio de trabajo").await;
        second.page.press("Reintentar").await;
        second.page.says("otra ventana").await;

        first.page.clone().leave().await;
        gone(&first, Duration::from_secs(20)).await;
        second.page.press("Reintentar").await;
        second.page.says("Me toca").await;
    });
}

#[test]
fn a_file_that_is_no_workspace_is_said_in_a_sentence_and_left_alone() {
    on_stage(|stage| async move {
        let words = b"Minuta de la sesion del comite";
        fs::write(stage.workspace(), words).unwrap();

        let window = stage.open(APP, &[]).await;

        window.page.says("no es un espacio de trabajo").await;
        window.page.picture("no-es-espacio").await;
        stage.pick(&stage.path("otro.cauce"));
        window.page.press("Empezar uno nuevo…").await;
        window.page.says("Este espacio de trabajo está vacío").await;
        assert_eq!(fs::read(stage.workspace()).unwrap(), words);
    });
}

#[test]
fn a_file_that_is_no_standard_is_said_in_a_sentence() {
    journey("no-es-estandar", |stage, page| async move {
        let file = stage.file("foto.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
        stage.pick(&file);

        page.press("Elegir el archivo").await;

        page.says("Ese tipo de archivo no se lee").await;
        page.picture("no-es-estandar").await;
    });
}

#[test]
fn a_workspace_that_can_only_be_read_is_shown_and_says_so_at_once() {
    on_stage(|stage| async move {
        let first = stage.open(APP, &[]).await;
        load_sample(&first.page).await;
        close_window(stage.screen(), "Cauce");
        gone(&first, Duration::from_secs(20)).await;
        let mut rights = fs::metadata(stage.workspace()).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(stage.workspace(), rights).unwrap();

        let window = stage.open(APP, &[]).await;

        // Whoever may write everywhere is not hindered by it.
        if fs::OpenOptions::new()
            .append(true)
            .open(stage.workspace())
            .is_err()
        {
            window.page.says("sólo se puede leer").await;
        }
        window.page.says("bicicletas").await;
    });
}
