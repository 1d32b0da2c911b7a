//! Letters from templates that the office may write its own way.
//!
//! A template is plain text in sections, one for each act that a letter goes with:
//!
//! ```text
//! # Una línea que empieza con «#» es un comentario.
//! [RETURNED] Oficio de observaciones
//! Presente.
//! == Observaciones
//! Se devuelve la solicitud de «{comité}» con lo siguiente:
//! - {observaciones}
//! ```
//!
//! After the section's name comes the title of the letter. `==` begins a heading, `-` a line with a
//! bullet; each other line is a paragraph. What stands in braces is a field, and only those that are
//! known may stand there.

use crate::forms::office::Piece;

/// The letters that the app comes with.
pub const SHIPPED: &str = include_str!("../../../../assets/forms/oficios.txt");

/// The fields that a letter may name, and what each says.
pub const FIELDS: &[(&str, &str)] = &[
    ("comité", "nombre del comité"),
    ("alcance", "su alcance"),
    ("sector", "uno de los cinco sectores"),
    (
        "presidencia",
        "quien preside el comité, con su cargo y organización",
    ),
    ("fecha", "el día del acto, en palabras"),
    ("estado", "el estado al que pasa"),
    (
        "observaciones",
        "lo que se dijo con el acto: observaciones o razones",
    ),
    ("sesión", "la sesión de COVACEC en que se trató"),
    ("acuerdo", "el número del acuerdo de esa sesión"),
    ("fundamento", "el fundamento del acto"),
    ("firma", "quien firma en este espacio de trabajo"),
];

/// A letter, before its fields are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTemplate {
    /// The act that it goes with.
    pub act: String,
    /// Its title.
    pub title: String,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Heading(String),
    Bullet(String),
    Says(String),
}

/// What is wrong with templates, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {says}")]
pub struct WrongTemplate {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, in Spanish.
    pub says: String,
}

/// Reads templates. `acts` are those that a letter may go with.
pub fn read(text: &str, acts: &[&str]) -> Result<Vec<LetterTemplate>, WrongTemplate> {
    let mut all: Vec<LetterTemplate> = Vec::new();
    for (at, said) in text.lines().enumerate() {
        let line = at + 1;
        let wrong = |says: String| WrongTemplate { line, says };
        let said = said.trim();
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        if let Some(rest) = said.strip_prefix('[') {
            let (act, title) = rest
                .split_once(']')
                .ok_or_else(|| wrong("falta cerrar el corchete «]»".to_owned()))?;
            let (act, title) = (act.trim(), title.trim());
            if !acts.contains(&act) {
                let known = acts.join(", ");
                return Err(wrong(format!(
                    "«{act}» no es un acto con oficio. Son: {known}"
                )));
            }
            if all.iter().any(|it| it.act == act) {
                return Err(wrong(format!("el oficio de «{act}» está dos veces")));
            }
            if title.is_empty() {
                return Err(wrong(format!("falta el título del oficio de «{act}»")));
            }
            all.push(LetterTemplate {
                act: act.to_owned(),
                title: title.to_owned(),
                lines: Vec::new(),
            });
            continue;
        }
        fields_are_known(said).map_err(wrong)?;
        let last = all.last_mut();
        let last =
            last.ok_or_else(|| wrong("falta antes el acto, como «[RETURNED] Oficio»".to_owned()))?;
        last.lines.push(match said.split_once(' ') {
            Some(("==", text)) => Line::Heading(text.trim().to_owned()),
            Some(("-", text)) => Line::Bullet(text.trim().to_owned()),
            _ => Line::Says(said.to_owned()),
        });
    }
    if let Some(empty) = all.iter().find(|it| it.lines.is_empty()) {
        return Err(WrongTemplate {
            line: text.lines().count().max(1),
            says: format!("el oficio de «{}» no dice nada", empty.act),
        });
    }
    Ok(all)
}

fn fields_are_known(said: &str) -> Result<(), String> {
    let mut rest = said;
    while let Some(open) = rest.find(['{', '}']) {
        if rest[open..].starts_with('}') {
            return Err("hay una llave «}» que no se abrió".to_owned());
        }
        let after = &rest[open + 1..];
        let close = after
            .find(['{', '}'])
            .filter(|at| after[*at..].starts_with('}'))
            .ok_or_else(|| "falta cerrar una llave «}»".to_owned())?;
        let name = after[..close].trim();
        if !FIELDS.iter().any(|(known, _)| *known == name) {
            let known: Vec<&str> = FIELDS.iter().map(|(known, _)| *known).collect();
            return Err(format!(
                "el campo «{{{name}}}» no se conoce. Son: {}",
                known.join(", ")
            ));
        }
        rest = &after[close + 1..];
    }
    Ok(())
}

impl LetterTemplate {
    /// The letter, with its fields filled in. What a value says is never read as a field; a line
    /// whose fields say several things in lines is as many lines.
    pub fn filled(&self, value: impl Fn(&str) -> String) -> Vec<Piece> {
        let fill = |text: &str| {
            let mut out = String::new();
            let mut rest = text;
            while let Some(open) = rest.find('{') {
                out.push_str(&rest[..open]);
                let after = &rest[open + 1..];
                let Some(close) = after.find('}') else {
                    break; // Templates were read: each brace is closed.
                };
                out.push_str(&value(after[..close].trim()));
                rest = &after[close + 1..];
            }
            out.push_str(rest);
            out
        };
        let mut pieces = Vec::new();
        let mut bullets: Vec<String> = Vec::new();
        for line in &self.lines {
            let bullet = match line {
                Line::Bullet(text) => Some(fill(text)),
                Line::Heading(_) | Line::Says(_) => None,
            };
            match bullet {
                Some(text) => {
                    let said = text.lines().map(str::trim).filter(|it| !it.is_empty());
                    bullets.extend(said.map(|it| it.trim_start_matches("- ").to_owned()));
                    continue;
                }
                None if !bullets.is_empty() => {
                    pieces.push(Piece::Bullets(std::mem::take(&mut bullets)));
                }
                None => {}
            }
            match line {
                Line::Heading(text) => pieces.push(Piece::Heading(2, fill(text))),
                Line::Says(text) => {
                    let text = fill(text);
                    let said = text.lines().filter(|it| !it.trim().is_empty());
                    pieces.extend(said.map(|it| Piece::Says(it.to_owned())));
                }
                Line::Bullet(_) => {} // Gathered above.
            }
        }
        if !bullets.is_empty() {
            pieces.push(Piece::Bullets(bullets));
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTS: &[&str] = &["APPLIED", "RETURNED"];

    #[test]
    fn a_template_that_does_not_read_is_told_by_line() {
        let told = |text: &str| read(text, ACTS).unwrap_err();
        assert_eq!(told("Presente.").line, 1);
        assert_eq!(told("[CERRADO] Oficio").line, 1);
        assert_eq!(told("[APPLIED]\nx").line, 1);
        assert_eq!(told("[APPLIED Oficio").line, 1);
        let field = told("[APPLIED] Oficio\nSe recibe a {comite}.");
        assert_eq!(field.line, 2);
        assert!(field.says.contains("{comite}") && field.says.contains("comité"));
        assert_eq!(told("[APPLIED] Oficio\nSe recibe a {comité.").line, 2);
        assert_eq!(told("[APPLIED] Oficio\nSe recibe a comité}.").line, 2);
        assert_eq!(told("[APPLIED] Oficio\nSe {a {comité}}.").line, 2);
        assert!(told("[APPLIED] Oficio").says.contains("no dice nada"));
        assert_eq!(told("[APPLIED] Uno\nx\n[APPLIED] Dos\ny").line, 3);
    }

    #[test]
    fn what_a_value_says_is_no_field() {
        let all = read(
            "[RETURNED] Oficio\n== Para {comité}\n- {observaciones}",
            ACTS,
        )
        .unwrap();
        let pieces = all[0].filled(|name| match name {
            "comité" => "CGC {fecha}".to_owned(),
            _ => "Falta el alcance\n- Falta la carta".to_owned(),
        });
        assert_eq!(
            pieces,
            [
                Piece::Heading(2, "Para CGC {fecha}".to_owned()),
                Piece::Bullets(vec![
                    "Falta el alcance".to_owned(),
                    "Falta la carta".to_owned()
                ]),
            ]
        );
    }
}
