use domain::Severity;

use crate::map::{MapReport, MapRule, MapScene};
use crate::words::judgement::opinions;

pub(crate) const RULE: MapRule = MapRule {
    id: "MF-10",
    severity: Severity::Advice,
    title: "La función no usa adjetivos que dependan de una opinión",
    why: "«Adecuado» o «eficiente» significan algo distinto para cada persona. Una referencia (un manual, \
          una norma, un valor) dice lo mismo a todas.",
    heuristic: "Se buscan adjetivos y adverbios de juicio. Se admiten donde la misma función trae una \
                referencia (de acuerdo con, conforme a, según…) o una cantidad que los siga, y en \
                expresiones hechas (buenas prácticas, pago en efectivo).",
    wrong: "Mantener bicicletas de acuerdo con el manual\n\
            1 Ajustar los frenos con el apriete adecuado\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    right: "Mantener bicicletas de acuerdo con el manual\n\
            1 Ajustar los frenos con el apriete que indica el manual\n\
            2 Ajustar la transmisión de acuerdo con el manual",
    basis: "Análisis funcional, redacción de funciones (por confirmar)",
    look,
};

fn look(scene: &MapScene<'_>, report: &mut MapReport) {
    for place in &scene.places {
        let text = &place.function.text;
        for range in opinions(text) {
            let message = format!(
                "«{}» depende de quien lo lee. Diga contra qué se compara: «de acuerdo con…», un valor, un plazo.",
                &text[range.clone()]
            );
            report.within(place, range, message);
        }
    }
}
