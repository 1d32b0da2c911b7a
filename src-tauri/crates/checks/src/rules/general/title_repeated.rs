use domain::Severity;
use domain::ec::CompetenceStandard;
use domain::ec::part::Field;

use crate::{Registered, Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-09",
    severity: Severity::Error,
    title: "El título no repite el de otro estándar, salvo en otro nivel",
    why: "Dos estándares con el mismo nombre y el mismo nivel son el mismo: hay que diferenciarlos \
          por nivel o presentar el nuevo como actualización del otro.",
    heuristic: "Se compara con los estándares que tiene el espacio de trabajo y con el RENEC que se \
                haya importado, sin contar acentos, mayúsculas ni puntuación. Una versión posterior (EC0217.01) no repite a la \
                anterior. Si de uno de los dos no se conoce el nivel, se da por igual. Se avisa también si uno \
                del RENEC dice casi lo mismo: en otro orden, en plural o con una palabra más.",
    wrong: "T Mantenimiento de bicicletas de un taller ya registrado",
    right: "T Mantenimiento preventivo de bicicletas urbanas",
    basis: "Reglas Generales, art. 23",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let context = report.context;
    if ec.title.is_empty() {
        return;
    }
    let code = ec.known_code();
    let rivals = |other: &Registered| {
        let is_itself = !code.is_empty() && (base(&other.code) == base(code));
        let level = match (other.level, ec.general.snc_level) {
            (Some(theirs), Some(ours)) => theirs == ours,
            _ => true, // Not known: taken as equal.
        };
        !is_itself && level
    };
    let spot = Spot::general("title", Field::Title, &ec.title);
    let mut others = context.registered.iter();
    let same = others.find(|other| rivals(other) && letters(&other.title).eq(letters(&ec.title)));
    if let Some(other) = same {
        let name = match other.code.as_str() {
            "" => "otro borrador".to_owned(),
            code => code.to_owned(),
        };
        let level = match (other.level, ec.general.snc_level) {
            (Some(level), Some(_)) => format!("también de nivel {level}"),
            (Some(level), None) => format!("que es de nivel {level}; éste no dice el suyo"),
            (None, _) => "cuyo nivel no se conoce".to_owned(),
        };
        let message = format!(
            "El título es el mismo que el de {name}, {level}. Cambie el nivel, precise el título o \
             preséntelo como actualización."
        );
        report.whole(&spot, message);
    } else if let Some(near) = context.near.filter(|near| rivals(&near.other)) {
        let message = format!(
            "El título dice casi lo mismo que el de {}. Precise en qué se distingue, o preséntelo como \
             actualización.",
            near.named()
        );
        report.whole(&spot, message).weighs(Severity::Warning);
    }
}

/// The letters and figures of a title as titles are compared: one by one, since most titles differ
/// at once and a register has thousands.
fn letters(title: &str) -> impl Iterator<Item = char> {
    let small = title.chars().flat_map(char::to_lowercase);
    small.filter(|c| c.is_alphanumeric()).map(|c| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        c => c,
    })
}

/// The code without its version.
fn base(code: &str) -> &str {
    code.split_once('.').map_or(code, |(base, _)| base)
}

#[cfg(test)]
mod tests {
    use domain::Severity;
    use domain::ec::sketch;
    use domain::rule_pack::RulePack;

    use crate::{Context, Near, Registered};

    fn seen(code: &str, level: u8, sketched: &str) -> usize {
        let pack = RulePack::shipped();
        let registered = [Registered {
            code: code.to_owned(),
            title: "Conducción de tracto camión en patios.".to_owned(),
            level: Some(level),
        }];
        let context = Context {
            pack: &pack,
            registered: &registered,
            near: None,
            beside: crate::Beside::default(),
            lists: &[],
        };
        let ec = sketch::sketch(sketched).unwrap();
        let findings = crate::review(&ec, &context);
        findings.iter().filter(|f| f.rule == super::RULE.id).count()
    }

    #[test]
    fn nearly_the_same_title_of_the_register_is_a_warning_that_names_it() {
        let pack = RulePack::shipped();
        let near = Near {
            other: Registered {
                code: "EC1769".to_owned(),
                title: "Conducción de tracto camiones en patio".to_owned(),
                level: Some(2),
            },
            committee: "de Autotransporte".to_owned(),
        };
        let context = Context {
            pack: &pack,
            registered: &[],
            near: Some(&near),
            beside: crate::Beside::default(),
            lists: &[],
        };
        let seen = |sketched: &str| {
            let ec = sketch::sketch(sketched).unwrap();
            let findings = crate::review(&ec, &context).into_iter();
            let mine = findings.filter(|finding| finding.rule == super::RULE.id);
            mine.map(|it| (it.severity, it.message)).collect::<Vec<_>>()
        };

        let found = seen("T Conducción de tracto camión en patios\nnivel: 2");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, Severity::Warning);
        let named = "EC1769, «Conducción de tracto camiones en patio» (nivel 2, de Autotransporte)";
        assert!(found[0].1.contains(named), "{}", found[0].1);

        assert_eq!(
            seen("T Conducción de tracto camión en patios\nnivel: 3"),
            []
        );
        let update = "T Conducción de tracto camión en patios\nnivel: 2\ncódigo: EC1769.01";
        assert_eq!(seen(update), []);
    }

    #[test]
    fn the_same_title_at_the_same_level_is_a_duplicate() {
        let ec = "T Conducción de tracto camión en patios\nnivel: 2";

        assert_eq!(seen("EC1769", 2, ec), 1);
        assert_eq!(seen("EC1769", 3, ec), 0, "another level");
        assert_eq!(
            seen("EC1769", 2, &format!("{ec}\ncódigo: EC1769.01")),
            0,
            "an update"
        );
        assert_eq!(seen("EC1769", 2, "nivel: 2"), 0, "another title");
    }
}
