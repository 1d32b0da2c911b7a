fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let text = include_str!("../../../../assets/sample/bicicletas.txt");
    let standard = domain::ec::sketch::sketch(text).unwrap();
    let letterhead = packets::Letterhead {
        lines: vec![
            "Coordinación de Promoción y Desarrollo".into(),
            "Oficina de ejemplo".into(),
        ],
    };
    let t = std::time::Instant::now();
    let paper = packets::pdf(
        &standard,
        &letterhead,
        chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    )
    .unwrap();
    eprintln!("pdf {:?} {}", t.elapsed(), paper.bytes.len());
    std::fs::write(format!("{dir}/ec.pdf"), &paper.bytes).unwrap();
    let t = std::time::Instant::now();
    let again = packets::pdf(
        &standard,
        &letterhead,
        chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    )
    .unwrap();
    eprintln!(
        "pdf again {:?} same {}",
        t.elapsed(),
        again.bytes == paper.bytes
    );
    let docx = packets::docx(&standard, &letterhead).unwrap();
    std::fs::write(format!("{dir}/ec.docx"), &docx).unwrap();
    let t = std::time::Instant::now();
    let pages = packets::pages(&standard, &letterhead).unwrap();
    eprintln!(
        "pages {:?} {:?}",
        t.elapsed(),
        pages.svg.iter().map(String::len).collect::<Vec<_>>()
    );
    for (i, svg) in pages.svg.iter().enumerate() {
        std::fs::write(format!("{dir}/p{i}.svg"), svg).unwrap();
    }
    for spot in pages.spots.iter().take(40) {
        eprintln!("{spot:?}");
    }
}
