//! Lists that are not what they should be: told line by line, and nothing of them is brought in.

use desk::Code;
use desk::wire::Nothing;

use crate::catalogues::{RENEC, SCIAN, bring_file, brought};
use crate::office::Office;

/// What is told of a list that is refused: each line, and what is said of it.
fn told(office: &mut Office, kind: &str, text: &str) -> Vec<(u32, String)> {
    let path = office.paper("mala.csv", text);
    let report = bring_file(office, kind, "2026-06-28", &path, false).unwrap();
    assert!(!report.imported && !report.sound, "{report:?}");
    assert!(
        report.says.contains("lo que ya tenía está intacto"),
        "{}",
        report.says
    );
    let lines = report.lines.into_iter();
    lines.map(|line| (line.line, line.says)).collect()
}

#[test]
fn every_mistake_of_a_list_is_told_at_once_and_nothing_is_half_brought_in() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "scian", "2041", SCIAN);
    brought(&mut office, "renec", "2026-06-28", RENEC);

    let wrong = SCIAN
        .replace("3369,rama", "3369,clase")
        .replace("31-33\n3369", "99\n3369")
        .replace("81,sector,Reparaciones", "31-33,sector,Otra vez");
    let lines = told(&mut office, "scian", &wrong);
    let at: Vec<u32> = lines.iter().map(|(line, _)| *line).collect();
    assert_eq!(at, [3, 4, 7], "{lines:#?}");
    assert!(lines[2].1.contains("renglón 2"), "{lines:#?}");

    let lines = told(&mut office, "renec", &RENEC.replace("EC0902", "EC902"));
    assert_eq!(lines[0].0, 3);
    let lines = told(&mut office, "renec", &RENEC.replace("Título", "Tema"));
    assert!(
        lines[0].1.contains("Falta la columna «Título»"),
        "{lines:#?}"
    );

    let all = office.desk.catalogues(Nothing {}).unwrap().catalogues;
    let kept: Vec<u32> = all.iter().map(|it| it.entries).collect();
    assert_eq!(kept, [3, 6], "both are as they were");
    office.is_sound();
}

#[test]
fn what_is_no_list_is_refused_and_says_what_to_do() {
    let mut office = Office::in_memory(1);
    for (content, code) in [
        ("", Code::EmptyFile),
        (
            "Código,Nivel,Título,Comité,Sector Productivo\n",
            Code::EmptyFile,
        ),
        ("%PDF-1.7\n", Code::FileUnknown),
        ("<html><script>alert(1)</script></html>", Code::FileUnknown),
    ] {
        let path = office.paper("mala.csv", content);
        let refused = bring_file(&mut office, "renec", "", &path, false).unwrap_err();
        assert_eq!(refused.code(), code, "{content}");
    }
    let path = office.paper("lista.csv", RENEC);
    for (kind, edition, code) in [
        ("otro", "", Code::NotFound),
        ("renec", "ayer", Code::BadDay),
        ("renec", "2090-01-01", Code::BadDay),
    ] {
        let refused = bring_file(&mut office, kind, edition, &path, false).unwrap_err();
        assert_eq!(refused.code(), code, "{kind} {edition}");
    }
    let nowhere = office.place("no_esta.csv");
    let refused = bring_file(&mut office, "renec", "", &nowhere, false).unwrap_err();
    assert_eq!(refused.code(), Code::FileMissing);
    assert!(
        office
            .desk
            .catalogues(Nothing {})
            .unwrap()
            .catalogues
            .is_empty()
    );
}

#[test]
fn an_edition_that_cannot_be_told_must_be_said() {
    let mut office = Office::in_memory(1);
    let path = office.paper("lista.csv", SCIAN);

    let report = bring_file(&mut office, "scian", "", &path, false).unwrap();

    assert!(!report.imported);
    assert!(
        report.lines[0].says.contains("diga cuál"),
        "{:?}",
        report.lines
    );
    // A file that is far from what the edition has says so, and is the office's to judge.
    let report = bring_file(&mut office, "scian", "2023", &path, true).unwrap();
    assert!(report.sound);
    assert!(
        report.lines[0].says.contains("incompleto"),
        "{:?}",
        report.lines
    );
}
