//! The general data of a generated standard.

use super::Maker;
use super::words::{OBJECTS, VERBS};
use domain::ec::{Classified, Duration, EvaluationAspects, GeneralData, Scian};
use domain::rule_pack::RulePack;

/// Industries, each from its sector to its class.
#[rustfmt::skip] // A table is read down its columns.
const INDUSTRIES: &[[(&str, &str); 5]] = &[
    [
        ("81", "Otros servicios excepto actividades gubernamentales"),
        ("811", "Servicios de reparación y mantenimiento"),
        ("8114", "Reparación y mantenimiento de artículos para el hogar y personales"),
        ("81149", "Reparación y mantenimiento de otros artículos para el hogar y personales"),
        ("811493", "Reparación y mantenimiento de bicicletas"),
    ],
    [
        ("61", "Servicios educativos"),
        ("611", "Servicios educativos"),
        ("6117", "Servicios de apoyo a la educación"),
        ("61171", "Servicios de apoyo a la educación"),
        ("611710", "Servicios de apoyo a la educación"),
    ],
    [
        ("31-33", "Industrias manufactureras"),
        ("336", "Fabricación de equipo de transporte"),
        ("3363", "Fabricación de partes para vehículos automotores"),
        ("33639", "Fabricación de otras partes para vehículos automotrices"),
        ("336390", "Fabricación de otras partes para vehículos automotrices"),
    ],
];

/// What the evaluation says of its practice, whatever the standard.
const PRACTICE: &[&str] = &[
    "Para demostrar la competencia en este EC, se recomienda que se lleve a cabo en el lugar de \
     trabajo y durante su jornada laboral; sin embargo, pudiera realizarse de forma simulada si el \
     área de evaluación cuenta con los materiales, insumos, e infraestructura, para llevar a cabo \
     el desarrollo de todos los criterios de evaluación referidos en el EC.",
    "La evaluación se lleva a cabo de manera presencial; no se realiza de forma remota.",
    "Para este EC no se consideran evidencias históricas.",
];

impl Maker {
    pub(super) fn general(&mut self) -> GeneralData {
        let (_, noun) = self.pick(OBJECTS);
        let (_, verb, _) = self.pick(VERBS);
        let level = u8::try_from(1 + self.below(5)).unwrap_or(1);
        let pack = RulePack::shipped();
        let level_text = pack.level(level).map(|l| l.text.clone());
        let years = 2 + self.below(3);
        GeneralData {
            purpose: format!(
                "Servir como referente para la evaluación y certificación de las personas que \
                 trabajan con {noun}: desde que inician el servicio hasta que lo entregan."
            ),
            general_description: format!(
                "El estándar describe el trabajo de la persona que {} {}. También establece los \
                 conocimientos con los que cuenta y las actitudes que muestra.",
                verb.to_lowercase(),
                self.object()
            ),
            snc_level: Some(level),
            level_text: level_text.unwrap_or_default(),
            committee: format!(
                "de la {}",
                self.pick(&["Movilidad", "Construcción", "Educación", "Salud"])
            ),
            review_period: format!("{years} años"),
            certificate_validity: "3 años".to_owned(),
            sinco_unit_groups: vec![self.classified("9999", "Ocupaciones no especificadas")],
            associated_occupations: self.lines(&["Sin referente"]),
            scian: self.scian(),
            participating_organizations: self
                .lines(&["Red de Talleres del Valle", "Cooperativa Rueda Libre"]),
            evaluation_aspects: EvaluationAspects {
                practice_details: self.lines(PRACTICE),
                requirements: self.lines(&[
                    "Mesa de trabajo con luz de 500 luxes.",
                    "Juego de herramientas que indica la orden de servicio.",
                    "Formatos impresos para el registro.",
                ]),
                duration: self.duration(),
            },
            references: self.lines(&[
                "Asociación Internacional de Normalización. (2023). Requisitos de seguridad. \
                 Ginebra, Suiza.",
            ]),
            ..GeneralData::default()
        }
    }

    fn classified(&mut self, code: &str, name: &str) -> Classified {
        Classified {
            id: self.ids.part(),
            code: code.to_owned(),
            name: name.to_owned(),
        }
    }

    fn scian(&mut self) -> Scian {
        let chain = self.pick(INDUSTRIES);
        let [sector, subsector, branch, subbranch, class] =
            chain.map(|(code, name)| vec![self.classified(code, name)]);
        Scian {
            sectors: sector,
            subsectors: subsector,
            branches: branch,
            subbranches: subbranch,
            industry_classes: class,
        }
    }

    fn duration(&mut self) -> Duration {
        let desk = 30;
        let hours = u32::try_from(1 + self.below(4)).unwrap_or(1);
        let named = if hours == 1 { "hora" } else { "horas" };
        Duration {
            printed: format!(
                "{desk} minutos en gabinete y {hours} {named} en campo, totalizando {hours} {named} \
                 con {desk} minutos."
            ),
            desk_minutes: Some(desk),
            field_minutes: Some(hours * 60),
            printed_total_minutes: Some(hours * 60 + desk),
        }
    }
}
