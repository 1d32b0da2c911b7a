//! What was said with an act, as people read it.

use domain::act::Act;
use domain::requirement::Saying;

/// What an act of the road says besides its name: each answer under its name, none twice.
pub(crate) fn said_with(act: &Act) -> Vec<(&'static str, String)> {
    let body: serde_json::Value = serde_json::from_str(&act.body).unwrap_or_default();
    let mut said: Vec<(&'static str, String)> = Vec::new();
    for saying in Saying::ALL {
        let text = body[saying.code()].as_str().unwrap_or_default().trim();
        // What is typed in the one field of a reason answers whatever is asked.
        if !text.is_empty() && said.iter().all(|(_, other)| other != text) {
            said.push((called(*saying), text.to_owned()));
        }
    }
    said
}

/// The same in one line: «Motivo: …. Presenta: ….».
pub(crate) fn in_one_line(act: &Act) -> String {
    let said = said_with(act).into_iter();
    let said = said.map(|(name, text)| format!("{name}: {text}"));
    said.collect::<Vec<_>>().join(" · ")
}

fn called(saying: Saying) -> &'static str {
    match saying {
        Saying::Reason => "Motivo",
        Saying::Observations => "Observaciones",
        Saying::Presenter => "Presenta el caso",
        Saying::TcResolution => "Acuerdo del Comité Técnico",
        Saying::Code => "Código asignado",
    }
}
