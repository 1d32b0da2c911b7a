//! What the reader of the command line says, in Spanish.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The words that help pages have whatever the command, and theirs in Spanish.
#[rustfmt::skip] // A table is read down its columns.
const WORDS: &[(&str, &str)] = &[
    ("Usage:",                        "Uso:"),
    ("Commands:",                     "Órdenes:"),
    ("Arguments:",                    "Datos:"),
    ("Options:",                      "Opciones:"),
    ("[OPTIONS]",                     "[OPCIONES]"),
    ("<COMMAND>",                     "<ORDEN>"),
    ("Print help",                    "Muestra esta ayuda"),
    ("Print version",                 "Muestra la versión"),
    ("(see more with '--help')",      "(con --help, más)"),
    ("(see a summary with '-h')",     "(con -h, un resumen)"),
    ("[possible values:",             "[valores:"),
    (" [default: \"\"]",              ""),
    ("[default:",                     "[si falta:"),
    ("<FILE>",                        "<ARCHIVO>"),
    ("<WHAT>",                        "<QUÉ>"),
    ("<QUERY>",                       "<PALABRAS>"),
    ("<STATE>",                       "<ESTADO>"),
    ("<TITLE>",                       "<TÍTULO>"),
    ("<TEXT>",                        "<TEXTO>"),
    ("<PLACE>",                       "<LUGAR>"),
    ("<FIELD>",                       "<CAMPO>"),
    ("[FIELDS]",                      "[NOMBRE=VALOR]"),
    ("<EDITS>",                       "<ARCHIVO>"),
    ("<REASON>",                      "<MOTIVO>"),
    ("<KEY>",                         "<HALLAZGO>"),
    ("<ACT>",                         "<ACTO>"),
    ("<A>",                           "<MOMENTO>"),
    ("<B>",                           "<MOMENTO>"),
    ("<EVIDENCE>",                    "<REQUISITO=ARCHIVO>"),
    ("<CASE>",                         "<CASO>"),
    ("<PRESENTER>",                    "<PERSONA>"),
    ("<SEATS>",                        "<ASIENTO>"),
    ("<MATTER>",                       "<ASUNTO>"),
    ("<VOTES>",                        "<ASIENTO=VOTO>"),
    ("<REASONS>",                      "<TEXTO>"),
    ("<RESOLUTION>",                   "<ACUERDO>"),
    ("<SAYS>",                         "<TEXTO>"),
    ("<STANDARDS>",                    "<EC>"),
    ("[FILE]",                         "[ARCHIVO]"),
    ("<MEMBER>",                       "<PERSONA>"),
    ("<COMMITTEE>",                    "<COMITÉ>"),
    ("<CONTACT>",                      "<PERSONA>"),
    ("<ABOUT>",                        "<ASUNTO>"),
    ("<SCOPE>",                        "<ALCANCE>"),
    ("<ACTIVITY>",                     "<CAMPO>"),
    ("<GONE>",                         "<ORGANIZACIÓN>"),
    ("<OFFICE>",                       "<CARGO>"),
    ("<WHO>",                          "<PERSONA>"),
    ("<WITH>",                         "<PERSONA>"),
    ("<CRITERION>",                    "<CRITERIO>"),
    ("<RESULT>",                       "<RESULTADO>"),
    ("<NOTE>",                         "<TEXTO>"),
    ("<PAPER>",                        "<DOCUMENTO>"),
    ("<COUNT>",                       "<CUÁNTOS>"),
    ("<PACKET>",                      "<PAQUETE>"),
    ("<WORDS>",                       "<PALABRAS>"),
    ("<LETTERHEAD>",                  "<RENGLÓN>"),
    ("<APPEARANCE>",                  "<APARIENCIA>"),
    ("<KIND>",                         "<CLASE>"),
    ("<CODE>",                         "<CLAVE>"),
    ("<BELOW>",                        "<LUGAR>"),
    ("<OF>",                           "<MAPA O ESTÁNDAR>"),
    ("<NAME>",                         "<NOMBRE>"),
    ("<GROUP>",                        "<GRUPO>"),
    ("<POST>",                         "<CARGO>"),
    ("<ORGANIZATION>",                 "<ORGANIZACIÓN>"),
    ("<EXPERIENCE>",                   "<EXPERIENCIA>"),
    ("<ON>",                           "<DÍA>"),
    ("<PRESENT>",                      "<PERSONA>"),
    ("<AGENDA>",                       "<ASUNTO>"),
    ("<CHANGE>",                       "<NÚMERO>"),
    ("<NOTES>",                        "<TEXTO>"),
    ("<SESSION>",                      "<NÚMERO>"),
    ("<ITEM>",                         "<REACTIVO>"),
    ("<CLASS>",                        "<CLASE>"),
    ("<SCORE>",                        "<PUNTOS>"),
    ("<SEED>",                         "<NÚMERO>"),
    ("<PER_ITEM>",                     "<CUÁNTAS>"),
    ("<LEVEL>",                        "<NIVEL>"),
    ("<EC>",                           "<ESTÁNDAR>"),
    ("<REQUIREMENT>",                  "<REQUISITO>"),
    ("<DIGEST>",                       "<HUELLA>"),
    ("<OUT>",                          "<ARCHIVO>"),
    ("<DOCUMENT>",                     "<DOCUMENTO>"),
    ("<DESTINATION>",                  "<DESTINO>"),
    ("<FROM>",                         "<DÍA>"),
    ("<TO>",                           "<LUGAR>"),
    ("<BY>",                           "<PERSONA>"),
    ("<OWN>",                          "<ESTÁNDAR>"),
    ("<OWNER>",                        "<LUGAR>"),
    ("<PERSON>",                       "<PERSONA>"),
    ("<COPY>",                         "<COPIA>"),
    ("<SHARES>",                       "<PARTES>"),
    ("<JUDGED>",                       "<CLASES>"),
    ("<RESPONSES>",                    "<RESPUESTA>"),
    ("<CHARS>",                        "<LETRAS>"),
    ("<SHOWN>",                        "<ARCHIVO>"),
    ("<VALIDATE_STANDARD>",            "<ESTÁNDAR>"),
    ("<VALIDATE_INSTRUMENT>",          "<ESTÁNDAR>"),
    ("<RIGHT>",                        "<OPCIÓN>"),
    ("<QUESTION>",                     "<PREGUNTA>"),
    ("<OPTION>",                       "<OPCIÓN>"),
    ("<AFTER>",                        "<LUGAR>"),
    ("<AT>",                           "<LUGAR>"),
    ("<ELEMENT>",                      "<ELEMENTO>"),
    ("<STANDARD>",                     "<ESTÁNDAR>"),
    ("<LEAF>",                         "<CRITERIO>"),
    ("<LEAVES>",                       "<CRITERIO>"),
    ("<TAKEN>",                        "<FUENTE>"),
    ("<NUMBER>",                       "<NÚMERO>"),
    ("<INSTRUCTION>",                  "<TEXTO>"),
    ("<DESCRIPTION>",                  "<TEXTO>"),
    ("<MINUTES>",                      "<MINUTOS>"),
    ("<ANNEX>",                        "<ANEXO>"),
    ("<AUDIENCE>",                     "<PERSONA>"),
    ("<EDITION>",                      "<EDICIÓN>"),
    ("<STANDING>",                     "<LUGAR>"),
    ("<ROW>",                          "<RENGLÓN>"),
    ("<TOOL>",                         "<INSTRUMENTO>"),
    ("<SITUATION>",                    "<SITUACIÓN>"),
];

/// A help page in Spanish.
pub(crate) fn help(page: &str) -> String {
    let named = |word: &'static str| word.strip_prefix('<')?.strip_suffix('>');
    let page = page.to_owned();
    WORDS.iter().fold(page, |page, (english, spanish)| {
        let page = page.replace(english, spanish);
        match (named(english), named(spanish)) {
            // What may be left out has the same name in other brackets.
            (Some(english), Some(spanish)) => {
                page.replace(&format!("[{english}]"), &format!("[{spanish}]"))
            }
            (_, _) => page,
        }
    })
}

/// Why the words were not understood, and what to do.
pub(crate) fn misuse(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        _ => String::new(), // The other kinds carry no words.
    };
    let argument = said(ContextKind::InvalidArg);
    let why = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "No hay una orden «{}».",
                said(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => format!("No hay una opción «{argument}»."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = said(ContextKind::InvalidValue);
            let valid = said(ContextKind::ValidValue);
            let valid = match valid.as_str() {
                "" => String::new(),
                valid => format!(" Puede ser: {valid}."),
            };
            match value.as_str() {
                "" => format!("A {} le falta su valor.{valid}", help(&argument)),
                value => format!("«{value}» no es un valor de {}.{valid}", help(&argument)),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("Falta {}.", help(&argument)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Falta decir qué orden.".to_owned()
        }
        ErrorKind::ArgumentConflict => format!("«{argument}» está dos veces o sobra."),
        _ => "La orden no se entiende.".to_owned(), // Rarer ways of being wrong.
    };
    format!("{why} Nada cambió. Con --help se ven las órdenes y sus datos.")
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory as _, Parser as _};

    use super::*;
    use crate::args::Args;

    fn misused(words: &[&str]) -> String {
        let words = ["cauce-cli"].iter().chain(words);
        match Args::try_parse_from(words) {
            Ok(_) => String::new(),
            Err(error) => misuse(&error),
        }
    }

    #[test]
    fn a_wrong_word_is_told_in_spanish() {
        assert!(misused(&["vuela"]).starts_with("No hay una orden «vuela»."));
        assert!(misused(&["--today", "ayer", "home"]).contains("«ayer» no es un valor"));
        assert!(misused(&["packet", "X", "--for", "xx"]).contains("covacec"));
        assert!(misused(&["case", "show"]).starts_with("Falta"));
        assert!(misused(&[]).starts_with("Falta decir qué orden."));
    }

    /// A command and all that are below it.
    fn all(command: &Command) -> Vec<Command> {
        let below = command.get_subcommands().flat_map(all);
        std::iter::once(command.clone()).chain(below).collect()
    }

    #[test]
    fn no_help_page_has_english_left() {
        let mut whole = Args::command();
        whole.build();
        let commands = all(&whole);
        assert!(commands.len() > 60, "{}", commands.len());
        for mut command in commands {
            let page = help(&command.render_long_help().to_string());
            for english in [
                "Usage",
                "Commands",
                "Options",
                "Print",
                "default",
                "Arguments",
                "values:",
            ] {
                assert!(!page.contains(english), "{english}: {page}");
            }
            for argument in command
                .get_arguments()
                .filter(|it| it.get_action().takes_values())
            {
                // Whoever gives no name of its own to a value has that of the field.
                let field = argument.get_id().as_str().to_uppercase();
                let named = argument.get_value_names().unwrap_or_default();
                if named.iter().any(|name| *name == field) && field != "ID" {
                    for shown in [format!("<{field}>"), format!("[{field}]")] {
                        assert!(!page.contains(&shown), "{shown}: {page}");
                    }
                }
            }
        }
    }
}
