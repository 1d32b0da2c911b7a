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

/// How the next kill is timed.
enum Aim {
    /// A while after an act was acknowledged, wherever the process happens to be.
    After(Duration),
    /// As soon as the journal of a write has so many bytes: the write is under way.
    Journal(u64),
}

/// By time and by the size of the journal, turn by turn. A journal is at first empty, then has a
/// header, then pages; and it has all of them while the pages of the file are written.
fn aims() -> impl Iterator<Item = Aim> {
    (0_u64..24).flat_map(|round| {
        let sizes = [0, 1, 513, 4_000, 9_000, 17_000];
        let size = sizes[usize::try_from(round).unwrap() % sizes.len()];
        [
            Aim::After(Duration::from_micros(round * 1_371)),
            Aim::Journal(size),
        ]
    })
}

/// Waits until the journal is as large as that, for as long as a write could take.
fn wait_for(journal: &Path, size: u64) {
    for _ in 0..200_000 {
        match std::fs::metadata(journal) {
            Ok(found) if found.len() >= size => return,
            _ => std::hint::spin_loop(),
        }
    }
}

#[test]
fn what_was_acknowledged_survives_the_process() {
    if let Some(path) = child::path() {
        write_for_ever(Path::new(&path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oficina.cauce");
    let journal = path.with_file_name("oficina.cauce-journal");
    let (ec, first) = Store::create(&path).unwrap().write(open_case).unwrap();
    let (mut before, mut unfinished, mut written) = (1, 0, 0);

    for aim in aims() {
        let mut child = child::start(TEST, &path, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut last = before;
        // It is let write one act, and then killed.
        while last == before {
            let line = lines.next().unwrap().unwrap();
            last = acknowledged(&line).unwrap_or(last);
        }
        match aim {
            Aim::After(while_) => std::thread::sleep(while_),
            Aim::Journal(size) => wait_for(&journal, size),
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines {
            last = line
                .ok()
                .and_then(|line| acknowledged(&line))
                .unwrap_or(last);
        }
        // A journal left behind is a write that was cut short: one kept in memory would leave none,
        // and what was half written could not be taken back.
        let left = std::fs::metadata(&journal).map_or(0, |left| left.len());
        unfinished += u32::from(journal.exists());
        written += u32::from(left > 512);

        let store = Store::open(&path, Access::Write).unwrap();
        before = sound(&store, ec, &first);

        assert!(
            (last..=last + 1).contains(&before),
            "{last} acknowledged, {before} there"
        );
    }
    assert!(before > 48);
    assert!(
        unfinished > 4,
        "{unfinished} kills fell in the middle of a write"
    );
    assert!(written > 0, "no kill fell once pages were in the journal");
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
    assert_eq!(
        store
            .read(|reader| Ok::<_, crate::Error>(super::check(reader)))
            .unwrap(),
        []
    );
    acts.last().unwrap().number
}
