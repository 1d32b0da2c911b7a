//! What a rule writes on while it looks.

use std::ops::Range;
use std::rc::Rc;

use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::words::stems::Stems;
use crate::words::{Wording, Words};
use crate::{Context, Finding, Remedy, Rule, Spot, Target};

/// The longest text that a finding quotes whole, in characters.
const QUOTED: usize = 200;

/// What a rule writes on while it looks, and what it may ask.
pub(crate) struct Report<'a> {
    /// What is in force, and what else is registered.
    pub(crate) context: &'a Context<'a>,
    /// Spanish, with what it has been asked already.
    pub(crate) words: Words,
    spots: Rc<Vec<Spot<'a>>>,
    wording: Rc<Wording>,
    stems: Option<Rc<Stems>>,
    rule: Rule,
    findings: Vec<Finding>,
    /// Where the last span was counted: text, byte, character.
    counted: (usize, usize, usize),
}

impl<'a> Report<'a> {
    pub(crate) fn new(
        ec: &'a CompetenceStandard,
        context: &'a Context<'a>,
        rule: Rule,
    ) -> Report<'a> {
        let spots = crate::spot::every(ec);
        Report {
            context,
            words: Words::default(),
            wording: Rc::new(Wording::of(&spots)),
            spots: Rc::new(spots),
            stems: None,
            rule,
            findings: Vec::new(),
            counted: (0, 0, 0),
        }
    }

    /// What follows is said by this rule.
    pub(crate) fn turn_to(&mut self, rule: Rule) {
        self.rule = rule;
    }

    /// Every text of the standard, in the order of the page; found once in a review.
    pub(crate) fn spots(&self) -> Rc<Vec<Spot<'a>>> {
        Rc::clone(&self.spots)
    }

    /// The words of every text of the standard, text by text; told apart once in a review.
    pub(crate) fn wording(&self) -> Rc<Wording> {
        Rc::clone(&self.wording)
    }

    /// What the texts of the standard are about; told once in a review.
    pub(crate) fn stems(&mut self) -> Rc<Stems> {
        let told = self
            .stems
            .get_or_insert_with(|| Rc::new(Stems::of(&self.spots, &self.wording)));
        Rc::clone(told)
    }

    /// Everything said, in the order of the page.
    pub(crate) fn close(self) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.sort_by(Finding::order);
        findings
    }

    /// Says something of a place: what is missing there, or how it is numbered.
    pub(crate) fn at(&mut self, spot: &Spot<'_>, message: impl Into<String>) -> Entry<'_> {
        self.say(spot, None, brief(spot.text, QUOTED), message.into())
    }

    /// Says something of all that a text says: its span is the text, unless it is too long to quote.
    pub(crate) fn whole(&mut self, spot: &Spot<'_>, message: impl Into<String>) -> Entry<'_> {
        let length = spot.text.chars().take(QUOTED + 1).count();
        let span = (1..=QUOTED).contains(&length).then_some((0, length));
        self.say(spot, span, brief(spot.text, QUOTED), message.into())
    }

    /// Says something of some bytes of a text.
    pub(crate) fn within(
        &mut self,
        spot: &Spot<'_>,
        bytes: Range<usize>,
        message: impl Into<String>,
    ) -> Entry<'_> {
        let Some(text) = spot.text.get(bytes.clone()) else {
            return self.at(spot, message); // No rule asks for it; a review never panics.
        };
        let start = self.chars_before(spot.text, bytes.start);
        let span = (start, start + text.chars().count());
        self.say(spot, Some(span), text.to_owned(), message.into())
    }

    fn say(
        &mut self,
        spot: &Spot<'_>,
        span: Option<(usize, usize)>,
        text: String,
        message: String,
    ) -> Entry<'_> {
        let graded = self.context.pack.severity(self.rule.id);
        let severity = graded.unwrap_or(self.rule.severity);
        self.findings.push(Finding {
            rule: self.rule.id,
            severity,
            place: spot.place.clone(),
            target: (spot.part.is_some() || spot.field.is_some()).then_some(Target {
                part: spot.part,
                field: spot.field,
            }),
            span,
            text,
            message,
            suggestion: None,
            remedy: Remedy::None,
            basis: self.rule.basis,
        });
        let at = self.findings.len() - 1;
        Entry(&mut self.findings[at])
    }

    /// Characters before a byte, counted on from the last time where that is possible: a long text
    /// with many findings is still read once.
    fn chars_before(&mut self, text: &str, byte: usize) -> usize {
        let (of, from, chars) = self.counted;
        let name = text.as_ptr().addr();
        let (from, chars) = if of == name && from <= byte {
            (from, chars)
        } else {
            (0, 0)
        };
        let between = text.get(from..byte).map_or(0, |text| text.chars().count());
        self.counted = (name, byte, chars + between);
        chars + between
    }
}

/// What was just said, while it can still be said better.
pub(crate) struct Entry<'a>(&'a mut Finding);

impl Entry<'_> {
    /// What would stand there instead, for certain.
    pub(crate) fn suggest(self, suggestion: impl Into<String>) -> Self {
        self.0.suggestion = Some(suggestion.into());
        self.0.remedy = Remedy::Replace;
        self
    }

    /// What the app can do about it.
    pub(crate) fn remedy(self, remedy: Remedy) -> Self {
        self.0.remedy = remedy;
        self
    }

    /// It weighs less than its rule usually does.
    pub(crate) fn weighs(self, severity: Severity) -> Self {
        // Severities are ordered from the heaviest.
        self.0.severity = self.0.severity.max(severity);
        self
    }

    /// It is the rule's own text that stands there: something the place says better than the span.
    pub(crate) fn reading(self, text: impl Into<String>) -> Self {
        self.0.text = text.into();
        self
    }
}

/// A text short enough to be quoted, cut at a word.
pub(crate) fn brief(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    let end = kept.rfind(' ').unwrap_or(cut);
    format!("{}…", kept[..end].trim_end())
}
