//! Drafting, right and wrong: the examples of the methodology's own table, and invented lines from
//! many trades, each in its place in a standard.

use domain::Severity;

use crate::Finding;
use crate::tests::findings;

/// One line of a table: what a rule says of some lines of a sketch.
struct Case<'a> {
    /// Nothing where the rule is silent.
    severity: Option<Severity>,
    /// What the span holds, where the table says it.
    span: Option<&'a str>,
    sketch: String,
}

/// Reads a line: the verdict, «what the span holds» and the lines of the sketch, with `¶` between.
fn case(line: &str) -> Option<Case<'_>> {
    let (head, _) = line.split_once(": ")?;
    let (verdict, span, sketch) = if head.contains(" «") {
        let (verdict, rest) = line.split_once(" «")?;
        let (span, sketch) = rest.split_once("»: ")?;
        (verdict, Some(span), sketch)
    } else {
        let (verdict, sketch) = line.split_once(": ")?;
        (verdict, None, sketch)
    };
    let severity = match verdict {
        "silent" => None,
        word => Some(Severity::from_code(word)?),
    };
    let sketch = whole(sketch);
    Some(Case {
        severity,
        span,
        sketch,
    })
}

/// The lines of a sketch, with what they need around them: an element, and characteristics under a
/// performance or product that stands alone.
fn whole(lines: &str) -> String {
    let mut sketch: Vec<&str> = lines.split('¶').map(str::trim).collect();
    let is_part =
        |line: &str| matches!(line.get(..2), Some("D " | "P " | "K " | "A " | "S " | "G "));
    let begins = |line: &str| line == "E" || line.starts_with("E ");
    let first = sketch
        .iter()
        .position(|&line| is_part(line) || begins(line));
    let Some(first) = first.filter(|&at| is_part(sketch[at])) else {
        return sketch.join("\n"); // It begins its own element, or has none.
    };
    match sketch.last().and_then(|line| line.get(..2)) {
        Some("D ") => sketch.extend(["- Verificando la hora, y", "- Mencionando el turno."]),
        Some("P ") => sketch.extend(["- Contiene la hora, y", "- Menciona el turno."]),
        _ => {} // Nothing needs to hang on it.
    }
    sketch.insert(first, "E");
    sketch.join("\n")
}

/// What a rule says of a case that is not what the table says; nothing where it is.
fn objection(rule: &str, case: &Case<'_>) -> Option<String> {
    let all = findings(&case.sketch);
    let said: Vec<&Finding> = all.iter().filter(|finding| finding.rule == rule).collect();
    let Some(severity) = case.severity else {
        return said.first().map(ToString::to_string);
    };
    let here = |finding: &&&Finding| {
        finding.severity == severity
            && case
                .span
                .is_none_or(|span| finding.span.is_some() && finding.text == span)
    };
    if said.iter().any(|finding| here(&finding)) {
        return None;
    }
    let said: Vec<String> = said.iter().map(|f| format!("{f} [{}]", f.text)).collect();
    Some(format!("says {said:?}"))
}

/// Holds every line of a table against the rules.
fn hold(table: &str) {
    let mut rule = "";
    let mut wrongs = Vec::new();
    for line in table.lines() {
        if let Some(name) = line.strip_prefix("= ") {
            rule = name;
        } else if !line.is_empty() && !line.starts_with('#') {
            let case = case(line).unwrap_or_else(|| panic!("{rule}: {line}"));
            if let Some(said) = objection(rule, &case) {
                wrongs.push(format!("{rule} {line}\n    {said}"));
            }
        }
    }
    assert!(
        wrongs.is_empty(),
        "{}:\n{}",
        wrongs.len(),
        wrongs.join("\n")
    );
}

#[test]
fn the_examples_of_the_methodology_are_judged_as_it_judges_them() {
    hold(include_str!("methodology.txt"));
}

#[test]
fn defects_of_many_trades_are_seen_by_their_rule() {
    hold(include_str!("wrong.txt"));
}

/// What older forms printed otherwise: lists with semicolons, a range of time, another list of
/// occupations; and what they did not have: a level, references, the paragraph on degrees.
const OLDER: &str = "
    párrafo EC-F-05:
    nivel:
    texto del nivel:
    grupo unitario: 0825-01 Consultores de sistemas
    duración: De 2 a 3 horas
    referencia:
    práctica: La evaluación se lleva a cabo en el lugar de trabajo.
    E
    D Revisa la bicicleta en la recepción:
    - En presencia de la persona usuaria;
    - Midiendo la presión de las llantas, y;
    - Mencionando cada falla detectada.
    P La lista de verificación de la bicicleta, requisitada:
    - Contiene el folio;
    - Contiene la fecha, y;
    - Contiene la firma.";

#[test]
fn a_document_is_judged_by_the_form_it_was_printed_on() {
    let rules = |form: &str, severity: Severity| {
        let all = findings(&format!("formato: {form}\n{OLDER}")).into_iter();
        let weighty = all.filter(|finding| finding.severity <= severity);
        let mut rules: Vec<&str> = weighty.map(|finding| finding.rule).collect();
        rules.dedup();
        rules
    };

    assert_eq!(rules("N-FO-02 v1.0", Severity::Advice), [""; 0]);
    let asked = ["EC-R-05", "EC-R-08"];
    assert_eq!(rules("N-FO-02 v6.0", Severity::Advice), asked);
    assert_eq!(rules("N-FO-02 v6.0", Severity::Error), [""; 0]);
    assert_eq!(rules("unknown", Severity::Error), [""; 0]);
    for form in ["N-FO-02 v7.0", "F21-COOPYD-01 v08"] {
        assert_eq!(
            rules(form, Severity::Error),
            ["EC-R-05", "EC-R-34", "EC-R-45"]
        );
    }
}

#[test]
fn right_drafting_of_many_trades_is_let_be() {
    let mut wrongs = Vec::new();
    for sketch in include_str!("right.txt").split("\n\n") {
        let all = findings(sketch).into_iter();
        let weighty = all.filter(|finding| finding.severity != Severity::Advice);
        wrongs.extend(weighty.map(|f| format!("{f} [{}]", f.text)));
    }
    assert!(
        wrongs.is_empty(),
        "{}:\n{}",
        wrongs.len(),
        wrongs.join("\n")
    );
}
