//! Standards made for tests: one that could be real, and as many as wanted by chance.

use chrono::NaiveDate;
use domain::ec::{
    Attitude, Classified, CompetenceStandard, Contingency, Criterion, Duration, Element,
    FixedParagraph, Format, GlossaryEntry, Knowledge, KnowledgeLevel, Line, PrintedForm,
};
use domain::ids::Ids;

/// Chance that is the same for the same seed (splitmix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn within(&mut self, low: usize, high: usize) -> usize {
        let span = u64::try_from(high - low + 1).unwrap();
        low + usize::try_from(self.next() % span).unwrap()
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.within(0, words.len() - 1)]
    }

    fn phrase(&mut self, low: usize, high: usize) -> String {
        let count = self.within(low, high);
        let words: Vec<&str> = (0..count).map(|_| self.of(WORDS)).collect();
        words.join(" ")
    }
}

const WORDS: &[&str] = &[
    "bicicleta",
    "de",
    "freno",
    "la",
    "cadena",
    "conforme",
    "al",
    "manual",
    "del",
    "fabricante",
    "revisión",
    "área/taller",
    "señal",
    "500",
    "luxes",
    "ajuste",
    "herramienta",
    "tensión",
    "a",
    "dirección",
    "(rodada 26)",
    "México",
    "número",
    "pingüino",
    "NOM-017-STPS-2024",
    "cliente",
    "«registro»",
    "3.5",
    "%",
    "entrega-recepción",
    "mantenimiento",
    "con",
    "sin",
    "electroencefalografista",
    "y",
    "orden",
    "ñandú",
    "https://ejemplo.mx/guía",
    "\"hoja\"",
    "k",
    "servicio",
    "en",
];
const VERBS: &[&str] = &[
    "Revisa", "Recibe", "Ajusta", "Entrega", "Lubrica", "Registra", "Limpia",
];
const GERUNDS: &[&str] = &[
    "Verificando",
    "Comprobando",
    "Midiendo",
    "Conforme a",
    "Antes de",
    "Anotando",
];
const NOUNS: &[&str] = &[
    "El registro",
    "La orden de servicio",
    "Los frenos",
    "Las notas",
    "El informe",
];
const DONE: &[&str] = &[
    "elaborado",
    "requisitada",
    "ajustados",
    "redactadas",
    "integrado",
];
const LEVELS: &[KnowledgeLevel] = KnowledgeLevel::ALL;

fn bullets(chance: &mut Chance, ids: &mut Ids, low: usize, openers: &[&str]) -> Vec<Line> {
    let count = chance.within(low, 7);
    (1..=count)
        .map(|n| {
            let text = format!("{} {}", chance.of(openers), chance.phrase(2, 24));
            let end = match count - n {
                0 => ".",
                1 => ", y",
                _ => ",",
            };
            Line {
                id: ids.part(),
                text: format!("{text}{end}"),
            }
        })
        .collect()
}

fn lines(chance: &mut Chance, ids: &mut Ids, low: usize, high: usize) -> Vec<Line> {
    (0..chance.within(low, high))
        .map(|_| Line {
            id: ids.part(),
            text: format!("{} {}.", chance.of(NOUNS), chance.phrase(1, 20)),
        })
        .collect()
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap()
}

/// A standard by chance: always the same for the same seed, in the shapes of real ones.
pub(crate) fn standard(seed: u64) -> CompetenceStandard {
    let mut ids = Ids::fixed();
    let mut chance = Chance(seed);
    let (c, ids) = (&mut chance, &mut ids);
    let mut ec = CompetenceStandard {
        title: format!("Mantenimiento de {}", c.phrase(2, 12)),
        ..CompetenceStandard::default()
    };
    if c.within(0, 1) == 1 {
        ec.code = format!("EC{:04}", c.within(1, 9999));
    }
    let general = &mut ec.general;
    let opening = "Servir como referente para la evaluación y certificación de las personas que";
    general.purpose = format!("{opening} {}.", c.phrase(5, 40));
    general.general_description = (0..c.within(1, 3))
        .map(|_| format!("El estándar contempla {}.", c.phrase(8, 60)))
        .collect::<Vec<_>>()
        .join("\n");
    general.snc_level = Some(u8::try_from(c.within(1, 5)).unwrap());
    general.level_text = format!("Desempeña {}.", c.phrase(10, 40));
    general.committee = format!("de {}", c.phrase(1, 6));
    if c.within(0, 1) == 1 {
        general.approval_date = NaiveDate::from_ymd_opt(2026, 3, 1);
        general.publication_date = NaiveDate::from_ymd_opt(2026, 5, 31);
    }
    if c.within(0, 2) > 0 {
        general.review_period = format!("{} años", c.within(2, 4));
    }
    if c.within(0, 2) == 0 {
        general.certificate_validity = "3 años".to_owned();
    }
    general.sinco_unit_groups = vec![entry(c, ids, 4)];
    general.associated_occupations = lines(c, ids, 1, 3);
    general.unlisted_occupations = lines(c, ids, 0, 3);
    general.scian.sectors = vec![entry(c, ids, 2)];
    general.scian.subsectors = vec![entry(c, ids, 3)];
    general.scian.branches = vec![entry(c, ids, 4)];
    general.scian.subbranches = vec![entry(c, ids, 5)];
    general.scian.industry_classes = (0..c.within(1, 2)).map(|_| entry(c, ids, 6)).collect();
    general.participating_organizations = lines(c, ids, 1, 6);
    general.references = lines(c, ids, 0, 6);
    general.evaluation_aspects.practice_details = lines(c, ids, 1, 3);
    general.evaluation_aspects.requirements = lines(c, ids, 1, 5);
    general.evaluation_aspects.duration = Duration {
        printed: "40 minutos en gabinete y 2 horas en campo, totalizando 2 horas con 40 minutos."
            .to_owned(),
        desk_minutes: Some(40),
        field_minutes: Some(120),
        printed_total_minutes: Some(160),
    };
    let count = c.within(1, 4);
    for place in 1..=count {
        let mut element = made_element(c, ids);
        (element.index, element.count) = (number(place), number(count));
        ec.elements.push(element);
    }
    ec
}

fn entry(c: &mut Chance, ids: &mut Ids, digits: usize) -> Classified {
    Classified {
        id: ids.part(),
        code: (0..digits)
            .map(|_| char::from(b'1' + u8::try_from(c.within(0, 8)).unwrap()))
            .collect(),
        name: format!("Servicios de {}", c.phrase(1, 8)),
    }
}

fn made_element(c: &mut Chance, ids: &mut Ids) -> Element {
    let mut element = Element::blank(ids.part());
    if c.within(0, 2) > 0 {
        element.code = format!("E{:04}", c.within(1, 9999));
    }
    element.title = format!("Realizar {}", c.phrase(2, 14));
    let performances = c.within(0, 4);
    let products = c.within(usize::from(performances == 0), 3);
    element.performances = (1..=performances)
        .map(|n| Criterion {
            id: ids.part(),
            number: number(n),
            text: format!("{} {}:", c.of(VERBS), c.phrase(2, 16)),
            characteristics: bullets(c, ids, 1, GERUNDS),
        })
        .collect();
    element.products = (1..=products)
        .map(|n| Criterion {
            id: ids.part(),
            number: number(n),
            text: format!("{} {}, {}:", c.of(NOUNS), c.phrase(1, 8), c.of(DONE)),
            characteristics: bullets(c, ids, 1, &["Contiene", "Incluye", "Está"]),
        })
        .collect();
    element.knowledge = (1..=c.within(0, 6))
        .map(|n| {
            let level = LEVELS[c.within(0, 2)];
            Knowledge {
                id: ids.part(),
                number: number(n),
                text: format!("Tipos de {}.", c.phrase(2, 24)),
                level: Some(level),
                printed_level: level.printed().to_owned(),
                details: if c.within(0, 3) == 0 {
                    bullets(c, ids, 1, NOUNS)
                } else {
                    Vec::new()
                },
            }
        })
        .collect();
    element.attitudes = (1..=c.within(0, 3))
        .map(|n| Attitude {
            id: ids.part(),
            number: number(n),
            name: c
                .of(&["Orden", "Limpieza", "Responsabilidad", "Amabilidad"])
                .to_owned(),
            colon: c.within(0, 5) > 0,
            manner: format!("La manera en que {}.", c.phrase(4, 30)),
        })
        .collect();
    element.contingencies = (1..=c.within(0, 2))
        .map(|n| Contingency {
            id: ids.part(),
            number: number(n),
            situation: format!("Ruptura de {}.", c.phrase(1, 12)),
            expected_responses: lines(c, ids, 1, 3),
        })
        .collect();
    element.glossary = (1..=c.within(0, 5))
        .map(|n| GlossaryEntry {
            id: ids.part(),
            number: number(n),
            term: format!(
                "Término {}",
                c.of(&["de freno", "raro", "Inteligencia Artificial Generativa"])
            ),
            colon: c.within(0, 5) > 0,
            definition: format!("Se refiere a {}.", c.phrase(3, 40)),
        })
        .collect();
    element
}

/// A standard that could be real, as it would be read from a printed document.
pub(crate) fn sample() -> CompetenceStandard {
    let mut ec = standard(7);
    "Mantenimiento preventivo a bicicletas de uso urbano".clone_into(&mut ec.title);
    "EC9999".clone_into(&mut ec.source_code);
    let mut ids = Ids::new(1_800_000_000_000, 9);
    ec.general.publication_date = None;
    ec.elements = vec![clear(&mut ids, 1), clear(&mut ids, 2)];
    ec.printed = Some(PrintedForm {
        format: Some(Format::F21V08),
        profile_titles: ec.elements.iter().map(|e| e.title.clone()).collect(),
        headings: vec!["I.- Datos Generales".to_owned()],
        fixed_paragraphs: vec![FixedParagraph {
            id: "EC-F-04".to_owned(),
            text: "Asimismo, puede ser referente.".to_owned(),
        }],
    });
    ec
}

fn clear(ids: &mut Ids, index: u32) -> Element {
    let mut line = |text: &str| Line {
        id: ids.part(),
        text: text.to_owned(),
    };
    let bullets = vec![
        line("Verificando que la rueda gire libre,"),
        line("Comprobando la presión con el manómetro, y"),
        line("Conforme al manual del fabricante."),
    ];
    let contained = vec![
        line("Contiene la fecha de ingreso, y"),
        line("Incluye la firma del cliente."),
    ];
    let details = vec![line("De aro."), line("De disco.")];
    let answers = vec![line("Suspende el servicio y lo informa al cliente.")];
    Element {
        id: ids.part(),
        index,
        count: 2,
        code: format!("E530{index}"),
        title: "Revisar la bicicleta conforme a la orden de servicio".to_owned(),
        performances: vec![Criterion {
            id: ids.part(),
            number: 1,
            text: "Revisa las ruedas de la bicicleta:".to_owned(),
            characteristics: bullets,
        }],
        products: vec![Criterion {
            id: ids.part(),
            number: 1,
            text: "La orden de servicio, requisitada:".to_owned(),
            characteristics: contained,
        }],
        knowledge: vec![Knowledge {
            id: ids.part(),
            number: 1,
            text: "Tipos de frenos y su mantenimiento.".to_owned(),
            level: Some(KnowledgeLevel::Comprehension),
            printed_level: "Comprensión".to_owned(),
            details,
        }],
        attitudes: vec![Attitude {
            id: ids.part(),
            number: 1,
            name: "Orden".to_owned(),
            colon: true,
            manner: "La manera en que acomoda la herramienta al terminar.".to_owned(),
        }],
        contingencies: vec![Contingency {
            id: ids.part(),
            number: 1,
            situation: "Fractura del cuadro durante la revisión.".to_owned(),
            expected_responses: answers,
        }],
        glossary: ["Aro", "Buje", "Cuadro"]
            .into_iter()
            .zip(1..)
            .map(|(term, number)| GlossaryEntry {
                id: ids.part(),
                number,
                term: term.to_owned(),
                colon: true,
                definition: format!("Se refiere a la parte {number} de la bicicleta."),
            })
            .collect(),
    }
}
