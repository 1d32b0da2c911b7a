//! An expert group draws, resolves and signs; its minutes are what was done between two acts.

use desk::wire::{
    AskGroup, AskHistory, BeginGroup, CloseSession, EditInstrument, EditMap, ExportDocument,
    ExportGroupPaper, GroupDeed, GroupRequest, GroupSessionView, GroupView, IecRequest, MapRequest,
    MapView, MoveMap, Nothing, SetAside, SignLetter, TagFunction,
};
use desk::{Code, Desk, Error, Work as _, carry};

use crate::office::{Office, by};

pub(crate) fn deed(office: &mut Office, of: &str, deed: GroupRequest) -> Result<GroupView, Error> {
    let group = of.to_owned();
    office.desk.do_in_group(GroupDeed { group, deed })
}

pub(crate) fn join(office: &mut Office, of: &str, name: &str) {
    let request = GroupRequest::Join {
        name: name.to_owned(),
        post: "Jefatura de taller".to_owned(),
        organization: "Taller inventado".to_owned(),
        experience: "Doce años en el oficio".to_owned(),
        on: String::new(),
    };
    deed(office, of, request).unwrap();
}

pub(crate) fn open(office: &mut Office, of: &str, present: &[&str]) {
    let request = GroupRequest::Open {
        place: "Sala 2".to_owned(),
        agenda: "Validar el mapa".to_owned(),
        present: present.iter().map(|one| (*one).to_owned()).collect(),
    };
    deed(office, of, request).unwrap();
}

pub(crate) fn close(
    office: &mut Office,
    of: &str,
    resolutions: &[&str],
) -> Result<GroupView, Error> {
    carried(office, ending(of, resolutions, &[], &[]))
}

pub(crate) fn ending(
    of: &str,
    resolutions: &[&str],
    standards: &[&str],
    instruments: &[&str],
) -> CloseSession {
    let owned = |names: &[&str]| names.iter().map(|one| (*one).to_owned()).collect();
    CloseSession {
        group: of.to_owned(),
        resolutions: owned(resolutions),
        standards: owned(standards),
        instruments: owned(instruments),
        notes: String::new(),
    }
}

pub(crate) fn carried(office: &mut Office, asked: CloseSession) -> Result<GroupView, Error> {
    let begin = |desk: &mut Desk| desk.begin_close(asked);
    let mut still = |_| std::ops::ControlFlow::Continue(());
    carry(&mut office.desk, &mut still, begin, Desk::finish_close)
}

fn edit(office: &mut Office, id: &str, edits: Vec<MapRequest>) -> Result<MapView, Error> {
    let id = id.to_owned();
    office.desk.edit_map(EditMap { id, edits })
}

pub(crate) fn reword(
    office: &mut Office,
    id: &str,
    number: &str,
    text: &str,
) -> Result<MapView, Error> {
    let view = office.desk.map(by(id)).unwrap();
    let function = view
        .functions
        .iter()
        .find(|it| it.number == number)
        .unwrap();
    let reword = MapRequest::Reword {
        function: function.id.clone(),
        before: function.text.clone(),
        after: text.to_owned(),
    };
    edit(office, id, vec![reword])
}

pub(crate) fn attest_all(office: &mut Office, id: &str) {
    let view = office.desk.map(by(id)).unwrap();
    let said = view.findings.into_iter().filter_map(|finding| {
        Some(MapRequest::Attest {
            function: finding.function?,
            claim: finding.claim?,
        })
    });
    let said = said.collect();
    edit(office, id, said).unwrap();
}

/// A map, its standard, and its group of two.
pub(crate) fn begun(office: &mut Office) -> (String, String) {
    let map = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let standard = tagged(office, &map);
    grouped(office, &map);
    (map, standard)
}

/// The standard that is born of the function 1.1.
fn tagged(office: &mut Office, map: &str) -> String {
    let view = office.desk.map(by(map)).unwrap();
    let function = view.functions.iter().find(|it| it.number == "1.1").unwrap();
    let tag = TagFunction {
        id: map.to_owned(),
        function: function.id.clone(),
        title: String::new(),
        references: None,
    };
    office.desk.tag_function(tag).unwrap().id
}

/// A standard that there is, for the function 1.2.
pub(crate) fn tagged_to(office: &mut Office, map: &str, standard: &str) {
    let view = office.desk.map(by(map)).unwrap();
    let function = view.functions.iter().find(|it| it.number == "1.2").unwrap();
    let link = MapRequest::LinkStandard {
        function: function.id.clone(),
        standard: Some(standard.to_owned()),
    };
    edit(office, map, vec![link]).unwrap();
}

pub(crate) fn grouped(office: &mut Office, map: &str) {
    let group = BeginGroup {
        of: map.to_owned(),
        name: "Grupo inventado de bicicletas".to_owned(),
        kind: "SECTOR".to_owned(),
    };
    office.desk.begin_group(group).unwrap();
    join(office, map, "Ana Ruiz");
    join(office, map, "Luis Vega");
}

#[test]
fn a_standard_that_is_born_in_a_session_is_new_in_its_minute_and_not_in_the_one_before() {
    let mut office = Office::in_memory(1);
    let map = office.desk.load_sample_map(Nothing {}).unwrap().id;
    grouped(&mut office, &map);
    open(&mut office, &map, &["Ana Ruiz"]);
    close(&mut office, &map, &[]).unwrap();
    open(&mut office, &map, &["Ana Ruiz"]);

    tagged(&mut office, &map);

    let of = AskGroup { of: map };
    let group = office.desk.group_of(of).unwrap().group.unwrap();
    let of_standards = |session: &GroupSessionView| {
        let changes = session.changes.iter();
        let changes = changes.filter(|it| it.document == "Estándar");
        changes
            .map(|it| (it.what.clone(), it.after.clone()))
            .collect::<Vec<_>>()
    };
    let (mut sessions, mut told) = (group.sessions, Vec::new());
    sessions.sort_by_key(|it| it.number);
    told.extend(sessions.iter().map(of_standards));
    assert!(told[0].is_empty(), "{told:?}");
    assert!(told[1].iter().all(|(what, _)| what == "Se agregó"));
    let born = told[1]
        .iter()
        .any(|(_, after)| after.contains("bicicletas urbanas"));
    assert!(born, "{told:?}");
}

#[test]
fn a_session_quotes_what_it_changed_and_freezes_the_map_and_proves_it_in_the_case() {
    let mut office = Office::in_memory(1);
    let (map, standard) = begun(&mut office);
    reword(
        &mut office,
        &map,
        "2",
        "Administrar el taller de acuerdo con el plan",
    )
    .unwrap();
    open(&mut office, &map, &["Ana Ruiz", "luis vega"]);
    reword(
        &mut office,
        &map,
        "1",
        "Conservar bicicletas de acuerdo con el programa",
    )
    .unwrap();
    reword(&mut office, &map, "2.1", "Otra cosa").unwrap();
    office.desk.undo_map(by(&map)).unwrap();

    let early = close(&mut office, &map, &["MAP_FROZEN"]).unwrap_err();

    assert_eq!(early.code(), Code::ActRefused);
    assert!(early.trouble().says.contains("errores"), "{early}");
    let view = office.desk.map(by(&map)).unwrap();
    assert_eq!(view.state, "DRAFT", "a refusal changes nothing");
    attest_all(&mut office, &map);
    let group = office
        .desk
        .group_of(AskGroup {
            of: standard.clone(),
        })
        .unwrap();
    let session = group.group.unwrap().sessions.remove(0);
    let quoted: Vec<_> = session.changes.iter().map(|it| it.place.as_str()).collect();
    assert_eq!(
        quoted,
        ["1"],
        "only what stands changed since it was opened"
    );
    let change = session.changes[0].key.clone();
    let reason = "Así lo llama el programa".to_owned();
    deed(&mut office, &map, GroupRequest::Reason { change, reason }).unwrap();

    let group = close(&mut office, &map, &["MAP_FROZEN"]).unwrap();

    let session = &group.sessions[0];
    assert_eq!(session.changes[0].reason, "Así lo llama el programa");
    assert!(session.minutes.is_some() && !session.attested.is_empty());
    let view = office.desk.map(by(&map)).unwrap();
    assert_eq!(view.state, "FROZEN_FOR_EC");
    assert_eq!(view.editions.len(), 1);
    let dossier = format!("{:?}", office.desk.dossier(by(&standard)).unwrap());
    for proven in [
        "ROAD-GTE_READY-1",
        "ROAD-MF_VALIDATED-1",
        "ROAD-MF_VALIDATED-2",
    ] {
        assert!(dossier.contains(proven), "{proven}: {dossier}");
    }
    office.is_sound();
}

#[test]
fn a_closed_map_stays_as_it_is_until_another_edition_is_begun() {
    let mut office = Office::in_memory(1);
    let (map, _) = begun(&mut office);
    attest_all(&mut office, &map);
    open(&mut office, &map, &["Ana Ruiz"]);
    close(&mut office, &map, &["MAP_FROZEN"]).unwrap();
    let frozen = office.desk.map(by(&map)).unwrap();

    let refused = reword(&mut office, &map, "1", "Otra cosa").unwrap_err();
    let undone = office.desk.undo_map(by(&map)).unwrap_err();

    assert_eq!(refused.code(), Code::MapRefused);
    assert_eq!(undone.code(), Code::MapRefused);
    assert_eq!(office.desk.map(by(&map)).unwrap().digest, frozen.digest);
    let reopen = MoveMap {
        id: map.clone(),
        act: "MAP_REOPENED".to_owned(),
        reason: "Cambió el programa".to_owned(),
    };
    office.desk.move_map(reopen).unwrap();
    reword(
        &mut office,
        &map,
        "1",
        "Conservar bicicletas de acuerdo con el programa",
    )
    .unwrap();
    attest_all(&mut office, &map);
    open(&mut office, &map, &["Ana Ruiz"]);
    close(&mut office, &map, &["MAP_FROZEN"]).unwrap();
    let editions = office.desk.map(by(&map)).unwrap().editions;
    let states: Vec<_> = editions.iter().map(|it| it.state_name.as_str()).collect();
    assert_eq!(states, ["Congelado para sus EC", "Sustituido"]);
    assert_ne!(editions[0].digest, editions[1].digest);
}

#[test]
fn the_papers_of_a_group_are_written_and_a_letter_is_kept() {
    let mut office = Office::in_memory(1);
    let (map, _) = begun(&mut office);
    open(&mut office, &map, &["Ana Ruiz"]);
    let at = |name: &str, office: &Office| office.folder.path().join(name).display().to_string();
    for (paper, of) in [("ROSTER", ""), ("LETTER", "Ana Ruiz"), ("MINUTES", "1")] {
        for kind in ["PDF", "DOCX"] {
            let asked = ExportGroupPaper {
                group: map.clone(),
                paper: paper.to_owned(),
                of: of.to_owned(),
                kind: kind.to_owned(),
                path: at(&format!("{paper}.{kind}"), &office),
                replace: false,
            };
            let begin = |desk: &mut Desk| desk.begin_group_paper(asked);
            let mut still = |_| std::ops::ControlFlow::Continue(());
            let done = carry(&mut office.desk, &mut still, begin, Desk::finish_export).unwrap();
            assert!(std::fs::metadata(done.path).unwrap().len() > 1_000);
        }
    }
    let letter = at("LETTER.PDF", &office);
    let asked = SignLetter {
        group: map.clone(),
        expert: "Ana Ruiz".to_owned(),
        on: String::new(),
        path: letter,
    };
    let begin = |desk: &mut Desk| desk.begin_letter(asked);
    let mut still = |_| std::ops::ControlFlow::Continue(());

    let view = carry(&mut office.desk, &mut still, begin, Desk::finish_letter).unwrap();

    assert!(
        view.experts[0]
            .letter
            .as_ref()
            .unwrap()
            .contains("LETTER.PDF")
    );
    assert!(view.experts[1].letter.is_none());
    office.is_sound();
}

#[test]
fn a_map_leaves_in_each_of_its_forms() {
    let mut office = Office::in_memory(1);
    let (map, _) = begun(&mut office);
    for kind in ["PDF", "SVG", "DOCX", "JSON"] {
        let path = office.folder.path().join(format!("mapa.{kind}"));
        let asked = ExportDocument {
            id: map.clone(),
            kind: kind.to_owned(),
            path: path.display().to_string(),
            replace: false,
        };
        let begin = |desk: &mut Desk| desk.begin_map_export(asked.clone());
        let mut still = |_| std::ops::ControlFlow::Continue(());
        carry(&mut office.desk, &mut still, begin, Desk::finish_export).unwrap();
        assert!(std::fs::metadata(&path).unwrap().len() > 1_000, "{kind}");
        let again = office.desk.begin_map_export(asked).err().unwrap();
        assert_eq!(again.code(), Code::FileExists);
    }
}

#[test]
fn a_change_of_the_text_of_the_standard_itself_gets_its_reason_too() {
    let mut office = Office::in_memory(1);
    let (map, standard) = begun(&mut office);
    open(&mut office, &map, &["Ana Ruiz"]);
    let title = office.view(&standard).case.title;
    office.write(&standard, "title", &title, "Mantener bicicletas");
    let asked = || AskGroup { of: map.clone() };
    let session = |office: &mut Office| {
        let group = office.desk.group_of(asked()).unwrap().group.unwrap();
        group.sessions.into_iter().next_back().unwrap()
    };
    let change = session(&mut office).changes.remove(0);
    assert_eq!(
        (change.after.as_str(), change.reason.as_str()),
        ("Mantener bicicletas", "")
    );

    let reason = GroupRequest::Reason {
        change: change.key,
        reason: "Así lo llama el oficio".to_owned(),
    };
    let group = deed(&mut office, &map, reason).unwrap();

    assert_eq!(
        session(&mut office).changes[0].reason,
        "Así lo llama el oficio"
    );
    // A group is asked for by its own id too.
    let by_id = office
        .desk
        .group_of(AskGroup {
            of: group.id.clone(),
        })
        .unwrap();
    assert_eq!(by_id.group.unwrap().id, group.id);
}

/// The sample has a mistake to try the reviewer on.
pub(crate) fn excused(office: &mut Office, id: &str) {
    for finding in office.desk.check(by(id)).unwrap().findings {
        if finding.severity == "error" {
            let aside = SetAside {
                id: id.to_owned(),
                key: finding.key,
                kind: "FALSE_ALARM".to_owned(),
                reason: "Es el ejemplo".to_owned(),
            };
            office.desk.set_aside(aside).unwrap();
        }
    }
}

#[test]
fn a_minute_proves_the_standards_that_it_names_and_no_other() {
    let mut office = Office::in_memory(6);
    let (map, draft) = begun(&mut office);
    let whole = office.desk.load_sample(Nothing {}).unwrap().id;
    tagged_to(&mut office, &map, &whole);
    open(&mut office, &map, &["Ana Ruiz"]);
    let said = |office: &mut Office, asked: CloseSession| {
        let refused = carried(office, asked).unwrap_err();
        assert_eq!(refused.code(), Code::ActRefused);
        refused.trouble().says
    };

    let nobody = ending(&map, &["STANDARD_VALIDATED"], &[], &[]);
    assert!(said(&mut office, nobody).contains("diga cuáles"));
    let unsound = ending(&map, &["STANDARD_VALIDATED"], &[&draft], &[]);
    assert!(said(&mut office, unsound).contains("errores"));
    let none = ending(&map, &["INSTRUMENT_VALIDATED"], &[], &[&draft]);
    assert!(said(&mut office, none).contains("no tiene instrumento"));
    excused(&mut office, &whole);
    let group = carried(
        &mut office,
        ending(&map, &["STANDARD_VALIDATED"], &[&whole], &[]),
    )
    .unwrap();

    let title = office.view(&whole).document.title;
    assert_eq!(
        group.sessions[0].resolutions,
        [format!(
            "El grupo valida el borrador del estándar «{title}»."
        )]
    );
    let dossier = |office: &mut Office, id: &str| {
        let asked = AskHistory {
            id: id.to_owned(),
            before: None,
            count: 100,
            document: String::new(),
            only: Default::default(),
        };
        format!("{:?}", office.desk.history(asked).unwrap().acts)
    };
    let proof = "ROAD-EC_VALIDATED-2";
    assert!(dossier(&mut office, &whole).contains(proof));
    assert!(!dossier(&mut office, &draft).contains(proof));
    assert!(dossier(&mut office, &whole).contains("ROAD-GTE_READY-1"));
    assert!(!dossier(&mut office, &draft).contains("ROAD-GTE_READY-1"));
    office.is_sound();
}

#[test]
fn a_session_that_was_written_in_while_its_minute_was_printed_stays_open() {
    let mut office = Office::in_memory(7);
    let (map, _) = begun(&mut office);
    open(&mut office, &map, &["Ana Ruiz"]);
    let closing = office
        .desk
        .begin_close(ending(&map, &[], &[], &[]))
        .unwrap();
    let closed = closing
        .run(&mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let text = "Conservar bicicletas de acuerdo con el programa";
    reword(&mut office, &map, "1", text).unwrap();

    let refused = office.desk.finish_close(closed).unwrap_err();

    assert!(refused.trouble().says.contains("termínela otra vez"));
    let group = office.desk.group_of(AskGroup { of: map.clone() }).unwrap();
    assert!(group.group.unwrap().sessions[0].open);
    let group = close(&mut office, &map, &[]).unwrap();
    assert!(!group.sessions[0].open);
    assert_eq!(group.sessions[0].changes[0].after, text);
    office.is_sound();
}

#[test]
fn undoing_what_an_ended_session_agreed_is_told() {
    let mut office = Office::in_memory(8);
    let (map, standard) = begun(&mut office);
    open(&mut office, &map, &["Ana Ruiz"]);
    let text = "Conservar bicicletas de acuerdo con el programa";
    let view = reword(&mut office, &map, "1", text).unwrap();
    assert_eq!(view.undo_agreed, None);
    close(&mut office, &map, &[]).unwrap();

    let view = office.desk.map(by(&map)).unwrap();
    let says = view.undo_agreed.unwrap();
    assert!(says.starts_with("la sesión 1 del grupo"), "{says}");
    let view = office.desk.undo_map(by(&map)).unwrap();
    // What comes before was drawn before the session.
    assert_eq!(view.undo_agreed, None);
    let view = reword(&mut office, &map, "1", text).unwrap();
    assert_eq!(view.undo_agreed, None, "and what comes after, after it");
    let title = office.view(&standard).case.title;
    office.write(&standard, "title", &title, "Mantener bicicletas");
    assert_eq!(office.view(&standard).undo_agreed, None);
}

#[test]
fn a_minute_quotes_what_changed_in_the_instrument() {
    let mut office = Office::in_memory(9);
    let whole = office.desk.load_sample(Nothing {}).unwrap().id;
    let group = BeginGroup {
        of: whole.clone(),
        name: "Grupo inventado de la función".to_owned(),
        kind: "INDIVIDUAL_FUNCTION".to_owned(),
    };
    office.desk.begin_group(group).unwrap();
    join(&mut office, &whole, "Ana Ruiz");
    open(&mut office, &whole, &["Ana Ruiz"]);
    let view = office.desk.instrument(by(&whole)).unwrap();
    let leaves = view.leaves.into_iter().map(|leaf| leaf.id).collect();
    let derive = EditInstrument {
        id: whole.clone(),
        edits: vec![IecRequest::Derive { leaves }],
    };
    office.desk.edit_instrument(derive).unwrap();

    let view = office
        .desk
        .group_of(AskGroup { of: whole.clone() })
        .unwrap();
    let session = view.group.unwrap().sessions.remove(0);
    let of_it: Vec<_> = session
        .changes
        .iter()
        .filter(|it| it.document == "Instrumento")
        .collect();
    assert!(of_it.len() > 10, "{}", of_it.len());
    let reason = GroupRequest::Reason {
        change: of_it[0].key.clone(),
        reason: "Lo pide el criterio".to_owned(),
    };
    deed(&mut office, &whole, reason).unwrap();
    let asked = ending(&whole, &["INSTRUMENT_VALIDATED"], &[], &[]);
    let refused = carried(&mut office, asked).unwrap_err();
    assert!(refused.trouble().says.contains("instrumento"), "{refused}");
    let group = close(&mut office, &whole, &[]).unwrap();
    let session = &group.sessions[0];
    let reasoned = session.changes.iter().find(|it| !it.reason.is_empty());
    assert_eq!(reasoned.unwrap().reason, "Lo pide el criterio");
    office.is_sound();
}
