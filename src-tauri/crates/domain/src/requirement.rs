//! What an act asks for: an id, how it is met, and the sentence that says it is missing.
//!
//! The ids are those of the office's criteria and never change; what the rules do not number is
//! `ROAD-<STATE>-<n>`. On what basis each is asked is dated and comes from the rule pack. Whatever
//! will one day be a live document (the committee, the expert group, the map, the instrument, the
//! pilot) is met for now by a file with its person and date.

use crate::vocabulary;

mod committees;
mod standards;

/// Something an act asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// Its id.
    pub id: &'static str,
    /// How it is met.
    pub met_by: MetBy,
    /// How long what meets it is good for.
    pub lasts: Lasts,
    /// What it asks for, in Spanish: «Aval firmado del CGC».
    pub asks: &'static str,
    /// What to say where it is missing: «Falta el aval firmado del CGC».
    pub lacks: &'static str,
}

/// How a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetBy {
    /// By a file under its id.
    File,
    /// By what is typed in the support file or in the standard.
    Typed(Typed),
    /// By what is typed, or by a file under its id.
    TypedOrFile(Typed),
    /// By what is said with the act, or by a file under its id.
    Said(Saying),
    /// By a review without errors.
    Review,
    /// By the instrument of the standard covering it without errors; by a file under its id only where
    /// the instrument is not drafted here.
    InstrumentOrFile,
    /// By the instrument having no errors, where it is drafted here.
    InstrumentSound,
    /// By the register having no other of the same title, or by a file that explains it.
    Register,
    /// By a file under one id of each group: the ids that start so.
    OneOfEach(&'static [&'static str]),
    /// By the term of a deadline, counted from when the case came to its state, having run.
    TermRun(&'static str),
    /// By the limit of the state having passed.
    LimitPassed,
    /// By the limit of the state having come, or by a file under its id.
    LimitReachedOrFile,
    /// By the case having come far enough: asked by packets alone.
    Stage,
}

vocabulary! {
    /// What is typed and meets a requirement.
    pub enum Typed {
        /// How many people, and the source.
        CertifiablePopulation = "certifiablePopulation",
        /// One at least.
        CertificationSolution = "certificationSolution",
        /// The review period and the validity of the certificate.
        Periods = "periods",
        /// What encourages people to certify.
        ConsequenceMechanism = "consequenceMechanism",
    }
}

vocabulary! {
    /// What is said with an act.
    pub enum Saying {
        /// Why it is done.
        Reason = "reason",
        /// What is to be mended, or what was answered to it.
        Observations = "observations",
        /// Who presents the case to COVACEC.
        Presenter = "presenter",
        /// The number of the resolution of the Comité Técnico.
        TcResolution = "tcResolution",
        /// The official code assigned.
        Code = "code",
    }
}

vocabulary! {
    /// How long what meets a requirement is good for. Whatever it says, a procedure that begins
    /// anew asks for everything again.
    pub enum Lasts {
        /// Once attached, it stands.
        Always = "ALWAYS",
        /// Until the act that asks for it is done: done again, it asks for another.
        UntilUsed = "UNTIL_USED",
        /// Until the frozen documents are opened again: it spoke of another text.
        UntilReopened = "UNTIL_REOPENED",
    }
}

/// A requirement by its id.
pub fn find(id: &str) -> Option<&'static Requirement> {
    all().find(|requirement| requirement.id == id)
}

/// Every requirement: those of standards, then those of committees.
pub fn all() -> impl Iterator<Item = &'static Requirement> {
    standards::REQUIREMENTS
        .iter()
        .chain(committees::REQUIREMENTS)
}

impl Requirement {
    /// The ids whose files prove it: its own first, then those of the same thing under another
    /// number. The Reglas ask for the mechanism of consequences twice (articles 23 and 25): it is
    /// one document, as it is one text.
    pub fn proven_under(&self) -> impl Iterator<Item = &'static str> {
        let (own, typed) = (self.id, self.typed_or_file());
        let same = all().filter(move |other| {
            other.id == own || (typed.is_some() && other.typed_or_file() == typed)
        });
        let mut ids: Vec<&str> = same.map(|other| other.id).collect();
        ids.sort_by_key(|id| *id != own);
        ids.into_iter()
    }

    fn typed_or_file(&self) -> Option<Typed> {
        match self.met_by {
            MetBy::TypedOrFile(typed) => Some(typed),
            MetBy::File
            | MetBy::InstrumentOrFile
            | MetBy::Typed(_)
            | MetBy::Said(_)
            | MetBy::InstrumentSound
            | MetBy::Review
            | MetBy::Register
            | MetBy::OneOfEach(_)
            | MetBy::TermRun(_)
            | MetBy::LimitPassed
            | MetBy::LimitReachedOrFile
            | MetBy::Stage => None,
        }
    }

    /// Whether a file under its id counts.
    pub fn takes_file(&self) -> bool {
        match self.met_by {
            MetBy::File
            | MetBy::InstrumentOrFile
            | MetBy::TypedOrFile(_)
            | MetBy::Said(_)
            | MetBy::Register
            | MetBy::LimitReachedOrFile => true,
            MetBy::Typed(_)
            | MetBy::InstrumentSound
            | MetBy::Review
            | MetBy::OneOfEach(_)
            | MetBy::TermRun(_)
            | MetBy::LimitPassed
            | MetBy::Stage => false,
        }
    }
}

/// A row of a table of requirements.
const fn row(
    id: &'static str,
    met_by: MetBy,
    lasts: Lasts,
    asks: &'static str,
    lacks: &'static str,
) -> Requirement {
    Requirement {
        id,
        met_by,
        lasts,
        asks,
        lacks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule_pack::RulePack;

    #[test]
    fn an_id_is_one_requirement_and_has_a_basis() {
        let packs = RulePack::all_shipped();

        for requirement in all() {
            let same = all().filter(|other| other.id == requirement.id).count();
            assert_eq!(same, 1, "{}", requirement.id);
            for pack in &packs {
                assert!(pack.article(requirement.id).is_some(), "{}", requirement.id);
            }
        }
    }

    #[test]
    fn a_file_proves_what_it_is_asked_for_and_the_same_thing_under_another_number() {
        let under = |id| find(id).unwrap().proven_under().collect::<Vec<_>>();

        assert_eq!(under("EC-MIN-4"), ["EC-MIN-4", "EC-SUP-5"]);
        assert_eq!(under("EC-SUP-5"), ["EC-SUP-5", "EC-MIN-4"]);
        assert_eq!(under("EC-SUP-1"), ["EC-SUP-1"]);
        assert_eq!(under("EC-SUP-4"), ["EC-SUP-4"]);
    }

    #[test]
    fn what_is_missing_is_said_in_a_sentence_without_its_point() {
        for requirement in all() {
            let lacks = requirement.lacks;
            assert!(
                !lacks.ends_with('.') && lacks.len() > 12,
                "{}",
                requirement.id
            );
            assert!(!requirement.asks.is_empty(), "{}", requirement.id);
        }
    }
}
