//! The command line killed by the system at any moment: what it had printed is there afterwards, every
//! seal holds, and no half file has a name.
//!
//! A kill falls after a part of the time that the same command takes, or as soon as the journal of a
//! write is there: chance decides how far it came, and whatever it was, the same must hold.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{Office, json, walk};

const DAY: &str = "2026-07-22";

/// When the next kill falls.
enum Aim {
    /// After so many thousandths of the time that it takes.
    Part(u32),
    /// As soon as a write is under way.
    Journal,
}

/// The most rounds of one kind: on a machine whose load changes, kills may long fall on one side.
const MOST_ROUNDS: u32 = 150;

/// Spread over the whole of a command and a little beyond its end, and never the same twice; every
/// third one is aimed at a write.
fn aims() -> impl Iterator<Item = (u32, Aim)> {
    (1..=MOST_ROUNDS).map(|n| match n % 3 {
        0 => (n, Aim::Journal),
        _ => (n, Aim::Part(n * 618 % 1_000 * 6 / 5)),
    })
}

fn start(office: &Office, words: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_cauce-cli"))
        .args(["--workspace", &office.path("espacio.cauce")])
        .args(["--today", DAY, "--as", "Coordinadora 1", "--json"])
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// How often a command was killed before it had printed, and how often after.
#[derive(Default)]
struct Tally {
    cut: u32,
    printed: u32,
    within_a_write: u32,
}

impl Tally {
    /// Starts a command and kills it; answers what it had printed, if it had.
    fn killed(
        &mut self,
        office: &Office,
        words: &[&str],
        aim: &Aim,
        takes: Duration,
    ) -> Option<Value> {
        let journal = office.path("espacio.cauce-journal");
        let since = Instant::now();
        let mut child = start(office, words);
        match aim {
            Aim::Part(part) => std::thread::sleep(takes * *part / 1_000),
            Aim::Journal => {
                let there = || Path::new(&journal).exists();
                while !there() && since.elapsed() < takes * 2 && child.try_wait().unwrap().is_none()
                {
                    std::hint::spin_loop();
                }
            }
        }
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        self.within_a_write += u32::from(Path::new(&journal).exists());
        let printed = acknowledged(&output);
        match printed {
            Some(_) => self.printed += 1,
            None => self.cut += 1,
        }
        printed
    }

    /// Kills fell on both sides of the printing: else nothing was tried.
    fn is_worth_something(&self) -> bool {
        self.cut > 3 && self.printed > 0
    }

    fn told(&self) -> String {
        format!(
            "{} were cut short, {} in the middle of a write, and {} had printed",
            self.cut, self.within_a_write, self.printed
        )
    }
}

/// What a command printed whole.
fn acknowledged(output: &Output) -> Option<Value> {
    let printed: Option<Value> = serde_json::from_slice(&output.stdout).ok();
    let refused = |printed: &Value| printed.get("refused").or(printed.get("error")).is_some();
    assert!(!printed.as_ref().is_some_and(refused), "{printed:?}");
    printed
}

/// How long a command takes when it is let be.
fn measured(office: &Office, words: &[&str]) -> (Value, Duration) {
    let since = Instant::now();
    let output = start(office, words).wait_with_output().unwrap();
    (json(&output), since.elapsed())
}

fn is_sound(office: &Office) {
    let log = office.json(DAY, &["log", "verify"]);
    assert_eq!(log["sound"], true, "{log}");
}

/// A file that proves something, in more than one piece.
fn plan(office: &Office, n: u32) -> String {
    let path = office.path(&format!("plano-{n}.pdf"));
    let bytes: Vec<u8> = (0..600_000_u64)
        .flat_map(|at| (at ^ u64::from(n) << 40).to_le_bytes())
        .collect();
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The digests of all that was attached to a case, as its acts name them.
fn attached(case: &Value) -> Vec<String> {
    let acts = case["acts"].as_array().unwrap().iter();
    let digests = acts.flat_map(|act| act["evidence"].as_array().unwrap());
    digests
        .map(|digest| digest.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_was_printed_before_the_kill_is_there_after_it() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    let mut tally = Tally::default();
    let write = |text: &str| {
        let words = ["standard", "edit", id, "--field", "title", "--text", text];
        words.map(str::to_owned)
    };
    let attach = |n: u32| {
        let file = format!("EC-SUP-1={}", plan(&office, n));
        ["case", "attach", id, &file].map(str::to_owned)
    };
    let said = |words: &[String]| {
        words
            .iter()
            .map(|word| word.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    let run = |words: &[String]| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        measured(&office, &words)
    };
    let (_, edit_takes) = run(&said(&write("Título 0")));
    let (_, attach_takes) = run(&said(&attach(0)));
    let (_, begin_takes) = measured(&office, &["standard", "new", "Estándar 0"]);
    let mut title = "Título 0".to_owned();

    for (n, aim) in aims() {
        if n > 24 && tally.is_worth_something() && tally.within_a_write > 0 {
            break;
        }
        let before = office.json(DAY, &["case", "show", id]);
        let files = attached(&before).len();
        let total = |office: &Office| office.json(DAY, &["standard", "list"])["total"].clone();
        match n % 3 {
            0 => {
                let new = format!("Título {n}");
                let words = write(&new);
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let printed = tally.killed(&office, &words, &aim, edit_takes);
                let now = office.json(DAY, &["standard", "show", id])["title"].clone();
                assert!(now == *new || (printed.is_none() && now == *title), "{now}");
                title = now.as_str().unwrap().to_owned();
            }
            1 => {
                let words = attach(n);
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let printed = tally.killed(&office, &words, &aim, attach_takes);
                let now = attached(&office.json(DAY, &["case", "show", id]));
                assert!((files..=files + 1).contains(&now.len()));
                assert!(
                    now.len() > files || printed.is_none(),
                    "it had been printed"
                );
                if let (Some(digest), true) = (now.last(), now.len() > files) {
                    let copy = office.path(&format!("copia-{n}.pdf"));
                    office.json(DAY, &["case", "evidence", id, digest, &copy]);
                    let original = office.path(&format!("plano-{n}.pdf"));
                    assert!(std::fs::read(copy).unwrap() == std::fs::read(original).unwrap());
                }
            }
            _ => {
                let before = total(&office).as_u64().unwrap();
                let name = format!("Estándar {n}");
                let words = ["standard", "new", name.as_str()];
                let printed = tally.killed(&office, &words, &aim, begin_takes);
                let after = total(&office).as_u64().unwrap();
                assert!((before..=before + 1).contains(&after));
                if let Some(made) = printed {
                    let made = made["id"].as_str().unwrap().to_owned();
                    assert_eq!(
                        office.json(DAY, &["standard", "show", &made])["title"],
                        name
                    );
                }
            }
        }
        is_sound(&office);
    }

    assert!(tally.is_worth_something(), "{}", tally.told());
    assert!(tally.within_a_write > 0, "{}", tally.told());
}

#[test]
fn acts_of_the_road_that_are_killed_are_done_or_not_done() {
    let office = Office::new();
    let mut tally = Tally::default();
    let proof = plan(&office, 1);
    let evidence = ["ROAD-PROPOSED-1", "ROAD-GTE_READY-1"].map(|it| format!("{it}={proof}"));
    let [one, two] = &evidence;
    let act = |id: &str, aim: Option<(&Aim, Duration)>, tally: &mut Tally| {
        let words = [
            "case",
            "act",
            id,
            "GTE_READY",
            "--evidence",
            one,
            "--evidence",
            two,
        ];
        match aim {
            Some((aim, takes)) => (tally.killed(&office, &words, aim, takes), takes),
            None => {
                let (done, takes) = measured(&office, &words);
                (Some(done), takes)
            }
        }
    };
    let begin = |n: u32| {
        let made = office.json(DAY, &["standard", "new", &format!("Estándar {n}")]);
        made["id"].as_str().unwrap().to_owned()
    };
    let (done, takes) = act(&begin(0), None, &mut tally);
    assert_eq!(done.unwrap()["state"], "GTE_READY");

    for (n, aim) in aims() {
        if n > 12 && tally.is_worth_something() {
            break;
        }
        let id = begin(n);
        let (printed, _) = act(&id, Some((&aim, takes)), &mut tally);
        let state = office.json(DAY, &["case", "show", &id])["state"].clone();
        assert!(state == "GTE_READY" || (printed.is_none() && state == "PROPOSED"));
        is_sound(&office);
        // What was cut short is done when it is asked for again.
        if state == "PROPOSED" {
            let (again, _) = act(&id, None, &mut tally);
            assert_eq!(again.unwrap()["state"], "GTE_READY");
        }
    }
    assert!(tally.is_worth_something(), "{}", tally.told());
}

/// The files of a folder that have a name: what ends in «.parcial» has none yet.
fn named(folder: &str) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = files.map(|file| file.unwrap().path().display().to_string());
    names.filter(|name| !name.ends_with(".parcial")).collect()
}

#[test]
fn a_packet_whose_making_or_taking_is_killed_is_whole_or_not_there() {
    let office = Office::new();
    let id = office.json("2026-07-03", &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    walk(&office, id);
    let plan = format!("EC-SUP-1={}", plan(&office, 1));
    office.json(DAY, &["case", "attach", id, &plan]);
    let out = office.path("salida");
    let make = |out: &str| ["packet", id, "--for", "covacec", "--out", out].map(str::to_owned);
    let mut tally = Tally::default();
    let first = make(&office.path("primera"));
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    let (_, takes) = measured(&office, &first);

    for (n, aim) in aims() {
        if n > 9 && tally.cut > 2 {
            break;
        }
        // Now and then the case has one file more: then it is another packet.
        if n % 3 == 1 {
            let paper = office.path(&format!("oficio-{n}.txt"));
            std::fs::write(&paper, format!("Oficio {n}")).unwrap();
            office.json(DAY, &["case", "attach", id, &format!("EC-SUP-2={paper}")]);
        }
        let words = make(&out);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let printed = tally.killed(&office, &words, &aim, takes);
        for file in named(&out) {
            assert_eq!(
                office.json(DAY, &["verify", &file])["sound"],
                true,
                "{file}"
            );
        }
        if let Some(path) = printed.and_then(|made| made["path"].as_str().map(str::to_owned)) {
            assert!(Path::new(&path).exists(), "it was said to be at {path}");
        }
        is_sound(&office);
    }
    assert!(tally.cut > 2, "{}", tally.told());

    let (made, _) = measured(&office, &first);
    let packet = named(&office.path("primera")).pop().unwrap();
    let packet = made["path"].as_str().map_or(packet, str::to_owned);
    let measuring = Office::new();
    let (_, takes) = measured(&measuring, &["packet", "import", &packet]);
    let whole = measuring.json(DAY, &["case", "show", id])["acts"].clone();
    let mut tally = Tally::default();
    for (n, aim) in aims() {
        if n > 9 && tally.cut > 2 {
            break;
        }
        let there = Office::new();
        there.json(DAY, &["standard", "new", "El de allá"]);
        let printed = tally.killed(&there, &["packet", "import", &packet], &aim, takes);
        let case = there.ask(DAY, &["case", "show", id]);
        match case.status.success() {
            true => assert_eq!(json(&case)["acts"], whole, "half a case"),
            false => assert!(printed.is_none(), "it had been taken"),
        }
        is_sound(&there);
        let outcome = there.json(DAY, &["packet", "import", &packet])["outcome"].clone();
        let expected = if case.status.success() { "SAME" } else { "NEW" };
        assert_eq!(outcome, expected);
        is_sound(&there);
    }
    assert!(tally.cut > 2, "{}", tally.told());
}

#[test]
fn an_act_that_is_killed_was_done_whole_or_not_at_all() {
    let office = Office::new();
    let id = office.json(DAY, &["standard", "sample"])["id"].clone();
    let id = id.as_str().unwrap();
    let file = |n: u32| format!("ROAD-PROPOSED-1={}", plan(&office, n));
    let first = file(0);
    let proof = office.proof();
    let ready = format!("ROAD-GTE_READY-1={proof}");
    let words = [
        "case",
        "act",
        id,
        "GTE_READY",
        "--evidence",
        &first,
        "--evidence",
        &ready,
    ];
    let fresh = std::fs::read(office.path("espacio.cauce")).unwrap();
    let (_, takes) = measured(&office, &words);
    let mut tally = Tally::default();

    for (n, aim) in aims() {
        if n > 18 && tally.is_worth_something() {
            break;
        }
        // Each on the case as it was before the act.
        for ending in ["", "-journal"] {
            let _ = std::fs::remove_file(office.path(&format!("espacio.cauce{ending}")));
        }
        std::fs::write(office.path("espacio.cauce"), &fresh).unwrap();
        let printed = tally.killed(&office, &words, &aim, takes);
        let now = office.json(DAY, &["case", "show", id]);
        let done = now["state"] == "GTE_READY";
        assert!(
            done || (printed.is_none() && now["state"] == "PROPOSED"),
            "{now}"
        );
        assert_eq!(attached(&now).len(), if done { 2 } else { 0 });
        is_sound(&office);
        if !done {
            office.json(DAY, &words);
        }
    }
    assert!(tally.is_worth_something(), "{}", tally.told());
}
