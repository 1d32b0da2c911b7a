//! A process that is killed while it writes loses nothing it had acknowledged.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::time::Duration;

use domain::act;
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::ec::part::{Field, List, ListOf, Part};
use domain::ids::{EcId, Ids};

use super::{child, digest, make, open_case};
use crate::{Access, Store};

const TEST: &str = "tests::killed::what_was_acknowledged_survives_the_process";

const REFERENCES: ListOf = ListOf {
    owner: None,
    list: List::References,
};

/// The edit that follows act `number`: always the same one, so that it can be made again.
pub(super) fn nth(draft: &CompetenceStandard, number: u64) -> Edit {
    let references = &draft.general.references;
    match number % 4 {
        0 => Edit::Write {
            part: None,
            field: Field::Purpose,
            before: draft.general.purpose.clone(),
            after: format!("Propósito {number}. ").repeat(400),
        },
        1 if references.len() > 2 => Edit::Remove {
            from: REFERENCES,
            part: Part::Line(references[0].clone()),
            numbers: None,
        },
        2 if references.len() > 1 => Edit::Move {
            within: REFERENCES,
            part: references[0].id,
            from: 0,
            to: references.len() - 1,
            numbers: None,
        },
        _ => Edit::Add {
            into: REFERENCES,
            at: 0,
            part: Part::blank(
                List::References,
                Ids::new(1_800_000_000_000 + number, 1).part(),
            ),
            numbers: None,
        },
    }
}

/// The child: edits until it is killed, and says each act that was acknowledged.
fn write_for_ever(path: &Path) {
    let mut store = Store::open(path, Access::Write).unwrap();
    let ec = Ids::fixed().ec();
    let mut draft = store.read(|reader| reader.standard(ec)).unwrap();
    let mut out = std::io::stdout();
    loop {
        let act = store
            .write(|writer| {
                let number = writer.acts_count(&ec.to_string())?;
                let edit = nth(&draft, number);
                make(writer, ec, &mut draft, &edit)
            })
            .unwrap();
        writeln!(out, "\nacknowledged {}", act.number).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_acknowledged_survives_the_process() {
    if let Some(path) = child::path() {
        write_for_ever(Path::new(&path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let (ec, first) = Store::create(&path).unwrap().write(open_case).unwrap();
    let (mut before, mut unfinished) = (1, 0);

    for round in 0_u64..24 {
        let mut child = child::start(TEST, &path, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut last = before;
        // It is let write one act, and then killed wherever it happens to be.
        while last == before {
            let line = lines.next().unwrap().unwrap();
            last = acknowledged(&line).unwrap_or(last);
        }
        std::thread::sleep(Duration::from_micros(round * 1_371));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines {
            last = line
                .ok()
                .and_then(|line| acknowledged(&line))
                .unwrap_or(last);
        }
        unfinished += u32::from(path.with_file_name("oficina.cauce-journal").exists());

        let store = Store::open(&path, Access::Write).unwrap();
        before = sound(&store, ec, &first);

        assert!(
            (last..=last + 1).contains(&before),
            "{last} acknowledged, {before} there"
        );
    }
    assert!(before > 24);
    assert!(unfinished > 0, "no kill fell in the middle of a write");
}

fn acknowledged(line: &str) -> Option<u64> {
    line.strip_prefix("acknowledged ")?.parse().ok()
}

/// How many acts there are, when all of it is as it should be.
fn sound(store: &Store, ec: EcId, first: &CompetenceStandard) -> u64 {
    let acts = store.read(|reader| reader.acts(&ec.to_string())).unwrap();
    assert_eq!(act::verify(&acts), Ok(()));
    let mut replayed = first.clone();
    for act in &acts[1..] {
        let edit = nth(&replayed, act.number - 1);
        replayed.apply(&edit).unwrap();
        assert_eq!(act.result, Some(digest(&replayed)), "act {}", act.number);
    }
    assert!(store.read(|reader| reader.standard(ec)).unwrap() == replayed);
    assert_eq!(store.read(|reader| reader.check(&digest)).unwrap(), []);
    acts.last().unwrap().number
}
