//! Who signs: what is somebody's waits for a name, and what may still be taken back does not.

use desk::Code;
use desk::wire::{AskHistory, NewStandard, Nothing, SaveSettings, WithdrawEvidence};

use crate::office::{Office, an_act, attach, told};

fn says_who(office: &mut Office, person: &str) {
    let now = office.desk.settings(Nothing {}).unwrap();
    office
        .desk
        .save_settings(SaveSettings {
            person: person.to_owned(),
            letterhead: now.letterhead,
            appearance: now.appearance,
            non_working_days: now.non_working_days,
        })
        .unwrap();
}

#[test]
fn no_act_nor_proof_is_signed_by_nobody_and_what_is_drafted_goes_on() {
    let mut office = Office::of_nobody(71);
    let title = "Cuidado de colmenas".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
    office.write(&id, "purpose", "", "Servir de referente.");
    let paper = office.paper("acta.txt", "El acta.");
    let withdraw = WithdrawEvidence {
        id: id.clone(),
        requirement: "ROAD-PROPOSED-1".to_owned(),
        digest: String::new(),
        reason: "Es de otro caso".to_owned(),
    };

    let refused = office.nothing_comes_of(&id, Code::NobodySigns, |office| {
        office.attach_paper(attach(&id, "ROAD-PROPOSED-1", &paper))
    });
    assert!(refused.trouble().says.contains("--as"));
    office.nothing_comes_of(&id, Code::NobodySigns, |office| {
        office.perform(an_act(&id, "GTE_READY", &[]))
    });
    office.nothing_comes_of(&id, Code::NobodySigns, |office| {
        office.desk.withdraw_evidence(withdraw)
    });
    office.nothing_comes_of(&id, Code::NobodySigns, |office| office.packet(&id, "uno"));

    says_who(&mut office, "Marta Ibarra");
    office
        .attach_paper(attach(&id, "ROAD-PROPOSED-1", &paper))
        .unwrap();
    let asked = AskHistory {
        id: id.clone(),
        before: None,
        count: 1,
        document: String::new(),
        only: Default::default(),
    };
    let last = &office.desk.history(asked).unwrap().acts[0];
    assert_eq!(last.by, "Marta Ibarra");
    office.is_sound();
}

#[test]
fn a_packet_is_not_received_by_nobody() {
    let mut sender = Office::in_memory(72);
    let id = sender.a_ready_case();
    let packet = sender.packet(&id, "uno").unwrap();
    let mut office = Office::of_nobody(73);

    told(
        &office.take_in(&packet.path).unwrap_err(),
        Code::NobodySigns,
    );

    says_who(&mut office, "Marta Ibarra");
    office.take_in(&packet.path).unwrap();
    office.is_sound();
}
