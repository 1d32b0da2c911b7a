//! Closing: what was being typed is saved, and the window never hangs.

use std::time::{Duration, Instant};

use crate::rooms::load_sample;
use crate::screen::close_window;
use crate::sockets::{family, name_of};
use crate::stage::{APP, Stage, Window, on_stage};

const TITLE: &str = "Mantenimiento preventivo de bicicletas urbanas con la lista del taller";

#[test]
fn what_was_being_typed_is_saved_when_the_window_closes() {
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        load_sample(&window.page).await;
        window.page.click("tab", "Estándar").await;
        let field = window.page.named("textbox", "Título").await;
        window.page.write(&field, TITLE).await;
        let typed = Instant::now();

        close_window(stage.screen(), "Cauce");

        gone(&window, Duration::from_secs(10)).await;
        let took = typed.elapsed();
        drop(window);
        let again = stage.open(APP, &[]).await;
        again.page.press("Estándares").await;
        again.page.says(TITLE).await;
        eprintln!("closed in {} ms", took.as_millis());
    });
}

#[test]
fn a_page_that_does_not_answer_is_closed_all_the_same() {
    on_stage(|stage| async move {
        let window = stage.open(APP, &[]).await;
        load_sample(&window.page).await;
        let endless = "setTimeout(() => { for (;;); }, 50)";
        window.page.run(endless, vec![]).await;
        tokio::time::sleep(Duration::from_millis(200)).await;

        close_window(stage.screen(), "Cauce");

        gone(&window, Duration::from_secs(15)).await;
        whole(&stage).await;
    });
}

/// Waits until the application has ended.
pub(crate) async fn gone(window: &Window, patience: Duration) {
    let start = Instant::now();
    while family(window.driver())
        .into_iter()
        .any(|process| name_of(process) == "cauce")
    {
        assert!(start.elapsed() < patience, "the window hangs");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The workspace opens again.
async fn whole(stage: &Stage) {
    let again = stage.open(APP, &[]).await;
    again.page.press("Estándares").await;
    again.page.says("bicicletas").await;
}
