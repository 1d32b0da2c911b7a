//! The support file as a whole: one document serves wherever it is asked for, files come ahead of
//! their act, and nothing that was attached is out of sight.

use desk::wire::{
    AskStandards, AskedView, DossierPart, NamedText, NewStandard, Nothing, PerformAct,
    SaveEvidence, TypeSupport,
};

use crate::office::{Office, an_act, by};
use crate::road::{BACK_TO_COVACEC, TO_COVACEC, support};

impl Office {
    fn parts(&mut self, id: &str) -> Vec<DossierPart> {
        self.desk.dossier(by(id)).unwrap().parts
    }
}

fn part<'a>(parts: &'a [DossierPart], act: &str) -> &'a DossierPart {
    let found = parts.iter().find(|part| part.act == act);
    found.unwrap_or_else(|| panic!("there is no {act}"))
}

fn asked<'a>(parts: &'a [DossierPart], act: &str, id: &str) -> &'a AskedView {
    let mut asks = part(parts, act).asks.iter();
    asks.find(|one| one.requirement == id)
        .unwrap_or_else(|| panic!("{act} does not ask for {id}"))
}

/// The way to the support file, without the mechanism of consequences.
fn without_a_mechanism(office: &mut Office) -> String {
    let id = office.sample();
    office.walk(&id, &TO_COVACEC[..8]);
    let mut typed = support(&id);
    typed.support.consequence_mechanism.clear();
    office.desk.save_support(typed).unwrap();
    for paper in ["EC-SUP-1", "EC-SUP-2", "EC-SUP-8", "EC-MIN-1b", "EC-MIN-1c"] {
        office.attach(&id, paper);
    }
    id
}

#[test]
fn one_document_is_the_mechanism_that_two_articles_ask_for() {
    let mut office = Office::in_memory(71);
    let id = without_a_mechanism(&mut office);
    let lacks = office.view(&id).case.next.swap_remove(0).unmet;
    let lacks: Vec<_> = lacks
        .iter()
        .map(|one| (one.requirement.as_str(), one.how.as_str()))
        .collect();
    assert_eq!(lacks, [("EC-SUP-5", "EITHER"), ("EC-MIN-4", "EITHER")]);

    let view = office.attach(&id, "EC-MIN-4");

    let next = &view.case.next[0];
    assert!(next.unmet.is_empty(), "{:?}", next.unmet);
    for one in ["EC-SUP-5", "EC-MIN-4"] {
        let met = next.met.iter().find(|met| met.requirement == one).unwrap();
        assert_eq!(met.file.as_ref().unwrap().name, "EC-MIN-4.txt", "{one}");
    }
    office.walk(&id, &TO_COVACEC[8..]);
    let drawer = office.drawer("salida");
    let packet = office.packet(&id, &drawer).unwrap();
    assert!(crate::office::verify(std::path::Path::new(&packet.path)).sound);
}

#[test]
fn a_text_serves_both_as_well() {
    let mut office = Office::in_memory(72);
    let id = without_a_mechanism(&mut office);
    office.desk.save_support(support(&id)).unwrap();

    let parts = office.parts(&id);

    let one = asked(&parts, "SUPPORT_FILE", "EC-MIN-4");
    assert_eq!((one.standing.as_str(), one.how.as_str()), ("MET", "EITHER"));
    assert_eq!(one.proof, "Bono anual a quien se certifique.");
    assert!(one.takes_file && one.files.is_empty());
}

#[test]
fn the_support_file_is_seen_whole_and_a_paper_may_come_ahead_of_its_act() {
    let mut office = Office::in_memory(73);
    let id = office.sample();
    office.walk(&id, &TO_COVACEC[..3]);
    office.attach(&id, "EC-SUP-2");

    let parts = office.parts(&id);

    let when = |act| part(&parts, act).when.as_str();
    assert_eq!(when("MF_VALIDATED"), "DONE");
    assert_eq!(when("SUPPORT_FILE"), "LATER");
    let proven = asked(&parts, "MF_VALIDATED", "ROAD-MF_VALIDATED-2");
    let file = &proven.files[0];
    assert_eq!(proven.standing, "MET");
    assert!(
        !file.by.is_empty() && file.on == "6 de julio de 2026",
        "{file:?}"
    );
    let copy = office.place("copia.txt");
    let saved = SaveEvidence {
        id: id.clone(),
        digest: file.digest.clone(),
        path: copy.clone(),
        replace: false,
    };
    office.desk.save_evidence(saved).unwrap();
    assert!(
        std::fs::read_to_string(&copy)
            .unwrap()
            .contains("MF_VALIDATED-2")
    );
    let ahead = asked(&parts, "SUPPORT_FILE", "EC-SUP-2");
    assert_eq!((ahead.standing.as_str(), ahead.files.len()), ("MET", 1));
    let coming = asked(&parts, "SUPPORT_FILE", "EC-SUP-8");
    assert_eq!(coming.standing, "COMING");
    assert!(coming.takes_file);
    assert!(!asked(&parts, "CODED", "ROAD-CODED-1").takes_file);

    let view = office.walk(&id, &TO_COVACEC[3..8]);
    let next = &view.case.next[0];
    assert!(next.met.iter().any(|met| met.requirement == "EC-SUP-2"));
}

#[test]
fn what_was_said_with_an_act_and_what_was_attached_twice_stay_in_sight() {
    let mut office = Office::in_memory(74);
    let id = office.a_ready_case();
    office.attach(&id, "EC-SUP-1");
    office.attach(&id, "ROAD-TC_NOT_APPROVED-1");

    let parts = office.parts(&id);

    let said = asked(&parts, "ENDORSEMENT", "ROAD-ENDORSEMENT-2");
    assert_eq!(said.proof, "La función ya se evaluó en 2024.");
    let twice = asked(&parts, "SUPPORT_FILE", "EC-SUP-1");
    let names: Vec<_> = twice.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["EC-SUP-1.txt", "SUPPORT_FILE-EC-SUP-1.txt"]);
    // No act from here asks for it: it is of the case all the same.
    let loose = part(&parts, "");
    assert_eq!(loose.asks[0].requirement, "ROAD-TC_NOT_APPROVED-1");
}

#[test]
fn what_spoke_of_another_text_is_asked_for_again_with_its_old_files_beside() {
    let mut office = Office::in_memory(75);
    let id = office.a_ready_case();
    let title = office.view(&id).document.title;
    office.write(&id, "title", &title, &format!("{title} en taller"));
    office.walk(&id, &BACK_TO_COVACEC[..4]);

    let parts = office.parts(&id);

    let again = asked(&parts, "SUPPORT_FILE", "EC-SUP-1");
    assert_eq!(again.files.len(), 1);
    let next: Vec<_> = parts.iter().filter(|part| part.when == "NEXT").collect();
    let missing = &next[0].asks;
    assert!(
        missing
            .iter()
            .any(|one| one.requirement == "EC-SUP-1" && one.standing == "MISSING"),
        "{missing:?}"
    );
}

#[test]
fn the_road_shows_where_the_text_stands_frozen() {
    let mut office = Office::in_memory(76);
    let id = office.sample();
    let frozen = |office: &mut Office| {
        let view = office.view(&id);
        let steps = view.case.road.into_iter();
        let found: Vec<_> = steps.filter(|step| step.frozen.is_some()).collect();
        let said = found.into_iter().map(|step| (step.name, step.frozen));
        (said.collect::<Vec<_>>(), view.frozen)
    };
    assert_eq!(frozen(&mut office), (Vec::new(), None));

    office.walk(&id, TO_COVACEC);

    let (steps, digest) = frozen(&mut office);
    assert!(digest.is_some());
    assert_eq!(steps, [("COVACEC".to_owned(), digest)]);
}

#[test]
fn where_a_case_may_have_been_found_whose_turn_it_is_and_how_near_is_said_here() {
    let mut office = Office::in_memory(77);
    let id = office.sample();
    let row = |office: &mut Office| {
        let asked = AskStandards {
            query: String::new(),
            state: None,
        };
        office.desk.standards(asked).unwrap().rows.swap_remove(0)
    };
    let found_in = office.view(&id).case.found_in;
    assert!(found_in.iter().any(|state| state.name == "RENEC_ACTIVE"));
    assert!(found_in.iter().all(|state| state.name != "PROPOSED"));
    assert_eq!(row(&mut office).turn, "OTHERS");
    assert_eq!(row(&mut office).pace, "OPEN");

    office.walk(&id, &TO_COVACEC[..10]);
    assert!(office.view(&id).case.found_in.is_empty());
    assert_eq!(row(&mut office).turn, "OURS");
    assert_eq!(row(&mut office).pace, "AHEAD");
    assert_eq!(office.view(&id).case.next[0].pace, "AHEAD");
    office.hands.set("2026-09-01");
    assert_eq!(row(&mut office).pace, "LATE");
    assert_eq!(office.desk.home(Nothing {}).unwrap().late[0].pace, "LATE");

    office
        .act(&id, "WITHDRAWN", &[], &[("reason", "El CGC lo retira")])
        .unwrap();
    assert_eq!(row(&mut office).turn, "ENDED");
}

#[test]
fn a_brand_standard_begins_from_blank_on_its_own_road() {
    let mut office = Office::in_memory(78);
    let title = "Ajuste de relojes con herramienta Campana Mayor".to_owned();

    let id = office.desk.new_brand(NewStandard { title }).unwrap().id;

    let view = office.view(&id);
    assert_eq!(view.case.kind, "ECM_PROJECT");
    assert!(view.document.elements.is_empty());
    office.write(
        &id,
        "generalDescription",
        "",
        "Ajusta el reloj de la torre.",
    );
    office.pages(&id).unwrap();
    let parts = office.parts(&id);
    assert_eq!(part(&parts, "COVACEC_ON_AGENDA").when, "LATER");
    assert_eq!(
        asked(&parts, "COVACEC_ON_AGENDA", "ECM-3").standing,
        "COMING"
    );
    let untitled = NewStandard {
        title: " ".to_owned(),
    };
    let refused = office.desk.new_brand(untitled).unwrap_err();
    crate::office::told(&refused, desk::Code::ActRefused);
}

#[test]
fn the_periods_are_typed_after_the_endorsement_and_open_nothing() {
    let mut office = Office::in_memory(75);
    let id = office.sample();
    let at = TO_COVACEC
        .iter()
        .position(|step| step.act == "SUPPORT_FILE");
    let (before, after) = TO_COVACEC.split_at(at.unwrap());
    office.walk(&id, before);
    let typed = |text: &str| TypeSupport {
        id: id.clone(),
        fields: vec![NamedText {
            name: "certificateValidity".to_owned(),
            text: text.to_owned(),
        }],
    };

    let view = office.desk.type_support(typed("7 años")).unwrap();
    assert_eq!(view.case.state, "ENDORSEMENT");
    assert_eq!(view.support.certificate_validity, "7 años");

    let asked = PerformAct {
        fields: vec![NamedText {
            name: "certificateValidity".to_owned(),
            text: "4 años".to_owned(),
        }],
        ..an_act(&id, "SUPPORT_FILE", &[])
    };
    // What it still lacks is asked for, and the case stays where it is.
    let refused = office.perform(asked).unwrap_err().trouble();
    assert!(!refused.unmet.is_empty(), "{refused:?}");
    assert_eq!(office.view(&id).case.state, "ENDORSEMENT");
    let view = office.walk(&id, &after[..1]);
    assert_eq!(view.case.state, "SUPPORT_FILE");
    let view = office.desk.type_support(typed("6 años")).unwrap();
    assert_eq!(view.case.state, "SUPPORT_FILE");
    // Any other change of what was endorsed is still one.
    let title = view.document.title;
    let view = office.write(&id, "title", &title, "Otro título inventado");
    assert_eq!(view.case.state, "EC_DRAFT");
}
