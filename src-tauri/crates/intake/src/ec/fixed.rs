//! The fixed paragraphs of a standard, known by how they begin: their wording differs.

use domain::ec::FixedParagraph;

use crate::phrase::{find, prefix, squeeze};

/// How a fixed paragraph begins, and how far it goes.
struct Known {
    id: &'static str,
    openings: &'static [&'static str],
    /// A second sentence belongs to it if it begins so.
    second: &'static [&'static str],
}

const KNOWN: &[Known] = &[
    Known {
        id: "EC-F-04",
        openings: &[
            "asimismopuedeser",
            "asimismoesteecpuedeser",
            "asimismoelpresenteecpuedeser",
            "asimismopodraser",
            "asimismopuedenser",
        ],
        second: &[],
    },
    Known {
        id: "EC-F-05",
        openings: &[
            "elpresenteecserefiere",
            "elpresenteestandardecompetenciaserefiere",
            "esteecserefiere",
            "elpresenteestandarserefiere",
            "elpresenteecserefiereunicamente",
        ],
        second: &[
            "porloque",
            "porlotanto",
            "cabesenalar",
            "porello",
            "enconsecuencia",
        ],
    },
    Known {
        id: "EC-F-06",
        openings: &[
            "elpresenteecsefundamenta",
            "elpresenteestandardecompetenciasefundamenta",
            "esteecsefundamenta",
            "elpresenteestandarsefundamenta",
            "esteestandardecompetenciasefundamenta",
        ],
        second: &[],
    },
    Known {
        id: "EC-F-17",
        openings: &[
            "elpresenteecunavezpublicado",
            "elpresenteestandardecompetenciaunavezpublicado",
            "elpresenteestandarunavezpublicado",
            "esteecunavezpublicado",
        ],
        second: &[],
    },
];

/// How the paragraph begins that says what a standard updates (EC-F-07).
const UPDATES: &[&str] = &[
    "elpresenteecactualiza",
    "elpresenteestandardecompetenciaactualiza",
    "esteecactualiza",
    "seactualizaelec",
    "seactualizaelestandar",
    "elpresenteecsustituye",
    "elpresenteestandardecompetenciasustituye",
    "esteecsustituye",
    "esteestandardecompetenciaactualiza",
    "elpresenteestandaractualiza",
];
/// How its second paragraph begins.
const UPDATES_MORE: &[&str] = &[
    "losasuntosyprocesos",
    "losprocesosdeevaluacion",
    "losasuntos",
];

/// Running text with its fixed paragraphs taken out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorted {
    /// The author's own paragraphs.
    pub(crate) own: Vec<String>,
    pub(crate) fixed: Vec<FixedParagraph>,
    pub(crate) update: Vec<String>,
}

/// Tells the author's words from the fixed ones.
pub(crate) fn sort(paragraphs: Vec<String>) -> Sorted {
    let mut out = Sorted::default();
    for paragraph in paragraphs {
        sort_one(&paragraph, &mut out);
    }
    out
}

fn sort_one(paragraph: &str, out: &mut Sorted) {
    let mut rest = paragraph.trim();
    while let Some((start, end, id)) = first_fixed(rest) {
        let before = rest[..start].trim();
        if !before.is_empty() {
            out.own.push(before.to_owned());
        }
        let text = rest[start..end].trim().to_owned();
        match id {
            Some(id) => out.fixed.push(FixedParagraph {
                id: id.to_owned(),
                text,
            }),
            None => out.update.push(text),
        }
        rest = rest[end..].trim();
    }
    if rest.is_empty() {
        return;
    }
    let more = UPDATES_MORE.iter().any(|more| prefix(rest, more).is_some());
    if more && !out.update.is_empty() {
        out.update.push(rest.to_owned());
    } else {
        out.own.push(rest.to_owned());
    }
}

/// The first fixed paragraph inside a text: where it begins and ends, and its id.
fn first_fixed(text: &str) -> Option<(usize, usize, Option<&'static str>)> {
    let known = KNOWN.iter().flat_map(|known| {
        known
            .openings
            .iter()
            .map(move |opening| (*opening, Some(known.id), known.second))
    });
    let updates = UPDATES.iter().map(|opening| (*opening, None, UPDATES_MORE));
    known
        .chain(updates)
        .filter_map(|(opening, id, second)| {
            let (start, _) =
                find(text, opening).filter(|(start, _)| begins_sentence(text, *start))?;
            let mut end = start + sentence(&text[start..]);
            let next = text[end..].trim_start();
            if second.iter().any(|more| prefix(next, more).is_some()) {
                end = text.len() - next.len();
                end += sentence(next);
            }
            Some((start, end, id))
        })
        .min_by_key(|(start, ..)| *start)
}

/// A capital begins it, even where the author forgot the point before.
fn begins_sentence(text: &str, start: usize) -> bool {
    text[..start].trim().is_empty() || text[start..].starts_with(char::is_uppercase)
}

/// How many bytes the first sentence has. A point ends it before a capital; the points of «D.O.F.» and
/// of a code do not.
pub(crate) fn sentence(text: &str) -> usize {
    for (at, _) in text.match_indices('.') {
        let rest = &text[at + 1..];
        let next = rest.trim_start();
        let word = text[..at].rsplit([' ', '.', '(']).next().unwrap_or("");
        let abbreviation = word.chars().count() <= 1;
        if next.is_empty()
            || (!abbreviation && rest.len() > next.len() && crate::lines::opens(next))
        {
            return at + 1;
        }
    }
    text.len()
}

/// Whether a line begins a fixed paragraph that stands among labels: that of the register.
pub(crate) fn begins_register_paragraph(text: &str) -> bool {
    KNOWN
        .iter()
        .filter(|known| known.id == "EC-F-17")
        .any(|known| {
            known
                .openings
                .iter()
                .any(|opening| squeeze(text).starts_with(&opening[..opening.len().min(18)]))
        })
        && squeeze(text).contains("unavez")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_paragraphs_are_found_inside_running_text() {
        let text = "Servir como referente para las personas que reparan bicicletas. Asimismo, puede ser referente \
                    para el desarrollo de programas de capacitación basados en EC. Otra cosa.";

        let sorted = sort(vec![text.to_owned()]);

        assert_eq!(
            sorted.own,
            [
                "Servir como referente para las personas que reparan bicicletas.",
                "Otra cosa."
            ]
        );
        assert_eq!(sorted.fixed[0].id, "EC-F-04");
        assert!(sorted.fixed[0].text.ends_with("basados en EC."));
    }

    #[test]
    fn an_update_may_have_two_paragraphs() {
        let sorted = sort(vec![
            "Se actualiza el EC9001 Ajuste publicado en el D.O.F. el 11 de junio de 2015."
                .to_owned(),
            "Los asuntos y procesos tramitados tendrán cinco meses.".to_owned(),
        ]);

        assert_eq!(sorted.update.len(), 2);
        assert_eq!(sorted.own, [] as [&str; 0]);
    }
}
