use std::collections::HashSet;

use domain::ec::Line;
use domain::ec::sketch::sample;
use domain::ids::Ids;
use domain::iec::deriving::{blank_tool, derive};
use domain::iec::edit::{IecEdit, IecPart};
use domain::iec::weights::Hundredths;
use domain::iec::{
    Annex, Audience, CriterionKind, HistoricalEvidence, Question, QuestionKind, Standing, ToolKind,
};

use super::*;

/// The sample standard with an instrument that covers it, keyed and scored: clean under every rule.
fn clean() -> (CompetenceStandard, AssessmentInstrument, Ids) {
    let mut ids = Ids::fixed();
    let standard = sample(&mut ids);
    let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
    let leaves = leaves(&standard);
    let all: Vec<PartId> = leaves.iter().map(|leaf| leaf.id).collect();
    let edits = derive(&instrument, &standard, &all, &mut ids);
    instrument.apply_all(&edits).unwrap();
    instrument.terms.pass_score = Some(Hundredths(9500));
    let mut place = 0;
    for leaf in leaves
        .iter()
        .filter(|leaf| leaf.kind == CriterionKind::Knowledge)
    {
        let item = instrument
            .items
            .iter()
            .find(|item| item.leaf == leaf.id)
            .unwrap()
            .id;
        for number in 1..=2 {
            instrument.questions.push(Question {
                id: ids.part(),
                item,
                kind: QuestionKind::MultipleChoice,
                level: leaf.level,
                text: format!("¿Cuál de éstos corresponde? ({number})"),
                options: vec!["Uno".to_owned(), "Dos".to_owned(), "Tres".to_owned()],
                key: vec![place % 3],
                annex: None,
                standing: Standing::InForm,
                difficulty: None,
                discrimination: None,
            });
            place += 1;
        }
    }
    (standard, instrument, ids)
}

/// Makes a question of one about a picture that is for somebody.
fn pictured(iec: &mut AssessmentInstrument, ids: &mut Ids, audience: Audience) {
    let annex = Annex {
        id: ids.part(),
        title: "Esquema".to_owned(),
        audience,
        file: "esquema.png".to_owned(),
        digest: "sha256:00".to_owned(),
    };
    iec.questions[0].kind = QuestionKind::Image;
    iec.questions[0].annex = Some(annex.id);
    iec.annexes.push(annex);
}

type Spoil = fn(&mut AssessmentInstrument, &mut CompetenceStandard, &mut Ids);

/// The mistake of each rule, made on a clean instrument.
#[rustfmt::skip] // A table is read down its columns.
const MISTAKES: &[(&str, Spoil)] = &[
    ("IEC-R-10", |iec, _, _| { iec.items.remove(0); }),
    ("IEC-R-11", |iec, ec, _| {
        ec.elements[0].performances[0].characteristics.remove(0);
        iec.items.retain(|item| !item.text.is_empty());
    }),
    ("IEC-R-12", |iec, _, ids| {
        let tool = blank_tool(ToolKind::Checklist, ids.part());
        iec.items[0].tool = tool.id;
        iec.tools.push(tool);
    }),
    ("IEC-R-13", |iec, _, ids| {
        let mut again = iec.items[0].clone();
        again.id = ids.part();
        iec.items.push(again);
    }),
    ("IEC-R-14", |iec, _, _| iec.questions[0].key.clear()),
    ("IEC-R-14", |iec, _, _| { let item = iec.questions[0].item; iec.questions.retain(|it| it.item != item); }),
    ("IEC-R-14", |iec, _, _| iec.questions[0].text.clear()),
    ("IEC-R-14", |iec, _, _| iec.questions[0].options[0].clear()),
    ("IEC-R-14", |iec, _, _| iec.questions[0].kind = QuestionKind::Image),
    ("IEC-R-14", |iec, _, ids| pictured(iec, ids, Audience::Evaluator)),
    ("IEC-R-15", |iec, _, ids| {
        for more in ["con calma", "con cuidado"] {
            let mut another = iec.items[0].clone();
            another.id = ids.part();
            another.text = format!("{} {more}", another.text);
            iec.items.push(another);
        }
    }),
    ("IEC-R-16", |iec, _, _| iec.items[0].text = "Hace otra cosa distinta.".to_owned()),
    ("IEC-R-17", |iec, _, _| { iec.questions.remove(0); }),
    ("IEC-R-19", |iec, _, _| iec.terms.minutes = Some(1)),
    ("IEC-R-20", |_, ec, _| ec.elements[0].performances[0].text = "Revisa con cuidado la bicicleta en la recepción:".to_owned()),
    ("IEC-R-21", |iec, _, _| iec.questions[0].options.truncate(2)),
    ("IEC-R-21", |iec, _, _| iec.questions[0].options[2] = "Todas las anteriores".to_owned()),
    ("IEC-R-21", |iec, _, _| iec.questions[0].options[2] = "uno".to_owned()),
    ("IEC-R-21", |iec, _, _| iec.questions.iter_mut().for_each(|it| it.key = vec![1])),
    ("IEC-R-21", |iec, _, ids| {
        pictured(iec, ids, Audience::Candidate);
        iec.questions[0].options.truncate(2);
    }),
    ("IEC-R-21", |iec, _, _| {
        iec.questions[0].kind = QuestionKind::TrueFalse;
        iec.questions[0].key = vec![0, 1];
    }),
    ("IEC-R-22", |iec, _, _| iec.terms.pass_score = None),
    ("IEC-R-22", |iec, _, _| iec.terms.pass_score = Some(Hundredths(0))),
    ("IEC-R-22", |iec, _, _| iec.terms.pass_score = Some(Hundredths(20_000))),
    ("IEC-EH-1", |iec, ec, _| {
        let line = Line { text: "No se consideran evidencias históricas.".to_owned(), ..ec.general.evaluation_aspects.practice_details[0].clone() };
        ec.general.evaluation_aspects.practice_details.push(line);
        let product = iec.items.iter_mut().find(|it| it.seen.contains("requisitada")).unwrap();
        product.historical = HistoricalEvidence::Allowed;
    }),
    ("IEC-R-24", |iec, _, _| iec.items.iter_mut().for_each(|it| it.expected.clear())),
];

#[test]
fn a_clean_instrument_is_clean() {
    let (standard, instrument, _) = clean();

    assert_eq!(
        review_instrument(&instrument, &standard, &Keyless::none()),
        []
    );
}

#[test]
fn every_rule_sees_its_own_mistake_and_no_other() {
    let mut shown = HashSet::new();
    for (rule, spoil) in MISTAKES {
        let (mut standard, mut instrument, mut ids) = clean();
        spoil(&mut instrument, &mut standard, &mut ids);

        let findings = review_instrument(&instrument, &standard, &Keyless::none());

        assert!(!findings.is_empty(), "{rule} lets its own mistake pass");
        assert!(
            findings.iter().all(|it| it.rule == *rule),
            "{rule}: {findings:?}"
        );
        shown.insert(*rule);
    }
    let all: HashSet<&str> = IEC_CATALOGUE.iter().map(|rule| rule.id).collect();
    assert_eq!(shown, all);
}

#[test]
fn a_reason_is_enough_where_one_is_asked_for() {
    let (standard, mut instrument, _) = clean();
    let before = instrument.items[0].clone();
    let mut after = before.clone();
    after.text = "Hace otra cosa distinta.".to_owned();
    after.reason = "El caso práctico lo plantea así.".to_owned();
    let edit = IecEdit::Change {
        before: IecPart::Item(before),
        after: IecPart::Item(after),
    };
    instrument.apply(&edit).unwrap();

    assert_eq!(
        review_instrument(&instrument, &standard, &Keyless::none()),
        []
    );
}
