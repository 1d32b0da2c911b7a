//! What a person names, by its id, its word or its name in Spanish.

use domain::committee::{CgcOfficeRole, CriterionResult, OrganizationKind, Sector};
use domain::ids::PartId;
use domain::text::fold;

use super::Kept;
use crate::edits;
use crate::error::Error;

pub(super) fn is(typed: &str, id: PartId, name: &str) -> bool {
    id.to_string() == typed.trim() || fold(name) == fold(typed)
}

pub(super) fn unknown(what: &'static str, typed: &str) -> Error {
    Error::NotFound {
        what,
        name: edits::shortened(typed),
    }
}

/// A sector by its word or by its name.
pub(crate) fn sector_of(typed: &str) -> Result<Sector, Error> {
    let mut all = Sector::ALL.iter().copied();
    let found = all.find(|it| it.code() == typed.trim() || fold(it.says()) == fold(typed));
    found.ok_or_else(|| unknown("un sector (de los cinco) llamado", typed))
}

/// A kind of organization by its word or by its name.
pub(crate) fn kind_of(typed: &str) -> Result<OrganizationKind, Error> {
    let typed = typed.trim();
    let said = fold(typed);
    let named = |it: &OrganizationKind| {
        let name = fold(it.says());
        it.code() == typed || name == said || (said.len() > 4 && name.starts_with(&said))
    };
    let found = OrganizationKind::ALL.iter().copied().find(named);
    found.ok_or_else(|| unknown("una clase de organización llamada", typed))
}

/// An office by its word or by its name: «Presidencia», «Presidenta», «Vocal».
pub(crate) fn office_of(typed: &str) -> Result<CgcOfficeRole, Error> {
    let typed = typed.trim();
    if let Some(office) = CgcOfficeRole::from_code(typed) {
        return Ok(office);
    }
    let said = fold(typed);
    let roots = [
        ("president", CgcOfficeRole::Chair),
        ("presidencia", CgcOfficeRole::Chair),
        ("vicepresiden", CgcOfficeRole::ViceChair),
        ("vocal", CgcOfficeRole::Member),
        ("secretari", CgcOfficeRole::TechnicalSecretary),
    ];
    let found = roots.into_iter().find(|(root, _)| said.starts_with(root));
    let found = found.map(|(_, office)| office);
    found.ok_or_else(|| unknown("un cargo del comité llamado", typed))
}

pub(super) fn result_of(typed: &str) -> Result<CriterionResult, Error> {
    let mut all = CriterionResult::ALL.iter().copied();
    let found = all.find(|it| it.code() == typed.trim() || fold(it.says()) == fold(typed));
    found.ok_or_else(|| unknown("un resultado llamado", typed))
}

/// An organization of a committee, by id or by name.
pub(super) fn organization_id(kept: &Kept, typed: &str) -> Result<String, Error> {
    let mut all = kept.committee.organizations.iter();
    let found = all.find(|it| is(typed, it.id, &it.name));
    let found = found.map(|it| it.id.to_string());
    found.ok_or_else(|| unknown("una organización del comité llamada", typed))
}

/// Somebody in a committee, by id or by name; whoever is in it still comes first.
pub(super) fn member_id(kept: &Kept, typed: &str) -> Result<String, Error> {
    let mut all: Vec<_> = kept.committee.members.iter().collect();
    all.sort_by_key(|it| it.until.is_some());
    let found = all.into_iter().find(|it| is(typed, it.id, &it.name));
    let found = found.map(|it| it.id.to_string());
    found.ok_or_else(|| unknown("una persona del comité llamada", typed))
}
