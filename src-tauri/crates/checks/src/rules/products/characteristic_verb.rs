use domain::Severity;
use domain::ec::CompetenceStandard;

use super::line::Product;
use crate::spot::products;
use crate::words::{nouns, tokens, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-43",
    severity: Severity::Warning,
    title: "La característica de un producto inicia con verbo en tercera persona y en su número",
    why: "Dice qué tiene o cómo es el producto: Contiene, Incluye, Indica, Se presenta… Un sustantivo \
          suelto no dice qué se revisa.",
    heuristic: "El verbo concuerda con el producto: «Las técnicas… Corresponden». El número se toma \
          del artículo del producto; si nombra varias cosas con su artículo, no se juzga.",
    wrong: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Formato F21-COOPYD-01 v08, características de los productos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, criterion) in products(ec) {
        let product = Product::of(spot.text);
        let number = product.as_ref().and_then(Product::is_plural);
        for (at, line) in criterion.characteristics.iter().enumerate() {
            judge(&spot.bullet(at, line), number, report);
        }
    }
}

/// Adverbs, pronouns and denials that may stand before the verb.
const BEFORE: &[&str] = &[
    "se", "no", "le", "les", "lo", "la", "los", "las", "sí", "ya", "y", "e",
];

fn judge(spot: &Spot<'_>, plural: Option<bool>, report: &mut Report<'_>) {
    let words = &report.words;
    let mut all = tokens::tokens(spot.text);
    let Some(first) = all.next() else { return };
    let mut verb = first.clone();
    for _ in 0..2 {
        if !BEFORE.contains(&verb.1.to_lowercase().as_str()) {
            break;
        }
        match all.next() {
            Some(next) => verb = next,
            None => break,
        }
    }
    let (range, word) = verb;
    let single = verbs::of_third_person(words, word);
    let several = verbs::of_third_persons(words, word);
    let next = spot.text[range.end..].trim_start();
    let is_noun = first.1 == word && nouns::stands_as_noun(word, next);
    if (single.is_some() || several.is_some()) && !is_noun {
        if let Some(plural) = plural
            && let Some(infinitive) = if plural { single } else { several }
            && !first.1.eq_ignore_ascii_case("se")
        {
            // «Se» may make a passive whose number is that of what follows.
            number(spot, (range, word), &infinitive, plural, report);
        }
        return;
    }
    let unknown = !words.knows(&word.to_lowercase()) && word.ends_with(['a', 'e', 'n']);
    let verbal = |made: &str| {
        verbs::is_third_person(words, made) || verbs::of_third_persons(words, made).is_some()
    };
    if unknown || tokens::is_cut(words, spot.text, verbal) {
        return; // Split by the extraction, or a verb that the dictionary does not have.
    }
    let infinitive =
        verbs::of_gerund(word).or_else(|| verbs::is_infinitive(word).then(|| word.to_lowercase()));
    let third = infinitive.and_then(|verb| verbs::third_persons(words, &verb).into_iter().next());
    let third = third.map(|form| {
        let form = if plural == Some(true) {
            format!("{form}n")
        } else {
            form
        };
        tokens::like(word, &form)
    });
    match third {
        Some(third) => {
            let message =
                format!("La característica inicia con «{word}»; va en tercera persona: «{third}».");
            report.within(spot, range, message).suggest(third);
        }
        None => {
            let message = format!(
                "La característica inicia con «{word}», que no es un verbo. Diga qué tiene o cómo es el producto: «Contiene…», «Indica…»."
            );
            report.within(spot, range, message);
        }
    }
}

fn number(
    spot: &Spot<'_>,
    (range, word): (std::ops::Range<usize>, &str),
    infinitive: &str,
    plural: bool,
    report: &mut Report<'_>,
) {
    let forms = verbs::third_persons(&report.words, infinitive);
    let Some(form) = forms.first() else { return };
    let form = match (plural, infinitive) {
        (true, "ser") => "son".to_owned(),
        (true, _) => format!("{form}n"),
        (false, _) => form.clone(),
    };
    let form = tokens::like(word, &form);
    let which = if plural { "plural" } else { "singular" };
    let message = format!("El producto está en {which} y el verbo no: escriba «{form}».");
    report.within(spot, range, message).suggest(form);
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn the_verb_agrees_with_the_product() {
        let b = |product: &str, line: &str| {
            let sketch = format!(
                "E\nP {product}:\n- {line}, y\n- Contiene{} la fecha.",
                if product.starts_with("Las") { "n" } else { "" }
            );
            seen("EC-R-43", &sketch)
        };
        assert_eq!(b("La lista, requisitada", "Está firmada"), "");
        assert_eq!(b("La lista, requisitada", "Se presenta firmada"), "");
        assert_eq!(b("La lista, requisitada", "Es congruente con la orden"), "");
        assert_eq!(b("La lista, requisitada", "No contiene tachaduras"), "");
        assert_eq!(b("Las listas, requisitadas", "Están firmadas"), "");
        assert_eq!(
            b(
                "El plano y el corte, elaborados",
                "Corresponden con la obra"
            ),
            ""
        );
        assert!(b("La lista, requisitada", "Están firmadas").contains("→ «Está»"));
        assert!(b("Las listas, requisitadas", "Es congruente").contains("→ «Son»"));
        assert!(b("La lista, requisitada", "Municipio").contains("«Municipio»"));
        assert!(b("La lista, requisitada", "Indicando la falla").contains("→ «Indica»"));
    }
}
