//! A list of committees, row by row: what each says, and what is wrong with it.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use domain::cgc_case::CgcState;
use domain::committee::{Committee, CommitteeEvent, Sector, Stamp};
use domain::ids::Ids;
use domain::text::fold;
use intake::TableRow;

use super::journal::Record;
use super::named::{kind_of, office_of, sector_of};
use super::register::number;
use super::road;
use crate::Moment;
use crate::error::Error;
use crate::spanish;
use crate::wire::WrongRow;

/// How many wrong rows are told.
const MOST_TOLD: usize = 200;

/// A committee of a list.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) row: usize,
    pub(super) on: NaiveDate,
    pub(super) state: CgcState,
    pub(super) records: Vec<Record>,
    pub(super) people: usize,
    /// What its records leave, so that what cannot be is told by row.
    tried: Committee,
    organizations: HashMap<String, String>,
}

/// What a list says.
pub(super) struct Listed {
    pub(super) committees: Vec<Found>,
    pub(super) wrong: Vec<WrongRow>,
}

/// What lists call their columns, without accents or capitals.
const COLUMNS: [&[&str]; 11] = [
    &["comite", "cgc", "nombre del comite", "nombre"],
    &["sector"],
    &["campo de actividad", "campo", "actividad", "scian"],
    &["alcance"],
    &["estado", "situacion"],
    &["fecha", "fecha del acta", "desde", "instalado"],
    &["persona", "integrante", "nombre de la persona"],
    &["puesto", "cargo en la organizacion"],
    &["organizacion", "institucion", "empresa"],
    &[
        "clase",
        "clase de organizacion",
        "tipo de organizacion",
        "tipo",
    ],
    &["cargo", "cargo en el comite"],
];

impl Listed {
    pub(super) fn of(rows: &[TableRow], moment: &Moment) -> Listed {
        let mut listed = Listed {
            committees: Vec::new(),
            wrong: Vec::new(),
        };
        let Some((head, rows)) = rows.split_first() else {
            return listed;
        };
        let said: Vec<String> = head.cells.iter().map(|cell| fold(cell)).collect();
        let at = COLUMNS.map(|names| said.iter().position(|it| names.contains(&it.as_str())));
        for (column, name) in [(0, "Comité"), (1, "Sector"), (5, "Fecha")] {
            if at[column].is_none() {
                listed.tell(head.number, format!("Falta la columna «{name}»."));
            }
        }
        if !listed.wrong.is_empty() {
            return listed;
        }
        let strange = said.iter().enumerate();
        for (column, name) in strange.filter(|(column, _)| !at.contains(&Some(*column))) {
            let twice = said.iter().filter(|it| *it == name).count() > 1;
            if !name.is_empty() && twice {
                let says = format!("La columna «{}» está dos veces.", head.cells[column]);
                listed.tell(head.number, says);
            }
        }
        let mut ids = Ids::new(moment.millis, moment.chance.rotate_left(17));
        for row in rows {
            let cell = |column: usize| at[column].map_or("", |at| row.cell(at));
            if let Err(says) = listed.row(row.number, &cell, moment, &mut ids) {
                listed.tell(row.number, says);
            }
        }
        listed
    }

    fn tell(&mut self, row: usize, says: String) {
        if self.wrong.len() < MOST_TOLD {
            self.wrong.push(WrongRow {
                row: number(row),
                says,
            });
        }
    }

    fn row<'a>(
        &mut self,
        number: usize,
        cell: &dyn Fn(usize) -> &'a str,
        moment: &Moment,
        ids: &mut Ids,
    ) -> Result<(), String> {
        let name = cell(0);
        if name.is_empty() {
            return Err("Falta el nombre del comité.".to_owned());
        }
        let wanted = fold(name);
        let mut found = self.committees.iter_mut();
        let one = match found.position(|it| fold(&it.name) == wanted) {
            Some(at) => at,
            None => {
                let one = begun(name, number, cell, moment)?;
                self.committees.push(one);
                self.committees.len() - 1
            }
        };
        let one = &mut self.committees[one];
        let sector = cell(1);
        if !sector.is_empty() {
            let sector = sector_of(sector).map_err(|_| unknown_sector(sector))?;
            if one.tried.sector.is_some_and(|it| it != sector) {
                return Err(format!(
                    "El comité «{}» está en otro sector en el renglón {}.",
                    one.name, one.row
                ));
            }
        }
        if cell(6).is_empty() {
            return Ok(());
        }
        one.seat(cell, ids)
    }
}

fn unknown_sector(said: &str) -> String {
    let known: Vec<&str> = Sector::ALL.iter().map(|it| it.says()).collect();
    format!(
        "«{said}» no es uno de los cinco sectores: {}.",
        known.join(", ")
    )
}

fn begun<'a>(
    name: &str,
    row: usize,
    cell: &dyn Fn(usize) -> &'a str,
    moment: &Moment,
) -> Result<Found, String> {
    let sector = sector_of(cell(1)).map_err(|_| unknown_sector(cell(1)))?;
    let on = day_in(cell(5), moment)?;
    let state = match cell(4) {
        "" => CgcState::Installed,
        said => road::state(said)
            .map_err(|_| format!("«{said}» no es un estado del camino de los comités."))?,
    };
    let records = vec![
        Record::Begun {
            name: name.to_owned(),
            row: Some(row),
        },
        Record::Described {
            scope: cell(3).to_owned(),
            sector: sector.code().to_owned(),
            activity: cell(2).to_owned(),
        },
    ];
    let mut found = Found {
        name: name.to_owned(),
        row,
        on,
        state,
        records: Vec::new(),
        people: 0,
        tried: Committee::default(),
        organizations: HashMap::new(),
    };
    for record in records {
        found.take(record)?;
    }
    Ok(found)
}

impl Found {
    fn take(&mut self, record: Record) -> Result<(), String> {
        let stamp = Stamp {
            number: u64::try_from(self.records.len() + 1).unwrap_or(u64::MAX),
            on: self.on,
            by: String::new(),
        };
        let event: Option<CommitteeEvent> = record.event(&self.on.to_string());
        if let Some(event) = event {
            let tried = self.tried.take(event, &stamp);
            tried.map_err(|refusal| Error::from(refusal).says())?;
        }
        self.records.push(record);
        Ok(())
    }

    fn seat<'a>(&mut self, cell: &dyn Fn(usize) -> &'a str, ids: &mut Ids) -> Result<(), String> {
        let (person, of) = (cell(6), cell(8));
        if of.is_empty() {
            return Err(format!("Falta la organización que representa «{person}»."));
        }
        let office = match cell(10) {
            "" => return Err(format!("Falta el cargo de «{person}» en el comité.")),
            said => office_of(said).map_err(|_| {
                format!("«{said}» no es un cargo de un comité: Presidencia, Vicepresidencia, Vocalía o Secretaría Técnica.")
            })?,
        };
        let organization = match self.organizations.get(&fold(of)) {
            Some(id) => id.clone(),
            None => {
                let kind = kind_of(cell(9)).map_err(|_| {
                    let all = domain::committee::OrganizationKind::ALL.iter();
                    let known: Vec<&str> = all.map(|it| it.says()).collect();
                    format!(
                        "«{}» no es una clase de organización: {}.",
                        cell(9),
                        known.join(", ")
                    )
                })?;
                let id = ids.part().to_string();
                self.take(Record::Organization {
                    organization: id.clone(),
                    name: of.to_owned(),
                    kind: kind.code().to_owned(),
                })?;
                self.organizations.insert(fold(of), id.clone());
                id
            }
        };
        self.take(Record::Seated {
            member: ids.part().to_string(),
            name: person.to_owned(),
            post: cell(7).to_owned(),
            organization,
            office: office.code().to_owned(),
        })?;
        self.people += 1;
        Ok(())
    }
}

/// A day as lists write it: year first, or day first.
fn day_in(said: &str, moment: &Moment) -> Result<NaiveDate, String> {
    let word = said.split([' ', 'T']).next().unwrap_or_default();
    let forms = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"];
    let day = forms
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(word, form).ok());
    match day {
        _ if said.is_empty() => Err("Falta la fecha.".to_owned()),
        None => Err(format!(
            "«{said}» no es una fecha: escríbala 2026-07-03 o 03/07/2026."
        )),
        Some(day) if day > moment.today => Err(format!("El {} aún no llega.", spanish::day(day))),
        Some(day) if day.year() < 1995 => {
            Err(format!("El {} es anterior al CONOCER.", spanish::day(day)))
        }
        Some(day) => Ok(day),
    }
}
