//! Whether a requirement is met, and the sentence for where it is not.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Said, Scene, Unmet};
use crate::calendar::in_words;
use crate::requirement::{self, Lasts, MetBy, Requirement, Saying, Typed};
use crate::road::{Case, State, Way};
use crate::support_file::Period;

/// The act a requirement is asked by: nothing when a packet asks, whenever that is.
struct Asking<'a, S: 'static> {
    way: Option<&'a Way<S>>,
    on: NaiveDate,
    said: &'a Said,
}

impl<S: State> Case<S> {
    /// What a way asks for and is missing, if it were taken on a day with something said.
    pub(crate) fn unmet(
        &self,
        way: &Way<S>,
        on: NaiveDate,
        said: &Said,
        scene: &Scene<'_>,
    ) -> Vec<Unmet> {
        let asking = Asking {
            way: Some(way),
            on,
            said,
        };
        self.look(way.needs, &asking, scene)
    }

    /// Which of some requirements are missing today, whatever act asked for them.
    pub(crate) fn lacking(&self, needs: &[&str], scene: &Scene<'_>) -> Vec<Unmet> {
        let asking = Asking {
            way: None,
            on: scene.today,
            said: &Said::new(),
        };
        self.look(needs, &asking, scene)
    }

    fn look(&self, needs: &[&str], asking: &Asking<'_, S>, scene: &Scene<'_>) -> Vec<Unmet> {
        let asked = needs.iter().filter_map(|id| requirement::find(id));
        asked
            .filter_map(|requirement| {
                let says = self.lack(requirement, asking, scene)?;
                Some(Unmet {
                    requirement: requirement.id,
                    says,
                    basis: scene.pack.basis(requirement.id),
                })
            })
            .collect()
    }

    /// What to say of a requirement that is not met; nothing if it is.
    fn lack(
        &self,
        requirement: &Requirement,
        asking: &Asking<'_, S>,
        scene: &Scene<'_>,
    ) -> Option<String> {
        let file = || requirement.takes_file() && self.has_file(requirement, asking, scene);
        let outdated = || self.has_outdated(requirement, asking, scene);
        let plain = || match outdated() {
            true => OUTDATED.to_owned(),
            false => requirement.lacks.to_owned(),
        };
        match requirement.met_by {
            MetBy::Stage => None, // Only a packet knows which stage is its own.
            MetBy::File => (!file()).then(plain),
            MetBy::Typed(typed) => untyped(typed, scene, requirement),
            MetBy::TypedOrFile(typed) => untyped(typed, scene, requirement).filter(|_| !file()),
            MetBy::Said(saying) => match asking.said.get(&saying).map(|said| said.trim()) {
                Some(said) if !said.is_empty() => wrongly_said::<S>(saying, said),
                _ => (!file() || saying == Saying::Code).then(plain),
            },
            MetBy::Review => errors_say(scene.facts.blocking_errors),
            // A file stands for an instrument that is kept elsewhere, not for errors in the one that is here.
            MetBy::InstrumentOrFile => match scene.facts.instrument_errors {
                // What a session validated and was edited since is for it to validate again.
                Some(0) => (outdated() && !file()).then(plain),
                Some(errors) => Some(instrument_says(errors)),
                None => Some(plain()).filter(|_| !file()),
            },
            MetBy::InstrumentSound => match scene.facts.instrument_errors {
                Some(0) | None => None,
                Some(errors) => Some(instrument_says(errors)),
            },
            MetBy::Register => duplicates_say(&scene.facts.duplicates).filter(|_| !file()),
            MetBy::OneOfEach(groups) => {
                let met = |group: &&str| {
                    let files = scene.facts.evidence.iter();
                    files
                        .filter(|(id, _)| id.starts_with(*group))
                        .any(|(_, &number)| number >= self.refiled_at())
                };
                let missing: Vec<&str> = groups
                    .iter()
                    .filter(|group| !met(group))
                    .map(|group| group.trim_end_matches('-'))
                    .collect();
                let says = format!("{}: {}", requirement.lacks, missing.join(", "));
                (!missing.is_empty()).then_some(says)
            }
            MetBy::TermRun(deadline) => {
                let term = scene.pack.deadline(deadline)?.term;
                let first = scene.calendar.end_of(term, self.since())?;
                let says = format!("{}: a partir del {}", requirement.lacks, in_words(first));
                (asking.on < first).then_some(says)
            }
            MetBy::LimitPassed => self.before_limit(asking.on.pred_opt()?, requirement, scene),
            MetBy::LimitReachedOrFile => self
                .before_limit(asking.on, requirement, scene)
                .filter(|_| !file()),
        }
    }

    fn before_limit(
        &self,
        on: NaiveDate,
        requirement: &Requirement,
        scene: &Scene<'_>,
    ) -> Option<String> {
        match S::limit(self, scene) {
            Some(limit) if limit.due <= on => None,
            Some(limit) => Some(format!(
                "{}: se cumple el {}",
                requirement.lacks,
                in_words(limit.due)
            )),
            None => Some(format!("{}: no se conoce su fecha", requirement.lacks)),
        }
    }

    /// Whether a file that proves the requirement is attached and still good.
    fn has_file(
        &self,
        requirement: &Requirement,
        asking: &Asking<'_, S>,
        scene: &Scene<'_>,
    ) -> bool {
        self.good(requirement, asking, &scene.facts.evidence)
    }

    /// The same of a paper whose text is another now.
    fn has_outdated(
        &self,
        requirement: &Requirement,
        asking: &Asking<'_, S>,
        scene: &Scene<'_>,
    ) -> bool {
        self.good(requirement, asking, &scene.facts.outdated)
    }

    fn good(
        &self,
        requirement: &Requirement,
        asking: &Asking<'_, S>,
        files: &BTreeMap<String, u64>,
    ) -> bool {
        let attached = requirement.proven_under().filter_map(|id| files.get(id));
        let Some(&attached) = attached.max() else {
            return false;
        };
        let spent = match requirement.lasts {
            Lasts::Always => 0,
            Lasts::UntilReopened => self.reopened_at(),
            Lasts::UntilUsed => {
                let done = asking.way.and_then(|way| self.entered(way.to));
                done.filter(|step| !step.found)
                    .map_or(0, |step| step.number)
            }
        };
        // A file that comes with the act that begins the procedure anew is of the new one.
        attached > spent && attached >= self.refiled_at()
    }
}

/// What is said of a paper whose text is another now.
const OUTDATED: &str = "La minuta se refiere a otro texto: se editó después de validarlo. Valídelo en otra sesión del grupo, o adjunte la minuta que lo respalda";

fn untyped(typed: Typed, scene: &Scene<'_>, requirement: &Requirement) -> Option<String> {
    let support = &scene.facts.support;
    let plain = || requirement.lacks.to_owned();
    match typed {
        Typed::CertifiablePopulation => match support.certifiable_population {
            None => Some(plain()),
            Some(_) if support.population_source.trim().is_empty() => {
                Some("Falta la fuente del número de personas que podrían certificarse".to_owned())
            }
            Some(_) => None,
        },
        Typed::CertificationSolution => support.certification_solutions.is_empty().then(plain),
        Typed::ConsequenceMechanism => support.consequence_mechanism.trim().is_empty().then(plain),
        Typed::Periods => periods_say(
            &scene.facts.review_period,
            &scene.facts.certificate_validity,
            requirement.lacks,
        ),
    }
}

fn periods_say(review: &str, validity: &str, both: &str) -> Option<String> {
    let one = |name: &str, typed: &str, read: bool| match (typed.trim(), read) {
        (_, true) => None,
        ("", false) => Some(format!("Falta {name}")),
        (typed, false) => Some(format!("No se entiende {name}: «{typed}»")),
    };
    let counted = matches!(Period::read(review), Some(Period::Months(_)));
    let review = one("el periodo de revisión del estándar", review, counted);
    let valid = Period::read(validity).is_some();
    let validity = one("la vigencia del certificado", validity, valid);
    match (review, validity) {
        (Some(a), Some(b)) if a.starts_with("Falta") && b.starts_with("Falta") => {
            Some(both.to_owned())
        }
        (Some(a), Some(b)) => Some(format!("{a}. {b}")),
        (one, other) => one.or(other),
    }
}

fn wrongly_said<S: State>(saying: Saying, said: &str) -> Option<String> {
    match saying {
        Saying::Code => match said.parse() {
            Ok(code) if S::takes_code(code) => None,
            Ok(_) => Some(format!(
                "La clave «{said}» no es de lo que se está registrando"
            )),
            Err(refusal) => Some(match refusal.meant {
                Some(meant) => {
                    format!("La clave «{said}» no está bien escrita: ¿quiso decir {meant}?")
                }
                None => format!("La clave «{said}» no está bien escrita"),
            }),
        },
        Saying::Reason | Saying::Observations | Saying::Presenter | Saying::TcResolution => None,
    }
}

/// What to say of an instrument that has errors.
fn instrument_says(errors: usize) -> String {
    match errors {
        1 => "El instrumento del estándar tiene 1 error: corríjalo en Instrumento".to_owned(),
        _ => {
            format!("El instrumento del estándar tiene {errors} errores: corríjalos en Instrumento")
        }
    }
}

fn errors_say(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("Corregir 1 error que señala la revisión".to_owned()),
        n => Some(format!("Corregir {n} errores que señala la revisión")),
    }
}

fn duplicates_say(others: &[String]) -> Option<String> {
    if others.is_empty() {
        return None;
    }
    let mut others: Vec<&str> = others.iter().map(String::as_str).collect();
    others.sort_unstable();
    Some(format!(
        "Hay otro estándar con el mismo título: {}. Si es de otro nivel o lo actualiza, adjunte la \
         justificación",
        others.join(", ")
    ))
}
