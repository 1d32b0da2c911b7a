//! Published standards get their instrument from the command line.

use std::path::Path;

use crate::Office;

const DAY: &str = "2026-07-22";

#[test]
fn a_published_standard_gets_an_instrument_that_covers_it_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus at {}", folder.display());
        return;
    };
    let paths = files.map(|file| file.unwrap().path());
    let standards: Vec<_> = paths
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("EC0") || name.starts_with("EC1")
        })
        .collect();
    assert!(standards.len() > 3, "{standards:?}");

    for path in standards {
        let office = Office::new();
        let file = path.display().to_string();
        let id = office.json(DAY, &["standard", "import", &file])["id"].clone();
        let id = id.as_str().unwrap();
        let before = office.json(DAY, &["iec", "show", id]);
        assert!(before["uncovered"].as_u64().unwrap() > 0, "{file}");

        office.json(DAY, &["iec", "derive", id]);

        let after = office.json(DAY, &["iec", "show", id]);
        assert_eq!(after["uncovered"], 0, "{file}");
        let log = office.json(DAY, &["log", "verify"]);
        assert_eq!(log["sound"], true, "{log}");
    }
}
