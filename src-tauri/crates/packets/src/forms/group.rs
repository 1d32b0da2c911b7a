//! The papers of an expert group: who is in it, the letter each signs, and the minutes of a session.

use chrono::NaiveDate;
use domain::calendar::in_words;

use super::case_sheet::{frame, heading, named, says, texts};
use crate::sheet::{Block, Cell, Letterhead, Look, Sheet, Table};

const LETTER: &str = include_str!("../../../../../assets/forms/carta_gte.txt");

/// A paper of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupPaper {
    /// Who is in it.
    Roster(Roster),
    /// What one of it signs.
    Letter(Letter),
    /// What happened in a session.
    Minutes(Minutes),
}

/// Who is in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    pub group: String,
    pub kind: String,
    /// What it works on.
    pub works_on: Vec<String>,
    pub day: NaiveDate,
    pub experts: Vec<RosterLine>,
}

/// One of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    pub name: String,
    pub post: String,
    pub organization: String,
    pub experience: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// When the letter was signed.
    pub letter: Option<NaiveDate>,
}

/// A letter of confidentiality, to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub group: String,
    pub works_on: Vec<String>,
    pub expert: RosterLine,
    pub day: NaiveDate,
}

/// What happened in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    pub group: String,
    pub kind: String,
    pub number: u32,
    pub on: NaiveDate,
    pub place: String,
    pub agenda: String,
    /// When it was opened and closed, in words.
    pub opened: String,
    pub closed: String,
    pub present: Vec<RosterLine>,
    /// What was worked on, and the digest it has at the end.
    pub documents: Vec<(String, String)>,
    pub resolutions: Vec<String>,
    /// What was attested.
    pub attested: Vec<String>,
    pub changes: Vec<Quoted>,
    pub notes: String,
    pub day: NaiveDate,
}

/// A change that a session made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// «Mapa», «Estándar».
    pub document: String,
    /// Where: «1.2», «E1-D2».
    pub place: String,
    /// What happened to it: «Se agregó».
    pub what: String,
    pub before: String,
    pub after: String,
    /// Empty where nobody said.
    pub reason: String,
    pub removed: bool,
}

pub(crate) fn sheet(paper: &GroupPaper, letterhead: &Letterhead) -> Sheet {
    let (title, head, foot, blocks) = match paper {
        GroupPaper::Roster(it) => (
            format!("Integrantes del Grupo Técnico de Expertos: {}", it.group),
            "GRUPO TÉCNICO DE EXPERTOS",
            &it.group,
            roster(it),
        ),
        GroupPaper::Letter(it) => (
            format!("Carta de confidencialidad: {}", it.expert.name),
            "CARTA DE CONFIDENCIALIDAD",
            &it.group,
            letter(it),
        ),
        GroupPaper::Minutes(it) => (
            format!("Minuta de la sesión {}: {}", it.number, it.group),
            "MINUTA DEL GRUPO TÉCNICO DE EXPERTOS",
            &it.group,
            minutes(it),
        ),
    };
    Sheet {
        title,
        frame: frame(letterhead, head, foot),
        blocks,
        ..Sheet::default()
    }
}

fn roster(it: &Roster) -> Vec<Block> {
    let mut blocks = vec![
        heading(1, "Integrantes del Grupo Técnico de Expertos"),
        named("Grupo:", &it.group),
        named("Clase:", &it.kind),
    ];
    works_on(&mut blocks, &it.works_on);
    blocks.push(named("Fecha:", &in_words(it.day)));
    let rows = it.experts.iter().map(|expert| {
        let mut since = vec![says(&format!("Desde el {}", in_words(expert.from)))];
        since.extend(
            expert
                .until
                .map(|day| says(&format!("hasta el {}", in_words(day)))),
        );
        since.push(says(&match expert.letter {
            Some(day) => format!("Carta firmada el {}", in_words(day)),
            None => "Falta la carta".to_owned(),
        }));
        vec![
            vec![says(&expert.name)],
            vec![says(&expert.post), says(&expert.organization)],
            vec![says(&expert.experience)],
            since,
        ]
    });
    blocks.push(Block::Table(Table {
        look: Look::Ruled,
        shares: vec![24, 26, 24, 26],
        head: texts(&[
            "Nombre",
            "Cargo y organización",
            "Experiencia",
            "Participación y carta",
        ]),
        rows: rows.collect(),
        leads: false,
    }));
    blocks
}

fn works_on(blocks: &mut Vec<Block>, documents: &[String]) {
    blocks.extend(documents.iter().map(|it| named("Trabaja en:", it)));
}

fn letter(it: &Letter) -> Vec<Block> {
    let document = match it.works_on.as_slice() {
        [] => "los documentos que el comité le encomiende".to_owned(),
        some => some.join("; "),
    };
    let or = |text: &str, else_: &str| match text {
        "" => else_.to_owned(),
        text => text.to_owned(),
    };
    let values = [
        ("{nombre}", it.expert.name.clone()),
        ("{cargo}", or(&it.expert.post, "_______________")),
        (
            "{organización}",
            or(&it.expert.organization, "_______________"),
        ),
        ("{desde}", in_words(it.expert.from)),
        ("{grupo}", it.group.clone()),
        ("{documento}", document),
    ];
    let mut blocks = vec![
        heading(
            1,
            "Carta de confidencialidad y de ausencia de conflicto de interés",
        ),
        named("Fecha:", &in_words(it.day)),
    ];
    let lines = LETTER
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    blocks.extend(lines.map(|line| says(&filled(line, &values))));
    blocks.push(signatures(std::slice::from_ref(&it.expert)));
    blocks
}

/// A line of a template with its values: a value that looks like a place is not one.
fn filled(line: &str, values: &[(&str, String)]) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        match values.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, value)) => {
                out.push_str(value);
                rest = &rest[name.len()..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn minutes(it: &Minutes) -> Vec<Block> {
    let mut blocks = vec![
        heading(1, &format!("Minuta de la sesión {}", it.number)),
        named("Grupo:", &it.group),
        named("Clase:", &it.kind),
        named("Fecha:", &in_words(it.on)),
        named(
            "Inicio y término:",
            &format!("{}; {}", it.opened, it.closed),
        ),
    ];
    if !it.place.is_empty() {
        blocks.push(named("Lugar o medio:", &it.place));
    }
    if !it.agenda.is_empty() {
        blocks.push(named("Asunto:", &it.agenda));
    }
    blocks.push(heading(2, "Asistencia"));
    let rows = it.present.iter().map(|one| {
        let cell = |text: &str| vec![says(text)];
        vec![cell(&one.name), cell(&one.post), cell(&one.organization)]
    });
    blocks.push(Block::Table(Table {
        look: Look::Ruled,
        shares: vec![36, 32, 32],
        head: texts(&["Nombre", "Cargo", "Organización"]),
        rows: rows.collect(),
        leads: false,
    }));
    blocks.push(heading(2, "Lo que se aprobó"));
    if it.resolutions.is_empty() && it.attested.is_empty() {
        blocks.push(says("No se tomó ninguna resolución."));
    }
    blocks.extend(it.resolutions.iter().map(|said| says(said)));
    blocks.extend(it.attested.iter().map(|said| says(said)));
    for (name, digest) in &it.documents {
        blocks.push(named(&format!("{name}, al término:"), digest));
    }
    let changed = |removed: bool| it.changes.iter().filter(move |it| it.removed == removed);
    table(
        &mut blocks,
        "Lo que se agregó y se cambió",
        changed(false).collect(),
    );
    table(&mut blocks, "Lo que se quitó", changed(true).collect());
    if !it.notes.is_empty() {
        blocks.push(heading(2, "Otros asuntos"));
        blocks.push(says(&it.notes));
    }
    blocks.push(heading(2, "Firmas"));
    blocks.push(signatures(&it.present));
    blocks
}

fn table(blocks: &mut Vec<Block>, title: &str, changes: Vec<&Quoted>) {
    blocks.push(heading(2, title));
    if changes.is_empty() {
        blocks.push(says("Nada."));
        return;
    }
    let rows = changes.into_iter().map(|change| -> Vec<Cell> {
        let reason = match change.reason.as_str() {
            "" => "Pendiente",
            said => said,
        };
        vec![
            vec![
                says(&change.document),
                says(&change.place),
                says(&change.what),
            ],
            vec![says(&change.before)],
            vec![says(&change.after)],
            vec![says(reason)],
        ]
    });
    blocks.push(Block::Table(Table {
        look: Look::Ruled,
        shares: vec![16, 31, 31, 22],
        head: texts(&["Dónde", "Decía", "Dice", "Motivo"]),
        rows: rows.collect(),
        leads: false,
    }));
}

/// A line for each to sign on, two beside each other.
/// Who signs, a row each, with room for a hand.
fn signatures(people: &[RosterLine]) -> Block {
    let rows = people.iter().map(|one| {
        let said = [&one.name, &one.post, &one.organization].into_iter();
        let who = said.filter(|text| !text.is_empty()).map(|text| says(text));
        vec![who.collect(), vec![says(" "); 4]]
    });
    Block::Table(Table {
        look: Look::Grid,
        shares: vec![50, 50],
        head: texts(&["Nombre, cargo y organización", "Firma"]),
        rows: rows.collect(),
        leads: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_a_place_of_the_template_is_a_name() {
        let values = [
            ("{nombre}", "{cargo} #x".to_owned()),
            ("{cargo}", "Jefa".to_owned()),
        ];

        assert_eq!(
            filled("Yo, {nombre}, {cargo} {otro}", &values),
            "Yo, {cargo} #x, Jefa {otro}"
        );
    }

    #[test]
    fn a_change_without_a_reason_is_pending() {
        let mut blocks = Vec::new();
        let change = Quoted {
            document: "Mapa".to_owned(),
            place: "1.1".to_owned(),
            what: "Se cambió".to_owned(),
            before: "A".to_owned(),
            after: "B".to_owned(),
            reason: String::new(),
            removed: false,
        };

        table(&mut blocks, "Lo que se cambió", vec![&change]);

        assert!(format!("{blocks:?}").contains("Pendiente"));
    }
}
