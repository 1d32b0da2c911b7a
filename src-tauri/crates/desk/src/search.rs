//! Finding standards, places in them, and rules.

use domain::ids::EcId;
use domain::text::fold;
use store::Reader;

use crate::Desk;
use crate::error::Error;
use crate::wire::{Hit, Search, SearchView};

/// How many of each are shown.
const MOST: usize = 12;

/// A standard as it is listed: its title, and its code beside it.
fn standard_hit(reader: &Reader<'_>, ec: EcId) -> Result<Hit, Error> {
    let row = reader.row(ec)?;
    Ok(Hit {
        id: ec.to_string(),
        part: None,
        text: row.title,
        aside: match row.code.is_empty() {
            true => row.source_code,
            false => row.code,
        },
    })
}

impl Desk {
    /// Looks for words in codes, titles, texts and rules.
    pub fn search(&mut self, request: Search) -> Result<SearchView, Error> {
        let wanted = fold(&request.query);
        let rules = checks::CATALOGUE
            .iter()
            .chain(checks::ACROSS)
            .filter(|rule| {
                !wanted.is_empty()
                    && (fold(rule.id).contains(&wanted) || fold(rule.title).contains(&wanted))
            })
            .take(MOST)
            .map(|rule| Hit {
                id: rule.id.to_owned(),
                part: None,
                text: rule.title.to_owned(),
                aside: rule.id.to_owned(),
            })
            .collect();
        self.store.read(|reader| {
            let (mut standards, mut places) = (Vec::new(), Vec::new());
            // Whoever types a whole code means that standard.
            for ec in reader.find(&request.query)? {
                standards.push(standard_hit(reader, ec)?);
            }
            for hit in reader.search(&request.query, 4 * MOST)? {
                let standard = reader.standard(hit.ec)?;
                let told = |hits: &[Hit]| hits.iter().any(|it| it.id == hit.ec.to_string());
                match hit.part {
                    None if told(&standards) => {} // By its code already.
                    None if standards.len() < MOST => {
                        standards.push(standard_hit(reader, hit.ec)?);
                    }
                    Some(part) if places.len() < MOST => {
                        let place = standard.place_of(part).map(|place| place.to_string());
                        places.push(Hit {
                            id: hit.ec.to_string(),
                            part: Some(part.to_string()),
                            text: hit.snippet.text,
                            aside: format!(
                                "{} · {}",
                                crate::spanish::place(&place.unwrap_or_default()),
                                standard.title
                            ),
                        });
                    }
                    _ => {} // Enough of its kind are shown already.
                }
            }
            Ok(SearchView {
                standards,
                places,
                rules,
            })
        })
    }
}
