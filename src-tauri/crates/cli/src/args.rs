//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{Datelike as _, NaiveDate};
use clap::{Args as ArgGroup, Parser, Subcommand};

use crate::asides::Aside;
use crate::catalogs::Catalog;
use crate::committees::Cgc;
use crate::gazette::{Dof, Renec};
use crate::groups::Group;
use crate::instruments::Iec;
use crate::maps::Map;
use crate::papers::COPIES;
use crate::past::{History, Two, moment};
use crate::sessions::Session;

/// A day that a computer's clock could say.
fn day(typed: &str) -> Result<NaiveDate, &'static str> {
    let day = typed.parse::<NaiveDate>().ok();
    let day = day.filter(|day| (1995..2200).contains(&day.year()));
    day.ok_or("no es un día entre 1995 y 2199")
}

/// What was typed, as it is meant. `--as` says who signs; after `iec export` it also says which copy,
/// by a word that is nobody's name.
pub(crate) fn meant(typed: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let typed: Vec<OsString> = typed.collect();
    let word = |at: usize| typed.get(at).and_then(|word| word.to_str());
    let copy = |word: Option<&str>| word.is_some_and(|word| COPIES.contains(&word));
    let mut exporting = false;
    let meant = (0..typed.len()).map(|at| {
        exporting |= at > 0 && word(at) == Some("export") && word(at - 1) == Some("iec");
        match word(at) {
            Some("--as") if exporting && copy(word(at + 1)) => "--copy".into(),
            Some(both) if exporting && copy(both.strip_prefix("--as=")) => {
                both.replacen("--as", "--copy", 1).into()
            }
            _ => typed[at].clone(), // Whatever else was typed is what it is.
        }
    });
    meant.collect()
}

/// Cauce sin ventana: lee, revisa, edita y encamina estándares de competencia.
#[derive(Parser)]
#[command(name = "cauce-cli", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// Imprime un solo documento JSON en la salida estándar.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// El espacio de trabajo (si falta, el de la ventana).
    #[arg(long, global = true, value_name = "ARCHIVO")]
    pub(crate) workspace: Option<PathBuf>,
    /// El día de hoy (AAAA-MM-DD), para fijarlo.
    #[arg(long, global = true, value_name = "DÍA", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    /// Quién firma.
    #[arg(long = "as", global = true, value_name = "NOMBRE")]
    pub(crate) person: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lee un EC de .txt, .pdf o .docx y lo imprime; no guarda nada.
    Read { file: PathBuf },
    /// Revisa un archivo, o un estándar por clave o identificador.
    Check {
        /// Archivo, clave o identificador.
        what: String,
        /// Termina con estado 1 si queda algún error.
        #[arg(long)]
        strict: bool,
    },
    /// Estándares: importar, listar, ver, editar, exportar.
    #[command(subcommand)]
    Standard(Standard),
    /// Comités de Gestión por Competencias (CGC): expediente, criterios, integrantes, oficios.
    #[command(subcommand)]
    Cgc(Cgc),
    /// Sesiones del COVACEC, y lo que acuerda el Comité Técnico.
    #[command(subcommand)]
    Session(Session),
    /// Publicación: el acuerdo para el DOF y la nota que lo prueba.
    #[command(subcommand)]
    Dof(Dof),
    /// El registro de claves.
    #[command(subcommand)]
    Renec(Renec),
    /// Mapas funcionales: dibujar, atestar, hacer de una función un estándar.
    #[command(subcommand)]
    Map(Map),
    /// Grupos de expertos (GTE): integrantes, cartas, sesiones y minutas.
    #[command(subcommand)]
    Group(Group),
    /// Instrumentos de evaluación: derivar los reactivos del estándar, pesarlos, ver la cobertura.
    #[command(subcommand)]
    Iec(Iec),
    /// Catálogos: importar el SCIAN, el SINCO y el RENEC, y buscar en ellos.
    #[command(subcommand)]
    Catalog(Catalog),
    /// Qué estándares tienen un título igual o parecido a éste.
    Similar {
        words: Vec<String>,
        /// El estándar que lo lleva (clave o identificador), que no se compara consigo.
        #[arg(long = "of", value_name = "EC")]
        own: Option<String>,
    },
    /// El camino de un caso.
    #[command(subcommand)]
    Case(Case),
    /// Lo que se ha hecho a un documento, cómo estaba, y regresar a como estaba.
    #[command(subcommand)]
    History(History),
    /// Arma un paquete, o toma uno («packet import ARCHIVO»).
    Packet(Packet),
    /// Verifica un paquete sin más que el paquete.
    Verify { packet: PathBuf },
    /// La cadena de actos.
    #[command(subcommand)]
    Log(Log),
    /// Lo de hoy: lo mío, lo que va tarde, lo que espera a otros, las sesiones.
    Home {
        /// Escribe los plazos y las sesiones en un calendario .ics.
        #[arg(long, value_name = "ARCHIVO")]
        ics: Option<PathBuf>,
        #[arg(long)]
        replace: bool,
    },
    /// Busca en claves, títulos, textos y reglas.
    Search { words: Vec<String> },
    /// Las reglas del revisor.
    Rules,
    /// Quién trabaja aquí y el membrete.
    Settings {
        /// Quién firma desde ahora en este espacio de trabajo.
        #[arg(long = "person", id = "owner", value_name = "NOMBRE")]
        owner: Option<String>,
        /// Una línea del membrete; se repite.
        #[arg(long)]
        letterhead: Vec<String>,
        /// system, light o dark.
        #[arg(long, value_parser = ["system", "light", "dark"])]
        appearance: Option<String>,
        /// Un archivo de texto con los días que la oficina no labora además de los de ley, uno por
        /// renglón: «24/12/2026 | motivo», o «20/12/2027 a 31/12/2027 | motivo».
        #[arg(long, value_name = "ARCHIVO")]
        non_working_days: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(crate) enum Standard {
    /// Hace un borrador de un archivo; imprime su identificador.
    Import { file: PathBuf },
    /// Empieza uno en blanco; imprime su identificador.
    New {
        title: String,
        /// Un estándar de marca (ECM): sólo su hoja.
        #[arg(long)]
        brand: bool,
    },
    /// Carga el caso de muestra; imprime su identificador.
    Sample,
    /// El registro.
    List {
        /// Palabras de la clave, el título o el comité.
        #[arg(long, default_value = "")]
        query: String,
        /// Sólo los de este estado.
        #[arg(long)]
        state: Option<String>,
    },
    /// Un estándar y su camino.
    Show {
        id: String,
        /// Como estaba: la edición congelada número N, un acto (act:57) o un día.
        #[arg(long, value_name = "N", value_parser = moment)]
        edition: Option<String>,
    },
    /// Qué cambió entre dos momentos, por lugar; con --out, el cuadro comparativo en .pdf o .docx.
    Diff {
        #[command(flatten)]
        two: Two,
        #[arg(long, value_name = "ARCHIVO")]
        out: Option<PathBuf>,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    /// Dice el motivo de un cambio; vacío, lo quita.
    Reason {
        #[command(flatten)]
        two: Two,
        /// El cambio: su lugar (E1-D2), o su «key» en diff --json.
        #[arg(value_name = "LUGAR")]
        row: String,
        text: String,
    },
    /// Deshace el último motivo; con --redo, lo rehace.
    UndoReason {
        #[command(flatten)]
        two: Two,
        #[arg(long)]
        redo: bool,
    },
    /// Los momentos que tienen nombre: sus ediciones congeladas y el texto de hoy.
    Points { id: String },
    /// Escribe un texto en un lugar: «standard edit EC0217 --place E1-D2.3 --text …».
    Edit {
        id: String,
        /// E1-D2.3; sin él, el estándar mismo.
        #[arg(long, default_value = "")]
        place: String,
        /// title, purpose, text, manner…; sin él, el texto principal del lugar.
        #[arg(long, default_value = "")]
        field: String,
        #[arg(long)]
        text: String,
    },
    /// Hace cambios descritos en JSON (los de la ventana), como uno solo.
    Apply {
        id: String,
        /// Archivo con la lista de cambios.
        edits: PathBuf,
    },
    /// Pone una clave del SCIAN o del SINCO importados, con las que tiene arriba.
    Classify {
        id: String,
        #[arg(value_parser = ["scian", "sinco"])]
        kind: String,
        code: String,
    },
    /// Adopta la forma oficial en lugar de lo que imprimió la fuente.
    AdoptForm { id: String },
    /// Deshace el último cambio.
    Undo { id: String },
    /// Rehace el último cambio deshecho.
    Redo { id: String },
    /// Corrige un hallazgo como dice su remedio.
    Mend {
        id: String,
        /// El hallazgo (su «key» en check --json).
        key: String,
        /// Con él, todos los que la misma regla corrige igual, como un solo cambio.
        #[arg(long)]
        alike: bool,
    },
    /// Aparta un hallazgo con un motivo.
    SetAside(Aside),
    /// Retoma un hallazgo apartado.
    TakeUp { id: String, key: String },
    /// Escribe el estándar como .pdf, .docx o .json.
    Export {
        id: String,
        file: PathBuf,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
}

#[derive(Subcommand)]
pub(crate) enum Case {
    /// Dónde está, qué sigue y qué falta.
    Show { id: String },
    /// Realiza un acto (se llama como el estado al que lleva: GTE_READY, o «GTE integrado»).
    Act {
        id: String,
        act: String,
        /// Un dato del acto, nombre=valor; se repite. Del acto: reason, observations, presenter,
        /// tcResolution, code, state (REGISTERED_AS_FOUND). Del expediente: certifiablePopulation,
        /// certifiablePopulationSource, certificationSolution («ECE | nombre | acreditada»),
        /// consequenceMechanism, reviewPeriod, certificateValidity.
        #[arg(long = "field", value_name = "NOMBRE=VALOR")]
        fields: Vec<String>,
        /// Un archivo que cumple un requisito: REQUISITO=ARCHIVO; se repite.
        #[arg(long = "evidence", value_name = "REQUISITO=ARCHIVO")]
        evidence: Vec<String>,
        /// El día del acto; hoy si falta.
        #[arg(long, value_name = "DÍA", default_value = "")]
        on: String,
    },
    /// Adjunta un archivo que cumple un requisito: REQUISITO=ARCHIVO.
    Attach {
        id: String,
        evidence: String,
        #[arg(long, value_name = "DÍA", default_value = "")]
        on: String,
    },
    /// Retira un archivo que se adjuntó por error: queda en el historial y ya no prueba el requisito.
    WithdrawEvidence {
        id: String,
        requirement: String,
        #[arg(long)]
        reason: String,
        /// La huella del archivo (sha256:…); el último que se adjuntó si falta.
        #[arg(long, value_name = "HUELLA", default_value = "")]
        digest: String,
    },
    /// Escribe una copia de un archivo adjunto, por su huella (sha256:…, en case show --json).
    Evidence {
        id: String,
        digest: String,
        file: PathBuf,
        /// Reemplaza el archivo si ya existe.
        #[arg(long)]
        replace: bool,
    },
    /// Captura datos del expediente soporte, nombre=valor: certifiablePopulation,
    /// certifiablePopulationSource, certificationSolution («ECE | nombre | acreditada»),
    /// consequenceMechanism, reviewPeriod, certificateValidity.
    Support { id: String, fields: Vec<String> },
    /// El expediente de soporte completo: lo probado, lo que se pide y lo que viene.
    Dossier { id: String },
    /// Lo que se ha hecho, lo más nuevo primero.
    History {
        id: String,
        #[arg(long, default_value_t = 100)]
        count: u32,
    },
}

#[derive(Subcommand)]
pub(crate) enum Log {
    /// Comprueba todos los sellos y lo que sellan.
    Verify,
}

#[derive(ArgGroup)]
pub(crate) struct Packet {
    /// El caso, o «import».
    pub(crate) what: String,
    /// El paquete por tomar, tras «import».
    pub(crate) file: Option<PathBuf>,
    /// Sólo ver qué traería, sin tomar nada.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// covacec, technical-committee, dof o renec.
    #[arg(long = "for", value_name = "DESTINO", value_parser = ["covacec", "technical-committee", "dof", "renec"])]
    pub(crate) destination: Option<String>,
    /// La carpeta donde queda.
    #[arg(long, value_name = "CARPETA")]
    pub(crate) out: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(typed: &[&str]) -> Vec<String> {
        let meant = meant(typed.iter().map(OsString::from));
        meant
            .into_iter()
            .map(|word| word.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn who_signs_and_which_copy_are_told_by_the_same_word() {
        assert_eq!(
            said(&[
                "c", "--as", "Elena", "iec", "export", "X", "--as", "full", "f.pdf"
            ]),
            [
                "c", "--as", "Elena", "iec", "export", "X", "--copy", "full", "f.pdf"
            ]
        );
        assert_eq!(
            said(&[
                "c", "iec", "export", "X", "--as=key", "f.pdf", "--as", "Elena"
            ]),
            [
                "c",
                "iec",
                "export",
                "X",
                "--copy=key",
                "f.pdf",
                "--as",
                "Elena"
            ]
        );
        // Elsewhere it is a name like any other.
        let other = ["c", "iec", "show", "X", "--as", "full"];
        assert_eq!(said(&other), other);
    }
}
