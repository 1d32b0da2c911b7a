//! The official lists: brought in whole, told apart by edition, used while one writes.

use std::path::{Path, PathBuf};

use desk::wire::{
    AskClasses, AskSimilar, BringCatalogue, CatalogueReport, EditRequest, NewMap, NewStandard,
    Nothing, SimilarView,
};
use desk::{Code, Desk, Error, carry};

use crate::office::{Office, by, on};

/// A classification with one branch to its end. The names are invented.
pub(crate) const SCIAN: &str = "code,level,name,parent
31-33,sector,Talleres y fábricas,
336,subsector,Fabricación de vehículos,31-33
3369,rama,Fabricación de otros vehículos,336
33699,subrama,Fabricación de otros vehículos,3369
336990,clase,Fabricación de bicicletas,33699
81,sector,Reparaciones,
";

/// Occupations. The names are invented.
pub(crate) const SINCO: &str = "code,level,name,parent
7,division,Trabajadores de taller,
72,grupo_principal,Mecánicos,7
725,subgrupo,Mecánicos de vehículos,72
7255,grupo_unitario,Mecánicos de bicicletas,725
";

/// A register. The titles are invented.
pub(crate) const RENEC: &str = "Código,Nivel,Título,Comité,Sector Productivo
EC0901,2,Mantenimiento preventivo de bicicletas de reparto,de la Movilidad,TALLERES
EC0902,3,Armado de ruedas de bicicleta.,de la Movilidad,TALLERES
EC0903,3,Elaboración de pan de masa madre,de los Panaderos,TALLERES
";

fn bring(
    office: &mut Office,
    kind: &str,
    edition: &str,
    text: &str,
    dry_run: bool,
) -> CatalogueReport {
    let path = office.paper("lista.csv", text);
    bring_file(office, kind, edition, &path, dry_run).unwrap()
}

pub(crate) fn bring_file(
    office: &mut Office,
    kind: &str,
    edition: &str,
    path: &str,
    dry_run: bool,
) -> Result<CatalogueReport, Error> {
    let request = BringCatalogue {
        kind: kind.to_owned(),
        path: path.to_owned(),
        edition: edition.to_owned(),
        dry_run,
    };
    let begin = |desk: &mut Desk| desk.begin_catalogue(request);
    carry(&mut office.desk, &mut on, begin, Desk::finish_catalogue)
}

pub(crate) fn brought(office: &mut Office, kind: &str, edition: &str, text: &str) {
    let report = bring(office, kind, edition, text, false);
    assert!(report.imported, "{report:?}");
}

fn similar(office: &mut Office, text: &str, own: Option<&str>) -> SimilarView {
    let request = AskSimilar {
        text: text.to_owned(),
        own: own.map(str::to_owned),
    };
    office.desk.similar(request).unwrap()
}

fn codes(view: &SimilarView) -> Vec<&str> {
    view.found.iter().map(|it| it.code.as_str()).collect()
}

/// The lists of the office, where they are at hand.
fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/catalogs");
    if !path.exists() {
        eprintln!("skipped: the official lists are not here");
        return None;
    }
    Some(path.join(file))
}

#[test]
fn a_list_is_looked_at_first_then_brought_in_whole_and_recorded() {
    let mut office = Office::in_memory(1);

    let looked = bring(&mut office, "renec", "2026-06-28", RENEC, true);
    assert!(looked.sound && !looked.imported);
    assert_eq!((looked.entries, looked.replaces.as_str()), (3, ""));
    assert!(
        office
            .desk
            .catalogues(Nothing {})
            .unwrap()
            .catalogues
            .is_empty()
    );

    let report = bring(&mut office, "renec", "2026-06-28", RENEC, false);
    assert!(report.imported, "{report:?}");
    let all = office.desk.catalogues(Nothing {}).unwrap().catalogues;
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name, "RENEC del 28 de junio de 2026");
    assert_eq!((all[0].entries, all[0].by.as_str()), (3, "Elena Robles"));
    office.is_sound();

    // The next one takes its place, and says what is different.
    let next = RENEC
        .replace("EC0903", "EC0904")
        .replace("Armado de ruedas de bicicleta.", "Armado de ruedas");
    let report = bring(&mut office, "renec", "", &next, false);
    assert_eq!(report.replaces, "RENEC del 28 de junio de 2026");
    assert_eq!((report.added, report.removed, report.changed), (1, 1, 1));
    let all = office.desk.catalogues(Nothing {}).unwrap().catalogues;
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name, "RENEC del 6 de julio de 2026");
    office.is_sound();
}

#[test]
fn editions_of_a_classification_are_kept_beside_each_other_and_the_newest_is_used() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "scian", "2041", SCIAN);
    brought(
        &mut office,
        "scian",
        "SCIAN México 2031",
        &SCIAN.replace("Reparaciones", "Composturas"),
    );

    let all = office.desk.catalogues(Nothing {}).unwrap().catalogues;

    let told: Vec<_> = all.iter().map(|it| (it.name.as_str(), it.in_use)).collect();
    assert_eq!(
        told,
        [("SCIAN México 2041", true), ("SCIAN México 2031", false)]
    );
    // The same list under another name is told for what it is.
    let same = bring(&mut office, "scian", "2055", SCIAN, true);
    assert!(!same.sound);
    assert!(
        same.lines[0].says.contains("SCIAN México 2041"),
        "{:?}",
        same.lines
    );
}

#[test]
fn choosing_a_class_fills_in_those_above_it_and_is_one_change() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "scian", "2041", SCIAN);
    brought(&mut office, "sinco", "2041", SINCO);
    let request = AskClasses {
        kind: "SCIAN".to_owned(),
        query: "fabricacion BICI".to_owned(),
        level: "clase".to_owned(),
    };
    let found = office.desk.classes(request).unwrap();
    assert_eq!(found.name.as_deref(), Some("SCIAN México 2041"));
    assert_eq!(found.classes[0].code, "336990");
    assert_eq!(found.classes[0].above[0], "31-33 Talleres y fábricas");

    let title = "Ensamble de cuadros".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
    let classify = |kind: &str, code: &str, into: Option<String>| EditRequest::Classify {
        kind: kind.to_owned(),
        code: code.to_owned(),
        into,
    };
    let view = office.edit(&id, classify("SCIAN", "336990", None)).unwrap();
    let scian = |view: &desk::wire::StandardView| {
        let scian = &view.document.scian;
        let lists = [
            &scian.sectors,
            &scian.subsectors,
            &scian.branches,
            &scian.subbranches,
            &scian.industry_classes,
        ];
        lists.map(|list| {
            let codes = list.iter().map(|it| it.code.as_str());
            codes.collect::<Vec<_>>().join(" ")
        })
    };
    assert_eq!(scian(&view), ["31-33", "336", "3369", "33699", "336990"]);
    let name = &view.document.scian.industry_classes[0].name;
    assert_eq!(name, "Fabricación de bicicletas");

    // What is there already is not put there twice; another sector comes after it.
    let view = office.edit(&id, classify("SCIAN", "33699", None)).unwrap();
    assert_eq!(scian(&view), ["31-33", "336", "3369", "33699", "336990"]);
    let view = office.edit(&id, classify("SCIAN", "81", None)).unwrap();
    assert_eq!(scian(&view)[0], "31-33 81");
    office.desk.undo(by(&id)).unwrap();
    let view = office.desk.undo(by(&id)).unwrap();
    assert_eq!(scian(&view), [""; 5], "the whole choice is one change");

    // A line that is being written becomes what is chosen.
    let add = EditRequest::Add {
        owner: None,
        list: "sincoUnitGroups".to_owned(),
        at: 0,
        text: "99".to_owned(),
        aside: String::new(),
    };
    let view = office.edit(&id, add).unwrap();
    let line = view.document.sinco_unit_groups[0].id.clone();
    let view = office.edit(&id, classify("SINCO", "7255", line)).unwrap();
    let groups = &view.document.sinco_unit_groups;
    assert_eq!(groups.len(), 1);
    assert_eq!(
        (groups[0].code.as_str(), groups[0].name.as_str()),
        ("7255", "Mecánicos de bicicletas")
    );

    for (kind, code) in [("SCIAN", "999999"), ("SINCO", "72"), ("RENEC", "EC0901")] {
        let refused = office.edit(&id, classify(kind, code, None)).unwrap_err();
        assert_eq!(refused.code(), Code::NotFound, "{kind} {code}");
    }
}

#[test]
fn a_code_and_its_name_are_compared_with_the_edition_in_use_and_with_the_others() {
    let mut office = Office::in_memory(1);
    let title = "Ensamble de cuadros".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
    for (list, code, name) in [
        ("industryClasses", "336990", "Fabricación de bicis"),
        ("industryClasses", "999999", "Nada"),
        ("sincoUnitGroups", "7255", "Mecánicos de motos"),
    ] {
        let add = EditRequest::Add {
            owner: None,
            list: list.to_owned(),
            at: 0,
            text: code.to_owned(),
            aside: name.to_owned(),
        };
        office.edit(&id, add).unwrap();
    }
    let said = |office: &mut Office, rule: &str| -> Vec<(String, Option<String>)> {
        let found = office.desk.check(by(&id)).unwrap().findings.into_iter();
        let found = found.filter(|it| it.rule == rule);
        found.map(|it| (it.message, it.suggestion)).collect()
    };
    assert_eq!(said(&mut office, "EC-R-12"), []);

    brought(&mut office, "scian", "2041", SCIAN);
    let older = SCIAN.replace("Fabricación de bicicletas", "Fabricación de bicis");
    brought(&mut office, "scian", "2031", &older);
    brought(&mut office, "sinco", "2041", SINCO);

    let scian = said(&mut office, "EC-R-11");
    let named = |code: &str| scian.iter().find(|(says, _)| says.contains(code)).unwrap();
    assert!(
        named("999999")
            .0
            .contains("no está en el SCIAN México 2041"),
        "{scian:?}"
    );
    assert!(
        named("336990")
            .0
            .contains("aquí lleva el del SCIAN México 2031"),
        "{scian:?}"
    );
    assert_eq!(
        named("336990").1.as_deref(),
        Some("Fabricación de bicicletas")
    );
    let sinco = said(&mut office, "EC-R-12");
    assert_eq!(sinco[0].1.as_deref(), Some("Mecánicos de bicicletas"));
}

#[test]
fn where_no_list_was_brought_in_that_is_said() {
    let mut office = Office::in_memory(1);
    let request = AskClasses {
        kind: "SINCO".to_owned(),
        query: "mecánico".to_owned(),
        level: String::new(),
    };

    let found = office.desk.classes(request).unwrap();

    assert!(found.name.is_none() && found.classes.is_empty());
    assert_eq!(
        similar(&mut office, "Elaboración de pan", None).register,
        None
    );
}

#[test]
fn what_is_written_is_compared_with_the_register_and_with_what_is_here() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    let title = "Mantenimiento correctivo de bicicletas".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;

    let view = similar(
        &mut office,
        "Dar mantenimiento preventivo a bicicletas",
        None,
    );
    assert_eq!(
        view.register.as_deref(),
        Some("RENEC del 28 de junio de 2026")
    );
    assert_eq!(codes(&view)[0], "EC0901");
    assert_eq!(view.found[0].level, Some(2));
    assert_eq!(view.found[0].committee, "de la Movilidad");
    assert!(view.found.iter().any(|it| it.id.as_deref() == Some(&id)));

    let own = similar(
        &mut office,
        "Mantenimiento correctivo de bicicletas",
        Some(&id),
    );
    assert!(
        own.found.iter().all(|it| it.id.is_none()),
        "it is not like itself"
    );
    let equal = similar(&mut office, "armado de ruedas de BICICLETA", None);
    assert!(equal.found[0].equal);
    assert_eq!(equal.found[0].code, "EC0902");
    let coded = similar(&mut office, "ec09", None);
    assert_eq!(codes(&coded), ["EC0901", "EC0902", "EC0903"]);
    let view = similar(&mut office, "Pastoreo de ovejas", None);
    assert!(view.found.is_empty());
}

#[test]
fn a_register_of_before_does_not_take_the_place_of_a_later_one() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    let smaller = RENEC.lines().take(2).collect::<Vec<_>>().join("\n");

    let report = bring(&mut office, "renec", "2025-11-28", &smaller, false);
    assert!(!report.sound && !report.imported, "{report:?}");
    assert!(
        report.lines[0]
            .says
            .contains("RENEC del 28 de junio de 2026")
    );
    let equal = similar(&mut office, "Elaboración de pan de masa madre", None);
    assert!(equal.found[0].equal, "what was there is still there");

    // The same day again, or a later one, takes its place.
    brought(&mut office, "renec", "2026-06-28", &smaller);
    brought(&mut office, "renec", "2026-07-01", RENEC);
}

#[test]
fn a_title_that_says_nearly_what_one_of_the_register_says_is_warned_of() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    let mut told = |title: &str| {
        let title = title.to_owned();
        let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
        let found = office.desk.check(by(&id)).unwrap().findings.into_iter();
        let mut found = found.filter(|it| it.rule == "EC-R-09");
        found.next().map(|it| (it.severity, it.message))
    };

    let (severity, message) = told("De bicicletas, el armado de la rueda").unwrap();
    assert_eq!(severity, "warning");
    assert!(message.contains("EC0902"), "{message}");
    assert_eq!(told("Armado de ruedas de bicicletas").unwrap().0, "warning");
    assert_eq!(told("Armado de ruedas de bicicleta").unwrap().0, "error");
    assert_eq!(told("Armado de muebles de cocina"), None);
}

#[test]
fn who_writes_does_not_wait_for_the_register_to_be_made_ready() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    office.desk.answer_meanwhile();

    let start = std::time::Instant::now();
    let view = loop {
        let view = similar(&mut office, "Armado de ruedas de bicicleta", None);
        if !view.preparing {
            break view;
        }
        assert!(view.found.is_empty(), "{view:?}");
        assert!(start.elapsed().as_secs() < 60, "it is never ready");
        std::thread::yield_now();
    };
    assert!(view.found[0].equal, "{view:?}");
}

#[test]
fn a_title_of_the_register_is_a_duplicate_unless_it_is_the_standards_own() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    let title = "Elaboración de pan de masa madre".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
    let repeated = |office: &mut Office, id: &str| {
        let found = office.desk.check(by(id)).unwrap().findings.into_iter();
        let mut found = found.filter(|it| it.rule == "EC-R-09");
        found.next().map(|it| it.message)
    };

    let message = repeated(&mut office, &id).unwrap();
    assert!(message.contains("EC0903"), "{message}");
    office
        .edit(&id, EditRequest::Level { number: Some(5) })
        .unwrap();
    assert_eq!(repeated(&mut office, &id), None, "another level");

    // The same title in a document that was published as that very standard.
    let text = "T Elaboración de pan de masa madre\nnivel: 3\ncódigo: EC0903.01";
    let published = domain::ec::sketch::sketch(text).unwrap();
    let bytes = packets::docx(&published, &packets::Letterhead::default()).unwrap();
    let path = office.place("publicado.docx");
    std::fs::write(&path, bytes).unwrap();
    let read = office.import(&path).unwrap().id;
    let view = office.view(&read);
    assert_eq!(view.document.title, "Elaboración de pan de masa madre");
    office
        .desk
        .edit_standard(desk::wire::EditStandard {
            id: id.clone(),
            edits: vec![EditRequest::Write {
                part: None,
                field: "title".to_owned(),
                before: "Elaboración de pan de masa madre".to_owned(),
                after: "Otra cosa".to_owned(),
            }],
        })
        .unwrap();
    assert_eq!(repeated(&mut office, &read), None, "its own code");
}

#[test]
fn a_function_that_is_registered_already_is_told_in_the_map() {
    let mut office = Office::in_memory(1);
    brought(&mut office, "renec", "2026-06-28", RENEC);
    let title = "Panadería".to_owned();
    let map = office.desk.new_map(NewMap { title }).unwrap().id;
    let edit = |office: &mut Office, edit| {
        let request = desk::wire::EditMap {
            id: map.clone(),
            edits: vec![edit],
        };
        office.desk.edit_map(request).unwrap()
    };
    let view = office.desk.map(by(&map)).unwrap();
    let below = view.functions[0].id.clone();
    let text = "Elaborar pan de masa madre".to_owned();
    let view = edit(&mut office, desk::wire::MapRequest::Paste { below, text });
    let function = view.functions[1].id.clone();
    let view = edit(
        &mut office,
        desk::wire::MapRequest::Individual {
            function,
            after: true,
        },
    );

    let said = view.findings.iter().find(|it| it.rule == "MF-14");

    assert!(said.unwrap().message.contains("EC0903"));
}

/// The paraphrases were made by someone who had not seen the index.
#[test]
fn at_least_ninety_of_a_hundred_paraphrases_find_their_standard_among_the_first_three() {
    let Some(path) = shared("renec_sample.csv") else {
        return;
    };
    let mut office = Office::in_memory(1);
    let path = path.display().to_string();
    let report = bring_file(&mut office, "renec", "2026-01-15", &path, false).unwrap();
    assert!(report.imported, "{:?}", report.lines);
    let list = include_str!("../likeness/paraphrases.csv");
    let mut lost = Vec::new();
    let mut all = 0;
    for line in list.lines().skip(1) {
        let mut cells = line.splitn(3, ',');
        let (codes, _) = (cells.next().unwrap(), cells.next());
        let title = cells.next().unwrap().trim_matches('"');
        let view = similar(&mut office, title, None);
        let mut first = view.found.iter().take(3);
        all += 1;
        if !first.any(|it| codes.split(' ').any(|code| code == it.code)) {
            lost.push(title.to_owned());
        }
    }
    assert_eq!(all, 100);
    assert!(lost.len() <= 10, "{}: {lost:#?}", lost.len());
}

#[test]
fn the_official_editions_are_told_apart() {
    let Some(path) = shared("scian.csv") else {
        return;
    };
    let mut office = Office::in_memory(1);
    let path = path.display().to_string();
    // Without being told.
    let report = bring_file(&mut office, "scian", "", &path, false).unwrap();
    assert_eq!(
        (report.name.as_str(), report.imported),
        ("SCIAN México 2023", true)
    );
    let older = shared("scian_2018.csv").unwrap().display().to_string();
    let wrong = bring_file(&mut office, "scian", "2023", &older, false).unwrap();
    assert!(!wrong.imported && !wrong.sound);
    assert!(
        wrong.lines[0].says.contains("SCIAN México 2018"),
        "{:?}",
        wrong.lines
    );
    let report = bring_file(&mut office, "scian", "2018", &older, false).unwrap();
    assert!(report.imported);
    for (file, edition) in [("sinco.csv", "2019"), ("sinco_2011.csv", "2011")] {
        let path = shared(file).unwrap().display().to_string();
        let report = bring_file(&mut office, "sinco", "", &path, false).unwrap();
        assert_eq!((report.edition.as_str(), report.imported), (edition, true));
    }
    let all = office.desk.catalogues(Nothing {}).unwrap().catalogues;
    let used = all.iter().filter(|it| it.in_use).map(|it| it.name.as_str());
    assert_eq!(
        used.collect::<Vec<_>>(),
        ["SCIAN México 2023", "SINCO 2019"]
    );
    office.is_sound();
}
