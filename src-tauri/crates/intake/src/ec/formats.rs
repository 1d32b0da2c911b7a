//! What each format prints where, as a table: the labels of a standard, in every wording seen.
//!
//! Phrases are squeezed (see [`crate::phrase`]), so that accents, spaces and points do not count.

use domain::ec::Format;

use crate::phrase::squeeze;

/// What a heading or a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// Before any label.
    Preamble,
    /// «I.- Datos Generales».
    GeneralData,
    /// «Código Título».
    Identity,
    Purpose,
    Description,
    Level,
    Committee,
    ApprovalDate,
    PublicationDate,
    ReviewPeriod,
    Validity,
    Occupations,
    UnitGroup,
    Associated,
    Unlisted,
    Scian,
    Sector,
    Subsector,
    Branch,
    Subbranch,
    IndustryClass,
    Organizations,
    Related,
    /// «Estándares relacionados», «Estándares equivalentes».
    RelatedKind,
    Aspects,
    Practice,
    Requirements,
    Duration,
    References,
    /// «II.- Perfil del Estándar de Competencia».
    Profile,
    /// «III.- Elementos que conforman el Estándar de Competencia».
    Elements,
    /// «Referencia Código Título».
    Reference,
    /// «CRITERIOS DE EVALUACIÓN».
    Criteria,
    /// «La persona es competente cuando …».
    LeadIn,
    Performances,
    Products,
    Knowledge,
    Attitudes,
    Contingencies,
    Situation,
    Responses,
    Glossary,
}

impl Label {
    /// Whether it is one of the three dates-and-years blocks that stand in two columns.
    pub(crate) fn is_term(self) -> bool {
        use Label::*;
        matches!(
            self,
            ApprovalDate | PublicationDate | ReviewPeriod | Validity
        )
    }

    /// Whether it announces a list of an element.
    pub(crate) fn is_list(self) -> bool {
        use Label::*;
        matches!(
            self,
            Performances | Products | Knowledge | Attitudes | Contingencies | Glossary
        )
    }
}

/// What goes on belonging to a label after the phrase that tells it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tail {
    /// Nothing.
    Ends,
    /// Everything up to the first of these phrases that follows within so many letters; else nothing.
    Through(usize, &'static [&'static str]),
}

/// How much of its line a label needs to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Its phrase is long enough to stand for itself.
    Nothing,
    /// A colon after it, or the whole line.
    ColonOrLine,
    /// The whole line.
    Line,
}

/// One wording of a label.
pub(crate) struct Wording {
    pub(crate) label: Label,
    pub(crate) phrase: &'static str,
    pub(crate) tail: Tail,
    pub(crate) needs: Needs,
}

const fn says(label: Label, phrase: &'static str, tail: Tail, needs: Needs) -> Wording {
    Wording {
        label,
        phrase,
        tail,
        needs,
    }
}

const STANDARD: &[&str] = &["estandardecompetencia", "delec", "delestandar"];
const THIS_EC: &[&str] = &[
    "enesteec",
    "enesteestandardecompetencia",
    "delcertificado",
    "certificado",
];
const OF_EC: &[&str] = &["delec", "delestandardecompetencia", "delestandar"];
const FOR_EC: &[&str] = &[
    "paraesteec",
    "paraesteestandardecompetencia",
    "paraelec",
    "enelsector",
];
const DOF: &[&str] = &["diariooficialdelafederacion", "dof"];
const CT: &[&str] = &["delconocer", "comitetecnico"];
const CATALOGUE: &[&str] = &[
    "sinco",
    "sicno",
    "sistemanacionaldeclasificaciondeocupaciones",
    "catalogonacionaldeocupaciones",
    "clasificaciondeocupaciones",
    "informaciondelcatalogonacionaldeocupaciones",
];

/// The labels of section I.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const GENERAL: &[Wording] = &{
    use Label::*;
    use Needs::{ColonOrLine, Line, Nothing};
    use Tail::{Ends, Through};
    [
        says(GeneralData,     "datosgenerales",                                     Ends, Line),
        says(GeneralData,     "datosgeneralesdelestandardecompetencia",             Ends, Line),
        says(Identity,        "codigotitulo",                                       Ends, Nothing),
        says(Identity,        "codigo",                                             Ends, ColonOrLine),
        says(Purpose,         "propositodelestandardecompetencia",                  Ends, Nothing),
        says(Purpose,         "propositodelec",                                     Ends, ColonOrLine),
        says(Purpose,         "proposito",                                          Ends, Line),
        says(Description,     "descripciongeneraldelestandardecompetencia",         Ends, Nothing),
        says(Description,     "descripciongeneraldelec",                            Ends, ColonOrLine),
        says(Description,     "descripciondelestandardecompetenciademarca",         Ends, Nothing),
        says(Description,     "descripciondelestandardecompetencia",                Ends, Nothing),
        says(Description,     "descripciondelec",                                   Ends, ColonOrLine),
        says(Description,     "descripciongeneral",                                 Ends, Line),
        says(Level,           "nivelenelsistemanacionaldecompetencias",             Ends, Nothing),
        says(Level,           "nivelenelsistemanacionaldecompetencia",              Ends, Nothing),
        says(Level,           "niveldecompetencia",                                 Ends, ColonOrLine),
        says(Committee,       "comitedegestionporcompetenciasquelodesarrollo",      Ends, Nothing),
        says(Committee,       "comitedegestionporcompetenciaquelodesarrollo",       Ends, Nothing),
        says(Committee,       "comitedegestiondecompetenciasquelodesarrollo",       Ends, Nothing),
        says(Committee,       "comitedegestionporcompetencias",                     Ends, Line),
        says(ApprovalDate,    "fechadeaprobacion",                                  Through(45, CT), Nothing),
        says(PublicationDate, "fechadepublicacion",                                 Through(50, DOF), Nothing),
        says(ReviewPeriod,    "periodosugeridoderevision",                          Through(40, OF_EC), Nothing),
        says(ReviewPeriod,    "periodosugeridodeactualizacion",                     Through(40, OF_EC), Nothing),
        says(ReviewPeriod,    "periododerevision",                                  Through(40, OF_EC), Nothing),
        says(ReviewPeriod,    "periododeactualizacion",                             Through(40, OF_EC), Nothing),
        says(Validity,        "tiempodevigencia",                                   Through(60, THIS_EC), Nothing),
        says(Validity,        "vigenciadelcertificado",                             Through(45, THIS_EC), ColonOrLine),
        says(Validity,        "vigenciasugeridadelcertificado",                     Through(45, THIS_EC), Nothing),
        says(Occupations,     "ocupacionesrelacionadascon",                         Through(170, CATALOGUE), Nothing),
        says(Occupations,     "ocupacionesrelacionadasalec",                        Through(170, CATALOGUE), Nothing),
        says(Occupations,     "ocupacionesrelacionadas",                            Ends, ColonOrLine),
        says(UnitGroup,       "grupounitario",                                      Ends, Nothing),
        says(UnitGroup,       "gruposunitarios",                                    Ends, Nothing),
        says(UnitGroup,       "modulogrupoocupacional",                             Ends, Nothing),
        says(UnitGroup,       "modulosgruposocupacionales",                         Ends, Nothing),
        says(UnitGroup,       "moduloocupacional",                                  Ends, Nothing),
        says(UnitGroup,       "modulosocupacionales",                               Ends, Nothing),
        says(UnitGroup,       "grupoocupacional",                                   Ends, ColonOrLine),
        says(Associated,      "ocupacionesasociadas",                               Ends, ColonOrLine),
        says(Associated,      "ocupacionasociada",                                  Ends, ColonOrLine),
        says(Associated,      "ocupaciones",                                        Ends, Line),
        says(Unlisted,        "ocupacionesnocontenidas",                            Through(190, FOR_EC), Nothing),
        says(Unlisted,        "ocupacionnocontenida",                               Through(190, FOR_EC), Nothing),
        says(Scian,           "clasificacionsegunelsistema",                        Through(90, &["scian", "americadelnorte"]), Nothing),
        says(Scian,           "clasificaciondeacuerdoconelsistema",                 Through(90, &["scian", "americadelnorte"]), Nothing),
        says(Scian,           "clasificacionsegunscian",                            Ends, Nothing),
        says(Sector,          "sector",                                             Ends, ColonOrLine),
        says(Subsector,       "subsector",                                          Ends, ColonOrLine),
        says(Branch,          "rama",                                               Ends, ColonOrLine),
        says(Subbranch,       "subrama",                                            Ends, ColonOrLine),
        says(IndustryClass,   "clase",                                              Ends, ColonOrLine),
        says(Organizations,   "organizacionesparticipantes",                        Through(50, STANDARD), Nothing),
        says(Organizations,   "organizacionparticipante",                           Through(50, STANDARD), Nothing),
        says(Organizations,   "empresaseinstitucionesparticipantes",                Through(50, STANDARD), Nothing),
        says(Organizations,   "empresasinstitucionesparticipantes",                 Through(50, STANDARD), Nothing),
        says(Organizations,   "institucionesparticipantes",                         Through(50, STANDARD), Nothing),
        says(Organizations,   "empresasparticipantes",                              Through(50, STANDARD), Nothing),
        says(Related,         "relacionconotrosestandares",                         Through(25, &["decompetencia"]), Nothing),
        says(RelatedKind,     "estandaresrelacionados",                             Ends, ColonOrLine),
        says(RelatedKind,     "estandaresequivalentes",                             Ends, ColonOrLine),
        says(RelatedKind,     "estandarrelacionado",                                Ends, ColonOrLine),
        says(RelatedKind,     "estandarequivalente",                                Ends, ColonOrLine),
        says(Aspects,         "aspectosrelevantesdelaevaluacion",                   Ends, Nothing),
        says(Aspects,         "aspectosrelevantesparalaevaluacion",                 Ends, Nothing),
        says(Practice,        "detallesdelapractica",                               Ends, Nothing),
        says(Practice,        "detalledelapractica",                                Ends, Nothing),
        says(Requirements,    "apoyosrequerimientos",                               Ends, Nothing),
        says(Requirements,    "apoyosyrequerimientos",                              Ends, Nothing),
        says(Requirements,    "apoyos",                                             Ends, ColonOrLine),
        says(Requirements,    "requerimientos",                                     Ends, ColonOrLine),
        says(Duration,        "duracionestimadadelaevaluacion",                     Ends, Nothing),
        says(Duration,        "duracionestimada",                                   Ends, ColonOrLine),
        says(Duration,        "duraciondelaevaluacion",                             Ends, ColonOrLine),
        says(References,      "referenciasdeinformacion",                           Ends, Nothing),
        says(References,      "referenciadeinformacion",                            Ends, ColonOrLine),
        says(References,      "referenciasbibliograficas",                          Ends, ColonOrLine),
    ]
};

/// The headings of sections II and III.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const SECTIONS: &[Wording] = &{
    use Label::*;
    use Needs::{Line, Nothing};
    use Tail::{Ends, Through};
    [
        says(Profile,  "perfildelestandardecompetencia",         Ends, Line),
        says(Profile,  "perfildelec",                            Ends, Line),
        says(Elements, "elementosqueconformanelestandar",        Through(15, &["decompetencia"]), Nothing),
        says(Elements, "elementosqueconformanelec",              Ends, Line),
        says(Elements, "elementosdelestandardecompetencia",      Ends, Line),
    ]
};

/// The headings of the lists of an element. They are printed in capitals.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const LISTS: &[(Label, &str)] = &[
    (Label::Performances,  "desempenos"),
    (Label::Performances,  "desempeno"),
    (Label::Products,      "productos"),
    (Label::Products,      "producto"),
    (Label::Knowledge,     "conocimientosnivel"),
    (Label::Knowledge,     "conocimientonivel"),
    (Label::Knowledge,     "conocimientos"),
    (Label::Knowledge,     "conocimiento"),
    (Label::Attitudes,     "actitudeshabitosvalores"),
    (Label::Attitudes,     "actitudeshabitosyvalores"),
    (Label::Attitudes,     "actitudeshabitosovalores"),
    (Label::Attitudes,     "actitudhabitovalor"),
    (Label::Attitudes,     "actitudeshabitos"),
    (Label::Attitudes,     "actitudes"),
    (Label::Attitudes,     "actitud"),
    (Label::Contingencies, "respuestasantesituacionesemergentes"),
    (Label::Contingencies, "respuestaantesituacionesemergentes"),
    (Label::Contingencies, "respuestasantesituacionemergente"),
    (Label::Contingencies, "respuestaantesituacionemergente"),
    (Label::Contingencies, "respuestasasituacionesemergentes"),
    (Label::Glossary,      "glosariodeterminos"),
    (Label::Glossary,      "glosario"),
    (Label::Criteria,      "criteriosdeevaluacion"),
    (Label::Criteria,      "criteriodeevaluacion"),
];

/// The two columns of a contingency.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const CONTINGENCY: &[(Label, &str)] = &[
    (Label::Situation, "situacionesemergentes"),
    (Label::Situation, "situacionemergente"),
    (Label::Responses, "respuestasesperadas"),
    (Label::Responses, "respuestaesperada"),
];

/// Whether a text begins with a heading of section I that has a line of its own: no table goes on over it.
pub(crate) fn begins_heading(text: &str) -> bool {
    use Label::*;
    let squeezed = squeeze(text);
    GENERAL.iter().any(|wording| {
        let heads = matches!(
            wording.label,
            Purpose
                | Description
                | Level
                | Committee
                | Occupations
                | Unlisted
                | Scian
                | Organizations
                | Related
                | Aspects
                | Duration
                | References
        );
        heads && matches!(wording.needs, Needs::Nothing) && squeezed.starts_with(wording.phrase)
    })
}

/// What the page frame and the wording of the labels say about the format.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    /// The lines of the frame.
    pub(crate) frame: Vec<String>,
    /// Squeezed labels found.
    pub(crate) labels: Vec<String>,
    pub(crate) is_brand_sheet: bool,
}

impl Signs {
    pub(crate) fn format(&self) -> Format {
        let frame = |sign: &str| self.frame.iter().any(|line| squeeze(line).contains(sign));
        let label = |sign: &str| self.labels.iter().any(|line| line.contains(sign));
        if self.is_brand_sheet {
            return Format::EcmSheet;
        }
        if frame("f21coopyd") {
            return Format::F21V08;
        }
        let version = self.version();
        if frame("nfo02") || frame("nf002") || version.is_some() {
            return match version {
                Some(1) => Format::NFo02V1,
                Some(6) => Format::NFo02V6,
                Some(7) => Format::NFo02V7,
                Some(8) => Format::F21V08,
                _ => self.by_labels(),
            };
        }
        if label("sicno") || label("dof") || label("catalogonacional") {
            return self.by_labels();
        }
        Format::Unknown
    }

    fn by_labels(&self) -> Format {
        let label = |sign: &str| self.labels.iter().any(|line| line.contains(sign));
        if label("sicno") || !label("nivelenelsistema") {
            Format::NFo02V1
        } else if label("dof") || label("catalogonacional") || label("empresaseinstituciones") {
            Format::NFo02V6
        } else {
            Format::NFo02V7
        }
    }

    /// The major number of «Versión: 7.0», from whichever line of the frame has it.
    fn version(&self) -> Option<u32> {
        self.frame.iter().enumerate().find_map(|(at, line)| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let label = words.iter().position(|word| {
                let squeezed = squeeze(word);
                squeezed.starts_with("nfo02")
                    || squeezed.starts_with("nf002")
                    || squeezed.starts_with("vers")
            })?;
            match words.get(label + 1) {
                Some(word) => major(word).filter(|_| words.get(label + 2) != Some(&"de")),
                None => {
                    let next: Vec<&str> = self.frame.get(at + 1)?.split_whitespace().collect();
                    major(next.first()?).filter(|_| next.len() == 1)
                }
            }
        })
    }
}

/// «7.0», «08», «1».
fn major(word: &str) -> Option<u32> {
    let mut parts = word.trim_end_matches('.').split('.');
    let number = parts.next()?;
    let rest = parts.next().unwrap_or("0");
    let plain = number.len() <= 2 && rest.len() == 1 && parts.next().is_none();
    if plain { number.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(frame: &[&str], labels: &[&str]) -> Format {
        let frame = frame.iter().map(|&line| line.to_owned()).collect();
        let labels = labels.iter().map(|label| squeeze(label)).collect();
        Signs {
            frame,
            labels,
            is_brand_sheet: false,
        }
        .format()
    }

    #[test]
    fn the_frame_tells_the_format() {
        assert_eq!(
            format(&["F21-COOPYD-01", "Versión:", "08"], &[]),
            Format::F21V08
        );
        assert_eq!(
            format(&["N-FO-02", "Versión:", "7.0", "Página:"], &[]),
            Format::NFo02V7
        );
        assert_eq!(format(&["N-FO-02  6.0  1 de 8"], &[]), Format::NFo02V6);
        assert_eq!(format(&["N-FO-02 Versión: 1.0"], &[]), Format::NFo02V1);
        assert_eq!(
            format(&[], &["Fecha de publicación en el D.O.F."]),
            Format::NFo02V1
        );
        assert_eq!(format(&[], &[]), Format::Unknown);
    }
}
