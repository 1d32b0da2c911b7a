//! The story of the order: from the text of a published standard to a packet for COVACEC.

use desk::Code;
use desk::wire::{EditRequest, FindingView, Mend, StandardView};

use crate::office::{Office, by, of_part};
use crate::road::{TO_COVACEC, support};

/// A whole standard of our own, as extraction leaves it, with three defects: a performance in
/// infinitive, a duration that does not add up and a glossary out of order.
const PRINTED: &str = include_str!("../fixtures/reparto.txt");

fn import(office: &mut Office) -> String {
    let path = office.paper("EC9902.txt", PRINTED);
    office.import(&path).unwrap().id
}

fn of_rule<'a>(view: &'a StandardView, rule: &str) -> Vec<&'a FindingView> {
    view.findings
        .iter()
        .filter(|finding| finding.rule == rule)
        .collect()
}

/// Mends a finding at one click.
fn at_one_click(office: &mut Office, id: &str, finding: &FindingView) -> StandardView {
    let request = Mend {
        id: id.to_owned(),
        key: finding.key.clone(),
        alike: false,
    };
    office
        .desk
        .mend(request)
        .unwrap_or_else(|error| panic!("{finding:?}: {error}"))
}

/// Mends at one click what can be so mended, and the duration by hand, until no error stands.
fn mend(office: &mut Office, id: &str) -> StandardView {
    for _ in 0..20 {
        let view = office.view(id);
        let error = view
            .findings
            .iter()
            .find(|f| f.severity == "error" && f.set_aside.is_none());
        let Some(error) = error else { return view };
        let duration = error.place.field.as_deref() == Some("evaluationAspects.duration");
        if duration {
            let edit = EditRequest::Duration {
                desk_minutes: Some(30),
                field_minutes: Some(60),
            };
            office.edit(id, edit).unwrap();
        } else {
            at_one_click(office, id, error);
        }
    }
    panic!("errors stand: {:?}", office.view(id).findings);
}

#[test]
fn a_published_standard_becomes_a_draft_that_keeps_its_code_as_source() {
    let mut office = Office::in_memory(1);

    let id = import(&mut office);

    let view = office.view("EC9902");
    assert_eq!(view.id, id);
    assert_eq!(view.case.state, "PROPOSED");
    assert_eq!(
        (
            view.document.code.as_str(),
            view.document.source_code.as_str()
        ),
        ("", "EC9902")
    );
    assert_eq!(view.document.elements.len(), 2);
    assert_eq!(
        view.document.elements[0].performances[0]
            .characteristics
            .len(),
        3
    );
    let reading = view.reading.unwrap();
    assert_eq!(reading.format, "F21-COOPYD-01 v08");
    assert_eq!(reading.not_understood, [], "every line has its place");
    office.is_sound();
}

#[test]
fn a_finding_says_its_rule_goes_when_the_field_is_mended_and_comes_back_when_that_is_undone() {
    let mut office = Office::in_memory(1);
    let id = import(&mut office);
    let found = office.view(&id);
    let finding = of_rule(&found, "EC-R-30")[0];
    assert_eq!(
        (finding.label.as_str(), finding.text.as_str()),
        ("E1-D1", "Revisar")
    );
    assert!(!finding.basis.is_empty() && !finding.message.is_empty());
    assert_eq!(finding.suggestion.as_deref(), Some("Revisa"));

    let mended = at_one_click(&mut office, &id, finding);

    assert_eq!(
        mended.document.elements[0].performances[0].text,
        "Revisa la bicicleta en la recepción:"
    );
    assert!(of_rule(&mended, "EC-R-30").is_empty());
    let undone = office.desk.undo(by(&id)).unwrap();
    assert_eq!(undone.digest, found.digest);
    assert_eq!(of_rule(&undone, "EC-R-30"), of_rule(&found, "EC-R-30"));
    assert_eq!(office.desk.redo(by(&id)).unwrap().digest, mended.digest);
    office.is_sound();
}

#[test]
fn every_step_to_covacec_is_refused_with_all_it_lacks_and_then_taken() {
    let mut office = Office::in_memory(1);
    let id = import(&mut office);
    for step in TO_COVACEC {
        let mut lacks: Vec<&str> = [step.papers, step.typed].concat();
        lacks.extend(step.said.map(|said| said.0));
        if step.act == "EC_VALIDATED" {
            assert!(
                office.view(&id).counts.errors > 0,
                "the defects still stand"
            );
            lacks.push("ROAD-EC_VALIDATED-1");
        }
        lacks.sort_unstable();
        let packet = office.packet(&id, "temprano").unwrap_err().trouble();
        assert_eq!(
            packet.unmet[0].requirement, "ROAD-COVACEC_READY-1",
            "too early for a packet"
        );
        if !lacks.is_empty() {
            let refused = office.nothing_comes_of(&id, Code::ActRefused, |office| {
                office.act(&id, step.act, &[], &[])
            });
            let unmet = refused.trouble().unmet;
            let mut said: Vec<&str> = unmet.iter().map(|one| one.requirement.as_str()).collect();
            said.sort_unstable();
            assert_eq!(said, lacks, "{}", step.act);
            assert!(
                unmet
                    .iter()
                    .all(|one| !one.says.is_empty() && !one.basis.is_empty()),
                "{unmet:?}"
            );
        }
        if step.act == "EC_VALIDATED" {
            mend(&mut office, &id);
            // What the standard prints is typed before it is frozen.
            office.write(&id, "certificateValidity", "", "5 años");
        }
        if !step.typed.is_empty() {
            office.desk.save_support(support(&id)).unwrap();
        }
        // Half of the papers are attached before, the others come with the act.
        let (before, with) = step.papers.split_at(step.papers.len() / 2);
        for requirement in before {
            office.attach(&id, requirement);
        }
        let words: Vec<(&str, &str)> = step.said.iter().map(|said| (said.1, said.2)).collect();
        let there = office.act(&id, step.act, with, &words).unwrap();
        assert_eq!(there.case.state, step.act);
    }
    let packet = office.packet(&id, "a tiempo").unwrap();
    assert!(std::path::Path::new(&packet.path).is_file());
    office.is_sound();
}

#[test]
fn an_edit_to_what_was_endorsed_takes_the_case_back_to_drafting_and_asks_for_the_endorsement_again()
{
    let mut office = Office::in_memory(1);
    let id = office.a_ready_case();
    let frozen = office.view(&id).frozen.unwrap();
    let part = office.view(&id).document.elements[0].performances[0].clone();
    let part_id = part.id.unwrap();

    let edited = office
        .edit(
            &id,
            of_part(
                &part_id,
                "text",
                &part.text,
                "Revisa la bicicleta al recibirla:",
            ),
        )
        .unwrap();

    assert_eq!(edited.case.state, "EC_DRAFT");
    assert_eq!(edited.frozen, None);
    assert_ne!(edited.digest, frozen);
    office.walk(&id, &crate::road::BACK_TO_COVACEC[..4]);
    let refused = office
        .act(&id, "SUPPORT_FILE", &[], &[])
        .unwrap_err()
        .trouble();
    let lacks: Vec<&str> = refused
        .unmet
        .iter()
        .map(|one| one.requirement.as_str())
        .collect();
    assert_eq!(lacks, ["EC-SUP-1"], "the endorsement spoke of another text");
    let there = office.walk(&id, &crate::road::BACK_TO_COVACEC[4..]);
    assert_eq!(
        (there.case.state.as_str(), there.frozen.unwrap()),
        ("COVACEC_READY", there.digest)
    );
    office.is_sound();
}

#[test]
fn a_period_that_the_support_file_asks_for_comes_late_and_the_endorsement_stands() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    office.write(&id, "certificateValidity", "5 años", "");
    office.walk(&id, &TO_COVACEC[..8]);
    let refused = office
        .act(&id, "SUPPORT_FILE", &[], &[])
        .unwrap_err()
        .trouble();
    assert!(
        refused
            .unmet
            .iter()
            .any(|one| one.requirement == "EC-SUP-7"),
        "{refused:?}"
    );

    let late = office.desk.save_support(support(&id)).unwrap();

    assert_eq!(
        late.document.certificate_validity.as_deref(),
        Some("5 años")
    );
    assert_eq!(late.case.state, "ENDORSEMENT", "it is asked for here");
    office.is_sound();
}
