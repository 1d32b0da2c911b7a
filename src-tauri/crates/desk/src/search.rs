//! Finding standards, places in them, and rules.

use domain::text::fold;

use crate::Desk;
use crate::error::Error;
use crate::wire::{Hit, Search, SearchView};

/// How many of each are shown.
const MOST: usize = 12;

impl Desk {
    /// Looks for words in codes, titles, texts and rules.
    pub fn search(&mut self, request: Search) -> Result<SearchView, Error> {
        let wanted = fold(&request.query);
        let rules = checks::CATALOGUE
            .iter()
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
            for hit in reader.search(&request.query, 4 * MOST)? {
                let standard = reader.standard(hit.ec)?;
                match hit.part {
                    None if standards.len() < MOST => standards.push(Hit {
                        id: hit.ec.to_string(),
                        part: None,
                        text: standard.title.clone(),
                        aside: standard.known_code().to_owned(),
                    }),
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
