//! The leaves of a standard: what an instrument must ask for.

use crate::ec::{CompetenceStandard, Criterion, Element, KnowledgeLevel};
use crate::ids::PartId;

use super::CriterionKind;

/// One thing that a standard asks for and an item can be marked for: a characteristic of a performance
/// or of a product, a knowledge, an attitude, a contingency. A performance or a product without
/// characteristics is its own leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Of the characteristic, or of the criterion where that is the leaf.
    pub id: PartId,
    /// Of the criterion that it belongs to.
    pub criterion: PartId,
    /// Its kind.
    pub kind: CriterionKind,
    /// The place of its element, from 1.
    pub element: u32,
    /// The number of the criterion.
    pub number: u32,
    /// Which characteristic, from 1.
    pub characteristic: Option<u32>,
    /// The line of the criterion, without its colon.
    pub line: String,
    /// What hangs on it: the characteristic, the manner of an attitude, the details of a knowledge or
    /// the responses to a contingency, one a line, without the list's punctuation.
    pub detail: String,
    /// Of a knowledge: how deep.
    pub level: Option<KnowledgeLevel>,
}

impl Leaf {
    /// All that it says. The punctuation of a list is not part of it: adding a last characteristic
    /// changes the one before from «.» to «, y», and asks for nothing new.
    pub fn words(&self) -> String {
        let level = self.level.map(KnowledgeLevel::printed).unwrap_or_default();
        let said = [self.line.as_str(), self.detail.as_str(), level];
        let said = said.into_iter().filter(|said| !said.is_empty());
        said.collect::<Vec<_>>().join("\n")
    }

    /// As people cite it: «E1-D2.3».
    pub fn label(&self) -> String {
        let letter = match self.kind {
            CriterionKind::Performance => "D",
            CriterionKind::Product => "P",
            CriterionKind::Knowledge => "C",
            CriterionKind::Attitude => "A",
            CriterionKind::Contingency => "S",
        };
        let label = format!("E{}-{letter}{}", self.element, self.number);
        match self.characteristic {
            Some(characteristic) => format!("{label}.{characteristic}"),
            None => label,
        }
    }
}

/// The leaves of a standard, in the order of its page.
pub fn leaves(standard: &CompetenceStandard) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (element, index) in standard.elements.iter().zip(1..) {
        for criterion in &element.performances {
            of_criterion(criterion, CriterionKind::Performance, index, &mut leaves);
        }
        for criterion in &element.products {
            of_criterion(criterion, CriterionKind::Product, index, &mut leaves);
        }
        the_rest(element, index, &mut leaves);
    }
    leaves
}

/// The ids of the leaves of a standard, in the order of [`leaves`].
pub fn leaf_ids(standard: &CompetenceStandard) -> impl Iterator<Item = PartId> {
    standard.elements.iter().flat_map(|element| {
        let criteria = element.performances.iter().chain(&element.products);
        let of_criteria = criteria.flat_map(|criterion| {
            let whole = criterion.characteristics.is_empty().then_some(criterion.id);
            let lines = criterion.characteristics.iter().map(|line| line.id);
            whole.into_iter().chain(lines)
        });
        let knowledge = element.knowledge.iter().map(|part| part.id);
        let attitudes = element.attitudes.iter().map(|part| part.id);
        let contingencies = element.contingencies.iter().map(|part| part.id);
        of_criteria
            .chain(knowledge)
            .chain(attitudes)
            .chain(contingencies)
    })
}

fn of_criterion(criterion: &Criterion, kind: CriterionKind, element: u32, out: &mut Vec<Leaf>) {
    let whole = Leaf {
        id: criterion.id,
        criterion: criterion.id,
        kind,
        element,
        number: criterion.number,
        characteristic: None,
        line: bare(&criterion.text).to_owned(),
        detail: String::new(),
        level: None,
    };
    if criterion.characteristics.is_empty() {
        out.push(whole);
        return;
    }
    let lines = criterion.characteristics.iter().zip(1..);
    out.extend(lines.map(|(line, at)| Leaf {
        id: line.id,
        characteristic: Some(at),
        detail: bare(&line.text).to_owned(),
        ..whole.clone()
    }));
}

fn the_rest(element: &Element, index: u32, out: &mut Vec<Leaf>) {
    let leaf = |id, kind, number, line: &str, detail: String| Leaf {
        id,
        criterion: id,
        kind,
        element: index,
        number,
        characteristic: None,
        line: bare(line).to_owned(),
        detail,
        level: None,
    };
    let joined = |lines: &[crate::ec::Line]| {
        let lines = lines.iter().map(|line| bare(&line.text));
        lines.collect::<Vec<_>>().join("\n")
    };
    for part in &element.knowledge {
        let details = joined(&part.details);
        out.push(Leaf {
            level: part.level,
            ..leaf(
                part.id,
                CriterionKind::Knowledge,
                part.number,
                &part.text,
                details,
            )
        });
    }
    for part in &element.attitudes {
        let manner = bare(&part.manner).to_owned();
        out.push(leaf(
            part.id,
            CriterionKind::Attitude,
            part.number,
            &part.name,
            manner,
        ));
    }
    for part in &element.contingencies {
        let responses = joined(&part.expected_responses);
        let kind = CriterionKind::Contingency;
        out.push(leaf(part.id, kind, part.number, &part.situation, responses));
    }
}

/// A text without the punctuation that its place in a list gives it: «, y», «;», «.», «:».
pub fn bare(text: &str) -> &str {
    let ends = |c: char| matches!(c, ',' | ';' | '.' | ':') || c.is_whitespace();
    let text = text.trim().trim_end_matches(ends);
    for last in [" y", " e", " o", " u"] {
        if let Some(before) = text.strip_suffix(last)
            && before.ends_with([',', ';'])
        {
            return before.trim_end_matches(ends);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec::sketch::sketch;

    fn drawn(text: &str) -> Vec<Leaf> {
        leaves(&sketch(text).unwrap())
    }

    const ONE_OF_EACH: &str = "elementos: 1\nE\nD Revisa la bicicleta:\n- En orden, y\n- Con cuidado.\n\
         P La lista, requisitada:\n- Contiene el folio.\nK Frenos = Comprensión\n- De disco;\n- De zapata.\n\
         A Orden: La manera en que sigue la lista.\nS Se derrama aceite\n- Limpiar el piso.\n";

    #[test]
    fn the_ids_of_the_leaves_are_told_without_their_words() {
        let mut standard = sketch(ONE_OF_EACH).unwrap();
        standard.elements[0].products[0].characteristics.clear();

        let ids: Vec<_> = leaf_ids(&standard).collect();
        let told: Vec<_> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
        assert_eq!(ids, told);
        assert_eq!(ids.len(), 6);
    }

    #[test]
    fn the_leaves_are_what_can_be_marked() {
        let leaves = drawn(ONE_OF_EACH);

        let said: Vec<_> = leaves
            .iter()
            .map(|leaf| (leaf.label(), leaf.words()))
            .collect();
        let said: Vec<_> = said
            .iter()
            .map(|(label, words)| (&**label, &**words))
            .collect();
        assert_eq!(
            said,
            [
                ("E1-D1.1", "Revisa la bicicleta\nEn orden"),
                ("E1-D1.2", "Revisa la bicicleta\nCon cuidado"),
                ("E1-P1.1", "La lista, requisitada\nContiene el folio"),
                ("E1-C1", "Frenos\nDe disco\nDe zapata\nComprensión"),
                ("E1-A1", "Orden\nLa manera en que sigue la lista"),
                ("E1-S1", "Se derrama aceite\nLimpiar el piso"),
            ]
        );
    }

    #[test]
    fn the_punctuation_of_a_list_is_no_part_of_what_is_asked() {
        for (text, words) in [
            ("En orden, y", "En orden"),
            ("En orden; e", "En orden"),
            ("En orden.", "En orden"),
            ("Con agua y", "Con agua y"),
            ("Del tipo A/B, ", "Del tipo A/B"),
        ] {
            assert_eq!(bare(text), words);
        }
    }
}
