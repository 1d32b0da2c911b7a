use domain::Severity;
use domain::ec::CompetenceStandard;

use super::line::Product;
use crate::spot::products;
use crate::words::tokens;
use crate::words::verbs::{self, Agreement};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-42",
    severity: Severity::Warning,
    title: "El participio concuerda con el producto en género y número",
    why: "«La planeación… elaborado» obliga a preguntar qué se elaboró.",
    heuristic: "El género se toma del artículo (y de «el acta», «el área», que son femeninas); sin \
          artículo, de la terminación. Sin coma antes del participio, si hay en medio otro sustantivo \
          con el que concuerda, solo se señalan elaborado, requisitado, redactado y llenado. Un plural después \
          de varios productos unidos se admite.",
    wrong: "E
            P La lista de verificación de la bicicleta, requisitado:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Gramática: concordancia del participio",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, _) in products(ec) {
        let Some(product) = Product::of(spot.text) else {
            continue;
        };
        if let Some(head) = product.agreement() {
            article_and_noun(&spot, &product, report);
            closing(&spot, &product, head, report);
        }
    }
}

/// The participles that end the line: one, or several with a slash or «y» between.
fn closing(spot: &Spot<'_>, product: &Product<'_>, head: Agreement, report: &mut Report<'_>) {
    let mut last = product.words.len();
    while let Some(at) = last.checked_sub(1) {
        let word = product.words[at].1;
        let joins = matches!(word, "y" | "e" | "o" | "u");
        if !joins && !product.participles.contains(&at) {
            return;
        }
        last = at;
        if !joins {
            judge(spot, product, at, head, report);
        }
    }
}

fn judge(
    spot: &Spot<'_>,
    product: &Product<'_>,
    at: usize,
    head: Agreement,
    report: &mut Report<'_>,
) {
    let (range, word) = product.words[at].clone();
    let Some(said) = verbs::participle(word) else {
        return;
    };
    let several = product.is_several(at);
    if product.agrees(said) || (several && (said.plural || product.inner_noun(at, said))) {
        return;
    }
    if !product.is_surely_its(at) && product.inner_noun(at, said) {
        return; // «El reporte de la metodología empleada»: the methodology was.
    }
    let noun = product.words[product.head].1.to_lowercase();
    let wanted = tokens::like(word, &verbs::agreeing(&word.to_lowercase(), head));
    let message = format!("«{word}» no concuerda con «{noun}»: escriba «{wanted}».");
    report.within(spot, range, message).suggest(wanted);
}

/// «El planeación»: the article against the ending of its noun, where the ending is certain.
fn article_and_noun(spot: &Spot<'_>, product: &Product<'_>, report: &mut Report<'_>) {
    let Some(article) = product.article else {
        return;
    };
    let (range, noun) = product.words[product.head].clone();
    let lower = noun.to_lowercase();
    let certain = [
        "ción", "sión", "dad", "ciones", "siones", "dades", "miento", "mientos",
    ];
    if !certain.iter().any(|end| lower.ends_with(end)) {
        return;
    }
    let Some(by_ending) = crate::words::nouns::by_ending(noun) else {
        return;
    };
    if by_ending != article
        && let Some(right) = crate::words::nouns::article_for(noun)
    {
        let (first, said) = product.words[0].clone();
        let message = format!("«{said} {noun}» no concuerda: escriba «{right} {noun}».");
        report
            .within(spot, first.start..range.end, message)
            .suggest(format!("{right} {noun}"));
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn participles_agree_with_their_head() {
        let p = |line: &str| {
            let sketch = format!("E\nP {line}:\n- Contiene la fecha, y\n- Contiene el folio.");
            seen("EC-R-42", &sketch)
        };
        assert_eq!(p("El acta de entrega, elaborada"), "");
        assert_eq!(p("El área de trabajo, preparada"), "");
        assert_eq!(p("El plano y el diagrama, elaborados"), "");
        assert_eq!(p("El reporte de la metodología empleada"), "");
        assert_eq!(
            p("El documento de texto con Inteligencia Artificial generado"),
            ""
        );
        assert_eq!(p("Los programas elaborados"), "");
        assert_eq!(p("El mapa impreso"), "");
        assert!(p("La planeación didáctica del curso elaborado").contains("→ «elaborada»"));
        assert!(p("El acta de entrega, elaborado").contains("→ «elaborada»"));
        assert!(p("Las listas de asistencia, requisitada").contains("→ «requisitadas»"));
        assert!(p("Planeación didáctica elaborado").contains("→ «elaborada»"));
        assert!(p("El planeación didáctica, elaborada").contains("→ «La planeación»"));
    }
}
