//! A case goes to another office with the map it comes from, the group that drew it and its
//! instrument, and with nothing that says the key.

use std::io::{Cursor, Read as _};
use std::path::Path;

use desk::wire::{
    AskGroup, BeginGroup, EditInstrument, EditMap, GroupRequest, IecRequest, InstrumentView,
    MapRequest, NewMap, TagFunction, TakePacket,
};
use desk::{Code, Desk, carry};
use domain::act::{Act, Draft};
use domain::edition::Digest;
use zip::ZipArchive;

use crate::bags::{Opened, open};
use crate::blank::{Typist, type_the_whole};
use crate::groups::{close, deed, join, open as open_session};
use crate::iec_papers::{annex, export, keyed};
use crate::office::{Office, by, on, packet_at, verify};
use crate::road::TO_COVACEC;

/// What only whoever has the key may read.
const SECRETS: &[&str] = &[
    "Avisar al taller antes de abrir la rueda",
    "Se parte porque así lo acordaron",
    "Plantilla de respuestas del evaluador",
];

/// An office with a case that is ready, the map it comes from, and the map's group.
fn from_a_map(chance: u128) -> (Office, String, String) {
    let mut office = Office::in_memory(chance);
    let title = "Taller de ruedas".to_owned();
    let map = office.desk.new_map(NewMap { title }).unwrap().id;
    let view = office.desk.map(by(&map)).unwrap();
    let mut below = view.functions[0].id.clone();
    for _ in 0..2 {
        let edits = vec![MapRequest::Child { of: below.clone() }];
        let view = office.desk.edit_map(EditMap {
            id: map.clone(),
            edits,
        });
        below = view.unwrap().focus.unwrap();
    }
    let view = office.desk.map(by(&map)).unwrap();
    let function = view.functions[1].id.clone();
    let tag = TagFunction {
        id: map.clone(),
        function: function.clone(),
        title: "Reparación de llantas".to_owned(),
        references: Some(Vec::new()),
    };
    let id = office.desk.tag_function(tag).unwrap().id;
    // It is typed from blank, as any other.
    let opening = office.view(&id).document.purpose;
    office.write(&id, "purpose", &opening, "");
    let group = BeginGroup {
        of: map.clone(),
        name: "Grupo inventado de ruedas".to_owned(),
        kind: "SECTOR".to_owned(),
    };
    office.desk.begin_group(group).unwrap();
    join(&mut office, &map, "Ana Ruiz");
    open_session(&mut office, &map, &["Ana Ruiz"]);
    reword(
        &mut office,
        &map,
        &function,
        "Reparar cámaras de llanta de acuerdo con el manual",
    );
    close(&mut office, &map, &[]).unwrap();
    let mut typist = Typist { office, id };
    type_the_whole(&mut typist);
    let Typist { mut office, id } = typist;
    office.walk(&id, TO_COVACEC);
    keyed(&mut office, &id);
    (office, id, map)
}

fn reword(office: &mut Office, map: &str, function: &str, text: &str) {
    let view = office.desk.map(by(map)).unwrap();
    let before = view.functions.iter().find(|it| it.id == function).unwrap();
    let edits = vec![MapRequest::Reword {
        function: function.to_owned(),
        before: before.text.clone(),
        after: text.to_owned(),
    }];
    let id = map.to_owned();
    office.desk.edit_map(EditMap { id, edits }).unwrap();
}

fn change(office: &mut Office, id: &str, edits: Vec<IecRequest>) -> InstrumentView {
    let id = id.to_owned();
    let request = EditInstrument { id, edits };
    office.desk.edit_instrument(request).unwrap()
}

/// Gives the instrument all that must stay: expected responses, reasons, a bank, the evaluator's file.
fn with_secrets(office: &mut Office, id: &str) {
    let view = office.desk.instrument(by(id)).unwrap();
    let items: Vec<_> = view.tools.iter().flat_map(|tool| &tool.items).collect();
    let contingency = items.iter().find(|it| it.label.contains("-S")).unwrap();
    let first = items[0];
    let edits = vec![
        IecRequest::Expect {
            item: contingency.id.clone(),
            responses: vec![SECRETS[0].to_owned()],
        },
        IecRequest::Write {
            part: first.id.clone(),
            field: "reason".to_owned(),
            before: String::new(),
            after: SECRETS[1].to_owned(),
        },
    ];
    change(office, id, edits);
    let evaluator = office.paper("plantilla.txt", SECRETS[2]);
    annex(office, id, Path::new(&evaluator), "EVALUATOR").unwrap();
    let candidate = office.paper("caso.txt", "Una rueda pierde aire.");
    annex(office, id, Path::new(&candidate), "CANDIDATE").unwrap();
}

/// All that a file says, its parts too where it holds others.
fn all_of(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(bytes);
    if let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..zip.len() {
            let mut part = Vec::new();
            zip.by_index(at).unwrap().read_to_end(&mut part).unwrap();
            all_of(&part, out);
        }
    }
    if let Ok(lines) = intake::lines(bytes, &mut |_| std::ops::ControlFlow::Continue(())) {
        out.extend_from_slice(lines.join(" ").as_bytes());
    }
}

#[test]
fn the_other_office_has_the_map_the_group_and_the_instrument_and_no_rule_lies_about_its_key() {
    let (mut office, id, map) = from_a_map(1);
    with_secrets(&mut office, &id);
    let ours = office.desk.instrument(by(&id)).unwrap();
    let packet = office.packet(&id, "uno").unwrap();
    let verified = verify(Path::new(&packet.path));
    assert!(verified.sound, "{:?}", verified.differences);
    let mut other = Office::in_memory(2);

    let dry = carry(
        &mut other.desk,
        &mut on,
        |desk: &mut Desk| {
            desk.begin_taking(TakePacket {
                dry: true,
                ..packet_at(&packet.path)
            })
        },
        Desk::finish_taking,
    )
    .unwrap();
    assert!(
        dry.dry && dry.outcome == "NEW" && dry.beside.len() == 3,
        "{dry:?}"
    );
    assert!(other.desk.standard(by(&id)).is_err(), "nothing was written");

    let taken = other.take_in(&packet.path).unwrap();

    let came: Vec<_> = taken
        .beside
        .iter()
        .map(|it| (it.what.as_str(), it.outcome.as_str()))
        .collect();
    assert_eq!(
        came,
        [("MAP", "NEW"), ("GROUP", "NEW"), ("INSTRUMENT", "NEW")]
    );
    assert_eq!(taken.beside, dry.beside, "the dry run told it");
    let (here, there) = (
        office.desk.map(by(&map)).unwrap(),
        other.desk.map(by(&map)).unwrap(),
    );
    assert_eq!(here.digest, there.digest);
    assert_eq!(there.functions[1].standard.as_ref().unwrap().id, id);
    let of = map.clone();
    let group = other.desk.group_of(AskGroup { of }).unwrap().group.unwrap();
    assert_eq!(group.sessions.len(), 1);
    assert_eq!(group.sessions[0].changes.len(), 1);
    let theirs = other.desk.instrument(by(&id)).unwrap();
    assert_eq!(theirs.uncovered, 0);
    assert_eq!(
        (theirs.stale, theirs.errors),
        (0, 0),
        "{:?}",
        theirs.findings
    );
    assert!(!theirs.keyless.is_empty() && ours.keyless.is_empty());
    let said: Vec<_> = theirs
        .findings
        .iter()
        .filter(|it| it.rule == "IEC-R-14")
        .collect();
    assert!(!said.is_empty());
    assert!(
        said.iter()
            .all(|it| it.severity == "advice" && it.message.contains("no viajó"))
    );
    let away: Vec<_> = theirs
        .annexes
        .iter()
        .map(|it| (it.file.as_str(), it.away))
        .collect();
    assert_eq!(away, [("plantilla.txt", true), ("caso.txt", false)]);
    let place = |office: &Office, name: &str| office.folder.path().join(name);
    let path = place(&other, "clave.pdf");
    let refused = export(&mut other, &id, ("KEY", "PDF"), &path, false).unwrap_err();
    assert!(
        refused.trouble().says.contains("clave no viaja"),
        "{refused:?}"
    );
    let path = place(&other, "cuadernillo.pdf");
    export(&mut other, &id, ("CANDIDATE", "PDF"), &path, false).unwrap();
    other.is_sound();
    office.is_sound();
    // It goes on: what came is undone and made again as any change is, and travels on.
    let undone = other.desk.undo_instrument(by(&id)).unwrap();
    assert!(undone.tools.is_empty());
    let again = other.desk.redo_instrument(by(&id)).unwrap();
    assert_eq!(again.digest, theirs.digest);
    let onward = other.packet(&id, "dos").unwrap();
    assert!(verify(Path::new(&onward.path)).sound);
    let back = office.take_in(&onward.path).unwrap();
    let outcomes: Vec<_> = back.beside.iter().map(|it| it.outcome.as_str()).collect();
    assert_eq!(outcomes, ["SAME", "SAME", "SAME"]);
    assert_eq!(
        office.desk.instrument(by(&id)).unwrap().digest,
        ours.digest,
        "its key is here"
    );
}

#[test]
fn no_byte_of_a_packet_says_the_key() {
    let (mut office, id, _) = from_a_map(1);
    with_secrets(&mut office, &id);

    let packet = office.packet(&id, "uno").unwrap();

    let mut said = Vec::new();
    all_of(&std::fs::read(&packet.path).unwrap(), &mut said);
    let said = String::from_utf8_lossy(&said);
    assert!(
        said.contains("Una rueda pierde aire"),
        "the candidate's annex travels"
    );
    assert!(said.contains("¿La palanca se suelta primero?"));
    for secret in SECRETS {
        assert!(!said.contains(secret), "{secret}");
    }
    assert!(!said.contains("\"key\":[1]") && !said.contains("\"key\": [1]"));
}

/// The same packet under a seal of its own, as whoever forges one would make it.
fn sealed_again(bag: &mut Opened) {
    let chain = "data/actos/cadena.json";
    let mut acts = packets::chain_from_json(&bag.files[chain]).unwrap();
    let last = acts.pop().unwrap();
    let mut body: serde_json::Value = serde_json::from_str(&last.body).unwrap();
    for (path, bytes) in &bag.files {
        if path.starts_with("data/") && path != chain {
            body["files"][path] = Digest::of(bytes).to_string().into();
        }
    }
    let draft = Draft {
        act: last.act.clone(),
        on: last.on.clone(),
        at: last.at.clone(),
        by: last.by.clone(),
        subject: last.subject,
        result: last.result,
        evidence: last.evidence.clone(),
        body: body.to_string(),
    };
    let sealed = Act::seal(&last.chain, acts.last(), draft);
    acts.push(sealed);
    bag.files
        .insert(chain.to_owned(), packets::chain_json(&acts));
    bag.rewrite_manifests();
}

#[test]
fn papers_that_say_otherwise_than_their_data_are_told_with_what_differs() {
    let (mut office, id, _) = from_a_map(1);
    let whole = open(&office.packet(&id, "uno").unwrap().path);
    let (mut other, other_id, _) = from_a_map(1);
    let view = other.desk.instrument(by(&other_id)).unwrap();
    let item = &view.tools[0].items[0];
    let edits = vec![IecRequest::Write {
        part: item.id.clone(),
        field: "text".to_owned(),
        before: item.text.clone(),
        after: "Localiza la fuga con los ojos cerrados.".to_owned(),
    }];
    change(&mut other, &other_id, edits);
    let forged = open(&other.packet(&other_id, "dos").unwrap().path);

    for (path, says) in [
        ("data/instrumento/instrumento.pdf", "ojos cerrados"),
        ("data/instrumento/instrumento.docx", "ojos cerrados"),
    ] {
        let mut bag = whole.clone();
        bag.files
            .insert(path.to_owned(), forged.files[path].clone());
        sealed_again(&mut bag);
        let place = office.folder.path().join("cambiado.zip");
        std::fs::write(&place, bag.shut()).unwrap();

        let told = verify(&place);

        let found: Vec<_> = told
            .differences
            .iter()
            .filter(|it| it.file == path)
            .collect();
        assert!(
            found.iter().any(|it| it.says.contains(says)),
            "{path}: {told:?}"
        );
    }
    let mut bag = whole.clone();
    sealed_again(&mut bag);
    let place = office.folder.path().join("igual.zip");
    std::fs::write(&place, bag.shut()).unwrap();
    assert!(verify(&place).sound, "{:?}", verify(&place).differences);
}

#[test]
fn a_packet_from_before_verifies_and_is_taken_in() {
    let (mut office, id, _) = from_a_map(1);
    let mut bag = open(&office.packet(&id, "uno").unwrap().path);
    let chain = "data/actos/cadena.json";
    bag.files.retain(|path, _| {
        !path.starts_with("data/mapa/")
            && !path.starts_with("data/grupos/")
            && !path.starts_with("data/documentos/")
            && path != "data/expediente/documentos.json"
    });
    let mut acts = packets::chain_from_json(&bag.files[chain]).unwrap();
    let last = acts.last_mut().unwrap();
    let mut body: serde_json::Value = serde_json::from_str(&last.body).unwrap();
    let there = |path: &String| bag.files.contains_key(path);
    let files = body["files"].as_object_mut().unwrap();
    files.retain(|path, _| there(path));
    last.body = body.to_string();
    bag.files
        .insert(chain.to_owned(), packets::chain_json(&acts));
    sealed_again(&mut bag);
    let place = office.folder.path().join("de-antes.zip");
    std::fs::write(&place, bag.shut()).unwrap();

    let told = verify(&place);

    assert!(told.sound, "{:?}", told.differences);
    let mut other = Office::in_memory(2);
    let taken = other.take_in(&place.display().to_string()).unwrap();
    let came: Vec<_> = taken.beside.iter().map(|it| it.what.as_str()).collect();
    assert_eq!((taken.outcome.as_str(), came), ("NEW", vec!["INSTRUMENT"]));
    other.is_sound();
}

#[test]
fn what_went_another_way_here_stays_and_is_told() {
    let (mut office, id, map) = from_a_map(1);
    let first = office.packet(&id, "uno").unwrap();
    let mut other = Office::in_memory(2);
    other.take_in(&first.path).unwrap();
    let there = other.desk.instrument(by(&id)).unwrap();
    let item = &there.tools[0].items[0];
    let write = |before: &str, after: &str| {
        vec![IecRequest::Write {
            part: item.id.clone(),
            field: "text".to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        }]
    };
    // The office that made it goes on: the other, where nothing was touched, follows.
    change(
        &mut office,
        &id,
        write(&item.text, "Localiza la fuga de la cámara bajo el agua."),
    );
    let purpose = office.desk.map(by(&map)).unwrap().functions[0].id.clone();
    reword(&mut office, &map, &purpose, "Rodar");
    let second = office.packet(&id, "dos").unwrap();

    let taken = other.take_in(&second.path).unwrap();

    let outcomes: Vec<_> = taken.beside.iter().map(|it| it.outcome.as_str()).collect();
    assert_eq!(outcomes, ["AHEAD", "SAME", "AHEAD"]);
    assert_eq!(other.desk.map(by(&map)).unwrap().functions[0].text, "Rodar");
    let now = other.desk.instrument(by(&id)).unwrap();
    assert_eq!(
        now.tools[0].items[0].text,
        "Localiza la fuga de la cámara bajo el agua."
    );
    // Both go on apart: nothing is merged.
    change(
        &mut other,
        &id,
        write(
            "Localiza la fuga de la cámara bajo el agua.",
            "Localiza la fuga.",
        ),
    );
    reword(&mut other, &map, &purpose, "Rodar bien");
    change(
        &mut office,
        &id,
        write(
            "Localiza la fuga de la cámara bajo el agua.",
            "Busca la fuga.",
        ),
    );
    reword(&mut office, &map, &purpose, "Rodar lejos");
    let third = office.packet(&id, "tres").unwrap();

    let taken = other.take_in(&third.path).unwrap();

    let outcomes: Vec<_> = taken.beside.iter().map(|it| it.outcome.as_str()).collect();
    assert_eq!(outcomes, ["DIVERGES", "DIVERGES", "DIVERGES"]);
    assert_eq!(
        other.desk.map(by(&map)).unwrap().functions[0].text,
        "Rodar bien"
    );
    assert_eq!(
        other.desk.instrument(by(&id)).unwrap().tools[0].items[0].text,
        "Localiza la fuga."
    );
    other.is_sound();
    let reason = GroupRequest::Reason {
        change: purpose,
        reason: "No hay sesión abierta".to_owned(),
    };
    assert_eq!(
        deed(&mut other, &map, reason).unwrap_err().code(),
        Code::GroupRefused
    );
}
