//! What holds for the file as a whole: bad files, damage, full disks, other windows, a process that
//! is killed.

mod child;
mod damage;
mod files;
mod killed;
mod schema;
mod windows;

use domain::act::{Act, Draft};
use domain::ec::CompetenceStandard;
use domain::ec::edit::Edit;
use domain::edition::Digest;
use domain::ids::{EcId, Ids};
use domain::support_file::SupportFile;

use crate::sample::{act, standard};
use crate::{
    Check, Digests, EditionKind, Error, Offered, Problem, Reader, SetAside, SetAsideKind, Setting,
    Store, WORKSPACE_CHAIN, Withdrawal, Writer,
};

/// The digest by which acts name a standard, in these tests.
fn digest(standard: &CompetenceStandard) -> Digest {
    Digest::of(format!("{standard:?}").as_bytes())
}

/// The same, of a map.
fn map_digest(map: &domain::functional_map::FunctionalMap) -> Digest {
    Digest::of(format!("{map:?}").as_bytes())
}

/// Everything that is not what it was.
fn check(reader: &Reader<'_>) -> Vec<Problem> {
    let mut check = Check::begin(reader);
    while check.next().is_some() {
        check.look(
            reader,
            Digests {
                standard: &digest,
                map: &map_digest,
                instrument: &|instrument| Digest::of(format!("{instrument:?}").as_bytes()),
            },
        );
    }
    check.end().1
}

/// A case of its own with the sample in it, as the desk would open it.
fn open_case(writer: &Writer<'_>) -> Result<(EcId, CompetenceStandard), Error> {
    let mut ids = Ids::fixed();
    let (ec, draft) = (ids.ec(), standard(&mut ids));
    writer.insert_standard(ec, &draft)?;
    let proposed = Draft {
        result: Some(digest(&draft)),
        evidence: Vec::new(),
        ..act("PROPOSED")
    };
    writer.append_act(&ec.to_string(), proposed)?;
    Ok((ec, draft))
}

/// An edit, in the file and as an act, as the desk would make it.
fn make(
    writer: &Writer<'_>,
    ec: EcId,
    draft: &mut CompetenceStandard,
    edit: &Edit,
) -> Result<Act, Error> {
    let subject = Some(digest(draft));
    draft.apply(edit)?;
    writer.apply_edit(ec, edit)?;
    let done = Draft {
        subject,
        result: Some(digest(draft)),
        evidence: Vec::new(),
        ..act("EDIT")
    };
    writer.append_act(&ec.to_string(), done)
}

/// A workspace with one of everything in it.
fn furnish(store: &mut Store) -> EcId {
    store
        .write(|writer| {
            let (ec, draft) = open_case(writer)?;
            let chain = ec.to_string();
            for (name, bytes) in [("aval.pdf", &b"aval"[..]), ("oficio.pdf", b"oficio")] {
                let offered = Offered {
                    name,
                    media_type: "application/pdf",
                    ..Offered::default()
                };
                writer.add_evidence(&mut &*bytes, &offered)?;
            }
            let frozen = writer.append_act(&chain, act("ENDORSEMENT"))?;
            let body = format!("{draft:?}");
            writer.keep_edition(ec, EditionKind::Standard, frozen.number, body.as_bytes())?;
            writer.set(Setting::Person, Some("Ana Torres"))?;
            let settings = Draft {
                result: Some(writer.settings_digest()?),
                evidence: Vec::new(),
                ..act(crate::SETTINGS_ACT)
            };
            writer.append_act(WORKSPACE_CHAIN, settings)?;
            let key = writer.set_aside(&SetAside {
                ec,
                rule: "EC-R-36".to_owned(),
                place: "E1-D1".to_owned(),
                part: Some(draft.elements[0].performances[0].id),
                fingerprint: Digest::of(b"texto"),
                kind: SetAsideKind::Justified,
                by: "Ana Torres".to_owned(),
                reason: "Así lo dice el sector".to_owned(),
                at: "2026-07-03T10:00:00.000Z".to_owned(),
            })?;
            let withdrawal = Withdrawal {
                by: "Eva Ruiz".to_owned(),
                reason: "Ya no".to_owned(),
                at: "2026-07-04T10:00:00.000Z".to_owned(),
            };
            writer.withdraw(key, &withdrawal)?;
            for (word, by) in [
                (crate::SET_ASIDE_ACT, "Ana Torres"),
                (crate::TAKEN_UP_ACT, "Eva Ruiz"),
            ] {
                let said = Draft {
                    by: by.to_owned(),
                    evidence: Vec::new(),
                    ..act(word)
                };
                writer.append_act(&chain, said)?;
            }
            let support = SupportFile {
                certifiable_population: Some(12_500),
                consequence_mechanism: "Bono anual".to_owned(),
                ..SupportFile::default()
            };
            writer.write_support_file(ec, &support)?;
            let typed = Draft {
                result: Some(writer.support_digest(ec)?),
                evidence: Vec::new(),
                ..act(crate::SUPPORT_ACT)
            };
            writer.append_act(&chain, typed)?;
            let heads = Draft {
                body: writer.heads_text()?,
                evidence: Vec::new(),
                ..act("HEADS")
            };
            writer.append_act(WORKSPACE_CHAIN, heads)?;
            Ok::<_, Error>(ec)
        })
        .unwrap()
}
