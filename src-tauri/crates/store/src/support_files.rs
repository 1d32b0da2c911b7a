//! The typed part of the support file of each standard.

use domain::edition::Digest;
use domain::ids::EcId;
use domain::support_file::{
    CertificationSolution, SolutionKind, SolutionStanding, SupportField, SupportFile,
};
use rusqlite::{OptionalExtension, named_params};

use crate::{Error, Reader, Writer, seal};

/// The word of an act that typed in the support file of a case; its result is
/// [`Reader::support_digest`] afterwards.
pub const SUPPORT_ACT: &str = "SUPPORT_EDIT";

impl Reader<'_> {
    /// The support file of a standard; an empty one where nothing was typed.
    pub fn support_file(&self, id: EcId) -> Result<SupportFile, Error> {
        let ec = self.ec_key(id)?;
        let found = self
            .tx
            .prepare_cached("SELECT * FROM support_file WHERE ec = :ec")?
            .query_row(named_params! { ":ec": ec }, |row| {
                Ok(SupportFile {
                    certifiable_population: row.get("certifiable_population")?,
                    population_source: row.get("population_source")?,
                    certification_solutions: Vec::new(),
                    consequence_mechanism: row.get("consequence_mechanism")?,
                })
            })
            .optional()?;
        let Some(mut file) = found else {
            return Ok(SupportFile::default());
        };
        let mut statement = self.tx.prepare_cached(
            "SELECT position, kind, name, standing
               FROM certification_solution
              WHERE ec = :ec
              ORDER BY position",
        )?;
        let mut rows = statement.query(named_params! { ":ec": ec })?;
        while let Some(row) = rows.next()? {
            let corrupt = || Error::Corrupt {
                what: "certification solution",
            };
            if row.get::<_, usize>("position")? != file.certification_solutions.len() {
                return Err(corrupt());
            }
            let (kind, standing): (String, String) = (row.get("kind")?, row.get("standing")?);
            file.certification_solutions.push(CertificationSolution {
                name: row.get("name")?,
                kind: SolutionKind::from_code(&kind).ok_or_else(corrupt)?,
                standing: SolutionStanding::from_code(&standing).ok_or_else(corrupt)?,
            });
        }
        Ok(file)
    }

    /// The digest of the support file of a standard, as acts name it.
    pub fn support_digest(&self, id: EcId) -> Result<Digest, Error> {
        let file = self.support_file(id)?;
        let said: Vec<String> = SupportField::ALL.iter().map(|it| file.get(*it)).collect();
        let said: Vec<&[u8]> = said.iter().map(String::as_bytes).collect();
        Ok(Digest(seal(&said)))
    }
}

impl Writer<'_> {
    /// Keeps the support file of a standard as it now is.
    pub fn write_support_file(&self, id: EcId, file: &SupportFile) -> Result<(), Error> {
        let ec = self.ec_key(id)?;
        self.tx
            .prepare_cached("DELETE FROM support_file WHERE ec = :ec")?
            .execute(named_params! { ":ec": ec })?;
        self.tx
            .prepare_cached(
                "INSERT INTO support_file (ec, certifiable_population, population_source,
                                           consequence_mechanism)
                 VALUES (:ec, :population, :source, :mechanism)",
            )?
            .execute(named_params! {
                ":ec": ec,
                ":population": file.certifiable_population,
                ":source": file.population_source,
                ":mechanism": file.consequence_mechanism,
            })?;
        let mut insert = self.tx.prepare_cached(
            "INSERT INTO certification_solution (ec, position, kind, name, standing)
             VALUES (:ec, :position, :kind, :name, :standing)",
        )?;
        for (solution, position) in file.certification_solutions.iter().zip(0_i64..) {
            insert.execute(named_params! {
                ":ec": ec,
                ":position": position,
                ":kind": solution.kind.code(),
                ":name": solution.name,
                ":standing": solution.standing.code(),
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use domain::ec::CompetenceStandard;
    use domain::ids::Ids;

    use super::*;
    use crate::Store;

    #[test]
    fn a_support_file_comes_back_as_it_was_typed() {
        let mut store = Store::memory().unwrap();
        let ec = Ids::fixed().ec();
        store
            .write(|writer| writer.insert_standard(ec, &CompetenceStandard::default()))
            .unwrap();
        let mut file = SupportFile::default();
        let mut digests = Vec::new();
        for (field, typed) in [
            (SupportField::CertifiablePopulation, "12500"),
            (SupportField::PopulationSource, "Censo Económico"),
            (
                SupportField::CertificationSolution,
                "ECE | Escuela | acreditada\nOC | Taller | por acreditarse",
            ),
            (
                SupportField::ConsequenceMechanism,
                "Bono anual\na quien se certifique",
            ),
            (
                SupportField::CertificationSolution,
                "OC | Taller | acreditada",
            ),
            (SupportField::CertifiablePopulation, ""),
        ] {
            file.set(field, typed).unwrap();
            let (kept, digest) = store
                .write(|writer| {
                    writer.write_support_file(ec, &file)?;
                    Ok::<_, Error>((writer.support_file(ec)?, writer.support_digest(ec)?))
                })
                .unwrap();
            assert_eq!(kept, file);
            digests.push(digest);
        }

        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), 6, "each has its own digest");
    }

    #[test]
    fn a_number_no_file_can_hold_is_refused() {
        let mut store = Store::memory().unwrap();
        let ec = Ids::fixed().ec();
        let file = SupportFile {
            certifiable_population: Some(u64::MAX),
            ..SupportFile::default()
        };

        let refused = store.write(|writer| {
            writer.insert_standard(ec, &CompetenceStandard::default())?;
            writer.write_support_file(ec, &file)
        });

        assert!(matches!(refused, Err(Error::Unfit { .. })), "{refused:?}");
    }
}
