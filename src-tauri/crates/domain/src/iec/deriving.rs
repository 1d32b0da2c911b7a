//! Items from leaves, with one key: the wording that is proposed, and the tool it goes to.
//!
//! A proposal keeps every word of the leaf and adds no requirement; a person rewords it.

use super::edit::{IecEdit, IecPart};
use super::leaf::{Leaf, leaves};
use super::{
    AssessmentInstrument, CriterionKind, HistoricalEvidence, Item, Tool, ToolKind, WeightClass,
};
use crate::ec::CompetenceStandard;
use crate::ids::{EcId, Ids, IecId, PartId};

/// The sentence that is proposed for a leaf.
pub fn wording(leaf: &Leaf) -> String {
    let detail = lowered(&leaf.detail);
    let said = match leaf.kind {
        CriterionKind::Performance if detail.is_empty() => {
            format!("La persona candidata {}", lowered(&leaf.line))
        }
        CriterionKind::Performance => {
            format!("La persona candidata {} {detail}", lowered(&leaf.line))
        }
        CriterionKind::Product if detail.is_empty() => leaf.line.clone(),
        CriterionKind::Product => format!("{} {detail}", product(&leaf.line)),
        CriterionKind::Knowledge => leaf.line.clone(),
        CriterionKind::Attitude => attitude(&lowered(&leaf.line), &detail),
        // The responses themselves are the key's: an item is read by the candidate too.
        CriterionKind::Contingency => format!(
            "Ante la situación «{}», la persona candidata responde conforme a las respuestas esperadas",
            leaf.line
        ),
    };
    format!("{}.", said.trim_end_matches(['.', ' ', ':']))
}

/// «La persona candidata muestra orden en la manera en que acomoda la herramienta».
fn attitude(name: &str, manner: &str) -> String {
    match manner {
        "" => format!("La persona candidata muestra {name}"),
        manner if manner.starts_with("la manera en que ") => {
            format!("La persona candidata muestra {name} en {manner}")
        }
        manner => format!("La persona candidata muestra {name}: {manner}"),
    }
}

/// «La lista, requisitada» opens a sentence as «La lista, requisitada,».
fn product(line: &str) -> String {
    if line.contains(',') {
        format!("{line},")
    } else {
        line.to_owned()
    }
}

/// With a small letter first, unless the first word is all capitals: «NOM-001» keeps its own.
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let rest = chars.as_str();
    let word = rest.split(|c: char| !c.is_alphanumeric()).next();
    if word.is_some_and(|word| word.chars().any(|c| c.is_uppercase() || c.is_numeric())) {
        return text.to_owned();
    }
    first.to_lowercase().chain(rest.chars()).collect()
}

/// The edits that give each of these leaves one item, where it has none yet; a tool is made where no
/// tool of the kind is there.
pub fn derive(
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
    wanted: &[PartId],
    ids: &mut Ids,
) -> Vec<IecEdit> {
    let mut edits = Vec::new();
    let mut tools: Vec<(ToolKind, PartId)> = instrument
        .tools
        .iter()
        .map(|tool| (tool.kind, tool.id))
        .collect();
    let mut at = instrument.items.len();
    for leaf in leaves(standard) {
        let has = instrument.items.iter().any(|item| item.leaf == leaf.id);
        if has || !wanted.contains(&leaf.id) {
            continue;
        }
        let kind = leaf.kind.tools()[0];
        let known = tools.iter().find(|(of, _)| *of == kind).map(|(_, id)| *id);
        let tool = known.unwrap_or_else(|| {
            let tool = blank_tool(kind, ids.part());
            let id = tool.id;
            edits.push(IecEdit::Add {
                at: tools.len(),
                part: IecPart::Tool(tool),
            });
            tools.push((kind, id));
            id
        });
        edits.push(IecEdit::Add {
            at,
            part: IecPart::Item(item(&leaf, tool, ids.part())),
        });
        at += 1;
    }
    edits
}

/// The instrument that a standard has before one is begun: nothing, under an id that no other has.
pub fn none_yet(standard: EcId) -> AssessmentInstrument {
    AssessmentInstrument::blank(IecId(standard.0), standard)
}

/// An item as it is proposed for a leaf.
pub fn item(leaf: &Leaf, tool: PartId, id: PartId) -> Item {
    let expected = match leaf.kind {
        CriterionKind::Contingency => leaf.detail.lines().map(str::to_owned).collect(),
        CriterionKind::Performance
        | CriterionKind::Product
        | CriterionKind::Knowledge
        | CriterionKind::Attitude => Vec::new(),
    };
    Item {
        id,
        tool,
        leaf: leaf.id,
        seen: leaf.words(),
        text: wording(leaf),
        weight: WeightClass::Medium,
        historical: HistoricalEvidence::NotAllowed,
        expected,
        reason: String::new(),
    }
}

/// A tool with its name for a title.
pub fn blank_tool(kind: ToolKind, id: PartId) -> Tool {
    Tool {
        id,
        kind,
        situation: None,
        title: kind.printed().to_owned(),
        instruction: String::new(),
    }
}
