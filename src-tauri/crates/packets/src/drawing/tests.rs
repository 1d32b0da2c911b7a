use std::collections::HashSet;

use domain::functional_map::sketch::{sample, sketch};
use domain::ids::Ids;

use super::*;

fn paper(map: FunctionalMap) -> MapPaper {
    MapPaper {
        map,
        tags: HashMap::new(),
        status: "Borrador".to_owned(),
        edition: "sha256:0".to_owned(),
        day: "2026-05-04".parse().unwrap(),
    }
}

/// The words of a PDF, with single spaces.
fn words_of(bytes: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(bytes).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A map of that many functions below the purpose, in four levels.
fn large(count: usize) -> FunctionalMap {
    let mut text = "Mantener bicicletas urbanas de acuerdo con el programa".to_owned();
    for n in 0..count {
        // A key function, then four individual ones with five parts each.
        let (key, within) = (n / 25 + 1, n % 25);
        let number = match within.checked_sub(1) {
            None => format!("{key}"),
            Some(at) if at % 6 == 0 => format!("{key}.{}", at / 6 + 1),
            Some(at) => format!("{key}.{}.{}", at / 6 + 1, at % 6),
        };
        text.push_str(&format!(
            "\n{number} Ajustar el componente {n} de acuerdo con las especificaciones del fabricante"
        ));
    }
    sketch(&text, &mut Ids::fixed()).unwrap()
}

#[test]
fn a_small_map_is_on_one_page_and_its_words_are_text() {
    let mut map = sample(&mut Ids::fixed());
    map.purpose.parts[0].text.push_str(" #panic() *x* $1$ <b>");
    let mut paper = paper(map);
    let tagged = paper.map.purpose.parts[0].parts[0].id;
    paper.tags.insert(tagged, "EC: Mantenimiento".to_owned());

    let pdf = map_pdf(&paper, &Letterhead::default()).unwrap();

    let text = words_of(&pdf.bytes);
    assert!(text.contains("Página 1 de 1"), "{text}");
    for words in [
        "#panic()",
        "*x*",
        "$1$",
        "<b>",
        "2.2.2",
        "EC: Mantenimiento",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_large_map_takes_pages_none_of_which_cuts_or_forgets_a_function() {
    let paper = paper(large(1_000));

    let (chart, sheets) = sheets(&paper);

    assert!(sheets.tiles.len() > 1);
    let mut seen = HashSet::new();
    for tile in &sheets.tiles {
        assert!(
            tile.height * sheets.scale <= tiles::ROOM.1 + 0.01,
            "{}",
            tile.height
        );
        assert!(
            tile.width * sheets.scale <= tiles::ROOM.0 + 0.01,
            "{}",
            tile.width
        );
        let boxes = tile.boxes.iter();
        let corners: Vec<_> = boxes
            .map(|it| (it.x, it.y, chart.boxes[it.at].height))
            .collect();
        for (n, (x, y, high)) in corners.iter().enumerate() {
            let over = corners[..n]
                .iter()
                .any(|(x2, y2, high2)| x2 == x && *y2 < y + high && *y < y2 + high2);
            assert!(!over, "two boxes stand on each other");
        }
        seen.extend(tile.boxes.iter().filter(|it| !it.again).map(|it| it.at));
    }
    assert_eq!(seen.len(), 1_001);
}

#[test]
fn what_is_too_deep_for_a_page_has_pages_of_its_own() {
    let mut text = "Mantener".to_owned();
    let mut number = "1".to_owned();
    for level in 0..14 {
        text.push_str(&format!("\n{number} Ajustar {level} según el manual"));
        number.push_str(".1");
    }
    let paper = paper(sketch(&text, &mut Ids::fixed()).unwrap());

    let (_, sheets) = sheets(&paper);

    let on = |page: usize| sheets.tiles[page].boxes.first().map(|it| it.at);
    let last = sheets.tiles[0].boxes.last().unwrap();
    let page = last.elsewhere.unwrap();
    assert_eq!(on(page), Some(last.at));
    let pdf = map_pdf(&paper, &Letterhead::default()).unwrap();
    assert!(words_of(&pdf.bytes).contains("sigue en la página 2"));
}

#[test]
fn a_picture_has_its_words_as_text_and_never_as_marks() {
    let mut map = sample(&mut Ids::fixed());
    map.purpose.text = "Mantener <script>alert(1)</script> & más".to_owned();

    let svg = String::from_utf8(map_svg(&paper(map))).unwrap();

    assert!(!svg.contains("<script"), "{svg}");
    assert!(
        svg.contains("&lt;script&gt;alert(1)") && svg.contains("&amp;"),
        "{svg}"
    );
    assert!(svg.contains(">Ajustar los sistemas"), "{svg}");
    let mut reader = quick_xml::Reader::from_str(&svg);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
}
