//! An instrument as JSON: what its acts name by digest. It holds the answer key: it is confidential.
//!
//! Codes, weights and counts are not in it: they are computed.

use domain::ec::KnowledgeLevel;
use domain::ids::PartId;
use domain::iec::draw::Draw;
use domain::iec::edit::IecPart;
use domain::iec::weights::{Hundredths, Shares};
use domain::iec::{
    Annex, AssessmentInstrument, Audience, CriterionKind, HistoricalEvidence, Item, Question,
    QuestionKind, Situation, Standing, Terms, Tool, ToolKind, WeightClass,
};
use serde::{Deserialize, Serialize};

/// Why some JSON is not an instrument.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not JSON, or JSON of another shape.
    #[error("it is not the JSON of an instrument")]
    Shape(#[from] serde_json::Error),
    /// An id that is not one.
    #[error("{0:?} is not an id")]
    BadId(String),
    /// A word that is not of its list.
    #[error("{0:?} is not a word of an instrument")]
    BadWord(String),
    /// A part that names another which is not there.
    #[error("a part names another that is not there")]
    NotWhole,
}

/// Declares data in camel case that says nothing else.
macro_rules! document {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $type:ty),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            pub struct $name { $($(#[$doc])* pub $field: $type),* }
        )+
    };
}

document! {
    /// An instrument in its JSON.
    pub struct IecDocument {
        /// Its id.
        pub id: String,
        /// The id of its standard.
        pub standard: String,
        /// What is set once for the whole.
        pub terms: TermsDocument,
        /// Its situations of application.
        pub situations: Vec<SituationDocument>,
        /// Its tools.
        pub tools: Vec<ToolDocument>,
        /// Its items.
        pub items: Vec<ItemDocument>,
        /// Its questions, those of the bank too.
        pub questions: Vec<QuestionDocument>,
        /// Its annexes.
        pub annexes: Vec<AnnexDocument>,
    }

    /// What is set once for a whole instrument. Scores and shares are whole hundredths.
    pub struct TermsDocument {
        /// What the minor items share.
        pub minor_share: i64,
        /// What the medium ones share.
        pub medium_share: i64,
        /// What the major ones share.
        pub major_share: i64,
        /// The pass score.
        pub pass_score: Option<i64>,
        /// The kinds of criterion of which each must have an item met.
        pub judged: Vec<String>,
        /// How long it takes.
        pub minutes: Option<u32>,
        /// How the questions that are asked were drawn; not there where they were chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub draw: Option<DrawDocument>,
    }

    /// A draw from the bank.
    pub struct DrawDocument {
        /// Its key.
        pub key: String,
        /// How many questions of each item; null where it goes by level.
        pub each: Option<u32>,
    }

    /// A situation of application.
    pub struct SituationDocument {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// What is set up.
        pub description: String,
    }

    /// A guide, a checklist or a questionnaire.
    pub struct ToolDocument {
        /// Its id.
        pub id: String,
        /// What it is.
        pub kind: String,
        /// The situation it is applied in.
        pub situation: Option<String>,
        /// Its title.
        pub title: String,
        /// What its box says.
        pub instruction: String,
    }

    /// An item.
    pub struct ItemDocument {
        /// Its id.
        pub id: String,
        /// The tool it stands in.
        pub tool: String,
        /// The leaf of the standard.
        pub leaf: String,
        /// The words of the leaf when a person last looked.
        pub seen: String,
        /// What it says.
        pub text: String,
        /// Its class.
        pub weight: String,
        /// Whether historical evidence is taken.
        pub historical: String,
        /// What is expected.
        pub expected: Vec<String>,
        /// Why there are several, or the wording differs.
        pub reason: String,
    }

    /// A question.
    pub struct QuestionDocument {
        /// Its id.
        pub id: String,
        /// The item it belongs to.
        pub item: String,
        /// How it is put.
        pub kind: String,
        /// The level it asks for.
        pub level: Option<String>,
        /// What it asks.
        pub text: String,
        /// What can be answered.
        pub options: Vec<String>,
        /// Which options are right, from 0.
        pub key: Vec<u32>,
        /// The annex it is about.
        pub annex: Option<String>,
        /// Where it stands.
        pub standing: String,
        /// From a pilot, in hundredths.
        pub difficulty: Option<i64>,
        /// From a pilot, in hundredths.
        pub discrimination: Option<i64>,
    }

    /// An annex.
    pub struct AnnexDocument {
        /// Its id.
        pub id: String,
        /// What it is.
        pub title: String,
        /// Who is given it.
        pub audience: String,
        /// The name of the file.
        pub file: String,
        /// Its digest.
        pub digest: String,
    }
}

/// A part in its JSON, whatever its kind: as acts of editing write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PartDocument {
    /// A situation of application.
    Situation(SituationDocument),
    /// A guide, a checklist or a questionnaire.
    Tool(ToolDocument),
    /// An item.
    Item(ItemDocument),
    /// A question.
    Question(QuestionDocument),
    /// An annex.
    Annex(AnnexDocument),
}

/// The instrument that some JSON says.
pub fn from_canonical(bytes: &[u8]) -> Result<AssessmentInstrument, Error> {
    serde_json::from_slice::<IecDocument>(bytes)?.instrument()
}

/// The canonical bytes of an instrument: what a digest names.
pub fn canonical(instrument: &AssessmentInstrument) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(&IecDocument::of(instrument))
        .expect("an instrument holds only strings, small numbers, lists and maps with text keys")
}

impl IecDocument {
    /// The JSON of an instrument.
    pub fn of(instrument: &AssessmentInstrument) -> IecDocument {
        IecDocument {
            id: instrument.id.to_string(),
            standard: instrument.standard.to_string(),
            terms: TermsDocument::of(&instrument.terms),
            situations: instrument.situations.iter().map(situation_of).collect(),
            tools: instrument.tools.iter().map(tool_of).collect(),
            items: instrument.items.iter().map(item_of).collect(),
            questions: instrument.questions.iter().map(question_of).collect(),
            annexes: instrument.annexes.iter().map(annex_of).collect(),
        }
    }

    /// The instrument that some JSON holds.
    pub fn instrument(&self) -> Result<AssessmentInstrument, Error> {
        let instrument = AssessmentInstrument {
            id: id(&self.id)?,
            standard: id(&self.standard)?,
            terms: self.terms.terms()?,
            situations: all(&self.situations, SituationDocument::situation)?,
            tools: all(&self.tools, ToolDocument::tool)?,
            items: all(&self.items, ItemDocument::item)?,
            questions: all(&self.questions, QuestionDocument::question)?,
            annexes: all(&self.annexes, AnnexDocument::annex)?,
        };
        match instrument.is_whole() {
            true => Ok(instrument),
            false => Err(Error::NotWhole),
        }
    }
}

impl PartDocument {
    /// The JSON of a part.
    pub fn of(part: &IecPart) -> PartDocument {
        match part {
            IecPart::Situation(part) => PartDocument::Situation(situation_of(part)),
            IecPart::Tool(part) => PartDocument::Tool(tool_of(part)),
            IecPart::Item(part) => PartDocument::Item(item_of(part)),
            IecPart::Question(part) => PartDocument::Question(question_of(part)),
            IecPart::Annex(part) => PartDocument::Annex(annex_of(part)),
        }
    }

    /// The part that some JSON holds.
    pub fn part(&self) -> Result<IecPart, Error> {
        Ok(match self {
            PartDocument::Situation(part) => IecPart::Situation(part.situation()?),
            PartDocument::Tool(part) => IecPart::Tool(part.tool()?),
            PartDocument::Item(part) => IecPart::Item(part.item()?),
            PartDocument::Question(part) => IecPart::Question(part.question()?),
            PartDocument::Annex(part) => IecPart::Annex(part.annex()?),
        })
    }
}

impl TermsDocument {
    /// The JSON of what is set once.
    pub fn of(terms: &Terms) -> TermsDocument {
        TermsDocument {
            minor_share: terms.shares.minor.0,
            medium_share: terms.shares.medium.0,
            major_share: terms.shares.major.0,
            pass_score: terms.pass_score.map(|score| score.0),
            judged: terms
                .judged
                .iter()
                .map(|kind| kind.code().to_owned())
                .collect(),
            minutes: terms.minutes,
            draw: terms.draw.as_ref().map(|draw| DrawDocument {
                key: draw.key.clone(),
                each: draw.each,
            }),
        }
    }

    /// What is set once, from its JSON.
    pub fn terms(&self) -> Result<Terms, Error> {
        Ok(Terms {
            shares: Shares {
                minor: Hundredths(self.minor_share),
                medium: Hundredths(self.medium_share),
                major: Hundredths(self.major_share),
            },
            pass_score: self.pass_score.map(Hundredths),
            judged: all(&self.judged, |kind| word(kind, CriterionKind::from_code))?,
            minutes: self.minutes,
            draw: self.draw.as_ref().map(|draw| Draw {
                key: draw.key.clone(),
                each: draw.each,
            }),
        })
    }
}

impl SituationDocument {
    fn situation(&self) -> Result<Situation, Error> {
        Ok(Situation {
            id: id(&self.id)?,
            name: self.name.clone(),
            description: self.description.clone(),
        })
    }
}

impl ToolDocument {
    fn tool(&self) -> Result<Tool, Error> {
        Ok(Tool {
            id: id(&self.id)?,
            kind: word(&self.kind, ToolKind::from_code)?,
            situation: maybe(self.situation.as_deref())?,
            title: self.title.clone(),
            instruction: self.instruction.clone(),
        })
    }
}

impl ItemDocument {
    fn item(&self) -> Result<Item, Error> {
        Ok(Item {
            id: id(&self.id)?,
            tool: id(&self.tool)?,
            leaf: id(&self.leaf)?,
            seen: self.seen.clone(),
            text: self.text.clone(),
            weight: word(&self.weight, WeightClass::from_code)?,
            historical: word(&self.historical, HistoricalEvidence::from_code)?,
            expected: self.expected.clone(),
            reason: self.reason.clone(),
        })
    }
}

impl QuestionDocument {
    fn question(&self) -> Result<Question, Error> {
        let level = self.level.as_deref();
        Ok(Question {
            id: id(&self.id)?,
            item: id(&self.item)?,
            kind: word(&self.kind, QuestionKind::from_code)?,
            level: level
                .map(|it| word(it, KnowledgeLevel::from_code))
                .transpose()?,
            text: self.text.clone(),
            options: self.options.clone(),
            key: self.key.clone(),
            annex: maybe(self.annex.as_deref())?,
            standing: word(&self.standing, Standing::from_code)?,
            difficulty: self.difficulty.map(Hundredths),
            discrimination: self.discrimination.map(Hundredths),
        })
    }
}

impl AnnexDocument {
    fn annex(&self) -> Result<Annex, Error> {
        Ok(Annex {
            id: id(&self.id)?,
            title: self.title.clone(),
            audience: word(&self.audience, Audience::from_code)?,
            file: self.file.clone(),
            digest: self.digest.clone(),
        })
    }
}

fn situation_of(part: &Situation) -> SituationDocument {
    SituationDocument {
        id: part.id.to_string(),
        name: part.name.clone(),
        description: part.description.clone(),
    }
}

fn tool_of(part: &Tool) -> ToolDocument {
    ToolDocument {
        id: part.id.to_string(),
        kind: part.kind.code().to_owned(),
        situation: part.situation.map(|id| id.to_string()),
        title: part.title.clone(),
        instruction: part.instruction.clone(),
    }
}

fn item_of(part: &Item) -> ItemDocument {
    ItemDocument {
        id: part.id.to_string(),
        tool: part.tool.to_string(),
        leaf: part.leaf.to_string(),
        seen: part.seen.clone(),
        text: part.text.clone(),
        weight: part.weight.code().to_owned(),
        historical: part.historical.code().to_owned(),
        expected: part.expected.clone(),
        reason: part.reason.clone(),
    }
}

fn question_of(part: &Question) -> QuestionDocument {
    QuestionDocument {
        id: part.id.to_string(),
        item: part.item.to_string(),
        kind: part.kind.code().to_owned(),
        level: part.level.map(|level| level.code().to_owned()),
        text: part.text.clone(),
        options: part.options.clone(),
        key: part.key.clone(),
        annex: part.annex.map(|id| id.to_string()),
        standing: part.standing.code().to_owned(),
        difficulty: part.difficulty.map(|it| it.0),
        discrimination: part.discrimination.map(|it| it.0),
    }
}

fn annex_of(part: &Annex) -> AnnexDocument {
    AnnexDocument {
        id: part.id.to_string(),
        title: part.title.clone(),
        audience: part.audience.code().to_owned(),
        file: part.file.clone(),
        digest: part.digest.clone(),
    }
}

fn all<A, B>(list: &[A], make: impl Fn(&A) -> Result<B, Error>) -> Result<Vec<B>, Error> {
    list.iter().map(make).collect()
}

fn id<T: std::str::FromStr>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::BadId(text.to_owned()))
}

fn maybe(text: Option<&str>) -> Result<Option<PartId>, Error> {
    text.map(id).transpose()
}

fn word<T>(text: &str, known: fn(&str) -> Option<T>) -> Result<T, Error> {
    known(text).ok_or_else(|| Error::BadWord(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch;
    use domain::ids::Ids;
    use domain::iec::deriving::derive;
    use domain::iec::leaf::leaves;

    use super::*;

    fn made() -> AssessmentInstrument {
        let mut ids = Ids::fixed();
        let standard = sketch::sample(&mut ids);
        let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
        let all: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
        let edits = derive(&instrument, &standard, &all, &mut ids);
        instrument.apply_all(&edits).unwrap();
        instrument.terms.pass_score = Some(Hundredths(9764));
        instrument
    }

    #[test]
    fn an_instrument_goes_through_its_json_unchanged() {
        let instrument = made();

        let read: IecDocument = serde_json::from_slice(&canonical(&instrument)).unwrap();

        assert_eq!(read.instrument().unwrap(), instrument);
        for item in &instrument.items {
            let part = IecPart::Item(item.clone());
            assert_eq!(PartDocument::of(&part).part().unwrap(), part);
        }
    }

    #[test]
    fn json_that_is_no_instrument_is_told() {
        let mut document = IecDocument::of(&made());
        document.tools.pop();
        assert!(matches!(document.instrument(), Err(Error::NotWhole)));
        document.items[0].weight = "HUGE".to_owned();
        assert!(matches!(document.instrument(), Err(Error::BadWord(_))));
    }
}
