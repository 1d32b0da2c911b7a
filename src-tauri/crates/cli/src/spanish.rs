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
    ("[COMMAND]",                     "[ORDEN]"),
    ("Print help",                    "Muestra esta ayuda"),
    ("Print version",                 "Muestra la versión"),
    ("(see more with '--help')",      "(con --help, más)"),
    ("(see a summary with '-h')",     "(con -h, un resumen)"),
    ("[possible values: ",            "[valores: "),
    (" [default: \"\"]",              ""),
    ("[default: ",                    "[si falta: "),
    ("<FILE>",                        "<ARCHIVO>"),
    ("[FILE]",                        "[ARCHIVO]"),
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
    ("<COUNT>",                       "<CUÁNTOS>"),
    ("<PACKET>",                      "<PAQUETE>"),
    ("[WORDS]",                       "[PALABRAS]"),
    ("<LETTERHEAD>",                  "<RENGLÓN>"),
    ("<APPEARANCE>",                  "<APARIENCIA>"),
];

/// A help page in Spanish.
pub(crate) fn help(page: &str) -> String {
    let page = page.to_owned();
    WORDS.iter().fold(page, |page, (english, spanish)| {
        page.replace(english, spanish)
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
    use clap::Parser as _;

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

    #[test]
    fn no_help_page_has_english_left() {
        let pages: &[&[&str]] = &[
            &["--help"],
            &["standard", "--help"],
            &["standard", "edit", "--help"],
            &["case", "act", "--help"],
            &["packet", "--help"],
            &["check", "-h"],
        ];
        for words in pages {
            let words = ["cauce-cli"].iter().chain(*words);
            let error = Args::try_parse_from(words)
                .err()
                .expect("help is no command");
            let page = help(&error.render().to_string());
            for english in [
                "Usage",
                "Commands",
                "Options",
                "Print",
                "default:",
                "FILE>",
                "Arguments",
            ] {
                assert!(!page.contains(english), "{english}: {page}");
            }
        }
    }
}
