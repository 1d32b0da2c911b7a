//! What accompanies a standard on its road and is typed rather than attached.
//!
//! The review period and the validity of the certificate are printed in the standard itself and
//! live there; here is what the published document does not carry. Every field is read from a text
//! and written as one, so that an edit is an act like any other: place, before, after.

use crate::text;
use crate::vocabulary;

/// The typed part of the support file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupportFile {
    /// How many people could be certified.
    pub certifiable_population: Option<u64>,
    /// Where that number comes from.
    pub population_source: String,
    /// Who will evaluate and certify.
    pub certification_solutions: Vec<CertificationSolution>,
    /// What encourages people to certify, or follows from not doing so.
    pub consequence_mechanism: String,
}

/// An organization that evaluates and certifies, or means to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificationSolution {
    /// Its name.
    pub name: String,
    /// What it may do.
    pub kind: SolutionKind,
    /// Whether it is accredited already.
    pub standing: SolutionStanding,
}

vocabulary! {
    /// What a certification solution may do.
    pub enum SolutionKind {
        /// Entidad de Certificación y Evaluación.
        Ece = "ECE",
        /// Organismo Certificador.
        Oc = "OC",
    }
}

vocabulary! {
    /// Whether a certification solution is accredited.
    pub enum SolutionStanding {
        /// Acreditada.
        Accredited = "ACCREDITED",
        /// Por acreditarse.
        Intending = "INTENDING",
    }
}

vocabulary! {
    /// A field of the support file.
    pub enum SupportField {
        /// A number of people.
        CertifiablePopulation = "certifiablePopulation",
        /// Where the number comes from.
        PopulationSource = "certifiablePopulationSource",
        /// One a line: kind, name and standing, with bars between.
        CertificationSolution = "certificationSolution",
        /// Free text.
        ConsequenceMechanism = "consequenceMechanism",
    }
}

impl SolutionStanding {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            SolutionStanding::Accredited => "acreditada",
            SolutionStanding::Intending => "por acreditarse",
        }
    }

    fn read(typed: &str) -> Option<SolutionStanding> {
        match text::fold(typed).as_str() {
            "acreditada" | "acreditado" | "accredited" => Some(SolutionStanding::Accredited),
            "por acreditarse" | "intending" => Some(SolutionStanding::Intending),
            _ => None,
        }
    }
}

/// Why a text does not fit a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not a number of people from 1 on.
    #[error("{0:?} is not a number of people")]
    NotANumber(String),
    /// It is not «ECE | nombre | acreditada» nor the like.
    #[error("line {line} is not a kind, a name and a standing")]
    NotASolution {
        /// Which line, from 1.
        line: usize,
    },
}

impl SupportFile {
    /// What a field says, as it is typed; empty if nothing.
    pub fn get(&self, field: SupportField) -> String {
        match field {
            SupportField::CertifiablePopulation => self
                .certifiable_population
                .map_or_else(String::new, |people| people.to_string()),
            SupportField::PopulationSource => self.population_source.clone(),
            SupportField::CertificationSolution => {
                let line = |one: &CertificationSolution| {
                    format!(
                        "{} | {} | {}",
                        one.kind.code(),
                        one.name,
                        one.standing.says()
                    )
                };
                let lines: Vec<String> = self.certification_solutions.iter().map(line).collect();
                lines.join("\n")
            }
            SupportField::ConsequenceMechanism => self.consequence_mechanism.clone(),
        }
    }

    /// Types a field. A refusal leaves it as it was; an empty text empties it.
    pub fn set(&mut self, field: SupportField, typed: &str) -> Result<(), Refusal> {
        match field {
            SupportField::CertifiablePopulation => self.certifiable_population = people(typed)?,
            SupportField::PopulationSource => self.population_source = text::clean(typed, false),
            SupportField::CertificationSolution => {
                self.certification_solutions = solutions(typed)?;
            }
            SupportField::ConsequenceMechanism => {
                self.consequence_mechanism = text::clean(typed, true);
            }
        }
        Ok(())
    }
}

/// A number as people write it: `12500`, `12,500`, `12 500`.
fn people(typed: &str) -> Result<Option<u64>, Refusal> {
    let typed = text::clean(typed, false);
    if typed.is_empty() {
        return Ok(None);
    }
    let digits = typed.replace([',', ' '], "");
    let all_digits = digits.bytes().all(|b| b.is_ascii_digit());
    match digits.parse() {
        Ok(people) if people > 0 && all_digits => Ok(Some(people)),
        _ => Err(Refusal::NotANumber(typed)),
    }
}

fn solutions(typed: &str) -> Result<Vec<CertificationSolution>, Refusal> {
    let typed = text::clean(typed, true);
    let lines = typed
        .lines()
        .zip(1..)
        .filter(|(raw, _)| !raw.trim().is_empty());
    lines
        .map(|(raw, line)| solution(raw).ok_or(Refusal::NotASolution { line }))
        .collect()
}

fn solution(raw: &str) -> Option<CertificationSolution> {
    let (kind, rest) = raw.split_once('|')?;
    let (name, standing) = rest.rsplit_once('|')?;
    let name = name.trim();
    Some(CertificationSolution {
        name: (!name.is_empty()).then(|| name.to_owned())?,
        kind: SolutionKind::from_code(&kind.trim().to_uppercase())?,
        standing: SolutionStanding::read(standing)?,
    })
}

/// How long something holds, as a standard says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// «18 meses», «2 años»: in months.
    Months(u32),
    /// «Indefinida».
    Indefinite,
}

impl Period {
    /// Reads «2 años», «3 (tres) años», «dos años», «18 meses», «Indefinida.»; nothing if it says
    /// none of those, or says two.
    pub fn read(typed: &str) -> Option<Period> {
        let folded = text::fold(typed);
        let words: Vec<&str> = folded.split(' ').collect();
        if words.iter().any(|word| word.starts_with("indefinid")) {
            return Some(Period::Indefinite);
        }
        let mut numbers: Vec<u32> = words.iter().filter_map(|word| number(word)).collect();
        numbers.dedup();
        let [count] = numbers[..] else { return None };
        let unit = words.iter().find_map(|word| match *word {
            "año" | "años" => Some(12),
            "mes" | "meses" => Some(1),
            _ => None,
        })?;
        (1..=100)
            .contains(&count)
            .then_some(Period::Months(count * unit))
    }
}

fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 10] = [
        "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    ];
    match word {
        "un" | "una" => Some(1),
        _ => word.parse().ok().or_else(|| {
            WORDS
                .iter()
                .zip(1..)
                .find(|(w, _)| **w == word)
                .map(|(_, n)| n)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_read_as_it_is_written() {
        let mut file = SupportFile::default();
        for (field, typed) in [
            (SupportField::CertifiablePopulation, "12500"),
            (SupportField::PopulationSource, "Censo Económico 2024"),
            (
                SupportField::CertificationSolution,
                "ECE | Escuela de Mecánica | acreditada\nOC | Taller | Norte | por acreditarse",
            ),
            (
                SupportField::ConsequenceMechanism,
                "Bono anual\na quien se certifique",
            ),
        ] {
            file.set(field, typed).unwrap();

            assert_eq!(file.get(field), typed);
            let mut again = SupportFile::default();
            again.set(field, &file.get(field)).unwrap();
            assert_eq!(again.get(field), typed);
        }
        assert_eq!(file.certification_solutions[1].name, "Taller | Norte");
    }

    #[test]
    fn a_number_is_read_as_people_write_it() {
        let mut file = SupportFile::default();

        file.set(SupportField::CertifiablePopulation, " 12,500 ")
            .unwrap();

        assert_eq!(file.certifiable_population, Some(12_500));
    }

    #[test]
    fn a_refusal_leaves_the_field_as_it_was() {
        let mut file = SupportFile::default();
        file.set(SupportField::CertifiablePopulation, "8").unwrap();
        let before = file.clone();

        for typed in ["muchas", "0", "-3", "+3", "1.5", "99999999999999999999999"] {
            assert_eq!(
                file.set(SupportField::CertifiablePopulation, typed),
                Err(Refusal::NotANumber(typed.into()))
            );
        }
        for (typed, line) in [
            ("CE | Taller | acreditada", 1),
            ("ECE | A | acreditada\nECE |  | acreditada", 2),
            ("Escuela", 1),
            ("OC | Taller | quizá", 1),
        ] {
            assert_eq!(
                file.set(SupportField::CertificationSolution, typed),
                Err(Refusal::NotASolution { line })
            );
        }
        assert_eq!(file, before);
    }

    #[test]
    fn a_period_is_read_in_the_ways_standards_print_it() {
        for (typed, months) in [
            ("2 años", 24),
            ("3 (tres) años.", 36),
            ("dos años", 24),
            ("un año", 12),
            ("18 meses", 18),
        ] {
            assert_eq!(Period::read(typed), Some(Period::Months(months)), "{typed}");
        }
        assert_eq!(Period::read("Indefinida."), Some(Period::Indefinite));
        for typed in [
            "",
            "años",
            "2",
            "cuando convenga",
            "2 o 3 años",
            "0 años",
            "999999 años",
        ] {
            assert_eq!(Period::read(typed), None, "{typed}");
        }
    }
}
