use domain::Severity;
use domain::ec::part::Field;
use domain::ec::{CompetenceStandard, Format};
use domain::text::fold;

use super::fixed_paragraphs::{first_difference, printed_alike};
use super::format;
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-08",
    severity: Severity::Warning,
    title: "El texto del nivel es el del catálogo",
    why: "El nivel compara estándares de sectores distintos: sirve mientras diga lo mismo en \
          todos. Se toma del catálogo, no se redacta.",
    heuristic: "Se compara sin contar espacios, mayúsculas ni viñetas. Si solo cambian comas o \
                acentos, es consejo: hay variantes publicadas. El formato 1.0 no llevaba nivel.",
    wrong: "texto del nivel: Desempeña actividades programadas que, en su mayoría, son rutinaria y \
            predecibles. Depende de las instrucciones de un superior. Se coordina con compañeros \
            de trabajo del mismo nivel jerárquico.",
    right: "texto del nivel: Desempeña actividades programadas que, en su mayoría, son rutinarias y \
            predecibles. Depende de las instrucciones de un superior. Se coordina con compañeros \
            de trabajo del mismo nivel jerárquico.",
    basis: "Catálogo de niveles del Sistema Nacional de Competencias",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let text = &ec.general.level_text;
    let pack = report.context.pack;
    if format(ec) == Format::NFo02V1 && text.is_empty() {
        return;
    }
    let Some(number) = ec.general.snc_level else {
        let spot = Spot::general("sncLevel", Field::SncLevel, "");
        report.at(
            &spot,
            "Falta el nivel en el Sistema Nacional de Competencias. Elija de Uno a Cinco.",
        );
        return;
    };
    let Some(level) = pack.level(number) else {
        let spot = Spot::general("sncLevel", Field::SncLevel, "");
        let message = format!("No hay nivel {number} en el catálogo. Elija de Uno a Cinco.");
        report.at(&spot, message);
        return;
    };
    let pending = if level.confirmed {
        ""
    } else {
        " (texto del catálogo por confirmar)"
    };
    let spot = Spot::general("levelText", Field::LevelText, text);
    let plain = without_bullets(text);
    if plain.is_empty() {
        let message = format!(
            "Falta el texto del nivel {}. Tome el del catálogo{pending}.",
            level.word
        );
        report.at(&spot, message).suggest(level.text.clone());
        return;
    }
    if printed_alike(&plain, &level.text) {
        return;
    }
    let marks = fold(&plain).replace(' ', "") == fold(&level.text).replace(' ', "");
    let other = pack
        .levels
        .iter()
        .find(|other| printed_alike(&other.text, &plain));
    let message = match (other, first_difference(&plain, &level.text)) {
        (Some(other), _) => format!(
            "El texto es el del nivel {} y el estándar dice nivel {}. Corrija uno de los \
             dos{pending}.",
            other.word, level.word
        ),
        (None, Some((here, there))) => format!(
            "El texto del nivel {} no es el del catálogo: dice «{here}» donde el catálogo dice \
             «{there}»{pending}.",
            level.word
        ),
        (None, None) => format!(
            "El texto del nivel {} no es el del catálogo{pending}.",
            level.word
        ),
    };
    let mut entry = report.at(&spot, message);
    if other.is_none() {
        entry = entry.suggest(level.text.clone());
    }
    if marks {
        let _ = entry.weighs(Severity::Advice);
    }
}

fn without_bullets(text: &str) -> String {
    let bullet = |c: char| c.is_whitespace() || matches!(c, '•' | '●' | '\u{F0B7}' | '-' | '–');
    let lines = text.lines().map(|line| line.trim_start_matches(bullet));
    lines.collect::<Vec<_>>().join(" ").trim().to_owned()
}
