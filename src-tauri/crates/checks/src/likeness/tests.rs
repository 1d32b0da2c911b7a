use super::*;

/// Invented titles.
const TITLES: &[&str] = &[
    "Mantenimiento preventivo de bicicletas urbanas",
    "Reparación de bicicletas de montaña",
    "Elaboración de pan de masa madre",
    "Prestación de servicios de guía en cuevas",
    "Instalación de paneles solares en azoteas",
    "Supervisión de la instalación de paneles solares",
];

fn first(text: &str) -> Option<&'static str> {
    let index = Likeness::of(TITLES.iter().copied());
    index.like(text, 3).first().map(|it| TITLES[it.at])
}

#[test]
fn the_title_that_says_the_same_is_found_however_it_is_said() {
    for (text, at) in [
        ("mantenimiento PREVENTIVO de bicicletas urbanas.", 0),
        ("Bicicletas urbanas, su mantenimiento preventivo", 0),
        ("Mantener preventivamente la bicicleta urbana", 0),
        (
            "Mantener bicicletas urbanas de acuerdo con el programa de mantenimiento",
            0,
        ),
        ("reparar la bicicleta de montana", 1),
        ("Elaborar panes de masa madre", 2),
        ("Guía en cuevas", 3),
        ("instalando panel solar en azotea", 4),
        ("Supervisar instalación paneles", 5),
        ("Instalación de paneles sol", 4),
    ] {
        assert_eq!(first(text), Some(TITLES[at]), "{text}");
    }
}

#[test]
fn an_equal_title_is_told_from_one_that_is_only_like_it() {
    let index = Likeness::of(TITLES.iter().copied());

    let equal = |text: &str| index.like(text, 3).first().is_some_and(|it| it.equal);

    assert!(equal("Elaboracion de pan, de masa madre."));
    assert!(!equal("Elaboración de panes de masa madre"));
}

#[test]
fn what_says_something_else_is_like_nothing() {
    for text in [
        "Declaración de impuestos de personas físicas",
        "Conducción de autobuses",
        "bicicletas",
        "de la",
        "",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
    assert!(Likeness::of([]).like("Elaboración de pan", 3).is_empty());
}

proptest::proptest! {
    #[test]
    fn whatever_is_written_an_answer_comes(text in "\\PC{0,80}") {
        let index = Likeness::of(TITLES.iter().copied().chain(["", "…", text.as_str()]));
        for it in index.like(&text, 20) {
            proptest::prop_assert!(it.likeness.is_finite() && it.likeness <= 1.01);
        }
    }
}
