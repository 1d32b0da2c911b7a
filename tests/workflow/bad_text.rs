//! Text as people paste it: controls, bidirectional marks, emoji, accents in two spellings, markup,
//! and far too much of it, in every field there is.

use desk::Code;
use desk::wire::{
    EditRequest, EditStandard, ExportDocument, NewStandard, SaveSettings, SetAside, StandardView,
};
use domain::ec::part::{Field, List, ListOf};
use domain::ids::Ids;
use domain::text::is_unseen;

use crate::office::{Office, general, of_part, standard_of, told};
use crate::road::{TO_COVACEC, support};

/// Controls, bidirectional marks, a zero-width joiner and space, emoji, one accent in two spellings,
/// what Typst, XML and spreadsheets would run, and a character set aside by Unicode.
const STRANGE: &str = "Año\u{0}\u{7}\u{1b} \u{202E}al revés\u{202C} 😀 👩\u{200D}🔧 n\u{303}u\u{301} ñú \u{FEFF}\u{200B}<b>&amp; #strong[x] $x^2$ \\ @ref *no* _no_ =1+1 \u{FDD0}";

/// The same, less what no font of the form has and a page shows as a box.
const PRINTABLE: &str = "año\u{0}\u{7}\u{1b} \u{202E}al revés\u{202C} n\u{303}u\u{301} ñú \u{FEFF}\u{200B}<b>&amp; #strong[x] $x^2$ \\ @ref *no* _no_ =1+1";

/// What has a form of its own on paper: a period, a date, a code, a level.
const FORMAL: &[Field] = &[
    Field::SncLevel,
    Field::ApprovalDate,
    Field::PublicationDate,
    Field::Code,
    Field::Level,
    Field::ReviewPeriod,
    Field::CertificateValidity,
    Field::UpdateParagraph,
];

/// Words that mean something on the form, so that reading the page could take them for it.
const LIKE_THE_FORM: &str = "GLOSARIO: 1. Revisa: DESEMPEÑOS Elemento 1 de 1 Página: 3 de 9 • viñeta • y otra 2 de 3 E1234 Título === Página 2 === Comprensión";

/// Writes a text into every field and every part of the standard that there is.
fn everywhere(office: &mut Office, id: &str, text: &str) -> StandardView {
    let standard = standard_of(&office.view(id));
    let strange = |before: &str| format!("{before} {text}");
    let mut edits = Vec::new();
    let fields = || Field::ALL.iter().filter(|field| !FORMAL.contains(field));
    for field in fields() {
        if let Some(before) = standard.general_text(*field) {
            edits.push(general(field.code(), &before, &strange(&before)));
        }
    }
    let mut owners = vec![None];
    let mut at = 0;
    while let Some(owner) = owners.get(at).copied() {
        at += 1;
        for &list in List::ALL {
            let Ok(parts) = standard.list(ListOf { owner, list }) else {
                continue;
            };
            for part in parts {
                owners.push(Some(part.id()));
                for field in fields() {
                    if let Some(before) = standard.text_of(part.id(), *field) {
                        edits.push(of_part(
                            &part.id().to_string(),
                            field.code(),
                            &before,
                            &strange(&before),
                        ));
                    }
                }
            }
        }
    }
    assert!(edits.len() > 110, "only {} fields were found", edits.len());
    office
        .desk
        .edit_standard(EditStandard {
            id: id.to_owned(),
            edits,
        })
        .unwrap()
}

/// Says of every error that it is none, so that the case can go on.
fn forgive(office: &mut Office, id: &str) {
    let view = office.view(id);
    for error in view
        .findings
        .iter()
        .filter(|f| f.severity == "error" && f.set_aside.is_none())
    {
        let asked = SetAside {
            id: id.to_owned(),
            key: error.key.clone(),
            kind: "FALSE_ALARM".to_owned(),
            reason: format!("Es una prueba. {STRANGE}"),
        };
        office.desk.set_aside(asked).unwrap();
    }
    assert_eq!(office.view(id).counts.errors, 0);
}

fn export(office: &mut Office, id: &str, kind: &str) -> Vec<u8> {
    let path = office.place(&format!("estandar.{kind}"));
    let asked = ExportDocument {
        id: id.to_owned(),
        kind: kind.to_owned(),
        path: path.clone(),
        replace: true,
    };
    office.export(asked).unwrap();
    std::fs::read(path).unwrap()
}

/// The whole way of a standard with such texts: kept, reviewed, printed, packed, verified, taken in.
fn goes_all_the_way(text: &str) {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let letterhead = vec![STRANGE.to_owned(), text.to_owned()];
    let settings = SaveSettings {
        person: format!("Elena {STRANGE}"),
        letterhead,
        appearance: "system".to_owned(),
        non_working_days: String::new(),
    };
    office.desk.save_settings(settings).unwrap();

    let view = everywhere(&mut office, &id, text);

    let json = String::from_utf8(export(&mut office, &id, "JSON")).unwrap();
    assert!(
        !json.chars().any(|c| is_unseen(c) && c != '\n'),
        "what cannot be seen was kept"
    );
    let wanted = standard_of(&view);
    assert_eq!(packets::document::canonical(&wanted), json.as_bytes());
    forgive(&mut office, &id);
    let mut typed = support(&id);
    typed.support.population_source = format!("Censo {text}");
    typed.support.consequence_mechanism = format!("Bono {text}");
    typed.support.certification_solutions[0].name = format!("Escuela {text}");
    office.desk.save_support(typed).unwrap();
    office.walk(&id, TO_COVACEC);
    let packet = office.packet(&id, "paquetes").unwrap();
    assert!(packet.files.iter().all(|path| path.is_ascii()));
    let verified = crate::office::verify(packet.path.as_ref());
    assert!(verified.sound, "{:?}", verified.differences);
    let mut there = Office::in_memory(2);
    assert_eq!(there.take_in(&packet.path).unwrap().outcome, "NEW");
    assert_eq!(there.view(&id).document, office.view(&id).document);
    office.is_sound();
    there.is_sound();
}

#[test]
fn strange_characters_in_every_field_go_all_the_way() {
    goes_all_the_way(STRANGE);
}

#[test]
fn words_of_the_form_in_every_field_go_all_the_way() {
    goes_all_the_way(LIKE_THE_FORM);
}

#[test]
fn what_a_page_can_show_is_read_back_from_both_papers() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = everywhere(&mut office, &id, PRINTABLE);
    for kind in ["PDF", "DOCX"] {
        let read = intake::read(&export(&mut office, &id, kind), &mut Ids::fixed()).unwrap();
        crate::round_trip::same(kind, &standard_of(&view), &read.standard);
    }
}

#[test]
fn a_field_of_a_hundred_thousand_characters_is_kept_reviewed_and_printed() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = office.view(&id);
    let long = "Servir como referente para la evaluación de las personas. ".repeat(100_000 / 58);
    let long = long.trim_end();
    assert!(long.chars().count() > 99_000);
    let line = view.document.elements[0].performances[0].clone();
    let ids = line.characteristic_ids.unwrap();
    office.write(&id, "purpose", &view.document.purpose, long);
    let edit = of_part(&ids[0], "text", &line.characteristics[0], long);

    let view = office.edit(&id, edit).unwrap();

    assert_eq!(view.document.purpose, long);
    // As the first of a list it ends with a comma, whatever was typed there.
    assert_eq!(
        view.document.elements[0].performances[0].characteristics[0],
        format!("{},", long.trim_end_matches('.'))
    );
    assert!(office.pages(&id).unwrap().pages.len() > 40);
    for kind in ["PDF", "DOCX"] {
        let read = intake::read(&export(&mut office, &id, kind), &mut Ids::fixed()).unwrap();
        crate::round_trip::same(kind, &standard_of(&view), &read.standard);
    }
    office.is_sound();
}

#[test]
fn a_text_longer_than_any_field_is_refused_wherever_it_is_typed() {
    let mut office = Office::in_memory(1);
    let id = office.sample();
    let view = office.view(&id);
    let endless = "x".repeat(300_000);
    let part = view.document.elements[0].performances[0].clone();
    let part_id = part.id.unwrap();
    let title = view.document.title.clone();
    let again = |text: &str, aside: &str| EditRequest::Add {
        owner: None,
        list: "references".to_owned(),
        at: 0,
        text: text.to_owned(),
        aside: aside.to_owned(),
    };
    for edit in [
        general("title", &title, &endless),
        of_part(&part_id, "text", &part.text, &endless),
        again(&endless, ""),
        again("", &endless),
    ] {
        office.nothing_comes_of(&id, Code::TextTooLong, |office| office.edit(&id, edit));
    }
    for at in 0..3 {
        let mut asked = support(&id);
        let place = match at {
            0 => &mut asked.support.population_source,
            1 => &mut asked.support.consequence_mechanism,
            _ => &mut asked.support.certification_solutions[0].name,
        };
        place.clone_from(&endless);
        office.nothing_comes_of(&id, Code::TextTooLong, |office| {
            office.desk.save_support(asked)
        });
    }
    office.nothing_comes_of(&id, Code::TextTooLong, |office| {
        office.act(&id, "WITHDRAWN", &[], &[("reason", &endless)])
    });
    office.nothing_comes_of(&id, Code::TextTooLong, |office| {
        office.desk.new_standard(NewStandard {
            title: endless.clone(),
        })
    });
    office.nothing_comes_of(&id, Code::TextTooLong, |office| {
        let letterhead = vec![endless.clone()];
        let (person, appearance) = ("Ana".to_owned(), String::new());
        office.desk.save_settings(SaveSettings {
            person,
            letterhead,
            appearance,
            non_working_days: String::new(),
        })
    });
    let view = office
        .edit(
            &id,
            of_part(&part_id, "text", &part.text, "Revisar la bicicleta:"),
        )
        .unwrap();
    let key = view.findings[0].key.clone();
    let (kind, reason) = ("FALSE_ALARM".to_owned(), endless);
    let asked = SetAside {
        id: id.clone(),
        key,
        kind,
        reason,
    };
    office.nothing_comes_of(&id, Code::TextTooLong, |office| {
        office.desk.set_aside(asked)
    });
    let missing = office
        .desk
        .standard(crate::office::by(&"x".repeat(300_000)))
        .unwrap_err();
    told(&missing, Code::NotFound);
}
