//! The resolution of the Comité Técnico as it goes to the gazette (DOF): its fixed words are dated
//! data, and what it approves is listed by title.

use std::collections::BTreeMap;

use crate::forms::office::{OfficePaper, Piece};

/// The wording that the app comes with.
const SHIPPED: &str = include_str!("../../../../assets/forms/acuerdo_dof.txt");

/// A standard that a resolution approves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approved {
    /// Its code; empty while it has none.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its general description.
    pub description: String,
}

/// A resolution to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its number: «SO/II-26/10,S».
    pub number: String,
    /// Which session of its kind in the year, in words: «Segunda».
    pub ordinal: String,
    /// «Ordinaria» or «Extraordinaria».
    pub kind: String,
    /// The day, in words.
    pub day: String,
    /// What it approves, in any order.
    pub approved: Vec<Approved>,
}

/// How long the general description of each standard may be, in letters.
pub fn longest_description() -> usize {
    let words = wording();
    let most = words.get("descripción máxima").copied().unwrap_or_default();
    most.parse().unwrap_or(usize::MAX)
}

/// The order in which standards are listed: by title, without marks nor capitals.
pub fn by_title(approved: &mut [Approved]) {
    approved.sort_by_cached_key(|it| domain::text::fold(&it.title));
}

fn wording() -> BTreeMap<&'static str, &'static str> {
    let lines = SHIPPED.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let pairs = said.filter_map(|line| line.split_once('='));
    pairs
        .map(|(name, text)| (name.trim(), text.trim()))
        .collect()
}

/// The paper of a resolution.
pub fn paper(resolution: &Resolution) -> OfficePaper {
    let words = wording();
    let count = resolution.approved.len();
    let how_many = match count {
        1 => "el siguiente Estándar de Competencia".to_owned(),
        n => format!("los siguientes {n} Estándares de Competencia"),
    };
    let say = |name: &str| {
        let text = words.get(name).copied().unwrap_or_default();
        let values = [
            ("{acuerdo}", resolution.number.as_str()),
            ("{ordinal}", resolution.ordinal.as_str()),
            ("{clase}", resolution.kind.as_str()),
            ("{fecha}", resolution.day.as_str()),
            ("{cuántos}", how_many.as_str()),
        ];
        values.iter().fold(text.to_owned(), |said, (field, value)| {
            said.replace(field, value)
        })
    };
    let mut all = resolution.approved.clone();
    by_title(&mut all);
    let titles = all
        .iter()
        .zip(1..)
        .map(|(it, n)| vec![format!("{n}."), it.title.clone()]);
    let mut pieces = vec![
        Piece::Heading(1, say("encabezado")),
        Piece::Says(say("sello")),
        Piece::Says(say("institución")),
        Piece::Heading(2, say("constancia")),
        Piece::Says(say("sesión")),
        Piece::Heading(2, resolution.number.clone()),
        Piece::Says(say("fundamento")),
        Piece::Table(
            vec![8, 92],
            vec!["N.º".to_owned(), "Título".to_owned()],
            titles.collect(),
        ),
        Piece::Says(say("liga")),
    ];
    for it in &all {
        let name = match it.code.as_str() {
            "" => "[clave]",
            code => code,
        };
        pieces.push(Piece::Heading(2, format!("{name}  {}", it.title)));
        pieces.push(Piece::Named(say("descripción"), it.description.clone()));
        pieces.push(Piece::Says(say("documento").replace("{clave}", name)));
    }
    pieces.push(Piece::Says(say("certificación")));
    pieces.push(Piece::Signatures(vec![[
        String::new(),
        say("firma"),
        String::new(),
    ]]));
    pieces.push(Piece::Says(say("registro")));
    OfficePaper {
        title: format!("Acuerdo {}", resolution.number),
        head: "ACUERDO PARA EL DIARIO OFICIAL DE LA FEDERACIÓN".to_owned(),
        foot: resolution.number.clone(),
        wide: false,
        pieces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn approved(code: &str, title: &str) -> Approved {
        Approved {
            code: code.to_owned(),
            title: title.to_owned(),
            description: "Una descripción inventada.".to_owned(),
        }
    }

    #[test]
    fn what_is_approved_is_listed_by_title_standards_and_brands_together() {
        let resolution = Resolution {
            number: "SO/II-26/10,S".to_owned(),
            ordinal: "Segunda".to_owned(),
            kind: "Ordinaria".to_owned(),
            day: "22 de mayo de 2026".to_owned(),
            approved: vec![
                approved("EC9002", "Ñandutí inventado"),
                approved("ECM9001", "Afinación inventada"),
                approved("EC9001", "Ébano inventado"),
            ],
        };
        let paper = paper(&resolution);
        let rows = paper.pieces.iter().find_map(|piece| match piece {
            Piece::Table(_, _, rows) => Some(rows.clone()),
            _ => None,
        });
        let titles: Vec<String> = rows
            .unwrap()
            .into_iter()
            .map(|row| row[1].clone())
            .collect();
        assert_eq!(
            titles,
            [
                "Afinación inventada",
                "Ébano inventado",
                "Ñandutí inventado"
            ]
        );
        let said = format!("{:?}", paper.pieces);
        assert!(said.contains("los siguientes 3 Estándares"), "{said}");
        assert!(said.contains("Segunda Sesión Ordinaria"), "{said}");
        assert!(
            !said.contains("{acuerdo}") && !said.contains("{fecha}"),
            "{said}"
        );
    }

    #[test]
    fn every_field_of_the_wording_is_there() {
        let words = wording();
        for name in [
            "encabezado",
            "sello",
            "institución",
            "constancia",
            "sesión",
            "fundamento",
            "liga",
            "descripción",
            "documento",
            "certificación",
            "firma",
            "registro",
        ] {
            assert!(words.get(name).is_some_and(|it| !it.is_empty()), "{name}");
        }
        assert!((100..100_000).contains(&longest_description()));
    }
}
