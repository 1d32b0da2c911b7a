//! A standard in the official form: F21-COOPYD-01, version 08.

use chrono::NaiveDate;
use domain::calendar::in_words;
use domain::ec::form::{BlockKind, FORM};
use domain::ec::part::{Field, List};
use domain::ec::{Classified, CompetenceStandard, Criterion, Element, Knowledge, Line};

use crate::sheet::{Block, Frame, Letterhead, Look, Making, Sheet, Table, Text};

/// The sheet of a standard.
pub(crate) fn sheet(standard: &CompetenceStandard, letterhead: &Letterhead) -> Sheet {
    let mut making = Making::default();
    general_data(&mut making, standard);
    profile(&mut making, standard);
    elements(&mut making, standard);
    let code = &standard.code;
    let title = match (code.is_empty(), standard.title.is_empty()) {
        (_, true) => FORM.text("marco.título").to_owned(),
        (true, false) => standard.title.clone(),
        (false, false) => format!("{code} {}", standard.title),
    };
    Sheet {
        title,
        frame: Frame {
            letterhead: letterhead.lines.clone(),
            title: FORM.text("marco.título").to_owned(),
            form: [
                FORM.text("marco.formato").to_owned(),
                FORM.text("marco.código").to_owned(),
            ],
            version: Some([
                FORM.text("marco.rótulo de versión").to_owned(),
                FORM.text("marco.versión").to_owned(),
            ]),
            page: FORM.text("marco.rótulo de página").to_owned(),
            of: FORM.text("marco.de").to_owned(),
            ..Frame::default()
        },
        blocks: making.blocks,
        sources: making.sources,
        ..Sheet::default()
    }
}

fn general_data(making: &mut Making, standard: &CompetenceStandard) {
    let general = &standard.general;
    section(making, "EC-H-1");
    let code = making.own(Field::Code, &standard.code);
    let title = making.own(Field::Title, &standard.title);
    making.push(Block::Table(Table {
        look: Look::Open,
        shares: vec![20, 80],
        head: vec![fixed("EC-F-01.rótulo"), fixed("EC-F-02.rótulo")],
        rows: vec![vec![paragraph(code), paragraph(title)]],
        leads: false,
    }));

    heading(making, "EC-F-03.rótulo");
    paragraphs(making, Field::Purpose, &general.purpose);
    fixed_paragraph(making, "EC-F-04");
    fixed_paragraph(making, "EC-F-05");
    heading(making, "EC-F-06a.rótulo");
    paragraphs(
        making,
        Field::GeneralDescription,
        &general.general_description,
    );
    fixed_paragraph(making, "EC-F-06");
    if !general.update_paragraph.is_empty() {
        paragraphs(making, Field::UpdateParagraph, &general.update_paragraph);
    }

    let level = making.own(Field::SncLevel, FORM.level(general.snc_level));
    making.push(Block::Named {
        label: FORM.text("EC-F-08.rótulo").to_owned(),
        text: level,
    });
    paragraphs(making, Field::LevelText, &general.level_text);
    heading(making, "EC-F-09.rótulo");
    paragraphs(making, Field::Committee, &general.committee);

    let approved = date(making, Field::ApprovalDate, general.approval_date);
    let published = date(making, Field::PublicationDate, general.publication_date);
    pair(
        making,
        ["EC-F-10.rótulo", "EC-F-11.rótulo"],
        [approved, published],
    );
    let review = making.own(Field::ReviewPeriod, &general.review_period);
    if general.certificate_validity.is_empty() {
        pair(making, ["EC-F-12.rótulo"], [review]);
    } else {
        let validity = making.own(Field::CertificateValidity, &general.certificate_validity);
        pair(
            making,
            ["EC-F-12.rótulo", "EC-F-13.rótulo"],
            [review, validity],
        );
    }

    heading(making, "EC-F-14.rótulo");
    label(making, List::SincoUnitGroups, "EC-F-14.grupo");
    classified(making, &general.sinco_unit_groups);
    label(making, List::AssociatedOccupations, "EC-F-14.asociadas");
    lines(making, &general.associated_occupations);
    list_heading(making, List::UnlistedOccupations, "EC-F-15.rótulo");
    lines(making, &general.unlisted_occupations);

    heading(making, "EC-F-16.rótulo");
    let scian = &general.scian;
    for (list, key, entries) in [
        (List::Sectors, "EC-F-16.sector", &scian.sectors),
        (List::Subsectors, "EC-F-16.subsector", &scian.subsectors),
        (List::Branches, "EC-F-16.rama", &scian.branches),
        (List::Subbranches, "EC-F-16.subrama", &scian.subbranches),
        (
            List::IndustryClasses,
            "EC-F-16.clase",
            &scian.industry_classes,
        ),
    ] {
        label(making, list, key);
        classified(making, entries);
    }
    fixed_paragraph(making, "EC-F-17");

    list_heading(making, List::ParticipatingOrganizations, "EC-F-18.rótulo");
    bullets(making, &general.participating_organizations);
    if !general.related_standards.is_empty() {
        list_heading(making, List::RelatedStandards, "EC-F-19.rótulo");
        bullets(making, &general.related_standards);
    }
    evaluation(making, standard);
    list_heading(making, List::References, "EC-F-23.rótulo");
    bullets(making, &general.references);
}

fn evaluation(making: &mut Making, standard: &CompetenceStandard) {
    let aspects = &standard.general.evaluation_aspects;
    heading(making, "EC-F-20.sección");
    let mut rows = Vec::new();
    for (list, key, items) in [
        (
            List::PracticeDetails,
            "EC-F-20.rótulo",
            &aspects.practice_details,
        ),
        (List::Requirements, "EC-F-21.rótulo", &aspects.requirements),
    ] {
        let label = making.over(None, list, FORM.text(key));
        let items = texts(making, items);
        rows.push(vec![paragraph(label), vec![Block::Bullets { items }]]);
    }
    making.push(Block::Table(Table {
        look: Look::Layout,
        shares: vec![32, 68],
        head: Vec::new(),
        rows,
        leads: false,
    }));
    heading(making, "EC-F-22.rótulo");
    if !aspects.duration.printed.is_empty() {
        making.push(Block::Bullets {
            items: vec![Text::fixed(&aspects.duration.printed)],
        });
    }
}

fn profile(making: &mut Making, standard: &CompetenceStandard) {
    making.push(Block::NewPage);
    section(making, "EC-H-2");
    let left = vec![
        Block::Label {
            text: fixed("EC-F-24.estándar"),
        },
        Block::Paragraph {
            text: Text::fixed(&standard.title),
        },
    ];
    let mut right = Vec::new();
    for element in &standard.elements {
        right.push(Block::Label {
            text: Text::fixed(&format!(
                "{} {} {} {}",
                FORM.text("EC-F-24.elemento"),
                element.index,
                FORM.text("EC-F-24.de"),
                element.count,
            )),
        });
        right.push(Block::Paragraph {
            text: Text::fixed(&element.title),
        });
    }
    making.push(Block::Table(Table {
        look: Look::Layout,
        shares: vec![46, 54],
        head: Vec::new(),
        rows: vec![vec![left, right]],
        leads: false,
    }));
}

fn elements(making: &mut Making, standard: &CompetenceStandard) {
    making.push(Block::NewPage);
    section(making, "EC-H-3");
    for element in &standard.elements {
        let reference = format!(
            "{} {} {}",
            element.index,
            FORM.text("EC-E-1.de"),
            element.count
        );
        let code = making.of(element.id, Field::Code, &element.code);
        let title = making.of(element.id, Field::Title, &element.title);
        making.push(Block::Table(Table {
            look: Look::Open,
            shares: vec![16, 16, 68],
            head: vec![
                fixed("EC-E-1.referencia"),
                fixed("EC-E-1.código"),
                fixed("EC-E-1.título"),
            ],
            rows: vec![vec![
                paragraph(Text::fixed(&reference)),
                paragraph(code),
                paragraph(title),
            ]],
            leads: true,
        }));
        making.push(Block::Quiet {
            text: FORM.text("EC-E-2").to_owned(),
        });
        for kind in FORM.order() {
            block(making, element, *kind);
        }
    }
}

fn block(making: &mut Making, element: &Element, kind: BlockKind) {
    match kind {
        BlockKind::Performances => criteria(making, element, kind, &element.performances),
        BlockKind::Products => criteria(making, element, kind, &element.products),
        BlockKind::Knowledge => knowledge(making, element),
        BlockKind::Attitudes => {
            let rows = element.attitudes.iter().map(|attitude| {
                let name = named(attitude.number, &attitude.name, attitude.colon);
                let name = making.of(attitude.id, Field::Name, &name);
                let manner = making.of(attitude.id, Field::Manner, &attitude.manner);
                vec![paragraph(name), paragraph(manner)]
            });
            let rows = rows.collect();
            two_columns(making, element, kind, rows);
        }
        BlockKind::Contingencies => contingencies(making, element),
        BlockKind::Glossary => {
            let rows = element.glossary.iter().map(|entry| {
                let term = named(entry.number, &entry.term, entry.colon);
                let term = making.of(entry.id, Field::Term, &term);
                let definition = making.of(entry.id, Field::Definition, &entry.definition);
                vec![paragraph(term), paragraph(definition)]
            });
            let rows = rows.collect();
            two_columns(making, element, kind, rows);
        }
    }
}

fn criteria(making: &mut Making, element: &Element, kind: BlockKind, criteria: &[Criterion]) {
    if criteria.is_empty() {
        return;
    }
    opening(making, element, kind, criteria.len());
    for criterion in criteria {
        let text = making.of(criterion.id, Field::Text, &criterion.text);
        let bullets = texts(making, &criterion.characteristics);
        making.push(Block::Numbered {
            number: criterion.number,
            text,
            bullets,
        });
    }
}

fn knowledge(making: &mut Making, element: &Element) {
    let count = element.knowledge.len();
    if count == 0 {
        return;
    }
    let (lead, heading) = FORM.opening(BlockKind::Knowledge, count);
    making.push(Block::Lead {
        text: lead.to_owned(),
    });
    let rows = element.knowledge.iter().map(|knowledge: &Knowledge| {
        let text = making.of(knowledge.id, Field::Text, &knowledge.text);
        let bullets = texts(making, &knowledge.details);
        let level = making.of(knowledge.id, Field::Level, &knowledge.printed_level);
        let number = knowledge.number;
        let text = vec![Block::Numbered {
            number,
            text,
            bullets,
        }];
        vec![text, paragraph(level)]
    });
    let rows = rows.collect();
    let head = making.over(Some(element.id), List::Knowledge, heading);
    making.push(Block::Table(Table {
        look: Look::Open,
        shares: vec![78, 22],
        head: vec![head, fixed("EC-E-C.nivel")],
        rows,
        leads: false,
    }));
}

fn two_columns(
    making: &mut Making,
    element: &Element,
    kind: BlockKind,
    rows: Vec<Vec<Vec<Block>>>,
) {
    if rows.is_empty() {
        return;
    }
    opening(making, element, kind, rows.len());
    making.push(Block::Table(Table {
        look: Look::Layout,
        shares: vec![34, 66],
        head: Vec::new(),
        rows,
        leads: false,
    }));
}

fn contingencies(making: &mut Making, element: &Element) {
    if element.contingencies.is_empty() {
        return;
    }
    opening(
        making,
        element,
        BlockKind::Contingencies,
        element.contingencies.len(),
    );
    for contingency in &element.contingencies {
        making.push(Block::Label {
            text: fixed("EC-E-S.situación"),
        });
        let situation = making.of(contingency.id, Field::Situation, &contingency.situation);
        making.push(Block::Numbered {
            number: contingency.number,
            text: situation,
            bullets: Vec::new(),
        });
        making.push(Block::Label {
            text: fixed("EC-E-S.respuestas"),
        });
        for (response, number) in contingency.expected_responses.iter().zip(1..) {
            let text = making.of(response.id, Field::Text, &response.text);
            making.push(Block::Numbered {
                number,
                text,
                bullets: Vec::new(),
            });
        }
    }
}

fn opening(making: &mut Making, element: &Element, kind: BlockKind, count: usize) {
    let (lead, heading) = FORM.opening(kind, count);
    if !lead.is_empty() {
        making.push(Block::Lead {
            text: lead.to_owned(),
        });
    }
    let list = match kind {
        BlockKind::Performances => List::Performances,
        BlockKind::Products => List::Products,
        BlockKind::Knowledge => List::Knowledge,
        BlockKind::Attitudes => List::Attitudes,
        BlockKind::Contingencies => List::Contingencies,
        BlockKind::Glossary => List::Glossary,
    };
    let text = making.over(Some(element.id), list, heading);
    making.push(Block::Heading { level: 3, text });
}

/// `2. Orden:`
fn named(number: u32, name: &str, colon: bool) -> String {
    let colon = if colon { ":" } else { "" };
    format!("{number}. {name}{colon}")
}

fn section(making: &mut Making, key: &str) {
    let text = fixed(key);
    making.push(Block::Heading { level: 1, text });
}

fn heading(making: &mut Making, key: &str) {
    let text = fixed(key);
    making.push(Block::Heading { level: 2, text });
}

fn list_heading(making: &mut Making, list: List, key: &str) {
    let text = making.over(None, list, FORM.text(key));
    making.push(Block::Heading { level: 2, text });
}

fn label(making: &mut Making, list: List, key: &str) {
    let text = making.over(None, list, FORM.text(key));
    making.push(Block::Label { text });
}

fn fixed_paragraph(making: &mut Making, key: &str) {
    making.push(Block::Paragraph { text: fixed(key) });
}

/// A field as paragraphs; one that is empty still has its place.
fn paragraphs(making: &mut Making, field: Field, text: &str) {
    for words in text.split('\n') {
        let text = making.own(field, words);
        making.push(Block::Paragraph { text });
    }
}

fn pair<const N: usize>(making: &mut Making, labels: [&str; N], values: [Text; N]) {
    making.push(Block::Table(Table {
        look: Look::Open,
        shares: if N == 1 { vec![100] } else { vec![50, 50] },
        head: labels.iter().map(|key| fixed(key)).collect(),
        rows: vec![values.into_iter().map(paragraph).collect()],
        leads: false,
    }));
}

fn date(making: &mut Making, field: Field, day: Option<NaiveDate>) -> Text {
    let words = day.map(in_words).unwrap_or_default();
    making.own(field, &words)
}

fn classified(making: &mut Making, entries: &[Classified]) {
    let items: Vec<Text> = entries
        .iter()
        .map(|entry| {
            let words = format!("{} {}", entry.code, entry.name);
            making.of(entry.id, Field::Name, words.trim())
        })
        .collect();
    if !items.is_empty() {
        making.push(Block::Lines { items });
    }
}

fn lines(making: &mut Making, lines: &[Line]) {
    let items = texts(making, lines);
    if !items.is_empty() {
        making.push(Block::Names { items });
    }
}

fn bullets(making: &mut Making, lines: &[Line]) {
    let items = texts(making, lines);
    if !items.is_empty() {
        making.push(Block::Bullets { items });
    }
}

fn texts(making: &mut Making, lines: &[Line]) -> Vec<Text> {
    lines
        .iter()
        .map(|line| making.of(line.id, Field::Text, &line.text))
        .collect()
}

fn fixed(key: &str) -> Text {
    Text::fixed(FORM.text(key))
}

fn paragraph(text: Text) -> Vec<Block> {
    vec![Block::Paragraph { text }]
}
