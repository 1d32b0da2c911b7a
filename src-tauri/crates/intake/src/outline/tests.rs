//! Outlines in tables and out of them.

use super::*;

fn line(cells: &[&str]) -> Line {
    Line {
        place: format!("Fila {}", cells.len()),
        indent: cells.iter().position(|cell| !cell.is_empty()),
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        ..Line::default()
    }
}

fn drawn(lines: Vec<Line>) -> String {
    fn draw(functions: &[Function], depth: usize, out: &mut String) {
        for function in functions {
            out.push_str(&format!("{}{} ", "-".repeat(depth), function.text));
            draw(&function.parts, depth + 1, out);
        }
    }
    let outline = of_lines(lines, &mut Ids::fixed()).unwrap();
    let mut out = format!("{}: ", outline.purpose);
    draw(&outline.functions, 0, &mut out);
    out.trim_end().to_owned()
}

#[test]
fn a_table_is_read_by_numbers_by_levels_or_by_what_hangs_from_what() {
    let by_number = vec![
        line(&["No.", "Nivel", "Función"]),
        line(&["", "Propósito principal", "P"]),
        line(&["1", "Función clave", "A"]),
        line(&["1.1", "", "B"]),
        line(&["2", "", "C"]),
    ];
    assert_eq!(drawn(by_number), "P: A -B C");
    let by_level = vec![
        line(&["Nivel", "Función"]),
        line(&["1", "A"]),
        line(&["2", "B"]),
        line(&["1", "C"]),
    ];
    assert_eq!(drawn(by_level), ": A -B C");
    let by_parent = vec![
        line(&["No.", "Función", "Depende de"]),
        line(&["b", "B", "a"]),
        line(&["a", "A", ""]),
        line(&["c", "C", "B"]),
        line(&["d", "D", ""]),
    ];
    assert_eq!(drawn(by_parent), ": A -B --C D");
}

#[test]
fn a_circle_is_refused_and_what_hangs_from_nothing_is_told() {
    let circle = vec![
        line(&["No.", "Función", "Depende de"]),
        line(&["a", "A", "b"]),
        line(&["b", "B", "a"]),
    ];
    let refused = of_lines(circle, &mut Ids::fixed());
    assert!(matches!(refused, Err(Error::Cycle { .. })));

    let lost = vec![
        line(&["No.", "Función", "Depende de"]),
        line(&["c", "C", "b"]),
        line(&["a", "A", ""]),
        line(&["b", "B", "z"]),
    ];
    let outline = of_lines(lost, &mut Ids::fixed()).unwrap();
    assert_eq!(outline.functions.len(), 1);
    let told = outline.not_understood.iter().map(|told| told.text.as_str());
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "B (depende de «z», que no está)",
            "C (depende de «b», que no se pudo poner)"
        ]
    );
}

#[test]
fn a_number_that_comes_twice_is_told() {
    let twice = [
        vec![line(&["1 Reparar A"]), line(&["1 Reparar B"])],
        vec![
            line(&["No.", "Función", "Depende de"]),
            line(&["1", "A", ""]),
            line(&["1.", "B", ""]),
        ],
    ];
    for lines in twice {
        let outline = of_lines(lines, &mut Ids::fixed()).unwrap();

        assert_eq!(outline.functions.len(), 2);
        assert_eq!(outline.mended.len(), 1);
        assert!(outline.mended[0].text.contains("«1»"));
    }
}

#[test]
fn more_rows_than_a_map_holds_are_refused_before_they_are_hung() {
    let mut rows = vec![line(&["No.", "Función", "Depende de"])];
    rows.extend((0..=MOST_FUNCTIONS).map(|at| {
        let above = at.checked_sub(1).map(|at| format!("n{at}"));
        line(&[&format!("n{at}"), "A", &above.unwrap_or_default()])
    }));

    let refused = of_lines(rows, &mut Ids::fixed());

    assert!(matches!(refused, Err(Error::TooManyFunctions { .. })));
}

#[test]
fn one_column_further_in_is_one_level_deeper() {
    let lines = vec![
        line(&["P"]),
        line(&["", "A"]),
        line(&["", "", "B"]),
        line(&["", "C"]),
    ];

    assert_eq!(drawn(lines), "P: A -B C");
}

#[test]
fn headings_and_lists_are_levels_and_other_words_are_told() {
    let mut lines: Vec<Line> = ["P", "A", "B", "suelto", "C"]
        .iter()
        .map(|it| line(&[it]))
        .collect();
    for line in &mut lines {
        line.indent = None;
    }
    lines[1].heading = Some(0);
    lines[2].listed = Some(0);
    lines[4].listed = Some(1);

    let outline = of_lines(lines.clone(), &mut Ids::fixed()).unwrap();

    assert_eq!(drawn(lines), "P: A -B --C");
    assert_eq!(outline.not_understood[0].text, "suelto");
}

#[test]
fn what_jumps_a_level_is_put_under_the_one_before_and_told() {
    let lines = vec![line(&["1 A"]), line(&["1.1.1 B"]), line(&["2 C"])];

    let outline = of_lines(lines.clone(), &mut Ids::fixed()).unwrap();

    assert_eq!(drawn(lines), ": A -B C");
    assert_eq!(outline.mended.len(), 1);
}

#[test]
fn what_is_too_deep_or_nothing_is_refused() {
    let deep = (1..=40).map(|n| line(&[&format!("{} A", vec!["1"; n].join("."))]));
    let refused = of_lines(deep.collect(), &mut Ids::fixed());
    assert!(matches!(refused, Err(Error::TooDeep { .. })), "{refused:?}");

    assert_eq!(read_outline(b"  \n", &mut Ids::fixed()), Err(Error::Empty));
    let pdf = read_outline(b"%PDF-1.4\n", &mut Ids::fixed());
    assert_eq!(pdf, Err(Error::NoOutline));
    for data in ["{\"title\": \"Mapa\"}\n", " [1, 2] "] {
        let read = read_outline(data.as_bytes(), &mut Ids::fixed());
        assert_eq!(read, Err(Error::NoOutline), "{data}");
    }
}
