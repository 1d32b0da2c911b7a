use domain::Severity;
use domain::catalogue::CatalogueKind;
use domain::ec::part::Field;
use domain::ec::{Classified, CompetenceStandard};
use domain::text::fold;

use super::{catalogues, is_brand, is_early};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-12",
    severity: Severity::Warning,
    title: "El grupo unitario del SINCO tiene cuatro cifras",
    why: "El grupo unitario es el nivel en que el SINCO nombra ocupaciones; una clave de dos o \
          tres cifras es de un grupo mayor y no dice cuál.",
    heuristic: "Con el SINCO importado en Catálogos, la clave y su nombre se comparan además con la \
                edición en uso. Se admite «9999 Ocupaciones no especificadas» y «Sin referente». No se aplica a \
                los formatos 1.0 y 6.0, que usaban otro catálogo, ni a los estándares de marca.",
    wrong: "grupo unitario: 27 Auxiliares y técnicos en educación, instructores y capacitadores",
    right: "grupo unitario: 9999 Ocupaciones no especificadas",
    basis: "Formato F21-COOPYD-01, v08, EC-F-14; SINCO (INEGI)",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    if is_brand(ec) || is_early(ec) {
        return;
    }
    let groups = &ec.general.sinco_unit_groups;
    if groups.is_empty() {
        report.at(
            &Spot::whole("sincoUnitGroups"),
            "Falta el grupo unitario del SINCO. Si ninguno corresponde, escriba «9999 Ocupaciones \
             no especificadas».",
        );
    }
    for (at, group) in groups.iter().enumerate() {
        if let Some(message) = objection(group) {
            let spot = Spot::classified("sincoUnitGroups", at, group, Field::Code);
            report.whole(&spot, message);
            continue;
        }
        let (code, name) = (
            group.code.trim().trim_end_matches(['.', ':']),
            group.name.trim(),
        );
        let wrong =
            report
                .context
                .misnamed(CatalogueKind::Sinco, "el grupo unitario", (code, name));
        if let Some((message, there)) = wrong.filter(|_| !code.is_empty()) {
            let spot = Spot::classified("sincoUnitGroups", at, group, Field::Name);
            let entry = report.whole(&spot, message);
            if let Some(there) = there {
                entry.suggest(there);
            }
        }
    }
}

fn objection(group: &Classified) -> Option<String> {
    let code = match group.code.trim() {
        "" => {
            let name = group.name.trim();
            let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
            &name[..name.len() - rest.len()]
        }
        code => code.trim_end_matches(['.', ':']),
    };
    if code.is_empty() {
        let name = fold(&group.name);
        let none = ["sin referente", "no existe", "no hay", "no aplica"];
        return (!none.iter().any(|start| name.starts_with(start))).then(|| {
            format!(
                "«{}» no tiene clave. Escriba la clave de cuatro cifras del grupo unitario.",
                group.name
            )
        });
    }
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    if !digits || code.len() != 4 {
        let division = code.get(..1).and_then(|d| catalogues::divisions().name(d));
        let of = division.map_or(String::new(), |name| format!(" de la división «{name}»"));
        return Some(format!(
            "«{code}» no es clave de grupo unitario, que lleva cuatro cifras. Elija el grupo \
             unitario{of} que corresponde."
        ));
    }
    let division = code.get(..1).unwrap_or_default();
    if catalogues::divisions().name(division).is_none() {
        return Some(format!(
            "Ninguna división del {} empieza con {division}. Revise la clave {code}.",
            catalogues::divisions().edition
        ));
    }
    None
}
