//! Long work: what is stopped leaves nothing, what changed meanwhile is not written over, and two
//! works at once do not harm each other.

use std::fs;
use std::ops::ControlFlow;

use desk::wire::{AskStandards, ExportDocument, MakePacket, NewStandard, Nothing, WorkView};
use desk::{Code, Desk, Error, Packed, Verifying, Work, carry};

use crate::office::{Office, at, by, on, packet_at, told};

/// What is said first with other words is another step: numbers do not count.
fn step_of(view: &WorkView) -> String {
    view.says
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect::<String>()
}

/// The steps of a work, each once, in order. It is stopped at the last there is before it would be
/// written down, so that nothing comes of it.
fn steps<T>(mut work: impl FnMut(&mut desk::Progress<'_>) -> Result<T, Error>) -> Vec<String> {
    let mut heard: Vec<String> = Vec::new();
    let _ = work(&mut |view| {
        let step = step_of(&view);
        assert!(view.done <= view.of || view.of == 0, "{view:?}");
        if !heard.contains(&step) {
            heard.push(step);
        }
        match view.says.starts_with("Anotándolo") || view.says.starts_with("Comparando") {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    heard
}

/// Hears a work, and stops it at a step.
fn until(stop: &str) -> impl FnMut(WorkView) -> ControlFlow<()> {
    move |view| match step_of(&view) == stop {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    }
}

fn names(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn for_covacec(id: &str, dir: &str) -> MakePacket {
    MakePacket {
        id: id.to_owned(),
        destination: "covacec".to_owned(),
        dir: dir.to_owned(),
    }
}

fn packed(desk: &mut Desk, asked: MakePacket) -> Packed {
    let mut work = desk.begin_packet(asked).unwrap();
    while work.gather(desk, &mut on).unwrap() {}
    work.run(&mut on).unwrap()
}

fn registered(office: &mut Office) -> u32 {
    let all = AskStandards {
        query: String::new(),
        state: None,
    };
    office.desk.standards(all).unwrap().total
}

#[test]
fn a_packet_that_is_stopped_at_any_step_leaves_everything_as_it_was() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let dir = office.drawer("salida");
    let make = |office: &mut Office, progress: &mut desk::Progress<'_>| {
        let asked = for_covacec(&id, &dir);
        let begin = |desk: &mut Desk| desk.begin_packet(asked);
        carry(&mut office.desk, progress, begin, Desk::finish_packet)
    };
    let steps = steps(|progress| make(&mut office, progress));
    for said in [
        "Reuniendo el archivo",
        "Imprimiendo el PDF",
        "Guardando",
        "Anotándolo",
    ] {
        assert!(steps.iter().any(|step| step.starts_with(said)), "{steps:?}");
    }

    for step in &steps {
        let stopped =
            office.nothing_comes_of(&id, Code::Stopped, |office| make(office, &mut until(step)));
        assert_eq!(stopped.says(), "Se detuvo: no se escribió nada.");
        assert_eq!(names(&dir), [""; 0], "stopped at «{step}»");
    }

    let made = make(&mut office, &mut on).unwrap();
    assert_eq!(names(&dir).len(), 1);
    assert!(crate::office::verify(made.path.as_ref()).sound);
}

#[test]
fn an_import_that_is_stopped_at_any_step_leaves_the_register_as_it_was() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    for kind in ["PDF", "DOCX"] {
        let path = office.place(&format!("publicado.{kind}"));
        let asked = ExportDocument {
            id: id.clone(),
            kind: kind.to_owned(),
            path: path.clone(),
            replace: false,
        };
        office.export(asked).unwrap();
        let read = |office: &mut Office, progress: &mut desk::Progress<'_>| {
            let begin = |desk: &mut Desk| desk.begin_import(at(&path));
            carry(&mut office.desk, progress, begin, Desk::finish_import)
        };
        let steps = steps(|progress| read(&mut office, progress));
        let pages = steps
            .iter()
            .any(|step| step.starts_with("Leyendo la página"));
        assert_eq!(pages, kind == "PDF", "{steps:?}");

        for step in &steps {
            let stopped = read(&mut office, &mut until(step)).unwrap_err();
            told(&stopped, Code::Stopped);
            assert_eq!(registered(&mut office), 1, "stopped at «{step}»");
        }
    }
    office.is_sound();
}

#[test]
fn a_packet_that_is_not_taken_to_the_end_leaves_nothing_of_its_case() {
    let mut here = Office::in_memory(1);
    let id = here.a_ready_case();
    let packet = here.packet(&id, "salida").unwrap().path;
    let mut there = Office::in_memory(2);
    let take = |office: &mut Office, progress: &mut desk::Progress<'_>| {
        let begin = |desk: &mut Desk| desk.begin_taking(packet_at(&packet));
        carry(&mut office.desk, progress, begin, Desk::finish_taking)
    };
    let steps = steps(|progress| take(&mut there, progress));
    assert!(steps.len() > 5, "{steps:?}");

    for step in &steps {
        let stopped = take(&mut there, &mut until(step)).unwrap_err();
        told(&stopped, Code::Stopped);
        assert_eq!(registered(&mut there), 0, "stopped at «{step}»");
        let stopped = Verifying::of(at(&packet)).run(&mut until(step));
        if !step.starts_with("Comparando") {
            told(&stopped.unwrap_err(), Code::Stopped);
        }
    }
    there.is_sound();

    assert_eq!(take(&mut there, &mut on).unwrap().outcome, "NEW");
}

#[test]
fn an_export_that_is_stopped_leaves_no_file_and_one_that_came_meanwhile_is_not_written_over() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let dir = office.drawer("salida");
    let path = format!("{dir}/estandar.docx");
    let asked = |replace| ExportDocument {
        id: id.clone(),
        kind: "DOCX".to_owned(),
        path: path.clone(),
        replace,
    };
    for step in [
        "Escribiendo el documento de Word",
        "Escribiendo el documento en el disco",
    ] {
        let work = office.desk.begin_export(asked(false)).unwrap();
        told(&work.run(&mut until(step)).err().unwrap(), Code::Stopped);
        assert_eq!(names(&dir), [""; 0], "stopped at «{step}»");
    }

    let done = office.desk.begin_export(asked(false)).unwrap();
    let done = done.run(&mut on).unwrap();
    fs::write(&path, "el de otro programa").unwrap();
    told(
        &office.desk.finish_export(done).unwrap_err(),
        Code::FileExists,
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "el de otro programa");
    assert_eq!(names(&dir), ["estandar.docx"]);

    // Stopped while it would replace one, the old one is whole.
    let work = office.desk.begin_export(asked(true)).unwrap();
    let stop = "Escribiendo el documento en el disco";
    told(&work.run(&mut until(stop)).err().unwrap(), Code::Stopped);
    assert_eq!(fs::read_to_string(&path).unwrap(), "el de otro programa");
}

#[test]
fn a_case_that_changes_while_its_packet_is_made_has_no_packet_of_what_it_was() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let dir = office.drawer("salida");
    let done = packed(&mut office.desk, for_covacec(&id, &dir));
    office.attach(&id, "EC-SUP-1");
    let seals = office.seals(&id);

    let thrown = office.desk.finish_packet(done).unwrap_err();

    told(&thrown, Code::CaseChanged);
    assert!(thrown.is_refusal());
    assert_eq!(names(&dir), [""; 0]);
    assert_eq!(
        office.seals(&id),
        seals,
        "no act of it, and the change stands"
    );
    office.is_sound();
    let again = office.make_packet(for_covacec(&id, &dir)).unwrap();
    assert!(crate::office::verify(again.path.as_ref()).sound);
}

#[test]
fn what_is_saved_while_a_packet_is_made_of_another_case_is_kept_and_so_is_the_packet() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let title = "Otro estándar".to_owned();
    let other = office.desk.new_standard(NewStandard { title }).unwrap().id;
    let dir = office.drawer("salida");
    let done = packed(&mut office.desk, for_covacec(&id, &dir));
    let title = office.view(&other).document.title;
    office.write(&other, "title", &title, "Otro título de la bicicleta");

    let made = office.desk.finish_packet(done).unwrap();

    assert!(crate::office::verify(made.path.as_ref()).sound);
    assert_eq!(
        office.view(&other).document.title,
        "Otro título de la bicicleta"
    );
    office.is_sound();
}

#[test]
fn of_two_packets_of_one_case_made_at_once_there_is_one_and_its_case_knows_it() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let dir = office.drawer("salida");
    let one = packed(&mut office.desk, for_covacec(&id, &dir));
    let two = packed(&mut office.desk, for_covacec(&id, &dir));

    let made = office.desk.finish_packet(one).unwrap();
    let late = office.desk.finish_packet(two).unwrap_err();

    told(&late, Code::CaseChanged);
    assert_eq!(names(&dir).len(), 1);
    assert_eq!(office.take_in(&made.path).unwrap().outcome, "SAME");
    // Once there is one, it is made again as often as is wished, at once or not.
    let one = packed(&mut office.desk, for_covacec(&id, &dir));
    let two = packed(&mut office.desk, for_covacec(&id, &dir));
    assert_eq!(office.desk.finish_packet(one).unwrap().digest, made.digest);
    assert_eq!(office.desk.finish_packet(two).unwrap().digest, made.digest);
    office.is_sound();
}

#[test]
fn checking_the_workspace_says_how_far_it_is_is_stopped_and_lets_whoever_saves_in() {
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let whole = office.verify_log();
    assert!(whole.sound && whole.acts > 10, "{whole:?}");
    let check = |office: &mut Office, progress: &mut desk::Progress<'_>| {
        let begin = |desk: &mut Desk| desk.begin_check(Nothing {});
        carry(&mut office.desk, progress, begin, |_, log| Ok(log))
    };
    let steps = steps(|progress| check(&mut office, progress));
    assert_eq!(steps.len(), 7, "{steps:?}");
    for step in &steps {
        let stopped = check(&mut office, &mut until(step));
        told(&stopped.unwrap_err(), Code::Stopped);
    }

    // Between two parts the text is edited, a file comes and a case begins: nothing of it is a fault.
    let mut work = office.desk.begin_check(Nothing {}).unwrap();
    let mut parts = 0;
    while work.gather(&mut office.desk, &mut on).unwrap() {
        let title = office.view(&id).document.title;
        office.write(&id, "title", &title, &format!("Título {parts}"));
        office.attach(&id, "EC-SUP-1");
        let title = format!("Estándar {parts}");
        office.desk.new_standard(NewStandard { title }).unwrap();
        parts += 1;
    }
    let log = work.run(&mut on).unwrap();

    assert!(log.sound, "{:?}", log.differences);
    assert!(parts > 20, "{parts}");
}

#[test]
fn an_import_and_an_export_at_once_both_end() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let path = office.place("estandar.docx");
    let asked = |path: &str| ExportDocument {
        id: id.clone(),
        kind: "DOCX".to_owned(),
        path: path.to_owned(),
        replace: false,
    };
    office.export(asked(&path)).unwrap();

    let reading = office.desk.begin_import(at(&path)).unwrap();
    let again = office.place("otra.docx");
    let writing = office.desk.begin_export(asked(&again)).unwrap();
    let read = reading.run(&mut on).unwrap();
    let written = writing.run(&mut on).unwrap();
    let made = office.desk.finish_import(read).unwrap();
    office.desk.finish_export(written).unwrap();

    assert_eq!(office.desk.standard(by(&made.id)).unwrap().id, made.id);
    assert_eq!(fs::read(&path).unwrap(), fs::read(&again).unwrap());
    office.is_sound();
}
