//! From what a key asks for to edits of an instrument that can be made and taken back.

use std::cell::OnceCell;

use domain::ec::{CompetenceStandard, KnowledgeLevel};
use domain::ids::{Ids, PartId};
use domain::iec::draw::Draw;
use domain::iec::edit::{IecEdit, IecPart, Refusal};
use domain::iec::leaf::{Leaf, leaves};
use domain::iec::weights::Hundredths;
use domain::iec::{
    AssessmentInstrument, Audience, CriterionKind, HistoricalEvidence, Item, Question,
    QuestionKind, Situation, Standing, Terms, ToolKind, WeightClass, deriving,
};

use crate::edits;
use crate::error::Error;
use crate::wire::{IecQuestion, IecRequest};

/// What was asked for, as edits; and the part to go to.
pub(crate) struct Asked {
    pub(crate) edits: Vec<IecEdit>,
    pub(crate) focus: Option<PartId>,
}

/// The edits that requests ask for, each made from what the ones before it leave.
pub(crate) fn edits(
    instrument: &AssessmentInstrument,
    standard: &CompetenceStandard,
    requests: &[IecRequest],
    ids: &mut Ids,
) -> Result<Asked, Error> {
    made_on(
        &mut instrument.clone(),
        (standard, &OnceCell::new()),
        requests,
        ids,
    )
}

/// The same on an instrument that takes the edits: what brings thousands of rows copies it for none. The leaves
/// of the standard are asked for once.
pub(crate) fn made_on(
    standing: &mut AssessmentInstrument,
    (standard, leaves): (&CompetenceStandard, &OnceCell<Vec<Leaf>>),
    requests: &[IecRequest],
    ids: &mut Ids,
) -> Result<Asked, Error> {
    let mut asked = Asked {
        edits: Vec::new(),
        focus: None,
    };
    for request in requests {
        let scene = Scene {
            instrument: standing,
            standard,
            leaves,
        };
        let (made, focus) = scene.one(request, ids)?;
        asked.focus = focus.or(asked.focus);
        for edit in made {
            standing.apply(&edit)?;
            if changes(&edit) {
                asked.edits.push(edit);
            }
        }
    }
    Ok(asked)
}

/// Whether anything is otherwise after an edit that was made.
fn changes(edit: &IecEdit) -> bool {
    match edit {
        IecEdit::SetTerms { before, after } => before != after,
        IecEdit::Change { before, after } => before != after,
        IecEdit::Move { from, to, .. } => from != to,
        IecEdit::Add { .. } | IecEdit::Remove { .. } => true,
    }
}

type Made = (Vec<IecEdit>, Option<PartId>);

/// What an edit is made from.
struct Scene<'a> {
    instrument: &'a AssessmentInstrument,
    standard: &'a CompetenceStandard,
    leaves: &'a OnceCell<Vec<Leaf>>,
}

impl Scene<'_> {
    fn one(&self, request: &IecRequest, ids: &mut Ids) -> Result<Made, Error> {
        Ok(match request {
            IecRequest::Derive { leaves } => (self.derived(leaves, ids)?, None),
            IecRequest::AddItem { leaf, tool } => self.another_item(leaf, tool.as_deref(), ids)?,
            IecRequest::Write {
                part,
                field,
                before,
                after,
            } => (vec![self.written(part, field, before, after)?], None),
            IecRequest::Choose { part, field, value } => {
                (vec![self.chosen(part, field, value)?], None)
            }
            IecRequest::Expect { item, responses } => (vec![self.expected(item, responses)?], None),
            IecRequest::Confirm { item } => {
                let item = self.item(item)?;
                let leaf = self.leaf(item.leaf)?;
                let after = Item {
                    seen: leaf.words(),
                    ..item.clone()
                };
                (
                    vec![changed(IecPart::Item(item), IecPart::Item(after))],
                    None,
                )
            }
            IecRequest::AddTool { kind } => {
                let kind = word(kind, "Instrumento", ToolKind::from_code)?;
                let tool = deriving::blank_tool(kind, ids.part());
                self.added(self.instrument.tools.len(), IecPart::Tool(tool))
            }
            IecRequest::AddSituation { name } => {
                let situation = Situation {
                    id: ids.part(),
                    name: edits::checked(name, false)?,
                    description: String::new(),
                };
                let at = self.instrument.situations.len();
                self.added(at, IecPart::Situation(situation))
            }
            IecRequest::AddQuestion { item, kind } => self.another_question(item, kind, ids)?,
            IecRequest::SetQuestion { before, after } => {
                let stands = self.question(&before.id)?;
                let edit = changed(
                    IecPart::Question(asked(before, &stands)?),
                    IecPart::Question(asked(after, &stands)?),
                );
                (vec![edit], None)
            }
            IecRequest::Remove { part } => (self.instrument.uproot(id(part)?)?, None),
            IecRequest::Move { part, to } => (vec![self.moved(part, *to)?], None),
            IecRequest::Terms {
                shares,
                pass_score,
                judged,
                minutes,
            } => {
                let after = self.terms(
                    shares.as_ref(),
                    pass_score.as_deref(),
                    judged.as_deref(),
                    *minutes,
                )?;
                let before = self.instrument.terms.clone();
                (vec![IecEdit::SetTerms { before, after }], None)
            }
            IecRequest::Draw { seed, per_item } => {
                let key = edits::checked(seed, false)?;
                if key.is_empty() {
                    return Err(bad("Clave del sorteo", seed));
                }
                if *per_item == Some(0) {
                    return Err(bad("Preguntas por reactivo", "0"));
                }
                let draw = Draw {
                    key,
                    each: *per_item,
                };
                let drawn = self.instrument.draw(&draw, &leaves(self.standard));
                (drawn.map_err(|small| self.too_small(small))?, None)
            }
        })
    }

    fn terms(
        &self,
        shares: Option<&[String; 3]>,
        pass_score: Option<&str>,
        judged: Option<&[String]>,
        minutes: Option<u32>,
    ) -> Result<Terms, Error> {
        let mut after = self.instrument.terms.clone();
        if let Some([minor, medium, major]) = shares {
            after.shares.minor = score(minor)?;
            after.shares.medium = score(medium)?;
            after.shares.major = score(major)?;
        }
        if let Some(pass) = pass_score {
            after.pass_score = match pass.trim() {
                "" => None,
                pass => Some(score(pass)?)
                    .filter(|it| *it > Hundredths(0))
                    .ok_or_else(|| bad("Puntaje para el juicio de competente", pass))
                    .map(Some)?,
            };
        }
        if let Some(kinds) = judged {
            let kinds = kinds.iter();
            let kinds = kinds.map(|kind| word(kind, "Juicio", CriterionKind::from_code));
            after.judged = kinds.collect::<Result<_, _>>()?;
            after.judged.sort_unstable();
            after.judged.dedup();
        }
        if let Some(minutes) = minutes {
            edits::minutes_that_can_be(minutes)?;
            after.minutes = Some(minutes).filter(|minutes| *minutes > 0);
        }
        Ok(after)
    }

    fn expected(&self, item: &str, responses: &[String]) -> Result<IecEdit, Error> {
        let item = self.item(item)?;
        let mut expected = Vec::new();
        for response in responses {
            let response = edits::checked(response, false)?;
            if !response.is_empty() {
                expected.push(response);
            }
        }
        let after = Item {
            expected,
            ..item.clone()
        };
        Ok(changed(IecPart::Item(item), IecPart::Item(after)))
    }

    fn another_question(&self, item: &str, kind: &str, ids: &mut Ids) -> Result<Made, Error> {
        let item = self.item(item)?;
        let question = Question {
            id: ids.part(),
            item: item.id,
            kind: word(kind, "Forma de preguntar", QuestionKind::from_code)?,
            level: self.leaf(item.leaf).ok().and_then(|leaf| leaf.level),
            text: String::new(),
            options: options_of(kind),
            key: Vec::new(),
            annex: None,
            standing: Standing::InForm,
            difficulty: None,
            discrimination: None,
        };
        let at = self.instrument.questions.len();
        Ok(self.added(at, IecPart::Question(question)))
    }

    fn moved(&self, part: &str, to: u32) -> Result<IecEdit, Error> {
        let part = self.part(part)?;
        let to = usize::try_from(to).unwrap_or(usize::MAX);
        let to = match &part {
            IecPart::Item(item) => self.place_among(item.tool, to),
            _ => to, // The others are seen in one list.
        };
        let (list, part) = (part.list(), part.id());
        let from = self.instrument.position(list, part);
        Ok(IecEdit::Move {
            list,
            part,
            from: from.ok_or(Refusal::NoSuch { what: "part" })?,
            to,
        })
    }

    fn too_small(&self, small: domain::iec::draw::TooSmall) -> Error {
        let codes = domain::iec::codes::codes(self.instrument, &leaves(self.standard));
        let code = codes.get(&small.item).cloned().unwrap_or_default();
        Error::Refused {
            act: "DRAW".to_owned(),
            reason: format!(
                "El banco tiene {} preguntas del reactivo {code} y se piden {}: agregue preguntas o pida menos.",
                small.has, small.wants
            ),
            unmet: Vec::new(),
        }
    }

    fn added(&self, at: usize, part: IecPart) -> Made {
        let id = part.id();
        (vec![IecEdit::Add { at, part }], Some(id))
    }

    fn derived(&self, wanted: &[String], ids: &mut Ids) -> Result<Vec<IecEdit>, Error> {
        let wanted: Vec<PartId> = match wanted {
            [] => leaves(self.standard).iter().map(|leaf| leaf.id).collect(),
            some => some.iter().map(|leaf| id(leaf)).collect::<Result<_, _>>()?,
        };
        Ok(deriving::derive(
            self.instrument,
            self.standard,
            &wanted,
            ids,
        ))
    }

    fn another_item(&self, leaf: &str, tool: Option<&str>, ids: &mut Ids) -> Result<Made, Error> {
        let leaf = self.leaf(id(leaf)?)?;
        let usual = leaf.kind.tools()[0];
        let tools = &self.instrument.tools;
        let tool = match tool {
            Some(tool) => Some(id(tool)?),
            None => tools
                .iter()
                .find(|tool| tool.kind == usual)
                .map(|tool| tool.id),
        };
        let mut edits = Vec::new();
        let tool = tool.unwrap_or_else(|| {
            let tool = deriving::blank_tool(usual, ids.part());
            let id = tool.id;
            let at = tools.len();
            edits.push(IecEdit::Add {
                at,
                part: IecPart::Tool(tool),
            });
            id
        });
        // Beside those of its leaf, where it has some.
        let items = &self.instrument.items;
        let last = items.iter().rposition(|item| item.leaf == leaf.id);
        let item = deriving::item(&leaf, tool, ids.part());
        let focus = item.id;
        edits.push(IecEdit::Add {
            at: last.map_or(items.len(), |last| last + 1),
            part: IecPart::Item(item),
        });
        Ok((edits, Some(focus)))
    }

    fn written(
        &self,
        part: &str,
        field: &str,
        before: &str,
        after: &str,
    ) -> Result<IecEdit, Error> {
        let stands = self.part(part)?;
        let after = edits::checked(after, matches!(field, "description" | "instruction"))?;
        let (mut was, mut will) = (stands.clone(), stands);
        *text_mut(&mut was, field)? = before.to_owned();
        *text_mut(&mut will, field)? = after;
        Ok(changed(was, will))
    }

    fn chosen(&self, part: &str, field: &str, value: &str) -> Result<IecEdit, Error> {
        let before = self.part(part)?;
        let mut after = before.clone();
        match (&mut after, field) {
            (IecPart::Item(item), "weight") => {
                item.weight = word(value, "Peso", WeightClass::from_code)?;
            }
            (IecPart::Item(item), "historical") => {
                item.historical =
                    word(value, "Evidencia histórica", HistoricalEvidence::from_code)?;
                let product = self.leaf(item.leaf)?.kind == CriterionKind::Product;
                if !product && item.historical != HistoricalEvidence::NotAllowed {
                    return Err(Refusal::NotAProduct.into());
                }
            }
            (IecPart::Item(item), "tool") => item.tool = id(value)?,
            (IecPart::Tool(tool), "situation") => {
                tool.situation = match value {
                    "" => None,
                    value => Some(id(value)?),
                };
            }
            (IecPart::Annex(annex), "audience") => {
                annex.audience = word(value, "Para quién es el anexo", Audience::from_code)?;
            }
            (_, _) => return Err(Refusal::NoSuch { what: "choice" }.into()),
        }
        Ok(changed(before, after))
    }

    /// Where in the list of all items the one stands that is in this place among those of a tool.
    fn place_among(&self, tool: PartId, place: usize) -> usize {
        let items = self.instrument.items.iter().enumerate();
        let mut of_tool = items.filter(|(_, item)| item.tool == tool);
        of_tool.nth(place).map_or(usize::MAX, |(at, _)| at)
    }

    fn leaf(&self, id: PartId) -> Result<Leaf, Error> {
        let leaves = self.leaves.get_or_init(|| leaves(self.standard));
        let leaf = leaves.iter().find(|leaf| leaf.id == id).cloned();
        Ok(leaf.ok_or(Refusal::NoSuch { what: "leaf" })?)
    }

    fn part(&self, text: &str) -> Result<IecPart, Error> {
        let part = self.instrument.part(id(text)?);
        Ok(part.ok_or(Refusal::NoSuch { what: "part" })?)
    }

    fn item(&self, text: &str) -> Result<Item, Error> {
        match self.part(text)? {
            IecPart::Item(item) => Ok(item),
            _ => Err(Refusal::NoSuch { what: "item" }.into()), // Another part of that id.
        }
    }

    fn question(&self, text: &str) -> Result<Question, Error> {
        match self.part(text)? {
            IecPart::Question(question) => Ok(question),
            _ => Err(Refusal::NoSuch { what: "question" }.into()), // Another part of that id.
        }
    }
}

fn changed(before: IecPart, after: IecPart) -> IecEdit {
    IecEdit::Change { before, after }
}

fn id(text: &str) -> Result<PartId, Error> {
    text.parse()
        .map_err(|_| Error::Iec(Refusal::NoSuch { what: "part" }))
}

fn score(text: &str) -> Result<Hundredths, Error> {
    Hundredths::parse(text).ok_or_else(|| bad("Puntaje", text))
}

fn word<T>(text: &str, field: &'static str, known: fn(&str) -> Option<T>) -> Result<T, Error> {
    known(text).ok_or_else(|| bad(field, text))
}

fn bad(field: &'static str, value: &str) -> Error {
    Error::Edit(domain::ec::edit::Refusal::BadValue {
        field,
        value: value.chars().take(80).collect(),
    })
}

/// What a question of a kind begins with.
fn options_of(kind: &str) -> Vec<String> {
    match kind {
        "TRUE_FALSE" => vec!["Verdadero".to_owned(), "Falso".to_owned()],
        _ => vec![String::new(); 3], // Three options at least, of every other kind.
    }
}

/// An option has a letter.
const MOST_OPTIONS: usize = 26;

/// A question as the window sees it; what the window does not see is as it stands.
fn asked(view: &IecQuestion, stands: &Question) -> Result<Question, Error> {
    if view.options.len() > MOST_OPTIONS {
        let count = crate::spanish::count(view.options.len());
        return Err(bad("cuántas opciones tiene una pregunta", &count));
    }
    let mut options = Vec::new();
    for option in &view.options {
        options.push(edits::checked(option, false)?);
    }
    let level = view.level.as_deref();
    let mut key = view.key.clone();
    key.sort_unstable();
    key.dedup();
    key.retain(|at| usize::try_from(*at).is_ok_and(|at| at < options.len()));
    Ok(Question {
        id: id(&view.id)?,
        item: id(&view.item)?,
        kind: word(&view.kind, "Forma de preguntar", QuestionKind::from_code)?,
        level: level
            .map(|level| word(level, "Nivel", KnowledgeLevel::from_code))
            .transpose()?,
        text: edits::checked(&view.text, false)?,
        options,
        key,
        annex: view.annex.as_deref().map(id).transpose()?,
        standing: word(
            &view.standing,
            "Dónde está la pregunta",
            Standing::from_code,
        )?,
        difficulty: stands.difficulty,
        discrimination: stands.discrimination,
    })
}

fn text_mut<'a>(part: &'a mut IecPart, field: &str) -> Result<&'a mut String, Error> {
    Ok(match (part, field) {
        (IecPart::Item(item), "text") => &mut item.text,
        (IecPart::Item(item), "reason") => &mut item.reason,
        (IecPart::Situation(situation), "name") => &mut situation.name,
        (IecPart::Situation(situation), "description") => &mut situation.description,
        (IecPart::Tool(tool), "title") => &mut tool.title,
        (IecPart::Tool(tool), "instruction") => &mut tool.instruction,
        (IecPart::Annex(annex), "title") => &mut annex.title,
        (_, _) => return Err(Refusal::NoSuch { what: "text" }.into()),
    })
}
