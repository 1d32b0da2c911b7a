use domain::Severity;
use domain::ec::CompetenceStandard;

use crate::rules::performances::{is_old, look_at_list};
use crate::spot::products;
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-45",
    severity: Severity::Error,
    title: "Las características del producto se separan con coma, «, y» y punto",
    why: "La lista se lee como una sola oración, igual que en los desempeños.",
    heuristic: "Los formatos N-FO-02 v1.0 y v6.0 imprimían «;» y «, y;»: en ellos, y en uno que no se \
          reconoce, se admiten. Una línea que termina con dos puntos abre otra lista y no se juzga.",
    wrong: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio,
            - Indica la condición de cada punto revisado.
            - Incluye la firma de la persona que revisó.",
    right: "E
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio,
            - Indica la condición de cada punto revisado, e
            - Incluye la firma de la persona que revisó.",
    basis: "Formato F21-COOPYD-01 v08, listas de características",
    look,
};

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let old = is_old(ec);
    for (spot, criterion) in products(ec) {
        look_at_list(&spot, criterion, old, report);
    }
}
