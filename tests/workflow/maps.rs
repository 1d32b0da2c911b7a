//! A map beside its standard: what is linked, what is set aside, what is told of both.

use desk::wire::{
    Compare, EditMap, ExportComparison, FunctionAsked, GiveReason, MapFindingView, MapRequest,
    MapView, Nothing, SetAside, TagFunction, TakeUp,
};
use desk::{Code, Desk, Error, carry};

use crate::office::{Office, by};

fn edit(office: &mut Office, id: &str, edits: Vec<MapRequest>) -> Result<MapView, Error> {
    let id = id.to_owned();
    office.desk.edit_map(EditMap { id, edits })
}

/// The id of the function of a number.
fn at(view: &MapView, number: &str) -> String {
    let mut functions = view.functions.iter();
    functions.find(|it| it.number == number).unwrap().id.clone()
}

fn reword(office: &mut Office, id: &str, number: &str, text: &str) -> MapView {
    let view = office.desk.map(by(id)).unwrap();
    let function = at(&view, number);
    let mut functions = view.functions.into_iter();
    let before = functions.find(|it| it.id == function).unwrap().text;
    let reword = MapRequest::Reword {
        function,
        before,
        after: text.to_owned(),
    };
    edit(office, id, vec![reword]).unwrap()
}

/// What a rule says at a number.
fn said<'a>(view: &'a MapView, rule: &str, number: &str) -> Option<&'a MapFindingView> {
    let mut findings = view.findings.iter();
    findings.find(|it| it.rule == rule && it.label == number)
}

fn aside(office: &mut Office, id: &str, key: &str, kind: &str) -> Result<MapView, Error> {
    office.desk.set_map_finding_aside(SetAside {
        id: id.to_owned(),
        key: key.to_owned(),
        kind: kind.to_owned(),
        reason: "Así lo llama la norma".to_owned(),
    })
}

#[test]
fn a_finding_is_set_aside_with_a_reason_and_stays_so_while_the_function_says_the_same() {
    let mut office = Office::in_memory(1);
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let text = "Sustituir los componentes con el apriete adecuado";
    let view = reword(&mut office, &id, "1.2.1", text);
    let key = said(&view, "MF-10", "1.2.1").unwrap().key.clone();
    let before = view.advice;

    let view = aside(&mut office, &id, &key, "JUSTIFIED").unwrap();
    let said_of = |view: &MapView, number: &str| {
        let finding = said(view, "MF-10", number).unwrap();
        finding.set_aside.as_ref().map(|it| it.reason.clone())
    };
    let reason = Some("Así lo llama la norma".to_owned());
    assert_eq!(said_of(&view, "1.2.1"), reason);
    assert_eq!((view.advice, view.set_aside), (before - 1, 1));
    assert_eq!(
        view.undo.as_deref(),
        Some("la redacción de la función 1.2.1")
    );

    // What it says has not changed: where it stands does not matter.
    let moved = at(&view, "1.1");
    let down = MapRequest::Step {
        function: moved,
        down: true,
    };
    let view = edit(&mut office, &id, vec![down]).unwrap();
    assert_eq!(said_of(&view, "1.1.1"), reason);

    // It says something else: it is said again, and of its old words it was still said.
    let other = "Sustituir los componentes con el apriete correcto";
    let view = reword(&mut office, &id, "1.1.1", other);
    assert_eq!(said_of(&view, "1.1.1"), None);
    let view = reword(&mut office, &id, "1.1.1", text);
    assert_eq!(said_of(&view, "1.1.1"), reason);

    let take_up = TakeUp {
        id: id.clone(),
        key,
    };
    let view = office.desk.take_up_map_finding(take_up.clone()).unwrap();
    assert_eq!(said_of(&view, "1.1.1"), None);
    let again = office.desk.take_up_map_finding(take_up).unwrap_err();
    assert_eq!(again.code(), Code::NotFound);
}

#[test]
fn an_error_is_set_aside_only_as_a_false_alarm_and_what_is_attested_not_at_all() {
    let mut office = Office::in_memory(1);
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let view = reword(&mut office, &id, "1.2.1", "Sustituir componentes");
    let key = said(&view, "MF-02", "1.2.1").unwrap().key.clone();
    let errors = view.errors;

    let refused = aside(&mut office, &id, &key, "JUSTIFIED").unwrap_err();
    assert_eq!(refused.code(), Code::ActRefused);
    let view = aside(&mut office, &id, &key, "FALSE_ALARM").unwrap();
    assert_eq!(view.errors, errors - 1);

    let asks = view.findings.iter().find(|it| it.claim.is_some()).unwrap();
    let key = asks.key.clone();
    let refused = aside(&mut office, &id, &key, "FALSE_ALARM").unwrap_err();
    assert!(refused.trouble().says.contains("atesta"), "{refused:?}");
    let unknown = aside(&mut office, &id, "ninguno", "JUSTIFIED").unwrap_err();
    assert_eq!(unknown.code(), Code::NotFound);
}

/// The sample map with its function 1.1 made a standard of three elements.
fn tagged(office: &mut Office) -> (String, String) {
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let view = office.desk.map(by(&id)).unwrap();
    let request = TagFunction {
        id: id.clone(),
        function: at(&view, "1.1"),
        title: String::new(),
        references: None,
    };
    let standard = office.desk.tag_function(request).unwrap().id;
    (id, standard)
}

fn asked(id: &str, view: &MapView, number: &str) -> FunctionAsked {
    FunctionAsked {
        id: id.to_owned(),
        function: at(view, number),
    }
}

fn element(view: &MapView, number: &str) -> Option<String> {
    let mut functions = view.functions.iter();
    let found = functions.find(|it| it.number == number).unwrap();
    found.element.clone()
}

#[test]
fn a_function_added_below_a_standards_becomes_an_element_where_it_stands() {
    let mut office = Office::in_memory(3);
    let (id, standard) = tagged(&mut office);
    let document = office.desk.standard(by(&standard)).unwrap().document;
    assert_eq!(
        document.purpose,
        "Servir como referente para la evaluación y certificación de las personas que"
    );
    assert!(
        document
            .references
            .iter()
            .any(|it| it == "Especificaciones del fabricante"),
        "{:?}",
        document.references
    );
    let acts = office.desk.map(by(&id)).unwrap();
    assert_eq!(
        acts.undo.as_deref(),
        Some("hacer de la función 1.1 un estándar, con sus elementos")
    );
    let of = at(&acts, "1.1.1");
    let view = edit(&mut office, &id, vec![MapRequest::Sibling { of }]).unwrap();
    let nameless = office.desk.make_element(asked(&id, &view, "1.1.2"));
    assert!(nameless.unwrap_err().trouble().says.contains("redacción"));
    let text = "Limpiar la bicicleta de acuerdo con el manual";
    let view = reword(&mut office, &id, "1.1.2", text);
    let warned = said(&view, "MF-12", "1.1.2").unwrap();
    assert_eq!(warned.severity, "warning");

    let view = office
        .desk
        .make_element(asked(&id, &view, "1.1.2"))
        .unwrap();

    assert_eq!(element(&view, "1.1.2").as_deref(), Some("Elemento 2 de 4"));
    assert_eq!(element(&view, "1.1.3").as_deref(), Some("Elemento 3 de 4"));
    assert!(said(&view, "MF-12", "1.1.2").is_none());
    let born = office.desk.standard(by(&standard)).unwrap();
    assert_eq!(born.document.elements[1].title, text);
    let again = office.desk.make_element(asked(&id, &view, "1.1.2"));
    assert_eq!(again.unwrap_err().code(), Code::ActRefused);

    // Undone, the link goes; the element stays in its standard and is told to have no function.
    let view = office.desk.undo_map(by(&id)).unwrap();
    assert_eq!(element(&view, "1.1.2"), None);
    let told = said(&view, "MF-12", "1.1").unwrap();
    assert!(told.message.contains(text), "{}", told.message);
}

#[test]
fn a_function_is_linked_to_an_element_and_to_no_other_and_unlinked() {
    let mut office = Office::in_memory(4);
    let (id, _) = tagged(&mut office);
    let view = office.desk.map(by(&id)).unwrap();
    let thread = office
        .desk
        .function_thread(asked(&id, &view, "1.1.2"))
        .unwrap();
    assert_eq!(thread.linkable.len(), 3);
    assert_eq!(thread.element.as_ref().unwrap().function, "1.1.2");
    let third = thread.linkable[2].id.clone();

    let function = at(&view, "1.1.1");
    let link = MapRequest::LinkElement {
        function: function.clone(),
        element: Some(third),
    };
    let view = edit(&mut office, &id, vec![link]).unwrap();

    assert_eq!(element(&view, "1.1.1").as_deref(), Some("Elemento 3 de 3"));
    assert_eq!(element(&view, "1.1.3"), None);
    assert_eq!(
        view.undo.as_deref(),
        Some("enlazar la función 1.1.1 con su elemento")
    );
    let unlink = MapRequest::LinkElement {
        function: function.clone(),
        element: None,
    };
    let view = edit(&mut office, &id, vec![unlink]).unwrap();
    assert_eq!(element(&view, "1.1.1"), None);
    let nothing = MapRequest::LinkElement {
        function,
        element: Some(id.clone()),
    };
    let refused = edit(&mut office, &id, vec![nothing]).unwrap_err();
    assert_eq!(refused.code(), Code::ActRefused);

    // The standard's own link goes and comes too, and two undos give the elements back.
    let function = at(&view, "1.1");
    let standard = view.functions.iter().find(|it| it.id == function).unwrap();
    let standard = standard.standard.as_ref().map(|it| it.id.clone());
    for standard in [None, standard] {
        let function = function.clone();
        let link = MapRequest::LinkStandard { function, standard };
        edit(&mut office, &id, vec![link]).unwrap();
    }
    for _ in 0..4 {
        office.desk.undo_map(by(&id)).unwrap();
    }
    let view = office.desk.map(by(&id)).unwrap();
    assert_eq!(element(&view, "1.1.3").as_deref(), Some("Elemento 3 de 3"));
}

#[test]
fn what_would_leave_an_element_without_its_function_is_said_before_and_done_when_it_is_meant() {
    let mut office = Office::in_memory(5);
    let (id, _) = tagged(&mut office);
    let view = office.desk.map(by(&id)).unwrap();
    let merge = |view: &MapView, breaking| MapRequest::Merge {
        function: at(view, "1.1.2"),
        breaking,
    };

    let refused = edit(&mut office, &id, vec![merge(&view, false)]).unwrap_err();
    let says = refused.trouble().says;
    assert!(says.contains("el elemento que es la 1.1.2"), "{says}");
    let remove = MapRequest::Remove {
        function: at(&view, "1"),
        breaking: false,
    };
    let refused = edit(&mut office, &id, vec![remove]).unwrap_err();
    let says = refused.trouble().says;
    assert!(says.contains("el estándar de la 1.1"), "{says}");
    assert!(says.contains("1.1.1, 1.1.2, 1.1.3"), "{says}");
    let unchanged = office.desk.map(by(&id)).unwrap();
    assert_eq!(unchanged.digest, view.digest);

    let merged = edit(&mut office, &id, vec![merge(&view, true)]).unwrap();
    assert_eq!(
        element(&merged, "1.1.1").as_deref(),
        Some("Elemento 1 de 3")
    );
    assert!(said(&merged, "MF-12", "1.1").is_some());
}

#[test]
fn two_moments_of_a_map_are_compared_function_by_function_with_reasons_and_a_paper() {
    let mut office = Office::in_memory(6);
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let text = "Administrar el taller de acuerdo con el plan";
    let view = reword(&mut office, &id, "2", text);
    let split = MapRequest::Split {
        function: at(&view, "2.2.1"),
        chars: 9,
    };
    let view = edit(&mut office, &id, vec![split]).unwrap();
    let merge = MapRequest::Merge {
        function: at(&view, "1.2.2"),
        breaking: false,
    };
    let view = edit(&mut office, &id, vec![merge]).unwrap();
    let carried = MapRequest::Move {
        function: at(&view, "1.1.3"),
        parent: at(&view, "2.1"),
        at: 0,
    };
    let view = edit(&mut office, &id, vec![carried]).unwrap();
    let removed = MapRequest::Remove {
        function: at(&view, "1.1.2"),
        breaking: false,
    };
    edit(&mut office, &id, vec![removed]).unwrap();
    let two = Compare {
        id: id.clone(),
        a: "act:1".to_owned(),
        b: "now".to_owned(),
    };

    let compared = office.desk.compare(two.clone()).unwrap();

    let told: Vec<_> = compared
        .changes
        .iter()
        .map(|change| (change.kind.as_str(), change.place.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("MERGED", "1.2.1"),
            ("REWORDED", "2"),
            ("MOVED", "2.1.1"),
            ("SPLIT", "2.2.1"),
            ("REMOVED", "1.1.2"),
        ]
    );
    assert_eq!(compared.pending, 5);
    let reason = GiveReason {
        id: id.clone(),
        a: two.a.clone(),
        b: two.b.clone(),
        row: "2".to_owned(),
        reason: "Así lo llama el plan".to_owned(),
    };
    let compared = office.desk.give_reason(reason).unwrap();
    assert_eq!(compared.pending, 4);
    assert!(compared.undo);
    let undone = office.desk.undo_reason(two.clone()).unwrap();
    assert_eq!(undone.pending, 5);
    office.desk.redo_reason(two.clone()).unwrap();
    let points = office.desk.points(by(&id)).unwrap().points;
    assert_eq!(points.last().unwrap().says, "Mapa de hoy");

    for kind in ["PDF", "DOCX"] {
        let path = office.folder.path().join(format!("cuadro.{kind}"));
        let asked = ExportComparison {
            id: id.clone(),
            a: two.a.clone(),
            b: two.b.clone(),
            kind: kind.to_owned(),
            path: path.display().to_string(),
            replace: false,
        };
        let begin = |desk: &mut Desk| desk.begin_comparison_export(asked);
        let mut still = |_| std::ops::ControlFlow::Continue(());
        carry(&mut office.desk, &mut still, begin, Desk::finish_export).unwrap();
        assert!(std::fs::metadata(&path).unwrap().len() > 1_000, "{kind}");
    }
    office.is_sound();
}

#[test]
fn undoing_answers_with_the_function_that_came_back() {
    let mut office = Office::in_memory(7);
    let id = office.desk.load_sample_map(Nothing {}).unwrap().id;
    let view = reword(&mut office, &id, "2.1", "Otra cosa");
    let function = at(&view, "2.1");
    reword(&mut office, &id, "1", "Una más");
    office.desk.undo_map(by(&id)).unwrap();
    let view = office.desk.undo_map(by(&id)).unwrap();
    assert_eq!(view.focus, Some(function));
}

#[test]
fn what_is_not_written_is_not_attested() {
    let mut office = Office::in_memory(1);
    let title = "Panadería".to_owned();
    let map = office
        .desk
        .new_map(desk::wire::NewMap { title })
        .unwrap()
        .id;
    let purpose = office.desk.map(by(&map)).unwrap().functions[0].id.clone();
    let attest = MapRequest::Attest {
        function: purpose.clone(),
        claim: "NECESSARY_AND_SUFFICIENT".to_owned(),
    };

    let refused = edit(&mut office, &map, vec![attest.clone()]).unwrap_err();
    assert_eq!(refused.code(), Code::MapRefused);
    assert!(refused.trouble().says.contains("redáctela primero"));

    let write = MapRequest::Reword {
        function: purpose,
        before: String::new(),
        after: "Elaborar pan de acuerdo con la receta".to_owned(),
    };
    let view = edit(&mut office, &map, vec![write, attest]).unwrap();
    assert_eq!(view.functions[0].attested.len(), 1);
}

#[test]
fn the_purpose_is_no_function_of_one_person() {
    let mut office = Office::in_memory(1);
    let title = "Panadería".to_owned();
    let map = office
        .desk
        .new_map(desk::wire::NewMap { title })
        .unwrap()
        .id;
    let view = office.desk.map(by(&map)).unwrap();
    let individual = |after| MapRequest::Individual {
        function: view.functions[0].id.clone(),
        after,
    };

    let refused = edit(&mut office, &map, vec![individual(true)]).unwrap_err();
    assert_eq!(refused.code(), Code::MapRefused);
    assert_eq!(office.desk.map(by(&map)).unwrap().digest, view.digest);
    edit(&mut office, &map, vec![individual(false)]).unwrap();
}
