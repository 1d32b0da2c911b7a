//! What is done to pass to each state, as a person says it: «Iniciar el mapa funcional».
//!
//! A state is named by what a case is in it, and an act by the state it leads to. Whoever has to do
//! it reads a verb. States that several roads have, and that are reached alike, are told once.

use super::State;

/// What is done to pass to a state, in Spanish: a verb and its object.
pub fn does<S: State>(state: S) -> &'static str {
    told(S::ROAD, state.code()).unwrap_or_else(|| state.says())
}

#[rustfmt::skip] // A table is read down its columns.
fn told(road: &str, state: &str) -> Option<&'static str> {
    Some(match (road, state) {
        // A committee.
        ("CGC", "PROSPECT")            => "Acercarse al sector",
        ("CGC", "APPLIED")             => "Presentar la solicitud",
        ("CGC", "IN_REVIEW")           => "Revisar los criterios",
        ("CGC", "READY")               => "Declararla lista para COVACEC",
        ("CGC", "ON_AGENDA")           => "Incluirla en el orden del día de COVACEC",
        ("CGC", "RULED_ADMISSIBLE")    => "Registrar que procede",
        ("CGC", "RULED_NOT_ADMISSIBLE") => "Registrar que no procede",
        ("CGC", "DEFERRED")            => "Registrar que COVACEC la difirió",
        ("CGC", "ACT_SIGNING")         => "Pasar a firma el acta de integración",
        ("CGC", "INSTALLED")           => "Instalar el CGC",
        ("CGC", "RENEWAL_DUE")         => "Marcar que toca renovarlo",
        ("CGC", "RESTRUCTURING")       => "Iniciar la reestructuración",
        ("CGC", "INACTIVE")            => "Declararlo inactivo o cancelarlo",
        ("CGC", "RETURNED")            => "Devolverla con observaciones",
        ("CGC", "WITHDRAWN")           => "Registrar que el promotor desistió",
        ("CGC", "EXPIRED")             => "Darla por vencida",
        ("CGC", "CLOSED")              => "Cerrar el caso",
        // A standard, until its documents are whole.
        ("EC", "GTE_READY")            => "Integrar el grupo técnico de expertos",
        ("EC", "MF_DRAFT")             => "Iniciar el mapa funcional",
        ("EC", "MF_VALIDATED")         => "Validar el mapa funcional",
        ("EC", "EC_DRAFT")             => "Redactar el estándar",
        ("EC", "EC_VALIDATED")         => "Validar el estándar",
        ("EC", "IEC_DRAFT")            => "Redactar el instrumento de evaluación",
        ("EC", "IEC_VALIDATED")        => "Validar el instrumento de evaluación",
        ("EC", "PILOT")                => "Iniciar la prueba piloto",
        ("EC", "ENDORSEMENT")          => "Someter los documentos al aval del CGC",
        ("EC", "SUPPORT_FILE")         => "Integrar el expediente soporte",
        ("EC", "METHOD_REVIEW")        => "Enviar a revisión metodológica",
        ("EC", "COVACEC_READY")        => "Declararlo listo para COVACEC",
        // Once it is in force.
        ("EC", "REVIEW_DUE")           => "Marcar que toca revisarlo",
        ("EC", "IN_UPDATE")            => "Iniciar la actualización",
        ("EC", "SUPERSEDED")           => "Registrar que lo sustituye una versión nueva",
        ("EC", "HISTORICAL")           => "Pasarlo al acervo histórico",
        ("EC", "BAJA_REQUESTED")       => "Solicitar la baja",
        ("EC", "BAJA_IN_REVIEW")       => "Revisar la solicitud de baja",
        ("EC", "BAJA_APPROVED")        => "Aprobar la baja",
        ("EC", "INACTIVE")             => "Dejarlo sin vigencia",
        // A brand standard.
        ("ECM", "CRITERIA_REVIEW")     => "Enviar a revisión de criterios",
        ("ECM", "AGREEMENT_SIGNED")    => "Firmar el convenio con el titular",
        ("ECM", "WITHDRAWN")           => "Registrar que el titular desistió",
        // Both.
        ("EC", "WITHDRAWN")            => "Registrar que el CGC desistió",
        ("EC" | "ECM", state)          => return both(state),
        _                              => return None, // There are three roads.
    })
}

#[rustfmt::skip] // A table is read down its columns.
fn both(state: &str) -> Option<&'static str> {
    Some(match state {
        "PROPOSED"              => "Proponer el estándar",
        "RETURNED"              => "Devolverlo con observaciones",
        "COVACEC_ON_AGENDA"     => "Incluirlo en el orden del día de COVACEC",
        "COVACEC_PERTINENT"     => "Registrar que COVACEC lo dictaminó pertinente",
        "COVACEC_NOT_PERTINENT" => "Registrar que COVACEC lo dictaminó no pertinente",
        "DEFERRED"              => "Registrar que COVACEC lo difirió",
        "TC_SUBMITTED"          => "Someterlo al Comité Técnico",
        "TC_APPROVED"           => "Registrar que el Comité Técnico lo aprobó",
        "TC_NOT_APPROVED"       => "Registrar que el Comité Técnico no lo aprobó",
        "TC_DEFERRED"           => "Registrar que el Comité Técnico lo difirió",
        "CODED"                 => "Asignar la clave",
        "DOF_SENT"              => "Enviarlo al Diario Oficial",
        "DOF_PUBLISHED"         => "Registrar la publicación en el Diario Oficial",
        "RENEC_ACTIVE"          => "Inscribirlo en el RENEC",
        "REJECTED"              => "Rechazarlo",
        "EXPIRED"               => "Darlo por vencido",
        _                       => return None, // No road has it.
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cgc_case::CgcState;
    use crate::ec_case::EcState;
    use crate::ecm_case::EcmState;

    fn is_told<S: State>() {
        let mut all = Vec::new();
        for state in S::all() {
            let does = told(S::ROAD, state.code());
            let does = does.unwrap_or_else(|| panic!("{state:?} of {} has no verb", S::ROAD));
            let verb = does.split(' ').next().unwrap_or_default();
            let verb = verb.trim_end_matches("lo").trim_end_matches("la");
            let verb = verb.trim_end_matches("se");
            assert!(
                ["ar", "er", "ir"].iter().any(|end| verb.ends_with(end)),
                "{does}"
            );
            all.push(does);
        }
        let whole = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), whole, "two acts of {} are told alike", S::ROAD);
    }

    #[test]
    fn every_act_of_the_three_roads_is_told_with_a_verb_of_its_own() {
        is_told::<EcState>();
        is_told::<CgcState>();
        is_told::<EcmState>();
    }
}
