//! A brand standard: its sheet is read, it goes a road of its own, and its papers are its sheet.

use desk::Code;
use desk::wire::{AskStandards, ImportedView, Nothing, StandardView};
use domain::ec::general::{Format, PrintedForm};
use domain::ec::{CompetenceStandard, GeneralData};
use domain::ids::Ids;
use packets::Letterhead;

use crate::office::{Office, by, general, verify};

/// An invented sheet, as the text of a published one is extracted.
const SHEET: &str = "\
Calle de los Relojes 8, Col. Puntual, C.P. 01234, Ciudad de México
Tel. (55) 1234 5678

Ajuste de relojes de torre con herramienta Campana Mayor

Descripción del Estándar de Competencia de Marca

El estándar está diseñado para evaluar a las personas que ajustan relojes de torre con la
herramienta de la marca: su limpieza, su regulación y la entrega a quien los cuida.

Vigencia del Certificado
2 años.

Nivel de Competencia
Dos.
Desempeña actividades programadas que, en su mayoría, son rutinarias y predecibles. Depende de las
instrucciones de un superior. Se coordina con compañeros de trabajo del mismo nivel jerárquico.
";

const CRITERIA: &[&str] = &["ECM-1", "ECM-2", "ECM-3", "ECM-4"];

fn imported(office: &mut Office) -> ImportedView {
    let path = office.paper("relojes.txt", SHEET);
    office.import(&path).unwrap()
}

fn next(view: &StandardView) -> Vec<&str> {
    view.case
        .next
        .iter()
        .map(|next| next.act.as_str())
        .collect()
}

fn unmet(error: &desk::Error) -> Vec<String> {
    let unmet = error.trouble().unmet.into_iter();
    unmet.map(|one| one.requirement).collect()
}

#[test]
fn a_sheet_begins_a_road_of_its_own_and_is_closed_while_somebody_judges_it() {
    let mut office = Office::in_memory(31);
    let made = imported(&mut office);
    let id = made.id.as_str();

    let view = office.view(id);
    assert_eq!(made.format, "ECM sheet");
    assert_eq!(
        (view.case.kind.as_str(), view.case.state.as_str()),
        ("ECM_PROJECT", "PROPOSED")
    );
    assert_eq!(next(&view), ["CRITERIA_REVIEW", "REJECTED", "WITHDRAWN"]);
    let drawn: Vec<&str> = view
        .case
        .road
        .iter()
        .map(|step| step.name.as_str())
        .collect();
    assert_eq!(
        drawn,
        [
            "Propuesta",
            "Criterios",
            "COVACEC",
            "Comité Técnico",
            "DOF",
            "Convenio",
            "RENEC"
        ]
    );

    let other = office.nothing_comes_of(id, Code::ActRefused, |office| {
        office.act(id, "GTE_READY", &[], &[])
    });
    assert!(
        other.says().contains("de un estándar de marca"),
        "{}",
        other.says()
    );

    office.act(id, "CRITERIA_REVIEW", &[], &[]).unwrap();
    let early = office.nothing_comes_of(id, Code::ActRefused, |office| {
        office.act(id, "COVACEC_ON_AGENDA", &[], &[])
    });
    assert_eq!(
        unmet(&early),
        ["ECM-1", "ECM-2", "ECM-3", "ECM-4", "EC-PRO-5"]
    );
    let title = office.view(id).document.title;
    let closed = office.nothing_comes_of(id, Code::ActRefused, |office| {
        office.edit(id, general("title", &title, "Otro"))
    });
    assert!(
        closed.says().contains("se devuelva con observaciones"),
        "{}",
        closed.says()
    );

    office
        .act(
            id,
            "RETURNED",
            &[],
            &[("observations", "Precisar la herramienta")],
        )
        .unwrap();
    let text = office.view(id).document.general_description.clone();
    office.write(
        id,
        "generalDescription",
        &text,
        &format!("{text} Incluye su engrasado."),
    );
    office
        .act(
            id,
            "CRITERIA_REVIEW",
            &[],
            &[("observations", "Se precisó")],
        )
        .unwrap();
    assert_eq!(office.view(id).case.state, "CRITERIA_REVIEW");
    office.is_sound();
}

#[test]
fn a_brand_standard_goes_from_its_criteria_to_the_registry_with_its_text_as_it_was_approved() {
    let mut office = Office::in_memory(36);
    let made = imported(&mut office);
    let id = made.id.as_str();
    office.act(id, "CRITERIA_REVIEW", &[], &[]).unwrap();
    for criterion in CRITERIA {
        office.attach(id, criterion);
    }
    let agenda = [("presenter", "Vocal Ponente del Sector Productivo")];
    office.act(id, "COVACEC_ON_AGENDA", &[], &agenda).unwrap();
    office.hands.set("2026-07-08");
    for (act, papers, words) in [
        (
            "COVACEC_PERTINENT",
            &["ROAD-COVACEC_PERTINENT-1"][..],
            &[][..],
        ),
        ("TC_SUBMITTED", &["ROAD-TC_SUBMITTED-1"], &[]),
        (
            "TC_APPROVED",
            &["ROAD-TC_APPROVED-1"],
            &[("tcResolution", "SO/III-26/04,S")],
        ),
    ] {
        office.act(id, act, papers, words).unwrap();
    }
    let approved = office.view(id);
    office.hands.set("2026-07-10");
    let wrong = office.nothing_comes_of(id, Code::ActRefused, |office| {
        office.act(id, "CODED", &[], &[("code", "EC1999")])
    });
    assert_eq!(unmet(&wrong), ["ROAD-CODED-1"]);
    office
        .act(id, "CODED", &[], &[("code", "ECM0999")])
        .unwrap();
    office
        .act(id, "DOF_SENT", &["ROAD-DOF_SENT-1", "ROAD-DOF_SENT-2"], &[])
        .unwrap();
    office.hands.set("2026-08-14");
    office
        .act(id, "DOF_PUBLISHED", &["ROAD-DOF_PUBLISHED-1"], &[])
        .unwrap();
    let unsigned = office.nothing_comes_of(id, Code::ActRefused, |office| {
        office.act(id, "AGREEMENT_SIGNED", &[], &[])
    });
    assert_eq!(unmet(&unsigned), ["ROAD-AGREEMENT_SIGNED-1"]);
    office
        .act(id, "AGREEMENT_SIGNED", &["ROAD-AGREEMENT_SIGNED-1"], &[])
        .unwrap();
    office
        .act(id, "RENEC_ACTIVE", &["ROAD-RENEC_ACTIVE-1"], &[])
        .unwrap();

    // It is known by what its road gave it, and its text is the one that was approved.
    let active = office.desk.standard(by("ECM0999")).unwrap();
    assert_eq!(
        (active.id.as_str(), active.document.code.as_str()),
        (id, "ECM0999")
    );
    assert_eq!(active.document.approval_date.as_deref(), Some("2026-07-08"));
    assert_eq!(
        active.document.publication_date.as_deref(),
        Some("2026-08-14")
    );
    assert_eq!(
        active.digest, approved.digest,
        "the text published is the text approved"
    );
    assert!(next(&active).is_empty());
    office.is_sound();
}

#[test]
fn a_brand_standard_is_told_in_the_first_room_and_in_the_register_by_its_own_stage() {
    let mut office = Office::in_memory(32);
    let stages = |office: &mut Office| -> Vec<(String, u32)> {
        let home = office.desk.home(Nothing {}).unwrap();
        let told = home.stages.into_iter().filter(|stage| stage.count > 0);
        told.map(|stage| (stage.name, stage.count)).collect()
    };
    let plain = office.desk.home(Nothing {}).unwrap().stages.len();
    let id = imported(&mut office).id;
    office.sample();
    assert_eq!(stages(&mut office), [("Propuesta".to_owned(), 2)]);

    office.act(&id, "Revisión de criterios", &[], &[]).unwrap();

    assert_eq!(
        stages(&mut office),
        [("Propuesta".to_owned(), 1), ("Criterios".to_owned(), 1)]
    );
    assert_eq!(
        office.desk.home(Nothing {}).unwrap().stages.len(),
        plain + 1
    );
    let asked = AskStandards {
        query: String::new(),
        state: Some("CRITERIA_REVIEW".to_owned()),
    };
    let rows = office.desk.standards(asked).unwrap().rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].state_name, "Revisión de criterios");
}

#[test]
fn a_brand_standard_that_was_already_on_its_road_is_registered_where_it_stands() {
    let mut office = Office::in_memory(33);
    let id = imported(&mut office).id;
    let found = |office: &mut Office, state: &str| {
        office.act(
            &id,
            "REGISTERED_AS_FOUND",
            &["ROAD-REGISTERED_AS_FOUND-1"],
            &[("state", state)],
        )
    };

    let foreign = office.nothing_comes_of(&id, Code::ActRefused, |office| found(office, "PILOT"));
    assert!(foreign.says().contains("PILOT"), "{}", foreign.says());
    let view = found(&mut office, "AGREEMENT_SIGNED").unwrap();

    assert_eq!(view.case.state, "AGREEMENT_SIGNED");
    assert_eq!(next(&view), ["RENEC_ACTIVE"]);
}

#[test]
fn the_packet_of_a_brand_standard_carries_its_sheet_and_is_taken_in_elsewhere() {
    let (mut office, mut other) = (Office::in_memory(34), Office::in_memory(35));
    let id = imported(&mut office).id;

    let early = office.nothing_comes_of(&id, Code::ActRefused, |office| office.packet(&id, "uno"));
    assert_eq!(
        unmet(&early),
        ["ROAD-CRITERIA_REVIEW-2", "ECM-1", "ECM-2", "ECM-3", "ECM-4"]
    );
    office.act(&id, "CRITERIA_REVIEW", &[], &[]).unwrap();
    for criterion in CRITERIA {
        office.attach(&id, criterion);
    }
    let made = office.packet(&id, "dos").unwrap();

    let verified = verify(std::path::Path::new(&made.path));
    assert!(verified.sound, "{:?}", verified.differences);
    let taken = other.take_in(&made.path).unwrap();
    assert_eq!(taken.outcome, "NEW");
    let (here, there) = (office.view(&id), other.view(&id));
    assert_eq!(there.case.kind, "ECM_PROJECT");
    assert_eq!(
        (here.case.state, here.document),
        (there.case.state, there.document)
    );
    other.is_sound();
}

#[test]
fn a_sheet_is_read_back_from_its_papers_as_it_was() {
    let day = "2026-07-06".parse().unwrap();
    for (code, paragraphs, level) in [
        ("", 1, None),
        ("ECM0998", 2, Some(4)),
        ("ECM0997", 9, Some(1)),
    ] {
        let pack = domain::rule_pack::RulePack::shipped();
        let text = level
            .and_then(|level| pack.level(level))
            .map(|level| level.text.clone());
        let described = "El estándar evalúa a quienes ajustan relojes de torre. ".repeat(6);
        let standard = CompetenceStandard {
            code: code.to_owned(),
            title: "Ajuste de relojes de torre con herramienta Campana Mayor".to_owned(),
            general: GeneralData {
                general_description: vec![described.trim(); paragraphs].join("\n"),
                certificate_validity: "Indefinida.".to_owned(),
                snc_level: level,
                level_text: text.unwrap_or_default(),
                ..GeneralData::default()
            },
            printed: Some(PrintedForm {
                format: Some(Format::EcmSheet),
                ..PrintedForm::default()
            }),
            ..CompetenceStandard::default()
        };
        let letterhead = Letterhead {
            lines: vec![
                "Oficina de Relojes".to_owned(),
                "Tel. 55 1234 5678".to_owned(),
            ],
        };
        let pdf = packets::pdf(&standard, &letterhead, day).unwrap().bytes;
        let docx = packets::docx(&standard, &letterhead).unwrap();

        for bytes in [pdf, docx] {
            let reading = intake::read(&bytes, &mut Ids::fixed()).unwrap();

            assert_eq!(reading.format, Format::EcmSheet);
            let mut lost = reading.not_understood.iter().map(|line| line.text.as_str());
            assert!(
                lost.all(|text| text == "Oficina de Relojes"),
                "only the letterhead is left"
            );
            let read = reading.standard;
            assert_eq!((&read.code, &read.title), (&standard.code, &standard.title));
            assert_eq!(read.general, standard.general);
        }
    }
}
