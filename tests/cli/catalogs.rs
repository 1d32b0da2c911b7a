//! The official lists at the command line. The names are invented.

use std::fs;

use crate::{Office, json, said};

const DAY: &str = "2026-07-06";

const RENEC: &str = "Código,Nivel,Título,Comité,Sector Productivo
EC0901,2,Mantenimiento preventivo de bicicletas de reparto,de la Movilidad,TALLERES
EC0903,3,Elaboración de pan de masa madre,de los Panaderos,TALLERES
";

const SINCO: &str = "code,level,name,parent
7,division,Trabajadores de taller,
72,grupo_principal,Mecánicos,7
725,subgrupo,Mecánicos de vehículos,72
7255,grupo_unitario,Mecánicos de bicicletas,725
";

fn paper(office: &Office, name: &str, content: &str) -> String {
    let path = office.path(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_register_is_brought_in_and_titles_are_compared_with_it() {
    let office = Office::new();
    let file = paper(&office, "renec.csv", RENEC);
    let import = [
        "catalog",
        "import",
        "renec",
        &file,
        "--edition",
        "2026-06-28",
    ];

    let looked = office.json(DAY, &[&import[..], &["--dry-run"]].concat());
    assert_eq!(
        (&looked["sound"], &looked["imported"]),
        (&true.into(), &false.into())
    );
    let report = office.json(DAY, &import);
    assert_eq!(report["imported"], true);
    assert_eq!(report["name"], "RENEC del 28 de junio de 2026");
    assert_eq!(
        office.json(DAY, &["catalog", "list"])["catalogues"][0]["entries"],
        2
    );

    let found = office.json(DAY, &["similar", "Elaborar panes de masa madre"]);
    assert_eq!(found["found"][0]["code"], "EC0903");
    assert_eq!(found["found"][0]["committee"], "de los Panaderos");
    assert_eq!(office.json(DAY, &["log", "verify"])["sound"], true);
}

#[test]
fn a_list_with_mistakes_is_told_by_line_and_ends_as_a_failure_of_the_input() {
    let office = Office::new();
    let good = paper(&office, "renec.csv", RENEC);
    office.json(DAY, &["catalog", "import", "renec", &good]);
    let wrong = paper(&office, "mala.csv", &RENEC.replace("EC0903", "EC0901"));

    let output = office.ask(DAY, &["catalog", "import", "renec", &wrong]);

    assert_eq!(output.status.code(), Some(2));
    let report = json(&output);
    assert_eq!(report["lines"][0]["line"], 3);
    assert!(said(&output).contains("renglón 3"), "{}", said(&output));
    assert_eq!(
        office.json(DAY, &["catalog", "list"])["catalogues"][0]["file"],
        "renec.csv"
    );
}

#[test]
fn a_code_is_found_and_put_into_a_standard() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "new", "Ensamble de cuadros"])["id"].clone();
    let id = id.as_str().unwrap();
    let none = office.json(DAY, &["catalog", "find", "sinco", "mecanico"]);
    assert!(none["name"].is_null());
    let file = paper(&office, "sinco.csv", SINCO);
    office.json(
        DAY,
        &["catalog", "import", "sinco", &file, "--edition", "2041"],
    );

    let found = office.json(DAY, &["catalog", "find", "sinco", "BICI", "mecanico"]);
    assert_eq!(found["classes"][0]["code"], "7255");
    assert_eq!(
        found["classes"][0]["above"][2],
        "725 Mecánicos de vehículos"
    );
    let view = office.json(DAY, &["standard", "classify", id, "sinco", "7255"]);
    assert_eq!(
        view["sincoUnitGroups"][0]["name"],
        "Mecánicos de bicicletas"
    );
    let refused = office.ask(DAY, &["standard", "classify", id, "sinco", "1111"]);
    assert_eq!(refused.status.code(), Some(2));
}
