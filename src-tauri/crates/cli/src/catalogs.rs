//! The official lists at the command line, and which standards are like a title.

use std::path::PathBuf;

use clap::Subcommand;
use desk::wire::{AskClasses, AskSimilar, BringCatalogue, CatalogueReport, Nothing};
use desk::{Desk, Error};

use crate::run::{Outcome, printed};
use crate::say;
use crate::work::work;

#[derive(Subcommand)]
pub(crate) enum Catalog {
    /// Importa el SCIAN, el SINCO o el RENEC de un archivo: completo, o nada.
    Import {
        #[arg(value_parser = ["scian", "sinco", "renec"])]
        kind: String,
        file: PathBuf,
        /// La edición (2023), o el día de la consulta del RENEC (2025-11-28; hoy si falta).
        #[arg(long, value_name = "EDICIÓN", default_value = "")]
        edition: String,
        /// Sólo dice qué pasaría, renglón por renglón.
        #[arg(long)]
        dry_run: bool,
    },
    /// Los catálogos importados.
    List,
    /// Busca una clave del SCIAN o del SINCO, por su inicio o por palabras del nombre.
    Find {
        #[arg(value_parser = ["scian", "sinco"])]
        kind: String,
        words: Vec<String>,
        /// Sólo de este nivel: sector, subsector, rama, subrama, clase; division, grupo_principal,
        /// subgrupo, grupo_unitario.
        #[arg(long, default_value = "")]
        level: String,
    },
}

pub(crate) fn catalog(desk: &mut Desk, command: Catalog, json: bool) -> Result<Outcome, Error> {
    match command {
        Catalog::Import {
            kind,
            file,
            edition,
            dry_run,
        } => {
            let asked = BringCatalogue {
                kind,
                path: file.display().to_string(),
                edition,
                dry_run,
            };
            let begin = |desk: &mut Desk| desk.begin_catalogue(asked);
            let report = work(desk, begin, Desk::finish_catalogue)?;
            told(&report);
            printed(&report, json)?;
            Ok(match report.sound {
                true => Outcome::Done,
                false => Outcome::Failed,
            })
        }
        Catalog::List => {
            let all = desk.catalogues(Nothing {})?;
            for one in &all.catalogues {
                let used = if one.in_use { "  (en uso)" } else { "" };
                say::line(&format!(
                    "{}: {}, de «{}», {}{used}",
                    one.name,
                    desk::spanish::counted(one.entries as usize, "registro", "registros"),
                    one.file,
                    one.at
                ));
            }
            if all.catalogues.is_empty() {
                say::line(
                    "No se ha importado ningún catálogo: «catalog import scian ARCHIVO --edition 2023».",
                );
            }
            printed(&all, json)
        }
        Catalog::Find { kind, words, level } => {
            let query = words.join(" ");
            let found = desk.classes(AskClasses {
                kind: kind.to_uppercase(),
                query,
                level,
            })?;
            if found.name.is_none() {
                say::line(&format!(
                    "No se ha importado el {}: «catalog import {kind} ARCHIVO --edition AÑO».",
                    kind.to_uppercase()
                ));
            }
            for class in &found.classes {
                say::line(&format!(
                    "{}  {}  ({})",
                    class.code, class.name, class.level
                ));
                for above in class.above.iter().rev() {
                    say::line(&format!("    {above}"));
                }
            }
            printed(&found, json)
        }
    }
}

fn told(report: &CatalogueReport) {
    say::line(&report.says);
    for line in &report.lines {
        let weight = if line.blocks { "" } else { "aviso: " };
        match line.line {
            0 => say::line(&format!("  {weight}{}", line.says)),
            n => say::line(&format!("  renglón {n}: {weight}{}", line.says)),
        }
    }
    if report.more > 0 {
        say::line(&format!(
            "  y {} más.",
            desk::spanish::counted(report.more as usize, "cosa", "cosas")
        ));
    }
    let counts = report.counts.iter().filter(|it| it.count > 0);
    let counts: Vec<String> = counts
        .map(|it| format!("{} {}", it.level, desk::spanish::count(it.count as usize)))
        .collect();
    if !counts.is_empty() {
        say::line(&format!("  {}", counts.join(" · ")));
    }
    if report.sound && !report.replaces.is_empty() {
        say::line(&format!(
            "  Respecto de {}: {} nuevos, {} que ya no están, {} con cambios.",
            report.replaces, report.added, report.removed, report.changed
        ));
    }
}

/// Which standards have a title like this one.
pub(crate) fn similar(
    desk: &mut Desk,
    words: &[String],
    own: Option<String>,
    json: bool,
) -> Result<Outcome, Error> {
    let text = words.join(" ");
    let found = desk.similar(AskSimilar { text, own })?;
    match &found.register {
        Some(name) => say::line(&format!(
            "Comparado con {name} y con este espacio de trabajo."
        )),
        None => say::line(
            "Comparado sólo con este espacio de trabajo: no se ha importado el RENEC («catalog import renec ARCHIVO»).",
        ),
    }
    for one in &found.found {
        let level = one
            .level
            .map_or_else(String::new, |level| format!("nivel {level}"));
        let equal = if one.equal { "igual" } else { "parecido" };
        say::line(&format!(
            "{equal}  {}  {level}  {}  ({})",
            one.code, one.title, one.committee
        ));
    }
    if found.found.is_empty() {
        say::line("Ninguno parecido.");
    }
    printed(&found, json)
}
