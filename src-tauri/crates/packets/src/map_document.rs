//! A functional map as JSON: what its acts name by digest, and what is exported.
//!
//! Numbers and levels are not in it: they are counted from the tree.

use domain::functional_map::{Attestation, Claim, Function, FunctionalMap, Link};
use domain::ids::PartId;
use serde::{Deserialize, Serialize};

/// Why some JSON is not a map.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not JSON, or JSON of another shape.
    #[error("it is not the JSON of a functional map")]
    Shape(#[from] serde_json::Error),
    /// An id that is not one.
    #[error("{0:?} is not an id")]
    BadId(String),
    /// A day that is not one.
    #[error("{0:?} is not a day")]
    BadDate(String),
    /// A claim that is not known.
    #[error("{0:?} is not a claim")]
    BadClaim(String),
    /// A map as no edit leaves one: too large, too deep, or with an id twice.
    #[error("no map is like that")]
    Unfit,
}

/// A map in its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapDocument {
    /// Its id.
    pub id: String,
    /// What sector it is the map of.
    pub title: String,
    /// Who owns it.
    pub committee: String,
    /// The purpose, with every function below it.
    pub purpose: FunctionDocument,
}

/// A function in its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FunctionDocument {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether one person can do it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub individual: bool,
    /// The standard that covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<String>,
    /// The element that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// What people said of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attestations: Vec<AttestationDocument>,
    /// What it is broken down into.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FunctionDocument>,
}

/// What somebody said of a function, in its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttestationDocument {
    /// What was said.
    pub claim: String,
    /// Who said it.
    pub person: String,
    /// When.
    pub on: String,
    /// The words it was said of.
    pub of: String,
}

/// The canonical bytes of a map: what a digest names.
pub fn canonical(map: &FunctionalMap) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(&MapDocument::of(map))
        .expect("a map holds only strings, lists and maps with text keys")
}

/// The map that some JSON says.
pub fn from_canonical(bytes: &[u8]) -> Result<FunctionalMap, Error> {
    let map = serde_json::from_slice::<MapDocument>(bytes)?.map()?;
    match map.is_fit() {
        true => Ok(map),
        false => Err(Error::Unfit),
    }
}

impl MapDocument {
    /// The JSON of a map.
    pub fn of(map: &FunctionalMap) -> MapDocument {
        MapDocument {
            id: map.id.to_string(),
            title: map.title.clone(),
            committee: map.committee.clone(),
            purpose: FunctionDocument::of(&map.purpose),
        }
    }

    /// The map that some JSON holds.
    pub fn map(&self) -> Result<FunctionalMap, Error> {
        Ok(FunctionalMap {
            id: id(&self.id)?,
            title: self.title.clone(),
            committee: self.committee.clone(),
            purpose: self.purpose.function()?,
        })
    }
}

impl FunctionDocument {
    /// The JSON of a function, with those below it.
    pub fn of(function: &Function) -> FunctionDocument {
        FunctionDocument {
            id: function.id.to_string(),
            text: function.text.clone(),
            individual: function.individual,
            standard: function.link.standard.map(|id| id.to_string()),
            element: function.link.element.map(|id| id.to_string()),
            attestations: function
                .attestations
                .iter()
                .map(AttestationDocument::of)
                .collect(),
            parts: function.parts.iter().map(FunctionDocument::of).collect(),
        }
    }

    /// The function that some JSON holds.
    pub fn function(&self) -> Result<Function, Error> {
        let said = self.attestations.iter();
        let said = said.map(AttestationDocument::attestation);
        Ok(Function {
            id: id::<PartId>(&self.id)?,
            text: self.text.clone(),
            individual: self.individual,
            link: Link {
                standard: self.standard.as_deref().map(id).transpose()?,
                element: self.element.as_deref().map(id).transpose()?,
            },
            attestations: said.collect::<Result<_, _>>()?,
            parts: self
                .parts
                .iter()
                .map(FunctionDocument::function)
                .collect::<Result<_, _>>()?,
        })
    }
}

impl AttestationDocument {
    /// The JSON of what somebody said.
    pub fn of(said: &Attestation) -> AttestationDocument {
        AttestationDocument {
            claim: said.claim.code().to_owned(),
            person: said.person.clone(),
            on: said.on.to_string(),
            of: said.of.clone(),
        }
    }

    /// What somebody said, from its JSON.
    pub fn attestation(&self) -> Result<Attestation, Error> {
        Ok(Attestation {
            claim: Claim::from_code(&self.claim)
                .ok_or_else(|| Error::BadClaim(self.claim.clone()))?,
            person: self.person.clone(),
            on: self
                .on
                .parse()
                .map_err(|_| Error::BadDate(self.on.clone()))?,
            of: self.of.clone(),
        })
    }
}

fn id<T: std::str::FromStr>(text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::BadId(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use domain::functional_map::sketch::sample;
    use domain::ids::Ids;

    use super::*;

    #[test]
    fn a_map_goes_through_its_json_unchanged() {
        let mut ids = Ids::fixed();
        let mut map = sample(&mut ids);
        let individual = &mut map.purpose.parts[0].parts[0];
        individual.link.standard = Some(ids.ec());
        individual.parts[0].link.element = Some(ids.part());
        individual.attestations.push(Attestation {
            claim: Claim::NecessaryAndSufficient,
            person: "Ana Ruiz".to_owned(),
            on: "2026-05-04".parse().unwrap(),
            of: individual.wording(Claim::NecessaryAndSufficient),
        });

        let read: MapDocument = serde_json::from_slice(&canonical(&map)).unwrap();

        assert_eq!(read.map().unwrap(), map);
        assert_eq!(from_canonical(&canonical(&map)).unwrap(), map);
    }

    #[test]
    fn a_map_that_no_edit_leaves_is_none() {
        let mut map = sample(&mut Ids::fixed());
        map.purpose.parts[1].id = map.purpose.id;
        assert!(matches!(
            from_canonical(&canonical(&map)),
            Err(Error::Unfit)
        ));
        let mut deep = sample(&mut Ids::fixed());
        let mut ids = Ids::new(1, 9);
        for _ in 0..30 {
            let mut above = domain::functional_map::Function::blank(ids.part());
            above.parts.push(std::mem::replace(
                &mut deep.purpose,
                domain::functional_map::Function::blank(ids.part()),
            ));
            deep.purpose = above;
        }
        assert!(from_canonical(&canonical(&deep)).is_err());
    }

    #[test]
    fn json_of_another_shape_is_told() {
        assert!(serde_json::from_str::<MapDocument>("{\"id\":1}").is_err());
        let mut document = MapDocument::of(&sample(&mut Ids::fixed()));
        document.purpose.id = "uno".to_owned();
        assert!(matches!(document.map(), Err(Error::BadId(_))));
    }
}
