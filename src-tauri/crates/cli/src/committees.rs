//! Committees at the command line: each is named by its id or by its name.

use std::path::PathBuf;

use clap::Subcommand;
use desk::spanish::counted;
use desk::wire::{
    AskCommittee, AskCommittees, Attach, BeginCommittee, BeginOfficerChange, CommitteeDeed,
    CommitteeRequest, ExportCommitteePaper, ImportCommittees, Nothing, SaveLetters,
};
use desk::{Desk, Error};

use crate::cases::{asked, pairs};
use crate::run::Outcome::{self, Done, Misused, Refused};
use crate::run::{named, printed};
use crate::say;
use crate::work::work;

mod shown;

use shown::{shown, whole};

#[derive(Subcommand)]
pub(crate) enum Cgc {
    /// El registro de comités.
    List {
        /// Palabras del nombre, el sector o una organización.
        #[arg(long, default_value = "")]
        query: String,
        /// En qué estado, por su nombre.
        #[arg(long, default_value = "")]
        state: String,
        /// De cuál de los cinco sectores.
        #[arg(long, default_value = "", value_name = "NOMBRE")]
        sector: String,
    },
    /// Un comité: su camino, sus criterios, sus integrantes.
    Show { committee: String },
    /// Quiénes lo integran, o lo integraban un día.
    Roster {
        committee: String,
        /// El día (AAAA-MM-DD); sin él, hoy.
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Abre el expediente de un comité, por un acercamiento o por su solicitud; imprime su identificador.
    New {
        name: String,
        /// Con quién fue el acercamiento.
        #[arg(long, default_value = "")]
        contact: String,
        /// De qué se trató.
        #[arg(long, default_value = "")]
        about: String,
        /// La solicitud por escrito.
        #[arg(long, value_name = "ARCHIVO")]
        letter: Option<PathBuf>,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Cambia su nombre.
    Rename {
        committee: String,
        name: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Describe su alcance, su sector y su campo de actividad.
    Describe {
        committee: String,
        #[arg(long, default_value = "")]
        scope: String,
        #[arg(long, default_value = "", value_name = "NOMBRE")]
        sector: String,
        #[arg(long, default_value = "")]
        activity: String,
    },
    /// Registra una organización: empresa, cámara, sindicato, institución de educación, dependencia u organización de la sociedad civil.
    Organization {
        committee: String,
        name: String,
        #[arg(long)]
        kind: String,
        /// La que se corrige, si ya estaba.
        #[arg(long, value_name = "ORGANIZACIÓN")]
        correct: Option<String>,
    },
    /// Une dos organizaciones que son la misma con dos nombres; o las separa, con --apart.
    Join {
        committee: String,
        gone: String,
        /// La que queda.
        #[arg(long, default_value = "", value_name = "ORGANIZACIÓN")]
        kept: String,
        #[arg(long)]
        apart: bool,
    },
    /// Alguien ingresa con un cargo: presidencia, vicepresidencia, vocalía o secretaría técnica.
    Seat {
        committee: String,
        name: String,
        #[arg(long)]
        organization: String,
        #[arg(long)]
        office: String,
        #[arg(long, default_value = "")]
        post: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Alguien deja el comité.
    Leave {
        committee: String,
        name: String,
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Un estándar que prevé; con --drop, que ya no prevé.
    Plan {
        committee: String,
        title: String,
        #[arg(long)]
        drop: bool,
    },
    /// Una actividad de su programa de trabajo; con --done, que ya se hizo.
    Programme {
        committee: String,
        what: String,
        #[arg(long, default_value = "")]
        who: String,
        #[arg(long, default_value = "", value_name = "DÍA")]
        by: String,
        #[arg(long)]
        done: bool,
    },
    /// Anota un contacto con el comité.
    Contact {
        committee: String,
        about: String,
        #[arg(long, default_value = "")]
        with: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Anota una asesoría que el comité pidió.
    Advise {
        committee: String,
        about: String,
        #[arg(long, default_value = "")]
        with: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Adjunta la evidencia de un criterio o de un requisito.
    Attach {
        committee: String,
        evidence: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Dictamina un criterio con su evidencia: cumple, no cumple, no lo invoca o pendiente.
    Judge {
        committee: String,
        criterion: String,
        result: String,
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Realiza un acto de su camino.
    Act {
        committee: String,
        act: String,
        /// Lo que se dice con él: reason=…, observations=…
        #[arg(long = "field", value_name = "NOMBRE=VALOR")]
        fields: Vec<String>,
        /// Los archivos que lo prueban.
        #[arg(long, value_name = "REQUISITO=ARCHIVO")]
        evidence: Vec<String>,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Escribe su cédula de criterios, su lista de integrantes, su acta de integración o un oficio, en .pdf o .docx.
    Export {
        committee: String,
        file: PathBuf,
        /// criteria, roster, integration o letter.
        #[arg(long, value_parser = ["criteria", "roster", "integration", "letter"])]
        paper: String,
        /// El día de la lista de integrantes, o el estado del que es el oficio.
        #[arg(long, default_value = "", value_name = "DÍA O ESTADO")]
        of: String,
        #[arg(long)]
        replace: bool,
    },
    /// Trae un registro de comités de una hoja (.csv o .xlsx), como se encontraron.
    Import {
        file: PathBuf,
        /// Sólo dice qué traería y qué está mal.
        #[arg(long)]
        dry_run: bool,
    },
    /// Retira los comités de la última lista que se trajo.
    UndoImport,
    /// Solicita que un cargo se ratifique; con --successor, que lo sustituya otra persona.
    Officer {
        committee: String,
        member: String,
        /// La solicitud.
        #[arg(long, value_name = "ARCHIVO")]
        request: PathBuf,
        #[arg(long, default_value = "", value_name = "PERSONA")]
        successor: String,
        #[arg(long, default_value = "")]
        post: String,
        #[arg(long, default_value = "")]
        organization: String,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Realiza un acto de un cambio de cargo.
    OfficerAct {
        change: String,
        act: String,
        /// Los archivos que lo prueban.
        #[arg(long, value_name = "REQUISITO=ARCHIVO")]
        evidence: Vec<String>,
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Los oficios de la oficina; con un archivo, los registra.
    Letters { file: Option<PathBuf> },
    /// Retira del registro un comité que se registró por error.
    PutAway { committee: String, reason: String },
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read in one go"
)]
pub(crate) fn cgc(desk: &mut Desk, command: Cgc, json: bool) -> Result<Outcome, Error> {
    let (committee, deed) = match command {
        Cgc::List {
            query,
            state,
            sector,
        } => {
            let view = desk.committees(AskCommittees {
                query,
                state,
                sector,
            })?;
            if json {
                say::json(&view);
                return Ok(Done);
            }
            for row in &view.rows {
                say::word(&format!(
                    "{}  {}  {}  {}",
                    row.id, row.name, row.sector, row.state_name
                ));
            }
            say::line(&format!(
                "{}. Asesorías del año: {}.",
                counted(view.total as usize, "comité", "comités"),
                view.advisories
            ));
            return Ok(Done);
        }
        Cgc::Show { committee } => {
            let on = String::new();
            let view = desk.committee(AskCommittee { committee, on })?;
            return whole(&view, json);
        }
        Cgc::Roster { committee, on } => {
            let view = desk.committee(AskCommittee { committee, on })?;
            say::line(&format!("{}, el {}", view.name, view.roster_day));
            for one in &view.roster {
                say::line(&format!(
                    "  {}  {}  {}  desde el {}",
                    one.office_name, one.name, one.organization, one.from
                ));
            }
            return printed(&view.roster, json);
        }
        Cgc::New {
            name,
            contact,
            about,
            letter,
            on,
        } => {
            let letter = letter.map(|path| path.display().to_string());
            let asked = BeginCommittee {
                name,
                on,
                contact,
                about,
                letter: letter.unwrap_or_default(),
            };
            let begin = |desk: &mut Desk| desk.begin_committee(asked);
            let made = work(desk, begin, Desk::finish_committee)?;
            return named(&made.id, &made, json);
        }
        Cgc::Attach {
            committee,
            evidence,
            on,
        } => {
            let (requirement, path) = match pairs(std::slice::from_ref(&evidence)) {
                Ok(mut pairs) => pairs.swap_remove(0),
                Err(why) => return Ok(Misused(why)),
            };
            let asked = Attach {
                id: committee,
                requirement,
                path,
                on,
            };
            let begin = |desk: &mut Desk| desk.begin_committee_attach(asked);
            let view = work(desk, begin, Desk::finish_committee_attach)?;
            return shown(&view, json);
        }
        Cgc::Act {
            committee,
            act,
            fields,
            evidence,
            on,
        } => {
            let asked = match asked(committee, act, on, &fields, &evidence) {
                Ok(asked) => asked,
                Err(why) => return Ok(Misused(why)),
            };
            let begin = |desk: &mut Desk| desk.begin_committee_act(asked);
            let view = work(desk, begin, Desk::finish_committee_act)?;
            return shown(&view, json);
        }
        Cgc::Export {
            committee,
            file,
            paper,
            of,
            replace,
        } => {
            let extension = file.extension().and_then(|it| it.to_str());
            let asked = ExportCommitteePaper {
                committee,
                paper: paper.to_uppercase(),
                of,
                kind: extension.unwrap_or_default().to_uppercase(),
                path: file.display().to_string(),
                replace,
            };
            let begin = |desk: &mut Desk| desk.begin_committee_paper(asked);
            let done = work(desk, begin, Desk::finish_export)?;
            return named(&done.path, &done, json);
        }
        Cgc::Import { file, dry_run } => {
            let path = file.display().to_string();
            let begin =
                |desk: &mut Desk| desk.begin_committee_import(ImportCommittees { path, dry_run });
            let view = work(desk, begin, Desk::finish_committee_import)?;
            for wrong in &view.wrong {
                say::line(&format!("  Renglón {}: {}", wrong.row, wrong.says));
            }
            let comes = match (view.wrong.is_empty(), dry_run) {
                (false, _) => "No se trajo nada: corrija los renglones y repita. Son",
                (true, true) => "Se traerían",
                (true, false) => "Se trajeron",
            };
            say::line(&format!(
                "{comes} {} con {}; ya estaban {}.",
                counted(view.taken as usize, "comité", "comités"),
                counted(view.people as usize, "persona", "personas"),
                view.known
            ));
            if json {
                say::json(&view);
            }
            return Ok(match view.wrong.is_empty() {
                true => Done,
                false => Refused,
            });
        }
        Cgc::Officer {
            committee,
            member,
            request,
            successor,
            post,
            organization,
            on,
        } => {
            let asked = BeginOfficerChange {
                committee,
                member,
                successor,
                post,
                organization,
                on,
                path: request.display().to_string(),
            };
            let begin = |desk: &mut Desk| desk.begin_officer_change(asked);
            let view = work(desk, begin, Desk::finish_officer_change)?;
            return shown(&view, json);
        }
        Cgc::OfficerAct {
            change,
            act,
            evidence,
            on,
        } => {
            let asked = match asked(change, act, on, &[], &evidence) {
                Ok(asked) => asked,
                Err(why) => return Ok(Misused(why)),
            };
            let begin = |desk: &mut Desk| desk.begin_officer_act(asked);
            let view = work(desk, begin, Desk::finish_officer_act)?;
            return shown(&view, json);
        }
        Cgc::Letters { file } => {
            let view = match file {
                Some(file) => desk.save_letters(SaveLetters {
                    text: desk::text(&file)?,
                })?,
                None => desk.letters(Nothing {})?,
            };
            match json {
                true => say::json(&view),
                false => say::word(view.text.trim_end()),
            }
            return Ok(Done);
        }
        Cgc::UndoImport => {
            let view = desk.undo_committee_import(Nothing {})?;
            say::line(&format!(
                "Se retiró la lista. Quedan {}.",
                counted(view.total as usize, "comité", "comités")
            ));
            return printed(&view, json);
        }
        Cgc::Rename {
            committee,
            name,
            reason,
        } => (committee, CommitteeRequest::Name { name, reason }),
        Cgc::Describe {
            committee,
            scope,
            sector,
            activity,
        } => (
            committee,
            CommitteeRequest::Describe {
                scope,
                sector,
                activity,
            },
        ),
        Cgc::Organization {
            committee,
            name,
            kind,
            correct: None,
        } => (committee, CommitteeRequest::AddOrganization { name, kind }),
        Cgc::Organization {
            committee,
            name,
            kind,
            correct: Some(organization),
        } => (
            committee,
            CommitteeRequest::CorrectOrganization {
                organization,
                name,
                kind,
            },
        ),
        Cgc::Join {
            committee,
            gone,
            kept,
            apart,
        } => (
            committee,
            match apart {
                true => CommitteeRequest::Part { gone },
                false => CommitteeRequest::Join { kept, gone },
            },
        ),
        Cgc::Seat {
            committee,
            name,
            organization,
            office,
            post,
            on,
        } => (
            committee,
            CommitteeRequest::Seat {
                name,
                post,
                organization,
                office,
                on,
            },
        ),
        Cgc::Leave {
            committee,
            name,
            on,
            reason,
        } => (
            committee,
            CommitteeRequest::Leave {
                member: name,
                on,
                reason,
            },
        ),
        Cgc::Plan {
            committee,
            title,
            drop,
        } => (
            committee,
            match drop {
                true => CommitteeRequest::Drop { planned: title },
                false => CommitteeRequest::Plan { title },
            },
        ),
        Cgc::Programme {
            committee,
            what,
            who,
            by,
            done,
        } => (
            committee,
            match done {
                true => CommitteeRequest::Done { activity: what },
                false => CommitteeRequest::Programme { what, who, by },
            },
        ),
        Cgc::Contact {
            committee,
            about,
            with,
            on,
        } => (committee, CommitteeRequest::Contact { with, about, on }),
        Cgc::Advise {
            committee,
            about,
            with,
            on,
        } => (committee, CommitteeRequest::Advise { with, about, on }),
        Cgc::Judge {
            committee,
            criterion,
            result,
            note,
        } => (
            committee,
            CommitteeRequest::Judge {
                criterion,
                result,
                note,
            },
        ),
        Cgc::PutAway { committee, reason } => (committee, CommitteeRequest::PutAway { reason }),
    };
    shown(
        &desk.do_in_committee(CommitteeDeed { committee, deed })?,
        json,
    )
}
