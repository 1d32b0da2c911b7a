//! A functional map as a table: each function in its place, what it became, and what was attested of it.

use domain::calendar::in_words;
use domain::functional_map::{Claim, Function, Placed};

use super::case_sheet::{frame, heading, named, says, texts};
use crate::drawing::{MapPaper, level_name};
use crate::sheet::{Block, Cell, Letterhead, Look, Sheet, Table};

pub(crate) fn sheet(paper: &MapPaper, letterhead: &Letterhead) -> Sheet {
    let map = &paper.map;
    let placed = map.placed();
    let rows = placed.iter().map(|place| row(paper, place)).collect();
    let blocks = vec![
        heading(1, "Mapa Funcional"),
        named("Sector o área:", &map.title),
        named("Comité:", &map.committee),
        named("Estado:", &paper.status),
        named("Huella de lo que se imprime:", &paper.edition),
        named("Fecha:", &in_words(paper.day)),
        Block::Table(Table {
            look: Look::Ruled,
            shares: vec![10, 18, 47, 25],
            head: texts(&["No.", "Nivel", "Función", "En el estándar, y lo atestado"]),
            rows,
            leads: false,
        }),
    ];
    Sheet {
        title: format!("Mapa Funcional: {}", map.title),
        frame: frame(letterhead, "MAPA FUNCIONAL", &map.title),
        blocks,
        ..Sheet::default()
    }
}

fn row(paper: &MapPaper, place: &Placed<'_>) -> Vec<Cell> {
    let function = place.function;
    let mut last: Vec<Block> = Vec::new();
    if let Some(tag) = paper.tags.get(&function.id) {
        last.push(says(tag));
    }
    last.extend(attested(function).iter().map(|said| says(said)));
    vec![
        vec![says(&place.number)],
        vec![says(level_name(place.level))],
        vec![says(&function.text)],
        last,
    ]
}

/// What was said of a function and still holds, with who and when.
fn attested(function: &Function) -> Vec<String> {
    let said = Claim::ALL
        .iter()
        .filter_map(|claim| function.attested(*claim));
    said.map(|said| {
        let what = match said.claim {
            Claim::NecessaryAndSufficient => "Desglose necesario y suficiente",
            Claim::OnePerson => "La realiza una persona",
            Claim::ObservableOrProduct => "Se observa o deja un producto",
        };
        format!("{what}: {}, {}", said.person, in_words(said.on))
    })
    .collect()
}
