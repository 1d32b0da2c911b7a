//! Compositions as the office writes them: dated blocks of plain text, each with its seats.
//!
//! ```text
//! [integración]
//! vigente desde = 2022-09-01
//! estado = por confirmar
//! quórum =
//! mayoría = presentes
//! [asientos]
//! # número | calidad | puesto | titular | suplente | voto | encargo
//! 1 | Presidencia | Dirección General |  |  | sí |
//! ```

use chrono::NaiveDate;

use super::{BadComposition, Composition, MajorityBasis, QuorumOf, Seat, SeatRole};
use crate::text::fold;

/// The composition that the app comes with: that of the manual, with the posts as they are called.
const SHIPPED: &str = include_str!("../../../../../assets/forms/covacec.txt");

/// A line that does not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {says}")]
pub struct WrongLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it, in Spanish.
    pub says: String,
}

/// Reads compositions; the shipped one where there is nothing.
pub fn parse(text: &str) -> Result<Vec<Composition>, WrongLine> {
    let text = match text.trim().is_empty() {
        true => SHIPPED,
        false => text,
    };
    let mut all: Vec<(usize, Composition)> = Vec::new();
    let mut in_seats = false;
    for (line, said) in text.lines().enumerate() {
        let line = line + 1;
        let wrong = |says: String| WrongLine { line, says };
        let said = said.trim();
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        match said {
            "[integración]" => {
                in_seats = false;
                all.push((line, blank()));
                continue;
            }
            "[asientos]" => {
                in_seats = true;
                continue;
            }
            _ if said.starts_with('[') => {
                return Err(wrong(format!("la sección «{said}» no se conoce")));
            }
            _ => {} // A line of a section.
        }
        let last = all.last_mut();
        let (_, composition) =
            last.ok_or_else(|| wrong("falta antes «[integración]»".to_owned()))?;
        match in_seats {
            true => composition.seats.push(seat(said).map_err(wrong)?),
            false => set(composition, said).map_err(wrong)?,
        }
    }
    for (line, composition) in &all {
        let says = |wrong: BadComposition| WrongLine {
            line: *line,
            says: match wrong {
                BadComposition::NotOne { role, count } => format!(
                    "la integración tiene {count} asientos de la {} y lleva uno",
                    role.says()
                ),
                BadComposition::NoPost(at) => format!("el asiento {at} no dice su puesto"),
                BadComposition::NoVotes => "ningún asiento tiene voto".to_owned(),
                BadComposition::OwnSubstitute(name) => {
                    format!("«{name}» no puede ser su propia suplencia")
                }
            },
        };
        composition.check().map_err(says)?;
        let mut numbers: Vec<u8> = composition.seats.iter().map(|it| it.number).collect();
        numbers.sort_unstable();
        if numbers.windows(2).any(|two| two[0] == two[1]) {
            return Err(WrongLine {
                line: *line,
                says: "dos asientos tienen el mismo número".to_owned(),
            });
        }
    }
    Ok(all.into_iter().map(|(_, it)| it).collect())
}

/// Writes compositions so that they read back.
pub fn write(all: &[Composition]) -> String {
    let mut out = String::new();
    for it in all {
        let base = it.base.map_or("", QuorumOf::says);
        let majority = match it.majority {
            MajorityBasis::Present => "presentes",
            MajorityBasis::VotesCast => "votos emitidos",
        };
        let state = match it.confirmed {
            true => "confirmado",
            false => "por confirmar",
        };
        out.push_str(&format!(
            "[integración]\nvigente desde = {}\nestado = {state}\nquórum = {base}\nmayoría = {majority}\n[asientos]\n# número | calidad | puesto | titular | suplente | voto | encargo\n",
            it.from
        ));
        for seat in &it.seats {
            let votes = if seat.votes { "sí" } else { "no" };
            let acting = if seat.acting { "encargo" } else { "" };
            out.push_str(&format!(
                "{} | {} | {} | {} | {} | {votes} | {acting}\n",
                seat.number,
                seat.role.says(),
                seat.post,
                seat.holder,
                seat.substitute
            ));
        }
        out.push('\n');
    }
    out
}

fn blank() -> Composition {
    Composition {
        from: NaiveDate::default(),
        seats: Vec::new(),
        base: None,
        majority: MajorityBasis::Present,
        confirmed: false,
    }
}

fn set(composition: &mut Composition, said: &str) -> Result<(), String> {
    let (name, value) = said
        .split_once('=')
        .ok_or_else(|| format!("«{said}» no dice «dato = valor»"))?;
    let (name, value) = (name.trim(), value.trim());
    let strange = || format!("«{value}» no es un valor de «{name}»");
    match name {
        "vigente desde" => composition.from = value.parse().map_err(|_| strange())?,
        "estado" => {
            composition.confirmed = match value {
                "confirmado" => true,
                "por confirmar" => false,
                _ => return Err(strange()),
            }
        }
        "quórum" => {
            composition.base = match value {
                "" => None,
                "asientos" => Some(QuorumOf::Seats),
                "personas" => Some(QuorumOf::Persons),
                _ => return Err(strange()),
            }
        }
        "mayoría" => {
            composition.majority = match value {
                "presentes" => MajorityBasis::Present,
                "votos emitidos" => MajorityBasis::VotesCast,
                _ => return Err(strange()),
            }
        }
        _ => return Err(format!("el dato «{name}» no se conoce")),
    }
    Ok(())
}

fn seat(said: &str) -> Result<Seat, String> {
    let cells: Vec<&str> = said.split('|').map(str::trim).collect();
    let [number, role, post, holder, substitute, votes, acting] = cells[..] else {
        return Err(format!(
            "un asiento lleva 7 datos separados por «|», y aquí hay {}",
            cells.len()
        ));
    };
    let mut roles = SeatRole::ALL.iter().copied();
    let votes = match votes {
        "sí" => true,
        "no" => false,
        _ => return Err(format!("el voto se escribe «sí» o «no», y dice «{votes}»")),
    };
    Ok(Seat {
        number: number
            .parse()
            .ok()
            .filter(|it| *it > 0)
            .ok_or_else(|| format!("«{number}» no es el número de un asiento"))?,
        role: roles
            .find(|it| fold(it.says()) == fold(role))
            .ok_or_else(|| format!("«{role}» no es una calidad: Presidencia, Vicepresidencia, Secretaría Técnica, Vocalía o Vocalía Ponente"))?,
        post: post.to_owned(),
        holder: holder.to_owned(),
        acting: !acting.is_empty(),
        substitute: substitute.to_owned(),
        votes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_composition_is_that_of_the_manual_and_marked_to_be_confirmed() {
        let all = parse("").unwrap();
        let it = all.last().unwrap();
        assert_eq!(it.seats.len(), 10);
        assert!(!it.confirmed);
        assert_eq!(it.base, None, "the base of the quorum is asked");
        let double = it.seats.iter().filter(|seat| seat.post == it.seats[2].post);
        assert_eq!(double.count(), 2, "one direction holds two seats");
    }

    #[test]
    fn what_is_written_reads_back() {
        let all = parse("").unwrap();
        assert_eq!(parse(&write(&all)).unwrap(), all);
    }

    #[test]
    fn what_does_not_read_is_told_by_line() {
        let told = |text: &str| parse(text).unwrap_err();
        let block = "[integración]\nvigente desde = 2022-09-01\n[asientos]\n";
        assert_eq!(told("vigente desde = 2022-09-01").line, 1);
        assert_eq!(told("[integración]\nvigente desde = ayer").line, 2);
        assert_eq!(told("[integración]\nquórum = sillas").line, 2);
        assert_eq!(
            told(&format!("{block}1 | Presidencia | Dirección General")).line,
            4
        );
        assert_eq!(
            told(&format!(
                "{block}x | Presidencia | Dirección General | | | sí |"
            ))
            .line,
            4
        );
        assert_eq!(
            told(&format!(
                "{block}1 | Tesorería | Dirección General | | | sí |"
            ))
            .line,
            4
        );
        let one = told(&format!(
            "{block}1 | Presidencia | Dirección General | | | sí |"
        ));
        assert!(one.says.contains("Vicepresidencia"), "{}", one.says);
        assert_eq!(told("[sillas]").line, 1);
    }
}
