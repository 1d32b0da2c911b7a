//! An office to tell stories in: a desk, a clock that obeys, a folder for its papers.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{NaiveDate, NaiveTime};
use desk::wire::{
    AskHistory, AskPages, AtPath, Attach, ById, EditRequest, EditStandard, EvidencePath,
    ExportDocument, ExportedView, ImportedView, LogView, MakePacket, NamedText, Nothing,
    PacketView, PagesView, PerformAct, StandardView, TakePacket, VerifyView, WorkView,
};
use desk::{Clock, Code, Desk, Error, Moment, ReadFile, Verifying, Work, carry};
use domain::ec::CompetenceStandard;
use tempfile::TempDir;

/// Who signs in these stories.
pub(crate) const PERSON: &str = "Elena Robles";

/// The day on which stories begin.
pub(crate) const DAY: &str = "2026-07-06";

/// A clock that shows what it is told, a thousandth of a second later each time it is asked.
#[derive(Clone)]
pub(crate) struct Hands(Arc<Mutex<(NaiveDate, u64)>>);

impl Hands {
    pub(crate) fn at(day: &str) -> Hands {
        Hands(Arc::new(Mutex::new((day.parse().unwrap(), 0))))
    }

    /// Moves to noon of a day, before or after.
    pub(crate) fn set(&self, day: &str) {
        self.0.lock().unwrap().0 = day.parse().unwrap();
    }

    fn clock(&self, chance: u128) -> Clock {
        let hands = self.clone();
        Box::new(move || {
            let mut hands = hands.0.lock().unwrap();
            hands.1 += 1;
            let noon = hands.0.and_time(NaiveTime::from_hms_opt(18, 0, 0).unwrap());
            let millis = u64::try_from(noon.and_utc().timestamp_millis()).unwrap();
            Moment {
                today: hands.0,
                millis: millis + hands.1,
                offset_minutes: -360,
                chance: chance << 64 | u128::from(hands.1) << 32,
            }
        })
    }
}

/// An office, its desk and its clock.
pub(crate) struct Office {
    pub(crate) desk: Desk,
    pub(crate) hands: Hands,
    pub(crate) folder: TempDir,
    chance: u128,
}

/// Carries long work from its beginning to its end, with the desk to itself.
pub(crate) fn carried<W: Work<Done: Send> + 'static, T>(
    desk: &mut Desk,
    begin: impl FnOnce(&mut Desk) -> Result<W, Error>,
    finish: impl FnOnce(&mut Desk, W::Done) -> Result<T, Error>,
) -> Result<T, Error> {
    carry(desk, &mut on, begin, finish)
}

impl Office {
    /// An office whose workspace is in memory; its chance is its own, so that two never make the
    /// same ids.
    pub(crate) fn in_memory(chance: u128) -> Office {
        let hands = Hands::at(DAY);
        Office {
            desk: Desk::in_memory(PERSON, hands.clock(chance)).unwrap(),
            hands,
            folder: tempfile::tempdir().unwrap(),
            chance,
        }
    }

    /// One where nobody has said who works there.
    pub(crate) fn of_nobody(chance: u128) -> Office {
        let office = Office::in_memory(chance);
        let desk = Desk::in_memory("persona sin nombre", office.hands.clock(chance));
        Office {
            desk: desk.unwrap(),
            ..office
        }
    }

    /// An office whose workspace is a file.
    pub(crate) fn on_disk(chance: u128) -> Office {
        let hands = Hands::at(DAY);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oficina.cauce");
        Office {
            desk: Desk::open(&path, PERSON, hands.clock(chance)).unwrap(),
            hands,
            folder,
            chance,
        }
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.folder.path().join("oficina.cauce")
    }

    /// Another window on the same workspace.
    pub(crate) fn another_window(&self) -> Result<Desk, Error> {
        self.window_on(&self.workspace())
    }

    /// A window on any workspace.
    pub(crate) fn window_on(&self, path: &Path) -> Result<Desk, Error> {
        Desk::open(path, PERSON, self.hands.clock(self.chance + 1))
    }

    /// A paper in the office's folder.
    pub(crate) fn paper(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        said(&path)
    }

    /// A place in the office's folder where there is nothing yet.
    pub(crate) fn place(&self, name: &str) -> String {
        said(&self.folder.path().join(name))
    }

    /// A folder of its own inside the office's.
    pub(crate) fn drawer(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(&path).unwrap();
        said(&path)
    }

    pub(crate) fn sample(&mut self) -> String {
        self.desk.load_sample(Nothing {}).unwrap().id
    }

    pub(crate) fn view(&mut self, id: &str) -> StandardView {
        self.desk.standard(by(id)).unwrap()
    }

    pub(crate) fn edit(&mut self, id: &str, edit: EditRequest) -> Result<StandardView, Error> {
        self.desk.edit_standard(EditStandard {
            id: id.to_owned(),
            edits: vec![edit],
        })
    }

    /// Writes a general field over what it says.
    pub(crate) fn write(
        &mut self,
        id: &str,
        field: &str,
        before: &str,
        after: &str,
    ) -> StandardView {
        self.edit(id, general(field, before, after)).unwrap()
    }

    /// Attaches a paper for a requirement.
    pub(crate) fn attach(&mut self, id: &str, requirement: &str) -> StandardView {
        let path = self.paper(
            &format!("{requirement}.txt"),
            &format!("Documento de {requirement}."),
        );
        self.attach_paper(attach(id, requirement, &path)).unwrap()
    }

    /// Attaches a file, with the desk to itself.
    pub(crate) fn attach_paper(&mut self, asked: Attach) -> Result<StandardView, Error> {
        let begin = |desk: &mut Desk| desk.begin_attach(asked);
        carry(&mut self.desk, &mut on, begin, Desk::finish_attach)
    }

    /// Performs an act, with the desk to itself.
    pub(crate) fn perform(&mut self, asked: PerformAct) -> Result<StandardView, Error> {
        let begin = |desk: &mut Desk| desk.begin_act(asked);
        carry(&mut self.desk, &mut on, begin, Desk::finish_act)
    }

    /// Does an act with what it is given: papers for requirements, and words.
    pub(crate) fn act(
        &mut self,
        id: &str,
        act: &str,
        papers: &[&str],
        words: &[(&str, &str)],
    ) -> Result<StandardView, Error> {
        let evidence = papers
            .iter()
            .map(|requirement| EvidencePath {
                requirement: (*requirement).to_owned(),
                path: self.paper(
                    &format!("{act}-{requirement}.txt"),
                    &format!("{requirement} para {act}."),
                ),
            })
            .collect();
        self.perform(PerformAct {
            evidence,
            ..an_act(id, act, words)
        })
    }

    pub(crate) fn packet(&mut self, id: &str, drawer: &str) -> Result<PacketView, Error> {
        let asked = MakePacket {
            id: id.to_owned(),
            destination: "covacec".to_owned(),
            dir: self.drawer(drawer),
        };
        self.make_packet(asked)
    }

    /// Makes a packet, with the desk to itself.
    pub(crate) fn make_packet(&mut self, asked: MakePacket) -> Result<PacketView, Error> {
        let begin = |desk: &mut Desk| desk.begin_packet(asked);
        carry(&mut self.desk, &mut on, begin, Desk::finish_packet)
    }

    pub(crate) fn take_in(&mut self, packet: &str) -> Result<desk::wire::ImportedPacket, Error> {
        let begin = |desk: &mut Desk| desk.begin_taking(packet_at(packet));
        carry(&mut self.desk, &mut on, begin, Desk::finish_taking)
    }

    /// Takes in a published standard.
    pub(crate) fn import(&mut self, path: &str) -> Result<ImportedView, Error> {
        let begin = |desk: &mut Desk| desk.begin_import(at(path));
        carry(&mut self.desk, &mut on, begin, Desk::finish_import)
    }

    /// Reads a file, and nothing else.
    pub(crate) fn read(&mut self, path: &str) -> Result<ReadFile, Error> {
        self.desk.begin_reading(path.as_ref()).run(&mut on)
    }

    /// Writes a document to disk.
    pub(crate) fn export(&mut self, asked: ExportDocument) -> Result<ExportedView, Error> {
        let begin = |desk: &mut Desk| desk.begin_export(asked);
        carry(&mut self.desk, &mut on, begin, Desk::finish_export)
    }

    /// The official page.
    pub(crate) fn pages(&mut self, id: &str) -> Result<PagesView, Error> {
        self.pages_with(id, &[], &[])
    }

    /// The official page with what is typed and not saved, less the pictures that are there already.
    pub(crate) fn pages_with(
        &mut self,
        id: &str,
        typed: &[EditRequest],
        have: &[String],
    ) -> Result<PagesView, Error> {
        let asked = AskPages {
            id: id.to_owned(),
            from: 0,
            to: u32::MAX,
            typed: typed.to_vec(),
            have: have.to_vec(),
            at: String::new(),
        };
        self.desk.begin_pages(asked)?.run(&mut on)
    }

    /// The seals of a case's chain, newest first.
    pub(crate) fn seals(&mut self, id: &str) -> Vec<String> {
        let asked = AskHistory {
            id: id.to_owned(),
            before: None,
            count: 500,
            document: String::new(),
            only: Default::default(),
        };
        let history = self.desk.history(asked).unwrap();
        history.acts.into_iter().map(|act| act.digest).collect()
    }

    /// How much is on its way into the workspace, or was left there.
    pub(crate) fn incoming(&self) -> usize {
        let store = store::Store::open(&self.workspace(), store::Access::Read).unwrap();
        store.read(|reader| reader.incoming()).unwrap().len()
    }

    /// Checks every seal of the workspace.
    pub(crate) fn verify_log(&mut self) -> LogView {
        let begin = |desk: &mut Desk| desk.begin_check(Nothing {});
        carry(&mut self.desk, &mut on, begin, |_, log| Ok(log)).unwrap()
    }

    /// Every seal of the workspace holds.
    pub(crate) fn is_sound(&mut self) {
        let log = self.verify_log();
        assert!(log.sound, "{:?}", log.differences);
    }

    /// Whatever is done changes nothing in a case, and is refused or fails with this code and a
    /// sentence that a person can act on.
    pub(crate) fn nothing_comes_of<T: std::fmt::Debug>(
        &mut self,
        id: &str,
        code: Code,
        attempt: impl FnOnce(&mut Office) -> Result<T, Error>,
    ) -> Error {
        let before = self.view(id);
        let seals = self.seals(id);
        let error = attempt(self).unwrap_err();
        told(&error, code);
        assert_eq!(self.view(id).document, before.document, "the text changed");
        assert_eq!(self.view(id).support, before.support, "the support changed");
        assert_eq!(
            self.view(id).case.state,
            before.case.state,
            "the case moved"
        );
        assert_eq!(self.seals(id), seals, "an act was written down");
        self.is_sound();
        error
    }
}

/// The error has this code, and its sentence says what happened, that nothing was lost, and what to
/// do.
pub(crate) fn told(error: &Error, code: Code) {
    let trouble = error.trouble();
    assert_eq!(trouble.code, code, "{trouble:?}");
    const KEPT: &[&str] = &[
        "Nada cambió",
        "nada cambió",
        "Nada se perdió",
        "nada se perdió",
        "intact",
        "sigue",
        "No se guardó",
        "no se guardó",
        "no se tocó",
        "No se tocó",
        "se tomó nada",
        "no se escribió",
        "está guardado",
    ];
    let says = &trouble.says;
    assert!(
        KEPT.iter().any(|kept| says.contains(kept)),
        "is anything lost? {says}"
    );
    assert!(says.ends_with('.') && says.chars().count() < 500, "{says}");
    assert!(!trouble.detail.is_empty());
}

/// Long work goes on, whatever it says.
pub(crate) fn on(_: WorkView) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Verifies a packet with nothing but the packet.
pub(crate) fn verify(path: &Path) -> VerifyView {
    Verifying::of(at(&said(path))).run(&mut on).unwrap()
}

/// The standard of a view, with its ids.
pub(crate) fn standard_of(view: &StandardView) -> CompetenceStandard {
    let json = serde_json::to_vec(&view.document).unwrap();
    packets::document::from_canonical(&json).unwrap()
}

pub(crate) fn by(id: &str) -> ById {
    ById { id: id.to_owned() }
}

/// A packet to take in.
pub(crate) fn packet_at(path: &str) -> TakePacket {
    TakePacket {
        path: path.to_owned(),
        dry: false,
    }
}

pub(crate) fn at(path: &str) -> AtPath {
    AtPath {
        path: path.to_owned(),
    }
}

pub(crate) fn said(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The edit that writes a general field.
pub(crate) fn general(field: &str, before: &str, after: &str) -> EditRequest {
    EditRequest::Write {
        part: None,
        field: field.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

/// The edit that writes a text of a part.
pub(crate) fn of_part(part: &str, field: &str, before: &str, after: &str) -> EditRequest {
    EditRequest::Write {
        part: Some(part.to_owned()),
        field: field.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

/// The edit that adds a part at the end of a list, or near it.
pub(crate) fn add(
    owner: Option<&str>,
    list: &str,
    at: u32,
    text: &str,
    aside: &str,
) -> EditRequest {
    EditRequest::Add {
        owner: owner.map(ToOwned::to_owned),
        list: list.to_owned(),
        at,
        text: text.to_owned(),
        aside: aside.to_owned(),
    }
}

pub(crate) fn attach(id: &str, requirement: &str, path: &str) -> Attach {
    Attach {
        id: id.to_owned(),
        requirement: requirement.to_owned(),
        path: path.to_owned(),
        on: String::new(),
    }
}

/// An act today, without papers.
pub(crate) fn an_act(id: &str, act: &str, words: &[(&str, &str)]) -> PerformAct {
    let fields = words.iter().map(|(name, text)| NamedText {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    });
    PerformAct {
        id: id.to_owned(),
        act: act.to_owned(),
        from: String::new(),
        on: String::new(),
        reason: String::new(),
        fields: fields.collect(),
        evidence: Vec::new(),
    }
}
