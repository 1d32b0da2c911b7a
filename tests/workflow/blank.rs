//! A small standard typed from blank, edit by edit, reviewed and printed.

use desk::wire::{EditRequest, ExportDocument, NewStandard, StandardView};
use domain::ec::part::{List, ListOf};
use domain::ids::Ids;

use crate::office::{Office, add, general, of_part, standard_of};

/// What the person types in the general data, in the order of the form.
const GENERAL: &[(&str, &str)] = &[
    (
        "title",
        "Reparación de cámaras de llanta de acuerdo con el manual del taller",
    ),
    (
        "purpose",
        "Servir como referente para la evaluación y certificación de las personas que reparan cámaras de llanta: localizan la fuga, la sellan y montan la llanta.",
    ),
    (
        "generalDescription",
        "El estándar describe el trabajo de quien repara cámaras de llanta, desde que recibe la rueda hasta que la devuelve.\nTambién establece los conocimientos con los que cuenta.",
    ),
    ("committee", "de la Movilidad en Bicicleta"),
    ("reviewPeriod", "3 años"),
    ("certificateValidity", "5 años"),
];

/// The lists of the general data.
const LISTS: &[(&str, &str, &str)] = &[
    ("sincoUnitGroups", "9999", "Ocupaciones no especificadas"),
    ("associatedOccupations", "Sin referente", ""),
    (
        "unlistedOccupations",
        "Reparadora o reparador de llantas",
        "",
    ),
    (
        "sectors",
        "81",
        "Otros servicios excepto actividades gubernamentales",
    ),
    (
        "subsectors",
        "811",
        "Servicios de reparación y mantenimiento",
    ),
    (
        "branches",
        "8114",
        "Reparación y mantenimiento de artículos para el hogar y personales",
    ),
    (
        "subbranches",
        "81149",
        "Reparación y mantenimiento de otros artículos para el hogar y personales",
    ),
    (
        "industryClasses",
        "811493",
        "Reparación y mantenimiento de bicicletas",
    ),
    ("participatingOrganizations", "Cooperativa Rueda Libre", ""),
    (
        "practiceDetails",
        "La evaluación se lleva a cabo de manera presencial.",
        "",
    ),
    (
        "requirements",
        "Desmontadores, parches y bomba de aire.",
        "",
    ),
    (
        "references",
        "Cooperativa Rueda Libre. (2024). Manual del taller. Puebla, México.",
        "",
    ),
];

/// A person at the form.
pub(crate) struct Typist {
    pub(crate) office: Office,
    pub(crate) id: String,
}

impl Typist {
    fn makes(&mut self, edit: EditRequest) -> StandardView {
        let what = format!("{edit:?}");
        let view = self.office.edit(&self.id, edit);
        view.unwrap_or_else(|error| panic!("{what}: {error:?}"))
    }

    /// Adds at the end of a list.
    fn adds(&mut self, owner: &str, list: &str, text: &str, aside: &str) -> StandardView {
        let standard = standard_of(&self.office.view(&self.id));
        let of = ListOf {
            owner: owner.parse().ok(),
            list: List::from_code(list).unwrap(),
        };
        let end = u32::try_from(standard.list(of).unwrap().len()).unwrap();
        self.makes(add(Some(owner), list, end, text, aside))
    }
}

/// Types the whole standard, with every kind of edit the window has.
fn typed() -> Typist {
    let mut office = Office::in_memory(1);
    let title = "Reparación de llantas".to_owned();
    let id = office.desk.new_standard(NewStandard { title }).unwrap().id;
    let mut typist = Typist { office, id };
    type_the_whole(&mut typist);
    think_better_of_it(&mut typist);
    typist
}

/// Types a whole standard of one element, where there is nothing but its title.
pub(crate) fn type_the_whole(typist: &mut Typist) {
    for (field, text) in GENERAL {
        let before = if *field == "title" {
            "Reparación de llantas"
        } else {
            ""
        };
        typist.makes(general(field, before, text));
    }
    for (list, text, aside) in LISTS {
        typist.makes(add(None, list, 0, text, aside));
    }
    typist.makes(EditRequest::Level { number: Some(2) });
    typist.makes(EditRequest::Duration {
        desk_minutes: Some(20),
        field_minutes: Some(40),
    });
    type_the_element(typist);
}

/// Types the only element, with something of everything that an element has.
fn type_the_element(typist: &mut Typist) {
    let view = typist.office.view(&typist.id);
    let one = view.document.elements[0].id.clone().unwrap();
    typist.makes(of_part(
        &one,
        "title",
        "",
        "Sellar la cámara de acuerdo con el manual del taller",
    ));
    typist.adds(&one, "performances", "Localiza la fuga de la cámara:", "");
    typist.adds(&one, "products", "La cámara, sellada:", "");
    typist.adds(
        &one,
        "knowledge",
        "Tipos de parche y su uso.",
        "Comprensión",
    );
    typist.adds(
        &one,
        "attitudes",
        "Orden:",
        "La manera en que sigue la secuencia del manual.",
    );
    typist.adds(&one, "contingencies", "Rotura de la válvula.", "");
    typist.adds(
        &one,
        "glossary",
        "Válvula",
        "Es la pieza por la que entra el aire.",
    );
    let view = typist.adds(
        &one,
        "glossary",
        "Cámara",
        "Se refiere al tubo de hule que contiene el aire.",
    );
    let element = view.document.elements[0].clone();
    let id = |id: &Option<String>| id.clone().unwrap();
    let done = id(&element.performances[0].id);
    typist.adds(
        &done,
        "characteristics",
        "Marcando la fuga en la cámara.",
        "",
    );
    typist.makes(add(
        Some(&done),
        "characteristics",
        0,
        "Sumergiendo la cámara en agua, y",
        "",
    ));
    let made = id(&element.products[0].id);
    typist.adds(
        &made,
        "characteristics",
        "Mantiene la presión durante diez minutos, y",
        "",
    );
    typist.adds(
        &made,
        "characteristics",
        "Presenta el parche adherido en toda su orilla.",
        "",
    );
    typist.adds(
        &id(&element.contingencies[0].id),
        "expectedResponses",
        "Sustituir la cámara.",
        "",
    );
    typist.adds(
        &id(&element.knowledge[0].id),
        "details",
        "Parche con pegamento.",
        "",
    );
    typist.makes(EditRequest::Sort {
        owner: Some(one.clone()),
        list: "glossary".to_owned(),
    });
    typist.makes(EditRequest::Renumber {
        owner: Some(one.clone()),
        list: "glossary".to_owned(),
    });
    typist.makes(EditRequest::AdoptForm {});
}

/// A second element that is thought better of: added, moved to the front, taken out.
fn think_better_of_it(typist: &mut Typist) {
    let view = typist.makes(add(None, "elements", 1, "Entregar la rueda", ""));
    let two = view.document.elements[1].id.clone().unwrap();
    let elements = || "elements".to_owned();
    let view = typist.makes(EditRequest::Move {
        owner: None,
        list: elements(),
        part: two.clone(),
        to: 0,
    });
    assert_eq!(
        (
            view.document.elements[0].index,
            view.document.elements[1].count
        ),
        (1, 2)
    );
    let view = typist.makes(EditRequest::Remove {
        owner: None,
        list: elements(),
        part: two,
    });
    assert_eq!(
        (
            view.document.elements[0].index,
            view.document.elements[0].count
        ),
        (1, 1)
    );
}

#[test]
fn a_small_standard_typed_from_blank_says_what_was_typed_and_has_no_errors() {
    let mut typist = typed();

    let view = typist.office.view(&typist.id);
    let document = &view.document;
    assert_eq!(document.title, GENERAL[0].1);
    assert_eq!(
        document.general_description, GENERAL[2].1,
        "two paragraphs stay two"
    );
    assert_eq!(
        document.sinco_unit_groups[0].name,
        "Ocupaciones no especificadas"
    );
    assert_eq!(document.scian.industry_classes[0].code, "811493");
    assert_eq!(
        (document.snc_level, document.level_text.is_empty()),
        (Some(2), false)
    );
    let duration = &document.evaluation_aspects.duration;
    assert_eq!(
        duration.printed,
        "20 minutos en gabinete y 40 minutos en campo, totalizando 1 hora."
    );
    assert_eq!(duration.printed_total_minutes, Some(60));
    let element = &document.elements[0];
    assert_eq!(
        element.performances[0].characteristics[0],
        "Sumergiendo la cámara en agua, y"
    );
    assert_eq!(element.knowledge[0].level.as_deref(), Some("COMPREHENSION"));
    assert_eq!(
        element.attitudes[0].name, "Orden",
        "the colon is the form's"
    );
    let terms: Vec<(u32, &str)> = element
        .glossary
        .iter()
        .map(|g| (g.number, g.term.as_str()))
        .collect();
    assert_eq!(terms, [(1, "Cámara"), (2, "Válvula")]);
    let errors: Vec<_> = view
        .findings
        .iter()
        .filter(|f| f.severity == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    typist.office.is_sound();
}

#[test]
fn what_was_typed_is_printed_in_every_form_and_says_the_same() {
    let mut typist = typed();
    let view = typist.office.view(&typist.id);
    let wanted = standard_of(&view);
    for kind in ["PDF", "DOCX", "JSON"] {
        let path = typist.office.place(&format!("estandar.{kind}"));
        let asked = ExportDocument {
            id: typist.id.clone(),
            kind: kind.to_owned(),
            path: path.clone(),
            replace: false,
        };

        let exported = typist.office.export(asked).unwrap();

        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(
            exported.digest,
            domain::edition::Digest::of(&bytes).to_string()
        );
        if kind == "JSON" {
            assert_eq!(packets::document::from_canonical(&bytes).unwrap(), wanted);
            assert_eq!(exported.digest, view.digest);
        } else {
            let read = intake::read(&bytes, &mut Ids::fixed()).unwrap();
            crate::round_trip::same(kind, &wanted, &read.standard);
            assert!(
                !exported.supplied.is_empty(),
                "a draft made here printed no fixed words"
            );
        }
    }
}

#[test]
fn the_page_beside_the_form_shows_where_each_text_stands() {
    let mut typist = typed();
    let view = typist.office.view(&typist.id);
    let wanted = view.document.elements[0].performances[0].id.clone();

    let pages = typist.office.pages(&typist.id).unwrap();

    assert!(pages.pages.iter().all(|page| page.svg.starts_with("<svg")));
    let spot = pages
        .places
        .iter()
        .find(|spot| spot.part == wanted)
        .expect("the performance is printed");
    assert!((spot.page as usize) < pages.pages.len());
    assert!(spot.y > 0.0 && spot.y < pages.height);
    assert_eq!(pages.missing, "");
}

#[test]
fn what_is_typed_is_on_the_page_before_it_is_saved() {
    let mut typist = typed();
    let view = typist.office.view(&typist.id);
    let saved = typist.office.pages(&typist.id).unwrap();
    let criterion = &view.document.elements[0].performances[0];
    let write = |before: &str| EditRequest::Write {
        part: criterion
            .characteristic_ids
            .as_ref()
            .map(|ids| ids[0].clone()),
        field: "text".to_owned(),
        before: before.to_owned(),
        after: "Con palabras que nadie ha guardado,".to_owned(),
    };

    let typed = write(&criterion.characteristics[0]);
    let shown = typist
        .office
        .pages_with(&typist.id, &[typed], &saved.marks)
        .unwrap();

    assert_eq!(shown.pages.len(), 1, "only the page that changed is drawn");
    let changed = &shown.pages[0];
    assert_ne!(changed.svg, saved.pages[changed.page as usize].svg);
    assert_eq!(typist.office.view(&typist.id).digest, view.digest);
    // What somebody else changed meanwhile is not written over, on the page either.
    let late = [write("Otra cosa"), write(&criterion.characteristics[0])];
    let again = typist
        .office
        .pages_with(&typist.id, &late, &shown.marks)
        .unwrap();
    assert_eq!((again.pages, again.marks), (vec![], shown.marks));
}
