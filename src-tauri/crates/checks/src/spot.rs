//! A text of a standard and where it stands, and the walks that find them.

use domain::ec::part::Field;
use domain::ec::{Classified, CompetenceStandard, Criterion, Element, Line, Place, PlaceKind};
use domain::ids::PartId;

/// A text of a standard, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Spot<'a> {
    /// As people cite it.
    pub(crate) place: Place,
    /// Whose; `None` is the standard itself.
    pub(crate) part: Option<PartId>,
    /// Which text; `None` is the part as a whole.
    pub(crate) field: Option<Field>,
    /// What it says.
    pub(crate) text: &'a str,
}

impl<'a> Spot<'a> {
    /// A text of the general data that is a field of the standard itself.
    pub(crate) fn general(name: &'static str, field: Field, text: &'a str) -> Spot<'a> {
        Spot {
            place: Place::field(name),
            part: None,
            field: Some(field),
            text,
        }
    }

    /// A place of the general data that is no single text: a list, the printed form.
    pub(crate) fn whole(name: &'static str) -> Spot<'a> {
        Spot {
            place: Place::field(name),
            part: None,
            field: None,
            text: "",
        }
    }

    /// A line of a general list; its place carries the line's position, from 1.
    pub(crate) fn line(name: &'static str, at: usize, line: &'a Line) -> Spot<'a> {
        Spot {
            place: Place {
                number: Some(count(at)),
                ..Place::field(name)
            },
            part: Some(line.id),
            field: Some(Field::Text),
            text: &line.text,
        }
    }

    /// The code or the name of an entry of an official classification; its place carries its position
    /// in the list, from 1.
    pub(crate) fn classified(
        list: &'static str,
        at: usize,
        entry: &'a Classified,
        field: Field,
    ) -> Spot<'a> {
        Spot {
            place: Place {
                number: Some(count(at)),
                ..Place::field(list)
            },
            part: Some(entry.id),
            field: Some(field),
            text: match field {
                Field::Code => &entry.code,
                _ => &entry.name, // An entry has no other text.
            },
        }
    }

    /// An element's title.
    pub(crate) fn element(at: usize, element: &'a Element) -> Spot<'a> {
        Spot {
            place: Place::element(count(at)),
            part: Some(element.id),
            field: Some(Field::Title),
            text: &element.title,
        }
    }

    /// A performance or a product; `at` is its element's position, from 0.
    pub(crate) fn criterion(at: usize, kind: PlaceKind, criterion: &'a Criterion) -> Spot<'a> {
        Spot {
            place: Place::criterion(count(at), kind, criterion.number),
            part: Some(criterion.id),
            field: Some(Field::Text),
            text: &criterion.text,
        }
    }

    /// A line under this one: a characteristic, a detail, a response; `at` from 0.
    pub(crate) fn bullet(&self, at: usize, line: &'a Line) -> Spot<'a> {
        Spot {
            place: self.place.bullet(count(at)),
            part: Some(line.id),
            field: Some(Field::Text),
            text: &line.text,
        }
    }

    /// Another text of an element's part; `at` is the element's position, from 0.
    pub(crate) fn of(
        at: usize,
        kind: PlaceKind,
        number: u32,
        part: PartId,
        field: Field,
        text: &'a str,
    ) -> Spot<'a> {
        Spot {
            place: Place::criterion(count(at), kind, number),
            part: Some(part),
            field: Some(field),
            text,
        }
    }
}

/// A position from 0, as people count.
pub(crate) fn count(at: usize) -> u32 {
    u32::try_from(at).map_or(u32::MAX, |at| at.saturating_add(1))
}

/// Every performance, with its place and itself.
pub(crate) fn performances(
    ec: &CompetenceStandard,
) -> impl Iterator<Item = (Spot<'_>, &Criterion)> {
    criteria(ec, PlaceKind::Performance)
}

/// Every product, with its place and itself.
pub(crate) fn products(ec: &CompetenceStandard) -> impl Iterator<Item = (Spot<'_>, &Criterion)> {
    criteria(ec, PlaceKind::Product)
}

fn criteria(
    ec: &CompetenceStandard,
    kind: PlaceKind,
) -> impl Iterator<Item = (Spot<'_>, &Criterion)> {
    ec.elements
        .iter()
        .enumerate()
        .flat_map(move |(at, element)| {
            let list = match kind {
                PlaceKind::Product => &element.products,
                _ => &element.performances, // The walks above ask for these two.
            };
            list.iter()
                .map(move |criterion| (Spot::criterion(at, kind, criterion), criterion))
        })
}

/// Every characteristic under some criteria, with its place.
pub(crate) fn characteristics<'a>(
    criteria: impl Iterator<Item = (Spot<'a>, &'a Criterion)>,
) -> impl Iterator<Item = Spot<'a>> {
    criteria.flat_map(|(spot, criterion)| {
        let lines = criterion.characteristics.iter().enumerate();
        let bullets: Vec<Spot<'a>> = lines.map(|(at, line)| spot.bullet(at, line)).collect();
        bullets
    })
}

/// Every text that the author wrote, in the order of the page.
pub(crate) fn every(ec: &CompetenceStandard) -> Vec<Spot<'_>> {
    let mut spots = general(ec);
    for (at, element) in ec.elements.iter().enumerate() {
        spots.push(Spot::element(at, element));
        of_element(at, element, &mut spots);
    }
    spots.retain(|spot| !spot.text.is_empty());
    spots
}

fn general(ec: &CompetenceStandard) -> Vec<Spot<'_>> {
    let data = &ec.general;
    let mut spots = vec![
        Spot::general("title", Field::Title, &ec.title),
        Spot::general("purpose", Field::Purpose, &data.purpose),
        Spot::general(
            "generalDescription",
            Field::GeneralDescription,
            &data.general_description,
        ),
    ];
    for (name, lines) in [
        ("associatedOccupations", &data.associated_occupations),
        ("unlistedOccupations", &data.unlisted_occupations),
        (
            "participatingOrganizations",
            &data.participating_organizations,
        ),
        ("relatedStandards", &data.related_standards),
        (
            "evaluationAspects.practiceDetails",
            &data.evaluation_aspects.practice_details,
        ),
        (
            "evaluationAspects.requirements",
            &data.evaluation_aspects.requirements,
        ),
        ("references", &data.references),
    ] {
        let lines = lines.iter().enumerate();
        spots.extend(lines.map(|(at, line)| Spot::line(name, at, line)));
    }
    spots
}

/// Every text of an element but its title.
pub(crate) fn of_element<'a>(at: usize, element: &'a Element, spots: &mut Vec<Spot<'a>>) {
    for (kind, criteria) in [
        (PlaceKind::Performance, &element.performances),
        (PlaceKind::Product, &element.products),
    ] {
        for criterion in criteria {
            let spot = Spot::criterion(at, kind, criterion);
            let lines = criterion.characteristics.iter().enumerate();
            let bullets: Vec<_> = lines.map(|(n, line)| spot.bullet(n, line)).collect();
            spots.push(spot);
            spots.extend(bullets);
        }
    }
    for part in &element.knowledge {
        let (number, id) = (part.number, part.id);
        let spot = Spot::of(
            at,
            PlaceKind::Knowledge,
            number,
            id,
            Field::Text,
            &part.text,
        );
        let lines = part.details.iter().enumerate();
        let details: Vec<_> = lines.map(|(n, line)| spot.bullet(n, line)).collect();
        spots.push(spot);
        spots.extend(details);
    }
    for part in &element.attitudes {
        let (kind, number, id) = (PlaceKind::Attitude, part.number, part.id);
        spots.push(Spot::of(at, kind, number, id, Field::Name, &part.name));
        spots.push(Spot::of(at, kind, number, id, Field::Manner, &part.manner));
    }
    for part in &element.contingencies {
        let (kind, number, id) = (PlaceKind::Contingency, part.number, part.id);
        let spot = Spot::of(at, kind, number, id, Field::Situation, &part.situation);
        let lines = part.expected_responses.iter().enumerate();
        let answers: Vec<_> = lines.map(|(n, line)| spot.bullet(n, line)).collect();
        spots.push(spot);
        spots.extend(answers);
    }
    for part in &element.glossary {
        let (kind, number, id) = (PlaceKind::Glossary, part.number, part.id);
        spots.push(Spot::of(at, kind, number, id, Field::Term, &part.term));
        let definition = Field::Definition;
        spots.push(Spot::of(at, kind, number, id, definition, &part.definition));
    }
}
