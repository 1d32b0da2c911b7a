use std::collections::HashMap;

use domain::functional_map::sketch::{sample, sketch};
use domain::functional_map::{Attestation, Claim, Function, FunctionalMap};
use domain::ids::Ids;

use super::*;

/// What the rules see, but for what only a person can answer unless that is asked for.
fn seen(text: &str, rule: Option<&str>) -> Vec<MapFinding> {
    let map = sketch(text, &mut Ids::fixed()).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let findings = looked_at(&map);
    findings
        .into_iter()
        .filter(|finding| finding.claim.is_none() || rule == Some(finding.rule))
        .collect()
}

fn looked_at(map: &FunctionalMap) -> Vec<MapFinding> {
    let context = MapContext {
        tagged: &HashMap::new(),
        registered: &[],
        near: &HashMap::new(),
    };
    review_map(map, context)
}

#[test]
fn every_rule_sees_its_own_mistake_and_no_other() {
    for rule in MAP_CATALOGUE {
        if rule.wrong.is_empty() {
            continue;
        }
        let wrong = seen(rule.wrong, Some(rule.id));
        assert!(!wrong.is_empty(), "{} lets its own mistake pass", rule.id);
        assert!(
            wrong.iter().all(|finding| finding.rule == rule.id),
            "{}: {wrong:?}",
            rule.id
        );
        assert_eq!(seen(rule.right, Some(rule.id)), [], "{}", rule.id);
    }
}

/// Says everything that a person can say of a map.
fn attest(function: &mut Function) {
    function.attestations = Claim::ALL
        .iter()
        .map(|claim| Attestation {
            claim: *claim,
            person: "Ana Ruiz".to_owned(),
            on: "2026-05-04".parse().unwrap(),
            of: function.wording(*claim),
        })
        .collect();
    function.parts.iter_mut().for_each(attest);
}

#[test]
fn the_whole_clean_map_is_clean_once_it_is_attested() {
    let mut map = sample(&mut Ids::fixed());
    let asked = looked_at(&map);
    assert!(
        asked.iter().all(|finding| finding.claim.is_some()),
        "{asked:?}"
    );
    assert_eq!(asked.len(), 7 + 2 * 9);

    attest(&mut map.purpose);

    assert_eq!(looked_at(&map), []);
}

/// The sample map, attested, and the sample standard of its function 1.1, each element linked.
fn with_standard() -> (FunctionalMap, HashMap<EcId, CompetenceStandard>) {
    let mut ids = Ids::fixed();
    let mut map = sample(&mut ids);
    let id = ids.ec();
    let standard = domain::ec::sketch::sample(&mut ids);
    let function = &mut map.purpose.parts[0].parts[0];
    function.link.standard = Some(id);
    for (part, element) in function.parts.iter_mut().zip(&standard.elements) {
        part.link.element = Some(element.id);
        part.text.clone_from(&element.title);
    }
    attest(&mut map.purpose);
    (map, HashMap::from([(id, standard)]))
}

fn rules_of(map: &FunctionalMap, tagged: &HashMap<EcId, CompetenceStandard>) -> Vec<&'static str> {
    let context = MapContext {
        tagged,
        registered: &[],
        near: &HashMap::new(),
    };
    review_map(map, context)
        .into_iter()
        .filter(|finding| finding.claim.is_none())
        .map(|finding| finding.rule)
        .collect()
}

#[test]
fn every_element_traces_to_one_function() {
    let (map, tagged) = with_standard();
    assert_eq!(rules_of(&map, &tagged), [""; 0]);

    let mut untraced = map.clone();
    untraced.purpose.parts[0].parts[0].parts[0].link.element = None;
    // The element has no function, and the function below the tagged one is no element.
    assert_eq!(rules_of(&untraced, &tagged), ["MF-12", "MF-12"]);

    let mut doubled = map.clone();
    let element = doubled.purpose.parts[0].parts[0].parts[0].link.element;
    doubled.purpose.parts[1].parts[0].parts[0].link.element = element;
    assert_eq!(rules_of(&doubled, &tagged), ["MF-12", "MF-13"]);

    assert_eq!(rules_of(&map, &HashMap::new())[0], "MF-12");
}

#[test]
fn an_element_says_what_its_function_says() {
    let (mut map, tagged) = with_standard();
    let text = &mut map.purpose.parts[0].parts[0].parts[1].text;
    text.push_str(" vigente");

    assert_eq!(rules_of(&map, &tagged), ["MF-13"]);
}

#[test]
fn what_exists_already_is_shown() {
    let mut map = sample(&mut Ids::fixed());
    attest(&mut map.purpose);
    let registered = [Registered {
        code: "EC9999".to_owned(),
        title: "Mantenimiento preventivo de bicicletas urbanas de acuerdo con las especificaciones del \
                fabricante"
            .to_owned(),
        level: None,
    }];
    let context = MapContext {
        tagged: &HashMap::new(),
        registered: &registered,
        near: &HashMap::new(),
    };

    let findings = review_map(&map, context);

    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].rule, findings[0].number.as_str()),
        ("MF-14", "1.1")
    );
}
