//! What cannot happen in a committee, or in a session of COVACEC, in Spanish.

use domain::committee::Refusal as CommitteeRefusal;
use domain::covacec::{BadComposition, Refusal as SessionRefusal};

use crate::spanish::day;

pub(super) fn committee_says(refusal: &CommitteeRefusal) -> String {
    let what = match refusal {
        CommitteeRefusal::Missing("name") => "Falta el nombre".to_owned(),
        CommitteeRefusal::Missing("title") => "Falta el título del estándar previsto".to_owned(),
        CommitteeRefusal::Missing("about") => "Falta decir de qué se trató".to_owned(),
        CommitteeRefusal::Missing(_) => "Falta un dato".to_owned(),
        CommitteeRefusal::Unknown("criterion") => {
            "Ese criterio no está en el catálogo de criterios de los comités".to_owned()
        }
        CommitteeRefusal::Unknown("organization") => {
            "Esa organización no está registrada en el comité: regístrela primero".to_owned()
        }
        CommitteeRefusal::Unknown("member") => "Esa persona no está en el comité".to_owned(),
        CommitteeRefusal::Unknown(_) => {
            "Eso ya no está en el comité, quizá se dio de baja antes".to_owned()
        }
        CommitteeRefusal::OrganizationDoubled => {
            "Ya hay en el comité una organización con ese nombre".to_owned()
        }
        CommitteeRefusal::NotJoinable => {
            "Esas dos organizaciones no se pueden unir: son la misma, o una ya está unida a otra"
                .to_owned()
        }
        CommitteeRefusal::NotJoined => "Esa organización no está unida a otra".to_owned(),
        CommitteeRefusal::Seated(name) => {
            format!("«{name}» ya está en el comité por esa organización")
        }
        CommitteeRefusal::OfficeHeld(name) => {
            format!("Ese cargo lo tiene «{name}»: registre primero su salida")
        }
        CommitteeRefusal::HasLeft => "Esa persona ya dejó el comité".to_owned(),
        CommitteeRefusal::BeforeSeated => {
            "Esa fecha es anterior a la de su ingreso al comité".to_owned()
        }
        CommitteeRefusal::Computed(id) => format!(
            "{id} se cuenta de la integración registrada y nadie lo dictamina: corrija las personas u organizaciones"
        ),
        CommitteeRefusal::NoEvidence(id) => {
            format!("{id} no tiene evidencia y no se puede dar por cumplido: adjúntela primero")
        }
    };
    format!("{what}. Nada cambió.")
}

pub(super) fn session_says(refusal: &SessionRefusal) -> String {
    let what = match refusal {
        SessionRefusal::Missing("reasons") => "Falta decir las razones: cuando no procede o se difiere, el acta las lleva".to_owned(),
        SessionRefusal::Missing("reason") => "Falta decir por qué no se celebra".to_owned(),
        SessionRefusal::Missing("says") => "Falta decir cómo va el acuerdo".to_owned(),
        SessionRefusal::Missing(_) => "Falta el nombre".to_owned(),
        SessionRefusal::NoSuchSeat => "Quien vota no tiene asiento en el COVACEC: revise el asiento".to_owned(),
        SessionRefusal::NoSuchMatter => "Ese asunto no está en el orden del día".to_owned(),
        SessionRefusal::OnTheAgenda => "Ese caso ya está en el orden del día".to_owned(),
        SessionRefusal::EmptyAgenda => "El orden del día está vacío: incluya al menos un asunto".to_owned(),
        SessionRefusal::WasCalled => "La convocatoria ya se envió con su orden del día, que no cambia: lo que falte va en otra sesión".to_owned(),
        SessionRefusal::NotCalled => "La sesión no se ha convocado: envíe primero la convocatoria".to_owned(),
        SessionRefusal::Begun => "La sesión ya empezó".to_owned(),
        SessionRefusal::NotBegun => "La sesión no ha empezado: ábrala primero".to_owned(),
        SessionRefusal::Over => "La sesión ya terminó y su acta no cambia".to_owned(),
        SessionRefusal::AnotherDay(on) => format!("La sesión se convocó para el {}: se abre ese día", day(*on)),
        SessionRefusal::NoBase => "Falta decir sobre qué se cuenta el quórum, asientos o personas: el manual no lo aclara, así que se pregunta una vez y queda registrado".to_owned(),
        SessionRefusal::NoQuorum { present, needed, presided: true } => format!("No hay quórum: hay {present} y se necesitan {needed} (la mitad más uno). Puede registrar a quien llegue, o diferir los asuntos"),
        SessionRefusal::NoQuorum { presided: false, .. } => "No hay quórum: no está quien presida (Presidencia o Vicepresidencia), ni su suplente".to_owned(),
        SessionRefusal::Vacant => "Ese asiento está vacante: registre a quien lo ocupa por encargo o suplencia".to_owned(),
        SessionRefusal::SitsElsewhere(name) => format!("«{name}» ya ocupa otro asiento y no puede suplir en éste"),
        SessionRefusal::NobodyThere => "No hay nadie en ese asiento: registre primero su asistencia".to_owned(),
        SessionRefusal::NoVote => "Ese asiento tiene voz y no voto".to_owned(),
        SessionRefusal::Voted => "Ese asiento ya votó en este asunto: si se anotó mal, retire el voto y anótelo otra vez".to_owned(),
        SessionRefusal::NotVoted => "Ese asiento no ha votado en este asunto".to_owned(),
        SessionRefusal::PersonVoted(name) => format!("«{name}» ya votó desde su otro asiento, y el quórum se cuenta por personas: vota una vez"),
        SessionRefusal::WasDeclared => "El resultado de ese asunto ya se declaró y no cambia".to_owned(),
        SessionRefusal::Waiting(1) => "Falta el voto de 1 integrante presente: registre su voto, su abstención o su excusa".to_owned(),
        SessionRefusal::Waiting(n) => format!("Faltan los votos de {n} integrantes presentes: registre su voto, su abstención o su excusa"),
        SessionRefusal::Tied => "Hay empate: decide el voto de calidad de quien preside, o se difiere".to_owned(),
        SessionRefusal::NotTied => "No hay empate y el voto de calidad no procede".to_owned(),
        SessionRefusal::PresiderRecused => "Quien preside se excusó de este asunto y no puede desempatar: difiéralo".to_owned(),
        SessionRefusal::OpenMatters(1) => "Queda 1 asunto sin resultado: declárelo o difiéralo".to_owned(),
        SessionRefusal::OpenMatters(n) => format!("Quedan {n} asuntos sin resultado: declárelos o difiéralos"),
    };
    format!("{what}. Nada cambió.")
}

pub(super) fn composition_says(wrong: &BadComposition) -> String {
    let what = match wrong {
        BadComposition::NotOne { role, count: 0 } => {
            format!("Falta el asiento de la {}", role.says())
        }
        BadComposition::NotOne { role, count } => format!(
            "Hay {count} asientos de la {} y sólo puede haber uno",
            role.says()
        ),
        BadComposition::NoPost(seat) => {
            format!("El asiento {seat} no dice a qué puesto corresponde")
        }
        BadComposition::NoVotes => "Ningún asiento tiene voto".to_owned(),
        BadComposition::OwnSubstitute(name) => format!("«{name}» no puede ser su propia suplencia"),
    };
    format!("{what}. No se guardó y la integración anterior sigue ahí: corríjala.")
}
