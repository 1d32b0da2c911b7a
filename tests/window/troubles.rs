//! What a person sees when the workspace cannot be had.

use std::fs;

use crate::rooms::load_sample;
use crate::stage::{APP, journey, on_stage};

#[test]
fn a_second_window_on_the_same_workspace_says_so() {
    on_stage(|stage| async move {
        let first = stage.open(APP, &[]).await;
        load_sample(&first.page).await;

        let second = stage.open(APP, &[]).await;

        second.page.says("otra ventana").await;
        second.page.picture("segunda-ventana").await;
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
