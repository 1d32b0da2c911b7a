//! What a change of a standard would leave to look at again, said before it is made.

use std::collections::HashSet;

use domain::ids::PartId;
use domain::iec::codes::codes;
use domain::iec::coverage::{Freshness, touched};
use domain::iec::leaf::leaves;

use crate::Desk;
use crate::error::Error;
use crate::instruments::of_standard;
use crate::standards::made;
use crate::wire::{EditStandard, ForeseenView};

impl Desk {
    /// What these changes would break, were they made: nothing is written.
    pub fn foresee(&mut self, request: EditStandard) -> Result<ForeseenView, Error> {
        let mut ids = self.office.now().ids();
        self.store.read(|reader| {
            let id = self.office.find(reader, &request.id)?;
            let before = reader.standard(id)?;
            let pack = self.office.case_pack(reader, id)?;
            let edits = made(reader, &before, &request.edits, pack, &mut ids)?;
            let mut after = before.clone();
            after.apply_all(&edits)?;

            let (_, instrument) = of_standard(reader, id)?;
            let (was, will) = (leaves(&before), leaves(&after));
            let codes = codes(&instrument, &was);
            let touched = touched(&instrument, &was, &will);
            let those = |wanted: Freshness| -> Vec<String> {
                let those = touched.iter().filter(|(_, stands)| *stands == wanted);
                those
                    .filter_map(|(item, _)| codes.get(item).cloned())
                    .collect()
            };
            let stand: HashSet<PartId> = after.elements.iter().map(|one| one.id).collect();
            let gone: HashSet<PartId> = before.elements.iter().map(|one| one.id).collect();
            let gone: HashSet<PartId> = gone.difference(&stand).copied().collect();
            let map = reader.map_of(id)?.map(|map| reader.map(map)).transpose()?;
            let placed = map.iter().flat_map(|map| map.placed());
            let functions = placed
                .filter(|placed| {
                    placed
                        .function
                        .link
                        .element
                        .is_some_and(|one| gone.contains(&one))
                })
                .map(|placed| placed.number.clone());
            Ok(ForeseenView {
                stale: those(Freshness::Stale),
                orphans: those(Freshness::Orphan),
                functions: functions.collect(),
            })
        })
    }
}
