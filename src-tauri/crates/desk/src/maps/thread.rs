//! From a function to its element, to what that asks for, to the items that reach it.

use std::collections::HashMap;

use domain::ec::CompetenceStandard;
use domain::functional_map::FunctionalMap;
use domain::functional_map::edit::Refusal;
use domain::ids::{EcId, PartId};
use domain::iec::codes::codes;
use domain::iec::leaf::{Leaf, leaves};
use store::Reader;

use super::linking::above;
use super::view::{element_name, tagged};
use super::{Tagged, find};
use crate::Desk;
use crate::error::Error;
use crate::wire::{
    FunctionAsked, LinkableView, MapStandardView, ThreadCriterionView, ThreadItemView, ThreadView,
};

impl Desk {
    /// What a function leads to, and what it may be linked to.
    pub fn function_thread(&mut self, request: FunctionAsked) -> Result<ThreadView, Error> {
        self.store.read(|reader| {
            let map = reader.map(find(reader, &request.id)?)?;
            let id: PartId = request
                .function
                .parse()
                .map_err(|_| Refusal::NoSuchFunction)?;
            let function = map.function(id).ok_or(Refusal::NoSuchFunction)?;
            let tagged = tagged(reader, &map)?;
            let own = function.link.standard.or_else(|| above(&map, id));
            let linkable = linkable(&map, &tagged, own);
            let is = function.link.element.map(|it| it.to_string());
            let element = linkable.iter().find(|it| Some(&it.id) == is.as_ref());
            let criteria = match function.link.element {
                Some(element) => criteria(reader, &tagged, element)?,
                None => Vec::new(),
            };
            let standard = own.and_then(|id| Some((id, tagged.get(&id)?)));
            Ok(ThreadView {
                standard: standard.map(|(id, standard)| MapStandardView {
                    id: id.to_string(),
                    code: standard.known_code().to_owned(),
                    title: standard.title.clone(),
                }),
                element: element.cloned(),
                criteria,
                linkable,
            })
        })
    }
}

/// The elements of the standards of a map, those of one of them first.
fn linkable(map: &FunctionalMap, tagged: &Tagged, own: Option<EcId>) -> Vec<LinkableView> {
    let placed = map.placed();
    let taken: HashMap<PartId, &str> = placed
        .iter()
        .filter_map(|it| Some((it.function.link.element?, &*it.number)))
        .collect();
    let mut order: Vec<EcId> = Vec::new();
    order.extend(own.filter(|id| tagged.contains_key(id)));
    for id in placed.iter().filter_map(|it| it.function.link.standard) {
        if tagged.contains_key(&id) && !order.contains(&id) {
            order.push(id);
        }
    }
    let standards = order.iter().filter_map(|id| Some((id, tagged.get(id)?)));
    let elements = standards.flat_map(|(id, standard)| {
        let taken = &taken;
        standard.elements.iter().map(move |element| LinkableView {
            id: element.id.to_string(),
            standard: id.to_string(),
            standard_title: standard.title.clone(),
            name: element_name(element.id, tagged).unwrap_or_default(),
            title: element.title.clone(),
            function: taken.get(&element.id).copied().unwrap_or("").to_owned(),
        })
    });
    elements.collect()
}

/// What an element asks for, with the items that reach it.
fn criteria(
    reader: &Reader<'_>,
    tagged: &Tagged,
    element: PartId,
) -> Result<Vec<ThreadCriterionView>, Error> {
    let has = |standard: &CompetenceStandard| standard.elements.iter().any(|it| it.id == element);
    let Some((id, standard)) = tagged.iter().find(|(_, standard)| has(standard)) else {
        return Ok(Vec::new());
    };
    let all = leaves(standard);
    let instrument = reader.instrument(*id)?;
    let named = instrument.as_ref().map(|it| codes(it, &all));
    let index = standard.elements.iter().zip(1..);
    let index = index.filter(|(it, _)| it.id == element).map(|(_, n)| n);
    let index: u32 = index.last().unwrap_or_default();
    let mut criteria: Vec<(PartId, Vec<&Leaf>)> = Vec::new();
    for leaf in all.iter().filter(|leaf| leaf.element == index) {
        match criteria.last_mut().filter(|(id, _)| *id == leaf.criterion) {
            Some((_, of_it)) => of_it.push(leaf),
            None => criteria.push((leaf.criterion, vec![leaf])),
        }
    }
    let views = criteria.into_iter().map(|(criterion, of_it)| {
        let items = instrument.iter().flat_map(|it| &it.items);
        let items: Vec<_> = items
            .filter(|item| of_it.iter().any(|leaf| leaf.id == item.leaf))
            .collect();
        let reached = of_it.iter();
        let reached = reached.filter(|leaf| items.iter().any(|item| item.leaf == leaf.id));
        let first = of_it.first();
        let label = first.map(|leaf| Leaf {
            characteristic: None,
            ..(*leaf).clone()
        });
        let code = |id: PartId| named.as_ref().and_then(|named| named.get(&id).cloned());
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        ThreadCriterionView {
            id: criterion.to_string(),
            label: label.map(|leaf| leaf.label()).unwrap_or_default(),
            text: first.map(|leaf| leaf.line.clone()).unwrap_or_default(),
            leaves: count(of_it.len()),
            reached: count(reached.count()),
            items: items
                .iter()
                .map(|item| ThreadItemView {
                    id: item.id.to_string(),
                    code: code(item.id).unwrap_or_default(),
                    text: item.text.clone(),
                })
                .collect(),
        }
    });
    Ok(views.collect())
}
