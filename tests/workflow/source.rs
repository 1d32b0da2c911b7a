//! What a published document was given (its code, its days, the codes of its elements) is the
//! source's: a draft that was read from it shows none of it, wherever it is shown.

use std::path::Path;

use desk::wire::{ExportDocument, StandardView};
use packets::Letterhead;
use packets::document::from_canonical;

use crate::bags::open;
use crate::office::{Office, general, standard_of, verify};
use crate::road::TO_COVACEC;

/// The sample as a published document, in Word.
fn published(office: &mut Office) -> String {
    let mut other = Office::in_memory(90);
    let id = other.sample();
    let mut standard = standard_of(&other.view(&id));
    "EC9902".clone_into(&mut standard.code);
    standard.general.approval_date = "2012-05-24".parse().ok();
    standard.general.publication_date = "2012-07-17".parse().ok();
    for (at, element) in standard.elements.iter_mut().enumerate() {
        element.code = format!("E{:04}", 875 + at);
    }
    let bytes = packets::docx(&standard, &Letterhead::default()).unwrap();
    let path = office.place("publicado.docx");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The code, the two days and the codes of the elements that a view shows.
fn given(view: &StandardView) -> (String, [Option<String>; 2], Vec<String>) {
    let document = view.document.clone();
    let codes = document.elements.into_iter().map(|element| element.code);
    let days = [document.approval_date, document.publication_date];
    (document.code, days, codes.collect())
}

#[test]
fn a_packet_carries_no_approval_that_its_own_acts_did_not_give() {
    let mut office = Office::in_memory(91);
    let path = published(&mut office);
    let id = office.import(&path).unwrap().id;

    let drafted = office.view(&id);
    let (code, days, codes) = given(&drafted);
    assert_eq!((code.as_str(), days), ("", [None, None]));
    assert!(codes.iter().all(String::is_empty), "{codes:?}");
    let source = drafted.source.unwrap();
    assert_eq!(
        (source.code.as_str(), drafted.called.as_str()),
        ("EC9902", "EC sin código, a partir de EC9902")
    );
    assert_eq!(source.approved, "24 de mayo de 2012");
    assert_eq!(source.published, "17 de julio de 2012");
    assert_eq!(source.elements[0], "E0875");

    let title = drafted.document.title.clone();
    office
        .edit(
            &id,
            general("title", &title, "Ajuste de bicicletas de carga"),
        )
        .unwrap();
    office.walk(&id, TO_COVACEC);
    let packet = office.packet(&id, "paquete").unwrap();

    assert!(verify(Path::new(&packet.path)).sound);
    let name = packet.path.rsplit('/').next().unwrap();
    assert!(
        name.starts_with("ec-sin-codigo-a-partir-de-ec9902"),
        "{name}"
    );
    let bag = open(&packet.path);
    let shown = from_canonical(&bag.files["data/estandar/estandar.json"]).unwrap();
    assert_eq!(
        (shown.code.as_str(), shown.source_code.as_str()),
        ("", "EC9902")
    );
    assert_eq!(shown.general.approval_date, None);
    for paper in ["data/estandar/estandar.pdf", "data/estandar/estandar.docx"] {
        let copy = office.place(paper.rsplit('/').next().unwrap());
        std::fs::write(&copy, &bag.files[paper]).unwrap();
        let read = office.read(&copy).unwrap().into_document();
        assert_eq!(
            (read.approval_date, read.publication_date),
            (None, None),
            "{paper}"
        );
        assert!(read.elements.iter().all(|element| element.code.is_empty()));
    }
    // Taken in elsewhere it is the same text, with what its source was given.
    let mut other = Office::in_memory(92);
    other.take_in(&packet.path).unwrap();
    assert_eq!(other.view(&id).document, office.view(&id).document);
    assert_eq!(other.view(&id).digest, office.view(&id).digest);
    other.is_sound();
}

#[test]
fn what_was_found_in_force_keeps_what_its_document_says() {
    let mut office = Office::in_memory(93);
    let path = published(&mut office);
    let id = office.import(&path).unwrap().id;

    let found = office
        .act(
            &id,
            "REGISTERED_AS_FOUND",
            &["ROAD-REGISTERED_AS_FOUND-1"],
            &[("state", "RENEC_ACTIVE")],
        )
        .unwrap();

    let (code, days, codes) = given(&found);
    assert_eq!((code.as_str(), found.called.as_str()), ("EC9902", "EC9902"));
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(days, [day("2012-05-24"), day("2012-07-17")]);
    assert_eq!(codes[0], "E0875");
    let exported = office.place("vigente.json");
    office
        .export(ExportDocument {
            id,
            kind: "JSON".to_owned(),
            path: exported.clone(),
            replace: false,
        })
        .unwrap();
    let read = from_canonical(&std::fs::read(exported).unwrap()).unwrap();
    assert_eq!(read.general.approval_date, "2012-05-24".parse().ok());
}

#[test]
fn what_is_wrong_with_a_code_of_the_source_does_not_stop_a_draft_that_does_not_show_it() {
    let mut office = Office::in_memory(94);
    let path = published(&mut office);
    let mut standard = office.read(&path).unwrap().into_document();
    standard.elements[0].code = "E0875".to_owned();
    let id = office.import(&path).unwrap().id;
    let before = office.view(&id).counts.errors;

    let label = "E1".to_owned();
    office
        .desk
        .edit_place(desk::wire::EditPlace {
            id: id.clone(),
            place: label,
            field: "code".to_owned(),
            text: "EO875".to_owned(),
        })
        .unwrap();

    assert_eq!(office.view(&id).counts.errors, before);
}
