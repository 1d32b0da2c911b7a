//! The criteria of a committee, and how each stands.
//!
//! A person judges those that ask for judgment, with evidence; the others are counted from the roster
//! and from what is recorded. Nothing here rules: it says what a ruling would rest on.

use chrono::NaiveDate;

use super::{CgcOfficeRole, Committee, OrganizationKind};
use crate::vocabulary;

vocabulary! {
    /// What was found of a criterion.
    pub enum CriterionResult {
        /// It is met.
        Met = "MET",
        /// It is not.
        NotMet = "NOT_MET",
        /// The committee does not claim it.
        NotClaimed = "NOT_CLAIMED",
        /// Nobody has said.
        Pending = "PENDING",
    }
}

impl CriterionResult {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            CriterionResult::Met => "Cumple",
            CriterionResult::NotMet => "No cumple",
            CriterionResult::NotClaimed => "No lo invoca",
            CriterionResult::Pending => "Pendiente",
        }
    }
}

vocabulary! {
    /// The groups of criteria. Of the first three, one criterion each has to be met.
    pub enum Group {
        /// Alcance.
        Scope = "ALC",
        /// Representatividad.
        Representation = "REP",
        /// Interlocución.
        Standing = "INT",
        /// What every committee has.
        Whole = "CGC",
    }
}

impl Group {
    /// Its name in Spanish.
    pub const fn says(self) -> &'static str {
        match self {
            Group::Scope => "Alcance",
            Group::Representation => "Representatividad",
            Group::Standing => "Interlocución",
            Group::Whole => "Integración del comité",
        }
    }
}

/// A criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Criterion {
    /// Its id, which never changes.
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// Whether it is counted from what is recorded, so that nobody judges it.
    pub computed: bool,
    /// Whether a committee that lacks it does not go to COVACEC.
    pub blocks: bool,
    /// The evidence to ask for, in Spanish.
    pub evidence: &'static str,
}

/// Every criterion, in the order of the sheet.
#[rustfmt::skip] // A table is read down its columns.
pub const CRITERIA: &[Criterion] = &[
    row("CGC-SOL-1",  Group::Whole,          false, true,  "Carta de solicitud, con su fecha"),
    row("CGC-ADM-0",  Group::Whole,          true,  true,  "Se cuenta: un criterio de cada grupo"),
    row("CGC-ADM-1",  Group::Whole,          false, false, "Texto del alcance"),
    row("CGC-ALC-1",  Group::Scope,          false, false, "Cifra, fuente y año"),
    row("CGC-ALC-2",  Group::Scope,          false, false, "Personal ocupado, ventas anuales y sector"),
    row("CGC-ALC-3",  Group::Scope,          false, false, "Justificación"),
    row("CGC-ALC-4",  Group::Scope,          false, false, "Cifras y fuente"),
    row("CGC-REP-1",  Group::Representation, false, false, "Por organización"),
    row("CGC-REP-2",  Group::Representation, false, false, "Reconocimientos"),
    row("CGC-REP-3",  Group::Representation, false, false, "Constancia de pertenencia"),
    row("CGC-REP-4",  Group::Representation, false, false, "Constancia de participación"),
    row("CGC-REP-5",  Group::Representation, true,  false, "Se cuenta: tipo de las organizaciones que integran el CGC"),
    row("CGC-REP-6",  Group::Representation, true,  false, "Se cuenta: tipo de las organizaciones que integran el CGC"),
    row("CGC-INT-1",  Group::Standing,       false, false, "Cargo de cada integrante"),
    row("CGC-INT-2",  Group::Standing,       false, false, "Carta compromiso"),
    row("CGC-ORG-1",  Group::Whole,          true,  true,  "Se cuenta: una Presidencia, una Vicepresidencia y vocalías"),
    row("CGC-ORG-2",  Group::Whole,          false, false, "Cargo de cada integrante"),
    row("CGC-EDU-1",  Group::Whole,          true,  true,  "Se cuenta: institución educativa con vocalía"),
    row("CGC-EDU-2",  Group::Whole,          false, false, "Contacto de las áreas de capacitación"),
    row("CGC-GTE-1",  Group::Whole,          false, false, "Lista del GTE y resumen curricular"),
    row("CGC-PLAN-1", Group::Whole,          true,  false, "Se cuenta: estándares previstos y programa de trabajo"),
    row("CGC-SEC-1",  Group::Whole,          true,  false, "Se cuenta: uno de los cinco sectores"),
];

const fn row(
    id: &'static str,
    group: Group,
    computed: bool,
    blocks: bool,
    evidence: &'static str,
) -> Criterion {
    Criterion {
        id,
        group,
        computed,
        blocks,
        evidence,
    }
}

/// A criterion by its id.
pub fn find(id: &str) -> Option<&'static Criterion> {
    CRITERIA.iter().find(|it| it.id == id)
}

/// How a criterion stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which one.
    pub criterion: &'static Criterion,
    /// What was found.
    pub result: CriterionResult,
    /// On what, in Spanish: what was counted, or what the person who judged wrote.
    pub says: String,
    /// The act that it rests on.
    pub number: u64,
}

impl Committee {
    /// How every criterion stands on a day. What was judged before the act `since`, with which the
    /// procedure last began anew, is asked for again.
    pub fn standings(&self, on: NaiveDate, since: u64, last: u64) -> Vec<Standing> {
        let mut all: Vec<Standing> = Vec::with_capacity(CRITERIA.len());
        for criterion in CRITERIA {
            let (result, says, number) = match criterion.computed {
                true => {
                    let (met, says) = self.counted(criterion.id, on);
                    let result = match met {
                        true => CriterionResult::Met,
                        false => CriterionResult::NotMet,
                    };
                    (result, says, last)
                }
                false => self.judged(criterion, since),
            };
            all.push(Standing {
                criterion,
                result,
                says,
                number,
            });
        }
        let lacking: Vec<&str> = [Group::Scope, Group::Representation, Group::Standing]
            .into_iter()
            .filter(|group| !group_is_met(&all, *group))
            .map(Group::says)
            .collect();
        if let Some(whole) = all.iter_mut().find(|it| it.criterion.id == "CGC-ADM-0") {
            (whole.result, whole.says) = match lacking.is_empty() {
                true => (
                    CriterionResult::Met,
                    "Los tres grupos tienen un criterio cumplido".to_owned(),
                ),
                false => (
                    CriterionResult::NotMet,
                    format!("Falta un criterio cumplido de: {}", lacking.join(", ")),
                ),
            };
        }
        all
    }

    /// What meets the requirements of the road on a day: the files that stand, less those for
    /// criteria that nobody found to be met, and the criteria that are counted.
    pub fn proven(
        &self,
        on: NaiveDate,
        since: u64,
        last: u64,
    ) -> std::collections::BTreeMap<String, u64> {
        let mut proven = self.files.clone();
        for standing in self.standings(on, since, last) {
            let id = standing.criterion.id;
            // The letter is met by being there: nobody judges whether it was written.
            if id == "CGC-SOL-1" && standing.result != CriterionResult::NotMet {
                continue;
            }
            match standing.result {
                CriterionResult::Met => proven.insert(id.to_owned(), standing.number),
                _ => proven.remove(id), // Whatever else it is, it is not met.
            };
        }
        proven
    }

    fn judged(&self, criterion: &'static Criterion, since: u64) -> (CriterionResult, String, u64) {
        let file = self.files.get(criterion.id).copied();
        let judgment = self.judgments.get(criterion.id);
        let said = judgment.filter(|it| it.number >= since);
        match (said, file) {
            (Some(said), None) if said.result == CriterionResult::Met => {
                let says = "Su evidencia se retiró: hay que adjuntar otra".to_owned();
                (CriterionResult::Pending, says, 0)
            }
            (Some(said), _) => (said.result, said.note.clone(), said.number),
            (None, Some(number)) if criterion.id == "CGC-SOL-1" && number >= since => (
                CriterionResult::Met,
                "La solicitud está adjunta".to_owned(),
                number,
            ),
            (None, Some(number)) if number >= since => {
                let says = "Tiene evidencia y falta revisarla".to_owned();
                (CriterionResult::Pending, says, 0)
            }
            (None, Some(_)) if judgment.is_some() => {
                let says =
                    "Se revisó en un trámite anterior: hay que revisarlo otra vez".to_owned();
                (CriterionResult::Pending, says, 0)
            }
            (None, _) => (CriterionResult::Pending, String::new(), 0),
        }
    }

    /// Whether a criterion that is counted is met on a day, and what was counted.
    fn counted(&self, id: &str, on: NaiveDate) -> (bool, String) {
        let roster = self.roster(on);
        let holding = |office| roster.iter().filter(|it| it.office == office).count();
        let of_kind = |kind: OrganizationKind| {
            let all = self.represented(on).into_iter();
            let names = all.filter(|it| it.kind == kind).map(|it| it.name.clone());
            names.collect::<Vec<String>>()
        };
        match id {
            "CGC-ORG-1" => {
                let [chair, vice, members] = [
                    CgcOfficeRole::Chair,
                    CgcOfficeRole::ViceChair,
                    CgcOfficeRole::Member,
                ]
                .map(holding);
                let mut lacks = Vec::new();
                if chair != 1 {
                    lacks.push("la Presidencia");
                }
                if vice != 1 {
                    lacks.push("la Vicepresidencia");
                }
                if members == 0 {
                    lacks.push("las vocalías");
                }
                match lacks.is_empty() {
                    true => (
                        true,
                        format!("Presidencia, Vicepresidencia y vocalías: {members}"),
                    ),
                    false => {
                        let verb = match (&lacks[..], members) {
                            ([_], 1..) => "Falta",
                            _ => "Faltan",
                        };
                        (false, format!("{verb} {}", lacks.join(", ")))
                    }
                }
            }
            "CGC-EDU-1" => {
                let mut names: Vec<String> = Vec::new();
                for member in roster
                    .iter()
                    .filter(|it| it.office == CgcOfficeRole::Member)
                {
                    let of = self.organization_of(member.organization);
                    let of = of.filter(|it| it.kind == OrganizationKind::Education);
                    names.extend(of.map(|it| it.name.clone()));
                }
                match names.is_empty() {
                    true => (
                        false,
                        "Falta una institución educativa con vocalía".to_owned(),
                    ),
                    false => (true, names.join(", ")),
                }
            }
            "CGC-REP-5" => named(
                of_kind(OrganizationKind::Chamber),
                "Ninguna cámara o asociación",
            ),
            "CGC-REP-6" => named(of_kind(OrganizationKind::Union), "Ningún sindicato"),
            "CGC-PLAN-1" => {
                let planned = self.planned.iter().filter(|it| !it.dropped).count();
                let lines = self.programme.len();
                let says =
                    format!("Estándares previstos: {planned}. Actividades del programa: {lines}");
                (planned > 0 && lines > 0, says)
            }
            "CGC-SEC-1" => match self.sector {
                Some(sector) => (true, sector.says().to_owned()),
                None => (false, "Falta decir el sector".to_owned()),
            },
            _ => (false, String::new()), // CGC-ADM-0 is counted from the others.
        }
    }
}

fn named(names: Vec<String>, none: &str) -> (bool, String) {
    match names.is_empty() {
        true => (false, format!("{none} tiene representante")),
        false => (true, names.join(", ")),
    }
}

fn group_is_met(all: &[Standing], group: Group) -> bool {
    let mut of = all.iter().filter(|it| it.criterion.group == group);
    of.any(|it| it.result == CriterionResult::Met)
}
