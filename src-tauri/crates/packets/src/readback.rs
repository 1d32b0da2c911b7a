//! What the papers say, taken back out of them and compared with the standard, letter by letter.

use std::io::{Cursor, Read};

use chrono::NaiveDate;
use domain::ec::{Classified, CompetenceStandard, Criterion, Element, Line};

use crate::document;
use crate::printable::each_text;
use crate::{
    Letterhead, Pages, Wanted, Watch, as_printed, as_printed_in_pdf, docx, made, pages, pdf,
};

const FIXED: [&str; 4] = [
    "Asimismo, puede ser referente para el desarrollo de programas de capacitación y de formación \
     basados en Estándares de Competencia (EC).",
    "El presente EC se refiere únicamente a funciones para cuya realización no se requiere por \
     disposición legal, la posesión de un título profesional. Por lo que para certificarse en este \
     EC no deberá ser requisito el poseer dicho documento académico.",
    "El presente EC se fundamenta en criterios rectores de legalidad, competitividad, libre acceso, \
     respeto, trabajo digno y responsabilidad social.",
    "El presente EC, una vez publicado en el Diario Oficial de la Federación, se integrará en el \
     Registro Nacional de Estándares de Competencia que opera el CONOCER a fin de facilitar su uso \
     y consulta gratuita.",
];

/// Everything a page of the official form says about a standard, in its order.
struct Said {
    all: String,
}

impl Said {
    fn of(standard: &CompetenceStandard) -> String {
        let mut said = Said { all: String::new() };
        said.general(standard);
        said.say("II.- Perfil del Estándar de Competencia Estándar de Competencia");
        said.say(&standard.title);
        for element in &standard.elements {
            said.say(&format!("Elemento {} de {}", element.index, element.count));
            said.say(&element.title);
        }
        said.say("III.- Elementos que conforman el Estándar de Competencia");
        for element in &standard.elements {
            said.element(element);
        }
        bare(&said.all)
    }

    fn say(&mut self, words: &str) {
        self.all.push_str(words);
    }

    fn lines(&mut self, label: &str, lines: &[Line]) {
        self.say(label);
        for line in lines {
            self.say(&line.text);
        }
    }

    fn classified(&mut self, label: &str, entries: &[Classified]) {
        self.say(label);
        for entry in entries {
            self.say(&entry.code);
            self.say(&entry.name);
        }
    }

    fn general(&mut self, standard: &CompetenceStandard) {
        let general = &standard.general;
        let aspects = &general.evaluation_aspects;
        self.say("I.- Datos Generales Código Título");
        self.say(&standard.code);
        self.say(&standard.title);
        self.say("Propósito del Estándar de Competencia");
        self.say(&general.purpose);
        self.say(FIXED[0]);
        self.say(FIXED[1]);
        self.say("Descripción general del Estándar de Competencia");
        self.say(&general.general_description);
        self.say(FIXED[2]);
        self.say(&general.update_paragraph);
        self.say("Nivel en el Sistema Nacional de Competencias:");
        let level = general.snc_level.map_or(0, usize::from);
        self.say(["", "Uno", "Dos", "Tres", "Cuatro", "Cinco"][level]);
        self.say(&general.level_text);
        self.say("Comité de Gestión por Competencias que lo desarrolló");
        self.say(&general.committee);
        self.say("Fecha de aprobación por el Comité Técnico del CONOCER:");
        self.say("Fecha de publicación en el Diario Oficial de la Federación:");
        if general.approval_date.is_some() {
            self.say("1 de marzo de 2026");
        }
        if general.publication_date.is_some() {
            self.say("31 de mayo de 2026");
        }
        self.say("Periodo sugerido de revisión/actualización del EC:");
        if !general.certificate_validity.is_empty() {
            self.say("Tiempo de Vigencia del Certificado de competencia en este EC:");
        }
        self.say(&general.review_period);
        self.say(&general.certificate_validity);
        self.say(
            "Ocupaciones relacionadas con este EC de acuerdo con el Sistema Nacional de \
             Clasificación de Ocupaciones (SINCO)",
        );
        self.classified("Grupo unitario", &general.sinco_unit_groups);
        self.lines("Ocupaciones asociadas", &general.associated_occupations);
        self.lines(
            "Ocupaciones no contenidas en el Sistema Nacional de Clasificación de Ocupaciones y \
             reconocidas en el Sector para este EC",
            &general.unlisted_occupations,
        );
        self.say(
            "Clasificación según el sistema de Clasificación Industrial de América del Norte (SCIAN)",
        );
        self.classified("Sector:", &general.scian.sectors);
        self.classified("Subsector:", &general.scian.subsectors);
        self.classified("Rama:", &general.scian.branches);
        self.classified("Subrama:", &general.scian.subbranches);
        self.classified("Clase:", &general.scian.industry_classes);
        self.say(FIXED[3]);
        self.lines(
            "Organizaciones participantes en el desarrollo del Estándar de Competencia",
            &general.participating_organizations,
        );
        if !general.related_standards.is_empty() {
            self.lines(
                "Relación con otros estándares de competencia",
                &general.related_standards,
            );
        }
        self.say("Aspectos relevantes de la evaluación");
        self.lines("Detalles de la práctica:", &aspects.practice_details);
        self.lines("Apoyos/Requerimientos:", &aspects.requirements);
        self.say("Duración estimada de la evaluación");
        if !aspects.duration.printed.is_empty() {
            self.say(&aspects.duration.printed);
        }
        self.lines("Referencias de Información", &general.references);
    }

    fn element(&mut self, element: &Element) {
        self.say("Referencia Código Título");
        self.say(&format!("{} de {}", element.index, element.count));
        self.say(&element.code);
        self.say(&element.title);
        self.say("CRITERIOS DE EVALUACIÓN");
        let one = element.performances.len() == 1;
        self.criteria(
            if one {
                "La persona es competente cuando demuestra el siguiente: DESEMPEÑO"
            } else {
                "La persona es competente cuando demuestra los siguientes: DESEMPEÑOS"
            },
            &element.performances,
        );
        self.criteria(
            "La persona es competente cuando obtiene los siguientes: PRODUCTOS",
            &element.products,
        );
        if !element.knowledge.is_empty() {
            self.say("La persona es competente cuando posee los siguientes:");
        }
        for knowledge in &element.knowledge {
            self.say(&format!("{}.", knowledge.number));
            self.lines(&knowledge.text, &knowledge.details);
            self.say(&knowledge.printed_level);
        }
        if !element.attitudes.is_empty() {
            self.say("La persona es competente cuando demuestra las siguientes:");
            self.say("ACTITUDES/HÁBITOS/VALORES");
        }
        for attitude in &element.attitudes {
            let colon = if attitude.colon { ":" } else { "" };
            self.say(&format!("{}.{}{colon}", attitude.number, attitude.name));
            self.say(&attitude.manner);
        }
        if !element.contingencies.is_empty() {
            self.say("La persona es competente cuando demuestra las siguientes:");
            self.say("RESPUESTAS ANTE SITUACIONES EMERGENTES");
        }
        for contingency in &element.contingencies {
            self.say(&format!("Situación emergente {}.", contingency.number));
            self.say(&contingency.situation);
            self.say("Respuestas esperadas");
            for (response, number) in contingency.expected_responses.iter().zip(1..) {
                self.say(&format!("{number}.{}", response.text));
            }
        }
        if !element.glossary.is_empty() {
            self.say("GLOSARIO");
        }
        for entry in &element.glossary {
            let colon = if entry.colon { ":" } else { "" };
            self.say(&format!("{}.{}{colon}", entry.number, entry.term));
            self.say(&entry.definition);
        }
    }

    fn criteria(&mut self, opening: &str, criteria: &[Criterion]) {
        if criteria.is_empty() {
            return;
        }
        self.say(opening);
        for criterion in criteria {
            self.say(&format!("{}.", criterion.number));
            self.lines(&criterion.text, &criterion.characteristics);
        }
    }
}

/// The letters without white space, without bullets, and without the heads that a table repeats on
/// each page.
fn bare(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.replace("CONOCIMIENTOSNIVEL", "").replace('•', "")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn office() -> Letterhead {
    Letterhead {
        lines: vec![
            "Oficina de prueba".to_owned(),
            "Área de estándares".to_owned(),
        ],
    }
}

/// The letters of a PDF, less the frame of each page.
fn letters_of_pdf(bytes: &[u8]) -> String {
    let pages = pdf_extract::extract_text_from_mem_by_pages(bytes).unwrap();
    let count = pages.len();
    let mut all = String::new();
    for (page, place) in pages.iter().zip(1..) {
        let mut letters: String = page.chars().filter(|c| !c.is_whitespace()).collect();
        for frame in [
            "OficinadepruebaÁreadeestándaresESTÁNDARDECOMPETENCIA".to_owned(),
            format!("FormatodeEstándardeCompetenciaVersión:Página:F21-COOPYD-0108{place}de{count}"),
        ] {
            assert_eq!(
                letters.matches(&frame).count(),
                1,
                "page {place}: {letters}"
            );
            letters = letters.replace(&frame, "");
        }
        all.push_str(&letters);
    }
    bare(&all)
}

/// The letters of a Word file's body.
fn letters_of_docx(bytes: &[u8]) -> String {
    let body = part(bytes, "word/document.xml");
    let texts = body.split("<w:t").skip(1).filter_map(|from| {
        let (tag, rest) = from.split_once('>')?;
        let text = tag.is_empty() || tag.starts_with(' ');
        text.then(|| rest.split("</w:t>").next().unwrap_or_default())
    });
    let all: String = texts.collect();
    bare(
        &all.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&#39;", "'")
            .replace("&amp;", "&"),
    )
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// What people type that could be taken for something else.
const TRICKS: &[&str] = &[
    "#panic(\"x\")",
    "*b*",
    "$x$",
    "@ref",
    "<a>",
    "\\u{41}",
    "&amp;",
    "#read(\"/etc/passwd\")",
    "_i_",
    "`r`",
    "= Título",
    "- guion",
    "+ más",
    "/ barra: b",
    "// nota",
    "/* nota */",
    "{{x}}",
    "</w:t>",
    "]]>",
    "~",
    "--",
    "...",
    "'x'",
    "\"x\"",
    "https://a.mx/b?c=d&e=f#g",
    "[x]",
    "\\",
    "1.",
];

fn tricked(seed: u64) -> CompetenceStandard {
    let mut standard = made::standard(seed);
    let mut turn = 0;
    each_text(&mut standard, &mut |words, _| {
        if !words.is_empty() {
            words.push(' ');
            words.push_str(TRICKS[turn % TRICKS.len()]);
            turn += 1;
        }
    });
    standard
}

#[test]
fn the_pdf_says_what_the_standard_says() {
    for seed in 0..8 {
        let standard = made::standard(seed);

        let paper = pdf(&standard, &office(), day()).unwrap();

        assert_eq!(
            letters_of_pdf(&paper.bytes),
            Said::of(&standard),
            "seed {seed}"
        );
        assert_eq!(paper.substituted, []);
    }
}

#[test]
fn the_word_file_says_what_the_standard_says() {
    for seed in 0..40 {
        let standard = made::standard(seed);

        let file = docx(&standard, &office()).unwrap();

        assert_eq!(letters_of_docx(&file), Said::of(&standard), "seed {seed}");
    }
}

#[test]
fn what_a_person_types_is_never_markup() {
    let standard = tricked(3);

    let paper = pdf(&standard, &office(), day()).unwrap();
    let file = docx(&standard, &office()).unwrap();

    assert_eq!(letters_of_pdf(&paper.bytes), Said::of(&standard));
    assert_eq!(letters_of_docx(&file), Said::of(&standard));
    let heads = part(&file, "docProps/core.xml");
    assert!(!heads.contains("<a>"), "a title is escaped: {heads}");
}

#[test]
fn what_paper_cannot_say_does_not_stop_it() {
    let mut standard = made::standard(5);
    "Mantenimiento 🚲\u{202E} de\u{7} bicicletas\u{FFFF} 東京 A\u{301}"
        .clone_into(&mut standard.title);
    standard.elements[0].title = "á".repeat(100_000);
    standard.general.purpose = "palabra ".repeat(12_500);

    let paper = pdf(&standard, &Letterhead::default(), day()).unwrap();
    let file = docx(&standard, &Letterhead::default()).unwrap();
    let printed = as_printed(&standard);

    assert_eq!(
        printed.title,
        "Mantenimiento 🚲 de bicicletas\u{FFFD} 東京 Á"
    );
    let lost: String = paper
        .substituted
        .iter()
        .map(|lost| lost.character)
        .collect();
    assert!(lost.starts_with("🚲東京"), "{lost}");
    let source = paper.substituted[0].source.unwrap();
    assert_eq!(source.field, Some(domain::ec::part::Field::Title));
    assert_eq!(letters_of_docx(&file), Said::of(&printed));
}

#[test]
fn a_character_without_glyph_is_printed_as_a_substitute() {
    let mut standard = made::standard(9);
    "Mantenimiento de 🚲 y 東京 ≥ 500".clone_into(&mut standard.title);

    let paper = pdf(&standard, &office(), day()).unwrap();

    let printed = as_printed_in_pdf(&standard);
    assert_eq!(
        printed.title,
        "Mantenimiento de \u{FFFD} y \u{FFFD}\u{FFFD} ≥ 500"
    );
    assert_eq!(letters_of_pdf(&paper.bytes), Said::of(&printed));
}

#[test]
fn the_same_standard_gives_the_same_bytes() {
    let standard = made::sample();

    let papers = || {
        (
            pdf(&standard, &office(), day()).unwrap(),
            docx(&standard, &office()).unwrap(),
        )
    };

    assert!(papers() == papers(), "not the same bytes");
}

#[test]
fn the_pdf_is_archival_readable_aloud_and_carries_its_source() {
    let standard = made::sample();

    let paper = pdf(&standard, &office(), day()).unwrap();

    let file = pdf_extract::Document::load_mem(&paper.bytes).unwrap();
    let streams: Vec<Vec<u8>> = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter_map(|stream| {
            stream
                .decompressed_content()
                .ok()
                .or(Some(stream.content.clone()))
        })
        .collect();
    let metadata = streams
        .iter()
        .map(|stream| String::from_utf8_lossy(stream))
        .find(|text| text.contains("pdfaid:part"))
        .unwrap();
    assert!(
        metadata.contains("<pdfaid:part>3</pdfaid:part>"),
        "{metadata}"
    );
    assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(metadata.contains("es-MX"));
    let carried = streams
        .iter()
        .find_map(|stream| document::from_canonical(stream).ok());
    assert_eq!(carried, Some(standard));
}

#[test]
fn a_name_of_any_length_is_set_on_pages() {
    let mut standard = tricked(4);
    standard.title = "Aplicar la herramienta ".repeat(2_000);
    for element in &mut standard.elements {
        element.title = "Preparar la mezcla ".repeat(2_000);
    }

    let paper = pdf(&standard, &office(), day()).unwrap();

    assert!(paper.bytes.starts_with(b"%PDF"));
}

#[test]
fn the_pdf_is_sound_to_another_reader() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("estandar.pdf");
    std::fs::write(&path, pdf(&tricked(4), &office(), day()).unwrap().bytes).unwrap();

    match std::process::Command::new("qpdf")
        .arg("--check")
        .arg(&path)
        .output()
    {
        Ok(checked) => assert!(checked.status.success(), "{checked:?}"),
        Err(error) => eprintln!("qpdf is not here, so the PDF was not checked with it: {error}"),
    }
}

fn drawn(standard: &CompetenceStandard) -> Pages {
    let on: &mut Watch<'_> = &mut |_, _| std::ops::ControlFlow::Continue(());
    let wanted = Wanted {
        pages: 0..usize::MAX,
        have: Vec::new(),
    };
    pages(standard, &office(), &wanted, on).unwrap()
}

#[test]
fn the_window_finds_every_text_on_the_page() {
    let standard = made::sample();

    let pages = drawn(&standard);

    let found = |id| pages.spots.iter().any(|spot| spot.source.part == Some(id));
    for element in &standard.elements {
        assert!(found(element.id));
        for criterion in element.performances.iter().chain(&element.products) {
            assert!(found(criterion.id));
            assert!(criterion.characteristics.iter().all(|line| found(line.id)));
        }
        assert!(element.knowledge.iter().all(|k| found(k.id)));
        assert!(element.attitudes.iter().all(|a| found(a.id)));
        assert!(element.contingencies.iter().all(|c| found(c.id)));
        assert!(element.glossary.iter().all(|g| found(g.id)));
    }
    for spot in &pages.spots {
        assert!(spot.page < pages.marks.len());
        assert!(
            spot.x >= 0.0 && spot.x + spot.width <= pages.width,
            "{spot:?}"
        );
        assert!(
            spot.y >= 0.0 && spot.y + spot.height <= pages.height,
            "{spot:?}"
        );
    }
}

#[test]
fn the_pictures_need_nothing_from_outside() {
    let pages = drawn(&tricked(6));

    for svg in pages.drawn.iter().map(|picture| &picture.svg) {
        assert!(!svg.contains("<script") && !svg.contains("<image") && !svg.contains("<text"));
        assert!(!svg.contains("font-family") && !svg.contains("style="));
        for link in svg.split("href=\"").skip(1) {
            let name = link.split('"').next().unwrap().strip_prefix('#').unwrap();
            assert!(
                svg.contains(&format!("id=\"{name}\"")),
                "{name} is not in its page"
            );
        }
    }
}
