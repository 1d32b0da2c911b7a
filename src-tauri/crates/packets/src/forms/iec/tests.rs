use std::io::{Cursor, Read as _};

use domain::ec::sketch::sample;
use domain::ids::{Ids, PartId};
use domain::iec::deriving::derive;
use domain::iec::leaf::bare;
use domain::iec::weights::Hundredths;
use domain::iec::{
    Annex, Audience, HistoricalEvidence, Question, QuestionKind, Standing, WeightClass,
};
use domain::rule_pack::RulePack;

use super::*;
use crate::{iec_docx, iec_pdf, matrix_pdf, matrix_xlsx};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 3).unwrap()
}

/// The sample standard with an item for each leaf, a question of each kind and two annexes.
fn paper(copy: Copy) -> IecPaper {
    let mut ids = Ids::fixed();
    let standard = sample(&mut ids);
    let mut instrument = AssessmentInstrument::blank(ids.iec(), ids.ec());
    let wanted: Vec<PartId> = leaves(&standard).iter().map(|leaf| leaf.id).collect();
    let edits = derive(&instrument, &standard, &wanted, &mut ids);
    instrument.apply_all(&edits).unwrap();
    let leaves = leaves(&standard);
    let kinds: HashMap<PartId, CriterionKind> =
        leaves.iter().map(|leaf| (leaf.id, leaf.kind)).collect();
    for (audience, title) in [
        (Audience::Evaluator, "Guion reservado"),
        (Audience::Candidate, "Plano del taller"),
    ] {
        instrument.annexes.push(Annex {
            id: ids.part(),
            title: title.to_owned(),
            audience,
            file: format!("{title}.pdf"),
            digest: format!("sha256:{}", "ab".repeat(32)),
        });
    }
    let asked = instrument
        .items
        .iter()
        .filter(|item| kinds[&item.leaf] == CriterionKind::Knowledge);
    let asked: Vec<PartId> = asked.map(|item| item.id).collect();
    assert!(!asked.is_empty());
    for (kind, options) in [
        (
            QuestionKind::MultipleChoice,
            vec!["Verificar", "Limpiar", "Medir"],
        ),
        (QuestionKind::TrueFalse, vec!["Verdadero", "Falso"]),
        (QuestionKind::Completion, vec!["cadena", "llanta", "timbre"]),
        (QuestionKind::Image, vec!["El freno", "El plato", "El eje"]),
        (
            QuestionKind::Matching,
            vec!["Freno | Detiene", "Cadena | Transmite", "Timbre | Avisa"],
        ),
    ] {
        instrument.questions.push(Question {
            id: ids.part(),
            item: asked[0],
            kind,
            level: None,
            text: format!("¿Qué se hace primero ({})?", kind.code()),
            options: options.into_iter().map(str::to_owned).collect(),
            key: if kind == QuestionKind::Matching {
                vec![]
            } else {
                vec![1]
            },
            annex: (kind == QuestionKind::Image).then(|| instrument.annexes[1].id),
            standing: Standing::InForm,
            difficulty: Some(Hundredths(55)),
            discrimination: None,
        });
    }
    let mut banked = instrument.questions[0].clone();
    banked.id = ids.part();
    banked.text = "Pregunta que espera en el banco".to_owned();
    banked.standing = Standing::InBank;
    instrument.questions.push(banked);
    instrument.terms.pass_score = Some(Hundredths(9764));
    for item in &mut instrument.items {
        if kinds[&item.leaf] == CriterionKind::Product {
            item.historical = HistoricalEvidence::Allowed;
        }
        if kinds[&item.leaf] == CriterionKind::Contingency {
            item.expected = vec!["Aislar la zona con conos".to_owned()];
        }
    }
    IecPaper {
        standard,
        instrument,
        copy,
        form: RulePack::shipped().iec_form,
        pictures: Vec::new(),
        taken: ("Elena Robles".to_owned(), day()),
    }
}

fn letterhead() -> Letterhead {
    Letterhead {
        lines: vec!["Oficina de muestra".to_owned()],
    }
}

/// Every byte that a PDF says, its streams opened, and the text of its pages.
fn said_by_pdf(bytes: &[u8]) -> String {
    let document = pdf_extract::Document::load_mem(bytes).unwrap();
    let mut said = String::from_utf8_lossy(bytes).into_owned();
    for object in document.objects.values() {
        said.push_str(&format!("{object:?}\n"));
        if let Ok(stream) = object.as_stream() {
            let plain = stream.decompressed_content();
            said.push_str(&String::from_utf8_lossy(&plain.unwrap_or_default()));
        }
    }
    said.push_str(&pdf_extract::extract_text_from_mem(bytes).unwrap());
    said
}

/// Every part of a Word file, and its words without the marks between them.
fn said_by_docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut said = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        said.push_str(part.name().unwrap().as_ref());
        part.read_to_end(&mut bytes).unwrap();
        let part = String::from_utf8_lossy(&bytes);
        said.push_str(&part);
        let mut inside = false;
        said.extend(part.chars().filter(|c| {
            inside = *c == '<' || (inside && *c != '>');
            !inside && *c != '>'
        }));
    }
    said
}

fn both(paper: &IecPaper) -> [String; 2] {
    [
        said_by_pdf(&iec_pdf(paper, &letterhead()).unwrap().bytes),
        said_by_docx(&iec_docx(paper, &letterhead()).unwrap()),
    ]
}

fn squeezed(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_whole_instrument_has_every_section_of_the_form() {
    for said in both(&paper(Copy::Full)) {
        let said = squeezed(&said);
        for words in [
            "I. INFORMACIÓN GENERAL",
            "II. INTRODUCCIÓN",
            "III. INSTRUCCIONES DE APLICACIÓN DEL IEC",
            "IV. TABLA DE APLICACIÓN DEL IEC",
            "V. INSTRUCCIONES PARA LA CUANTIFICACIÓN",
            "VI. JUICIO DE COMPETENCIA",
            "TODAVÍA NO COMPETENTE",
            "0 a 97.63",
            "Anexo 1. OBSERVACIONES",
            "Anexo 2. RESPUESTAS",
            "Aislar la zona con conos",
            "b) Limpiar",
            "Guion reservado",
            "Plan de evaluación",
            "Evidencias históricas",
            "N-FO-03",
            "0 (-",
        ] {
            assert!(said.contains(words), "{words}");
        }
        assert!(said.contains("CONFIDENCIAL · Elena Robles · 3 de julio de 2026"));
        assert!(!said.contains("Pregunta que espera en el banco"));
        // As the columns are drawn, so is the key told.
        let paper = paper(Copy::Full);
        let mut asked = paper.instrument.questions.iter();
        let matching = asked
            .find(|one| one.kind == QuestionKind::Matching)
            .unwrap();
        let (left, right, pairs) = domain::iec::copies::columns(&matching.options);
        for (number, at) in pairs.iter().enumerate() {
            let letter = ["a", "b", "c", "d"][*at];
            let key = format!(
                "{} – {letter}) {}: {}",
                number + 1,
                left[number],
                right[*at]
            );
            assert!(said.contains(&key), "{key}");
        }
    }
}

#[test]
fn the_booklet_says_nothing_of_key_weights_or_what_is_expected() {
    for said in both(&paper(Copy::Candidate)) {
        let plain = squeezed(&said);
        for words in [
            "¿Qué se hace primero (MATCHING)?",
            "Plano del taller",
            "b) Limpiar",
        ] {
            assert!(plain.contains(words), "{words}");
        }
        for words in [
            "Anexo 2",
            "Respuesta correcta",
            "Peso",
            "97.64",
            "COMPETENTE",
            "Aislar la zona",
            "conos",
            "Guion",
            "CONFIDENCIAL",
            "Elena Robles",
            "banco",
            "iec.json",
            "EmbeddedFile",
        ] {
            assert!(!said.contains(words), "{words}");
        }
    }
}

#[test]
fn the_booklet_is_the_same_whatever_the_key_the_weights_and_what_is_expected() {
    let one = paper(Copy::Candidate);
    let mut other = one.clone();
    other.taken.0 = "Otra persona".to_owned();
    let instrument = &mut other.instrument;
    instrument.terms.pass_score = Some(Hundredths(100));
    instrument.annexes[0].title = "Otro guion".to_owned();
    for item in &mut instrument.items {
        item.weight = WeightClass::Major;
        item.expected = vec!["Otra cosa".to_owned()];
        item.reason = "Porque sí".to_owned();
        item.text.push_str(" También esto.");
    }
    for question in &mut instrument.questions {
        match question.kind {
            QuestionKind::Matching => {
                question.options = ["Freno | Avisa", "Cadena | Detiene", "Timbre | Transmite"]
                    .map(str::to_owned)
                    .to_vec();
            }
            _ => question.key = vec![0],
        }
        question.difficulty = None;
    }
    let (one, other) = (
        [
            iec_pdf(&one, &letterhead()).unwrap().bytes,
            iec_docx(&one, &letterhead()).unwrap(),
        ],
        [
            iec_pdf(&other, &letterhead()).unwrap().bytes,
            iec_docx(&other, &letterhead()).unwrap(),
        ],
    );
    assert!(one == other, "the booklet depends on what it must not say");
}

#[test]
fn the_key_alone_is_the_key_and_the_copy_for_approval_lacks_it() {
    let [pdf, docx] = both(&paper(Copy::Key));
    for said in [pdf, docx] {
        let said = squeezed(&said);
        assert!(said.contains("Anexo 2. RESPUESTAS") && said.contains("b) Falso"));
        assert!(said.contains("CONFIDENCIAL · Elena Robles"));
        assert!(!said.contains("I. INFORMACIÓN GENERAL"));
    }
    let shown = paper(Copy::Shown);
    let contingencies = shown
        .standard
        .elements
        .iter()
        .flat_map(|it| &it.contingencies);
    let responses =
        contingencies.flat_map(|it| it.expected_responses.iter().map(|line| line.text.clone()));
    let responses: Vec<String> = responses.collect();
    assert!(!responses.is_empty());
    for said in both(&shown) {
        let said = squeezed(&said);
        // Neither as the instrument has them, nor as the standard does.
        for response in &responses {
            assert!(!said.contains(bare(response)), "{response}");
        }
        assert!(said.contains("VI. JUICIO DE COMPETENCIA"));
        assert!(
            !said.contains("Anexo 2. RESPUESTAS") && !said.contains("Aislar la zona con conos")
        );
        assert!(!said.contains("1 – b) Freno"));
    }
}

#[test]
fn what_is_typed_is_never_markup() {
    let mut paper = paper(Copy::Full);
    paper.instrument.items[0].text = "#panic() *[a] $x$ <w:p> & \u{202E}fin".to_owned();
    paper.taken.0 = "#let x = 1 \"><b> & Ana".to_owned();

    let [pdf, docx] = both(&paper);

    assert!(squeezed(&pdf).contains("#panic() *[a] $x$ <w:p> & fin"));
    assert!(docx.contains("#panic() *[a] $x$ &lt;w:p&gt; &amp; fin"));
    assert!(docx.contains("&lt;b&gt; &amp; Ana"));
}

#[test]
fn a_criterion_that_fills_a_page_is_not_said_again_on_each() {
    let mut paper = paper(Copy::Full);
    let criterion = &mut paper.standard.elements[0].performances[0];
    criterion.text = format!("Marca {}", "palabra ".repeat(700));

    let said = said_by_pdf(&iec_pdf(&paper, &letterhead()).unwrap().bytes);

    let times = squeezed(&said).matches("Marca palabra").count();
    assert!((1..9).contains(&times), "{times}");
}

#[test]
fn the_matrix_has_a_row_for_each_leaf_and_says_what_has_no_item() {
    let mut paper = paper(Copy::Full);
    paper.instrument.questions.clear();
    let gone = paper.instrument.items.remove(0);
    let leaves = leaves(&paper.standard);
    let without = leaves.iter().find(|leaf| leaf.id == gone.leaf).unwrap();

    let matrix = matrix::matrix(&paper.standard, &paper.instrument);

    assert_eq!(matrix.rows.len(), leaves.len());
    assert_eq!(matrix.head.len(), 3 + paper.instrument.tools.len());
    assert_eq!(matrix.uncovered, 1);
    let row = matrix.rows.iter().find(|row| row[0] == without.label());
    assert_eq!(row.unwrap()[3], "sin reactivo");
    let pdf = matrix_pdf(&paper.standard, &paper.instrument, &letterhead(), day()).unwrap();
    assert!(squeezed(&said_by_pdf(&pdf.bytes)).contains("Hay un criterio sin reactivo."));
    let xlsx = matrix_xlsx(&paper.standard, &paper.instrument, day()).unwrap();
    let again = matrix_xlsx(&paper.standard, &paper.instrument, day()).unwrap();
    assert!(said_by_docx(&xlsx).contains("sin reactivo"));
    assert!(xlsx == again, "the same matrix gives the same bytes");
}

/// Writes the papers where somebody can look at them.
#[test]
#[ignore = "it writes files to be looked at: set CAUCE_PAPERS to a folder"]
fn papers_to_look_at() {
    let folder = std::path::PathBuf::from(std::env::var_os("CAUCE_PAPERS").unwrap());
    for copy in Copy::ALL {
        let paper = pictured(*copy, Audience::Candidate, DOT);
        let name = copy.code().to_lowercase();
        let pdf = iec_pdf(&paper, &letterhead()).unwrap().bytes;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
        let docx = iec_docx(&paper, &letterhead()).unwrap();
        std::fs::write(folder.join(format!("{name}.docx")), docx).unwrap();
    }
    let paper = paper(Copy::Full);
    let (standard, instrument) = (&paper.standard, &paper.instrument);
    let pdf = matrix_pdf(standard, instrument, &letterhead(), day()).unwrap();
    std::fs::write(folder.join("matriz.pdf"), pdf.bytes).unwrap();
    let xlsx = matrix_xlsx(standard, instrument, day()).unwrap();
    std::fs::write(folder.join("matriz.xlsx"), xlsx).unwrap();
}

#[test]
fn a_class_without_items_says_no_weight_of_one() {
    let paper = paper(Copy::Full);
    let minor = paper
        .instrument
        .items
        .iter()
        .filter(|it| it.weight == WeightClass::Minor);
    assert_eq!(minor.count(), 0);

    for said in both(&paper) {
        let said = squeezed(&said);
        // What the class would share stands nowhere as the weight of an item.
        assert!(said.contains('—') && !said.contains("20.00"), "{said}");
    }
}

/// A PNG of four points.
const DOT: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xfd, 0xd4, 0x9a,
    0x73, 0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0x00,
    0x44, 0x0c, 0x60, 0xf2, 0x3f, 0x00, 0x1b, 0xf2, 0x03, 0xfd, 0xf3, 0xe7, 0x4b, 0xb1, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A booklet with a question about a picture that is for somebody.
fn pictured(copy: Copy, audience: Audience, bytes: &[u8]) -> IecPaper {
    let mut paper = paper(copy);
    let annex = paper.instrument.annexes[0].id;
    paper.instrument.annexes[0].audience = audience;
    let question = paper
        .instrument
        .questions
        .iter_mut()
        .find(|question| question.standing == Standing::InForm)
        .unwrap();
    question.annex = Some(annex);
    paper.pictures = Figure::of(bytes.to_vec(), "Esquema")
        .map(|picture| (annex, picture))
        .into_iter()
        .collect();
    paper
}

#[test]
fn the_picture_a_question_is_about_is_printed_with_it_where_the_candidate_may_see_it() {
    let images = |paper: &IecPaper| {
        let bytes = crate::iec_pdf(paper, &Letterhead::default()).unwrap().bytes;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.matches("/Subtype /Image").count() + text.matches("/Subtype/Image").count()
    };

    assert!(images(&pictured(Copy::Candidate, Audience::Candidate, DOT)) > 0);
    assert_eq!(
        images(&pictured(Copy::Candidate, Audience::Evaluator, DOT)),
        0
    );
    assert!(images(&pictured(Copy::Full, Audience::Evaluator, DOT)) > 0);
    assert_eq!(images(&pictured(Copy::Shown, Audience::Evaluator, DOT)), 0);
    assert_eq!(images(&pictured(Copy::Key, Audience::Candidate, DOT)), 0);
    // What is no picture, or a damaged one, is told by its annex alone.
    assert_eq!(images(&pictured(Copy::Full, Audience::Candidate, b"no")), 0);
    assert_eq!(
        images(&pictured(Copy::Full, Audience::Candidate, &DOT[..40])),
        0
    );
}

#[test]
fn word_has_the_picture_with_what_it_is_of_and_the_same_sheet_gives_the_same_file() {
    let media = |paper: &IecPaper| {
        let file = iec_docx(paper, &letterhead()).unwrap();
        let archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let names = archive.file_names().map(|name| name.unwrap().into_owned());
        names
            .filter(|name| name.starts_with("word/media/r"))
            .collect::<Vec<_>>()
    };
    let seen = pictured(Copy::Candidate, Audience::Candidate, DOT);

    assert_eq!(media(&seen).len(), 1);
    assert!(media(&pictured(Copy::Candidate, Audience::Evaluator, DOT)).is_empty());
    let file = iec_docx(&seen, &letterhead()).unwrap();
    assert_eq!(file, iec_docx(&seen, &letterhead()).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut document = String::new();
    archive
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut document)
        .unwrap();
    assert!(document.contains("descr=\"Esquema\""), "{document}");
    // A line of letters does not cut it.
    let (before, _) = document.split_once("<w:drawing>").unwrap();
    let (_, paragraph) = before.rsplit_once("<w:p ").unwrap();
    assert!(paragraph.contains("w:lineRule=\"auto\""), "{paragraph}");
}
