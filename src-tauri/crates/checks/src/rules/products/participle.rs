use domain::Severity;
use domain::ec::CompetenceStandard;

use super::line::Product;
use crate::rules::performances::look_at_colon;
use crate::spot::products;
use crate::words::{nouns, verbs};
use crate::{Report, Rule, Spot};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-41",
    severity: Severity::Error,
    title: "El producto termina con participio y dos puntos: «…, elaborado:»",
    why: "El participio dice que el producto ya se obtuvo y cómo: elaborado, requisitado, instalado. \
          Sin él, el producto es solo el nombre de un documento.",
    heuristic: "Un adjetivo al final («limpias») es advertencia; también un participio que no cierra \
          la línea («El reporte elaborado de la visita»), o consejo si va después de su coma.",
    wrong: "E
            P La lista de verificación de la bicicleta:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Formato F21-COOPYD-01 v08, productos",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    for (spot, criterion) in products(ec) {
        look_at_colon(&spot, criterion, "producto", report);
        if let Some(product) = Product::of(spot.text) {
            ends_with_participle(&spot, &product, report);
        }
    }
}

fn ends_with_participle(spot: &Spot<'_>, product: &Product<'_>, report: &mut Report<'_>) {
    let Some((range, last)) = product.words.last().cloned() else {
        return;
    };
    let at_end = product.words.len() - 1;
    let agreement = |at: usize| verbs::participle(product.words[at].1);
    let closing = product.participles.last().filter(|&&at| at == at_end);
    let agrees = |at: usize| agreement(at).is_some_and(|with| product.agrees(with));
    if closing.is_some_and(|&at| agrees(at) || !product.speaks_of_another(at)) {
        return; // It closes the line; whether it agrees, the rule of agreement says.
    }
    if product.ends_cut(&report.words) {
        return; // Split by the extraction.
    }
    if let Some(&at) = product.participles.iter().find(|&&at| agrees(at)) {
        let said = product.words[at].1;
        let message = format!(
            "El participio «{said}» no cierra el producto. Escríbalo al final: «…, {}:».",
            said.to_lowercase()
        );
        let range = product.words[at].0.clone();
        // After its comma it is where it belongs, and only says more: «…, elaborado en papel:».
        let weight = if product.after_comma(at) {
            Severity::Advice
        } else {
            Severity::Warning
        };
        report.within(spot, range, message).weighs(weight);
        return;
    }
    if closing.is_some() {
        let noun = product.words[product.head].1.to_lowercase();
        let message = format!(
            "«{last}» no concuerda con «{noun}»: dice qué se hizo con otra cosa. Agregue el participio del producto: «…, elaborado:»."
        );
        report
            .within(spot, range, message)
            .weighs(Severity::Warning);
        return;
    }
    let known = report.words.knows(&last.to_lowercase());
    let agrees = nouns::by_ending(last).is_some_and(|with| product.agrees(with));
    let adjective = at_end > product.head
        && (product.after_comma(at_end)
            || (agrees && (at_end == product.head + 1 || nouns::is_adjective(last))));
    if adjective || (!known && last.to_lowercase().ends_with(['o', 'a', 's'])) {
        let message = format!(
            "El producto termina con «{last}», que no es un participio. Diga qué se hizo con él: «…, elaborado:», «…, requisitado:»."
        );
        report
            .within(spot, range, message)
            .weighs(Severity::Warning);
        return;
    }
    let message = "Al producto le falta el participio que dice que se obtuvo: «…, elaborado:», «…, requisitado:», «…, instalado:».";
    report.within(spot, range.start..spot.text.trim_end().len(), message);
}

#[cfg(test)]
mod tests {
    use crate::tests::seen;

    #[test]
    fn a_product_was_obtained() {
        let p = |line: &str| {
            let sketch = format!("E\nP {line}\n- Contiene la fecha, y\n- Contiene el folio.");
            seen("EC-R-41", &sketch)
        };
        assert_eq!(p("La lista de verificación, elaborada/requisitada:"), "");
        assert_eq!(p("El programa de trabajo escrito:"), "");
        assert_eq!(
            p("Los objetivos en el documento de planeación del curso redactados:"),
            ""
        );
        assert!(p("El Manual de procedimientos:").contains("error"));
        assert!(p("El reporte del estado:").contains("error"));
        assert!(p("Las áreas limpias:").contains("warning"));
        assert!(p("El equipo, funcional:").contains("warning"));
        assert!(p("El expediente del paciente completo:").contains("warning"));
        assert!(p("El reporte elaborado de la visita de campo:").contains("warning"));
        assert!(p("El plan, elaborado en formato digital:").contains("advice"));
        assert!(p("El plan de trabajo presentado en la propuesta:").contains("«presentado»"));
        assert!(p("El reporte de las afectaciones encontradas:").contains("warning"));
        assert_eq!(p("La descripción detallada de la solución propuesta:"), "");
        assert_eq!(p("El formato de salida, requi sitado:"), "");
        assert!(p("La lista, requisitada.").contains("→ «requisitada:»"));
        assert!(p("La lista, requisitada").contains("Faltan los dos puntos"));
    }
}
