use std::collections::HashSet;

use domain::ec::sketch::sample;
use domain::ec::{CompetenceStandard, Line};
use domain::ids::{Ids, PartId};
use domain::iec::deriving::derive;
use domain::iec::leaf::leaves;
use domain::iec::{Annex, AssessmentInstrument, Audience};
use domain::rule_pack::RulePack;

use crate::{ACROSS, Beside, Context, review};

/// A clean standard with its instrument and the elements that a map leads to.
struct Case {
    standard: CompetenceStandard,
    instrument: AssessmentInstrument,
    traced: HashSet<PartId>,
    ids: Ids,
}

fn clean() -> Case {
    let mut ids = Ids::fixed();
    let standard = sample(&mut ids);
    let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
    let wanted: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
    let edits = derive(&instrument, &standard, &wanted, &mut ids);
    instrument.apply_all(&edits).unwrap();
    let traced = standard.elements.iter().map(|element| element.id);
    Case {
        traced: traced.collect(),
        standard,
        instrument,
        ids,
    }
}

fn seen(case: &Case) -> Vec<&'static str> {
    let pack = RulePack::shipped();
    let context = Context {
        pack: &pack,
        lists: &[],
        registered: &[],
        near: None,
        beside: Beside {
            instrument: Some(&case.instrument),
            traced: Some(&case.traced),
        },
    };
    let findings = review(&case.standard, &context).into_iter();
    let mut rules: Vec<&str> = findings.map(|finding| finding.rule).collect();
    rules.retain(|rule| ACROSS.iter().any(|across| across.id == *rule));
    rules
}

type Step = fn(&mut Case);

/// The mistake of each rule, and its remedy.
#[rustfmt::skip] // A table is read down its columns.
const MISTAKES: &[(&str, Step, Step)] = &[
    ("EC-R-17",
        |case| case.standard.elements[0].performances[0].characteristics[0].text.push_str(" Conforme al anexo 3 del IEC."),
        |case| case.instrument.annexes.push(Annex {
            id: case.ids.part(), title: "Formato".to_owned(), audience: Audience::Candidate,
            file: String::new(), digest: String::new(),
        })),
    ("EC-R-80",
        |case| { case.instrument.items.pop(); },
        |case| {
            let all: Vec<PartId> = leaves(&case.standard).iter().map(|leaf| leaf.id).collect();
            let edits = derive(&case.instrument, &case.standard, &all, &mut case.ids);
            case.instrument.apply_all(&edits).unwrap();
        }),
    ("EC-R-81",
        |case| case.traced.clear(),
        |case| case.traced = case.standard.elements.iter().map(|element| element.id).collect()),
    ("EC-R-82",
        |case| case.instrument.terms.minutes = Some(1),
        |case| case.instrument.terms.minutes = None),
    ("EC-R-83",
        |case| case.standard.elements[0].performances[0].characteristics[0].text.push_str(" Con el micrómetro del taller."),
        |case| case.standard.general.evaluation_aspects.requirements.push(Line {
            id: case.ids.part(), text: "Micrómetro de exteriores".to_owned(),
        })),
];

#[test]
fn a_standard_in_step_with_its_documents_is_clean() {
    assert_eq!(seen(&clean()), [""; 0]);
}

#[test]
fn every_rule_sees_its_own_mistake_and_not_its_remedy() {
    for (rule, spoil, mend) in MISTAKES {
        let mut case = clean();
        spoil(&mut case);
        let found = seen(&case);
        assert!(!found.is_empty(), "{rule} lets its own mistake pass");
        assert!(found.iter().all(|it| it == rule), "{rule}: {found:?}");

        mend(&mut case);
        assert_eq!(seen(&case), [""; 0], "{rule} objects to its own remedy");
    }
    let shown: HashSet<&str> = MISTAKES.iter().map(|(rule, ..)| *rule).collect();
    let all: HashSet<&str> = ACROSS.iter().map(|rule| rule.id).collect();
    assert_eq!(shown, all);
}

#[test]
fn a_standard_whose_documents_were_not_begun_is_not_looked_at_beside_them() {
    let mut case = clean();
    case.instrument.items.clear();
    let pack = RulePack::shipped();
    let context = Context {
        pack: &pack,
        lists: &[],
        registered: &[],
        near: None,
        beside: Beside::default(),
    };
    let rules = review(&case.standard, &context).into_iter();
    let mut rules = rules.map(|finding| finding.rule);
    assert!(!rules.any(|rule| ACROSS.iter().any(|across| across.id == rule)));
}
