//! Every room, light and dark, looked at and listened to.

use fantoccini::key::Key;

use crate::axe;
use crate::page::Page;
use crate::stage::journey;

/// The rooms of the rail.
const ROOMS: &[&str] = &["Inicio", "Estándares", "Mapas", "Catálogos", "Ajustes"];

/// The tabs of a standard.
const TABS: &[&str] = &[
    "Ficha",
    "Estándar",
    "Instrumento",
    "Soporte",
    "Revisión",
    "Historial",
    "Paquetes",
];

#[test]
fn the_window_opens_on_inicio_and_says_what_to_do_first() {
    journey("inicio-vacio", |_, page| async move {
        page.says("Este espacio de trabajo está vacío").await;
        page.named("button", "Cargar el ejemplo").await;
        page.picture("inicio-vacio-claro").await;

        axe::nothing(&page, "Inicio, vacío").await;

        let frozen = page.run("return Object.isFrozen(Object.prototype)", vec![]);
        assert_eq!(frozen.await, true, "prototypes are frozen");
        let global = page.run("return typeof window.__TAURI__", vec![]);
        assert_eq!(
            global.await,
            "undefined",
            "Tauri is not in reach of a script"
        );
    });
}

#[test]
fn every_room_is_there_for_everybody_light_and_dark() {
    journey("salas", |_, page| async move {
        load_sample(&page).await;
        let mut objections = Vec::new();
        for (appearance, name) in [("Claro", "claro"), ("Oscuro", "oscuro")] {
            dress(&page, appearance).await;
            for room in ROOMS {
                page.press(room).await;
                page.settled().await;
                page.picture(&format!("{}-{name}", plain(room))).await;
                objections.extend(objections_in(&page, room, appearance).await);
            }
            page.press("Estándares").await;
            page.says("bicicletas").await;
            page.click("cell", "Mantenimiento preventivo de bicicletas")
                .await;
            for tab in TABS {
                page.click("tab", tab).await;
                page.settled().await;
                if *tab == "Estándar" {
                    page.at("img[alt^='Página 1 de']").await;
                }
                page.picture(&format!("estandar-{}-{name}", plain(tab)))
                    .await;
                objections.extend(objections_in(&page, tab, appearance).await);
            }
        }

        assert!(objections.is_empty(), "{}", objections.join("\n"));
    });
}

#[test]
fn with_letters_twice_as_large_everything_is_there_still() {
    journey("letra-grande", |_, page| async move {
        load_sample(&page).await;
        for _ in 0..5 {
            page.chord(&[Key::Control], '+').await;
        }
        let wide = "return innerWidth <= arguments[0]";
        page.until("the letters are large", wide, vec![700.into()])
            .await;
        let mut objections = Vec::new();
        let places = TABS.iter().map(|tab| ("tab", *tab));
        for (role, place) in places.chain(ROOMS.iter().map(|room| ("button", *room))) {
            press_by_hand(&page, role, place).await;
            page.settled().await;
            page.picture(&format!("grande-{role}-{}", plain(place)))
                .await;
            objections.extend(objections_in(&page, place, "letra al 200 %").await);
            objections.extend(overflow(&page, place).await);
        }

        assert!(objections.is_empty(), "{}", objections.join("\n"));
    });
}

/// The driver does not know where things are on an enlarged page: it is pressed without a pointer.
async fn press_by_hand(page: &Page, role: &str, name: &str) {
    page.named(role, name).await;
    let script = "document.querySelector('[data-journey]').click()";
    page.run(script, vec![]).await;
}

/// What is cut off at the right of the window, where it cannot be reached.
async fn overflow(page: &Page, place: &str) -> Option<String> {
    let script = "
        const cut = [...document.querySelectorAll('main button, main input, main textarea, main select')]
            .filter((one) => one.getClientRects().length > 0 && !one.closest('.road, .tabs'))
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => one.getAttribute('aria-label') ?? one.textContent.trim());
        return cut.join(' | ');
    ";
    let cut = page.run(script, vec![]).await;
    let cut = cut.as_str().unwrap_or_default();
    (!cut.is_empty()).then(|| format!("{place}: cut off at the right: {cut}"))
}

#[test]
fn axe_sees_what_is_wrong() {
    journey("axe", |_, page| async move {
        let wrong = "const field = document.createElement('input');
                     document.querySelector('#app').append(field);";
        page.run(wrong, vec![]).await;

        let found = axe::found(&page).await;

        assert!(found.iter().any(|line| line.contains("label")), "{found:?}");
    });
}

/// Loads the sample case from Inicio, and waits for its standard.
pub(crate) async fn load_sample(page: &Page) {
    page.press("Cargar el ejemplo").await;
    page.says("Mantenimiento preventivo de bicicletas urbanas")
        .await;
    page.named("tab", "Estándar").await;
}

/// Chooses how the window looks, in Ajustes.
pub(crate) async fn dress(page: &Page, appearance: &str) {
    page.press("Ajustes").await;
    page.click("radio", appearance).await;
    let wanted = if appearance == "Oscuro" {
        "dark"
    } else {
        "light"
    };
    page.until(
        &format!("the window is {wanted}"),
        "return document.documentElement.dataset.theme === arguments[0]",
        vec![wanted.into()],
    )
    .await;
}

async fn objections_in(page: &Page, place: &str, appearance: &str) -> Vec<String> {
    let found = axe::found(page).await;
    found
        .into_iter()
        .map(|line| format!("{place}, {appearance}:\n{line}"))
        .collect()
}

/// A name as files are named.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .replace('á', "a")
        .replace('ó', "o")
        .replace('é', "e")
}
