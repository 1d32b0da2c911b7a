//! Where in a standard, as people cite it: `E1-D2.3`.

use std::fmt;

use crate::vocabulary;

vocabulary! {
    /// What a place points at.
    pub enum PlaceKind {
        /// Desempeño.
        Performance = "performance",
        /// Producto.
        Product = "product",
        /// Conocimiento.
        Knowledge = "knowledge",
        /// Actitud, hábito o valor.
        Attitude = "attitude",
        /// Situación emergente.
        Contingency = "contingency",
        /// Entrada del glosario.
        Glossary = "glossary",
        /// The element itself.
        Element = "element",
    }
}

impl PlaceKind {
    /// The letter of its label.
    pub fn letter(self) -> &'static str {
        match self {
            PlaceKind::Performance => "D",
            PlaceKind::Product => "P",
            PlaceKind::Knowledge => "C",
            PlaceKind::Attitude => "A",
            PlaceKind::Contingency => "S",
            PlaceKind::Glossary => "G",
            PlaceKind::Element => "",
        }
    }
}

/// A place in a standard.
///
/// Numbers are those printed, as an author would look them up. The order is that of the page:
/// general data first, then element by element.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The element's place in the standard, from 1; nothing in the general data.
    pub element: Option<u32>,
    /// What it points at.
    pub kind: Option<PlaceKind>,
    /// The printed number of the criterion.
    pub number: Option<u32>,
    /// The bullet under it, from 1.
    pub characteristic: Option<u32>,
    /// The general field, in the words of the contract.
    pub field: Option<&'static str>,
}

impl Place {
    /// A field of the general data.
    pub fn field(name: &'static str) -> Place {
        Place {
            field: Some(name),
            ..Place::default()
        }
    }

    /// An element.
    pub fn element(element: u32) -> Place {
        Place {
            element: Some(element),
            kind: Some(PlaceKind::Element),
            ..Place::default()
        }
    }

    /// A criterion of an element.
    pub fn criterion(element: u32, kind: PlaceKind, number: u32) -> Place {
        Place {
            element: Some(element),
            kind: Some(kind),
            number: Some(number),
            ..Place::default()
        }
    }

    /// A bullet of this place, from 1.
    #[must_use]
    pub fn bullet(&self, characteristic: u32) -> Place {
        Place {
            characteristic: Some(characteristic),
            ..self.clone()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(element) = self.element else {
            return f.write_str(self.field.unwrap_or("general"));
        };
        write!(f, "E{element}")?;
        if let (Some(kind), Some(number)) = (self.kind, self.number) {
            write!(f, "-{}{number}", kind.letter())?;
        }
        if let Some(characteristic) = self.characteristic {
            write!(f, ".{characteristic}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_people_cite_them() {
        let performance = Place::criterion(1, PlaceKind::Performance, 4);

        assert_eq!(performance.to_string(), "E1-D4");
        assert_eq!(performance.bullet(2).to_string(), "E1-D4.2");
        assert_eq!(Place::element(2).to_string(), "E2");
        assert_eq!(Place::field("title").to_string(), "title");
    }
}
