//! The sheet of a brand standard: one page, with what its owner says of it.
//!
//! It is not the form of a standard: it has no profile, elements nor fixed paragraphs. Its labels are
//! those of the published sheets; over the title, which those print alone, stand the labels of code
//! and title, so that nobody takes the letterhead for part of it.

use domain::ec::CompetenceStandard;
use domain::ec::form::FORM;
use domain::ec::part::Field;

use crate::sheet::{Block, Frame, Letterhead, Look, Making, Sheet, Table, Text};

const DESCRIPTION: &str = "Descripción del Estándar de Competencia de Marca";
const VALIDITY: &str = "Vigencia del Certificado";
const LEVEL: &str = "Nivel de Competencia";

/// The sheet of a brand standard.
pub(crate) fn sheet(standard: &CompetenceStandard, letterhead: &Letterhead) -> Sheet {
    let mut making = Making::default();
    let general = &standard.general;
    let code = making.own(Field::Code, &standard.code);
    let title = making.own(Field::Title, &standard.title);
    let cell = |text| vec![Block::Paragraph { text }];
    making.push(Block::Table(Table {
        look: Look::Open,
        shares: vec![20, 80],
        head: vec![
            Text::fixed(FORM.text("EC-F-01.rótulo")),
            Text::fixed(FORM.text("EC-F-02.rótulo")),
        ],
        rows: vec![vec![cell(code), cell(title)]],
        leads: false,
    }));
    heading(&mut making, DESCRIPTION);
    paragraphs(
        &mut making,
        Field::GeneralDescription,
        &general.general_description,
    );
    heading(&mut making, VALIDITY);
    paragraphs(
        &mut making,
        Field::CertificateValidity,
        &general.certificate_validity,
    );
    heading(&mut making, LEVEL);
    let word = match FORM.level(general.snc_level) {
        "" => String::new(),
        word => format!("{word}."),
    };
    paragraphs(&mut making, Field::SncLevel, &word);
    paragraphs(&mut making, Field::LevelText, &general.level_text);
    let named = [standard.code.as_str(), &standard.title].join(" ");
    Sheet {
        title: match named.trim() {
            "" => "Estándar de Competencia de Marca".to_owned(),
            named => named.to_owned(),
        },
        frame: Frame {
            letterhead: letterhead.lines.clone(),
            title: String::new(),
            form: [String::new(), String::new()],
            version: None,
            page: FORM.text("marco.rótulo de página").to_owned(),
            of: FORM.text("marco.de").to_owned(),
            ..Frame::default()
        },
        blocks: making.blocks,
        sources: making.sources,
        ..Sheet::default()
    }
}

/// A brand standard with what its sheet prints, and nothing else.
pub(crate) fn as_on_the_sheet(standard: &CompetenceStandard) -> CompetenceStandard {
    let general = &standard.general;
    CompetenceStandard {
        code: standard.code.clone(),
        source_code: standard.source_code.clone(),
        title: standard.title.clone(),
        general: domain::ec::GeneralData {
            general_description: general.general_description.clone(),
            certificate_validity: general.certificate_validity.clone(),
            snc_level: general.snc_level,
            level_text: general.level_text.clone(),
            ..domain::ec::GeneralData::default()
        },
        elements: Vec::new(),
        printed: standard.printed.clone(),
    }
}

fn heading(making: &mut Making, words: &str) {
    let text = Text::fixed(words);
    making.push(Block::Heading { level: 1, text });
}

/// A field as paragraphs; one that is empty still has its place.
fn paragraphs(making: &mut Making, field: Field, text: &str) {
    for words in text.split('\n') {
        let text = making.own(field, words);
        making.push(Block::Paragraph { text });
    }
}
