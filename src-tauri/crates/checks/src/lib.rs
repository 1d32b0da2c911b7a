//! The methodology, read aloud: each rule looks at a standard and says where it sees its mistake.
//!
//! A review cannot fail: whatever a standard says, it ends with a list of findings, in the order of
//! the page and the same on every run. What is dated or may be re-graded comes with the [`Context`].

#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod across;
mod context;
mod deriving;
#[cfg(test)]
mod drafting;
mod finding;
mod iec;
mod keeping;
mod likeness;
#[cfg(test)]
mod manners;
mod map;
mod mend;
mod report;
mod rule;
mod rules;
mod spot;
mod words;

use domain::ec::CompetenceStandard;

pub use context::{Beside, Context, Near, OfficialList, Registered};
pub use deriving::{PURPOSE_OPENING, proposed_references, standard_title};
pub use finding::{Finding, Remedy, Target};
pub use iec::{IEC_CATALOGUE, IecFinding, IecRule, review_instrument};
pub use keeping::keep_lists;
pub use likeness::{Alike, Likeness};
pub use map::{MAP_CATALOGUE, MapContext, MapFinding, MapRule, review_map};
pub use mend::{adopt, mend, sort};
pub(crate) use report::Report;
pub use rule::Rule;
pub(crate) use spot::Spot;

/// Every rule, in the order of the methodology's own list.
pub static CATALOGUE: &[Rule] = &rules::ALL;

/// The rules that look at a standard beside its other documents. What they see is mended there as well
/// as here, so it is no fault of the text alone.
pub static ACROSS: &[Rule] = &across::ALL;

/// Looks at a standard with every rule.
pub fn review(standard: &CompetenceStandard, context: &Context<'_>) -> Vec<Finding> {
    let mut report = Report::new(standard, context, CATALOGUE[0]);
    for rule in CATALOGUE.iter().chain(ACROSS) {
        report.turn_to(*rule);
        (rule.look)(standard, &mut report);
    }
    report.close()
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::HashSet;

    use domain::ec::sketch;
    use domain::rule_pack::RulePack;

    use super::*;

    pub(crate) fn findings(text: &str) -> Vec<Finding> {
        let pack = RulePack::shipped();
        let registered = [Registered {
            code: "EC1999".to_owned(),
            title: "Mantenimiento de bicicletas de un taller ya registrado".to_owned(),
            level: Some(2),
        }];
        let context = Context {
            pack: &pack,
            registered: &registered,
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let standard = sketch::sketch(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        review(&standard, &context)
    }

    /// What one rule says of a sketch, a line each.
    pub(crate) fn seen(rule: &str, text: &str) -> String {
        let mut findings = findings(text);
        findings.retain(|finding| finding.rule == rule);
        listed(&findings)
    }

    fn listed(findings: &[Finding]) -> String {
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn the_whole_clean_standard_is_clean() {
        assert_eq!(listed(&findings("")), "");
    }

    #[test]
    fn every_rule_sees_its_own_mistake_and_no_other() {
        let mut wrongs = Vec::new();
        for rule in CATALOGUE {
            let wrong = findings(rule.wrong);
            let right = findings(rule.right);

            if wrong.is_empty() {
                wrongs.push(format!("{} lets its own mistake pass", rule.id));
            }
            if wrong.iter().any(|finding| finding.rule != rule.id) {
                wrongs.push(format!(
                    "{}: others see its mistake:\n{}",
                    rule.id,
                    listed(&wrong)
                ));
            }
            if !right.is_empty() {
                wrongs.push(format!("{}: its remedy:\n{}", rule.id, listed(&right)));
            }
        }
        assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
    }

    /// The ids that the methodology has, less the number: acts and files cite them.
    #[rustfmt::skip] // A list is read in lines.
    const IDS: &[&str] = &[
        "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "18",
        "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
        "30", "31", "32", "33", "34", "35", "36", "37", "38",
        "40", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "55", "56", "57", "58",
        "60", "61", "65", "66", "67", "68",
        "70", "71", "72", "73", "74", "75", "76",
    ];

    #[test]
    fn the_catalogue_has_every_rule_of_the_methodology_and_no_other() {
        let ids: HashSet<&str> = CATALOGUE.iter().map(|rule| rule.id).collect();
        let asked: Vec<String> = IDS.iter().map(|id| format!("EC-R-{id}")).collect();

        assert_eq!(asked.len(), 63);
        let lacks = |id: &&String| !ids.contains(id.as_str());
        let lacking: Vec<&String> = asked.iter().filter(lacks).collect();
        assert!(lacking.is_empty(), "{lacking:?}");
        assert_eq!(CATALOGUE.len(), asked.len(), "a rule that the list lacks");
    }

    #[test]
    fn every_rule_has_its_own_id_and_says_why() {
        let mut seen = HashSet::new();
        for rule in CATALOGUE {
            assert!(seen.insert(rule.id), "{} is there twice", rule.id);
            let texts = [rule.title, rule.why, rule.basis, rule.wrong, rule.right];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", rule.id);
        }
    }

    #[test]
    fn defects_are_cited_where_they_stand() {
        let findings = findings(
            "E Recibe las solicitudes de mantenimiento.
             D Realiza la entrevista inicial.
             - Indicado el motivo de la visita
             - Saludando a la persona usuaria y
             - Mencionando el servicio solicitado, y
             - Registrando el folio;
             P Planeación del servicio elaborado:
             - Fecha del servicio,
             - Indica el folio, y,
             - Incluye la firma.
             K NOM-017-STPS-2024. = Conocimiento/comprensión
             A Orden | La manera en la que registra el folio.",
        );

        insta::assert_snapshot!(listed(&findings), @r"
        EC-R-20 error E1: El título del elemento inicia con «Recibe»; va en infinitivo: «Recibir». → «Recibir»
        EC-R-27 warning E1: El título termina con «.». Quítelo: los títulos de elemento no llevan puntuación final. → «»
        EC-R-31 error E1-D1: El desempeño termina con «.»; le siguen características: termínelo con «:». → «inicial:»
        EC-R-33 warning E1-D1.1: La característica inicia con «Indicado»; va en gerundio: «Indicando». → «Indicando»
        EC-R-34 error E1-D1.1: Falta la coma al final de la característica. → «visita,»
        EC-R-34 error E1-D1.2: Sobra la «y»: solo la penúltima característica la lleva. → «usuaria,»
        EC-R-34 error E1-D1.4: La última característica termina con «;»; ahí va el punto final. → «folio.»
        EC-R-40 error E1-P1: Falta el artículo al inicio del producto: «La planeación». → «La planeación»
        EC-R-42 warning E1-P1: «elaborado» no concuerda con «planeación»: escriba «elaborada». → «elaborada»
        EC-R-43 warning E1-P1.1: La característica inicia con «Fecha», que no es un verbo. Diga qué tiene o cómo es el producto: «Contiene…», «Indica…».
        EC-R-35 warning E1-P1.2: Antes de «Incluye» va «e», no «y». → «e»
        EC-R-45 error E1-P1.2: Después de la «y» sobra «,». → «folio, y»
        EC-R-50 error E1-C1: El nivel dice «Conocimiento/comprensión»; elija uno solo: Conocimiento, Comprensión o Aplicación.
        EC-R-51 warning E1-C1: El conocimiento es solo una clave. Diga qué de ella debe saber la persona.
        EC-R-56 error E1-A1: Faltan los dos puntos después de «Orden».
        EC-R-56 warning E1-A1: La actitud dice «La manera en la que»; la fórmula es «La manera en que». → «La manera en que»
        ");
    }

    /// A standard whose every text is what `write` makes of it.
    fn rewritten(mut write: impl FnMut(&str) -> String) -> CompetenceStandard {
        let mut ec = sketch::sketch("formato: F21-COOPYD-01 v08").unwrap();
        let mut put = |text: &mut String| *text = write(text);
        let general = &mut ec.general;
        for text in [
            &mut ec.code,
            &mut ec.title,
            &mut general.purpose,
            &mut general.general_description,
            &mut general.update_paragraph,
            &mut general.level_text,
            &mut general.committee,
            &mut general.review_period,
            &mut general.evaluation_aspects.duration.printed,
        ] {
            put(text);
        }
        for line in general
            .references
            .iter_mut()
            .chain(&mut general.participating_organizations)
            .chain(&mut general.evaluation_aspects.requirements)
            .chain(&mut general.evaluation_aspects.practice_details)
        {
            put(&mut line.text);
        }
        for entry in general
            .sinco_unit_groups
            .iter_mut()
            .chain(&mut general.scian.sectors)
        {
            put(&mut entry.code);
            put(&mut entry.name);
        }
        for element in &mut ec.elements {
            put(&mut element.title);
            put(&mut element.code);
            for criterion in element.performances.iter_mut().chain(&mut element.products) {
                put(&mut criterion.text);
                criterion
                    .characteristics
                    .iter_mut()
                    .for_each(|line| put(&mut line.text));
            }
            for part in &mut element.knowledge {
                put(&mut part.text);
                put(&mut part.printed_level);
            }
            for part in &mut element.attitudes {
                put(&mut part.name);
                put(&mut part.manner);
            }
            for part in &mut element.contingencies {
                put(&mut part.situation);
                part.expected_responses
                    .iter_mut()
                    .for_each(|line| put(&mut line.text));
            }
            for part in &mut element.glossary {
                put(&mut part.term);
                put(&mut part.definition);
            }
        }
        if let Some(printed) = &mut ec.printed {
            printed.headings.iter_mut().for_each(&mut put);
            printed.profile_titles.iter_mut().for_each(&mut put);
            printed
                .fixed_paragraphs
                .iter_mut()
                .for_each(|fixed| put(&mut fixed.text));
        }
        ec
    }

    /// Reviews, and holds the review to what it promises of any standard.
    fn reviewed(standard: &CompetenceStandard) -> Vec<Finding> {
        let pack = RulePack::shipped();
        let context = Context {
            pack: &pack,
            registered: &[],
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let findings = review(standard, &context);

        assert_eq!(
            findings,
            review(standard, &context),
            "a second look differs"
        );
        for finding in &findings {
            let Some((from, to)) = finding.span else {
                continue;
            };
            assert!(from <= to, "{finding}");
            assert_eq!(finding.text.chars().count(), to - from, "{finding}");
        }
        findings
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
        #[test]
        fn a_review_ends_whatever_a_standard_says(
            odd in proptest::collection::vec(
                proptest::prop_oneof![
                    proptest::string::string_regex("\\PC{0,40}").unwrap(),
                    proptest::string::string_regex("[a-záéíóúñA-Z ,;.:/y()«»0-9-]{0,60}").unwrap(),
                    proptest::strategy::Just("👩‍🔧\u{202e}أبجد\u{0}\u{301}ñ".to_owned()),
                ],
                1..20,
            )
        ) {
            let mut next = odd.iter().cycle();

            reviewed(&rewritten(|_| next.next().cloned().unwrap_or_default()));
        }
    }

    #[test]
    fn a_standard_with_nothing_in_it_is_reviewed() {
        assert!(!reviewed(&CompetenceStandard::default()).is_empty());
        reviewed(&rewritten(|_| String::new()));
    }

    #[test]
    fn a_hundred_thousand_characters_in_a_field_are_read_once() {
        // A rule that read the text again for every finding would not come back from this.
        let long = "Revisar / adecuado y indica, etc. ".repeat(3_000);
        let mut kept = 0;
        let ec = rewritten(|text| {
            kept += 1;
            if kept % 29 == 0 {
                long.clone()
            } else {
                text.to_owned()
            }
        });

        assert!(reviewed(&ec).len() > 1_000);
        let word = "a".repeat(100_000);
        reviewed(&rewritten(|text| {
            kept += 1;
            if kept % 29 == 0 {
                word.clone()
            } else {
                text.to_owned()
            }
        }));
    }
}
